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
mod kind;
pub mod load;
mod measure;
pub mod mistake;
mod name;
pub mod nearest;
mod parts;
mod quote;
pub mod raw;
mod role;
mod rows;
mod rules;
pub mod schema;
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

pub use crate::fact::kind::Change;
pub use crate::fact::kind::Fix;
pub use crate::fact::kind::Holder;
pub use crate::fact::kind::Kind;
pub use crate::fact::kind::Nature;
pub use crate::fact::rules::Place;
pub use crate::fact::rules::RuleFile;
pub use crate::fact::rules::Rules;

use crate::severity::Severity;
use crate::span::Span;
use jiff::civil::Date;

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

/// Something an article must mention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Required {
    /// One of the names of an entity.
    Entity(EntityId),
    /// A word or phrase.
    Word(String),
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
