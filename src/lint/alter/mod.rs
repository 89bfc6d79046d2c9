//! Words changed so that they say something else, in the form in which they stand: what a rule should notice.
//!
//! Nothing here is random: the same words are changed in the same ways, the nearest first.

pub(crate) mod date;
pub(crate) mod denial;
pub(crate) mod holder;
pub(crate) mod number;
pub(crate) mod unit;
pub(crate) mod word;
