//! TOML as written: a tree in which every part knows its place. The one door to the `toml` crate.

use crate::fact::Place;
use crate::fact::mistake::Mistake;
use crate::span::Span;
use jiff::civil::Date;
use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;
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
    // A short file is read in less time than a thread is begun.
    let parsed = if text.len() > LONG { in_parts(text, file, PART) } else { None };
    parsed.unwrap_or_else(|| whole(text, file))
}

fn whole(text: &str, file: usize) -> Parsed {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mistakes = errors.iter().map(|error| broken(error, text, file)).collect();
    Parsed { pairs: pairs(table.get_ref(), Source { file, at: 0 }), mistakes }
}

/// How long a file is that is read in parts.
const LONG: usize = 1 << 17;
/// How long a part of a file is at least that is read by itself.
const PART: usize = 1 << 13;

/// Reads a long file in parts, each of which begins with a header in two pairs of brackets: less has to be held
/// at a time, and half of them are read by another thread. `None` where the file is broken or not made of such
/// tables alone.
fn in_parts(text: &str, file: usize, length: usize) -> Option<Parsed> {
    let ends = std::iter::successors(Some(0), |at| (*at < text.len()).then(|| part_end(text, *at, length)));
    let ends: Vec<usize> = ends.collect();
    let parts: Vec<Range<usize>> = ends.windows(2).map(|pair| pair[0]..pair[1]).collect();
    let (first, second) = parts.split_at(parts.len() / 2);
    let read = |parts: &[Range<usize>]| {
        let read = parts.iter().map(|part| part_of(&text[part.clone()], Source { file, at: part.start }));
        read.collect::<Option<Vec<Vec<Pair>>>>()
    };
    let (first, second) = thread::scope(|scope| {
        let other = scope.spawn(|| read(first));
        let second = read(second);
        (other.join().unwrap_or_else(|panic| resume_unwind(panic)), second)
    });
    let mut whole: Vec<Pair> = Vec::new();
    first?.into_iter().chain(second?).flatten().try_for_each(|pair| add(pair, &mut whole))?;
    Some(Parsed { pairs: whole, mistakes: Vec::new() })
}

/// The keys of a part without a mistake.
fn part_of(text: &str, source: Source) -> Option<Vec<Pair>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    errors.is_empty().then(|| pairs(table.get_ref(), source))
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

/// Adds the tables of a later part to those of the parts before; only tables of which there are many have any.
fn add(pair: Pair, whole: &mut Vec<Pair>) -> Option<()> {
    let known = whole.iter_mut().find(|known| known.key == pair.key);
    match (known, pair.node.data) {
        (None, data) => whole.push(Pair { node: Node { data, ..pair.node }, ..pair }),
        (Some(Pair { node: Node { data: Data::List(list), .. }, .. }), Data::List(more)) => list.extend(more),
        (Some(_), _) => return None,
    }
    Some(())
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
    use super::Pair;
    use super::Parsed;
    use super::in_parts;
    use super::parse;
    use super::whole;
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

    /// Checks that a text read in short parts is what it is when it is read whole.
    #[track_caller]
    fn check_parts(text: &str, is_read: bool) {
        let parts = in_parts(text, 3, 8);
        assert_eq!(parts.is_some(), is_read, "{text}");
        let shown = |parsed: &Parsed| format!("{:?}", parsed.pairs.iter().map(leaves).collect::<Vec<_>>());
        if let Some(parts) = parts {
            assert_eq!(shown(&parts), shown(&whole(text, 3)), "{text}");
        }
    }

    /// A key with the places and words of all that it holds; the place of a whole list is that of its beginning.
    fn leaves(pair: &Pair) -> String {
        match &pair.node.data {
            Data::List(list) => format!("{} {:?}", pair.key, list),
            _ => format!("{pair:?}"),
        }
    }

    #[test]
    fn parts_are_read_as_the_whole_is() {
        check_parts("[[fact]]\nid = 'é'\n[[entity]]\nid = 'b'\n\n[[fact]] # c\na = [1,\n2]\n", true);
        check_parts("# a comment\n\n[[fact]]\n[fact.source]\nurl = 'u'\n[[fact]]\nid = 'b'\n", true);
        check_parts("[[fact]]\nid = \"\"\"\n[[fact]]\n\"\"\"\n", false);
        check_parts("[fact]\nid = 'first'\n[[fact]]\nid = 'b'\n", false);
        check_parts("[[fact]]\nid = 'first'\n[[fact.more]]\nid = 'b'\n[[fact]]\n", true);
        check_parts("[[fact]]\nid = 'first'\n[[fact]]\nid = \n", false);
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
