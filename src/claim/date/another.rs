//! Another event with the word of the fact's: "Zelmora opened a museum", "will vote on the bid".
//!
//! A verb with an object of its own is about that object, and a noun that is the object of another verb
//! is only spoken of: the date is that verb's.

use crate::claim::binding::head;
use crate::claim::date::doer;
use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::claim::slice;
use crate::fact::FactId;
use crate::token;
use crate::value::Kind;
use std::ops::Range;

/// Objects that leave the verb what it is: "opened its doors"; or none: "opened less than two years ago".
const OWN_OBJECTS: &[&str] = &[
    "door", "doors", "gate", "gates", "operations", "service", "services", "business", "life", "work",
    "trading", "ceremony", "day", "date", "night", "weekend", "event", "time", "today", "yesterday",
    "tomorrow", "less", "years", "months", "weeks", "days",
];
/// Whom everybody is opened to.
const EVERYBODY: &[&str] =
    &["public", "traffic", "visitors", "passengers", "customers", "business", "fans", "great", "guests"];
/// Verbs in "-ed" by which what a noun names comes about, so that their date is its own.
const COMING_ABOUT: &[&str] = &[
    "announced", "completed", "launched", "unveiled", "signed", "agreed", "finalised", "finalized", "closed",
    "reached", "concluded", "inked", "sealed", "tabled", "lodged", "submitted", "presented", "revealed",
    "disclosed", "staged", "hosted", "started", "convened", "opened", "ended", "published", "released",
    "issued", "celebrated", "marked", "attended", "planned", "scheduled", "delayed", "postponed", "formed",
    "founded", "established", "created", "entered", "clinched", "secured", "proposed", "confirmed", "named",
    "called", "operated", "performed", "addressed", "chaired", "joined", "skipped", "missed", "boycotted",
    "interrupted",
];
/// Verbs and nouns before "on" and what is only spoken of.
const ABOUT: &[&str] =
    &["vote", "votes", "voted", "voting", "rule", "ruled", "rules", "decide", "decided", "report"];
/// Beginnings of verbs that are done country by country.
const BY_COUNTRY: &[&str] =
    &["approv", "releas", "launch", "authori", "licen", "publish", "premier", "clear"];

/// Whether the word of the event at `event` is that of another event than the fact's.
pub fn is_one(scene: &Scene<'_>, fact: FactId, event: &Range<usize>, date: &Range<usize>) -> bool {
    has_object(scene, fact, event)
        || is_for_some(scene, event.end)
        || is_spoken_of(scene, fact, event.start)
        || is_by_country(scene, fact, event)
        || is_of_every_day(scene, event, date)
}

/// "set up a disciplinary panel", "launched flights".
fn has_object(scene: &Scene<'_>, fact: FactId, event: &Range<usize>) -> bool {
    let is_passive = scene.is_after(event.start, grammar::BE);
    let first = event.end;
    let has_article = scene.is(first, &["a", "an", "another", "its", "their"]);
    let noun = first + usize::from(has_article);
    let reach = noun..(noun + PHRASE).min(scene.tokens.len());
    let phrase: Vec<usize> = reach.take_while(|at| is_inner(scene, *at)).collect();
    let word = scene.tokens[event.end - 1].span.of(scene.text());
    let is_verb = word.ends_with("ed") || word.ends_with("ing");
    let is_plural =
        phrase.last().is_some_and(|last| scene.tokens[*last].span.of(scene.text()).ends_with('s'));
    let is_own = |at: &usize| is_own_word(scene, fact, *at) || scene.is(*at, OWN_OBJECTS);
    !is_passive && (has_article || is_verb && is_plural) && !phrase.is_empty() && !phrase.iter().any(is_own)
}

/// How many words of an object are looked at.
const PHRASE: usize = 4;

fn is_inner(scene: &Scene<'_>, at: usize) -> bool {
    let token = scene.tokens[at];
    let is_word = grammar::is_content(scene.text(), token) || grammar::is_hyphen(scene.text(), token);
    is_word && token.kind != token::Kind::Number && !grammar::is_adverb(token.span.of(scene.text()))
}

/// Whether a word is one of the fact, of its subject or of its own sentence.
fn is_own_word(scene: &Scene<'_>, fact: FactId, at: usize) -> bool {
    let word = scene.tokens[at].span.of(scene.text());
    let is_named = scene.is_mentioned(scene.tokens[at].span);
    is_named || slice::names(&scene.fact(fact).says, word) || head::is_of_fact(scene, fact, at)
}

/// "opened to cyclists": to some and not to everybody.
fn is_for_some(scene: &Scene<'_>, end: usize) -> bool {
    let whom = end + 1;
    let is_plural = scene.tokens.get(whom).is_some_and(|token| {
        let word = token.span.of(scene.text());
        word.ends_with('s') && word.chars().all(char::is_lowercase)
    });
    scene.is(end, &["to"]) && is_plural && !scene.is(whom, EVERYBODY)
}

/// "will vote on the bid", "recommended the offer": the date is that of the other verb.
fn is_spoken_of(scene: &Scene<'_>, fact: FactId, event: usize) -> bool {
    let text = scene.text();
    let is_before_noun = |at: &usize| {
        let token = scene.tokens[*at];
        token.is_any(text, grammar::DEFINITE)
            || token.is_any(text, grammar::INDEFINITE)
            || token.kind == token::Kind::Possessive
            || token.is_capitalised(text)
    };
    let start = event.saturating_sub(PHRASE);
    let Some(verb) = (start..event).rev().find(|at| !is_before_noun(at)).filter(|verb| verb + 1 < event)
    else {
        return false;
    };
    let word = scene.tokens[verb].span.of(text);
    let is_verb = word.ends_with("ed") && word.chars().all(char::is_lowercase);
    let is_hit = scene.is_hit_of(fact, scene.tokens[verb].span);
    is_verb && !is_hit && !scene.is(verb, COMING_ABOUT) && !scene.is(verb, grammar::SAYING)
        || scene.is(verb, &["on"]) && scene.is_after(verb, ABOUT)
}

/// "was approved in Velmark": elsewhere than the fact says.
fn is_by_country(scene: &Scene<'_>, fact: FactId, event: &Range<usize>) -> bool {
    let word = scene.tokens[event.start].span.of(scene.text()).to_lowercase();
    BY_COUNTRY.iter().any(|start| word.starts_with(start)) && slice::is_placed(scene, fact, event.end)
}

/// "opens at 6 a.m. on Monday": the hours of a day; "opened at 6 a.m. on Monday" is an event.
fn is_of_every_day(scene: &Scene<'_>, event: &Range<usize>, date: &Range<usize>) -> bool {
    let is_between = |at: usize| event.end <= at && at < date.start;
    scene.is(event.end, &["at"])
        && !doer::is_verb(scene, event)
        && scene
            .values()
            .iter()
            .any(|value| value.kind == Kind::Time && is_between(scene.token_at(value.core.start())))
}
