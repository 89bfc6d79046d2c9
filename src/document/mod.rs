//! An article, cut up: blocks, sentences, tokens, quotations. Never fails.
//!
//! A document is one text: the headline, if there is one, then the body. Markup is taken out and
//! odd characters are made plain, so later steps see words only; every span of theirs points into
//! that text, and [`Document::place`] leads back to the bytes that were read. Sentences are split
//! when they are first asked for and tokens when their sentence is, so an article without an anchor
//! costs nothing here.

pub mod block;
pub mod dateline;
pub mod element;
pub mod front_matter;
pub mod html;
pub mod map;
pub mod markdown;
pub mod plain;
pub mod prose;
pub mod quotation;
#[cfg(test)]
mod sample;
pub mod sentence;
pub mod tag;
pub mod typography;

use crate::document::block::Block;
use crate::document::block::Role;
use crate::document::map::Field;
use crate::document::map::OffsetMap;
use crate::document::map::Place;
use crate::document::prose::Parts;
use crate::document::prose::Prose;
use crate::document::quotation::Quotation;
use crate::document::sentence::Sentence;
use crate::source::Article;
use crate::source::Format;
use crate::span::Span;
use jiff::civil::Date;
use std::borrow::Cow;
use std::cell::OnceCell;

/// An article, ready to be read.
pub struct Document<'a> {
    /// The prose, markup removed; all spans of later steps point into it.
    pub text: Cow<'a, str>,
    /// The paragraphs, headings and list items, in order, without gaps that hold words.
    pub blocks: Vec<Block>,
    /// The day the article speaks on.
    pub date: Option<Date>,
    map: OffsetMap,
    sentences: OnceCell<Vec<Sentence>>,
    quotations: OnceCell<Vec<Quotation>>,
}

impl<'a> Document<'a> {
    /// An article that was read; `date` and then its own date go before `default`.
    pub fn of(article: &'a Article, date: Option<Date>, default: Option<Date>) -> Document<'a> {
        if article.format == Format::Text && article.title.is_none() {
            let date = date.or_else(|| dateline::find(&article.text));
            return Document::plain(&article.text, date.or(default));
        }
        let (parts, own) = read(article.title.as_deref(), &article.text, article.format);
        // Line breaks inside a paragraph of plain text may set a date apart, and are spaces in the prose.
        let head = if article.format == Format::Text { &article.text } else { &parts.text };
        let date = date.or(own).or_else(|| dateline::find(head)).or(default);
        Document::new(Cow::Owned(parts.text), parts.blocks, parts.map, date)
    }

    /// Plain text without a headline.
    pub fn plain(text: &'a str, date: Option<Date>) -> Document<'a> {
        if let Some((blocks, map)) = plain::as_it_stands(text) {
            return Document::new(Cow::Borrowed(text), blocks, map, date);
        }
        let parts = plain::parts(text);
        Document::new(Cow::Owned(parts.text), parts.blocks, parts.map, date)
    }

    /// Plain text under a headline, which is read before it.
    pub fn titled(title: &str, body: &str, date: Option<Date>) -> Document<'static> {
        let (parts, _) = read(Some(title), body, Format::Text);
        Document::new(Cow::Owned(parts.text), parts.blocks, parts.map, date)
    }

    fn new(text: Cow<'a, str>, blocks: Vec<Block>, map: OffsetMap, date: Option<Date>) -> Self {
        Document { text, blocks, date, map, sentences: OnceCell::new(), quotations: OnceCell::new() }
    }

    /// The sentences in order; none crosses a block.
    pub fn sentences(&self) -> &[Sentence] {
        self.sentences.get_or_init(|| {
            let blocks = self.blocks.iter().enumerate();
            blocks.flat_map(|(at, block)| sentence::split(&self.text, block.span, at)).collect()
        })
    }

    /// The index of the sentence that holds the byte `at`, or of the last one before it.
    pub fn sentence_at(&self, at: usize) -> usize {
        self.sentences().partition_point(|s| s.span.start() <= at).saturating_sub(1)
    }

    /// The quotations in order of their opening marks.
    pub fn quotations(&self) -> &[Quotation] {
        self.quotations.get_or_init(|| quotation::find(&self.text, &self.blocks))
    }

    /// The words at `span`.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// Where the words at `span` stand in what was read.
    pub fn place(&self, span: Span) -> Place {
        self.map.place(span)
    }
}

/// The prose of a headline and a text, with the day that the markup of the text names.
fn read(title: Option<&str>, text: &str, format: Format) -> (Parts, Option<Date>) {
    let mut prose = Prose::new(Field::Title, title.unwrap_or_default());
    if let Some(title) = title {
        prose.copy(Span::new(0, title.len()));
        prose.end(Role::Title);
    }
    prose.turn_to(Field::Text, text);
    let date = match format {
        Format::Text => {
            plain::read(text, &mut prose);
            None
        }
        Format::Markdown => markdown::read(text, &mut prose),
        Format::Html => html::read(text, &mut prose),
    };
    (prose.finish(), date)
}
