//! What the command says when something is not as it should be: plain words, and what to do.

use crate::workspace::Ran;
use crate::workspace::Workspace;
use crate::workspace::check;

const GOOD: (&str, &str) = ("articles/good.txt", "The league met on Tuesday.\n");

/// Checks that a run ended with `code` and said all of `words`, wherever.
#[test]
fn an_article_without_a_word_is_not_a_checked_article() {
    let workspace = Workspace::with(&[("empty.txt", ""), ("tags.html", "<p></p>\n")]);
    let words = "nothing was checked: there is no word in the article";
    check(&workspace.run(&["check", "empty.txt"]), 2, &[words]);
    check(&workspace.run(&["check", "--exit-zero", "-q", "empty.txt"]), 2, &[words]);
    check(&workspace.run(&["check"]), 2, &["there is no word in any of the articles"]);
    check(&workspace.run_with(&["check", "-"], " \n\t\n"), 2, &[words]);
    let null = std::process::Stdio::null();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_factlint"));
    let command = command.current_dir(workspace.path()).args(["check", "-"]).stdin(null);
    check(&Ran::of(command.output().expect("the command runs")), 2, &[words]);
    let ran = workspace.run(&["check", "empty.txt", "--format", "json"]);
    let read: serde_json::Value = serde_json::from_str(&ran.out).expect("one JSON document");
    assert_eq!((ran.code, &read["summary"]["skipped"]), (2, &1.into()));
}

#[test]
fn beside_others_an_article_without_a_word_is_only_counted() {
    let workspace = Workspace::with(&[GOOD, ("articles/empty.txt", "")]);
    workspace.write("articles/rows.jsonl", "{\"id\": \"a\", \"text\": \"\"}\n");
    let ran = workspace.run(&["check"]);
    check(&ran, 0, &["Checked 1 article against 1 fact: nothing found (2 skipped)"]);
    assert_eq!(ran.out, "");
}

#[test]
fn the_last_lines_say_why_a_run_without_findings_is_broken() {
    let workspace = Workspace::with(&[GOOD]);
    let wrong = "[[fact]]\nid = \"x\"\nkind = \"cuont\"\n[[fact]]\nid = \"y\"\nkind = \"cuont\"\n";
    workspace.write("rules/wrong.toml", wrong);
    let ran = workspace.run(&["check", "--rules", "rules", "--rules", "none/*.toml"]);
    check(&ran, 2, &["\n1 rule file or pattern could not be used.\n"]);
    let last: Vec<&str> = ran.err.lines().rev().take(2).collect();
    assert!(last[0].starts_with("Checked 1 article against 1 fact: nothing found"), "{}", ran.err);
    let n_mistakes = ran.err.matches("error: ").count() - 1;
    assert!(n_mistakes > 1, "{}", ran.err);
    let gap = format!("{n_mistakes} mistakes in the rules; the facts concerned were left out.");
    assert_eq!(last[1], gap, "{}", ran.err);
    for verb in [&["test"][..], &["rule"], &["extract", "articles", "--rules", "rules"]] {
        check(&workspace.run(verb), 2, &["mistakes in the rules; the facts concerned were left out."]);
    }
}

#[test]
fn a_folder_without_rules_is_told_once() {
    let ran = Workspace::empty().run(&["check"]);
    check(&ran, 2, &["no rule file matches", "nothing was checked: no fact was loaded"]);
    assert_eq!(ran.err.lines().count(), 4, "{}", ran.err);
}

#[test]
fn a_page_that_a_script_fills_has_no_word() {
    let page = "<html><head><title></title><script>fill(1);</script></head><body><p>&nbsp;</p></body></html>";
    let ran = Workspace::with(&[("page.html", page)]).run(&["check"]);
    check(&ran, 2, &["there is no word in the article"]);
}

#[test]
fn a_number_out_of_range_is_told_the_range() {
    let workspace = Workspace::with(&[GOOD]);
    for number in ["0", "-1", "many"] {
        check(&workspace.run(&["check", &format!("-j={number}")]), 2, &["it takes a whole number from 1"]);
    }
    check(&workspace.run(&["check", "--width", "3"]), 2, &["it takes a whole number from 20"]);
}

#[test]
fn an_unknown_flag_is_told_what_was_meant_and_where_help_is() {
    let workspace = Workspace::with(&[GOOD]);
    let help = "try '--help'";
    check(&workspace.run(&["check", "--formt", "json"]), 2, &["did you mean `--format`?", help]);
    let ran = workspace.run(&["check", "--zzz"]);
    check(&ran, 2, &["unexpected argument '--zzz'", help]);
    assert!(!ran.err.contains("as a value") && !ran.err.contains("tip:"), "{}", ran.err);
}

/// Runs the check on a file of JSON lines.
fn lines(lines: &str) -> Ran {
    Workspace::with(&[("rows.jsonl", lines)]).run(&["check", "rows.jsonl", "--format", "concise"])
}

#[test]
fn a_line_that_is_no_article_is_explained_without_jargon() {
    let place = "rows.jsonl#@line-2:1:15: error[json-line] line 2, column 15: ";
    let good = "{\"id\": \"a\", \"text\": \"Good.\"}\n";
    let ran = lines(&format!("{good}{{\"text\": \"Torn."));
    check(&ran, 2, &[place, "the line ends within quotation marks"]);
    let ran = lines(&format!("{good}{{\"text\": \"T.\", \"format\": \"rtf\"}}"));
    check(
        &ran,
        2,
        &["\"format\" must be \"text\", \"markdown\", \"html\", \"rst\" or \"asciidoc\", and it is \"rtf\""],
    );
    let ran = lines(&format!("{good}{{\"text\": \"\\ud83d\"}}"));
    check(&ran, 2, &["this is half of a character"]);
    let ran = lines(&format!("{good}[]\n7\n"));
    check(&ran, 2, &["line 2, column 1: an article is an object, which begins with {", "line 3"]);
}

#[test]
fn a_key_that_looks_like_another_is_a_warning_and_any_other_is_not() {
    let ran = lines("{\"id\": 1, \"text\": \"T.\", \"formt\": \"html\", \"lang\": \"en\"}\n");
    check(&ran, 0, &["rows.jsonl#1: warning[json-key] line 1: the key \"formt\" is passed over"]);
    assert_eq!(ran.out.lines().count(), 1);
    let workspace = Workspace::with(&[("rows.jsonl", "{\"text\": \"T.\", \"formt\": \"html\"}\n")]);
    check(&workspace.run(&["check", "--strict"]), 1, &["did you mean \"format\"?"]);
}

#[test]
fn two_articles_of_one_name_are_told_and_a_line_has_its_own() {
    let ran = lines("{\"id\": 2, \"text\": \"T.\"}\n{\"text\": \"14\"}\n{\"id\": \"2\", \"text\": \"T.\"}\n");
    check(
        &ran,
        0,
        &["rows.jsonl#2: warning[json-id] line 3: an article before this one has the id \"2\" too"],
    );
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
    let ran = lines("{\"text\": \"The Harbour League has 14 clubs.\"}\n");
    check(&ran, 1, &["rows.jsonl#@line-1:1:24: error[league-clubs]"]);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_read_is_told_once() {
    use std::os::unix::fs::PermissionsExt;
    let workspace = Workspace::with(&[GOOD, ("locked/a.txt", "Text.\n")]);
    let locked = workspace.path().join("locked");
    let allow = |mode| {
        let set = std::fs::set_permissions(&locked, std::fs::Permissions::from_mode(mode));
        set.expect("the folder is ours");
    };
    allow(0o000);
    // Whoever may read everything cannot be refused anything.
    let is_refused = std::fs::read_dir(&locked).is_err();
    if is_refused {
        let ran = workspace.run(&["check", "--format", "concise"]);
        check(&ran, 2, &["locked: error[unreadable] you do not have the right to read this folder\n"]);
        for glob in ["locked", "locked/*.toml", "locked/**/*.toml"] {
            let ran = workspace.run(&["check", "articles", "--rules", "rules", "--rules", glob]);
            check(
                &ran,
                2,
                &["error: rule files cannot be read from `locked", "`: permission denied\nhelp: "],
            );
        }
    }
    allow(0o700);
}

#[test]
fn a_long_name_is_shortened_for_people_and_exact_for_machines() {
    let path = format!("{}a.txt", "deep/".repeat(1200));
    let workspace = Workspace::with(&[GOOD]);
    for format in ["full", "concise"] {
        let ran = workspace.run(&["check", &path, "--format", format]);
        check(&ran, 2, &["deep/deep/", "…", "deep/a.txt"]);
        assert!(ran.out.len() < 700, "{}", ran.out);
    }
    let ran = workspace.run(&["check", &path, "--format", "json"]);
    let read: serde_json::Value = serde_json::from_str(&ran.out).expect("one JSON document");
    assert_eq!(read["findings"][0]["path"].as_str(), Some(path.as_str()));
    for args in [&["check", "--rules", &path][..], &["test", &path], &["rule", &path], &["extract", &path]] {
        let ran = workspace.run(args);
        check(&ran, 2, &["…"]);
        assert!(ran.err.len() < 1200, "{}", ran.err);
    }
    let id = "x".repeat(6000);
    let ran = lines(&format!("{{\"id\": {id:?}, \"text\": \"The Harbour League has 14 clubs.\"}}\n"));
    check(&ran, 1, &["x…x", "error[league-clubs]"]);
    assert!(ran.out.len() < 700, "{}", ran.out);
}

#[test]
fn rule_files_of_a_test_are_named_either_way() {
    let workspace = Workspace::with(&[]);
    let path = workspace.path().join("rules/league.toml");
    let rules = std::fs::read_to_string(path).expect("the rules");
    workspace.write("other/cup.toml", rules.replace("league", "cup").replace("League", "Cup"));
    check(&workspace.run(&["test", "--rules", "other/*.toml"]), 0, &["facts: 1, failed: 0"]);
    check(&workspace.run(&["test", "rules", "--rules", "other"]), 0, &["facts: 2, failed: 0"]);
    check(&workspace.run(&["test", "--isolated", "other/cup.toml"]), 0, &["facts: 1, failed: 0"]);
    check(&workspace.run(&["test", "--isolated"]), 2, &["with `--isolated`"]);
}

#[test]
fn facts_that_are_due_for_review_are_listed() {
    let workspace = Workspace::with(&[]);
    let path = workspace.path().join("rules/league.toml");
    let rules = std::fs::read_to_string(path).expect("the rules");
    let due = |id: &str, day: &str| {
        let keys = format!("value = 12\nreview-by = {day}\nowner = \"Ida\"");
        rules.replace("league", id).replace("League", id).replace("value = 12", &keys)
    };
    workspace.write("rules/cup.toml", due("cup", "2026-03-04"));
    workspace.write("rules/bowl.toml", due("bowl", "2025-12-31"));
    let ran = workspace.run(&["rule", "--due", "--today", "2026-03-05"]);
    check(&ran, 0, &[]);
    let expected = "2025-12-31  bowl-clubs  Ida  The Harbour bowl has 12 clubs\n\
                    2026-03-04  cup-clubs   Ida  The Harbour cup has 12 clubs\n";
    assert_eq!(ran.out, expected);
    let ran = workspace.run(&["rule", "--due", "--today", "2025-12-31"]);
    check(&ran, 0, &["No fact was due for review before 2025-12-31."]);
    assert_eq!(ran.out, "");
    check(&workspace.run(&["rule", "--due", "cup-clubs"]), 2, &["cannot be used with"]);
}

#[test]
fn help_and_the_message_without_an_article_name_the_same_files() {
    let workspace = Workspace::with(&[("empty/note.xyz", "")]);
    let told = workspace.run(&["check", "empty"]).out + &workspace.run(&["check", "--help"]).out;
    let listed = |text: &str| -> Vec<String> {
        let named = text
            .split("files that end in")
            .skip(1)
            .map(|rest| rest.split(" are read").next().unwrap_or(rest));
        named.map(|list| list.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    };
    let lists = listed(&told);
    assert_eq!(lists.len(), 2, "{told}");
    assert_eq!(lists[0], lists[1]);
}

#[test]
fn help_names_the_verbs_and_what_the_exit_codes_mean() {
    let workspace = Workspace::empty();
    let ran = workspace.run(&["--help"]);
    check(&ran, 0, &["check", "test", "rule", "extract", "Exit codes: 0 ", "factlint check articles"]);
    for verb in ["check", "test", "rule", "extract"] {
        check(&workspace.run(&[verb, "--help"]), 0, &["Usage: factlint", "--rules <GLOB>"]);
    }
}
