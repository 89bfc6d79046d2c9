//! Counts held against counts.

use crate::claim::Extent;
use crate::fact::Fact;
use crate::value::Role;
use crate::value::Value;
use crate::value::compare;
use crate::value::compare::Agreement;
use crate::value::compare::Terms;
use rust_decimal::Decimal;

/// How a number of things stands to the true one.
///
/// "The other 31" agrees where the whole is 32, and otherwise speaks of some part.
pub fn agreement(fact: &Fact, truth: &Decimal, value: &Value, extent: Extent) -> Agreement {
    let terms = Terms { is_count: true, evolving: fact.evolving, slack_days: 0 };
    // "Cut 1,200 jobs" is a number of jobs, whatever became of them.
    let value = Value { role: Role::Level, ..value.clone() };
    let against = |truth: Decimal| compare::agreement(&Value::count(truth), &value, terms);
    match extent {
        Extent::Whole => against(*truth),
        Extent::AllButOne if truth.checked_sub(Decimal::ONE).map(against) == Some(Agreement::Consistent) => {
            Agreement::Consistent
        }
        Extent::AllButOne | Extent::Part => Agreement::Incomparable,
    }
}
