//! Front matter: the title and the description that readers see, and the day.
//!
//! YAML between lines of `---`, TOML between lines of `+++`. The only file that names granit_parser.

use crate::document::block::Role;
use crate::document::prose::Prose;
use crate::document::written_day;
use crate::source::front_matter::KEYS;
use crate::source::front_matter::is_key;
use crate::span::Span;
use granit_parser::Event;
use granit_parser::Parser;
use jiff::civil::Date;
use toml::Spanned;
use toml::de::DeTable;
use toml::de::DeValue;

/// Keys whose words a reader sees, with what they are to the reader.
const SHOWN: &[(&str, Role)] = &[
    ("title", Role::Title),
    ("subtitle", Role::Heading),
    ("description", Role::Paragraph),
    ("summary", Role::Paragraph),
];
/// The fence around YAML, and the one around TOML.
const FENCES: [&str; 2] = ["---", "+++"];
/// Front matter is not looked for beyond this many bytes.
const LONGEST: usize = 1 << 16;

/// What front matter came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// Where the text begins.
    pub end: usize,
    /// The day.
    pub date: Option<Date>,
}

/// A key at the top, with its value and where that was read.
#[derive(Debug, PartialEq, Eq)]
struct Entry {
    key: String,
    value: String,
    raw: Span,
}

/// Adds the title and the description in the front matter of `text` to `prose`, whose source it is.
pub fn read(text: &str, prose: &mut Prose<'_>) -> Read {
    let Some((inner, end)) = fenced(text) else { return Read::default() };
    let entries = if text.starts_with(FENCES[0]) { yaml(text, inner) } else { toml(text, inner) };
    for entry in &entries {
        if let Some((_, role)) = SHOWN.iter().find(|(key, _)| *key == entry.key) {
            prose.decode(&entry.value, entry.raw);
            prose.end(*role);
        }
    }
    let day =
        |key: &&str| entries.iter().find(|e| is_key(&e.key, key)).and_then(|e| written_day::parse(&e.value));
    Read { end, date: KEYS.iter().find_map(day) }
}

/// What stands between the fences at the very front, and where the text goes on after them.
fn fenced(text: &str) -> Option<(Span, usize)> {
    let fence = FENCES.into_iter().find(|fence| text.starts_with(fence))?;
    let start = text.find('\n')? + 1;
    if text.get(..start)?.trim_end() != fence {
        return None;
    }
    let mut at = start;
    for line in text.get(start..)?.split_inclusive('\n') {
        if line.trim_end() == fence || (fence == FENCES[0] && line.trim_end() == "...") {
            return Some((Span::new(start, at), at + line.len()));
        }
        at += line.len();
        if at > LONGEST {
            break;
        }
    }
    None
}

/// The keys at the top of YAML with one value each, up to the first mistake.
fn yaml(text: &str, inner: Span) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut depth = 0usize;
    let mut key: Option<String> = None;
    for (event, span) in Parser::new_from_str(inner.of(text)).map_while(Result::ok) {
        match event {
            Event::MappingStart(..) | Event::SequenceStart(..) => depth += 1,
            Event::MappingEnd | Event::SequenceEnd => {
                depth = depth.saturating_sub(1);
                key = None;
            }
            Event::Scalar(value, ..) if depth == 1 => match (key.take(), span.byte_range()) {
                (Some(key), Some(raw)) => {
                    let raw = content(text, Span::new(raw.start, raw.end).shift(inner.start()));
                    entries.push(Entry { key, value: value.into_owned(), raw });
                }
                (None, _) => key = Some(value.into_owned()),
                (Some(_), None) => {}
            },
            _ => {}
        }
    }
    entries
}

/// The keys at the top of TOML with one value each.
fn toml(text: &str, inner: Span) -> Vec<Entry> {
    let (table, _) = DeTable::parse_recoverable(inner.of(text));
    let entry = |key: &str, value: &Spanned<DeValue<'_>>| {
        let raw = content(text, Span::new(value.span().start, value.span().end).shift(inner.start()));
        let value = match value.get_ref() {
            DeValue::String(words) => words.to_string(),
            DeValue::Datetime(moment) => moment.to_string(),
            _ => return None,
        };
        Some(Entry { key: key.to_owned(), value, raw })
    };
    let mut entries: Vec<Entry> =
        table.get_ref().iter().filter_map(|(key, value)| entry(key.get_ref(), value)).collect();
    // The table is in the order of its keys; prose is in the order of the text.
    entries.sort_by_key(|entry| entry.raw);
    entries
}

/// The words of a value as it is written, without its quotation marks or the header of its block.
fn content(text: &str, raw: Span) -> Span {
    let written = raw.of(text);
    let header = if written.starts_with(['|', '>']) { written.find('\n').unwrap_or(0) } else { 0 };
    let quoted = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|mark| is_between(written, mark));
    let n_marks = quoted.map_or(0, str::len);
    Span::new(raw.start() + header + n_marks, raw.end() - n_marks)
}

fn is_between(written: &str, mark: &str) -> bool {
    written.len() >= 2 * mark.len() && written.starts_with(mark) && written.ends_with(mark)
}
