//! Sums so far from the true one that they are most likely of something else.
//!
//! A wrong sum is mostly of the same size, or has the right digits and the wrong scale ("$1.9 billion" for "$1.9 trillion").

use crate::claim::scene::Scene;
use crate::fact::FactId;
use crate::fact::Kind as FactKind;
use crate::value::Amount;
use crate::value::Kind;
use crate::value::Value;
use rust_decimal::Decimal;

/// How many times the true sum, or the wrong one, may be the other.
const MOST: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

/// Whether a sum of money is far from each true one, and no slip of its scale.
pub fn is_far(scene: &Scene<'_>, fact: FactId, value: &Value) -> bool {
    let FactKind::Measure { value: truth, .. } = &scene.fact(fact).kind else { return false };
    value.kind == Kind::Money && truth.entries.iter().all(|entry| is_far_from(&entry.value, value))
}

fn is_far_from(truth: &Value, value: &Value) -> bool {
    let Amount::Exact(truth) = truth.amount else { return false };
    match value.amount {
        Amount::Exact(value) => is_beyond(truth, value) && digits(truth) != digits(value),
        // "tens of millions of dollars".
        Amount::Range(least, most) => is_beyond(truth, least) && is_beyond(truth, most),
        Amount::Pair(..) | Amount::Dates(_) | Amount::Label(_) => false,
    }
}

fn is_beyond(one: Decimal, other: Decimal) -> bool {
    one.min(other).checked_mul(MOST).is_some_and(|reach| reach < one.max(other))
}

/// The digits of a number without its zeros in front and behind: 19 of 1.9 and of 1,900.
fn digits(number: Decimal) -> i128 {
    let mut digits = number.normalize().mantissa();
    while digits != 0 && digits % 10 == 0 {
        digits /= 10;
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::digits;
    use rust_decimal::Decimal;

    #[test]
    fn a_slip_of_the_scale_has_the_same_digits() {
        assert_eq!(digits(Decimal::new(19, 1)), digits(Decimal::new(1_900_000, 0)));
        assert_ne!(digits(Decimal::new(19, 1)), digits(Decimal::new(21, 1)));
        assert_eq!(digits(Decimal::ZERO), 0);
    }
}
