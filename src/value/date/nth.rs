//! The nth weekday of a month: "the second Monday in March", "the last Thursday of November".

use crate::value::date::Period;
use crate::value::date::line::Line;
use crate::value::date::month;
use crate::value::date::numeral;
use crate::value::date::period;
use crate::value::date::spoken::Read;
use crate::value::date::spoken::Spoken;
use crate::value::date::spoken::Unit;
use crate::value::date::weekday;
use crate::value::date::words::PICKS;
use jiff::civil::Weekday;

/// "The second Monday in March", "the last Thursday of November", "first Friday of next month".
pub fn read(line: Line<'_>, at: usize) -> Option<Read> {
    let last = line.is(at, "last").then_some((-1, at + 1));
    let (nth, next) = last.or_else(|| numeral::ordinal(line, at).filter(|(n, _)| (1..=5).contains(n)))?;
    let (day, next) = weekday::name(line, next)?;
    let next = Some(line.skip(next, &["of", "in"])).filter(|at| *at > next)?;
    let month = month_after(line, line.skip(next, &["the"]))?;
    let nth = i8::try_from(nth).ok()?;
    Some(Read { spoken: Spoken::NthWeekday(nth, day, Box::new(month.spoken)), end: month.end })
}

fn month_after(line: Line<'_>, at: usize) -> Option<Read> {
    let pick = line.look(at, PICKS).filter(|_| line.is(at + 1, "month"));
    match pick {
        Some(pick) => Some(Read { spoken: Spoken::Unit(Unit::Month, weekday::weeks(pick)), end: at + 2 }),
        None => month::read(line, at),
    }
}

/// The nth such weekday of each of the months.
pub fn resolve(nth: i8, day: Weekday, months: &[Period]) -> Vec<Period> {
    let of = |month: &Period| month.start.nth_weekday_of_month(nth, day).ok();
    months.iter().filter_map(of).filter_map(period::day).collect()
}

#[cfg(test)]
mod tests {
    use crate::value::date::sample::check;

    #[test]
    fn weekdays_of_a_month_are_counted() {
        check("It meets on the second Monday in April.", &[("second Monday in April", "14 April 2025")]);
        check(
            "It met on the last Friday of January 2026.",
            &[("last Friday of January 2026", "30 January 2026")],
        );
        check(
            "It meets on the first Tuesday of next month.",
            &[("first Tuesday of next month", "7 April 2026")],
        );
    }
}
