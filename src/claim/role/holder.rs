//! Who is said to hold the office of a title.

use crate::claim::grammar;
use crate::claim::memory::Memory;
use crate::claim::role::another;
use crate::claim::role::attendant;
use crate::claim::role::fronted;
use crate::claim::role::headline;
use crate::claim::role::person;
use crate::claim::scene::Scene;
use crate::context::Form;
use crate::span::Span;
use crate::token::Kind;
use std::ops::Range;

/// Verbs that tie a person to a title.
const HOLDING: &[&str] = &[
    "is", "was", "became", "becomes", "remains", "remained", "serves", "served", "be", "been", "being",
    "named", "appointed", "elected", "made", "as", "the", "its", "their", "a", "currently", "now", "still",
    "also", "who", "has", "isn't", "wasn't", "not", "never", "since", "current", "new", "acting", "interim",
    "former", "longtime", "works", "sworn", "in", "took", "over", "office", "promoted", "to", "confirmed",
    "installed", "inaugurated", "called", "re", "reelected", "reappointed", "role", "job", "post",
    "position", "of", "no", "longer",
];

/// Verbs of taking or having an office, after which nothing is an apposition.
const TAKING_OFFICE: &[&str] =
    &["took", "takes", "became", "becomes", "remains", "remained", "serves", "served"];

/// Verbs of which the object is the earlier holder: "succeeded Tom Orla as chief executive".
const FOLLOWING: &[&str] = &[
    "succeeded", "succeeds", "succeed", "succeeding", "replaced", "replaces", "replace", "replacing",
    "ousted", "fired", "followed", "follows", "sacked", "dismissed", "removed", "unseated",
];

/// Prepositions before one who is not the holder: "took over from Tom Orla as", "passed to Mira Vale as".
/// They say nothing of a name that an apposition explains.
const LEADING_AWAY: &[&str] = &["for", "after", "from", "than", "like", "to"];

/// The name of whoever is said to hold the office.
pub fn holder(
    scene: &Scene<'_>,
    memory: &Memory<'_>,
    title: &Range<usize>,
    subject: Span,
) -> Option<(Range<usize>, Form)> {
    let end = phrase_end(scene, title, subject);
    let is_set_off = scene.is(end, SETTING_OFF);
    let is_apart = end == title.end || is_set_off;
    let form = if is_set_off { Form::Apposition } else { Form::Title };
    behind(scene, memory, title, end)
        .filter(|person| {
            is_apart || person::is_declared(scene, memory, person) || headline::runs_on(scene, title, person)
        })
        .map(|person| (person, form))
        .or_else(|| {
            before(scene, memory, title, subject)
                .map(|person| (person.clone(), between(scene, title, &person)))
        })
        .or_else(|| tied_behind(scene, memory, end).map(|person| (person, Form::Predicative)))
}

/// An apposition, unless a verb ties the name to the title.
fn between(scene: &Scene<'_>, title: &Range<usize>, person: &Range<usize>) -> Form {
    let is_apart = scene.is(person.end, &[",", "(", "—", "–", "-"]);
    let is_verb = |at: usize| {
        scene.is(at, grammar::BE) || scene.is(at, grammar::AUXILIARY) || scene.is(at, TAKING_OFFICE)
    };
    let has_verb = (person.end..title.start).any(is_verb);
    if is_apart && !has_verb { Form::Apposition } else { Form::Predicative }
}

/// The token after the title and its "of Zelmora".
fn phrase_end(scene: &Scene<'_>, title: &Range<usize>, subject: Span) -> usize {
    let organisation = scene.tokens_of(subject);
    let is_behind = organisation.start >= title.end
        && organisation.start - title.end <= 3
        && scene.is(title.end, grammar::OWNING);
    let end = if is_behind { organisation.end } else { title.end };
    // "Norland's president since 2024, Ana Brandt".
    let is_since = scene.is(end, &["since"]) && scene.is(end + 2, &[","]);
    if is_since { end + 2 } else { end }
}

/// "CEO Ana Brandt", "CEO, Ana Brandt,", "CEO of Zelmora, Ana Brandt".
///
/// "As CEO of Zelmora, Ana Brandt earns" is no apposition that would have to end.
fn behind(scene: &Scene<'_>, memory: &Memory<'_>, title: &Range<usize>, from: usize) -> Option<Range<usize>> {
    let skips_comma = scene.is(from, SETTING_OFF);
    let person = person::person_at(scene, memory, from + usize::from(skips_comma))?;
    if skips_comma && attendant::is_near(scene, title) && !person::is_declared(scene, memory, &person) {
        return None;
    }
    let has_courtesy = person.start > from + usize::from(skips_comma);
    let is_declared = person::is_declared(scene, memory, &person);
    let is_known = has_courtesy || is_declared;
    let is_loose = skips_comma && person.len() < 2 && !is_known;
    if skips_comma && (fronted::is_title(scene, title, person.end) || is_label(scene, from, person.end)) {
        return None;
    }
    let is_fronted = title.start == 1 && scene.is(0, &["as"]);
    let goes_on = skips_comma && !is_fronted && (!closes(scene, person.end) || is_speaker(scene, person.end));
    (!is_loose && !goes_on).then_some(person)
}

/// Marks between a title and the name that explains it.
const SETTING_OFF: &[&str] = &[",", ":", "(", "–", "—"];

/// "Mayor of Quay: Ana Brandt is wrong": a label before what somebody says, not before a name.
fn is_label(scene: &Scene<'_>, from: usize, end: usize) -> bool {
    let ends = end >= scene.tokens.len() || scene.is(end, &[",", ".", ";", ")"]);
    let is_bracket = scene.is(from, &["("]) && !scene.is(end, &[")", ","]);
    let is_dash = scene.is(from, &["–", "—"]) && !scene.is(end, &["–", "—"]);
    scene.is(from, &[":"]) && !ends || is_bracket || is_dash
}

/// "the CEO, Ana Brandt said, was wrong": who is speaking is no apposition.
fn is_speaker(scene: &Scene<'_>, end: usize) -> bool {
    scene.is(end, grammar::SAYING) && scene.is(end + 1, &[","])
}

/// Whether an apposition ends at the token `at`; else a list or a clause has begun.
fn closes(scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens.get(at).is_none_or(|token| {
        token.is_any(scene.text(), &[",", ".", ")", ";", "—", "–", "-", "\"", "”", ":"])
            || token.kind == Kind::Possessive
    }) || grammar::AUXILIARY
        .iter()
        .chain(grammar::SAYING)
        .chain(grammar::BE)
        .any(|verb| scene.is(at, &[*verb]))
}

/// "Ana Brandt, CEO of Zelmora", "Ana Brandt (Zelmora CEO)", "Ana Brandt is the CEO".
fn before(
    scene: &Scene<'_>,
    memory: &Memory<'_>,
    title: &Range<usize>,
    subject: Span,
) -> Option<Range<usize>> {
    // "Ana Brandt and Tom Orla, the chief executives of Zelmora and Orvane".
    let last = scene.tokens[title.end - 1].span.of(scene.text());
    if last.ends_with("s") && !last.eq_ignore_ascii_case("boss") && scene.is(title.end, &["of", "at"]) {
        return None;
    }
    // "Ana Brandt, the president's sister".
    let is_owner = scene.tokens.get(title.end).is_some_and(|token| token.kind == Kind::Possessive);
    if is_owner {
        return None;
    }
    let organisation = scene.tokens_of(subject);
    let mut at = opening(scene, title).unwrap_or(title.start);
    for _ in 0..10 {
        let previous = at.checked_sub(1)?;
        let is_organisation = organisation.contains(&previous);
        if !is_organisation && let Some(person) = person::person_before(scene, memory, at) {
            let person = ruled_in(scene, memory, &person).unwrap_or(person);
            let is_meant = !is_another(scene, &person) && !fronted::is_person(scene, title, &person, subject);
            return is_meant.then_some(person);
        }
        if !is_organisation && !is_link(scene, previous) {
            return None;
        }
        at = previous;
    }
    None
}

/// "Ana Brandt, not Tom Orla, is chief executive": who is named before the one who is not.
fn ruled_in(scene: &Scene<'_>, memory: &Memory<'_>, last: &Range<usize>) -> Option<Range<usize>> {
    let not =
        last.start.checked_sub(1).filter(|not| scene.is(*not, &["not"]) && scene.is(last.end, &[","]))?;
    let not = not - usize::from(scene.is_after(not, &["and"]));
    let comma = not.checked_sub(1).filter(|comma| scene.is(*comma, &[","]))?;
    person::person_before(scene, memory, comma)
}

fn is_link(scene: &Scene<'_>, at: usize) -> bool {
    let token = scene.tokens[at];
    token.is_any(scene.text(), HOLDING)
        || token.is_any(scene.text(), another::SAME_OFFICE)
        || token.is_any(scene.text(), &[",", "(", "—", "–", "-", "and", "&", "co", "founder"])
        || token.kind == Kind::Possessive
        || token.is_any(scene.text(), &["'", "’"])
        || token.kind == Kind::Number && scene.is_after(at, &[","])
        || scene.is(at + 1, &["and", "&"]) && grammar::is_content(scene.text(), token)
}

/// Where an apposition with adjectives begins: "Ana Brandt, the 52-year-old, Norland-born chief of Zelmora".
fn opening(scene: &Scene<'_>, title: &Range<usize>) -> Option<usize> {
    let belongs = |at: &usize| {
        let token = scene.tokens[*at];
        let is_number = token.kind == Kind::Number;
        is_number || grammar::is_content(scene.text(), token) || grammar::is_hyphen(scene.text(), token)
    };
    let adjectives = (0..title.start).rev().take(ADJECTIVES).take_while(belongs).last()?;
    let determiner = adjectives.checked_sub(1)?;
    let is_set_off = scene.is_after(determiner, &[",", "(", "—", "–"]);
    (is_set_off && scene.is(determiner, &["the", "a"])).then_some(determiner)
}

/// How many words an apposition may have before its title.
const ADJECTIVES: usize = 9;

/// Whether the words before a name make it that of another than today's holder.
fn is_another(scene: &Scene<'_>, person: &Range<usize>) -> bool {
    let is_explained = scene.is(person.end, &[","]);
    // "Ana Brandt and the mayor of Quay met".
    let is_joined = scene.is(person.end, &["and", "&"]);
    is_joined
        || scene.is_after(person.start, FOLLOWING)
        || !is_explained && scene.is_after(person.start, LEADING_AWAY)
}

/// "the chief executive of Zelmora is Ana Brandt".
fn tied_behind(scene: &Scene<'_>, memory: &Memory<'_>, from: usize) -> Option<Range<usize>> {
    // "Zelmora's chief executive, who is Ana Brandt".
    let from = from + 2 * usize::from(scene.is(from, &[","]) && scene.is(from + 1, &["who"]));
    let mut at = from;
    while at < from + 3 && scene.is(at, HOLDING) && !scene.is(at, &["who", "as"]) {
        at += 1;
    }
    let is_tied = at > from && (from..at).any(|at| scene.is(at, grammar::BE));
    let is_owner = |person: &Range<usize>| {
        scene.tokens.get(person.end).is_some_and(|token| token.kind == Kind::Possessive)
    };
    let person = person::person_at(scene, memory, at).filter(|person| is_tied && !is_owner(person))?;
    // "is not Tom Orla but Ana Brandt".
    let is_ruled_out = scene.is_after(person.start, &["not"]) && scene.is(person.end, &["but"]);
    let meant = person::person_at(scene, memory, person.end + 1).filter(|_| is_ruled_out);
    Some(meant.unwrap_or(person))
}
