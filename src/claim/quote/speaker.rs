//! Whose words a quotation is said to be.

use crate::claim::memory::Memory;
use crate::claim::mention::Manner;
use crate::claim::mention::Mention;
use crate::claim::quote::passage::Passage;
use crate::claim::quote::utterance;
use crate::claim::scene::Scene;
use crate::document::Document;
use crate::fact::EntityId;
use crate::span::Span;
use crate::token;
use crate::token::Kind as TokenKind;
use crate::token::Token;

/// Verbs of speech, as they stand beside a quotation.
#[rustfmt::skip]
pub(in crate::claim) const SPEECH: &[&str] = &[
    "said", "says", "say", "saying", "told", "tells", "added", "adds", "adding", "wrote", "writes", "writing",
    "asked", "asks", "replied", "declared", "insisted", "argued", "explained", "stated", "continued", "posted",
    "tweeted", "warned", "noted", "admitted", "recalled", "conceded", "announced", "called", "calls",
    "confirmed", "clarified", "testified", "acknowledged", "commented",
];
/// Words before a name that is not the speaker's: "told Brandt", "of Brandt".
const NOT_SPEAKER: &[&str] =
    &["told", "tells", "to", "of", "about", "with", "for", "against", "asked", "asks", "called"];
/// ", he said, " has at most this many words.
const ASIDE: usize = 9;

/// Whose words a passage is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// Those of whom the fact says.
    Own,
    /// Those of somebody else, who is named.
    Other(Span),
    /// It is not said, or not clearly.
    Unknown,
}

/// Whether the words between two quotations only say who speaks.
pub(super) fn is_aside(text: &str, between: Span) -> bool {
    let tokens = token::split(text, between);
    let words = tokens.iter().filter(|token| token.kind == TokenKind::Word);
    let is_joined = tokens.iter().any(|token| token.is_any(text, &["and", "but", ";", "while"]));
    !is_joined
        && !goes_on(text, &tokens)
        && words.clone().count() <= ASIDE
        && words.into_iter().any(|token| token.is_any(text, SPEECH))
}

/// Whether another sentence follows the one that says who speaks.
fn goes_on(text: &str, tokens: &[Token]) -> bool {
    // "Mr." ends nothing.
    let is_short =
        |at: usize| at.checked_sub(1).is_some_and(|before| tokens[before].span.len() <= SHORT_TITLE);
    let stop = (0..tokens.len()).find(|at| tokens[*at].is(text, ".") && !is_short(*at));
    stop.is_some_and(|stop| tokens[stop..].iter().any(|token| token.kind == TokenKind::Word))
}

/// A title that is cut short has at most so many letters: "Mrs."
const SHORT_TITLE: usize = 3;

/// Whether `speaker` is said to speak a passage.
pub(super) fn voice(
    document: &Document<'_>,
    (scenes, memory): (&[Scene<'_>], &Memory<'_>),
    passage: &Passage,
    speaker: EntityId,
) -> Voice {
    let frame = frame(document, passage);
    let outside = |mention: &&Mention| frame.iter().any(|part| part.contains(mention.span));
    let scenes = scenes_of(document, scenes, &frame);
    let named: Vec<(&Scene<'_>, &Mention)> = scenes
        .iter()
        .flat_map(|scene| scene.mentions.iter().filter(outside).map(move |mention| (scene, mention)))
        .collect();
    let ours: Vec<&(&Scene<'_>, &Mention)> =
        named.iter().filter(|(_, mention)| mention.entity == speaker).collect();
    if ours.iter().any(|(scene, mention)| speaks(scene, mention)) {
        return Voice::Own;
    }
    let is_other = |(scene, mention): &&(&Scene<'_>, &Mention)| {
        let is_person = mention.manner == Manner::Name && memory.is_person(mention.entity);
        is_person && speaks(scene, mention) && !speaks_for(scene, mention.entity, speaker)
    };
    let declared = named.iter().find(is_other).filter(|_| ours.is_empty()).map(|(_, mention)| mention.span);
    let is_unknown = |name: &Span| named.iter().all(|(_, mention)| !mention.span.overlaps(*name));
    let stranger = || utterance::full_name(document, passage).filter(is_unknown);
    match declared.or_else(stranger).filter(|_| !passes_on(document, &frame)) {
        Some(name) => Voice::Other(name),
        None if ours.is_empty() => Voice::Unknown,
        None => Voice::Own,
    }
}

/// Words by which somebody tells what another said: "quoted Brandt as saying".
const PASSING_ON: &[&str] =
    &["quoted", "quoting", "cited", "citing", "according", "recalled", "recalling", "repeated"];

/// Whether the words around a passage pass on what another said.
fn passes_on(document: &Document<'_>, frame: &[Span]) -> bool {
    let text = &*document.text;
    let tokens = frame.iter().flat_map(|part| token::split(text, *part));
    tokens.into_iter().any(|token| token.is_any(text, PASSING_ON))
}

/// Whether the words around a passage say that nobody said it so: "misquoted her as saying", "denied having said".
pub(super) fn is_disowned(document: &Document<'_>, passage: &Passage) -> bool {
    let text = &*document.text;
    let tokens: Vec<Token> =
        frame(document, passage).iter().flat_map(|part| token::split(text, *part)).collect();
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|token| token.is_any(text, words));
    (0..tokens.len()).any(|at| {
        let is_denied = is(at, &["denied", "denies", "never"])
            && (at + 1..at + 4).any(|at| is(at, &["saying", "said", "say", "uttered"]));
        is_denied || is(at, DISOWNING)
    })
}

/// Words for what is not quoted, or not in earnest.
const DISOWNING: &[&str] = &[
    "misquoted", "misquote", "misquotes", "misquoting", "misattributed", "misreported", "parody", "parodied",
    "parodying", "banner", "banners", "placard", "placards", "mocked", "mocking",
];

/// Whether one holds an office of the other, so that the words of one are those of both.
fn speaks_for(scene: &Scene<'_>, one: EntityId, other: EntityId) -> bool {
    let holds = |person: EntityId, body: EntityId| {
        scene.anchors.offices_of(person).iter().any(|office| scene.fact(*office).subjects.contains(&body))
    };
    holds(one, other) || holds(other, one)
}

/// The parts of the sentences around a passage that are not quoted.
fn frame(document: &Document<'_>, passage: &Passage) -> Vec<Span> {
    let span = passage.span();
    let sentence = |at: usize| document.sentences().get(document.sentence_at(at)).map_or(span, |s| s.span);
    let mut from = sentence(span.start()).start().min(span.start());
    let mut parts = Vec::new();
    for part in &passage.parts {
        parts.push(Span::new(from, part.start()));
        from = part.end();
    }
    // “Is it so?” Brandt asked: the sentence of the speaker comes after the one that was quoted.
    let is_asked = document.slice(span).ends_with(['?', '!']);
    let last = if is_asked { from + 4 } else { from };
    parts.push(Span::new(from, sentence(last.min(document.text.len())).end()));
    parts.retain(|part| !part.is_empty());
    parts
}

/// The scenes of the sentences that a frame touches.
fn scenes_of<'s, 'a>(document: &Document<'_>, scenes: &'s [Scene<'a>], frame: &[Span]) -> &'s [Scene<'a>] {
    let (Some(first), Some(last)) = (frame.first(), frame.last()) else { return &[] };
    let start = scenes.partition_point(|scene| scene.index < document.sentence_at(first.start()));
    let end = scenes.partition_point(|scene| {
        scene.index <= document.sentence_at(last.start().max(last.end().saturating_sub(1)))
    });
    scenes.get(start..end).unwrap_or_default()
}

/// How far from its verb a speaker may stand.
const REACH: usize = 4;

/// Whether a speech verb beside a mention is its own.
fn speaks(scene: &Scene<'_>, mention: &Mention) -> bool {
    let tokens = scene.tokens_of(mention.span);
    if scene.is_after(tokens.start, NOT_SPEAKER) {
        return false;
    }
    let is_speech = |at: &usize| scene.is(*at, SPEECH);
    let is_mark = |token: &Token| matches!(token.span.of(scene.text()), "“" | "”" | "\"");
    let is_inside = |at: &usize| scene.tokens.get(*at).is_some_and(|token| !is_mark(token));
    let after = tokens.end..tokens.end + REACH;
    let before = (tokens.start.saturating_sub(2)..tokens.start).rev();
    after.take_while(is_inside).any(|at| is_speech(&at))
        || before.take_while(is_inside).any(|at| is_speech(&at))
}
