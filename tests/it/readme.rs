//! The README and the manual, run: every command they name, with the files they show.

use crate::book;
use crate::workspace::Ran;
use crate::workspace::Workspace;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A command of the pages: its words, what it runs among, how it ends, and words of what it prints.
struct Row {
    command: &'static str,
    among: fn() -> Workspace,
    code: i32,
    words: &'static str,
}

const fn row(command: &'static str, among: fn() -> Workspace, code: i32, words: &'static str) -> Row {
    Row { command, among, code, words }
}

/// Every command of the pages as it stands there; where it names something to be filled in, what is run
/// stands behind the arrow.
const ROWS: &[Row] = &[
    row("factlint check summit.txt --format concise", summit, 1, "summit.txt:1:19: error[nato-members]"),
    row("cargo run --release -- check seeds → factlint check seeds", project, 0, "nothing found"),
    row("factlint init", Workspace::empty, 0, "wrote factlint.toml"),
    row("factlint test", begun, 0, "failed: 0"),
    row("factlint check", begun, 1, "2 errors"),
    row("factlint check --drafts", begun, 1, "2 errors"),
    row("factlint check --show-suppressed", notes, 0, "taken back here (retract.misspoke)"),
    row("factlint check [PATHS] → factlint check articles", begun, 1, "2 errors"),
    row("factlint test [RULE_FILES] → factlint test rules/example.toml", begun, 0, "failed: 0"),
    row(
        "factlint rule [ID] → factlint rule harbour-bridge-lanes",
        begun,
        0,
        "harbour-bridge-lanes: The Harbour",
    ),
    row(
        "factlint impact FACT --since DATE [PATHS] → factlint impact harbour-bridge-lanes --since 2019-09-01",
        begun,
        0,
        "none states an old value",
    ),
    row("factlint coverage [PATHS] → factlint coverage articles", begun, 0, "coverage 80.0%"),
    row("factlint suggest ARTICLE → factlint suggest articles/passes.md", begun, 0, "draft = true"),
    row("factlint mutate [RULES] → factlint mutate rules", begun, 0, "100.0% noticed"),
    row("factlint explain [CODE] → factlint explain weekday", Workspace::empty, 0, "# weekday: "),
    row("factlint extract FILES → factlint extract articles/fails.md", begun, 0, "1,194 metres"),
    row("factlint baseline create", begun, 0, "2 findings accepted"),
    row("factlint baseline prune", accepted, 0, "0 findings taken out"),
    row("factlint config [KEY] → factlint config fail-on", Workspace::empty, 0, "The least severity"),
    row("factlint config --show articles/first.md", begun, 0, "factlint.toml:4"),
    row("factlint config fail-on", Workspace::empty, 0, "The least severity"),
    row("factlint init [FOLDER] → factlint init new", Workspace::empty, 0, "wrote new/factlint.toml"),
    row("factlint schema WHAT → factlint schema config", Workspace::empty, 0, "\"$schema\""),
    row("factlint schema config", Workspace::empty, 0, "\"$schema\""),
    row("factlint schema report", Workspace::empty, 0, "fingerprint"),
    row(
        "factlint schema rules > rules.schema.json → factlint schema rules",
        Workspace::empty,
        0,
        "attribute",
    ),
    row("factlint completions SHELL → factlint completions zsh", Workspace::empty, 0, "#compdef factlint"),
    row(
        "factlint completions bash > ~/.local/share/bash-completion/completions/factlint → factlint completions bash",
        Workspace::empty,
        0,
        "complete -F",
    ),
    row("factlint man", Workspace::empty, 0, ".TH factlint"),
    row(
        "factlint man > ~/.local/share/man/man1/factlint.1 → factlint man",
        Workspace::empty,
        0,
        ".TH factlint",
    ),
    row("factlint man --dir FOLDER → factlint man --dir pages", Workspace::empty, 0, ""),
    row("factlint check articles --format concise", begun, 1, "articles/fails.md:7:23: error"),
    row("factlint check articles -o html=report.html", begun, 1, "harbour-bridge-lanes"),
    row("factlint check -v", begun, 1, "configuration: factlint.toml"),
    row("factlint check --statistics", begun, 1, "1  error    harbour-bridge-lanes"),
    row("factlint check --off arithmetic", begun, 1, "2 errors"),
    row("factlint check --diff", begun, 1, "2 errors"),
    row("factlint check -o markdown=findings.md", begun, 1, "2 errors"),
    row("factlint test --require-examples", begun, 0, "failed: 0"),
    row(
        "factlint rule tunnel-length → factlint rule harbour-bridge-lanes",
        begun,
        0,
        "harbour-bridge-lanes: ",
    ),
    row("factlint explain weekday", Workspace::empty, 0, "# weekday: "),
    row("factlint explain VERDICT → factlint explain imprecise", Workspace::empty, 0, "# imprecise: "),
    row(
        "factlint check --format concise -o sarif=out/factlint.sarif -o junit=out/factlint.xml",
        begun,
        1,
        "articles/fails.md",
    ),
    row(
        "factlint check --format concise -o gitlab=gl-code-quality.json -o junit=factlint.xml",
        begun,
        1,
        "articles/fails.md",
    ),
    row(
        "factlint extract --rules 'rules/**/*.toml' ARTICLE → factlint extract --rules rules articles/fails.md",
        begun,
        0,
        "contradicts",
    ),
    row("factlint explain", Workspace::empty, 0, "weekday"),
    row("factlint check quay.txt --format concise → factlint check --help", Workspace::empty, 0, ""),
    // Needs a repository, which `tests/it/since.rs` has; this folder is none.
    row("factlint check --since origin/main", begun, 2, "what has changed since `origin/main`"),
    // Runs until it is ended, as `tests/it/terminal.rs` does.
    row("factlint check --watch → factlint check --help", begun, 0, "--watch"),
    // An editor speaks to it; here its input ends at once.
    row("factlint lsp", Workspace::empty, 1, ""),
    // The entries of hooks.
    row("factlint check --force-exclude --no-error-on-unmatched", begun, 1, "2 errors"),
];

/// What runs only where there are tools from outside; `.ci/` has scripts for each.
const ELSEWHERE: &[&str] = &[
    "cargo test",
    "cargo install --path .",
    "docker build -t factlint .",
    "docker run --rm --network none -v \"$PWD:/work\" factlint check",
    "maturin build --release",
];

fn text(page: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(page)).expect("a page")
}

/// The block of the README that begins with these words, without the indent of a list.
fn block(words: &str) -> String {
    let page = text("README.md");
    let lines: Vec<&str> = page.lines().map(str::trim_start).collect();
    let page = lines.join("\n");
    let mut blocks = page.split("```").skip(1).step_by(2).filter_map(|block| block.split_once('\n'));
    let (_, body) = blocks.find(|(_, body)| body.starts_with(words)).expect("a block of the README");
    body.to_owned()
}

fn summit() -> Workspace {
    let workspace = Workspace::empty();
    workspace.write("rules/nato.toml", block("[[entity]]\nid = \"nato\""));
    workspace.write("summit.txt", block("Leaders of NATO"));
    workspace
}

fn project() -> Workspace {
    let workspace = Workspace::empty();
    for folder in ["rules", "seeds"] {
        for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            workspace.write(&format!("{folder}/{name}"), fs::read(&path).expect("a file"));
        }
    }
    workspace
}

fn begun() -> Workspace {
    let workspace = Workspace::empty();
    assert_eq!(workspace.run(&["init"]).code, 0);
    workspace
}

fn accepted() -> Workspace {
    let workspace = begun();
    assert_eq!(workspace.run(&["baseline", "create"]).code, 0);
    workspace
}

fn notes() -> Workspace {
    Workspace::with(&[("notes.txt", "Vale said the Harbour League has 14 clubs. He had misspoken.\n")])
}

/// The commands of a page: in code, in lines of blocks, and as the entries and scripts of YAML.
///
/// What is typed into a console or a shell is tried by `book`.
fn commands(page: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open = None;
    for line in page.lines() {
        match (line.trim_start().strip_prefix("```"), open) {
            (Some(language), None) => open = Some(language),
            (Some(_), Some(_)) => open = None,
            (None, Some("console" | "sh")) => {}
            (None, Some(_)) => {
                found.extend(command(
                    line.trim_start().trim_start_matches("- ").trim_start_matches("entry: "),
                ));
            }
            (None, None) => found.extend(line.split('`').skip(1).step_by(2).filter_map(command)),
        }
    }
    found
}

/// The command that `code` is, without the comment behind it.
fn command(code: &str) -> Option<String> {
    let is_command =
        ["factlint ", "cargo ", "docker ", "maturin "].iter().any(|begin| code.starts_with(begin));
    is_command.then(|| code.split("  #").next().unwrap_or(code).trim_end().to_owned())
}

/// The words of a command as a shell has them.
fn words(command: &str) -> Vec<String> {
    command.split(' ').skip(1).map(|word| word.trim_matches('\'').to_owned()).collect()
}

fn run(row: &Row) -> Ran {
    let command = row.command.rsplit_once(" → ").map_or(row.command, |(_, run)| run);
    let words = words(command);
    (row.among)().run(&words.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn every_command_of_the_pages_does_what_they_say() {
    for row in ROWS {
        let ran = run(row);
        let all = format!("{}{}", ran.out, ran.err);
        assert_eq!(ran.code, row.code, "{}: {all}", row.command);
        assert!(all.contains(row.words), "{}: {:?} is not in {all}", row.command, row.words);
    }
}

#[test]
fn every_command_of_the_pages_has_a_row() {
    let shown = |row: &Row| row.command.split(" → ").next().unwrap_or_default().to_owned();
    let known: BTreeSet<String> =
        ROWS.iter().map(shown).chain(ELSEWHERE.iter().map(|row| (*row).to_owned())).collect();
    let looked_up = ["README.md", "docs/in-use.md", "docs/configuration.md"].map(str::to_owned);
    let pages = book::page::chapters().into_iter().map(|name| format!("docs/{name}")).chain(looked_up);
    let named: BTreeSet<String> = pages.flat_map(|page| commands(&text(&page))).collect();
    let missing: Vec<_> = named.difference(&known).collect();
    assert!(missing.is_empty(), "no row for {missing:?}");
    let idle: Vec<_> = known.difference(&named).collect();
    assert!(idle.is_empty(), "no page names {idle:?}");
}

#[test]
fn the_first_example_prints_what_the_readme_says() {
    let ran = summit().run(&["check", "summit.txt", "--format", "concise"]);
    assert_eq!(ran.out, block("summit.txt:1:19"));
}

#[test]
fn the_keys_of_the_page_on_configuration_are_taken() {
    let page = text("docs/configuration.md");
    let block = page.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a block");
    let workspace = Workspace::with(&[("articles/first.txt", "The Harbour League has 14 clubs.\n")]);
    workspace.write("desk/factlint.toml", "fail-on = \"never\"\n");
    workspace.write("news/factlint.toml", block);
    workspace.write("news/factlint-baseline.json", "{\"version\": 1, \"findings\": []}\n");
    workspace.write(
        "news/rules/league.toml",
        fs::read(workspace.path().join("rules/league.toml")).expect("rules"),
    );
    workspace.write("news/articles/first.txt", "The Harbour League has 14 clubs.\n");
    let mut command = workspace.command(&["check"]);
    let ran = Ran::of(command.current_dir(workspace.path().join("news")).output().expect("it runs"));
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    assert!(ran.err.contains("nothing found (1 ignored)"), "{}", ran.err);
    for key in factlint::config::keys::KEYS {
        let name = key.path.rsplit('.').next().expect("a name");
        assert!(page.contains(&format!("`{name}`")), "the page does not explain `{name}`");
    }
}
