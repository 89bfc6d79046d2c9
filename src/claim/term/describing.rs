//! Words that describe: "classified networks", "the networks are classified".

use crate::claim::binding::phrase;
use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::claim::term::attribute;
use crate::span::Span;
use crate::token::Kind;
use std::ops::Range;

/// How many words may stand between a describing word and its noun.
const MODIFIERS: usize = 4;
/// How many words may stand between a noun and a word that "be" ties to it.
const PREDICATE: usize = 10;
/// Words that stand for the noun spoken of.
const ONES: &[&str] = &["one", "ones"];
/// Verbs and phrases, beside forms of "be", that tie a describing word to the noun before it.
const TYING: &[&str] = &[
    "limited", "restricted", "confined", "marked", "deemed", "called", "rated", "labelled", "labeled",
    "only", "covers", "cover",
];

/// Whether a word stands for the noun spoken of: "classified ones".
pub fn has_ones(scene: &Scene<'_>) -> bool {
    scene.tokens.iter().any(|token| token.is_any(scene.text(), ONES))
}

/// "classified networks", "open Pact “systems”": the tokens from the word to its noun.
pub fn describes(scene: &Scene<'_>, term: Span, attributes: &[Span]) -> Option<Range<usize>> {
    let words = scene.tokens_of(term);
    let mut at = past_contrast(scene, words.end);
    let last = at + MODIFIERS;
    while at <= last {
        let token = *scene.tokens.get(at)?;
        if let Some(noun) = attribute::starting(scene, attributes, at) {
            return Some(words.start..noun.end);
        }
        if token.is_any(scene.text(), ONES) {
            return Some(words.start..at + 1);
        }
        if !goes_on(scene, at) {
            return None;
        }
        at += 1;
    }
    None
}

/// Whether the noun may yet come behind the token `at`.
fn goes_on(scene: &Scene<'_>, at: usize) -> bool {
    let (text, token) = (scene.text(), scene.tokens[at]);
    grammar::is_quote_or_emphasis(text, token)
        || grammar::is_hyphen(text, token)
        || grammar::is_content(text, token)
        || token.kind == Kind::Possessive
        || token.is_any(text, &["and", "or"]) && is_second_word(scene, at + 1)
}

/// Whether a word after "and" is one more adjective: "classified and air-gapped networks".
fn is_second_word(scene: &Scene<'_>, at: usize) -> bool {
    let text = scene.text();
    scene
        .tokens
        .get(at)
        .is_some_and(|token| grammar::is_content(text, *token) && !token.span.of(text).ends_with('s'))
}

/// How many words a contrast between a word and its noun may have.
const CONTRAST: usize = 5;

/// "for classified, not open, networks": the token behind what stands between the word and its noun.
fn past_contrast(scene: &Scene<'_>, at: usize) -> usize {
    let second = at + 1 + usize::from(scene.is(at + 1, &["and", "but"]));
    let opens = scene.is(at, &[","]) && scene.is(second, &["not", "never", "rather"]);
    let mut inner = second + 1..second + 1 + CONTRAST;
    let comma = inner.find(|at| scene.is(*at, &[","])).filter(|_| opens);
    comma.map_or(at, |comma| comma + 1)
}

/// "the networks are classified", "networks: classified": the tokens from the noun to the word.
pub fn predicated(scene: &Scene<'_>, term: Span, attributes: &[Span]) -> Option<Range<usize>> {
    let words = scene.tokens_of(term);
    let noun = attributes.iter().rfind(|noun| noun.end() <= term.start())?;
    let from = scene.tokens_of(*noun);
    let is_near = words.start.saturating_sub(from.end) <= PREDICATE;
    let is_tied = (from.end..words.start)
        .any(|at| scene.is(at, grammar::BE) || scene.is(at, TYING) || scene.is(at, &[":"]) && at == from.end);
    let is_together = scene.clauses().are_together(from.start, words.start)
        || (from.end..words.start).all(|at| !scene.is(at, &[";", "—"]) && at == from.end)
        || is_told_of(scene, from.end, words.start);
    (stands_free(scene, words.end) && is_near && is_tied && is_together).then_some(from.start..words.end)
}

/// Adverbs behind a word that is predicated: "is injected twice".
const ADVERBS: &[&str] = &["once", "twice", "again", "too", "there", "here", "now", "anyway"];

/// Whether no noun follows that the word before the token `at` could describe.
pub fn stands_free(scene: &Scene<'_>, at: usize) -> bool {
    let Some(next) = scene.tokens.get(at) else { return true };
    let is_noun = grammar::is_content(scene.text(), *next) || next.kind == Kind::Number;
    let is_adverb = grammar::is_adverb(scene.word(at)) || scene.is(at, ADVERBS) || phrase::is_time(scene, at);
    !is_noun || is_adverb || scene.is(at, grammar::SAYING)
}

/// Words between a noun and a relative clause about it: "the merger of Orvane and Dunlow, which".
const COMPLEMENT: &[&str] = &["of", "by", "with", "between", "and", "the", ","];

/// "the vaccine, which is injected", "the takeover of Orvane, which was approved": whether the word at the token
/// `term` stands in a relative clause about the noun that ends before the token `noun_end`.
fn is_told_of(scene: &Scene<'_>, noun_end: usize, term: usize) -> bool {
    let opening = scene.clauses().around(term).start;
    let is_inner = |at: usize| {
        scene.is(at, COMPLEMENT)
            || grammar::is_hyphen(scene.text(), scene.tokens[at])
            || scene.is_mentioned(scene.tokens[at].span)
    };
    let is_unbroken = !(opening..term).any(|at| scene.is(at, &[","]));
    opening >= noun_end
        && scene.is(opening, &["which", "that"])
        && is_unbroken
        && (noun_end..opening).all(is_inner)
}
