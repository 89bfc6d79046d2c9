//! An article, cut up: blocks, sentences, tokens, quotations. Never fails.
//!
//! A document is one text: the headline, if there is one, then the body. Markup is taken out and
//! odd characters are made plain, so later steps see words only; every span of theirs points into
//! that text, and [`Document::place`] leads back to the bytes that were read. Sentences are split
//! when they are first asked for, tokens when their sentence is and values when somebody wants them,
//! so what nobody asks for costs nothing and no sentence is read twice.

pub mod abbreviation;
pub mod agency;
pub mod asciidoc;
pub mod block;
pub mod dateline;
pub mod directive;
pub mod element;
pub mod figures;
pub mod front_matter;
pub mod hidden;
pub mod html;
pub mod language;
pub mod lines;
pub mod map;
pub mod markdown;
pub mod mdx;
pub mod passage;
pub mod plain;
pub mod prose;
pub mod quotation;
pub mod reach;
pub mod rst;
#[cfg(test)]
mod sample;
pub mod sentence;
pub mod tag;
pub mod typography;
pub mod written_day;

use crate::document::block::Block;
use crate::document::block::Role;
use crate::document::directive::Directive;
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
use crate::value::Value;
use jiff::civil::Date;
use std::borrow::Cow;
use std::cell::OnceCell;

/// An article, ready to be read.
pub struct Document<'a> {
    /// The prose, markup removed; all spans of later steps point into it.
    pub text: Cow<'a, str>,
    /// The paragraphs, headings and list items, in order, without gaps that hold words.
    pub blocks: Vec<Block>,
    /// What its author tells factlint, in the order of the text.
    pub directives: Vec<Directive>,
    /// How what was read is marked up.
    pub format: Format,
    map: OffsetMap,
    date: OnceCell<Option<Date>>,
    dateline: Dateline<'a>,
    sentences: OnceCell<Vec<Sentence>>,
    quotations: OnceCell<Vec<Quotation>>,
}

/// Where a date is looked for that nothing else tells.
#[derive(Clone, Copy, Default)]
struct Dateline<'a> {
    /// The article before its line breaks became spaces, which may set a date apart; else the prose.
    head: Option<&'a str>,
    /// The day where there is none.
    default: Option<Date>,
}

impl<'a> Document<'a> {
    /// An article that was read. It speaks on the day `as_of`, else on the one that a directive names,
    /// else on its own, else on `default`.
    pub fn of(article: &'a Article, as_of: Option<Date>, default: Option<Date>) -> Document<'a> {
        let head = (article.format == Format::Text).then_some(article.text.as_str());
        let dateline = Dateline { head, default };
        if article.format == Format::Text && article.title.is_none() {
            let document = Document::text(&article.text);
            return Document { date: known(as_of.or(article.date)), dateline, ..document };
        }
        let (parts, own) = read(article.title.as_deref(), &article.text, article.format);
        let named = as_of.or_else(|| directive::as_of(&parts.directives)).or(article.date);
        Document { format: article.format, date: known(named.or(own)), dateline, ..Document::made_of(parts) }
    }

    /// Plain text without a headline.
    pub fn plain(text: &'a str, date: Option<Date>) -> Document<'a> {
        Document { date: OnceCell::from(date), ..Document::text(text) }
    }

    fn text(text: &'a str) -> Document<'a> {
        match plain::as_it_stands(text) {
            Ok((blocks, map)) => Document::new(Cow::Borrowed(text), blocks, map),
            Err(parts) => Document::made_of(parts),
        }
    }

    /// Plain text under a headline, which is read before it.
    pub fn titled(title: &str, body: &str, date: Option<Date>) -> Document<'static> {
        let (parts, _) = read(Some(title), body, Format::Text);
        Document { date: OnceCell::from(date), ..Document::made_of(parts) }
    }

    fn made_of(parts: Parts) -> Document<'a> {
        let document = Document::new(Cow::Owned(parts.text), parts.blocks, parts.map);
        Document { directives: parts.directives, ..document }
    }

    fn new(text: Cow<'a, str>, blocks: Vec<Block>, map: OffsetMap) -> Self {
        Document {
            text,
            blocks,
            directives: Vec::new(),
            format: Format::Text,
            map,
            date: OnceCell::new(),
            dateline: Dateline::default(),
            sentences: OnceCell::new(),
            quotations: OnceCell::new(),
        }
    }

    /// The day the article speaks on, looked for in its first lines when somebody first asks.
    pub fn date(&self) -> Option<Date> {
        let Dateline { head, default } = self.dateline;
        *self.date.get_or_init(|| dateline::find(head.unwrap_or(&self.text)).or(default))
    }

    /// The sentences in order; none crosses a block.
    pub fn sentences(&self) -> &[Sentence] {
        self.sentences.get_or_init(|| sentence::split(&self.text, &self.blocks))
    }

    /// The sentences of one block, cut for this question alone; most blocks hold nothing that is read.
    pub fn sentences_of(&self, block: &Block) -> Vec<Span> {
        sentence::spans(&self.text, block.span)
    }

    /// The sentences that hold one of some bytes, which are in order; in order, each once.
    pub fn holding(&self, places: impl IntoIterator<Item = usize>) -> Vec<&Sentence> {
        let sentences = places.into_iter().filter_map(|at| {
            let sentence = self.sentences().get(self.sentence_at(at))?;
            sentence.span.contains(Span::at(at)).then_some(sentence)
        });
        let mut found: Vec<&Sentence> = sentences.collect();
        found.dedup_by_key(|sentence| sentence.span);
        found
    }

    /// The index of the sentence that holds the byte `at`, or of the last one before it.
    pub fn sentence_at(&self, at: usize) -> usize {
        self.sentences().partition_point(|s| s.span.start() <= at).saturating_sub(1)
    }

    /// The values of one of its sentences, read when somebody first asks for them.
    pub fn values<'s>(&self, sentence: &'s Sentence) -> &'s [Value] {
        sentence.values(&self.text, || self.date())
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

    /// The same, if the words at `span` stand there byte for byte, without markup between them.
    pub fn copied(&self, span: Span) -> Option<Place> {
        self.map.copied(span)
    }
}

/// A day, where it is known.
fn known(day: Option<Date>) -> OnceCell<Option<Date>> {
    day.map_or_else(OnceCell::new, |day| OnceCell::from(Some(day)))
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
        Format::Rst => rst::read(text, &mut prose),
        Format::AsciiDoc => asciidoc::read(text, &mut prose),
    };
    (prose.finish(), date)
}

#[cfg(test)]
mod tests {
    use super::Document;
    use crate::document::map::Field;
    use crate::document::sample;
    use crate::source::Article;
    use crate::source::Format;
    use crate::span::Span;
    use proptest::prelude::any;
    use proptest::prelude::prop_oneof;
    use proptest::prelude::proptest;
    use proptest::strategy::Strategy;
    use std::time::Duration;
    use std::time::Instant;

    const FORMATS: [Format; 5] =
        [Format::Text, Format::Markdown, Format::Html, Format::Rst, Format::AsciiDoc];

    /// Pieces of markup, well made and not, with characters of one to four bytes.
    fn markup() -> impl Strategy<Value = String> {
        let pieces = "\\PC{0,4}|31|member|é|😀|[ \t\r\n*_`~#>|<&;()!\\[\\]\"'=+-]{1,4}|\u{ad}|\u{a0}|\u{301}|ﬁ|３\
                      |&amp;|&#45;|&nbsp|\\*\\*|\n\n|---\n|title: |\n> |\n- |\n\\| a \\| b \\|\n\\|-\\|-\\|\n|\\]\\(|!\\[|<b>|</b>\
                      |<!--|-->|<p>|<br>|<code>|</code>|<title>|<script>|<img alt='|\\[\\^1\\]: |```\n";
        proptest::collection::vec(prop_oneof![3 => pieces, 1 => any::<String>()], 0..24)
            .prop_map(|pieces| pieces.concat())
    }

    /// Checks that every sentence, word and block leads back to whole characters, in order.
    fn check_places(article: &Article) {
        let document = Document::of(article, None, None);
        let mut with_sentences: Vec<usize> = document.sentences().iter().map(|it| it.block).collect();
        with_sentences.dedup();
        assert!(with_sentences.into_iter().eq(0..document.blocks.len()), "{:?}", document.blocks);
        let mut last = 0;
        for sentence in document.sentences() {
            let place = document.place(sentence.span);
            assert!(article.text.get(place.span.start()..place.span.end()).is_some(), "{place:?}");
            assert!(place.span.start() >= last, "{place:?}");
            for token in sentence.tokens(&document.text) {
                let token = document.place(token.span).span;
                assert!(article.text.get(token.start()..token.end()).is_some(), "{token:?}");
                // A mark between cells was written by nobody, and stands nowhere.
                assert!(token.is_empty() || place.span.contains(token), "{token:?} in {place:?}");
                last = token.start();
            }
        }
        document.quotations();
    }

    proptest! {
        #[test]
        fn any_text_in_any_format_leads_back_to_its_characters(text in markup()) {
            for format in FORMATS {
                check_places(&sample::article(format, &text));
            }
        }

        #[test]
        fn plain_text_stands_where_it_is_read(text in "([ -~\n]|“|é){0,200}") {
            let document = Document::plain(&text, None);
            for block in &document.blocks {
                let raw = document.place(block.span).span.of(&text).split_whitespace();
                assert!(document.slice(block.span).split_whitespace().eq(raw));
            }
        }
    }

    #[test]
    fn a_headline_has_places_of_its_own() {
        let article = Article {
            title: Some("A\u{a0}bloc".to_owned()),
            text: "<p>of <b>31</b>".to_owned(),
            format: Format::Html,
            ..Article::default()
        };
        let document = Document::of(&article, None, None);
        assert_eq!(document.text, "A bloc\n\nof 31");
        let place = document.place(Span::new(0, 6));
        assert_eq!((place.field, place.span.of("A\u{a0}bloc")), (Field::Title, "A\u{a0}bloc"));
        let place = document.place(Span::new(8, 13));
        assert_eq!((place.field, place.span.of(&article.text)), (Field::Text, "of <b>31"));
    }

    /// Checks that reading takes well under the time that anything worse than linear would take.
    #[track_caller]
    fn check_quick(text: &str) {
        for format in FORMATS {
            let started = Instant::now();
            check_places(&sample::article(format, text));
            let taken = started.elapsed();
            assert!(taken < Duration::from_secs(60), "{format:?} took {taken:?} for {:.20}", text);
        }
    }

    #[test]
    fn depth_costs_nothing() {
        const DEPTH: usize = 10_000;
        for (open, close) in [
            ("> ", ""),
            ("- ", ""),
            ("<div>", "</div>"),
            ("<b>", ""),
            ("*a ", "b*"),
            ("[", "](b)"),
            ("![", "](b)"),
            ("<blockquote>", ""),
            ("\"", "\""),
            ("<code>", ""),
            ("1. ", ""),
            ("`", ""),
            ("[^", "]"),
            ("&", ";"),
        ] {
            check_quick(&[open.repeat(DEPTH).as_str(), "words", &close.repeat(DEPTH)].concat());
        }
    }

    #[test]
    fn a_long_run_of_marks_is_read() {
        const MARKS: &[&str] = &[
            "`", "``", "*", "**", "_", "#", "+", "&", "& ", ": ", ":`", "[", "[[", "<<", "<", "{", "|", "| ",
            "\\", "=", "-", "\"`", ".. ", "http://", "footnote:[", "* ", ":a: ", "a::", "_ ", "{/*", "^",
            "~", "(", "]", "\n|", "\n..\n",
        ];
        for mark in MARKS {
            check_quick(&mark.repeat(100_000 / mark.len()));
        }
    }

    #[test]
    fn a_long_line_is_read() {
        check_quick(&"The **bloc** has <b>31</b>&nbsp;members now, ".repeat(4 << 20 >> 5));
    }
}
