//! What a project or a desk sets for itself: `factlint.toml` in, settings out.
//!
//! One file a part of the configuration file. Every mistake in it is told at its own place, as those in
//! rule files are, and what is sound beside it is used.

pub mod context;
pub mod cues;
pub mod example;
pub mod exemption;
pub mod fail_on;
pub mod find;
pub mod keys;
pub mod level;
pub mod load;
pub mod origin;
pub mod root;
pub mod rule_files;
pub mod schema;
pub mod selector;
pub mod settings;
pub mod size;
#[cfg(test)]
mod trial;
pub mod version;
pub mod word;

use crate::config::exemption::Exemption;
use crate::config::fail_on::FailOn;
use crate::config::level::Level;
use crate::config::level::Override;
use crate::config::origin::Origin;
use crate::config::root::Paths;
use crate::context::lexicon::Lexicon;
use crate::source::Article;
use crate::verdict::beside::TruthBeside;
use jiff::civil::Date;
use std::path::Path;
use std::path::PathBuf;

/// The settings of a run; without a file, those that the program comes with.
#[derive(Debug, Default)]
pub struct Config {
    /// The cue words with the user's own laid over them; `None` where there are none.
    lexicon: Option<Lexicon>,
    /// Which findings become notes where the same sentence asserts the true value.
    pub truth_beside: TruthBeside,
    /// Where the rule files are, as patterns for the folder in which the command runs.
    pub rules: Option<Vec<String>>,
    /// Which articles are checked where none are named, as patterns for that folder.
    pub include: Option<Vec<String>>,
    /// Which articles are left out, a set of patterns a file.
    pub exclude: Vec<Paths>,
    /// The least severity that fails a run.
    pub fail_on: Option<FailOn>,
    /// The largest article in bytes.
    pub max_file_size: Option<usize>,
    /// The day of articles that carry none.
    pub default_date: Option<Date>,
    /// The file of accepted findings.
    pub baseline: Option<PathBuf>,
    /// How much checks matter; a later one counts more.
    pub checks: Vec<Level>,
    /// What is otherwise for some articles; a later one counts more.
    pub overrides: Vec<Override>,
    /// Findings that are left out of the count.
    pub ignore: Vec<Exemption>,
    /// Where each setting was made, in the order in which they count.
    pub origins: Vec<Origin>,
}

impl Config {
    /// The words by which an article denies, hedges, attributes, takes back or dates what it says.
    pub fn lexicon(&self) -> &Lexicon {
        self.lexicon.as_ref().unwrap_or_else(|| Lexicon::built_in())
    }

    /// The day at which the article at `path` is judged, where an override says so.
    pub fn day_of(&self, path: &Path) -> Option<Date> {
        let mut overrides = self.overrides.iter().rev().filter(|one| one.as_of.is_some());
        overrides.find(|one| one.paths.matches(path)).and_then(|one| one.as_of)
    }

    /// An article at the day that an override gives it, or else at its own.
    pub fn dated(&self, article: Article) -> Article {
        Article { date: self.day_of(&article.path).or(article.date), ..article }
    }

    /// Whether the file at `path` is left out.
    pub fn excludes(&self, path: &Path) -> bool {
        self.exclude.iter().any(|paths| paths.matches(path))
    }
}
