//! The command line from outside: what it reads, what it prints, how it ends.

use crate::workspace::Ran;
use crate::workspace::Workspace;
use std::fs;
use std::time::Duration;

const GOOD: (&str, &str) = ("articles/good.txt", "The league met on Tuesday.\n");

/// Runs `args` among the rules and one article that is right.
fn run(args: &[&str]) -> Ran {
    Workspace::with(&[GOOD]).run(args)
}

#[track_caller]
fn check_code(ran: &Ran, code: i32) {
    assert_eq!(ran.code, code, "standard output: {}\nstandard error: {}", ran.out, ran.err);
    assert!(!ran.err.contains("RUST_BACKTRACE") && !ran.err.contains("panicked"), "{}", ran.err);
}

/// Checks that a run could not do its work and said so in these words.
#[track_caller]
fn check_broken(ran: &Ran, words: &str) {
    check_code(ran, 2);
    let all = format!("{}{}", ran.out, ran.err);
    assert!(all.contains(words), "{words:?} is not in {all}");
}

#[test]
fn an_article_without_a_slip_passes() {
    let ran = run(&["check", "articles"]);
    check_code(&ran, 0);
    assert_eq!(ran.out, "");
    assert!(ran.err.starts_with("Checked 1 article against 1 fact: nothing found"), "{}", ran.err);
    let ran = run(&["check", "-q"]);
    check_code(&ran, 0);
    assert_eq!((ran.out.as_str(), ran.err.as_str()), ("", ""));
}

#[test]
fn a_slip_is_shown_and_fails() {
    let workspace = Workspace::with(&[GOOD, ("articles/wrong.txt", "The Harbour League has 14 clubs.\n")]);
    let ran = workspace.run(&["check", "--format", "concise"]);
    check_code(&ran, 1);
    assert!(ran.out.starts_with("articles/wrong.txt:1:24: error[league-clubs] "), "{}", ran.out);
    assert_eq!(ran.out.lines().count(), 1);
    let forgiven = workspace.run(&["check", "--exit-zero", "--format", "concise"]);
    check_code(&forgiven, 0);
    assert_eq!(forgiven.out, ran.out);
    check_code(&workspace.run(&["check", "--fail-on", "never"]), 0);
    check_code(&workspace.run(&["check", "articles/wrong.txt", "gone.md"]), 2);
}

#[test]
fn nothing_checked_is_not_a_pass() {
    check_broken(&Workspace::with(&[]).run(&["check"]), "no article was read");
    check_broken(&Workspace::empty().run(&["check"]), "no rule file matches `rules/**/*.toml`");
    let workspace = Workspace::with(&[GOOD]);
    workspace.write("rules/league.toml", "");
    check_broken(&workspace.run(&["check"]), "no fact was loaded");
    check_broken(&run(&["check", "--isolated"]), "`--rules` must name");
    check_broken(&run(&["check", "--exit-zero", "missing.txt"]), "no such file");
    check_broken(&run(&["check", "--exit-zero", "articles", "missing.txt"]), "no such file");
}

#[test]
fn a_pattern_that_matches_nothing_is_an_error_beside_one_that_does() {
    let ran = run(&["check", "--rules", "rules/*.toml", "--rules", "other/*.toml"]);
    check_broken(&ran, "no rule file matches `other/*.toml`");
    assert!(ran.err.contains("Checked 1 article against 1 fact"), "{}", ran.err);
    check_code(&run(&["check", "--isolated", "--rules", "rules/league.toml"]), 0);
}

#[test]
fn a_mistake_in_a_rule_is_told_and_the_other_facts_are_used() {
    let workspace = Workspace::with(&[GOOD]);
    workspace.write("rules/wrong.toml", "[[fact]]\nid = \"x\"\nkind = \"cuont\"\n");
    let ran = workspace.run(&["check"]);
    check_broken(&ran, "rules/wrong.toml:");
    assert!(ran.err.contains("Checked 1 article against 1 fact"), "{}", ran.err);
}

#[test]
fn what_cannot_be_read_is_a_finding_and_the_rest_is_checked() {
    let workspace = Workspace::with(&[GOOD]);
    workspace.write("articles/latin.txt", b"A caf\xE9.");
    workspace.write("articles/zero.txt", b"x\0y");
    workspace.write("articles/rows.jsonl", "{\"text\": \"One.\"}\n{\"txet\": \"Two.\"}\n");
    let ran = workspace.run(&["check", "--format", "concise", "articles", "gone.md"]);
    check_code(&ran, 2);
    let begins = [
        "articles/latin.txt:1:6: error[encoding] ",
        "articles/rows.jsonl#@line-2:1:16: error[json-line] line 2, column 16: it needs a \"text\"; did you mean that by",
        "articles/zero.txt:1:2: error[binary] ",
        "gone.md: error[unreadable] ",
    ];
    assert_eq!(ran.out.lines().count(), begins.len(), "{}", ran.out);
    for (line, begin) in ran.out.lines().zip(begins) {
        assert!(line.starts_with(begin), "{line}");
    }
    assert!(ran.err.starts_with("Checked 2 articles"), "{}", ran.err);
}

#[test]
fn machine_formats_are_one_document_whatever_happens() {
    for args in [&["check"][..], &["check", "gone.md"], &["check", "--rules", "none/*.toml"]] {
        let ran = run(&[args, &["--format", "json"]].concat());
        let read: serde_json::Value = serde_json::from_str(&ran.out).expect("one JSON document");
        assert!(read["findings"].is_array());
        let ran = run(&[args, &["--format", "jsonl"]].concat());
        assert!(ran.out.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()));
    }
}

#[test]
fn an_odd_date_is_a_warning_that_fails_only_when_asked() {
    let rows = ("rows.jsonl", "{\"text\": \"One.\", \"date\": \"lately\"}\n");
    let workspace = Workspace::with(&[rows]);
    check_code(&workspace.run(&["check"]), 0);
    check_code(&workspace.run(&["check", "--strict"]), 1);
    check_code(&workspace.run(&["check", "--fail-on", "warning"]), 1);
    check_code(&workspace.run(&["check", "--strict", "--exit-zero"]), 0);
    check_code(&workspace.run(&["check", "--fail-on", "never"]), 0);
}

#[test]
fn standard_input_is_read_by_the_name_it_is_given() {
    let workspace = Workspace::with(&[]);
    check_code(&workspace.run_with(&["check", "-"], "Text.\n"), 0);
    let args = ["check", "-", "--stdin-filename", "in.jsonl", "--format", "concise"];
    let ran = workspace.run_with(&args, "{\"text\": \"One.\"}\nTwo.\n");
    check_broken(&ran, "in.jsonl#@line-2: error[json-line]");
}

#[test]
fn wrong_usage_ends_with_two_and_help_with_none() {
    check_broken(&run(&["chekc"]), "check");
    check_broken(&run(&["check", "--as-of", "yesterday"]), "an ISO day such as 2026-03-04");
    check_broken(&run(&["check", "--format", "xml"]), "concise");
    check_broken(&run(&["check", "--jobs", "0"]), "--jobs");
    check_broken(&run(&[]), "Usage");
    check_code(&run(&["--help"]), 0);
    check_code(&run(&["--version"]), 0);
}

#[test]
fn a_fact_has_a_card_and_all_have_a_table() {
    let ran = run(&["rule"]);
    check_code(&ran, 0);
    assert_eq!(ran.out, "league-clubs  count      error    The Harbour League has 12 clubs\n");
    let ran = run(&["rule", "league-clubs"]);
    check_code(&ran, 0);
    assert!(ran.out.ends_with("  declared in rules/league.toml:6\n"), "{}", ran.out);
    check_broken(&run(&["rule", "leauge-clubs"]), "did you mean `league-clubs`?");
}

#[test]
fn examples_are_run() {
    let workspace = Workspace::with(&[]);
    check_code(&workspace.run(&["test", "--require-examples"]), 0);
    let path = workspace.path().join("rules/league.toml");
    let rules = fs::read_to_string(&path).expect("the rules");
    workspace.write("rules/league.toml", rules.replace("12 clubs.", "13 clubs."));
    let ran = workspace.run(&["test"]);
    check_code(&ran, 1);
    assert!(ran.out.starts_with("rules/league.toml:13:11: error[league-clubs] "), "{}", ran.out);
    workspace.write("rules/league.toml", rules.replace("accept =", "# accept ="));
    check_code(&workspace.run(&["test", "--require-examples"]), 1);
}

#[test]
fn examples_that_are_missing_are_not_a_pass() {
    let workspace = Workspace::with(&[]);
    workspace.write("bare.toml", "[[entity]]\nid = \"a\"\nnames = [\"Aye\"]\n");
    check_broken(&workspace.run(&["test", "bare.toml"]), "no fact was loaded");
    check_broken(&workspace.run(&["test", "gone.toml"]), "no rule file matches `gone.toml`");
}

#[test]
fn extract_needs_no_facts() {
    let workspace = Workspace::empty();
    workspace.write("a.txt", "One sentence.\n");
    let ran = workspace.run(&["extract", "a.txt", "--format", "jsonl"]);
    check_code(&ran, 0);
    let read: serde_json::Value = serde_json::from_str(&ran.out).expect("a line of JSON");
    assert_eq!(read["path"], "a.txt");
    let ran = workspace.run(&["extract", "gone.txt", "a.txt", "--format", "jsonl"]);
    check_broken(&ran, "no such file");
    assert_eq!(ran.out.lines().count(), 1);
}

#[cfg(unix)]
#[test]
fn a_fifo_is_refused_and_never_waited_for() {
    let workspace = Workspace::with(&[GOOD]);
    let made = std::process::Command::new("mkfifo").arg(workspace.path().join("articles/pipe.txt")).status();
    assert!(made.is_ok_and(|status| status.success()));
    let mut command = workspace.command(&["check", "articles", "articles/pipe.txt"]);
    let output = command.timeout(Duration::from_secs(20)).output().expect("the command runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stdout).contains("a FIFO"));
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_ends_quietly_and_a_full_disk_does_not() {
    let workspace = Workspace::with(&[]);
    workspace.write("rows.jsonl", "{}\n".repeat(100_000));
    let shell = |script: &str| {
        let mut command = std::process::Command::new("bash");
        command.current_dir(workspace.path()).env("FACTLINT", env!("CARGO_BIN_EXE_factlint"));
        command.args(["-c", script]).output().expect("bash runs")
    };
    let closed = shell("\"$FACTLINT\" check rows.jsonl | head -n 1 >/dev/null; exit ${PIPESTATUS[0]}");
    assert_eq!((closed.status.code(), closed.stderr.len()), (Some(2), 0));
    let full = shell("\"$FACTLINT\" check rows.jsonl > /dev/full");
    assert_eq!(full.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&full.stderr).contains("could not be written"));
    let deaf = shell("\"$FACTLINT\" check rows.jsonl >/dev/null 2>&-");
    assert_eq!(deaf.status.code(), Some(2));
}

#[test]
fn the_same_run_gives_the_same_bytes_for_any_number_of_jobs() {
    let workspace = Workspace::with(&[]);
    let row =
        |n: usize| if n.is_multiple_of(7) { "{}\n".to_owned() } else { format!("{{\"text\": \"{n}\"}}\n") };
    workspace.write("rows.jsonl", (0..20_000).map(row).collect::<String>());
    let run = |jobs| workspace.run(&["check", "rows.jsonl", "--format", "json", "--jobs", jobs]).out;
    let one = run("1");
    assert!(one.contains("rows.jsonl") && one == run("8"));
}

#[test]
fn ignored_articles_are_left_out_unless_named() {
    let workspace = Workspace::with(&[GOOD, ("articles/draft.txt", "x\0y")]);
    fs::write(workspace.path().join(".gitignore"), "draft.txt\n").expect("a file");
    check_code(&workspace.run(&["check"]), 0);
    check_broken(&workspace.run(&["check", "articles/draft.txt"]), "binary");
}
