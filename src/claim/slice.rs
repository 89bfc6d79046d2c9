//! A narrower slice of what a fact is about: "online sales", "sales in Velmark", "sales per employee".
//!
//! Whoever declares sales, unemployment or a price means the whole of it. A word before the attribute, or a
//! place, a group or a unit behind it, that the fact's own sentence does not name makes it a part; so do
//! words that add somebody else to it.

use crate::claim::anchor::Hit;
use crate::claim::calendar;
use crate::claim::epithet;
use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::fact::FactId;
use crate::fact::Nature;
use crate::token::Kind;
use crate::value::Value;
use std::ops::Range;

/// Words before an attribute that leave a part of it, or another measure of the same thing.
const NARROWING: &[&str] = &[
    "organic", "online", "core", "food", "youth", "long-term", "short-term", "adjusted", "underlying",
    "operating", "gross", "pretax", "pre-tax", "after-tax", "half-year", "monthly", "weekly", "daily",
    "hourly", "regional", "domestic", "foreign", "overseas", "international", "urban", "rural", "male",
    "female", "women's", "men's", "child", "childhood", "adult", "wholesale", "mortgage", "deposit", "side",
    "per-capita", "average", "median", "minimum", "maximum", "peak", "graduate", "seasonal", "like-for-like",
    "same-store", "comparable", "single-day", "opening-weekend", "first-day", "energy", "services", "export",
    "import", "advertising", "subscription", "licensing", "main", "central", "approach", "partial",
    "longest", "shortest",
];
/// Groups of people, of whom a share is not that of all.
const GROUPS: &[&str] = &[
    "people", "men", "women", "children", "adults", "teenagers", "pensioners", "patients", "participants",
    "those", "households", "voters", "graduates", "workers", "young", "older", "younger", "under-25s",
    "girls", "boys", "students", "parents", "infants", "babies", "migrants",
];
/// Words for one of many, before the unit of a rate.
const EACH: &[&str] = &["per", "each", "every"];
/// Words that add somebody else to the subject.
const TOGETHER: &[&str] = &["together", "combined", "jointly"];
/// Words behind "per" that belong to the value itself.
const CHANGES: &[&str] = &["cent", "hour", "second", "day", "week", "month", "year", "annum", "capita"];
/// Parts of a country.
const REGIONS: &[&str] = &["south", "north", "east", "west", "capital", "region", "countryside", "suburbs"];
/// Capitalised words for times that are neither months nor days.
const CALENDAR: &[&str] = &["q1", "q2", "q3", "q4", "h1", "h2", "christmas", "easter"];

/// How far from a number its attribute is looked for.
const NEAR: usize = 30;

/// Whether `value` is of a slice of what `fact` measures.
pub fn is_one(scene: &Scene<'_>, fact: FactId, value: &Value, attributes: &[Hit]) -> bool {
    let number = scene.tokens_of(value.core);
    let segment = scene.clauses().segment(number.start);
    let says = &scene.fact(fact).says;
    let is_narrow = |words: Range<usize>| {
        is_narrowed(scene, says, words.start)
            || is_rate(scene, says, words.end)
            || is_placed(scene, fact, words.end)
            || is_among(scene, says, words.end)
    };
    // Attributes are in order, and only those near the number can be its own.
    let near = scene
        .span_of(segment.start.max(number.start.saturating_sub(NEAR))..segment.end.min(number.end + NEAR));
    let from = attributes.partition_point(|hit| hit.span.start() < near.start());
    let to = attributes.partition_point(|hit| hit.span.start() < near.end());
    attributes[from..to.max(from)].iter().any(|hit| is_narrow(scene.tokens_of(hit.span)))
        || is_behind(scene, fact, number.end)
        || is_among(scene, says, number.end)
        || is_for_other(scene, says, number.end)
        || is_fronted(scene, fact, number.start)
        || is_joint(scene, number.start)
}

/// Whether the number `value` with its noun at `core` counts a slice of what `fact` counts.
pub fn is_of_count(scene: &Scene<'_>, fact: FactId, value: &Value, core: &Range<usize>) -> bool {
    let start = scene.tokens_of(value.core).start;
    let end = core.end;
    let is_difference = scene.is(end, &["fewer", "more", "less"]) && scene.is(end + 1, &["than"]);
    is_difference
        || is_behind(scene, fact, end)
        || is_divided(scene, end)
        || is_fronted(scene, fact, start)
        || is_joint(scene, start)
}

/// "4% per head", "19,000 people in Velmark": what stands behind the figure.
fn is_behind(scene: &Scene<'_>, fact: FactId, end: usize) -> bool {
    let is_state = scene.fact(fact).nature == Nature::State;
    is_rate(scene, &scene.fact(fact).says, end) || is_state && is_placed(scene, fact, end)
}

/// Whether the fact's own sentence has a word.
pub fn names(says: &str, word: &str) -> bool {
    let mut words = says.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'');
    words.any(|own| own.eq_ignore_ascii_case(word) || own.trim_end_matches("'s").eq_ignore_ascii_case(word))
}

/// "online sales", "like-for-like sales".
fn is_narrowed(scene: &Scene<'_>, says: &str, attribute: usize) -> bool {
    let Some(before) = attribute.checked_sub(1) else { return false };
    let start = compound_start(scene, before);
    let word = &scene.text()[scene.tokens[start].span.start()..scene.tokens[before].span.end()];
    let is_listed = NARROWING.iter().any(|narrow| narrow.eq_ignore_ascii_case(word));
    let is_of_place = word.starts_with(char::is_uppercase) && before > 0 && epithet::is_demonym(word);
    (is_listed || is_of_place) && !names(says, word) && scene.mentions_ending(before).is_empty()
}

/// The first token of a word written with hyphens that ends at the token `end`.
fn compound_start(scene: &Scene<'_>, end: usize) -> usize {
    let mut at = end;
    while at >= 2 && grammar::is_hyphen(scene.text(), scene.tokens[at - 1]) {
        at -= 2;
    }
    at
}

/// "revenue per employee", "€8 for each share", "two lanes in each direction".
fn is_rate(scene: &Scene<'_>, says: &str, end: usize) -> bool {
    let cash = end + 2 * usize::from(scene.is(end, &["in"]) && scene.is(end + 1, &["cash"]));
    let at = cash + usize::from(scene.is(cash, &["for", "in"]));
    let unit = scene.tokens.get(at + 1).filter(|token| token.kind == Kind::Word);
    let is_named = |unit: &str| names(says, unit);
    scene.is(at, EACH)
        && !scene.is(at + 1, CHANGES)
        && unit.is_some_and(|unit| !is_named(unit.span.of(scene.text())))
}

/// "sales in Velmark", "unemployment in the south of": a place that the fact does not name.
pub fn is_placed(scene: &Scene<'_>, fact: FactId, end: usize) -> bool {
    scene.is(end, &["in", "within"]) && is_new_place(scene, fact, end + 1)
}

/// Whether a place stands at the token `from` that is neither the subject's nor named by the fact.
fn is_new_place(scene: &Scene<'_>, fact: FactId, from: usize) -> bool {
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
fn is_fronted(scene: &Scene<'_>, fact: FactId, value: usize) -> bool {
    let clause = scene.clauses().around(value);
    let segment = scene.clauses().segment(value);
    let group = clause.start + 1;
    let is_alone = (group..group + 4).any(|at| scene.is(at, &["alone"]));
    let may = scene.fact(fact).nature == Nature::State || is_alone;
    let is_place = |start: usize| scene.is(start, &["in", "across"]) && is_new_place(scene, fact, start + 1);
    let is_group = scene.is(clause.start, &["among", "amongst"]) && scene.is(group, GROUPS);
    is_group || may && (is_place(clause.start) || is_place(segment.start))
}

/// "4% among women", "91% in people over 65", "97% against severe disease".
fn is_among(scene: &Scene<'_>, says: &str, end: usize) -> bool {
    // "the unemployment rate among women".
    let end = end + usize::from(scene.is(end, &["rate", "figure", "level", "number"]));
    let Some(group) = scene.tokens.get(end + 1).map(|token| token.span.of(scene.text())) else {
        return false;
    };
    let is_group = scene.is(end, &["among", "amongst", "in", "for"]) && scene.is(end + 1, GROUPS);
    let is_against = scene.is(end, &["against"]) && grammar::is_content(scene.text(), scene.tokens[end + 1]);
    (is_group || is_against) && !names(says, group)
}

/// "paid €400 million for Rivo": for another than the fact names.
fn is_for_other(scene: &Scene<'_>, says: &str, end: usize) -> bool {
    let name = scene.tokens.get(end + 1).filter(|name| name.is_capitalised(scene.text()));
    scene.is(end, &["for"])
        && scene.mentions_starting(end + 1).is_empty()
        && !calendar::is_month(scene, end + 1)
        && name.is_some_and(|name| !names(says, name.span.of(scene.text())))
}

/// "31 people in Tarvo and 12 in Lum": a count divided among places.
fn is_divided(scene: &Scene<'_>, end: usize) -> bool {
    let is_name = |at: usize| scene.tokens.get(at).is_some_and(|name| name.is_capitalised(scene.text()));
    let is_number = |at: usize| {
        let token = scene.tokens.get(at).map(|token| token.span);
        token.is_some_and(|span| scene.values().iter().any(|value| value.core.overlaps(span)))
    };
    let and = (end + 2..end + 5).find(|at| scene.is(*at, &["and", ","]));
    scene.is(end, &["in"])
        && is_name(end + 1)
        && and.is_some_and(|and| is_number(and + 1) && (and + 2..and + 4).any(|at| scene.is(at, &["in"])))
}

/// "Together the two employ 18,200 people": the figure is of more than the subject.
fn is_joint(scene: &Scene<'_>, value: usize) -> bool {
    let clause = scene.clauses().around(value);
    let is_gathering = |at: usize| scene.is_after(at, &["brings", "bring", "brought", "bringing"]);
    let near = clause.start.max(value.saturating_sub(NEAR))..clause.end.min(value + NEAR);
    (near.start..value).any(|at| scene.is(at, TOGETHER) && !is_gathering(at))
        && near.into_iter().any(|at| scene.is(at, &["and", "with", "two", "three"]))
}
