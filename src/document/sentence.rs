//! Where one sentence ends and the next begins.
//!
//! A stop ends a sentence when a new one can begin after it. Abbreviations, initials, a stop before
//! a lower-case word, and a closing quotation mark before a speech tag (`." said`) do not.

use crate::bits;
use crate::document::abbreviation;
use crate::document::block;
use crate::document::block::Block;
use crate::span::Span;
use crate::token;
use crate::token::Token;
use crate::value::Value;
use crate::value::read;
use jiff::civil::Date;
use std::cell::OnceCell;
use std::iter;

/// One sentence of a block.
#[derive(Debug)]
pub struct Sentence {
    /// Its bytes, without the space around it.
    pub span: Span,
    /// The index of the block it stands in.
    pub block: usize,
    tokens: OnceCell<Vec<Token>>,
    values: OnceCell<Vec<Value>>,
}

impl Sentence {
    /// Its tokens; `text` is the text of its document.
    pub fn tokens(&self, text: &str) -> &[Token] {
        self.tokens.get_or_init(|| token::split(text, self.span))
    }

    /// Its values, read once for all that ask; `today` gives the day its document speaks on.
    pub(super) fn values(&self, text: &str, today: impl Fn() -> Option<Date>) -> &[Value] {
        self.values.get_or_init(|| read::sentence_on(text, self.tokens(text), today))
    }
}

/// A sentence longer than this is no prose; it is cut at a space, so that the work on one is bounded.
const LONGEST: usize = 4000;

/// How many bytes a short sentence has.
const LIKELY: usize = 64;

/// Cuts the blocks of a text into sentences.
pub fn split(text: &str, blocks: &[Block]) -> Vec<Sentence> {
    let mut sentences = Vec::with_capacity(text.len() / LIKELY);
    let mut stops = bits::all(text.as_bytes(), is_stop).into_iter().map(|stop| stop as usize).peekable();
    for (index, block) in blocks.iter().enumerate() {
        let here = iter::from_fn(|| stops.next_if(|stop| *stop < block.span.end()));
        each(text, block.span, here, |span| {
            sentences.push(Sentence { span, block: index, tokens: OnceCell::new(), values: OnceCell::new() });
        });
    }
    sentences
}

/// Cuts one block of a text into sentences, and tells where they stand.
pub fn spans(text: &str, block: Span) -> Vec<Span> {
    let stops = bits::all(block.of(text).as_bytes(), is_stop);
    let mut spans = Vec::with_capacity(stops.len() + 1);
    each(text, block, stops.into_iter().map(|at| block.start() + at as usize), |span| spans.push(span));
    spans
}

/// Tells of each sentence of a block that has these stops.
fn each(text: &str, block: Span, stops: impl Iterator<Item = usize>, mut tell: impl FnMut(Span)) {
    let words = &text[..block.end()];
    let (mut start, mut from) = (block.start(), block.start());
    for stop in stops {
        if stop < from || goes_on(words, stop) {
            continue;
        }
        from = skip_closers(words, stop);
        if ends_sentence(words, stop, from) {
            push(words, Span::new(start, from), &mut tell);
            start = from;
        }
    }
    push(words, Span::new(start, words.len()), &mut tell);
}

fn is_stop(byte: u8) -> bool {
    (byte == b'.') | (byte == b'!') | (byte == b'?')
}

/// "1.5", "U.S", "x.org": most stops in the middle of something are followed by a letter or a digit.
fn goes_on(words: &str, stop: usize) -> bool {
    words.as_bytes().get(stop + 1).is_some_and(u8::is_ascii_alphanumeric)
}

/// Tells of a sentence, in parts if it is too long to be one.
fn push(words: &str, sentence: Span, tell: &mut impl FnMut(Span)) {
    if sentence.len() > LONGEST {
        return push_parts(words, sentence, tell);
    }
    let span = block::trim(words, sentence);
    if !span.is_empty() {
        tell(span);
    }
}

/// The same of what nobody writes.
#[cold]
fn push_parts(words: &str, sentence: Span, tell: &mut impl FnMut(Span)) {
    let mut rest = sentence;
    while rest.len() > LONGEST {
        let end = cut(words, rest.start(), rest.end());
        push(words, Span::new(rest.start(), end), tell);
        rest = Span::new(end, rest.end());
    }
    push(words, rest, tell);
}

/// The byte after the last space within [`LONGEST`], or where no space is, after that many bytes.
fn cut(words: &str, start: usize, end: usize) -> usize {
    let most = (start..=start + LONGEST).rev().find(|at| words.is_char_boundary(*at)).unwrap_or(end);
    words[start..most]
        .rfind(char::is_whitespace)
        .filter(|space| *space > 0)
        .map_or(most, |space| start + space)
}

/// The byte after the stops, quotation marks and brackets that close at `stop`.
fn skip_closers(words: &str, stop: usize) -> usize {
    // Most stops stand alone.
    if words.as_bytes().get(stop + 1) == Some(&b' ') {
        return stop + 1;
    }
    let is_closer =
        |c: char| matches!(c, '.' | '!' | '?' | '"' | '”' | '’' | '\'' | ')' | ']' | '»' | '*' | '_');
    words.len() - words[stop..].trim_start_matches(is_closer).len()
}

/// Whether the stop at `stop`, closed at `end`, ends a sentence.
fn ends_sentence(words: &str, stop: usize, end: usize) -> bool {
    let tail = &words[end..];
    // As after nearly every stop.
    if let [b' ', b'A'..=b'Z', ..] = tail.as_bytes() {
        return !is_inner(words, stop, &tail[1..]);
    }
    let next = tail.trim_start();
    if next.is_empty() || next.len() == tail.len() {
        return next.is_empty();
    }
    let opens = next.trim_start_matches(['"', '“', '‘', '\'', '(', '[', '«', '*', '_']);
    // A dash, a bullet or a bracket after a stop opens something new; a small letter goes on.
    opens.is_empty() || !opens.starts_with(char::is_lowercase) && !is_inner(words, stop, opens)
}

/// Whether `next` goes on after the stop at `stop`, as that belongs to an abbreviation.
fn is_inner(words: &str, stop: usize, next: &str) -> bool {
    words.as_bytes()[stop] == b'.' && abbreviation::goes_on(&words[..stop], next)
}

#[cfg(test)]
mod tests {
    use super::Sentence;
    use super::spans;
    use super::split;
    use crate::document::block::Block;
    use crate::document::block::Role;
    use crate::span::Span;

    fn cut(text: &str) -> Vec<Sentence> {
        split(text, &[Block { span: Span::new(0, text.len()), role: Role::Paragraph }])
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let sentences = cut(text);
        let found: Vec<_> = sentences.iter().map(|s| s.span.of(text)).collect();
        assert_eq!(found, expected);
        // A block that is cut alone is cut in the same way.
        let alone: Vec<_> = spans(text, Span::new(0, text.len())).iter().map(|span| span.of(text)).collect();
        assert_eq!(alone, expected);
    }

    #[test]
    fn a_stop_ends_a_sentence() {
        check("It rained. Was it cold? Yes!", &["It rained.", "Was it cold?", "Yes!"]);
    }

    #[test]
    fn titles_do_not() {
        check("Mr. Vale met Dr. Orla. They spoke.", &["Mr. Vale met Dr. Orla.", "They spoke."]);
    }

    #[test]
    fn initials_do_not_unless_a_sentence_opens() {
        check(
            "The U.S. President left. He is in the U.S. The trip was long.",
            &["The U.S. President left.", "He is in the U.S.", "The trip was long."],
        );
    }

    #[test]
    fn a_quotation_before_its_speech_tag_goes_on() {
        check(
            "“It is done.” said Orla. “Good.” Vale left.",
            &["“It is done.” said Orla.", "“Good.”", "Vale left."],
        );
    }

    #[test]
    fn what_is_too_long_to_be_a_sentence_is_cut_at_a_space() {
        let text = "harbour ".repeat(2000);
        let sentences = cut(&text);
        assert_eq!(sentences.len(), 5);
        let words: Vec<&str> = sentences.iter().flat_map(|s| s.span.of(&text).split(' ')).collect();
        assert!(words.len() == 2000 && words.iter().all(|word| *word == "harbour"));
        let unbroken = "é".repeat(5000);
        assert_eq!(cut(&unbroken).len(), 3);
    }

    #[test]
    fn numbers_keep_their_points() {
        check(
            "It rose 4.5 percent to No. 2 in Feb. 2026. Good.",
            &["It rose 4.5 percent to No. 2 in Feb. 2026.", "Good."],
        );
    }
}
