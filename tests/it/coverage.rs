//! `factlint coverage` from outside: what is counted, what is set aside, the gate and its ratchet.

use crate::workspace::Workspace;
use crate::workspace::check;
use crate::workspace::json;

/// Two of the three figures are vouched for by nobody.
const MIXED: &str = "The Harbour League has 12 clubs, 40 boats and $3 million.\n";

const GERMAN: &str = "Es regnete den ganzen Tag. Der Hafen war zu und die Boote blieben an Land, weil niemand mit \
     dem Wetter gerechnet hatte. Am Abend sagte der Vorstand der Liga, dass die zwölf Vereine erst in der nächsten \
     Woche wieder antreten und dass die Karten für das Spiel ihren Wert behalten.\n";

#[test]
fn articles_are_counted_one_by_one_and_together() {
    let workspace =
        Workspace::with(&[("in/a.txt", MIXED), ("in/b.txt", "The Harbour League has 14 clubs.\n")]);
    let ran = workspace.run(&["coverage", "in"]);
    let rows = [
        "in/a.txt                  1          0          2     33.3%\n",
        "in/b.txt                  1          0          0    100.0%\n",
        "all 2 articles            2          0          2     50.0%\n",
        "sums of money             0          0          1      0.0%\n",
        "Held 2 articles against 1 fact: coverage 50.0% (2 of 4), 2 unvouched, 0 set aside.\n",
    ];
    check(&ran, 0, &rows);
}

#[test]
fn words_are_listed_on_request() {
    let workspace = Workspace::with(&[(
        "a.txt",
        "Vale said the Harbour League has 14 clubs. He had misspoken. It has 40 boats.\n",
    )]);
    check(
        &workspace.run(&["coverage", "a.txt", "--list", "unvouched"]),
        0,
        &["a.txt:1:69: unvouched number “40”\n"],
    );
    let ran = workspace.run(&["coverage", "a.txt", "--list", "set-aside,covered"]);
    check(&ran, 0, &["a.txt:1:34: set-aside number “14” [league-clubs]: taken back here (“misspoken”)\n"]);
    assert!(!ran.out.contains("unvouched number"), "{}", ran.out);
}

#[test]
fn what_is_ignored_is_set_aside_with_the_reason() {
    let text =
        "<!-- factlint-ignore league-clubs: a slip we reported -->\nThe Harbour League has 14 clubs.\n";
    let workspace = Workspace::with(&[("a.md", text), ("b.txt", "The Harbour League has 15 clubs.\n")]);
    let ran = workspace.run(&["coverage", "a.md", "--list", "set-aside"]);
    check(&ran, 0, &["set-aside number “14” [league-clubs]: ignored: a slip we reported\n"]);
    workspace.write(
        "factlint.toml",
        "[[ignore]]\npath = \"b.txt\"\nfact = \"league-clubs\"\ntext = \"15\"\nreason = \"known\"\n",
    );
    let ran = workspace.run(&["coverage", "b.txt", "--list", "set-aside"]);
    check(&ran, 0, &["[league-clubs]: ignored: known\n"]);
}

#[test]
fn the_gate_holds_the_share() {
    let workspace = Workspace::with(&[("a.txt", MIXED)]);
    check(&workspace.run(&["coverage", "a.txt", "--min", "33%"]), 0, &[]);
    check(
        &workspace.run(&["coverage", "a.txt", "--min", "60"]),
        1,
        &["Coverage of 33.3% is below the 60% of --min"],
    );
    check(&workspace.run(&["coverage", "a.txt", "--min", "200%"]), 2, &["a percentage from 0 to 100"]);
    workspace.write("b.txt", "It rained.\n");
    check(&workspace.run(&["coverage", "b.txt", "--min", "100%"]), 0, &["there is nothing that somebody"]);
}

#[test]
fn the_ratchet_only_rises() {
    let workspace = Workspace::with(&[("a.txt", MIXED)]);
    let gate = ["coverage", "a.txt", "--ratchet", "desk/ratchet.json"];
    let update = [&gate[..], &["--update"]].concat();
    check(&workspace.run(&gate), 2, &["the ratchet `desk/ratchet.json` cannot be read", "--update"]);
    check(&workspace.run(&update), 0, &["Coverage of 33.3% written into desk/ratchet.json"]);
    check(&workspace.run(&gate), 0, &[]);
    let before = workspace.read("desk/ratchet.json");
    workspace.write("a.txt", "The Harbour League has 12 clubs, 40 boats, 3 cranes and $3 million.\n");
    check(&workspace.run(&update), 1, &["25.0% is below the 33.3% that were reached before"]);
    assert_eq!(workspace.read("desk/ratchet.json"), before);
    workspace.write("a.txt", "The Harbour League has 12 clubs.\n");
    check(&workspace.run(&update), 0, &["Coverage of 100.0% written"]);
    check(&workspace.run(&["coverage", "a.txt", "--update"]), 2, &["--ratchet"]);
}

#[test]
fn nothing_is_held_to_the_gate_where_not_all_could_be_read() {
    let workspace = Workspace::with(&[("in/a.txt", MIXED)]);
    workspace.write("in/b.txt", b"A caf\xE9.");
    let ran = workspace.run(&["coverage", "in", "--min", "90%", "--ratchet", "r.json", "--update"]);
    check(&ran, 2, &["in/b.txt", "in/a.txt"]);
    assert!(!workspace.path().join("r.json").exists());
    assert!(!ran.err.contains("is below"), "{}", ran.err);
}

#[test]
fn json_is_one_document_with_every_word() {
    let workspace = Workspace::with(&[("in/a.txt", MIXED), ("in/b.txt", GERMAN)]);
    let ran = workspace.run(&["coverage", "in", "--format", "json", "--min", "20%"]);
    let report = json(&ran);
    assert_eq!((ran.code, &report["summary"]["percent"]), (0, &"33.3".into()), "{}", ran.err);
    let stated = &report["articles"][0]["stated"];
    assert_eq!(stated.as_array().expect("a list").len(), 3);
    assert_eq!((&stated[0]["fact"], &stated[0]["verdict"]), (&"league-clubs".into(), &"agrees".into()));
    assert_eq!((&stated[2]["text"], &stated[2]["standing"]), (&"$3 million".into(), &"unvouched".into()));
    assert_eq!(report["articles"][0]["sorts"]["money"]["unvouched"], 1);
    assert!(report["articles"][1]["skipped"].as_str().is_some_and(|why| why.contains("German")));
    assert_eq!(report["summary"]["skipped"], 1);
}

#[test]
fn nothing_counted_is_no_pass() {
    let workspace = Workspace::with(&[("in/a.md", "<!-- nothing -->\n")]);
    check(&workspace.run(&["coverage", "in"]), 2, &["there is no word"]);
    check(&workspace.run(&["coverage", "gone"]), 2, &["gone"]);
    let ran = workspace.run(&["coverage", "in", "--isolated"]);
    check(&ran, 2, &["no fact was loaded", "name them with `--rules GLOB`"]);
    assert!(!ran.err.contains("--warning"), "{}", ran.err);
    workspace.write("rules/broken.toml", "[[fact]]\n");
    workspace.write("in/b.txt", MIXED);
    check(&workspace.run(&["coverage", "in", "--min", "1%"]), 2, &["in/b.txt", "mistakes in the rules"]);
}

#[test]
fn threads_change_nothing() {
    let workspace = Workspace::with(&[]);
    for n in 0..30 {
        workspace.write(&format!("in/{n}.txt"), MIXED.repeat(n % 4 + 1));
    }
    let run = |jobs| workspace.run(&["coverage", "in", "--format", "json", "-j", jobs]).out;
    assert_eq!(run("1"), run("7"));
}
