//! What the tests of the readers share.

use crate::span::Span;
use crate::token;
use crate::value::Value;
use crate::value::read;
use crate::value::show;

/// Every value of a sentence in an article without a date.
pub(crate) fn values(text: &str) -> Vec<Value> {
    let tokens = token::split(text, Span::new(0, text.len()));
    read::sentence(text, &tokens, None)
}

/// Whether the values of a sentence say what is expected.
#[track_caller]
pub(crate) fn check(text: &str, expected: &[&str]) {
    let found: Vec<_> = values(text).iter().map(show::value).collect();
    assert_eq!(found, expected, "{text}");
}
