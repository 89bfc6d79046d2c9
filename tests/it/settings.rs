//! The settings of a project from outside: files that extend one another, articles that are named in other
//! ways, and what `[[overrides]]` changes.

use crate::workspace::Workspace;
use crate::workspace::check;

const WRONG: (&str, &str) = ("articles/wrong.txt", "The Harbour League has 14 clubs.\n");
const SUMS: (&str, &str) = ("articles/sums.txt", "Sales rose 295% from 10,000 to 29,500.\n");

#[test]
fn a_file_is_laid_over_those_it_extends() {
    let workspace = Workspace::with(&[WRONG, SUMS]);
    workspace.write("base/one.toml", "fail-on = \"never\"\n[checks]\narithmetic = \"error\"\n");
    workspace
        .write("base/two.toml", "extends = \"one.toml\"\nfail-on = \"info\"\n[checks]\nweekday = \"off\"\n");
    workspace.write("factlint.toml", "extends = [\"base/two.toml\"]\n[checks]\narithmetic = \"info\"\n");
    let ran = workspace.run(&["check", "articles/sums.txt", "--format", "concise", "-v"]);
    check(&ran, 1, &["info[arithmetic]", "configuration: base/one.toml", "configuration: factlint.toml"]);
    let shown = workspace.run(&["config", "--show", "articles/sums.txt"]);
    for words in
        ["fail-on = \"info\"", "base/two.toml:2", "checks.weekday = \"off\"", "checks.arithmetic = \"info\""]
    {
        check(&shown, 0, &[words]);
    }
}

#[test]
fn files_that_extend_each_other_or_nothing_are_told() {
    let workspace = Workspace::with(&[WRONG]);
    workspace.write("factlint.toml", "extends = \"other.toml\"\n");
    workspace.write("other.toml", "extends = [\"factlint.toml\", \"gone.toml\", 3]\n");
    let words = ["extends this file already", "there is no configuration `gone.toml`", "3 mistakes"];
    check(&workspace.run(&["check"]), 2, &words);
}

#[test]
fn every_mistake_of_every_table_is_told_at_once() {
    let workspace = Workspace::with(&[WRONG]);
    let text = "rules = []\nexclude = [\"a[\"]\nmax-file-size = \"1GiB\"\n[checks]\nweekdya = \"off\"\nname = \"of\"\nfact = \
                \"off\"\n[[overrides]]\nchecks = { arithmetic = 1 }\n[[ignore]]\npath = \"a.txt\"\nfact = \"x\"\nreson = \"y\"\n";
    workspace.write("factlint.toml", text);
    let words = [
        "`rules` is empty",
        "`a[` is no pattern",
        "`max-file-size` must be a size of at most 16MiB",
        "did you mean `weekday`?",
        "`name` cannot be `of`",
        "severity = \"warning\"",
        "this [[overrides]] needs `paths`",
        "`arithmetic` must be text in quotes",
        "did you mean `reason`?",
        "9 mistakes in the configuration",
    ];
    check(&workspace.run(&["check", "articles"]), 2, &words);
}

#[test]
fn an_exemption_names_a_fact_that_exists() {
    let workspace = Workspace::with(&[WRONG]);
    let text = "[[ignore]]\npath = \"articles/*\"\nfact = \"leage-clubs\"\nreason = \"x\"\n";
    workspace.write("factlint.toml", text);
    check(
        &workspace.run(&["check"]),
        2,
        &["there is no fact or check `leage-clubs`", "did you mean `league-clubs`?"],
    );
}

#[test]
fn articles_of_a_path_have_their_own_checks_and_day() {
    let workspace =
        Workspace::with(&[SUMS, ("archive/sums.txt", SUMS.1), ("archive/day.txt", "It opened on Friday.\n")]);
    let text =
        "[[overrides]]\npaths = [\"archive\"]\nchecks = { arithmetic = \"off\" }\nas-of = 2021-05-04\n";
    workspace.write("factlint.toml", text);
    let ran = workspace.run(&["check", "--format", "concise"]);
    check(&ran, 0, &["articles/sums.txt:1:12: warning[arithmetic]"]);
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
    check(&workspace.run(&["check", "--error", "arithmetic"]), 1, &["2 errors"]);
    let rules = "[[entity]]\nid = \"league\"\nnames = [\"Harbour League\"]\n[[fact]]\nid = \"clubs\"\nsays = \"The \
                 Harbour League has 12 clubs\"\nkind = \"count\"\nsubject = \"league\"\nattribute = [\"club\"]\ntimeline \
                 = [{ value = 11, from = 2010-01-01 }, { value = 12, from = 2022-01-01 }]\n";
    workspace.write("rules/league.toml", rules);
    workspace.write("archive/clubs.txt", "The Harbour League has 11 clubs.\n");
    check(&workspace.run(&["check", "archive/clubs.txt"]), 0, &[]);
    check(&workspace.run(&["check", "archive/clubs.txt", "--as-of", "2023-01-01"]), 1, &[]);
}

#[test]
fn a_check_may_run_for_some_articles_only() {
    let bridge = |n| format!("The Orla Bridge is {n} metres long.\n");
    let workspace = Workspace::with(&[]);
    for (path, n) in [("a/1.txt", "1,149"), ("a/2.txt", "1,194"), ("b/1.txt", "1,941")] {
        workspace.write(path, bridge(n));
    }
    workspace
        .write("factlint.toml", "[[overrides]]\npaths = [\"a\"]\nchecks = { disagreement = \"error\" }\n");
    let ran = workspace.run(&["check", "--format", "concise"]);
    check(&ran, 1, &["a/2.txt:1:20: error[disagreement]"]);
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
}

#[test]
fn articles_are_named_by_a_list() {
    let workspace = Workspace::with(&[WRONG, SUMS]);
    workspace.write("list", "articles/wrong.txt\r\n");
    check(
        &workspace.run(&["check", "--files-from", "list", "--format", "concise"]),
        1,
        &["Checked 1 article"],
    );
    let zero =
        workspace.run_with(&["check", "--files-from", "-", "-0"], "articles/sums.txt\0articles/wrong.txt\0");
    check(&zero, 1, &["Checked 2 articles"]);
    check(&workspace.run(&["check", "--files-from", "list", "articles"]), 2, &["cannot be used with"]);
}

#[test]
fn hidden_and_ignored_articles_are_read_on_request() {
    let workspace = Workspace::with(&[WRONG, (".drafts/a.txt", WRONG.1), ("old/b.txt", WRONG.1)]);
    workspace.write(".gitignore", "old\n");
    check(&workspace.run(&["check"]), 1, &["Checked 1 article"]);
    check(&workspace.run(&["check", "--hidden"]), 1, &["Checked 2 articles"]);
    check(&workspace.run(&["check", "--no-ignore"]), 1, &["Checked 2 articles"]);
    check(&workspace.run(&["check", "--no-ignore", "--hidden"]), 1, &["Checked 3 articles"]);
}

#[test]
fn a_setting_on_the_command_line_counts_more_than_a_file() {
    let workspace = Workspace::with(&[WRONG]);
    workspace.write("factlint.toml", "fail-on = \"never\"\nrules = [\"none/*.toml\"]\n");
    check(&workspace.run(&["check"]), 2, &["no rule file matches `none/*.toml`"]);
    let args = ["check", "-c", "rules = ['rules/*.toml']", "-c", "fail-on = 'error'"];
    check(&workspace.run(&args), 1, &["1 error"]);
    let broken = workspace.run(&["check", "-c", "fail-on = never"]);
    check(&broken, 2, &["--config:1:11", "not TOML"]);
}

#[test]
fn one_article_of_json_lines_is_exempt() {
    let row = |id: &str| format!("{{\"id\":\"{id}\",\"text\":\"The Harbour League has 14 clubs.\"}}\n");
    let workspace = Workspace::with(&[]);
    workspace.write("rows.jsonl", [row("a"), row("b")].concat());
    let exempt = |path: &str| {
        let text = format!("[[ignore]]\npath = \"{path}\"\nfact = \"league-clubs\"\nreason = \"x\"\n");
        workspace.write("factlint.toml", text);
        workspace.run(&["check", "--format", "concise"])
    };
    let ran = exempt("rows.jsonl#a");
    check(&ran, 1, &["rows.jsonl#b:1:24: error", "1 error (1 ignored)"]);
    check(&exempt("rows.jsonl"), 0, &["2 ignored"]);
    check(&exempt("rows.jsonl#*"), 0, &["2 ignored"]);
    check(&exempt("gone.jsonl"), 1, &["2 errors, 1 warning", "nothing to ignore"]);
    let named = workspace.run(&["check", "rows.jsonl", "--format", "concise"]);
    check(&named, 1, &["2 errors in"]);
}

#[test]
fn a_fact_is_exempt_by_its_check_or_verdict_too() {
    let workspace = Workspace::with(&[WRONG, SUMS]);
    for (name, path) in [("arithmetic", SUMS.0), ("contradicts", WRONG.0), ("fact", WRONG.0)] {
        let text = format!("[[ignore]]\npath = \"{path}\"\nfact = \"{name}\"\nreason = \"x\"\n");
        workspace.write("factlint.toml", text);
        let ran = workspace.run(&["check", path, "--strict"]);
        check(&ran, 0, &["1 ignored"]);
    }
}
