//! Places that make a figure that of a part: "sales in Velmark", "employs 600 people at its Velmark plant".

use crate::claim::calendar;
use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::claim::slice::GROUPS;
use crate::claim::slice::names;
use crate::fact::FactId;
use crate::fact::Nature;

/// Parts of a country.
const REGIONS: &[&str] = &["south", "north", "east", "west", "capital", "countryside", "suburbs"];
/// Capitalised words for times that are neither months nor days.
const CALENDAR: &[&str] = &["q1", "q2", "q3", "q4", "h1", "h2", "christmas", "easter"];
/// Places of work, of which somebody has one among others.
const PREMISES: &[&str] = &[
    "plant", "plants", "factory", "site", "depot", "office", "offices", "headquarters", "campus", "mill",
    "mine", "warehouse", "yard", "shipyard", "workshop", "laboratory", "hub", "facility", "refinery",
    "works",
];
/// How many words may stand before such a place: "at its huge Velmark plant".
const PLACE: usize = 5;

/// "31 people in Velmark alone": a part, whatever the fact is of.
pub fn is_alone(scene: &Scene<'_>, fact: FactId, end: usize) -> bool {
    scene.is(end, &["in", "within"])
        && is_new(scene, fact, end + 1)
        && (end + 2..end + PLACE).any(|at| scene.is(at, &["alone"]))
}

/// "flows 90 kilometres through Velmark": as far as it runs in a place that the fact does not name.
pub fn is_crossed(scene: &Scene<'_>, fact: FactId, end: usize) -> bool {
    let is_inside = scene.is(end, &["inside"])
        && scene.is(end + 1, grammar::DEFINITE)
        && !(end + 2..end + PLACE).any(|at| names(&scene.fact(fact).says, scene.word(at)));
    let is_along = scene.is(end, &["through", "across", "within", "inside", "along"]);
    is_inside || is_along && is_new(scene, fact, end + 1)
}

/// "at its Velmark plant": one place of work of those that somebody has.
pub fn is_at_premises(scene: &Scene<'_>, fact: FactId, from: usize) -> bool {
    let is_owned = scene.is(from + 1, grammar::OWNERS) || scene.is(from + 1, &["the", "a"]);
    let is_place = |at: &usize| scene.is(*at, PREMISES) && !names(&scene.fact(fact).says, scene.word(*at));
    let is_inner =
        |at: &usize| scene.tokens.get(*at).is_some_and(|token| grammar::is_content(scene.text(), *token));
    let mut words = (from + 2..from + 2 + PLACE).take_while(is_inner);
    scene.is(from, &["in", "at"]) && is_owned && words.any(|at| is_place(&at))
}

/// Whether a place stands at the token `from` that is neither the subject's nor named by the fact.
pub fn is_new(scene: &Scene<'_>, fact: FactId, from: usize) -> bool {
    let has_article = scene.is(from, &["the"]);
    let at = from + usize::from(has_article);
    let Some(place) = scene.tokens.get(at) else { return false };
    let is_calendar = || calendar::is_day(scene, at) || scene.is(at, CALENDAR);
    let subjects = &scene.fact(fact).subjects;
    let is_ours = || scene.mentions_starting(at).iter().any(|m| subjects.contains(&m.entity));
    let is_name = place.is_capitalised(scene.text()) && !is_calendar() && !is_ours();
    (is_name || has_article && scene.is(at, REGIONS))
        && !scene.is_hit_of(fact, place.span)
        && !names(&scene.fact(fact).says, place.span.of(scene.text()))
        && !scene.is_heading()
        && scene.fact(fact).nature != Nature::Plan
}

/// "In Velmark alone, the company has 600 employees": of what lasts, a place put first is a part as well.
pub fn is_fronted(scene: &Scene<'_>, fact: FactId, value: usize) -> bool {
    let clause = scene.clauses().around(value);
    let segment = scene.clauses().segment(value);
    let group = clause.start + 1;
    let is_alone = (group..group + 4).any(|at| scene.is(at, &["alone", "itself"]));
    let may = scene.fact(fact).nature == Nature::State || is_alone;
    let is_place = |start: usize| scene.is(start, &["in", "across"]) && is_new(scene, fact, start + 1);
    let is_group = scene.is(clause.start, &["among", "amongst"]) && scene.is(group, GROUPS);
    let is_premises = |start: usize| is_at_premises(scene, fact, start);
    let is_put_first = |start: usize| is_place(start) || is_premises(start);
    is_group || may && (is_put_first(clause.start) || is_put_first(segment.start))
}
