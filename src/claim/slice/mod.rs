//! A narrower slice of what a fact is about: "online sales", "sales in Velmark", "sales per employee".
//!
//! Whoever declares sales, unemployment or a price means the whole of it. A word before the attribute, or a
//! place, a group or a unit behind it, that the fact's own sentence does not name makes it a part; so do
//! words that add somebody else to it.

mod moment;
pub mod object;
mod piece;
pub mod place;
mod share;

use crate::claim::anchor::Hit;
use crate::claim::calendar;
use crate::claim::epithet;
use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::fact::FactId;
use crate::fact::Nature;
use crate::token::Kind;
use crate::token::Token;
use crate::value;
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
    "longest", "shortest", "sustained", "marketing", "security", "military", "humanitarian", "economic",
    "financial", "development", "emergency", "federal", "private", "public",
];
/// Groups of people, of whom a share is not that of all.
pub const GROUPS: &[&str] = &[
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
        || object::is_to_another(scene, fact, number.end)
        || object::is_given(scene, fact, &number)
        || place::is_fronted(scene, fact, number.start)
        || is_joint(scene, number.start)
        || is_of_group(scene, says, value, number.end)
        || place::is_crossed(scene, fact, number.end)
        || piece::is_one(scene, says, value)
        || piece::is_of_thing(scene, fact, value)
        || moment::is_one(scene, fact, number.start)
        || moment::is_since(scene, fact, number.end)
        || share::is_one(scene, says, &number)
        || object::is_of_another(scene, fact, number.end)
}

/// Whether the number `value` with its noun at `core` counts a slice of what `fact` counts.
pub fn is_of_count(scene: &Scene<'_>, fact: FactId, value: &Value, core: &Range<usize>) -> bool {
    let start = scene.tokens_of(value.core).start;
    let end = core.end;
    let is_difference = scene.is(end, &["fewer", "more", "less"]) && scene.is(end + 1, &["than"]);
    let says = &scene.fact(fact).says;
    let is_against =
        scene.is(end, &["against"]) && !names(says, "against") && !names(says, scene.word(end + 1));
    is_difference
        || is_against
        || moment::is_one(scene, fact, start)
        || share::is_one(scene, says, core)
        || is_behind(scene, fact, end)
        || is_divided(scene, end)
        || place::is_fronted(scene, fact, start)
        || is_joint(scene, start)
}

/// "4% per head", "19,000 people in Velmark": what stands behind the figure.
fn is_behind(scene: &Scene<'_>, fact: FactId, end: usize) -> bool {
    let is_state = scene.fact(fact).nature == Nature::State;
    let says = &scene.fact(fact).says;
    is_rate(scene, says, end)
        || is_state && (is_placed(scene, fact, end) || place::is_at_premises(scene, fact, end))
        || place::is_alone(scene, fact, end)
        || is_drawn_from(scene, says, end)
}

/// "12 goals from penalties", "$4 million from fees.": where a part of it comes from, and nothing behind.
fn is_drawn_from(scene: &Scene<'_>, says: &str, end: usize) -> bool {
    let is_source = |source: &Token| {
        let word = source.span.of(scene.text());
        let is_plural = word.ends_with('s') && word.len() > 3 && word.chars().all(char::is_lowercase);
        is_plural && grammar::is_content(scene.text(), *source) && !names(says, word)
    };
    let ends = scene.tokens.get(end + 2).is_none_or(|token| token.kind == Kind::Mark);
    scene.is(end, &["from"]) && scene.tokens.get(end + 1).is_some_and(is_source) && ends
}

/// Whether the fact's own sentence has a word.
pub fn names(says: &str, word: &str) -> bool {
    let mut words = says.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'');
    words.any(|own| own.eq_ignore_ascii_case(word) || own.trim_end_matches("'s").eq_ignore_ascii_case(word))
}

/// Whether the fact's own sentence has a word, which may be a part of one with hyphens.
pub fn has_word(says: &str, word: &str) -> bool {
    says.split(|c: char| !c.is_alphanumeric()).any(|own| own.eq_ignore_ascii_case(word))
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
    scene.is(end, &["in", "within"]) && place::is_new(scene, fact, end + 1)
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

/// Groups that only some of all people belong to, and the first words of those that have more: "those aged 65".
const SOME: &[&str] = &[
    "men", "women", "children", "teenagers", "pensioners", "young", "older", "younger", "under-25s", "girls",
    "boys", "students", "parents", "graduates", "migrants", "those",
];

/// "38% of men": a share of some, which is not that of all.
fn is_of_group(scene: &Scene<'_>, says: &str, value: &Value, end: usize) -> bool {
    let group = scene.tokens.get(end + 1).map_or("", |group| group.span.of(scene.text()));
    value.kind == value::Kind::Percent
        && scene.is(end, &["of"])
        && scene.is(end + 1, SOME)
        && !names(says, group)
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
