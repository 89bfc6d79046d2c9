//! What was done, and how often: "recalled 34,000 cars", "has published nine novels".
//!
//! A firm that recalled 34,000 cars may have sold 43,000. Where the sentence of a fact and that of an article both tell by a
//! known verb what was done, the numbers are held against each other if it is the same act, and not if it is another.

pub(in crate::claim) mod between;
pub mod doer;
mod form;
mod limit;
pub mod own;
mod table;
mod verb;

use crate::claim::deed::own::Own;
use crate::claim::deed::table::ACTS;
use crate::claim::deed::table::KEPT;
use crate::claim::deed::table::TELLING;
use crate::claim::grammar;
use crate::claim::past;
use crate::claim::scene::Scene;
use crate::fact::FactId;
use crate::fact::Kind;
use crate::fact::Nature;
use crate::token;
use crate::value::Amount;
use crate::value::Value;
use std::ops::Range;

/// What a sentence tells of the act of its fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// That it was done so often.
    Same,
    /// How often something else was done.
    Another,
    /// Nothing: one of the two has no verb that is known.
    Untold,
}

/// What is told of the act of a fact around a number with its noun.
#[derive(Clone, Debug)]
pub struct Act {
    /// Whether it is the fact's.
    pub deed: Deed,
    /// The token of the word that tells it, where it is.
    pub word: Option<usize>,
    /// The tokens from the hedge of the number to its noun.
    pub counted: Range<usize>,
    /// Whether all of what the fact counts was done: no word keeps it to a time, a place or a kind.
    pub is_total: bool,
}

impl Act {
    /// What is told of the act of `fact` around `value`, whose noun ends before the token `noun_end`.
    pub fn of(scene: &Scene<'_>, fact: FactId, value: &Value, noun_end: usize) -> Act {
        let counted = scene.tokens_of(value.full).start..noun_end;
        let (deed, word) = read(scene, fact, &counted);
        let word = word.filter(|_| deed == Deed::Same);
        let act = Act { deed, word, counted, is_total: false };
        let is_total = deed == Deed::Same
            && (!limit::is_limited(scene, fact, &act) || is_more_than_all(scene, fact, value));
        Act { is_total, ..act }
    }

    /// Whether it is the act of the fact.
    pub fn is_same(&self) -> bool {
        self.deed == Deed::Same
    }
}

/// What the fact's own sentence tells.
fn own<'s>(scene: &'s Scene<'_>, fact: FactId) -> &'s Own {
    scene.anchors.fact(fact).own(scene.fact(fact))
}

/// What is told, and the word that tells it.
fn read(scene: &Scene<'_>, fact: FactId, counted: &Range<usize>) -> (Deed, Option<usize>) {
    let own = own(scene, fact).verb.as_deref();
    let is_ours =
        |at: &usize| is_verb_of(scene, fact, *at) || own.is_some_and(|own| is_same(scene.word(*at), own));
    let (before, behind) = (verb::before(scene, counted.start), verb::behind(scene, counted.end));
    // "1,320 won races": the counted noun itself tells of no act, for awards are received and planted are plants.
    let inner = counted.start + 1..counted.end.max(2) - 1;
    let within = inner
        .into_iter()
        .find(|at| past::is_form(scene.word(*at)) && own.is_some_and(|own| is_same(scene.word(*at), own)));
    let ours = before.filter(is_ours).or(behind.filter(is_ours));
    let is_plan = scene.fact(fact).nature == Nature::Plan;
    let is_rate = || verb::is_rate(scene, &scene.fact(fact).says, counted);
    let deed = match (within.or(ours), own) {
        (Some(_), _) if within.is_some() => Deed::Same,
        (Some(verb), _) if !is_plan && verb::is_undone(scene, verb) || is_rate() => Deed::Another,
        (Some(_), _) => Deed::Same,
        (None, Some(own)) if is_another_act(scene, own, before, behind) => Deed::Another,
        (None, _) => Deed::Untold,
    };
    (deed, within.or(ours))
}

/// Whether the words around what is counted tell of another act than `own`: "sold", where the fact has "recalled".
fn is_another_act(scene: &Scene<'_>, own: &str, before: Option<usize>, behind: Option<usize>) -> bool {
    let is_kept = KEPT.iter().any(|kept| form::is_of(own, kept));
    // "has 14 titles", "Brodie's eleven novels were translated", where the fact is that they were won or written.
    let has =
        |at: usize| scene.is(at, grammar::COMPRISING) || scene.tokens[at].kind == token::Kind::Possessive;
    if is_kept && before.is_some_and(has) {
        return false;
    }
    let is_verb = before.is_some_and(|at| verb::is_of_another_act(scene, at));
    is_verb || behind.is_some_and(|at| !scene.is(at, TELLING))
}

/// Whether the token `at` is a past form or a participle that the fact's attribute names.
fn is_verb_of(scene: &Scene<'_>, fact: FactId, at: usize) -> bool {
    (past::is_form(scene.word(at)) || scene.word(at).ends_with("ing"))
        && scene.is_hit_of(fact, scene.tokens[at].span)
}

/// Whether a word tells of the act of which `own` is the past.
fn is_same(word: &str, own: &str) -> bool {
    form::is_kin(word, own) || acts_of(word) & acts_of(own) != 0
}

/// Whether the verb right before a figure tells another act than the fact's: it has a subject of its own, or stands behind the
/// attribute in "cut costs by $80 million and repaid $200 million".
pub fn is_of_another(
    scene: &Scene<'_>,
    fact: FactId,
    number: &Range<usize>,
    attribute: &Range<usize>,
) -> bool {
    let verb = verb::before(scene, number.start).filter(|at| past::is_form(scene.word(*at)));
    let Some(verb) = verb else { return false };
    let own = own(scene, fact).verb.as_deref();
    let is_ours = own.is_some_and(|own| is_same(scene.word(verb), own)) || is_verb_of(scene, fact, verb);
    let joins = |at: usize| scene.is(at, grammar::JOINING) || scene.is(at, &["but", "while"]);
    let is_joined = (attribute.end..verb.max(attribute.end)).any(joins);
    doer::is_new(scene, fact, verb) || is_joined && !is_ours && !scene.is(verb, TELLING)
}

/// Whether a number is more than all that the fact counts to this day: who has published nine novels has not published
/// eleven in one year.
fn is_more_than_all(scene: &Scene<'_>, fact: FactId, value: &Value) -> bool {
    let Kind::Count(truth) = &scene.fact(fact).kind else { return false };
    let most = truth.entries.iter().map(|entry| entry.value).max();
    let is_more = |number| most.is_some_and(|most| most < number);
    matches!(value.amount, Amount::Exact(number) if is_more(number)) && own(scene, fact).is_unlimited
}

/// The acts that a word may tell of, a bit each.
fn acts_of(word: &str) -> u128 {
    // The first letter tells most words apart.
    let first = word.bytes().next().map(|byte| byte.to_ascii_lowercase());
    let is_of =
        |act: &&[&str]| act.iter().any(|base| base.bytes().next() == first && form::is_of(word, base));
    let acts = ACTS.iter().enumerate().filter(|(_, act)| is_of(act));
    acts.fold(0, |bits, (at, _)| bits | 1_u128 << at)
}

#[cfg(test)]
mod tests {
    use super::ACTS;
    use super::acts_of;

    #[test]
    fn each_act_has_a_bit_of_its_own() {
        assert!(ACTS.len() <= 128, "there are {} acts, and bits for 128", ACTS.len());
    }

    #[test]
    fn forms_of_one_act_meet_and_those_of_two_do_not() {
        assert_ne!(acts_of("axed") & acts_of("cutting"), 0);
        assert_ne!(acts_of("Sales") & acts_of("sold"), 0);
        assert_eq!(acts_of("sold") & acts_of("built"), 0);
        assert_eq!(acts_of("harbour"), 0);
    }
}
