//! The JSON of a line: the keys of an article, and what is wrong where they are not so.

use crate::source::Format;
use crate::source::short;
use serde::Deserialize;
use serde::de::Deserializer;
use serde::de::Error;
use serde::de::IgnoredAny;
use serde::de::MapAccess;
use serde::de::Visitor;
use serde_json::Value;
use std::fmt;
use strsim::damerau_levenshtein;

/// The keys that an article may have; others are passed over.
const KEYS: &[&str] = &["id", "text", "date", "title", "format"];

/// How a text may be marked up, as lines say it.
const FORMATS: &[(&str, Format)] = &[
    ("text", Format::Text),
    ("markdown", Format::Markdown),
    ("html", Format::Html),
    ("rst", Format::Rst),
    ("asciidoc", Format::AsciiDoc),
];

/// A line as it is written.
#[derive(Debug, Default)]
pub struct Fields {
    /// What the article is called.
    pub id: Option<Value>,
    /// Its text.
    pub text: String,
    /// The day it is dated.
    pub date: Option<Value>,
    /// Its headline.
    pub title: Option<String>,
    /// How the text is marked up.
    pub format: Format,
    /// Keys that are passed over though they look like another one, with that one.
    pub misspelt: Vec<(String, &'static str)>,
}

/// No key of an article is nearly as long as this.
const LONGEST_SLIP: usize = 12;

/// What the reader of JSON says, with the same in words for somebody who never wrote a parser.
///
/// Rows are looked for in this order, and a message is found by how it begins.
const WORDS: &[(&str, &str)] = &[
    ("EOF while parsing a string", "the line ends within quotation marks; close them, and the object with }"),
    ("EOF while parsing", "the line ends before the object is closed with }"),
    ("expected `:`", "a colon must stand between a key and its value"),
    ("expected `,` or `}`", "a comma must stand between two keys, and } at the end"),
    ("expected `,` or `]`", "a comma must stand between two values of a list, and ] at its end"),
    ("trailing comma", "after a comma another key must follow; remove the comma"),
    ("trailing characters", "the object ends before this; one line holds one object and nothing else"),
    ("key must be a string", "a key must stand in double quotation marks, as in \"text\""),
    (
        "control character",
        "a tab or another control character within quotation marks is written \\t, \\u0001, …",
    ),
    ("invalid escape", "within quotation marks a backslash is written \\\\"),
    (
        "unexpected end of hex escape",
        "this is half of a character; write it as it is, or with both halves, as in \\ud83d\\ude00",
    ),
    (
        "lone leading surrogate",
        "this is half of a character; write it as it is, or with both halves, as in \\ud83d\\ude00",
    ),
    ("invalid unicode code point", "this is no character; write it as it is, without \\u"),
    ("recursion limit exceeded", "lists and objects stand too deep within one another"),
    ("invalid number", "this is not a number as JSON writes it"),
    ("number out of range", "this number is too large"),
    ("expected value", "a value must follow: words in double quotation marks, a number, true, false or null"),
    ("expected ident", "a value must follow: words in double quotation marks, a number, true, false or null"),
];

/// What is wrong with a line, in plain words.
pub fn reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(reason, _place)| reason);
    // What is about the keys of an article is said below, and in plain words already.
    if error.is_data() {
        return message.to_owned();
    }
    let row = WORDS.iter().find(|(begin, _)| message.starts_with(begin));
    row.map_or("this is not JSON", |(_, words)| words).to_owned()
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Fields, D::Error> {
        from.deserialize_map(Keys)
    }
}

struct Keys;

impl<'de> Visitor<'de> for Keys {
    type Value = Fields;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
        let mut fields = Fields::default();
        let mut seen = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            match KEYS.iter().find(|known| **known == key) {
                Some(known) if seen.contains(known) => {
                    return Err(A::Error::custom(format!("\"{known}\" stands twice")));
                }
                Some(known) => {
                    seen.push(*known);
                    read(&mut fields, known, &mut map)?;
                }
                None => pass_over(&mut fields, key, &mut map)?,
            }
        }
        // A key that stands there was not meant by another one.
        fields.misspelt.retain(|(_, meant)| !seen.contains(meant));
        if seen.contains(&"text") { Ok(fields) } else { Err(A::Error::custom(textless(&fields))) }
    }
}

/// Passes over an unknown key; one that looks like a known one, and holds what that would, is noted.
fn pass_over<'de, A: MapAccess<'de>>(fields: &mut Fields, key: String, map: &mut A) -> Result<(), A::Error> {
    match meant(&key) {
        None => map.next_value::<IgnoredAny>().map(|_| ()),
        Some(meant) => {
            let value = map.next_value::<Value>()?;
            fields.misspelt.extend((value.is_string() || value.is_number()).then_some((key, meant)));
            Ok(())
        }
    }
}

/// Reads the value of a known key.
fn read<'de, A: MapAccess<'de>>(fields: &mut Fields, key: &str, map: &mut A) -> Result<(), A::Error> {
    let value = map.next_value::<Value>()?;
    match key {
        "id" => fields.id = Some(value),
        "text" => fields.text = words(key, value)?,
        "date" => fields.date = Some(value).filter(|value| !value.is_null()),
        "title" if value.is_null() => {}
        "title" => fields.title = Some(words(key, value)?),
        _ => fields.format = format(&value)?,
    }
    Ok(())
}

fn words<E: Error>(key: &str, value: Value) -> Result<String, E> {
    match value {
        Value::String(words) => Ok(words),
        _ => Err(E::custom(format!("\"{key}\" must be words in double quotation marks"))),
    }
}

fn format<E: Error>(value: &Value) -> Result<Format, E> {
    if value.is_null() {
        return Ok(Format::default());
    }
    value.as_str().and_then(markup).ok_or_else(|| {
        let written = value.to_string();
        let written = short::middle(&written);
        E::custom(format!("\"format\" must be \"text\", \"markdown\", \"html\", \"rst\" or \"asciidoc\", and it is {written}"))
    })
}

/// The way of marking up that has this name.
pub fn markup(name: &str) -> Option<Format> {
    FORMATS.iter().find(|(known, _)| *known == name).map(|(_, format)| *format)
}

fn textless(fields: &Fields) -> String {
    let slip = fields.misspelt.iter().find(|(_, meant)| *meant == "text");
    let slip = slip.map(|(key, _)| format!("; did you mean that by {key:?}?"));
    format!("it needs a \"text\"{}", slip.unwrap_or_default())
}

/// The known key that an unknown one was probably meant to be: but for capitals, or by one slip.
///
/// A key of two letters is like a hundred others, and is known by its capitals only.
fn meant(key: &str) -> Option<&'static str> {
    if key.len() > LONGEST_SLIP {
        return None;
    }
    let lower = key.to_lowercase();
    let slips = |known: &str| damerau_levenshtein(&lower, known);
    KEYS.iter().copied().find(|known| slips(known) <= usize::from(known.len() > 2))
}

#[cfg(test)]
mod tests {
    use super::Fields;
    use super::reason;

    #[track_caller]
    fn check_misspelt(line: &str, expected: &[(&str, &str)]) {
        let fields: Fields = serde_json::from_str(line).expect("a good line");
        let misspelt: Vec<_> = fields.misspelt.iter().map(|(key, meant)| (key.as_str(), *meant)).collect();
        assert_eq!(misspelt, expected);
    }

    /// Checks in what words a line is refused, and at which column.
    #[track_caller]
    fn check_refused(line: &str, words: &str, column: usize) {
        let error = serde_json::from_str::<Fields>(line).expect_err("this line is not an article");
        let reason = reason(&error);
        assert!(reason.contains(words), "{reason}");
        assert_eq!(error.column(), column, "{reason}");
    }

    #[test]
    fn a_key_that_is_not_json_is_explained() {
        check_refused("{\"text\": \"Tor", "ends within quotation marks", 13);
        check_refused("{\"text\": \"T.\"", "ends before the object is closed", 13);
        check_refused("{\"text\" \"T.\"}", "a colon", 9);
        check_refused("{\"text\": \"T.\" \"id\": 1}", "a comma", 15);
        check_refused("{\"text\": \"T.\",}", "remove the comma", 15);
        check_refused("{text: \"T.\"}", "double quotation marks", 2);
        check_refused("{\"text\": 'T.'}", "a value must follow", 10);
        check_refused("{\"text\": \"\\ud83d\"}", "half of a character", 17);
        check_refused("{\"text\": \"\\q\"}", "a backslash is written", 12);
        check_refused("{\"text\": \"a\tb\"}", "a tab", 12);
        check_refused("{\"text\": \"T.\"} {}", "one line holds one object", 16);
    }

    #[test]
    fn a_value_of_the_wrong_sort_is_told_the_right_one() {
        check_refused("{\"text\": null}", "\"text\" must be words in double", 14);
        check_refused("{\"text\": \"T.\", \"title\": [1]}", "\"title\" must be words", 28);
        check_refused(
            "{\"text\": \"T.\", \"format\": \"rtf\"}",
            "\"format\" must be \"text\", \"markdown\", \"html\", \"rst\" or \"asciidoc\", and it is \"rtf\"",
            31,
        );
        check_refused("{\"text\": \"T.\", \"text\": \"U.\"}", "\"text\" stands twice", 21);
        check_refused("{\"id\": 1}", "it needs a \"text\"", 9);
        check_refused("{\"txet\": \"T.\"}", "it needs a \"text\"; did you mean that by \"txet\"?", 14);
    }

    #[test]
    fn a_key_that_looks_like_another_is_noted() {
        check_misspelt("{\"text\": \"T.\", \"formt\": \"html\"}", &[("formt", "format")]);
        check_misspelt("{\"text\": \"T.\", \"ID\": 7, \"Date\": \"x\"}", &[("ID", "id"), ("Date", "date")]);
        check_misspelt("{\"text\": \"T.\", \"lang\": \"en\", \"url\": \"u\", \"is\": 1}", &[]);
        check_misspelt("{\"text\": \"T.\", \"date\": \"x\", \"dates\": \"x\", \"data\": \"x\"}", &[]);
        check_misspelt("{\"text\": \"T.\", \"data\": {\"a\": []}}", &[]);
    }
}
