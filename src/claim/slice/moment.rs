//! Figures of one time among others: "in its first year the wind farm generated 90 GWh".

use crate::claim::calendar;
use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::claim::slice::names;
use crate::fact::FactId;
use crate::fact::Kind;

/// Which of several times.
const WHICH: &[&str] = &[
    "first", "second", "third", "fourth", "fifth", "opening", "final", "last", "previous", "normal",
    "typical", "average", "usual", "good", "bad", "single",
];
/// Times of which there are several.
const TIMES: &[&str] = &[
    "minute", "minutes", "hour", "hours", "day", "days", "night", "week", "weeks", "weekend", "month",
    "months", "year", "years", "season", "seasons", "decade", "half-hour", "spring", "summer", "autumn",
    "winter",
];
/// Prepositions before such a time.
const AT: &[&str] = &["in", "by", "on", "during", "after", "within", "for", "over"];
/// How far from its clause's opening or its end such a phrase may stand.
const REACH: usize = 16;

/// Whether the clause of the figure at the token `number` names one time of several that the fact does not: "in the first week",
/// "by the second day", "in a normal April", "last spring".
pub fn is_one(scene: &Scene<'_>, fact: FactId, number: usize) -> bool {
    let fact = scene.fact(fact);
    let is_timeless = fact.kind.stretches() == [(None, None)];
    around(scene, number).any(|at| {
        let is_one = scene.is(at, WHICH) && is_time(scene, at + 1) && !names(&fact.says, scene.word(at));
        let is_last = is_timeless && scene.is(at, &["last"]) && is_season(scene, at + 1);
        is_one && (is_led(scene, at) || is_last)
    })
}

/// The tokens around a figure up to where another part of the clause begins, and the phrase that opens the clause.
fn around(scene: &Scene<'_>, number: usize) -> impl Iterator<Item = usize> + use<> {
    let clause = scene.clauses().around(number);
    let parts = |at: &usize| scene.is(*at, &[",", "and", "but", "or"]);
    let start = (clause.start.max(number.saturating_sub(REACH))..number).rev().find(parts);
    let end = (number..clause.end.min(number + REACH)).find(parts);
    let opens = clause.start..(clause.start + OPENING).min(number);
    opens.chain(start.unwrap_or(clause.start)..end.unwrap_or(clause.end.min(number + REACH)))
}

/// How many words the phrase that opens a clause may have before the time is named.
const OPENING: usize = 5;

/// "in its first", "by the second".
fn is_led(scene: &Scene<'_>, at: usize) -> bool {
    let is_determined = scene.is_after(at, grammar::DEFINITE) || scene.is_after(at, &["a", "an"]);
    // "in the last year" and "in the past week" end now.
    !scene.is(at, &["last"]) && is_determined && scene.is_after(at - 1, AT)
}

/// "last spring": a season a year ago.
fn is_season(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, &["spring", "summer", "autumn", "winter", "season"])
}

/// "up 40% since January", where the fact tells of a day: whether a change is counted from another time than the fact's.
pub fn is_since(scene: &Scene<'_>, fact: FactId, end: usize) -> bool {
    let fact = scene.fact(fact);
    let is_change = matches!(fact.kind, Kind::Measure { change: Some(_), .. });
    let is_year = scene.is(end, &["this", "so"]) && scene.is(end + 1, &["year", "far"]);
    is_change && (scene.is(end, &["since"]) || is_year) && !names(&fact.says, scene.word(end))
}

fn is_time(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, TIMES)
        || scene.is(at.saturating_sub(1), &["normal", "typical", "average", "usual"])
            && calendar::is_day(scene, at)
}
