//! Percent, percentage points and basis points.

use crate::value::Kind;
use crate::value::draft::Draft;
use crate::value::number::Number;
use crate::value::scan::Scan;
use crate::value::unit::Unit;
use rust_decimal::Decimal;

/// The unit of percent.
pub(crate) fn unit() -> Unit {
    Unit::base("%", "percent")
}

/// The unit of percentage points.
fn points_unit() -> Unit {
    Unit::base("pp", "points")
}

/// Reads what makes `number` a percentage or a number of points.
pub(crate) fn read(scan: &Scan<'_>, first: usize, number: &Number) -> Option<Draft> {
    let at = scan.past_joint(number.end);
    if let Some((end, divisor)) = points(scan, at) {
        let unit = Some(points_unit());
        let draft = Draft { end, kind: Kind::Points, unit, ..Draft::bare(first, number) };
        return draft.scaled(Decimal::ONE.checked_div(divisor)?);
    }
    let end = sign(scan, at)?;
    Some(Draft { end, kind: Kind::Percent, unit: Some(unit()), ..Draft::bare(first, number) })
}

/// The place after "%" or "percent" at `at`.
fn sign(scan: &Scan<'_>, at: usize) -> Option<usize> {
    match scan.word(at) {
        "%" | "percent" | "percents" | "percentage" | "pct" => Some(at + 1),
        "per" if scan.word(at + 1) == "cent" => Some(at + 2),
        "pc" if scan.is_glued(at) => Some(at + 1),
        _ => None,
    }
}

/// The place after the name of a point at `at`, and how many of it are one percentage point.
fn points(scan: &Scan<'_>, at: usize) -> Option<(usize, Decimal)> {
    let is_point = |at| matches!(scan.word(at), "point" | "points");
    let one = Decimal::ONE;
    match scan.word(at) {
        "bp" | "bps" => Some((at + 1, Decimal::ONE_HUNDRED)),
        "pp" | "ppt" | "ppts" => Some((at + 1, one)),
        "basis" if is_point(scan.past_joint(at + 1)) => {
            Some((scan.past_joint(at + 1) + 1, Decimal::ONE_HUNDRED))
        }
        "percentage" | "percent" | "%" if is_point(scan.past_joint(at + 1)) => {
            Some((scan.past_joint(at + 1) + 1, one))
        }
        "point" | "points" if speaks_of_percent(scan, at) || is_part(scan, at) => Some((at + 1, one)),
        _ => None,
    }
}

/// "a quarter point", "half a point": nothing else is counted in such parts.
fn is_part(scan: &Scan<'_>, at: usize) -> bool {
    (1..=2).any(|back| matches!(scan.before(at, back), "half" | "quarter"))
}

/// Whether bare points are percentage points: a percentage stands near them.
fn speaks_of_percent(scan: &Scan<'_>, at: usize) -> bool {
    let near = at.saturating_sub(12)..at + 12;
    near.into_iter().any(|at| matches!(scan.word(at), "%" | "percent" | "percentage"))
}
