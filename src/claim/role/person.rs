//! The names of persons, declared or not.

use crate::claim::grammar;
use crate::claim::memory::Memory;
use crate::claim::mention::Manner;
use crate::claim::mention::Mention;
use crate::claim::personal_name::is_same;
use crate::claim::role::headline;
use crate::claim::role::opener;
use crate::claim::scene::Scene;
use crate::claim::titles;
use crate::claim::titles::Trait;
use crate::fact::EntityId;
use crate::fact::FactId;
use crate::span::Span;
use crate::value::date::words::is_full_name;
use std::ops::Range;

/// Small words inside names.
const PARTICLES: &[&str] =
    &["de", "van", "von", "der", "den", "la", "le", "al", "bin", "ibn", "del", "da", "dos", "di"];

/// Capitalised words that are no names of persons, beside titles.
const NO_NAMES: &[&str] = &[
    "The", "A", "An", "In", "On", "I", "He", "She", "It", "We", "They", "This", "That", "And", "But", "Q",
    "Madam", "Party", "Federation", "Association", "Associates", "Union", "Congress", "Senate", "Republican",
    "Democratic", "Democrat", "Administration", "Emeritus", "Advisor", "Adviser", "Affairs", "Foreign",
    "Prime", "National", "Security", "Defense", "Defence", "Department", "Ministry", "Summit", "Trade",
    "Special", "Envoy", "White", "University", "Bank", "Company", "Group", "Technologies", "Corporation",
    "Inc", "Ltd", "Vice", "Board", "Council", "Committee", "House",
];

/// Whether a capitalised word goes on with the title before it: "Chief Executive", "Chief Trade Envoy".
pub fn is_of_title(word: &str) -> bool {
    NO_NAMES.contains(&word) || word.starts_with(char::is_uppercase) && titles::is_office(word)
}

/// The name of a person that starts at the token `from`, courtesies left out.
pub fn person_at(scene: &Scene<'_>, memory: &Memory<'_>, from: usize) -> Option<Range<usize>> {
    let mut start = from;
    while is_courtesy(scene, start) {
        start += 1 + usize::from(scene.is(start + 1, &["."]));
    }
    if let Some(mention) =
        scene.mentions.iter().find(|m| m.manner == Manner::Name && scene.token_at(m.span.start()) == start)
    {
        let is_person = memory.is_person(mention.entity);
        return is_person.then(|| whole(scene, scene.tokens_of(mention.span)));
    }
    let mut end = start;
    while scene
        .tokens
        .get(end)
        .is_some_and(|_| is_name_part(scene, end) || end > start && is_joint(scene, end))
    {
        end += 1;
    }
    let end = up_to_family_name(scene, memory, start..end);
    let words = scene.tokens.get(start..end).unwrap_or_default();
    let is_long = words.iter().any(|token| token.span.len() > 2);
    let is_name = end > start && is_long && (!scene.is_heading() || headline::is_name(scene, start..end));
    is_name.then_some(start..end)
}

/// A courtesy before a name, which is no part of it.
fn is_courtesy(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.word(at);
    word.starts_with(char::is_uppercase) && titles::is(word, Trait::Courtesy)
}

/// A declared name with the second half of a double one: "Ana Brandt-Hale" is another than Ana Brandt.
fn whole(scene: &Scene<'_>, name: Range<usize>) -> Range<usize> {
    let is_double =
        is_joint(scene, name.end) && !scene.is(name.end, &["."]) && is_name_part(scene, name.end + 1);
    if is_double { name.start..name.end + 2 } else { name }
}

/// The end of a name that runs into a declared family name: "Ana M. Brandt".
fn up_to_family_name(scene: &Scene<'_>, memory: &Memory<'_>, name: Range<usize>) -> usize {
    let skipped = name.end + usize::from(is_initial_stop(scene, name.end));
    let next = scene.mentions_starting(skipped).into_iter().find(|m| m.manner == Manner::Name);
    let family = next.filter(|m| !name.is_empty() && memory.is_person(m.entity));
    family.map_or(name.end, |mention| scene.tokens_of(mention.span).end)
}

/// Whether the token `at` is the stop of an initial.
fn is_initial_stop(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, &["."]) && at > 0 && scene.tokens[at - 1].span.len() == 1
}

/// The name of a person that ends before the token `to`.
pub fn person_before(scene: &Scene<'_>, memory: &Memory<'_>, to: usize) -> Option<Range<usize>> {
    let last = to.checked_sub(1)?;
    let end = scene.tokens[last].span.end();
    let mut start = to;
    if let Some(mention) = scene.mentions.iter().find(|m| m.manner == Manner::Name && m.span.end() == end) {
        let name = scene.tokens_of(mention.span);
        return memory.is_person(mention.entity).then(|| with_given_names(scene, name));
    }
    while start > 0 && (is_name_part(scene, start - 1) || start < to && is_joint(scene, start - 1)) {
        start -= 1;
    }
    // "a former head of Orvane Systems": what a preposition governs is no subject.
    let is_governed = scene.is_after(start, grammar::PREPOSITIONS) && !is_compared(scene, start..to);
    let is_shown = !scene.is_heading() || headline::is_name(scene, start..to);
    let is_name = to - start >= 2 && is_shown && !is_governed;
    is_name.then_some(start..to)
}

/// Prepositions that open a sentence with a person: "Like Ana Brandt, chief executive of Zelmora, he left".
const COMPARING: &[&str] = &["like", "with", "without", "under", "alongside"];

/// Whether a name is governed by such a preposition, and explained by what follows.
fn is_compared(scene: &Scene<'_>, name: Range<usize>) -> bool {
    name.start == 1 && scene.is(0, COMPARING) && scene.is(name.end, &[","])
}

/// A declared family name with the given names before it that are not declared: "Daniela Brandt".
fn with_given_names(scene: &Scene<'_>, name: Range<usize>) -> Range<usize> {
    let mut start = name.start;
    while name.len() == 1
        && start > 0
        && (is_name_part(scene, start - 1) || is_joint_before(scene, start - 1))
    {
        start -= 1;
    }
    start..name.end
}

/// The stop of an initial before a declared name.
fn is_joint_before(scene: &Scene<'_>, at: usize) -> bool {
    is_initial_stop(scene, at) && at > 0 && is_name_part(scene, at - 1)
}

/// Whether a token can be part of an undeclared person's name.
fn is_name_part(scene: &Scene<'_>, at: usize) -> bool {
    let text = scene.text();
    scene.tokens.get(at).is_some_and(|token| {
        let word = token.span.of(text);
        let is_known = scene.mentions_over(token.span).any(|m| m.manner == Manner::Name);
        let is_acronym = word.len() > 1 && word.chars().all(char::is_uppercase);
        // May is a name too.
        let is_other =
            NO_NAMES.contains(&word) || titles::is_no_name(word) || word != "May" && is_full_name(word);
        token.is_capitalised(text) && !is_other && !is_known && !is_acronym && !opener::is_opener(scene, at)
    })
}

/// Whether a token joins the parts of a name: "de", a hyphen, the stop of an initial.
fn is_joint(scene: &Scene<'_>, at: usize) -> bool {
    let Some(token) = scene.tokens.get(at) else { return false };
    let text = scene.text();
    let is_stop = is_initial_stop(scene, at);
    let is_hyphen = grammar::is_hyphen(text, *token) && at > 0 && scene.tokens[at - 1].touches(*token);
    let is_particle = PARTICLES.contains(&token.span.of(text));
    (is_stop || is_hyphen || is_particle) && is_name_part(scene, at + 1)
}

/// The declared entity that a name stands for.
pub fn entity(scene: &Scene<'_>, memory: &Memory<'_>, person: &Range<usize>) -> Option<EntityId> {
    let span = scene.span_of(person.clone());
    let here = scene.mentions.iter().find(|m| m.span == span && memory.is_person(m.entity));
    here.map(|mention| mention.entity).or_else(|| by_full_name(scene, person, span))
}

/// The entity whose full name this is but for names in the middle: "Ana M. Brandt".
fn by_full_name(scene: &Scene<'_>, person: &Range<usize>, span: Span) -> Option<EntityId> {
    let last = person.end.checked_sub(1).filter(|_| person.len() > 1)?;
    let written = span.of(scene.text());
    let family = scene.mentions_ending(last).into_iter().filter(|mention| mention.manner == Manner::Name);
    let is_so = |mention: &&Mention| {
        let names = &scene.rules.entity(mention.entity).names;
        names.iter().any(|name| is_same(name, written))
    };
    family.into_iter().find(is_so).map(|mention| mention.entity)
}

pub fn is_declared(scene: &Scene<'_>, memory: &Memory<'_>, person: &Range<usize>) -> bool {
    entity(scene, memory, person).is_some()
}

/// Whether a person holds a like office of another organisation that the article names: a bare "CEO
/// Ana Brandt" is then hers.
pub fn holds_elsewhere(scene: &Scene<'_>, memory: &Memory<'_>, fact: FactId, person: &Range<usize>) -> bool {
    let Some(person) = entity(scene, memory, person) else { return false };
    let subjects = &scene.fact(fact).subjects;
    let is_other = |subject: &EntityId| !subjects.contains(subject) && memory.is_named(*subject);
    scene.anchors.offices_of(person).iter().any(|office| scene.fact(*office).subjects.iter().any(is_other))
}
