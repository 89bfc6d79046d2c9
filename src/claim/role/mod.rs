//! Claims of who holds an office.
//!
//! Around each title of the office: whose it is (bound like any other attribute), and who is said to
//! hold it: a name directly behind ("Zelmora CEO Ana Brandt"), in apposition ("Ana Brandt, CEO of
//! Zelmora"), or tied by a verb ("Ana Brandt is chief executive"). Whoever runs, leads or heads an
//! organisation is taken to hold its top office.

mod another;
mod assumed;
mod attendant;
mod chosen;
mod coming;
mod elsewhere;
mod fronted;
mod headline;
mod holder;
mod leader;
mod office;
pub(in crate::claim) mod opener;
mod part;
pub(in crate::claim) mod person;
mod tenure;
mod told;
mod under;
mod verb;

use crate::claim::Binding;
use crate::claim::Claim;
use crate::claim::Observed;
use crate::claim::Tenure;
use crate::claim::binding::Tie;
use crate::claim::binding::rival;
use crate::claim::memory::Memory;
use crate::claim::scene::Scene;
use crate::claim::topic;
use crate::fact::FactId;
use crate::span::Span;
use std::ops::Range;

/// Finds what a sentence says of a `role` fact.
pub fn find(scene: &Scene<'_>, memory: &Memory<'_>, fact: FactId, claims: &mut Vec<Claim>) {
    let titles: Vec<Span> =
        outermost(scene.hits_of(&scene.anchors.fact(fact).titles).map(|hit| hit.span).collect());
    for title in titles {
        claims.extend(titled(scene, memory, fact, &scene.tokens_of(title)));
    }
    if topic::goes_on(scene, fact) && rival::is_topic(scene, fact) {
        claims.extend(going_on(scene, memory, fact));
    }
    let leads = verb::has_any(scene, fact).then(|| leader::leader(scene, memory, fact)).flatten();
    let led = leads.or_else(|| leader::led_by(scene, memory, fact));
    claims.extend(led.or_else(|| under::find(scene, memory, fact)));
}

/// "It misspelled the name of Zelmora's chief executive. She is Ana Brandt."
fn going_on(scene: &Scene<'_>, memory: &Memory<'_>, fact: FactId) -> Option<Claim> {
    let at = (2..scene.tokens.len().min(5)).find(|at| person::person_at(scene, memory, *at).is_some())?;
    let person = person::person_at(scene, memory, at)?;
    topic::told(scene, scene.span_of(person.clone()))?;
    let office = (Tie::Sentence, Span::at(scene.span_of(person.clone()).start()));
    Some(claim(scene, memory, fact, (person, Tenure::Present), office))
}

/// What is said with one title.
fn titled(scene: &Scene<'_>, memory: &Memory<'_>, fact: FactId, title: &Range<usize>) -> Option<Claim> {
    let is_several = told::is_list(scene, memory, title) || told::is_of_several(scene, title);
    if another::is_other_office(scene, title) || is_several {
        return None;
    }
    let Some((tie, subject)) = office::office(scene, memory, fact, title) else {
        return elsewhere::find(scene, memory, fact, title);
    };
    if told::has_term(scene, title, subject) || part::is_longer_name(scene, title, subject) {
        return None;
    }
    let (person, form) = holder::holder(scene, memory, title, subject)?;
    let is_another = tie > Tie::Apposition && person::holds_elsewhere(scene, memory, fact, &person);
    let is_not_his = assumed::is_of_earlier_post(scene, title, &person);
    if is_another || is_not_his || coming::is_coming(scene, title, &person) {
        return None;
    }
    let tenure = tenure::tenure(scene, title, &person);
    let claim = claim(scene, memory, fact, (person, tenure), (tie, subject));
    // Whoever stands in for a holder contradicts nothing, nor does whoever only seems to be one.
    let is_stand_in = tenure == Tenure::Present && another::stands_in(scene, title);
    let is_seeming = is_stand_in || assumed::is_played(scene, title.start);
    let binding = if is_seeming { Binding::Doubtful } else { claim.binding };
    Some(Claim { form: Some(form), binding, ..claim })
}

/// The titles that lie in no longer one.
fn outermost(titles: Vec<Span>) -> Vec<Span> {
    let is_inner = |title: &Span| titles.iter().any(|other| other.contains(*title) && other != title);
    titles.iter().copied().filter(|title| !is_inner(title)).collect()
}

fn claim(
    scene: &Scene<'_>,
    memory: &Memory<'_>,
    fact: FactId,
    (person, tenure): (Range<usize>, Tenure),
    office: (Tie, Span),
) -> Claim {
    let span = scene.span_of(person.clone());
    let observed = Observed::Holder {
        entity: person::entity(scene, memory, &person),
        name: scene.document.slice(span).to_owned(),
        tenure,
    };
    Claim::bound(scene, fact, span, observed, office)
}
