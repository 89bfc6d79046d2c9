//! The word that governs what is counted: "recalled 34,000 cars", "34,000 cars were recalled", "the recall of 34,000 cars".

use crate::claim::deed::between;
use crate::claim::deed::table::HAVING;
use crate::claim::deed::table::TELLING;
use crate::claim::grammar;
use crate::claim::past;
use crate::claim::scene::Scene;
use crate::claim::slice;
use std::ops::Range;

/// The token before the number and the small words that belong to it.
pub fn before(scene: &Scene<'_>, number: usize) -> Option<usize> {
    let n_small = (0..number).rev().take_while(|at| scene.is(*at, between::SMALL)).count();
    (number - n_small).checked_sub(1)
}

/// The participle behind what is counted, in a passive or without a verb: "34,000 cars were recalled", "34,000 cars recalled by
/// Zelmora"; or the verb of which it is the subject: "six restaurants appealed".
pub fn behind(scene: &Scene<'_>, end: usize) -> Option<usize> {
    let is_small = |at: &usize| between::is_small_verb(scene.text(), scene.tokens[*at]);
    let verb = end + (end..scene.tokens.len()).take_while(is_small).count();
    let word = scene.word(verb);
    (past::is_form(word) && word.starts_with(char::is_lowercase)).then_some(verb)
}

/// Whether the token `at` before a number is a verb, or a noun for what somebody has, that does not tell of what is counted as
/// "announced" does.
pub fn is_of_another_act(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.word(at);
    let is_small = word.starts_with(char::is_lowercase);
    let is_present = word.ends_with('s') && is_said_of_name(scene, at);
    let is_led = scene.is_after(at, grammar::AUXILIARY) || scene.is_after(at, &["to"]);
    let is_going_on = word.ends_with("ing") && grammar::is_content(scene.text(), scene.tokens[at]);
    is_small
        && !scene.is(at, TELLING)
        && (!scene.is(at, grammar::SAYING) || scene.is(at, ADDRESSING))
        && (past::is_form(word) || scene.is(at, HAVING) || is_present || is_led || is_going_on)
}

/// Verbs of speech that are done to people: "warned five candidates".
const ADDRESSING: &[&str] = &["warned", "told", "asked", "quoted"];

/// "Marl Farms now sells 9,000": whether a name stands before the verb at the token `at`.
fn is_said_of_name(scene: &Scene<'_>, at: usize) -> bool {
    let last = between::before(scene.text(), scene.tokens, at);
    last.is_some_and(|last| !scene.mentions_ending(last).is_empty())
}

/// Words of wanting and having to, before "to" and the verb of what is not done yet: "intends to cull 80,000 birds".
const WANTING: &[&str] = &[
    "intends", "intend", "intended", "plans", "plan", "planned", "planning", "wants", "want", "wanted",
    "hopes", "hope", "hoped", "aims", "aim", "aiming", "expects", "expect", "expected", "seeks", "threatens",
    "threatened", "promised", "pledged", "vowed", "likely", "due", "set", "ready", "going", "about",
    "refused", "declined", "failed", "tried", "trying", "needs", "need", "wished",
];

/// Whether the verb at the token `at` tells of what is not done, or of something done in part: "intends to file", "would have to
/// cull", "co-sponsored".
pub fn is_undone(scene: &Scene<'_>, at: usize) -> bool {
    let to = at.checked_sub(1).filter(|to| scene.is(*to, &["to"]));
    let is_wanted = to.is_some_and(|to| scene.is_after(to, WANTING));
    let must = to.filter(|to| scene.is_after(*to, &["have"])).and_then(|to| to.checked_sub(2));
    let would = must.is_some_and(|at| scene.is(at, grammar::AUXILIARY));
    let is_supposed = scene.is_after(at, &["have"])
        && at >= 2
        && scene.is(at - 2, &["would", "could", "should", "might", "may", "must", "will"]);
    // "co-sponsored": not a dash before a verb.
    let is_prefixed = at.checked_sub(1).is_some_and(|mark| {
        grammar::is_hyphen(scene.text(), scene.tokens[mark]) && scene.tokens[mark].touches(scene.tokens[at])
    });
    is_wanted || would || is_supposed || is_prefixed
}

/// Whether the words behind what is counted give a rate: "48,000 patients a year".
pub fn is_rate(scene: &Scene<'_>, says: &str, counted: &Range<usize>) -> bool {
    scene.is(counted.end, &["a", "an", "per", "each", "every"])
        && scene.is(counted.end + 1, PERIODS)
        && !slice::names(says, scene.word(counted.end + 1))
}

const PERIODS: &[&str] = &["year", "month", "week", "day", "season", "hour", "night", "quarter"];
