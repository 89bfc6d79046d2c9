//! A figure that describes its subject in one word with its unit: "the 1,200-metre Harbour Bridge".

use crate::claim::Claim;
use crate::claim::Observed;
use crate::claim::binding::Tie;
use crate::claim::grammar;
use crate::claim::measure::family;
use crate::claim::scene::Scene;
use crate::fact::FactId;
use crate::fact::Kind;
use crate::value::Value;
use std::ops::Range;

/// The claim of such a figure, where no other fact of the subject is of the same dimension.
pub fn claim(scene: &Scene<'_>, fact: FactId, value: &Value) -> Option<Claim> {
    let words = scene.tokens_of(value.core);
    let name = behind(scene, &words)?;
    let subjects = &scene.fact(fact).subjects;
    let named = scene.mentions_starting(name).into_iter().find(|m| subjects.contains(&m.entity))?;
    let is_article =
        scene.is_after(words.start, grammar::DEFINITE) || scene.is_after(words.start, &["a", "an"]);
    let observed = Observed::Value(Box::new(value.clone()));
    (is_article && is_only_one(scene, fact, value))
        .then(|| Claim::bound(scene, fact, value.core, observed, (Tie::Phrase, named.span)))
}

/// The token behind a figure in one word with its unit: "1,200-metre", "1,200-metre-long".
pub fn behind(scene: &Scene<'_>, words: &Range<usize>) -> Option<usize> {
    let is_hyphen = |at: usize| scene.tokens.get(at).is_some_and(|t| grammar::is_hyphen(scene.text(), *t));
    words.clone().any(is_hyphen).then(|| words.end + 2 * usize::from(is_hyphen(words.end)))
}

/// Whether this is the only fact of its subjects that such a value could be of.
fn is_only_one(scene: &Scene<'_>, fact: FactId, value: &Value) -> bool {
    let subjects = &scene.fact(fact).subjects;
    let facts = subjects.iter().flat_map(|subject| scene.anchors.facts_of(*subject));
    facts.filter(|other| **other != fact).all(|other| match &scene.fact(*other).kind {
        Kind::Measure { value: truth, .. } => {
            truth.entries.iter().all(|entry| family(&entry.value) != family(value))
        }
        _ => true,
    })
}
