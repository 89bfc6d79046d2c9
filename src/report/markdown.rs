//! A list for a comment on a change.

use crate::diagnostic::Linted;
use crate::report::Style;
use crate::report::summary::Summary;
use crate::report::view;
use crate::report::view::Finding;
use crate::report::visible;

/// The findings of an article, an item each.
pub fn article(linted: &Linted) -> String {
    view::findings(linted).iter().map(item).collect()
}

fn item(finding: &Finding<'_>) -> String {
    let place = visible::line(&finding.place()).replace('`', "'");
    let (name, message) = (plain(finding.name()), plain(&finding.told()));
    format!("- **{}** `{place}` **{name}**: {message}\n", finding.severity.name())
}

/// What stands behind the last article: what the run came to, without the time it took.
pub fn end(summary: &Summary) -> String {
    let style = Style { color: false, unicode: true, width: 100, links: false };
    format!("\nfactlint: {}.\n", summary.told(&style))
}

/// Words that Markdown takes as they are: no markup, no mention of a person or an issue.
fn plain(text: &str) -> String {
    visible::line(text).chars().fold(String::new(), |mut written, c| {
        match c {
            '@' => written.push_str("&#64;"),
            '#' => written.push_str("&#35;"),
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' => written.extend(['\\', c]),
            _ => written.push(c),
        }
        written
    })
}

#[cfg(test)]
mod tests {
    use super::article;
    use crate::report::sample;

    #[test]
    fn an_article_cannot_mark_up_the_list() {
        let mut linted = sample::linted("The 31-member bloc met.", "31-member");
        linted.findings[0].message = "see @somebody in #7: *no* <b>".to_owned();
        assert_eq!(
            article(&linted),
            "- **error** `in/a.txt:1:5` **bloc-members**: see &#64;somebody in &#35;7: \\*no\\* &lt;b>\n"
        );
    }
}
