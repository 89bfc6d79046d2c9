//! Claims of which of two events came first: "announced days before the deal was struck".
//!
//! Both must be `date` facts. The claim is that of the first event named, and what it says is a bound: its
//! day lies before, or after, that of the other. Events of one day are in no order.

use crate::claim::Claim;
use crate::claim::Observed;
use crate::claim::anchor::Hit;
use crate::claim::binding;
use crate::claim::binding::Tie;
use crate::claim::scene::Scene;
use crate::fact::FactId;
use crate::fact::Kind as FactKind;
use crate::span::Span;
use crate::value::Amount;
use crate::value::Kind;
use crate::value::Modifier;
use crate::value::Value;
use crate::value::date::Period;
use rust_decimal::Decimal;
use std::ops::Range;

/// Words that put two events in order; longer ones first, for "followed by" is the reverse of "followed".
const ORDERING: &[(&[&str], Modifier)] = &[
    (&["followed", "by"], Modifier::Less),
    (&["preceded", "by"], Modifier::More),
    (&["ahead", "of"], Modifier::Less),
    (&["prior", "to"], Modifier::Less),
    (&["preceded"], Modifier::Less),
    (&["followed"], Modifier::More),
    (&["following"], Modifier::More),
    (&["before"], Modifier::Less),
    (&["after"], Modifier::More),
];

/// Words that end the part of a sentence that the order is about.
const ENDS: &[&str] = &[";", "but", "while", "whereas", "although", "though"];

/// How many words may open a sentence before "after": "Only two short days after".
const OPENING: usize = 5;

/// Two events in the order in which a sentence names them.
struct Ordered {
    /// Where the ordering words stand.
    words: Range<usize>,
    /// The part of the sentence with the event whose day is told.
    main: Range<usize>,
    /// The part with the event that it is told by.
    other: Range<usize>,
    modifier: Modifier,
}

/// Finds what a sentence says of the order of a `date` fact and another one.
pub fn find(scene: &Scene<'_>, fact: FactId, claims: &mut Vec<Claim>) {
    if !has_event(scene, fact, &(0..scene.tokens.len())) {
        return;
    }
    let Some(ordered) = ordered(scene) else { return };
    if event(scene, &ordered.main) != Some(fact) {
        return;
    }
    let other = event(scene, &ordered.other).filter(|other| *other != fact);
    claims.extend(other.and_then(|other| claim(scene, (fact, other), &ordered)));
}

fn claim(scene: &Scene<'_>, (fact, other): (FactId, FactId), ordered: &Ordered) -> Option<Claim> {
    let value = bound(day(scene, other)?, ordered.modifier)?;
    let span = scene.span_of(ordered.words.clone());
    let nowhere = Span::at(span.start());
    Some(Claim::bound(scene, fact, span, Observed::Value(Box::new(value)), (Tie::Clause, nowhere)))
}

/// The only day that a fact knows.
fn day(scene: &Scene<'_>, fact: FactId) -> Option<Period> {
    let FactKind::Date { value, .. } = &scene.fact(fact).kind else { return None };
    match value.entries.as_slice() {
        [only] => Some(only.value),
        _ => None,
    }
}

/// "before" or "after" a stretch, as wide as it can be meant: the stretch itself is on either side.
fn bound(day: Period, modifier: Modifier) -> Option<Value> {
    let edge = if modifier == Modifier::Less { day.end } else { day.start };
    let period = Period { start: edge, end: edge, ..day };
    let amount = Amount::Dates(vec![period]);
    Some(Value { kind: Kind::Date, amount, modifier, ..Value::count(Decimal::ZERO) })
}

/// The ordering words of a sentence that has them once, with the parts that they order.
fn ordered(scene: &Scene<'_>) -> Option<Ordered> {
    let mut found = (0..scene.tokens.len()).filter_map(|at| ordering(scene, at));
    let (words, modifier) = found.next()?;
    if found.any(|(other, _)| other.start >= words.end) {
        return None;
    }
    let from = (0..words.start).rev().find(|at| scene.is(*at, ENDS)).map_or(0, |end| end + 1);
    let end = (words.end..scene.tokens.len()).find(|at| scene.is(*at, ENDS)).unwrap_or(scene.tokens.len());
    let comma = (words.end..end).find(|at| scene.is(*at, &[","]));
    let is_fronted = words.start - from <= OPENING && !any_event(scene, &(from..words.start));
    let (main, other) = match comma {
        Some(comma) if is_fronted => (comma + 1..end, words.end..comma),
        _ => (from..words.start, words.end..end),
    };
    Some(Ordered { words, main, other, modifier })
}

fn ordering(scene: &Scene<'_>, at: usize) -> Option<(Range<usize>, Modifier)> {
    let is_here = |words: &[&str]| words.iter().zip(at..).all(|(word, at)| scene.is(at, &[*word]));
    let (words, modifier) = ORDERING.iter().find(|(words, _)| is_here(words))?;
    Some((at..at + words.len(), *modifier))
}

fn any_event(scene: &Scene<'_>, part: &Range<usize>) -> bool {
    dates(scene).into_iter().any(|fact| has_event(scene, fact, part))
}

/// The event that a part of the sentence names; none where it may be either of two.
fn event(scene: &Scene<'_>, part: &Range<usize>) -> Option<FactId> {
    let named: Vec<(usize, FactId)> = dates(scene)
        .into_iter()
        .filter(|fact| has_event(scene, *fact, part) && is_its_own(scene, *fact, part))
        .map(|fact| (words(scene, fact, part).map(|hit| scene.tokens_of(hit.span).len()).sum(), fact))
        .collect();
    let most = named.iter().map(|(n, _)| *n).max()?;
    let mut best = named.into_iter().filter(|(n, _)| *n == most).map(|(_, fact)| fact);
    best.next().filter(|_| best.next().is_none())
}

/// The `date` facts about those whom the sentence names.
fn dates(scene: &Scene<'_>) -> Vec<FactId> {
    let facts = scene.mentions.iter().flat_map(|mention| scene.anchors.facts_of(mention.entity)).copied();
    let is_date = |fact: &FactId| matches!(scene.fact(*fact).kind, FactKind::Date { .. });
    let mut found: Vec<FactId> = facts.filter(|fact| is_date(fact) && scene.fact(*fact).judges()).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The words of a fact in a part of the sentence.
fn words<'s>(scene: &'s Scene<'_>, fact: FactId, part: &Range<usize>) -> impl Iterator<Item = Hit> + 's {
    let part = part.clone();
    let words = &scene.anchors.fact(fact).attribute;
    scene.hits_of(words).filter(move |hit| part.contains(&scene.token_at(hit.span.start())))
}

fn has_event(scene: &Scene<'_>, fact: FactId, part: &Range<usize>) -> bool {
    words(scene, fact, part).next().is_some()
}

/// Whether the event is that of the fact's subjects: one is named in the part, or "before they signed it" and
/// "before signing it" lean on the rest of the sentence.
fn is_its_own(scene: &Scene<'_>, fact: FactId, part: &Range<usize>) -> bool {
    let subjects = &scene.fact(fact).subjects;
    let is_named = |part: Range<usize>| {
        scene.mentions_in(part).any(|m| subjects.contains(&m.entity) && m.speaks_for(fact))
    };
    let first = scene.tokens.get(part.start).map(|token| token.span.of(scene.text()));
    let is_gerund = first.is_some_and(|word| word.ends_with("ing"));
    let leans = is_gerund || scene.is(part.start, &["they", "it"]);
    let is_here = is_named(part.clone()) || leans && is_named(0..scene.tokens.len());
    is_here && binding::all_are_meant(scene, fact)
}
