//! The decision table: one method a line, named for the hedge it judges.
//!
//! A line says when a number is consistent and when it is imprecise; what is neither contradicts.

use crate::value::Form;
use crate::value::Modifier;
use crate::value::compare::Agreement;
use rust_decimal::Decimal;

/// A number held against the truth, both in the unit the number is written in.
pub(crate) struct Claim {
    /// The number as written.
    pub(crate) value: Decimal,
    /// The truth.
    pub(crate) canonical: Decimal,
    /// The fine grain of the number.
    pub(crate) fine: Decimal,
    /// Its coarse grain.
    pub(crate) coarse: Decimal,
    /// How it is written.
    pub(crate) form: Form,
    /// Whether things are counted.
    pub(crate) is_count: bool,
    /// Whether the truth may have grown.
    pub(crate) evolving: bool,
}

/// The verdict of a line of the table: consistent, else imprecise, else contradicts.
fn line(consistent: bool, imprecise: bool) -> Option<Agreement> {
    Some(match (consistent, imprecise) {
        (true, _) => Agreement::Consistent,
        (false, true) => Agreement::Imprecise,
        (false, false) => Agreement::Contradicts,
    })
}

impl Claim {
    pub(crate) fn judge(&self, modifier: Modifier) -> Option<Agreement> {
        match modifier {
            Modifier::Exact | Modifier::Equal => self.unhedged(),
            Modifier::Approx => self.approx(),
            Modifier::Below => self.below(),
            Modifier::Near => self.near(),
            Modifier::Above => self.above(),
            Modifier::More => self.more(),
            Modifier::Plus => {
                if self.is_equal() {
                    line(true, false)
                } else {
                    self.more()
                }
            }
            Modifier::WellOver => self.well_over(),
            Modifier::AtLeast => line(self.is_equal() || self.evolving && self.is_short(), self.is_short()),
            Modifier::Less => self.less(),
            Modifier::AtMost => line(self.is_equal() || self.evolving && !self.is_short(), !self.is_short()),
        }
    }

    fn is_equal(&self) -> bool {
        self.value == self.canonical
    }

    /// Whether the truth lies above.
    fn is_short(&self) -> bool {
        self.canonical > self.value
    }

    fn gap(&self) -> Option<Decimal> {
        Some(self.value.checked_sub(self.canonical)?.abs())
    }

    /// Whether the gap is at most so many thousandths of the truth.
    fn is_within(&self, thousandths: i64) -> Option<bool> {
        Some(self.gap()? <= percent(self.canonical.abs(), thousandths)?)
    }

    /// E1 to E6.
    fn unhedged(&self) -> Option<Agreement> {
        if self.is_equal() {
            return line(true, false);
        }
        if self.form == Form::Fraction {
            return line(self.is_within(30)?, self.is_within(100)?);
        }
        let gap = self.gap()?;
        let (half_fine, half_coarse) =
            (self.fine.checked_div(Decimal::TWO)?, self.coarse.checked_div(Decimal::TWO)?);
        let is_round = gap <= half_coarse && self.is_within(50)?;
        if self.is_count && self.form == Form::Digits {
            let is_large = self.canonical >= Decimal::ONE_HUNDRED && self.coarse > Decimal::ONE;
            return line(false, is_large && is_round);
        }
        if gap <= half_fine {
            let has_decimals = self.form == Form::Digits && self.fine < Decimal::ONE;
            return line(self.is_within(50)? || has_decimals, true);
        }
        line(false, gap < self.fine && self.is_within(100)? || is_round)
    }

    /// The window of a hedge: at least one of a share of the grain and one of the number.
    fn window(&self, grain: Decimal, thousandths: i64) -> Option<Decimal> {
        let size = self.value.abs();
        if self.form == Form::Fraction && self.coarse.is_zero() {
            return percent(size, thousandths);
        }
        Some(grain.min(percent(size, thousandths)?))
    }

    /// "35" is a half-way house between tens: its grain under a hedge is five.
    fn halfway(&self) -> Option<Decimal> {
        let five = self.fine.checked_mul(Decimal::from(5))?;
        let ten = self.fine.checked_mul(Decimal::TEN)?;
        let rest = if ten.is_zero() { Decimal::ZERO } else { self.value.abs().checked_rem(ten)? };
        Some(if rest == five { five } else { Decimal::ZERO })
    }

    /// A.
    fn approx(&self) -> Option<Agreement> {
        let grain = self.coarse.max(self.halfway()?).checked_div(Decimal::TWO)?;
        let tolerance = self.window(grain, 100)?.max(percent(self.value.abs(), 15)?);
        let gap = self.gap()?;
        line(gap <= tolerance, gap <= tolerance.checked_mul(Decimal::try_new(25, 1).ok()?)?)
    }

    /// B.
    fn below(&self) -> Option<Agreement> {
        let tolerance = self.window(self.coarse, 100)?.max(percent(self.value.abs(), 20)?);
        let start = self.value.checked_sub(tolerance)?;
        let far = start.checked_sub(tolerance)?;
        let past = self.value.checked_add(percent(self.value.abs(), 20)?)?;
        line(start <= self.canonical && self.is_over(), far <= self.canonical && self.canonical <= past)
    }

    /// Whether the truth lies below.
    fn is_over(&self) -> bool {
        self.canonical < self.value
    }

    /// B′.
    fn near(&self) -> Option<Agreement> {
        let tolerance = self.window(self.coarse, 100)?.max(percent(self.value.abs(), 20)?);
        let (start, end) =
            (self.value.checked_sub(tolerance)?, self.value.checked_add(percent(self.value.abs(), 20)?)?);
        let (far, past) =
            (start.checked_sub(tolerance)?, self.value.checked_add(percent(self.value.abs(), 50)?)?);
        let within = |from, to| from <= self.canonical && self.canonical <= to;
        line(within(start, end), within(far, past))
    }

    /// U.
    fn above(&self) -> Option<Agreement> {
        let half = self.coarse.checked_div(Decimal::TWO)?;
        let tolerance = self.window(half, 50)?.max(percent(self.value.abs(), 20)?);
        let end = self.value.checked_add(tolerance)?;
        let far = self.value.checked_add(tolerance.checked_mul(Decimal::from(3))?)?;
        let short = self.value.checked_sub(percent(self.value.abs(), 20)?)?;
        line(self.is_short() && self.canonical <= end, short <= self.canonical && self.canonical <= far)
    }

    /// G.
    fn more(&self) -> Option<Agreement> {
        let share = if self.form == Form::Fraction { 200 } else { 100 };
        let window = self.coarse.max(percent(self.value.abs(), share)?);
        let end = self.value.checked_add(window)?;
        let fine = self.fine.checked_div(Decimal::TWO)?;
        let just_short = !self.is_count && self.value.checked_sub(self.canonical)? <= fine;
        line(self.is_short() && self.canonical <= end, self.is_short() || just_short)
    }

    /// G!.
    fn well_over(&self) -> Option<Agreement> {
        let start = self.value.checked_add(percent(self.value.abs(), 100)?)?;
        let end = self.value.checked_mul(Decimal::from(3))?;
        line(start <= self.canonical && self.canonical <= end, self.is_short())
    }

    /// S.
    fn less(&self) -> Option<Agreement> {
        let window = self.coarse.max(percent(self.value.abs(), 100)?);
        let start = self.value.checked_sub(window)?;
        line(start <= self.canonical && self.is_over(), self.is_over() || !self.is_count && self.is_equal())
    }
}

/// `thousandths` of `value`, by tenths of a percent.
pub(crate) fn percent(value: Decimal, thousandths: i64) -> Option<Decimal> {
    value.checked_mul(Decimal::try_new(thousandths, 3).ok()?)
}
