//! The sentences of an article that state a fact, as an example of it.

use crate::document::Document;
use crate::span::Span;
use jiff::civil::Date;

/// How many sentences an example may have.
const MOST: usize = 6;

/// Some sentences with the words that state the value.
#[derive(Clone, Debug)]
pub(super) struct Excerpt {
    /// The sentences, a space between two.
    pub(super) text: String,
    /// The words in it.
    pub(super) at: Span,
    /// The day of the article.
    pub(super) date: Option<Date>,
    /// The same sentences in the article, with the one before and the one behind.
    pub(super) around: Span,
}

/// The sentences from the one at `first` to that of `words`; none where they are too many, or hold the marks of
/// examples.
pub(super) fn of(document: &Document<'_>, first: usize, words: Span) -> Option<Excerpt> {
    let last = document.sentence_at(words.end().saturating_sub(1));
    let own = document.sentence_at(words.start());
    let first = first.min(own);
    if last - first >= MOST {
        return None;
    }
    let sentences = document.sentences();
    let outer = [first.saturating_sub(1), (last + 1).min(sentences.len() - 1)];
    let around = sentences[outer[0]].span.join(sentences[outer[1]].span);
    let mut text = String::new();
    let mut at = None;
    for (index, sentence) in sentences.iter().enumerate().take(last + 1).skip(first) {
        let gap = if text.is_empty() { "" } else { " " };
        text.push_str(gap);
        if index == own {
            at = Some(text.len() + words.start() - sentence.span.start());
        }
        text.push_str(document.slice(sentence.span));
    }
    // A line break counts as a space, and is one byte as well.
    let text = text.replace(['\n', '\r', '\t'], " ");
    let at = at?;
    let is_whole = own == last;
    let end = if is_whole { at + words.len() } else { text.len() };
    let is_plain = !text.contains(['«', '»']);
    is_plain.then_some(Excerpt { text, at: Span::new(at, end), date: document.date(), around })
}

impl Excerpt {
    /// The sentences with other words in place of those at `span`, marked as wrong.
    pub(super) fn marked(&self, span: Span, other: &str, marked: Span) -> String {
        let changed = self.changed(span, other);
        let (start, end) = (marked.start(), marked.end());
        format!("{}«{}»{}", &changed[..start], &changed[start..end], &changed[end..])
    }

    /// The sentences with other words in place of those at `span`.
    pub(super) fn changed(&self, span: Span, other: &str) -> String {
        format!("{}{other}{}", &self.text[..span.start()], &self.text[span.end()..])
    }
}
