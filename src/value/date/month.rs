//! Months, alone or with a day: "4 March 2026", "Mar. 4", "March 3–5", "May 2027", "in June".

use crate::value::date::line::Line;
use crate::value::date::line::look;
use crate::value::date::numeral;
use crate::value::date::spoken::Pick;
use crate::value::date::spoken::Read;
use crate::value::date::spoken::Spoken;
use crate::value::date::spoken::Year;
use crate::value::date::words::MEASURES;
use crate::value::date::words::MONTHS;
use crate::value::date::words::PICKS;
use crate::value::date::year;

/// Words after which even "may" and "march" are months.
const STRONG_CUES: &[&str] = &[
    "in", "since", "until", "till", "during", "early", "mid", "late", "last", "next", "this", "through",
    "throughout", "between", "mid-",
];

/// Words after which a capitalised name of a month is one.
const CUES: &[&str] = &[
    "by", "from", "of", "for", "to", "before", "after", "the", "a", "and", "or", "around", "about", "(",
    "on", "each", "every",
];

/// Names that are nothing but months.
const PLAIN: &[&str] = &[
    "january", "february", "july", "september", "october", "november", "december", "sept", "oct", "nov",
    "feb",
];

/// After "the March", these make it a walk.
const NOT_AFTER_MARCH: &[&str] =
    &["on", "for", "to", "of", "against", "in", "across", "from", "through", "toward"];

/// A month with or without a day.
pub fn read(line: Line<'_>, at: usize) -> Option<Read> {
    day(line, at).or_else(|| whole(line, at))
}

/// A day of a month.
pub fn day(line: Line<'_>, at: usize) -> Option<Read> {
    month_first(line, at).or_else(|| day_first(line, at)).or_else(|| grown_together(line, at))
}

/// The month at `at`, and the index after it and the point that shortens it.
pub fn name(line: Line<'_>, at: usize) -> Option<(i8, usize)> {
    let word = line.word(at);
    let month = look(MONTHS, word)?;
    let is_short = word.len() <= 4 && !matches!(month, 5..=7) || matches!(word.len(), 3) && month != 5;
    let has_point = is_short && line.word(at + 1) == "." && line.glued(at);
    Some((month, if has_point { at + 2 } else { at + 1 }))
}

/// "Oct2", "October/2": a month and a day grown together.
fn grown_together(line: Line<'_>, at: usize) -> Option<Read> {
    let word = line.word(at);
    let digits = word.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let letters = word.strip_suffix(digits).filter(|letters| letters.len() > 2)?;
    let month = look(MONTHS, letters)?;
    let (digits, end) = match line.word(at + 1) {
        "/" if digits.is_empty() && line.glued(at) && line.glued(at + 1) => (line.word(at + 2), at + 3),
        _ => (digits, at + 1),
    };
    let is_short = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    let day = digits.parse().ok().filter(|day| is_short && (1..=31).contains(day))?;
    let (year, end) = year::suffix(line, end);
    Some(Read { spoken: Spoken::Day(month, day, year), end })
}

fn month_first(line: Line<'_>, at: usize) -> Option<Read> {
    let (month, next) = name(line, at)?;
    let next = line.skip(line.skip(next, &[","]), &["the"]);
    let (number, end) = numeral::day(line, next)?;
    if !is_day(line, at, next, end) {
        return None;
    }
    if let Some((last, end)) = last_day(line, next, end) {
        let (year, end) = year::suffix(line, end);
        return Some(days(month, [number, last], year, end));
    }
    let (year, end) = year::suffix(line, end);
    Some(Read { spoken: Spoken::Day(month, number, year), end })
}

fn days(month: i8, [first, last]: [i8; 2], year: Year, end: usize) -> Read {
    let from = Spoken::Day(month, first, year);
    let to = Spoken::Day(month, last, year);
    Read { spoken: Spoken::Range(Box::new(from), Box::new(to)), end }
}

/// Whether the number from `at` to `end` can be a day of the month that begins at `month`.
fn is_day(line: Line<'_>, month: usize, at: usize, end: usize) -> bool {
    let is_counted =
        line.follows(month, &["in", "since"]) && line.is_lower_word(end) && line.digits(at).is_some();
    let is_word = line.digits(at).is_none() && end == at + 1;
    let is_ordinal = numeral::ordinal(line, at).is_some();
    let is_clock_face = line.word(end) == ":" && line.glued(end - 1) && line.glued(end);
    let is_glued = is_clock_face || line.word(end) == "%";
    let is_clock = line.is_any(end, &["a.m.", "p.m.", "am", "pm"]);
    !line.is_any(end, MEASURES) && !is_counted && (is_ordinal || !is_word) && !is_glued && !is_clock
}

/// The second day of "March 3–5", "March 3 to 5", "between March 3 and 5".
fn last_day(line: Line<'_>, first: usize, at: usize) -> Option<(i8, usize)> {
    let word = line.word(at);
    let is_and = line.is(at, "and") && is_between(line, first);
    if !(line.is_dash(at) || line.is_any(at, &["to", "through", "until", "till"]) || is_and) {
        return None;
    }
    let (number, end) = numeral::day(line, line.skip(at + 1, &["the"]))?;
    let is_tight = line.is_dash(at) && line.glued(at) && word != "—";
    let is_free =
        !line.is_lower_word(end) || line.is_any(end, &["in", "at", "and", "of", "to", "as", "with", "for"]);
    let is_month = name(line, end).is_some() && line.is_capitalised(end);
    ((is_tight || is_free) && !line.is_any(end, MEASURES) && !is_month).then_some((number, end))
}

fn is_between(line: Line<'_>, at: usize) -> bool {
    (1..=4).any(|back| at.checked_sub(back).is_some_and(|at| line.is(at, "between")))
}

fn day_first(line: Line<'_>, at: usize) -> Option<Read> {
    let (number, end) = numeral::day(line, at).filter(|_| !is_fraction(line, at))?;
    if let Some(found) = several_days(line, at, number, end) {
        return Some(found);
    }
    let end = if line.is(end, "day") && line.is(end + 1, "of") { end + 1 } else { end };
    let (month, next) = month_after(line, end)?;
    // "Directive 8 of January 20" is numbered eight.
    if line.is(end, "of") && numeral::day(line, next).is_some_and(|(_, after)| after == next + 1) {
        return None;
    }
    let (year, end) = year::suffix(line, next);
    Some(Read { spoken: Spoken::Day(month, number, year), end })
}

/// Whether the number is the end of a longer one.
fn is_fraction(line: Line<'_>, at: usize) -> bool {
    at > 0 && line.glued(at - 1) && matches!(line.before(at), "." | "," | "/" | "$" | ":" | "#")
}

/// "of March", ". March", "-Mar", "March"; not the verb of "20 march".
fn month_after(line: Line<'_>, at: usize) -> Option<(i8, usize)> {
    let next = line.skip(at, &["of", ".", "-"]);
    let (month, end) = name(line, next)?;
    let is_verb = next == at && line.is_any(next, &["may", "march"]) && !line.is_capitalised(next);
    (!is_verb).then_some((month, end))
}

/// "3–5 March", "from 3 to 5 March", "between 3 and 5 March".
fn several_days(line: Line<'_>, at: usize, first: i8, end: usize) -> Option<Read> {
    let cued = line.follows(at, &["from", "between"]);
    let joined = line.is_dash(end) || (cued && line.is_any(end, &["to", "until", "till", "through", "and"]));
    let (last, end) = numeral::day(line, end + 1).filter(|_| joined)?;
    let (month, end) = month_after(line, end)?;
    let (year, end) = year::suffix(line, end);
    Some(days(month, [first, last], year, end))
}

/// A month without a day.
fn whole(line: Line<'_>, at: usize) -> Option<Read> {
    let from = if line.is(at, "month") && line.is(at + 1, "of") { at + 2 } else { at };
    let (month, next) = name(line, from)?;
    let (year, end) = year::suffix(line, next);
    if year != Year::Open {
        let is_named =
            line.is_capitalised(from) || line.follows(from, STRONG_CUES) || month != 3 && month != 5;
        return is_named.then_some(Read { spoken: Spoken::Month(month, year, Pick::Bare), end });
    }
    let is_month = from > at || is_cued(line, from, month);
    let pick = look(PICKS, line.before(from)).unwrap_or(Pick::Bare);
    is_month.then_some(Read { spoken: Spoken::Month(month, Year::Open, pick), end: next })
}

/// Whether the name of a month at `at` is meant as one.
fn is_cued(line: Line<'_>, at: usize, month: i8) -> bool {
    let is_capital = line.is_capitalised(at);
    let is_mid = line.before(at) == "-" && line.is_any(at.saturating_sub(2), &["mid", "early", "late"]);
    if is_mid || line.follows(at, STRONG_CUES) {
        return is_capital || month != 3 && month != 5 || !line.is_lower_word(at + 1);
    }
    let is_name = line.is_capitalised(at + 1) && !line.is_any(at, PLAIN);
    let is_walk = month == 3 && line.is_any(at + 1, NOT_AFTER_MARCH);
    let known = line.is_any(at, PLAIN) || line.follows(at, CUES);
    let is_possessive = matches!(line.word(at + 1), "'s" | "’s") && month != 5 && month != 3;
    is_capital && !is_name && !is_walk && (known || is_possessive)
}
