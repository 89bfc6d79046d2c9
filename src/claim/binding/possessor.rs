//! Owners by a possessive: "the Pact's members", "its members", "the ministry's staff".

use crate::claim::binding::Owner;
use crate::claim::binding::Tie;
use crate::claim::binding::phrase;
use crate::claim::binding::rival;
use crate::claim::binding::settle;
use crate::claim::grammar;
use crate::claim::mention::Mention;
use crate::claim::scene::Scene;
use crate::fact::FactId;

/// Whose the possessive at the token `at` is.
pub fn of(scene: &Scene<'_>, fact: FactId, at: usize) -> Option<Owner> {
    let before = at.checked_sub(1)?;
    if phrase::is_time(scene, before) {
        return None;
    }
    let here = scene.mentions_ending(before);
    if here.is_empty() && is_short_for(scene, fact, before) {
        return Some(Owner::Subject(Tie::Phrase, scene.tokens[before].span));
    }
    Some(settle(scene, fact, &here, Tie::Phrase).unwrap_or(Owner::Other))
}

/// "the ministry" for the Ministry of Works: a common noun of its name, once the name has been used.
fn is_short_for(scene: &Scene<'_>, fact: FactId, at: usize) -> bool {
    let word = scene.tokens[at].span.of(scene.text());
    let is_word = |name: &String| name.contains(' ') && name.split(' ').any(|w| w.eq_ignore_ascii_case(word));
    let is_noun = scene.is_after(at, &["the"]) && word.len() > 3 && word.chars().all(char::is_lowercase);
    let mut subjects = scene.fact(fact).subjects.iter();
    is_noun
        && subjects.any(|subject| {
            let is_named = scene.recent.contains(subject);
            is_named && scene.rules.entity(*subject).names.iter().any(is_word)
        })
}

/// Whose the pronoun at the token `at` is, which goes back to the mentions `here`.
pub fn of_pronoun(scene: &Scene<'_>, fact: FactId, here: &[&Mention], at: usize) -> Option<Owner> {
    let is_joined = scene.is_after(at, &["and"]);
    if !is_joined && opens_for(scene, fact, here, at) {
        return settle(scene, fact, &subject_of(scene, fact, at), Tie::Phrase);
    }
    settle(scene, fact, here, Tie::Phrase)
}

/// "The port lets Zelmora use its closed quays": what "its" goes back to has nothing of the sort as far as
/// the rules know, and the subject of the clause has.
fn opens_for(scene: &Scene<'_>, fact: FactId, here: &[&Mention], at: usize) -> bool {
    let subjects = &scene.fact(fact).subjects;
    let is_free = |m: &&Mention| !subjects.contains(&m.entity) && !rival::competes(scene, fact, m.entity);
    here.iter().all(is_free) && !subject_of(scene, fact, at).is_empty()
}

/// How far from the opening of its clause a pronoun may go back to its subject.
const OPENING: usize = 40;

/// The subject of the fact, where the clause of the token `at` opens with it.
fn subject_of<'s>(scene: &'s Scene<'_>, fact: FactId, at: usize) -> Vec<&'s Mention> {
    let clause = scene.clauses().around(at).start;
    let opening = clause + usize::from(scene.is(clause, grammar::DEFINITE));
    let is_said = (clause..at).rev().take(OPENING).any(|at| scene.is(at, grammar::SAYING));
    let mut opens = scene.mentions_starting(opening);
    opens.retain(|mention| {
        at - clause <= OPENING && !is_said && scene.fact(fact).subjects.contains(&mention.entity)
    });
    opens
}
