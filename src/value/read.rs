//! Finds the values of a sentence.

use crate::token::Token;
use crate::value::Value;
use jiff::civil::Date;

/// Every value among `tokens`, in order, none overlapping another.
///
/// `tokens` are those of one sentence of `text`; `today` is the day the article speaks on, without
/// which relative dates stay unresolved (a [`crate::value::Amount::Dates`] with no candidate).
pub fn sentence(_text: &str, _tokens: &[Token], _today: Option<Date>) -> Vec<Value> {
    Vec::new()
}

/// The one value that `text` is, as a rule file writes it; `None` if it is none or more than one.
pub fn one(_: &str) -> Option<Value> {
    None
}
