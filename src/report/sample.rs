//! Findings for the tests of the formats.

use crate::diagnostic::Card;
use crate::diagnostic::Diagnostic;
use crate::document::map::Field;
use crate::lint::Linted;
use crate::report::Style;
use crate::severity::Severity;
use crate::source::Article;
use crate::span::Span;
use std::sync::Arc;

/// No colour, 80 columns.
pub const PLAIN: Style = Style { color: false, unicode: true, width: 80, links: false };

/// An article in which `words` are found fault with; the sentence is the whole text.
pub fn linted(text: &str, words: &str) -> Linted {
    let start = text.find(words).unwrap();
    let article = Article { path: "in/a.txt".into(), text: text.to_owned(), ..Article::default() };
    let start_of_sentence = text.len() - text.trim_start().len();
    let sentence = Span::new(start_of_sentence, text.trim_end().len());
    Linted { article, findings: vec![finding(Span::new(start, start + words.len()), sentence)] }
}

/// A finding about the number of members of a bloc.
pub fn finding(span: Span, sentence: Span) -> Diagnostic {
    Diagnostic {
        code: "fact",
        fact: Some(Arc::new(card())),
        severity: Severity::Error,
        verdict: "contradicts",
        status: Some("asserted"),
        message: "the bloc has 32 members; this says 31".to_owned(),
        help: Some("it had 31 until 7 March 2024".to_owned()),
        field: Field::Text,
        span,
        observed: Some("31".to_owned()),
        expected: Some("32".to_owned()),
        as_of: Some("2026-03-04".to_owned()),
        sentence,
        labels: Vec::new(),
        fix: None,
    }
}

fn card() -> Card {
    Card {
        id: "bloc-members".to_owned(),
        says: "The bloc has had 32 members since 7 March 2024.".to_owned(),
        source: Some("Members of the bloc, https://example.org/members, read on 2026-03-01".to_owned()),
        path: "rules/bloc.toml".to_owned(),
        line: 12,
    }
}
