//! Which number belongs to the attribute.

use crate::claim::anchor::Hit;
use crate::claim::count::acts;
use crate::claim::count::is_plausible;
use crate::claim::count::phrase;
use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::fact::FactId;
use crate::fact::Nature;
use crate::token::Kind;
use crate::value::Value;
use std::ops::Range;

/// Nouns that say nothing of what the counted are.
pub const ANYBODY: &[&str] = &["people", "persons", "person", "others", "individuals", "lives", "souls"];

/// Words between a bare number and its attribute.
pub const LINKS: &[&str] = &[
    "to", "at", "of", ":", "-", "—", "–", "is", "was", "are", "were", "stood", "stands", "stand", "reached",
    "hit", "rose", "fell", "grew", "now", "currently", "about", "around", "nearly", "almost", "over",
    "roughly", "more", "than", "least", "total", "totals", "totalled", "totaled", "as", "up", "down", "by",
    "remains", "remained", "would", "be", "will", "has", "risen", "climbed", "jumped", "dropped", "from",
    "put", "some", "approximately", "just", "only", "not", "fewer", "less", "still", "already", "officially",
    "been", "=", "|", "the",
];

/// Nouns behind the attribute that leave what is counted the same: "1,200 job cuts".
const ACTS: &[&str] = &["cuts", "losses", "reductions", "places", "openings", "positions", "loss", "toll"];

/// The tokens of number and noun, if an attribute ties them to the fact.
pub fn tied(scene: &Scene<'_>, fact: FactId, value: &Value, attributes: &[Hit]) -> Option<Range<usize>> {
    let number = scene.tokens_of(value.core);
    let Some(noun) = value.noun else { return bare(scene, number, attributes) };
    let nouns = scene.tokens_of(noun);
    let hedged = scene.tokens_of(value.full).start..number.end;
    let is_last = |words: &[&str]| nouns.clone().next_back().is_some_and(|last| scene.is(last, words));
    let is_tied = near(scene, &number, attributes).iter().any(|hit| {
        hit.span.end() == noun.end()
            || is_last(ACTS) && noun.contains(hit.span)
            || is_last(ANYBODY) && acts::is_of(scene, fact, (value, &hedged), *hit)
            || hit.span.start() == noun.start() && nouns.len() == 1
    });
    is_tied.then(|| number.start..nouns.end.max(number.end))
}

/// The attributes no further from a number than any tie reaches; they are in order.
fn near<'h>(scene: &Scene<'_>, number: &Range<usize>, attributes: &'h [Hit]) -> &'h [Hit] {
    let end = number.end.saturating_add(NEAR).min(scene.tokens.len());
    let reach = scene.span_of(number.start.saturating_sub(NEAR)..end);
    let from = attributes.partition_point(|hit| hit.span.start() < reach.start());
    let to = attributes.partition_point(|hit| hit.span.start() < reach.end());
    &attributes[from..to.max(from)]
}

/// How far from a number an attribute may stand.
const NEAR: usize = 20;

/// A number without a noun of its own beside the attribute: "Members: 30", "30 dead", or where a verb
/// leads from the one to the other: "the death toll of the storm rose to 17".
fn bare(scene: &Scene<'_>, number: Range<usize>, attributes: &[Hit]) -> Option<Range<usize>> {
    near(scene, &number, attributes).iter().find_map(|hit| {
        let words = scene.tokens_of(hit.span);
        let is_tied = if words.end <= number.start {
            !is_picked(scene, words.end)
                && !is_score(scene, &words, &number)
                && (is_linked(scene, words.end..number.start) || is_led_to(scene, &words, &number))
        } else {
            words.start == number.end || is_told_of(scene, number.end..words.start)
        };
        is_tied.then(|| words.start.min(number.start)..words.end.max(number.end))
    })
}

/// "by 88 votes to 52": the other side of a score.
fn is_score(scene: &Scene<'_>, attribute: &Range<usize>, number: &Range<usize>) -> bool {
    let Some(first) = attribute.start.checked_sub(1) else { return false };
    number.start == attribute.end + 1
        && scene.is(attribute.end, &["to"])
        && scene.tokens[first].kind == Kind::Number
        && scene.is_after(first, &["by", "with", "won"])
}

/// "the 20 who died", "20 had lost their jobs": what the number counts is told by what they did.
fn is_told_of(scene: &Scene<'_>, between: Range<usize>) -> bool {
    let is_verb =
        |at: usize| [grammar::BE, grammar::AUXILIARY, LOSING].iter().any(|verbs| scene.is(at, verbs));
    let opens = scene.is(between.start, &["who", "that", "whom"]) || is_verb(between.start);
    (1..=4).contains(&between.len()) && opens && between.skip(1).all(is_verb)
}

/// What people do with their jobs and their lives, and whose these are.
const LOSING: &[&str] =
    &["lose", "loses", "losing", "lost", "left", "their", "its", "already", "now", "also"];

/// "members that have paid" are some of them.
fn is_picked(scene: &Scene<'_>, end: usize) -> bool {
    scene.is(end, &["that", "who", "which", "with", "without"])
}

/// Whether a few linking words are all that stands between attribute and number.
fn is_linked(scene: &Scene<'_>, between: Range<usize>) -> bool {
    // "Clubs in the League: 33".
    let is_place = |at: usize| {
        let name = at + 1 + usize::from(scene.is(at + 1, grammar::DEFINITE));
        scene.is(at, &["in", "on", "at"]) && !scene.mentions_starting(name).is_empty()
    };
    between.len() <= 6
        && between.into_iter().all(|at| scene.is(at, LINKS) || is_mark(scene, at) || is_place(at))
}

/// Whether a verb of the attribute leads to the number, with no other number on the way.
pub fn is_led_to(scene: &Scene<'_>, attribute: &Range<usize>, number: &Range<usize>) -> bool {
    let mut between = attribute.end..number.start;
    let is_goal = scene.is_after(number.start, &["to", "at", "reached", "hit", "is", "was"]);
    is_goal
        && scene.clauses().are_together(attribute.start, number.start)
        && between.len() <= 12
        && !between.any(|at| scene.tokens[at].kind == Kind::Number || scene.is(at, &["and"]))
        && n_commas(scene, attribute.end..number.start) != 1
}

/// The commas of a stretch; two of them hold an insertion between them.
fn n_commas(scene: &Scene<'_>, stretch: Range<usize>) -> usize {
    stretch.filter(|at| scene.is(*at, &[","])).count()
}

/// Whether the sentence before spoke of the attribute, or somebody is said to be so many strong.
pub fn goes_on(scene: &Scene<'_>, fact: FactId) -> bool {
    let words = &scene.anchors.fact(fact).attribute;
    scene.before.iter().any(|hit| words.binary_search(&hit.word).is_ok())
        || scene.tokens.iter().any(|token| token.is(scene.text(), "strong"))
}

/// "It has 31.", "from 30 members to 32": a bare number whose noun was said before.
pub fn elliptic(scene: &Scene<'_>, fact: FactId, value: &Value) -> Option<Range<usize>> {
    let number = scene.tokens_of(value.core);
    let start = scene.tokens_of(value.full).start;
    let is_strong = phrase::is_strong(scene, &number);
    let stands_free = value.noun.is_none()
        && scene.tokens.get(number.end).is_none_or(|next| !grammar::is_content(scene.text(), *next));
    let is_linked = scene.is_after(start, grammar::COMPRISING)
        || scene.is_after(start, &["to", "at", "now", "or", "but", "is", "not"])
        || scene.is_after(start, &[","]) && start >= 2 && is_mark(scene, start - 2);
    let may = scene.fact(fact).nature == Nature::State || is_revised(scene, fact, start);
    let is_elliptic = (is_strong || stands_free && is_linked) && may && is_plausible(scene, fact, value);
    let mut words = scene.hits_of(&scene.anchors.fact(fact).attribute);
    (is_elliptic && !words.any(|hit| is_picked(scene, scene.tokens_of(hit.span).end))).then_some(number)
}

/// "put the number of job cuts at 2,000 but revised it to 2,100".
fn is_revised(scene: &Scene<'_>, fact: FactId, start: usize) -> bool {
    let words = &scene.anchors.fact(fact).attribute;
    grammar::is_given_anew(scene, start)
        && scene.hits_of(words).any(|hit| scene.token_at(hit.span.start()) < start)
}

fn is_mark(scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens.get(at).is_some_and(|token| {
        grammar::is_quote_or_emphasis(scene.text(), *token)
            || scene.mentions.iter().any(|m| m.span.contains(token.span))
    })
}
