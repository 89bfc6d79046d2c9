//! How a finding is left with a reason: a comment in the manner of the markup, or where no comment can stand,
//! an exemption in the configuration.

use crate::lsp::address;
use crate::lsp::article::Page;
use crate::lsp::article::action::Change;
use crate::lsp::article::action::of_file;
use crate::lsp::article::diagnostics::Finding;
use crate::lsp::text::Text;
use crate::report::finding;
use crate::source::Article;
use crate::source::Format;
use crate::span::Span;
use gen_lsp_types::TextEdit;
use gen_lsp_types::WorkspaceEdit;
use serde_json::json;

/// What stands in for the reason.
const REASON: &str = "say why this is right";

/// An `[[ignore]]` at the end of the configuration, where there is one.
pub fn exemption(page: &Page<'_>, finding: &Finding) -> Option<WorkspaceEdit> {
    let file = page.ground.settings.as_ref().filter(|_| page.document.is_file)?;
    let path = finding::slashes(&page.ground.shown(&page.document.path));
    // Text in quotes is written in TOML as it is in JSON.
    let [path, fact, words, reason] =
        [path.as_str(), finding::name(finding), finding.span.of(&page.article.text), REASON]
            .map(|text| json!(text).to_string());
    let new_text = format!("\n[[ignore]]\npath = {path}\nfact = {fact}\ntext = {words}\nreason = {reason}\n");
    let text = Text::new(file.text.clone(), page.client.encoding);
    let range = text.range(Span::at(file.text.len()));
    Some(of_file(page.client, (address::uri(&file.path), None), TextEdit { range, new_text }))
}

/// A comment that silences a finding; of those that could, the first that does.
pub fn comment(page: &Page<'_>, finding: &Finding) -> Option<Change> {
    let order = format!("factlint-ignore {}: {REASON}", finding::name(finding));
    comments(page.article, finding.span, &order).into_iter().find(|change| holds(page, finding, change))
}

/// Where a comment could stand, in the manner of the markup: behind the words, or before their block.
fn comments(article: &Article, words: Span, order: &str) -> Vec<Change> {
    let text = &article.text;
    let is_mdx = article.path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("mdx"));
    let line = line(text, words);
    let block = block(text, line);
    let indent = &text[block..][..text[block..].len() - text[block..].trim_start_matches([' ', '\t']).len()];
    let change = |at: usize, text: String| Change { span: Span::at(at), text };
    match article.format {
        Format::Text => Vec::new(),
        Format::Markdown | Format::Html => {
            let comment = if is_mdx { format!("{{/* {order} */}}") } else { format!("<!-- {order} -->") };
            vec![
                change(line.end(), format!(" {comment}")),
                change(words.end(), format!(" {comment}")),
                change(block, format!("{indent}{comment}\n\n")),
            ]
        }
        Format::AsciiDoc => vec![change(block, format!("// {order}\n"))],
        Format::Rst => vec![change(block, format!("{indent}.. {order}\n\n"))],
    }
}

/// The line of some words, without what ends it.
fn line(text: &str, words: Span) -> Span {
    let start = text[..words.start()].rfind('\n').map_or(0, |at| at + 1);
    let end = text[words.end()..].find(['\r', '\n']).map_or(text.len(), |at| words.end() + at);
    Span::new(start, end)
}

/// Where the lines begin that follow one another without an empty one, up to `line`.
fn block(text: &str, line: Span) -> usize {
    let mut start = line.start();
    while let Some(before) = text[..start].strip_suffix('\n') {
        let above = before.rfind('\n').map_or(0, |at| at + 1);
        if text[above..start].trim().is_empty() {
            break;
        }
        start = above;
    }
    start
}

/// Whether the article with a change has one finding less, and no new one.
fn holds(page: &Page<'_>, finding: &Finding, change: &Change) -> bool {
    let old = &page.article.text;
    let text = [&old[..change.span.start()], &change.text, &old[change.span.end()..]].concat();
    let changed = Article { text, ..page.article.clone() };
    let key = |article: &Article, one: &Finding| {
        (one.code, finding::name(one).to_owned(), one.span.of(&article.text).to_owned())
    };
    let mut left: Vec<_> =
        page.checker.findings(page.article).iter().map(|one| key(page.article, one)).collect();
    let own = key(page.article, finding);
    let Some(at) = left.iter().position(|one| *one == own) else { return false };
    left.remove(at);
    let after: Vec<_> = page.checker.findings(&changed).iter().map(|one| key(&changed, one)).collect();
    // Others on the same line may be silenced with it.
    after.len() <= left.len() && after.iter().all(|one| left.contains(one))
}
