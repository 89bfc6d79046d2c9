//! Front matter: the title and the description that readers see, the day, and what is told to factlint.
//!
//! YAML between lines of `---`, TOML between lines of `+++`. The only file that names granit_parser.

use crate::document::block::Role;
use crate::document::directive::Directive;
use crate::document::directive::Verb;
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
/// The table for factlint.
const TABLE: &str = "factlint";
/// How deep a value may stand: `factlint`, `ignore`, the number of the item, `fact`.
const DEEPEST: usize = 4;
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

/// A value with the keys that lead to it, and where it was read.
#[derive(Debug, PartialEq, Eq)]
struct Entry {
    /// From the top down, never empty; the number of an item of a list stands for its key.
    path: Vec<String>,
    value: String,
    raw: Span,
}

impl Entry {
    /// Its key, if that stands at the top.
    fn key(&self) -> &str {
        if let [key] = self.path.as_slice() { key } else { "" }
    }

    /// The keys above its own.
    fn above(&self) -> &[String] {
        self.path.split_last().map_or(&[], |(_, above)| above)
    }

    /// Whether it is a part of what `factlint` is told to ignore.
    fn is_ignored(&self) -> bool {
        self.path.len() > 2 && self.path[1] == "ignore"
    }
}

/// Adds the title and the description in the front matter of `text` to `prose`, whose source it is.
pub fn read(text: &str, prose: &mut Prose<'_>) -> Read {
    let Some((inner, end)) = fenced(text) else { return Read::default() };
    let entries = if text.starts_with(FENCES[0]) { yaml(text, inner) } else { toml(text, inner) };
    for entry in &entries {
        if let Some((_, role)) = SHOWN.iter().find(|(key, _)| *key == entry.key()) {
            prose.decode(&entry.value, entry.raw);
            prose.end(*role);
        }
    }
    prose.direct(directives(&entries));
    let day = |key: &&str| {
        entries
            .iter()
            .find(|entry| is_key(entry.key(), key))
            .and_then(|entry| written_day::parse(&entry.value))
    };
    Read { end, date: KEYS.iter().find_map(day) }
}

/// What the table `factlint` tells: `as-of`, and `ignore`, which is a list of facts with reasons.
fn directives(entries: &[Entry]) -> Vec<Directive> {
    let ours: Vec<&Entry> = entries.iter().filter(|entry| entry.path[0] == TABLE).collect();
    let items = ours.chunk_by(|one, next| one.is_ignored() && one.above() == next.above());
    items.filter_map(directive).collect()
}

fn directive(entries: &[&Entry]) -> Option<Directive> {
    let first = entries.first()?;
    if first.is_ignored() {
        let directive = Directive::new("ignore-file", first.raw, first.raw);
        return Some(entries.iter().fold(directive, |directive, entry| told(directive, entry)));
    }
    let written = first.path.get(1).unwrap_or(&first.value);
    Some(Directive::new(written, first.raw, first.raw).about(&first.value))
}

/// A directive with one key more; a key that is unknown makes it one that nothing knows.
fn told(mut directive: Directive, entry: &Entry) -> Directive {
    directive.span = directive.span.join(entry.raw);
    directive.comment = directive.span;
    let key = entry.path.last().map_or("", String::as_str);
    match key {
        "fact" | "check" => directive.what.clone_from(&entry.value),
        "reason" => directive.reason.clone_from(&entry.value),
        "expires" | "until" => directive.until = Some(entry.value.clone()),
        _ => {
            directive.verb = Verb::Unknown;
            key.clone_into(&mut directive.written);
        }
    }
    directive
}

/// The bytes between the fences, and where the text begins.
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

/// The values in YAML that have keys, up to the first mistake.
fn yaml(text: &str, inner: Span) -> Vec<Entry> {
    let mut walk = Walk::default();
    for (event, span) in Parser::new_from_str(inner.of(text)).map_while(Result::ok) {
        match event {
            Event::MappingStart(..) => walk.open(Level::Table(None)),
            Event::SequenceStart(..) => walk.open(Level::List(0)),
            Event::MappingEnd | Event::SequenceEnd => walk.close(),
            Event::Scalar(value, ..) => {
                let Some(raw) = span.byte_range() else { continue };
                let raw = content(text, Span::new(raw.start, raw.end).shift(inner.start()));
                walk.scalar(value.into_owned(), raw);
            }
            _ => {}
        }
    }
    walk.entries
}

/// A table or a list that is open.
#[derive(Debug)]
enum Level {
    /// A table, with the key whose value comes next.
    Table(Option<String>),
    /// A list, with the number of the item that comes next.
    List(usize),
}

/// Follows the events of YAML.
#[derive(Default)]
struct Walk {
    levels: Vec<Level>,
    entries: Vec<Entry>,
}

impl Walk {
    fn open(&mut self, level: Level) {
        self.levels.push(level);
    }

    fn close(&mut self) {
        self.levels.pop();
        self.go_on();
    }

    /// The value that was read is behind us.
    fn go_on(&mut self) {
        match self.levels.last_mut() {
            Some(Level::Table(key)) => *key = None,
            Some(Level::List(number)) => *number += 1,
            None => {}
        }
    }

    fn scalar(&mut self, value: String, raw: Span) {
        if let Some(Level::Table(key @ None)) = self.levels.last_mut() {
            *key = Some(value);
            return;
        }
        // Nothing is looked for deeper down.
        if (1..=DEEPEST).contains(&self.levels.len()) {
            let path = self.levels.iter().map(|level| match level {
                Level::Table(key) => key.clone().unwrap_or_default(),
                Level::List(number) => number.to_string(),
            });
            self.entries.push(Entry { path: path.collect(), value, raw });
        }
        self.go_on();
    }
}

/// The values in TOML that have keys.
fn toml(text: &str, inner: Span) -> Vec<Entry> {
    let (table, _) = DeTable::parse_recoverable(inner.of(text));
    let mut entries = Vec::new();
    let mut values: Vec<(Vec<String>, &Spanned<DeValue<'_>>)> =
        table.get_ref().iter().map(|(key, value)| (vec![key.get_ref().to_string()], value)).collect();
    while let Some((path, value)) = values.pop() {
        let below = |key: String| path.iter().cloned().chain([key]).collect::<Vec<_>>();
        let raw = content(text, Span::new(value.span().start, value.span().end).shift(inner.start()));
        match value.get_ref() {
            DeValue::String(words) => entries.push(Entry { value: words.to_string(), path, raw }),
            DeValue::Datetime(moment) => entries.push(Entry { value: moment.to_string(), path, raw }),
            DeValue::Table(table) if path.len() < DEEPEST => {
                values.extend(table.iter().map(|(key, value)| (below(key.get_ref().to_string()), value)));
            }
            DeValue::Array(items) if path.len() < DEEPEST => {
                values.extend(items.iter().enumerate().map(|(at, value)| (below(at.to_string()), value)));
            }
            _ => {}
        }
    }
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

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::document::sample::markdown;
    use jiff::civil::date;

    /// Checks the directives of front matter: verb, what it is about, until when, why, its bytes.
    #[track_caller]
    fn check(text: &str, expected: &[[&str; 5]]) {
        let document_of = markdown(text);
        let document = Document::of(&document_of, None, None);
        let found: Vec<[&str; 5]> = document
            .directives
            .iter()
            .map(|d| [&d.written, &d.what, d.until.as_deref().unwrap_or(""), &d.reason, d.span.of(text)])
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn yaml_tells_what_to_ignore() {
        check(
            "---\nfactlint: { ignore: [{ fact: clubs, reason: as then }], as-of: 2023-02-01 }\n---\nText.",
            &[
                ["ignore-file", "clubs", "", "as then", "clubs, reason: as then"],
                ["as-of", "2023-02-01", "", "", "2023-02-01"],
            ],
        );
        check(
            "---\nfactlint:\n  ignore:\n    - fact: a\n      reason: \"b c\"\n    - reason: d\n      fact: e\n      expires: 2027-01-01\n---\n",
            &[
                ["ignore-file", "a", "", "b c", "a\n      reason: \"b c"],
                ["ignore-file", "e", "2027-01-01", "d", "d\n      fact: e\n      expires: 2027-01-01"],
            ],
        );
    }

    #[test]
    fn toml_tells_it_too() {
        check(
            "+++\n[factlint]\nas-of = 2023-02-01\n[[factlint.ignore]]\nfact = 'a'\nreason = 'b'\nexpires = 2027-01-01\n+++\n",
            &[
                ["as-of", "2023-02-01", "", "", "2023-02-01"],
                ["ignore-file", "a", "2027-01-01", "b", "a'\nreason = 'b'\nexpires = 2027-01-01"],
            ],
        );
    }

    #[test]
    fn what_is_unknown_is_told_as_it_is_written() {
        check("---\nfactlint: off\n---\n", &[["off", "off", "", "", "off"]]);
        check("---\nfactlint:\n  as_of: 2023-02-01\n---\n", &[["as_of", "2023-02-01", "", "", "2023-02-01"]]);
        check("---\nfactlint:\n  ignore: [{ fcat: a }]\n---\n", &[["fcat", "", "", "", "a"]]);
        check("---\nother: { ignore: [{ fact: a }] }\n---\n", &[]);
    }

    #[test]
    fn a_day_that_is_told_goes_before_the_date() {
        let article = markdown("---\ndate: 2026-05-06\nfactlint: { as-of: 2023-02-01 }\n---\nText.");
        assert_eq!(Document::of(&article, None, None).date(), Some(date(2023, 2, 1)));
        assert_eq!(Document::of(&article, Some(date(2020, 1, 1)), None).date(), Some(date(2020, 1, 1)));
    }

    #[test]
    fn depth_is_survived() {
        let deep = format!("---\nfactlint: {}\n---\nText.", "[".repeat(20_000));
        check(&deep, &[]);
    }
}
