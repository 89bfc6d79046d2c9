//! The loose ties: the noun before a relative pronoun, the subject of the clause, that of the sentence.

use crate::claim::binding::Owner;
use crate::claim::binding::Tie;
use crate::claim::binding::foreign;
use crate::claim::binding::head;
use crate::claim::binding::phrase;
use crate::claim::binding::rival;
use crate::claim::binding::settle;
use crate::claim::binding::stranger;
use crate::claim::grammar;
use crate::claim::mention::Manner;
use crate::claim::mention::Mention;
use crate::claim::scene::Scene;
use crate::fact::FactId;
use crate::token;
use std::ops::Range;

/// "the alliance, which has 31 members": the noun before the relative pronoun.
pub fn by_relative(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> Option<Owner> {
    let clauses = scene.clauses();
    if !clauses.is_relative(scene.text(), scene.tokens, core.start) {
        return None;
    }
    let start = clauses.around(core.start).start;
    // "that the Pact has 31 members" opens a clause of its own, "that have 31 members" tells of a noun.
    if scene.is(start, &["that"]) && opens_clause(scene, start + 1) {
        return None;
    }
    let start = if scene.is_after(start, grammar::PREPOSITIONS) { start - 1 } else { start };
    let antecedent: Vec<&Mention> =
        (1..=2).filter_map(|back| start.checked_sub(back)).flat_map(|at| scene.mentions_ending(at)).collect();
    let before = start.checked_sub(if scene.is_after(start, &[","]) { 2 } else { 1 });
    let is_foreign =
        before.is_some_and(|at| at > 0 && foreign::is_name_like(scene, at) && !phrase::is_time(scene, at));
    match settle(scene, fact, &antecedent, Tie::Clause) {
        None if is_foreign => Some(Owner::Other),
        decided => decided,
    }
}

/// Whether a subject follows, and not a verb.
fn opens_clause(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, grammar::DEFINITE)
        || scene.is(at, grammar::INDEFINITE)
        || !scene.mentions_starting(at).is_empty()
        || scene.tokens.get(at).is_some_and(|token| token.kind == token::Kind::Number)
}

/// The subject of the clause: the last one before that no preposition governs, else any before, else after.
pub fn by_clause(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> Option<Owner> {
    let clause = scene.clauses().around(core.start);
    let main = stranger::main(scene, clause.start..core.start);
    let earlier = rival::rivals_in(scene, fact, main..core.start);
    let later = rival::rivals_in(scene, fact, core.end..clause.end);
    let is_strangers = earlier.is_empty()
        && (stranger::is_subject(scene, fact, core)
            || stranger::is_new_subject(scene, fact, core)
            || !later.is_empty() && foreign::has_foreign_subject(scene, fact, clause.start..core.start));
    if is_strangers {
        return Some(Owner::Other);
    }
    let earlier =
        if earlier.is_empty() { rival::rivals_in(scene, fact, clause.start..main) } else { earlier };
    let free = earlier.iter().copied().rfind(|mention| !is_governed(scene, mention));
    let chosen = free.or(earlier.last().copied()).or(later.first().copied())?;
    // "Orvane Pact rivals have 31 members".
    let is_rival = scene.is(scene.tokens_of(chosen.span).end, foreign::RIVALS);
    let is_other = is_rival
        || foreign::is_interrupted(scene, chosen, core)
        || foreign::is_owner_of_other(scene, fact, chosen)
        || chosen.span.end() <= scene.tokens[core.start].span.start()
            && head::is_inside_other(scene, fact, chosen);
    if is_other {
        return Some(Owner::Other);
    }
    settle(scene, fact, &same_words(scene, chosen), Tie::Clause)
}

/// The subject of the sentence: the first one before the clause, else the first one behind it.
pub fn by_sentence(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> Option<Owner> {
    if stranger::is_subject(scene, fact, core) || stranger::is_new_subject(scene, fact, core) {
        return Some(Owner::Other);
    }
    let clause = scene.clauses().around(core.start);
    let earlier = rival::rivals_in(scene, fact, 0..clause.start);
    // "The Courier first reported that Orvane was sold; the talks with Zelmora came later."
    let names_others = || scene.mentions_in(clause.clone()).any(|mention| mention.manner == Manner::Name);
    let is_apart = scene.is(clause.end, &[";"]) && earlier.is_empty() && names_others();
    let end = if is_apart { clause.end } else { scene.tokens.len() };
    let later = rival::rivals_in(scene, fact, clause.end..end);
    let free = earlier.iter().copied().find(|mention| !is_governed(scene, mention));
    let chosen = free.or(earlier.first().copied()).or(later.first().copied())?;
    settle(scene, fact, &same_words(scene, chosen), Tie::Sentence)
}

fn same_words<'s>(scene: &'s Scene<'_>, mention: &Mention) -> Vec<&'s Mention> {
    scene.mentions.iter().filter(|other| other.span == mention.span).collect()
}

/// Whether a preposition stands before the noun phrase of a mention.
fn is_governed(scene: &Scene<'_>, mention: &Mention) -> bool {
    let mut at = scene.token_at(mention.span.start());
    for _ in 0..3 {
        if scene.is_after(at, grammar::PREPOSITIONS) {
            return true;
        }
        if !scene.is_after(at, grammar::DEFINITE) && !scene.is_after(at, &["a", "an"]) {
            return false;
        }
        at -= 1;
    }
    false
}
