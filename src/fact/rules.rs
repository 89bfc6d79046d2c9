//! All facts of a run, and the files they were read from.

use crate::effort;
use crate::fact::Entity;
use crate::fact::EntityId;
use crate::fact::Fact;
use crate::fact::FactId;
use crate::fact::Holder;
use crate::fact::nearest::nearest;
use crate::span::Span;
use std::path::PathBuf;
use std::sync::OnceLock;

/// All loaded rule files, checked.
#[derive(Debug, Default)]
pub struct Rules {
    /// Who and what the articles speak of.
    pub entities: Vec<Entity>,
    /// What is true of them, drafts and facts that are `off` included.
    pub facts: Vec<Fact>,
    /// The files they were read from; tables named by `each` come after the rule files.
    pub files: Vec<RuleFile>,
    /// A hash of all files, the same for the same words in the same order.
    pub hash: String,
}

impl Rules {
    /// The entity with this index.
    ///
    /// # Panics
    ///
    /// If `id` comes from other rules.
    pub fn entity(&self, id: EntityId) -> &Entity {
        &self.entities[id.index()]
    }

    /// The fact with this index.
    ///
    /// # Panics
    ///
    /// If `id` comes from other rules.
    pub fn fact(&self, id: FactId) -> &Fact {
        &self.facts[id.index()]
    }

    /// All entities with their indices.
    pub fn numbered_entities(&self) -> impl Iterator<Item = (EntityId, &Entity)> {
        (0..).map(EntityId).zip(&self.entities)
    }

    /// All facts with their indices.
    pub fn numbered_facts(&self) -> impl Iterator<Item = (FactId, &Fact)> {
        (0..).map(FactId).zip(&self.facts)
    }

    /// The name of whoever holds an office.
    pub fn holder_name(&self, holder: &Holder) -> String {
        match holder {
            Holder::Named(name) => name.clone(),
            Holder::Entity(id) => self.entity(*id).names.first().cloned().unwrap_or_default(),
            Holder::Together(holders) => {
                holders.iter().map(|holder| self.holder_name(holder)).collect::<Vec<_>>().join(" and ")
            }
        }
    }

    /// The fact with this id.
    pub fn fact_named(&self, id: &str) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == id)
    }

    /// The id of a fact that was probably meant by `id`.
    pub fn nearest_fact(&self, id: &str) -> Option<&str> {
        nearest(id, self.facts.iter().map(|fact| fact.id.as_str()))
    }

    /// The line and column of a place, both from 1, the column in characters.
    pub fn line_of(&self, place: Place) -> (usize, usize) {
        self.files.get(place.file).map_or((1, 1), |file| file.line_of(place.span.start()))
    }
}

/// A rule file as it was read, or another one in TOML.
#[derive(Debug, Default)]
pub struct RuleFile {
    /// Its path as it was named or found.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
    // Where each line but the first begins, in order; looked for once, when the first line is asked for.
    lines: OnceLock<Vec<usize>>,
}

impl RuleFile {
    /// A file of these words.
    pub fn new(path: impl Into<PathBuf>, text: String) -> RuleFile {
        RuleFile { path: path.into(), text, lines: OnceLock::new() }
    }

    /// The line and column of a byte, both from 1, the column in characters.
    pub fn line_of(&self, at: usize) -> (usize, usize) {
        let at = at.min(self.text.len());
        let before = self.lines().partition_point(|start| *start <= at);
        let start = before.checked_sub(1).map_or(0, |line| self.lines()[line]);
        let column = self.text.get(start..at).map_or(0, |line| line.chars().count());
        (before + 1, column + 1)
    }

    fn lines(&self) -> &[usize] {
        self.lines.get_or_init(|| {
            effort::spend(self.text.len());
            memchr::memchr_iter(b'\n', self.text.as_bytes()).map(|at| at + 1).collect()
        })
    }
}

/// Where something stands in a rule file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The index of the file in [`Rules::files`].
    pub file: usize,
    /// The bytes in it.
    pub span: Span,
}
