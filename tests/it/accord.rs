//! Articles held against each other from outside: what is found, where it is told, and that it is the
//! same whatever the number of threads.

use crate::workspace::Ran;
use crate::workspace::Workspace;

const WATCH: &str = r#"
[[entity]]
id = "league"
names = ["Harbour League", "League"]
epithets = ["league"]

[[fact]]
id = "league-clubs"
says = "All articles agree on how many clubs the Harbour League has"
kind = "count"
subject = "league"
attribute = ["club"]
watch = true
severity = "warning"
"#;

fn workspace(articles: &[(&str, &str)]) -> Workspace {
    let workspace = Workspace::empty();
    for (path, text) in articles {
        workspace.write(path, text);
    }
    workspace
}

/// Runs a check that needs no fact over articles, each a file.
fn run(check: &str, articles: &[&str]) -> Ran {
    let workspace = Workspace::empty();
    for (n, text) in articles.iter().enumerate() {
        workspace.write(&format!("a{n}.txt"), text);
    }
    workspace.run(&["check", "--warning", check, "--format", "concise", "."])
}

/// Checks how many findings there are.
#[track_caller]
fn check(ran: &Ran, n_findings: usize) {
    assert_eq!(ran.out.lines().count(), n_findings, "{}{}", ran.out, ran.err);
}

#[test]
fn figures_of_one_subject_are_compared() {
    for (one, other) in [
        ("The Harbour League has 12 clubs.", "The Harbour League has 14 clubs."),
        ("The Harbour League's 12 clubs met.", "The Harbour League has 14 clubs."),
        ("The population of Orlavia is 5,300,000.", "The population of Orlavia is 3,500,000."),
        ("Orlavia's unemployment rate fell to 4.2%.", "Orlavia's unemployment rate was 2.4%."),
        ("The Orla Bridge is 1,149 metres long.", "The Orla Bridge is 1,194 metres long."),
        ("Ana Brandt was born on 3 May 1950.", "Ana Brandt was born on 3 May 1951."),
        ("Ana Brandt, 45, opened the fair.", "The fair was opened by nobody. Ana Brandt, 54, stayed away."),
        ("In 2020 the Harbour League had 12 clubs.", "In 2020 the Harbour League has 14 clubs."),
        (
            "In all 12 people were killed in Port Orla on 3 May 2025.",
            "14 people were killed in Port Orla on 3 May 2025.",
        ),
    ] {
        let ran = run("disagreement", &[one, other]);
        let is_found = ran.out.contains("warning[disagreement]") && ran.out.contains("(see a0.txt:1:");
        assert!(is_found, "{one} {other} {}{}", ran.out, ran.err);
    }
}

#[test]
fn what_may_both_be_true_is_left_alone() {
    for (one, other) in [
        ("The Harbour League has 12 clubs.", "The Harbour League has about a dozen clubs."),
        ("The Harbour League has 12 clubs.", "The Harbour League has more than 10 clubs."),
        ("The Harbour League has 12 clubs.", "The Mountain League has 14 clubs."),
        ("The Harbour League has 12 clubs.", "The Harbour League does not have 14 clubs."),
        ("The Harbour League has 12 clubs.", "“The Harbour League has 14 clubs,” a fan said."),
        ("In 2020 the Harbour League had 12 clubs.", "In 2021 the Harbour League had 14 clubs."),
        ("The Orla Bridge is 1,149 metres long.", "The Orla Bridge is 1.1 kilometres long."),
        ("The port opened on 27 February 2026.", "The port opened on 28 February 2026."),
        ("Ana Brandt was born on 27 February 1950.", "Ana Brandt was born on 28 February 1950."),
        ("Orlavia won 12 games.", "Orlavia has 14 harbours."),
    ] {
        check(&run("disagreement", &[one, other]), 0);
    }
}

#[test]
fn now_is_a_week_and_today_a_day() {
    let dated = |day: &str, text: &str| format!(r#"{{"id": "{day}", "date": "{day}", "text": "{text}"}}"#);
    let lines = [
        dated("2026-03-04", "The Harbour League has 12 clubs."),
        dated("2026-03-06", "The Harbour League has 13 clubs."),
        dated("2026-05-04", "The Harbour League has 14 clubs."),
    ];
    let workspace = workspace(&[("a.jsonl", &lines.join("\n"))]);
    let ran = workspace.run(&["check", "a.jsonl", "--warning", "disagreement", "--format", "concise"]);
    check(&ran, 1);
    assert!(ran.out.starts_with("a.jsonl#2026-03-06:1:24: warning[disagreement] "), "{}", ran.out);
}

#[test]
fn words_that_drift_are_found_without_a_rule() {
    for (one, other, n) in [
        (
            "Vale called it “a hard but honest bargain”.",
            "“It was a tough, but fair bargain,” said Ana Vale.",
            1,
        ),
        (
            "“We shall open the new harbour before the first ships come,” Vale said.",
            "Vale said: “We shall open the old harbour before the first ships come.”",
            1,
        ),
        ("Vale called it “a hard but honest bargain”.", "Quay called it “a tough, but fair bargain”.", 0),
        (
            "Vale called it “a hard but honest bargain”.",
            "Vale called it “a hard, but honest bargain” again.",
            0,
        ),
        ("Vale called it “a hard but honest bargain”.", "Vale called it “an early but welcome spring”.", 0),
    ] {
        check(&run("quote-drift", &[one, other]), n);
    }
}

#[test]
fn a_watched_fact_needs_no_flag() {
    let workspace = workspace(&[
        ("rules/league.toml", WATCH),
        ("in/a.txt", "The Harbour League has 12 clubs."),
        ("in/b.txt", "All 12 of the League's clubs met. In 2019 the League had 10 clubs."),
        ("in/c.txt", "The League's 14 clubs met."),
    ]);
    let ran = workspace.run(&["check", "in", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&ran.out).expect("one document");
    let findings = report["findings"].as_array().expect("findings");
    assert_eq!(findings.len(), 1, "{}", ran.out);
    let (finding, related) = (&findings[0], &findings[0]["related"]);
    assert_eq!((&finding["code"], &finding["severity"]), (&"disagreement".into(), &"warning".into()));
    assert_eq!((&finding["path"], &finding["text"]), (&"in/c.txt".into(), &"14".into()));
    assert_eq!((&related[0]["path"], &related[0]["line"]), (&"rules/league.toml".into(), &7.into()));
    assert_eq!((&related[1]["path"], &related[1]["text"]), (&"in/a.txt".into(), &"12".into()));
    assert_eq!((&related[1]["line"], &related[1]["col"]), (&1.into(), &24.into()));
    assert_eq!(ran.code, 0);
}

#[test]
fn threads_change_nothing() {
    let line = |n: usize| {
        let (clubs, length) = (n % 7 + 2, n % 3 + 1100);
        let text = format!(
            "The Harbour League has {clubs} clubs. The Orla Bridge is {length} metres long. \
             “We shall open harbour number {n} before the first ships come,” Vale said."
        );
        format!(r#"{{"id": "a-{n}", "text": "{text}"}}"#)
    };
    let lines: Vec<String> = (0..300).map(line).collect();
    let workspace = workspace(&[("a.jsonl", &lines.join("\n"))]);
    let run = |jobs: &str| {
        let args =
            ["check", "a.jsonl", "--warning", "disagreement,quote-drift", "--format", "jsonl", "-j", jobs];
        workspace.run(&args).out
    };
    let alone = run("1");
    assert!(alone.lines().count() > 300, "{}", alone.lines().count());
    assert_eq!(alone, run("4"));
}

#[test]
fn without_a_fact_a_check_must_be_asked_for() {
    let articles = [("a.txt", "The port opened on Monday, March 3, 2026.")];
    let ran = workspace(&articles).run(&["check", "a.txt"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
    let ran = workspace(&articles).run(&["check", "a.txt", "--off", "arithmetic"]);
    assert_eq!(ran.code, 2, "to leave a check out asks for nothing");
    let ran = workspace(&articles).run(&["check", "a.txt", "--error", "weekday"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.err.contains("Checked 1 article against 0 facts: 1 error"), "{}", ran.err);
    let ran = workspace(&articles).run(&["check", "a.txt", "--warning", "weekday", "--rules", "none/*.toml"]);
    assert_eq!(ran.code, 2, "rules that are named must be there");
}

#[test]
fn severities_are_set_by_check() {
    let workspace = Workspace::with(&[("a.txt", "The port opened on Monday, March 3, 2026.")]);
    for (flags, expected) in [
        (vec![], "error[weekday]"),
        (vec!["--warning", "weekday"], "warning[weekday]"),
        (vec!["--info=weekday,arithmetic"], "info[weekday]"),
        (vec!["--off", "weekday"], ""),
    ] {
        let ran = workspace.run(&[vec!["check", "a.txt", "--format", "concise"], flags].concat());
        assert_eq!(ran.out.is_empty(), expected.is_empty(), "{}{}", ran.out, ran.err);
        assert!(ran.out.contains(expected), "{}", ran.out);
    }
    let ran = workspace.run(&["check", "a.txt", "--off", "weekday", "--error", "weekday"]);
    assert!(ran.code == 2 && ran.err.contains("`weekday` is given two severities"), "{}", ran.err);
    let ran = workspace.run(&["check", "a.txt", "--off", "weekdays"]);
    assert!(ran.code == 2 && ran.err.contains("did you mean `weekday`?"), "{}", ran.err);
}
