//! Terms that are said with a verb: "runs on coal", "approved the merger", "was convicted of fraud".

use crate::claim::grammar;
use crate::claim::mention::Manner;
use crate::claim::mention::Mention;
use crate::claim::past;
use crate::claim::scene::Scene;
use crate::claim::term::attribute;
use crate::claim::term::describing;
use crate::fact::FactId;
use crate::fact::Nature;
use crate::span::Span;
use crate::token::Kind;
use std::ops::Range;

/// The tokens of a term and of the attribute that a verb ties to it.
pub fn tied(scene: &Scene<'_>, fact: FactId, term: Span, attributes: &[Span]) -> Option<Range<usize>> {
    let words = scene.tokens_of(term);
    if let Some(done) = done_to(scene, fact, &words, attributes) {
        return Some(done);
    }
    if scene.fact(fact).nature != Nature::Event {
        return worked(scene, &words, attributes);
    }
    let is_verb = scene.word(words.start).ends_with("ed");
    acted(scene, &words, attributes)
        .or_else(|| suffered(scene, &words, attributes))
        .or_else(|| judged(scene, fact, &words, attributes))
        .filter(|_| is_verb)
        .or_else(|| worked(scene, &words, attributes))
}

/// Prepositions by which a verb governs a term.
const GOVERNING: &[&str] =
    &["on", "by", "with", "in", "from", "as", "through", "via", "under", "only", "to", "for", "of"];

/// "runs on coal", "burns coal", "is given by injection": from the verb, which is a word of the attribute, to the term.
fn worked(scene: &Scene<'_>, term: &Range<usize>, attributes: &[Span]) -> Option<Range<usize>> {
    let is_governed = scene.is_after(term.start, GOVERNING);
    let verb = attribute::ending(scene, attributes, term.start - usize::from(is_governed))?;
    // "The hearing closed on Friday": a participle behind a noun is a verb itself.
    let is_object = is_governed || !scene.word(term.start).ends_with("ed");
    let follows = follows_subject(scene, verb.start) || is_governed && is_set_off(scene, verb.start);
    let is_verb = is_object && follows && is_told_of_now(scene, verb.start);
    (is_verb && describing::stands_free(scene, term.end)).then_some(verb.start..term.end)
}

/// Prepositions by which a verb governs a term behind its object.
const BEHIND_OBJECT: &[&str] = &["of", "for", "to", "as"];

/// "convicted Pell of fraud", "approved Coryl for use in children": from the verb, which is a word of the attribute, over the
/// subject of the fact to the term.
fn done_to(
    scene: &Scene<'_>,
    fact: FactId,
    term: &Range<usize>,
    attributes: &[Span],
) -> Option<Range<usize>> {
    let is_use =
        scene.is_after(term.start, &["in", "by"]) && scene.is(term.start.saturating_sub(2), &["use"]);
    let end = term.start.checked_sub(if is_use { 3 } else { 1 })?;
    let subjects = &scene.fact(fact).subjects;
    let object =
        scene.mentions_ending(end.checked_sub(1)?).into_iter().find(|m| subjects.contains(&m.entity))?;
    let start = scene.token_at(object.span.start());
    let article = start - usize::from(scene.is_after(start, grammar::DEFINITE));
    let verb = attribute::ending(scene, attributes, article)?;
    scene.is(end, BEHIND_OBJECT).then_some(verb.start..term.end)
}

/// Adverbs between a subject and its verb, beside those in "-ly".
const ADVERBS: &[&str] = &["only", "still", "now", "also", "always", "once", "later", "then", "both"];

/// Whether a verb may stand at the token `at`: behind a subject, a relative pronoun, or words that go on about a
/// subject named before ("Corley, by the sea, runs on coal").
fn follows_subject(scene: &Scene<'_>, at: usize) -> bool {
    let before = at - grammar::auxiliaries(scene, at, ADVERBS);
    let opens = |mention: &&Mention| opens_part(scene, mention);
    scene.is_after(before, &["which", "that", "who"])
        || before.checked_sub(1).is_some_and(|last| scene.mentions_ending(last).iter().any(opens))
        || scene.is_after(before, &[",", "and", "to"])
            && scene.mentions_in(0..before - 1).any(|mention| opens_part(scene, mention))
}

/// Words behind which a clause opens.
const OPENING: &[&str] = &[
    "that", "and", "but", "while", "because", "as", "when", "where", "if", "whereas", "although", ",", ":",
    "“", "\"",
];

/// Whether a part of the sentence opens with a mention, so that it is a subject: not "ferries past Corley run on
/// diesel", nor "unlike Corley, it".
fn opens_part(scene: &Scene<'_>, mention: &Mention) -> bool {
    let start = scene.token_at(mention.span.start());
    let adjectives = (0..start)
        .rev()
        .take(MODIFIERS)
        .take_while(|at| {
            grammar::is_content(scene.text(), scene.tokens[*at]) && !scene.is(*at, grammar::SAYING)
        })
        .count();
    let article = start - adjectives;
    let first = if scene.is_after(article, grammar::DEFINITE) { article - 1 } else { start };
    let is_held_against = mention.manner == Manner::Pronoun && scene.is(0, &["unlike", "like"]);
    let is_opened = first == 0 || scene.is_after(first, OPENING) || scene.is_after(first, grammar::SAYING);
    is_opened && !is_held_against
}

/// Whether the verb at the token `at` tells of what is: not "would burn coal in an emergency", nor "burned coal".
fn is_told_of_now(scene: &Scene<'_>, at: usize) -> bool {
    let before = at - grammar::auxiliaries(scene, at, ADVERBS)..at;
    let is_past = past::is_form(scene.word(at));
    let is_possible = before.clone().any(|at| scene.is(at, &["would", "could", "can", "may", "might"]));
    let is_passive = before.into_iter().any(|at| scene.is(at, grammar::BE)) || is_set_off(scene, at);
    !is_possible && (!is_past || is_passive)
}

/// How many words may stand between an article and the noun.
const MODIFIERS: usize = 5;

/// "approved the merger of Orvane and Dunlow": from the verb to the noun that is its object.
fn acted(scene: &Scene<'_>, term: &Range<usize>, attributes: &[Span]) -> Option<Range<usize>> {
    let is_passive = (term.start.saturating_sub(2)..term.start).any(|at| scene.is(at, grammar::BE));
    let opens = scene.is(term.end, grammar::DEFINITE) || scene.is(term.end, &["a", "an"]);
    let noun = (term.end + 1..term.end + 1 + MODIFIERS)
        .take_while(|at| is_inner(scene, *at))
        .find_map(|at| attribute::starting(scene, attributes, at))?;
    (opens && !is_passive).then_some(term.start..noun.end)
}

/// Whether the token `at` may stand in front of a noun.
fn is_inner(scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens.get(at).is_some_and(|token| {
        grammar::is_content(scene.text(), *token)
            || grammar::is_hyphen(scene.text(), *token)
            || token.kind == Kind::Possessive
    })
}

/// Prepositions behind a passive that lead to what it is about: "convicted of fraud", "cleared by the jury".
const ABOUT: &[&str] = &["of", "by", "at", "in", "after", "for"];

/// "was convicted of fraud", "Orla Finn, convicted of fraud,": from the verb to the word of the attribute behind it.
fn suffered(scene: &Scene<'_>, term: &Range<usize>, attributes: &[Span]) -> Option<Range<usize>> {
    let is_article = |at: usize| scene.is(at, grammar::DEFINITE) || scene.is(at, &["a", "an"]);
    let noun = (term.end + 1..term.end + 1 + MODIFIERS)
        .take_while(|at| is_inner(scene, *at) || is_article(*at))
        .find_map(|at| attribute::starting(scene, attributes, at))?;
    let passive = term.start - grammar::auxiliaries(scene, term.start, ADVERBS)..term.start;
    let is_passive =
        passive.into_iter().any(|at| scene.is(at, grammar::BE)) && follows_subject(scene, term.start);
    let is_told = is_passive || is_set_off(scene, term.start);
    (is_told && scene.is(term.end, ABOUT)).then_some(term.start..noun.end)
}

/// "Orla Finn, convicted of": whether the token `at` opens what is set off behind a mention.
fn is_set_off(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_after(at, &[","])
        && at
            .checked_sub(2)
            .is_some_and(|last| scene.mentions_ending(last).iter().any(|mention| opens_part(scene, mention)))
}

/// "A jury convicted the financier Orla Finn": from the word of the attribute that does it to whom it is done to.
fn judged(scene: &Scene<'_>, fact: FactId, term: &Range<usize>, attributes: &[Span]) -> Option<Range<usize>> {
    let agent =
        attribute::ending(scene, attributes, term.start - grammar::auxiliaries(scene, term.start, ADVERBS))?;
    let is_passive = (agent.end..term.start).any(|at| scene.is(at, grammar::BE));
    let first = term.end + usize::from(scene.is(term.end, grammar::DEFINITE));
    let subjects = &scene.fact(fact).subjects;
    let ours = |at: usize| {
        scene.mentions_starting(at).into_iter().find(|mention| subjects.contains(&mention.entity))
    };
    let object = (first..first + MODIFIERS)
        .take_while(|at| is_inner(scene, *at) || ours(*at).is_some())
        .find_map(ours)
        .filter(|object| {
            scene
                .tokens
                .get(scene.tokens_of(object.span).end)
                .is_none_or(|next| next.kind != Kind::Possessive)
        })?;
    // "had the jury convicted him": what did not happen.
    let article = agent.start - usize::from(scene.is_after(agent.start, grammar::DEFINITE));
    let is_inverted = scene.is_after(article, grammar::AUXILIARY);
    (!is_passive && !is_inverted).then(|| agent.start..scene.tokens_of(object.span).end)
}
