//! Diagnostics for reviewdog, whose columns are bytes.

use crate::diagnostic::Linted;
use crate::report::json;
use crate::report::view;
use crate::report::view::Finding;
use crate::report::view::Range;
use crate::severity::Severity;
use crate::source::Article;
use serde::Serialize;

/// What stands before the first article.
pub const BEGIN: &str = "{\"source\":{\"name\":\"factlint\"},\"diagnostics\":[\n";
/// What stands behind the last one.
pub const END: &str = "\n]}\n";

#[derive(Serialize)]
struct Issue<'f> {
    message: String,
    location: Location<'f>,
    severity: &'static str,
    code: Code<'f>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion<'f>>,
}

#[derive(Serialize)]
struct Location<'f> {
    path: &'f str,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Stretch>,
}

#[derive(Serialize)]
struct Stretch {
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Code<'f> {
    value: &'f str,
}

#[derive(Serialize)]
struct Suggestion<'f> {
    range: Stretch,
    text: &'f str,
}

/// The findings of an article, separated.
pub fn article(linted: &Linted) -> String {
    let issues = view::findings(linted);
    let issues: Vec<String> = issues.iter().map(|one| json::write(&issue(&linted.article, one))).collect();
    issues.join(json::SEPARATOR)
}

fn issue<'f>(article: &Article, finding: &'f Finding<'_>) -> Issue<'f> {
    let fix = finding.fix.as_ref().filter(|_| finding.lines().is_some());
    let fix = fix.and_then(|fix| Some((stretch(article, fix.span.as_ref()?), fix.text)));
    Issue {
        message: finding.told(),
        location: Location { path: &finding.path, range: finding.lines().map(|span| stretch(article, span)) },
        severity: severity(finding.severity),
        code: Code { value: finding.name() },
        suggestions: fix.map(|(range, text)| Suggestion { range, text }).into_iter().collect(),
    }
}

fn stretch(article: &Article, span: &Range) -> Stretch {
    let position = |line, byte: usize| Position { line, column: column(article, byte) };
    Stretch { start: position(span.line, span.byte_start), end: position(span.end_line, span.byte_end) }
}

/// The byte of its line that a byte of the file is, counted from 1.
fn column(article: &Article, byte: usize) -> usize {
    let before = article.text.get(..byte.saturating_sub(article.text_at)).unwrap_or(&article.text);
    before.len() - before.rfind('\n').map_or(0, |feed| feed + 1) + 1
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "ERROR",
        Severity::Warning => "WARNING",
        Severity::Info => "INFO",
    }
}

#[cfg(test)]
mod tests {
    use super::article;
    use crate::report::sample;

    #[test]
    fn columns_are_bytes() {
        let written = article(&sample::linted("Yes.\n“é” 31-member", "31-member"));
        let read: serde_json::Value = serde_json::from_str(&written).unwrap();
        let range = &read["location"]["range"];
        assert_eq!((&range["start"]["line"], &range["start"]["column"]), (&2.into(), &10.into()));
        assert_eq!(range["end"]["column"], 19);
    }
}
