//! Relative clauses: "the Pact, which has 31 members", "neighbouring Velmark, where the rate is 5%".

use crate::claim::binding::Owner;
use crate::claim::binding::Tie;
use crate::claim::binding::foreign;
use crate::claim::binding::head;
use crate::claim::binding::phrase;
use crate::claim::binding::rival;
use crate::claim::binding::settle;
use crate::claim::binding::stranger;
use crate::claim::grammar;
use crate::claim::mention::Mention;
use crate::claim::scene::Scene;
use crate::fact::FactId;
use crate::fact::Kind;
use crate::token;
use std::ops::Range;

/// The noun before the relative pronoun of the clause of `core`, where it has one.
pub fn owner(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> Option<Owner> {
    let opening = scene.clauses().around(core.start).start;
    let is_place = scene.is(opening, &["where"]);
    let is_relative = scene.clauses().is_relative(scene.text(), scene.tokens, core.start);
    // "that the Pact has 31 members" opens a clause of its own, "that have 31 members" tells of a noun.
    let is_that = scene.is(opening, &["that"]) && opens_clause(scene, opening + 1);
    if !is_place && !is_relative || is_that {
        return None;
    }
    let start = if scene.is_after(opening, grammar::PREPOSITIONS) { opening - 1 } else { opening };
    let named = |back| start.checked_sub(back).map(|at| scene.mentions_ending(at));
    let antecedent: Vec<&Mention> = (1..=2).filter_map(named).flatten().collect();
    let noun = noun_before(scene, start);
    let is_foreign = noun.is_some_and(|noun| {
        is_foreign(scene, noun) || is_strangers(scene, noun) || is_named_apart(scene, noun)
    });
    if is_place && !is_foreign {
        return None;
    }
    let is_new = antecedent.is_empty() && is_new(scene, fact, start..core.start, noun);
    let is_related = !scene.is(opening, &["that"])
        && noun.is_some_and(|noun| is_owned(scene, fact, noun))
        && rival::rivals_in(scene, fact, start..core.start).is_empty();
    let found = settle(scene, fact, &antecedent, Tie::Clause);
    found.or((is_foreign || is_new || is_related).then_some(Owner::Other))
}

/// How many words such a noun may have between it and its owner.
const OWNED: usize = 3;

/// "Unlike its rival, which has 18 clubs", "the Pact's captain, who has": a noun with an owner is another thing.
fn is_owned(scene: &Scene<'_>, fact: FactId, noun: usize) -> bool {
    let is_inner = |at: &usize| grammar::is_content(scene.text(), scene.tokens[*at]);
    let owner = (noun.saturating_sub(OWNED)..noun).rev().find(|at| !is_inner(at));
    let is_figure = matches!(scene.fact(fact).kind, Kind::Count(_) | Kind::Measure { .. });
    is_figure
        && is_inner(&noun)
        && owner.is_some_and(|at| {
            scene.is(at, grammar::OWNERS) || scene.tokens[at].kind == token::Kind::Possessive
        })
        && !scene.is(noun, head::QUANTITIES)
        && !head::is_of_fact(scene, fact, noun)
}

/// The noun before a relative pronoun, a comma and a possessive stepped over: "below Norland's, where".
fn noun_before(scene: &Scene<'_>, start: usize) -> Option<usize> {
    let before = start.checked_sub(1 + usize::from(scene.is_after(start, &[","])))?;
    let is_owner = scene.tokens[before].kind == token::Kind::Possessive;
    Some(if is_owner { before.saturating_sub(1) } else { before })
}

/// Whether a noun is a name the rules do not know.
fn is_foreign(scene: &Scene<'_>, noun: usize) -> bool {
    noun > 0 && foreign::is_name_like(scene, noun) && !phrase::is_time(scene, noun)
}

/// "Hadley Partners, the buyout firm, which had bid": whether a noun is apposed to a name the rules do not know.
fn is_strangers(scene: &Scene<'_>, noun: usize) -> bool {
    let article = (noun.saturating_sub(APPOSED)..noun).rev().find(|at| scene.is(*at, &["the", "a", "an"]));
    let name = article.filter(|article| scene.is_after(*article, &[","])).and_then(|at| at.checked_sub(2));
    name.is_some_and(|name| is_foreign(scene, name) && scene.mentions_ending(name).is_empty())
}

/// "the Tarn tunnel, which": a noun with a name before it that is nobody's in the rules.
fn is_named_apart(scene: &Scene<'_>, noun: usize) -> bool {
    let Some(name) = noun.checked_sub(1) else { return false };
    let is_noun = grammar::is_content(scene.text(), scene.tokens[noun])
        && !scene.tokens[noun].is_capitalised(scene.text());
    let is_unknown =
        !scene.is_mentioned(scene.tokens[noun].span) && !scene.is_mentioned(scene.tokens[name].span);
    is_noun && is_unknown && is_foreign(scene, name) && scene.is_after(name, grammar::DEFINITE)
}

/// How many words such a noun may have between it and its article.
const APPOSED: usize = 4;

/// "a ferry that opened in 1902": a noun told of for the first time, and nobody of the fact in its clause.
fn is_new(scene: &Scene<'_>, fact: FactId, clause: Range<usize>, noun: Option<usize>) -> bool {
    !scene.is_after(clause.start, &[","])
        && rival::rivals_in(scene, fact, clause).is_empty()
        && noun.is_some_and(|noun| stranger::is_told_first(scene, noun))
}

/// Whether a subject follows, and not a verb.
fn opens_clause(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, grammar::DEFINITE)
        || scene.is(at, grammar::INDEFINITE)
        || !scene.mentions_starting(at).is_empty()
        || scene.tokens.get(at).is_some_and(|token| token.kind == token::Kind::Number)
}
