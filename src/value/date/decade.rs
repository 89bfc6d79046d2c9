//! Decades and centuries: "the 1940s", "'80s", "the seventies", "the 21st century".

use crate::token::Kind;
use crate::value::date::Period;
use crate::value::date::line::Line;
use crate::value::date::numeral;
use crate::value::date::period;
use crate::value::date::spoken::Read;
use crate::value::date::spoken::Spoken;
use crate::value::list::Table;

/// Decades in words, read only after "the": "in his seventies" is an age.
const DECADES: &Table<i16> = &Table::of(&[
    ("twenties", 1920),
    ("thirties", 1930),
    ("forties", 1940),
    ("fifties", 1950),
    ("sixties", 1960),
    ("seventies", 1970),
    ("eighties", 1980),
    ("nineties", 1990),
    ("noughties", 2000),
    ("aughts", 2000),
]);

/// A decade or century.
pub fn read(line: Line<'_>, at: usize) -> Option<Read> {
    let found = match line.kind(at) {
        Some(Kind::Word) => in_words(line, at),
        _ => in_digits(line, at).or_else(|| short(line, at)),
    };
    found.or_else(|| century(line, at))
}

/// Whether a plural ending is glued to the number before `at`.
fn is_plural(line: Line<'_>, at: usize) -> bool {
    line.glued(at - 1) && line.is_any(at, &["s", "'s", "’s"])
}

fn in_digits(line: Line<'_>, at: usize) -> Option<Read> {
    let first = line.digits(at).filter(|n| line.word(at).len() == 4 && n % 10 == 0)?;
    let is_decade = is_plural(line, at + 1) && (1000..2200).contains(&first);
    is_decade.then(|| fixed(decades(first), at + 2))
}

/// "The 1900s" may be the decade or the century; "the 1800s" mostly is the century.
fn decades(first: i16) -> Vec<Period> {
    let is_century = first % 100 == 0;
    let century = is_century.then(|| period::century(first)).flatten();
    let decade = period::decade(first);
    let found = if first < 1900 { [century, decade] } else { [decade, century.filter(|_| first < 2000)] };
    found.into_iter().flatten().collect()
}

/// "'80s", "the 80s".
fn short(line: Line<'_>, at: usize) -> Option<Read> {
    let from = line.skip(at, &["'", "’", "‘"]);
    let has_mark = from > at && line.glued(at);
    let first = line.digits(from).filter(|n| line.word(from).len() == 2 && n % 10 == 0)?;
    // Without the apostrophe "in her 80s" is an age and "the 80s" may be a temperature.
    let is_decade = is_plural(line, from + 1) && (has_mark || line.follows(at, &["the"]));
    let year = if first < 30 && !has_mark { 2000 + first } else { 1900 + first };
    is_decade.then(|| fixed(short_decades(year), from + 2))
}

fn short_decades(year: i16) -> Vec<Period> {
    let later = (year < 1930).then(|| period::decade(year + 100)).flatten();
    later.into_iter().chain(period::decade(year)).collect()
}

fn in_words(line: Line<'_>, at: usize) -> Option<Read> {
    let first = line.look(at, DECADES)?;
    let is_named = line.follows(at, &["the", "early", "late", "mid", "-"]);
    is_named.then(|| fixed(short_decades(first), at + 1))
}

/// "The 21st century" begins in 2001, or in 2000 to most ears.
fn century(line: Line<'_>, at: usize) -> Option<Read> {
    let (number, end) = numeral::ordinal(line, at).filter(|(n, _)| (1..=30).contains(n))?;
    let next = line.skip(end, &["-", "‑"]);
    // "A second century of friendship" is none of the calendar.
    let is_known = number >= 10 || line.follows(at, &["the"]);
    if !is_known || !line.is(next, "century") {
        return None;
    }
    let first = (number - 1) * 100;
    let found = [period::century(first + 1), period::century(first)];
    Some(fixed(found.into_iter().flatten().collect(), next + 1))
}

fn fixed(periods: Vec<Period>, end: usize) -> Read {
    Read { spoken: Spoken::Fixed(periods), end }
}

#[cfg(test)]
mod tests {
    use crate::value::date::sample::check;

    #[test]
    fn decades_are_read() {
        check("In the 1940s it was rare.", &[("1940s", "1940s")]);
        check("The late '80s were loud.", &[("late '80s", "1987–1989")]);
        check("The fashions of the seventies return.", &[("seventies", "1970s")]);
        check("He is in his seventies, she is in her 80s.", &[]);
    }

    #[test]
    fn centuries_are_read() {
        check("A 21st-century harbour.", &[("21st-century", "2001–2100")]);
        check("A second century of friendship.", &[]);
        check("In the nineteenth century it burned.", &[("nineteenth century", "1801–1900")]);
    }
}
