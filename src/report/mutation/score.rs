//! How many changes were made, and how many were noticed.

use crate::report::coverage::count::Share;
use crate::report::mutation::Change;
use crate::report::mutation::Sort;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// Changes, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Score {
    /// How many were made.
    pub made: usize,
    /// How many of them were noticed.
    pub noticed: usize,
}

impl Score {
    fn add(&mut self, change: &Change) {
        self.made += 1;
        self.noticed += usize::from(change.noticed);
    }

    /// What was noticed of what was made.
    pub fn share(self) -> Share {
        Share { part: self.noticed, whole: self.made }
    }
}

/// The scores of a run: in all, of each fact, and of each sort of change.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Scores {
    /// All changes.
    pub total: Score,
    /// Those of each fact that covers something, by its id.
    pub facts: BTreeMap<String, Score>,
    /// Those of each sort.
    pub sorts: BTreeMap<Sort, Score>,
}

impl Scores {
    /// Adds a change.
    pub fn add(&mut self, change: &Change) {
        self.total.add(change);
        self.facts.entry(change.fact.clone()).or_default().add(change);
        self.sorts.entry(change.sort).or_default().add(change);
    }
}
