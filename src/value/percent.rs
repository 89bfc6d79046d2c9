//! Percent, percentage points and basis points.

use crate::value::Kind;
use crate::value::draft::Draft;
use crate::value::number;
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
    if let Some((end, divisor)) = points(scan, first, at) {
        let unit = Some(points_unit());
        let draft = Draft { end, kind: Kind::Points, unit, ..Draft::bare(first, number) };
        return draft.scaled(Decimal::ONE.checked_div(divisor)?);
    }
    let end = sign(scan, at)?;
    Some(Draft { end, kind: Kind::Percent, unit: Some(unit()), ..Draft::bare(first, number) })
}

/// "a percentage point", "a full point": one of them.
pub(crate) fn article(scan: &Scan<'_>, at: usize) -> Option<Draft> {
    if !matches!(scan.word(at), "a" | "one") {
        return None;
    }
    let is_full = matches!(scan.word(at + 1), "full" | "whole" | "single");
    let start = at + 1 + usize::from(is_full);
    let is_named = matches!(scan.word(start), "percentage" | "basis") || is_full;
    let is_one = is_named && !scan.is_joint(start + 2);
    is_one.then(|| read(scan, at, &number::one(start)))?.filter(|draft| draft.kind == Kind::Points)
}

/// The place after "%" or "percent" at `at`.
fn sign(scan: &Scan<'_>, at: usize) -> Option<usize> {
    match scan.word(at) {
        "%" | "percent" | "percents" | "percentage" | "pct" => Some(at + 1),
        "per" if scan.word(scan.past_joint(at + 1)) == "cent" => Some(scan.past_joint(at + 1) + 1),
        "pc" if scan.is_glued(at) => Some(at + 1),
        "p.c" | "p.c." => Some(at + 1),
        _ => None,
    }
}

/// The place after the name of a point at `at`, and how many of it are one percentage point.
fn points(scan: &Scan<'_>, first: usize, at: usize) -> Option<(usize, Decimal)> {
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
        "point" | "points" if is_of_percent(scan, first, at) || is_part(scan, at) => Some((at + 1, one)),
        _ => None,
    }
}

/// "a quarter point", "half a point": nothing else is counted in such parts.
fn is_part(scan: &Scan<'_>, at: usize) -> bool {
    (1..=2).any(|back| matches!(scan.before(at, back), "half" | "quarter"))
}

/// Whether bare points from `first` on are percentage points: a percentage stands near them, and is
/// not the same change in another measure, as in "0.4 percent, or 171 points".
fn is_of_percent(scan: &Scan<'_>, first: usize, at: usize) -> bool {
    let is_index = |at: usize| scan.word(at) == "," && scan.word(at + 1) == "or";
    if is_index(at + 1) || first.checked_sub(2).is_some_and(is_index) || scan.before(first, 1) == "or" {
        return false;
    }
    let near = at.saturating_sub(12)..at + 12;
    near.into_iter().any(|at| matches!(scan.word(at), "%" | "percent" | "percentage"))
}

#[cfg(test)]
mod tests {
    use crate::value::sample::check;

    #[test]
    fn percent_has_many_spellings() {
        check("It is 4%, 4 percent, 4 per cent, 4 pct or 4 p.c. of it.", &["4%"; 5]);
        check("It is half of one percent, or three-quarters of 1 percent.", &["0.5%", "0.75%"]);
        check("It is 7-1/2 percent.", &["7.5%"]);
        check("A 3-per-cent rise", &["3%"]);
    }

    #[test]
    fn points_are_told_from_percent() {
        check("It rose a full percentage point.", &["1 percentage point"]);
        check("It rose 25 basis points, or 25bps.", &["0.25 percentage points"; 2]);
        check("It slipped 4 points to 47 percent.", &["4 percentage points", "47%"]);
    }

    #[test]
    fn points_of_an_index_are_counted() {
        check("It gained 0.4 percent, or 171 points.", &["0.4%", "171"]);
        check("It scored 12 points.", &["12"]);
    }
}
