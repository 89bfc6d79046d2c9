//! The loose ties: the noun before a relative pronoun, the subject of the clause, that of the sentence.

use crate::claim::binding::Owner;
use crate::claim::binding::Tie;
use crate::claim::binding::foreign;
use crate::claim::binding::front;
use crate::claim::binding::head;
use crate::claim::binding::rival;
use crate::claim::binding::settle;
use crate::claim::binding::stranger;
use crate::claim::grammar;
use crate::claim::mention::Mention;
use crate::claim::scene::Scene;
use crate::fact::FactId;
use crate::fact::Kind;
use std::ops::Range;

/// The subject of the clause: the last one before that no preposition governs, else any before, else after.
pub fn by_clause(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> Option<Owner> {
    let clause = scene.clauses().around(core.start);
    let main = front::main(scene, clause.start..core.start);
    if stranger::is_cut_off(scene, clause.start..core.start) {
        return Some(Owner::Other);
    }
    let earlier = rival::rivals_in(scene, fact, main..core.start);
    let later = rival::rivals_in(scene, fact, core.end..clause.end);
    if is_strangers(scene, fact, core, (main, &earlier, &later)) {
        return Some(Owner::Other);
    }
    let earlier =
        if earlier.is_empty() { rival::rivals_in(scene, fact, clause.start..main) } else { earlier };
    let free = earlier.iter().copied().rfind(|mention| !is_governed(scene, mention));
    let chosen = free.or(earlier.last().copied()).or(later.first().copied())?;
    if tells_of_other(scene, fact, core, chosen) {
        return Some(Owner::Other);
    }
    settle(scene, fact, &same_words(scene, chosen), Tie::Clause)
}

/// Whether the clause has a subject that is none of those that may own what the fact is about: they stand
/// `earlier` in its main part, which begins at `main`, or `later`.
fn is_strangers(
    scene: &Scene<'_>,
    fact: FactId,
    core: &Range<usize>,
    (main, earlier, later): (usize, &[&Mention], &[&Mention]),
) -> bool {
    let clause = scene.clauses().around(core.start);
    let stretch = scene.clauses().segment(core.start).start.max(main)..core.start;
    let is_new = || stranger::is_new_subject(scene, fact, core);
    if rival::rivals_in(scene, fact, stretch).is_empty() && is_new() {
        return true;
    }
    let is_last = is_figure(scene, fact) && speaks_last(scene, earlier, core);
    if is_last && stranger::is_declared(scene, fact, core) {
        return true;
    }
    let is_foreign = || {
        stranger::has_verb(scene, core)
            || stranger::does_it(scene, fact, core)
            || foreign::has_foreign_subject(scene, fact, clause.start..core.start)
    };
    earlier.is_empty()
        && (stranger::is_of_others(scene, fact, core)
            || stranger::is_subject(scene, fact, core)
            || !later.is_empty() && is_foreign())
}

/// Whether what is said of the mention is said of something else: of what it owns, describes or is parted from.
fn tells_of_other(scene: &Scene<'_>, fact: FactId, core: &Range<usize>, chosen: &Mention) -> bool {
    let is_before = chosen.span.end() <= scene.tokens[core.start].span.start();
    // "Orvane Pact rivals have 31 members".
    scene.is(scene.tokens_of(chosen.span).end, foreign::RIVALS)
        || foreign::is_interrupted(scene, chosen, core)
        || foreign::is_modifier(scene, fact, chosen, core)
        || foreign::is_rivals(scene, chosen)
        || is_before && is_figure(scene, fact) && foreign::owns_somebody(scene, chosen, core)
        || foreign::is_owner_of_other(scene, fact, chosen)
        || is_before && head::is_inside_other(scene, fact, chosen)
}

/// "Zelmora said Orvane had 41 ships": whether all that are named before stand before the verb of saying.
fn speaks_last(scene: &Scene<'_>, earlier: &[&Mention], core: &Range<usize>) -> bool {
    let spoken = front::spoken(scene, core).unwrap_or(0);
    earlier.iter().all(|mention| scene.token_at(mention.span.start()) < spoken)
}

/// Facts whose value is that of whoever is the subject of its clause.
fn is_figure(scene: &Scene<'_>, fact: FactId) -> bool {
    matches!(scene.fact(fact).kind, Kind::Count(_) | Kind::Measure { .. } | Kind::Date { .. })
}

/// The subject of the sentence: the first one before the clause, else the first one behind it.
pub fn by_sentence(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> Option<Owner> {
    if stranger::is_subject(scene, fact, core) || stranger::is_new_subject(scene, fact, core) {
        return Some(Owner::Other);
    }
    let clause = scene.clauses().around(core.start);
    // "The bridge is 400 metres long; the tunnel beside it is 900 metres long".
    let is_next = scene.is(clause.start, &[";"]) && is_figure(scene, fact);
    if is_next && stranger::is_told_of(scene, fact, core) {
        return Some(Owner::Other);
    }
    let earlier = rival::rivals_in(scene, fact, 0..clause.start);
    // "The Courier first reported that Orvane was sold; the talks with Zelmora came later."
    let is_apart = scene.is(clause.end, &[";"]) && earlier.is_empty();
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
