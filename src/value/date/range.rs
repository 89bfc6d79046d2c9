//! Ranges: "from March 3 to April 5", "between 2019 and 2021", "Jan. 3 to Feb. 5".

use crate::value::date::Grain;
use crate::value::date::Period;
use crate::value::date::line::Line;
use crate::value::date::part;
use crate::value::date::period;
use crate::value::date::plain;
use crate::value::date::spoken::Read;
use crate::value::date::spoken::Spoken;
use crate::value::date::spoken::Year;

/// The date `first`, which began at `at`, with the second one that makes it a range.
pub fn extend(line: Line<'_>, at: usize, first: &Read) -> Option<Read> {
    let next = joined(line, at, first.end)?;
    let next = line.skip(next, &["the"]);
    let second = part::read(line, next).or_else(|| plain::read(line, next))?;
    let is_like = kind(&first.spoken)? == kind(&second.spoken)?;
    let from = with_year_of(&first.spoken, &second.spoken);
    let spoken = Spoken::Range(Box::new(from), Box::new(second.spoken));
    is_like.then_some(Read { spoken, end: second.end })
}

/// The index after the word that joins the two dates of a range.
fn joined(line: Line<'_>, at: usize, end: usize) -> Option<usize> {
    let before =
        |words: &[&str]| (1..=2).any(|back| at.checked_sub(back).is_some_and(|at| line.is_any(at, words)));
    let is_to = line.is_any(end, &["to", "through", "until", "till"]);
    let is_and = line.is(end, "and") && before(&["between"]);
    let is_dash = line.is_dash(end) && line.word(end) != "—";
    (is_to || is_and || is_dash).then_some(end + 1)
}

/// Only like joins like; "from 2019 to May 5" is rare, "on Monday to March" is no range.
fn kind(spoken: &Spoken) -> Option<u8> {
    match spoken {
        Spoken::Day(..) | Spoken::Dated(..) | Spoken::Today(_) | Spoken::WeekdayAndDay(..) => Some(0),
        Spoken::Fixed(periods) => periods.first().map(|period| match period.grain {
            Grain::Day => 0,
            Grain::Month => 1,
            Grain::Week | Grain::Quarter => 3,
            Grain::Year => 2,
            Grain::Decade | Grain::Century => 4,
        }),
        Spoken::Month(..) => Some(1),
        Spoken::Weekday(..) => Some(5),
        Spoken::Quarter(..) => Some(6),
        Spoken::Season(..) => Some(7),
        Spoken::Part(_, inner) => kind(inner),
        _ => None,
    }
}

/// The first date takes over the year of the second: "Jan. 3 to Feb. 5, 2025".
fn with_year_of(first: &Spoken, second: &Spoken) -> Spoken {
    let Some(year) = year_of(second) else { return first.clone() };
    match first {
        Spoken::Day(month, day, Year::Open) => Spoken::Day(*month, *day, year),
        Spoken::Month(month, Year::Open, pick) => Spoken::Month(*month, year, *pick),
        Spoken::Quarter(number, Year::Open, pick) => Spoken::Quarter(*number, year, *pick),
        Spoken::Dated(weekday, inner) => Spoken::Dated(*weekday, Box::new(with_year_of(inner, second))),
        _ => first.clone(),
    }
}

fn year_of(spoken: &Spoken) -> Option<Year> {
    match spoken {
        Spoken::Day(_, _, year) | Spoken::Month(_, year, _) | Spoken::Quarter(_, year, _) => Some(*year),
        Spoken::Dated(_, inner) => year_of(inner),
        _ => None,
    }
}

/// From each likely end the start that lies before it, and nearest to it.
pub fn resolve(from: &[Period], to: &[Period]) -> Vec<Period> {
    to.iter().filter_map(|last| join(from, *last)).collect()
}

fn join(from: &[Period], last: Period) -> Option<Period> {
    let before = from.iter().filter(|first| first.start < last.end);
    let first = before.min_by_key(|first| period::days_between(first.start, last.start).abs())?;
    let end = last.end.max(first.end);
    period::between(first.start, end, first.grain.max(last.grain))
}

#[cfg(test)]
mod tests {
    use crate::value::date::sample::check;

    #[test]
    fn two_dates_join() {
        check("It ran from Jan. 3 to Feb. 5.", &[("Jan. 3 to Feb. 5", "3 January – 5 February 2026")]);
        check(
            "It ran from December 28 to January 3.",
            &[("December 28 to January 3", "28 December 2025 – 3 January 2026")],
        );
        check(
            "It ran June 1 through July 2, 2024.",
            &[("June 1 through July 2, 2024", "1 June – 2 July 2024")],
        );
        check("It ran between May and July 2024.", &[("May and July 2024", "May–July 2024")]);
    }

    #[test]
    fn unlike_dates_stay_apart() {
        check("It went from Monday to 2019.", &[("Monday", "2 March 2026"), ("2019", "2019")]);
        check("It rained on Monday and Tuesday.", &[("Monday", "2 March 2026"), ("Tuesday", "3 March 2026")]);
    }
}
