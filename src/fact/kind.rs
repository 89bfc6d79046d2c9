//! The kinds of facts, and the words in which a fact is qualified.

use crate::fact::EntityId;
use crate::fact::timeline::Timeline;
use crate::value::Value;
use crate::value::date::Period;
use jiff::civil::Date;
use regex::Regex;
use rust_decimal::Decimal;

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
