//! The close ties: within the noun phrase, a possessive before it, an “of” behind it, an apposition.

use crate::claim::binding::ADJECTIVES;
use crate::claim::binding::Owner;
use crate::claim::binding::Tie;
use crate::claim::binding::foreign;
use crate::claim::binding::head;
use crate::claim::binding::possessor;
use crate::claim::binding::rival;
use crate::claim::binding::settle;
use crate::claim::binding::stranger;
use crate::claim::calendar;
use crate::claim::grammar;
use crate::claim::mention::Manner;
use crate::claim::mention::Mention;
use crate::claim::past;
use crate::claim::scene::Scene;
use crate::fact::FactId;
use crate::fact::Kind;
use crate::token;
use std::ops::ControlFlow;
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
    let mut is_beside = true;
    for at in (0..core.start).rev().take(ADJECTIVES + 1) {
        let is_joined = at + 1 == core.start && scene.is(at, &["and", "&"]);
        if is_joined && foreign::is_second_office(scene, fact, at) {
            continue;
        }
        if let ControlFlow::Break(owner) = owner_at(scene, fact, at, (core, is_beside)) {
            return owner;
        }
        is_beside &= scene.is(at, TENURE) || grammar::is_quote_or_emphasis(scene.text(), scene.tokens[at]);
    }
    None
}

/// The owner that the token `at` ends or tells, or that there is none; else the phrase goes on before it.
fn owner_at(
    scene: &Scene<'_>,
    fact: FactId,
    at: usize,
    (core, is_beside): (&Range<usize>, bool),
) -> ControlFlow<Option<Owner>> {
    if scene.tokens[at].kind == token::Kind::Possessive {
        return ControlFlow::Break(possessor::of(scene, fact, at));
    }
    if [grammar::PREPOSITIONS, grammar::SAYING, grammar::EMPLOYING].iter().any(|words| scene.is(at, words)) {
        return ControlFlow::Break(None);
    }
    let mut here = scene.mentions_ending(at);
    here.retain(|mention| !rival::is_own_term(scene, fact, mention));
    if at + 1 == core.start && is_verb(scene, at) {
        return ControlFlow::Break(None);
    }
    let is_foreign =
        || foreign::is_beside(scene, fact, at, core) && foreign::is_foreign_name(scene, fact, at);
    if here.is_empty() && is_foreign() {
        return ControlFlow::Break(Some(foreign::named_before(scene, fact, at).unwrap_or(Owner::Other)));
    }
    if here.iter().any(|mention| head::is_inside_other(scene, fact, mention)) {
        return ControlFlow::Break(Some(Owner::Other));
    }
    let is_pronoun = here.iter().any(|mention| mention.manner == Manner::Pronoun);
    if is_pronoun && scene.is(at, grammar::OWNERS) {
        return ControlFlow::Break(possessor::of_pronoun(scene, fact, &here, at));
    }
    if !here.is_empty() && is_beside {
        return ControlFlow::Break(settle(scene, fact, &here, Tie::Phrase));
    }
    if here.is_empty() && goes_on(scene, at) { ControlFlow::Continue(()) } else { ControlFlow::Break(None) }
}

/// "Velmar's rival launched 54": whether a past form right before a number is a verb, of which what stands before is the
/// subject. Behind an article or an owner it is an adjective: "its promised 2,000 homes".
fn is_verb(scene: &Scene<'_>, at: usize) -> bool {
    let is_number = scene.tokens.get(at + 1).is_some_and(|token| token.kind == token::Kind::Number);
    let is_owned =
        at.checked_sub(1).is_some_and(|before| scene.tokens[before].kind == token::Kind::Possessive);
    let is_adjective =
        is_owned || scene.is_after(at, grammar::DEFINITE) || scene.is_after(at, grammar::INDEFINITE);
    is_number && past::is_form(scene.word(at)) && !is_adjective
}

/// Whether the token `at` is a word for a time, which neither owns anything nor is anybody.
pub fn is_time(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, TIMES) || calendar::is_day(scene, at)
}

/// Whether the token `at` may stand within a noun phrase.
fn goes_on(scene: &Scene<'_>, at: usize) -> bool {
    let (text, token) = (scene.text(), scene.tokens[at]);
    grammar::is_content(text, token)
        || token.is_any(text, grammar::DEFINITE)
        || token.kind == token::Kind::Number
        || token.is_any(text, &["$", "£", "€"])
        || grammar::is_quote_or_emphasis(text, token)
        || grammar::is_hyphen(text, token)
}

/// "of", "in" or "at" and a name directly behind: "31 members of the Pact".
pub fn behind(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> Option<Owner> {
    let mut at = core.end;
    while scene.tokens.get(at).is_some_and(|token| grammar::is_quote_or_emphasis(scene.text(), *token)) {
        at += 1;
    }
    // "the merger between Orvane and Dunlow".
    let is_between = scene.is(at, &["between"]) && scene.fact(fact).subjects.len() > 1;
    let is_of = scene.is(at, &["of"]) || is_between;
    if scene.is(at, &["that", "which", "who"]) {
        return making_up(scene, fact, at + 1);
    }
    if !is_of && !scene.is(at, grammar::OWNING) || is_distance(scene, fact, at) {
        return None;
    }
    // "The Greens won 14 seats in the Assembly".
    if !is_of && matches!(scene.fact(fact).kind, Kind::Count(_)) && stranger::is_subject(scene, fact, core) {
        return Some(Owner::Other);
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

/// "runs 28 km from the Orla": where a measured way begins or ends, not whose it is.
fn is_distance(scene: &Scene<'_>, fact: FactId, at: usize) -> bool {
    let is_measure = matches!(scene.fact(fact).kind, Kind::Measure { .. });
    let follows_own = at > 0 && scene.is_hit_of(fact, scene.tokens[at - 1].span);
    is_measure && scene.is(at, &["from", "to"]) && !follows_own
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
