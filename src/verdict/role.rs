//! Persons held against the holders of an office.

use crate::claim::personal_name;
use crate::fact::EntityId;
use crate::fact::Holder;
use crate::value::compare::Agreement;

/// How the person named stands to the holder.
pub fn agreement(truth: &Holder, entity: Option<EntityId>, name: &str) -> Agreement {
    let is_so = match truth {
        Holder::Entity(holder) => entity == Some(*holder),
        Holder::Named(holder) => personal_name::is_same(holder, name),
    };
    if is_so { Agreement::Consistent } else { Agreement::Contradicts }
}
