//! Durations against dates: "a five-day visit from 3 to 5 March".

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

/// The slips of the durations in a line.
pub(super) fn check(line: &Line<'_>) -> Vec<Slip> {
    (0..line.values.len()).filter_map(|at| slip(line, at)).collect()
}

fn slip(line: &Line<'_>, duration: usize) -> Option<Slip> {
    let dates = dates_after(line, duration)?;
    let (stated, period) = (&line.values[duration], period(&line.values[dates])?);
    let (least, most) = possible(stated, period)?;
    let number = exact(stated).filter(|_| stated.modifier == Modifier::Exact)?;
    let fits = Decimal::from(least) <= number && number <= Decimal::from(most);
    let unit = stated.unit.as_ref()?.name;
    let is_short = number < Decimal::from(least);
    let bound = if is_short { format!("at least {least}") } else { format!("at most {most}") };
    (!fits).then(|| Slip {
        span: stated.core,
        operands: vec![line.values[dates].core],
        computation: format!("{} is {bound} {unit}s", line.words(line.values[dates].core)),
        expected: format!("{least} to {most} {unit}s"),
    })
}

/// The range of dates a few words after a duration.
fn dates_after(line: &Line<'_>, duration: usize) -> Option<usize> {
    (line.values[duration].kind == Kind::Duration).then_some(())?;
    let dates = duration + 1;
    let next = line.values.get(dates).filter(|value| value.kind == Kind::Date)?;
    let is_range =
        next.full.of(line.text).starts_with("from ") || next.full.of(line.text).starts_with("between ");
    let mut between = line.after(duration)..line.first(dates);
    let is_near = between.len() <= REACH && is_range;
    let is_free = between.all(|at| {
        let is_word = line.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
        (is_word || line.is(at, &[",", "-"])) && !line.is(at, OTHER)
    });
    (is_near && is_free).then_some(dates)
}

fn period(value: &Value) -> Option<Period> {
    match &value.amount {
        Amount::Dates(candidates) if candidates.len() == 1 => candidates.first().copied(),
        _ => None,
    }
}

/// The least and the most units that fit between two dates; either end may count or not.
fn possible(stated: &Value, period: Period) -> Option<(i64, i64)> {
    let unit = stated.unit.as_ref()?.name;
    let years = i64::from(period.end.year()) - i64::from(period.start.year());
    match (unit, period.grain) {
        ("year", Grain::Year) => Some((years - 2, years)),
        ("day", Grain::Day) => {
            let days = period.start.until(period.end).ok()?.get_days();
            Some((i64::from(days) - 2, i64::from(days) + 1))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::verdict::arithmetic::find;
    use jiff::civil::date;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let slips = find(&Document::plain(text, Some(date(2026, 3, 4))));
        let found: Vec<&str> = slips.iter().map(|slip| slip.span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn years_are_counted() {
        check("The three-year project ran from 2010 to 2013.", &[]);
        check("The three-year project ran from 2010 to 2019.", &["three-year"]);
    }

    #[test]
    fn other_durations_are_left_alone() {
        check("The ten-year yield fell from 2010 to 2013.", &[]);
        check("Three years after the flood, from 2010 to 2019, it was dry.", &[]);
    }
}
