//! The lines of one paragraph as one text, for markup that knows nothing of lines.
//!
//! Inline markup is taken out while the text is walked through once: a mark that opens is looked for its
//! closing one, which is then left out when it is reached. So depth costs nothing.

use crate::document::prose::Prose;
use crate::span::Span;

/// How far behind a mark its closing one may stand, in bytes.
const REACH: usize = 1_000;

/// Some lines of a text, with a line break between two of them.
#[derive(Debug, Default)]
pub struct Passage {
    text: String,
    /// Where each line begins here, and where it was read.
    lines: Vec<(usize, Span)>,
}

impl Passage {
    /// The words of `lines`, each of them a part of `source`.
    pub fn of(source: &str, lines: &[Span]) -> Passage {
        let mut passage = Passage::default();
        for line in lines {
            if !passage.lines.is_empty() {
                passage.text.push('\n');
            }
            passage.lines.push((passage.text.len(), *line));
            passage.text.push_str(line.of(source));
        }
        passage
    }

    /// Where a byte of the text was read.
    fn raw_at(&self, at: usize) -> usize {
        let line = self.lines.partition_point(|(start, _)| *start <= at).saturating_sub(1);
        self.lines
            .get(line)
            .map_or(0, |(start, raw)| (raw.start() + at.saturating_sub(*start)).min(raw.end()))
    }

    /// Where some of the text was read.
    fn raw(&self, start: usize, end: usize) -> Span {
        Span::new(self.raw_at(start), self.raw_at(end))
    }
}

/// A kind of mark that stands on both sides of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The mark.
    pub mark: &'static str,
    /// Whether it may stand within a word.
    pub is_free: bool,
}

/// Walks through a passage and writes its words.
pub struct Walk<'w, 'p, 's> {
    /// What is written to.
    pub prose: &'p mut Prose<'s>,
    passage: &'w Passage,
    /// How far it has come.
    at: usize,
    /// Where the words begin that were not written yet.
    from: usize,
    /// Marks that are left out when they are reached, with their lengths; the last one comes first.
    closing: Vec<(usize, &'static str)>,
    /// For marks, up to where none closes.
    barren: Vec<(&'static str, usize)>,
}

impl<'w, 'p, 's> Walk<'w, 'p, 's> {
    /// A walk that begins at the front.
    pub fn new(passage: &'w Passage, prose: &'p mut Prose<'s>) -> Walk<'w, 'p, 's> {
        Walk { prose, passage, at: 0, from: 0, closing: Vec::new(), barren: Vec::new() }
    }

    /// What lies ahead; nothing at the end.
    pub fn rest(&self) -> &'w str {
        self.passage.text.get(self.at..).unwrap_or_default()
    }

    /// The character before.
    pub fn before(&self) -> Option<char> {
        self.passage.text.get(..self.at)?.chars().next_back()
    }

    /// Whether a word could begin here.
    pub fn is_at_edge(&self) -> bool {
        self.before().is_none_or(|c| !c.is_alphanumeric())
    }

    /// Where the next `len` bytes were read.
    pub fn raw(&self, len: usize) -> Span {
        self.passage.raw(self.at, self.at + len)
    }

    /// Where the bytes from `start` to `end`, counted from here, were read.
    pub fn raw_between(&self, start: usize, end: usize) -> Span {
        self.passage.raw(self.at + start, self.at + end)
    }

    /// Reads the next `len` bytes as HTML.
    pub fn html(&mut self, len: usize) {
        self.flush();
        self.prose.html(self.raw(len));
        self.skip(len);
    }

    /// Goes on by one character, which belongs to the words.
    pub fn step(&mut self) {
        let first = self.rest().chars().next();
        self.at += first.map_or(1, char::len_utf8);
    }

    /// Takes the next `len` bytes for words, whatever they are.
    pub fn words(&mut self, len: usize) {
        self.at = (self.at + len).min(self.passage.text.len());
    }

    /// Leaves `len` bytes out.
    pub fn skip(&mut self, len: usize) {
        self.flush();
        self.at = (self.at + len).min(self.passage.text.len());
        self.from = self.at;
    }

    /// Leaves `len` bytes out that stand for something which is no prose.
    pub fn opaque(&mut self, len: usize) {
        self.flush();
        self.prose.opaque(self.raw(len));
        self.skip(len);
    }

    /// Leaves `len` bytes out, for which `words` are written.
    pub fn replace(&mut self, len: usize, words: &str) {
        self.flush();
        self.prose.replace(words, self.raw(len));
        self.skip(len);
    }

    /// Leaves out the next `len` bytes, and `mark` when it is reached at `end` bytes from here.
    pub fn enclose(&mut self, len: usize, end: usize, mark: &'static str) {
        self.closing.push((self.at + end, mark));
        self.closing.sort_unstable_by(|one, other| other.cmp(one));
        self.skip(len);
    }

    /// Leaves out a mark that closes here, if one does.
    pub fn close(&mut self) -> bool {
        let Some((at, mark)) = self.closing.last().copied().filter(|(at, _)| *at <= self.at) else {
            return false;
        };
        self.closing.pop();
        // A mark that lies behind was part of something that was left out.
        if at == self.at {
            self.skip(mark.len());
        }
        true
    }

    /// Opens a pair of marks, if one begins here and ends before long.
    pub fn open(&mut self, pair: Pair) -> bool {
        let Some(inner) = self.rest().strip_prefix(pair.mark) else { return false };
        let may_open =
            (pair.is_free || self.is_at_edge()) && inner.chars().next().is_some_and(|c| !c.is_whitespace());
        let is_open = self.closing.iter().any(|(_, mark)| *mark == pair.mark);
        if !may_open || is_open {
            return false;
        }
        let Some(end) = self.end_of(pair) else { return false };
        self.enclose(pair.mark.len(), end, pair.mark);
        true
    }

    /// How far from here the mark stands that closes the one here.
    fn end_of(&mut self, pair: Pair) -> Option<usize> {
        let start = self.at + pair.mark.len();
        let known = self.barren.iter().find(|(mark, _)| *mark == pair.mark).map_or(0, |(_, end)| *end);
        let text = self.passage.text.as_str();
        let limit = boundary(text, start + REACH);
        let from = boundary(text, start.max(known)).min(limit);
        let ahead = text.get(from..limit).unwrap_or_default();
        let closes = |at: &usize| closes(text, from + at, pair) && from + at > start;
        let found = ahead.match_indices(pair.mark).map(|(at, _)| at).find(closes);
        if found.is_none() {
            self.barren.retain(|(mark, _)| *mark != pair.mark);
            self.barren.push((pair.mark, limit.saturating_sub(pair.mark.len())));
        }
        found.map(|at| from + at - self.at)
    }

    /// Writes what is left.
    pub fn flush(&mut self) {
        let end = self.at.min(self.passage.text.len());
        for (at, raw) in self.passage.lines_between(self.from, end) {
            // The break between two lines, with what stands before the next one.
            if at > self.from {
                self.prose.space(self.passage.raw(at - 1, at));
            }
            self.prose.copy(raw);
        }
        self.from = end;
    }
}

impl Passage {
    /// The parts of lines between two bytes: where each begins here, and where it was read.
    fn lines_between(&self, start: usize, end: usize) -> impl Iterator<Item = (usize, Span)> + '_ {
        let first = self.lines.partition_point(|(at, _)| *at <= start).saturating_sub(1);
        let lines = self.lines.iter().skip(first).take_while(move |(at, _)| *at <= end && start < end);
        lines.map(move |(at, raw)| {
            let from = start.saturating_sub(*at).min(raw.len());
            let to = (end - at).min(raw.len());
            ((*at).max(start), Span::new(raw.start() + from, raw.start() + to))
        })
    }
}

/// The longest target or label that is looked through.
const LONGEST: usize = 1_000;

/// Where `mark` stands, if that is not far.
pub fn find(text: &str, mark: &str) -> Option<usize> {
    text[..boundary(text, LONGEST)].find(mark)
}

/// The first boundary of a character from `at` on.
pub fn boundary(text: &str, at: usize) -> usize {
    (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// Whether the mark at `at` closes: no space before it and, unless it is free, no letter after it.
fn closes(text: &str, at: usize, pair: Pair) -> bool {
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    let after = text.get(at + pair.mark.len()..).and_then(|text| text.chars().next());
    before.is_some_and(|c| !c.is_whitespace()) && (pair.is_free || after.is_none_or(|c| !c.is_alphanumeric()))
}

/// The address at the front of `text`: how long it is.
pub fn address_len(text: &str) -> Option<usize> {
    const SCHEMES: &[&str] = &["https://", "http://", "ftp://", "mailto:"];
    let scheme = SCHEMES.iter().find(|scheme| text.starts_with(**scheme))?;
    let end = text.find(|c: char| c.is_whitespace() || matches!(c, '[' | ']' | '<' | '>' | '"' | '|' | '`'));
    let address =
        text.get(..end.unwrap_or(text.len()))?.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'']);
    (address.len() > scheme.len()).then_some(address.len())
}
