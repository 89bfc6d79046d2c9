//! Parts of a stretch: "early March", "late last week", "the end of 2026", "earlier this month".

use crate::value::date::Grain;
use crate::value::date::Period;
use crate::value::date::line::Line;
use crate::value::date::numeral;
use crate::value::date::period;
use crate::value::date::plain;
use crate::value::date::relative;
use crate::value::date::spoken::Part;
use crate::value::date::spoken::Read;
use crate::value::date::spoken::Spoken;
use crate::value::list::Table;
use jiff::civil::Date;

/// Adjectives, with or without a hyphen: "mid-March".
const ADJECTIVES: &Table<Part> = &Table::of(&[
    ("early", Part::Early),
    ("mid", Part::Middle),
    ("late", Part::Late),
    ("earlier", Part::SoFar),
    ("later", Part::Ahead),
]);

/// Nouns that are followed by "of": "the end of March".
const NOUNS: &Table<Part> = &Table::of(&[
    ("beginning", Part::Early),
    ("start", Part::Early),
    ("middle", Part::Middle),
    ("end", Part::Late),
    ("close", Part::Late),
    ("rest", Part::Ahead),
    ("remainder", Part::Ahead),
]);

/// A part of a stretch.
pub fn read(line: Line<'_>, at: usize) -> Option<Read> {
    let found = adjective(line, at).or_else(|| noun(line, at));
    let (part, next) = found.or_else(|| week_of(line, at)).or_else(|| nth_week(line, at))?;
    let inner = inner(line, next)?;
    let fits =
        inner.spoken.is_day() == (part == Part::WholeWeek) && !matches!(inner.spoken, Spoken::Label(_));
    fits.then(|| Read { spoken: Spoken::Part(part, Box::new(inner.spoken)), end: inner.end })
}

/// "The week of March 3", "the week beginning February 4".
fn week_of(line: Line<'_>, at: usize) -> Option<(Part, usize)> {
    let joined =
        line.is(at, "week") && line.is_any(at + 1, &["of", "beginning", "starting", "commencing", "ending"]);
    joined.then(|| (Part::WholeWeek, line.skip(at + 2, &["on"])))
}

/// "The first week of March", "the last week of 2025".
fn nth_week(line: Line<'_>, at: usize) -> Option<(Part, usize)> {
    let last = line.is(at, "last").then_some((-1, at + 1));
    let (nth, next) = last.or_else(|| numeral::ordinal(line, at).filter(|(n, _)| (1..=5).contains(n)))?;
    let nth = i8::try_from(nth).ok()?;
    let is_week =
        line.is(next, "week") && (line.is_any(next + 1, &["of", "in"]) || line.is(next + 2, "year"));
    is_week.then(|| (Part::NthWeek(nth), line.skip(next + 1, &["of", "in"])))
}

fn adjective(line: Line<'_>, at: usize) -> Option<(Part, usize)> {
    let part = line.look(at, ADJECTIVES)?;
    let next = line.skip(at + 1, &["-", "in", "‑", "on"]);
    let needs_this = matches!(part, Part::SoFar | Part::Ahead);
    let has_this = line.is_any(next, &["this", "in", "the"]) || line.is(next.saturating_sub(1), "in");
    (!needs_this || has_this).then_some((part, next))
}

fn noun(line: Line<'_>, at: usize) -> Option<(Part, usize)> {
    let part = line.look(at, NOUNS)?;
    line.is(at + 1, "of").then_some((part, at + 2))
}

fn inner(line: Line<'_>, at: usize) -> Option<Read> {
    let next = line.skip(at, &["the"]);
    let present = if next > at { relative::present(line, next) } else { None };
    present.or_else(|| plain::read(line, next)).filter(|read| !matches!(read.spoken, Spoken::Anchored))
}

/// The part `which` of each of `periods`.
pub fn resolve(which: Part, periods: &[Period], today: Option<Date>) -> Vec<Period> {
    periods.iter().filter_map(|period| cut(which, *period, today)).collect()
}

fn cut(which: Part, whole: Period, today: Option<Date>) -> Option<Period> {
    match which {
        Part::FirstHalf | Part::SecondHalf => halve(which, whole),
        Part::SoFar => period::between(whole.start, period::add_days(today?, 1)?.min(whole.end), whole.grain),
        Part::Ahead => period::between(today?.max(whole.start), whole.end, whole.grain),
        Part::WholeWeek => period::week(whole.start, 0),
        Part::NthWeek(-1) => period::week(period::add_days(whole.end, -4)?, 0),
        Part::NthWeek(nth) => period::week(period::add_days(whole.start, 3)?, i32::from(nth) - 1),
        Part::Early | Part::Middle | Part::Late => third(which, whole),
    }
}

fn halve(which: Part, whole: Period) -> Option<Period> {
    let middle = match whole.grain {
        Grain::Month => period::add_days(whole.start, 15)?,
        _ => period::add_months(whole.start, months(whole) / 2)?,
    };
    match which {
        Part::FirstHalf => period::between(whole.start, middle, whole.grain),
        _ => period::between(middle, whole.end, whole.grain),
    }
}

fn months(whole: Period) -> i32 {
    let years = i32::from(whole.end.year()) - i32::from(whole.start.year());
    years * 12 + i32::from(whole.end.month()) - i32::from(whole.start.month())
}

/// Early, middle and late: ten days of a month, four months of a year, three years of a decade.
fn third(which: Part, whole: Period) -> Option<Period> {
    let (first, second) = match whole.grain {
        Grain::Day => return Some(whole),
        // Monday to Wednesday, and from Thursday on; the middle shares a day with both.
        Grain::Week => (period::add_days(whole.start, 3)?, period::add_days(whole.start, 3)?),
        Grain::Month => (period::add_days(whole.start, 10)?, period::add_days(whole.start, 20)?),
        Grain::Decade => (period::add_months(whole.start, 48)?, period::add_months(whole.start, 84)?),
        Grain::Quarter | Grain::Year | Grain::Century => {
            let third = months(whole) / 3;
            (period::add_months(whole.start, third)?, period::add_months(whole.start, third * 2)?)
        }
    };
    match which {
        Part::Early => period::between(whole.start, first, whole.grain),
        Part::Late => period::between(second, whole.end, whole.grain),
        _ if whole.grain == Grain::Week => {
            period::between(period::add_days(whole.start, 1)?, period::add_days(whole.start, 4)?, whole.grain)
        }
        _ => period::between(first, second, whole.grain),
    }
}

#[cfg(test)]
mod tests {
    use crate::value::date::sample::check;

    #[test]
    fn parts_of_a_stretch_are_cut_out() {
        check("It opened in early 2024.", &[("early 2024", "January–April 2024")]);
        check("It opened in mid-February.", &[("mid-February", "11–20 February 2026")]);
        check("It opened late last week.", &[("late last week", "26 February – 1 March 2026")]);
        check("It opened at the end of January.", &[("end of January", "21–31 January 2026")]);
        check("It opened earlier this month.", &[("earlier this month", "1–4 March 2026")]);
        check("It opens later this month.", &[("later this month", "4–31 March 2026")]);
    }

    #[test]
    fn weeks_of_a_month_are_read() {
        check("It opened the week of February 11.", &[("week of February 11", "9–15 February 2026")]);
        check(
            "It opened in the last week of January.",
            &[("last week of January", "26 January – 1 February 2026")],
        );
    }

    #[test]
    fn a_part_of_a_day_is_the_day() {
        check("It opened late on Friday.", &[("Friday", "27 February 2026")]);
    }
}
