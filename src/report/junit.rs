//! Test results as JUnit writes them: an article is a suite, a finding a case that fails.

use crate::diagnostic::Linted;
use crate::report::finding;
use crate::report::json;
use crate::report::view;
use crate::report::view::Finding;
use crate::report::xml;
use crate::severity::Severity;

/// What stands behind the last article.
pub const END: &str = "</testsuites>\n";

/// What stands before the first article.
pub fn begin() -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"factlint {}\">\n",
        json::VERSION_OF_TOOL
    )
}

/// An article as a suite; one without a finding is a case that passes.
pub fn article(linted: &Linted) -> String {
    let findings = view::findings(linted);
    let name = xml::text(&finding::location(&linted.article, crate::document::map::Field::Text));
    let is_error = |one: &&Finding<'_>| one.is_failure();
    let fails = |one: &&Finding<'_>| !one.is_failure() && one.severity != Severity::Info;
    let (errors, failures) =
        (findings.iter().filter(is_error).count(), findings.iter().filter(fails).count());
    let passed = format!("    <testcase name=\"facts\" classname=\"{name}\"/>\n");
    let cases: String = findings.iter().map(|one| case(&name, one)).collect();
    let cases = if cases.is_empty() { passed } else { cases };
    let tests = findings.len().max(1);
    format!(
        "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\">\n{cases}  </testsuite>\n"
    )
}

fn case(class: &str, finding: &Finding<'_>) -> String {
    let place = finding.lines().map_or(String::new(), |span| format!(" at {}:{}", span.line, span.col));
    let name = xml::text(&format!("{}{place}", finding.name()));
    let message = xml::text(&finding.told());
    let kind = finding.severity.name();
    let body = xml::text(&format!("{}: {}", finding.place(), finding.sentence));
    let inner = match finding.severity {
        _ if finding.is_failure() => format!("<error message=\"{message}\" type=\"{kind}\">{body}</error>"),
        Severity::Info => format!("<system-out>{message}</system-out>"),
        _ => format!("<failure message=\"{message}\" type=\"{kind}\">{body}</failure>"),
    };
    format!("    <testcase name=\"{name}\" classname=\"{class}\">{inner}</testcase>\n")
}
