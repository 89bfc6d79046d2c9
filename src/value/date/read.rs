//! Finds the dates and times of day among tokens.

use crate::span::Span;
use crate::token::Kind as TokenKind;
use crate::token::Token;
use crate::value::Amount;
use crate::value::Form;
use crate::value::Grain;
use crate::value::Kind;
use crate::value::Modifier;
use crate::value::Role;
use crate::value::Scope;
use crate::value::Value;
use crate::value::date::Period;
use crate::value::date::ago;
use crate::value::date::clock;
use crate::value::date::line::Line;
use crate::value::date::line::look;
use crate::value::date::part;
use crate::value::date::period;
use crate::value::date::plain;
use crate::value::date::range;
use crate::value::date::resolve;
use crate::value::date::spoken::Read;
use crate::value::date::spoken::Spoken;
use crate::value::date::words::PREPOSITIONS;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// Words before a distance or year that loosen it.
const HEDGES: &[(&str, Modifier)] = &[
    ("about", Modifier::Approx),
    ("around", Modifier::Approx),
    ("roughly", Modifier::Approx),
    ("some", Modifier::Approx),
    ("circa", Modifier::Approx),
    ("approximately", Modifier::Approx),
    ("nearly", Modifier::Below),
    ("almost", Modifier::Below),
    ("over", Modifier::More),
    ("than", Modifier::More),
    ("before", Modifier::Less),
    ("after", Modifier::More),
    ("by", Modifier::AtMost),
];

/// Every date and time of day among `tokens`, in order, none overlapping another.
///
/// A date that hangs on an unknown day has no candidate: a relative one without `today`, and
/// "a week earlier" always.
pub fn all(text: &str, tokens: &[Token], today: Option<Date>) -> Vec<Value> {
    let line = Line { text, tokens };
    let mut values = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let found = one(line, at, today);
        at = found.as_ref().map_or(at + 1, |(_, end)| (*end).max(at + 1));
        values.extend(found.map(|(value, _)| value));
    }
    values
}

fn one(line: Line<'_>, at: usize, today: Option<Date>) -> Option<(Value, usize)> {
    if !may_start(line, at) {
        return None;
    }
    if let Some(read) = date(line, at) {
        return Some((dated(line, at, &read, today), read.end));
    }
    let time = clock::read(line, at)?;
    let core = line.span(at, time.end);
    Some((value(core, core, Kind::Time, Amount::Label(time.label)), time.end))
}

/// The date at `at`, with the second one of a range.
pub fn date(line: Line<'_>, at: usize) -> Option<Read> {
    let read = part::read(line, at).or_else(|| ago::read(line, at)).or_else(|| plain::read(line, at))?;
    range::extend(line, at, &read).or(Some(read))
}

fn dated(line: Line<'_>, at: usize, read: &Read, today: Option<Date>) -> Value {
    let core = line.span(at, end(line, at, read.end));
    let modifier = modifier(line, at, &read.spoken);
    let amount = match &read.spoken {
        Spoken::Label(label) => Amount::Label(label.clone()),
        spoken => Amount::Dates(loosen(resolve::all(spoken, today), spoken, modifier)),
    };
    let full = line.span(full_start(line, at), read.end).join(core);
    Value { modifier, ..value(core, full, Kind::Date, amount) }
}

/// A point that may end the sentence is not part of the date.
fn end(line: Line<'_>, at: usize, end: usize) -> usize {
    let is_point = end > at + 1 && line.word(end - 1) == ".";
    if is_point { end - 1 } else { end }
}

fn value(core: Span, full: Span, kind: Kind, amount: Amount) -> Value {
    let grain = Grain { fine: Decimal::ONE, coarse: Decimal::ONE, form: Form::Digits };
    Value {
        core,
        full,
        kind,
        amount,
        unit: None,
        grain,
        modifier: Modifier::Exact,
        role: Role::Level,
        noun: None,
        scope: Scope::Whole,
    }
}

/// The index where the article and the preposition before a date begin.
fn full_start(line: Line<'_>, at: usize) -> usize {
    let back = |at: usize, words: &[&str]| if line.follows(at, words) { at - 1 } else { at };
    back(back(at, &["the"]), PREPOSITIONS)
}

fn modifier(line: Line<'_>, at: usize, spoken: &Spoken) -> Modifier {
    let at = if line.follows(at, &["the"]) { at - 1 } else { at };
    let found = look(HEDGES, line.before(at)).unwrap_or(Modifier::Exact);
    let is_less = line.is(at.wrapping_sub(2), "less");
    let is_distance = matches!(spoken, Spoken::Offset(_));
    match line.before(at).to_ascii_lowercase().as_str() {
        "than" if is_less => Modifier::Less,
        "over" | "than" if !is_distance => Modifier::Exact,
        "before" | "after" | "by" if is_distance => Modifier::Exact,
        _ => found,
    }
}

/// "More than two years ago" lies before that, "nearly two years ago" after it.
fn loosen(mut periods: Vec<Period>, spoken: &Spoken, modifier: Modifier) -> Vec<Period> {
    let is_distance = matches!(spoken, Spoken::Offset(_));
    let Some(first) = periods.first_mut().filter(|_| is_distance) else { return periods };
    let length = period::days_between(first.start, first.end);
    match modifier {
        Modifier::More => first.start = period::add_days(first.start, -length).unwrap_or(first.start),
        Modifier::Less | Modifier::Below => {
            first.end = period::add_days(first.end, length).unwrap_or(first.end)
        }
        _ => {}
    }
    periods
}

/// Words in small letters that can begin a date or a time of day, sorted so that they can be searched.
const STARTERS: &[&str] = &[
    "a", "an", "apr", "april", "armistice", "ash", "aug", "aughts", "august", "autumn", "beginning", "black",
    "boxing", "century", "christmas", "close", "columbus", "coming", "couple", "current", "cyber", "day",
    "dec", "decade", "december", "dozen", "earlier", "early", "earth", "easter", "eight", "eighteen",
    "eighteenth", "eighth", "eighties", "eighty", "eleven", "eleventh", "end", "fall", "feb", "february",
    "few", "fifteen", "fifteenth", "fifth", "fifties", "fifty", "final", "financial", "first", "fiscal",
    "five", "following", "forties", "forty", "four", "fourteen", "fourteenth", "fourth", "fri", "friday",
    "fy", "good", "h1", "h2", "half", "halloween", "independence", "jan", "january", "jul", "july", "jun",
    "june", "juneteenth", "labor", "last", "late", "later", "mar", "march", "martin", "maundy", "may",
    "memorial", "mid", "midday", "middle", "midnight", "mon", "monday", "month", "new", "next", "nine",
    "nineteen", "nineteenth", "nineties", "ninety", "ninth", "noon", "noughties", "nov", "november", "oct",
    "october", "one", "palm", "past", "preceding", "presidents", "previous", "q1", "q2", "q3", "q4",
    "quarter", "remainder", "rest", "same", "sat", "saturday", "second", "sep", "sept", "september", "seven",
    "seventeen", "seventeenth", "seventh", "seventies", "seventy", "several", "six", "sixteen", "sixteenth",
    "sixth", "sixties", "sixty", "spring", "start", "summer", "sun", "sunday", "ten", "tenth", "thanks",
    "thanksgiving", "third", "thirteen", "thirteenth", "thirties", "thirtieth", "thirty", "this", "three",
    "thu", "thur", "thurs", "thursday", "tmrw", "today", "tomorrow", "tonight", "tue", "tues", "tuesday",
    "twelfth", "twelve", "twenties", "twentieth", "twenty", "two", "valentine", "veterans", "wed",
    "wednesday", "week", "weekend", "winter", "year", "yesterday",
];

/// Longer words begin no date.
const LONGEST: usize = 12;

/// Whether the token at `at` can begin a date at all, so that most words cost next to nothing.
fn may_start(line: Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    match line.kind(at) {
        Some(TokenKind::Number) => true,
        Some(TokenKind::Mark) => matches!(word, "'" | "’" | "‘"),
        Some(TokenKind::Word) => is_starter(word),
        Some(TokenKind::Possessive) | None => false,
    }
}

fn is_starter(word: &str) -> bool {
    // "Oct2".
    let is_grown = word.ends_with(|c: char| c.is_ascii_digit());
    let is_fiscal = word.len() <= 6 && word.starts_with("FY");
    let small = || word.bytes().map(|b| b.to_ascii_lowercase());
    let found = || STARTERS.binary_search_by(|starter| starter.bytes().cmp(small())).is_ok();
    is_fiscal || is_grown || (word.len() <= LONGEST && found())
}
