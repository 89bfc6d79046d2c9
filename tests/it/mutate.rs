//! `factlint mutate` from outside: what is changed, what is noticed, the score and its gate.

use crate::workspace::Workspace;
use crate::workspace::check;
use crate::workspace::json;

/// Rules that know little: a toll that is only read about at the sea.
const WEAK: &str = r#"
[[fact]]
id = "toll"
says = "The toll of the Harbour League is $30"
kind = "measure"
subject = "league"
attribute = ["toll"]
value = "$30"
severity = "info"
"#;

#[test]
fn what_a_fact_covers_is_changed_and_noticed() {
    let workspace = Workspace::with(&[("in/a.txt", "The Harbour League has 12 clubs.\n")]);
    let ran = workspace.run(&["mutate", "--articles", "in"]);
    let rows = [
        "another number     1        1       0  100.0%\n",
        "a denial           1        1       0  100.0%\n",
        "league-clubs       2        2       0  100.0%\n",
        "Made 2 changes in 1 article: 100.0% noticed, 0 not; nothing is found in them as they stand.\n",
    ];
    check(&ran, 0, &rows);
    check(&workspace.run(&["mutate", "rules/league.toml", "--articles", "in/a.txt"]), 0, &["Made 2 changes"]);
}

#[test]
fn what_is_not_noticed_is_listed_with_its_place() {
    let workspace =
        Workspace::with(&[("in/a.txt", "It rained.\n\nThe toll of the Harbour League is $30.\n")]);
    workspace.write("rules/weak.toml", WEAK);
    let ran = workspace.run(&["mutate", "--articles", "in"]);
    let words = [
        "in/a.txt:3:36: not noticed [toll] “30” changed to “33”\n",
        "in/a.txt:3:35: not noticed [toll] “$” changed to “€”\n",
        "1 of 2 facts cover nothing there and were not tried.",
    ];
    check(&ran, 0, &words);
}

#[test]
fn findings_without_any_change_are_told() {
    let workspace = Workspace::with(&[(
        "in/a.txt",
        "The Harbour League has 12 clubs. The Harbour League has 14 clubs.\n",
    )]);
    let ran = workspace.run(&["mutate", "--articles", "in"]);
    check(
        &ran,
        0,
        &[
            "in/a.txt:1:57: found as it stands [league-clubs] The Harbour League has 12 clubs",
            "1 finding in them",
        ],
    );
    assert_eq!(
        json(&workspace.run(&["mutate", "--articles", "in", "--format", "json"]))["alarms"][0]["name"],
        "league-clubs"
    );
}

#[test]
fn the_gate_holds_the_score() {
    let workspace = Workspace::with(&[(
        "in/a.txt",
        "The Harbour League has 12 clubs. The toll of the Harbour League is $30.\n",
    )]);
    workspace.write("rules/weak.toml", WEAK);
    let gate = ["mutate", "--articles", "in"];
    check(&workspace.run(&[&gate[..], &["--min", "30%"]].concat()), 0, &[]);
    check(
        &workspace.run(&[&gate[..], &["--min", "90%"]].concat()),
        1,
        &["Score of ", "is below the 90% of --min"],
    );
    check(
        &workspace.run(&[&gate[..], &["--ratchet", "r.json", "--update"]].concat()),
        0,
        &["written into r.json"],
    );
    check(&workspace.run(&[&gate[..], &["--ratchet", "r.json"]].concat()), 0, &[]);
}

#[test]
fn articles_keep_their_markup() {
    let workspace = Workspace::with(&[("in/a.md", "# Clubs\n\nThe **Harbour League** has **12** clubs.\n")]);
    let report = json(&workspace.run(&["mutate", "--articles", "in", "--format", "json"]));
    assert_eq!(report["changes"][1]["old"], "12");
    assert_eq!(report["changes"][1]["sort"], "number");
    assert_eq!(
        (&report["changes"][1]["noticed"], &report["scores"]["total"]["made"]),
        (&true.into(), &2.into())
    );
}

#[test]
fn a_crowd_of_values_is_bounded() {
    let workspace =
        Workspace::with(&[("in/a.txt", "The Harbour League's 12 clubs met. ".repeat(20).as_str())]);
    let ran = workspace.run(&["mutate", "--articles", "in", "--most", "5"]);
    check(&ran, 0, &["Made 5 changes", "15 more changes were left out"]);
}

#[test]
fn nothing_tried_is_no_pass() {
    let workspace = Workspace::with(&[("in/a.txt", "It rained.\n")]);
    check(&workspace.run(&["mutate", "--articles", "in"]), 2, &["no fact covers anything in the articles"]);
    check(&workspace.run(&["mutate", "--articles", "gone"]), 2, &["gone"]);
    check(&workspace.run(&["mutate", "gone.toml", "--articles", "in"]), 2, &["no rule file matches"]);
    workspace.write("rules/broken.toml", "[[fact]]\n");
    workspace.write("in/b.txt", "The Harbour League has 12 clubs.\n");
    check(
        &workspace.run(&["mutate", "--articles", "in", "--min", "100"]),
        2,
        &["mistakes in the rules", "Made 2 changes"],
    );
}

#[test]
fn drafts_are_tried_on_request() {
    let workspace = Workspace::empty();
    workspace.write("in/a.txt", "The Harbour League has 12 clubs.\n");
    check(&workspace.run(&["suggest", "in/a.txt", "-o", "rules/d.toml"]), 0, &["Drafted 1 fact"]);
    check(&workspace.run(&["mutate", "--articles", "in"]), 2, &["draft"]);
    check(&workspace.run(&["mutate", "--articles", "in", "--drafts"]), 0, &["100.0% noticed"]);
}

#[test]
fn threads_change_nothing() {
    let workspace = Workspace::with(&[(
        "in/a.txt",
        "The Harbour League has 12 clubs, and 3 boats.\n".repeat(9).as_str(),
    )]);
    let run = |jobs| workspace.run(&["mutate", "--articles", "in", "--format", "json", "-j", jobs]).out;
    assert_eq!(run("1"), run("6"));
}
