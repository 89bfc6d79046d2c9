//! What an editor is told of articles.

use crate::lsp::client::Client;
use crate::lsp::client::applied;
use crate::lsp::client::usual;
use crate::workspace::Workspace;
use serde_json::Value;
use serde_json::json;

/// A project with facts of which one may be put in by itself, and one has changed.
pub const RULES: &str = r#"[[entity]]
id = "league"
names = ["Harbour League"]

[[fact]]
id = "league-clubs"
says = "The Harbour League has 12 clubs"
kind = "count"
subject = "league"
attribute = ["club"]
timeline = [{ value = 11, from = 2020-01-01, until = 2024-12-31 }, { value = 12, from = 2025-01-01 }]
fix = "safe"
source = { title = "The league's *own* page", url = "https://league.example/clubs", read-on = 2026-02-01 }

[[fact]]
id = "league-boats"
says = "The Harbour League has 40 boats"
kind = "count"
subject = "league"
attribute = ["boat"]
value = 40
severity = "warning"
"#;

fn desk() -> Workspace {
    let workspace = Workspace::empty();
    workspace.write(
        "factlint.toml",
        "rules = ['rules/*.toml']\ninclude = ['articles/**']\nexclude = ['articles/drafts/**']\n",
    );
    workspace.write("rules/league.toml", RULES);
    workspace.write("articles/a.md", "");
    workspace.write("articles/a.txt", "");
    workspace.write("articles/drafts/b.md", "");
    workspace.write("elsewhere/c.md", "");
    workspace
}

/// Where a finding stands, as `line:from-to`, with its code.
fn shown(finding: &Value) -> String {
    let range = &finding["range"];
    assert_eq!(range["start"]["line"], range["end"]["line"]);
    let (start, end) = (&range["start"], &range["end"]["character"]);
    format!("{} {}:{}-{end}", finding["code"].as_str().expect("a code"), start["line"], start["character"])
}

/// Checks what is found in a text, counted in bytes and as UTF-16 has it.
#[track_caller]
fn check(path: &str, language: &str, text: &str, [utf8, utf16]: [&[&str]; 2]) {
    for (encoding, expected) in [("utf-8", utf8), ("utf-16", utf16)] {
        let desk = desk();
        let mut client = Client::open(&desk, usual(&[encoding]));
        assert_eq!(client.capabilities["positionEncoding"], encoding);
        client.open_text(path, language, text);
        let found: Vec<String> = client.findings(path).iter().map(shown).collect();
        assert_eq!(found, expected, "{encoding}: {text:?}");
        assert_eq!(client.end(), 0);
    }
}

#[test]
fn findings_stand_at_their_words_in_both_ways_of_counting() {
    check(
        "articles/a.md",
        "markdown",
        "# News 😀\n\n“Harbour” 😀 news: the Harbour League has 14 clubs.\r\n\tIt has “44” boats.\n",
        [&["league-clubs 2:48-50"], &["league-clubs 2:42-44"]],
    );
    check(
        "articles/a.txt",
        "plaintext",
        "\u{feff}The Harbour\u{ad} League 😀 has 14 clubs.",
        [&["league-clubs 0:33-35"], &["league-clubs 0:28-30"]],
    );
    check(
        "articles/a.txt",
        "plaintext",
        "News:\tthe Harbour\tLeague has\t14 clubs.\r",
        [&["league-clubs 0:29-31"], &["league-clubs 0:29-31"]],
    );
    check(
        "articles/a.md",
        "markdown",
        "The *Harbour League* has **14** clubs and 41 boats.\r\nIt has 12 clubs.\r\n",
        [
            &["league-clubs 0:27-29", "league-boats 0:42-44"],
            &["league-clubs 0:27-29", "league-boats 0:42-44"],
        ],
    );
}

#[test]
fn where_both_are_offered_bytes_are_counted_and_else_utf_16() {
    let desk = desk();
    let both = Client::open(&desk, usual(&["utf-16", "utf-8"]));
    assert_eq!(both.capabilities["positionEncoding"], "utf-8");
    let none = Client::open(&desk, json!({}));
    assert_eq!(none.capabilities["positionEncoding"], "utf-16");
}

#[test]
fn a_finding_says_what_the_command_says() {
    let desk = desk();
    let text = "The Harbour League has 14 clubs, a minister said.\n";
    desk.write("articles/a.md", text);
    let mut client = Client::open(&desk, usual(&["utf-8"]));
    client.open_text("articles/a.md", "markdown", text);
    let finding = client.findings("articles/a.md").remove(0);
    let ran = desk.run(&["check", "--format", "jsonl", "--today", "2026-03-04"]);
    let told: Value = serde_json::from_str(ran.out.lines().next().expect("a finding")).expect("JSON");
    assert_eq!(finding["source"], "factlint");
    assert_eq!(finding["data"]["fingerprint"], told["fingerprint"]);
    assert_eq!(finding["data"]["check"], told["code"]);
    assert!(finding["message"].as_str().unwrap().starts_with(told["message"].as_str().unwrap()));
    assert_eq!(finding["severity"], if told["severity"] == "error" { 1 } else { 2 });
    assert_eq!(finding["codeDescription"]["href"], "https://league.example/clubs");
    let related = finding["relatedInformation"].as_array().unwrap();
    assert_eq!(
        client.path(related[0]["location"]["uri"].as_str().unwrap()).file_name().unwrap(),
        "league.toml"
    );
    assert_eq!(related[0]["location"]["range"]["start"]["line"], 4);
    assert!(related[1]["message"].as_str().unwrap().contains("said by somebody else"), "{related:?}");
    assert_eq!(related[1]["location"]["range"]["start"]["character"], 44);
}

#[test]
fn what_the_command_would_not_read_or_tell_is_not_told() {
    let desk = desk();
    let wrong = "The Harbour League has 14 clubs.\n";
    let mut client = Client::open(&desk, usual(&["utf-8"]));
    for path in ["articles/drafts/b.md", "elsewhere/c.md"] {
        client.open_text(path, "markdown", wrong);
        assert!(client.findings(path).is_empty(), "{path}");
    }
    client.open_text("articles/new.md", "markdown", wrong);
    assert_eq!(client.findings("articles/new.md").len(), 1, "one that is not saved yet");
    let silenced = format!("<!-- factlint-ignore league-clubs: as it was once told -->\n{wrong}");
    client.open_text("articles/a.md", "markdown", &silenced);
    assert!(client.findings("articles/a.md").is_empty());
}

#[test]
fn settings_of_a_path_exemptions_and_the_baseline_count() {
    let desk = desk();
    let text = "The Harbour League has 14 clubs and 41 boats. March 4, 2026, was a Monday.\n";
    desk.write("articles/a.md", text);
    desk.write("articles/old/b.md", text);
    desk.write("articles/old/c.md", text);
    desk.write(
        "factlint.toml",
        "include = ['articles']\nbaseline = 'b.json'\n[[overrides]]\npaths = ['articles/old']\nas-of = 2022-01-01\n\
         checks = { weekday = 'off' }\n[[ignore]]\npath = 'articles/old/c.md'\nfact = 'league-boats'\nreason = 'told'\n",
    );
    desk.write("b.json", "{\"version\": 1, \"findings\": []}");
    for path in ["articles/a.md", "articles/old/b.md", "articles/old/c.md"] {
        let ran = desk.run(&["check", path, "--format", "jsonl", "--today", "2026-03-04"]);
        let told: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let mut client = Client::open(&desk, usual(&["utf-8"]));
        client.open_text(path, "markdown", text);
        let found = client.findings(path);
        let prints = |one: &Value| one["fingerprint"].clone();
        let told: Vec<Value> = told.iter().filter(|one| one["code"] != "unused-ignore").map(prints).collect();
        let found: Vec<Value> = found.iter().map(|one| prints(&one["data"])).collect();
        assert_eq!(found, told, "{path}");
        assert!(!found.is_empty());
    }
    desk.run(&["baseline", "create", "--force", "--today", "2026-03-04"]);
    let mut client = Client::open(&desk, usual(&["utf-8"]));
    client.open_text("articles/a.md", "markdown", text);
    assert!(client.findings("articles/a.md").is_empty());
}

#[test]
fn an_edit_is_seen_and_a_closed_document_is_left_alone() {
    let desk = desk();
    let mut client = Client::open(&desk, usual(&["utf-16"]));
    client.open_text("articles/a.md", "markdown", "😀 The Harbour League has 12 clubs.\n");
    assert!(client.findings("articles/a.md").is_empty());
    let range = json!({ "start": { "line": 0, "character": 27 }, "end": { "line": 0, "character": 28 } });
    client.edit("articles/a.md", 2, range, "5");
    let told = client.published("articles/a.md");
    assert_eq!(told["version"], 2);
    assert_eq!(shown(&told["diagnostics"][0]), "league-clubs 0:26-28");
    client.edit("articles/a.md", 3, Value::Null, "The Harbour League has 12 clubs.\n");
    assert!(client.findings("articles/a.md").is_empty());
    client.edit("articles/a.md", 4, Value::Null, "The Harbour League has 13 clubs.\n");
    assert_eq!(client.findings("articles/a.md").len(), 1);
    let uri = client.uri("articles/a.md");
    client.tell("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    assert!(client.findings("articles/a.md").is_empty());
}

#[test]
fn of_many_edits_the_newest_wins() {
    let desk = desk();
    let mut client = Client::open(&desk, usual(&["utf-8"]));
    let text = "The Harbour League has 12 clubs. It is an old and busy place by the sea.\n".repeat(400);
    client.open_text("articles/a.md", "markdown", &text);
    client.findings("articles/a.md");
    let range = json!({ "start": { "line": 399, "character": 23 }, "end": { "line": 399, "character": 25 } });
    let last = 300;
    for version in 2..=last {
        client.edit("articles/a.md", version, range.clone(), if version % 2 == 0 { "14" } else { "13" });
    }
    let (mut newest, mut n_told) = (0, 0);
    while newest < last {
        let told = client.published("articles/a.md");
        let version = told["version"].as_i64().expect("a version");
        assert!(version > newest, "{version} was told after {newest}");
        let word = if version % 2 == 0 { "“14”" } else { "“13”" };
        assert!(told["diagnostics"][0]["message"].as_str().unwrap().contains(word), "{told}");
        (newest, n_told) = (version, n_told + 1);
    }
    assert!(n_told < last - 1, "each of {n_told} versions was looked at");
    assert_eq!(client.end(), 0);
}

#[test]
fn who_points_at_a_claim_sees_the_fact() {
    let desk = desk();
    let mut client = Client::open(&desk, usual(&["utf-8"]));
    let text = "---\ndate: 2022-05-01\n---\nThe Harbour League has 11 clubs, a minister said.\n";
    client.open_text("articles/a.md", "markdown", text);
    assert!(client.findings("articles/a.md").is_empty());
    let hover = client.at("textDocument/hover", "articles/a.md", (3, 24));
    assert_eq!(
        hover["contents"]["value"],
        "**The Harbour League has 12 clubs**\n\n\
         - `league-clubs`: agrees\n\
         - on 2022-05-01: 11 from 2020-01-01 until 2024-12-31\n\
         - said here as attributed: “said” (said by somebody else, `say.verb`)\n\
         - source: [The league's \\*own\\* page](<https://league.example/clubs>), read on 2026-02-01\n\
         - declared in `rules/league.toml:5`\n"
    );
    assert_eq!(hover["contents"]["kind"], "markdown");
    assert_eq!(hover["range"]["start"], json!({ "line": 3, "character": 23 }));
    assert_eq!(client.at("textDocument/hover", "articles/a.md", (3, 0)), Value::Null);

    let mut plain = Client::open(&desk, json!({ "general": { "positionEncodings": ["utf-8"] } }));
    plain.open_text("articles/a.md", "markdown", text);
    let hover = plain.at("textDocument/hover", "articles/a.md", (3, 24));
    assert_eq!(hover["contents"]["kind"], "plaintext");
    assert!(
        hover["contents"]["value"]
            .as_str()
            .unwrap()
            .contains("The league's *own* page https://league.example/clubs")
    );
}

#[test]
fn a_claim_leads_to_its_rule() {
    let desk = desk();
    let mut client = Client::open(&desk, usual(&["utf-8"]));
    client.open_text("articles/a.md", "markdown", "The Harbour League has 40 boats.\n");
    let places = client.at("textDocument/definition", "articles/a.md", (0, 23));
    assert_eq!(places[0]["uri"], client.uri("rules/league.toml"));
    let expected = json!({ "start": { "line": 14, "character": 0 }, "end": { "line": 14, "character": 8 } });
    assert_eq!(places[0]["range"], expected);
}

#[test]
fn facts_are_found_by_their_words() {
    let desk = desk();
    let mut client = Client::open(&desk, usual(&["utf-8"]));
    client.open_text("articles/a.md", "markdown", "");
    let found = client.ask("workspace/symbol", json!({ "query": "40 boats" }));
    assert_eq!(found.as_array().map(Vec::len), Some(1));
    assert_eq!(
        (&found[0]["name"], &found[0]["location"]["range"]["start"]["line"]),
        (&json!("league-boats"), &json!(14))
    );
}

/// The words of an action, and the text with it done.
fn done(action: &Value, uri: &str, text: &str) -> (String, String) {
    let edits = action["edit"]["changes"][uri].as_array().expect("edits");
    assert_eq!(edits.len(), 1);
    (action["title"].as_str().expect("a title").to_owned(), applied(text, &edits[0]))
}

#[test]
fn a_fix_heals_and_a_comment_silences() {
    let desk = desk();
    let mut client = Client::open(&desk, usual(&["utf-8"]));
    let text = "The “Harbour League” 😀 has **14** clubs.\n";
    client.open_text("articles/a.md", "markdown", text);
    let finding = client.findings("articles/a.md").remove(0);
    let uri = client.uri("articles/a.md");
    let actions = client.actions("articles/a.md", &finding["range"], json!(["quickfix"]));
    assert_eq!(actions.len(), 2);
    assert_eq!((&actions[0]["kind"], &actions[0]["isPreferred"]), (&json!("quickfix"), &json!(true)));
    assert_eq!(actions[0]["diagnostics"][0], finding);
    let (title, mended) = done(&actions[0], &uri, text);
    assert_eq!(
        (title.as_str(), mended.as_str()),
        ("Write “12”", "The “Harbour League” 😀 has **12** clubs.\n")
    );
    client.edit("articles/a.md", 2, Value::Null, &mended);
    assert!(client.findings("articles/a.md").is_empty());
    let (title, silenced) = done(&actions[1], &uri, text);
    assert_eq!(title, "Leave it, and say why (factlint-ignore league-clubs)");
    assert!(
        silenced.ends_with("clubs. <!-- factlint-ignore league-clubs: say why this is right -->\n"),
        "{silenced}"
    );
    client.edit("articles/a.md", 3, Value::Null, &silenced);
    assert!(client.findings("articles/a.md").is_empty());
}

#[test]
fn every_markup_has_a_comment_of_its_own() {
    let wrong = "First line.\n\nHere the Harbour League\nhas 41 boats today.\n";
    let html = "<p>The Harbour League has 41 boats.</p>\n<p>More.</p>\n";
    let files = [
        (
            "articles/x.mdx",
            "mdx",
            wrong,
            "has 41 boats today. {/* factlint-ignore league-boats: say why this is right */}",
        ),
        (
            "articles/x.rst",
            "restructuredtext",
            wrong,
            ".. factlint-ignore league-boats: say why this is right\n\nHere",
        ),
        (
            "articles/x.adoc",
            "asciidoc",
            wrong,
            "// factlint-ignore league-boats: say why this is right\nHere",
        ),
        (
            "articles/x.html",
            "html",
            html,
            "</p> <!-- factlint-ignore league-boats: say why this is right -->\n<p>More",
        ),
    ];
    let desk = desk();
    let mut client = Client::open(&desk, usual(&["utf-8"]));
    for (path, language, text, expected) in files {
        client.open_text(path, language, text);
        let findings = client.findings(path);
        assert_eq!(findings.len(), 1, "{path}");
        let finding = &findings[0];
        let actions = client.actions(path, &finding["range"], json!(["quickfix"]));
        let (_, silenced) = done(actions.last().expect("an action"), &client.uri(path), text);
        assert!(silenced.contains(expected), "{path}: {silenced}");
        client.edit(path, 2, Value::Null, &silenced);
        assert!(client.findings(path).is_empty(), "{path}");
    }
    client.open_text("articles/x.txt", "plaintext", "The Harbour League has 41 boats.\n");
    let finding = client.findings("articles/x.txt").remove(0);
    let actions = client.actions("articles/x.txt", &finding["range"], json!(["quickfix"]));
    let settings = desk.read("factlint.toml");
    let (title, settings) = done(&actions[0], &client.uri("factlint.toml"), &settings);
    assert_eq!(title, "Leave it, and say why ([[ignore]] league-boats)");
    client.open_text("factlint.toml", "toml", &settings);
    assert!(client.findings("articles/x.txt").is_empty(), "{settings}");
}

#[test]
fn all_safe_fixes_are_one_action() {
    let desk = desk();
    let mut client = Client::open(&desk, usual(&["utf-8"]));
    let text = "The Harbour League has 14 clubs.\n\nThe Harbour League has 15 clubs and 41 boats.\n";
    client.open_text("articles/a.md", "markdown", text);
    assert_eq!(client.findings("articles/a.md").len(), 3);
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 0 } });
    let actions = client.actions("articles/a.md", &range, json!(["source.fixAll"]));
    assert_eq!(actions.len(), 1);
    assert_eq!(actions[0]["kind"], "source.fixAll.factlint");
    let (_, mended) = done(&actions[0], &client.uri("articles/a.md"), text);
    assert_eq!(mended, text.replace("14", "12").replace("15", "12"));
}

#[test]
fn an_edit_names_its_version_to_a_client_that_knows_versions() {
    let desk = desk();
    let mut capabilities = usual(&["utf-8"]);
    capabilities["workspace"]["workspaceEdit"] = json!({ "documentChanges": true });
    let mut client = Client::open(&desk, capabilities);
    client.open_text("articles/a.md", "markdown", "The Harbour League has 14 clubs.\n");
    let finding = client.findings("articles/a.md").remove(0);
    let actions = client.actions("articles/a.md", &finding["range"], Value::Null);
    assert_eq!(actions[0]["edit"]["documentChanges"][0]["textDocument"]["version"], 1);
    assert_eq!(actions.len(), 3, "with the one that fixes all");
}

#[test]
fn a_text_without_a_file_is_an_article_of_the_open_folder() {
    let desk = desk();
    let mut client = Client::open(&desk, usual(&["utf-8"]));
    let item = json!({ "uri": "untitled:Untitled-1", "languageId": "markdown", "version": 1,
        "text": "The **Harbour League** has 14 clubs.\n" });
    client.tell("textDocument/didOpen", json!({ "textDocument": item }));
    let told = client.wait(|message| message["params"]["uri"] == "untitled:Untitled-1");
    assert_eq!(shown(&told["params"]["diagnostics"][0]), "league-clubs 0:27-29");
}

#[test]
fn what_is_no_text_is_told_as_such() {
    let desk = desk();
    let mut client = Client::open(&desk, usual(&["utf-8"]));
    client.open_text("articles/a.txt", "plaintext", "One.\nA \0 zero.\n");
    let findings = client.findings("articles/a.txt");
    assert_eq!(shown(&findings[0]), "binary 1:2-3");
    client.open_text("articles/a.jsonl", "json", "{\"text\": \"The Harbour League has 14 clubs.\"}\n");
    assert!(client.findings("articles/a.jsonl").is_empty());
}
