//! What a claim says of a fact that is only watched: all articles must agree, whatever they say.

use crate::claim::Binding;
use crate::claim::Claim;
use crate::claim::Extent;
use crate::claim::Observed;
use crate::claim::Tenure;
use crate::claim::anchor::Side;
use crate::context::Certainty;
use crate::context::Context;
use crate::context::Fate;
use crate::context::Mode;
use crate::context::Polarity;
use crate::context::Source;
use crate::context::Time;
use crate::fact::Fact;
use crate::fact::Kind;
use crate::fact::Nature;
use crate::fact::Rules;
use crate::verdict::accord::Said;
use crate::verdict::accord::Statement;
use crate::verdict::accord::Topic;

/// What a claim about a watched fact says, where the article asserts it of the whole and of today.
pub fn statement(rules: &Rules, claim: &Claim, context: &Context) -> Option<Statement> {
    let fact = rules.fact(claim.fact);
    let is_certain = matches!(claim.binding, Binding::Certain(_)) && claim.extent == Extent::Whole;
    let is_meant = is_certain && is_asserted(context) && is_of_today(fact, &context.time);
    let said = is_meant.then(|| said(rules, fact, &claim.observed)).flatten()?;
    Some(Statement { topic: Topic::Watched(claim.fact), said, span: claim.span, subject: claim.subject })
}

/// Whether the article itself says so, or somebody for whom it vouches.
pub fn is_asserted(context: &Context) -> bool {
    context.polarity == Polarity::Affirmed
        && context.certainty == Certainty::Certain
        && context.mode == Mode::Real
        && matches!(context.source, Source::Author | Source::Neutral | Source::Factive)
        && matches!(context.fate, Fate::Live | Fate::Kept)
}

/// A state may have been another at another time; an event happens once.
fn is_of_today(fact: &Fact, time: &Time) -> bool {
    match time {
        Time::Now | Time::PastTense => true,
        Time::During(_) | Time::AtEndOf(_) => {
            fact.nature == Nature::Event || matches!(fact.kind, Kind::Date { .. })
        }
        Time::Before(_) | Time::Past | Time::Previous => false,
    }
}

fn said(rules: &Rules, fact: &Fact, observed: &Observed) -> Option<Said> {
    match (&fact.kind, observed) {
        (_, Observed::Value(value)) => Some(Said::Value(value.clone())),
        (Kind::Term { same, rivals, .. }, Observed::Term(side)) => word(same, rivals, *side).map(Said::Word),
        (_, Observed::Holder { entity, name, tenure: Tenure::Present }) => {
            let declared = entity.and_then(|entity| rules.entity(entity).names.first());
            Some(Said::Word(declared.unwrap_or(name).clone()))
        }
        _ => None,
    }
}

/// All words of `same` are one, each of `rivals` is its own.
fn word(same: &[String], rivals: &[String], side: Side) -> Option<String> {
    match side {
        Side::Value(_) | Side::Same(_) => same.first().cloned(),
        Side::Rival(at) => rivals.get(at as usize).cloned(),
    }
}
