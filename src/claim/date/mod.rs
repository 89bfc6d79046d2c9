//! Claims of when.
//!
//! A date belongs to the event whose word stands in its part of the clause: "striking a deal on
//! Friday". A date at the front of a sentence belongs to the clause behind it; one beside a verb of
//! saying is the day of speaking.

mod ahead;
mod another;
mod distance;
mod doer;
mod occurrence;
mod verb;

use crate::claim::Claim;
use crate::claim::Observed;
use crate::claim::anchor::Hit;
use crate::claim::binding;
use crate::claim::binding::Owner;
use crate::claim::binding::Tie;
use crate::claim::binding::head;
use crate::claim::binding::stranger;
use crate::claim::grammar;
use crate::claim::mention::Mention;
use crate::claim::scene::Scene;
use crate::fact::EntityId;
use crate::fact::FactId;
use crate::fact::Nature;
use crate::span::Span;
use crate::token;
use crate::value::Amount;
use crate::value::Kind;
use crate::value::Value;
use crate::value::date::Grain;
use crate::value::date::Period;
use crate::value::date::compare;
use std::ops::Range;

/// Finds what a sentence says of a `date` fact.
pub fn find(scene: &Scene<'_>, fact: FactId, claims: &mut Vec<Claim>) {
    let attributes: Vec<Hit> = scene.hits_of(&scene.anchors.fact(fact).attribute).collect();
    if attributes.is_empty() {
        return;
    }
    for value in scene.values().iter().filter(|value| value.kind == Kind::Date) {
        claims.extend(claim(scene, fact, value, &attributes));
    }
}

fn claim(scene: &Scene<'_>, fact: FactId, value: &Value, attributes: &[Hit]) -> Option<Claim> {
    let date = scene.tokens_of(value.full);
    if is_day_of_speaking(scene, fact, &date) || is_inside_name(scene, value) || is_relative(scene, value) {
        return None;
    }
    let attribute = nearest(scene, fact, value, attributes).filter(|hit| !is_taken(scene, &date, *hit))?;
    let event = scene.tokens_of(attribute.span);
    if is_of_another(scene, fact, &event, &date) || is_over(scene, fact, value) {
        return None;
    }
    let (tie, subject) = owner(scene, fact, event.clone(), &date)?;
    if doer::is_anothers(scene, fact, &event, subject) || occurrence::is_another_one(scene, &event, subject) {
        return None;
    }
    let is_strangers = stranger::is_subject(scene, fact, &date) && !are_all_here(scene, fact, &date);
    if is_strangers || !binding::all_are_meant(scene, fact) || !is_about_it(scene, fact, &date, attributes) {
        return None;
    }
    let meant = distance::as_meant(scene, &ahead::as_meant(scene, value, &date));
    let observed = Observed::Value(Box::new(meant));
    Some(Claim::bound(scene, fact, value.core, observed, (tie, subject)))
}

/// Whether the date is that of another event, of another occurrence, or of what only describes the event.
fn is_of_another(scene: &Scene<'_>, fact: FactId, event: &Range<usize>, date: &Range<usize>) -> bool {
    // "the text of the statement of 12 March": the date is the statement's own.
    let is_beside = date.start.saturating_sub(event.end) <= 1 && event.end <= date.start;
    let is_plan = scene.fact(fact).nature == Nature::Plan;
    occurrence::is_another(scene, event)
        || verb::is_between(scene, fact, event, date)
        || !is_plan && verb::was_only_planned(scene, event)
        || another::is_one(scene, fact, event, date)
        || occurrence::is_apart(scene, date, event)
        || !is_beside && head::is_described(scene, fact, event.start)
}

/// "the election of 2023": where the fact is of what is to come, a year that is over is that of an earlier occurrence.
fn is_over(scene: &Scene<'_>, fact: FactId, value: &Value) -> bool {
    let Amount::Dates(periods) = &value.amount else { return false };
    let is_past = |period: &Period| scene.document.date().is_some_and(|today| period.end <= today);
    let is_year = |period: &&Period| period.grain == Grain::Year;
    scene.fact(fact).nature == Nature::Plan && periods.first().filter(is_year).is_some_and(is_past)
}

/// Whether every subject of the fact is named in the clause of the date.
fn are_all_here(scene: &Scene<'_>, fact: FactId, date: &Range<usize>) -> bool {
    let clause = scene.clauses().around(date.start);
    let is_here =
        |entity: &EntityId| scene.mentions_in(clause.clone()).any(|m: &Mention| m.entity == *entity);
    scene.fact(fact).subjects.iter().all(is_here)
}

/// Whether it is this event, where the fact has several subjects: all are named in the clause, or at
/// least two of the fact's words stand together ("striking a deal on Friday").
fn is_about_it(scene: &Scene<'_>, fact: FactId, date: &Range<usize>, attributes: &[Hit]) -> bool {
    let clause = whole(scene, scene.clauses().around(date.start));
    let subjects = &scene.fact(fact).subjects;
    let is_here = |entity: &EntityId| scene.mentions_in(clause.clone()).any(|m| m.entity == *entity);
    let words = attributes.iter().filter(|hit| clause.contains(&scene.token_at(hit.span.start())));
    let n_words: usize = words.map(|hit| scene.tokens_of(hit.span).len()).sum();
    subjects.len() < 2 || subjects.iter().all(is_here) || n_words >= 2
}

/// A clause with the one that it announces: "On Friday it said that …".
fn whole(scene: &Scene<'_>, clause: Range<usize>) -> Range<usize> {
    let announces = scene.is(clause.end, &["that"]);
    if announces { clause.start..scene.clauses().around(clause.end).end } else { clause }
}

/// Whether a nearer date of the clause takes the word of the event.
fn is_taken(scene: &Scene<'_>, date: &Range<usize>, attribute: Hit) -> bool {
    let at = scene.token_at(attribute.span.start());
    let between = at.min(date.start)..at.max(date.start);
    let others = scene.values().iter().filter(|value| value.kind == Kind::Date);
    at < date.start
        && others.map(|value| scene.tokens_of(value.core)).any(|other| {
            between.contains(&other.start) && other.start != date.start && !date.contains(&other.start)
        })
}

/// "said on Tuesday": unless the verb of saying is itself the event.
fn is_day_of_speaking(scene: &Scene<'_>, fact: FactId, date: &Range<usize>) -> bool {
    let mut at = date.start;
    while scene.is_after(at, &["on", "in", "late", "early", "at", "the"]) {
        at -= 1;
    }
    let is_event = |at: usize| {
        let span = scene.tokens[at].span;
        scene.words_over(fact, span).next().is_some()
    };
    let is_said_by_event = at >= 2 && is_event(at - 2);
    scene.is_after(at, grammar::SAYING) && !is_event(at - 1) && !is_said_by_event
}

/// A year inside a longer name: "the Paris 2024 Games".
fn is_inside_name(scene: &Scene<'_>, value: &Value) -> bool {
    scene.mentions.iter().any(|mention| mention.span.contains(value.core))
}

/// The word of the event in the date's part of the clause, the nearest one.
fn nearest(scene: &Scene<'_>, fact: FactId, value: &Value, attributes: &[Hit]) -> Option<Hit> {
    let date = scene.tokens_of(value.full);
    let reach = match is_before_or_after(scene, value, &date) {
        true if is_bound(scene, &date) => before(scene, &date),
        // "Before 2016 the opening seemed far away."
        true => return None,
        false if is_beginning(scene, fact, &date) => before(scene, &date),
        false => around(scene, fact, &date),
    };
    let distance = |hit: &&Hit| scene.token_at(hit.span.start()).abs_diff(date.start);
    let is_ours = |hit: &&Hit| {
        let event = scene.tokens_of(hit.span);
        reach.contains(&event.start)
            && !is_dated_by_itself(scene, event.start)
            && (is_fronted(scene, fact, &date) || !verb::is_next(scene, &date, &event))
    };
    attributes.iter().filter(is_ours).min_by_key(distance).copied()
}

/// "The 1931-founded league met on Tuesday": the event has its year in one word with it.
fn is_dated_by_itself(scene: &Scene<'_>, event: usize) -> bool {
    let is_joint = |at: usize| grammar::is_hyphen(scene.text(), scene.tokens[at]);
    event >= 2 && is_joint(event - 1) && scene.tokens[event - 2].kind == token::Kind::Number
}

/// The part of the clause that a date stands in, and behind a date at its front the next one.
fn around(scene: &Scene<'_>, fact: FactId, date: &Range<usize>) -> Range<usize> {
    let segment = scene.clauses().segment(date.start);
    // A comma inside the date ends nothing.
    let after = date.end + usize::from(scene.is(date.end, &[","]));
    if is_fronted(scene, fact, date) { segment.start..scene.clauses().segment(after).end } else { segment }
}

/// Whether a date stands before all that its clause tells: "On Friday the deal was struck". Behind a subject "since"
/// and its like open no clause.
fn is_fronted(scene: &Scene<'_>, fact: FactId, date: &Range<usize>) -> bool {
    let (segment, clause) = (scene.clauses().segment(date.start), scene.clauses().around(date.start));
    let is_inserted = clause.start > 0 && scene.is(clause.start, &["since", "until", "after", "before"]);
    segment.start == clause.start && !is_inserted && has_no_verb(scene, fact, &segment, date)
}

/// The part of the clause before a date.
fn before(scene: &Scene<'_>, date: &Range<usize>) -> Range<usize> {
    scene.clauses().segment(date.start.saturating_sub(1)).start..date.start
}

/// Whether a date says before or after which day something was.
fn is_before_or_after(scene: &Scene<'_>, value: &Value, date: &Range<usize>) -> bool {
    compare::is_bound(value.modifier) && scene.is(date.start, &["after", "before"])
}

/// "has been closed since Friday": a state has begun with what the word right before says.
fn is_beginning(scene: &Scene<'_>, fact: FactId, date: &Range<usize>) -> bool {
    let is_state = |at: usize| scene.is_hit_of(fact, scene.tokens[at].span);
    // "has not been on strike since 2011" tells of the last one.
    let mut before = date.start.saturating_sub(DENIED)..date.start;
    let is_denied = before.any(|at| scene.is(at, &["not", "never", "hasn't", "haven't", "isn't", "no"]));
    scene.is(date.start, &["since"]) && !is_denied && date.start.checked_sub(1).is_some_and(is_state)
}

/// How far before a date a state is denied.
const DENIED: usize = 6;

/// "fell ill in 2020 and died the next year": such a date hangs on the one before it, and not on today.
fn is_relative(scene: &Scene<'_>, value: &Value) -> bool {
    let core = scene.tokens_of(value.core);
    scene.is(core.start, &["next", "following", "same", "previous"]) && scene.is_after(core.start, &["the"])
}

/// Whether such a date belongs to what is told before it, as in "opened after 2016". Elsewhere these words open another
/// clause: "opened after 2016 saw a record", "after 2016's record".
fn is_bound(scene: &Scene<'_>, date: &Range<usize>) -> bool {
    let ends = scene.tokens.get(date.end).is_none_or(|next| {
        next.kind == token::Kind::Mark && !grammar::is_hyphen(scene.text(), *next)
            || next.is_any(scene.text(), &["and", "but", "by", "in", "at"])
    });
    date.start > 0 && ends
}

/// Whether a stretch holds little but the date.
fn has_no_verb(scene: &Scene<'_>, fact: FactId, segment: &Range<usize>, date: &Range<usize>) -> bool {
    let others = segment.clone().filter(|at| !date.contains(at));
    let words: Vec<usize> =
        others.filter(|at| grammar::is_content(scene.text(), scene.tokens[*at])).collect();
    words.len() <= 1
        && !words.iter().any(|at| doer::is_past(scene, *at) && !scene.is_hit_of(fact, scene.tokens[*at].span))
}

fn owner(
    scene: &Scene<'_>,
    fact: FactId,
    attribute: Range<usize>,
    date: &Range<usize>,
) -> Option<(Tie, Span)> {
    match binding::owner_of_both(scene, fact, attribute, date) {
        Owner::Subject(tie, span) => Some((tie, span)),
        Owner::Nobody | Owner::Other => None,
    }
}
