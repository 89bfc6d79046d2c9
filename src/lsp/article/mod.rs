//! What the server says of articles: one file a question.

pub mod action;
pub mod definition;
pub mod diagnostics;
pub mod hover;
mod leave;

use crate::checker::Checker;
use crate::fact::Fact;
use crate::lint::claims::Told;
use crate::lsp::address;
use crate::lsp::client::Client;
use crate::lsp::document::Document;
use crate::lsp::project::Ground;
use crate::source::Article;
use crate::span::Span;
use gen_lsp_types::Location;
use gen_lsp_types::Position;
use gen_lsp_types::Range;

/// An article in its document, beside the project it belongs to.
#[derive(Clone, Copy)]
pub struct Page<'p> {
    /// The document.
    pub document: &'p Document,
    /// The article.
    pub article: &'p Article,
    /// The project.
    pub ground: &'p Ground,
    /// The engine.
    pub checker: &'p Checker<'p>,
    /// Who reads it.
    pub client: Client,
}

impl Page<'_> {
    /// Where some words of the article stand.
    pub fn range(&self, span: Span) -> Range {
        self.document.text.range(span.shift(self.article.text_at))
    }

    /// The words of the article at a range of the document.
    pub fn span(&self, range: Range) -> Span {
        let span = self.document.text.span(range);
        let at = self.article.text_at;
        Span::new(span.start().saturating_sub(at), span.end().saturating_sub(at))
    }

    /// What the article says of facts with the words at a position, the fewest words first.
    fn claims_at(&self, position: Position) -> Vec<Told> {
        let at = self.span(Range { start: position, end: position });
        let is_there = |told: &Told| told.place.span.contains(at);
        let mut claims: Vec<Told> =
            self.checker.linter.claims(self.article).into_iter().filter(is_there).collect();
        claims.sort_by_key(|told| told.place.span.len());
        claims
    }
}

/// Where a fact is declared.
pub fn declared(ground: &Ground, fact: &Fact) -> Option<Location> {
    let file = ground.rules.files.get(fact.place.file)?;
    let line = u32::try_from(file.line_of(fact.place.span.start()).0).unwrap_or(u32::MAX).saturating_sub(1);
    // A header is written in ASCII, and a whole table in braces is only pointed at.
    let head = fact.place.span.of(&file.text).lines().next().unwrap_or_default();
    let length = if head.is_ascii() && head.starts_with('[') { head.len() } else { 0 };
    let character = u32::try_from(length).unwrap_or_default();
    let range = Range { start: Position { line, character: 0 }, end: Position { line, character } };
    Some(Location { uri: address::uri(&file.path), range })
}
