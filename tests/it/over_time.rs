//! What is said of a truth that changes, and of facts that are switched off.

use crate::workspace::Workspace;

const RULES: &str = r#"
[[entity]]
id = "pact"
names = ["Orvane Pact", "Pact"]

[[fact]]
id = "pact-head"
says = "The Pact is led by Mira Brandt"
kind = "role"
subject = "pact"
title = ["secretary general"]
timeline = [{ value = "Tom Orla", from = 2015-01-01 }, { value = "Mira Brandt", from = 2021-01-01 }]

[[fact]]
id = "pact-members"
says = "The Pact has 32 members"
kind = "count"
subject = "pact"
attribute = ["member"]
timeline = [{ value = 30, from = 2015-01-01 }, { value = 32, from = 2021-01-01 }]

[[fact]]
id = "pact-signed"
says = "The Pact was signed on 3 March 2020"
kind = "date"
subject = "pact"
attribute = ["signed"]
value = "2020-03-03"

[[fact]]
id = "pact-opened"
says = "The Pact was opened on 4 March 2020"
kind = "date"
subject = "pact"
attribute = ["opened"]
value = "2020-03-04"
"#;

/// Checks an article of a day and gives what is printed, a finding a line, the place left out.
fn said(rules: &str, day: &str, text: &str, more: &[&str]) -> String {
    let workspace = Workspace::empty();
    workspace.write("rules/pact.toml", rules);
    workspace.write("a.txt", text);
    let args = [&["check", "--format", "concise", "--as-of", day, "a.txt"], more].concat();
    let out = workspace.run(&args).out;
    out.lines().filter_map(|line| line.split_once("] ")).map(|(_, message)| message).collect()
}

#[track_caller]
fn check(day: &str, text: &str, expected: &str) {
    assert_eq!(said(RULES, day, text, &["--show-suppressed"]), expected);
}

#[test]
fn a_finding_begins_with_what_was_true_then() {
    check(
        "2020-05-05",
        "The Pact is led by secretary general Mira Brandt.",
        "On 2020-05-05 it was Tom Orla (now: The Pact is led by Mira Brandt); this says “Mira Brandt”",
    );
    check(
        "2026-05-05",
        "In 2019 the Pact had 32 members.",
        "In 2019 it was 30 (now: The Pact has 32 members); this says “32”",
    );
    check(
        "2026-05-05",
        "The Pact is led by secretary general Tom Vale.",
        "The Pact is led by Mira Brandt; this says “Tom Vale”",
    );
}

#[test]
fn what_was_so_once_is_told_of_an_earlier_time() {
    check(
        "2026-05-05",
        "The Pact used to have 30 members.",
        "The Pact has 32 members; “30” is told of an earlier time",
    );
}

#[test]
fn a_fact_that_is_off_is_no_measure_for_the_order_of_events() {
    let text = "The Pact was signed after it was opened.";
    let expected = "The Pact was signed on 3 March 2020; this says “after”";
    assert_eq!(said(RULES, "2026-05-05", text, &[]), expected);
    let off = format!("{RULES}severity = \"off\"\n");
    assert_eq!(said(&off, "2026-05-05", text, &[]), "");
}
