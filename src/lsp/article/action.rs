//! What can be done about findings: put in the truth, everywhere if it is safe, or say why it may stay.

use crate::document::map::Field;
use crate::lint::mend::apply::Allow;
use crate::lsp::article::Page;
use crate::lsp::article::diagnostics;
use crate::lsp::article::diagnostics::Finding;
use crate::lsp::article::leave;
use crate::lsp::client::Client;
use crate::lsp::client::FIX_ALL;
use crate::report::finding;
use crate::report::visible;
use crate::span::Span;
use gen_lsp_types::CodeAction;
use gen_lsp_types::CodeActionContext;
use gen_lsp_types::CodeActionKind;
use gen_lsp_types::OptionalVersionedTextDocumentIdentifier;
use gen_lsp_types::Range;
use gen_lsp_types::TextDocumentEdit;
use gen_lsp_types::TextDocumentIdentifier;
use gen_lsp_types::TextEdit;
use gen_lsp_types::Uri;
use gen_lsp_types::WorkspaceEdit;
use std::collections::HashMap;

/// Words to put in at a place of the article.
pub struct Change {
    /// The words they stand in for.
    pub span: Span,
    /// The words.
    pub text: String,
}

/// What can be done about the findings that a range touches.
pub fn all(page: &Page<'_>, range: Range, context: &CodeActionContext) -> Vec<CodeAction> {
    let wanted = |kind: &str| is_wanted(context.only.as_deref(), kind);
    let mut actions = Vec::new();
    if wanted("quickfix") {
        let span = page.span(range);
        let findings = page.checker.findings(page.article);
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
    let action = |title: String, is_preferred: bool, edit: WorkspaceEdit| CodeAction {
        title,
        kind: Some(CodeActionKind::QuickFix),
        diagnostics: Some(vec![shown.clone()]),
        is_preferred: Some(is_preferred),
        edit: Some(edit),
        ..CodeAction::default()
    };
    let fix = finding.fix.as_ref().filter(|_| finding.field == Field::Text).map(|fix| {
        let change = Change { span: fix.span, text: fix.text.clone() };
        action(format!("Write “{}”", visible::line(&fix.text)), fix.is_safe, edit(page, change))
    });
    let name = finding::name(finding);
    let left = match leave::comment(page, finding) {
        Some(change) => Some((format!("factlint-ignore {name}"), edit(page, change))),
        None => leave::exemption(page, finding).map(|edit| (format!("[[ignore]] {name}"), edit)),
    };
    let left = left.map(|(how, edit)| action(format!("Leave it, and say why ({how})"), false, edit));
    fix.into_iter().chain(left).collect()
}

/// All safe fixes of the article, where there is one.
fn everywhere(page: &Page<'_>) -> Option<CodeAction> {
    let mended = page.checker.linter.mend(page.article, Allow::Safe)?;
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
    of_file(page.client, (page.document.uri.clone(), Some(page.document.version)), edit)
}

/// An edit of a file, for the version of it that was looked at where that is known.
pub fn of_file(client: Client, (uri, version): (Uri, Option<i32>), edit: TextEdit) -> WorkspaceEdit {
    if !client.knows_versions {
        return WorkspaceEdit {
            changes: Some(HashMap::from([(uri, vec![edit])])),
            ..WorkspaceEdit::default()
        };
    }
    let text_document = OptionalVersionedTextDocumentIdentifier {
        version,
        text_document_identifier: TextDocumentIdentifier { uri },
    };
    let edit = TextDocumentEdit { text_document, edits: vec![edit.into()] };
    WorkspaceEdit { document_changes: Some(vec![edit.into()]), ..WorkspaceEdit::default() }
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
