//! What a run adds up to.

use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::config::fail_on::FailOn;
use crate::diagnostic::Diagnostic;
use crate::report::summary::Summary;
use crate::severity::Severity;

/// Findings and articles, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Articles that were checked.
    pub articles: usize,
    /// Articles without a word, or in another language.
    pub skipped: usize,
    /// Those among them that are in another language.
    pub foreign: usize,
    /// Files, lines and articles that could not be read or checked.
    pub failed: usize,
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
    /// Findings that only inform.
    pub infos: usize,
    /// Findings that are to be ignored.
    pub ignored: usize,
    /// Findings that the baseline accepts.
    pub baselined: usize,
    /// Findings that were mended, or would be.
    pub fixed: usize,
    /// Fixes of articles that cannot be rewritten.
    pub unmade: usize,
}

impl Tally {
    /// The tally of one article's findings, not counting the article.
    pub fn of(findings: &[Diagnostic]) -> Tally {
        let count = |severity| {
            let is_counted =
                |finding: &&Diagnostic| finding.severity == severity && finding.suppressed.is_none();
            findings.iter().filter(is_counted).count()
        };
        Tally {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            infos: count(Severity::Info),
            ..Tally::default()
        }
    }

    /// Adds another one to it.
    pub fn add(&mut self, other: Tally) {
        self.articles += other.articles;
        self.skipped += other.skipped;
        self.foreign += other.foreign;
        self.failed += other.failed;
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.infos += other.infos;
        self.ignored += other.ignored;
        self.baselined += other.baselined;
        self.fixed += other.fixed;
        self.unmade += other.unmade;
    }

    /// How the run ends, as far as articles decide.
    pub fn exit(&self, fail_on: FailOn) -> Exit {
        let is_found = match fail_on {
            FailOn::Error => self.errors > 0,
            FailOn::Warning => self.errors + self.warnings > 0,
            FailOn::Info => self.errors + self.warnings + self.infos > 0,
            FailOn::Never => false,
        };
        Exit::found_if(is_found).max(Exit::broken_if(self.failed > 0))
    }

    /// Why no article was checked, if none was.
    pub fn nothing(&self) -> Option<Failure> {
        match (self.articles, self.skipped) {
            (0, 0) => Some(Failure::NoArticle),
            (0, _) if self.foreign > 0 => Some(Failure::NoEnglish),
            (0, n_articles) => Some(Failure::NoWord { n_articles }),
            _ => None,
        }
    }

    /// The tally as reporters show it.
    pub fn summary(&self) -> Summary {
        Summary {
            articles: self.articles,
            skipped: self.skipped,
            errors: self.errors,
            warnings: self.warnings,
            infos: self.infos,
            ignored: self.ignored,
            baselined: self.baselined,
            fixed: self.fixed,
            failed: self.failed,
            ..Summary::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;
    use crate::config::fail_on::FailOn;

    #[track_caller]
    fn check(tally: Tally, codes: [u8; 4]) {
        let all = [FailOn::Error, FailOn::Warning, FailOn::Info, FailOn::Never];
        assert_eq!(all.map(|fail_on| tally.exit(fail_on).code()), codes);
    }

    #[test]
    fn the_threshold_decides() {
        check(Tally { errors: 1, ..Tally::default() }, [1, 1, 1, 0]);
        check(Tally { warnings: 1, ..Tally::default() }, [0, 1, 1, 0]);
        check(Tally { infos: 1, ..Tally::default() }, [0, 0, 1, 0]);
        check(Tally { articles: 1, ..Tally::default() }, [0, 0, 0, 0]);
    }

    #[test]
    fn what_could_not_be_checked_is_never_forgiven() {
        check(Tally { failed: 1, errors: 1, ..Tally::default() }, [2, 2, 2, 2]);
    }
}
