//! Phrases before the subject of a sentence, which no apposition explains: in "Like Ana Brandt, the mayor of Quay
//! is a lawyer" and in "Like the mayor of Quay, Ana Brandt is a lawyer" there are two people.

use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::span::Span;
use crate::token::Kind;
use std::ops::Range;

/// Prepositions that open a sentence, beside those of `grammar`.
const FRONTING: &[&str] =
    &["unlike", "after", "before", "besides", "despite", "beside", "beyond", "following", "since", "except"];

/// Words with which an apposition goes on: "mayor of Quay since 2019".
const GOING_ON: &[&str] = &["since", "until", "from", "and", "in", "at", "who", "with", "for"];

/// Verbs by which the subject behind the comma has the office: "Since becoming mayor, Ana Brandt has".
const GETTING: &[&str] = &["becoming", "being", "elected", "named", "appointed", "made", "taking", "sworn"];

/// What may stand before such a preposition.
const BEFORE: &[&str] = &["and", "but", "as", "according", "just", "much"];

/// Whether `person`, named before `title`, belongs to such a phrase, and the title opens the sentence proper.
pub fn is_person(scene: &Scene<'_>, title: &Range<usize>, person: &Range<usize>, subject: Span) -> bool {
    let organisation = scene.tokens_of(subject).end;
    let is_behind = organisation > title.end && organisation <= title.end + 5;
    let end = if is_behind { organisation } else { title.end };
    let is_closed = ends_phrase(scene, end) || scene.is(end, GOING_ON);
    let is_fronted = is_preposition_before(scene, person.start) && opens_sentence(scene, person.start - 1);
    // In a headline a comma is an "and": "Ana Brandt, mayor of Quay clash".
    let is_beside = is_fronted || scene.is_heading();
    person.end <= title.start && scene.is(person.end, &[","]) && is_beside && !is_closed
}

/// Whether a title belongs to such a phrase, and the person behind the comma, whose name ends before the token
/// `end`, is the subject: "Talking to the mayor of Quay, Ana Brandt laughed".
pub fn is_title(scene: &Scene<'_>, title: &Range<usize>, end: usize) -> bool {
    let belongs = |at: &usize| {
        let token = scene.tokens[*at];
        let is_of_phrase = grammar::is_content(scene.text(), token)
            || token.kind == Kind::Possessive
            || scene.is(*at, grammar::DEFINITE)
            || scene.is(*at, grammar::INDEFINITE);
        is_of_phrase && !scene.is(*at, FRONTING)
    };
    let phrase = (0..title.start).rev().take_while(belongs).last().unwrap_or(title.start);
    let is_given = (phrase..title.start).any(|at| scene.is(at, GETTING));
    let is_governed = is_preposition_before(scene, phrase) && !scene.is_after(phrase, &["as"]);
    is_governed && !is_given && !ends_phrase(scene, end)
}

/// Whether a mark or the end of the sentence stands at the token `at`.
fn ends_phrase(scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens.get(at).is_none_or(|token| matches!(token.kind, Kind::Mark | Kind::Possessive))
}

fn is_preposition_before(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_after(at, grammar::PREPOSITIONS) || scene.is_after(at, FRONTING)
}

/// Whether nothing but a mark or a joining word stands before the token `at`: "And like Ana Brandt", "As for".
fn opens_sentence(scene: &Scene<'_>, at: usize) -> bool {
    (0..at).all(|at| scene.tokens[at].kind == Kind::Mark || scene.is(at, BEFORE))
}
