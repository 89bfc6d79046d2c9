//! The flags that say how much a check matters.

use crate::cli::failure::Failure;
use crate::lint::checks::Check;
use crate::lint::checks::Checks;
use crate::severity::Severity;
use clap::builder::PossibleValuesParser;
use clap::builder::TypedValueParser;

/// The flags that say how much a check matters that needs no fact.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Checks")]
pub struct LevelFlags {
    /// Make findings of this check errors: arithmetic, weekday, disagreement or quote-drift
    ///
    /// `disagreement` finds articles that give different values for the same thing, `quote-drift` words
    /// of one speaker that articles print differently. Both compare all articles of the run, need no
    /// fact, and are off unless they are asked for here. `factlint explain` tells more of each.
    #[arg(long, value_name = "CHECK", value_delimiter = ',', value_parser = check())]
    error: Vec<Check>,
    /// Make findings of this check warnings
    #[arg(long, value_name = "CHECK", value_delimiter = ',', value_parser = check())]
    warning: Vec<Check>,
    /// Make findings of this check notes
    #[arg(long, value_name = "CHECK", value_delimiter = ',', value_parser = check())]
    info: Vec<Check>,
    /// Leave this check out
    #[arg(long, value_name = "CHECK", value_delimiter = ',', value_parser = check())]
    off: Vec<Check>,
}

impl LevelFlags {
    /// How much each check matters.
    ///
    /// # Errors
    /// A check that is given two severities.
    pub fn checks(&self) -> Result<Checks, Failure> {
        let mut checks = Checks::default();
        let mut given: Vec<Check> = Vec::new();
        for (check, severity) in self.given() {
            if given.contains(&check) {
                return Err(Failure::TwoSeverities { code: check.code().name() });
            }
            given.push(check);
            checks.set(check, severity);
        }
        Ok(checks)
    }

    /// Whether a check was asked for by name, so that there is work to do without any fact.
    pub fn is_asked(&self) -> bool {
        self.given().any(|(_, severity)| severity.is_some())
    }

    fn given(&self) -> impl Iterator<Item = (Check, Option<Severity>)> + '_ {
        let lists = [
            (&self.error, Some(Severity::Error)),
            (&self.warning, Some(Severity::Warning)),
            (&self.info, Some(Severity::Info)),
            (&self.off, None),
        ];
        lists.into_iter().flat_map(|(checks, severity)| checks.iter().map(move |check| (*check, severity)))
    }
}

/// Reads the code of a check.
fn check() -> impl TypedValueParser<Value = Check> {
    let codes = PossibleValuesParser::new(Check::ALL.iter().map(|check| check.code().name()));
    codes.try_map(|code| {
        let check = Check::ALL.iter().find(|check| check.code().name() == code);
        check.copied().ok_or("there is no such check")
    })
}
