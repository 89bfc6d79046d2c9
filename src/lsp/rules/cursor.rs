//! Where in a TOML text somebody is writing, even while it is no TOML yet.
//!
//! A small reader of its own walks up to the cursor: a parser gives up, or puts things in other places, just
//! where something is being typed.

use crate::span::Span;

/// Where somebody is writing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// The table, from the top: `fact`, `timeline`.
    pub table: Vec<String>,
    /// The keys that this table has already.
    pub present: Vec<String>,
    /// The kind of the fact, where it says one.
    pub kind: Option<String>,
    /// What is being written there.
    pub place: Place,
}

/// What is being written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// A comment, or something between values.
    #[default]
    Nothing,
    /// The header of a table.
    Header(Span),
    /// A key.
    Key(Span),
    /// A value.
    Value {
        /// Its key.
        key: String,
        /// Its words, without quotation marks.
        whole: Span,
        /// Whether it has quotation marks already.
        is_quoted: bool,
    },
}

/// A table or list that is open.
#[derive(Debug, Default)]
struct Frame {
    table: Vec<String>,
    present: Vec<String>,
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

impl Spot {
    /// The spot at a byte of a text.
    pub fn at(text: &str, cursor: usize) -> Spot {
        let mut walk = Walk { text, at: 0, cursor, frames: vec![Frame::default()], word: Span::at(0) };
        let place = loop {
            if let Some(place) = walk.step() {
                break place;
            }
        };
        let is_outer = walk.frames.len() == 1;
        let frame = walk.frames.pop().unwrap_or_default();
        let section = section(text, cursor);
        let mut spot = Spot { table: frame.table, present: frame.present, kind: kind(section), place };
        if is_outer {
            spot.present = keys(section);
        }
        spot
    }
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
            self.frames = vec![Frame::default()];
            return Some(Place::Header(span));
        }
        let name = span.of(self.text).split('#').next().unwrap_or_default();
        let name = name.trim().trim_matches(['[', ']']);
        let table = name.split('.').map(|part| part.trim().to_owned()).collect();
        self.frames = vec![Frame { table, ..Frame::default() }];
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
            return Some(match self.key() {
                Some(key) => Place::Value { key, whole, is_quoted: true },
                None => Place::Key(whole),
            });
        }
        self.word = whole;
        self.at = after;
        None
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

fn is_bare(letter: char) -> bool {
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

/// The lines between the headers around a byte.
fn section(text: &str, at: usize) -> &str {
    let start = text[..at].rfind("\n[").map_or(0, |at| at + 1);
    let line_end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    let end = text[line_end..].find("\n[").map_or(text.len(), |end| line_end + end);
    &text[start..end]
}

/// The keys at the beginnings of lines.
fn keys(section: &str) -> Vec<String> {
    let key = |line: &str| {
        let (key, _) = line.split_once('=')?;
        let key = key.trim().trim_matches(['"', '\'']);
        (!key.is_empty() && key.chars().all(is_bare)).then(|| key.to_owned())
    };
    section.lines().filter_map(key).collect()
}

fn kind(section: &str) -> Option<String> {
    let line = section.lines().find(|line| line.trim_start().starts_with("kind"))?;
    let (_, value) = line.split_once('=')?;
    let value = value.trim().trim_start_matches(['"', '\'']);
    value.split(['"', '\'']).next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::Place;
    use super::Spot;

    /// What is written at the `|` of a text, as `table: key = words`.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let cursor = text.find('|').expect("a cursor");
        let text = text.replace('|', "");
        let spot = Spot::at(&text, cursor);
        let what = match &spot.place {
            Place::Nothing => "nothing".to_owned(),
            Place::Header(span) => format!("header {}", span.of(&text)),
            Place::Key(span) => format!("key {}", span.of(&text)),
            Place::Value { key, whole, is_quoted } => {
                let mark = if *is_quoted { "'" } else { "" };
                format!("{key} = {mark}{}{mark}", whole.of(&text))
            }
        };
        assert_eq!(format!("{}: {what}", spot.table.join(".")), expected, "{text:?}");
    }

    #[test]
    fn keys_and_values_are_told_apart() {
        check("[[fact]]\nki|nd = 'count'\n", "fact: key kind");
        check("[[fact]]\nkind = 'co|unt'\n", "fact: kind = 'count'");
        check("[[fact]]\nkind = |\n", "fact: kind = ");
        check("[[fact]]\nkind = \"|\nid = 'a'\n", "fact: kind = ''");
        check("[[fact]]\nid = 'a'\n|\n", "fact: key ");
        check("[[fact]]\nid = 'a'\n\nsev|", "fact: key sev");
        check("[[fact]]\ntypos = tr|", "fact: typos = tr");
        check("|", ": key ");
        check("# no|te\n", ": nothing");
        check("[[fa|", ": header [[fa");
    }

    #[test]
    fn lists_and_tables_in_braces_belong_to_their_key() {
        check("[[fact]]\nsubject = ['a', '|']\n", "fact: subject = ''");
        check("[[fact]]\nsubject = ['a',\n  |\n]\n", "fact: subject = ");
        check("[[fact]]\nsource = { ur|\n", "fact.source: key ur");
        check("[[fact]]\nsource = { url = 'x', | }\n", "fact.source: key ");
        check("[[fact]]\ntimeline = [\n  { value = 1, fr| },\n]\n", "fact.timeline: key fr");
        check("[[fact]]\nsource = { url = 'x' }\n|", "fact: key ");
        check("[[overrides]]\nchecks = { weekday = '|' }", "overrides.checks: weekday = ''");
    }

    #[test]
    fn what_stands_in_text_is_only_text() {
        check("[[fact]]\nnote = '''\n[[entity]]\n# x = {\n'''\n|", "fact: key ");
        check("[[fact]]\nnote = \"a \\\" [ # b\"\nki|", "fact: key ki");
        check("[fact.source]\nu|", "fact.source: key u");
    }

    #[test]
    fn what_the_table_has_is_known_before_and_after() {
        let text = "[[fact]]\nid = 'b'\nkind = 'role'\n\ntitle = ['x']\n[[fact]]\nvalue = 1\n";
        let spot = Spot::at(text, text.find("\n\n").unwrap() + 1);
        assert_eq!(spot.present, ["id", "kind", "title"]);
        assert_eq!(spot.kind.as_deref(), Some("role"));
    }
}
