//! A narrower slice of what a fact is about: "online sales", "sales in Velmark", "sales per employee".
//!
//! Whoever declares sales, unemployment or a price means the whole of it. A word before the attribute, or a
//! place, a group or a unit behind it, that the fact's own sentence does not name makes it a part.

use crate::claim::anchor::Hit;
use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::fact::FactId;
use crate::fact::Nature;
use crate::token::Kind;
use crate::value::Value;

/// Words before an attribute that leave a part of it, or another measure of the same thing.
const NARROWING: &[&str] = &[
    "organic", "online", "core", "food", "youth", "long-term", "short-term", "adjusted", "underlying",
    "operating", "gross", "pretax", "pre-tax", "after-tax", "half-year", "monthly", "weekly", "daily",
    "hourly", "regional", "domestic", "foreign", "overseas", "international", "urban", "rural", "male",
    "female", "women's", "men's", "child", "childhood", "adult", "wholesale", "mortgage", "deposit", "side",
    "per-capita", "average", "median", "minimum", "maximum", "peak", "graduate", "seasonal", "like-for-like",
    "same-store", "comparable", "single-day", "opening-weekend", "first-day", "energy", "services", "export",
    "import", "advertising", "subscription", "licensing", "main", "central", "approach", "partial",
];

/// Prepositions before a group or a thing that the whole is held to.
const AMONG: &[&str] = &["among", "amongst"];
/// Words for one of many, before the unit of a rate.
const EACH: &[&str] = &["per", "each", "every"];

/// Whether `value` is of a slice of what `fact` is about.
pub fn is_one(scene: &Scene<'_>, fact: FactId, value: &Value, attributes: &[Hit]) -> bool {
    let number = scene.tokens_of(value.core);
    let segment = scene.clauses().segment(number.start);
    let here = attributes.iter().map(|hit| scene.tokens_of(hit.span));
    let mut here = here.filter(|words| segment.contains(&words.start));
    let says = &scene.fact(fact).says;
    here.any(|words| {
        is_narrowed(scene, says, words.start)
            || is_rate(scene, says, words.end)
            || is_placed(scene, fact, words.end)
    }) || is_rate(scene, says, number.end)
        || is_among(scene, says, number.end)
}

/// Whether the fact's own sentence has a word.
fn names(says: &str, word: &str) -> bool {
    let mut words = says.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'');
    words.any(|own| own.eq_ignore_ascii_case(word) || own.trim_end_matches("'s").eq_ignore_ascii_case(word))
}

/// "online sales", "European sales", "like-for-like sales".
fn is_narrowed(scene: &Scene<'_>, says: &str, attribute: usize) -> bool {
    let Some(before) = attribute.checked_sub(1) else { return false };
    let start = compound_start(scene, before);
    let text = scene.text();
    let word = &text[scene.tokens[start].span.start()..scene.tokens[before].span.end()];
    let is_listed = NARROWING.iter().any(|narrow| narrow.eq_ignore_ascii_case(word));
    is_listed && !names(says, word) && scene.mentions_ending(before).is_empty()
}

/// The first token of a word written with hyphens that ends at the token `end`.
fn compound_start(scene: &Scene<'_>, end: usize) -> usize {
    let mut at = end;
    while at >= 2 && grammar::is_hyphen(scene.text(), scene.tokens[at - 1]) {
        at -= 2;
    }
    at
}

/// "revenue per employee", "€8 for each share".
fn is_rate(scene: &Scene<'_>, says: &str, end: usize) -> bool {
    let at = end + usize::from(scene.is(end, &["for"]));
    let unit = scene.tokens.get(at + 1).map(|token| token.span.of(scene.text()));
    let is_noun = |at: usize| scene.tokens.get(at).is_some_and(|token| token.kind == Kind::Word);
    scene.is(at, EACH)
        && is_noun(at + 1)
        && !scene.is(at + 1, CHANGES)
        && unit.is_some_and(|unit| !names(says, unit))
}

/// Words behind "per" that belong to the value itself.
const CHANGES: &[&str] = &["cent", "hour", "second", "day", "week", "month", "year", "annum", "capita"];

/// "sales in Velmark", "unemployment in the south of": a place that the fact does not name.
fn is_placed(scene: &Scene<'_>, fact: FactId, end: usize) -> bool {
    let says = &scene.fact(fact).says;
    let at = end + 1 + usize::from(scene.is(end + 1, &["the"]));
    let place = scene.tokens.get(at);
    let is_region = scene.is(at, &["south", "north", "east", "west", "capital", "region", "countryside"])
        && scene.is(end + 1, &["the"]);
    let is_name = place.is_some_and(|place| {
        place.is_capitalised(scene.text())
            && !is_calendar(scene, at)
            && scene.mentions_starting(at).is_empty()
    });
    let is_new = place.is_some_and(|place| !names(says, place.span.of(scene.text())));
    scene.is(end, &["in", "across", "within"])
        && (is_region || is_name)
        && is_new
        && !scene.is_heading()
        && scene.fact(fact).nature != Nature::Plan
}

fn is_calendar(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, grammar::MONTHS) || scene.is(at, grammar::WEEKDAYS) || scene.is(at, CALENDAR)
}

/// Capitalised words for times that are neither months nor days.
const CALENDAR: &[&str] = &["q1", "q2", "q3", "q4", "h1", "h2", "christmas", "easter"];

/// "4% among women", "9% of voters under 30".
fn is_among(scene: &Scene<'_>, says: &str, end: usize) -> bool {
    let group = scene.tokens.get(end + 1).map(|token| token.span.of(scene.text()));
    scene.is(end, AMONG) && group.is_some_and(|group| !names(says, group))
}
