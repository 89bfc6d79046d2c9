//! Where knowledge ends: of what was before a fact was written down, and of what comes after the article.
//!
//! A bare `value` says what is so as long as articles speak of it, and nothing of earlier years; a
//! timeline says nothing of the years before its first entry. Of the days after the article nobody
//! knows yet, so what is told of them is no mistake about a state or an event.

use crate::claim::Claim;
use crate::claim::Observed;
use crate::context::Context;
use crate::context::Tense;
use crate::context::Time;
use crate::fact::Fact;
use crate::fact::Kind;
use crate::fact::Nature;
use crate::span::Span;
use crate::token;
use crate::value::Amount;
use crate::value::date;
use crate::value::date::Grain;
use crate::value::date::Period;
use crate::verdict::compare::Comparison;
use jiff::ToSpan;
use jiff::civil::Date;

/// How many days ago what an article tells of still counts as now: "on Monday", "last week".
const LATELY: i64 = 31;
/// The same for what is taken for granted, of which the date may tell nothing: "the 31-member alliance
/// agreed in May".
const LATELY_GRANTED: i64 = 366;

/// Whether nothing is known of the time that a claim speaks of.
pub fn is_beyond(
    fact: &Fact,
    claim: &Claim,
    (context, comparison): (&Context, Comparison),
    today: Option<Date>,
) -> bool {
    is_to_come(fact, claim, context, today)
        || is_before_record(fact, context, today)
        || is_of_another_year(context, comparison)
}

/// "It grew from 10 to 12 members in May": a month without its year, of a change that is years ago.
fn is_of_another_year(context: &Context, comparison: Comparison) -> bool {
    let (Time::AtEndOf(period), Comparison::Former { until, .. }) = (&context.time, comparison) else {
        return false;
    };
    period.grain < Grain::Year && until.year() + 1 < period.start.year()
}

/// A day after that of the article, by which a plan can be judged and nothing else.
fn is_to_come(fact: &Fact, claim: &Claim, context: &Context, today: Option<Date>) -> bool {
    let Some(today) = today.filter(|_| fact.nature != Nature::Plan) else { return false };
    let told = match context.time {
        Time::During(period) | Time::AtEndOf(period) => Some(period),
        _ => occasion(fact, claim, today),
    };
    told.is_some_and(|period| today < period.start)
}

/// The day that a claim gives to an event which is over: one to come is another occasion.
fn occasion(fact: &Fact, claim: &Claim, today: Date) -> Option<Period> {
    let (Kind::Date { value: truth, .. }, Observed::Value(value)) = (&fact.kind, &claim.observed) else {
        return None;
    };
    let is_over = truth.entries.iter().all(|entry| entry.value.end <= today);
    match &value.amount {
        Amount::Dates(candidates) if is_over => candidates.first().copied(),
        _ => None,
    }
}

/// A time before anything that the fact says.
fn is_before_record(fact: &Fact, context: &Context, today: Option<Date>) -> bool {
    match context.time {
        Time::Previous => is_timeless(fact),
        Time::Past => fact.nature == Nature::State && (is_bare(fact) || is_begun(fact)),
        Time::During(period) | Time::AtEndOf(period) => {
            is_bare(fact) && is_past(period, context, today) && !is_own(fact, period)
        }
        Time::Before(_) => is_bare(fact),
        Time::Now | Time::PastTense => false,
    }
}

/// Whether the sentence of a fact names the time itself: "made a loss of $4 million in 2025".
fn is_own(fact: &Fact, period: Period) -> bool {
    let tokens = token::split(&fact.says, Span::new(0, fact.says.len()));
    let dates = date::read::all(&fact.says, &tokens, || None);
    let mut named = dates.iter().filter_map(|date| match &date.amount {
        Amount::Dates(periods) => periods.first(),
        _ => None,
    });
    named.any(|own| own.start <= period.start && period.end <= own.end)
}

/// The same of what is or was; a plan has no years before it.
fn is_bare(fact: &Fact) -> bool {
    fact.nature != Nature::Plan && is_timeless(fact)
}

/// Whether a fact has one value and no day from which it counts.
fn is_timeless(fact: &Fact) -> bool {
    let is_stated = matches!(fact.kind, Kind::Statement { .. }) && fact.nature == Nature::State;
    is_stated || fact.kind.stretches() == [(None, None)]
}

/// Whether a fact begins at some day.
fn is_begun(fact: &Fact) -> bool {
    fact.kind.stretches().first().is_some_and(|first| first.0.is_some())
}

/// Whether a stretch is over by the day of the article; the last weeks are as good as now.
fn is_past(period: Period, context: &Context, today: Option<Date>) -> bool {
    let Some(today) = today else { return true };
    let lately = match context.tense {
        Tense::Present => return false,
        Tense::Past if period.grain >= Grain::Year => 0,
        Tense::Past => LATELY,
        Tense::Open => LATELY_GRANTED,
    };
    today.checked_sub(lately.days()).is_ok_and(|lately| period.end <= lately)
}
