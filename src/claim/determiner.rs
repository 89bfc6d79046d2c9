//! What stands before a noun: whether a phrase speaks of something known.

use crate::claim::grammar;
use crate::token::Kind;
use crate::token::Token;

/// How a noun phrase opens.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Determiner {
    /// "the", "its", "all".
    Definite,
    /// "a", "another".
    Indefinite,
    /// None.
    Missing,
}

/// Whether a number and a hyphenated noun stand before: "a 12-member bloc" may be the known one.
pub fn is_counted(text: &str, tokens: &[Token], at: usize) -> bool {
    at.checked_sub(2).is_some_and(|hyphen| grammar::is_hyphen(text, tokens[hyphen]))
}

/// The determiner of the noun phrase that the token `at` belongs to.
pub fn of(text: &str, tokens: &[Token], at: usize) -> Determiner {
    for token in tokens[..at].iter().rev().take(BEFORE_EPITHET) {
        if token.is_any(text, grammar::DEFINITE) || token.is_any(text, &["that", "same"]) {
            return Determiner::Definite;
        }
        if token.is_any(text, &["a", "an", "another", "any"]) {
            return Determiner::Indefinite;
        }
        let belongs = grammar::is_content(text, *token)
            || token.kind == Kind::Number
            || grammar::is_hyphen(text, *token)
            || grammar::is_quote_or_emphasis(text, *token);
        if token.kind == Kind::Possessive || !belongs {
            return Determiner::Missing;
        }
    }
    Determiner::Missing
}

/// How many words may stand between an epithet and its determiner.
const BEFORE_EPITHET: usize = 10;
