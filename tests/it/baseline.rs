//! The baseline from outside: what was accepted stays accepted wherever it moves, and nothing hides behind it.

use crate::workspace::Ran;
use crate::workspace::Workspace;
use crate::workspace::check;
use std::fs;

const OLD: &str = "The Harbour League has 14 clubs.\n";

/// A folder in which the old mistake was accepted, by the configuration too.
fn workspace() -> Workspace {
    let workspace = Workspace::with(&[("articles/a.txt", OLD)]);
    workspace.write("factlint.toml", "baseline = \"base.json\"\ninclude = [\"articles\"]\n");
    check(&workspace.run(&["check"]), 2, &["the baseline `base.json` cannot be read"]);
    check(&workspace.run(&["baseline", "create"]), 0, &["1 finding accepted in base.json."]);
    check(&workspace.run(&["check"]), 0, &["nothing found (1 baselined)"]);
    workspace
}

#[test]
fn moving_a_paragraph_revives_nothing() {
    let workspace = workspace();
    workspace.write("articles/a.txt", "The league met.\n\nIt rained.\n\nThe  Harbour League has 14 clubs.\n");
    check(&workspace.run(&["check"]), 0, &["1 baselined"]);
    let above = workspace.command(&["check"]).current_dir(workspace.path().join("articles")).output();
    check(&Ran::of(above.expect("it runs")), 0, &["1 baselined"]);
    check(&workspace.run(&["check", "./articles/a.txt"]), 0, &["1 baselined"]);
    let whole = workspace.path().join("articles/a.txt").canonicalize().expect("a path");
    check(&workspace.run(&["check", &whole.display().to_string()]), 0, &["1 baselined"]);
}

#[test]
fn a_new_mistake_does_not_hide_behind_an_old_one() {
    let workspace = workspace();
    workspace.write("articles/a.txt", "The Harbour League has 15 clubs.\n");
    check(&workspace.run(&["check"]), 1, &["1 error"]);
    workspace.write("articles/a.txt", format!("{OLD}\n{OLD}"));
    check(&workspace.run(&["check"]), 1, &["1 error (1 baselined)"]);
    workspace.write("articles/a.txt", "The mayor said the Harbour League had 14 clubs.\n");
    workspace.write("articles/b.txt", OLD);
    check(&workspace.run(&["check"]), 1, &["1 error, 1 warning"]);
}

#[test]
fn what_is_gone_is_told_on_request_and_taken_out() {
    let workspace = workspace();
    workspace.write("articles/a.txt", "The Harbour League has 12 clubs.\n");
    check(&workspace.run(&["check"]), 0, &["nothing found in"]);
    let ran = workspace.run(&["check", "--strict", "--format", "concise"]);
    check(
        &ran,
        1,
        &["base.json:4:5: warning[stale-baseline] “14” (league-clubs) is no longer found in articles/a.txt"],
    );
    check(&workspace.run(&["check", "--strict", "--select", "league-clubs"]), 0, &[]);
    workspace.write("articles/b.txt", OLD);
    check(&workspace.run(&["check", "--strict", "articles/b.txt"]), 1, &["1 error in"]);
    check(&workspace.run(&["baseline", "prune"]), 0, &["1 finding taken out of base.json, 0 left."]);
    check(&workspace.run(&["check"]), 1, &["1 error in"]);
}

#[test]
fn pruning_never_adds_and_forgets_files_that_are_gone() {
    let workspace = workspace();
    let base = || fs::read_to_string(workspace.path().join("base.json")).expect("the baseline");
    let before = base();
    workspace.write("articles/b.txt", "The Harbour League has 15 clubs.\n");
    check(&workspace.run(&["baseline", "prune"]), 0, &["0 findings taken out of base.json, 1 left."]);
    assert_eq!(base(), before);
    fs::rename(workspace.path().join("articles/a.txt"), workspace.path().join("a.log")).expect("a file");
    check(&workspace.run(&["baseline", "prune"]), 0, &["1 finding taken out"]);
}

#[test]
fn nothing_is_written_where_not_all_could_be_checked() {
    let workspace = Workspace::with(&[("articles/a.txt", OLD)]);
    workspace.write("articles/b.txt", b"A caf\xE9.");
    check(&workspace.run(&["baseline", "create", "articles"]), 2, &["nothing was written"]);
    assert!(!workspace.path().join("factlint-baseline.json").exists());
    workspace.write("articles/b.txt", "Fine.");
    workspace.write("rules/broken.toml", "[[fact]]\n");
    check(&workspace.run(&["baseline", "create", "articles"]), 2, &["mistakes in the rules"]);
    assert!(!workspace.path().join("factlint-baseline.json").exists());
}

#[test]
fn another_file_is_no_baseline() {
    let workspace = Workspace::with(&[("articles/a.txt", OLD)]);
    for text in ["{}", "[]", "{\"version\": 9, \"findings\": []}"] {
        workspace.write("base.json", text);
        check(
            &workspace.run(&["check", "--baseline", "base.json"]),
            2,
            &["the baseline `base.json` cannot be read"],
        );
    }
}
