//! The code quality report of GitLab: a list of issues.

use crate::diagnostic::Linted;
use crate::report::json;
use crate::report::view;
use crate::report::view::Finding;
use crate::severity::Severity;
use serde::Serialize;

/// What stands before the first article.
pub const BEGIN: &str = "[\n";
/// What stands behind the last one.
pub const END: &str = "\n]\n";

#[derive(Serialize)]
struct Issue<'f> {
    description: String,
    check_name: &'f str,
    fingerprint: &'f str,
    severity: &'static str,
    location: Location<'f>,
}

#[derive(Serialize)]
struct Location<'f> {
    path: &'f str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// The findings of an article, separated.
pub fn article(linted: &Linted) -> String {
    let issues: Vec<String> = view::findings(linted).iter().map(|one| json::write(&issue(one))).collect();
    issues.join(json::SEPARATOR)
}

fn issue<'f>(finding: &'f Finding<'_>) -> Issue<'f> {
    // GitLab wants a line of everything.
    let (begin, end) = finding.lines().map_or((1, 1), |span| (span.line, span.end_line));
    Issue {
        description: finding.told(),
        check_name: finding.name(),
        fingerprint: &finding.fingerprint,
        severity: severity(finding.severity),
        location: Location { path: &finding.path, lines: Lines { begin, end } },
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Info => "info",
    }
}
