//! The sentence of a finding: the truth first, then what the article says.

use crate::claim::Claim;
use crate::claim::Extent;
use crate::claim::Observed;
use crate::context::Source;
use crate::document::Document;
use crate::fact::Fact;
use crate::fact::Kind;
use crate::lint::Judged;
use crate::lint::diff;
use crate::lint::wording::changes_over_time;
use crate::lint::wording::one_line;
use crate::value;
use crate::value::Modifier;
use crate::value::date::Grain;
use crate::value::date::show;
use crate::verdict::Verdict;
use crate::verdict::moment::Moment;

/// The truth as the reader is told it: what was true at the moment, where the fact's sentence says otherwise.
pub fn truth(fact: &Fact, moment: Moment, expected: Option<&str>) -> String {
    let says = &fact.says;
    let then = expected.map(|then| (then, spoken(fact, then)));
    let is_said = |(then, spoken): &(&str, String)| says.contains(*then) || says.contains(spoken.as_str());
    let then = then.filter(|then| changes_over_time(fact) && !is_said(then)).map(|(_, spoken)| spoken);
    match (moment, then) {
        (Moment::Day(Some(day)), Some(then)) => format!("On {day} it was {then} (now: {says})"),
        (Moment::During(period), Some(then)) => {
            let within = if period.grain == Grain::Day { "On" } else { "In" };
            format!("{within} {} it was {then} (now: {says})", show::show(period))
        }
        (Moment::Day(None), _) | (_, None) => says.clone(),
    }
}

/// What is wrong: the truth first, then what this says.
pub fn message(truth: &str, judged: &Judged, observed: &str) -> String {
    match &judged.claim.observed {
        Observed::Misquoted(words) => diff::message(words),
        Observed::Misattributed => format!("{truth}; this gives the words to “{observed}”"),
        Observed::Misspelt => format!("{truth}; this writes “{observed}”"),
        Observed::Value(_)
        | Observed::Term(_)
        | Observed::Holder { .. }
        | Observed::Opposite(_)
        | Observed::Elsewhere
        | Observed::Quoted
        | Observed::Stated(_) => format!("{truth}; {}", said(judged, observed)),
    }
}

/// How an article says the words that were observed.
fn said(judged: &Judged, observed: &str) -> String {
    match judged.judgement.verdict {
        // "confirmed", "found that": the article vouches for it.
        Verdict::Attributed if judged.context.source == Source::Factive => format!("this says “{observed}”"),
        Verdict::Denies => "this denies it or takes it back".to_owned(),
        Verdict::Imprecise => format!("“{observed}” is not precise"),
        Verdict::Attributed => format!("here somebody is said to say “{observed}”"),
        Verdict::Doubtful => format!("this suggests “{observed}”"),
        Verdict::NotAsserted => format!("“{observed}” is not asserted here"),
        Verdict::AgreedThen => format!("“{observed}” is told of an earlier time"),
        Verdict::Undecided => format!("this may say “{observed}”"),
        Verdict::Contradicts | Verdict::Outdated | Verdict::Agrees => format!("this says “{observed}”"),
    }
}

/// A true number with its thousands marked, as prose writes it.
fn spoken(fact: &Fact, truth: &str) -> String {
    let number = truth.parse().ok().filter(|_| matches!(fact.kind, Kind::Count(_)));
    number.map_or_else(|| truth.to_owned(), value::show::decimal)
}

/// What was observed with the words that loosen it, without which "fewer than 32" looks like the truth.
pub fn hedged(document: &Document<'_>, claim: &Claim) -> Option<String> {
    let (Observed::Value(value) | Observed::Opposite(value)) = &claim.observed else { return None };
    let is_loosened = value.modifier != Modifier::Exact && value.full.contains(value.core);
    let all = Some(value.full.join(claim.span)).filter(|_| is_loosened && value.full.overlaps(claim.span))?;
    (claim.extent != Extent::AllButOne).then(|| one_line(document.slice(all)))
}
