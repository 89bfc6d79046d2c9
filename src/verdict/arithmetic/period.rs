//! Durations against dates: "a five-day visit from 3 to 5 March", "the three-year project began in 2010
//! and ended in 2019".

use crate::span::Span;
use crate::token::Kind as TokenKind;
use crate::value::Amount;
use crate::value::Kind;
use crate::value::Modifier;
use crate::value::Value;
use crate::value::date::Grain;
use crate::value::date::Period;
use crate::verdict::arithmetic::Slip;
use crate::verdict::arithmetic::line::Line;
use crate::verdict::arithmetic::line::exact;
use rust_decimal::Decimal;

/// How many words may stand between a duration and its dates.
const REACH: usize = 4;
/// Nouns whose duration is not that of the dates beside them.
const OTHER: &[&str] = &[
    "bond", "bonds", "note", "notes", "mortgage", "yield", "yields", "low", "high", "average", "plan",
    "loan", "lease", "contract", "warranty", "old", "later", "earlier", "after", "before", "ago",
];

/// Verbs of a beginning and of an end.
const STARTED: &[&str] = &["began", "begun", "started", "opened", "launched", "begins", "starts"];
const ENDED: &[&str] =
    &["ended", "finished", "concluded", "closed", "ends", "finishes", "expired", "expires"];

/// What stands between the ends of a range of dates.
pub(super) const JOINTS: &[&str] = &[" to ", " until ", " till ", " through ", " and "];

/// The slips of the durations in a line.
pub(super) fn check(line: &Line<'_>) -> Vec<Slip> {
    (0..line.values.len()).filter_map(|at| slip(line, at)).collect()
}

fn slip(line: &Line<'_>, duration: usize) -> Option<Slip> {
    let stated = &line.values[duration];
    let (dates, period) = range_after(line, duration).or_else(|| start_and_end(line, duration))?;
    let (least, most) = possible(stated, period)?;
    let number = exact(stated).filter(|_| stated.modifier == Modifier::Exact)?;
    let fits = Decimal::from(least) <= number && number <= Decimal::from(most);
    let unit = stated.unit.as_ref()?.name;
    let is_short = number < Decimal::from(least);
    let bound = if is_short { format!("at least {least}") } else { format!("at most {most}") };
    (!fits).then(|| Slip {
        span: stated.core,
        operands: vec![dates],
        computation: format!("{} is {bound} {unit}s", line.words(dates)),
        expected: format!("{least} to {most} {unit}s"),
    })
}

/// The range of dates a few words after a duration.
fn range_after(line: &Line<'_>, duration: usize) -> Option<(Span, Period)> {
    (line.values[duration].kind == Kind::Duration).then_some(())?;
    let dates = duration + 1;
    let next = line.values.get(dates).filter(|value| value.kind == Kind::Date)?;
    let mut between = line.after(duration)..line.first(dates);
    let is_near = between.len() <= REACH && is_range(line, dates);
    let is_free = between.all(|at| {
        let is_word = line.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
        (is_word || line.is(at, &[",", "-", "("])) && !line.is(at, OTHER)
    });
    (is_near && is_free).then_some((next.core, period(next)?))
}

/// "from 3 to 5 March", "(3–5 March)".
fn is_range(line: &Line<'_>, dates: usize) -> bool {
    let words = line.words(line.values[dates].full);
    let is_bracketed = line.first(dates).checked_sub(1).is_some_and(|before| line.is(before, &["("]));
    let is_joined = words.contains(['–', '-']) || JOINTS.iter().any(|joint| words.contains(joint));
    is_joined && (words.starts_with("from ") || words.starts_with("between ") || is_bracketed)
}

/// "the three-year project began in 2010 and ended in 2019".
fn start_and_end(line: &Line<'_>, duration: usize) -> Option<(Span, Period)> {
    (line.values[duration].kind == Kind::Duration).then_some(())?;
    let (first, last) = (line.values.get(duration + 1)?, line.values.get(duration + 2)?);
    let is_after = |at: usize, verbs: &[&str]| {
        let date = line.first(at);
        (date.saturating_sub(2)..date).any(|at| line.is(at, verbs))
    };
    let is_near = line.first(duration + 1).saturating_sub(line.after(duration)) <= REACH + 2;
    let is_told = is_after(duration + 1, STARTED) && is_after(duration + 2, ENDED);
    let is_other = (line.after(duration)..line.first(duration + 2)).any(|at| line.is(at, OTHER));
    let (start, end) = (period(first)?, period(last)?);
    let is_one_grain = start.grain == end.grain && start.start < end.end;
    let period = Period { start: start.start, end: end.end, grain: start.grain };
    (is_near && is_told && !is_other && is_one_grain).then_some((first.core.join(last.core), period))
}

/// A stretch of the calendar, of whatever year if it is as long in each.
fn period(value: &Value) -> Option<Period> {
    let Amount::Dates(candidates) = &value.amount else { return None };
    let first = *candidates.first()?;
    candidates.iter().all(|other| days(*other) == days(first)).then_some(first)
}

/// The least and the most units that fit between two dates; either end may count or not.
fn possible(stated: &Value, period: Period) -> Option<(i64, i64)> {
    let unit = stated.unit.as_ref()?.name;
    let years = i64::from(period.end.year()) - i64::from(period.start.year());
    match (unit, period.grain) {
        ("year", Grain::Year) => Some((years - 2, years)),
        ("month", Grain::Month) => {
            let months = years * 12 + i64::from(period.end.month()) - i64::from(period.start.month());
            Some((months - 2, months))
        }
        ("week", Grain::Day) => Some(((days(period)? - 2) / 7, (days(period)? + 7) / 7)),
        ("day", Grain::Day) => Some((days(period)? - 2, days(period)? + 1)),
        _ => None,
    }
}

fn days(period: Period) -> Option<i64> {
    period.start.until(period.end).ok().map(|span| i64::from(span.get_days()))
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
    fn years_are_counted() {
        check("The three-year project ran from 2010 to 2013.", &[]);
        check("The three-year project ran from 2010 to 2019.", &["three-year"]);
        check("The four-year scheme began in 2015 and ended in 2019.", &[]);
        check("The four-year scheme began in 2015 and ended in 2024.", &["four-year"]);
    }

    #[test]
    fn days_and_weeks_are_counted() {
        check("The three-day fair runs from 4 to 6 June.", &[]);
        check("The three-day fair runs from 4 to 9 June.", &["three-day"]);
        check("It was shut for three days (4–9 June).", &["three days"]);
        check("It was shut for two weeks, from 3 to 17 May 2025.", &[]);
        check("It was shut for two weeks, from 3 to 30 May 2025.", &["two weeks"]);
    }

    #[test]
    fn other_durations_are_left_alone() {
        check("The ten-year yield fell from 2010 to 2013.", &[]);
        check("We are nine days away from the August 31st deadline.", &[]);
        check("Three years after the flood, from 2010 to 2019, it was dry.", &[]);
    }
}
