//! Words held against words.

use crate::claim::anchor::Side;
use crate::fact::timeline::Entry;
use crate::fact::timeline::Timeline;
use crate::value::compare::Agreement;

/// How a word of the closed set stands to the true one.
pub fn agreement(truth: &Timeline<String>, entry: &Entry<String>, side: Side) -> Agreement {
    let is_so = match side {
        Side::Value(index) => truth.entries.get(index as usize).is_some_and(|said| said.value == entry.value),
        Side::Same(_) => true,
        Side::Rival(_) => false,
    };
    if is_so { Agreement::Consistent } else { Agreement::Contradicts }
}
