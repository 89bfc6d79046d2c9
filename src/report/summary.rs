//! What a whole run came to.

use crate::report::Style;
use crate::report::paint::Paint;
use crate::severity::Severity;
use schemars::JsonSchema;
use serde::Serialize;
use std::time::Duration;

/// What a whole run came to.
///
/// The elapsed time is no part of a machine format: the same input gives the same bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Summary {
    /// Articles checked.
    pub articles: usize,
    /// Facts they were checked against.
    pub facts: usize,
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
    /// Findings that only inform.
    pub infos: usize,
    /// Findings that were mended.
    pub fixed: usize,
    /// Findings that the article or the configuration tells to ignore.
    pub ignored: usize,
    /// Findings that the baseline accepts.
    pub baselined: usize,
    /// Articles left out.
    pub skipped: usize,
    /// Articles that could not be read or checked.
    pub failed: usize,
    /// How long it took.
    #[serde(skip)]
    pub elapsed: Duration,
}

impl Summary {
    /// The summary as one sentence, without its full stop.
    pub fn sentence(&self, style: &Style) -> String {
        format!("{} in {}", self.told(style), time(self.elapsed))
    }

    /// The same without the time it took.
    pub fn told(&self, style: &Style) -> String {
        let articles = counted(self.articles, "article");
        let facts = counted(self.facts, "fact");
        format!("Checked {articles} against {facts}: {}{}", self.found(style), self.aside())
    }

    fn found(&self, style: &Style) -> String {
        let counts = [
            (self.errors, "error", Severity::Error),
            (self.warnings, "warning", Severity::Warning),
            (self.infos, "note", Severity::Info),
        ];
        let told = counts.into_iter().filter(|(n, _, _)| *n > 0);
        let parts: Vec<_> =
            told.map(|(n, what, severity)| Paint::of(severity).on(&counted(n, what), style.color)).collect();
        if parts.is_empty() { "nothing found".to_owned() } else { parts.join(", ") }
    }

    /// What stands in brackets: findings and articles that do not count.
    fn aside(&self) -> String {
        let counts = [
            (self.fixed, "fixed"),
            (self.ignored, "ignored"),
            (self.baselined, "baselined"),
            (self.skipped, "skipped"),
            (self.failed, "failed"),
        ];
        let told = counts.into_iter().filter(|(n, _)| *n > 0);
        let parts: Vec<_> = told.map(|(n, what)| format!("{n} {what}")).collect();
        if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) }
    }
}

/// A number with its noun, in the plural but for one.
pub fn counted(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}

fn time(elapsed: Duration) -> String {
    let millis = elapsed.as_millis();
    match millis {
        0..1000 => format!("{millis} ms"),
        1000..60_000 => format!("{}.{} s", millis / 1000, millis % 1000 / 100),
        _ => format!("{} min {} s", millis / 60_000, millis % 60_000 / 1000),
    }
}

#[cfg(test)]
mod tests {
    use super::Summary;
    use crate::report::sample;
    use std::time::Duration;

    #[track_caller]
    fn check(summary: Summary, expected: &str) {
        assert_eq!(summary.sentence(&sample::PLAIN), expected);
    }

    #[test]
    fn findings_are_counted() {
        let elapsed = Duration::from_millis(41);
        check(
            Summary { articles: 214, facts: 37, errors: 3, warnings: 1, elapsed, ..Summary::default() },
            "Checked 214 articles against 37 facts: 3 errors, 1 warning in 41 ms",
        );
    }

    #[test]
    fn what_does_not_count_stands_in_brackets() {
        let elapsed = Duration::from_millis(61_250);
        let aside = Summary { ignored: 2, baselined: 5, skipped: 1, elapsed, ..Summary::default() };
        check(
            Summary { articles: 1, facts: 1, infos: 1, ..aside },
            "Checked 1 article against 1 fact: 1 note (2 ignored, 5 baselined, 1 skipped) in 1 min 1 s",
        );
    }

    #[test]
    fn nothing_found_is_said() {
        let elapsed = Duration::from_millis(1290);
        check(
            Summary { articles: 2, facts: 3, elapsed, ..Summary::default() },
            "Checked 2 articles against 3 facts: nothing found in 1.2 s",
        );
    }
}
