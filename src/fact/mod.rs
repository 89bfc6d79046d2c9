//! Facts in: TOML as written → checked facts, with every mistake at once.
//!
//! A [`Rules`] can only be made by [`load`], so every later step may rely on what it promises:
//! ids are unique, entities exist, timelines are in order, canonical values were understood.

mod check;
mod checked;
mod count;
mod date;
mod each;
mod entity;
mod example;
pub mod id;
pub mod keys;
pub mod load;
mod measure;
pub mod mistake;
mod name;
pub mod nearest;
mod quote;
pub mod raw;
mod role;
mod rows;
mod scope;
pub mod sections;
mod source;
mod statement;
pub mod table;
mod term;
pub mod timeline;
#[cfg(test)]
pub mod trial;
mod truth;

use crate::effort;
use crate::fact::nearest::nearest;
use crate::fact::timeline::Timeline;
use crate::severity::Severity;
use crate::span::Span;
use crate::value::Value;
use crate::value::date::Period;
use jiff::civil::Date;
use regex::Regex;
use rust_decimal::Decimal;
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
            self.text.match_indices('\n').map(|(at, _)| at + 1).collect()
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

/// The index of an entity in [`Rules::entities`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(u32);

impl EntityId {
    /// Its place among all entities, from 0.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// The index of a fact in [`Rules::facts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactId(u32);

impl FactId {
    /// Its place among all facts, from 0.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Who or what facts are about.
#[derive(Debug)]
pub struct Entity {
    /// Its id; made up for an entity declared inside a fact.
    pub id: String,
    /// What it is called, the first one in messages.
    pub names: Vec<String>,
    /// What stands for it once it has been named: "the alliance".
    pub epithets: Vec<String>,
    /// Where it is declared.
    pub place: Place,
}

/// One truth, with all that is needed to find and judge claims about it.
#[derive(Debug)]
pub struct Fact {
    /// The code a reader sees.
    pub id: String,
    /// The truth in one sentence.
    pub says: String,
    /// What is compared, with its canonical value.
    pub kind: Kind,
    /// Whose fact it is; all must be meant. Empty only for quotations and statements.
    pub subjects: Vec<EntityId>,
    /// What else stands for the subject in this fact alone.
    pub epithets: Vec<String>,
    /// What ties a value to this fact.
    pub attribute: Vec<String>,
    /// Whether it describes a state, an event or a plan.
    pub nature: Nature,
    /// Whom and what an article must mention for the fact to apply.
    pub requires: Vec<Required>,
    /// The severity of a contradiction; `None` is `off`.
    pub severity: Option<Severity>,
    /// Whether the truth may have grown since.
    pub evolving: bool,
    /// Whether the articles of a run are only held against one another.
    pub watch: bool,
    /// Proposed, not reviewed: never judges.
    pub draft: bool,
    /// Whether the canonical value is offered in the report as a replacement.
    pub fix: Fix,
    /// Where the truth was read.
    pub source: Option<Source>,
    /// After this day the fact is due for review.
    pub review_by: Option<Date>,
    /// Words to sort facts by, shown with the fact.
    pub tags: Vec<String>,
    /// Who looks after it.
    pub owner: Option<String>,
    /// A note for people.
    pub note: Option<String>,
    /// Examples in which nothing may be flagged.
    pub accept: Vec<Example>,
    /// Examples in which exactly the marked words must be flagged.
    pub reject: Vec<Example>,
    /// Where its `[[fact]]` table stands.
    pub place: Place,
    /// Where its `says` stands.
    pub says_place: Place,
}

impl Fact {
    /// Whether articles are held against it: a draft never judges, nor does a fact that is `off`.
    pub fn judges(&self) -> bool {
        !self.draft && self.severity.is_some()
    }
}

/// The kinds of facts, each with its canonical value.
#[derive(Debug)]
pub enum Kind {
    /// How many of something there are.
    Count(Timeline<Decimal>),
    /// A quantity with a dimension.
    Measure {
        /// The canonical quantity, read by the same reader as articles are.
        value: Timeline<Value>,
        /// Whether it is a rise or a fall rather than a level.
        change: Option<Change>,
    },
    /// When something happened or will.
    Date {
        /// The canonical stretch of days.
        value: Timeline<Period>,
        /// By how many days an article may differ.
        slack_days: i32,
    },
    /// Which of a closed set of words applies.
    Term {
        /// The canonical word.
        value: Timeline<String>,
        /// Other ways to say it.
        same: Vec<String>,
        /// What contradicts it.
        rivals: Vec<String>,
    },
    /// Who holds an office.
    Role {
        /// The holders with their terms.
        holder: Timeline<Holder>,
        /// What the office is called.
        title: Vec<String>,
        /// Whether a holder may be named with no other organisation.
        exclusive: bool,
    },
    /// What somebody said.
    Quote {
        /// The words.
        words: String,
        /// Who said them.
        speaker: Option<EntityId>,
    },
    /// How a name is written.
    Name {
        /// The right way.
        written: String,
        /// Known wrong ways.
        never: Vec<String>,
        /// Whether near misses are flagged.
        typos: bool,
    },
    /// A sentence that is or is not so.
    Statement {
        /// What asserts it.
        patterns: Vec<Regex>,
        /// Whether it is so.
        holds: bool,
        /// What a captured `value` must equal.
        value: Option<String>,
    },
}

impl Kind {
    /// The first and last day of each value; none where the truth does not change.
    pub fn stretches(&self) -> Vec<(Option<Date>, Option<Date>)> {
        match self {
            Kind::Count(value) => value.stretches(),
            Kind::Measure { value, .. } => value.stretches(),
            Kind::Date { value, .. } => value.stretches(),
            Kind::Term { value, .. } => value.stretches(),
            Kind::Role { holder, .. } => holder.stretches(),
            Kind::Quote { .. } | Kind::Name { .. } | Kind::Statement { .. } => Vec::new(),
        }
    }
}

/// Who holds an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holder {
    /// A declared person.
    Entity(EntityId),
    /// A name as it is written.
    Named(String),
    /// Several who hold it at one time, as co-chairs do.
    Together(Vec<Holder>),
}

impl Holder {
    /// The declared persons among those who hold it.
    fn declared(&self) -> Vec<EntityId> {
        match self {
            Holder::Entity(id) => vec![*id],
            Holder::Named(_) => Vec::new(),
            Holder::Together(holders) => holders.iter().flat_map(Holder::declared).collect(),
        }
    }
}

impl Timeline<Holder> {
    /// The declared persons among the holders.
    pub fn declared(&self) -> impl Iterator<Item = EntityId> + '_ {
        self.entries.iter().flat_map(|entry| entry.value.declared())
    }
}

/// A rise or a fall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It grew by the value.
    Up,
    /// It shrank by the value.
    Down,
}

/// Whether a fact describes a state, an event or a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// "would" and "will" do not contradict it.
    State,
    /// Something that happened once.
    Event,
    /// "would" and "will" assert it.
    Plan,
}

/// Something an article must mention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Required {
    /// One of the names of an entity.
    Entity(EntityId),
    /// A word or phrase.
    Word(String),
}

/// Whether the right value is offered in the report as a replacement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fix {
    /// It may be put in unseen.
    Safe,
    /// Somebody should look first.
    Unsafe,
    /// Never.
    None,
}

/// Where a truth was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Its address.
    pub url: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// The words that say so.
    pub excerpt: Option<String>,
    /// When it was read.
    pub read_on: Option<Date>,
}

/// An example of a fact, run as an article of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The article, marks removed.
    pub text: String,
    /// The words that must be flagged, in order; empty for `accept`.
    pub marked: Vec<Span>,
    /// The words of the headline that must be flagged, in order.
    pub marked_title: Vec<Span>,
    /// The day the article speaks on.
    pub date: Option<Date>,
    /// Its headline.
    pub title: Option<String>,
    /// Where it stands.
    pub place: Place,
}
