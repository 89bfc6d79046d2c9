//! A single date, neither a part of another nor a range.

use crate::token::Kind;
use crate::value::date::day;
use crate::value::date::decade;
use crate::value::date::holiday;
use crate::value::date::line::Line;
use crate::value::date::month;
use crate::value::date::nth;
use crate::value::date::numeral;
use crate::value::date::numeric;
use crate::value::date::quarter;
use crate::value::date::relative;
use crate::value::date::spoken::Pick;
use crate::value::date::spoken::Read;
use crate::value::date::spoken::Spoken;
use crate::value::date::weekday;
use crate::value::date::words::PICKS;
use crate::value::date::year;

/// Words that may follow "the 27th" when it is a date.
const AFTER_DAY: &[&str] = &[
    "at", "and", "but", "in", "to", "when", "with", "as", "by", "for", "from", "before", "after", "or",
    "because",
];

/// Words before "the 27th" that make it a date.
const BEFORE_DAY: &[&str] = &["on", "by", "until", "till", "since", "from", "before", "for", "starting"];

/// Words before "of the 27th" that make it a date.
const OF_DAY: &[&str] = &["week", "night", "morning", "afternoon", "evening"];

/// A single date at `at`; a word that picks one of several ("last") belongs to it.
pub fn read(line: Line<'_>, at: usize) -> Option<Read> {
    whole(line, at).or_else(|| picked(line, at))
}

/// "Last Friday", "next June": the readers look back at the word that picks.
fn picked(line: Line<'_>, at: usize) -> Option<Read> {
    let is_pick = relative::is_pick(line, at);
    let next = line.skip(at + 1, &["-"]);
    if is_pick {
        named(line, next).filter(|read| !matches!(read.spoken, Spoken::Fixed(_) | Spoken::Day(..)))
    } else {
        None
    }
}

fn named(line: Line<'_>, at: usize) -> Option<Read> {
    weekday::read(line, at).or_else(|| month::read(line, at)).or_else(|| quarter::read(line, at))
}

/// In the order of what would otherwise be cut short.
fn whole(line: Line<'_>, at: usize) -> Option<Read> {
    if line.kind(at) == Some(Kind::Number) { in_figures(line, at) } else { in_words(line, at) }
}

/// The readers that may begin with a number, in the order of [`in_words`].
fn in_figures(line: Line<'_>, at: usize) -> Option<Read> {
    numeric::read(line, at)
        .or_else(|| nth::read(line, at))
        .or_else(|| day::read(line, at))
        .or_else(|| quarter::read(line, at))
        .or_else(|| decade::read(line, at))
        .or_else(|| year::read(line, at))
        .or_else(|| day_of_month(line, at))
}

fn in_words(line: Line<'_>, at: usize) -> Option<Read> {
    weekday::after_week(line, at)
        .or_else(|| nth::read(line, at))
        .or_else(|| holiday::read(line, at))
        .or_else(|| named(line, at))
        .or_else(|| decade::read(line, at))
        .or_else(|| relative::read(line, at))
        .or_else(|| year::read(line, at))
        .or_else(|| day_of_month(line, at))
}

/// "On the 27th", "the 20th of next month".
fn day_of_month(line: Line<'_>, at: usize) -> Option<Read> {
    let (number, end) = numeral::ordinal(line, at).filter(|(n, _)| (1..=31).contains(n))?;
    let number = i8::try_from(number).ok()?;
    if let Some((by, end)) = of_month(line, end) {
        return Some(Read { spoken: Spoken::DayOfMonth(number, Some(by)), end });
    }
    let of_week = line.is(at.wrapping_sub(2), "of") && line.is_any(at.wrapping_sub(3), OF_DAY);
    let is_cued = line.follows(at, &["the"]) && (of_week || line.is_any(at.wrapping_sub(2), BEFORE_DAY));
    let is_digits = line.digits(at).is_some() || number > 20;
    let ends = line.kind(end).is_none_or(|kind| kind == Kind::Mark) && line.word(end) != "-";
    let is_free = ends && line.word(end) != "%" || line.is_any(end, AFTER_DAY);
    (is_cued && is_digits && is_free).then_some(Read { spoken: Spoken::DayOfMonth(number, None), end })
}

/// "Of next month", "of the month", "next month": so many months from this one.
fn of_month(line: Line<'_>, at: usize) -> Option<(i32, usize)> {
    let next = line.skip(at, &["of"]);
    if line.is(next, "the") && next > at && line.is(next + 1, "month") {
        return Some((0, next + 2));
    }
    let by = match line.look(next, PICKS).filter(|_| line.is(next + 1, "month"))? {
        Pick::Last => -1,
        Pick::Bare | Pick::This => 0,
        Pick::Next => 1,
    };
    Some((by, next + 2))
}

#[cfg(test)]
mod tests {
    use crate::value::date::sample::check;

    #[test]
    fn days_of_an_unnamed_month_are_read() {
        check("It opened on the 27th.", &[("27th", "27 February 2026")]);
        check("It opens on the 20th of next month.", &[("20th of next month", "20 April 2026")]);
    }

    #[test]
    fn other_ordinals_are_no_days() {
        check("The 27th floor and the 30th anniversary of the 3rd prize.", &[]);
        check("He lives on the 27th floor.", &[]);
    }
}
