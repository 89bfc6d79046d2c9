//! Who will hold an office, or is wanted for it, and does not hold it yet.
//!
//! "When Orla takes over", "Orla, who steps into the job in May", "the board wants Orla as chief
//! executive": none of these says who holds the office today.

use crate::claim::calendar;
use crate::claim::scene::Scene;
use crate::token::Kind;
use std::ops::Range;

/// Taking office, as it is told before it happens: in the present tense, or after "will" and "is to".
const TAKING: &[&[&str]] = &[
    &["takes", "over"],
    &["takes", "office"],
    &["takes", "up"],
    &["takes", "charge"],
    &["takes", "the", "helm"],
    &["takes", "the", "reins"],
    &["take", "over"],
    &["take", "office"],
    &["take", "up"],
    &["take", "charge"],
    &["take", "the", "helm"],
    &["take", "the", "reins"],
    &["steps", "into"],
    &["step", "into"],
    &["assumes", "office"],
    &["assumes", "the"],
    &["assume", "office"],
    &["assume", "the"],
    &["is", "sworn"],
    &["be", "sworn"],
    &["is", "inaugurated"],
    &["be", "inaugurated"],
    &["starts", "in"],
    &["starts", "on"],
    &["start", "in"],
    &["start", "on"],
    &["begins", "in"],
    &["begins", "on"],
];

/// Words that put the taking of office off.
const PUTTING_OFF: &[&str] =
    &["will", "is", "to", "due", "set", "expected", "about", "scheduled", "who", "that", ",", "and"];

/// Participles by which somebody has been chosen, and may take office later.
const CHOSEN: &[&str] = &[
    "elected", "named", "names", "appointed", "appoints", "chosen", "chose", "picked", "picks", "selected",
    "designated", "hired", "hires",
];

/// Verbs by which somebody is wanted in an office: "the board wants Orla as chief executive".
const WANTING: &[&str] = &[
    "want", "wants", "wanted", "prefer", "prefers", "preferred", "favours", "favors", "favoured", "favored",
    "propose", "proposed", "proposes", "proposing", "nominate", "nominated", "nominates", "nominating",
    "suggest", "suggested", "touted", "tipped", "considered", "considering", "considers", "endorsed",
    "endorses", "endorse", "backs", "backing", "backed", "envisages", "floated", "eyeing", "eyed", "offer",
    "offers", "offered", "offering", "reject", "rejects", "rejected", "rejecting", "refuse", "refuses",
    "refused", "veto", "vetoed", "vetoes", "block", "blocks", "blocked", "interviewed", "shortlisted",
    "courted", "courting", "wooed", "wooing", "approached", "recommend", "recommended", "recommends",
    "urged", "rebuffed", "overlooked", "hiring", "making", "naming", "appointing", "electing", "choosing",
    "picking", "imagine", "snubbed", "denied", "promised", "consider",
];

/// Nouns for an office that is given, by which somebody is tied to it: "offered Orla the job of president".
const GIVEN: &[&str] = &["as", "for", "to", "job", "role", "post", "position"];

/// Verbs by which one who is chosen takes the place of another.
const REPLACING: &[&str] = &["replacing", "succeeding", "replace", "succeed", "replaces", "succeeds"];

/// Words that open a clause about what is to come.
const OPENING: &[&str] = &["when", "once", "until", "till", "before", "if", "after"];

/// Verbs of taking office that are of the time to come after such a word.
const BECOMING: &[&str] = &["becomes", "become", "takes", "succeeds", "assumes", "replaces"];

/// How many words behind a person and a title may stand before the verb of taking office.
const REACH: usize = 14;

/// Whether `person`, named beside `title`, does not hold the office yet.
pub fn is_coming(scene: &Scene<'_>, title: &Range<usize>, person: &Range<usize>) -> bool {
    is_wanted(scene, title, person)
        || is_to_be(scene, person)
        || is_when(scene, person)
        || is_conditional(scene, title, person)
        || enters(scene, title, person)
}

/// "wants Orla as chief executive".
fn is_wanted(scene: &Scene<'_>, title: &Range<usize>, person: &Range<usize>) -> bool {
    let mut between = person.end..title.start.max(person.end);
    let is_turned_down = scene.is_after(person.start, &["down", "over"])
        && scene.is_after(person.start - 1, &["turned", "voted", "passed", "turns"]);
    (scene.is_after(person.start, WANTING) || is_turned_down) && between.any(|at| scene.is(at, GIVEN))
}

/// "Orla to be chief executive", as headlines say it.
fn is_to_be(scene: &Scene<'_>, person: &Range<usize>) -> bool {
    scene.is(person.end, &["to"]) && scene.is(person.end + 1, &["be", "become", "take", "serve", "replace"])
}

/// "when Orla becomes chief executive".
fn is_when(scene: &Scene<'_>, person: &Range<usize>) -> bool {
    scene.is_after(person.start, OPENING) && scene.is(person.end, BECOMING)
}

/// Words that open a sentence with an office that nobody has yet, whatever follows.
const SUPPOSING: &[&str] = &["if", "unless", "were", "should", "had", "before", "until", "to"];

/// Verbs of having or getting the office in such a clause; "if the mayor, Orla, resigns" has none.
const GETTING: &[&str] = &[
    "elected", "becomes", "became", "become", "becoming", "made", "named", "chosen", "appointed", "picked",
    "was", "were", "been", "is", "being", "confirmed", "selected", "installed", "she", "he",
];

/// Auxiliaries that tell of what somebody would do.
const WOULD: &[&str] = &["would", "could", "might", "wouldn't", "couldn't"];

/// "If elected mayor of Quay, Orla will …", "As mayor of Quay, Orla would …", "Once elected, Orla will …".
fn is_conditional(scene: &Scene<'_>, title: &Range<usize>, person: &Range<usize>) -> bool {
    let is_mark = |at: &usize| scene.tokens[*at].kind == Kind::Mark;
    let opening = (0..title.start).rev().find(is_mark).map_or(0, |mark| mark + 1);
    let is_got = (opening..title.start).any(|at| scene.is(at, GETTING));
    let is_supposed = is_got
        && (scene.is(opening, SUPPOSING) || (opening..title.start).any(|at| scene.is(at, &["if", "unless"])));
    let is_put_off = scene.is(opening, OPENING) && scene.is(person.end, &["will", "won't", "plans"]);
    let is_would = scene.is(person.end, WOULD) && (scene.is(opening, OPENING) || scene.is(opening, &["as"]));
    person.start > title.end
        && scene.is_after(person.start, &[","])
        && (is_supposed || is_put_off || is_would)
}

/// "Orla, elected president on Sunday, takes office in May", "President Orla steps into the job".
fn enters(scene: &Scene<'_>, title: &Range<usize>, person: &Range<usize>) -> bool {
    let from = title.end.max(person.end);
    let between = person.end..title.start.max(person.end);
    // "named Orla as chief executive from May 1".
    let is_picked = scene.is_after(person.start, CHOSEN) && person.end <= title.start;
    let is_chosen = is_picked || between.clone().any(|at| scene.is(at, CHOSEN));
    let is_becoming = between.clone().any(|at| scene.is(at, &["becomes"]));
    let mut reach = from..(from + REACH).min(scene.tokens.len());
    // "named Orla chief executive, replacing Vale": news of the day, newer than the fact.
    let is_news = is_picked && reach.clone().any(|at| scene.is(at, REPLACING));
    if is_chosen && starts_later(scene) || is_news {
        return true;
    }
    let starts = |at: usize| {
        let is_named = is_picked && !scene.is(at, &["on", "in"]);
        (is_becoming || is_named) && is_effective(scene, at) || is_chosen && scene.is(at, &["effective"])
    };
    reach.clone().any(starts)
        || reach.any(|at| is_taking(scene, at) && (is_chosen || is_put_off(scene, from..at)))
}

/// "She starts on May 1." in the sentence after an appointment.
fn starts_later(scene: &Scene<'_>) -> bool {
    let text = scene.text();
    let Some(next) = scene.document.sentences().get(scene.index + 1) else { return false };
    let tokens = next.tokens(text);
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|token| token.is_any(text, words));
    let verb = 1 + usize::from(is(1, &["will"]));
    let is_start = is(verb, &["starts", "start", "begins", "begin", "joins", "join"])
        || is(verb, &["takes", "take"]) && is(verb + 1, &["over", "up", "office", "charge"]);
    is(0, &["he", "she", "they"]) && is_start
}

/// "effective May 1", "from next year": the day from which an appointment counts.
fn is_effective(scene: &Scene<'_>, at: usize) -> bool {
    let is_day = |at: usize| {
        let is_number = scene.tokens.get(at).is_some_and(|token| token.kind == Kind::Number);
        is_number || calendar::is_month(scene, at) || scene.is(at, &["next"])
    };
    let opens = scene.is(at, &["from", "starting", "beginning", "on", "in"]);
    scene.is(at, &["effective"]) || opens && is_day(at + 1)
}

fn is_taking(scene: &Scene<'_>, at: usize) -> bool {
    TAKING.iter().any(|words| words.iter().zip(at..).all(|(word, at)| scene.is(at, &[*word])))
}

/// Whether nothing but a mark, a relative pronoun or "will" leads up to the verb.
fn is_put_off(scene: &Scene<'_>, mut between: Range<usize>) -> bool {
    between.all(|at| scene.is(at, PUTTING_OFF))
}
