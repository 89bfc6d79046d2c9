//! What authors tell factlint to ignore: where it stands, what it covers, and what is wrong with it.

use crate::workspace::Workspace;

/// What a run over one article prints, a line a finding, without the message.
fn heads(name: &str, text: &str, more: &[&str]) -> Vec<String> {
    let workspace = Workspace::with(&[(name, text)]);
    let args = ["check", name, "--format", "concise", "--today", "2026-03-04"];
    let ran = workspace.run(&[&args, more].concat());
    let lines = ran.out.lines().map(|line| line.split("] ").next().unwrap_or(line));
    lines.map(|line| line.strip_prefix(&format!("{name}:")).unwrap_or(line).to_owned() + "]").collect()
}

/// Checks the findings of an article: place, severity and name.
#[track_caller]
fn check(name: &str, text: &str, expected: &[&str]) {
    assert_eq!(heads(name, text, &[]), expected, "{text:?}");
}

const WRONG: &str = "The Harbour League has 14 clubs.";

#[test]
fn each_markup_has_its_own_comment() {
    let why = "factlint-ignore league-clubs: as it was";
    check("a.md", &format!("<!-- {why} -->\n{WRONG}\n"), &[]);
    check("a.mdx", &format!("{{/* {why} */}}\n\n{WRONG}\n"), &[]);
    check("a.html", &format!("<!-- {why} -->\n<p>{WRONG}</p>\n"), &[]);
    check(
        "a.md",
        &format!("---\nfactlint: {{ ignore: [{{ fact: league-clubs, reason: x }}] }}\n---\n{WRONG}\n"),
        &[],
    );
    check(
        "a.md",
        &format!("+++\nfactlint.ignore = [{{ fact = 'league-clubs', reason = 'x' }}]\n+++\n{WRONG}\n"),
        &[],
    );
    check("a.txt", &format!("<!-- {why} -->\n\n{WRONG}\n"), &["3:24: error[league-clubs]"]);
}

#[test]
fn they_work_in_tables_lists_and_emphasised_lines() {
    let note = "<!-- factlint-ignore league-clubs: as it was -->";
    check(
        "a.md",
        &format!("| A | B |\n|---|---|\n| 1 | {WRONG} {note} |\n| 2 | {WRONG} |\n"),
        &["4:30: error[league-clubs]"],
    );
    check("a.md", &format!("- {WRONG} {note}\n- {WRONG}\n"), &["2:26: error[league-clubs]"]);
    check("a.md", &format!("**{WRONG}** {note}\n"), &[]);
    check("a.md", &format!("_{WRONG} {note}_\n"), &[]);
    check("a.md", &format!("## {WRONG} {note}\n"), &[]);
    check(
        "a.md",
        &format!("{note}\n\n| A |\n|---|\n| {WRONG} |\n\n{WRONG}\n"),
        &["7:24: error[league-clubs]"],
    );
}

#[test]
fn a_region_and_a_file_are_covered() {
    let region = "<!-- factlint-ignore-start league-clubs: x -->\n\nA\n\nB\n\n<!-- factlint-ignore-end league-clubs -->\n\nA\n";
    check("a.md", &region.replace(['A', 'B'], WRONG), &["9:24: error[league-clubs]"]);
    check("a.md", &format!("{WRONG}\n\n{WRONG} <!-- factlint-ignore-file fact: x -->\n"), &[]);
    let title = "<!-- factlint-ignore-file league-clubs: x -->";
    let line = format!(
        "{{\"id\": 1, \"title\": \"{WRONG}\", \"format\": \"html\", \"text\": \"{title}<p>Text.\"}}\n"
    );
    check("a.jsonl", &line, &[]);
}

#[test]
fn what_cannot_be_followed_silences_nothing_and_is_told() {
    let both = |place: &str| vec![place.to_owned(), "2:24: error[league-clubs]".to_owned()];
    for (told, place) in [
        ("ignore league-clubs", "1:6: warning[directive]"),
        ("ignore league-clubs:", "1:6: warning[directive]"),
        ("ignore: x", "1:6: warning[directive]"),
        ("ignore league-club: x", "1:6: warning[directive]"),
        ("ignor league-clubs: x", "1:6: warning[directive]"),
        ("ignore-start league-clubs: x", "1:6: warning[directive]"),
        ("ignore-end league-clubs", "1:6: warning[directive]"),
        ("as-of today", "1:6: warning[directive]"),
        ("ignore league-clubs until 2026-03-03: x", "1:6: warning[directive]"),
        ("ignore league-clubs until soon: x", "1:6: warning[directive]"),
        ("ignore arithmetic: x", "1:6: warning[unused-ignore]"),
    ] {
        let text = format!("<!-- factlint-{told} -->\n{WRONG}\n");
        assert_eq!(heads("a.md", &text, &[]), both(place), "{text:?}");
    }
    check("a.md", &format!("<!-- factlint-ignore league-clubs until 2026-03-04: x -->\n{WRONG}\n"), &[]);
    check("a.md", &format!("<!-- factlint-ignore league-clubs, quote-drift: x -->\n{WRONG}\n"), &[]);
}

#[test]
fn what_was_meant_is_told() {
    let text = format!("<!-- factlint-ignore league-club: x -->\n<!-- factlint-ignor a: x -->\n\n{WRONG}\n");
    let ran = Workspace::with(&[("a.md", &text)]).run(&["check", "a.md"]);
    for words in ["did you mean `league-clubs`?", "did you mean `factlint-ignore`?"] {
        assert!(ran.out.contains(words), "{}", ran.out);
    }
    assert_eq!(ran.code, 1);
}

#[test]
fn what_is_ignored_is_counted_and_shown_on_request() {
    let text = format!("{WRONG} <!-- factlint-ignore league-clubs: as it was in 2022 -->\n");
    let workspace = Workspace::with(&[("a.md", &text)]);
    let ran = workspace.run(&["check", "a.md"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert!(ran.err.contains("nothing found (1 ignored)"), "{}", ran.err);
    let ran = workspace.run(&["check", "a.md", "--show-suppressed", "--fail-on", "info"]);
    assert!(ran.code == 0 && ran.out.contains("ignored: as it was in 2022"), "{}", ran.out);
    let ran = workspace.run(&["check", "a.md", "--show-suppressed", "--format", "jsonl"]);
    let read: serde_json::Value = serde_json::from_str(&ran.out).expect("a finding");
    assert_eq!((&read["suppressed"], &read["severity"]), (&"as it was in 2022".into(), &"info".into()));
}

#[test]
fn a_directive_sets_the_day_and_the_flag_goes_before_it() {
    let rules = "[[entity]]\nid = \"league\"\nnames = [\"Harbour League\"]\n[[fact]]\nid = \"clubs\"\n\
        says = \"The Harbour League has 12 clubs\"\nkind = \"count\"\nsubject = \"league\"\nattribute = [\"club\"]\n\
        timeline = [{ value = 14, from = 2020-01-01 }, { value = 12, from = 2024-01-01 }]\n";
    let workspace = Workspace::empty();
    workspace.write("rules/a.toml", rules);
    workspace.write(
        "a.md",
        format!("---\ndate: 2026-03-04\n---\n<!-- factlint-as-of 2023-02-01 -->\n\n{WRONG}\n"),
    );
    assert_eq!(workspace.run(&["check", "a.md"]).code, 0);
    assert_eq!(workspace.run(&["check", "a.md", "--as-of", "2026-03-04"]).code, 1);
}
