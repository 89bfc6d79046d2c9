//! How much a finding matters on the page, and how many there are of each.

use crate::diagnostic::Diagnostic;
use crate::severity::Severity;

/// How much a finding matters on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// An error.
    Error,
    /// A warning.
    Warning,
    /// What only informs.
    Note,
    /// What does not count, because somebody said so.
    Quiet,
}

impl Level {
    /// All levels, the gravest first.
    pub const ALL: [Level; 4] = [Level::Error, Level::Warning, Level::Note, Level::Quiet];

    /// The level of a finding.
    pub fn of(finding: &Diagnostic) -> Level {
        match finding.severity {
            _ if finding.suppressed.is_some() => Level::Quiet,
            Severity::Error => Level::Error,
            Severity::Warning => Level::Warning,
            Severity::Info => Level::Note,
        }
    }

    /// Its name in classes and filters.
    pub fn name(self) -> &'static str {
        match self {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note => "note",
            Level::Quiet => "quiet",
        }
    }

    /// What readers call one finding of it.
    pub fn word(self) -> &'static str {
        match self {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note => "note",
            Level::Quiet => "not counted",
        }
    }

    /// What readers call `n` findings of it.
    pub fn words(self, n: usize) -> &'static str {
        match self {
            Level::Error if n != 1 => "errors",
            Level::Warning if n != 1 => "warnings",
            Level::Note if n != 1 => "notes",
            _ => self.word(),
        }
    }
}

/// How many findings there are of each level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    of_each: [usize; 4],
}

impl Counts {
    /// The counts of some findings.
    pub fn of(findings: &[Diagnostic]) -> Counts {
        let mut counts = Counts::default();
        findings.iter().for_each(|finding| counts.count(Level::of(finding)));
        counts
    }

    /// Counts one more.
    pub fn count(&mut self, level: Level) {
        self.of_each[level as usize] += 1;
    }

    /// Adds others to them.
    pub fn add(&mut self, other: &Counts) {
        self.of_each.iter_mut().zip(other.of_each).for_each(|(mine, theirs)| *mine += theirs);
    }

    /// How many there are of a level.
    pub fn get(&self, level: Level) -> usize {
        self.of_each[level as usize]
    }

    /// How many there are.
    pub fn total(&self) -> usize {
        self.of_each.iter().sum()
    }

    /// The levels of which there are any, with how many.
    pub fn told(&self) -> impl Iterator<Item = (Level, usize)> {
        let counts = *self;
        Level::ALL.into_iter().map(move |level| (level, counts.get(level))).filter(|(_, n)| *n > 0)
    }

    /// The counts in words: `2 errors, 1 note`.
    pub fn words(&self) -> String {
        let parts: Vec<String> = self.told().map(|(level, n)| format!("{n} {}", level.words(n))).collect();
        if parts.is_empty() { "nothing found".to_owned() } else { parts.join(", ") }
    }
}

#[cfg(test)]
mod tests {
    use super::Counts;
    use super::Level;

    #[test]
    fn findings_are_counted_by_level() {
        let mut counts = Counts::default();
        assert_eq!(counts.words(), "nothing found");
        [Level::Note, Level::Error, Level::Error, Level::Quiet].into_iter().for_each(|one| counts.count(one));
        assert_eq!(counts.words(), "2 errors, 1 note, 1 not counted");
        let twice = counts;
        counts.add(&twice);
        assert_eq!((counts.total(), counts.get(Level::Error)), (8, 4));
    }
}
