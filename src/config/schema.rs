//! The JSON Schema of the configuration file, for editors; made of the table of keys.

use crate::config::keys;
use crate::config::keys::Key;
use crate::config::keys::Part;
use crate::config::keys::Shape;
use serde_json::Map;
use serde_json::Value;
use serde_json::json;

/// The dialect that editors of TOML understand.
pub const DIALECT: &str = "http://json-schema.org/draft-07/schema#";

/// The schema as a document.
pub fn document() -> Value {
    let mut properties = properties(keys::of(""));
    properties.extend(keys::PARTS.iter().map(|part| (part.name.to_owned(), table(part))));
    json!({
        "$schema": DIALECT,
        "title": "Configuration of factlint",
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
    })
}

fn table(part: &Part) -> Value {
    let properties = if part.name == "checks" { checks() } else { properties(keys::of(part.name)) };
    let one = json!({
        "type": "object",
        "description": part.meaning,
        "additionalProperties": false,
        "required": part.needed,
        "properties": properties,
    });
    if part.is_many { json!({ "type": "array", "description": part.meaning, "items": one }) } else { one }
}

fn checks() -> Map<String, Value> {
    properties(keys::levels())
}

fn properties(keys: impl Iterator<Item = Key>) -> Map<String, Value> {
    keys.map(|key| (key.path.to_owned(), property(&key))).collect()
}

fn property(key: &Key) -> Value {
    let mut property = shape(key.shape);
    property["description"] = json!(key.meaning);
    if let Ok(default) = serde_json::from_str::<Value>(key.default) {
        property["default"] = default;
    }
    property
}

fn shape(shape: Shape) -> Value {
    let texts = || json!({ "type": "array", "items": { "type": "string" } });
    match shape {
        Shape::Text | Shape::Cue => json!({ "type": "string" }),
        Shape::Texts => texts(),
        Shape::TextOrTexts => json!({ "oneOf": [{ "type": "string" }, texts()] }),
        // Servers of TOML hand dates over as text.
        Shape::Day => json!({ "type": "string", "format": "date" }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Whole => json!({ "type": "integer", "minimum": 0 }),
        Shape::Size => json!({ "type": ["string", "integer"] }),
        Shape::Word(words) => json!({ "type": "string", "enum": words }),
        Shape::Levels => json!({ "type": "object", "additionalProperties": false, "properties": checks() }),
    }
}
