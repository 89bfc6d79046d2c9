//! Persons held against the holders of an office.

use crate::claim::personal_name;
use crate::fact::EntityId;
use crate::fact::Holder;
use crate::value::compare::Agreement;

/// How the person named stands to the holder.
pub fn agreement(truth: &Holder, entity: Option<EntityId>, name: &str) -> Agreement {
    if is_holder(truth, entity, name) { Agreement::Consistent } else { Agreement::Contradicts }
}

fn is_holder(truth: &Holder, entity: Option<EntityId>, name: &str) -> bool {
    match truth {
        Holder::Entity(holder) => entity == Some(*holder),
        Holder::Named(holder) => personal_name::is_same(holder, name),
        Holder::Together(holders) => holders.iter().any(|holder| is_holder(holder, entity, name)),
    }
}
