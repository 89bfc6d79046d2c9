//! Facts of kind `count`: how many of something there are.

use crate::fact::Kind;
use crate::fact::mistake::Mistake;
use crate::fact::raw::Node;
use crate::fact::scope::Scope;
use crate::fact::table::Table;
use crate::fact::truth;
use rust_decimal::Decimal;

/// Reads what a count has of its own.
pub fn read(table: &mut Table<'_>, _scope: &Scope) -> Option<Kind> {
    truth::read(table, "value = 12", whole).map(Kind::Count)
}

fn whole(node: &Node) -> Result<Decimal, Mistake> {
    let number = node.number().and_then(|digits| digits.parse::<i64>().ok());
    number.map(Decimal::from).ok_or_else(|| not_whole(node))
}

fn not_whole(node: &Node) -> Mistake {
    let mistake =
        Mistake::error(node.place, "the value of a count is a whole number, without quotes and commas");
    match node.text().and_then(digits_of) {
        Some(number) => mistake.help(format!("write: value = {number}")),
        None => mistake.help("write it as in: value = 12. A number with a unit is of kind `measure`"),
    }
}

/// The number an editor meant by a text of digits and commas.
fn digits_of(text: &str) -> Option<i64> {
    text.replace([',', ' '], "").parse().ok()
}
