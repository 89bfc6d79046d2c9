//! Pieces of a whole and other things in one word with a figure: "a 12-kilometre stretch", "a 150-metre-long ferry".

use crate::claim::binding::head;
use crate::claim::grammar;
use crate::claim::measure::compound;
use crate::claim::scene::Scene;
use crate::claim::slice::names;
use crate::fact::FactId;
use crate::value::Kind;
use crate::value::Value;

/// Nouns for a piece of something long.
const PIECES: &[&str] = &[
    "stretch", "stretches", "section", "sections", "segment", "segments", "reach", "portion", "piece",
    "strip", "leg", "scene", "sequence", "clip", "excerpt", "passage", "trailer", "extract",
];

/// "a 12-kilometre stretch", "a 40 km section": the figure of a piece, unless the fact itself is of one.
pub fn is_one(scene: &Scene<'_>, says: &str, value: &Value) -> bool {
    let end = scene.tokens_of(value.core).end;
    let noun = compound::behind(scene, &scene.tokens_of(value.core)).unwrap_or(end);
    is_told_first(scene, value) && scene.is(noun, PIECES) && !names(says, scene.word(noun))
}

/// Whether an article stands before a value, and what it opens is not said to be anybody: "is a 12-mile
/// stretch", "the Orla, a 12-mile stretch".
fn is_told_first(scene: &Scene<'_>, value: &Value) -> bool {
    let start = scene.tokens_of(value.full).start;
    let Some(article) = start.checked_sub(1) else { return false };
    let is_set_off = scene.is_after(article, &[",", "—", "–", "("]);
    let is_apposed = is_set_off && article >= 2 && !scene.mentions_ending(article - 2).is_empty();
    scene.is(article, &["a", "an", "the", "another", "one", "this"])
        && !scene.is_after(article, grammar::BE)
        && !scene.is_after(article, &["as"])
        && !is_apposed
}

/// "The 150-metre-long ferry": a thing that is neither the subject nor what the fact is about.
pub fn is_of_thing(scene: &Scene<'_>, fact: FactId, value: &Value) -> bool {
    let Some(noun) = compound::behind(scene, &scene.tokens_of(value.core)) else { return false };
    let is_inner =
        |at: &usize| scene.tokens.get(*at).is_some_and(|token| grammar::is_content(scene.text(), *token));
    let nouns: Vec<usize> = (noun..noun + NOUNS).take_while(is_inner).collect();
    let is_ours = |at: &usize| {
        head::is_of_fact(scene, fact, *at)
            || scene.is(*at, head::QUANTITIES)
            || scene.is_mentioned(scene.tokens[*at].span)
    };
    // "A 137-minute epic, The Long Mile opens on Friday".
    let end = noun + nouns.len();
    let is_fronted = scene.is(end, &[","]) && !scene.mentions_starting(end + 1).is_empty();
    matches!(value.kind, Kind::Quantity | Kind::Duration)
        && is_told_first(scene, value)
        && !nouns.is_empty()
        && !nouns.iter().any(is_ours)
        && !is_fronted
}

/// How many words such a thing may have.
const NOUNS: usize = 4;
