//! Who else may own what a fact is about.

use crate::claim::anchor::Hit;
use crate::claim::grammar;
use crate::claim::mention::Manner;
use crate::claim::mention::Mention;
use crate::claim::scene::Scene;
use crate::fact::EntityId;
use crate::fact::FactId;
use std::ops::Range;

/// Words before somebody who is named only to be left out or held against.
const EXCLUDING: &[&str] = &[
    "beyond", "besides", "beside", "unlike", "except", "than", "outside", "excluding", "like", "apart",
    "versus", "vs", "near", "around", "toward", "towards",
];

/// Words before "to" and a place: "a hall next to the Riverside plant".
const BESIDE: &[&str] = &["next", "close", "adjacent", "opposite", "nearest", "neighbour", "neighbor"];

/// The mentions in `tokens` that may own what the fact is about.
pub fn rivals_in<'s>(scene: &'s Scene<'_>, fact: FactId, tokens: Range<usize>) -> Vec<&'s Mention> {
    let subjects = &scene.fact(fact).subjects;
    let may = |mention: &&Mention| {
        subjects.contains(&mention.entity) && mention.speaks_for(fact)
            || !subjects.contains(&mention.entity)
                && mention.manner != Manner::Pronoun
                && competes(scene, fact, mention.entity)
    };
    let found = scene.mentions_in(tokens).filter(may).filter(|mention| !is_left_out(scene, mention));
    found.filter(|mention| !is_own_term(scene, fact, mention)).collect()
}

/// Whether a mention is named only to be left out or held against: "unlike Zelmora", "less than those of Zelmora", "twice as
/// much as Zelmora".
pub fn is_left_out(scene: &Scene<'_>, mention: &Mention) -> bool {
    let at = scene.token_at(mention.span.start());
    let at = if scene.is_after(at, grammar::DEFINITE) { at - 1 } else { at };
    let is_those = scene.is_after(at, &["of"]) && scene.is_after(at - 1, &["those", "that"]);
    let at = if is_those { at - 2 } else { at };
    let is_as = scene.is_after(at, &["as"])
        && (at.saturating_sub(4)..at - 1)
            .any(|first| scene.is(first, &["as"]) && !scene.is(first + 1, &["soon", "well", "long", "far"]));
    scene.is_after(at, EXCLUDING) || is_as || scene.is_after(at, &["to"]) && scene.is_after(at - 1, BESIDE)
}

/// Whether the sentence names the subject of the fact, and each time only to hold it against another.
pub fn is_held_against(scene: &Scene<'_>, fact: FactId) -> bool {
    let subjects = &scene.fact(fact).subjects;
    let mut ours = scene.mentions.iter().filter(|mention| subjects.contains(&mention.entity)).peekable();
    ours.peek().is_some() && ours.all(|mention| is_left_out(scene, mention))
}

/// Whether the subject is the last one named, here or shortly before, of all that the rules know this
/// attribute of: what a sentence that names nobody goes on about.
pub fn is_topic(scene: &Scene<'_>, fact: FactId) -> bool {
    let subjects = &scene.fact(fact).subjects;
    let may = |entity: &&EntityId| subjects.contains(entity) || competes(scene, fact, **entity);
    scene.recent.iter().find(may).is_some_and(|nearest| subjects.contains(nearest))
}

/// Whether the rules know the same attribute of `entity`.
pub fn competes(scene: &Scene<'_>, fact: FactId, entity: EntityId) -> bool {
    let own = scene.anchors.fact(fact);
    scene.anchors.facts_of(entity).iter().any(|other| {
        let theirs = scene.anchors.fact(*other);
        *other != fact && (shares(&own.attribute, &theirs.attribute) || shares(&own.titles, &theirs.titles))
    })
}

/// Whether two lists in order have an element in common.
fn shares<T: Ord>(a: &[T], b: &[T]) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    short.iter().any(|word| long.binary_search(word).is_ok())
}

/// Whether a mention is a word of the fact's own closed set, and so what is said, not of whom.
pub fn is_own_term(scene: &Scene<'_>, fact: FactId, mention: &Mention) -> bool {
    let words = scene.anchors.fact(fact);
    let is_term = |hit: &Hit| hit.span == mention.span && words.side(hit.word).is_some();
    !words.terms.is_empty() && scene.hits_over(mention.span).any(|hit| is_term(&hit))
}
