//! Counts held against counts.

use crate::claim::Extent;
use crate::fact::Fact;
use crate::span::Span;
use crate::value::Amount;
use crate::value::Form;
use crate::value::Grain;
use crate::value::Kind;
use crate::value::Modifier;
use crate::value::Role;
use crate::value::Scope;
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
    let against = |truth: Decimal| compare::agreement(&written(truth), value, terms);
    match extent {
        Extent::Whole => against(*truth),
        Extent::AllButOne if against(*truth - Decimal::ONE) == Agreement::Consistent => Agreement::Consistent,
        Extent::AllButOne | Extent::Part => Agreement::Incomparable,
    }
}

/// The true number as it would be written out in digits.
fn written(truth: Decimal) -> Value {
    Value {
        core: Span::at(0),
        full: Span::at(0),
        kind: Kind::Count,
        amount: Amount::Exact(truth),
        unit: None,
        grain: Grain { fine: Decimal::ONE, coarse: Decimal::ONE, form: Form::Digits },
        modifier: Modifier::Exact,
        role: Role::Level,
        noun: None,
        scope: Scope::Whole,
    }
}
