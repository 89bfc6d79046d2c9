//! Every room imports only from the rows before its own.

use std::fs;
use std::path::Path;

/// The rooms of `src/`, a row a layer. `main.rs` and `lib.rs` stand outside.
const ROWS: &[&[&str]] = &[
    &["bits", "code", "effort", "lists", "phrases", "severity", "span", "token"],
    &["source", "value"],
    &["document", "fact"],
    &["context"],
    &["claim"],
    &["verdict"],
    &["diagnostic", "explain"],
    &["config", "report"],
    &["lint", "triage"],
    &["checker"],
    &["lsp"],
    &["cli"],
];

/// Imports within a row, each with its reason.
const NEIGHBOURS: &[(&str, &str)] = &[
    // A token is a span with a kind.
    ("token", "span"),
    // A phrase is found at a span, its words by their bits.
    ("phrases", "span"),
    ("phrases", "bits"),
];

fn row(room: &str) -> Option<usize> {
    ROWS.iter().position(|row| row.contains(&room))
}

fn may_import(room: &str, other: &str) -> bool {
    let is_before = row(other).is_some_and(|theirs| row(room).is_some_and(|ours| theirs < ours));
    room == other || is_before || NEIGHBOURS.contains(&(room, other))
}

/// The rooms that a source text names by `crate::room`, comments left out.
fn imports(text: &str) -> Vec<(usize, &str)> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
    let rooms = lines.flat_map(|(at, line)| line.split("crate::").skip(1).map(move |rest| (at + 1, rest)));
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    rooms.map(|(at, rest)| (at, rest.split(|c| !is_word(c)).next().unwrap_or(""))).collect()
}

/// What the file at `path`, counted from `src/`, imports against the order.
fn violations(path: &str, text: &str) -> Vec<String> {
    let room = path.split(['/', '.']).next().unwrap_or("");
    if matches!(path, "main.rs" | "lib.rs") {
        return Vec::new();
    }
    if row(room).is_none() {
        return vec![format!("{path}: the room `{room}` has no row")];
    }
    let wrong = imports(text).into_iter().filter(|(_, other)| !may_import(room, other));
    wrong.map(|(line, other)| format!("{path}:{line}: `{room}` may not import `{other}`")).collect()
}

fn visit(root: &Path, folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            visit(root, &path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("a source file");
            let name = path.strip_prefix(root).expect("inside").display().to_string().replace('\\', "/");
            found.extend(violations(&name, &text));
        }
    }
}

#[test]
fn every_room_imports_from_the_rows_before_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    visit(&root, &root, &mut found);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_made_up_violation_is_found() {
    let found = violations("value/number.rs", "use crate::span::Span;\n\nuse crate::claim::Claim;\n");
    assert_eq!(found, ["value/number.rs:3: `value` may not import `claim`"]);
    let found =
        violations("source/mod.rs", "fn f(x: crate::value::Value) { crate::source::g(crate::cli::h()) }");
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(violations("report/json.rs", "use crate::lint::Linter;").len(), 1);
    assert_eq!(violations("token.rs", "use crate::span::Span;").len(), 0);
    assert_eq!(violations("diagnostic.rs", "use crate::report::Style;").len(), 1);
}

#[test]
fn comments_name_any_room() {
    assert_eq!(violations("claim/mod.rs", "//! See [`crate::verdict`].\n    // crate::cli\n").len(), 0);
}

#[test]
fn a_new_room_needs_a_row() {
    assert_eq!(violations("attic/mod.rs", ""), ["attic/mod.rs: the room `attic` has no row"]);
}
