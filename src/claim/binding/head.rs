//! The noun that a mention only describes: "Work on the road to the Riverside plant" is about work.
//!
//! Such a noun is another thing, and what is said of it is not said of the mention, unless the noun
//! stands for what the fact is about ("the height of", "the opening of"), names a quantity ("the number
//! of"), or acts for the mention ("the board of", "officials at").

use crate::claim::binding::foreign;
use crate::claim::binding::phrase;
use crate::claim::grammar;
use crate::claim::mention::Mention;
use crate::claim::scene::Scene;
use crate::fact::EntityId;
use crate::fact::FactId;
use crate::fact::Kind;
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
/// Nouns for those who act for it.
const AGENTS: &[&str] = &[
    "owner", "maker", "operator", "parent", "board", "management", "staff", "police", "government",
    "leadership", "council", "team", "people", "chief", "boss", "head", "president", "chairman",
    "chairwoman", "mayor", "governor", "minister", "spokesman", "spokeswoman", "spokesperson", "coroner",
    "crew",
];
/// Endings of nouns for people.
const PEOPLE: &[&str] = &["ers", "ors", "ists", "men", "women", "ans", "ees", "ives", "als", "ents", "ies"];
/// How far before a mention the noun it describes is looked for.
const REACH: usize = 12;

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
    let is_about = (word.saturating_sub(ADJECTIVES + 1)..word).any(|at| scene.is(at, ABOUT));
    is_about
        && of_phrase(scene, word)
            .is_some_and(|head| !is_of_fact(scene, fact, head) && !is_transparent(scene, head))
}

/// Facts about things that are counted, measured or dated; offices and terms are bound more closely.
fn is_concrete(scene: &Scene<'_>, fact: FactId) -> bool {
    matches!(scene.fact(fact).kind, Kind::Count(_) | Kind::Measure { .. } | Kind::Date { .. })
}

/// The head of the noun phrase in which a preposition governs the word `at`.
fn of_phrase(scene: &Scene<'_>, at: usize) -> Option<usize> {
    // "likely to open": what "to" stands right before is a verb.
    if scene.is_after(at, &["to"]) {
        return None;
    }
    let start = chain_start(scene, at);
    let preposition = (start..at).find(|at| scene.is(*at, grammar::PREPOSITIONS))?;
    let head = preposition.checked_sub(1).filter(|head| *head >= start)?;
    // "Camp 2 on the hill".
    let is_numbered = scene.tokens[head].kind == token::Kind::Number && head > start;
    let head = if is_numbered { head - 1 } else { head };
    is_noun(scene, head).then_some(head)
}

/// How many words may stand before a noun in its phrase.
const ADJECTIVES: usize = 2;

/// Whether a word has its article before it or opens its clause; "came down" in "The bridge came down at"
/// does not.
fn is_noun(scene: &Scene<'_>, head: usize) -> bool {
    let is_content = |at: usize| grammar::is_content(scene.text(), scene.tokens[at]);
    let clause = scene.clauses().segment(head).start;
    let first = (clause..head).rev().find(|at| !is_content(*at));
    let opens = first.map_or(clause, |at| at + 1);
    let has_article = first.is_none_or(|at| {
        scene.is(at, grammar::DEFINITE)
            || scene.is(at, grammar::INDEFINITE)
            || scene.tokens[at].kind == token::Kind::Possessive
    });
    is_content(head) && has_article && head - opens <= ADJECTIVES
}

/// Where the chain of nouns and prepositions that ends before `at` begins; a verb breaks it.
fn chain_start(scene: &Scene<'_>, at: usize) -> usize {
    let goes_on = |at: usize| {
        let token = scene.tokens[at];
        let is_link = scene.is(at, grammar::PREPOSITIONS)
            || scene.is(at, grammar::DEFINITE)
            || scene.is(at, grammar::INDEFINITE)
            || token.kind == token::Kind::Possessive;
        let is_verb = scene.is(at, grammar::SAYING) || scene.is(at, grammar::COMPRISING);
        let is_number = token.kind == token::Kind::Number;
        (is_link || is_number || grammar::is_content(scene.text(), token)) && !is_verb
    };
    let clause = scene.clauses().around(at);
    let from = clause.start.max(at.saturating_sub(REACH));
    (from..at).rev().find(|at| !goes_on(*at)).map_or(from, |stop| stop + 1)
}

/// Whether the noun is one of the fact's own words, a name or another word for its subject.
fn is_of_fact(scene: &Scene<'_>, fact: FactId, head: usize) -> bool {
    let span = scene.tokens[head].span;
    let subjects = &scene.fact(fact).subjects;
    let is_subject = |mention: &Mention| subjects.contains(&mention.entity) && mention.span.overlaps(span);
    let stands_for = |entity: &EntityId| {
        let entity = &scene.rules.entities[entity.0 as usize];
        let is_word = |word: &String| span.of(scene.text()).eq_ignore_ascii_case(word);
        entity.epithets.iter().any(is_word)
    };
    scene.hits_of_fact(fact).any(|hit| hit.span.overlaps(span))
        || scene.mentions.iter().any(is_subject)
        || subjects.iter().any(stands_for) && !foreign::is_name_like(scene, head.saturating_sub(1))
}

fn is_transparent(scene: &Scene<'_>, head: usize) -> bool {
    let word = scene.tokens[head].span.of(scene.text());
    [QUANTITIES, WORKINGS, AGENTS, phrase::TIMES].iter().any(|nouns| scene.is(head, nouns))
        || word.chars().next().is_some_and(char::is_uppercase) && head > 0
        || word.len() > 4 && PEOPLE.iter().any(|ending| word.ends_with(ending))
}

/// "A rival suitor is weighing a bid": whether the clause is about somebody of the same kind.
pub fn is_about_rival(scene: &Scene<'_>, core: &Range<usize>) -> bool {
    let start = scene.clauses().around(core.start).start;
    let opens = scene.is(start, grammar::INDEFINITE) || scene.is(start, &["another", "its", "their", "one"]);
    opens && (start + 1..start + 4).any(|at| scene.is(at, foreign::RIVALS))
}
