//! `factlint suggest` from outside: drafts load, their examples hold, they never judge, and they would notice.

use crate::workspace::Workspace;
use crate::workspace::check;

const ARTICLE: &str = "\
---
date: 2026-03-04
---

The Harbour League has 12 clubs. On Monday, Orvane CEO Ana Brandt said that tickets of the Harbour League cost $30.
Visits to Orvane rose 40% in a day. The Orla Bridge is 1,149 metres long.

“We have never promised a quick and cheap harbour,” Brandt said. The Quay Museum opened on 14 February 2026.
";

/// Words of the article, and what somebody may have made of them.
const ALTERED: &[(&str, &str)] = &[
    ("12 clubs", "14 clubs"),
    ("$30", "$35"),
    ("40%", "45%"),
    ("1,149", "1,194"),
    ("Ana Brandt", "Leo Vale"),
    ("quick and cheap", "quick and splendid"),
    ("14 February", "24 February"),
];

/// A folder with the article and the drafts from it.
fn drafted() -> Workspace {
    let workspace = Workspace::empty();
    workspace.write("in/a.md", ARTICLE);
    check(&workspace.run(&["suggest", "in/a.md", "-o", "rules/drafts.toml"]), 0, &["Drafted 7 facts"]);
    workspace
}

#[test]
fn drafts_load_and_their_examples_hold() {
    let workspace = drafted();
    check(&workspace.run(&["test", "--require-examples"]), 0, &["facts: 7 (7 drafts), failed: 0"]);
    let rules = workspace.read("rules/drafts.toml");
    assert_eq!(rules.matches("draft = true").count(), 8, "{rules}");
    assert!(rules.contains("timeline = [{ value = 12, from = 2026-03-04 }]"), "{rules}");
    assert!(rules.contains("source = { title = \"in/a.md, 2026-03-04\" }"), "{rules}");
    check(&workspace.run(&["rule", "harbour-league-clubs"]), 0, &["this is a draft, which never judges"]);
}

#[test]
fn a_draft_never_judges_unless_it_is_asked() {
    let workspace = drafted();
    workspace.write("in/b.md", ARTICLE.replace("12 clubs", "14 clubs"));
    check(&workspace.run(&["check", "in/b.md"]), 2, &["all facts are drafts", "--drafts"]);
    check(&workspace.run(&["coverage", "in/b.md"]), 2, &["all facts are drafts"]);
    check(&workspace.run(&["check", "in/a.md", "--drafts"]), 0, &["nothing found"]);
    check(
        &workspace.run(&["check", "in/b.md", "--drafts", "--format", "concise"]),
        1,
        &["Harbour League has 12 clubs"],
    );
    check(&workspace.run(&["coverage", "in/a.md", "--drafts"]), 0, &["coverage 77.7%"]);
}

#[test]
fn drafts_notice_what_was_altered() {
    let workspace = drafted();
    for (old, new) in ALTERED {
        assert!(ARTICLE.contains(old));
        workspace.write("in/b.md", ARTICLE.replace(old, new));
        let ran = workspace.run(&["check", "in/b.md", "--drafts", "--strict", "--format", "concise"]);
        check(&ran, 1, &["in/b.md:"]);
    }
}

#[test]
fn without_a_name_a_draft_says_who_is_missing() {
    let workspace = Workspace::empty();
    let ran = workspace.run_with(&["suggest", "-"], "It has 12 clubs, and they rowed 30 miles.\n");
    check(&ran, 0, &["Drafted 0 facts; 2 more places state something, and no fact of them held."]);
    assert_eq!(ran.out, "");
}

#[test]
fn two_of_one_family_stay_two() {
    let workspace = Workspace::empty();
    let text = "Orvane CEO Ana Brandt met Quay mayor Leo Brandt there.\n\n“We have never promised a quick harbour,” \
                said Ana Brandt.\n\n“We shall row across the wide bay,” said Leo Brandt.\n\n“We will never \
                sell a single boat,” Brandt said.\n";
    let rules = workspace.run_with(&["suggest", "-"], text).out;
    assert!(rules.contains("Ana Brandt said") && rules.contains("Leo Brandt said"), "{rules}");
    assert!(!rules.contains("\"Brandt\"") && !rules.contains("single boat"), "{rules}");
}

#[test]
fn a_name_that_stands_by_owns_nothing() {
    let workspace = Workspace::empty();
    let text = "Orvane boats met. The plan of Orvane is a deal with Quay, a person close to the matter said on 3 March \
                2026, and some 40 boats sank when a $3 million bridge of the Harbour League fell.\n";
    check(&workspace.run_with(&["suggest", "-"], text), 0, &["Drafted 0 facts"]);
}

#[test]
fn nothing_is_overwritten() {
    let workspace = drafted();
    let before = workspace.read("rules/drafts.toml");
    let ran = workspace.run(&["suggest", "in/a.md", "-o", "rules/drafts.toml"]);
    check(&ran, 2, &["`rules/drafts.toml` is there already"]);
    assert_eq!(workspace.read("rules/drafts.toml"), before);
}

#[test]
fn what_is_no_single_article_is_refused() {
    let workspace = Workspace::with(&[("in/a.txt", "It rained.\n"), ("in/b.txt", "It rained.\n")]);
    check(&workspace.run(&["suggest", "in"]), 2, &["one article is needed"]);
    check(&workspace.run(&["suggest", "gone.txt"]), 2, &["gone.txt"]);
    workspace.write("empty.txt", "");
    check(&workspace.run(&["suggest", "empty.txt"]), 2, &["no word"]);
    workspace.write("bad.txt", b"A caf\xE9.");
    check(&workspace.run(&["suggest", "bad.txt"]), 2, &["bad.txt"]);
}

#[test]
fn odd_words_are_written_as_toml() {
    let workspace = Workspace::empty();
    let text = "The Harbour \"League\" has 12 clubs. Orvane\\Quay has 40 boats, 'tis said. The Quay\u{7f}Museum has 9 rooms.\n";
    workspace.write("a.txt", format!("The Harbour League met.\n{text}"));
    check(&workspace.run(&["suggest", "a.txt", "-o", "d.toml"]), 0, &["Drafted"]);
    if workspace.path().join("d.toml").exists() {
        check(&workspace.run(&["test", "d.toml"]), 0, &["failed: 0"]);
    }
}

#[test]
fn threads_change_nothing() {
    let workspace = Workspace::empty();
    workspace.write("a.md", ARTICLE);
    let run = |jobs| workspace.run(&["suggest", "a.md", "-j", jobs]).out;
    assert_eq!(run("1"), run("5"));
}
