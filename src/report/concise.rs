//! A finding a line: `path:line:col: error[fact] message`, as compilers write them.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::Linted;
use crate::report::Style;
use crate::report::finding;
use crate::report::paint::Paint;
use crate::report::place;
use crate::report::place::Places;
use crate::report::visible;
use crate::severity::Severity;

/// The findings of an article, a line each.
pub fn article(style: &Style, linted: &Linted) -> String {
    let places = Places::new(&linted.article);
    linted.findings.iter().map(|finding| line(style, &places, finding)).collect()
}

fn line(style: &Style, places: &Places<'_>, finding: &Diagnostic) -> String {
    let head = head(style, finding.severity, finding::name(finding));
    let message = visible::line(&finding.message);
    format!("{}: {head} {message}{}\n", location(places, finding), also(finding))
}

/// Where words stand that say otherwise.
fn also(finding: &Diagnostic) -> String {
    let places = finding.related.iter().map(|other| visible::line(&finding::elsewhere(other)));
    places.map(|place| format!(" (see {place})")).collect()
}

/// A severity with what it is about: `error[league-clubs]`.
fn head(style: &Style, severity: Severity, name: &str) -> String {
    format!("{}[{}]", self::severity(style, severity), visible::line(name))
}

/// The name of a severity in its colour.
pub fn severity(style: &Style, severity: Severity) -> String {
    Paint::of(severity).on(severity.name(), style.color)
}

/// Where a finding stands; an article that could not be read has no lines.
fn location(places: &Places<'_>, finding: &Diagnostic) -> String {
    let file = visible::line(&finding::location(places.article, finding.field));
    let text = places.text(finding.field);
    if text.is_empty() {
        return file;
    }
    let at = places.of(finding.field).position(place::clip(text, finding.span).start());
    format!("{file}:{}:{}", at.line, at.column)
}

#[cfg(test)]
mod tests {
    use super::article;
    use crate::code::Code;
    use crate::diagnostic::Linted;
    use crate::report::sample;

    #[track_caller]
    fn check(linted: &Linted, expected: &str) {
        assert_eq!(article(&sample::PLAIN, linted), expected);
    }

    #[test]
    fn a_finding_is_a_line() {
        check(
            &sample::linted("Good.\nThe “old” 31-member bloc met.", "31-member"),
            "in/a.txt:2:11: error[bloc-members] the bloc has 32 members; this says 31\n",
        );
    }

    #[test]
    fn an_article_of_json_lines_is_named() {
        let mut linted = sample::linted("The 31-member bloc met.", "31-member");
        linted.article.id = Some("row\u{1b}-1".to_owned());
        check(&linted, "in/a.txt#row?-1:1:5: error[bloc-members] the bloc has 32 members; this says 31\n");
    }

    #[test]
    fn what_could_not_be_read_has_no_line() {
        let mut linted = sample::linted("", "");
        linted.findings[0].fact = None;
        linted.findings[0].code = Code::Encoding;
        linted.findings[0].message = "the file is neither UTF-8\nnor UTF-16".to_owned();
        check(&linted, "in/a.txt: error[encoding] the file is neither UTF-8 nor UTF-16\n");
    }
}
