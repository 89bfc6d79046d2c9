//! The noun phrase of a count: compounds, definite phrases, groups of their own.

use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::claim::slice;
use crate::fact::FactId;
use crate::span::Span;
use crate::token::Kind;
use crate::value::Value;
use std::ops::Range;

/// The number, with its noun where a hyphen makes them one word.
pub fn marked(scene: &Scene<'_>, value: &Value, core: &Range<usize>) -> Span {
    let number = scene.tokens_of(value.core);
    let end = if is_compound(scene, &(number.start..core.end)) { core.end } else { number.end };
    scene.span_of(number.start..compound_end(scene, number.end, end))
}

/// The end of the hyphenated word that the number opens, no further than `end`.
fn compound_end(scene: &Scene<'_>, from: usize, end: usize) -> usize {
    let mut at = from;
    while at + 1 < end && is_hyphen(scene, at) {
        at += 2;
    }
    at
}

fn is_hyphen(scene: &Scene<'_>, at: usize) -> bool {
    let touches = |at: usize| {
        scene.tokens.get(at).zip(scene.tokens.get(at + 1)).is_some_and(|(token, next)| token.touches(*next))
    };
    scene.tokens.get(at).is_some_and(|token| grammar::is_hyphen(scene.text(), *token))
        && touches(at)
        && at.checked_sub(1).is_some_and(touches)
}

/// Whether number and noun are one hyphenated word: "32-member".
pub fn is_compound(scene: &Scene<'_>, core: &Range<usize>) -> bool {
    core.clone().any(|at| is_hyphen(scene, at) && at + 1 == core.end - 1) || is_loose_compound(scene, core)
}

/// "the 25 nation bloc": the noun in the singular before what it describes.
fn is_loose_compound(scene: &Scene<'_>, core: &Range<usize>) -> bool {
    let last = core.end - 1;
    let is_singular = scene.tokens.get(last).is_some_and(|token| !token.span.of(scene.text()).ends_with('s'));
    let follows = scene.tokens.get(core.end).map(|token| token.span);
    is_singular && follows.is_some_and(|span| scene.mentions.iter().any(|m| m.span.start() == span.start()))
}

/// Whether the phrase is definite: "the 31 members", "all 31 allies", "its 31 members".
pub fn is_definite(scene: &Scene<'_>, core: &Range<usize>) -> bool {
    let mut at = core.start;
    for _ in 0..3 {
        if scene.is_after(at, grammar::DEFINITE) || at > 0 && scene.tokens[at - 1].kind == Kind::Possessive {
            return true;
        }
        let is_adjective = at > 0 && grammar::is_content(scene.text(), scene.tokens[at - 1]);
        if !is_adjective || is_verb(scene, at - 1) {
            return false;
        }
        at -= 1;
    }
    false
}

/// "The strike involves 4,000", "the strike involved 4,000": no adjective ends in "s", and one in "ed" behind
/// a noun is a verb.
fn is_verb(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.tokens[at].span.of(scene.text());
    let follows_noun = at > 0 && grammar::is_content(scene.text(), scene.tokens[at - 1]);
    let is_plain = word.chars().all(char::is_lowercase) && word.len() > 2;
    is_plain && (word.ends_with('s') || word.ends_with("ed") && follows_noun)
}

/// Whether the phrase names a group of its own: "26 ACP countries", "a 15-member panel".
pub fn names_another_group(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> bool {
    let text = scene.text();
    let foreign = core.clone().skip(1).any(|at| {
        let token = scene.tokens[at];
        token.is_capitalised(text)
            && !scene.is_heading()
            && !scene.is_hit(token.span)
            && !is_demonym(token.span.of(text))
            && !slice::names(&scene.fact(fact).says, token.span.of(text))
    });
    foreign || is_compound_of_other(scene, fact, core)
}

fn is_compound_of_other(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> bool {
    let is_compound = core.clone().any(|at| is_hyphen(scene, at) && at + 1 == core.end - 1);
    let Some(head) = scene.tokens.get(core.end).filter(|head| grammar::is_content(scene.text(), **head))
    else {
        return false;
    };
    let starts = |at: usize| !scene.mentions_starting(at).is_empty();
    // "A 300-seat hall, the Orla Hall was opened in 1998".
    let is_fronted = scene.is(core.end + 1, &[","]) && starts(core.end + 2);
    let is_attribute = scene.words_over(fact, head.span).any(|hit| hit.span.start() == head.span.start());
    let is_ours = starts(core.end)
        || starts(core.end + 1) && !head.is_capitalised(scene.text())
        || is_attribute
        || is_fronted;
    is_compound && !is_ours
}

/// "31 strong", "31-strong".
pub fn is_strong(scene: &Scene<'_>, core: &Range<usize>) -> bool {
    scene.is(core.end, &["strong"]) || scene.is_after(core.end, &["strong"])
}

/// "an alliance of 31 European countries": an adjective of a region, which says of all of them where they are.
pub fn is_region(scene: &Scene<'_>, at: usize) -> bool {
    let text = scene.text();
    scene.tokens.get(at).is_some_and(|token| token.is_capitalised(text) && is_demonym(token.span.of(text)))
}

/// An adjective of a nation or region, which is no group's name: "European", "Nordic".
fn is_demonym(word: &str) -> bool {
    ["an", "ic", "ese", "ish", "ern", "ch"].iter().any(|ending| word.ends_with(ending))
}
