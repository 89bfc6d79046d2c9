//! The words of one sentence as the readers of values see them: by index, in small letters.
//!
//! Asking for a word that is not there gives the empty string, so a reader may look one word
//! further on either side without asking first whether there is one.

use crate::span::Span;
use crate::token;
use crate::token::Print;
use crate::token::Token;
use crate::value::gate::Gate;
use crate::value::lexicon;
use crate::value::lexicon::Lex;
use crate::value::list::Table;
use crate::value::list::Words;
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
    words: Vec<Word<'a>>,
}

/// What every reader asks of a token, found out once.
struct Word<'a> {
    small: &'a str,
    print: Print,
    lex: Option<Lex>,
    kind: token::Kind,
    is_glued: bool,
    has_digit: bool,
}

/// The text from the first to the last of `tokens` in small letters.
///
/// ASCII letters only, so offsets are those of the text.
pub(crate) fn lower(text: &str, tokens: &[Token]) -> String {
    let start = tokens.first().map_or(0, |t| t.span.start());
    let end = tokens.last().map_or(0, |t| t.span.end());
    Span::new(start, end).of(text).to_ascii_lowercase()
}

impl<'a> Scan<'a> {
    /// Makes the words of `tokens` ready to be looked at; `lower` is what [`lower`] makes of them.
    pub(crate) fn new(text: &'a str, tokens: &'a [Token], lower: &'a str) -> Scan<'a> {
        let base = tokens.first().map_or(0, |t| t.span.start());
        let tokens = apart(text, tokens);
        let mut end = None;
        let words = tokens.iter().map(|token| {
            let span = token.span;
            let is_glued = end.replace(span.end()) == Some(span.start());
            Word::new(*token, lower.get(span.start() - base..span.end() - base).unwrap_or(""), is_glued)
        });
        Scan { text, words: words.collect(), tokens }
    }

    /// How many figures stand in the sentence.
    pub(crate) fn figures(&self) -> usize {
        let figures = |word: &Word<'_>| word.small.bytes().filter(u8::is_ascii_digit).count();
        self.words.iter().filter(|word| word.has_digit).map(figures).sum()
    }

    /// How many tokens there are.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    fn entry(&self, at: usize) -> Option<&Word<'a>> {
        #[cfg(test)]
        LOOKS.with(|looks| looks.set(looks.get() + 1));
        self.words.get(at)
    }

    /// The word at `at` in small letters.
    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.entry(at).map_or("", |word| word.small)
    }

    /// What the word at `at` says of a number.
    pub(crate) fn lex(&self, at: usize) -> Option<Lex> {
        self.entry(at).and_then(|word| word.lex)
    }

    /// The print of the word at `at`.
    pub(crate) fn print(&self, at: usize) -> Option<Print> {
        self.entry(at).map(|word| word.print)
    }

    /// Whether the word at `at` may be in the list behind `gate`.
    pub(crate) fn passes(&self, at: usize, gate: &Gate) -> bool {
        self.entry(at).is_some_and(|word| gate.admits_print(word.print))
    }

    /// What the word at `at` means in `table`.
    pub(crate) fn look<T: Copy>(&self, at: usize, table: &Table<T>) -> Option<T> {
        self.entry(at).and_then(|word| table.look_printed(word.small, word.print))
    }

    /// Whether the word at `at` is one of `words`.
    pub(crate) fn is_any(&self, at: usize, words: &Words) -> bool {
        self.entry(at).is_some_and(|word| words.has_printed(word.small, word.print))
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
        self.words.get(at).map_or(token::Kind::Mark, |word| word.kind)
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
        self.words.get(at).is_some_and(|word| word.is_glued)
    }

    /// Whether a figure stands in the token at `at`.
    pub(crate) fn has_digit(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.has_digit)
    }

    /// Whether the token at `at` is a hyphen.
    pub(crate) fn is_hyphen(&self, at: usize) -> bool {
        self.is_mark(at) && matches!(self.word(at), "-" | "‐" | "‑")
    }

    /// Whether the token at `at` is a hyphen or a dash.
    pub(crate) fn is_dash(&self, at: usize) -> bool {
        self.is_mark(at) && matches!(self.word(at), "-" | "‐" | "‑" | "–" | "—" | "−")
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

impl<'a> Word<'a> {
    fn new(Token { kind, print, .. }: Token, small: &'a str, is_glued: bool) -> Word<'a> {
        let lex = if kind == token::Kind::Word { lexicon::look_printed(small, print) } else { None };
        let has_digit = small.bytes().any(|byte| byte.is_ascii_digit());
        Word { small, print, lex, kind, is_glued, has_digit }
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
            items.push(Token::new(text, Span::new(at - 1, at), token::Kind::Mark));
        }
        items.push(Token::new(text, Span::new(at, at + group.len()), token::Kind::Number));
        at += group.len() + 1;
    }
    items
}

#[cfg(test)]
mod tests {
    use super::Scan;
    use super::lower;
    use crate::span::Span;
    use crate::token;

    #[test]
    fn words_out_of_reach_are_empty() {
        let text = "Ünder TEN";
        let tokens = token::split(text, Span::new(0, text.len()));
        let lower = lower(text, &tokens);
        let scan = Scan::new(text, &tokens, &lower);
        assert_eq!((scan.word(1), scan.word(2), scan.before(0, 1)), ("ten", "", ""));
    }

    #[test]
    fn a_hyphen_with_spaces_ties_nothing() {
        let text = "a-b c - d";
        let tokens = token::split(text, Span::new(0, text.len()));
        let lower = lower(text, &tokens);
        let scan = Scan::new(text, &tokens, &lower);
        assert!(scan.is_joint(1));
        assert!(!scan.is_joint(4));
    }
}
