//! Distances that are loosened: "more than 90 years ago" is earlier than that, "less than five years ago" later.

use crate::claim::scene::Scene;
use crate::value::Amount;
use crate::value::Modifier;
use crate::value::Value;
use crate::value::date::Period;
use crate::value::date::period;
use jiff::civil::Date;

/// The date as it is meant, where it is told by how long ago it was.
pub fn as_meant(scene: &Scene<'_>, value: &Value) -> Value {
    let is_ago = scene.is_after(scene.tokens_of(value.core).end, &["ago"]);
    let Amount::Dates(periods) = &value.amount else { return value.clone() };
    let Some(then) = periods.first().filter(|_| is_ago) else { return value.clone() };
    // The reader has made it longer by itself, to that side.
    let part = period::days_between(then.start, then.end) / 4;
    let bound = |day: Option<Date>, modifier| {
        let then = day.map(|day| Period { start: day, end: day, ..*then })?;
        Some(Value { amount: Amount::Dates(vec![then]), modifier, ..value.clone() })
    };
    let bound = match value.modifier {
        Modifier::More | Modifier::WellOver => bound(period::add_days(then.end, -part), Modifier::AtMost),
        Modifier::Less => bound(period::add_days(then.start, part), Modifier::More),
        _ => None,
    };
    bound.unwrap_or_else(|| value.clone())
}
