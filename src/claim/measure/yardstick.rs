//! Values that are not the figure itself: what it is held against, and shares of it.

use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::token;
use crate::value::Kind;
use crate::value::Value;

/// Words shortly before a value that make it a yardstick.
const YARDSTICK: &[&str] = &[
    "than", "versus", "vs", "compared", "against", "typical", "typically", "usual", "usually", "average",
    "normally", "forecast", "forecasts", "expected", "expectation", "expectations", "estimate", "estimates",
    "target", "targets", "projected", "predicted", "consensus", "goal", "limit", "unlike", "previous",
    "year-earlier",
];
/// How far behind a value "on average" makes it one.
const AVERAGE: usize = 9;
/// How many words back a yardstick is looked for.
const YARDSTICK_REACH: usize = 4;

/// Whether a value is what the figure is held against.
pub fn is_one(scene: &Scene<'_>, value: &Value) -> bool {
    let start = scene.tokens_of(value.full).start;
    let from = start.saturating_sub(YARDSTICK_REACH).max(scene.clauses().segment(start).start);
    let end = scene.tokens_of(value.full).end;
    let is_mean =
        (end..end + AVERAGE).any(|at| scene.is(at, &["average"]) && scene.is_after(at, &["on", "an"]));
    (from..start).any(|at| scene.is(at, YARDSTICK)) || is_mean
}

/// "$1 billion of its revenue", "300 acres of the land": a share of what is behind it.
pub fn is_share(scene: &Scene<'_>, value: &Value) -> bool {
    let end = scene.tokens_of(value.core).end;
    let is_owned = || {
        (end + 1..end + 4).any(|at| scene.tokens.get(at).is_some_and(|t| t.kind == token::Kind::Possessive))
    };
    let is_of_it = scene.is(end, &["of"]) && (scene.is(end + 1, grammar::DEFINITE) || is_owned());
    let is_drawn = scene.is(end, &["came", "comes", "was", "is"]) && scene.is(end + 1, &["from"]);
    matches!(value.kind, Kind::Money | Kind::Quantity) && (is_of_it || is_drawn)
}
