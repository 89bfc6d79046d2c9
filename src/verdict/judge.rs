//! From a comparison and a context to a verdict and its severity.
//!
//! Attribution never shields: it would exempt nearly half of all news text. It lowers the severity,
//! unless the verb vouches for what is said. What is denied, taken back, merely imagined or of
//! another time is not asserted; a true value that is denied or taken back is an error.

use crate::claim::Binding;
use crate::claim::Claim;
use crate::claim::Observed;
use crate::claim::Tenure;
use crate::context::Certainty;
use crate::context::Context;
use crate::context::Fate;
use crate::context::Form;
use crate::context::Mode;
use crate::context::Polarity;
use crate::context::Source;
use crate::context::Tense;
use crate::context::Time;
use crate::fact::Fact;
use crate::fact::Kind;
use crate::fact::Nature;
use crate::severity::Severity;
use crate::verdict::Verdict;
use crate::verdict::compare;
use crate::verdict::compare::Comparison;
use crate::verdict::horizon;
use crate::verdict::moment::Moment;
use jiff::civil::Date;

/// A verdict with what it weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// What the claim came to.
    pub verdict: Verdict,
    /// How much that matters; `None` is silence.
    pub severity: Option<Severity>,
    /// How the claim stands to the truth at the moment it speaks of.
    pub comparison: Comparison,
    /// The moment at which it was judged.
    pub moment: Moment,
}

/// Judges a claim of an article of the day `today`.
pub fn judge(fact: &Fact, claim: &Claim, context: &Context, today: Option<Date>) -> Judgement {
    let context = &in_office(claim, context);
    let moment = Moment::of(&context.time, today);
    let comparison = comparison(fact, claim, context, moment, today);
    let (verdict, severity) = match comparison {
        _ if !compare::is_comparable(claim) => (Verdict::NotAsserted, None),
        Comparison::Unknown => (Verdict::Undecided, None),
        Comparison::Agrees if is_denied_of_then(fact, claim, context, today) => (Verdict::Undecided, None),
        Comparison::Agrees => agreeing(fact, claim, context),
        // An earlier value that is known is no matter of what nobody knows.
        Comparison::Former { .. } if context.time == Time::Past => {
            conflicting(fact, claim, context, comparison)
        }
        _ if horizon::is_beyond(fact, claim, (context, comparison), today) => (Verdict::Undecided, None),
        Comparison::Imprecise if is_asserted(fact, context, comparison) => {
            (Verdict::Imprecise, Some(Severity::Warning))
        }
        Comparison::Imprecise => (Verdict::NotAsserted, None),
        Comparison::Former { .. } | Comparison::Conflicts => conflicting(fact, claim, context, comparison),
    };
    let severity = severity.and_then(|severity| fact.severity.map(|most| severity.min(most)));
    Judgement { verdict, severity, comparison, moment }
}

/// What the title itself says of the time goes before what the sentence says ahead of it; behind it,
/// "its chief executive at the time" and "for two days" still count.
fn in_office(claim: &Claim, context: &Context) -> Context {
    let Observed::Holder { tenure, .. } = &claim.observed else { return context.clone() };
    let is_ahead = !context.cues.iter().any(|cue| cue.span.start() >= claim.span.end());
    let is_past = context.time == Time::Past && context.form != Form::Predicative && is_ahead;
    let time = match tenure {
        // "In 2018 its then chief executive": the holder of that year.
        Tenure::Then if matches!(context.time, Time::During(_)) => context.time.clone(),
        Tenure::Former | Tenure::Then | Tenure::Once => Time::Past,
        Tenure::Present if is_past => Time::Now,
        Tenure::Present => context.time.clone(),
    };
    Context { time, ..context.clone() }
}

/// Compares at the moment spoken of; what is not told in the past tense may also be right at the article's date.
fn comparison(
    fact: &Fact,
    claim: &Claim,
    context: &Context,
    moment: Moment,
    today: Option<Date>,
) -> Comparison {
    let then = compare::at(fact, claim, moment);
    let now = Moment::Day(today);
    if context.tense != Tense::Past
        && now != moment
        && matches!(then, Comparison::Conflicts | Comparison::Former { .. })
    {
        let at_present = compare::at(fact, claim, now);
        if at_present == Comparison::Agrees {
            return at_present;
        }
    }
    then
}

/// A true value: silent, unless the article denies it or takes it back.
fn agreeing(fact: &Fact, claim: &Claim, context: &Context) -> (Verdict, Option<Severity>) {
    let is_denied = context.polarity != Polarity::Affirmed;
    // A denial that is taken back is none.
    let is_thrown_out = match context.fate {
        Fate::Retracted => !is_denied,
        fate => fate == Fate::Discarded,
    };
    let is_denied = is_denied && context.fate != Fate::Retracted;
    // Whoever holds an office and is not "a former holder" holds it.
    let is_undone = is_called_former(claim) != is_denied || is_thrown_out;
    if !is_undone || context.source == Source::Mention || !is_real(fact, context) {
        let verdict = if context.time == Time::Now { Verdict::Agrees } else { Verdict::AgreedThen };
        return (verdict, None);
    }
    if claim.binding == Binding::Doubtful {
        return (Verdict::Undecided, Some(Severity::Info));
    }
    let severity = match (context.polarity, context.source) {
        _ if context.fate == Fate::Initial => Severity::Info,
        (_, Source::Quoted | Source::Distant) => Severity::Info,
        (Polarity::DeniedByOthers, _) => Severity::Warning,
        (_, Source::Neutral) if !is_called_false(context) => Severity::Warning,
        _ => Severity::Error,
    };
    (Verdict::Denies, Some(severity))
}

/// "Until 2015 it was not licensed": what is denied of a time of which nothing is known.
fn is_denied_of_then(fact: &Fact, claim: &Claim, context: &Context, today: Option<Date>) -> bool {
    let is_then = !matches!(context.time, Time::Now | Time::PastTense);
    let is_stated =
        matches!(fact.kind, Kind::Statement { .. }) && matches!(context.time, Time::Before(_) | Time::Past);
    let is_beyond = || horizon::is_beyond(fact, claim, (context, Comparison::Agrees), today);
    is_then && context.polarity != Polarity::Affirmed && (is_stated || is_beyond())
}

/// "Reports that he resigned are false": what is reported is denied by the article itself.
fn is_called_false(context: &Context) -> bool {
    context.cues.iter().any(|cue| cue.group.starts_with("falsify"))
}

/// Whether a holder is called a former one.
fn is_called_former(claim: &Claim) -> bool {
    matches!(claim.observed, Observed::Holder { tenure: Tenure::Former, .. })
}

/// A value that is not true at its moment.
fn conflicting(
    fact: &Fact,
    claim: &Claim,
    context: &Context,
    comparison: Comparison,
) -> (Verdict, Option<Severity>) {
    if let Some(settled) = of_itself(claim) {
        return settled;
    }
    if is_set_aside(fact, context) {
        return (Verdict::NotAsserted, None);
    }
    if is_of_the_past(fact, context, comparison) {
        return past(context, comparison);
    }
    // "the toll climbed from 38": what a change began from says nothing of what it came to.
    if context.time == Time::Previous {
        return (Verdict::NotAsserted, Some(Severity::Info));
    }
    if claim.binding == Binding::Doubtful {
        return (Verdict::Undecided, Some(Severity::Info));
    }
    let (verdict, severity) = weighed(context);
    let is_outdated = verdict == Verdict::Contradicts && matches!(comparison, Comparison::Former { .. });
    (if is_outdated { Verdict::Outdated } else { verdict }, Some(severity))
}

/// Quotations and names, which no context changes.
fn of_itself(claim: &Claim) -> Option<(Verdict, Option<Severity>)> {
    let severity = match &claim.observed {
        Observed::Misquoted(misquotation) if misquotation.is_grave => Severity::Error,
        Observed::Misquoted(_) | Observed::Misattributed => Severity::Warning,
        Observed::Misspelt => Severity::Error,
        _ => return None,
    };
    Some((Verdict::Contradicts, Some(severity)))
}

/// Whether the article speaks of the claim without asserting it.
fn is_set_aside(fact: &Fact, context: &Context) -> bool {
    matches!(context.fate, Fate::Retracted | Fate::Discarded | Fate::Compared)
        || context.source == Source::Mention
        || context.polarity != Polarity::Affirmed
        || !is_real(fact, context) && context.mode != Mode::Question
}

/// Whether the claim is spoken of as real; plans are by "would" and "will".
fn is_real(fact: &Fact, context: &Context) -> bool {
    match context.mode {
        Mode::Real => true,
        Mode::Conditional | Mode::Future => fact.nature == Nature::Plan && !is_supposed(context),
        Mode::Open | Mode::Imagined | Mode::Volition | Mode::Question => false,
    }
}

/// "If they merged": what is only supposed, where "would" tells a plan.
fn is_supposed(context: &Context) -> bool {
    context.cues.iter().any(|cue| cue.group == "suppose.if")
}

fn is_asserted(fact: &Fact, context: &Context, comparison: Comparison) -> bool {
    !is_set_aside(fact, context)
        && context.mode != Mode::Question
        && !is_of_the_past(fact, context, comparison)
}

/// Whether a claim of no date is of the past; what happened once is always told so.
///
/// A plain past tense is one only where an earlier value fits: anything else is a mistake about now.
fn is_of_the_past(fact: &Fact, context: &Context, comparison: Comparison) -> bool {
    let is_past = match context.time {
        Time::Past | Time::Previous => true,
        Time::PastTense => {
            matches!(comparison, Comparison::Former { .. }) && context.form == Form::Predicative
        }
        Time::Now | Time::During(_) | Time::AtEndOf(_) | Time::Before(_) => false,
    };
    is_past && fact.nature == Nature::State
}

/// An earlier value is right; what a change started from must be the one just before.
fn past(context: &Context, comparison: Comparison) -> (Verdict, Option<Severity>) {
    match comparison {
        Comparison::Former { is_last, .. } if is_last || context.time != Time::Previous => {
            (Verdict::AgreedThen, None)
        }
        _ => (Verdict::Doubtful, Some(Severity::Warning)),
    }
}

/// How much a wrong value that is asserted in some way matters.
fn weighed(context: &Context) -> (Verdict, Severity) {
    let by_source = match context.source {
        Source::Author | Source::Mention => (Verdict::Contradicts, Severity::Error),
        Source::Factive => (Verdict::Attributed, Severity::Error),
        Source::Neutral => (Verdict::Attributed, Severity::Warning),
        Source::Distant | Source::Quoted => (Verdict::Attributed, Severity::Info),
    };
    let by_certainty = match context.certainty {
        Certainty::Certain => None,
        Certainty::Hedged => Some(Severity::Warning),
        Certainty::Rumour | Certainty::Insinuated => Some(Severity::Info),
    };
    let is_open = context.mode == Mode::Question || context.fate == Fate::Initial;
    let lowered = if is_open { Some(Severity::Info) } else { by_certainty };
    match lowered {
        Some(severity) if severity <= by_source.1 => (Verdict::Doubtful, severity),
        _ => by_source,
    }
}
