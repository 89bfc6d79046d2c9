//! Which verb a date belongs to: "was designed in 2009 and opened in 2018", "the engineer who opened it retired in 2022".

use crate::claim::date::doer;
use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::fact::FactId;
use std::ops::Range;

/// What is said of an event that came about, where the date is its own.
const OCCURRING: &[&str] = &[
    "took", "happened", "occurred", "held", "came", "began", "begun", "started", "went", "set", "scheduled",
    "planned", "expected", "postponed", "delayed", "moved", "fixed", "completed", "closed", "concluded",
    "finalised", "finalized", "signed", "sealed", "staged", "marked", "followed", "launched", "opened",
    "became", "fell", "made", "agreed", "passed", "expired", "reached", "struck", "announced", "published",
    "released", "issued", "brought",
];
/// Words that open the clause of a noun before them.
const RELATIVE: &[&str] = &["who", "that", "which"];
/// Words by which something was planned, in whatever came of it.
const PLANNED: &[&str] = &[
    "due", "expected", "planned", "set", "meant", "supposed", "scheduled", "hoped", "intended", "slated",
    "originally",
];

/// Whether the date is that of the verb before it, and the event the next one: "was designed in 2009 and opened in
/// 2018", "promised in 2023 to sign".
pub fn is_next(scene: &Scene<'_>, date: &Range<usize>, event: &Range<usize>) -> bool {
    let joins = |at: usize| scene.is(at, grammar::JOINING) || scene.is(at, &["but", "then", "to"]);
    event.start >= date.end && (date.end..event.start).any(joins)
}

/// Whether a verb between an event and a date takes the date: that of the main clause behind "who opened it", or what
/// is said of a noun, as in "the opening was celebrated again in 2023".
pub fn is_between(scene: &Scene<'_>, fact: FactId, event: &Range<usize>, date: &Range<usize>) -> bool {
    let between = event.end..date.start.max(event.end);
    let mut verbs = between.clone().filter(|at| is_finite(scene, fact, *at));
    if doer::is_verb(scene, event) {
        let opener = doer::subject_end(scene, event.start).checked_sub(1);
        return opener.is_some_and(|at| scene.is(at, RELATIVE)) && verbs.next().is_some();
    }
    let has_break = between.clone().any(|at| scene.is(at, &[","]) || scene.is(at, RELATIVE));
    let has_object = |at: usize| scene.is(at + 1, &["the", "its", "their", "his", "her", "a", "an"]);
    let takes = |at: usize| !scene.is(at, OCCURRING) || scene.is(at, &["closed"]) && has_object(at);
    !has_break && verbs.any(takes)
}

/// Whether a past form is a verb of its clause, and no adjective as in "the renovated hall".
fn is_finite(scene: &Scene<'_>, fact: FactId, at: usize) -> bool {
    let is_adjective = scene.is_after(at, grammar::DEFINITE)
        || scene.is_after(at, grammar::INDEFINITE)
        || scene.is_after(at, grammar::PREPOSITIONS);
    doer::is_past(scene, at) && !is_adjective && !scene.is_hit_of(fact, scene.tokens[at].span)
}

/// "was due to open in 2016", "was to be released in 2018", "its planned launch": whether the event was only planned,
/// in the past.
pub fn was_only_planned(scene: &Scene<'_>, event: &Range<usize>) -> bool {
    let infinitive = event.start - usize::from(scene.is_after(event.start, &["be"]));
    let is_noun = scene.is_after(event.start, &["planned", "original", "intended", "proposed"]);
    let Some(to) = infinitive.checked_sub(1).filter(|at| scene.is(*at, &["to"])) else { return is_noun };
    let verb = to - usize::from(scene.is_after(to, PLANNED));
    scene.is_after(verb, &["was", "were", "been"])
}
