//! Whether a mention agrees with a canonical value.
//!
//! An unhedged number is held to its own rounding, a hedged one to the
//! window its hedge opens. Numbers are brought to one scale first (see `convert`), then the line of
//! the table that fits the mention is asked, and it alone decides.

use crate::value::Amount;
use crate::value::Form;
use crate::value::Kind;
use crate::value::Modifier;
use crate::value::Role;
use crate::value::Value;
use crate::value::convert;
use crate::value::decision;
use crate::value::decision::Claim;
use rust_decimal::Decimal;

/// How a mention stands to the truth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// It is the truth, or a fair rounding of it.
    Consistent,
    /// True, but rounded more than its words admit.
    Imprecise,
    /// It is not the truth.
    Contradicts,
    /// It is measured in something else and says nothing of the truth.
    Incomparable,
}

/// What a fact says of its own values.
#[derive(Clone, Copy, Debug, Default)]
pub struct Terms {
    /// Things one can count: rounding is a contradiction below 100.
    pub is_count: bool,
    /// The truth may have grown since.
    pub evolving: bool,
    /// Days by which a date may differ.
    pub slack_days: i32,
}

/// Compares `mention` with the canonical value `truth`, which [`crate::value::read`] read too.
pub fn agreement(truth: &Value, mention: &Value, terms: Terms) -> Agreement {
    match (&truth.amount, &mention.amount) {
        (Amount::Pair(a, b), Amount::Pair(c, d)) if truth.kind == Kind::Ratio => equal((a, b) == (c, d)),
        (Amount::Label(label), Amount::Label(other)) => equal(label.eq_ignore_ascii_case(other)),
        _ => numbers(truth, mention, terms),
    }
}

fn equal(is_equal: bool) -> Agreement {
    if is_equal { Agreement::Consistent } else { Agreement::Contradicts }
}

/// Compares where both are numbers.
fn numbers(truth: &Value, mention: &Value, terms: Terms) -> Agreement {
    if let Some(verdict) = roles(truth, mention) {
        return verdict;
    }
    if is_slip(truth, mention) {
        return Agreement::Contradicts;
    }
    let Some((low, high)) = bounds(truth) else { return Agreement::Incomparable };
    let readings = match mention.amount {
        Amount::Pair(a, b) if mention.kind == Kind::Factor => vec![a, b],
        Amount::Exact(value) => vec![value],
        Amount::Range(from, to) => return range(truth, mention, (low, high), (from, to)),
        _ => return Agreement::Incomparable,
    };
    readings
        .into_iter()
        .filter_map(|value| against(truth, mention, value, terms))
        .min_by_key(|verdict| rank(*verdict))
        .unwrap_or(Agreement::Incomparable)
}

fn rank(verdict: Agreement) -> u8 {
    match verdict {
        Agreement::Consistent => 0,
        Agreement::Imprecise => 1,
        Agreement::Contradicts => 2,
        Agreement::Incomparable => 3,
    }
}

/// What the roles decide alone: opposite changes contradict, a change says nothing of a level.
fn roles(truth: &Value, mention: &Value) -> Option<Agreement> {
    // A factor is a change by itself, whichever verb it stands by.
    let is_factor = |value: &Value| value.kind == Kind::Factor;
    let is_change = |value: &Value| matches!(value.kind, Kind::Factor | Kind::Points);
    match (truth.role, mention.role) {
        (Role::Up, Role::Down) | (Role::Down, Role::Up) => Some(Agreement::Contradicts),
        (_, Role::From) => Some(Agreement::Incomparable),
        (Role::Up | Role::Down, Role::Level | Role::To) if !is_factor(mention) => {
            Some(Agreement::Incomparable)
        }
        // A truth in points or factors is a change whether it says so or not.
        (Role::Level | Role::To, Role::Up | Role::Down) if !is_factor(mention) && !is_change(truth) => {
            Some(Agreement::Incomparable)
        }
        _ => None,
    }
}

/// Percent where points are true, or the other way about: the classic slip.
fn is_slip(truth: &Value, mention: &Value) -> bool {
    let is = |value: &Value, kind| value.kind == kind;
    let is_crossed = is(truth, Kind::Percent) && is(mention, Kind::Points)
        || is(truth, Kind::Points) && is(mention, Kind::Percent);
    is_crossed && truth.amount == mention.amount && truth.amount_is_exact()
}

impl Value {
    fn amount_is_exact(&self) -> bool {
        matches!(self.amount, Amount::Exact(_))
    }
}

/// The lowest and highest number the truth admits.
fn bounds(truth: &Value) -> Option<(Decimal, Decimal)> {
    match truth.amount {
        Amount::Exact(value) => Some((value, value)),
        Amount::Range(low, high) => Some((low, high)),
        Amount::Pair(..) | Amount::Dates(_) | Amount::Label(_) => None,
    }
}

/// Judges one reading of the mention.
fn against(truth: &Value, mention: &Value, value: Decimal, terms: Terms) -> Option<Agreement> {
    let (low, high) = bounds(truth)?;
    let low = convert::common(truth, mention, low)?;
    let high = convert::common(truth, mention, high)?;
    let canonical = value.clamp(low.min(high), low.max(high));
    if low != high && canonical == value {
        return Some(Agreement::Consistent);
    }
    if !terms.is_count && is_finer(truth, mention, value) {
        return Some(Agreement::Consistent);
    }
    let grain = &mention.grain;
    let claim = Claim {
        value,
        canonical,
        fine: grain.fine,
        coarse: grain.coarse,
        form: grain.form,
        is_count: terms.is_count,
        evolving: terms.evolving,
    };
    claim.judge(mention.modifier)
}

/// "8,848.86 metres" where the fact says 8,849: a mention that is more exact and rounds to the truth.
///
/// A truth in few digits ("4%") may be meant to the last of them, so it must be written with a scale
/// word ("$4.2 billion") and differ by no more than a twentieth, or by no more than a thousandth.
fn is_finer(truth: &Value, mention: &Value, value: Decimal) -> bool {
    let Amount::Exact(rounded) = truth.amount else { return false };
    let Some(gap) = value.checked_sub(rounded).map(|gap| gap.abs()) else { return false };
    let is_within =
        |thousandths| decision::percent(rounded.abs(), thousandths).is_some_and(|most| gap <= most);
    let is_rounding = truth.grain.form == Form::Scaled && is_within(50) || is_within(1);
    mention.modifier == Modifier::Exact
        && truth.kind == mention.kind
        && truth.unit == mention.unit
        && mention.grain.fine < truth.grain.fine
        && gap + gap <= truth.grain.fine
        && is_rounding
}

/// The number of `truth` in the unit that `mention` is written in, where there is one such number.
pub fn in_unit_of(truth: &Value, mention: &Value) -> Option<Decimal> {
    let Amount::Exact(number) = truth.amount else { return None };
    convert::common(truth, mention, number)
}

/// Whether two measures are one, each rounded in its own unit; nothing if they cannot be compared.
pub fn is_same(one: &Value, other: &Value) -> Option<bool> {
    let (low, high) = bounds(one)?;
    let (from, to) = bounds(other)?;
    let there = rounds_to(one, other, low, from)? && rounds_to(one, other, high, to)?;
    let back = rounds_to(other, one, from, low)? && rounds_to(other, one, to, high)?;
    Some(there || back || is_same_step(one, other, (low, from)))
}

/// Whether `number` of `one` is `other` within a grain, of which a tenth of the number is the most.
fn rounds_to(one: &Value, other: &Value, number: Decimal, written: Decimal) -> Option<bool> {
    let number = convert::common(one, other, number)?;
    let grain = other.grain.coarse.min(decision::percent(written.abs(), 100)?).max(other.grain.fine);
    Some(number.checked_sub(written)?.abs() <= grain)
}

/// Whether two differences of temperature are one: a step of five degrees Celsius is nine Fahrenheit.
fn is_same_step(one: &Value, other: &Value, (a, b): (Decimal, Decimal)) -> bool {
    let name = |value: &Value| value.unit.as_ref().map_or("", |unit| unit.name);
    let (celsius, fahrenheit) = match (name(one), name(other)) {
        ("celsius", "fahrenheit") => (a, b),
        ("fahrenheit", "celsius") => (b, a),
        _ => return false,
    };
    let grain = one.grain.fine.max(other.grain.fine);
    let step = celsius.checked_mul(Decimal::from(9)).and_then(|nine| nine.checked_div(Decimal::from(5)));
    step.and_then(|step| step.checked_sub(fahrenheit)).is_some_and(|gap| gap.abs() <= grain)
}

/// R and V: a mention with two ends.
fn range(
    truth: &Value,
    mention: &Value,
    (low, high): (Decimal, Decimal),
    (from, to): (Decimal, Decimal),
) -> Agreement {
    let ends = convert::common(truth, mention, low).zip(convert::common(truth, mention, high));
    // "six-figure sum" names no currency, and a vague age or time no unit of its own.
    let ends = ends.or_else(|| (mention.unit.is_none() && truth.kind == mention.kind).then_some((low, high)));
    let Some((low, high)) = ends else { return Agreement::Incomparable };
    if low <= to && from <= high && (from <= low && high <= to || low < high) {
        return Agreement::Consistent;
    }
    let gap = if low > to { low.checked_sub(to) } else { from.checked_sub(high) };
    let is_near = match mention.grain.form {
        Form::Vague => {
            from.checked_div(Decimal::TWO) <= Some(low) && Some(low) <= to.checked_mul(Decimal::TWO)
        }
        Form::Digits | Form::Scaled | Form::Fraction => {
            let slack = (mention.grain.fine / Decimal::TWO)
                .max(decision::percent(low.abs(), 20).unwrap_or(Decimal::ZERO));
            gap.is_some_and(|gap| gap <= slack)
        }
    };
    if is_near { Agreement::Imprecise } else { Agreement::Contradicts }
}

#[cfg(test)]
mod tests {
    use super::Agreement;
    use super::Terms;
    use super::agreement;
    use crate::span::Span;
    use crate::token;
    use crate::value::Role;
    use crate::value::read;
    use Agreement::Consistent;
    use Agreement::Contradicts;
    use Agreement::Imprecise;
    use Agreement::Incomparable;

    #[track_caller]
    fn judge(truth: &str, role: Role, text: &str, terms: Terms) -> Agreement {
        let mut truth = read::one(truth).unwrap();
        truth.role = role;
        let tokens = token::split(text, Span::new(0, text.len()));
        let values = read::sentence(text, &tokens, None);
        agreement(&truth, values.first().unwrap_or_else(|| panic!("no value in {text:?}")), terms)
    }

    /// Holds a measure against the first value of a text.
    #[track_caller]
    fn check(truth: &str, text: &str, expected: Agreement) {
        assert_eq!(judge(truth, Role::Level, text, Terms::default()), expected, "{text}");
    }

    /// Holds a count of harbours against one in a text.
    #[track_caller]
    fn check_count(truth: &str, text: &str, expected: Agreement) {
        let terms = Terms { is_count: true, ..Terms::default() };
        assert_eq!(judge(truth, Role::Level, text, terms), expected, "{text}");
    }

    /// Holds a rise against a text.
    #[track_caller]
    fn check_rise(truth: &str, text: &str, expected: Agreement) {
        assert_eq!(judge(truth, Role::Up, text, Terms::default()), expected, "{text}");
    }

    #[test]
    fn small_counts_are_exact() {
        check_count("32", "32 harbours", Consistent);
        check_count("32", "thirty-two harbours", Consistent);
        check_count("32", "30 harbours", Contradicts);
        check_count("32", "31 harbours", Contradicts);
    }

    #[test]
    fn hedged_counts_have_windows() {
        check_count("32", "about 30 harbours", Consistent);
        check_count("32", "more than 30 harbours", Consistent);
        check_count("32", "more than 32 harbours", Contradicts);
        check_count("32", "at least 30 harbours", Imprecise);
        check_count("32", "more than 20 harbours", Imprecise);
        check_count("32", "nearly 40 harbours", Imprecise);
        check_count("32", "almost 30 harbours", Contradicts);
        check_count("32", "dozens of harbours", Consistent);
        check_count("32", "hundreds of harbours", Contradicts);
    }

    #[test]
    fn large_numbers_may_be_rounded() {
        check("2,987,412", "3 million", Consistent);
        check("2,987,412", "2.9 million", Imprecise);
        check("2,987,412", "more than 3 million", Imprecise);
        check("2,987,412", "2,987,421", Contradicts);
    }

    #[test]
    fn factors_are_changes() {
        check_rise("295%", "Visits nearly quadrupled.", Consistent);
        check_rise("295%", "Visits nearly tripled.", Contradicts);
        check_rise("295%", "Visits more than tripled.", Consistent);
        check_rise("295%", "Visits rose 295 percent.", Consistent);
        check_rise("295%", "Visits fell 295 percent.", Contradicts);
        check_rise("295%", "Visits were 295 times the average.", Contradicts);
        check_rise("50%", "Visits rose by half.", Consistent);
    }

    #[test]
    fn changes_say_nothing_of_levels() {
        check_count("32", "The league gained two harbours.", Incomparable);
        check_count("32", "The league grew from 30 harbours.", Incomparable);
        check_count("32", "The league grew to 32 harbours.", Consistent);
        check("$100 million", "Sales rose $5 million.", Incomparable);
        check("$100 million", "The firm raised $90 million.", Contradicts);
        check("25 basis points", "The bank raised rates by 50 basis points.", Contradicts);
        check_rise("295%", "Visits rose to 295 percent of the average.", Incomparable);
        check_rise("295%", "The increase was 259 percent.", Contradicts);
    }

    #[test]
    fn fractions_are_percentages() {
        check("34.2%", "about a third of the boats", Consistent);
        check("34.2%", "one in three boats", Consistent);
        check("42%", "about a third of the boats", Contradicts);
    }

    #[test]
    fn points_are_no_percentages() {
        check("10 percentage points", "10 percent", Contradicts);
        check("10 percentage points", "10 percentage points", Consistent);
    }

    #[test]
    fn currencies_are_never_converted() {
        check("$5 million", "€5 million", Incomparable);
        check("US$5 million", "$5 million", Consistent);
        check("$5 a barrel", "$5", Incomparable);
    }

    #[test]
    fn lengths_are_converted_and_rounded_as_written() {
        check("2,000 km", "1,240 miles", Imprecise);
        check("2,000 km", "1,243 miles", Consistent);
        check("10 degrees Celsius", "50 degrees Fahrenheit", Consistent);
    }

    #[test]
    fn a_toll_may_have_grown() {
        let terms = Terms { is_count: true, evolving: true, slack_days: 0 };
        assert_eq!(judge("67", Role::Level, "at least 60 boats", terms), Consistent);
        assert_eq!(judge("67", Role::Level, "at least 70 boats", terms), Contradicts);
    }
}
