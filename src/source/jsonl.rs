//! JSON lines: one article a line, streamed, so that memory does not grow with the file.

use crate::source::Article;
use crate::source::encoding;
use crate::source::id;
use crate::source::line;
use crate::source::line::Line;
use crate::source::packed;
use crate::source::problem::Cause;
use crate::source::problem::Problem;
use crate::source::read::Entry;
use crate::source::read::MAX_BYTES;
use crate::source::short;
use std::collections::VecDeque;
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
    /// What the line that was read last holds beside its first entry.
    held: VecDeque<Entry>,
    seen: id::Seen,
    is_over: bool,
}

impl<R: BufRead> Lines<R> {
    /// The articles that `reader` holds, to be shown as those of `path`.
    pub fn new(path: PathBuf, reader: R) -> Lines<R> {
        Lines {
            path,
            reader,
            number: 0,
            line: Vec::new(),
            held: VecDeque::new(),
            seen: id::Seen::default(),
            is_over: false,
        }
    }

    /// Reads the next line that is not blank into `self.line`; whether there was one.
    fn advance(&mut self) -> Result<bool, Cause> {
        loop {
            self.line.clear();
            self.number += 1;
            let n_bytes = self.read_line().map_err(|error| packed::cause(&self.path, error))?;
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

    /// Holds the article of the line, with what is odd about it before it.
    fn hold(&mut self) {
        let Line { article, is_named, mut oddities } = match line::parse(&self.line, self.number) {
            Ok(line) => line,
            Err(refused) => {
                self.held.push_back(Err(self.problem(refused.cause, refused.before)));
                return;
            }
        };
        let named = article.id.as_ref().filter(|_| is_named);
        if let Some(id) = named.filter(|id| !self.seen.is_new(id)) {
            let id = short::middle(id).into_owned();
            oddities.push(Cause::SameId { number: self.number, id });
        }
        for cause in oddities {
            let problem = Problem::new(self.path.clone(), cause);
            self.held.push_back(Err(Problem { article: article.id.clone(), ..problem }));
        }
        self.held.push_back(Ok(Article { path: self.path.clone(), ..article }));
    }

    fn problem(&self, cause: Cause, before: String) -> Problem {
        Problem { path: self.path.clone(), article: Some(id::of_line(self.number)), before, cause }
    }
}

/// The name of the article on the line with this number, as findings have it.
pub fn id_of(line: &str, number: usize) -> String {
    let id = line::parse(line.as_bytes(), number).ok().and_then(|line| line.article.id);
    id.unwrap_or_else(|| id::of_line(number))
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Entry;

    fn next(&mut self) -> Option<Entry> {
        while self.held.is_empty() && !self.is_over {
            match self.advance() {
                Ok(true) => self.hold(),
                Ok(false) => self.is_over = true,
                Err(cause) => {
                    // After a failed read nobody knows what comes next; after a long line somebody does.
                    self.is_over |= !matches!(cause, Cause::TooLarge { .. });
                    self.held.push_back(Err(self.problem(cause, String::new())));
                }
            }
        }
        self.held.pop_front()
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
        assert_eq!((next.text.as_str(), next.id.as_deref(), entries.len()), ("Good.", Some("@line-2"), 2));
    }

    #[test]
    fn an_article_without_an_id_is_called_by_its_line() {
        let entries = read(b"\n  \r\n{\"text\": \"T.\", \"id\": null, \"title\": null}\r\n");
        assert_eq!(entries[0].as_ref().expect("a good line").id.as_deref(), Some("@line-3"));
        assert_eq!(entries.len(), 1);
        assert_eq!(article(r#"{"text": "T.", "id": 17}"#).id.as_deref(), Some("17"));
    }

    #[test]
    fn a_bad_line_does_not_stop_the_others() {
        check_refused(b"{\"text\": \"Tor", "line 1, column 13: the line ends within quotation marks", 13);
        check_refused(b"{\"id\": 1}", "line 1, column 9: it needs a \"text\"", 9);
        check_refused(b"[1, \"Text.\"]", "line 1, column 1: an article is an object", 1);
        check_refused(b"{\"text\": 5}", "\"text\" must be words", 11);
        check_refused(
            b"{\"text\": \"T\", \"format\": \"rtf\"}",
            "must be \"text\", \"markdown\", \"html\", \"rst\" or \"asciidoc\"",
            30,
        );
        check_refused(b"{\"text\": \"T\"} {}", "one line holds one object", 15);
        check_refused(b"{\"text\": \"caf\xE9\"}", "must be UTF-8", 14);
    }

    #[test]
    fn a_date_that_cannot_be_read_leaves_the_article_without_one() {
        let entries = read(b"{\"id\": \"x\", \"text\": \"T.\", \"date\": \"last May\"}");
        let told = problem(&entries[0]);
        assert_eq!((told.code().name(), told.article.as_deref()), ("date", Some("x")));
        assert!(told.message().ends_with("it is \"last May\""), "{}", told.message());
        assert_eq!(entries[1].as_ref().expect("the article itself").date, None);
    }

    /// Checks what is told of lines that are articles all the same, and what those are called.
    #[track_caller]
    fn check_told(lines: &str, told: &[&str], ids: &[&str]) {
        let (articles, problems): (Vec<_>, Vec<_>) =
            read(lines.as_bytes()).into_iter().partition(Result::is_ok);
        let messages: Vec<String> = problems.iter().map(|entry| problem(entry).message()).collect();
        assert_eq!(messages, told);
        let found: Vec<String> = articles.into_iter().flatten().filter_map(|article| article.id).collect();
        assert_eq!(found, ids);
    }

    #[test]
    fn no_two_articles_share_a_name_without_a_word() {
        check_told(
            "{\"text\": \"T.\", \"id\": \"a\"}\n{\"text\": \"T.\", \"id\": \"2\"}\n{\"text\": \"T.\", \"id\": \"a\"}\n",
            &["line 3: an article before this one has the id \"a\" too"],
            &["a", "2", "a"],
        );
        check_told(
            "{\"text\": \"T.\", \"id\": \"@line-2\"}\n{\"text\": \"T.\"}\n",
            &[
                "line 1: the id \"@line-2\" is kept for articles without an id, which are called by their line",
            ],
            &["@line-1", "@line-2"],
        );
    }

    #[test]
    fn a_misspelt_key_is_told_and_the_article_read() {
        check_told(
            "{\"text\": \"T.\", \"formt\": \"html\", \"lang\": \"en\"}\n",
            &["line 1: the key \"formt\" is passed over"],
            &["@line-1"],
        );
    }

    #[test]
    fn a_byte_order_mark_is_passed_over_and_utf16_refused() {
        assert_eq!(article("\u{FEFF}{\"text\": \"T.\"}").text, "T.");
        let entries = read(b"\xFF\xFE{\0\n\0{\0\n\0");
        assert_eq!((problem(&entries[0]).code().name(), entries.len()), ("encoding", 1));
    }

    #[test]
    fn a_long_line_is_read_and_a_monstrous_one_passed_over() {
        let four_megabytes = format!("{{\"text\": \"{}\"}}", "a ".repeat(2 << 20));
        assert_eq!(article(&four_megabytes).text.len(), 4 << 20);
        let monstrous = "x".repeat(MAX_BYTES + 10);
        check_refused(monstrous.as_bytes(), "at most", 1);
    }
}
