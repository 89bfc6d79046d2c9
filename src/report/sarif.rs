//! Static analysis results, version 2.1.0.

use crate::code::Code;
use crate::diagnostic::Linted;
use crate::report::Run;
use crate::report::json;
use crate::report::summary::Summary;
use crate::report::view;
use crate::report::view::Finding;
use crate::report::view::Fix;
use crate::report::view::Range;
use crate::severity::Severity;
use serde_json::Value;
use serde_json::json;

/// Where the schema of the format is found.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The name under which a finding's fingerprint stands.
const FINGERPRINT: &str = "factlint/v1";

/// The document up to its first result.
pub fn begin(run: &Run) -> String {
    let driver = json!({
        "name": "factlint",
        "version": json::VERSION_OF_TOOL,
        "semanticVersion": json::VERSION_OF_TOOL,
        "rules": rules(run),
        "properties": { "rulesHash": run.rules_hash, "asOf": run.as_of },
    });
    format!(
        "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{\"tool\":{{\"driver\":{driver}}},\
         \"columnKind\":\"unicodeCodePoints\",\"results\":[\n"
    )
}

/// The facts, and the checks that no fact is called like.
fn rules(run: &Run) -> Vec<Value> {
    let facts = run.rules.iter().map(|rule| {
        let mut fact = json!({ "id": rule.id, "shortDescription": { "text": rule.says } });
        if let Some(url) = rule.url.as_ref().filter(|url| url.starts_with("http")) {
            fact["helpUri"] = json!(uri(url, URL));
        }
        fact
    });
    let is_free = |code: &&Code| run.rules.iter().all(|rule| rule.id != code.name());
    let title = |code: Code| {
        crate::explain::all().find(|page| page.name == code.name()).map_or("", |page| page.title())
    };
    let checks = Code::ALL.iter().filter(is_free);
    facts
        .chain(checks.map(|code| json!({ "id": code.name(), "shortDescription": { "text": title(*code) } })))
        .collect()
}

/// The findings of an article, separated.
pub fn article(linted: &Linted) -> String {
    let results: Vec<String> = view::findings(linted).iter().map(|one| result(one).to_string()).collect();
    results.join(json::SEPARATOR)
}

/// The document from its last result.
pub fn end(summary: &Summary) -> String {
    let invocation = json!({ "executionSuccessful": summary.failed == 0 });
    format!("\n],\"invocations\":[{invocation}]}}]}}\n")
}

fn result(finding: &Finding<'_>) -> Value {
    let mut result = json!({
        "ruleId": finding.name(),
        "level": level(finding.severity),
        "message": { "text": finding.message },
        "locations": [location(finding)],
        "partialFingerprints": { FINGERPRINT: finding.fingerprint },
        "properties": {
            "code": finding.code, "verdict": finding.verdict, "status": finding.status,
            "observed": finding.observed, "expected": finding.expected, "asOf": finding.as_of,
        },
    });
    if let Some(fix) = finding.fix.as_ref().filter(|_| finding.lines().is_some()) {
        result["fixes"] = json!([change(finding, fix)]);
    }
    if let Some(why) = finding.suppressed {
        result["suppressions"] = json!([{ "kind": "external", "justification": why }]);
    }
    result
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn location(finding: &Finding<'_>) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": uri(&finding.path, PATH) } });
    if let Some(span) = finding.lines() {
        physical["region"] = region(span);
        physical["region"]["snippet"] = json!({ "text": finding.text });
    }
    let mut location = json!({ "physicalLocation": physical });
    if let Some(id) = finding.article {
        location["logicalLocations"] = json!([{ "name": id, "fullyQualifiedName": finding.file() }]);
    }
    location
}

fn region(span: &Range) -> Value {
    json!({
        "startLine": span.line, "startColumn": span.col, "endLine": span.end_line, "endColumn": span.end_col,
    })
}

fn change(finding: &Finding<'_>, fix: &Fix<'_>) -> Value {
    let replacement = json!({
        "deletedRegion": fix.span.as_ref().map_or(json!({ "startLine": 1 }), region),
        "insertedContent": { "text": fix.text },
    });
    let file = json!({ "uri": uri(&finding.path, PATH) });
    let changes = json!([{ "artifactLocation": file, "replacements": [replacement] }]);
    json!({ "description": { "text": format!("write “{}”", fix.text) }, "artifactChanges": changes })
}

/// What may stand in a path as it is, beside letters and digits.
const PATH: &str = "-._~/";
/// What may stand in an address as it is.
const URL: &str = "-._~/:?#[]@!$&'()*+,;=%";

/// `text` as an address may hold it.
fn uri(text: &str, safe: &str) -> String {
    let is_safe = |byte: u8| byte.is_ascii_alphanumeric() || safe.as_bytes().contains(&byte);
    let escaped: String = text
        .bytes()
        .map(|byte| if is_safe(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect();
    if text.starts_with('/') { format!("file://{escaped}") } else { escaped }
}

#[cfg(test)]
mod tests {
    use super::PATH;
    use super::article;
    use super::uri;
    use crate::diagnostic::Replacement;
    use crate::report::sample;
    use crate::span::Span;

    #[test]
    fn a_path_is_made_an_address() {
        assert_eq!(uri("in/ä b#1.txt", PATH), "in/%C3%A4%20b%231.txt");
        assert_eq!(uri("/in/a.txt", PATH), "file:///in/a.txt");
    }

    #[test]
    fn a_result_has_its_region_its_fix_and_why_it_does_not_count() {
        let mut linted = sample::linted("Good.\nThe 31-member bloc.", "31-member");
        linted.findings[0].fix =
            Some(Replacement { span: Span::new(10, 12), text: "32".to_owned(), is_safe: true });
        linted.findings[0].suppressed = Some("a slip".to_owned());
        let read: serde_json::Value = serde_json::from_str(&article(&linted)).unwrap();
        let region = &read["locations"][0]["physicalLocation"]["region"];
        assert_eq!((&region["startLine"], &region["startColumn"]), (&2.into(), &5.into()));
        let replacement = &read["fixes"][0]["artifactChanges"][0]["replacements"][0];
        assert_eq!(replacement["deletedRegion"]["endColumn"], 7);
        assert_eq!(read["suppressions"][0]["justification"], "a slip");
        linted.article.id = Some("row-1".to_owned());
        let read: serde_json::Value = serde_json::from_str(&article(&linted)).unwrap();
        assert!(read["locations"][0]["physicalLocation"]["region"].is_null() && read["fixes"].is_null());
        assert_eq!(read["locations"][0]["logicalLocations"][0]["fullyQualifiedName"], "in/a.txt#row-1");
    }
}
