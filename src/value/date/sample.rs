//! What the reader finds in a sentence, for the tests of its parts.

use crate::span::Span;
use crate::token;
use crate::value::Amount;
use crate::value::Value;
use crate::value::date::read;
use crate::value::date::show;
use jiff::civil::Date;
use jiff::civil::date;

/// The Wednesday on which all sentences of the tests are written.
pub const TODAY: Date = date(2026, 3, 4);

/// The values of `text`, read on [`TODAY`].
pub fn values(text: &str) -> Vec<Value> {
    let tokens = token::split(text, Span::new(0, text.len()));
    read::all(text, &tokens, || Some(TODAY))
}

/// Asserts the core words of each value of `text` and its likeliest reading.
#[track_caller]
pub fn check(text: &str, expected: &[(&str, &str)]) {
    let values = values(text);
    let found: Vec<_> = values.iter().map(|value| (value.core.of(text), meaning(value))).collect();
    let found: Vec<_> = found.iter().map(|(core, meaning)| (*core, meaning.as_str())).collect();
    assert_eq!(found, expected, "{text:?}");
}

/// The likeliest reading in words; empty if there is none.
pub fn meaning(value: &Value) -> String {
    match &value.amount {
        Amount::Dates(periods) => periods.first().map(|period| show::show(*period)).unwrap_or_default(),
        Amount::Label(label) => label.clone(),
        _ => String::new(),
    }
}
