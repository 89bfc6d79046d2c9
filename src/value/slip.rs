//! Why a wrong number may be wrong: a scale that slipped, digits that changed places.
//!
//! A hint for the help of a finding and nothing more: the number is wrong with or without it.

use crate::value::Amount;
use crate::value::Kind;
use crate::value::Value;
use crate::value::compare;
use crate::value::compare::Agreement;
use crate::value::compare::Terms;
use rust_decimal::Decimal;

/// What may have happened to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slip {
    /// It is so many times too large: 10 or 1,000.
    TooLarge(u32),
    /// It is so many times too small: 10 or 1,000.
    TooSmall(u32),
    /// It has the digits of the truth in another order.
    Swapped,
    /// It is right in percent where the truth is in percentage points, or the other way round.
    Points,
}

/// What may have happened to `mention`, which contradicts `truth`.
pub fn hint(truth: &Value, mention: &Value) -> Option<Slip> {
    if is_of_points(truth, mention) {
        return Some(Slip::Points);
    }
    let sizes = [1_000, 10, 1_000_000].into_iter();
    let mut slips = sizes.flat_map(|times| [Slip::TooLarge(times), Slip::TooSmall(times)]);
    let scaled = slips.find(|slip| repairs(truth, mention, *slip) == Some(true));
    scaled.or_else(|| is_swapped(truth, mention).then_some(Slip::Swapped))
}

/// Whether the mention would be right without the slip.
fn repairs(truth: &Value, mention: &Value, slip: Slip) -> Option<bool> {
    let by = match slip {
        Slip::TooLarge(times) => Decimal::ONE.checked_div(Decimal::from(times))?,
        Slip::TooSmall(times) => Decimal::from(times),
        Slip::Swapped | Slip::Points => return None,
    };
    let Amount::Exact(number) = mention.amount else { return None };
    let mut repaired = mention.clone();
    repaired.amount = Amount::Exact(number.checked_mul(by)?);
    repaired.grain.fine = mention.grain.fine.checked_mul(by)?;
    repaired.grain.coarse = mention.grain.coarse.checked_mul(by)?;
    Some(compare::agreement(truth, &repaired, Terms::default()) == Agreement::Consistent)
}

/// Whether the number is the right one with percent and percentage points mixed up.
fn is_of_points(truth: &Value, mention: &Value) -> bool {
    let is_mixed =
        matches!((truth.kind, mention.kind), (Kind::Percent, Kind::Points) | (Kind::Points, Kind::Percent));
    is_mixed && truth.amount == mention.amount
}

/// Whether two numbers have the same digits in another order.
fn is_swapped(truth: &Value, mention: &Value) -> bool {
    let (Amount::Exact(number), Some(canonical)) = (&mention.amount, compare::in_unit_of(truth, mention))
    else {
        return false;
    };
    let (number, canonical) = (number.normalize(), canonical.normalize());
    let digits = |number: Decimal| {
        let mut digits = number.mantissa().to_string().into_bytes();
        digits.sort_unstable();
        digits
    };
    number != canonical && number.scale() == canonical.scale() && digits(number) == digits(canonical)
}

#[cfg(test)]
mod tests {
    use super::Slip;
    use super::hint;
    use crate::value::read;

    #[track_caller]
    fn check(truth: &str, mention: &str, expected: Option<Slip>) {
        let (truth, mention) = (read::one(truth).unwrap(), read::one(mention).unwrap());
        assert_eq!(hint(&truth, &mention), expected);
    }

    #[test]
    fn a_wrong_scale_is_told() {
        check("$1.2 billion", "$1.2 million", Some(Slip::TooSmall(1000)));
        check("$1.21 billion", "$1.2 trillion", Some(Slip::TooLarge(1000)));
        check("8,849 metres", "88,490 metres", Some(Slip::TooLarge(10)));
        check("4.25%", "42.5%", Some(Slip::TooLarge(10)));
        check("$1.2 trillion", "$1.2 million", Some(Slip::TooSmall(1_000_000)));
    }

    #[test]
    fn points_taken_for_percent_are_told() {
        check("3 percentage points", "3 percent", Some(Slip::Points));
        check("3 percent", "3 points", None);
        check("3 percentage points", "4 percent", None);
    }

    #[test]
    fn swapped_digits_are_told() {
        check("295%", "259%", Some(Slip::Swapped));
        check("2,987,412", "2,987,421", Some(Slip::Swapped));
    }

    #[test]
    fn other_errors_have_no_hint() {
        check("295%", "310%", None);
        check("$1.2 billion", "€1.2 million", None);
    }
}
