//! Claims of what was said: quotations that are nearly the words of a `quote` fact.
//!
//! Candidates come from an index of the declared words; a quotation that shares enough of them is laid
//! beside the fact word by word. A shorter stretch of the same words agrees; changed, dropped and added
//! words within the stretch do not, and neither does another speaker.

pub mod align;
pub mod index;
mod lawful;
mod likeness;
mod misquotation;
pub mod passage;
mod speaker;
mod spelling;
pub mod word;

/// How a quotation differs from what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misquotation {
    /// The words that were said, around and between the changes.
    pub said: String,
    /// The same words as they are printed.
    pub printed: String,
    /// Whether the change turns the meaning round: a negation, a number or a name.
    pub is_grave: bool,
}
