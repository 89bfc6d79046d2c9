//! Fixes: what is put in, where, and what stays as it is.

use crate::workspace::Workspace;
use std::fs;

pub const RULES: &str = r#"
[[entity]]
id = "league"
names = ["Harbour League"]
epithets = ["league"]
[[entity]]
id = "vale"
names = ["Orla Vale"]
[[entity]]
id = "lee"
names = ["Ana Lee"]

[[fact]]
id = "clubs"
says = "The Harbour League has 32 clubs"
kind = "count"
subject = "league"
attribute = ["club"]
timeline = [{ value = 31, from = 2020-01-01 }, { value = 32, from = 2024-01-01 }]
fix = "safe"

[[fact]]
id = "tickets"
says = "Ticket sales of the Harbour League rose 295%"
kind = "measure"
subject = "league"
nature = "event"
attribute = ["ticket sale", "sale"]
value = "295%"
change = "up"
fix = "safe"

[[fact]]
id = "final"
says = "The final of the Harbour League was on 3 March 2026"
kind = "date"
subject = "league"
nature = "event"
attribute = ["final"]
value = "2026-03-03"
slack-days = 0
fix = "safe"

[[fact]]
id = "fields"
says = "The fields of the Harbour League are unlit"
kind = "term"
subject = "league"
attribute = ["field"]
value = "unlit"
rivals = ["floodlit"]
fix = "safe"

[[fact]]
id = "chief"
says = "Orla Vale is secretary general of the Harbour League"
kind = "role"
subject = "league"
title = ["secretary general"]
timeline = [{ value = "lee", from = 2010-01-01, until = 2020-01-01 }, { value = "vale", from = 2020-01-01 }]
fix = "unsafe"

[[fact]]
id = "seats"
says = "The Harbour League has 900 seats"
kind = "count"
subject = "league"
attribute = ["seat"]
value = 900
"#;

fn workspace(name: &str, text: &str) -> Workspace {
    let workspace = Workspace::empty();
    workspace.write("rules/a.toml", RULES);
    workspace.write(name, text);
    workspace
}

/// Checks what a file becomes, that the command then ends with `code`, and that a second time changes nothing.
#[track_caller]
fn check(name: &str, text: &str, mended: &str, code: i32) {
    let workspace = workspace(name, text);
    let args = ["check", name, "--fix", "--as-of", "2026-03-05"];
    for _ in 0..2 {
        let ran = workspace.run(&args);
        assert_eq!(workspace.read(name), mended, "{}{}", ran.out, ran.err);
        assert_eq!(ran.code, code, "{}{}", ran.out, ran.err);
    }
}

#[test]
fn the_truth_is_written_as_the_wrong_words_were() {
    for (wrong, right) in [
        ("The Harbour League has 30 clubs.", "The Harbour League has 32 clubs."),
        ("The thirty-club Harbour League met.", "The thirty-two-club Harbour League met."),
        ("The 31-club Harbour League met.", "The 32-club Harbour League met."),
        ("Thirty clubs make up the Harbour League.", "Thirty-two clubs make up the Harbour League."),
        (
            "The Harbour League has 30 clubs; all 30 clubs of the league met.",
            "The Harbour League has 32 clubs; all 32 clubs of the league met.",
        ),
        ("Ticket sales of the Harbour League rose 259%.", "Ticket sales of the Harbour League rose 295%."),
        (
            "Ticket sales of the Harbour League rose by 259 percent.",
            "Ticket sales of the Harbour League rose by 295 percent.",
        ),
        (
            "The final of the Harbour League took place on March 5, 2026.",
            "The final of the Harbour League took place on March 3, 2026.",
        ),
        (
            "The final of the Harbour League took place on 5 March.",
            "The final of the Harbour League took place on 3 March.",
        ),
        ("The Harbour League plays on floodlit fields.", "The Harbour League plays on unlit fields."),
        ("It is a floodlit Harbour League field.", "It is an unlit Harbour League field."),
    ] {
        check("a.txt", wrong, right, 0);
    }
}

#[test]
fn what_has_no_fix_stays() {
    for text in [
        "The Harbour League has 800 seats.",
        "Harbour League secretary general Ana Lee spoke.",
        "Ticket sales of the Harbour League tripled.",
    ] {
        check("a.txt", text, text, 1);
    }
}

#[test]
fn the_words_of_others_stay() {
    for (text, code) in [
        ("“The Harbour League has 30 clubs,” she said.", 0),
        ("> The Harbour League has 30 clubs.\n", 0),
        ("The Harbour League has 30 clubs, Lee said.", 0),
        ("The Harbour League has 30 clubs. <!-- factlint-ignore clubs: as it was -->\n", 0),
    ] {
        check("a.md", text, text, code);
    }
}

#[test]
fn markup_is_untouched() {
    for (wrong, right) in [
        ("The **30**-club Harbour League met.", "The **32**-club Harbour League met."),
        (
            "The [30-club](https://example.org/30) Harbour League met.",
            "The [32-club](https://example.org/30) Harbour League met.",
        ),
        (
            "---\r\ntitle: \"The 30-club Harbour League\"\r\n---\r\n\r\nText here.\r\n",
            "---\r\ntitle: \"The 32-club Harbour League\"\r\n---\r\n\r\nText here.\r\n",
        ),
        ("The 3**0**-club Harbour League met.", "The 3**2**-club Harbour League met."),
    ] {
        check("a.md", wrong, right, 0);
    }
    check(
        "a.html",
        "<p>The 30&nbsp;clubs of the Harbour League</p>",
        "<p>The 32&nbsp;clubs of the Harbour League</p>",
        0,
    );
    let entity = "<p>The &#51;&#48; clubs of the Harbour League met.</p>";
    check("a.html", entity, entity, 1);
}

#[test]
fn unsafe_fixes_need_their_flag() {
    let workspace = workspace("a.txt", "Harbour League secretary general Ana Lee spoke.");
    assert_eq!(workspace.run(&["check", "a.txt", "--fix", "--unsafe-fixes"]).code, 0);
    assert_eq!(workspace.read("a.txt"), "Harbour League secretary general Orla Vale spoke.");
    let ran = workspace.run(&["check", "a.txt", "--unsafe-fixes"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
}

#[test]
fn a_difference_is_shown_and_nothing_written() {
    let text = "One.\n\nThe Harbour League has 30 clubs.\n\nThe Harbour League has 900 seats.\n";
    let workspace = workspace("in/a.txt", text);
    let ran = workspace.run(&["check", "in", "--diff"]);
    let expected = "--- in/a.txt\n+++ in/a.txt\n@@ -1,5 +1,5 @@\n One.\n \n-The Harbour League has 30 clubs.\n\
        +The Harbour League has 32 clubs.\n \n The Harbour League has 900 seats.\n";
    assert_eq!((ran.code, ran.out.as_str()), (1, expected), "{}", ran.err);
    assert_eq!(workspace.read("in/a.txt"), text);
    assert_eq!(workspace.run(&["check", "in", "--fix"]).code, 0);
    let ran = workspace.run(&["check", "in", "--diff"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    assert_eq!(workspace.run(&["check", "in", "--diff", "--format", "json"]).code, 2);
}

#[test]
fn what_is_fixed_is_counted() {
    let ran = workspace("a.txt", "The Harbour League has 30 clubs.").run(&["check", "a.txt", "--fix"]);
    assert!(ran.err.contains("nothing found (1 fixed)"), "{}", ran.err);
}

#[test]
fn what_cannot_be_rewritten_is_told() {
    let line = "{\"id\": \"a\", \"text\": \"The Harbour League has 30 clubs.\"}\n";
    let space = workspace("a.jsonl", line);
    let ran = space.run(&["check", "a.jsonl", "--fix"]);
    assert_eq!((ran.code, space.read("a.jsonl").as_str()), (1, line));
    assert!(ran.err.contains("1 fix was left out"), "{}", ran.err);
    let ran = space.run_with(&["check", "-", "--fix"], "The Harbour League has 30 clubs.");
    assert!(ran.code == 2 && ran.err.contains("`-` is standard input"), "{}", ran.err);
    let ran = space.run_with(&["check", "-", "--diff"], "The Harbour League has 30 clubs.\n");
    assert!(ran.code == 1 && ran.out.contains("+The Harbour League has 32 clubs."), "{}", ran.out);
}

#[test]
fn a_byte_order_mark_stays() {
    check(
        "a.txt",
        "\u{feff}The Harbour League has 30 clubs.\r\n",
        "\u{feff}The Harbour League has 32 clubs.\r\n",
        0,
    );
}

#[cfg(unix)]
#[test]
fn mode_and_link_stay_and_what_may_not_be_written_is_told() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::fs::symlink;
    let space = workspace("real/a.txt", "The Harbour League has 30 clubs.");
    let at = |name: &str| space.path().join(name);
    fs::set_permissions(at("real/a.txt"), fs::Permissions::from_mode(0o640)).expect("a mode");
    symlink(at("real/a.txt"), at("link.txt")).expect("a link");
    assert_eq!(space.run(&["check", "link.txt", "--fix"]).code, 0);
    assert_eq!(space.read("real/a.txt"), "The Harbour League has 32 clubs.");
    assert!(fs::symlink_metadata(at("link.txt")).expect("a link").is_symlink());
    assert_eq!(fs::metadata(at("real/a.txt")).expect("a file").permissions().mode() & 0o777, 0o640);
    space.write("b.txt", "The Harbour League has 30 clubs.");
    fs::set_permissions(at("b.txt"), fs::Permissions::from_mode(0o440)).expect("a mode");
    let ran = space.run(&["check", "b.txt", "--fix"]);
    assert!(ran.code == 2 && ran.err.contains("could not be written into `b.txt`"), "{}", ran.err);
    assert!(ran.out.contains("has 30 clubs"), "{}", ran.out);
    assert_eq!(fs::read_dir(space.path()).expect("a folder").count(), 4);
}
