//! Which sentences hold a figure or another sign: the cheap question before they are read, for few do.

use crate::bits;
use crate::document::sentence::Sentence;
use crate::span::Span;

/// The sentences that hold one of some bytes, which are in order; in order, each once.
pub fn holding(sentences: &[Sentence], places: impl Iterator<Item = usize>) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut ahead = sentences.iter().map(|sentence| sentence.span).peekable();
    for place in places {
        while ahead.next_if(|sentence| sentence.end() <= place).is_some() {}
        found.extend(ahead.next_if(|sentence| sentence.start() <= place));
    }
    found
}

/// The bytes that are digits, in order.
pub fn digits(text: &str) -> impl Iterator<Item = usize> {
    bits::places(text.as_bytes(), |byte| byte.is_ascii_digit())
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
