//! Names: they belong to the nearest attribute of their clause, "The Courier first reported".

use crate::claim::anchor::Hit;
use crate::claim::anchor::Side;
use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::span::Span;
use std::ops::Range;

/// A name and the nearest attribute of its clause, if no other term stands nearer to that.
pub fn named(
    scene: &Scene<'_>,
    index: usize,
    terms: &[(Hit, Side)],
    attributes: &[Span],
) -> Option<Range<usize>> {
    let words = scene.tokens_of(terms[index].0.span);
    let distance = |span: Span, words: &Range<usize>| {
        let noun = scene.tokens_of(span);
        if noun.start >= words.end { noun.start - words.end } else { words.start.saturating_sub(noun.end) }
    };
    let is_speaker =
        scene.is(words.end, grammar::SAYING) || scene.is_after(words.start, &["to", "by", "from"]);
    // "It was the Courier that first reported": the clause is about the name before it.
    // "The Courier, which first reported": so it is.
    let after = words.end + usize::from(scene.is(words.end, &[","]));
    let is_cleft = scene.is(after, &["that", "which", "who"]);
    let is_listed = is_listed(scene, terms, index);
    let together = |span: &Span| {
        let at = scene.token_at(span.start());
        is_speaker
            || is_listed
            || is_label(scene, at, words.start)
            || scene.clauses().are_together(at, words.start)
            || is_cleft && scene.clauses().are_together(at, after)
    };
    let is_free = |span: &Span| !span.overlaps(terms[index].0.span);
    let nearest = |spans: &mut dyn Iterator<Item = Span>| {
        spans.filter(together).min_by_key(|span| distance(*span, &words))
    };
    // A name may hold a word of the fact itself, as "Tenth Circuit" does; another such word goes before.
    let noun = nearest(&mut attributes.iter().copied().filter(is_free))
        .or_else(|| nearest(&mut attributes.iter().copied()))?;
    let own = distance(noun, &words);
    let is_beaten = terms.iter().enumerate().any(|(other, (hit, _))| {
        other != index && distance(noun, &scene.tokens_of(hit.span)) < own && !is_listed
    });
    let noun_words = scene.tokens_of(noun);
    (!is_beaten).then(|| words.start.min(noun_words.start)..words.end.max(noun_words.end))
}

/// "Headquarters: Oslo".
fn is_label(scene: &Scene<'_>, noun: usize, term: usize) -> bool {
    noun + 2 == term && scene.is(noun + 1, &[":", "—", "–", "|"])
}

/// Words between two terms of one list: "Oslo and Bergen", "not in Oslo but in Bergen".
const LISTING: &[&str] =
    &["and", "or", ",", "but", "not", "nor", "in", "at", "by", "to", "than", "rather", "instead", "of"];
/// How many of them there may be.
const LISTED: usize = 4;

/// Whether a term stands in a list behind another.
fn is_listed(scene: &Scene<'_>, terms: &[(Hit, Side)], index: usize) -> bool {
    let words = scene.tokens_of(terms[index].0.span);
    terms.iter().enumerate().any(|(other, (hit, _))| {
        let between = behind_insertion(scene, scene.tokens_of(hit.span).end..words.start);
        other != index
            && (1..=LISTED).contains(&between.len())
            && between.into_iter().all(|at| scene.is(at, LISTING))
    })
}

/// "not in Oslo, as we had it on Tuesday, but in Bergen": what stands behind an insertion.
fn behind_insertion(scene: &Scene<'_>, between: Range<usize>) -> Range<usize> {
    let opens = scene.is(between.start, &[","]) && between.len() > 2;
    let reach = between.clone().skip(1).take(INSERTED);
    let comma = reach.filter(|at| scene.is(*at, &[","])).last().filter(|_| opens);
    comma.map_or(between.clone(), |comma| comma + 1..between.end)
}

/// How many words an insertion may have.
const INSERTED: usize = 14;
