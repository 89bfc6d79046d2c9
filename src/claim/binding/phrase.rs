//! The close ties: within the noun phrase, a possessive before it, an “of” behind it, an apposition.

use crate::claim::binding::ADJECTIVES;
use crate::claim::binding::Owner;
use crate::claim::binding::Tie;
use crate::claim::binding::foreign;
use crate::claim::binding::head;
use crate::claim::binding::rival;
use crate::claim::binding::settle;
use crate::claim::calendar;
use crate::claim::grammar;
use crate::claim::mention::Manner;
use crate::claim::mention::Mention;
use crate::claim::scene::Scene;
use crate::fact::FactId;
use crate::fact::Kind;
use crate::token;
use std::ops::Range;

/// Words for a time beside months and weekdays.
const TIMES: &[&str] = &[
    "today", "yesterday", "year", "month", "week", "day", "quarter", "decade", "century", "world", "morning",
    "evening", "night", "summer", "winter",
];

/// Adjectives between a name and a title that leave them together: "Zelmora former CEO".
const TENURE: &[&str] = &["former", "then", "acting", "interim", "current", "new", "outgoing", "ex"];
/// Verbs by which parts make up a whole.
const MAKING_UP: &[&str] = &[
    "make", "makes", "form", "forms", "formed", "comprise", "constitute", "belong", "in", "are", "up", "to",
    "of", "the", "currently", "now",
];

/// A name within the phrase itself: "31 Pact members".
pub fn inside(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> Option<Owner> {
    let span = scene.span_of(core.clone());
    let within: Vec<&Mention> = scene
        .mentions
        .iter()
        .filter(|m| span.overlaps(m.span) && !rival::is_own_term(scene, fact, m))
        .collect();
    settle(scene, fact, &within, Tie::Phrase)
}

/// A possessive, "its", or a name directly before: "The Pact's 31 members", "the Pact's networks".
pub fn before(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> Option<Owner> {
    let mut at = core.start;
    let mut is_beside = true;
    for skipped in 0..=ADJECTIVES {
        at = at.checked_sub(1)?;
        let token = scene.tokens[at];
        let text = scene.text();
        if token.kind == token::Kind::Possessive {
            return possessor(scene, fact, at);
        }
        if token.is_any(text, grammar::PREPOSITIONS) || token.is_any(text, grammar::SAYING) {
            return None;
        }
        let here: Vec<&Mention> =
            scene.mentions_ending(at).into_iter().filter(|m| !rival::is_own_term(scene, fact, m)).collect();
        if skipped == 0 && scene.is(at, &["and", "&"]) && foreign::is_second_office(scene, fact, at) {
            continue;
        }
        if here.is_empty()
            && foreign::is_beside(scene, fact, at, core)
            && foreign::is_foreign_name(scene, fact, at)
        {
            return Some(foreign::named_before(scene, fact, at).unwrap_or(Owner::Other));
        }
        if here.iter().any(|mention| head::is_inside_other(scene, fact, mention)) {
            return Some(Owner::Other);
        }
        let is_pronoun = here.iter().any(|mention| mention.manner == Manner::Pronoun);
        if is_pronoun && token.is_any(text, &["its", "their", "his", "her"]) || !here.is_empty() && is_beside
        {
            return settle(scene, fact, &here, Tie::Phrase);
        }
        let goes_on = grammar::is_content(text, token)
            || token.is_any(text, grammar::DEFINITE)
            || token.kind == token::Kind::Number
            || token.is_any(text, &["$", "£", "€"])
            || grammar::is_quote_or_emphasis(text, token)
            || grammar::is_hyphen(text, token);
        if !goes_on || !here.is_empty() {
            return None;
        }
        is_beside &= scene.is(at, TENURE) || grammar::is_quote_or_emphasis(text, token);
    }
    None
}

/// Whether the token `at` is a word for a time, which neither owns anything nor is anybody.
pub fn is_time(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, TIMES) || calendar::is_day(scene, at)
}

/// Whose the possessive at the token `at` is.
fn possessor(scene: &Scene<'_>, fact: FactId, at: usize) -> Option<Owner> {
    let before = at.checked_sub(1)?;
    if is_time(scene, before) {
        return None;
    }
    let here = scene.mentions_ending(before);
    if here.is_empty() && is_short_for(scene, fact, before) {
        return Some(Owner::Subject(Tie::Phrase, scene.tokens[before].span));
    }
    Some(settle(scene, fact, &here, Tie::Phrase).unwrap_or(Owner::Other))
}

/// "the ministry" for the Ministry of Works: a common noun of its name, once the name has been used.
fn is_short_for(scene: &Scene<'_>, fact: FactId, at: usize) -> bool {
    let word = scene.tokens[at].span.of(scene.text());
    let is_word = |name: &String| name.contains(' ') && name.split(' ').any(|w| w.eq_ignore_ascii_case(word));
    let is_noun = scene.is_after(at, &["the"]) && word.len() > 3 && word.chars().all(char::is_lowercase);
    let mut subjects = scene.fact(fact).subjects.iter();
    is_noun
        && subjects.any(|subject| {
            let is_named = scene.recent.contains(subject);
            is_named && scene.rules.entity(*subject).names.iter().any(is_word)
        })
}

/// "of", "in" or "at" and a name directly behind: "31 members of the Pact".
pub fn behind(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> Option<Owner> {
    let mut at = core.end;
    while scene.tokens.get(at).is_some_and(|token| grammar::is_quote_or_emphasis(scene.text(), *token)) {
        at += 1;
    }
    let is_of = scene.is(at, &["of"]);
    if scene.is(at, &["that", "which", "who"]) {
        return making_up(scene, fact, at + 1);
    }
    if !scene.is(at, grammar::OWNING) {
        return None;
    }
    let within = starting_within(scene, at + 1);
    if let Some(owner) = within.iter().find(|owner| tells_of(scene, fact, owner)) {
        return Some(Owner::Subject(Tie::Phrase, owner.span));
    }
    let here = foreign::related(scene, head_of(scene, within));
    if here.is_empty() && is_of && foreign::is_related(scene, at + 1) {
        return Some(Owner::Other);
    }
    match settle(scene, fact, &here, Tie::Phrase) {
        Some(Owner::Other) if !is_of && !here.iter().any(|m| rival::competes(scene, fact, m.entity)) => None,
        None if is_of && is_named(scene, at + 1) => Some(Owner::Other),
        None if is_of && has_possessive(scene, at + 1) => Some(Owner::Other),
        decided => decided,
    }
}

/// "News of Zelmora's talks": what happened is told of the subject itself, whatever of it is named.
fn tells_of(scene: &Scene<'_>, fact: FactId, owner: &Mention) -> bool {
    let stated = scene.fact(fact);
    let is_told = matches!(stated.kind, Kind::Term { .. } | Kind::Date { .. });
    let end = scene.tokens_of(owner.span).end;
    let is_owner = scene.tokens.get(end).is_some_and(|token| token.kind == token::Kind::Possessive);
    is_told && is_owner && stated.subjects.contains(&owner.entity)
}

/// The head of a phrase with an owner of its own: Quillo in "Zelmora's Quillo"; nobody in "Zelmora's staff".
fn head_of<'s>(scene: &'s Scene<'_>, here: Vec<&'s Mention>) -> Vec<&'s Mention> {
    let Some(first) = here.first() else { return here };
    let end = scene.tokens_of(first.span).end;
    let is_owner = scene.tokens.get(end).is_some_and(|token| token.kind == token::Kind::Possessive);
    if is_owner { starting_within(scene, end + 1) } else { here }
}

/// "the 31 nations that make up the Pact".
fn making_up(scene: &Scene<'_>, fact: FactId, from: usize) -> Option<Owner> {
    let mut at = from;
    while at < from + 5 && scene.is(at, MAKING_UP) {
        at += 1;
    }
    if at == from {
        return None;
    }
    settle(scene, fact, &starting_within(scene, at), Tie::Phrase)
}

/// "The Pact, a 32-member alliance", "The Pact (32 members)", "The Pact: 32 members".
pub fn apposition(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> Option<Owner> {
    let text = scene.text();
    let mut at = core.start;
    for _ in 0..=ADJECTIVES {
        at = at.checked_sub(1)?;
        let token = scene.tokens[at];
        if token.is_any(text, &[",", "(", ":", "—", "–", "-"]) && at > 0 {
            let opens = token.is(text, "(") || token.is(text, ":");
            let has_determiner =
                scene.is(at + 1, &["a", "an", "the", "whose", "with", "all", "which", "now", "under"]);
            let here = scene.mentions_ending(at - 1);
            let here = if here.is_empty() && token.is(text, "(") { before_bracket(scene, at) } else { here };
            return if opens || has_determiner { settle(scene, fact, &here, Tie::Apposition) } else { None };
        }
        if !scene.mentions_ending(at).is_empty() {
            return None;
        }
        let is_link = token.is_any(text, &["whose", "with", "which", "has", "a", "an", "under"]);
        if !(is_link || grammar::is_content(text, token) || token.is_any(text, grammar::DEFINITE)) {
            return None;
        }
    }
    None
}

fn before_bracket<'s>(scene: &'s Scene<'_>, at: usize) -> Vec<&'s Mention> {
    if scene.tokens[at - 1].kind == token::Kind::Possessive && at > 1 {
        scene.mentions_ending(at - 2)
    } else {
        Vec::new()
    }
}

/// The mentions that start at the token `from`, or after a determiner and adjectives there.
fn starting_within<'s>(scene: &'s Scene<'_>, from: usize) -> Vec<&'s Mention> {
    for at in from..(from + ADJECTIVES).min(scene.tokens.len()) {
        let token = scene.tokens[at];
        let here: Vec<&Mention> =
            scene.mentions.iter().filter(|m| m.span.start() == token.span.start()).collect();
        if !here.is_empty() {
            return here;
        }
        let text = scene.text();
        let is_modifier = token.is_any(text, grammar::DEFINITE)
            || token.is(text, "of")
            || grammar::is_content(text, token) && !token.is_capitalised(text)
            || grammar::is_quote_or_emphasis(text, token);
        if !is_modifier {
            break;
        }
    }
    Vec::new()
}

/// Whether the noun phrase at the token `from` has an owner.
fn has_possessive(scene: &Scene<'_>, from: usize) -> bool {
    (from..from + ADJECTIVES)
        .any(|at| scene.tokens.get(at).is_some_and(|t| t.kind == token::Kind::Possessive))
}

/// Whether the noun phrase at the token `from` names something, and so owns what stands before "of".
fn is_named(scene: &Scene<'_>, from: usize) -> bool {
    let skip = usize::from(scene.is(from, grammar::DEFINITE));
    scene.tokens.get(from + skip).is_some_and(|token| token.is_capitalised(scene.text()))
}
