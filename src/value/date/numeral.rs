//! Small numbers inside dates: days of the month, ordinals, and years in words.

use crate::token::Kind;
use crate::value::date::line::Line;
use crate::value::list::Table;

/// Ones, teens and tens.
const CARDINALS: &Table<i16> = &Table::of(&[
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
]);

/// Ordinals; "second" is one, so a caller must know that no unit of time is meant.
const ORDINALS: &Table<i16> = &Table::of(&[
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
    ("eleventh", 11),
    ("twelfth", 12),
    ("thirteenth", 13),
    ("fourteenth", 14),
    ("fifteenth", 15),
    ("sixteenth", 16),
    ("seventeenth", 17),
    ("eighteenth", 18),
    ("nineteenth", 19),
    ("twentieth", 20),
    ("thirtieth", 30),
]);

const SUFFIXES: &[&str] = &["st", "nd", "rd", "th"];

/// A number, and the index after it.
pub type Found = (i16, usize);

/// A whole number below 10,000 in digits, or below 100 in words.
pub fn cardinal(line: Line<'_>, at: usize) -> Option<Found> {
    line.digits(at).map(|n| (n, at + 1)).or_else(|| in_words(line, at))
}

/// A number below 100 in words: "four", "twenty-one", "twenty one".
fn in_words(line: Line<'_>, at: usize) -> Option<Found> {
    let n = line.look(at, CARDINALS)?;
    if n < 20 {
        return Some((n, at + 1));
    }
    let next = line.skip(at + 1, &["-"]);
    let ones = line.look(next, CARDINALS).filter(|ones| *ones < 10);
    Some(ones.map_or((n, at + 1), |ones| (n + ones, next + 1)))
}

/// An ordinal below 100: "27th", "twenty-first", "third".
pub fn ordinal(line: Line<'_>, at: usize) -> Option<Found> {
    if line.kind(at) == Some(Kind::Number) {
        let has_suffix = line.glued(at) && line.is_any(at + 1, SUFFIXES);
        return has_suffix.then(|| line.digits(at).map(|n| (n, at + 2)))?;
    }
    if let Some(n) = line.look(at, ORDINALS) {
        return Some((n, at + 1));
    }
    let tens = line.look(at, CARDINALS).filter(|n| *n >= 20)?;
    let next = line.skip(at + 1, &["-"]);
    let ones = line.look(next, ORDINALS).filter(|n| *n < 10)?;
    Some((tens + ones, next + 1))
}

/// A day of the month: "4", "4th", "fourth", "twenty two".
pub fn day(line: Line<'_>, at: usize) -> Option<(i8, usize)> {
    let found = ordinal(line, at).or_else(|| cardinal(line, at))?;
    let fits = (1..=31).contains(&found.0) && line.word(at) != "00";
    let n = i8::try_from(found.0).ok()?;
    fits.then_some((n, found.1))
}

/// A year in words: "nineteen seventy-eight", "nineteen oh one", "two thousand and eighteen".
pub fn year(line: Line<'_>, at: usize) -> Option<Found> {
    let century = line.look(at, CARDINALS).filter(|n| matches!(n, 2 | 10..=20))?;
    if century == 2 {
        return line.is(at + 1, "thousand").then(|| of_two_thousand(line, at + 2));
    }
    let next = line.skip(at + 1, &["-"]);
    let zero = line.is_any(next, &["oh", "zero", "o"]);
    let (n, end) = in_words(line, if zero { next + 1 } else { next })?;
    let is_year = (n >= 10) != zero && century >= 13;
    is_year.then_some((century * 100 + n, end))
}

/// "two thousand and eighteen", where `at` is the place after "two thousand".
fn of_two_thousand(line: Line<'_>, at: usize) -> Found {
    let next = line.skip(at, &["and"]);
    in_words(line, next).map_or((2000, at), |(n, end)| (2000 + n, end))
}

#[cfg(test)]
mod tests {
    use super::Line;
    use super::cardinal;
    use super::day;
    use super::year;
    use crate::span::Span;
    use crate::token::split;

    type Reader = fn(Line<'_>, usize) -> Option<(i16, usize)>;

    #[track_caller]
    fn check(read: Reader, text: &str, expected: Option<i16>) {
        let tokens = split(text, Span::new(0, text.len()));
        let found = read(Line { text, tokens: &tokens }, 0);
        assert_eq!(found.map(|(n, _)| n), expected, "{text:?}");
    }

    #[test]
    fn small_numbers_are_read() {
        check(cardinal, "forty-two days", Some(42));
        check(cardinal, "eleven weeks", Some(11));
        check(cardinal, "1,200 days", None);
    }

    #[test]
    fn days_end_at_thirty_one() {
        let read: Reader = |line, at| day(line, at).map(|(n, end)| (i16::from(n), end));
        check(read, "31st", Some(31));
        check(read, "twenty-first", Some(21));
        check(read, "32nd", None);
        check(read, "0", None);
    }

    #[test]
    fn years_are_read_in_words() {
        check(year, "nineteen eighty-four", Some(1984));
        check(year, "nineteen oh six", Some(1906));
        check(year, "two thousand and twelve", Some(2012));
        check(year, "twenty twenty-five", Some(2025));
        check(year, "twenty five", None);
        check(year, "nineteen people", None);
    }
}
