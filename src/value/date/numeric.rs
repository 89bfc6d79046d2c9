//! Dates in digits alone: "2026-03-04", "28/02/2026", "2023-04".
//!
//! What could be a score, a fraction or a version is left alone, so a day and month without a
//! year need a preposition before them.

use crate::token::Kind;
use crate::value::date::Period;
use crate::value::date::line::Line;
use crate::value::date::period;
use crate::value::date::spoken::Read;
use crate::value::date::spoken::Spoken;
use crate::value::date::spoken::Year;
use crate::value::date::words::MONTHS;

/// Words after which a day and a month joined by a slash are a date.
const CUES: &[&str] = &["by", "since", "until", "dated", "from", "before", "after"];

/// A date in digits.
pub fn read(line: Line<'_>, at: usize) -> Option<Read> {
    if line.kind(at) != Some(Kind::Number) || is_inside(line, at) {
        return None;
    }
    let found = three(line, at).or_else(|| dotted(line, at)).or_else(|| two(line, at));
    let found = found.or_else(|| point(line, at));
    found.filter(|read| !goes_on(line, read.end))
}

/// Whether the number is glued to something before it.
fn is_inside(line: Line<'_>, at: usize) -> bool {
    at > 0
        && line.glued(at - 1)
        && !matches!(line.before(at), "(" | "[" | "“" | "\"" | "‘" | "," | "|" | ":" | ">" | "—")
}

/// Whether the last number is glued to more: another number, a letter but for the T of a time.
fn goes_on(line: Line<'_>, end: usize) -> bool {
    let word = line.word(end);
    let is_time = word.starts_with('T') && word.bytes().skip(1).all(|b| b.is_ascii_digit()) && word.len() > 1;
    let is_glued =
        line.glued(end - 1) && matches!(line.kind(end), Some(Kind::Word | Kind::Number)) && !is_time;
    let joined = line.glued(end - 1) && matches!(word, "-" | "/" | "%" | "_" | "@") && line.glued(end);
    is_glued || joined
}

/// The mark that joins the tokens at `at - 1` and `at + 1`, all three touching.
fn joint(line: Line<'_>, at: usize) -> Option<&str> {
    let is_joint = matches!(line.word(at), "-" | "/" | "." | "‑") && line.glued(at) && line.glued(at - 1);
    is_joint.then(|| line.word(at))
}

fn three(line: Line<'_>, at: usize) -> Option<Read> {
    let mark = joint(line, at + 1).filter(|mark| joint(line, at + 3) == Some(mark))?;
    let periods = match line.look(at + 2, MONTHS) {
        Some(month) => named(line, at, month),
        None => ordered([line.word(at), line.word(at + 2), line.word(at + 4)], mark),
    };
    (!periods.is_empty()).then_some(Read { spoken: Spoken::Fixed(periods), end: at + 5 })
}

/// "2019-sep-1", "4-Mar-2026".
fn named(line: Line<'_>, at: usize, month: i8) -> Vec<Period> {
    let (Some(first), Some(last)) = (line.digits(at), line.digits(at + 4)) else { return Vec::new() };
    let (year, day) = if line.word(at).len() == 4 { (first, last) } else { (last, first) };
    let found = i8::try_from(day).ok().and_then(|day| period::ymd(full_year(year), month, day));
    found.into_iter().collect()
}

/// "13.5.2015" is one token.
fn dotted(line: Line<'_>, at: usize) -> Option<Read> {
    let mut parts = line.word(at).split('.');
    let words = [parts.next()?, parts.next()?, parts.next()?];
    let has_year = words[0].len() == 4 || words[2].len() == 4;
    let periods = if has_year && parts.next().is_none() { ordered(words, ".") } else { Vec::new() };
    (!periods.is_empty()).then_some(Read { spoken: Spoken::Fixed(periods), end: at + 1 })
}

/// Three numbers with the year first or last; day and month in either order if both can be meant.
fn ordered(words: [&str; 3], mark: &str) -> Vec<Period> {
    let [Some(a), Some(b), Some(c)] = words.map(small) else { return Vec::new() };
    if words[0].len() == 4 {
        return of(a, b, c).into_iter().collect();
    }
    // With hyphens or points two digits at the end are a record or a version rather than a year.
    let has_year = words[2].len() == 4 || (words[2].len() == 2 && mark == "/");
    if !has_year || words[0].len() > 2 || words[1].len() > 2 {
        return Vec::new();
    }
    let (day_first, month_first) = (of(full_year(c), b, a), of(full_year(c), a, b));
    let found = if mark == "." { [day_first, month_first] } else { [month_first, day_first] };
    found.into_iter().flatten().collect()
}

fn small(word: &str) -> Option<i16> {
    let fits = (1..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    if fits { word.parse().ok() } else { None }
}

fn of(year: i16, month: i16, day: i16) -> Option<Period> {
    let fits = (1000..2200).contains(&year);
    period::ymd(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).filter(|_| fits)
}

fn full_year(year: i16) -> i16 {
    match year {
        0..=49 => 2000 + year,
        50..=99 => 1900 + year,
        _ => year,
    }
}

/// "2023-04", "3/2015"; "on 22/04".
fn two(line: Line<'_>, at: usize) -> Option<Read> {
    joint(line, at + 1)?;
    let (a, b) = (line.digits(at)?, line.digits(at + 2)?);
    let spoken = match (line.word(at).len(), line.word(at + 2).len()) {
        (4, 1 | 2) => Spoken::Fixed(vec![month_of(a, b)?]),
        (1 | 2, 4) => Spoken::Fixed(vec![month_of(b, a)?]),
        (1 | 2, 1 | 2) => day_of(line, at, [a, b])?,
        _ => return None,
    };
    Some(Read { spoken, end: at + 3 })
}

fn month_of(year: i16, month: i16) -> Option<Period> {
    let fits = (1900..2100).contains(&year);
    period::month(year, i8::try_from(month).ok()?).filter(|_| fits)
}

/// "On 4.22.", at the end of a clause.
fn point(line: Line<'_>, at: usize) -> Option<Read> {
    let (month, day) = line.word(at).split_once('.').filter(|(_, day)| day.len() == 2)?;
    let (month, day): (i8, i8) = (month.parse().ok()?, day.parse().ok()?);
    let ends = line.kind(at + 1).is_none_or(|kind| kind == Kind::Mark) && line.word(at + 1) != "%";
    let is_date = line.follows(at, &["on"]) && ends && (1..=12).contains(&month) && (13..=31).contains(&day);
    is_date.then_some(Read { spoken: Spoken::Day(month, day, Year::Open), end: at + 1 })
}

/// Day and month, only where one of the two numbers cannot be a month.
fn day_of(line: Line<'_>, at: usize, numbers: [i16; 2]) -> Option<Spoken> {
    let [a, b] = numbers.map(|number| i8::try_from(number).unwrap_or(0));
    let is_slash = line.word(at + 1) == "/";
    // Nobody pads a fraction with a nought.
    let is_padded = is_slash && line.word(at + 2).starts_with('0');
    let cued = is_padded || line.follows(at, &["on"]) || (is_slash && line.follows(at, CUES));
    match (a, b) {
        _ if !cued => None,
        (1..=12, 13..=31) => Some(Spoken::Day(a, b, Year::Open)),
        (13..=31, 1..=12) => Some(Spoken::Day(b, a, Year::Open)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::value::Amount;
    use crate::value::date::sample::check;
    use crate::value::date::sample::values;
    use crate::value::date::show;

    #[test]
    fn digits_make_dates() {
        check("Posted 2026-02-28.", &[("2026-02-28", "28 February 2026")]);
        check("Posted 28/02/2026 by us.", &[("28/02/2026", "28 February 2026")]);
        check("Posted 13.5.2025 by us.", &[("13.5.2025", "13 May 2025")]);
        check("Sealed in 2023-04.", &[("2023-04", "April 2023")]);
        check("Sealed on 22/04.", &[("22/04", "22 April 2026")]);
    }

    #[test]
    fn either_order_is_kept_where_both_can_be_meant() {
        let values = values("Posted 05/08/2025.");
        let Some(Amount::Dates(periods)) = values.first().map(|value| &value.amount) else {
            panic!("no date")
        };
        let shown: Vec<_> = periods.iter().map(|period| show::show(*period)).collect();
        assert_eq!(shown, ["8 May 2025", "5 August 2025"]);
    }

    #[test]
    fn scores_fractions_and_versions_are_no_dates() {
        check("They won 3-1, then 21-14, with 3/4 of the votes.", &[]);
        check("Version 2.10.24 came with file 12-3-2-1.", &[]);
        check("The record is 9-18-15.", &[]);
    }
}
