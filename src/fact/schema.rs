//! The JSON Schema of rule files, for editors; which keys there are is asked of the table of keys.

use crate::fact::keys;
use serde_json::Map;
use serde_json::Value;
use serde_json::json;

/// The dialect that editors of TOML understand.
const DIALECT: &str = "http://json-schema.org/draft-07/schema#";

/// The schema as a document.
pub fn document() -> Value {
    json!({
        "$schema": DIALECT,
        "title": "Rules of factlint",
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "entity": { "type": "array", "description": "Who and what the articles speak of", "items": entity() },
            "fact": { "type": "array", "description": "What is true of them", "items": fact() },
        },
    })
}

fn entity() -> Value {
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["id", "names"],
        "properties": {
            "id": id(),
            "names": described(texts(), "What it is called, the first one in messages"),
            "epithets": described(texts(), "Words that stand for it once it has been named: \"the alliance\""),
        },
    })
}

fn fact() -> Value {
    let properties: Map<String, Value> =
        keys::all().map(|(name, _, example)| (name.to_owned(), property(name, example))).collect();
    let kinds: Vec<Value> = keys::KINDS.iter().map(|kind| of_kind(kind)).collect();
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["id", "says", "kind"],
        "properties": properties,
        "allOf": kinds,
    })
}

/// A fact of a kind has none of the keys of other kinds.
fn of_kind(kind: &str) -> Value {
    let others = keys::all().filter(|(_, kinds, _)| !kinds.contains(&kind));
    let none: Map<String, Value> = others.map(|(name, _, _)| (name.to_owned(), json!(false))).collect();
    json!({
        "if": { "properties": { "kind": { "const": kind } }, "required": ["kind"] },
        "then": { "properties": none },
    })
}

fn property(name: &str, example: &str) -> Value {
    let mut property = shape(name);
    if let Some((_, meaning)) = MEANINGS.iter().find(|(known, _)| *known == name) {
        property["description"] = json!(meaning);
    }
    if !example.is_empty() {
        property["markdownDescription"] =
            json!(format!("{}\n\n```toml\n{example}\n```", property["description"].as_str().unwrap_or("")));
    }
    property
}

/// What a key may hold; a fact with `each` may have text in place of anything.
fn shape(name: &str) -> Value {
    match name {
        "id" => json!({ "type": "string" }),
        "kind" => json!({ "type": "string", "enum": keys::KINDS }),
        "nature" => json!({ "type": "string", "enum": ["state", "event", "plan"] }),
        "severity" => json!({ "type": "string", "enum": ["error", "warning", "info", "off"] }),
        "fix" => json!({ "type": "string", "enum": ["safe", "unsafe", "none"] }),
        "change" => json!({ "type": "string", "enum": ["up", "down"] }),
        "watch" | "exclusive" | "typos" | "holds" | "evolving" | "draft" => {
            json!({ "type": ["boolean", "string"] })
        }
        "slack-days" => json!({ "type": ["integer", "string"] }),
        "subject" => json!({ "oneOf": [{ "type": "string" }, texts(), subject()] }),
        "value" => value(),
        "timeline" => json!({ "type": "array", "items": entry() }),
        "source" => source(),
        "accept" | "reject" => {
            json!({ "type": "array", "items": { "oneOf": [{ "type": "string" }, example()] } })
        }
        "epithets" | "attribute" | "same" | "rivals" | "title" | "never" | "patterns" | "requires"
        | "tags" => texts(),
        _ => json!({ "type": "string" }),
    }
}

fn texts() -> Value {
    json!({ "type": "array", "items": { "type": "string" } })
}

fn id() -> Value {
    json!({ "type": "string", "pattern": "^[a-z0-9._-]+$" })
}

fn described(mut shape: Value, meaning: &str) -> Value {
    shape["description"] = json!(meaning);
    shape
}

fn object(properties: &Value, needed: &[&str]) -> Value {
    json!({ "type": "object", "additionalProperties": false, "required": needed, "properties": properties })
}

/// An entity that is declared inside a fact.
fn subject() -> Value {
    object(&json!({ "names": texts(), "epithets": texts() }), &["names"])
}

fn value() -> Value {
    json!({ "oneOf": [{ "type": ["string", "number"] }, texts()] })
}

fn entry() -> Value {
    let day = || json!({ "type": "string" });
    object(&json!({ "value": value(), "from": day(), "until": day() }), &["value", "from"])
}

fn source() -> Value {
    let text = || json!({ "type": "string" });
    object(&json!({ "url": text(), "title": text(), "excerpt": text(), "read-on": text() }), &[])
}

fn example() -> Value {
    let text = || json!({ "type": "string" });
    object(&json!({ "text": text(), "date": text(), "title": text() }), &["text"])
}

/// What the keys of a fact mean.
const MEANINGS: &[(&str, &str)] = &[
    ("each", "A table in CSV or JSON lines beside this file; one fact a row, {column} filled in"),
    ("id", "The name by which readers know the fact"),
    ("says", "The truth in one sentence, shown to the reader"),
    ("kind", "Which claims are looked for and how they are compared"),
    ("subject", "Whose fact it is: an entity, or a list of which all must be meant"),
    ("epithets", "What else may stand for the subject, in this fact alone"),
    ("attribute", "The words that tie a value to this fact"),
    ("value", "The truth, when it does not change"),
    ("timeline", "The truth over time, both days included"),
    ("watch", "All articles of a run must agree, whatever the truth is"),
    ("change", "Whether it is a rise or a fall rather than a level"),
    ("per", "What the quantity is counted by"),
    ("slack-days", "By how many days an article may differ"),
    ("same", "Other ways to say the value"),
    ("rivals", "What contradicts the value"),
    ("title", "What the office is called"),
    ("exclusive", "Whether a holder may be named with no other organisation"),
    ("speaker", "Who said the words"),
    ("never", "Known wrong ways to write the name"),
    ("typos", "Whether near misses are flagged"),
    ("patterns", "Search patterns that find the statement"),
    ("holds", "Whether the statement is so"),
    ("nature", "A state, an event, or a plan, which \"will\" and \"would\" assert"),
    ("requires", "The fact counts only in articles that mention these, too"),
    ("severity", "How much a contradiction matters"),
    ("evolving", "The truth may have grown since"),
    ("fix", "Whether the true value may be put in"),
    ("source", "Where the truth was read"),
    ("review-by", "The day after which the fact is due for review"),
    ("draft", "Proposed, not yet reviewed: never judges"),
    ("tags", "For selection"),
    ("owner", "Who looks after it"),
    ("note", "A note for people"),
    ("accept", "Examples in which nothing may be flagged"),
    ("reject", "Examples in which exactly the words between « and » must be flagged"),
];

#[cfg(test)]
mod tests {
    use super::MEANINGS;
    use crate::fact::keys;

    #[test]
    fn every_key_has_a_meaning() {
        let known: Vec<&str> = keys::all().map(|(name, _, _)| name).collect();
        let told: Vec<&str> = MEANINGS.iter().map(|(name, _)| *name).collect();
        assert_eq!(known, told);
    }
}
