//! What a claim observed, held against the truth over time.

use crate::claim::Claim;
use crate::claim::Extent;
use crate::claim::Observed;
use crate::fact::Fact;
use crate::fact::Kind;
use crate::fact::timeline::Entry;
use crate::fact::timeline::Timeline;
use crate::value::Value;
use crate::value::compare::Agreement;
use crate::verdict::count;
use crate::verdict::date;
use crate::verdict::measure;
use crate::verdict::moment::Moment;
use crate::verdict::role;
use crate::verdict::term;
use jiff::civil::Date;

/// How a claim stands to the truth at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// It is the truth.
    Agrees,
    /// It is the truth, rounded too far.
    Imprecise,
    /// It was the truth once.
    Former {
        /// The last day on which it was.
        until: Date,
        /// Whether nothing else has been the truth between then and the moment's own value.
        is_last: bool,
    },
    /// It is not the truth.
    Conflicts,
    /// It cannot be held against it: nothing is known, or it measures something else.
    Unknown,
}

/// Holds a claim against its fact at `moment`.
pub fn at(fact: &Fact, claim: &Claim, moment: Moment) -> Comparison {
    match (&fact.kind, &claim.observed) {
        (Kind::Count(truth), Observed::Value(value)) => {
            over_time(truth, moment, |entry| count::agreement(fact, &entry.value, value, claim.extent))
        }
        (Kind::Measure { value: truth, change }, Observed::Value(value)) => {
            over_time(truth, moment, |entry| measure::agreement(fact, &entry.value, *change, value))
        }
        (Kind::Measure { value: truth, change }, Observed::Opposite(value)) => {
            let same = |entry: &Entry<Value>| measure::agreement(fact, &entry.value, *change, value);
            turned(over_time(truth, moment, same))
        }
        (Kind::Date { value: truth, slack_days }, Observed::Value(value)) => {
            over_time(truth, moment, |entry| {
                date::agreement(entry.value, value, *slack_days, moment != Moment::Day(None))
            })
        }
        (Kind::Term { value: truth, .. }, Observed::Term(side)) => {
            let of = |entry: &Entry<String>| term::agreement(truth, entry, *side);
            over_time(truth, moment, of)
        }
        (Kind::Role { holder: truth, .. }, Observed::Holder { entity, name, .. }) => {
            over_time(truth, moment, |entry| role::agreement(&entry.value, *entity, name))
        }
        (Kind::Role { .. }, Observed::Elsewhere) => Comparison::Conflicts,
        (Kind::Statement { value, holds, .. }, Observed::Stated(observed)) => stated(value, *holds, observed),
        (Kind::Quote { .. }, Observed::Quoted) => Comparison::Agrees,
        (Kind::Quote { .. }, Observed::Misquoted(_) | Observed::Misattributed)
        | (Kind::Name { .. }, Observed::Misspelt) => Comparison::Conflicts,
        _ => Comparison::Unknown,
    }
}

/// The true amount under the opposite name is wrong; another amount may be of something else.
fn turned(comparison: Comparison) -> Comparison {
    if comparison == Comparison::Agrees { Comparison::Conflicts } else { Comparison::Unknown }
}

/// A pattern that matched what is so agrees; with a captured value, that must be the right one.
fn stated(value: &Option<String>, holds: bool, observed: &Option<String>) -> Comparison {
    let is_so = match (value, observed) {
        (Some(value), Some(observed)) => value.eq_ignore_ascii_case(observed.trim()) == holds,
        _ => holds,
    };
    if is_so { Comparison::Agrees } else { Comparison::Conflicts }
}

/// The best agreement with any entry that holds at `moment`, else with an earlier one.
fn over_time<T>(truth: &Timeline<T>, moment: Moment, of: impl Fn(&Entry<T>) -> Agreement) -> Comparison {
    let current: Vec<Agreement> = moment.entries(truth).into_iter().map(&of).collect();
    if current.contains(&Agreement::Consistent) {
        return Comparison::Agrees;
    }
    if current.contains(&Agreement::Imprecise) {
        return Comparison::Imprecise;
    }
    if !current.contains(&Agreement::Contradicts) {
        return Comparison::Unknown;
    }
    former(truth, moment, of).unwrap_or(Comparison::Conflicts)
}

/// The last entry before `moment` that agrees, if there is one.
fn former<T>(truth: &Timeline<T>, moment: Moment, of: impl Fn(&Entry<T>) -> Agreement) -> Option<Comparison> {
    let ended: Vec<&Entry<T>> = truth.entries.iter().filter(|entry| moment.is_after(entry)).collect();
    let last = ended.iter().filter_map(|entry| entry.until).max()?;
    let agreeing = ended.into_iter().filter(|entry| of(entry) == Agreement::Consistent);
    let until = agreeing.filter_map(|entry| entry.until).max()?;
    Some(Comparison::Former { until, is_last: until == last })
}

/// Whether a part of the whole can be held against it at all.
pub fn is_comparable(claim: &Claim) -> bool {
    claim.extent != Extent::Part
}
