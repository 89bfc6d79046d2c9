//! Whether a title says when it was held: "former", "the then", "the late".

use crate::claim::Tenure;
use crate::claim::grammar;
use crate::claim::role::told;
use crate::claim::scene::Scene;
use crate::token::Kind;
use std::ops::Range;

/// Words before a title by which its holder has left.
const FORMER: &[&str] = &[
    "former", "ex", "erstwhile", "onetime", "previous", "retired", "ousted", "deposed", "sacked", "fired",
    "departed", "quondam", "disgraced",
];

/// Words before a title by which it was held at the time spoken of.
const THEN: &[&str] = &["then"];

/// Words before a title by which it was held once.
const ONCE: &[&str] = &["late"];

/// How many words before a title may say when it was held.
const TENURE_REACH: usize = 6;

/// When the words around a title say that `person` held it.
pub fn tenure(scene: &Scene<'_>, title: &Range<usize>, person: &Range<usize>) -> Tenure {
    if told::is_told(scene, title, person) { Tenure::Once } else { by_title(scene, title) }
}

/// The same by the words before the title; the organisation may stand between.
fn by_title(scene: &Scene<'_>, title: &Range<usize>) -> Tenure {
    let mut at = title.start;
    for _ in 0..TENURE_REACH {
        let Some(before) = at.checked_sub(1) else { break };
        let token = scene.tokens[before];
        if scene.is(before, FORMER) || scene.is(before, &["time"]) && scene.is_after(before, &["-"]) {
            return Tenure::Former;
        }
        if scene.is(before, THEN) || scene.is(before, &["the", "its"]) && scene.is_after(before, THEN) {
            return Tenure::Then;
        }
        if scene.is(before, ONCE) || scene.is(before, &["the", "its"]) && scene.is_after(before, ONCE) {
            return Tenure::Once;
        }
        let belongs = grammar::is_content(scene.text(), token)
            || grammar::is_hyphen(scene.text(), token)
            || token.kind == Kind::Possessive;
        if !belongs || scene.is(before, grammar::SAYING) {
            break;
        }
        at = before;
    }
    Tenure::Present
}
