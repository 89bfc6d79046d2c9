//! The way through a TOML text up to the cursor, with what is open there.

use crate::lsp::rules::cursor::Place;
use crate::span::Span;

/// A table or list that is open.
#[derive(Debug, Default)]
pub struct Frame {
    /// The table around it, itself included.
    pub table: Vec<String>,
    /// The keys read so far.
    pub present: Vec<String>,
    /// Whether it is outside of brackets and braces.
    pub is_outer: bool,
    /// The key whose value is being read.
    key: Option<String>,
    is_list: bool,
}

/// The way up to the cursor.
struct Walk<'t> {
    text: &'t str,
    at: usize,
    cursor: usize,
    frames: Vec<Frame>,
    /// The bare word read last.
    word: Span,
}

/// What a cursor is at, and what is open around it.
pub fn to(text: &str, cursor: usize) -> (Place, Frame) {
    let outer = Frame { is_outer: true, ..Frame::default() };
    let mut walk = Walk { text, at: 0, cursor, frames: vec![outer], word: Span::at(0) };
    let place = loop {
        if let Some(place) = walk.step() {
            break place;
        }
    };
    (place, walk.frames.pop().unwrap_or_default())
}

impl Walk<'_> {
    /// Reads one thing; what the cursor is at, once it is reached.
    fn step(&mut self) -> Option<Place> {
        let Some(next) = self.rest().chars().next().filter(|_| self.at < self.cursor) else {
            return Some(self.arrived());
        };
        match next {
            '#' => self.comment(),
            '"' | '\'' => self.quoted(next),
            '[' if self.is_header() => self.header(),
            letter if is_bare(letter) => self.bare(),
            sign => {
                self.sign(sign);
                self.at += sign.len_utf8();
                None
            }
        }
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Between words: a key may begin here, or a value.
    fn arrived(&self) -> Place {
        let end = self.at + self.rest().find(|letter| !is_bare(letter)).unwrap_or(self.rest().len());
        let is_typed = self.word.end() == self.at;
        let span = if is_typed { self.word } else { Span::new(self.at, end) };
        self.bare_place(span)
    }

    fn bare_place(&self, span: Span) -> Place {
        match self.key() {
            Some(key) => Place::Value { key, whole: span, is_quoted: false },
            None => Place::Key(span),
        }
    }

    /// The key whose value is being read; a list stands for the key it belongs to.
    fn key(&self) -> Option<String> {
        self.frames.last()?.key.clone()
    }

    fn comment(&mut self) -> Option<Place> {
        let length = self.rest().find('\n').unwrap_or(self.rest().len());
        self.at += length;
        (self.cursor <= self.at).then_some(Place::Nothing)
    }

    /// Whether a bracket here begins a header: only at the start of a line, outside of any value.
    fn is_header(&self) -> bool {
        let before = &self.text[..self.at];
        let line = before.rfind('\n').map_or(before, |at| &before[at + 1..]);
        self.frames.len() == 1 && self.key().is_none() && line.trim().is_empty()
    }

    fn header(&mut self) -> Option<Place> {
        let length = self.rest().find(['\n', '\r']).unwrap_or(self.rest().len());
        let span = Span::new(self.at, self.at + length);
        if self.cursor <= span.end() {
            self.frames = vec![Frame { is_outer: true, ..Frame::default() }];
            return Some(Place::Header(span));
        }
        let name = span.of(self.text).split('#').next().unwrap_or_default();
        let name = name.trim().trim_matches(['[', ']']);
        let table = name.split('.').map(|part| part.trim().to_owned()).collect();
        self.frames = vec![Frame { table, is_outer: true, ..Frame::default() }];
        self.at = span.end();
        None
    }

    fn quoted(&mut self, mark: char) -> Option<Place> {
        let triple = mark.to_string().repeat(3);
        let is_long = self.rest().starts_with(&triple);
        let fence = if is_long { triple.as_str() } else { &triple[..1] };
        let start = self.at + fence.len();
        let end = string_end(self.text, start, (mark, fence));
        let is_closed = self.text[end..].starts_with(fence);
        let after = end + if is_closed { fence.len() } else { 0 };
        let whole = Span::new(start, end);
        if self.cursor < after || (self.cursor == after && !is_closed) {
            // Nothing is written between the marks themselves.
            let is_within = start <= self.cursor && self.cursor <= end;
            return Some(if is_within { self.quoted_place(whole) } else { Place::Nothing });
        }
        self.word = whole;
        self.at = after;
        None
    }

    fn quoted_place(&self, whole: Span) -> Place {
        match self.key() {
            Some(key) => Place::Value { key, whole, is_quoted: true },
            None => Place::Key(whole),
        }
    }

    fn bare(&mut self) -> Option<Place> {
        let length = self.rest().find(|letter| !is_bare(letter)).unwrap_or(self.rest().len());
        self.word = Span::new(self.at, self.at + length);
        if self.cursor <= self.word.end() {
            return Some(self.bare_place(self.word));
        }
        self.at = self.word.end();
        None
    }

    fn sign(&mut self, sign: char) {
        let word = self.word.of(self.text).to_owned();
        let is_outer = self.frames.len() == 1;
        let Some(frame) = self.frames.last_mut() else { return };
        match sign {
            '=' if !frame.is_list => {
                frame.present.push(word.clone());
                frame.key = Some(word);
            }
            '{' | '[' => self.open(sign == '['),
            '}' | ']' if !is_outer => drop(self.frames.pop()),
            ',' if !frame.is_list => frame.key = None,
            '\n' if is_outer => frame.key = None,
            _ => {}
        }
    }

    /// A list keeps the key it is the value of; a table in braces is named after it.
    fn open(&mut self, is_list: bool) {
        let Some(frame) = self.frames.last() else { return };
        let mut table = frame.table.clone();
        if !is_list {
            table.extend(frame.key.clone());
        }
        let key = frame.key.clone().filter(|_| is_list);
        self.frames.push(Frame { table, key, is_list, ..Frame::default() });
    }
}

/// Whether a letter may stand in a key without quotation marks, or in a number or a date.
pub fn is_bare(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.' | '+' | ':')
}

/// Where a string ends whose words begin at `start`; one of a single line at the latest with its line.
fn string_end(text: &str, start: usize, (mark, fence): (char, &str)) -> usize {
    let mut is_escaped = false;
    for (at, letter) in text[start..].char_indices() {
        let rest = &text[start + at..];
        if fence.len() == 1 && letter == '\n' || !is_escaped && rest.starts_with(fence) {
            return start + at;
        }
        is_escaped = mark == '"' && letter == '\\' && !is_escaped;
    }
    text.len()
}
