//! Which sentences hold a figure: the cheap question before numbers and dates are read, for few do.

use crate::document::sentence::Sentence;

/// How many bytes are looked at together.
const BLOCK: usize = 32;

/// The indices of the sentences that hold a digit, in order.
pub fn find(text: &str, sentences: &[Sentence]) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(digit) = next(bytes, at) {
        let index = sentences.partition_point(|sentence| sentence.span.end() <= digit);
        let Some(sentence) = sentences.get(index) else { break };
        // Between two sentences stands no digit; the second of them is looked at from its own start on.
        if sentence.span.start() <= digit {
            found.push(index);
            at = sentence.span.end();
        } else {
            at = sentence.span.start();
        }
    }
    found
}

/// Whether `text` holds a digit.
pub fn has(text: &str) -> bool {
    next(text.as_bytes(), 0).is_some()
}

/// The first digit from the byte `from` on.
fn next(bytes: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let mut blocks = rest.chunks(BLOCK).enumerate();
    // Without a way out in the middle, a block is looked at in one go.
    let has_digit = |block: &[u8]| block.iter().fold(false, |found, byte| found | byte.is_ascii_digit());
    let (block, bytes) = blocks.find(|(_, block)| has_digit(block))?;
    let at = bytes.iter().position(u8::is_ascii_digit)?;
    Some(from + block * BLOCK + at)
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
