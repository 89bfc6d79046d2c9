//! A sentence with its values, as the ties see it.

use crate::span::Span;
use crate::token::Kind;
use crate::token::Token;
use crate::value::Value;
use std::ops::Range;

/// A sentence with its values.
#[derive(Clone, Copy)]
pub(super) struct Phrase<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) values: &'a [Value],
}

impl<'a> Phrase<'a> {
    /// Whether the token `at` is one of `words`.
    pub(super) fn is(&self, at: usize, words: &[&str]) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_any(self.text, words))
    }

    /// Whether the token before `at` is one of `words`.
    pub(super) fn is_after(&self, at: usize, words: &[&str]) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is(before, words))
    }

    /// The words of the token `at`.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// Whether the token `at` is a plain word in small letters.
    pub(super) fn is_plain(&self, at: usize) -> bool {
        let is_word = self.tokens.get(at).is_some_and(|token| token.kind == Kind::Word);
        is_word && self.word(at).starts_with(char::is_lowercase)
    }

    /// The first token of a value, its hedge included.
    pub(super) fn first(&self, value: usize) -> usize {
        let start = self.values[value].full.start().min(self.values[value].core.start());
        self.tokens.partition_point(|token| token.span.end() <= start)
    }

    /// The token after a value and the noun that it counts.
    pub(super) fn after(&self, value: usize) -> usize {
        let value = &self.values[value];
        let end = value.noun.map_or(0, Span::end).max(value.full.end()).max(value.core.end());
        self.tokens.partition_point(|token| token.span.start() < end)
    }

    /// The bytes of some tokens.
    pub(super) fn span(&self, tokens: Range<usize>) -> Option<Span> {
        let last = tokens.end.checked_sub(1)?;
        Some(self.tokens.get(tokens.start)?.span.join(self.tokens.get(last)?.span))
    }

    /// The noun that a value counts, all its words, in small letters.
    pub(super) fn noun(&self, value: usize) -> Option<String> {
        let noun = self.values[value].noun?.of(self.text);
        noun.starts_with(char::is_alphabetic).then(|| noun.to_lowercase())
    }
}
