//! The book in `docs/`, tried by somebody who types whatever it says.
//!
//! Files that it shows are written, commands are run in order, and what they print is compared. With
//! `BOOK=overwrite cargo test book` the pages are written anew with what is printed now; read the difference.

mod links;
mod manual;
pub mod page;
mod server;
#[cfg(unix)]
mod shell;

use crate::book::page::Block;
use crate::workspace::Workspace;
use factlint::context::Status;
use serde_json::Value;
use serde_json::json;
use std::fs;

/// The page that is made of the manual, whose examples `explain.rs` runs.
const MANUAL: &str = "checks.md";

/// Checks that a page says what it should say today, or writes that.
fn check_page(name: &str, now: &str) {
    if std::env::var_os("BOOK").is_some_and(|word| word == "overwrite") {
        fs::write(page::folder().join(name), now).expect("a page");
    } else {
        assert_eq!(page::text(name), now, "docs/{name}");
    }
}

#[cfg(unix)]
#[test]
fn every_command_prints_what_its_page_says() {
    for name in page::names().iter().filter(|name| *name != MANUAL) {
        check_page(name, &shell::rewritten(&page::text(name)));
    }
}

#[test]
fn the_page_of_the_manual_says_what_explain_prints() {
    check_page(MANUAL, &manual::page());
}

/// Rules that a page shows whole, each in a block of its own that is no file.
fn whole_rules(page: &str) -> Vec<Block> {
    let blocks = page::blocks(page, "toml").into_iter();
    blocks.filter(|block| block.path.is_none() && block.body.contains("[[fact]]")).collect()
}

/// Whether a block is tried by one of these tests.
fn is_tried(block: &Block) -> bool {
    let is_rule = block.language == "toml" && block.body.contains("[[fact]]");
    block.path.is_some() || is_rule || ["console", "yaml"].contains(&block.language.as_str())
}

#[test]
fn no_block_of_the_chapters_is_left_untried() {
    for name in page::chapters() {
        for step in page::steps(&page::text(&name)) {
            let page::Step::Block(block) = step else { continue };
            assert!(is_tried(&block), "docs/{name} shows what nobody tries:\n{}", block.body);
        }
    }
}

#[test]
fn every_whole_rule_of_the_chapters_holds_its_examples() {
    let mut n_rules = 0;
    for name in page::chapters() {
        for rule in whole_rules(&page::text(&name)) {
            let workspace = Workspace::empty();
            workspace.write("rules/a.toml", &rule.body);
            let ran = workspace.run(&["test", "--require-examples"]);
            let is_sound = ran.err.starts_with("examples run: ") && ran.err.lines().count() == 1;
            assert!(ran.code == 0 && is_sound, "docs/{name}\n{}{}{}", rule.body, ran.out, ran.err);
            n_rules += 1;
        }
    }
    assert!(n_rules >= 10, "{n_rules}");
}

#[test]
fn the_chapter_on_kinds_has_a_whole_rule_of_each() {
    let rules = page::text("rules.md");
    let kinds: Vec<&str> = rules.split("\n### `").skip(1).filter_map(|rest| rest.split('`').next()).collect();
    assert!(kinds.len() >= 8, "{kinds:?}");
    let shown = whole_rules(&page::text("kinds.md"));
    for kind in kinds {
        let is_shown = shown.iter().any(|rule| rule.body.contains(&format!("\nkind = \"{kind}\"\n")));
        assert!(is_shown, "docs/kinds.md shows no rule of the kind `{kind}`");
    }
}

/// The rules of a page, in a folder of their own.
fn with_rules(page: &str) -> Workspace {
    let workspace = Workspace::empty();
    let files = page::blocks(page, "toml").into_iter();
    for (path, body) in files.filter_map(|block| Some((block.path?, block.body))) {
        workspace.write(&path, body);
    }
    workspace
}

/// What is found of a sentence: `nothing`, or how severe the finding of the value between « and » is.
fn said(workspace: &Workspace, sentence: &str) -> String {
    let text = sentence.replace(['«', '»'], "");
    workspace.write("a.jsonl", json!({"id": "a", "date": "2026-03-04", "text": text}).to_string());
    let found = workspace.run(&["check", "a.jsonl", "--format", "jsonl"]).out;
    if found.is_empty() {
        return "nothing".to_owned();
    }
    let finding: Value = serde_json::from_str(&found).expect("one finding");
    assert_eq!(finding["text"].as_str(), sentence.split(['«', '»']).nth(1), "{sentence}");
    finding["severity"].as_str().expect("a word").to_owned()
}

/// The status of the claim between « and », and the words that decided with the name of their group.
fn status(workspace: &Workspace, sentence: &str) -> (String, String) {
    let value = sentence.split(['«', '»']).nth(1).expect("a value between « and »");
    let seen = workspace.run(&["extract", "a.jsonl", "--rules", "rules", "--format", "jsonl"]).out;
    let seen: Value = serde_json::from_str(&seen).expect("an article");
    let claims = seen["claims"].as_array().expect("claims");
    let claim = claims.iter().find(|claim| claim["text"] == value);
    let claim = claim.unwrap_or_else(|| panic!("no claim in {sentence}: {claims:?}"));
    let word = |key: &str| claim[key].as_str().map(|word| word.trim_matches([',', ' ']).to_owned());
    let decided = word("cue").map(|cue| format!("{cue}, `{}`", word("cue_group").unwrap_or_default()));
    (word("status").expect("a status"), decided.unwrap_or("–".to_owned()))
}

#[test]
fn every_sentence_is_decided_as_the_table_says() {
    let page = page::text("how-it-decides.md");
    let workspace = with_rules(&page);
    let rows = page::rows(&page, "| sentence | status |");
    for row in &rows {
        let &[sentence, told, decided, says] = row.as_slice() else { panic!("{row:?}") };
        assert_eq!(said(&workspace, sentence), says, "{sentence}");
        assert_eq!(status(&workspace, sentence), (told.to_owned(), decided.to_owned()), "{sentence}");
    }
    for name in STATUSES.iter().map(|status| status.name()) {
        assert!(rows.iter().any(|row| row[1] == name), "no row has the status {name}");
    }
}

/// Each way in which an article can stand to a claim.
const STATUSES: &[Status] = &[
    Status::OtherSubject,
    Status::Mention,
    Status::Retracted,
    Status::Contrasted,
    Status::Historical,
    Status::Hypothetical,
    Status::Negated,
    Status::Quoted,
    Status::Attributed,
    Status::Hedged,
    Status::Asserted,
];

#[test]
fn what_is_missed_and_what_is_flagged_wrongly_is_so_today() {
    let page = page::text("limits.md");
    let workspace = with_rules(&page);
    for row in page::rows(&page, "| missed |") {
        assert_eq!(said(&workspace, row[0]), "nothing", "{}", row[0]);
    }
    for row in page::rows(&page, "| flagged |") {
        assert_eq!(said(&workspace, row[0]), row[1], "{}", row[0]);
    }
}

#[test]
fn every_page_is_in_the_book_and_every_link_leads_somewhere() {
    let names = page::names();
    for entry in fs::read_dir(page::folder()).expect("a folder") {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        let is_page = name.ends_with(".md") && name != "SUMMARY.md";
        assert!(!is_page || names.contains(&name), "SUMMARY.md does not lead to {name}");
    }
    let faults: Vec<String> = links::pages().iter().flat_map(|page| links::faults(page)).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

/// The inputs that the file of a server hands to the action of this project.
fn inputs(words: &[String]) -> Vec<String> {
    let uses = words.iter().position(|word| word.starts_with("your-desk/factlint@"));
    let with = uses.map_or(&[][..], |at| &words[at..]);
    let inputs = with.iter().skip_while(|word| *word != "with").skip(1).step_by(2);
    inputs.take_while(|word| *word != "uses").cloned().collect()
}

#[test]
fn the_files_for_servers_are_sound_and_name_what_is_there() {
    let hooks = server::words(&server::project(".pre-commit-hooks.yaml")).expect("hooks");
    let action = server::words(&server::project("action.yml")).expect("an action");
    let mut n_named = 0;
    for file in server::files() {
        let words = server::words(&file.body).unwrap_or_else(|error| panic!("{error}\n{}", file.body));
        for hook in server::behind(&words, "id") {
            assert!(server::behind(&hooks, "id").contains(&hook), "there is no hook `{hook}`");
            n_named += 1;
        }
        for input in inputs(&words) {
            assert!(action.contains(&input), "the action has no input `{input}`");
            n_named += 1;
        }
    }
    assert!(n_named >= 6, "{n_named}");
}

#[test]
fn whatever_a_server_runs_is_run_by_hand_too() {
    let page = page::text("recipes.md");
    let typed: String = page::blocks(&page, "console").into_iter().map(|block| block.body).collect();
    let mut n_commands = 0;
    for file in server::files() {
        let words = server::words(&file.body).expect("YAML");
        for command in words.iter().filter(|word| word.starts_with("factlint ")) {
            assert!(typed.contains(&format!("$ {command}")), "nobody types `{command}`");
            n_commands += 1;
        }
    }
    assert!(n_commands >= 3, "{n_commands}");
}
