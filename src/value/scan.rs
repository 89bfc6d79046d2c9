//! The words of one sentence as the readers of values see them: by index, in small letters.
//!
//! Asking for a word that is not there gives the empty string, so a reader may look one word
//! further on either side without asking first whether there is one.

use crate::span::Span;
use crate::token;
use crate::token::Token;
use std::borrow::Cow;
#[cfg(test)]
use std::cell::Cell;

#[cfg(test)]
thread_local! {
    /// How often a word was looked at, which is what reading costs.
    pub(crate) static LOOKS: Cell<usize> = const { Cell::new(0) };
}

/// The tokens of a sentence with its words in small letters.
pub(crate) struct Scan<'a> {
    /// The text the tokens point into.
    pub(crate) text: &'a str,
    /// The tokens of the sentence, lists of numbers taken apart.
    pub(crate) tokens: Cow<'a, [Token]>,
    // ASCII letters only, so offsets are those of the text.
    lower: String,
    base: usize,
    /// How many figures stand in the sentence.
    pub(crate) figures: usize,
}

impl<'a> Scan<'a> {
    /// Makes the words of `tokens` ready to be looked at.
    pub(crate) fn new(text: &'a str, tokens: &'a [Token]) -> Scan<'a> {
        let start = tokens.first().map_or(0, |t| t.span.start());
        let end = tokens.last().map_or(0, |t| t.span.end());
        let lower = Span::new(start, end).of(text).to_ascii_lowercase();
        let figures = lower.bytes().filter(u8::is_ascii_digit).count();
        Scan { text, tokens: apart(text, tokens), lower, base: start, figures }
    }

    /// Whether a hyphen stands in the sentence.
    pub(crate) fn has_hyphen(&self) -> bool {
        memchr::memchr(b'-', self.lower.as_bytes()).is_some()
    }

    /// How many tokens there are.
    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The word at `at` in small letters.
    pub(crate) fn word(&self, at: usize) -> &str {
        #[cfg(test)]
        LOOKS.with(|looks| looks.set(looks.get() + 1));
        let Some(token) = self.tokens.get(at) else { return "" };
        let start = token.span.start().saturating_sub(self.base);
        self.lower.get(start..start + token.span.len()).unwrap_or("")
    }

    /// The word `back` tokens before `at` in small letters.
    pub(crate) fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    /// The word at `at` as it is written.
    pub(crate) fn raw(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |t| t.span.of(self.text))
    }

    /// What the token at `at` is made of; a mark where there is none.
    pub(crate) fn kind(&self, at: usize) -> token::Kind {
        self.tokens.get(at).map_or(token::Kind::Mark, |t| t.kind)
    }

    /// Whether the token at `at` is a word.
    pub(crate) fn is_word(&self, at: usize) -> bool {
        self.kind(at) == token::Kind::Word
    }

    /// Whether the token at `at` is a mark; there is one beyond the end.
    pub(crate) fn is_mark(&self, at: usize) -> bool {
        self.kind(at) == token::Kind::Mark
    }

    /// Whether the token at `at` is written in digits.
    pub(crate) fn is_number(&self, at: usize) -> bool {
        self.kind(at) == token::Kind::Number
    }

    /// Whether the word at `at` begins with a capital.
    pub(crate) fn is_capitalised(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| t.is_capitalised(self.text))
    }

    /// Whether the token at `at` follows the one before without a space.
    pub(crate) fn is_glued(&self, at: usize) -> bool {
        match (at.checked_sub(1).and_then(|at| self.tokens.get(at)), self.tokens.get(at)) {
            (Some(before), Some(token)) => before.touches(*token),
            _ => false,
        }
    }

    /// Whether the token at `at` is a hyphen.
    pub(crate) fn is_hyphen(&self, at: usize) -> bool {
        matches!(self.word(at), "-" | "‐" | "‑")
    }

    /// Whether the token at `at` is a hyphen or a dash.
    pub(crate) fn is_dash(&self, at: usize) -> bool {
        matches!(self.word(at), "-" | "‐" | "‑" | "–" | "—" | "−")
    }

    /// Whether a hyphen at `at` ties the words on both sides together.
    pub(crate) fn is_joint(&self, at: usize) -> bool {
        self.is_hyphen(at) && self.is_glued(at) && self.is_glued(at + 1)
    }

    /// The place after a hyphen that ties, or else `at` itself.
    pub(crate) fn past_joint(&self, at: usize) -> usize {
        if self.is_joint(at) { at + 1 } else { at }
    }

    /// Whether the words from `at` on are `words`.
    pub(crate) fn is_phrase(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(n, word)| self.word(at + n) == *word)
    }

    /// The bytes of the tokens from `first` up to but not including `end`.
    pub(crate) fn span(&self, first: usize, end: usize) -> Span {
        let start = self.tokens.get(first).map_or(0, |t| t.span.start());
        let end = end.checked_sub(1).and_then(|at| self.tokens.get(at));
        Span::new(start, end.map_or(start, |t| t.span.end()))
    }
}

/// The tokens with "22,24,26" as three numbers; most sentences have no such list.
fn apart<'a>(text: &str, tokens: &'a [Token]) -> Cow<'a, [Token]> {
    if !tokens.iter().any(|token| is_list(text, *token)) {
        return Cow::Borrowed(tokens);
    }
    let each = |token: &Token| if is_list(text, *token) { items(text, *token) } else { vec![*token] };
    Cow::Owned(tokens.iter().flat_map(each).collect())
}

/// Whether the commas of a number part neither thousands nor lakhs nor decimals.
fn is_list(text: &str, token: Token) -> bool {
    if token.kind != token::Kind::Number || token.span.len() < 5 {
        return false;
    }
    let words = token.span.of(text);
    let mut groups = words.split(',');
    words.matches(',').count() > 1
        && groups.all(|group| matches!(group.len(), 1 | 2) && group.bytes().all(|b| b.is_ascii_digit()))
}

fn items(text: &str, token: Token) -> Vec<Token> {
    let mut at = token.span.start();
    let mut items = Vec::new();
    for group in token.span.of(text).split(',') {
        if at > token.span.start() {
            items.push(Token { span: Span::new(at - 1, at), kind: token::Kind::Mark });
        }
        items.push(Token { span: Span::new(at, at + group.len()), kind: token::Kind::Number });
        at += group.len() + 1;
    }
    items
}

#[cfg(test)]
mod tests {
    use super::Scan;
    use crate::span::Span;
    use crate::token;

    #[test]
    fn words_out_of_reach_are_empty() {
        let text = "Ünder TEN";
        let tokens = token::split(text, Span::new(0, text.len()));
        let scan = Scan::new(text, &tokens);
        assert_eq!((scan.word(1), scan.word(2), scan.before(0, 1)), ("ten", "", ""));
    }

    #[test]
    fn a_hyphen_with_spaces_ties_nothing() {
        let text = "a-b c - d";
        let tokens = token::split(text, Span::new(0, text.len()));
        let scan = Scan::new(text, &tokens);
        assert!(scan.is_joint(1));
        assert!(!scan.is_joint(4));
    }
}
