//! Claims of which word applies: classified or unclassified, Oslo or Bergen.
//!
//! A describing word belongs to the noun behind it ("classified networks") or to the one that a form
//! of "be" ties it to ("the networks are classified"); in front of any other noun it describes that.
//! A name belongs to the nearest attribute of its clause ("The Courier first reported").
//! A verb ties a word to what it acts on ("approved the merger"). One file a way of tying; `another` knows other things.

mod another;
mod attribute;
mod describing;
mod elsewhere;
mod name;
mod verb;

use crate::claim::Binding;
use crate::claim::Claim;
use crate::claim::Observed;
use crate::claim::anchor::Hit;
use crate::claim::anchor::Side;
use crate::claim::binding;
use crate::claim::binding::Owner;
use crate::claim::binding::Tie;
use crate::claim::binding::rival;
use crate::claim::binding::stranger;
use crate::claim::grammar;
use crate::claim::mention::Manner;
use crate::claim::scene::Scene;
use crate::claim::topic;
use crate::fact::EntityId;
use crate::fact::FactId;
use crate::fact::Nature;
use crate::fact::Required;
use crate::span::Span;
use std::ops::Range;

/// Finds what a sentence says of a `term` fact.
pub fn find(scene: &Scene<'_>, fact: FactId, claims: &mut Vec<Claim>) {
    let spoken = attribute::spoken(scene, fact);
    let terms = terms(scene, fact);
    if spoken.is_empty() && topic::goes_on(scene, fact) {
        let told = terms.iter().filter_map(|term| Some((*term, topic::told(scene, term.0.span)?)));
        claims.extend(told.filter_map(|(term, core)| claim(scene, fact, term, core)));
    }
    let nouns = attribute::with_names(scene, fact, &spoken);
    if nouns.is_empty() && !describing::has_ones(scene) {
        return;
    }
    for (at, (hit, side)) in terms.iter().enumerate() {
        let is_first = || matches!(side, Side::Rival(_)) && another::is_overturned(scene, fact, at, &terms);
        let core = tied(scene, fact, (at, &terms), (&nouns, &spoken)).filter(|_| !is_first());
        claims.extend(core.and_then(|core| claim(scene, fact, (*hit, *side), core)));
    }
}

/// The tokens of a term and of the attribute to which it belongs: `spoken` stand by themselves, `nouns` in names too.
fn tied(
    scene: &Scene<'_>,
    fact: FactId,
    (at, terms): (usize, &[(Hit, Side)]),
    (nouns, spoken): (&[Span], &[Span]),
) -> Option<Range<usize>> {
    let term = terms[at].0.span;
    let is_name = term.of(scene.text()).starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let told = describing::describes(scene, term, nouns)
        .or_else(|| describing::predicated(scene, term, nouns))
        .or_else(|| if is_name { name::named(scene, at, terms, spoken) } else { None });
    match told {
        Some(core) => Some(core).filter(|core| !is_of_another_noun(scene, fact, core)),
        None => verb::tied(scene, fact, term, nouns),
    }
}

/// The words of the fact's closed set in a sentence, none inside a longer one.
fn terms(scene: &Scene<'_>, fact: FactId) -> Vec<(Hit, Side)> {
    let words = scene.anchors.fact(fact);
    let said = scene.hits.iter().filter_map(|hit| words.side(hit.word).map(|side| (*hit, side)));
    // Hits stand in order of their starts, the longer one first, so the one that reaches furthest holds any other.
    let mut outer = Span::at(0);
    let is_outer = |(hit, _): &(Hit, Side)| {
        let is_inner = outer.contains(hit.span) && outer != hit.span;
        outer = if hit.span.end() > outer.end() { hit.span } else { outer };
        !is_inner
    };
    said.filter(is_outer).collect()
}

fn claim(scene: &Scene<'_>, fact: FactId, term: (Hit, Side), core: Range<usize>) -> Option<Claim> {
    let found = binding::owner(scene, fact, core.clone());
    let (tie, subject) = match found {
        Owner::Subject(tie, subject) => (tie, subject),
        Owner::Nobody if follows_topic(scene, fact) => (Tie::Sentence, Span::at(term.0.span.start())),
        Owner::Nobody | Owner::Other => return None,
    };
    let words = scene.tokens_of(term.0.span);
    if elsewhere::is_anothers_or_past(scene, fact, &core, &words)
        || another::is_told(scene, fact, &core, (&words, tie))
        || !binding::all_are_meant(scene, fact)
    {
        return None;
    }
    let binding = if is_of_plan(scene, fact) { Binding::Certain(tie) } else { Binding::Doubtful };
    let observed = Observed::Term(term.1);
    Some(Claim { binding, ..Claim::bound(scene, fact, term.0.span, observed, (tie, subject)) })
}

/// "buys from a start-up based in Oslo": a participle behind a noun tells of that noun.
fn is_of_another_noun(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> bool {
    let hits = scene.words_over(fact, scene.span_of(core.clone()));
    let participles = hits.filter(|hit| hit.span.of(scene.text()).ends_with("ed"));
    participles.map(|hit| scene.tokens_of(hit.span).start).filter(|at| core.contains(at)).any(|at| {
        let noun = at.checked_sub(1).filter(|noun| grammar::is_content(scene.text(), scene.tokens[*noun]));
        noun.is_some_and(|noun| stranger::is_told_first(scene, noun))
    })
}

/// Whether a sentence speaks of the plan and not of the subject as it is: it names somebody the fact
/// requires, or uses a word for the plan.
fn is_of_plan(scene: &Scene<'_>, fact: FactId) -> bool {
    let stated = scene.fact(fact);
    let is_required = |entity: EntityId| stated.requires.contains(&Required::Entity(entity));
    stated.nature != Nature::Plan
        || stated.requires.is_empty()
        || scene.mentions.iter().any(|mention| is_required(mention.entity))
        || scene.mentions.iter().any(|mention| mention.manner == Manner::FactEpithet(fact))
}

/// A sentence that names nobody goes on about whoever was named last, where the fact happened once.
fn follows_topic(scene: &Scene<'_>, fact: FactId) -> bool {
    let names_nobody = scene.mentions.iter().all(|mention| mention.manner == Manner::Pronoun);
    let may = scene.fact(fact).nature == Nature::Event || topic::goes_on(scene, fact) || scene.is_item();
    may && names_nobody && rival::is_topic(scene, fact)
}
