//! Claims of who holds an office.
//!
//! Around each title of the office: whose it is (bound like any other attribute), and who is said to
//! hold it: a name directly behind ("Zelmora CEO Ana Brandt"), in apposition ("Ana Brandt, CEO of
//! Zelmora"), or tied by a verb ("Ana Brandt is chief executive"). Whoever runs, leads or heads an
//! organisation is taken to hold its top office.

mod another;
mod coming;
mod elsewhere;
mod holder;
mod leader;
mod office;
mod part;
mod person;
mod tenure;
mod told;

use crate::claim::Claim;
use crate::claim::Observed;
use crate::claim::Tenure;
use crate::claim::binding::Tie;
use crate::claim::memory::Memory;
use crate::claim::scene::Scene;
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
    if leader::is_top_office(scene, fact) {
        claims.extend(leader::leader(scene, memory, fact).or_else(|| leader::led_by(scene, memory, fact)));
    }
}

/// What is said with one title.
fn titled(scene: &Scene<'_>, memory: &Memory<'_>, fact: FactId, title: &Range<usize>) -> Option<Claim> {
    if another::is_other_office(scene, title) || told::is_list(scene, memory, title) {
        return None;
    }
    let Some((tie, subject)) = office::office(scene, memory, fact, title) else {
        return elsewhere::find(scene, memory, fact, title);
    };
    let (person, form) = holder::holder(scene, memory, title, subject)?;
    let is_another = tie > Tie::Apposition && person::holds_elsewhere(scene, memory, fact, &person);
    if is_another || coming::is_coming(scene, title, &person) {
        return None;
    }
    let tenure = tenure::tenure(scene, title, &person);
    let claim = claim(scene, memory, fact, (person, tenure), (tie, subject));
    Some(Claim { form: Some(form), ..claim })
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
