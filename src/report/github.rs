//! Commands that GitHub turns into notes on a change, a line a finding.

use crate::diagnostic::Linted;
use crate::report::view;
use crate::report::view::Finding;
use crate::report::visible;
use crate::severity::Severity;

/// The findings of an article, a command each.
pub fn article(linted: &Linted) -> String {
    view::findings(linted).iter().map(line).collect()
}

fn line(finding: &Finding<'_>) -> String {
    let title = format!("factlint[{}]", finding.name());
    let place = properties(finding);
    let message = data(&visible::line(&finding.told()));
    format!("::{} {place},title={}::{message}\n", command(finding.severity), property(&title))
}

fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    }
}

/// Where a finding stands; columns only within one line, as GitHub wants them.
fn properties(finding: &Finding<'_>) -> String {
    let file = format!("file={}", property(&finding.path));
    let Some(span) = finding.lines() else { return file };
    let lines = format!("{file},line={},endLine={}", span.line, span.end_line);
    if span.line != span.end_line {
        return lines;
    }
    format!("{lines},col={},endColumn={}", span.col, span.end_col)
}

/// The text behind a command; a line end would end the command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::article;
    use crate::report::sample;

    #[test]
    fn what_would_end_a_command_is_escaped() {
        let mut linted = sample::linted("The 31-member bloc met.", "31-member");
        linted.article.path = "in/a, b: 100%.txt".into();
        linted.findings[0].message = "100% of\nit is\u{202e} wrong".to_owned();
        assert_eq!(
            article(&linted),
            "::error file=in/a%2C b%3A 100%25.txt,line=1,endLine=1,col=5,endColumn=14,title=factlint[bloc-members]\
             ::100%25 of it is\u{fffd} wrong\n"
        );
    }

    #[test]
    fn an_article_of_json_lines_has_no_line() {
        let mut linted = sample::linted("The 31-member bloc met.", "31-member");
        linted.article.id = Some("row-1".to_owned());
        let line = article(&linted);
        assert!(
            line.starts_with("::error file=in/a.txt,title=factlint[bloc-members]::row-1: the bloc"),
            "{line}"
        );
    }
}
