//! The nouns and verbs of a fact in a sentence, those at the end of its subject's name too.

use crate::claim::mention::Manner;
use crate::claim::mention::Mention;
use crate::claim::scene::Scene;
use crate::fact::FactId;
use crate::span::Span;
use std::ops::Range;

/// The words of the attribute, in order.
pub fn spoken(scene: &Scene<'_>, fact: FactId) -> Vec<Span> {
    let words = scene.anchors.fact(fact);
    scene.hits_of(&words.attribute).map(|hit| hit.span).collect()
}

/// The same, with those that end a name of the subject: "plant" of "the Corley plant".
pub fn with_names(scene: &Scene<'_>, fact: FactId, spoken: &[Span]) -> Vec<Span> {
    let subjects = &scene.fact(fact).subjects;
    let is_name = |mention: &&Mention| mention.manner == Manner::Name && subjects.contains(&mention.entity);
    let named = scene.mentions.iter().filter(is_name);
    let mut all: Vec<Span> = named.filter_map(|mention| end_of_name(scene, fact, mention.span)).collect();
    all.extend(spoken);
    all.sort_unstable_by_key(|span| (span.start(), span.end()));
    all.dedup();
    all
}

/// The word of the attribute that ends a longer name.
fn end_of_name(scene: &Scene<'_>, fact: FactId, name: Span) -> Option<Span> {
    let written = name.of(scene.text());
    let is_end = |word: &&String| {
        let head = written.len().checked_sub(word.len() + 1);
        head.and_then(|head| written.get(head..))
            .is_some_and(|end| end[1..].eq_ignore_ascii_case(word) && end.starts_with(' '))
    };
    let word = scene.fact(fact).attribute.iter().find(is_end)?;
    Some(Span::new(name.end() - word.len(), name.end()))
}

/// The tokens of the attribute that starts with the token `at`.
pub fn starting(scene: &Scene<'_>, attributes: &[Span], at: usize) -> Option<Range<usize>> {
    let start = scene.tokens.get(at)?.span.start();
    let found = attributes.binary_search_by_key(&start, |span| span.start()).ok()?;
    Some(scene.tokens_of(attributes[found]))
}

/// The tokens of the attribute that ends before the token `at`.
pub fn ending(scene: &Scene<'_>, attributes: &[Span], at: usize) -> Option<Range<usize>> {
    let end = scene.tokens.get(at.checked_sub(1)?)?.span.end();
    let after = attributes.partition_point(|span| span.start() < end);
    let last = attributes[..after].last().filter(|span| span.end() == end)?;
    Some(scene.tokens_of(*last))
}
