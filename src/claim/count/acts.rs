//! People whom the attribute does something to: "killed 14 people", "14 people died".

use crate::claim::anchor::Hit;
use crate::claim::count::tie;
use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::fact::FactId;
use crate::fact::Nature;
use crate::value::Kind;
use crate::value::Value;
use std::ops::Range;

/// Whether an attribute is what the people of `value` do or suffer, the number with its hedge being `number`.
pub fn is_of(scene: &Scene<'_>, fact: FactId, (value, number): (&Value, &Range<usize>), hit: Hit) -> bool {
    let verb = scene.tokens_of(hit.span);
    let at = verb.start;
    // "12,000 people, said the plants": a thing behind them, and nothing that is done to them.
    let is_noun = at > number.start
        && (scene.is_after(at, grammar::DEFINITE) || scene.is_after(at, grammar::INDEFINITE));
    // "employs 640 people": what lasts is told by the verb right before the number, or "was" leads to it.
    let lasts = scene.fact(fact).nature == Nature::State;
    let reach = if lasts { 1 } else { ACTING };
    let is_led = || lasts && at < number.start && tie::is_led_to(scene, &verb, number);
    // "4,600 people are employed by Zelmora".
    let is_told = at == number.end + 2 && scene.is_after(at, grammar::BE);
    let is_near = at.abs_diff(number.start) <= reach || is_told || is_led();
    scene.clauses().are_together(at, number.start)
        && is_near
        && !is_noun
        && !is_of_another_verb(scene, &verb, number)
        && !is_of_another_number(scene, value, &verb, number)
}

/// How far from the number a verb of what happened to people may stand.
const ACTING: usize = 6;

/// "killed livestock and left 300 people homeless": a verb of its own stands nearer to the number.
fn is_of_another_verb(scene: &Scene<'_>, verb: &Range<usize>, number: &Range<usize>) -> bool {
    let is_before = verb.end <= number.start;
    let between = if is_before { verb.end..number.start } else { number.end..verb.start };
    // "were killed and 300 people": what was done stands behind those to whom it was.
    let is_passive = is_before && scene.is_after(verb.start, grammar::BE);
    let is_joined = |at: usize| scene.is(at, grammar::JOINING) && (is_passive || at + 1 < between.end);
    between.clone().any(is_joined)
}

/// "killed 14 people and displaced 300 people", "14 dead and 300 people homeless": the attribute belongs to
/// another number that stands nearer to it.
fn is_of_another_number(
    scene: &Scene<'_>,
    value: &Value,
    verb: &Range<usize>,
    number: &Range<usize>,
) -> bool {
    let distance = |number: &Range<usize>| {
        if number.end <= verb.start { verb.start - number.end } else { number.start.saturating_sub(verb.end) }
    };
    // "killed 14, not 31 people" and "revised it to 31" tell the same number again.
    let is_again =
        scene.is_after(number.start, &["not", "or"]) || grammar::is_given_anew(scene, number.start);
    let own = distance(number);
    let near = scene.span_of(verb.start.saturating_sub(own)..(verb.end + own).min(scene.tokens.len()));
    let from = scene.values().partition_point(|other| other.core.start() < near.start());
    let is_nearer = |other: &Value| {
        let words = scene.tokens_of(other.full);
        let is_number = matches!(other.kind, Kind::Count | Kind::Number) && other.core != value.core;
        is_number && distance(&words) < own && !is_of_another_verb(scene, verb, &words)
    };
    let others = scene.values()[from..].iter().take_while(|other| other.core.start() < near.end());
    !is_again && others.into_iter().any(is_nearer)
}
