//! A draft of a fact, before it is written as TOML.

use crate::lint::suggest::excerpt::Excerpt;
use crate::lint::suggest::subject::Subject;
use jiff::civil::Date;

/// A fact that an article may state.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// Who or what it is about; a quotation may be nobody's.
    pub(super) subject: Option<Subject>,
    /// What else stands for the subject here: "the alliance".
    pub(super) epithets: Vec<String>,
    /// What is compared.
    pub(super) kind: Kind,
    /// The first day of which the article knows it, where it may have been otherwise before.
    pub(super) from: Option<Date>,
    /// The truth in one sentence.
    pub(super) says: String,
    /// The sentences that state it.
    pub(super) excerpt: Excerpt,
}

/// What is compared.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// How many of the attribute there are.
    Count { attribute: String, value: String },
    /// How much of it there is, and whether that is a rise or a fall.
    Measure { attribute: String, value: String, change: Option<&'static str> },
    /// When it happened.
    Date { attribute: String, value: Date, until: Option<Date> },
    /// Who holds the office.
    Role { title: String, value: String },
    /// What was said.
    Quote { value: String },
}

/// A draft that holds, with the wrong sentence it notices.
#[derive(Clone, Debug)]
pub(super) struct Tried {
    /// The draft.
    pub(super) draft: Draft,
    /// The sentences with another value, which is marked.
    pub(super) reject: String,
}

impl Draft {
    /// The first name of whom it is about.
    pub(super) fn name(&self) -> &str {
        self.subject.as_ref().map_or("", |subject| &subject.names[0])
    }
}

impl Kind {
    /// The word by which rules name it.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Kind::Count { .. } => "count",
            Kind::Measure { .. } => "measure",
            Kind::Date { .. } => "date",
            Kind::Role { .. } => "role",
            Kind::Quote { .. } => "quote",
        }
    }

    /// What its id says after the subject.
    pub(super) fn topic(&self) -> &str {
        match self {
            Kind::Count { attribute, .. }
            | Kind::Measure { attribute, .. }
            | Kind::Date { attribute, .. } => attribute,
            Kind::Role { title, .. } => title,
            Kind::Quote { .. } => "quote",
        }
    }
}
