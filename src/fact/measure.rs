//! Facts of kind `measure`: a quantity with a unit, read by the same reader as articles are.

use crate::fact::Change;
use crate::fact::Kind;
use crate::fact::mistake::Mistake;
use crate::fact::raw::Node;
use crate::fact::scope::Scope;
use crate::fact::table::Table;
use crate::fact::table::text_of;
use crate::fact::timeline::Timeline;
use crate::fact::truth;
use crate::value;
use crate::value::Amount;
use crate::value::Value;
use rust_decimal::Decimal;

const CHANGES: &[(&str, Change)] = &[("up", Change::Up), ("down", Change::Down)];

const EXAMPLE: &str = r#"value = "$1.2 billion""#;

/// Reads what a measure has of its own; a quantity without a unit is a count.
pub fn read(table: &mut Table<'_>, scope: &Scope) -> Option<Kind> {
    let change = table.choice("change", CHANGES);
    let per = table.plain("per");
    let value = truth::read(table, EXAMPLE, |node| quantity(node, scope))?;
    if let (None, None, Some(counts)) = (change, &per, counts(&value)) {
        return Some(Kind::Count(counts));
    }
    Some(Kind::Measure { value: at_rate(value, per.as_deref()), change })
}

fn quantity(node: &Node, scope: &Scope) -> Result<Value, Mistake> {
    // A bare number is read as the text it would be in an article.
    let text = node.number().filter(|_| node.text().is_none());
    let text = text.map_or_else(|| text_of(node, "value").map(|text| text.text), Ok)?;
    (scope.quantity)(&text).ok_or_else(|| unreadable(node, &text))
}

fn unreadable(node: &Node, text: &str) -> Mistake {
    let message = format!("`{text}` is not understood as a quantity");
    let help =
        "write one number with its unit, as an article would: \"295%\", \"8,849 metres\", \"18 months\"";
    Mistake::error(node.place, message).help(help)
}

/// The same truth as plain numbers, if none of its values has a unit.
fn counts(value: &Timeline<Value>) -> Option<Timeline<Decimal>> {
    if value.entries.is_empty() {
        return None;
    }
    value.try_map(plain_number)
}

fn plain_number(value: &Value) -> Option<Decimal> {
    let is_plain = matches!(value.kind, value::Kind::Number | value::Kind::Count) && value.unit.is_none();
    match value.amount {
        Amount::Exact(number) if is_plain => Some(number),
        _ => None,
    }
}

/// Makes a plain amount a rate, as `per = "month"` asks for.
fn at_rate(mut value: Timeline<Value>, per: Option<&str>) -> Timeline<Value> {
    let units = value.entries.iter_mut().filter_map(|entry| entry.value.unit.as_mut());
    for unit in units {
        unit.per = per.map(str::to_owned).or_else(|| unit.per.take());
    }
    value
}
