//! What a written number may stand for: the interval of numbers that round to it.

use crate::value::Form;
use crate::value::Kind;
use crate::value::Modifier;
use crate::value::Value;
use crate::verdict::arithmetic::line::exact;
use rust_decimal::Decimal;

/// From `low` to `high`, ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Interval {
    pub(super) low: Decimal,
    pub(super) high: Decimal,
}

impl Interval {
    /// Whether the two share a number.
    pub(super) fn meets(self, other: Interval) -> bool {
        self.low <= other.high && other.low <= self.high
    }
}

/// The part in a hundred of `number`.
pub(super) fn hundredths(number: Decimal, parts: i64) -> Option<Decimal> {
    number.abs().checked_mul(Decimal::new(parts, 2))
}

/// A whole number that ends in zeros may be rounded, but hardly by more than this many in a hundred.
const ROUNDED: i64 = 2;
/// The same below a thousand.
const ROUNDED_SMALL: i64 = 1;

fn rounded(number: Decimal) -> i64 {
    if number.abs() < Decimal::ONE_THOUSAND { ROUNDED_SMALL } else { ROUNDED }
}

/// Whether things were counted one by one.
fn is_counted(value: &Value) -> bool {
    value.kind == Kind::Count
        && value.unit.is_none()
        && value.grain.form == Form::Digits
        && exact(value).is_some_and(|number| number < Decimal::ONE_THOUSAND)
}

/// Whether a price is so low that nobody would round it by half a unit: "from $3 to $12".
fn is_price(value: &Value) -> bool {
    let is_low = exact(value).is_some_and(|number| number < Decimal::from(20));
    value.kind == Kind::Money && value.grain.form == Form::Digits && is_low
}

/// What an amount may stand for; a hedged one is taken wider.
pub(super) fn of(value: &Value) -> Option<Interval> {
    let number = exact(value)?;
    let coarse = zeros(value)?.min(hundredths(number, rounded(number))?);
    let half = last_digit(value)?.max(coarse).max(hundredths(number, hedge(value.modifier))?);
    Some(Interval { low: number.checked_sub(half)?, high: number.checked_add(half)? })
}

/// How far off the last written digit may be.
fn last_digit(value: &Value) -> Option<Decimal> {
    if is_counted(value) {
        return Some(Decimal::ZERO);
    }
    let half = value.grain.fine.checked_div(Decimal::TWO)?;
    if is_price(value) { half.checked_div(Decimal::TWO) } else { Some(half) }
}

/// How far off a number may be whose last digits are zeros; one that was counted has none.
fn zeros(value: &Value) -> Option<Decimal> {
    let has_zeros = value.grain.coarse > value.grain.fine;
    let is_exact = !has_zeros && (is_counted(value) || is_price(value));
    if is_exact { Some(Decimal::ZERO) } else { value.grain.coarse.checked_div(Decimal::TWO) }
}

/// How far off a hedge allows an amount to be, in hundredths.
fn hedge(modifier: Modifier) -> i64 {
    match modifier {
        Modifier::Exact | Modifier::Equal => 0,
        Modifier::Approx | Modifier::Below | Modifier::Near | Modifier::Above => 5,
        Modifier::More | Modifier::Plus | Modifier::AtLeast | Modifier::Less | Modifier::AtMost => 10,
        Modifier::WellOver => 30,
    }
}

/// Large percentages are rounded to so many hundredths.
const ROUNDED_CHANGE: i64 = 3;
/// So far may "about 60%" be off, in hundredths.
const ABOUT: i64 = 12;

/// What a stated change may stand for. Writers also cut off digits, so a whole unit of the last one
/// is allowed on either side.
pub(super) fn stated(value: &Value) -> Option<Interval> {
    let number = exact(value)?;
    let coarse = value.grain.coarse.min(hundredths(number, ROUNDED_CHANGE)?);
    let slack = value.grain.fine.max(coarse);
    let about = slack.max(hundredths(number, ABOUT)?);
    let (below, above) = match value.modifier {
        Modifier::Exact | Modifier::Equal => (slack, slack),
        Modifier::Approx | Modifier::Near => (about, about),
        Modifier::Below => (about, slack),
        Modifier::Above => (slack, about),
        Modifier::More | Modifier::Plus | Modifier::AtLeast | Modifier::WellOver => (slack, Decimal::MAX),
        Modifier::Less | Modifier::AtMost => (number, slack),
    };
    let high = number.checked_add(above).unwrap_or(Decimal::MAX);
    Some(Interval { low: number.checked_sub(below)?, high })
}
