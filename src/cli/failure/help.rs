//! What to do about each failure.

use crate::cli::failure::Failure;
use crate::config::find::FindError;
use crate::config::rule_files::Missing;
use crate::lint::impact::NoChange;

impl Failure {
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
            Failure::Rules(Missing::NothingNamed) => "for example `--rules 'rules/**/*.toml'`",
            Failure::Rules(Missing::NoMatch { .. }) => {
                "name rule files with `--rules GLOB`; `*` stays in its folder, `**` does not"
            }
            Failure::Rules(Missing::Forbidden { .. }) => {
                "ask for the right to read it (`chmod u+rX PATH` if it is yours), or name other rule files"
            }
            Failure::NoFact => "rule files declare facts as `[[fact]]`; name them with `--rules GLOB`",
            Failure::NoFactNorCheck => {
                "rule files declare facts as `[[fact]]`; name them with `--rules GLOB`, or ask for a check \
                 that needs none: `--warning disagreement`"
            }
            Failure::TwoSeverities { .. } => {
                "name each check once among --error, --warning, --info and --off"
            }
            Failure::NoArticle => "name files or folders that hold articles: factlint check articles",
            Failure::NotOneArticle { .. } => {
                "name a file that is one article, or put one line of it into a file of its own"
            }
            Failure::OnlyDrafts { .. } => {
                "take `draft = true` away from those that somebody has read, or take all as facts with `--drafts`"
            }
            Failure::NothingCovered => "`factlint coverage --list unvouched` shows what they state",
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
            Failure::InTheWay { .. } => "move it out of the way, or name another place",
            Failure::NoChanges { .. } => "name a revision that `git rev-parse` knows, such as origin/main",
            Failure::UnknownCheck { meant: None, .. } => "`factlint explain` lists them all",
            Failure::UnknownFact { meant: None, .. } => "`factlint rule` lists all facts",
            Failure::Unchanged { why, .. } => return Some(help_unchanged(*why)),
            Failure::BadPattern { .. } | Failure::Rules(_) => return None,
            Failure::NotWritten(_) | Failure::NotSaved { .. } | Failure::NotWatched(_) => return None,
        };
        Some(help.to_owned())
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
