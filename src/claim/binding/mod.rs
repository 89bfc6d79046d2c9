//! Whose value it is.
//!
//! The nearest tie wins: a name inside the noun phrase, a possessive before it, an "of" after it, an
//! apposition, then the subject of the clause, then that of the sentence. Another owner that stands
//! nearer takes the value away. Loose ties are only contested by entities of which the rules know
//! the same attribute; a tight one by anybody.

pub mod clause;
pub mod foreign;
pub mod front;
pub mod head;
pub mod phrase;
pub mod possessor;
pub mod relative;
pub mod rival;
pub mod stranger;
mod unknown;

use crate::claim::mention::Mention;
use crate::claim::scene::Scene;
use crate::fact::FactId;
use crate::span::Span;
use std::ops::Range;

/// Who a value or a term belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The subject of the fact.
    Subject(Tie, Span),
    /// Somebody or something else.
    Other,
    /// Nobody in the sentence.
    Nobody,
}

/// How closely a value is tied to its owner; the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tie {
    /// Within one noun phrase.
    Phrase,
    /// Beside it: "The Pact, a 32-member alliance".
    Apposition,
    /// In one clause.
    Clause,
    /// In one sentence.
    Sentence,
}

/// How many adjectives may stand between an owner and what is owned.
const ADJECTIVES: usize = 4;

/// Who owns the noun phrase made of the tokens `core`, as far as `fact` is concerned.
pub fn owner(scene: &Scene<'_>, fact: FactId, core: Range<usize>) -> Owner {
    if head::is_about_rival(scene, fact, &core) {
        return Owner::Other;
    }
    tight(scene, fact, core.clone())
        .or_else(|| relative::owner(scene, fact, &core))
        .or_else(|| clause::by_clause(scene, fact, &core))
        .or_else(|| clause::by_sentence(scene, fact, &core))
        .unwrap_or(Owner::Nobody)
}

/// Who owns an attribute and a value beside it; a close tie to the attribute decides before any other.
pub fn owner_of_both(
    scene: &Scene<'_>,
    fact: FactId,
    attribute: Range<usize>,
    value: &Range<usize>,
) -> Owner {
    let both = attribute.start.min(value.start)..attribute.end.max(value.end);
    if head::is_about_rival(scene, fact, &both) {
        return Owner::Other;
    }
    tight(scene, fact, attribute).unwrap_or_else(|| owner(scene, fact, both))
}

/// The same, within the noun phrase and its appositions alone; `None` where nobody is named there.
pub fn tight(scene: &Scene<'_>, fact: FactId, core: Range<usize>) -> Option<Owner> {
    if stranger::is_doer(scene, fact, &core) {
        return Some(Owner::Other);
    }
    phrase::inside(scene, fact, &core)
        .or_else(|| phrase::before(scene, fact, &core))
        .or_else(|| phrase::behind(scene, fact, &core))
        .or_else(|| phrase::apposition(scene, fact, &core))
}

/// Who did what the clause tells, where the name at the token `at` says so: "by Zelmora".
pub fn named_at(scene: &Scene<'_>, fact: FactId, at: usize) -> Owner {
    let here = scene.mentions_starting(at);
    settle(scene, fact, &here, Tie::Phrase).unwrap_or(Owner::Other)
}

/// Whether the other subjects of a fact are meant too, once one of them is.
pub fn all_are_meant(scene: &Scene<'_>, fact: FactId) -> bool {
    let subjects = &scene.fact(fact).subjects;
    subjects.iter().all(|subject| {
        scene.mentions.iter().any(|mention| mention.entity == *subject && mention.speaks_for(fact))
            || scene.recent.contains(subject)
    })
}

/// Decides among the mentions of one place; `None` where there are none.
fn settle(scene: &Scene<'_>, fact: FactId, here: &[&Mention], tie: Tie) -> Option<Owner> {
    let subjects = &scene.fact(fact).subjects;
    let ours = here.iter().find(|mention| {
        let is_subject = subjects.contains(&mention.entity) && mention.speaks_for(fact);
        is_subject && !foreign::is_strangers(scene, mention)
    });
    match ours {
        Some(mention) => Some(Owner::Subject(tie, mention.span)),
        None if here.is_empty() => None,
        None => Some(Owner::Other),
    }
}
