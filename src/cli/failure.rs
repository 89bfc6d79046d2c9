//! Why a command could not do its work.

use crate::config::find::FindError;
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
    /// With `--isolated` only `--rules` names rules, and it names none.
    #[error("with `--isolated`, `--rules` must name the rule files")]
    NoRulesNamed,
    /// A pattern for rule files that no file matches.
    #[error("no rule file matches `{}`", short::middle(pattern))]
    NoRuleFile {
        /// The pattern.
        pattern: String,
    },
    /// A pattern for rule files that is not one.
    #[error("`{}` is neither a file nor a pattern", short::middle(pattern))]
    BadPattern {
        /// The pattern.
        pattern: String,
        /// What is wrong with it.
        source: Box<dyn Error + Send + Sync>,
    },
    /// A folder or rule file that the system keeps from being read.
    #[error("rule files cannot be read from `{}`: permission denied", short::path(path))]
    Forbidden {
        /// Its path.
        path: PathBuf,
    },
    /// A folder that had to be looked through for rule files.
    #[error("rule files cannot be looked for in `{}`", short::path(path))]
    Unlisted {
        /// Its path.
        path: PathBuf,
        /// What kept it from being looked through.
        source: io::Error,
    },
    /// A rule file that is a FIFO, a socket or a device.
    #[error("the rule file `{}` must be a regular file", short::path(path))]
    NotAFile {
        /// Its path.
        path: PathBuf,
    },
    /// Nothing to check against.
    #[error("nothing was checked: no fact was loaded")]
    NoFact,
    /// Nothing to check.
    #[error("nothing was checked: no article was read")]
    NoArticle,
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

    /// What to do about it.
    pub fn help(&self) -> Option<String> {
        let help = match self {
            Failure::Config(FindError::Two { .. }) => {
                "remove one of the two, or name one with `--config PATH`"
            }
            Failure::Config(FindError::NotAFile { .. } | FindError::Unreadable { .. }) => {
                "name a configuration file with `--config PATH`, or use none with `--isolated`"
            }
            Failure::NoFolder(_) => {
                "name a configuration file with `--config PATH`, or use none with `--isolated`"
            }
            Failure::NoRulesNamed => "for example `--rules 'rules/**/*.toml'`",
            Failure::NoRuleFile { .. } => {
                "name rule files with `--rules GLOB`; `*` stays in its folder, `**` does not"
            }
            Failure::Forbidden { .. } => {
                "ask for the right to read it (`chmod u+rX PATH` if it is yours), or name other rule files"
            }
            Failure::NoFact => {
                "rule files declare facts as `[[fact]]`; name them with `--rules GLOB`, or ask for a check \
                 that needs none: `--warning disagreement`"
            }
            Failure::TwoSeverities { .. } => {
                "name each check once among --error, --warning, --info and --off"
            }
            Failure::NoArticle => "name files or folders that hold articles: factlint check articles",
            Failure::NoWord { .. } => "an empty file, or empty standard input, is not an article",
            Failure::NoEnglish => {
                "articles in other languages are set aside, for their numbers are written otherwise"
            }
            Failure::FixedInput => "`--diff` shows what would change",
            Failure::NotFixed { .. } => "the file is as it was; run the command again when that is mended",
            Failure::NoExample => "give a fact `accept = [\"…\"]` and `reject = [\"… «wrong» …\"]`",
            Failure::UnknownFact { meant: Some(meant), .. }
            | Failure::UnknownSelector { meant: Some(meant), .. }
            | Failure::UnknownKey { meant: Some(meant), .. }
            | Failure::UnknownCheck { meant: Some(meant), .. } => {
                return Some(format!("did you mean `{meant}`?"));
            }
            Failure::UnknownSelector { meant: None, .. } => {
                "name a check or verdict (`factlint explain` lists them), a fact (`factlint rule`), \
                 tag:NAME, or ALL"
            }
            Failure::UnknownKey { meant: None, .. } => "`factlint config` lists them all",
            Failure::FixedSeverity { .. } => {
                "set a check (`factlint explain` lists them), a fact, or `fact` for all facts"
            }
            Failure::NoList { .. } => "name a file with a path a line, or `-` for standard input",
            Failure::BadBaseline { .. } => {
                "write one with `factlint baseline create`, or go without with `--no-baseline`"
            }
            Failure::BadRatchet { .. } => "write one with `--update`",
            Failure::BaselineThere { .. } => {
                "`factlint baseline prune` takes out what is gone; --force accepts everything anew"
            }
            Failure::InTheWay { .. } => "move it out of the way, or begin in an empty folder",
            Failure::NoChanges { .. } => "name a revision that `git rev-parse` knows, such as origin/main",
            Failure::UnknownCheck { meant: None, .. } => "`factlint explain` lists them all",
            Failure::UnknownFact { meant: None, .. } => "`factlint rule` lists all facts",
            Failure::Unchanged { why, .. } => return Some(help_unchanged(*why)),
            Failure::BadPattern { .. } | Failure::Unlisted { .. } | Failure::NotAFile { .. } => return None,
            Failure::NotWritten(_) | Failure::NotSaved { .. } | Failure::NotWatched(_) => return None,
        };
        Some(help.to_owned())
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

fn help_unchanged(why: NoChange) -> String {
    match why {
        NoChange::Fixed => {
            "give it a `timeline` with the old value and the new one: [{ value = …, from = … }, …]".to_owned()
        }
        NoChange::Idle => "remove `draft` or `severity = \"off\"` from it first".to_owned(),
        NoChange::Ended => "add the value that holds now to its `timeline`".to_owned(),
        NoChange::Earlier(last) => format!("to see what that change left behind: --since {last}"),
    }
}
