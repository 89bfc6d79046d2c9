//! Numbers of one sentence that do not fit together: "up 295% from 10,000 to 29,500".
//!
//! A change in percent, with what it changed from and to beside it in the same clause, is computed
//! anew. Each number stands for the interval that rounds to it, so a change is only wrong where no
//! numbers behind the rounding could give it.

use crate::document::Document;
use crate::span::Span;
use crate::token::Token;
use crate::value;
use crate::value::Amount;
use crate::value::Kind;
use crate::value::Modifier;
use crate::value::Role;
use crate::value::Value;
use rust_decimal::Decimal;

/// Numbers that do not fit together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// The number that the others contradict.
    pub span: Span,
    /// The others.
    pub operands: Vec<Span>,
    /// How they contradict it, as a sum that can be checked.
    pub computation: String,
    /// What it would have to be.
    pub expected: String,
}

const HUNDRED: Decimal = Decimal::ONE_HUNDRED;

/// The slips of an article, in order.
pub fn find(document: &Document<'_>) -> Vec<Slip> {
    let text = &*document.text;
    // A sentence without both words is never read.
    let may = |words: &str| {
        (words.contains('%')
            || words.contains("percent")
            || words.contains("per cent")
            || words.contains("pct"))
            && words.contains("from")
    };
    if !may(text) {
        return Vec::new();
    }
    let sentences = document.sentences().iter().filter(|sentence| may(sentence.span.of(text)));
    sentences.filter_map(|sentence| in_sentence(text, sentence.tokens(text), document)).collect()
}

fn in_sentence(text: &str, tokens: &[Token], document: &Document<'_>) -> Option<Slip> {
    let values = value::read::sentence(text, tokens, document.date);
    let is_change = |value: &&Value| {
        matches!(value.role, Role::Up | Role::Down)
            && value.kind == Kind::Percent
            && value.modifier == Modifier::Exact
    };
    let mut changes = values.iter().filter(is_change);
    let change = changes.next().filter(|_| changes.next().is_none())?;
    let from = only(&values, Role::From, change)?;
    let to = only(&values, Role::To, change)?;
    (from.unit == to.unit && from.kind == to.kind).then_some(())?;
    slip(change, from, to)
}

/// The only number of a role, other than the change itself.
fn only<'v>(values: &'v [Value], role: Role, change: &Value) -> Option<&'v Value> {
    let is_amount = |value: &&Value| {
        value.role == role
            && value.core != change.core
            && matches!(value.kind, Kind::Number | Kind::Count | Kind::Money | Kind::Quantity)
    };
    let mut found = values.iter().filter(is_amount);
    found.next().filter(|_| found.next().is_none())
}

fn slip(change: &Value, from: &Value, to: &Value) -> Option<Slip> {
    let (stated, before, after) = (exact(change)?, exact(from)?, exact(to)?);
    let sign = if change.role == Role::Down { -Decimal::ONE } else { Decimal::ONE };
    let (low, high) = interval(from, to, before, after)?;
    let half = change.grain.fine.checked_div(Decimal::TWO)?;
    let fits = low <= sign * stated + half && sign * stated - half <= high;
    let computed = percent(before, after)?.round_dp(1).normalize();
    (!fits).then(|| Slip {
        span: change.core,
        operands: vec![from.core, to.core],
        computation: format!("from {before} to {after} is {computed:+}%"),
        expected: format!("{computed:+}%"),
    })
}

fn exact(value: &Value) -> Option<Decimal> {
    match value.amount {
        Amount::Exact(number) => Some(number),
        _ => None,
    }
}

fn percent(before: Decimal, after: Decimal) -> Option<Decimal> {
    after.checked_sub(before)?.checked_div(before)?.checked_mul(HUNDRED)
}

/// The least and the greatest change that could be behind two rounded numbers.
fn interval(from: &Value, to: &Value, before: Decimal, after: Decimal) -> Option<(Decimal, Decimal)> {
    let (half_from, half_to) =
        (from.grain.fine.checked_div(Decimal::TWO)?, to.grain.fine.checked_div(Decimal::TWO)?);
    let low = percent(before.checked_add(half_from)?, after.checked_sub(half_to)?)?;
    let high = percent(before.checked_sub(half_from)?, after.checked_add(half_to)?)?;
    (before > half_from).then_some((low, high))
}
