//! Findings as the client shows them.

use crate::code::Code;
use crate::diagnostic::Elsewhere;
use crate::diagnostic::Label;
use crate::lsp::address;
use crate::lsp::article;
use crate::lsp::article::Page;
use crate::report::finding;
use crate::report::link;
use crate::report::visible;
use crate::severity::Severity;
use crate::source::encoding;
use crate::source::problem::Problem;
use crate::span::Span;
use gen_lsp_types::CodeDescription;
use gen_lsp_types::Diagnostic;
use gen_lsp_types::DiagnosticRelatedInformation;
use gen_lsp_types::DiagnosticSeverity;
use gen_lsp_types::DiagnosticTag;
use gen_lsp_types::Location;
use gen_lsp_types::Position;
use gen_lsp_types::Range;
use gen_lsp_types::Uri;
use serde_json::Value;
use serde_json::json;

/// What the client calls the one who speaks.
pub const SOURCE: &str = "factlint";

/// A finding, as of this crate.
pub type Finding = crate::diagnostic::Diagnostic;

/// All findings of an article.
pub fn all(page: &Page<'_>) -> Vec<Diagnostic> {
    page.checker.findings(page.article).iter().map(|finding| one(page, finding)).collect()
}

/// One finding.
pub fn one(page: &Page<'_>, finding: &Finding) -> Diagnostic {
    let url = page.client.opens_pages.then(|| source(page, finding)).flatten();
    Diagnostic {
        range: page.range(finding.span),
        severity: Some(severity(finding.severity)),
        code: Some(finding::name(finding).to_owned().into()),
        code_description: url.map(|url| CodeDescription { href: Uri(url) }),
        source: Some(SOURCE.to_owned()),
        message: message(&finding.message, finding.help.as_deref()).into(),
        tags: (finding.code == Code::UnusedIgnore).then(|| vec![DiagnosticTag::Unnecessary]),
        related_information: page.client.shows_related.then(|| related(page, finding)),
        data: Some(data(finding)),
    }
}

/// Why an article cannot be read.
pub fn problem(range: Range, problem: &Problem) -> Diagnostic {
    Diagnostic {
        range,
        severity: Some(severity(problem.severity())),
        code: Some(problem.code().name().to_owned().into()),
        source: Some(SOURCE.to_owned()),
        message: message(&problem.message(), Some(&problem.help())).into(),
        ..Diagnostic::default()
    }
}

/// What is wrong, and in a line of its own what to do about it.
pub fn message(message: &str, help: Option<&str>) -> String {
    let help = help.map(|help| format!("\n{}", visible::line(help)));
    format!("{}{}", visible::line(message), help.unwrap_or_default())
}

/// How much something matters, as the protocol has it.
pub fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::Error,
        Severity::Warning => DiagnosticSeverity::Warning,
        Severity::Info => DiagnosticSeverity::Information,
    }
}

/// The address at which the truth was read.
fn source(page: &Page<'_>, finding: &Finding) -> Option<String> {
    let fact = page.ground.rules.fact_named(finding.fact_id()?)?;
    let url = fact.source.as_ref()?.url.clone()?;
    link::is_web(&url).then_some(url)
}

/// What a program may want to know of a finding.
fn data(finding: &Finding) -> Value {
    let fix = finding.fix.as_ref().map(|fix| json!({ "text": fix.text, "safe": fix.is_safe }));
    json!({
        "check": finding.code.name(),
        "verdict": finding.verdict,
        "fingerprint": finding.fingerprint,
        "fix": fix,
    })
}

/// The rule, the words that decided, and words elsewhere that say otherwise.
fn related(page: &Page<'_>, finding: &Finding) -> Vec<DiagnosticRelatedInformation> {
    let rule = rule(page, finding);
    let labels = finding.labels.iter().map(|label| at_label(page, label));
    let others = finding.related.iter().map(elsewhere);
    rule.into_iter().chain(labels).chain(others).collect()
}

fn rule(page: &Page<'_>, finding: &Finding) -> Option<DiagnosticRelatedInformation> {
    let card = finding.fact.as_ref()?;
    let location = article::declared(page.ground, page.ground.rules.fact_named(&card.id)?)?;
    let source = card.source.as_ref().map(|source| format!(" ({source})")).unwrap_or_default();
    Some(DiagnosticRelatedInformation { location, message: visible::line(&format!("{}{source}", card.says)) })
}

fn at_label(page: &Page<'_>, label: &Label) -> DiagnosticRelatedInformation {
    let location = Location { uri: page.document.uri.clone(), range: page.range(label.span) };
    DiagnosticRelatedInformation { location, message: label.text.clone() }
}

fn elsewhere(other: &Elsewhere) -> DiagnosticRelatedInformation {
    let at = |count: usize| u32::try_from(count.saturating_sub(1)).unwrap_or_default();
    let place = Position { line: at(other.line), character: at(other.column) };
    let location = Location { uri: address::uri(&other.path), range: Range { start: place, end: place } };
    DiagnosticRelatedInformation { location, message: visible::line(&other.sentence) }
}

/// The character of a text at which it could no longer be read.
pub fn place(text: &str, problem: &Problem) -> Span {
    let at = encoding::mark_len(text.as_bytes()) + problem.before.len();
    let letter = text.get(at..).and_then(|rest| rest.chars().next());
    Span::new(at, at + letter.map_or(0, char::len_utf8))
}
