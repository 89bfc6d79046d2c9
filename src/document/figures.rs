//! Which sentences hold a figure: the cheap question before numbers and dates are read, for few do.

use crate::bits;
use crate::document::sentence::Sentence;

/// The indices of the sentences that hold a digit, in order.
pub fn find(text: &str, sentences: &[Sentence]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut next = 0;
    for digit in bits::places(text.as_bytes(), |byte| byte.is_ascii_digit()) {
        if sentences.get(next).is_none_or(|sentence| digit < sentence.span.start()) {
            continue;
        }
        next += sentences[next..].partition_point(|sentence| sentence.span.end() <= digit);
        if sentences.get(next).is_some_and(|sentence| sentence.span.start() <= digit) {
            found.push(next);
            next += 1;
        }
    }
    found
}

/// Whether `text` holds a digit.
pub fn has(text: &str) -> bool {
    bits::places(text.as_bytes(), |byte| byte.is_ascii_digit()).next().is_some()
}

#[cfg(test)]
mod tests {
    use crate::document::Document;

    #[track_caller]
    fn check(text: &str, expected: &[usize]) {
        assert_eq!(Document::plain(text, None).figures(), expected, "{text}");
    }

    #[test]
    fn sentences_with_a_digit_are_found() {
        check("It has 31. It is old. In 1990 it had 5 or 6, as 7 said. It is.", &[0, 2]);
        check("", &[]);
        check("It is old.\n\nIt has clubs and harbours and boats and bridges 3", &[1]);
    }
}
