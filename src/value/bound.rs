//! Two bounds as one range: "more than 10 and less than 40", "at most 100 but at least 20".

use crate::value::Amount;
use crate::value::Kind;
use crate::value::Modifier;
use crate::value::Value;
use rust_decimal::Decimal;

/// What may stand between the two bounds.
const LINKS: &[&str] = &["and", "but", ",", ", and", ", but", "and also"];

/// Adds `value`, joined with the one before where both bound one number.
pub(crate) fn push(text: &str, values: &mut Vec<Value>, value: Value) {
    let joined = values.last().and_then(|before| joined(text, before, &value));
    match joined {
        Some(range) => {
            values.pop();
            values.push(range);
        }
        None => values.push(value),
    }
}

fn joined(text: &str, before: &Value, value: &Value) -> Option<Value> {
    let (low, high) = ordered(bounded(before)?, bounded(value)?)?;
    let between = text.get(before.full.end()..value.full.start())?.trim();
    let is_one = before.unit == value.unit || before.unit.is_none() && before.kind == Kind::Number;
    if !is_one || !LINKS.contains(&between) || low >= high {
        return None;
    }
    let grain = if before.grain.fine > value.grain.fine { before.grain } else { value.grain };
    Some(Value {
        core: before.core.join(value.core),
        full: before.full.join(value.full),
        amount: Amount::Range(low, high),
        modifier: Modifier::Exact,
        role: before.role,
        grain,
        ..value.clone()
    })
}

/// Which side a bound is on, and its number.
fn bounded(value: &Value) -> Option<(Side, Decimal)> {
    let Amount::Exact(number) = value.amount else { return None };
    let side = match value.modifier {
        Modifier::More | Modifier::AtLeast | Modifier::Plus => Side::Low,
        Modifier::Less | Modifier::AtMost => Side::High,
        Modifier::Exact
        | Modifier::Equal
        | Modifier::Approx
        | Modifier::Below
        | Modifier::Near
        | Modifier::Above
        | Modifier::WellOver => return None,
    };
    Some((side, number))
}

enum Side {
    Low,
    High,
}

fn ordered(one: (Side, Decimal), other: (Side, Decimal)) -> Option<(Decimal, Decimal)> {
    match (one, other) {
        ((Side::Low, low), (Side::High, high)) | ((Side::High, high), (Side::Low, low)) => Some((low, high)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::span::Span;
    use crate::token;
    use crate::value::read;
    use crate::value::show;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let tokens = token::split(text, Span::new(0, text.len()));
        let values = read::sentence(text, &tokens, None);
        let found: Vec<String> = values.iter().map(show::value).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_lower_and_an_upper_bound_are_a_range() {
        check("It holds more than 10 and less than 40 boats.", &["10 to 40"]);
        check("It holds at most 40 but at least 10 boats.", &["10 to 40"]);
        check("It measures over 3 km and under 5 km.", &["3 to 5 kilometres"]);
    }

    #[test]
    fn other_bounds_stay_apart() {
        check("It holds more than 40 and less than 10 boats.", &["40", "10"]);
        check("It holds more than 10 boats and less than 40 crates.", &["10", "40"]);
        check("It weighs more than 10 kg and measures less than 4 km.", &["10 kilograms", "4 kilometres"]);
    }
}
