//! Whether what was done is counted to the end: "published two novels in 2012" leaves those of other years out.

use crate::claim::deed::Act;
use crate::claim::deed::doer;
use crate::claim::deed::verb;
use crate::claim::grammar;
use crate::claim::past;
use crate::claim::scene::Scene;
use crate::claim::slice;
use crate::fact::FactId;
use crate::token::Kind;
use crate::value;
use crate::value::Value;
use std::ops::Range;

/// Words that keep what was done to a time or leave some of it out, wherever in the clause they stand.
const TIMES: &[&str] = &[
    "season", "year", "month", "week", "weekend", "night", "morning", "quarter", "summer", "winter",
    "spring", "autumn", "today", "yesterday", "annually", "yearly", "monthly", "weekly", "daily", "each",
    "every", "per", "game", "match", "round", "initially", "originally", "later", "then", "eventually",
    "between", "another",
];
/// Words behind what is counted that take in all of it: "in total", "to date", "in her career".
const ALL: &[&str] = &[
    "total", "all", "date", "career", "lifetime", "far", "so", "altogether", "overall", "history", "years",
    "worldwide", "now", "already",
];
/// Words that give a reason, which leaves the number as it is.
const REASONS: &[&str] = &["because", "amid", "following", "despite", "due"];

/// Whether a clause keeps what was done to a time, a place or a kind that the fact does not name.
pub fn is_limited(scene: &Scene<'_>, fact: FactId, act: &Act) -> bool {
    let end = act.counted.end;
    let behind = verb::behind(scene, end).map_or(end, |verb| verb + 1);
    let stop = stop(scene, behind, doer::noun(scene, act).is_some());
    is_dated(scene, fact, act.counted.start) || !ends(scene, fact, behind..stop.max(behind))
}

/// Whether the clause names a time that the fact's own sentence does not.
fn is_dated(scene: &Scene<'_>, fact: FactId, number: usize) -> bool {
    let says = &scene.fact(fact).says;
    let clause = insertion(scene, number);
    let is_stretch = |value: &Value| {
        let start = scene.tokens_of(value.full).start;
        value.kind == value::Kind::Duration
            && scene.is_after(start, &["in", "within", "over", "for", "during"])
    };
    let is_time = |value: &Value| value.kind == value::Kind::Date || is_stretch(value);
    let is_named = |value: &Value| {
        let words = value.core.of(scene.text()).split(|c: char| !c.is_alphanumeric());
        words.filter(|word| !word.is_empty()).all(|word| slice::has_word(says, word))
    };
    let span = scene.span_of(clause.clone());
    let mut times = scene.values().iter().filter(|value| span.contains(value.core) && is_time(value));
    let is_word = |at: usize| scene.is(at, TIMES) && !slice::names(says, scene.word(at));
    times.any(|value| !is_named(value)) || clause.into_iter().any(is_word)
}

/// The clause around a number, no further than the commas of "Reyl, who has published nine novels, retires in June".
fn insertion(scene: &Scene<'_>, number: usize) -> Range<usize> {
    let clause = scene.clauses().around(number);
    let opens = (clause.start..number).rev().find(|at| scene.is(*at, &["who", "which", "that"]));
    let Some(opens) = opens else { return clause };
    let end = (number..clause.end).find(|at| scene.is(*at, &[","])).unwrap_or(clause.end);
    opens..end
}

/// Where the phrase ends that begins with the token `from`: at a mark, at "and", at a "since" that takes in all of it; and where a
/// noun tells the act, at the verb of the sentence ("the recall of 34,000 cars by Zelmora has cost").
fn stop(scene: &Scene<'_>, from: usize, is_subject: bool) -> usize {
    let is_verb = |at: usize| {
        let words = [grammar::AUXILIARY, grammar::BE];
        words.iter().any(|words| scene.is(at, words)) || past::is_form(scene.word(at))
    };
    let stops = |at: &usize| {
        let is_mark = scene.tokens[*at].kind == Kind::Mark;
        is_mark || scene.is(*at, grammar::JOINING) || is_subject && is_verb(*at) || is_since(scene, *at)
    };
    (from..scene.tokens.len()).find(stops).unwrap_or(scene.tokens.len())
}

/// "since she retired", "since it was founded in 1971": from the beginning, and not from a later day as "since 2010" may be.
fn is_since(scene: &Scene<'_>, at: usize) -> bool {
    if !scene.is(at, &["since"]) {
        return false;
    }
    let is_mark = |at: &usize| scene.tokens[*at].kind == Kind::Mark;
    let end = (at..scene.tokens.len()).find(is_mark).unwrap_or(scene.tokens.len());
    let is_founded = (at..end).any(|at| scene.is(at, grammar::FOUNDED));
    let is_dated = (at..end).any(|at| scene.tokens[at].kind == Kind::Number);
    is_founded || !is_dated
}

/// Whether a phrase behind what is counted says nothing but what the fact names, or gives a reason.
fn ends(scene: &Scene<'_>, fact: FactId, phrase: Range<usize>) -> bool {
    let (says, subjects) = (&scene.fact(fact).says, &scene.fact(fact).subjects);
    let is_mentioned = |at: usize| {
        scene.mentions_over(scene.tokens[at].span).any(|mention| subjects.contains(&mention.entity))
    };
    let is_ours = |at: usize| scene.is(at, ALL) || slice::names(says, scene.word(at)) || is_mentioned(at);
    let is_inner = |at: usize| match scene.tokens[at].kind {
        Kind::Number => slice::names(says, scene.word(at)),
        _ => !grammar::is_content(scene.text(), scene.tokens[at]) || is_ours(at),
    };
    let is_picked = scene.is(phrase.start, &["that", "who", "which", "whose"]);
    scene.is(phrase.start, REASONS) || !is_picked && phrase.into_iter().all(is_inner)
}
