//! Whose office a title names, and whether it is the one of the fact.

use crate::claim::binding;
use crate::claim::binding::Owner;
use crate::claim::binding::Tie;
use crate::claim::binding::rival;
use crate::claim::grammar;
use crate::claim::memory::Memory;
use crate::claim::role::another::SAME_OFFICE;
use crate::claim::role::chosen;
use crate::claim::role::part::is_capitalised;
use crate::claim::role::part::is_of_part;
use crate::claim::role::person;
use crate::claim::scene::Scene;
use crate::claim::titles;
use crate::claim::titles::Trait;
use crate::fact::FactId;
use crate::span::Span;
use crate::token::Kind;
use crate::value::date::line::is_in;
use std::ops::Range;

/// Offices of two words that many hold at a time, each with the title before the name: "President Orla" may
/// preside over anything, and keeps the title for life. They need their organisation beside them.
const SHARED: &[&str] = &["vice president", "prime minister", "chief justice", "first lady"];

/// The organisation whose office it is, if that is the subject of the fact.
pub fn office(
    scene: &Scene<'_>,
    memory: &Memory<'_>,
    fact: FactId,
    title: &Range<usize>,
) -> Option<(Tie, Span)> {
    if let Some(behind) = behind_name(scene, memory, title) {
        return ours(scene, fact, behind).map(|span| (Tie::Phrase, span));
    }
    if let Some(span) = ours(scene, fact, title.end + 1).filter(|_| is_bracketed(scene, title)) {
        return Some((Tie::Apposition, span));
    }
    if let Some(span) = fronted(scene, memory, title).and_then(|at| ours(scene, fact, at)) {
        return Some((Tie::Clause, span));
    }
    if let Some(span) = chosen::organisation(scene, memory, fact, title) {
        return Some((Tie::Phrase, span));
    }
    let (tie, span) = bound(scene, fact, title)?;
    let is_part = span.start() >= scene.tokens[title.end - 1].span.end() && is_of_part(scene, span);
    // "chief executive of the association": an owner that no rule knows.
    let is_owned = tie > Tie::Apposition && scene.is(title.end, &["of"]);
    (!is_part && !is_owned).then_some((tie, span))
}

/// The subject of the fact, where the token `at` starts its name.
fn ours(scene: &Scene<'_>, fact: FactId, at: usize) -> Option<Span> {
    let subjects = &scene.fact(fact).subjects;
    let named = scene.mentions_starting(at).into_iter().find(|mention| subjects.contains(&mention.entity));
    named.map(|mention| mention.span).filter(|span| !is_of_part(scene, *span))
}

/// Where the organisation stands in "President Ana Brandt of Norland", "chief executives Ana Brandt (Zelmora)".
fn behind_name(scene: &Scene<'_>, memory: &Memory<'_>, title: &Range<usize>) -> Option<usize> {
    let person = person::person_at(scene, memory, title.end)?;
    let organisation = person.end + 1 + usize::from(scene.is(person.end + 1, &["the"]));
    let is_named = title.start > 0
        && is_capitalised(scene, title.start - 1)
        && !scene.is_after(title.start, SAME_OFFICE)
        && !scene.is_after(title.start, grammar::CAPITALISED_ADJECTIVES);
    (scene.is(person.end, &["of", "("]) && is_capitalised(scene, organisation) && !is_named)
        .then_some(organisation)
}

/// "Ana Brandt (CEO, Zelmora)".
fn is_bracketed(scene: &Scene<'_>, title: &Range<usize>) -> bool {
    scene.is_after(title.start, &["("]) && scene.is(title.end, &[","])
}

/// Where the organisation stands in "Under chief executive Ana Brandt, Zelmora has grown".
fn fronted(scene: &Scene<'_>, memory: &Memory<'_>, title: &Range<usize>) -> Option<usize> {
    let skipped = title.start - usize::from(scene.is_after(title.start, SAME_OFFICE));
    let is_fronted = scene.is_after(skipped, &["under", "with"]);
    let person = person::person_at(scene, memory, title.end).filter(|_| is_fronted)?;
    scene.is(person.end, &[","]).then_some(person.end + 1)
}

/// The organisation by the usual ties.
fn bound(scene: &Scene<'_>, fact: FactId, title: &Range<usize>) -> Option<(Tie, Span)> {
    let found = binding::tight(scene, fact, title.clone())
        .filter(|owner| *owner != Owner::Other || !is_person_before(scene, title))
        .unwrap_or_else(|| binding::owner(scene, fact, title.clone()));
    match found {
        Owner::Subject(tie, _) if tie > Tie::Apposition && is_courtesy(scene, title) => None,
        Owner::Subject(tie, subject) => Some((tie, subject)),
        Owner::Nobody if is_courtesy(scene, title) => None,
        Owner::Nobody if is_entry(scene, title) && is_box_of(scene, fact) => {
            Some((Tie::Sentence, Span::at(scene.tokens[title.start].span.start())))
        }
        Owner::Nobody if chairs_another(scene, title) => None,
        Owner::Nobody if is_capitalised(scene, title.end) && rival::is_topic(scene, fact) => {
            Some((Tie::Sentence, Span::at(scene.tokens[title.start].span.start())))
        }
        Owner::Nobody | Owner::Other => None,
    }
}

/// "Chief executive: Ana Brandt" on a line of its own, in a box about the organisation.
fn is_entry(scene: &Scene<'_>, title: &Range<usize>) -> bool {
    let is_line = scene.is_heading() || scene.is_item();
    let opens = (0..title.start).all(|at| scene.tokens[at].kind == Kind::Mark);
    // A credit is of the article.
    let is_credit = scene.is(title.end - 1, &["editor", "producer", "director"]);
    is_line && opens && scene.is(title.end, &[":"]) && !is_credit
}

/// Whether the line above the entries "Founded: 1988", "Staff: 40" names the organisation.
fn is_box_of(scene: &Scene<'_>, fact: FactId) -> bool {
    let sentences = scene.document.sentences()[..scene.index].iter().rev();
    let mut lines = sentences.map(|sentence| scene.document.slice(sentence.span)).take(ENTRIES);
    let Some(head) = lines.find(|line| !line.contains(':')) else { return false };
    let mut names = scene.fact(fact).subjects.iter().flat_map(|subject| &scene.rules.entity(*subject).names);
    names.any(|name| head.contains(name.as_str()))
}

/// How many entries a box may have.
const ENTRIES: usize = 12;

fn is_courtesy(scene: &Scene<'_>, title: &Range<usize>) -> bool {
    let words = scene.span_of(title.clone()).of(scene.text());
    let one = words.strip_suffix('s').unwrap_or(words);
    let is = |office: &str| titles::is(office, Trait::Shared) || is_in(office, SHARED);
    is(words) || is(one)
}

/// Whether the owner found beside a title is only the person in apposition to it.
fn is_person_before(scene: &Scene<'_>, title: &Range<usize>) -> bool {
    let is_owned = scene.is(title.end, grammar::OWNING);
    !is_owned && (scene.is_after(title.start, &[","]) || scene.is_after(title.start, &["the", "its"]))
}

/// "Chairman Orla … the Banking Committee": a chair without an organisation beside it is that of the
/// committee that the sentence names.
fn chairs_another(scene: &Scene<'_>, title: &Range<usize>) -> bool {
    const BODIES: &[&str] = &["committee", "subcommittee", "caucus", "panel", "taskforce"];
    let is_chair = scene.is(title.end - 1, &["chair", "chairman", "chairwoman", "chairperson"]);
    is_chair && (0..scene.tokens.len()).any(|at| scene.is(at, BODIES) && is_capitalised(scene, at))
}
