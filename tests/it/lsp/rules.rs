//! What an editor is told of rule files and configurations.

use crate::lsp::articles::RULES;
use crate::lsp::client::Client;
use crate::lsp::client::usual;
use crate::workspace::Workspace;
use serde_json::Value;
use serde_json::json;

const WRONG: &str = "The Harbour League has 14 clubs.\n";

fn desk() -> Workspace {
    let workspace = Workspace::empty();
    workspace.write("factlint.toml", "rules = ['rules/*.toml']\n");
    workspace.write("rules/league.toml", RULES);
    workspace.write("a.md", WRONG);
    workspace
}

fn opened(desk: &Workspace) -> Client {
    Client::open(desk, usual(&["utf-8"]))
}

/// The messages of some findings, the first line of each.
fn messages(findings: &[Value]) -> Vec<&str> {
    findings
        .iter()
        .map(|one| one["message"].as_str().expect("text").lines().next().expect("a line"))
        .collect()
}

#[test]
fn mistakes_are_told_while_somebody_types() {
    let desk = desk();
    let mut client = opened(&desk);
    client.open_text("rules/league.toml", "toml", RULES);
    let broken = RULES.replace(
        "kind = \"count\"\nsubject = \"league\"\nattribute = [\"boat\"]",
        "kind = \"cuont\"\nsubject = \"leage\"",
    );
    client.edit("rules/league.toml", 2, Value::Null, &broken);
    let told = client.published("rules/league.toml");
    assert_eq!(told["version"], 2);
    let findings = told["diagnostics"].as_array().unwrap();
    assert!(messages(findings)[0].contains("`cuont`"), "{findings:?}");
    assert!(findings[0]["message"].as_str().unwrap().contains("did you mean `count`?"));
    assert_eq!(findings[0]["range"]["start"]["line"], 17);
    client.edit("rules/league.toml", 3, Value::Null, RULES);
    assert!(client.findings("rules/league.toml").is_empty());
}

#[test]
fn broken_rules_are_told_once_and_the_last_good_ones_stay() {
    let desk = desk();
    let mut client = opened(&desk);
    client.open_text("a.md", "markdown", WRONG);
    assert_eq!(client.findings("a.md").len(), 1);
    client.open_text("rules/league.toml", "toml", RULES);
    client.edit("rules/league.toml", 2, Value::Null, "[[fact]]\nid = \n");
    let told = client.wait(|message| message["method"] == "window/logMessage");
    let words = told["params"]["message"].as_str().unwrap();
    assert!(words.contains("the rules stay in force that were loaded last without a mistake"), "{words}");
    client.edit("rules/league.toml", 3, Value::Null, "[[fact]]\nid = 3\n");
    client.edit("a.md", 2, Value::Null, "The Harbour League has 15 clubs.\n");
    let found = client.findings_until("a.md", 1);
    assert_eq!(found.len(), 1);
    let healed = RULES.replace("value = 12,", "value = 15,").replace("has 12 clubs", "has 15 clubs");
    client.edit("rules/league.toml", 4, Value::Null, &healed);
    client.findings_until("a.md", 0);
    assert_eq!(client.answer("shutdown", Value::Null)["result"], Value::Null);
    client.tell("exit", Value::Null);
    assert_eq!(client.code(), 0);
    // What is told once is not told again.
    client.hang_up();
}

#[test]
fn a_broken_configuration_is_told_at_its_place() {
    let desk = desk();
    desk.write("factlint.toml", "rules = ['rules/*.toml']\nfail-no = 'error'\n");
    let mut client = opened(&desk);
    client.open_text("a.md", "markdown", WRONG);
    let findings = client.findings("factlint.toml");
    assert_eq!(messages(&findings), ["the configuration has an unknown key `fail-no`"]);
    assert_eq!(findings[0]["range"]["start"], json!({ "line": 1, "character": 0 }));
    assert_eq!(client.findings("a.md").len(), 1, "what is sound counts");
    client.wait(|message| message["method"] == "window/showMessage");
    client.open_text("factlint.toml", "toml", "rules = ['rules/*.toml']\nexclude = ['a.md']\n");
    assert!(client.findings_until("factlint.toml", 0).is_empty());
    assert!(client.findings_until("a.md", 0).is_empty());
}

#[test]
fn files_that_change_on_the_disk_are_read_again() {
    let desk = desk();
    let mut client = opened(&desk);
    client.open_text("a.md", "markdown", WRONG);
    assert_eq!(client.findings("a.md").len(), 1);
    desk.write(
        "rules/league.toml",
        RULES.replace("value = 12,", "value = 14,").replace("has 12 clubs", "has 14 clubs"),
    );
    let uri = client.uri("rules/league.toml");
    client.tell("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": uri, "type": 2 }] }));
    assert!(client.findings("a.md").is_empty());
    desk.write("factlint.toml", "rules = ['more/*.toml']\n");
    desk.write("more/boats.toml", RULES);
    let uri = client.uri("factlint.toml");
    client.tell("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": uri, "type": 2 }] }));
    assert_eq!(client.findings("a.md").len(), 1);
}

#[test]
fn examples_that_do_not_hold_are_told_where_they_stand() {
    let desk = desk();
    let text = format!(
        "{RULES}accept = [\"The Harbour League has 41 boats.\"]\nreject = [\"The Harbour League has «41» boats.\"]\n"
    );
    let mut client = opened(&desk);
    client.open_text("rules/league.toml", "toml", &text);
    let findings = client.findings("rules/league.toml");
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0]["code"], "league-boats");
    assert!(messages(&findings)[0].starts_with("`accept` must have no finding, but “41” is flagged"));
    let line = text.lines().position(|line| line.starts_with("accept")).unwrap();
    assert_eq!(findings[0]["range"]["start"], json!({ "line": line, "character": 10 }));
}

#[test]
fn a_file_of_facts_outside_of_the_project_is_read_beside_it() {
    let desk = desk();
    let mut client = opened(&desk);
    let text = "[[fact]]\nid = \"a\"\nsays = \"b\"\nkind = \"count\"\nsubject = \"league\"\nattribute = [\"mast\"]\nvalue = \"x\"\n";
    client.open_text("draft.toml", "toml", text);
    let findings = client.findings("draft.toml");
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert_eq!(findings[0]["range"]["start"]["line"], 6);
    client.open_text("Cargo.toml", "toml", "[package]\nname = 3\n");
    assert!(client.findings("Cargo.toml").is_empty());
}

/// The labels offered at the `|` of a rule file, with what the first would write.
fn offered(client: &mut Client, path: &str, text: &str) -> (Vec<String>, String) {
    let at = text.find('|').expect("a cursor");
    let line = u32::try_from(text[..at].matches('\n').count()).expect("few lines");
    let character =
        u32::try_from(at - text[..at].rfind('\n').map_or(0, |feed| feed + 1)).expect("a short line");
    client.open_text(path, "toml", &text.replace('|', ""));
    let items = client.at("textDocument/completion", path, (line, character));
    let items = items.as_array().expect("a list");
    let mut sorted = items.clone();
    sorted.sort_by_key(|item| item["sortText"].as_str().expect("text").to_owned());
    let label = |item: &Value| item["label"].as_str().expect("text").to_owned();
    let first = sorted
        .first()
        .map_or(String::new(), |item| item["textEdit"]["newText"].as_str().expect("text").to_owned());
    (sorted.iter().map(label).collect(), first)
}

#[test]
fn keys_words_and_entities_are_offered() {
    let desk = desk();
    let mut client = opened(&desk);
    let fact = "[[fact]]\nid = \"x\"\nsays = \"y\"\nkind = \"count\"\n";
    let mut check = |text: &str, first: &[&str], written: &str| {
        let (labels, new) = offered(&mut client, "rules/new.toml", text);
        assert!(labels.iter().take(first.len()).eq(first), "{text:?}: {labels:?}");
        assert_eq!(new, written, "{text:?}");
        labels
    };
    let keys = check(&format!("{fact}|"), &["each", "subject"], "each = ");
    assert!(!keys.contains(&"rivals".to_owned()), "of another kind");
    assert!(keys.iter().position(|key| key == "id") > keys.iter().position(|key| key == "reject"));
    check("[[fact]]\nkind = \"|\"\n", &["count", "measure"], "count");
    check("[[fact]]\nkind = |\n", &["count", "measure"], "\"count\"");
    check("[[fact]]\ntypos = |\n", &["true", "false"], "true");
    check("[[fact]]\nsubject = [\"|\"]\n", &["league"], "league");
    check("[[fact]]\nkind = \"role\"\nvalue = |\n", &["league"], "\"league\"");
    check("[[fact]]\nsource = { | }\n", &["excerpt", "read-on", "title", "url"], "excerpt = ");
    check("[[fa|", &["[[entity]]", "[[fact]]"], "[[entity]]");
    check("|", &["[[entity]]", "[[fact]]"], "[[entity]]");
    let (labels, _) = offered(&mut client, "factlint.toml", "fail-on = \"|\"\n");
    assert_eq!(labels, ["error", "warning", "info", "never"]);
    let (labels, _) = offered(&mut client, "factlint.toml", "[checks]\n|\n");
    assert!(labels.contains(&"arithmetic".to_owned()));
    let (labels, _) =
        offered(&mut client, "factlint.toml", "rules = ['rules/*.toml']\n[[ignore]]\nfact = \"|\"\n");
    assert_eq!(labels, ["league-clubs", "league-boats"]);
    let (labels, _) = offered(&mut client, "other.toml", "[package]\n|\n");
    assert!(labels.is_empty());
}

#[test]
fn keys_and_entities_are_explained() {
    let desk = desk();
    let mut client = opened(&desk);
    client.open_text("rules/league.toml", "toml", RULES);
    let words = |hover: &Value| hover["contents"]["value"].as_str().expect("text").to_owned();
    let kind = client.at("textDocument/hover", "rules/league.toml", (7, 2));
    assert!(words(&kind).starts_with("`kind`\n\nWhich claims are looked for"), "{kind}");
    assert!(words(&kind).contains("One of `count`, `measure`"));
    assert!(words(&kind).contains("```toml\nkind = \"count\"\n```"));
    let subject = client.at("textDocument/hover", "rules/league.toml", (8, 13));
    assert_eq!(words(&subject), "`league`\n\n- names: Harbour League\n");
    assert_eq!(subject["range"]["start"], json!({ "line": 8, "character": 11 }));
    let places = client.at("textDocument/definition", "rules/league.toml", (8, 13));
    assert_eq!(places[0]["range"]["start"]["line"], 0);
    client.open_text("factlint.toml", "toml", "fail-on = 'error'\n");
    let key = client.at("textDocument/hover", "factlint.toml", (0, 2));
    assert!(words(&key).starts_with("`fail-on`\n\n"), "{key}");
}
