//! TOML as written: a tree in which every part knows its place. The one door to the `toml` crate.

use crate::fact::Place;
use crate::fact::mistake::Mistake;
use crate::span::Span;
use jiff::civil::Date;
use std::ops::Range;
use toml::Spanned;
use toml::de::DeInteger;
use toml::de::DeTable;
use toml::de::DeValue;
use toml::value::Datetime;

/// A part of a rule file.
#[derive(Clone, Debug)]
pub struct Node {
    /// Where it stands; for a table with a header, the header.
    pub place: Place,
    /// What it is.
    pub data: Data,
}

/// What a part of a rule file is.
#[derive(Clone, Debug)]
pub enum Data {
    /// Text in quotes.
    Text(String),
    /// Text filled in from a row of a table, which may also stand for a number, a date or a yes or no.
    Filled(String),
    /// A number, in decimal digits.
    Number(String),
    /// `true` or `false`.
    Flag(bool),
    /// A date, or the day of a date with a time, as written.
    Day(Date),
    /// A time of day without a date.
    Clock,
    /// A list.
    List(Vec<Node>),
    /// A table.
    Table(Vec<Pair>),
}

/// A key with what it stands for.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub place: Place,
    /// What it stands for.
    pub node: Node,
}

/// A rule file as far as it could be read.
#[derive(Debug)]
pub struct Parsed {
    /// Its keys, in the order of the file.
    pub pairs: Vec<Pair>,
    /// Where it is not TOML.
    pub mistakes: Vec<Mistake>,
}

/// What to do about a mistake of syntax: a part of the parser's message, and the advice.
const ADVICE: &[(&str, &str)] = &[
    ("must be quoted", "put text in straight double quotes: key = \"text\""),
    ("duplicate key", "a key may stand only once in a table: remove one of the two"),
    ("missing comma", "put a comma between the two"),
    ("invalid date", "write a date as year-month-day with two digits each: 2026-03-04"),
    ("multi-line", "close the text with the same three quotes that open it"),
    ("basic string", "close the text with a straight double quote on the same line"),
    ("literal string", "close the text with a straight single quote on the same line"),
    ("key with no value", "write the key, an equals sign and a value: key = \"text\""),
    ("array table", "close the header with two brackets: [[fact]]"),
    ("escape", "in double quotes a backslash is written twice, or use single quotes: 'a\\b'"),
    ("array", "close the list with a square bracket: [\"one\", \"two\"]"),
    ("inline table", "close the table with a brace: { value = 1, from = 2026-03-04 }"),
];

/// Reads `text`, the file with the index `file`, as TOML; what is broken is left out.
pub fn parse(text: &str, file: usize) -> Parsed {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mistakes = errors.iter().map(|error| broken(error, text, file)).collect();
    Parsed { pairs: pairs(table.get_ref(), Source { file, at: 0 }), mistakes }
}

/// Reads a part of `text`, the file with the index `file`: its keys, or `None` where something is wrong with it.
pub fn parse_part(text: &str, file: usize, part: Range<usize>) -> Option<Vec<Pair>> {
    let source = Source { file, at: part.start };
    let (table, errors) = DeTable::parse_recoverable(text.get(part)?);
    errors.is_empty().then(|| pairs(table.get_ref(), source))
}

/// The parts of a text, each of so many bytes at least, that begin with a header in two pairs of brackets.
pub fn parts(text: &str, length: usize) -> impl Iterator<Item = Range<usize>> {
    let mut ends =
        std::iter::successors(Some(0), move |at| (*at < text.len()).then(|| part_end(text, *at, length)));
    let mut start = ends.next().unwrap_or(0);
    ends.map(move |end| std::mem::replace(&mut start, end)..end)
}

/// Where the part ends that begins at the byte `at`: before a header, or with the file.
fn part_end(text: &str, at: usize, length: usize) -> usize {
    let from = (at + length).min(text.len());
    let mut headers =
        memchr::memmem::find_iter(&text.as_bytes()[from..], b"\n[[").map(|line| from + line + 1);
    let is_own = |header: &usize| {
        let line = text[*header..].lines().next().unwrap_or("");
        !line.contains('.') && line.contains("]]")
    };
    headers.find(is_own).unwrap_or(text.len())
}

/// What is read: a file, from a byte on.
#[derive(Clone, Copy)]
struct Source {
    file: usize,
    at: usize,
}

impl Source {
    fn place(self, range: Range<usize>) -> Place {
        Place { file: self.file, span: Span::new(self.at + range.start, self.at + range.end) }
    }
}

fn broken(error: &toml::de::Error, text: &str, file: usize) -> Mistake {
    let place = Source { file, at: 0 }.place(error.span().unwrap_or(0..0));
    let message = error.message();
    let found = ADVICE.iter().find(|(part, _)| message.contains(part));
    let mistake =
        Mistake::error(Place { span: shown(place.span, text), ..place }, format!("not TOML: {message}"));
    match found {
        Some((_, advice)) => mistake.help(*advice),
        None => mistake,
    }
}

/// An empty span is moved onto the character at fault, so that there is something to underline.
fn shown(span: Span, text: &str) -> Span {
    let rest = text.get(span.start()..).unwrap_or("");
    match rest.chars().next() {
        Some(first) if span.is_empty() && first != '\n' => {
            Span::new(span.start(), span.start() + first.len_utf8())
        }
        _ => span,
    }
}

/// The keys of a table in the order of the file: `toml` sorts them by name.
fn pairs(table: &DeTable<'_>, source: Source) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = table
        .iter()
        .map(|(key, value)| Pair {
            key: key.get_ref().to_string(),
            place: source.place(key.span()),
            node: node(value, source),
        })
        .collect();
    pairs.sort_by_key(|pair| pair.place.span);
    pairs
}

fn node(value: &Spanned<DeValue<'_>>, source: Source) -> Node {
    let data = match value.get_ref() {
        DeValue::String(text) => Data::Text(text.to_string()),
        DeValue::Integer(number) => Data::Number(decimal(number)),
        DeValue::Float(number) => Data::Number(number.as_str().to_owned()),
        DeValue::Boolean(flag) => Data::Flag(*flag),
        DeValue::Datetime(moment) => day(moment).map_or(Data::Clock, Data::Day),
        DeValue::Array(list) => Data::List(list.iter().map(|item| node(item, source)).collect()),
        DeValue::Table(table) => Data::Table(pairs(table, source)),
    };
    Node { place: source.place(value.span()), data }
}

/// A number too large for anything stays as it is written and is refused where it is used.
fn decimal(number: &DeInteger<'_>) -> String {
    if number.radix() == 10 && number.as_str().bytes().all(|byte| byte.is_ascii_digit()) {
        return number.as_str().to_owned();
    }
    let value = i128::from_str_radix(number.as_str(), number.radix());
    value.map_or_else(|_| number.as_str().to_owned(), |value| value.to_string())
}

fn day(moment: &Datetime) -> Option<Date> {
    let date = moment.date?;
    let year = i16::try_from(date.year).ok()?;
    Date::new(year, i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?).ok()
}

impl Node {
    /// Its text, if it is text.
    pub fn text(&self) -> Option<&str> {
        match &self.data {
            Data::Text(text) | Data::Filled(text) => Some(text),
            _ => None,
        }
    }

    /// Its keys, if it is a table.
    pub fn pairs(&self) -> Option<&[Pair]> {
        match &self.data {
            Data::Table(pairs) => Some(pairs),
            _ => None,
        }
    }

    /// Its yes or no, if it is one.
    pub fn flag(&self) -> Option<bool> {
        match &self.data {
            Data::Flag(flag) => Some(*flag),
            Data::Filled(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    /// Its day, if it is a date.
    pub fn day(&self) -> Option<Date> {
        match &self.data {
            Data::Day(day) => Some(*day),
            Data::Filled(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    /// Its digits, if it is a number; the commas that group thousands in a table are left out.
    pub fn number(&self) -> Option<String> {
        match &self.data {
            Data::Number(number) => Some(number.clone()),
            Data::Filled(text) => Some(text.trim().replace(',', "")),
            _ => None,
        }
    }

    /// What it is, as a message says it.
    pub fn sort(&self) -> &'static str {
        match &self.data {
            Data::Text(_) | Data::Filled(_) => "text",
            Data::Number(_) => "a number",
            Data::Flag(_) => "`true` or `false`",
            Data::Day(_) => "a date",
            Data::Clock => "a time of day",
            Data::List(_) => "a list",
            Data::Table(_) => "a table",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Data;
    use super::Node;
    use super::parse;
    use super::parse_part;
    use super::parts;
    use crate::fact::Place;
    use crate::span::Span;
    use jiff::civil::date;

    #[track_caller]
    fn value(text: &str) -> Node {
        let parsed = parse(text, 0);
        assert_eq!(parsed.mistakes, []);
        parsed.pairs.into_iter().next().unwrap().node
    }

    /// Each mistake as the words at its place and its message.
    #[track_caller]
    fn check_broken(text: &str, expected: &[(&str, &str)]) {
        let mistakes = parse(text, 0).mistakes;
        let found: Vec<(&str, &str)> =
            mistakes.iter().map(|mistake| (mistake.place.span.of(text), mistake.message.as_str())).collect();
        assert_eq!(found, expected);
    }

    /// Checks which parts a text has.
    #[track_caller]
    fn check_parts(text: &str, expected: &[&str]) {
        let found: Vec<&str> = parts(text, 8).map(|part| &text[part]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_part_begins_with_a_header() {
        check_parts(
            "[[fact]]\nid = 'é'\n[[entity]] # c\nid = 'b'\n",
            &["[[fact]]\nid = 'é'\n", "[[entity]] # c\nid = 'b'\n"],
        );
        check_parts(
            "[[fact]]\nid = 'a'\n[fact.source]\nurl = 'u'\n[[fact.more]]\n[[fact]]\n",
            &["[[fact]]\nid = 'a'\n[fact.source]\nurl = 'u'\n[[fact.more]]\n", "[[fact]]\n"],
        );
        check_parts("", &[]);
    }

    #[test]
    fn a_part_is_placed_in_its_file() {
        let text = "[[fact]]\nid = 'a'\n[[fact]]\nid = 'b'\n";
        let placed = |part| parse_part(text, 3, part).map(|pairs| format!("{:?}", pairs[0].node.place));
        assert_eq!(placed(18..36), Some(format!("{:?}", Place { file: 3, span: Span::new(18, 26) })));
        assert_eq!(placed(0..12), None);
    }

    #[test]
    fn a_table_is_placed_at_its_header() {
        let text = "[[fact]]\nid = 'a'\n[[fact]]\nid = 'b'\n";
        let Data::List(list) = value(text).data else { panic!("no list") };
        let places: Vec<usize> = list.iter().map(|node| node.place.span.start()).collect();
        assert_eq!(places, [0, 18]);
    }

    #[test]
    fn the_day_of_a_moment_is_the_local_one() {
        assert_eq!(value("d = 2026-03-04T23:30:00-08:00").day(), Some(date(2026, 3, 4)));
    }

    #[test]
    fn digits_are_decimal() {
        assert_eq!(value("n = 0x20").number().as_deref(), Some("32"));
        assert_eq!(value("n = 1_200").number().as_deref(), Some("1200"));
        assert_eq!(value("n = 4.25").number().as_deref(), Some("4.25"));
    }

    #[test]
    fn keys_keep_the_order_of_the_file() {
        let parsed = parse("b = 1\na = 2\n", 0);
        let keys: Vec<&str> = parsed.pairs.iter().map(|pair| pair.key.as_str()).collect();
        assert_eq!(keys, ["b", "a"]);
    }

    #[test]
    fn every_mistake_of_syntax_is_found() {
        check_broken(
            "a = “x”\nb = 2026-02-30\nb = 1\n",
            &[
                ("“x”", "not TOML: string values must be quoted, expected literal string"),
                ("2026-02-30", "not TOML: invalid date, expected day between 01 and 28"),
                ("b", "not TOML: duplicate key"),
            ],
        );
    }
}
