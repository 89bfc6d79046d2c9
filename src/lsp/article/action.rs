//! What can be done about findings: put in the truth, everywhere if it is safe, or say why it may stay.

use crate::document::map::Field;
use crate::lint::mend::apply::Allow;
use crate::lsp::article::Page;
use crate::lsp::article::diagnostics;
use crate::lsp::article::diagnostics::Finding;
use crate::lsp::client::FIX_ALL;
use crate::report::finding;
use crate::report::visible;
use crate::source::Article;
use crate::source::Format;
use crate::span::Span;
use gen_lsp_types::CodeAction;
use gen_lsp_types::CodeActionContext;
use gen_lsp_types::CodeActionKind;
use gen_lsp_types::OptionalVersionedTextDocumentIdentifier;
use gen_lsp_types::Range;
use gen_lsp_types::TextDocumentEdit;
use gen_lsp_types::TextDocumentIdentifier;
use gen_lsp_types::TextEdit;
use gen_lsp_types::WorkspaceEdit;
use std::collections::HashMap;

/// What stands in for the reason of a new directive.
const REASON: &str = "say why this is right";

/// Words to put in at a place of the article.
struct Change {
    span: Span,
    text: String,
}

/// What can be done about the findings that a range touches.
pub fn all(page: &Page<'_>, range: Range, context: &CodeActionContext) -> Vec<CodeAction> {
    let wanted = |kind: &str| is_wanted(context.only.as_deref(), kind);
    let mut actions = Vec::new();
    if wanted("quickfix") {
        let span = page.span(range);
        let findings = page.desk.findings(page.article);
        let touched = findings.iter().filter(|finding| touches(finding.span, span));
        actions.extend(touched.flat_map(|finding| about(page, finding)));
    }
    if wanted(FIX_ALL) {
        actions.extend(everywhere(page));
    }
    actions
}

/// Whether a client that asks for some kinds wants this one; `source` asks for `source.fixAll` too.
fn is_wanted(only: Option<&[CodeActionKind]>, kind: &str) -> bool {
    only.is_none_or(|only| {
        only.iter().map(|only| String::from(only.clone())).any(|only| {
            only.is_empty()
                || kind == only
                || kind.strip_prefix(&only).is_some_and(|rest| rest.starts_with('.'))
        })
    })
}

fn touches(words: Span, range: Span) -> bool {
    words.start() <= range.end() && range.start() <= words.end()
}

fn about(page: &Page<'_>, finding: &Finding) -> Vec<CodeAction> {
    let shown = diagnostics::one(page, finding);
    let action = |title: String, is_preferred: bool, change: Change| CodeAction {
        title,
        kind: Some(CodeActionKind::QuickFix),
        diagnostics: Some(vec![shown.clone()]),
        is_preferred: Some(is_preferred),
        edit: Some(edit(page, change)),
        ..CodeAction::default()
    };
    let fix = finding.fix.as_ref().filter(|_| finding.field == Field::Text).map(|fix| {
        let title = format!("Write “{}”", visible::line(&fix.text));
        action(title, fix.is_safe, Change { span: fix.span, text: fix.text.clone() })
    });
    let ignored = ignored(page, finding).map(|change| {
        action(format!("Leave it, and say why (factlint-ignore {})", finding::name(finding)), false, change)
    });
    fix.into_iter().chain(ignored).collect()
}

/// All safe fixes of the article, where there is one.
fn everywhere(page: &Page<'_>) -> Option<CodeAction> {
    let mended = page.desk.linter.mend(page.article, Allow::Safe)?;
    Some(CodeAction {
        title: "Write the true value in all places where that is safe".to_owned(),
        kind: Some(FIX_ALL.to_owned().into()),
        edit: Some(edit(page, difference(&page.article.text, &mended.article.text))),
        ..CodeAction::default()
    })
}

/// The one change that makes `new` of `old`: what they share at both ends stays.
fn difference(old: &str, new: &str) -> Change {
    let ahead = old.chars().zip(new.chars()).take_while(|(one, other)| one == other);
    let start: usize = ahead.map(|(letter, _)| letter.len_utf8()).sum();
    let (old_rest, new_rest) = (&old[start..], &new[start..]);
    let behind = old_rest.chars().rev().zip(new_rest.chars().rev()).take_while(|(one, other)| one == other);
    let end: usize = behind.map(|(letter, _)| letter.len_utf8()).sum();
    Change { span: Span::new(start, old.len() - end), text: new_rest[..new_rest.len() - end].to_owned() }
}

fn edit(page: &Page<'_>, change: Change) -> WorkspaceEdit {
    let edit = TextEdit { range: page.range(change.span), new_text: change.text };
    let uri = page.document.uri.clone();
    if !page.client.knows_versions {
        return WorkspaceEdit {
            changes: Some(HashMap::from([(uri, vec![edit])])),
            ..WorkspaceEdit::default()
        };
    }
    let text_document = OptionalVersionedTextDocumentIdentifier {
        version: Some(page.document.version),
        text_document_identifier: TextDocumentIdentifier { uri },
    };
    let edit = TextDocumentEdit { text_document, edits: vec![edit.into()] };
    WorkspaceEdit { document_changes: Some(vec![edit.into()]), ..WorkspaceEdit::default() }
}

/// A comment that silences a finding; of those that could, the first that does.
fn ignored(page: &Page<'_>, finding: &Finding) -> Option<Change> {
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
        page.desk.findings(page.article).iter().map(|one| key(page.article, one)).collect();
    let own = key(page.article, finding);
    let Some(at) = left.iter().position(|one| *one == own) else { return false };
    left.remove(at);
    let after: Vec<_> = page.desk.findings(&changed).iter().map(|one| key(&changed, one)).collect();
    // Others on the same line may be silenced with it.
    after.len() <= left.len() && after.iter().all(|one| left.contains(one))
}

#[cfg(test)]
mod tests {
    use super::difference;
    use super::is_wanted;
    use gen_lsp_types::CodeActionKind;

    #[test]
    fn what_stays_is_no_part_of_the_change() {
        let change = difference("It has é14 clubs, 14.", "It has é12 clubs, 12.");
        assert_eq!(
            (change.span.of("It has é14 clubs, 14."), change.text.as_str()),
            ("4 clubs, 14", "2 clubs, 12")
        );
        assert!(difference("aa", "aaa").span.is_empty());
    }

    #[test]
    fn a_kind_is_wanted_by_its_family() {
        let only = |kind: &str| Some(vec![CodeActionKind::from(kind.to_owned())]);
        assert!(is_wanted(None, "quickfix"));
        assert!(is_wanted(only("source.fixAll").as_deref(), "source.fixAll.factlint"));
        assert!(!is_wanted(only("source.fix").as_deref(), "source.fixAll.factlint"));
        assert!(!is_wanted(only("refactor").as_deref(), "quickfix"));
    }
}
