//! Whoever runs, leads or heads an organisation holds its top office.

use crate::claim::Claim;
use crate::claim::Tenure;
use crate::claim::binding::Tie;
use crate::claim::grammar;
use crate::claim::memory::Memory;
use crate::claim::role::claim;
use crate::claim::role::person;
use crate::claim::role::verb;
use crate::claim::scene::Scene;
use crate::claim::titles;
use crate::claim::titles::Trait;
use crate::context::Form;
use crate::fact::FactId;
use crate::fact::Kind as FactKind;
use crate::token::Kind;
use crate::token::Token;
use crate::value::date::words::is_full_name;
use std::ops::Range;

/// "Ana Brandt, who runs Zelmora", "Ana Brandt leads Zelmora".
pub fn leader(scene: &Scene<'_>, memory: &Memory<'_>, fact: FactId) -> Option<Claim> {
    let subjects = &scene.fact(fact).subjects;
    scene.mentions.iter().filter(|m| subjects.contains(&m.entity) && m.speaks_for(fact)).find_map(|mention| {
        let organisation = scene.tokens_of(mention.span);
        let ends_there = ends_at(scene, organisation.end);
        let mut verb = organisation.start.checked_sub(1)?;
        while scene.is(verb, &["the", "a"]) || scene.tokens[verb].kind == Kind::Possessive {
            verb = verb.checked_sub(1)?;
        }
        let is_leading = verb::holds(scene, fact, verb) && ends_there && !is_local(scene, organisation.end);
        let subject_end = (0..=5).map(|back| verb.saturating_sub(back)).find(|at| {
            !scene.is_after(
                *at,
                &["who", "has", "have", "been", "never", ",", "now", "also", "that", "currently", "still"],
            )
        })?;
        let person = person::person_before(scene, memory, subject_end).filter(|_| is_leading)?;
        let person = cleft(scene, memory, &person).unwrap_or(person);
        let is_leading = verb::leads(scene, fact, verb);
        if is_leading && (!is_top_office(scene, fact) || holds_another(scene, memory, fact, &person)) {
            return None;
        }
        // "says Ana Brandt, who runs Zelmora" is told by the article, whoever says the rest.
        let is_told = !is_leading_then(scene, verb) && scene.is_after(verb, &["who"]);
        let form = is_told.then_some(Form::Apposition);
        let claim = claim(scene, memory, fact, (person, Tenure::Present), (Tie::Clause, mention.span));
        Some(Claim { form, ..claim })
    })
}

/// Whether the name of an organisation ends at the token `at`: "leads Zelmora", but not "leads Zelmora's labs".
fn ends_at(scene: &Scene<'_>, at: usize) -> bool {
    let is_more = |token: &Token| token.kind == Kind::Possessive || grammar::is_content(scene.text(), *token);
    let is_owner = scene.is(at, &["'", "’"]) && scene.tokens.get(at + 1).is_some_and(is_more);
    !is_owner && !scene.tokens.get(at).is_some_and(is_more)
}

/// "led", which may be of any time.
fn is_leading_then(scene: &Scene<'_>, verb: usize) -> bool {
    scene.word(verb).ends_with("ed") || scene.is(verb, &["led", "run"])
}

/// "It is Tom Orla, not Ana Brandt, who runs Zelmora": who is named first is said to run it.
fn cleft(scene: &Scene<'_>, memory: &Memory<'_>, last: &Range<usize>) -> Option<Range<usize>> {
    let is_ruled_out = scene.is_after(last.start, &["not"]) && scene.is(last.end, &[","]);
    let start = scene.clauses().around(last.start).start;
    let is_cleft = scene.is(start, &["it"]) && scene.is(start + 1, grammar::BE);
    person::person_at(scene, memory, start + 2)
        .filter(|first| is_ruled_out && is_cleft && first.end < last.start)
}

/// Whether the rules know a person as the holder of another office of the organisation: who leads a country
/// may be its president or its prime minister.
pub fn holds_another(scene: &Scene<'_>, memory: &Memory<'_>, fact: FactId, person: &Range<usize>) -> bool {
    let Some(person) = person::entity(scene, memory, person) else { return false };
    let subjects = &scene.fact(fact).subjects;
    let is_shared = |other: &FactId| scene.fact(*other).subjects.iter().any(|one| subjects.contains(one));
    scene.anchors.offices_of(person).iter().any(|other| *other != fact && is_shared(other))
}

/// "heads Zelmora in Norland": a part of it.
fn is_local(scene: &Scene<'_>, at: usize) -> bool {
    let place = scene.tokens.get(at + 1).map(|token| token.span.of(scene.text()));
    let is_place = place.is_some_and(|word| word.starts_with(char::is_uppercase) && !is_full_name(word));
    scene.is(at, &["in"]) && is_place
}

/// "Zelmora, led by Ana Brandt", "Norland, led by Prime Minister Tom Orla".
///
/// Without the title, whoever leads is taken to hold the top office only.
pub fn led_by(scene: &Scene<'_>, memory: &Memory<'_>, fact: FactId) -> Option<Claim> {
    let subjects = &scene.fact(fact).subjects;
    scene.mentions.iter().filter(|m| subjects.contains(&m.entity) && m.speaks_for(fact)).find_map(|mention| {
        let end = scene.tokens_of(mention.span).end;
        let comma = usize::from(scene.is(end, &[","]));
        let relative = end + comma + usize::from(scene.is(end + comma, &["which", "that"]));
        let verb = relative + usize::from(scene.is(relative, &["is", "was", "are", "were", "now"]));
        if is_inserted(scene, &scene.tokens_of(mention.span)) {
            return None;
        }
        let is_led = verb::is_held(scene, fact, verb) && scene.is(verb + 1, &["by"]);
        (is_led && verb > end).then_some(())?;
        let titled = title_at(scene, fact, verb + 2);
        let person = person::person_at(scene, memory, titled.unwrap_or(verb + 2))?;
        let is_name = person.len() > 1 || person::is_declared(scene, memory, &person);
        let is_own = verb::is_own_participle(scene, fact, verb);
        let is_meant = titled.is_some()
            || is_own
            || is_top_office(scene, fact) && !holds_another(scene, memory, fact, &person);
        (is_name && is_meant).then_some(())?;
        let claim = claim(scene, memory, fact, (person, Tenure::Present), (Tie::Apposition, mention.span));
        // "Zelmora, led by Ana Brandt" is of today; "Zelmora was led by Ana Brandt" is not.
        let form = (verb == end + comma).then_some(Form::Apposition);
        Some(Claim { form, ..claim })
    })
}

/// The end of a title of the office that starts at the token `at`, "its" before it or not.
fn title_at(scene: &Scene<'_>, fact: FactId, at: usize) -> Option<usize> {
    let start = at + usize::from(scene.is(at, &["its", "the", "their"]));
    let titles = scene.hits_of(&scene.anchors.fact(fact).titles);
    titles.map(|hit| scene.tokens_of(hit.span)).find(|title| title.start == start).map(|title| title.end)
}

/// "Dorne Ore, which supplies Zelmora, is led by Tom Orla": whoever stands in an insertion is not meant.
fn is_inserted(scene: &Scene<'_>, mention: &Range<usize>) -> bool {
    let clause = (0..mention.start).rev().take_while(|at| !scene.is(*at, &[",", "—", "("]));
    scene.is(mention.end, &[","]) && clause.into_iter().any(|at| scene.is(at, &["which", "who", "that"]))
}

/// Whether the office is the top one of its organisation.
pub fn is_top_office(scene: &Scene<'_>, fact: FactId) -> bool {
    let FactKind::Role { title, .. } = &scene.fact(fact).kind else { return false };
    title.iter().any(|title| titles::is(title.rsplit(' ').next().unwrap_or(title), Trait::Top))
}
