//! Holders of whom history is told: "in the footsteps of President Orla", "Velmark's first president".
//!
//! A title stays with the one who held it. Where the words around it speak of a legacy, of a death or
//! of one of many holders, the office was held once, whenever that was.

use crate::claim::grammar;
use crate::claim::memory::Memory;
use crate::claim::past;
use crate::claim::role::person;
use crate::claim::scene::Scene;
use crate::span::Span;
use crate::token::Kind;
use std::ops::Range;

/// Nouns and verbs by which somebody of the past is spoken of, before "of", "by", "to" or "for".
const REMEMBERING: &[&str] = &[
    "footsteps", "legacy", "memory", "death", "assassination", "murder", "killing", "funeral", "burial",
    "statue", "statues", "portrait", "portraits", "bust", "tomb", "grave", "biography", "memoir", "memoirs",
    "biographer", "widow", "widower", "heir", "days", "era", "time", "presidency", "reign", "tenure", "rule",
    "ghost", "shadow", "tradition", "example", "honor", "honour", "tribute", "named", "birthplace", "spirit",
    "descendant", "grandson", "granddaughter", "monument", "memorial", "anniversary", "vision", "words",
    "predecessor", "predecessors", "leaving", "resigning", "retiring", "quitting", "departure", "exit",
    "stint", "down", "career", "replacement", "papers", "letters", "overthrow", "ouster", "impeachment",
    "resignation", "downfall", "ousting",
];

/// Words that tie such a noun to the one it is about.
const ABOUT: &[&str] = &["of", "by", "to", "for", "after", "from", "as"];

/// Adjectives of one holder among many, told of the past unless the holder is today's.
const ORDINALS: &[&str] = &[
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "founding", "inaugural", "original", "wartime", "legendary", "postwar", "last",
];

/// How many words may stand between such a noun and the title.
const REACH: usize = 6;

/// Whether the words around a title and its holder speak of the past.
pub fn is_told(scene: &Scene<'_>, title: &Range<usize>, person: &Range<usize>) -> bool {
    is_remembered(scene, title.start.min(person.start))
        || scene.is_after(person.start, &["late"])
        || is_ordinal(scene, title)
        || has_died(scene, title.end.max(person.end))
        || has_ended(scene, title)
        || is_served(scene, title, person)
        || is_owner(scene, person)
}

/// "the legacy of Velmark's President Orla", within one noun phrase.
fn is_remembered(scene: &Scene<'_>, first: usize) -> bool {
    let mut at = first;
    for _ in 0..REACH {
        let Some(before) = at.checked_sub(1) else { return false };
        if scene.is(before, ABOUT) {
            return scene.is_after(before, REMEMBERING);
        }
        let token = scene.tokens[before];
        let goes_on = grammar::is_content(scene.text(), token)
            || scene.is(before, grammar::DEFINITE)
            || token.kind == Kind::Possessive;
        if !goes_on {
            return false;
        }
        at = before;
    }
    false
}

/// "Velmark's first president", "the 35th president".
fn is_ordinal(scene: &Scene<'_>, title: &Range<usize>) -> bool {
    let mut before = title.start.saturating_sub(3)..title.start;
    scene.is_after(title.start, ORDINALS) || before.any(|at| is_numeral(scene, at))
}

/// "35th", written in figures.
fn is_numeral(scene: &Scene<'_>, at: usize) -> bool {
    let Some(token) = scene.tokens.get(at) else { return false };
    let touches = scene.tokens.get(at + 1).is_some_and(|next| token.touches(*next));
    token.kind == Kind::Number && touches && scene.is(at + 1, &["st", "nd", "rd", "th"])
}

/// "Velmark's president until four years ago".
fn has_ended(scene: &Scene<'_>, title: &Range<usize>) -> bool {
    let is_end = |at: &usize| scene.is(*at, &[",", "—", "–", ";", "("]);
    (title.end..title.end + REACH).take_while(|at| !is_end(at)).any(|at| scene.is(at, &["until", "till"]))
}

/// "As president of Velmark, Orla opposed the war".
fn is_served(scene: &Scene<'_>, title: &Range<usize>, person: &Range<usize>) -> bool {
    let verb = scene.tokens.get(person.end).map(|token| token.span.of(scene.text()));
    let is_past = verb.is_some_and(past::is_form) || scene.is(person.end, &["was"]);
    title.start == 1 && scene.is(0, &["as", "while"]) && person.start > title.end && is_past
}

/// "Orla's old job as president".
fn is_owner(scene: &Scene<'_>, person: &Range<usize>) -> bool {
    let is_possessive = scene.tokens.get(person.end).is_some_and(|token| token.kind == Kind::Possessive);
    let mut owned = person.end + 1..person.end + 4;
    is_possessive && owned.any(|at| scene.is(at, TERMS))
}

/// Nouns for the time somebody holds an office.
const TERMS: &[&str] =
    &["job", "role", "post", "tenure", "time", "term", "stint", "years", "reign", "successor", "predecessor"];

/// "President Orla, who died in 1990", "President Orla (1917-1963)".
fn has_died(scene: &Scene<'_>, end: usize) -> bool {
    let verb = end + usize::from(scene.is(end, &[","])) + usize::from(scene.is(end + 1, &["who"]));
    let is_dead = verb > end && scene.is(verb, &["died", "ruled", "governed"]);
    let is_span = scene.is(end, &["("]) && scene.is(end + 4, &[")"]) && scene.is(end + 2, &["-", "–"]);
    is_dead || is_span
}

/// "(chief executive of Zelmora, 2019-2024)": the years of a term, which is over or has its own fact.
pub fn has_term(scene: &Scene<'_>, title: &Range<usize>, organisation: Span) -> bool {
    let end = scene.tokens_of(organisation).end.max(title.end);
    let year = end + usize::from(scene.is(end, &[","]));
    let is_number = |at: usize| scene.tokens.get(at).is_some_and(|token| token.kind == Kind::Number);
    is_number(year) && scene.is(year + 1, &["-", "–", "to"]) && is_number(year + 2)
}

/// "the chief executives of Orvane and Zelmora": an office each.
pub fn is_of_several(scene: &Scene<'_>, title: &Range<usize>) -> bool {
    let is_plural = scene.tokens[title.end - 1].span.of(scene.text()).ends_with('s');
    let is_name = |at: usize| scene.tokens.get(at).is_some_and(|token| token.is_capitalised(scene.text()));
    let mut organisations = title.end + 1..title.end + 1 + REACH;
    is_plural
        && scene.is(title.end, &["of", "at", "for"])
        && organisations.any(|at| scene.is(at, &["and", "&"]) && is_name(at - 1) && is_name(at + 1))
}

/// Whether several names follow a title in the plural: "Presidents Orla and Vale", of whom each held
/// the office, if not at one time.
pub fn is_list(scene: &Scene<'_>, memory: &Memory<'_>, title: &Range<usize>) -> bool {
    let Some(last) = title.end.checked_sub(1).and_then(|at| scene.tokens.get(at)) else { return false };
    let is_plural = last.span.of(scene.text()).ends_with('s') && !scene.is_after(title.end, &["boss"]);
    let Some(first) = person::person_at(scene, memory, title.end).filter(|_| is_plural) else { return false };
    let is_joined = scene.is(first.end, &[",", "and", "through", "to", "&"]);
    is_joined && !scene.is(title.start.saturating_sub(1), &["co", "-"])
}
