//! `--since`: in a repository, only what has changed is told.

use crate::workspace::Ran;
use crate::workspace::Workspace;
use std::process::Command;

fn git(workspace: &Workspace, args: &[&str]) {
    let own = ["-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "init.defaultBranch=main"];
    let status = Command::new("git").current_dir(workspace.path()).args(own).args(args).output();
    let output = status.expect("git runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

const WRONG: &str = "The Harbour League has 14 clubs.";

/// A repository with an old mistake in each of several files.
fn workspace() -> Workspace {
    let workspace = Workspace::with(&[]);
    workspace.write("old.md", format!("# One\n\n{WRONG}\n\nTwo.\nThree.\n\nFour.\n"));
    workspace.write("ein Älteres.md", format!("{WRONG}\n"));
    workspace.write(
        "rows.jsonl",
        format!("{{\"id\":\"a\",\"text\":\"{WRONG}\"}}\n{{\"id\":\"b\",\"text\":\"{WRONG}\"}}\n"),
    );
    git(&workspace, &["init", "-q"]);
    git(&workspace, &["add", "-A"]);
    git(&workspace, &["commit", "-q", "-m", "all"]);
    workspace
}

#[track_caller]
fn check(workspace: &Workspace, expected: &[&str]) {
    let ran = workspace.run(&["check", "--since", "HEAD", "--format", "concise"]);
    let found: Vec<&str> = ran.out.lines().filter_map(|line| line.split(": ").next()).collect();
    assert_eq!(found, expected, "{}{}", ran.out, ran.err);
    assert_eq!(ran.code, i32::from(!expected.is_empty()));
}

#[test]
fn old_mistakes_are_left_alone() {
    check(&workspace(), &[]);
}

#[test]
fn a_paragraph_that_has_changed_is_told() {
    let workspace = workspace();
    workspace
        .write("old.md", format!("# One\n\n{WRONG}\n\nTwo.\nThe Harbour League has 13 clubs.\n\nFour.\n"));
    check(&workspace, &["old.md:6:24"]);
    workspace.write("old.md", format!("# One\n\nNew.\n{WRONG}\n\nTwo.\nThree.\n\nFour.\n"));
    check(&workspace, &["old.md:4:24"]);
}

#[test]
fn new_files_and_odd_names_are_told() {
    let workspace = workspace();
    workspace.write("neu – \"x\".md", WRONG);
    workspace.write("ein Älteres.md", format!("{WRONG} So it says.\n"));
    check(&workspace, &["ein Älteres.md:1:24", "neu – \"x\".md:1:24"]);
}

#[test]
fn of_json_lines_the_articles_that_have_changed_are_told() {
    let workspace = workspace();
    workspace.write(
        "rows.jsonl",
        format!("{{\"id\":\"a\",\"text\":\"{WRONG}\"}}\n{{\"id\":\"b\",\"text\":\"{WRONG} Yes.\"}}\n{{\"text\":\"{WRONG}\"}}\n"),
    );
    check(&workspace, &["rows.jsonl#b:1:24", "rows.jsonl#@line-3:1:24"]);
}

#[test]
fn a_fact_that_has_changed_is_checked_everywhere() {
    let workspace = workspace();
    let path = workspace.path().join("rules/league.toml");
    let rules = std::fs::read_to_string(path).expect("the rules");
    workspace.write("rules/league.toml", rules.replace("value = 12", "value = 12\nseverity = \"error\""));
    check(&workspace, &["ein Älteres.md:1:24", "old.md:3:24", "rows.jsonl#a:1:24", "rows.jsonl#b:1:24"]);
    let more = "\n[[entity]]\nid = \"cup\"\nnames = [\"Harbour Cup\"]\n\n[[fact]]\nid = \"cup-clubs\"\nsays = \"The \
                Harbour Cup has 8 clubs\"\nkind = \"count\"\nsubject = \"cup\"\nattribute = [\"club\"]\nvalue = 8\n";
    workspace.write("rules/league.toml", format!("{rules}{more}"));
    check(&workspace, &[]);
}

#[test]
fn git_is_asked_from_any_folder() {
    let workspace = workspace();
    workspace.write("deep/er/new.md", WRONG);
    let mut command =
        workspace.command(&["check", "--since", "HEAD", "--rules", "../rules", "--format", "concise", ".."]);
    let ran = Ran::of(command.current_dir(workspace.path().join("deep")).output().expect("it runs"));
    assert_eq!((ran.code, ran.out.lines().count()), (1, 1), "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("er/new.md:1:24"), "{}", ran.out);
}

#[test]
fn a_revision_that_is_none_is_told() {
    for revision in ["gone", "--output=x", ""] {
        let ran = workspace().run(&["check", &format!("--since={revision}")]);
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert!(ran.err.contains("what has changed since"), "{}", ran.err);
    }
    let ran = Workspace::with(&[("a.txt", WRONG)]).run(&["check", "--since", "HEAD"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(ran.err.contains("not a git repository"), "{}", ran.err);
}
