//! Those around a holder: in "a spokesman for the president, Orla Finn, said", nobody can tell whose name it is.

use crate::claim::grammar;
use crate::claim::role::another;
use crate::claim::scene::Scene;
use crate::token::Kind;
use std::ops::Range;

/// Nouns for somebody who works for another or is related to one; "staff" is for "chief of staff to".
const ATTENDANTS: &[&str] = &[
    "spokesman", "spokeswoman", "spokesperson", "aide", "adviser", "advisor", "counsellor", "assistant",
    "secretary", "deputy", "staff", "lawyer", "attorney", "solicitor", "doctor", "physician", "bodyguard",
    "driver", "speechwriter", "biographer", "envoy", "representative", "delegate", "confidant", "confidante",
    "wife", "husband", "partner", "widow", "widower", "fiancee", "son", "daughter", "brother", "sister",
    "mother", "father", "cousin", "nephew", "niece", "uncle", "aunt", "grandson", "granddaughter", "friend",
    "ally", "rival", "critic", "opponent", "challenger", "successor", "predecessor", "mentor", "protege",
    "neighbour", "neighbor", "colleague", "namesake",
];

/// How many words before a title its attendant may stand.
const REACH: usize = 8;

/// Whether the phrase of a title is governed by such a noun: "the wife of Velmark's prime minister".
pub fn is_near(scene: &Scene<'_>, title: &Range<usize>) -> bool {
    let opens = |at: &usize| scene.is(*at, &["of", "for", "to"]);
    let before = (title.start.saturating_sub(REACH)..title.start).rev();
    let Some(at) = before.into_iter().find(opens) else { return false };
    let others = (at + 1..title.start).filter(|at| !is_of_name(scene, *at));
    scene.is_after(at, ATTENDANTS) && others.count() <= 1
}

/// Whether a word belongs to the name of an organisation or to the office: "the late Orla's former".
fn is_of_name(scene: &Scene<'_>, at: usize) -> bool {
    let token = scene.tokens[at];
    token.kind == Kind::Possessive
        || token.is_capitalised(scene.text())
        || scene.is(at, grammar::DEFINITE)
        || scene.is(at, another::SAME_OFFICE)
        || scene.is(at, &["'", "’", "-"])
}
