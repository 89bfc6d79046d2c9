//! "Up N % to X from Y": a change held against what it changed from and to.

use crate::value::Kind;
use crate::value::Role;
use crate::value::Value;
use crate::verdict::arithmetic::Slip;
use crate::verdict::arithmetic::direction;
use crate::verdict::arithmetic::direction::Direction;
use crate::verdict::arithmetic::ends;
use crate::verdict::arithmetic::interval;
use crate::verdict::arithmetic::interval::Interval;
use crate::verdict::arithmetic::line::Line;
use crate::verdict::arithmetic::line::exact;
use crate::verdict::arithmetic::line::is_alike;
use crate::verdict::arithmetic::line::is_amount;
use rust_decimal::Decimal;

/// Words that say the change is measured on another base than the numbers beside it.
const OTHER_BASE: &[&[&str]] = &[
    &["comparable", "sales"],
    &["comparable", "basis"],
    &["organic"],
    &["organically"],
    &["constant"],
    &["adjusted"],
    &["annualized"],
    &["annualised"],
    &["like", "-", "for"],
    &["same", "-", "store"],
    &["excluding"],
    &["underlying"],
    &["inflation"],
    &["average"],
    &["normal"],
    &["usual"],
    &["expected"],
    &["expectations"],
    &["forecast"],
    &["forecasts"],
    &["target"],
];
/// How far from the change they may stand.
const NEAR_BASE: usize = 8;

/// Both ends of a change.
#[derive(Clone, Copy)]
struct Change<'v> {
    stated: &'v Value,
    from: &'v Value,
    to: &'v Value,
    direction: Direction,
}

/// The slip of the change that the value `at` states, if it states one.
pub(super) fn check(line: &Line<'_>, at: usize) -> Option<Slip> {
    let stated = line.values.get(at).filter(|stated| may_state(stated))?;
    exact(stated)?;
    let is_other = || is_on_other_base(line, at);
    let ends = ends::around(line, line.tokens_of(at));
    let (from, to) = ends.filter(|(from, to)| *from != at && *to != at)?;
    let direction =
        direction_of(line, at).or_else(|| restated(line, at, (from, to))).filter(|_| !is_other())?;
    let change = Change { stated, from: &line.values[from], to: &line.values[to], direction };
    let is_rate = |value: &Value| value.kind == Kind::Percent;
    let is_short = |value: &Value, other: &Value| is_rate(other) && is_bare(value);
    // "From 10 to 12 percent" leaves out the first sign.
    let is_rate = |value: &Value, other: &Value| is_rate(value) || is_short(value, other);
    match (stated.kind, is_rate(change.from, change.to), is_rate(change.to, change.from)) {
        (Kind::Points, true, true) => points(line, change),
        (Kind::Percent, true, true) => percent_of_percent(line, change),
        (Kind::Percent, false, false) => percent(line, change),
        (Kind::Money | Kind::Quantity | Kind::Count | Kind::Number, false, false) => amount(line, change),
        _ => None,
    }
}

/// "from $8,000 to $8,400, or 5 percent": the change said again, whichever way it went.
fn restated(line: &Line<'_>, at: usize, (from, to): (usize, usize)) -> Option<Direction> {
    let first = line.first(at);
    let is_again = first > to && first > 1 && line.follows(first - 2, &[",", "or"]);
    let is_end = line.is(line.after(at), &[".", ",", ";"]) || line.after(at) >= line.tokens.len();
    let is_up = exact(&line.values[to])? >= exact(&line.values[from])?;
    let direction = if is_up { Direction::Up } else { Direction::Down };
    (is_again && is_end && line.values[at].kind == Kind::Percent).then_some(direction)
}

/// Which way the change goes that a value states.
fn direction_of(line: &Line<'_>, at: usize) -> Option<Direction> {
    may_state(&line.values[at]).then(|| direction::of(line, at)).flatten()
}

/// Whether a value may state a change; an amount does only where its own verb says so.
fn may_state(value: &Value) -> bool {
    let is_told = matches!(value.role, Role::Up | Role::Down);
    matches!(value.kind, Kind::Percent | Kind::Points) || is_told && is_amount(value)
}

/// Whether a number has neither unit nor noun and may be a rate.
fn is_bare(value: &Value) -> bool {
    let is_small = exact(value).is_some_and(|number| number < Decimal::ONE_HUNDRED);
    value.unit.is_none() && value.noun.is_none() && is_small
}

fn is_on_other_base(line: &Line<'_>, at: usize) -> bool {
    if line.is_again_and_again(at) {
        return true;
    }
    let mut around = line.first(at).saturating_sub(NEAR_BASE)..line.after(at) + NEAR_BASE;
    around.any(|at| OTHER_BASE.iter().any(|words| line.follows(at, words)))
}

/// A change in percent of amounts.
fn percent(line: &Line<'_>, change: Change<'_>) -> Option<Slip> {
    let possible = relative(change)?;
    let (before, after) = (exact(change.from)?, exact(change.to)?);
    let computed = ratio(after, before)?.checked_sub(Decimal::ONE)?.checked_mul(Decimal::ONE_HUNDRED)?;
    let fits = signed(change)?.meets(possible);
    (!fits).then(|| slip(line, change, &format!("{:+}%", shown(computed))))
}

/// What is stated, below zero where it is a fall.
fn signed(change: Change<'_>) -> Option<Interval> {
    let stated = interval::stated(change.stated)?;
    Some(match change.direction {
        Direction::Up => stated,
        Direction::Down => Interval { low: -stated.high, high: -stated.low },
    })
}

/// The changes in percent that could be behind two rounded numbers.
fn relative(change: Change<'_>) -> Option<Interval> {
    let (from, to) = (interval::of(change.from)?, interval::of(change.to)?);
    if from.low <= Decimal::ZERO || to.low < Decimal::ZERO {
        return None;
    }
    let percent = |after, before| -> Option<Decimal> {
        ratio(after, before)?.checked_sub(Decimal::ONE)?.checked_mul(Decimal::ONE_HUNDRED)
    };
    Some(Interval { low: percent(to.low, from.high)?, high: percent(to.high, from.low)? })
}

fn ratio(after: Decimal, before: Decimal) -> Option<Decimal> {
    after.checked_div(before)
}

/// The differences that could be behind two rounded rates, in points.
fn difference(change: Change<'_>) -> Option<Interval> {
    let (from, to) = (interval::of(change.from)?, interval::of(change.to)?);
    Some(Interval { low: to.low.checked_sub(from.high)?, high: to.high.checked_sub(from.low)? })
}

/// A change in points of rates.
fn points(line: &Line<'_>, change: Change<'_>) -> Option<Slip> {
    let fits = signed(change)?.meets(difference(change)?);
    let computed = exact(change.to)?.checked_sub(exact(change.from)?)?;
    (!fits).then(|| slip(line, change, &format!("{:+} percentage points", shown(computed))))
}

/// A change in the unit of the ends themselves: "up $6 million, to $56 million from $50 million".
fn amount(line: &Line<'_>, change: Change<'_>) -> Option<Slip> {
    let is_measured = is_alike(change.stated, change.from) && is_alike(change.stated, change.to);
    let fits = signed(change)?.meets(difference(change)?);
    let computed = exact(change.to)?.checked_sub(exact(change.from)?)?;
    // A change as large as an end is mostly no change but another level: "up $50 million to".
    let is_level = [change.from, change.to].into_iter().any(|end| exact(end) == exact(change.stated));
    let unit = change.stated.unit.as_ref().map_or("", |unit| unit.name);
    let shown = format!("{:+} {unit}", computed.normalize());
    (is_measured && !is_level && !fits).then(|| slip(line, change, shown.trim_end()))
}

/// A change in percent of rates: often points are meant, and that is what the message says.
fn percent_of_percent(line: &Line<'_>, change: Change<'_>) -> Option<Slip> {
    let slip = percent(line, change)?;
    let computed = exact(change.to)?.checked_sub(exact(change.from)?)?;
    let expected = format!("{:+} percentage points, or {}", shown(computed), slip.expected);
    let computation = slip.computation.replace(&slip.expected, &expected);
    Some(Slip { computation, expected, ..slip })
}

/// A number with one decimal at most, more where it would be nothing.
fn shown(number: Decimal) -> Decimal {
    let short = number.round_dp(1);
    let number = if short.is_zero() { number.round_dp(3) } else { short };
    number.normalize()
}

fn slip(line: &Line<'_>, change: Change<'_>, computed: &str) -> Slip {
    let (from, to) = (line.words(change.from.core), line.words(change.to.core));
    Slip {
        span: change.stated.core,
        operands: vec![change.from.core, change.to.core],
        computation: format!("from {from} to {to} is {computed}"),
        expected: computed.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::verdict::arithmetic::find_in;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let slips = find_in(&Document::plain(text, None));
        let found: Vec<&str> = slips.iter().map(|slip| slip.span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn every_order_is_read() {
        for (right, wrong, rest) in [
            ("12%", "22%", "Harbour fees rose PCT to $3.14bn from $2.8bn."),
            ("12%", "22%", "Harbour fees rose PCT, from $2.8bn to $3.14bn."),
            ("22%", "42%", "The fleet shrank to 7 boats from 9, a drop of PCT."),
            ("20%", "40%", "Permits went from 1,050 to 1,260, a PCT increase."),
            ("2.6 pct", "6.2 pct", "The index was 113.1, up PCT from 110.2 for the year before."),
            ("15%", "51%", "The mill saw its profit fall PCT to $56m, against $66m a year earlier."),
            ("15%", "25%", "Profit fell PCT to $56m, or $2 a share, compared with $66m, or $3 a share."),
            ("50%", "40%", "The crews saw a PCT increase in torn nets, from 840 to 1,260."),
            ("50%", "30%", "Landings jumped from 30 to 45 — up PCT."),
            ("12 percent", "22 percent", "Fees rose $6 million, or PCT, to $56 million from $50 million."),
            ("25%", "35%", "Cargo in the two months fell PCT in the south to 30 tonnes from 40 tonnes."),
            ("30%", "40%", "The price went up PCT from $10.00 a barrel in 2010 to $13.00 a barrel in 2012."),
            ("10%", "20%", "Fees of $110 million were PCT higher than the $100 million of a year ago."),
            ("50%", "30%", "Landings, at 3,000 tonnes, were up PCT on the 2,000 tonnes of 2012."),
            ("40%", "60%", "Traffic was down PCT at 60 tonnes from 100 tonnes."),
            ("20%", "30%", "Cargo was 36 tonnes, compared with 30 tonnes in May, a rise of PCT."),
        ] {
            check(&rest.replace("PCT", right), &[]);
            check(&rest.replace("PCT", wrong), &[wrong]);
        }
    }

    #[test]
    fn the_wrong_way_is_a_slip() {
        check("Landings rose 15% to 56 tonnes from 66 tonnes.", &["15%"]);
    }

    #[test]
    fn hedges_and_rounding_are_allowed() {
        check("Landings nearly doubled to 39 tonnes from 20 tonnes.", &[]);
        check("Landings rose about 60% to 24 tonnes from 15 tonnes.", &[]);
        check("Landings rose more than 160%, from 208 to 554 tonnes.", &[]);
        check("Landings fell 6% to 1.1 million tonnes from 1.2 million.", &[]);
    }

    #[test]
    fn a_change_a_year_is_not_the_whole_change() {
        check("Landings grew 5% a year from 100 tonnes in 2010 to 163 tonnes in 2020.", &[]);
        check("Landings grew by 10 tonnes a year, from 100 tonnes to 200 tonnes.", &[]);
        check("Rain was 30% below average, at 70 mm, compared with 120 mm last year.", &[]);
    }

    #[test]
    fn years_and_other_bases_are_no_ends() {
        check("Landings fell 12% from 2009 to 2012.", &[]);
        check("Like-for-like sales rose 5% to $90m from $60m on a comparable basis.", &[]);
        check("Landings fell 14% from March to 104 tonnes.", &[]);
        check("Sales rose 5%, and exports to 30 ports from 20.", &[]);
    }

    #[test]
    fn percent_and_points_are_told_apart() {
        check("The rate rose 2 percentage points to 6% from 4%.", &[]);
        check("The rate rose 5 percentage points to 6% from 4%.", &["5 percentage points"]);
        check("The rate rose 2% to 6% from 4%.", &["2%"]);
        check("The rate rose 50% to 6% from 4%.", &[]);
        check("The tax rose from 10 to 12 percent, a 2% increase.", &["2%"]);
    }
}
