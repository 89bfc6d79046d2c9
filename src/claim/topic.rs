//! Sentences that go on about what the one before spoke of: "Its rate was misstated. It is 4%."
//!
//! They name neither the subject nor the attribute, only a value that a form of "be" ties to a pronoun.

use crate::claim::anchor::Hit;
use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::fact::FactId;
use crate::span::Span;
use std::ops::Range;

/// Words that open such a sentence.
const PRONOUNS: &[&str] = &["it", "they", "that", "this", "he", "she"];
/// Nouns that do with "the" before them.
const NOUNS: &[&str] =
    &["figure", "number", "total", "amount", "rate", "date", "answer", "sum", "count", "toll"];
/// Adjectives of such a noun.
const ADJECTIVES: &[&str] = &["correct", "right", "actual", "true", "real", "proper"];
/// Words between "be" and the value.
const BETWEEN: &[&str] = &[
    "in", "at", "on", "for", "actually", "really", "now", "still", "not", "a", "an", "the", "about",
    "around", "only", "set", "based", "correctly",
];
/// How many of them there may be.
const MOST_BETWEEN: usize = 4;

/// Whether the sentence opens with a word for what the one before spoke of, and that has an attribute or a
/// title of the fact.
pub fn goes_on(scene: &Scene<'_>, fact: FactId) -> bool {
    let words = scene.anchors.fact(fact);
    let is_word = |hit: &Hit| {
        words.attribute.binary_search(&hit.word).is_ok() || words.titles.binary_search(&hit.word).is_ok()
    };
    verb(scene).is_some() && scene.before.iter().any(is_word)
}

/// The tokens from the pronoun to the value, where nothing but a form of "be" stands between them.
pub fn told(scene: &Scene<'_>, value: Span) -> Option<Range<usize>> {
    let value = scene.tokens_of(value);
    let between = verb(scene)?..value.start;
    let is_tied = between.len() <= MOST_BETWEEN && between.into_iter().all(|at| scene.is(at, BETWEEN));
    is_tied.then_some(0..value.end)
}

/// The token behind the "be" of a sentence that opens with such a word.
fn verb(scene: &Scene<'_>) -> Option<usize> {
    let first = usize::from(scene.is(0, grammar::DEFINITE));
    let noun = first + usize::from(first == 1 && scene.is(first, ADJECTIVES));
    let opens = if first == 0 { scene.is(0, PRONOUNS) } else { scene.is(noun, NOUNS) };
    let at = noun + 1;
    // "should be", "should have been".
    let at = if scene.is(at, grammar::AUXILIARY) && !scene.is(at, grammar::BE) { at + 1 } else { at };
    let at = if scene.is(at, &["have"]) { at + 1 } else { at };
    (opens && scene.is(at, grammar::BE)).then_some(at + 1)
}
