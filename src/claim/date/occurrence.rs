//! Which occurrence of an event is spoken of: "the 2025 summit" is not this year's.

use crate::claim::binding::phrase;
use crate::claim::calendar;
use crate::claim::date::doer;
use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::span::Span;
use crate::token::Kind;
use std::ops::Range;

/// Adjectives that single out an earlier occurrence.
const EARLIER: &[&str] =
    &["last", "previous", "prior", "past", "earlier", "inaugural", "original", "initial"];

/// Words between a date and an event behind it that keep them apart: "met on May 5 to prepare the summit".
const APART: &[&str] = &[
    "ahead", "before", "after", "prepare", "prepares", "preparing", "preparation", "preparations", "discuss",
    "discussing", "planning", "until", "since", "following",
];

/// Whether the word of the event at `event` is that of another occurrence than the one of the fact.
pub fn is_another(scene: &Scene<'_>, event: &Range<usize>) -> bool {
    let before = event.start.saturating_sub(REACH)..event.start;
    let names = |at: usize| {
        !is_once(scene, event) && is_naming_year(scene, at) || scene.is(at, EARLIER) && !is_at_last(scene, at)
    };
    before.into_iter().any(|at| names(at) && !has_break(scene, at + 1..event.start))
}

/// "The second summit was held in 2022", "was also closed in 2019", "last went on strike in 2011": whether words before
/// the name or the verb say that it is not the one of the fact.
pub fn is_another_one(scene: &Scene<'_>, event: &Range<usize>, subject: Span) -> bool {
    let name = scene.tokens_of(subject).start;
    let group = doer::subject_end(scene, event.start)..event.start;
    let recurs = scene.is(event.start, &["held", "met"]) && scene.is_after(event.start, &["first"]);
    let is_numbered = scene.is_after(name, EARLIER) || scene.is_after(name, NUMBERED);
    doer::is_verb(scene, event)
        && (is_numbered
            || recurs
            || group.into_iter().any(|at| scene.is(at, AGAIN) && !is_at_last(scene, at)))
}

/// Numbers of an occurrence before the name of what recurs.
const NUMBERED: &[&str] = &["first", "second", "third", "fourth", "fifth", "next", "final"];
/// Adverbs of another time than the one that is meant by default.
const AGAIN: &[&str] = &["also", "last", "previously", "earlier", "formerly"];

/// "its 2016 opening": what comes about once has its year before it, and not its number.
fn is_once(scene: &Scene<'_>, event: &Range<usize>) -> bool {
    let last = event.end - 1;
    scene.is(last, ONCE) || scene.word(last).len() > 5 && scene.word(last).ends_with("ing")
}

/// Nouns of what comes about once.
const ONCE: &[&str] =
    &["death", "birth", "launch", "release", "closure", "merger", "inauguration", "foundation", "completion"];

/// "Zelmora at last opened the plant"; "at last year's summit" is about the summit of another year.
fn is_at_last(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, &["last"]) && scene.is_after(at, &["at"]) && !phrase::is_time(scene, at + 1)
}

/// Whether the token `at` is a year that is no part of "in March 2026", which tells a day.
fn is_naming_year(scene: &Scene<'_>, at: usize) -> bool {
    let token = scene.tokens[at];
    let is_year = token.kind == Kind::Number && token.span.len() == 4;
    let month = calendar::month_before(scene, at);
    let is_day = month.checked_sub(1).is_some_and(|before| scene.tokens[before].kind == Kind::Number);
    is_year && !is_day && !scene.is_after(month, grammar::PREPOSITIONS) && !scene.is_after(month, ENDING)
}

/// Marks and words after which a year tells when: "is a 2026 film" does too.
const ENDING: &[&str] = &["a", "an", ",", "since", "until", "before", "after", "early", "late", "mid", "-"];

/// How many words before an event may say which one it is.
const REACH: usize = 5;

/// Whether a mark, a verb or a preposition ends the noun phrase in these tokens.
fn has_break(scene: &Scene<'_>, mut between: Range<usize>) -> bool {
    between.any(|at| {
        let token = scene.tokens[at];
        token.kind == Kind::Mark || scene.is(at, BREAKS)
    })
}

const BREAKS: &[&str] = &[
    "the", "a", "an", "its", "their", "of", "in", "on", "at", "for", "to", "that", "which", "and", "by",
    "will", "is", "was", "are", "were", "has", "had",
];

/// Whether words keep a date and the event behind it apart.
pub fn is_apart(scene: &Scene<'_>, date: &Range<usize>, event: &Range<usize>) -> bool {
    let mut between = date.end..event.start.max(date.end);
    // A date that opens the sentence is that of all that follows.
    date.start > 1 && between.any(|at| scene.is(at, APART))
}
