//! The tokens of a stretch of text, looked at by index without ever leaving it.

use crate::span::Span;
use crate::token;
use crate::token::Kind;
use crate::token::Token;
use crate::value::gate::Gate;
use crate::value::list::Table;
use crate::value::list::Words;
#[cfg(test)]
use crate::value::scan::LOOKS;

/// A text and the tokens of the part that is read.
#[derive(Clone, Copy)]
pub struct Line<'t> {
    /// The whole text.
    pub text: &'t str,
    /// The tokens that are read.
    pub tokens: &'t [Token],
}

impl<'t> Line<'t> {
    /// The word at index `at`, empty outside.
    pub fn word(self, at: usize) -> &'t str {
        self.look_at(at).map_or("", |token| token.span.of(self.text))
    }

    fn look_at(self, at: usize) -> Option<&'t Token> {
        #[cfg(test)]
        LOOKS.with(|looks| looks.set(looks.get() + 1));
        self.tokens.get(at)
    }

    /// The word before index `at`, empty at the beginning.
    pub fn before(self, at: usize) -> &'t str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }

    /// Whether the word at `at` may be in the list behind `gate`.
    pub(crate) fn passes(self, at: usize, gate: &Gate) -> bool {
        self.look_at(at).is_some_and(|token| gate.admits_print(token.print))
    }

    /// What the word at `at` means in `table`, whatever its case.
    pub fn look<T: Copy>(self, at: usize, table: &Table<T>) -> Option<T> {
        let token = self.look_at(at).filter(|token| table.admits(token.print))?;
        table.look_printed(token.span.of(self.text), token.print)
    }

    /// Whether the word at `at` is one of `words`, whatever its case.
    pub(crate) fn is_listed(self, at: usize, words: &Words) -> bool {
        let token = self.look_at(at).filter(|token| words.admits(token.print));
        token.is_some_and(|token| words.has_in_any_case(token.span.of(self.text), token.print))
    }

    /// Whether the word at `at` is `word`, whatever its case.
    pub fn is(self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    /// Whether the word at `at` is one of `words`, whatever its case.
    pub fn is_any(self, at: usize, words: &[&str]) -> bool {
        is_in(self.word(at), words)
    }

    /// Whether the word before `at` is one of `words`, whatever its case.
    pub fn follows(self, at: usize, words: &[&str]) -> bool {
        is_in(self.before(at), words)
    }

    /// The index after the word at `at` if it is one of `words`, else `at`.
    pub fn skip(self, at: usize, words: &[&str]) -> usize {
        if self.is_any(at, words) { at + 1 } else { at }
    }

    /// Whether the tokens at `at` and after it stand without a space between.
    pub fn glued(self, at: usize) -> bool {
        match (self.tokens.get(at), self.tokens.get(at + 1)) {
            (Some(one), Some(two)) => one.touches(*two),
            _ => false,
        }
    }

    /// What the token at `at` is made of.
    pub fn kind(self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// Whether a word that begins with a small letter stands at `at`.
    pub fn is_lower_word(self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Word) && self.word(at).starts_with(char::is_lowercase)
    }

    /// Whether a word that begins with a capital stands at `at`.
    pub fn is_capitalised(self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_capitalised(self.text))
    }

    /// The whole number of at most four digits at `at`.
    pub fn digits(self, at: usize) -> Option<i16> {
        let word = if self.kind(at) == Some(Kind::Number) { self.word(at) } else { return None };
        let plain = word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| word.bytes().fold(0, |number, digit| number * 10 + i16::from(digit - b'0')))
    }

    /// Whether a hyphen or dash that can join two dates stands at `at`.
    pub fn is_dash(self, at: usize) -> bool {
        matches!(self.word(at), "-" | "–" | "—" | "‑" | "−")
    }

    /// The bytes of the tokens from `start` up to `end`.
    pub fn span(self, start: usize, end: usize) -> Span {
        match (self.tokens.get(start), self.tokens.get(end.saturating_sub(1))) {
            (Some(first), Some(last)) => first.span.join(last.span),
            _ => Span::at(0),
        }
    }
}

/// Whether `word` is one of `words`, whatever its case.
pub fn is_in(word: &str, words: &[&str]) -> bool {
    !word.is_empty() && token::is_in(word, words)
}
