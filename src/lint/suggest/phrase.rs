//! The words of a sentence by their place, with the names among them.

use crate::claim::grammar;
use crate::span::Span;
use crate::token::Kind;
use crate::token::Token;
use std::ops::Range;

/// A sentence as words and names.
#[derive(Clone, Copy)]
pub(super) struct Phrase<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    /// The names in it, in order.
    pub(super) names: &'a [Span],
}

/// A name before some words.
pub(super) struct Owner {
    pub(super) name: Span,
    /// Its first token.
    pub(super) start: usize,
    /// Behind its last token.
    pub(super) end: usize,
    /// Whether "'s" follows.
    pub(super) is_possessive: bool,
}

/// Words between a subject and its verb, beside auxiliaries and those in "ly".
const BETWEEN: &[&str] = &["already", "also", "been", "first", "just", "now", "still"];
/// Shorter words tie nothing.
const LEAST: usize = 3;
/// Verbs of speech that are deeds as well.
const DEEDS: &[&str] = &["announced", "declared"];

impl<'a> Phrase<'a> {
    pub(super) fn is(&self, at: usize, words: &[&str]) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_any(self.text, words))
    }

    pub(super) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    pub(super) fn is_mark(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == Kind::Mark)
    }

    /// The tokens of some words.
    pub(super) fn range(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|token| token.span.end() <= span.start());
        start..self.tokens.partition_point(|token| token.span.start() < span.end())
    }

    /// The name of which the last token stands right before `end`.
    pub(super) fn name_to(&self, end: usize) -> Option<Span> {
        let last = self.tokens.get(end.checked_sub(1)?)?.span.end();
        let at = self.names.partition_point(|name| name.end() < last);
        self.names.get(at).copied().filter(|name| name.end() == last)
    }

    /// The name that begins at the token `start`.
    pub(super) fn name_from(&self, start: usize) -> Option<Span> {
        let first = self.tokens.get(start)?.span.start();
        let at = self.names.partition_point(|name| name.start() < first);
        self.names.get(at).copied().filter(|name| name.start() == first)
    }

    /// The name before at most `most` small words that end before the token `end`.
    pub(super) fn name_with(&self, end: usize, most: usize) -> Option<Owner> {
        let start = self.before_modifiers(end, most);
        let is_possessive = start.checked_sub(1).is_some_and(|at| self.tokens[at].kind == Kind::Possessive);
        let behind = start - usize::from(is_possessive);
        let name = self.name_to(behind)?;
        Some(Owner { name, start: self.range(name).start, end: start, is_possessive })
    }

    /// Where at most `most` small words that end before the token `end` begin.
    pub(super) fn before_modifiers(&self, end: usize, most: usize) -> usize {
        let words = (end.saturating_sub(most)..end).rev().take_while(|at| self.is_small(*at));
        words.last().unwrap_or(end)
    }

    /// Where the words of a table that end before the token `end` begin.
    pub(super) fn before_lead(&self, end: usize, words: &[&str]) -> usize {
        (0..end).rev().take(LEAST).take_while(|at| self.is(*at, words)).last().unwrap_or(end)
    }

    /// Where the auxiliaries and adverbs of the verb `verb` begin.
    pub(super) fn before_auxiliaries(&self, verb: usize) -> usize {
        let is_one = |at: &usize| {
            self.is(*at, grammar::AUXILIARY)
                || self.is(*at, grammar::BE)
                || self.is(*at, BETWEEN)
                || self.word(*at).ends_with("ly")
        };
        (0..verb).rev().take(LEAST).take_while(is_one).last().unwrap_or(verb)
    }

    pub(super) fn before_article(&self, start: usize) -> usize {
        start - usize::from(start > 0 && self.is(start - 1, &["the"]))
    }

    pub(super) fn behind_article(&self, start: usize) -> usize {
        start + usize::from(self.is(start, &["the"]))
    }

    /// Whether a word may say of what a figure is.
    pub(super) fn is_tie(&self, at: usize) -> bool {
        self.is_small_but_first(at) && self.word(at).len() > LEAST
    }

    /// Whether a word tells what somebody did.
    pub(super) fn is_deed(&self, at: usize, irregular: &[&str]) -> bool {
        let is_past = self.word(at).ends_with("ed") && self.is_tie(at) || self.is(at, irregular);
        is_past && (!self.is(at, grammar::SAYING) || self.is(at, DEEDS))
    }

    fn is_small(&self, at: usize) -> bool {
        at > 0 && self.is_small_but_first(at)
    }

    /// "Visits" at the head of a sentence is no name.
    fn is_small_but_first(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            let is_small = self.word(at).chars().skip(usize::from(at == 0)).all(char::is_lowercase);
            is_small && grammar::is_content(self.text, *token)
        })
    }
}
