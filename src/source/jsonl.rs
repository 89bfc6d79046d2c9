//! JSON lines: one article a line, streamed, so that memory does not grow with the file.

use crate::source::Article;
use crate::source::encoding;
use crate::source::line;
use crate::source::line::Line;
use crate::source::problem::Cause;
use crate::source::problem::Problem;
use crate::source::read::Entry;
use crate::source::read::MAX_BYTES;
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

    /// The article of the line; one whose date is odd is held back until that is told.
    fn article(&mut self) -> Entry {
        let Line { article, date } = match line::parse(&self.line, self.number) {
            Ok(line) => line,
            Err(refused) => return Err(self.problem(refused.cause, refused.before)),
        };
        let article = Article { path: self.path.clone(), ..article };
        let Some(cause) = date else { return Ok(article) };
        let problem = Problem { article: article.id.clone(), ..Problem::new(self.path.clone(), cause) };
        self.held = Some(article);
        Err(problem)
    }

    fn problem(&self, cause: Cause, before: String) -> Problem {
        Problem { path: self.path.clone(), article: Some(self.number.to_string()), before, cause }
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
                Some(Err(self.problem(cause, String::new())))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;
    use crate::source::Article;
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
