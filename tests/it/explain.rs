//! The examples of the manual: their files are written, their commands run, and what is printed compared.

use crate::workspace::Workspace;
use factlint::explain;
use factlint::explain::Page;

/// Pages whose findings no small file shows; each says so itself.
const WITHOUT: &[&str] = &["too-large", "internal-error"];

/// Shows every verdict, the silent ones too.
const EXTRACT: [&str; 6] = ["extract", "articles", "--rules", "rules/*.toml", "--format", "jsonl"];

/// A block of a page: what stands behind the fence, and what is inside.
struct Block<'p> {
    head: &'p str,
    body: &'p str,
}

fn blocks(page: &str) -> Vec<Block<'_>> {
    let parts: Vec<&str> = page.split("```").collect();
    let inside = parts.chunks_exact(2).map(|pair| pair[1]);
    inside.filter_map(|block| block.split_once('\n')).map(|(head, body)| Block { head, body }).collect()
}

/// The bytes of a file; `\0` and `\xe9` are single ones.
fn bytes(body: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = body;
    while let Some((before, after)) = rest.split_once('\\') {
        bytes.extend(before.as_bytes());
        let (byte, used) = if after.starts_with('x') {
            (u8::from_str_radix(&after[1..3], 16).expect("two digits"), 3)
        } else {
            (0, 1)
        };
        bytes.push(byte);
        rest = &after[used..];
    }
    bytes.extend(rest.as_bytes());
    bytes
}

/// Runs the example of a page; whether it has one.
fn check(page: Page) -> bool {
    let workspace = Workspace::empty();
    let mut has_run = false;
    for Block { head, body } in blocks(page.text) {
        match head.split_once(' ') {
            Some((_, path)) => workspace.write(path, bytes(body.trim_end_matches('\n'))),
            None => {
                let (line, expected) = body.split_once('\n').expect("a command");
                let args: Vec<&str> =
                    line.strip_prefix("$ factlint ").expect("a command").split(' ').collect();
                assert_eq!(workspace.run(&args).out, expected, "{}", page.name);
                check_shown(page, &workspace, &args);
                has_run = true;
            }
        }
    }
    has_run
}

/// Checks that what the page is about is what the command finds, or what `extract` lists.
fn check_shown(page: Page, workspace: &Workspace, args: &[&str]) {
    let as_json: Vec<&str> = args.iter().map(|arg| if *arg == "concise" { "jsonl" } else { arg }).collect();
    let found = workspace.run(&as_json).out + &workspace.run(&EXTRACT).out;
    let names = ["code", "verdict"].map(|key| format!("\"{key}\":\"{}\"", page.name));
    assert!(names.iter().any(|name| found.contains(name)), "{} is not in {found}", page.name);
}

#[test]
fn every_example_prints_what_its_page_says() {
    for page in explain::all() {
        assert_eq!(check(page), !WITHOUT.contains(&page.name), "{}", page.name);
    }
}

#[test]
fn the_list_names_every_page() {
    let ran = Workspace::empty().run(&["explain"]);
    assert_eq!((ran.code, ran.out.lines().count()), (0, explain::all().count()));
    assert!(ran.out.contains("misquote"), "{}", ran.out);
}

#[test]
fn a_page_is_shown_and_a_misspelt_one_is_asked_after() {
    let ran = Workspace::empty().run(&["explain", "weekday"]);
    assert_eq!(ran.code, 0);
    assert!(ran.out.starts_with("# weekday: "), "{}", ran.out);
    let ran = Workspace::empty().run(&["explain", "misqoute"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("did you mean `misquote`?"), "{}", ran.err);
}
