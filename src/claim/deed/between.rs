//! Small words between a verb and the number of what was done.

use crate::claim::grammar;
use crate::token::Token;

/// Those before the number: "recalled a total of 34,000 cars", "handed out 500 laptops", "the order for 48 jets".
pub const SMALL: &[&str] = &[
    "a", "an", "total", "of", "the", "its", "his", "her", "their", "all", "some", "record", "combined",
    "whopping", "estimated", "out", "off", "down", "up", "over", "in", "on", "to", "for", "only", "just",
    "another", "about", "nearly", "almost", "between", "from", "as", "many", "than", "more",
];
/// Adverbs between an auxiliary and its participle, beside those in "ly".
const ADVERBS: &[&str] = &["also", "now", "already", "since", "then", "later", "first", "to"];

/// The token before a verb and its auxiliaries and adverbs.
pub fn before(text: &str, tokens: &[Token], verb: usize) -> Option<usize> {
    (0..verb).rev().find(|at| !is_small_verb(text, tokens[*at]))
}

/// Whether a word may stand between what is counted and the participle of what was done to it: "34,000 cars have now been".
pub fn is_small_verb(text: &str, token: Token) -> bool {
    let words = [grammar::BE, grammar::AUXILIARY, ADVERBS];
    words.iter().any(|words| token.is_any(text, words)) || grammar::is_adverb(token.span.of(text))
}
