//! Which occurrence of an event is spoken of: "the 2025 summit" is not this year's.

use crate::claim::binding::phrase;
use crate::claim::calendar;
use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::token::Kind;
use std::ops::Range;

/// Adjectives that single out an earlier occurrence.
const EARLIER: &[&str] = &["last", "previous", "prior", "past", "earlier", "inaugural"];

/// Words between a date and an event behind it that keep them apart: "met on May 5 to prepare the summit".
const APART: &[&str] = &[
    "ahead", "before", "after", "prepare", "prepares", "preparing", "preparation", "preparations", "discuss",
    "discussing", "planning", "until", "since", "following",
];

/// Whether the word of the event at `event` is that of another occurrence than the one of the fact.
pub fn is_another(scene: &Scene<'_>, event: &Range<usize>) -> bool {
    let before = event.start.saturating_sub(REACH)..event.start;
    let names = |at: usize| is_naming_year(scene, at) || scene.is(at, EARLIER) && !is_at_last(scene, at);
    before.into_iter().any(|at| names(at) && !has_break(scene, at + 1..event.start))
}

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
