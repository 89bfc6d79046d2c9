//! One of JSON lines: `{"id", "text", "date"?, "title"?, "format"?}`.

use crate::source::Article;
use crate::source::date;
use crate::source::encoding;
use crate::source::encoding::Undecodable;
use crate::source::fields;
use crate::source::fields::Fields;
use crate::source::front_matter;
use crate::source::id;
use crate::source::problem::Cause;
use crate::source::short;

/// An article that a line holds.
#[derive(Debug)]
pub struct Line {
    /// The article, without its path.
    pub article: Article,
    /// Whether the line names it.
    pub is_named: bool,
    /// What is odd about the line, though there is an article in it.
    pub oddities: Vec<Cause>,
}

/// Reads the line `number`, counted from 1.
///
/// # Errors
/// A line that is not UTF-8 or not an object with a text.
pub fn parse(line: &[u8], number: usize) -> Result<Line, Undecodable> {
    let fields = fields(line, number)?;
    let day = fields.date.as_ref().and_then(serde_json::Value::as_str).and_then(date::parse);
    let written = written(fields.id.as_ref());
    let (named, reserved): (Option<String>, Option<String>) =
        if written.as_deref().is_some_and(id::is_of_line) { (None, written) } else { (written, None) };
    let date = fields.date.filter(|_| day.is_none());
    let keys = fields.misspelt.into_iter();
    let oddities = date
        .map(|date| Cause::Date { number, date: short::middle(&date.to_string()).into_owned() })
        .into_iter()
        .chain(reserved.map(|id| Cause::ReservedId { number, id }))
        .chain(keys.map(|(key, meant)| Cause::UnknownKey { number, key, meant }))
        .collect();
    let article = Article {
        date: day.or_else(|| front_matter::date(&fields.text)),
        title: fields.title,
        text: fields.text,
        format: fields.format,
        ..Article::default()
    };
    let is_named = named.is_some();
    let id = named.unwrap_or_else(|| id::of_line(number));
    Ok(Line { article: Article { id: Some(id), ..article }, is_named, oddities })
}

fn fields(line: &[u8], number: usize) -> Result<Fields, Undecodable> {
    let mark = if number == 1 { encoding::mark_len(line) } else { 0 };
    let line = line[mark..].trim_ascii_end();
    let text = encoding::valid_start(line);
    if text.len() < line.len() {
        let cause = Cause::Encoding { encoding: "UTF-8" };
        return Err(Undecodable { before: text.to_owned(), cause });
    }
    // A number or a list is told what a line must look like, not where it is wrong.
    if !text.trim_start().starts_with('{') {
        let reason = "an article is an object, which begins with {".to_owned();
        return Err(refused(String::new(), number, reason));
    }
    serde_json::from_str(text).map_err(|error| {
        // The column is a byte, and may stand within a character.
        let at = error.column().saturating_sub(1).min(line.len());
        refused(encoding::valid_start(&line[..at]).to_owned(), number, fields::reason(&error))
    })
}

fn refused(before: String, number: usize, reason: String) -> Undecodable {
    let column = before.chars().count() + 1;
    Undecodable { before, cause: Cause::Line { number, column, reason } }
}

/// The id as it is written; `None` where there is nothing to call the article by.
fn written(id: Option<&serde_json::Value>) -> Option<String> {
    match id? {
        serde_json::Value::Null => None,
        serde_json::Value::String(id) => Some(id.clone()).filter(|id| !id.is_empty()),
        other => Some(other.to_string()),
    }
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
