//! Dates held against dates.

use crate::value::Amount;
use crate::value::Value;
use crate::value::compare::Agreement;
use crate::value::date::Period;
use crate::value::date::compare;

/// How a date stands to the true one; one that could not be resolved says nothing.
///
/// `has_date` says that the article carries a date, against which relative ones were resolved.
pub fn agreement(truth: Period, value: &Value, slack_days: i32, has_date: bool) -> Agreement {
    match &value.amount {
        Amount::Dates(candidates) if compare::is_bound(value.modifier) => {
            compare::bounded(truth, candidates, value.modifier)
        }
        Amount::Dates(candidates) => compare::agreement(truth, candidates, slack_days, has_date),
        _ => Agreement::Incomparable,
    }
}
