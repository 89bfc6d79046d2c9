//! What could not be read, and why.

use crate::code::Code;
use crate::severity::Severity;
use std::error::Error;
use std::io;
use std::path::PathBuf;

/// Something that could not be read, or not wholly.
#[derive(Debug)]
pub struct Problem {
    /// The file or folder, as it was named or found.
    pub path: PathBuf,
    /// The article within the file, for JSON lines.
    pub article: Option<String>,
    /// What could be read before the place at fault; empty where nothing could.
    pub before: String,
    /// Why.
    pub cause: Cause,
}

/// Why something could not be read.
#[derive(Debug, thiserror::Error)]
pub enum Cause {
    /// Nothing has that name.
    #[error("there is no such file or folder")]
    Missing,
    /// A link whose target is gone.
    #[error("this link leads nowhere")]
    DanglingLink,
    /// A FIFO, a socket or a device.
    #[error("only files and folders are read, and this is {what}")]
    Special {
        /// What it is, with its article.
        what: &'static str,
    },
    /// Nobody gave the right to read it.
    #[error("you do not have the right to read this {what}")]
    Forbidden {
        /// What it is.
        what: &'static str,
    },
    /// The system refused for another reason.
    #[error("it could not be read")]
    Unreadable(#[source] io::Error),
    /// A folder without an article.
    #[error("there is no article in this folder")]
    NoArticle,
    /// More than one article may hold.
    #[error("an article may have at most {limit} bytes, and this is larger")]
    TooLarge {
        /// How many bytes it may have.
        limit: usize,
    },
    /// It holds zero bytes, which no text does.
    #[error("only text is read, and this is binary: it holds a zero byte here")]
    Binary,
    /// A Word document that cannot be unpacked.
    #[error("this is not a whole Word document: {reason}")]
    Damaged {
        /// What is wrong with it.
        reason: String,
    },
    /// A compressed file that cannot be unpacked to its end.
    #[error("this is not a whole {packing} file: {reason}")]
    Torn {
        /// How it is compressed.
        packing: &'static str,
        /// What is wrong with it.
        reason: String,
    },
    /// Bytes that are not of the encoding.
    #[error("the text must be {encoding}, and the bytes here are not")]
    Encoding {
        /// The encoding it was taken for.
        encoding: &'static str,
    },
    /// A line that is not an article.
    #[error("line {number}, column {column}: {reason}")]
    Line {
        /// The line, counted from 1.
        number: usize,
        /// The column, counted from 1 in characters.
        column: usize,
        /// What was wrong with it.
        reason: String,
    },
    /// JSON lines in an encoding in which lines cannot be told apart.
    #[error("JSON lines must be UTF-8, and this begins with a byte order mark of UTF-16")]
    LinesInUtf16,
    /// A date that is not one.
    #[error("line {number}: the date must be an ISO day such as 2026-03-04, and it is {date}")]
    Date {
        /// The line, counted from 1.
        number: usize,
        /// The date as it was written, in JSON.
        date: String,
    },
    /// A key that looks like one of an article's and is none.
    #[error("line {number}: the key {key:?} is passed over")]
    UnknownKey {
        /// The line, counted from 1.
        number: usize,
        /// The key.
        key: String,
        /// The key that was probably meant.
        meant: &'static str,
    },
    /// An id that an earlier article of the file has.
    #[error("line {number}: an article before this one has the id {id:?} too")]
    SameId {
        /// The line, counted from 1.
        number: usize,
        /// The id.
        id: String,
    },
    /// An id that only articles without one may have.
    #[error(
        "line {number}: the id {id:?} is kept for articles without an id, which are called by their line"
    )]
    ReservedId {
        /// The line, counted from 1.
        number: usize,
        /// The id.
        id: String,
    },
}

impl Cause {
    /// Why a folder or, as `what` says, a file could not be read.
    pub fn refused(what: &'static str, error: io::Error) -> Cause {
        match error.kind() {
            io::ErrorKind::PermissionDenied => Cause::Forbidden { what },
            _ => Cause::Unreadable(error),
        }
    }
}

impl Problem {
    /// Whether there is nothing of that name, or nothing in it.
    pub fn is_missing(&self) -> bool {
        matches!(self.cause, Cause::Missing | Cause::NoArticle)
    }

    /// A problem with the whole of `path`.
    pub fn new(path: PathBuf, cause: Cause) -> Problem {
        Problem { path, article: None, before: String::new(), cause }
    }

    /// The line at fault, counted from 1.
    pub fn line(&self) -> usize {
        1 + self.before.matches('\n').count()
    }

    /// The column at fault, counted from 1 in characters.
    pub fn col(&self) -> usize {
        let line_at = self.before.rfind('\n').map_or(0, |at| at + 1);
        1 + self.before[line_at..].chars().count()
    }

    /// What is wrong, with every cause behind it.
    pub fn message(&self) -> String {
        let mut message = self.cause.to_string();
        let mut cause = self.cause.source();
        while let Some(deeper) = cause {
            message = format!("{message}: {deeper}");
            cause = deeper.source();
        }
        message
    }

    /// The check that speaks.
    pub fn code(&self) -> Code {
        match self.cause {
            Cause::Missing
            | Cause::DanglingLink
            | Cause::Special { .. }
            | Cause::Forbidden { .. }
            | Cause::Unreadable(_) => Code::Unreadable,
            Cause::NoArticle => Code::NoArticle,
            Cause::TooLarge { .. } => Code::TooLarge,
            Cause::Binary => Code::Binary,
            Cause::Damaged { .. } | Cause::Torn { .. } => Code::Damaged,
            Cause::Encoding { .. } | Cause::LinesInUtf16 => Code::Encoding,
            Cause::Line { .. } => Code::JsonLine,
            Cause::Date { .. } => Code::Date,
            Cause::UnknownKey { .. } => Code::JsonKey,
            Cause::SameId { .. } | Cause::ReservedId { .. } => Code::JsonId,
        }
    }

    /// How much it matters: an error where an article was lost, else a warning.
    pub fn severity(&self) -> Severity {
        match self.cause {
            Cause::Date { .. }
            | Cause::UnknownKey { .. }
            | Cause::SameId { .. }
            | Cause::ReservedId { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// What to do about it.
    pub fn help(&self) -> String {
        if let Cause::UnknownKey { meant, .. } = &self.cause {
            return format!("did you mean \"{meant}\"?");
        }
        self.advice().to_owned()
    }

    fn advice(&self) -> &'static str {
        match self.cause {
            Cause::Missing => "check the spelling, and that the path is relative to the current folder",
            Cause::DanglingLink => "mend the link, or remove it",
            Cause::Special { .. } => "name a file, or `-` to read standard input",
            Cause::Forbidden { .. } => {
                "ask its owner for that right (if it is yours: chmod u+rX), or name other files and folders"
            }
            Cause::Unreadable(_) => {
                "check that it is there, that its name is right and that it can be opened"
            }
            Cause::NoArticle => {
                "in a folder, files that end in .txt .md .markdown .mdx .html .htm .rst .rest .adoc .asciidoc .docx .jsonl \
                 .ndjson (also .jsonl.gz, .jsonl.zst) are read, unless hidden or ignored by git; a file that is named itself is always read"
            }
            Cause::TooLarge { .. } => "split it, or make it JSON lines with one article a line",
            Cause::Binary => {
                "name text files only; UTF-16 is read where it begins with a byte order mark, and of compressed files \
                 .jsonl.gz and .jsonl.zst are"
            }
            Cause::Damaged { .. } => "open the document in Word and save it again, or remove it",
            Cause::Torn { .. } => "the articles before this line were checked; copy or make the file anew",
            Cause::Encoding { .. } | Cause::LinesInUtf16 => "save it as UTF-8",
            Cause::Line { .. } => {
                "an article is one line such as {\"id\": \"a-1\", \"date\": \"2026-03-04\", \"text\": \"…\"}"
            }
            Cause::UnknownKey { .. } => "the keys of an article are id, text, date, title and format",
            Cause::SameId { .. } => "give one of the two another id, so that findings tell them apart",
            Cause::ReservedId { .. } => "give it another id, or none",
            Cause::Date { .. } => "the article is checked as if it had no date",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Cause;
    use super::Problem;
    use std::io;
    use std::path::PathBuf;

    #[test]
    fn a_place_is_counted_in_characters_from_one() {
        let mut problem = Problem::new(PathBuf::from("a.txt"), Cause::Binary);
        assert_eq!((problem.line(), problem.col()), (1, 1));
        problem.before = "one\ntwo é".to_owned();
        assert_eq!((problem.line(), problem.col()), (2, 6));
    }

    #[test]
    fn a_message_tells_the_cause_behind_the_cause() {
        let refused = io::Error::other("the disk is on fire");
        let problem = Problem::new(PathBuf::from("a.txt"), Cause::Unreadable(refused));
        assert_eq!(problem.message(), "it could not be read: the disk is on fire");
    }
}
