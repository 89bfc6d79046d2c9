//! Why a command could not do its work.

mod help;

use crate::config::find::FindError;
use crate::config::rule_files::Missing;
use crate::lint::impact::NoChange;
use crate::source::short;
use std::error::Error;
use std::io;
use std::path::PathBuf;

/// Why a command could not do its work, or a part of it.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// It is not clear which configuration is meant.
    #[error(transparent)]
    Config(#[from] FindError),
    /// The current folder, from which a configuration is looked for, is gone.
    #[error("no configuration can be looked for in the current folder")]
    NoFolder(#[source] io::Error),
    /// Rule files that are not there or cannot be read.
    #[error(transparent)]
    Rules(#[from] Missing),
    /// A pattern for paths that is not one.
    #[error("`{}` is neither a file nor a pattern", short::middle(pattern))]
    BadPattern {
        /// The pattern.
        pattern: String,
        /// What is wrong with it.
        source: Box<dyn Error + Send + Sync>,
    },
    /// Nothing to check against.
    #[error("nothing was checked: no fact was loaded")]
    NoFact,
    /// The same, where checks that need no fact could have been asked for.
    #[error("nothing was checked: no fact was loaded")]
    NoFactNorCheck,
    /// Nothing to check.
    #[error("nothing was checked: no article was read")]
    NoArticle,
    /// No article, or several, where one is needed.
    #[error("one article is needed, and `{}` is none or more", short::path(path))]
    NotOneArticle {
        /// Its path.
        path: PathBuf,
    },
    /// Facts, and all of them drafts.
    #[error("nothing was checked: {}", if *n_drafts == 1 { "the only fact is a draft" } else { "all facts are drafts" })]
    OnlyDrafts {
        /// How many there are.
        n_drafts: usize,
    },
    /// Nothing that a fact covers, and so nothing to change.
    #[error("nothing was tried: no fact covers anything in the articles")]
    NothingCovered,
    /// Articles, and not a word in them.
    #[error("nothing was checked: there is no word in {}", if *n_articles == 1 { "the article" } else { "any of the articles" })]
    NoWord {
        /// How many there are.
        n_articles: usize,
    },
    /// Articles, and none in English.
    #[error("nothing was checked: no article is in English")]
    NoEnglish,
    /// Standard input, which cannot be rewritten.
    #[error("with `--fix`, files must be named, and `-` is standard input")]
    FixedInput,
    /// A file into which fixes could not be written.
    #[error("the fixes could not be written into `{}`", short::path(path))]
    NotFixed {
        /// Its path.
        path: PathBuf,
        /// What kept them from being written.
        source: io::Error,
    },
    /// A check that two flags speak of.
    #[error("`{code}` is given two severities")]
    TwoSeverities {
        /// The check.
        code: String,
    },
    /// A selector that names nothing.
    #[error("there is no check, fact or tag `{}`", short::middle(text))]
    UnknownSelector {
        /// The selector.
        text: String,
        /// What was probably meant.
        meant: Option<String>,
    },
    /// A check whose findings say that something could not be checked.
    #[error("`{}` has no severity to set", short::middle(name))]
    FixedSeverity {
        /// The check.
        name: String,
    },
    /// A list of articles that cannot be read.
    #[error("the list of articles `{}` cannot be read", short::path(path))]
    NoList {
        /// Its path.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A baseline that cannot be read.
    #[error("the baseline `{}` cannot be read", short::path(path))]
    BadBaseline {
        /// Its path.
        path: PathBuf,
        /// Why.
        source: Box<dyn Error + Send + Sync>,
    },
    /// A ratchet that cannot be read.
    #[error("the ratchet `{}` cannot be read", short::path(path))]
    BadRatchet {
        /// Its path.
        path: PathBuf,
        /// Why.
        source: Box<dyn Error + Send + Sync>,
    },
    /// A baseline that is there already.
    #[error("there is a baseline `{}` already", short::path(path))]
    BaselineThere {
        /// Its path.
        path: PathBuf,
    },
    /// A file that could not be written.
    #[error("`{}` could not be written", short::path(path))]
    NotSaved {
        /// Its path.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A revision that git does not know, or no git at all.
    #[error("what has changed since `{}` cannot be told: {why}", short::middle(revision))]
    NoChanges {
        /// The revision.
        revision: String,
        /// What git says.
        why: String,
    },
    /// Files that a new project would write over.
    #[error("`{}` is there already, and nothing was written", short::path(path))]
    InTheWay {
        /// The first of them.
        path: PathBuf,
    },
    /// A key that no configuration has.
    #[error("a configuration has no key `{}`", short::middle(key))]
    UnknownKey {
        /// The key that was asked for.
        key: String,
        /// The key that was probably meant.
        meant: Option<String>,
    },
    /// Files that cannot be watched.
    #[error("changes cannot be watched")]
    NotWatched(#[source] Box<dyn Error + Send + Sync>),
    /// Nothing to test.
    #[error("nothing was tested: no fact has an example")]
    NoExample,
    /// A fact that does not exist.
    #[error("there is no fact `{}`", short::middle(id))]
    UnknownFact {
        /// The id that was asked for.
        id: String,
        /// The id that was probably meant.
        meant: Option<String>,
    },
    /// A fact of which no value has been replaced.
    #[error("nothing was looked for: {}", unchanged(id, *why))]
    Unchanged {
        /// The fact.
        id: String,
        /// Why nothing has been replaced.
        why: NoChange,
    },
    /// A check that does not exist.
    #[error("there is no check or verdict `{}`", short::middle(code))]
    UnknownCheck {
        /// The code that was asked for.
        code: String,
        /// The code that was probably meant.
        meant: Option<String>,
    },
    /// Standard output could not be written.
    #[error("the output could not be written")]
    NotWritten(#[source] io::Error),
}

impl Failure {
    /// What is wrong, with every cause behind it.
    pub fn message(&self) -> String {
        let mut message = self.to_string();
        let mut cause = self.source();
        while let Some(deeper) = cause {
            message = format!("{message}: {deeper}");
            cause = deeper.source();
        }
        message
    }
}

/// Why no value of a fact has been replaced.
fn unchanged(id: &str, why: NoChange) -> String {
    let id = short::middle(id);
    match why {
        NoChange::Fixed => format!("the fact `{id}` has one value, which has never changed"),
        NoChange::Idle => {
            format!("the fact `{id}` is a draft or switched off, and is never held against articles")
        }
        NoChange::Ended => format!("no value of the fact `{id}` holds today"),
        NoChange::Earlier(last) => format!("the fact `{id}` last changed on {last}"),
    }
}
