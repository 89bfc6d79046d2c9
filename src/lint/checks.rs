//! The checks that need no fact, and how much each of them matters in a run.

use crate::code::Code;
use crate::severity::Severity;

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
    /// How much a check matters; `None` where it is off.
    pub fn severity(&self, check: Check) -> Option<Severity> {
        self.severities[check as usize]
    }

    /// Sets how much a check matters.
    pub fn set(&mut self, check: Check, severity: Option<Severity>) {
        self.severities[check as usize] = severity;
    }
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
