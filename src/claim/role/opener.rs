//! Words that have a capital only because a sentence begins with them, and are no given names.
//!
//! "If Ana Brandt became chief executive" is about Ana Brandt, and the "If" is a cue that must stay visible.

use crate::claim::scene::Scene;
use crate::token::Kind;
use crate::token::Token;
use crate::value::noun;

/// Adverbs and connectives that open a sentence, beside the closed classes of `noun`.
const OPENING: &[&str] = &[
    "meanwhile", "perhaps", "maybe", "unlike", "besides", "despite", "alongside", "beyond", "plus",
    "neither", "nonetheless", "nevertheless", "otherwise", "elsewhere", "instead", "indeed", "although",
    "whereas", "whenever", "wherever", "whoever", "lest", "aside", "ditto", "notwithstanding", "amidst",
    "amongst", "reportedly", "allegedly", "apparently", "supposedly", "presumably", "possibly", "probably",
    "certainly", "clearly", "obviously", "surely", "evidently", "currently", "presently", "formerly",
    "previously", "recently", "lately", "earlier", "suddenly", "eventually", "finally", "ultimately",
    "initially", "originally", "officially", "unofficially", "reputedly", "ostensibly", "technically",
    "interestingly", "surprisingly", "unexpectedly", "fortunately", "unfortunately", "sadly", "similarly",
    "likewise", "conversely", "additionally", "moreover", "furthermore", "thus", "hence", "therefore",
    "today", "tonight", "tomorrow", "yesterday", "first", "second", "third", "last", "next", "imagine",
    "suppose", "assuming", "provided", "given", "isn't", "wasn't", "won't", "wouldn't", "couldn't",
    "shouldn't", "hasn't", "didn't", "doesn't",
];

/// Closed words that are given names too; they open a sentence only where a whole name follows: "Will Ana
/// Brandt …", but "Will Brandt …".
const NAMES_TOO: &[&str] = &["will", "may", "even", "so", "can", "do", "an", "in", "on", "per", "my", "far"];

/// Whether the token `at` opens a sentence and is no part of the name behind it.
pub fn is_opener(scene: &Scene<'_>, at: usize) -> bool {
    is_opening_word(scene.text(), scene.tokens, at)
}

/// The same in a sentence of which no more than its tokens is known.
pub fn is_opening_word(text: &str, tokens: &[Token], at: usize) -> bool {
    let opens = at.checked_sub(1).is_none_or(|before| tokens[before].kind == Kind::Mark);
    let Some(token) = tokens.get(at).filter(|token| opens && token.is_capitalised(text)) else {
        return false;
    };
    // "Hiring Ana Brandt", but "Irving Brandt".
    if token.is_any(text, NAMES_TOO) || token.span.of(text).ends_with("ing") {
        return is_name_behind(text, tokens, at);
    }
    noun::is_closed(&token.span.of(text).to_lowercase()) || token.is_any(text, OPENING)
}

/// Whether two more words with capitals follow, which make a name without it.
fn is_name_behind(text: &str, tokens: &[Token], at: usize) -> bool {
    let is_capital = |at: usize| tokens.get(at).is_some_and(|token| token.is_capitalised(text));
    is_capital(at + 1) && is_capital(at + 2)
}
