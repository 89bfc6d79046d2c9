//! Shares of a figure: "$80 million of that sum", "at Marl Hospital alone", "of the award, $1.9 million is for care".

use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::claim::slice::names;
use crate::token::Kind;
use std::ops::Range;

/// Nouns that take a figure up which was told before.
const WHOLES: &[&str] = &["sum", "amount", "total", "money", "figure", "number", "them", "these", "those"];
/// Prepositions that lead to what a figure is for, and how many words that may have.
const FOR: &[&str] = &["on", "for", "to", "in"];
const OBJECT: usize = 4;
/// How far behind a figure "alone" may stand, and how far before it.
const REACH: usize = 8;

/// Whether the figure at the tokens `number` is said to be a share of another.
pub fn is_one(scene: &Scene<'_>, says: &str, number: &Range<usize>) -> bool {
    is_of_whole(scene, number.end)
        || is_more(scene, number)
        || is_added(scene, number.end)
        || is_second(scene, says, number)
        || is_fronted(scene, number.start)
        || is_alone(scene, says, number)
}

/// "of that sum".
fn is_of_whole(scene: &Scene<'_>, end: usize) -> bool {
    let is_pointed = scene.is(end + 1, grammar::DEFINITE) || scene.is(end + 1, &["that"]);
    scene.is(end, &["of"]) && scene.is(end + 1 + usize::from(is_pointed), WHOLES)
}

/// Words that make a figure one that comes on top of another.
const MORE: &[&str] = &["additional", "another", "further", "extra", "supplementary", "fresh"];

/// "an additional $1.8 billion", "$2 billion more in aid", "$50 million in new funding".
fn is_more(scene: &Scene<'_>, number: &Range<usize>) -> bool {
    let is_more = scene.is(number.end, &["more"]) && !scene.is(number.end + 1, &["than"]);
    let is_new = scene.is(number.end, &["in", "of"])
        && (scene.is(number.end + 1, MORE) || scene.is(number.end + 1, &["more", "new"]));
    scene.is_after(number.start, MORE) || is_more || is_new || scene.is(number.end, MORE)
}

/// "Three people have died in a crash, bringing the number of deaths to four": what is added to a total that is told behind.
fn is_added(scene: &Scene<'_>, end: usize) -> bool {
    let reach = end..(end + TOTAL).min(scene.tokens.len());
    let mut comma = reach.filter(|at| {
        scene.is(*at, &[","]) && scene.is(at + 1, &["bringing", "taking", "raising", "lifting"])
    });
    comma.any(|at| {
        (at + 2..at + 6).any(|at| scene.is(at, &["total", "number", "toll", "tally", "count", "sum"]))
    })
}

/// How far behind a figure the total may be told.
const TOTAL: usize = 20;

/// "$12 million on the bridge and $2.5 million on buses": a second figure, for what the fact does not name.
fn is_second(scene: &Scene<'_>, says: &str, number: &Range<usize>) -> bool {
    let Some(and) = number.start.checked_sub(1).filter(|at| scene.is(*at, &["and"])) else { return false };
    let start = scene.clauses().around(number.start).start;
    let is_for = |at: usize| scene.is(at, FOR) && scene.is(at, &[scene.word(number.end)]);
    let is_inner = |at: &usize| scene.tokens.get(*at).is_some_and(|token| token.kind == Kind::Word);
    let mut object = (number.end + 1..number.end + 1 + OBJECT).take_while(is_inner);
    (start..and).any(is_for) && !object.any(|at| scene.word(at).len() > 3 && names(says, scene.word(at)))
}

/// "Of the award, $1.9 million is for", "Among the stolen jewels is a ring worth". In "of the Pact's 13 members, 11" the
/// whole itself stands before the comma.
fn is_fronted(scene: &Scene<'_>, number: usize) -> bool {
    let start = scene.clauses().around(number).start;
    let is_whole = |at: usize| scene.is(at, grammar::DEFINITE) || scene.is(at, &["that"]);
    let is_behind = || (start..number).any(|at| scene.is(at, &[","]));
    let is_of = scene.is(start, &["of"]) && is_behind();
    (is_of || scene.is(start, &["among"])) && is_whole(start + 1)
}

/// "at Marl Hospital alone", "On Monday alone", "The Tarn works alone emitted".
fn is_alone(scene: &Scene<'_>, says: &str, number: &Range<usize>) -> bool {
    let clause = scene.clauses().around(number.start);
    let near = clause.start.max(number.start.saturating_sub(REACH))..clause.end.min(number.end + REACH);
    let mut alone = near.into_iter().filter(|at| scene.is(*at, &["alone"]));
    let is_state = |at: usize| {
        scene.is_after(at, grammar::BE) || scene.is_after(at, &["lived", "lives", "left", "live"])
    };
    alone.any(|at| !is_state(at)) && !names(says, "alone")
}
