//! "Doubled from 40 to 80": how many times a thing became, held against what it changed from and to.

use crate::span::Span;
use crate::value::Kind;
use crate::value::Modifier;
use crate::value::Role;
use crate::verdict::arithmetic::Slip;
use crate::verdict::arithmetic::ends;
use crate::verdict::arithmetic::interval;
use crate::verdict::arithmetic::interval::Interval;
use crate::verdict::arithmetic::line::Line;
use crate::verdict::arithmetic::line::exact;
use crate::verdict::arithmetic::line::is_alike;
use rust_decimal::Decimal;
use std::ops::Range;

/// A multiplication that a verb states.
struct Multiple {
    // The words that state it, without a hedge.
    span: Span,
    tokens: Range<usize>,
    times: Decimal,
    modifier: Modifier,
}

/// The verbs in the forms that the reader of values leaves alone, since they are nouns and adjectives too.
const VERBS: &[(&str, Decimal)] = &[
    ("double", Decimal::TWO),
    ("doubles", Decimal::TWO),
    ("triple", Decimal::from_parts(3, 0, 0, false, 0)),
    ("triples", Decimal::from_parts(3, 0, 0, false, 0)),
    ("treble", Decimal::from_parts(3, 0, 0, false, 0)),
    ("quadruple", Decimal::from_parts(4, 0, 0, false, 0)),
    ("halve", Decimal::from_parts(5, 0, 0, false, 1)),
    ("halves", Decimal::from_parts(5, 0, 0, false, 1)),
];
/// Words before which such a form is a verb.
const HELPERS: &[&str] =
    &["to", "will", "would", "could", "may", "might", "should", "can", "did", "than", "nearly", "almost"];
/// How far "doubled" may be off, in hundredths.
const LOOSE: i64 = 15;

/// The slips of the multiplications in a line.
pub(super) fn check(line: &Line<'_>) -> Vec<Slip> {
    let read = (0..line.values.len()).filter_map(|at| of_value(line, at));
    let verbs = (1..line.tokens.len()).filter_map(|at| of_verb(line, at));
    read.chain(verbs).filter_map(|multiple| slip(line, &multiple)).collect()
}

/// "Doubled", "rose threefold", not "three times" or "double".
fn of_value(line: &Line<'_>, at: usize) -> Option<Multiple> {
    let value = line.values.get(at).filter(|value| value.kind == Kind::Factor)?;
    let words = line.words(value.core);
    let is_grown = words.ends_with("fold") && value.role == Role::Up;
    let is_verb = words.ends_with("ed") || words.ends_with("ing") || is_grown;
    let (tokens, times) = (line.tokens_of(at), exact(value).filter(|_| is_verb)?);
    Some(Multiple { span: value.core, tokens, times, modifier: value.modifier })
}

/// "Will double", "more than double".
fn of_verb(line: &Line<'_>, at: usize) -> Option<Multiple> {
    let times = VERBS.iter().find(|(verb, _)| line.word(at).eq_ignore_ascii_case(verb))?.1;
    let is_verb = line.is(at - 1, HELPERS) && line.value_at(at).is_none();
    let modifier = match line.word(at - 1) {
        "than" => Modifier::More,
        "nearly" | "almost" => Modifier::Below,
        _ => Modifier::Exact,
    };
    let span = line.tokens.get(at)?.span;
    is_verb.then_some(Multiple { span, tokens: at..at + 1, times, modifier })
}

fn slip(line: &Line<'_>, multiple: &Multiple) -> Option<Slip> {
    let (from, to) = ends::around(line, multiple.tokens.clone())?;
    let (from, to) = (&line.values[from], &line.values[to]);
    let (before, after) = (interval::of(from)?, interval::of(to)?);
    if before.low <= Decimal::ZERO || !is_alike(from, to) {
        return None;
    }
    let possible =
        Interval { low: after.low.checked_div(before.high)?, high: after.high.checked_div(before.low)? };
    let computed = exact(to)?.checked_div(exact(from)?)?.round_dp(1).normalize();
    (!stated(multiple)?.meets(possible)).then(|| Slip {
        span: multiple.span,
        operands: vec![from.core, to.core],
        computation: format!(
            "from {} to {} is {computed} times as much",
            line.words(from.core),
            line.words(to.core)
        ),
        expected: format!("{computed} times as much"),
    })
}

/// The multiples that a stated one may stand for.
fn stated(multiple: &Multiple) -> Option<Interval> {
    let slack = interval::hundredths(multiple.times, LOOSE)?;
    let is_shrinking = multiple.times < Decimal::ONE;
    let (below, above) = match multiple.modifier {
        Modifier::More | Modifier::Plus | Modifier::AtLeast | Modifier::WellOver if is_shrinking => {
            (multiple.times, slack)
        }
        Modifier::More | Modifier::Plus | Modifier::AtLeast | Modifier::WellOver => {
            (interval::hundredths(multiple.times, LITTLE)?, Decimal::ONE_HUNDRED)
        }
        _ => (slack, slack),
    };
    Some(Interval { low: multiple.times.checked_sub(below)?, high: multiple.times.checked_add(above)? })
}

/// How far below itself "more than double" may be, in hundredths.
const LITTLE: i64 = 3;

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
    fn multiples_are_computed() {
        check("The fleet doubled from 40 boats to 81.", &[]);
        check("The fleet doubled from 40 boats to 60.", &["doubled"]);
        check("The fleet tripled from 30 boats to 60.", &["tripled"]);
        check("The fleet halved from 60 boats to 45.", &["halved"]);
        check("Fees rose fivefold, to $500 from $200.", &["fivefold"]);
    }

    #[test]
    fn verbs_of_what_is_to_come_are_computed() {
        check("Fees will double from $40 to $80.", &[]);
        check("Fees will double from $40 to $60.", &["double"]);
        check("Fees will more than double, from $1.20 to $2.90.", &[]);
        check("Fees will more than double, from $1.20 to $2.10.", &["double"]);
        check("Fees could triple to $90 from $50.", &["triple"]);
    }

    #[test]
    fn hedges_are_allowed() {
        check("Landings nearly doubled to 39 tonnes from 20 tonnes.", &[]);
        check("Landings more than doubled to 90 tonnes from 20 tonnes.", &[]);
        check("Fees were double what they had been, from $40 to $60.", &[]);
    }
}
