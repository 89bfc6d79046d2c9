//! A holder in a phrase before the organisation: "Under Ana Brandt, Zelmora has grown", "With Ana Brandt at the
//! helm, Zelmora is", "Edited by Ana Brandt, the Post has".
//!
//! Only where the verb is of today: "Under Tom Orla, Zelmora bought four rivals" may be of any time.

use crate::claim::Claim;
use crate::claim::Tenure;
use crate::claim::binding::Tie;
use crate::claim::memory::Memory;
use crate::claim::role::claim;
use crate::claim::role::leader;
use crate::claim::role::person;
use crate::claim::role::verb;
use crate::claim::scene::Scene;
use crate::fact::FactId;
use crate::span::Span;
use std::ops::Range;

/// Ways to be at the top.
const ON_TOP: &[&[&str]] = &[&["at", "the", "helm"], &["in", "charge"], &["in", "the", "job"]];

/// Verbs of today.
const TODAY: &[&str] = &["has", "have", "is", "are", "hasn't", "haven't", "isn't", "aren't"];

/// Who is said to hold the office in such a phrase.
pub fn find(scene: &Scene<'_>, memory: &Memory<'_>, fact: FactId) -> Option<Claim> {
    let (person, end) = by(scene, memory, fact)
        .or_else(|| with(scene, memory, fact))
        .or_else(|| under(scene, memory, fact))?;
    let subject = subject_at(scene, fact, end)?;
    Some(claim(scene, memory, fact, (person, Tenure::Present), (Tie::Apposition, subject)))
}

/// "Edited by Ana Brandt,": the person and where the phrase ends.
fn by(scene: &Scene<'_>, memory: &Memory<'_>, fact: FactId) -> Option<(Range<usize>, usize)> {
    let is_own = verb::is_own_participle(scene, fact, 0);
    let is_held = is_own || leader::is_top_office(scene, fact) && verb::leads(scene, fact, 0);
    let person = person::person_at(scene, memory, 2).filter(|_| is_held && scene.is(1, &["by"]))?;
    let is_meant = person.len() > 1 && (is_own || !leader::holds_another(scene, memory, fact, &person));
    is_meant.then_some((person.clone(), person.end))
}

/// "With Ana Brandt at the helm,".
fn with(scene: &Scene<'_>, memory: &Memory<'_>, fact: FactId) -> Option<(Range<usize>, usize)> {
    let person = scene.is(0, &["with"]).then(|| person::person_at(scene, memory, 1)).flatten()?;
    let is = |words: &&&[&str]| words.iter().zip(person.end..).all(|(word, at)| scene.is(at, &[*word]));
    let words = ON_TOP.iter().find(is)?;
    is_led(scene, memory, fact, &person).then_some((person.clone(), person.end + words.len()))
}

/// "Under Ana Brandt,", where the rules know her.
fn under(scene: &Scene<'_>, memory: &Memory<'_>, fact: FactId) -> Option<(Range<usize>, usize)> {
    let person = scene.is(0, &["under"]).then(|| person::person_at(scene, memory, 1)).flatten()?;
    let is_known = person::is_declared(scene, memory, &person);
    (is_known && is_led(scene, memory, fact, &person)).then_some((person.clone(), person.end))
}

/// Whether the office is one of leading, and the person holds no other of the organisation.
fn is_led(scene: &Scene<'_>, memory: &Memory<'_>, fact: FactId, person: &Range<usize>) -> bool {
    leader::is_top_office(scene, fact) && !leader::holds_another(scene, memory, fact, person)
}

/// The subject of the fact behind the comma at the token `comma`, with a verb of today.
fn subject_at(scene: &Scene<'_>, fact: FactId, comma: usize) -> Option<Span> {
    let start = comma + 1 + usize::from(scene.is(comma + 1, &["the"]));
    let subjects = &scene.fact(fact).subjects;
    let named = scene.mentions_starting(start).into_iter().find(|one| subjects.contains(&one.entity))?;
    let is_today = scene.is(scene.tokens_of(named.span).end, TODAY);
    (scene.is(comma, &[","]) && is_today).then_some(named.span)
}
