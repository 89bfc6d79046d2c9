//! JSON lines: one article a line, streamed, so that memory does not grow with the file.

use crate::source::Article;
use crate::source::Format;
use crate::source::date;
use crate::source::encoding;
use crate::source::front_matter;
use crate::source::problem::Cause;
use crate::source::problem::Problem;
use crate::source::read::Entry;
use crate::source::read::MAX_BYTES;
use serde::Deserialize;
use std::io;
use std::io::BufRead;
use std::path::PathBuf;

/// The articles of a file of JSON lines, in order, with a problem for each line that is not one.
pub struct Lines<R> {
    path: PathBuf,
    reader: R,
    /// The line that was read last, counted from 1.
    number: usize,
    line: Vec<u8>,
    /// An article whose problem was told first.
    held: Option<Article>,
    is_over: bool,
}

/// A line as it is written; other fields are ignored.
#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    id: Option<serde_json::Value>,
    text: String,
    #[serde(default)]
    date: Option<serde_json::Value>,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    format: Option<Format>,
}

impl<R: BufRead> Lines<R> {
    /// The articles that `reader` holds, to be shown as those of `path`.
    pub fn new(path: PathBuf, reader: R) -> Lines<R> {
        Lines { path, reader, number: 0, line: Vec::new(), held: None, is_over: false }
    }

    /// Reads the next line that is not blank into `self.line`; whether there was one.
    fn advance(&mut self) -> Result<bool, Cause> {
        loop {
            self.line.clear();
            self.number += 1;
            let n_bytes = self.read_line().map_err(Cause::Unreadable)?;
            if n_bytes > MAX_BYTES {
                return Err(Cause::TooLarge { limit: MAX_BYTES });
            }
            if self.number == 1 && encoding::is_utf16(&self.line) {
                self.is_over = true;
                return Err(Cause::LinesInUtf16);
            }
            if n_bytes == 0 || !self.line.trim_ascii().is_empty() {
                return Ok(n_bytes > 0);
            }
        }
    }

    /// Reads a line, and passes over the rest of one that is too long; gives the bytes it kept.
    fn read_line(&mut self) -> io::Result<usize> {
        let n_bytes =
            io::Read::take(&mut self.reader, MAX_BYTES as u64 + 1).read_until(b'\n', &mut self.line)?;
        if n_bytes > MAX_BYTES && !self.line.ends_with(b"\n") {
            self.reader.skip_until(b'\n')?;
        }
        Ok(n_bytes)
    }

    fn article(&mut self) -> Entry {
        let line = self.parse()?;
        let id = id(line.id).unwrap_or_else(|| self.number.to_string());
        let format = line.format.unwrap_or_default();
        let day = line.date.as_ref().and_then(day);
        let article = Article {
            path: self.path.clone(),
            date: day.or_else(|| front_matter::date(&line.text)),
            id: Some(id.clone()),
            title: line.title,
            text: line.text,
            text_at: 0,
            format,
        };
        match line.date {
            Some(date) if day.is_none() => {
                self.held = Some(article);
                let cause = Cause::Date { number: self.number, date: date.to_string() };
                Err(Problem { article: Some(id), ..Problem::new(self.path.clone(), cause) })
            }
            _ => Ok(article),
        }
    }

    fn parse(&self) -> Result<Line, Problem> {
        let mark = if self.number == 1 { encoding::mark_len(&self.line) } else { 0 };
        let line = self.line[mark..].trim_ascii_end();
        let valid = encoding::valid_start(line);
        if valid.len() < line.len() {
            return Err(self.problem(Cause::Encoding { encoding: "UTF-8" }, valid));
        }
        // A list would pass as a line too, its elements taken for the fields in their order.
        if !valid.trim_start().starts_with('{') {
            let reason = "it does not begin with {".to_owned();
            return Err(self.problem(Cause::Line { number: self.number, reason }, ""));
        }
        serde_json::from_str(valid).map_err(|error| {
            let before = encoding::valid_start(&line[..error.column().saturating_sub(1).min(line.len())]);
            self.problem(Cause::Line { number: self.number, reason: reason(&error) }, before)
        })
    }

    fn problem(&self, cause: Cause, before: &str) -> Problem {
        let article = Some(self.number.to_string());
        Problem { path: self.path.clone(), article, before: before.to_owned(), cause }
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Entry;

    fn next(&mut self) -> Option<Entry> {
        if let Some(article) = self.held.take() {
            return Some(Ok(article));
        }
        if self.is_over {
            return None;
        }
        match self.advance() {
            Ok(true) => Some(self.article()),
            Ok(false) => {
                self.is_over = true;
                None
            }
            Err(cause) => {
                // After a failed read nobody knows what comes next; after a long line somebody does.
                self.is_over |= !matches!(cause, Cause::TooLarge { .. });
                Some(Err(self.problem(cause, "")))
            }
        }
    }
}

/// The id as it is written; `None` where there is nothing to call the article by.
fn id(id: Option<serde_json::Value>) -> Option<String> {
    match id? {
        serde_json::Value::Null => None,
        serde_json::Value::String(id) => Some(id).filter(|id| !id.is_empty()),
        other => Some(other.to_string()),
    }
}

fn day(date: &serde_json::Value) -> Option<jiff::civil::Date> {
    date.as_str().and_then(date::parse)
}

/// What the reader of JSON says, without its line, which is always the first.
fn reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.split(" at line ").next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::Lines;
    use crate::source::Article;
    use crate::source::Format;
    use crate::source::problem::Problem;
    use crate::source::read::Entry;
    use crate::source::read::MAX_BYTES;
    use std::path::PathBuf;

    fn read(lines: &[u8]) -> Vec<Entry> {
        Lines::new(PathBuf::from("a.jsonl"), lines).collect()
    }

    fn article(line: &str) -> Article {
        read(line.as_bytes()).remove(0).unwrap_or_else(|problem| panic!("{problem:?}"))
    }

    fn problem(entry: &Entry) -> &Problem {
        entry.as_ref().expect_err("this line is not an article")
    }

    /// Checks that the first line is refused in these words and that the second one is read.
    #[track_caller]
    fn check_refused(line: &[u8], message: &str, col: usize) {
        let entries = read(&[line, b"\n{\"text\": \"Good.\"}\n"].concat());
        let refused = problem(&entries[0]);
        assert!(refused.message().contains(message), "{}", refused.message());
        assert_eq!(refused.col(), col);
        let next = entries[1].as_ref().expect("the next line is good");
        assert_eq!((next.text.as_str(), next.id.as_deref(), entries.len()), ("Good.", Some("2"), 2));
    }

    #[test]
    fn every_field_is_read_and_others_are_not() {
        let line = r#"{"id": "a-1", "text": "T.", "date": "2026-03-04T23:00:00-05:00", "title": "H",
            "format": "markdown", "lang": "en", "tags": [1, {}]}"#
            .replace('\n', " ");
        let article = article(&line);
        assert_eq!(article.id.as_deref(), Some("a-1"));
        assert_eq!((article.text.as_str(), article.title.as_deref()), ("T.", Some("H")));
        assert_eq!(article.date.map(|day| day.to_string()).as_deref(), Some("2026-03-04"));
        assert_eq!(article.format, Format::Markdown);
    }

    #[test]
    fn an_article_without_an_id_is_called_by_its_line() {
        let entries = read(b"\n  \r\n{\"text\": \"T.\", \"id\": null, \"title\": null}\r\n");
        assert_eq!(entries[0].as_ref().expect("a good line").id.as_deref(), Some("3"));
        assert_eq!(entries.len(), 1);
        assert_eq!(article(r#"{"text": "T.", "id": 17}"#).id.as_deref(), Some("17"));
    }

    #[test]
    fn a_bad_line_does_not_stop_the_others() {
        check_refused(b"{\"text\": \"Tor", "line 1 must be a JSON object with a \"text\": EOF", 13);
        check_refused(b"{\"id\": 1}", "missing field `text`", 9);
        check_refused(b"[1, \"Text.\"]", "it does not begin with {", 1);
        check_refused(b"{\"text\": 5}", "expected a string", 10);
        check_refused(
            b"{\"text\": \"T\", \"format\": \"rtf\"}",
            "expected one of `text`, `markdown`, `html`",
            29,
        );
        check_refused(b"{\"text\": \"T\"} {}", "trailing characters", 15);
        check_refused(b"{\"text\": \"caf\xE9\"}", "must be UTF-8", 14);
    }

    #[test]
    fn a_date_that_cannot_be_read_leaves_the_article_without_one() {
        let entries = read(b"{\"id\": \"x\", \"text\": \"T.\", \"date\": \"last May\"}");
        let told = problem(&entries[0]);
        assert_eq!((told.code(), told.article.as_deref()), ("date", Some("x")));
        assert!(told.message().ends_with("it is \"last May\""), "{}", told.message());
        assert_eq!(entries[1].as_ref().expect("the article itself").date, None);
    }

    #[test]
    fn a_byte_order_mark_is_passed_over_and_utf16_refused() {
        assert_eq!(article("\u{FEFF}{\"text\": \"T.\"}").text, "T.");
        let entries = read(b"\xFF\xFE{\0\n\0{\0\n\0");
        assert_eq!((problem(&entries[0]).code(), entries.len()), ("encoding", 1));
    }

    #[test]
    fn a_long_line_is_read_and_a_monstrous_one_passed_over() {
        let four_megabytes = format!("{{\"text\": \"{}\"}}", "a ".repeat(2 << 20));
        assert_eq!(article(&four_megabytes).text.len(), 4 << 20);
        let monstrous = "x".repeat(MAX_BYTES + 10);
        check_refused(monstrous.as_bytes(), "at most", 1);
    }
}
