//! The checks that need no fact, and how much each of them matters in a run.

use crate::code::Code;
use crate::config::Config;
use crate::severity::Severity;
use std::collections::HashMap;

/// A check that needs no fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// Numbers of one sentence that do not fit together.
    Arithmetic,
    /// A weekday that the date does not fall on.
    Weekday,
    /// Articles that say different things of the same.
    Disagreement,
    /// One speaker's words, printed in two ways.
    QuoteDrift,
}

impl Check {
    /// All of them.
    pub const ALL: [Check; 4] = [Check::Arithmetic, Check::Weekday, Check::Disagreement, Check::QuoteDrift];

    /// Its code in findings.
    pub fn code(self) -> Code {
        match self {
            Check::Arithmetic => Code::Arithmetic,
            Check::Weekday => Code::Weekday,
            Check::Disagreement => Code::Disagreement,
            Check::QuoteDrift => Code::QuoteDrift,
        }
    }

    /// How much it matters where nobody says; what compares articles is done on request.
    fn usual(self) -> Option<Severity> {
        match self {
            Check::Arithmetic => Some(Severity::Warning),
            Check::Weekday => Some(Severity::Error),
            Check::Disagreement | Check::QuoteDrift => None,
        }
    }
}

/// The checks that run only when somebody asks for them.
const ON_REQUEST: &[Check] = &[Check::Disagreement, Check::QuoteDrift];

/// Whether a configuration asks for a check that needs no fact, so that there is work to do without any.
pub fn are_asked(config: &Config) -> bool {
    let is_free = |name: &str| ON_REQUEST.iter().any(|check| check.code().name() == name);
    config.checks.iter().any(|level| level.severity.is_some() && is_free(level.name))
}

/// How much each check matters in a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checks {
    // In the order of [`Check::ALL`]; `None` is off.
    severities: [Option<Severity>; Check::ALL.len()],
}

impl Default for Checks {
    fn default() -> Checks {
        Checks { severities: Check::ALL.map(Check::usual) }
    }
}

impl Checks {
    /// The checks that a configuration wants.
    ///
    /// One that some articles ask for runs for all; what it finds in the others is dropped later.
    pub fn of(config: &Config) -> Checks {
        let mut checks = Checks::default();
        for level in &config.checks {
            checks.name(level.name, level.severity);
        }
        for level in config.overrides.iter().flat_map(|one| &one.levels) {
            let off = named(level.name).filter(|check| checks.severity(*check).is_none());
            if let (Some(check), Some(_)) = (off, level.severity) {
                checks.set(check, level.severity);
            }
        }
        checks
    }

    /// What checks come with, by their names.
    pub fn usual() -> HashMap<&'static str, Option<Severity>> {
        Check::ALL.into_iter().map(|check| (check.code().name(), check.usual())).collect()
    }

    /// Sets how much the check of this name matters, if there is one.
    pub fn name(&mut self, name: &str, severity: Option<Severity>) {
        if let Some(check) = named(name) {
            self.set(check, severity);
        }
    }

    /// How much a check matters; `None` where it is off.
    pub fn severity(&self, check: Check) -> Option<Severity> {
        self.severities[check as usize]
    }

    /// Sets how much a check matters.
    pub fn set(&mut self, check: Check, severity: Option<Severity>) {
        self.severities[check as usize] = severity;
    }
}

fn named(name: &str) -> Option<Check> {
    Check::ALL.into_iter().find(|check| check.code().name() == name)
}

#[cfg(test)]
mod tests {
    use super::Check;
    use super::Checks;
    use crate::severity::Severity;

    #[test]
    fn a_check_is_set_by_itself() {
        let mut checks = Checks::default();
        checks.set(Check::QuoteDrift, Some(Severity::Info));
        checks.set(Check::Weekday, None);
        let found = Check::ALL.map(|check| checks.severity(check));
        assert_eq!(found, [Some(Severity::Warning), None, None, Some(Severity::Info)]);
    }
}
