//! The decision table: for each hedge, where the truth must lie for a number to be consistent, and
//! where for it to be imprecise. What lies in neither contradicts.
//!
//! Windows are written around the number `v` as it stands in the text, in tolerances `t` of that
//! line, in thousandths of `v`, and in halves of its fine grain. [`TABLE`] holds the hedged lines; the
//! lines of a number without a hedge ask for the way it is written and are in `unhedged`.

use crate::value::Form;
use crate::value::Modifier;
use crate::value::compare::Agreement;
use Edge::At;
use Edge::Beyond;
use Edge::Far;
use Edge::HalfGrainBelow;
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

/// One end of a window.
#[derive(Clone, Copy)]
enum Edge {
    /// No limit.
    Far,
    /// `v` plus so many tenths of `t` and thousandths of `v`, the end included.
    At(i64, i64),
    /// `v` itself, not included.
    Beyond,
    /// Half a fine grain below `v`, included.
    HalfGrainBelow,
}

/// From one edge to another.
type Window = (Edge, Edge);

/// How far from `v` the truth may lie under a hedge.
#[derive(Clone, Copy)]
enum Tolerance {
    /// The lesser of so many halves of the coarse grain and of a share of `v`, but at least another
    /// share; all shares in thousandths. A verb or fraction in words takes the share alone.
    Lesser { halves: i64, share: i64, least: i64 },
    /// The greater of the coarse grain and a share, for fractions in words another share.
    Greater { share: i64, of_fractions: i64 },
}

/// A line of the table.
struct Row {
    modifier: Modifier,
    tolerance: Tolerance,
    consistent: Window,
    /// The same for a truth that may have grown since.
    evolving: Window,
    imprecise: Window,
    /// The same for what is measured and not counted.
    measured: Window,
}

const fn row(modifier: Modifier, tolerance: Tolerance, consistent: Window, imprecise: Window) -> Row {
    Row { modifier, tolerance, consistent, evolving: consistent, imprecise, measured: imprecise }
}

const NEARLY: Tolerance = Tolerance::Lesser { halves: 2, share: 100, least: 20 };
const MORE: Tolerance = Tolerance::Greater { share: 100, of_fractions: 200 };
const LESS: Tolerance = Tolerance::Greater { share: 100, of_fractions: 100 };
/// `v` itself.
const EQUAL: Edge = At(0, 0);

/// The hedged lines, by their letters.
#[rustfmt::skip]
const TABLE: &[Row] = &[
    // A: the least tolerance keeps "about 2,950" right for 2,987.
    row(Modifier::Approx, Tolerance::Lesser { halves: 1, share: 100, least: 15 }, (At(-10, 0), At(10, 0)), (At(-25, 0), At(25, 0))),
    // B: once the truth has reached the number, "nearly" is only loose.
    row(Modifier::Below, NEARLY, (At(-10, 0), Beyond), (At(-20, 0), At(0, 20))),
    // B′
    row(Modifier::Near, NEARLY, (At(-10, 0), At(0, 20)), (At(-20, 0), At(0, 50))),
    // U
    row(Modifier::Above, Tolerance::Lesser { halves: 1, share: 50, least: 20 }, (Beyond, At(10, 0)), (At(0, -20), At(30, 0))),
    // G: far above is true but misleads; a measure may be short by its rounding.
    Row { measured: (HalfGrainBelow, Far), ..row(Modifier::More, MORE, (Beyond, At(10, 0)), (Beyond, Far)) },
    // G+
    Row { measured: (HalfGrainBelow, Far), ..row(Modifier::Plus, MORE, (EQUAL, At(10, 0)), (EQUAL, Far)) },
    // G!
    row(Modifier::WellOver, MORE, (At(0, 100), At(0, 2_000)), (Beyond, Far)),
    // L: a toll that grows passes its first counts.
    Row { evolving: (EQUAL, Far), ..row(Modifier::AtLeast, MORE, (EQUAL, EQUAL), (EQUAL, Far)) },
    // S
    Row { measured: (Far, EQUAL), ..row(Modifier::Less, LESS, (At(-10, 0), Beyond), (Far, Beyond)) },
    // M
    Row { evolving: (Far, EQUAL), ..row(Modifier::AtMost, LESS, (EQUAL, EQUAL), (Far, EQUAL)) },
];

/// The verdict of a line of the table: consistent, else imprecise, else contradicts.
fn line(consistent: bool, imprecise: bool) -> Option<Agreement> {
    Some(match (consistent, imprecise) {
        (true, _) => Agreement::Consistent,
        (false, true) => Agreement::Imprecise,
        (false, false) => Agreement::Contradicts,
    })
}

impl Claim {
    /// The verdict of the line for `modifier`; nothing where a number is too large to reckon with.
    pub(crate) fn judge(&self, modifier: Modifier) -> Option<Agreement> {
        let Some(row) = TABLE.iter().find(|row| row.modifier == modifier) else { return self.unhedged() };
        let tolerance = self.tolerance(row.tolerance)?;
        let consistent = if self.evolving { row.evolving } else { row.consistent };
        let imprecise = if self.is_count { row.imprecise } else { row.measured };
        line(self.is_inside(consistent, tolerance)?, self.is_inside(imprecise, tolerance)?)
    }

    fn is_inside(&self, (low, high): Window, tolerance: Decimal) -> Option<bool> {
        let is_above = match low {
            Far => true,
            Beyond => self.canonical > self.value,
            edge => self.canonical >= self.place(edge, tolerance)?,
        };
        let is_below = match high {
            Far => true,
            Beyond => self.canonical < self.value,
            edge => self.canonical <= self.place(edge, tolerance)?,
        };
        Some(is_above && is_below)
    }

    /// Where an edge lies.
    fn place(&self, edge: Edge, tolerance: Decimal) -> Option<Decimal> {
        match edge {
            At(tenths, thousandths) => {
                let steps = tolerance.checked_mul(Decimal::try_new(tenths, 1).ok()?)?;
                self.value.checked_add(steps)?.checked_add(percent(self.value.abs(), thousandths)?)
            }
            HalfGrainBelow => self.value.checked_sub(self.fine.checked_div(Decimal::TWO)?),
            Beyond | Far => Some(self.value),
        }
    }

    fn tolerance(&self, tolerance: Tolerance) -> Option<Decimal> {
        let size = self.value.abs();
        match tolerance {
            Tolerance::Lesser { share, least, .. } if self.is_wordless() => {
                Some(percent(size, share)?.max(percent(size, least)?))
            }
            Tolerance::Lesser { halves, share, least } => {
                let grain = if halves == 1 { self.coarse.max(self.halfway()?) } else { self.coarse };
                let grain = grain.checked_mul(Decimal::try_new(halves * 5, 1).ok()?)?;
                Some(grain.min(percent(size, share)?).max(percent(size, least)?))
            }
            Tolerance::Greater { share, of_fractions } => {
                let share = if self.form == Form::Fraction { of_fractions } else { share };
                Some(self.coarse.max(percent(size, share)?))
            }
        }
    }

    /// Whether no digit was written that could be rounded: "a third".
    fn is_wordless(&self) -> bool {
        self.form == Form::Fraction && self.coarse.is_zero()
    }

    /// "35" is a half-way house between tens: its grain under a hedge is five.
    fn halfway(&self) -> Option<Decimal> {
        let five = self.fine.checked_mul(Decimal::from(5))?;
        let ten = self.fine.checked_mul(Decimal::TEN)?;
        let rest = if ten.is_zero() { Decimal::ZERO } else { self.value.abs().checked_rem(ten)? };
        Some(if rest == five { five } else { Decimal::ZERO })
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
        if self.value == self.canonical {
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
}

/// `thousandths` of `value`, by tenths of a percent.
pub(crate) fn percent(value: Decimal, thousandths: i64) -> Option<Decimal> {
    value.checked_mul(Decimal::try_new(thousandths, 3).ok()?)
}

#[cfg(test)]
mod tests {
    use crate::span::Span;
    use crate::token;
    use crate::value::compare;
    use crate::value::compare::Agreement;
    use crate::value::compare::Terms;
    use crate::value::read;

    /// Each line of the table: its letter, the truth, and mentions that are consistent, imprecise and
    /// contradict. A truth in boats is a count.
    type Line = (
        &'static str,
        &'static str,
        &'static [&'static str],
        &'static [&'static str],
        &'static [&'static str],
    );

    #[rustfmt::skip]
    const LINES: &[Line] = &[
        ("E1", "32 boats", &["32 boats", "thirty-two boats"], &[], &[]),
        ("E2", "34%", &["a third"], &[], &["a quarter", "half"]),
        ("E2", "36%", &[], &["a third"], &["a quarter"]),
        ("E3", "32 boats", &["32 boats"], &[], &["30 boats", "31 boats"]),
        ("E3", "12,480 boats", &["12,480 boats"], &["12,500 boats", "12,000 boats"], &["13,000 boats"]),
        ("E4", "2,987,412", &["3 million", "2.99 million"], &[], &["2.8 million"]),
        ("E4", "34.2%", &["34%", "34.2%"], &[], &["36%"]),
        ("E5", "2,987,412", &[], &["2.9 million"], &["3.2 million"]),
        ("E6", "295%", &["295%"], &["300%"], &["310%", "259%"]),
        ("A", "32 boats", &["about 30 boats", "some 32 boats", "30 boats or so"], &["about 35 boats"], &["about 50 boats"]),
        ("B", "295%", &["nearly 300%", "almost 300%"], &["nearly 310%"], &["nearly 200%", "nearly 400%"]),
        ("B", "32 boats", &["nearly 33 boats"], &["nearly 32 boats", "nearly 40 boats"], &["nearly 30 boats"]),
        ("B'", "295%", &["close to 300%", "close to 290%"], &["close to 285%"], &["close to 200%"]),
        ("U", "305%", &["just over 300%"], &["just over 305%", "just over 310%"], &["just over 400%", "just over 200%"]),
        ("G", "32 boats", &["more than 30 boats", "over 31 boats"], &["more than 20 boats"], &["more than 32 boats", "more than 40 boats"]),
        ("G", "2,987,412", &["more than 2.9 million"], &["more than 3 million"], &["more than 3.1 million"]),
        ("G+", "32 boats", &["32-plus boats", "30-plus boats", "32 or more boats"], &["20-plus boats"], &["33-plus boats"]),
        ("G!", "32 boats", &["well over 25 boats", "far more than 20 boats"], &["well over 31 boats"], &["well over 32 boats"]),
        ("L", "32 boats", &["at least 32 boats"], &["at least 30 boats"], &["at least 33 boats"]),
        ("S", "32 boats", &["fewer than 33 boats", "fewer than 40 boats"], &["fewer than 90 boats"], &["fewer than 32 boats", "fewer than 30 boats"]),
        ("S", "50%", &["under 51%"], &["under 50%"], &["under 49%"]),
        ("M", "32 boats", &["up to 32 boats"], &["up to 40 boats", "no more than 33 boats"], &["up to 30 boats"]),
        ("O", "32 boats", &["only 32 boats", "exactly 32 boats"], &[], &["only 31 boats"]),
        ("R", "32 boats", &["30 to 40 boats", "between 31 and 33 boats"], &[], &["20 to 30 boats"]),
        ("R", "3.98%", &["3.9 to 4.1%"], &["4 to 5%"], &["1 to 2%"]),
        ("V", "32 boats", &["dozens of boats"], &["scores of boats"], &["hundreds of boats", "several boats"]),
        ("V", "2,500 boats", &["thousands of boats"], &[], &["millions of boats"]),
    ];

    #[track_caller]
    fn judge(truth: &str, mention: &str, evolving: bool) -> Agreement {
        let truth = read::one(truth).unwrap();
        let tokens = token::split(mention, Span::new(0, mention.len()));
        let values = read::sentence(mention, &tokens, None);
        let terms = Terms { is_count: truth.noun.is_some(), evolving, slack_days: 0 };
        compare::agreement(&truth, values.first().unwrap_or_else(|| panic!("nothing in {mention:?}")), terms)
    }

    #[track_caller]
    fn check(line: &Line, mentions: &[&str], expected: Agreement) {
        for mention in mentions {
            assert_eq!(judge(line.1, mention, false), expected, "{}: {mention:?} for {}", line.0, line.1);
        }
    }

    #[test]
    fn each_line_has_its_verdicts() {
        for line in LINES {
            check(line, line.2, Agreement::Consistent);
            check(line, line.3, Agreement::Imprecise);
            check(line, line.4, Agreement::Contradicts);
        }
    }

    #[test]
    fn a_truth_that_grows_passes_its_bounds() {
        assert_eq!(judge("67 boats", "at least 60 boats", true), Agreement::Consistent);
        assert_eq!(judge("67 boats", "at least 70 boats", true), Agreement::Contradicts);
        assert_eq!(judge("67 boats", "up to 70 boats", true), Agreement::Consistent);
        assert_eq!(judge("67 boats", "up to 60 boats", true), Agreement::Contradicts);
    }
}
