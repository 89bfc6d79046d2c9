//! A value half read: words by index, no hedge, no noun and no role yet.

use crate::value::Amount;
use crate::value::Form;
use crate::value::Grain;
use crate::value::Kind;
use crate::value::number::Number;
use crate::value::unit::Unit;
use rust_decimal::Decimal;

/// A value half read.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// The first token of the number or of its currency.
    pub(crate) first: usize,
    /// The token after the last one of number and unit.
    pub(crate) end: usize,
    /// What sort of quantity it is.
    pub(crate) kind: Kind,
    /// How much.
    pub(crate) amount: Amount,
    /// The dimension it is measured in.
    pub(crate) unit: Option<Unit>,
    /// How exactly it is written.
    pub(crate) grain: Grain,
}

impl Draft {
    /// A bare number from the token `first` on.
    pub(crate) fn bare(first: usize, number: &Number) -> Draft {
        Draft {
            first,
            end: number.end,
            kind: Kind::Number,
            amount: Amount::Exact(number.value),
            unit: None,
            grain: number.grain,
        }
    }

    /// A value without digits to round: a fraction in words, a verb, a vague word.
    pub(crate) fn worded(first: usize, end: usize, kind: Kind, value: Decimal) -> Draft {
        let grain = Grain { fine: Decimal::ZERO, coarse: Decimal::ZERO, form: Form::Fraction };
        Draft { first, end, kind, amount: Amount::Exact(value), unit: None, grain }
    }

    /// The one number it says.
    pub(crate) fn exact(&self) -> Option<Decimal> {
        match self.amount {
            Amount::Exact(value) => Some(value),
            _ => None,
        }
    }

    /// The same with every number multiplied, or nothing where that is too large.
    pub(crate) fn scaled(mut self, by: Decimal) -> Option<Draft> {
        self.amount = match self.amount {
            Amount::Exact(value) => Amount::Exact(value.checked_mul(by)?),
            Amount::Range(low, high) => Amount::Range(low.checked_mul(by)?, high.checked_mul(by)?),
            other => other,
        };
        self.grain.fine = self.grain.fine.checked_mul(by)?;
        self.grain.coarse = self.grain.coarse.checked_mul(by)?;
        Some(self)
    }
}
