//! The truth in the unit and scale a mention is written in.

use crate::value::Kind;
use crate::value::Role;
use crate::value::Value;
use crate::value::currency;
use crate::value::unit::Unit;
use rust_decimal::Decimal;

/// The truth `value` in the unit and scale the mention is written in, so that the mention's own
/// grain applies.
pub(crate) fn common(truth: &Value, mention: &Value, value: Decimal) -> Option<Decimal> {
    match (truth.kind, mention.kind) {
        (Kind::Percent, Kind::Factor) => factor_of(truth.role, value),
        (Kind::Factor, Kind::Percent) => percent_of(mention.role, value),
        (Kind::Percent, Kind::Fraction) => value.checked_div(Decimal::ONE_HUNDRED),
        (Kind::Fraction, Kind::Percent) => value.checked_mul(Decimal::ONE_HUNDRED),
        (a, b) if a == b || is_counting(a) && is_counting(b) => converted(&truth.unit, &mention.unit, value),
        (Kind::Age, Kind::Number | Kind::Duration) | (Kind::Duration, Kind::Age) => Some(value),
        (Kind::Number, Kind::Age) => Some(value),
        (Kind::Money, Kind::Quantity) if are_pounds(mention, truth) => Some(value),
        (Kind::Quantity, Kind::Money) if are_pounds(truth, mention) => Some(value),
        _ => None,
    }
}

/// "18 million pounds" may be weighed or paid.
fn are_pounds(weight: &Value, sum: &Value) -> bool {
    let name = |value: &Value| value.unit.as_ref().filter(|unit| unit.per.is_none()).map(|unit| unit.name);
    name(weight) == Some("pound") && name(sum) == Some("GBP")
}

fn is_counting(kind: Kind) -> bool {
    matches!(kind, Kind::Number | Kind::Count)
}

/// +295 % is times 3.95.
fn factor_of(role: Role, percent: Decimal) -> Option<Decimal> {
    let part = percent.checked_div(Decimal::ONE_HUNDRED)?;
    match role {
        Role::Up => Decimal::ONE.checked_add(part),
        Role::Down => Decimal::ONE.checked_sub(part),
        Role::Level | Role::From | Role::To => None,
    }
}

/// Times 3.95 is +295 %.
fn percent_of(role: Role, factor: Decimal) -> Option<Decimal> {
    let change = factor.checked_sub(Decimal::ONE)?.checked_mul(Decimal::ONE_HUNDRED)?;
    match role {
        Role::Up => Some(change),
        Role::Down => Some(-change),
        Role::Level | Role::From | Role::To => None,
    }
}

/// `value` from one unit in the other.
fn converted(from: &Option<Unit>, to: &Option<Unit>, value: Decimal) -> Option<Decimal> {
    let (Some(from), Some(to)) = (from, to) else {
        return (from.is_none() && to.is_none()).then_some(value);
    };
    if from.per != to.per {
        return None;
    }
    if from.dimension == "temperature" || to.dimension == "temperature" {
        return temperature(from.name, to.name, value);
    }
    if !is_comparable(from.dimension, to.dimension) {
        return None;
    }
    if from.factor == to.factor {
        Some(value)
    } else {
        value.checked_mul(from.factor)?.checked_div(to.factor)
    }
}

/// Whether one can be converted into the other, or is perhaps only called by another name.
fn is_comparable(from: &str, to: &str) -> bool {
    from == to || currency::may_be(from, to) || currency::may_be(to, from)
}

/// Degrees of one scale in another; bare degrees are of the scale they are compared with.
fn temperature(from: &str, to: &str, value: Decimal) -> Option<Decimal> {
    let (five, nine, freezing) = (Decimal::from(5), Decimal::from(9), Decimal::from(32));
    let zero = Decimal::try_new(27315, 2).ok()?;
    match (from, to) {
        (a, b) if a == b => Some(value),
        ("degree", "celsius" | "fahrenheit") | ("celsius" | "fahrenheit", "degree") => Some(value),
        ("celsius", "fahrenheit") => value.checked_mul(nine)?.checked_div(five)?.checked_add(freezing),
        ("fahrenheit", "celsius") => value.checked_sub(freezing)?.checked_mul(five)?.checked_div(nine),
        ("celsius", "kelvin") => value.checked_add(zero),
        ("kelvin", "celsius") => value.checked_sub(zero),
        _ => None,
    }
}
