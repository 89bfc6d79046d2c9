//! One of JSON lines: `{"id", "text", "date"?, "title"?, "format"?}`.

use crate::source::Article;
use crate::source::Format;
use crate::source::date;
use crate::source::encoding;
use crate::source::encoding::Undecodable;
use crate::source::front_matter;
use crate::source::problem::Cause;
use serde::Deserialize;

/// An article that a line holds.
#[derive(Debug)]
pub struct Line {
    /// The article, without its path.
    pub article: Article,
    /// What is wrong with its date, if something is.
    pub date: Option<Cause>,
}

/// A line as it is written; other fields are ignored.
#[derive(Deserialize)]
struct Fields {
    id: Option<serde_json::Value>,
    text: String,
    date: Option<serde_json::Value>,
    title: Option<String>,
    format: Option<Format>,
}

/// Reads the line `number`, counted from 1.
///
/// # Errors
/// A line that is not UTF-8 or not an object with a text.
pub fn parse(line: &[u8], number: usize) -> Result<Line, Undecodable> {
    let fields = fields(line, number)?;
    let day = fields.date.as_ref().and_then(serde_json::Value::as_str).and_then(date::parse);
    let written = fields.date.filter(|_| day.is_none());
    let article = Article {
        id: Some(id(fields.id).unwrap_or_else(|| number.to_string())),
        date: day.or_else(|| front_matter::date(&fields.text)),
        title: fields.title,
        text: fields.text,
        format: fields.format.unwrap_or_default(),
        ..Article::default()
    };
    Ok(Line { article, date: written.map(|date| Cause::Date { number, date: date.to_string() }) })
}

fn fields(line: &[u8], number: usize) -> Result<Fields, Undecodable> {
    let mark = if number == 1 { encoding::mark_len(line) } else { 0 };
    let line = line[mark..].trim_ascii_end();
    let text = encoding::valid_start(line);
    if text.len() < line.len() {
        let cause = Cause::Encoding { encoding: "UTF-8" };
        return Err(Undecodable { before: text.to_owned(), cause });
    }
    // A list would pass as a line too, its elements taken for the fields in their order.
    if !text.trim_start().starts_with('{') {
        let reason = "it does not begin with {".to_owned();
        return Err(Undecodable { before: String::new(), cause: Cause::Line { number, reason } });
    }
    serde_json::from_str(text).map_err(|error| {
        // The column is a byte, and may stand within a character.
        let at = error.column().saturating_sub(1).min(line.len());
        let before = encoding::valid_start(&line[..at]).to_owned();
        Undecodable { before, cause: Cause::Line { number, reason: reason(&error) } }
    })
}

/// The id as it is written; `None` where there is nothing to call the article by.
fn id(id: Option<serde_json::Value>) -> Option<String> {
    match id? {
        serde_json::Value::Null => None,
        serde_json::Value::String(id) => Some(id).filter(|id| !id.is_empty()),
        other => Some(other.to_string()),
    }
}

/// What the reader of JSON says, without its line, which is always the first.
fn reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.rsplit_once(" at line ").map_or(message.as_str(), |(reason, _place)| reason).to_owned()
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::source::Format;
    use proptest::proptest;

    #[test]
    fn every_field_is_read_and_others_are_not() {
        let line = r#"{"id": "a-1", "text": "T.", "date": "2026-03-04T23:00:00-05:00", "title": "H",
            "format": "markdown", "lang": "en", "tags": [1, {}]}"#;
        let article = parse(line.as_bytes(), 1).expect("a good line").article;
        assert_eq!(article.id.as_deref(), Some("a-1"));
        assert_eq!((article.text.as_str(), article.title.as_deref()), ("T.", Some("H")));
        assert_eq!(article.date.map(|day| day.to_string()).as_deref(), Some("2026-03-04"));
        assert_eq!(article.format, Format::Markdown);
    }

    proptest! {
        #[test]
        fn any_line_is_an_article_or_refused(text in ".*", cut in 0..40_usize) {
            let line = format!("{{\"text\": \"{text}\", \"id\": {text:?}}}");
            let _ = parse(&line.as_bytes()[..cut.min(line.len())], 1);
            let _ = parse(line.as_bytes(), 2);
        }
    }
}
