//! XML as Checkstyle writes it: a file with its findings.

use crate::diagnostic::Linted;
use crate::report::json;
use crate::report::view;
use crate::report::view::Finding;
use crate::report::xml;

/// What stands behind the last article.
pub const END: &str = "</checkstyle>\n";

/// What stands before the first article.
pub fn begin() -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"{}\">\n",
        json::VERSION_OF_TOOL
    )
}

/// The findings of an article; nothing where there are none.
pub fn article(linted: &Linted) -> String {
    let findings = view::findings(linted);
    let Some(first) = findings.first() else { return String::new() };
    let errors: String = findings.iter().map(error).collect();
    format!("  <file name=\"{}\">\n{errors}  </file>\n", xml::text(&first.path))
}

fn error(finding: &Finding<'_>) -> String {
    let (line, column) = finding.lines().map_or((1, 1), |span| (span.line, span.col));
    let severity = finding.severity.name();
    let (message, source) = (xml::text(&finding.told()), xml::text(finding.name()));
    format!(
        "    <error line=\"{line}\" column=\"{column}\" severity=\"{severity}\" message=\"{message}\" source=\"factlint.{source}\"/>\n"
    )
}
