//! Which sentences hold a figure or another sign: the cheap question before they are read, for few do.
//!
//! Only blocks with a sign are cut into sentences for it, so that most of a text is not cut up at all.

use crate::bits;
use crate::document::block::Block;
use crate::document::sentence;
use crate::span::Span;

/// The sentences that hold one of some bytes, which are in order; in order, each once.
pub fn holding(text: &str, blocks: &[Block], places: impl Iterator<Item = usize>) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut cut = Vec::new();
    let mut block = 0;
    for place in places {
        if found.last().is_some_and(|last| place < last.end()) {
            continue;
        }
        let next = block + blocks[block..].partition_point(|block| block.span.end() <= place);
        let Some(here) = blocks.get(next) else { break };
        if cut.is_empty() || next != block {
            cut = sentences(text, here, next);
            block = next;
        }
        found.extend(holder(&cut, place));
    }
    found
}

/// The bytes that are digits, in order.
pub fn digits(text: &str) -> impl Iterator<Item = usize> {
    bits::places(text.as_bytes(), |byte| byte.is_ascii_digit())
}

fn sentences(text: &str, block: &Block, index: usize) -> Vec<Span> {
    let mut sentences = Vec::new();
    sentence::split(text, block.span, index, &mut sentences);
    sentences.into_iter().map(|sentence| sentence.span).collect()
}

fn holder(sentences: &[Span], at: usize) -> Option<Span> {
    let first = sentences.partition_point(|sentence| sentence.end() <= at);
    sentences.get(first).copied().filter(|sentence| sentence.start() <= at)
}

/// Whether `text` holds a digit.
pub fn has(text: &str) -> bool {
    digits(text).next().is_some()
}

#[cfg(test)]
mod tests {
    use crate::document::Document;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let document = Document::plain(text, None);
        let found: Vec<&str> = document.figures().iter().map(|span| document.slice(*span)).collect();
        assert_eq!(found, expected, "{text}");
        for span in document.figures() {
            assert_eq!(document.sentences()[document.sentence_at(span.start())].span, *span);
        }
    }

    #[test]
    fn sentences_with_a_digit_are_found() {
        check(
            "It has 31. It is old. In 1990 it had 5 or 6, as 7 said. It is.",
            &["It has 31.", "In 1990 it had 5 or 6, as 7 said."],
        );
        check("", &[]);
        check(
            "It is old.\n\nIt has clubs and harbours 3.\n\n4\n\nIt is.",
            &["It has clubs and harbours 3.", "4"],
        );
    }
}
