//! The noun that a mention only describes: "Work on the road to the Riverside plant" is about work.
//!
//! Such a noun is another thing, and what is said of it is not said of the mention, unless the noun
//! stands for what the fact is about ("the height of", "the opening of"), names a quantity ("the number
//! of"), or acts for the mention ("the board of", "officials at").

use crate::claim::binding::foreign;
use crate::claim::binding::front;
use crate::claim::binding::phrase;
use crate::claim::grammar;
use crate::claim::mention::Mention;
use crate::claim::scene::Scene;
use crate::claim::slice;
use crate::claim::titles;
use crate::fact::EntityId;
use crate::fact::FactId;
use crate::fact::Kind;
use crate::span::Span;
use crate::token;
use std::ops::Range;

/// Nouns for how much there is of what they are said of.
pub const QUANTITIES: &[&str] = &[
    "number", "total", "level", "size", "amount", "value", "figure", "count", "tally", "toll", "rate",
    "cost", "share", "majority", "most", "all", "membership", "ranks", "strength", "scale", "average", "sum",
    "rest", "percentage", "proportion", "rise", "fall", "increase", "decrease", "drop", "surge", "jump",
    "growth", "half", "third", "quarter", "top", "summit", "peak", "height", "length", "whole", "part",
    "record", "headcount", "workforce", "payroll", "roll", "rolls", "roster",
];
/// Nouns for what something does.
const WORKINGS: &[&str] = &[
    "production", "operations", "output", "service", "services", "business", "plans", "plan", "talks",
    "negotiations", "deal", "contract", "agreement", "case", "ruling", "decision", "matter", "story", "news",
    "announcement", "date", "day", "time", "start", "end",
];
/// Nouns for those who act for it, as holders of a title do.
const AGENTS: &[&str] = &[
    "maker", "operator", "parent", "board", "management", "staff", "police", "government", "leadership",
    "council", "team", "people", "crew",
];
/// Endings of nouns for people.
const PEOPLE: &[&str] = &["ers", "ors", "ists", "men", "women", "ans", "ees", "ives", "als", "ents", "ies"];
/// Whether a mention only describes another thing of which `fact` is not.
pub fn is_inside_other(scene: &Scene<'_>, fact: FactId, mention: &Mention) -> bool {
    is_concrete(scene, fact)
        && of_phrase(scene, scene.token_at(mention.span.start()))
            .is_some_and(|head| !is_of_fact(scene, fact, head) && !is_transparent(scene, head))
}

/// Prepositions by which something is said of another thing, and not where or when it happens.
const ABOUT: &[&str] = &["to", "of", "about", "on", "for", "over", "against", "with"];

/// Whether a word of the fact only describes another thing: "changes to the deal".
pub fn is_described(scene: &Scene<'_>, fact: FactId, word: usize) -> bool {
    let is_about = (word.saturating_sub(BEFORE_HEAD + 1)..word).any(|at| scene.is(at, ABOUT));
    is_about
        && of_phrase(scene, word)
            .is_some_and(|head| !is_of_fact(scene, fact, head) && !is_transparent(scene, head))
}

/// Facts about things that are counted, measured or dated; offices and terms are bound more closely.
fn is_concrete(scene: &Scene<'_>, fact: FactId) -> bool {
    matches!(scene.fact(fact).kind, Kind::Count(_) | Kind::Measure { .. } | Kind::Date { .. })
}

/// Whether a preposition ties the words at `span` to a noun before it: "the summit" in "the height of the summit".
pub fn is_governed(scene: &Scene<'_>, span: Span) -> bool {
    described(scene, scene.token_at(span.start())).is_some()
}

/// How many prepositions may lead from a noun to the word that describes it: "work on the road to the plant".
const STEPS: usize = 3;

/// The head of the noun phrase in which a preposition governs the word `at`.
fn of_phrase(scene: &Scene<'_>, at: usize) -> Option<usize> {
    // "likely to open": what "to" stands right before is a verb.
    if scene.is_after(at, &["to"]) {
        return None;
    }
    let heads = std::iter::successors(Some(at), |at| described(scene, *at));
    heads.skip(1).take(STEPS).last()
}

/// The noun that the phrase of the word `at` describes: "road" for "plant" in "the road to the new plant".
fn described(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let preposition = phrase_start(scene, at)?.checked_sub(1)?;
    let head = preposition.checked_sub(1).filter(|_| scene.is(preposition, grammar::PREPOSITIONS))?;
    // "Camp 2 on the hill".
    let is_numbered = scene.tokens[head].kind == token::Kind::Number;
    let head = if is_numbered { head.checked_sub(1)? } else { head };
    (grammar::is_content(scene.text(), scene.tokens[head]) && phrase_start(scene, head).is_some())
        .then_some(head)
}

/// How many words may stand before a noun in its phrase.
const BEFORE_HEAD: usize = 1;

/// Where the noun phrase of the word `at` begins: at its article, at an owner, behind a preposition, or where
/// its clause does. "came down" in "The bridge came down at" is too far from the article for a noun.
fn phrase_start(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let clause = scene.clauses().segment(at).start;
    let is_inner = |at: usize| {
        let token = scene.tokens[at];
        let is_verb = scene.is(at, grammar::SAYING) || scene.is(at, grammar::COMPRISING);
        (grammar::is_content(scene.text(), token) || token.kind == token::Kind::Number) && !is_verb
    };
    let first = (clause..at).rev().find(|at| !is_inner(*at));
    let opens = first.map_or(clause, |first| first + 1);
    if at - opens > BEFORE_HEAD {
        return None;
    }
    let Some(first) = first else { return Some(clause) };
    if scene.is(first, grammar::DEFINITE) || scene.is(first, grammar::INDEFINITE) {
        return Some(first);
    }
    let is_bounded = scene.is(first, grammar::PREPOSITIONS)
        || scene.tokens[first].kind == token::Kind::Possessive
        || first == clause;
    is_bounded.then_some(opens)
}

/// Whether the noun is one of the fact's own words, a name or another word for its subject.
pub fn is_of_fact(scene: &Scene<'_>, fact: FactId, head: usize) -> bool {
    let span = scene.tokens[head].span;
    let subjects = &scene.fact(fact).subjects;
    let is_subject = |mention: &Mention| subjects.contains(&mention.entity) && mention.span.overlaps(span);
    let stands_for = |entity: &EntityId| {
        let entity = scene.rules.entity(*entity);
        let is_word = |word: &String| span.of(scene.text()).eq_ignore_ascii_case(word);
        entity.epithets.iter().any(is_word)
    };
    scene.is_hit_of(fact, span)
        || slice::names(&scene.fact(fact).says, span.of(scene.text()))
        || scene.mentions.iter().any(is_subject)
        || subjects.iter().any(stands_for) && !is_anothers(scene, head)
}

/// "the Hammer Pass tunnel": whether a name before a noun makes it another.
fn is_anothers(scene: &Scene<'_>, noun: usize) -> bool {
    let is_name = |at: usize| foreign::is_name_like(scene, at) && !scene.is(at, grammar::DEFINITE);
    noun.checked_sub(1).is_some_and(is_name)
}

/// Whether a noun stands for what it is said of, or for no thing at all.
pub fn is_transparent(scene: &Scene<'_>, head: usize) -> bool {
    let word = scene.tokens[head].span.of(scene.text());
    [QUANTITIES, WORKINGS, AGENTS].iter().any(|nouns| scene.is(head, nouns))
        || phrase::is_time(scene, head)
        || titles::is_title(word)
        || word.chars().next().is_some_and(char::is_uppercase) && head > 0
        || word.len() > 4 && PEOPLE.iter().any(|ending| word.ends_with(ending))
}

/// "Sales at rival Dorn Stores rose": whether a name that the rules do not know is called a rival's.
fn names_rival(scene: &Scene<'_>, tokens: Range<usize>) -> bool {
    let is_name = |at: usize| {
        let is_known = scene.tokens.get(at).is_none_or(|token| scene.is_mentioned(token.span));
        foreign::is_name_like(scene, at) && !is_known
    };
    let start = tokens.start.max(tokens.end.saturating_sub(REACH));
    (start..tokens.end).any(|at| scene.is(at, foreign::RIVALS) && is_name(at + 1))
}

/// How far before a figure a rival is looked for.
const REACH: usize = 12;

/// "A rival suitor is weighing a bid": whether the clause is about somebody of the same kind.
pub fn is_about_rival(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> bool {
    let clause = scene.clauses().around(core.start);
    let main = front::opening(scene, clause.start..core.start);
    if names_rival(scene, clause.start..core.end) {
        return true;
    }
    [clause.start, main].into_iter().any(|start| {
        let opens = scene.is(start, grammar::INDEFINITE) || scene.is(start, &["its", "their"]);
        let is_another = scene.is(start, &["another"])
            || opens
                && scene.is(start + 1, &["second", "third", "further", "separate", "different", "similar"]);
        let mut near = start + 1..start + 4;
        near.any(|at| opens && scene.is(at, foreign::RIVALS) || is_another && is_of_fact(scene, fact, at))
    })
}
