//! What a project or a desk sets for itself: `factlint.toml` in, settings out.
//!
//! One file a part of the configuration file. Every mistake in it is told at its own place, as those in
//! rule files are, and what is sound beside it is used.

pub mod context;
pub mod cues;
pub mod example;
pub mod find;
pub mod load;
#[cfg(test)]
mod trial;
pub mod word;

use crate::context::lexicon::Lexicon;
use crate::verdict::beside::TruthBeside;

/// The settings of a run; without a file, those that the program comes with.
#[derive(Debug, Default)]
pub struct Config {
    /// The cue words with the user's own laid over them; `None` where there are none.
    lexicon: Option<Lexicon>,
    /// Which findings become notes where the same sentence asserts the true value.
    pub truth_beside: TruthBeside,
}

impl Config {
    /// The words by which an article denies, hedges, attributes, takes back or dates what it says.
    pub fn lexicon(&self) -> &Lexicon {
        self.lexicon.as_ref().unwrap_or_else(|| Lexicon::built_in())
    }
}
