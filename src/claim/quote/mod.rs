//! Claims of what was said: quotations that are nearly the words of a `quote` fact.
//!
//! Candidates come from an index of the declared words; a quotation that shares enough of them is laid
//! beside the fact word by word. A shorter stretch of the same words agrees; changed, dropped and added
//! words within the stretch do not, and neither does another speaker.

pub mod align;
pub mod index;
pub mod lawful;
pub mod likeness;
mod misquotation;
pub mod passage;
pub(in crate::claim) mod speaker;
mod spelling;
pub mod utterance;
pub mod word;

/// What was done to words that were said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Other words are printed for them.
    Changed {
        /// What was said.
        said: String,
        /// What is printed.
        printed: String,
    },
    /// They are not printed.
    LeftOut(String),
    /// They were not said.
    Added(String),
}

/// How a quotation differs from what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misquotation {
    /// The words that were said, around and between the changes.
    pub said: String,
    /// The same words as they are printed.
    pub printed: String,
    /// What was done to the words, in order; none where dots only hide what follows.
    pub edits: Vec<Edit>,
    /// Whether the change turns the meaning round: a negation, a number or a name.
    pub is_grave: bool,
}
