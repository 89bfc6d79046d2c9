//! Findings for the tests of the formats.

use crate::code::Code;
use crate::diagnostic::Card;
use crate::diagnostic::Checkable;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Linted;
use crate::diagnostic::Sort;
use crate::diagnostic::Standing;
use crate::document::map::Field;
use crate::report::Style;
use crate::report::extract::ArticleView;
use crate::report::extract::ClaimView;
use crate::report::extract::QuoteView;
use crate::report::extract::ValueView;
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
    Linted::new(article, vec![finding(Span::new(start, start + words.len()), sentence)])
}

/// A finding about the number of members of a bloc.
pub fn finding(span: Span, sentence: Span) -> Diagnostic {
    Diagnostic {
        code: Code::Fact,
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
        related: Vec::new(),
        fix: None,
        suppressed: None,
        fingerprint: String::new(),
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

/// An article without a finding: a number that is covered, one that is set aside, and a share nobody vouches for.
pub fn covered() -> Linted {
    let text = "It has 32 members, of whom Orla said 31 met and 40 percent left.";
    let span = |words: &str| {
        let start = text.find(words).unwrap();
        Span::new(start, start + words.len())
    };
    let one = |sort, words, standing| Checkable { sort, field: Field::Text, span: span(words), standing };
    let set_aside =
        Standing::SetAside { fact: None, why: "said by somebody else".to_owned(), cue: Some(span("said")) };
    let article = Article { path: "in/b.txt".into(), text: text.to_owned(), ..Article::default() };
    Linted {
        article,
        findings: Vec::new(),
        checkables: vec![
            one(Sort::Number, "32 members", Standing::Covered { fact: Arc::new(card()), verdict: "agrees" }),
            one(Sort::Number, "31", set_aside),
            one(Sort::Percent, "40 percent", Standing::Unvouched),
        ],
    }
}

/// An article of two values and a claim, with its text.
pub fn extracted() -> (ArticleView, &'static str) {
    let text = "The 31-member bloc met for about two hours, Orla said.\n";
    let claim = ClaimView {
        fact: "bloc-members".to_owned(),
        span: Span::new(4, 13),
        text: "31-member".to_owned(),
        value: Some("31".to_owned()),
        status: "attributed".to_owned(),
        cue: Some("said".to_owned()),
        cue_span: Some(Span::new(49, 53)),
        cue_group: Some("say.verb".to_owned()),
        as_of: Some("2026-03-04".to_owned()),
        verdict: "contradicts".to_owned(),
        reason: Some("the bloc has 32 members".to_owned()),
    };
    let view = ArticleView {
        path: "in/a.jsonl".to_owned(),
        article: Some("row-1".to_owned()),
        date: Some("2026-03-04".to_owned()),
        sentences: vec![Span::new(0, 54)],
        values: vec![
            ValueView::new(text, Span::new(4, 13), "count"),
            ValueView::new(text, Span::new(27, 42), "duration"),
        ],
        quotes: vec![QuoteView { span: Span::at(0), text: String::new(), speaker: None }],
        claims: vec![claim],
    };
    (view, text)
}
