//! Quantities held against quantities.

use crate::fact::Change;
use crate::fact::Fact;
use crate::value::Kind;
use crate::value::Role;
use crate::value::Value;
use crate::value::compare;
use crate::value::compare::Agreement;
use crate::value::compare::Terms;

/// How a quantity stands to the true one; `change` says that the truth is a rise or a fall.
pub fn agreement(fact: &Fact, truth: &Value, change: Option<Change>, value: &Value) -> Agreement {
    let role = match change {
        Some(Change::Up) => Role::Up,
        Some(Change::Down) => Role::Down,
        None => Role::Level,
    };
    let truth = Value { role, ..truth.clone() };
    // What a level changed from or to was or is the level.
    let is_level = change.is_none() && matches!(value.role, Role::From | Role::To);
    let value = Value { role: if is_level { Role::Level } else { value.role }, ..value.clone() };
    // A fee of 35 basis points is one of 0.35%.
    let is_share = change.is_none() && truth.kind == Kind::Points && value.role == Role::Level;
    let plain = |value: Value| Value {
        kind: if value.kind == Kind::Points { Kind::Percent } else { value.kind },
        ..value
    };
    let (truth, value) = if is_share { (plain(truth), plain(value)) } else { (truth, value) };
    let is_count = matches!(truth.kind, Kind::Count | Kind::Number);
    let terms = Terms { is_count, evolving: fact.evolving, slack_days: 0 };
    compare::agreement(&truth, &value, terms)
}
