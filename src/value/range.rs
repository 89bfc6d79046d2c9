//! Two numbers as one value: "3 to 4 percent", "£5–7 million", "between 10 and 20", "52-48".

use crate::value::Amount;
use crate::value::Form;
use crate::value::Kind;
use crate::value::draft::Draft;
use crate::value::number;
use crate::value::role;
use crate::value::scan::Scan;
use crate::value::unit::Unit;
use rust_decimal::Decimal;

/// Words that make "52-48" a score or a vote.
#[rustfmt::skip]
const CONTESTS: &[&str] = &[
    "vote", "voted", "votes", "ruled", "ruling", "beat", "beats", "won", "win", "wins", "lost", "lose",
    "loss", "defeat", "defeated", "victory", "split", "majority", "draw", "drew", "score", "lead", "led",
    "decision", "margin", "passed", "approved", "rejected", "match", "against", "trailed", "confirmed",
];

/// What joins two numbers.
#[derive(Clone, Copy, PartialEq)]
enum Link {
    To,
    Dash,
    And,
    FromAnd,
    Or,
    Colon,
}

/// The draft with the second number of its range, read by `next`.
pub(crate) fn join(scan: &Scan<'_>, left: Draft, next: impl Fn(usize) -> Option<Draft>) -> Draft {
    let Some((link, at)) = link(scan, &left) else { return left };
    let Some(right) = next(skip_hedge(scan, at)) else { return left };
    joined(scan, &left, right, link).unwrap_or(left)
}

fn link(scan: &Scan<'_>, left: &Draft) -> Option<(Link, usize)> {
    let at = left.end;
    match scan.word(at) {
        "to" | "through" | "till" => Some((Link::To, at + 1)),
        "-" if scan.word(at + 1) == "to" && scan.is_hyphen(at + 2) => Some((Link::To, at + 3)),
        // "40- to 50-foot": the hyphen waits for its noun.
        "-" if is_waiting(scan, at) && scan.word(at + 1) == "to" => Some((Link::To, at + 2)),
        "-" if is_waiting(scan, at) && scan.word(at + 1) == "or" => Some((Link::Or, at + 2)),
        "and" if is_between(scan, left.first) => Some((Link::And, at + 1)),
        "and" if scan.before(left.first, 1) == "from" => Some((Link::FromAnd, at + 1)),
        "~" if scan.is_glued(at) && scan.is_glued(at + 1) => Some((Link::Dash, at + 1)),
        ":" if scan.is_glued(at) && scan.is_glued(at + 1) => Some((Link::Colon, at + 1)),
        "or" => Some((Link::Or, at + 1)),
        _ if scan.is_dash(at) => Some((Link::Dash, at + 1)),
        _ => None,
    }
}

/// Whether the hyphen at `at` is tied to the number before it alone.
fn is_waiting(scan: &Scan<'_>, at: usize) -> bool {
    scan.is_glued(at) && !scan.is_glued(at + 1)
}

fn is_between(scan: &Scan<'_>, first: usize) -> bool {
    scan.before(first, 1) == "between" || scan.before(first, 2) == "between"
}

/// "between 2 and about 7": a hedge inside a range says nothing of its own.
fn skip_hedge(scan: &Scan<'_>, at: usize) -> usize {
    at + usize::from(matches!(scan.word(at), "about" | "around" | "perhaps" | "maybe" | "even" | "~"))
}

fn joined(scan: &Scan<'_>, left: &Draft, right: Draft, link: Link) -> Option<Draft> {
    let is_plain = |draft: &Draft| draft.kind == Kind::Number;
    let left = &in_unit_of(in_millions(scan, left.clone(), &right), &right);
    let (low, high) = (left.exact()?, right.exact()?);
    if !(is_plain(left) || is_plain(&right) || left.kind == right.kind && is_same_unit(left, &right)) {
        return None;
    }
    if let Some(score) = score(scan, left, &right, link) {
        return Some(score);
    }
    let low = inherited(left, &right, low, high)?;
    let fits = low < high && is_range(scan, left, &right, link, (low, high));
    let unit = right.unit.clone().or_else(|| left.unit.clone());
    let kind = if is_plain(&right) { left.kind } else { right.kind };
    let grain = if is_plain(left) || is_plain(&right) || left.grain.fine < right.grain.fine {
        right.grain
    } else {
        left.grain
    };
    let first = left.first;
    fits.then_some(Draft { first, kind, amount: Amount::Range(low, high), unit, grain, ..right })
}

/// "1m-2m people": the first "m" is what the second one is, which its noun has told.
fn in_millions(scan: &Scan<'_>, left: Draft, right: &Draft) -> Draft {
    let is_letter = |draft: &Draft| draft.end.checked_sub(1).is_some_and(|at| scan.word(at) == "m");
    let is_metre = left.unit.as_ref().is_some_and(|unit| unit.name == "metre");
    let is_million = is_metre && is_letter(&left) && is_letter(right) && right.kind == Kind::Number;
    let scaled = is_million.then(|| left.clone().scaled(number::power(6)?)).flatten();
    scaled.map_or(left, |left| Draft { kind: Kind::Number, unit: None, ..left })
}

/// "18 months to three years", "900 m to 1.2 km": the first in the unit of the second.
fn in_unit_of(left: Draft, right: &Draft) -> Draft {
    let (Some(from), Some(to)) = (&left.unit, &right.unit) else { return left };
    let fits = from.dimension == to.dimension && from.per == to.per && from.name != to.name;
    let value = fits.then(|| left.exact()?.checked_mul(from.factor)?.checked_div(to.factor)).flatten();
    match value {
        Some(value) => Draft { amount: Amount::Exact(value), unit: right.unit.clone(), ..left },
        None => left,
    }
}

fn is_same_unit(left: &Draft, right: &Draft) -> bool {
    let per = |unit: &Option<Unit>| unit.as_ref().map(|unit| unit.name);
    per(&left.unit) == per(&right.unit)
}

/// The left number with the scale of the right one: "£5–7 million".
fn inherited(left: &Draft, right: &Draft, low: Decimal, high: Decimal) -> Option<Decimal> {
    let is_bare = left.grain.form == Form::Digits && right.grain.form == Form::Scaled;
    let scale = right.grain.fine;
    // "900,000 to 1.2 million" has its own scale; "5 to 7 million" has not.
    let is_small =
        is_bare && low < Decimal::ONE_THOUSAND && high > Decimal::ONE_THOUSAND && scale > Decimal::ONE;
    if !is_small {
        return Some(low);
    }
    let mut by = Decimal::ONE;
    while by.checked_mul(Decimal::ONE_THOUSAND)? <= high {
        by = by.checked_mul(Decimal::ONE_THOUSAND)?;
    }
    low.checked_mul(by)
}

fn is_range(
    scan: &Scan<'_>,
    left: &Draft,
    right: &Draft,
    link: Link,
    (low, high): (Decimal, Decimal),
) -> bool {
    match link {
        Link::And => true,
        Link::Colon => false,
        // "from 10 and 12 euros": two numbers with one unit.
        Link::FromAnd => left.kind == Kind::Number && right.kind != Kind::Number,
        Link::Dash => !is_year_pair(left, right),
        Link::Or => high.checked_sub(low).is_some_and(|gap| gap <= low) && right.first <= left.end + 2,
        // "rose from 10 to 12" is two levels, and so is "rose 5 percent to 12 percent".
        Link::To => {
            let is_change = role::changes_before(scan, left.first);
            !(is_change && (scan.before(left.first, 1) == "from" || left.kind != Kind::Number))
        }
    }
}

/// "1939-45" is for the reader of dates.
fn is_year_pair(left: &Draft, right: &Draft) -> bool {
    let is_year =
        |draft: &Draft| draft.exact().is_some_and(|v| v >= Decimal::from(1900) && v < Decimal::from(2100));
    is_year(left) && is_year(right) && left.kind == Kind::Number && right.kind == Kind::Number
}

/// "52-48", "3-1 vote": two numbers in the order written.
fn score(scan: &Scan<'_>, left: &Draft, right: &Draft, link: Link) -> Option<Draft> {
    let (a, b) = (left.exact()?, right.exact()?);
    let limit = Decimal::ONE_THOUSAND;
    let is_plain = left.kind == Kind::Number && right.kind == Kind::Number && a < limit && b < limit;
    let is_whole = is_plain && a.is_integer() && b.is_integer() && a >= Decimal::ZERO;
    let near = (left.first.saturating_sub(6)..left.first).chain(right.end..right.end + 3);
    let is_contest = near.into_iter().any(|at| CONTESTS.contains(&scan.word(at)));
    let ends = !scan.is_joint(right.end);
    let is_pair = match link {
        Link::Dash => is_contest && ends || a > b,
        Link::To => is_contest && a > b,
        Link::Colon => true,
        Link::And | Link::FromAnd | Link::Or => false,
    };
    let amount = Amount::Pair(a, b);
    (is_whole && is_pair).then(|| Draft {
        end: right.end,
        kind: Kind::Ratio,
        amount,
        unit: None,
        ..left.clone()
    })
}

#[cfg(test)]
mod tests {
    use crate::value::sample::check;

    #[test]
    fn the_first_number_takes_scale_and_unit_of_the_second() {
        check("It cost £5–7 million.", &["5,000,000 to 7,000,000 GBP"]);
        check("Waves of 40- to 50-foot hit it.", &["40 to 50 feet"]);
        check("A two- or three-year term.", &["2 to 3 years"]);
        check("It has 1m-2m users.", &["1,000,000 to 2,000,000"]);
        check("It is 1m-2m deep.", &["1 to 2 metres"]);
    }

    #[test]
    fn two_units_of_one_kind_are_one_range() {
        check("It lasts 18 months to three years.", &["1.5 to 3 years"]);
        check("It is 900 m to 1.2 km long.", &["0.9 to 1.2 kilometres"]);
    }

    #[test]
    fn scores_and_ratios_keep_their_order() {
        check("It won 3-1.", &["3-1"]);
        check("A 14:1 ratio.", &["14-1"]);
        check("He read John 3:8.", &[]);
    }

    #[test]
    fn two_levels_are_no_range() {
        check("It rose from 10 to 12 km.", &["10", "12 kilometres"]);
    }
}
