//! An article, cut up: blocks, sentences, tokens, quotations. Never fails.
//!
//! A document is one text: the headline, if there is one, then the body. Every later step points
//! into that text; [`Document::place`] leads back to the bytes that were read. Sentences are split
//! when they are first asked for and tokens when their sentence is, so an article without an anchor
//! costs nothing here.

pub mod block;
pub mod dateline;
pub mod map;
pub mod quotation;
pub mod sentence;

use crate::document::block::Block;
use crate::document::block::Role;
use crate::document::map::Field;
use crate::document::map::OffsetMap;
use crate::document::map::Place;
use crate::document::quotation::Quotation;
use crate::document::sentence::Sentence;
use crate::source::Article;
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
    /// An article that was read; `date` and then its own date line go before `default`.
    pub fn of(article: &'a Article, date: Option<Date>, default: Option<Date>) -> Document<'a> {
        let date = date.or_else(|| dateline::find(&article.text)).or(default);
        match &article.title {
            Some(title) => Document::titled(title, &article.text, date),
            None => Document::plain(&article.text, date),
        }
    }

    /// Plain text without a headline.
    pub fn plain(text: &'a str, date: Option<Date>) -> Document<'a> {
        let map = OffsetMap::identity(Field::Text, text.len());
        let blocks = block::split(text, Span::new(0, text.len()));
        Document::new(Cow::Borrowed(text), blocks, map, date)
    }

    /// Plain text under a headline, which is read before it.
    pub fn titled(title: &str, body: &str, date: Option<Date>) -> Document<'a> {
        let text = format!("{title}\n\n{body}");
        let body_at = title.len() + 2;
        let mut map = OffsetMap::identity(Field::Title, title.len());
        map.push(Field::Text, body_at, 0, body.len());
        let mut blocks = vec![Block { span: Span::new(0, title.len()), role: Role::Title }];
        blocks.extend(block::split(&text, Span::new(body_at, text.len())));
        Document::new(Cow::Owned(text), blocks, map, date)
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
