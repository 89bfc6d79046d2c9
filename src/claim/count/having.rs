//! Verbs by which somebody has all that is counted: "has 31 members", "offers 43,600 seats", "have won 14 titles".

use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::claim::slice;
use crate::fact::FactId;
use crate::token::Kind;

/// Verbs that have the whole as their object only beside a small word: "takes in 31 cities".
const GATHERING: &[(&[&str], &str)] = &[
    (&["take", "takes", "took", "taking"], "in"),
    (&["bring", "brings", "brought", "bringing"], "together"),
    (&["bind", "binds", "bound", "binding"], "together"),
    (&["group", "groups", "grouped", "grouping"], "together"),
    (&["run", "runs", "ran", "running"], "to"),
    (&["extend", "extends", "extended", "extending"], "to"),
    (&["draw", "draws", "drew"], "on"),
    (&["conducted"], "among"),
];
/// What somebody has by having done it, behind "has" or "have": "have won 14 titles".
const DONE: &[&str] =
    &["won", "collected", "amassed", "claimed", "accumulated", "scored", "gathered", "netted", "lifted"];
/// Verbs by which a study has those whom it is about. A firm may question 300 of its workers.
const STUDYING: &[&str] = &[
    "enrolled", "enrols", "enrolls", "recruited", "tested", "surveyed", "interviewed", "polled",
    "questioned", "studied", "canvassed", "involved", "involves",
];
/// Studies, as a fact's sentence names them.
const STUDIES: &[&str] = &["trial", "study", "poll", "survey", "census", "experiment"];

/// Whether a verb of having stands before the token `at`.
pub fn has(scene: &Scene<'_>, fact: FactId, at: usize) -> bool {
    let is = |verbs: &[&str]| scene.is_after(at, verbs);
    is(grammar::COMPRISING)
        || is(grammar::RUNNING)
        || is(grammar::LASTING)
        || is_done(scene, at)
        || is_studied(scene, fact, at)
        || is_gathered(scene, at)
}

/// "have won 14 titles": what was done until now.
pub fn is_done(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_after(at, DONE) && at > 1 && scene.is_after(at - 1, &["has", "have"])
}

/// "The trial enrolled 642 patients": those whom a study is about.
pub fn is_studied(scene: &Scene<'_>, fact: FactId, at: usize) -> bool {
    scene.is_after(at, STUDYING) && is_study(scene, fact)
}

/// Whether the fact is of a trial, a poll or the like.
fn is_study(scene: &Scene<'_>, fact: FactId) -> bool {
    STUDIES.iter().any(|study| slice::names(&scene.fact(fact).says, study))
}

/// "takes in 31 cities", "brings 31 cities together" with the small word before the number.
fn is_gathered(scene: &Scene<'_>, at: usize) -> bool {
    let verb = at.checked_sub(2);
    let is = |(verbs, word): &(&[&str], &str)| {
        scene.is_after(at, &[*word]) && verb.is_some_and(|verb| scene.is(verb, verbs))
    };
    GATHERING.iter().any(is) || is_based(scene, at) || is_run(scene, at)
}

/// "ran for 48 episodes".
pub fn is_run(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_after(at, &["for"]) && scene.is_after(at - 1, &["run", "runs", "ran"])
}

/// "is based on 1,004 interviews", "Based on 1,004 interviews, the poll": not "scored 5% based on 110 reviews",
/// which tells of the figure before it.
fn is_based(scene: &Scene<'_>, at: usize) -> bool {
    let Some(verb) = at.checked_sub(2) else { return false };
    let is_told = verb == 0 || scene.is_after(verb, grammar::BE) || scene.is_after(verb, &[","]);
    scene.is(verb, &["based"]) && scene.is(verb + 1, &["on"]) && is_told
}

/// "With 31 members, the Pact is": whether the phrase that opens a sentence is said of the subject of the
/// fact, which stands right behind it. "With 40 seats, the Greens lead the Assembly" is not.
pub fn is_fronted(scene: &Scene<'_>, fact: FactId, number: usize) -> bool {
    let commas = (number..scene.tokens.len().min(number + FRONTED)).filter(|at| scene.is(*at, &[","]));
    for comma in commas {
        let first = comma + 1;
        let is_ours = |at: usize| {
            let subjects = &scene.fact(fact).subjects;
            scene.mentions_starting(at).iter().any(|mention| subjects.contains(&mention.entity))
        };
        if (first..first + SUBJECT).any(is_ours) {
            return true;
        }
        let is_name = scene.tokens.get(first).is_some_and(|token| token.is_capitalised(scene.text()));
        if is_name || scene.is(first, grammar::DEFINITE) {
            return false;
        }
    }
    false
}

/// How far from the number such a phrase may end, and how many words may stand before the subject behind it.
const FRONTED: usize = 30;
const SUBJECT: usize = 3;

/// Whether the phrase of the number at the token `start` ends with its noun, and nothing narrows it behind.
pub fn ends_phrase(scene: &Scene<'_>, start: usize) -> bool {
    let Some(byte) = scene.tokens.get(start).map(|token| token.span.start()) else { return false };
    let at = scene.values().partition_point(|value| value.core.start() < byte);
    let noun = scene.values().get(at).and_then(|value| value.noun);
    let end = noun.map(|noun| scene.tokens_of(noun).end);
    end.is_some_and(|end| {
        scene.tokens.get(end).is_none_or(|next| next.kind == Kind::Mark || scene.is(end, grammar::JOINING))
    })
}
