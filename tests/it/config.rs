//! The configuration file from outside: where it is found, what it changes, what is told of its mistakes.

use crate::workspace::Ran;
use crate::workspace::Workspace;
use factlint::config::word;
use factlint::context::group::Effect;
use factlint::fact::Place;
use factlint::fact::table::Text;
use factlint::span::Span;
use std::fs;
use std::path::Path;

/// An article that denies a wrong value.
const DENIED: (&str, &str) = ("a.txt", "The Harbour League does not have 14 clubs.\n");
/// Settings by which the denial does not count.
const DEAF: &str = "[context]\ndisable = [\"deny.not\"]\n";

#[track_caller]
fn check_code(ran: &Ran, code: i32) {
    assert_eq!(ran.code, code, "standard output: {}\nstandard error: {}", ran.out, ran.err);
}

#[test]
fn a_group_of_cues_is_switched_off() {
    let workspace = Workspace::with(&[DENIED]);
    check_code(&workspace.run(&["check"]), 0);
    workspace.write("factlint.toml", DEAF);
    check_code(&workspace.run(&["check"]), 1);
    check_code(&workspace.run(&["check", "--isolated", "--rules", "rules/*.toml"]), 0);
}

#[test]
fn a_file_is_found_in_a_folder_above() {
    let workspace = Workspace::with(&[DENIED]);
    workspace.write(".factlint.toml", DEAF);
    workspace.write("deep/er/note.txt", "");
    let mut command = workspace.command(&["check", "-v", "--rules", "../../rules/*.toml", "../../a.txt"]);
    let ran = Ran::of(command.current_dir(workspace.path().join("deep/er")).output().expect("it runs"));
    check_code(&ran, 1);
    assert!(ran.err.starts_with("configuration: ../../.factlint.toml\n"), "{}", ran.err);
}

#[test]
fn a_file_that_is_named_is_used_even_in_isolation() {
    let workspace = Workspace::with(&[DENIED]);
    workspace.write("desk/own.toml", DEAF);
    check_code(&workspace.run(&["check", "-c", "desk/own.toml"]), 1);
    let isolated = ["check", "--isolated", "--config", "desk/own.toml", "--rules", "rules/*.toml"];
    check_code(&workspace.run(&isolated), 1);
}

#[test]
fn which_file_is_meant_must_be_clear() {
    let workspace = Workspace::with(&[DENIED]);
    workspace.write("factlint.toml", DEAF);
    workspace.write(".factlint.toml", "");
    let ran = workspace.run(&["check"]);
    check_code(&ran, 2);
    assert!(ran.err.contains("there is both a `factlint.toml` and a `.factlint.toml`"), "{}", ran.err);
    assert!(
        ran.err.contains("help: remove one of the two") && ran.err.contains("Checked 1 article"),
        "{}",
        ran.err
    );
    for named in ["gone.toml", "rules"] {
        let ran = workspace.run(&["check", "-c", named]);
        check_code(&ran, 2);
        assert!(ran.err.contains(&format!("the configuration `{named}` ")), "{}", ran.err);
    }
}

#[test]
fn every_mistake_is_shown_and_ends_with_two() {
    let workspace = Workspace::with(&[DENIED]);
    let text = "[context]\ndisable = [\"deny.nto\", \"say.verb\"]\n\n[[cues]]\nid = \"own\"\nefect = \"deny\"\n\
                phrases = [\"(nay\"]\n\n[colours]\n";
    workspace.write("factlint.toml", text);
    for args in [&["check", "--format", "concise"][..], &["test"], &["rule"], &["extract", "a.txt"]] {
        let ran = workspace.run(args);
        check_code(&ran, 2);
        for words in [
            "factlint.toml:2:12",
            "did you mean `deny.not`?",
            "did you mean `effect`?",
            "each `(` needs its `)`",
            "the configuration has an unknown key `colours`",
            "4 mistakes in the configuration; what they concern was left out.",
        ] {
            assert!(ran.err.contains(words), "{words} is not in {}", ran.err);
        }
    }
}

#[test]
fn examples_and_extract_go_by_the_configuration_too() {
    let workspace = Workspace::with(&[DENIED]);
    workspace.write("factlint.toml", DEAF);
    let ran = workspace.run(&["extract", "--rules", "rules", "a.txt"]);
    assert!(ran.out.contains("asserted, contradicts"), "{}", ran.out);
    let path = workspace.path().join("rules/league.toml");
    let rules = fs::read_to_string(&path).expect("the rules");
    let accept = "accept = [\"The Harbour League does not have 14 clubs.\", ";
    workspace.write("rules/league.toml", rules.replace("accept = [", accept));
    check_code(&workspace.run(&["test"]), 1);
    check_code(&workspace.run(&["test", "--isolated", "rules/league.toml"]), 0);
}

/// Sentences with a wrong value and the true one, and the exit codes with `--strict` under each setting.
const BESIDE: &[(&str, [i32; 3])] = &[
    // A warning, an error.
    ("The Harbour League probably has 14 clubs, though its register lists 12 clubs.", [1, 0, 0]),
    ("The Harbour League has 14 clubs, and its register lists 12 clubs.", [1, 1, 0]),
    // Without the truth, with a truth that is not asserted, a choice, and what is taken for granted.
    ("The Harbour League probably has 14 clubs.", [1, 1, 1]),
    ("The Harbour League probably has 14 clubs. Its register lists 12 clubs.", [1, 1, 1]),
    ("Depending on whom you ask, the Harbour League has 12 or 11 clubs.", [1, 1, 1]),
    ("The 14-club Harbour League met, and its register lists 12 clubs.", [1, 1, 1]),
];

#[test]
fn the_truth_beside_a_wrong_value_counts_as_it_is_set() {
    let workspace = Workspace::with(&[]);
    for (text, codes) in BESIDE {
        workspace.write("a.txt", text);
        for (setting, code) in ["off", "warnings", "all"].iter().zip(codes) {
            workspace.write("factlint.toml", format!("[context]\ntruth-beside = \"{setting}\"\n"));
            let ran = workspace.run(&["check", "--strict", "a.txt"]);
            assert_eq!(ran.code, *code, "{setting}: {text}\n{}{}", ran.out, ran.err);
        }
    }
}

#[test]
fn machine_formats_stay_whole_when_the_configuration_is_broken() {
    let workspace = Workspace::with(&[DENIED]);
    workspace.write("factlint.toml", "[context\n");
    for args in [&["check", "--format", "json"][..], &["check", "--format", "json", "-c", "gone.toml"]] {
        let ran = workspace.run(args);
        check_code(&ran, 2);
        let read: serde_json::Value = serde_json::from_str(&ran.out).expect("one JSON document");
        assert_eq!(read["summary"]["articles"], 1);
    }
}

#[test]
fn the_page_on_configuration_holds() {
    let page = page();
    let workspace = Workspace::with(&[("quay.txt", block(&page, "```text\n", "Word on the quay"))]);
    check_code(&workspace.run(&["check"]), 1);
    workspace.write("factlint.toml", block(&page, "```toml\n", "[[cues]]"));
    let ran = workspace.run(&["check", "quay.txt", "--format", "concise"]);
    check_code(&ran, 0);
    assert_eq!(ran.out, block(&page, "```\n", "quay.txt:"));
    workspace.write("factlint.toml", block(&page, "```toml\n", "[context]"));
    check_code(&workspace.run(&["check"]), 1);
}

#[test]
fn the_page_on_configuration_knows_every_effect() {
    let text = Text { text: "?".to_owned(), place: Place { file: 0, span: Span::at(0) } };
    let help = word::read::<Effect>(&text, "effect").expect_err("no effect").help.expect("all effects");
    let effects: Vec<&str> = help.split('`').skip(1).step_by(2).collect();
    assert!(effects.len() > 20, "{help}");
    let page = page();
    let missing = effects.iter().filter(|effect| !page.contains(&format!("\n| `{effect}` |")));
    assert_eq!(missing.collect::<Vec<_>>(), Vec::<&&str>::new());
}

fn page() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/configuration.md");
    fs::read_to_string(path).expect("the page")
}

/// The block of the page that opens so and begins with these words.
fn block<'p>(page: &'p str, fence: &str, words: &str) -> &'p str {
    let blocks = page.split(fence).skip(1).map(|rest| rest.split("```").next().unwrap_or(""));
    blocks.into_iter().find(|block| block.starts_with(words)).expect("a block of the page")
}
