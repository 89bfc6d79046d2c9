//! Files to articles, one at a time.
//!
//! A file that is one article is only opened by who works on it, so that reading is done by all threads and
//! no more texts are held than are worked on.

use crate::source::Article;
use crate::source::Format;
use crate::source::docx;
use crate::source::encoding;
use crate::source::encoding::Decoded;
use crate::source::front_matter;
use crate::source::jsonl::Lines;
use crate::source::packed;
use crate::source::packed::Packing;
use crate::source::problem::Cause;
use crate::source::problem::Problem;
use crate::source::walk::Found;
use crate::source::walk::Input;
use std::cell::RefCell;
use std::fs::File;
use std::io;
use std::io::BufReader;
use std::io::Read;
use std::iter;
use std::path::Path;
use std::path::PathBuf;

/// The largest article, and the longest of JSON lines, in bytes: 16 MiB.
///
/// A book has one; what is larger is hardly an article, and would be held in memory whole.
pub const MAX_BYTES: usize = 16 << 20;

/// How much of a file of JSON lines is read at once.
const BLOCK: usize = 1 << 18;

/// An article, or why there is none.
pub type Entry = Result<Article, Problem>;

/// An article to come.
pub enum Pending {
    /// It was read, as one of many in a file is.
    Read(Entry),
    /// It is a file of its own.
    File(PathBuf),
}

impl Pending {
    /// Reads it now.
    pub fn read(self) -> Entry {
        match self {
            Pending::Read(entry) => entry,
            Pending::File(path) => match File::open(&path) {
                Ok(file) => single(path, &file),
                Err(error) => Err(Problem::new(path, Cause::refused("file", error))),
            },
        }
    }
}

/// Endings of files that hold articles, with how these are marked up.
const ENDINGS: &[(&str, Ending)] = &[
    ("txt", Ending::Whole(Format::Text)),
    ("md", Ending::Whole(Format::Markdown)),
    ("markdown", Ending::Whole(Format::Markdown)),
    ("mdx", Ending::Whole(Format::Markdown)),
    ("html", Ending::Whole(Format::Html)),
    ("htm", Ending::Whole(Format::Html)),
    ("rst", Ending::Whole(Format::Rst)),
    ("rest", Ending::Whole(Format::Rst)),
    ("adoc", Ending::Whole(Format::AsciiDoc)),
    ("asciidoc", Ending::Whole(Format::AsciiDoc)),
    ("docx", Ending::Docx),
    ("jsonl", Ending::Lines),
    ("ndjson", Ending::Lines),
];

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    /// One article.
    Whole(Format),
    /// One article, packed as a Word document.
    Docx,
    /// One article a line.
    Lines,
}

/// Finds all articles of `inputs` in order, each when it is asked for.
pub fn articles(inputs: impl Iterator<Item = Found>) -> impl Iterator<Item = Pending> {
    articles_within(inputs, MAX_BYTES)
}

/// The same, where no file that is one article may have more than `limit` bytes.
pub fn articles_within(inputs: impl Iterator<Item = Found>, limit: usize) -> impl Iterator<Item = Pending> {
    inputs.flat_map(move |input| match input {
        Ok(Input::File(path)) if is_larger(&path, limit) => {
            one(Pending::Read(Err(Problem::new(path, Cause::TooLarge { limit }))))
        }
        Ok(Input::File(path)) if is_one(&path) => one(Pending::File(path)),
        Ok(Input::File(path)) => many(path),
        Ok(Input::Stdin { name }) => entries(name, io::stdin().lock()),
        Err(problem) => one(Pending::Read(Err(*problem))),
    })
}

/// How a file of this name is marked up, if it is one article in text.
pub fn format(path: &Path) -> Option<Format> {
    match ending(path)? {
        Ending::Whole(format) => Some(format),
        Ending::Docx | Ending::Lines => None,
    }
}

/// The article of a text that was read already, as one in an editor is.
///
/// # Errors
/// What no file may hold either.
pub fn text(path: PathBuf, text: String, format: Format) -> Entry {
    decoded(path, text.as_bytes(), format)
}

/// Whether a file of this name holds an article, as far as its ending says.
pub fn is_article(path: &Path) -> bool {
    ending(path).is_some()
}

fn is_one(path: &Path) -> bool {
    ending(path) != Some(Ending::Lines)
}

fn is_larger(path: &Path, limit: usize) -> bool {
    // What cannot be asked about is told when it is opened.
    limit < MAX_BYTES && is_one(path) && std::fs::metadata(path).is_ok_and(|file| file.len() > limit as u64)
}

/// What a file of this name holds.
fn ending(path: &Path) -> Option<Ending> {
    let last = extension(path)?;
    if Packing::of_ending(last).is_none() {
        return known(last);
    }
    // Only what is read as a stream is unpacked.
    known(extension(path.file_stem()?.as_ref())?).filter(|ending| *ending == Ending::Lines)
}

fn extension(name: &Path) -> Option<&str> {
    name.extension()?.to_str()
}

fn known(ending: &str) -> Option<Ending> {
    ENDINGS.iter().find(|(known, _)| known.eq_ignore_ascii_case(ending)).map(|(_, ending)| *ending)
}

fn many(path: PathBuf) -> Box<dyn Iterator<Item = Pending>> {
    match File::open(&path) {
        Ok(file) => entries(path, file),
        Err(error) => one(Pending::Read(Err(Problem::new(path, Cause::refused("file", error))))),
    }
}

fn entries(path: PathBuf, reader: impl Read + 'static) -> Box<dyn Iterator<Item = Pending>> {
    if is_one(&path) {
        return one(Pending::Read(single(path, reader)));
    }
    match packed::unpacked(&path, reader) {
        Ok(reader) => Box::new(Lines::new(path, BufReader::with_capacity(BLOCK, reader)).map(Pending::Read)),
        Err(error) => one(Pending::Read(Err(Problem::new(path, Cause::Unreadable(error))))),
    }
}

fn one(pending: Pending) -> Box<dyn Iterator<Item = Pending>> {
    Box::new(iter::once(pending))
}

thread_local! {
    /// Where each thread reads one article after the other, so that memory is asked for once.
    static BYTES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// So much of it is kept for the next article, and few need more.
const ROOM: usize = 1 << 14;

/// The one article of a file of this name.
fn single(path: PathBuf, reader: impl Read) -> Entry {
    BYTES.with_borrow_mut(|bytes| {
        bytes.clear();
        bytes.shrink_to(ROOM);
        bytes.reserve(ROOM);
        match contents(reader, bytes) {
            Ok(()) => whole(path, bytes),
            Err(cause) => Err(Problem::new(path, cause)),
        }
    })
}

/// All that is to be read.
fn contents(reader: impl Read, bytes: &mut Vec<u8>) -> Result<(), Cause> {
    reader.take(MAX_BYTES as u64 + 1).read_to_end(bytes).map_err(Cause::Unreadable)?;
    if bytes.len() > MAX_BYTES {
        return Err(Cause::TooLarge { limit: MAX_BYTES });
    }
    Ok(())
}

/// The article that all bytes of a file are.
fn whole(path: PathBuf, bytes: &[u8]) -> Entry {
    match ending(&path) {
        Some(Ending::Docx) => word(path, bytes),
        Some(Ending::Whole(format)) => decoded(path, bytes, format),
        Some(Ending::Lines) | None => decoded(path, bytes, Format::Text),
    }
}

fn word(path: PathBuf, bytes: &[u8]) -> Entry {
    match docx::text(bytes) {
        Ok(text) => Ok(Article { path, text, ..Article::default() }),
        Err(cause) => Err(Problem::new(path, cause)),
    }
}

fn decoded(path: PathBuf, bytes: &[u8], format: Format) -> Entry {
    let is_verbatim = !encoding::is_utf16(bytes);
    match encoding::decode(bytes) {
        Ok(Decoded { text, text_at }) => {
            let date = front_matter::date(&text);
            Ok(Article { path, id: None, title: None, text, text_at, date, format, is_verbatim })
        }
        Err(refused) => Err(Problem { before: refused.before, ..Problem::new(path, refused.cause) }),
    }
}

#[cfg(test)]
mod tests {
    use super::ENDINGS;
    use super::MAX_BYTES;
    use super::entries;
    use super::is_article;
    use super::single;
    use crate::source::Format;
    use crate::source::packed;
    use crate::source::problem::Cause;
    use crate::source::problem::Problem;
    use std::path::Path;
    use std::path::PathBuf;

    #[track_caller]
    fn check_format(name: &str, format: Format) {
        let entry = single(PathBuf::from(name), &b"Text."[..]);
        let article = entry.expect("an article");
        assert_eq!((article.format, article.text.as_str()), (format, "Text."));
    }

    /// Fails unless `text` names every ending.
    #[track_caller]
    fn check_names_all(place: &str, text: &str) {
        let words: Vec<&str> = text.split(|letter: char| !letter.is_ascii_alphanumeric()).collect();
        let endings = ENDINGS.iter().map(|(ending, _)| ending);
        for ending in endings.chain(packed::ENDINGS.iter().map(|(ending, _)| ending)) {
            assert!(words.contains(ending), "{place} does not name .{ending}");
        }
    }

    #[test]
    fn whoever_lists_the_endings_lists_all_of_them() {
        let hooks = include_str!("../../.pre-commit-hooks.yaml");
        let pattern = hooks.lines().find(|line| line.contains("|md|")).expect("a hook for articles");
        check_names_all("the hook", pattern);
        check_names_all("docs/articles.md", include_str!("../../docs/articles.md"));
        check_names_all("no article", &Problem::new(PathBuf::from("a"), Cause::NoArticle).help());
    }

    #[test]
    fn the_ending_of_a_name_says_how_it_is_marked_up() {
        check_format("a.txt", Format::Text);
        check_format("a.MD", Format::Markdown);
        check_format("b/a.mdx", Format::Markdown);
        check_format("a.htm", Format::Html);
        check_format("-", Format::Text);
        check_format("LICENSE", Format::Text);
    }

    #[test]
    fn json_lines_are_many_articles() {
        let lines = &b"{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n"[..];
        assert_eq!(entries(PathBuf::from("a.ndjson"), lines).count(), 2);
    }

    #[test]
    fn only_json_lines_are_unpacked() {
        assert!(is_article(Path::new("a.jsonl.gz")) && is_article(Path::new("a.ndjson.zst")));
        assert!(!is_article(Path::new("a.txt.gz")) && !is_article(Path::new("a.gz")));
    }

    #[test]
    fn what_is_too_large_is_told_and_not_read() {
        let entry = single(PathBuf::from("a.txt"), std::io::repeat(b'a'));
        let problem = entry.expect_err("a problem");
        assert_eq!(problem.code().name(), "too-large");
        let largest =
            single(PathBuf::from("a.txt"), std::io::Read::take(std::io::repeat(b'a'), MAX_BYTES as u64));
        assert!(largest.is_ok());
    }

    #[test]
    fn a_bad_byte_has_a_line_and_a_column() {
        let entry = single(PathBuf::from("a.txt"), &b"One.\nA caf\xE9.\n"[..]);
        let problem = entry.expect_err("a problem");
        assert_eq!((problem.code().name(), problem.line(), problem.col()), ("encoding", 2, 6));
    }

    #[test]
    fn front_matter_dates_the_article() {
        let text = &b"\xEF\xBB\xBF---\ndate: 2026-03-04\n---\nText.\n"[..];
        let article = single(PathBuf::from("a.md"), text).expect("an article");
        assert_eq!(article.date.map(|day| day.to_string()).as_deref(), Some("2026-03-04"));
        assert_eq!(article.text_at, 3);
    }
}
