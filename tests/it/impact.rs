//! What a change of a fact means for articles that are out, and facts whose review is due.

use crate::workspace::Ran;
use crate::workspace::Workspace;
use serde_json::Value;

const CHANGED: &str = r#"
[[entity]]
id = "league"
names = ["Harbour League"]

[[fact]]
id = "league-clubs"
says = "The Harbour League has 14 clubs"
kind = "count"
subject = "league"
attribute = ["club"]
timeline = [
  { value = 10, from = 2015-01-01 },
  { value = 12, from = 2020-06-01 },
  { value = 14, from = 2025-03-07 },
]
review-by = 2026-01-31

[[fact]]
id = "league-seat"
says = "The Harbour League sits in Port Alder"
kind = "term"
subject = "league"
attribute = ["seat"]
value = "Port Alder"
rivals = ["Dorne"]

[[fact]]
id = "league-chair"
says = "Ana Brandt chairs the Harbour League"
kind = "role"
subject = "league"
title = ["chair"]
draft = true
timeline = [{ value = "Tom Orla", from = 2015-01-01 }, { value = "Ana Brandt", from = 2025-03-07 }]
"#;

/// An article that was right, one that was wrong, one without a date, and one that has nothing to mend.
fn workspace() -> Workspace {
    let workspace = Workspace::empty();
    workspace.write("rules/league.toml", CHANGED);
    let dated = |day: &str, text: &str| format!("---\ndate: {day}\n---\n{text}\n");
    workspace.write("a/right.md", dated("2023-05-06", "The Harbour League's 12 clubs met."));
    workspace.write("a/wrong.md", dated("2026-02-03", "The 12-club Harbour League met."));
    workspace.write("a/undated.txt", "The Harbour League has 12 clubs.\n");
    let history = "In 2023 the Harbour League had 12 clubs. Today the Harbour League has 14 clubs.";
    workspace.write("a/history.md", dated("2026-02-03", history));
    workspace
}

fn impact(args: &[&str]) -> Ran {
    workspace().run(&[&["impact"], args].concat())
}

#[track_caller]
fn check_broken(args: &[&str], words: &[&str]) {
    let ran = impact(args);
    assert_eq!(ran.code, 2, "{}{}", ran.out, ran.err);
    for words in words {
        assert!(ran.err.contains(words), "{words:?} is not in {}", ran.err);
    }
}

#[test]
fn old_values_are_told_apart_by_whether_they_were_right() {
    let ran = impact(&["league-clubs", "--since", "2025-01-01", "a", "--format", "concise"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    let begins = [
        "a/wrong.md:4:5: error[league-clubs] “12-club” was wrong when this was published: it was 14",
        "a/right.md:4:22: warning[league-clubs] “12” was right when this was published, and has not been since 2025-03-07",
        "a/undated.txt:1:24: info[league-clubs] “12” has not been right since 2025-03-07",
    ];
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines.len(), begins.len(), "{}", ran.out);
    for (line, begin) in lines.iter().zip(begins) {
        assert!(line.starts_with(begin), "{line}");
    }
    assert!(ran.err.contains("Looked at 4 articles: 1 to be corrected, 1 to be updated, 1 without a date."));
}

#[test]
fn each_article_gets_a_draft_note() {
    let ran = impact(&["league-clubs", "--since", "2025-01-01", "a", "--width", "200"]);
    let expected = [
        "Wrong when published, to be corrected:\n",
        "“Correction: an earlier version of this article said “12-club”. When it was published on 2026-02-03, it was 14.”",
        "Right when published, to be updated:\n",
        "“Update: when this article was published on 2023-05-06, “12” was right. Since 2025-03-07 it has been 14.”",
        "Without a date, so that nobody can tell:\n",
    ];
    let places: Vec<Option<usize>> = expected.iter().map(|words| ran.out.find(words)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in {}", ran.out);
}

#[test]
fn machines_are_told_what_an_article_needs() {
    let args = ["league-clubs", "--since", "2025-01-01", "a", "--default-date", "2022-01-01", "--format"];
    let ran = impact(&[&args[..], &["json"]].concat());
    let read: Value = serde_json::from_str(&ran.out).expect("one JSON document");
    let verdicts: Vec<&str> =
        read["findings"].as_array().expect("findings").iter().filter_map(|f| f["verdict"].as_str()).collect();
    assert_eq!(verdicts, ["needs-correction", "needs-update", "needs-update"]);
    assert_eq!(read["summary"]["articles"], 4);
    let ran = impact(&[&args[..], &["jsonl"]].concat());
    assert_eq!(ran.out.lines().count(), 3);
    for line in ran.out.lines() {
        let read: Value = serde_json::from_str(line).expect("a JSON object");
        assert_eq!((&read["code"], &read["fact"]), (&"impact".into(), &"league-clubs".into()));
    }
    let page = impact(&[&args[..], &["html"]].concat());
    assert_eq!((page.code, page.out.matches("<dd>needs-update</dd>").count()), (1, 2));
    assert!(page.out.ends_with("</html>\n"));
}

#[test]
fn articles_without_an_old_value_pass() {
    let ran = impact(&["league-clubs", "--since", "2025-01-01", "a/history.md"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    assert!(ran.err.contains("Looked at 1 article: none states an old value."), "{}", ran.err);
}

#[test]
fn earlier_changes_are_looked_for_where_somebody_asks() {
    let workspace = workspace();
    workspace.write("old/ten.md", "---\ndate: 2016-01-01\n---\nThe Harbour League has 10 clubs.\n");
    let run = |since: &str| workspace.run(&["impact", "league-clubs", "--since", since, "old"]).code;
    assert_eq!((run("2025-01-01"), run("2020-01-01")), (0, 1));
}

#[test]
fn what_cannot_be_looked_for_is_explained() {
    let since = ["--since", "2025-01-01", "a"];
    let with = |fact: &'static str| [&[fact][..], &since].concat();
    check_broken(&with("league-club"), &["there is no fact `league-club`", "did you mean `league-clubs`?"]);
    check_broken(&with("league-seat"), &["has one value, which has never changed", "give it a `timeline`"]);
    check_broken(&with("league-chair"), &["is a draft or switched off"]);
    let late = ["league-clubs", "--since", "2025-03-08", "a"];
    check_broken(&late, &["`league-clubs` last changed on 2025-03-07", "--since 2025-03-07"]);
    check_broken(&["league-clubs", "a"], &["--since <DATE>"]);
    check_broken(&["league-clubs", "--since", "lately"], &["a date is an ISO day"]);
    check_broken(&["league-clubs", "--since", "2025-01-01", "gone.txt"], &["there is no such file"]);
}

#[test]
fn an_overdue_fact_warns_and_keeps_its_severity() {
    let workspace = workspace();
    let check = |today: &str| {
        workspace.run(&["check", "a/wrong.md", "--today", today, "--format", "concise", "--fail-on", "error"])
    };
    let due = check("2026-02-01");
    assert_eq!(due.code, 1, "{}{}", due.out, due.err);
    assert!(
        due.out.contains("warning[league-clubs] The Harbour League has 14 clubs; this was to be"),
        "{}",
        due.out
    );
    assert!(due.out.contains("error[league-clubs]"), "{}", due.out);
    assert!(!check("2026-01-31").out.contains("warning"));
    let machine = workspace.run(&["check", "a/wrong.md", "--today", "2026-02-01", "--format", "json"]);
    assert!(machine.out.contains("\"code\":\"fact-overdue\""), "{}", machine.out);
    let full = workspace.run(&["check", "a/wrong.md", "--today", "2026-02-01", "--width", "200"]);
    assert!(full.out.contains("this fact was due for review on 2026-01-31"), "{}", full.out);
}
