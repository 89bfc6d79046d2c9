//! Which words can begin a date or a time of day, so that all others cost next to nothing.

use crate::token::Kind;
use crate::value::date::line::Line;
use crate::value::date::relative;
use crate::value::list::Words;

/// Whether the token at `at` can begin a date at all.
pub fn is_at(line: Line<'_>, at: usize) -> bool {
    match line.kind(at) {
        Some(Kind::Number) => true,
        Some(Kind::Mark) => matches!(line.word(at), "'" | "’" | "‘"),
        Some(Kind::Word) if matches!(line.word(at), "a" | "an") => is_counted(line, at + 1),
        Some(Kind::Word) => is_starter(line, at),
        Some(Kind::Possessive) | None => false,
    }
}

/// Whether "a" before the word at `at` may begin a distance: "a week ago", "a few days later", "a half-century ago".
fn is_counted(line: Line<'_>, at: usize) -> bool {
    relative::any_unit(line, at).is_some() || is_starter(line, at)
}

fn is_starter(line: Line<'_>, at: usize) -> bool {
    line.is_listed(at, STARTERS) || is_made(line.word(at))
}

/// "Oct2", "FY26".
fn is_made(word: &str) -> bool {
    word.bytes().next_back().is_some_and(|last| last.is_ascii_digit())
        || word.len() <= 6 && word.starts_with("FY")
}

/// Words that can begin a date or a time of day.
#[rustfmt::skip]
pub(crate) const STARTERS: &Words = &Words::of(&[
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
]);
