//! Whoever an organisation gives an office: "Zelmora's board appointed Ana Brandt chief executive".

use crate::claim::memory::Memory;
use crate::claim::role::person;
use crate::claim::scene::Scene;
use crate::fact::FactId;
use crate::span::Span;
use crate::token::Kind;
use std::ops::Range;

/// Verbs of giving an office.
const CHOOSING: &[&str] = &[
    "elected", "elects", "elect", "reelected", "appointed", "appoints", "appoint", "reappointed", "named",
    "names", "name", "chose", "chosen", "chooses", "picked", "picks", "hired", "hires", "made", "installed",
    "installs", "selected", "selects", "confirmed", "confirms", "unveiled", "unveils",
];

/// Words between an organisation and such a verb.
const BETWEEN: &[&str] = &[
    "has", "have", "had", "re", "-", "unanimously", "now", "also", "yesterday", "today", "then", "officially",
];

/// Those who choose for an organisation.
const CHOOSERS: &[&str] = &[
    "board", "directors", "shareholders", "owners", "trustees", "council", "councillors", "parliament",
    "assembly", "voters", "members", "people", "citizens", "electors", "residents", "governors", "committee",
];

/// The organisation, where it is that of the fact.
pub fn organisation(
    scene: &Scene<'_>,
    memory: &Memory<'_>,
    fact: FactId,
    title: &Range<usize>,
) -> Option<Span> {
    // "appointed Ana Brandt chief executive of its French arm".
    if scene.is(title.end, &["of", "for", "at"]) {
        return None;
    }
    let mut at = title.start;
    while scene.is_after(at, &["as", "its", "their", "the", "new"]) {
        at -= 1;
    }
    let person = person::person_before(scene, memory, at)?;
    let verb = person.start.checked_sub(1).filter(|verb| scene.is(*verb, CHOOSING))?;
    let mut end = verb;
    while scene.is_after(end, BETWEEN) {
        end -= 1;
    }
    owner_before(scene, fact, end)
}

/// The subject of the fact, if it or those who choose for it stand before the token `end`.
fn owner_before(scene: &Scene<'_>, fact: FactId, end: usize) -> Option<Span> {
    let subjects = &scene.fact(fact).subjects;
    let chooser = end.checked_sub(1)?;
    let is_owner = |at: usize| scene.tokens[at].kind == Kind::Possessive;
    let last = if scene.is(chooser, CHOOSERS) {
        let before = chooser.checked_sub(1)?;
        if is_owner(before) { before.checked_sub(1)? } else { before }
    } else {
        chooser
    };
    let named = scene.mentions_ending(last).into_iter().find(|mention| subjects.contains(&mention.entity))?;
    let start = scene.token_at(named.span.start());
    let start = start - usize::from(scene.is_after(start, &["the"]));
    let is_whole = !scene.is_after(start, &["of", "in", "at", "for", "from"])
        || start.checked_sub(2).is_some_and(|body| scene.is(body, CHOOSERS));
    is_whole.then_some(named.span)
}
