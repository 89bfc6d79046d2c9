//! Dates held against dates.

use crate::value::Amount;
use crate::value::Value;
use crate::value::compare::Agreement;
use crate::value::date::Period;
use crate::value::date::compare;

/// How a date stands to the true one; one that could not be resolved says nothing.
pub fn agreement(truth: Period, value: &Value, slack_days: i32) -> Agreement {
    match &value.amount {
        Amount::Dates(candidates) => {
            compare::agreement(truth, candidates, slack_days, !candidates.is_empty())
        }
        _ => Agreement::Incomparable,
    }
}
