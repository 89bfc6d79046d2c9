//! Where in a TOML text somebody is writing, even while it is no TOML yet.
//!
//! A small reader of its own walks up to the cursor (`walk.rs`): a parser gives up, or puts things in other
//! places, just where something is being typed.

use crate::lsp::rules::walk;
use crate::lsp::rules::walk::is_bare;
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

impl Spot {
    /// The spot at a byte of a text.
    pub fn at(text: &str, cursor: usize) -> Spot {
        let (place, frame) = walk::to(text, cursor);
        let section = section(text, cursor);
        let present = if frame.is_outer { keys(section) } else { frame.present };
        Spot { table: frame.table, present, kind: kind(section), place }
    }
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
    use proptest::collection::vec;
    use proptest::proptest;
    use proptest::sample::select;

    const PARTS: &[&str] = &[
        "[[fact]]", "[", "]", "kind", " = ", "=", "\"", "'", "\"\"\"", "{", "}", ",", "#", "\n", "\r\n", "é",
        "\\", " ",
    ];

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

    proptest! {
        #[test]
        fn whatever_stands_there_is_walked_through(parts in vec(select(PARTS), 0..24)) {
            let text = parts.concat();
            for cursor in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
                let place = Spot::at(&text, cursor).place;
                if let Place::Header(span) | Place::Key(span) | Place::Value { whole: span, .. } = place {
                    assert!(text.get(span.start()..span.end()).is_some(), "{text:?} at {cursor}");
                    assert!(span.start() <= cursor && cursor <= span.end(), "{text:?} at {cursor}: {span:?}");
                }
            }
        }
    }
}
