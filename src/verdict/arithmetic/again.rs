//! "The second fire in a week, after one on 3 March": how often, held against when the last time was.

use crate::value::Amount;
use crate::value::Kind;
use crate::value::Value;
use crate::value::date::Grain;
use crate::value::date::Period;
use crate::verdict::arithmetic::Slip;
use crate::verdict::arithmetic::line::Line;
use crate::verdict::arithmetic::line::exact;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// How many words may stand between "second" and "in a week".
const REACH: usize = 5;
/// How many words may stand between "after" and the date.
const NEAR: usize = 6;
/// Words that lead to what another verb says.
const OTHER: &[&str] = &["which", "who", "that", "when", "while", "but"];
/// Words that lead to the time before.
const BEFORE: &[&str] = &["after", "following"];

/// The slip of the repetition in a line.
pub(super) fn check(line: &Line<'_>) -> Vec<Slip> {
    slip(line).into_iter().collect()
}

fn slip(line: &Line<'_>) -> Option<Slip> {
    let window = (1..line.values.len()).find(|at| is_window(line, *at))?;
    let mut later = window + 1..line.values.len();
    let (earlier, day) = later.find_map(|at| Some((at, earlier(line, window, at)?)))?;
    let today = line.today()?;
    let n_days = i64::from(day.until(today).ok()?.get_days());
    (n_days > days(&line.values[window])?).then(|| Slip {
        span: line.values[window].core,
        operands: vec![line.values[earlier].core],
        computation: format!("from {day} to {today}, the day of the article, it is {n_days} days"),
        expected: format!("{n_days} days"),
    })
}

/// "second … in a week".
fn is_window(line: &Line<'_>, at: usize) -> bool {
    let (before, first) = (&line.values[at - 1], line.first(at));
    let is_second = before.kind == Kind::Ordinal && exact(before) == Some(Decimal::TWO);
    let is_near = first.saturating_sub(line.after(at - 1)) <= REACH;
    let is_inside = first.checked_sub(1).is_some_and(|before| line.is(before, &["in", "within"]));
    line.values[at].kind == Kind::Duration && is_second && is_near && is_inside
}

/// The day that "after one on 3 March" names behind the window.
fn earlier(line: &Line<'_>, window: usize, at: usize) -> Option<Date> {
    let between = line.after(window)..line.first(at);
    let before = between.clone().rev().take(NEAR).any(|at| line.is(at, BEFORE));
    let is_other = between.into_iter().any(|at| line.is(at, OTHER));
    day(&line.values[at]).filter(|_| before && !is_other)
}

fn day(value: &Value) -> Option<Date> {
    let Amount::Dates(periods) = &value.amount else { return None };
    let Period { start, grain, .. } = *periods.first()?;
    (grain == Grain::Day).then_some(start)
}

/// The most days that a window may stand for; writers do not count to the day.
fn days(window: &Value) -> Option<i64> {
    let length = match window.unit.as_ref()?.name {
        "day" => 1,
        "week" => 7,
        "month" => 31,
        "year" => 366,
        _ => return None,
    };
    let days = exact(window)?.checked_mul(Decimal::from(length))?.trunc();
    let days = i64::try_from(days).ok()?;
    Some(days + (days / 5).max(2))
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::verdict::arithmetic::find_in;
    use jiff::civil::date;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let slips = find_in(&Document::plain(text, Some(date(2026, 3, 4))));
        let found: Vec<&str> = slips.iter().map(|slip| slip.span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn the_time_before_must_lie_in_the_window() {
        check("It was the second fire in a week, after one on 1 March.", &[]);
        check("It was the second fire in a week, after one on 3 February.", &["a week"]);
        check("It was the second such strike within a month, following one on 30 January.", &[]);
        check("It was the second such strike within a month, following one on 30 November.", &["a month"]);
    }

    #[test]
    fn other_dates_are_left_alone() {
        check("It was the second fire in a week, and the mill from 3 February 1950 is gone.", &[]);
        check(
            "It was the second fire in a week at the mill, which shut after a storm on 3 February 1953.",
            &[],
        );
        check("The second fire broke out after one on 3 February.", &[]);
    }
}
