//! The right figure under the opposite name: "a net loss of €312 million" where it was a profit.
//!
//! Only the true amount itself is held against the fact: any other loss may be of another year or unit.

use crate::claim::Binding;
use crate::claim::Claim;
use crate::claim::Extent;
use crate::claim::Observed;
use crate::claim::binding;
use crate::claim::binding::Owner;
use crate::claim::scene::Scene;
use crate::fact::FactId;
use crate::value::Value;
use std::ops::Range;

/// What a fact may be of, and the nouns and verbs for the opposite.
const OPPOSITES: &[(&[&str], &[&str])] = &[
    (&["profit", "profits", "income", "earnings"], &["loss", "losses"]),
    (&["loss", "losses"], &["profit", "profits"]),
    (&["surplus"], &["deficit", "shortfall"]),
    (&["deficit", "shortfall"], &["surplus"]),
    (&["imports"], &["exports"]),
    (&["exports"], &["imports"]),
];

/// The claims that an amount is of the opposite kind.
pub fn find(scene: &Scene<'_>, fact: FactId, values: &[&Value], claims: &mut Vec<Claim>) {
    for value in values {
        claims.extend(
            opposite(scene, fact, scene.tokens_of(value.full))
                .and_then(|noun| claim(scene, fact, value, noun)),
        );
    }
}

/// The opposite noun that an amount belongs to: "a loss of €5 million", "a €5 million loss".
fn opposite(scene: &Scene<'_>, fact: FactId, value: Range<usize>) -> Option<Range<usize>> {
    let words = opposites(scene, fact)?;
    let before = value.start.checked_sub(2).filter(|_| scene.is_after(value.start, &["of", "was", "at"]));
    let nouns = before.into_iter().chain([value.end, value.end + 1]);
    nouns.into_iter().find(|at| scene.is(*at, words)).map(|at| at..at + 1)
}

/// The opposites of what a fact is of, where all its attributes are of one kind.
fn opposites(scene: &Scene<'_>, fact: FactId) -> Option<&'static [&'static str]> {
    let attributes = &scene.fact(fact).attribute;
    let is_of = |attribute: &String, words: &[&str]| {
        let last = attribute.rsplit(' ').next().unwrap_or(attribute);
        words.iter().any(|word| last.eq_ignore_ascii_case(word))
    };
    let fits = |words: &[&str]| attributes.iter().all(|attribute| is_of(attribute, words));
    let found = OPPOSITES.iter().find(|(words, _)| !attributes.is_empty() && fits(words));
    found.map(|(_, opposite)| *opposite)
}

fn claim(scene: &Scene<'_>, fact: FactId, value: &Value, noun: Range<usize>) -> Option<Claim> {
    let Owner::Subject(tie, subject) = binding::owner(scene, fact, noun.clone()) else { return None };
    Some(Claim {
        fact,
        span: scene.span_of(noun.clone()).join(value.core),
        sentence: scene.index,
        subject: Some(subject),
        deed: None,
        observed: Observed::Opposite(Box::new(value.clone())),
        binding: Binding::Certain(tie),
        extent: Extent::Whole,
        form: None,
    })
}
