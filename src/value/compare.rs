//! Whether a mention agrees with a canonical value.

use crate::value::Value;

/// How a mention stands to the truth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// It is the truth, or a fair rounding of it.
    Consistent,
    /// True, but rounded more than its words admit.
    Imprecise,
    /// It is not the truth.
    Contradicts,
    /// It is measured in something else and says nothing of the truth.
    Incomparable,
}

/// What a fact says of its own values.
#[derive(Clone, Copy, Debug, Default)]
pub struct Terms {
    /// Things one can count: rounding is a contradiction below 100.
    pub is_count: bool,
    /// The truth may have grown since.
    pub evolving: bool,
    /// Days by which a date may differ.
    pub slack_days: i32,
}

/// Compares `mention` with the canonical value `truth`, which [`crate::value::read`] read too.
pub fn agreement(_truth: &Value, _mention: &Value, _terms: Terms) -> Agreement {
    Agreement::Incomparable
}
