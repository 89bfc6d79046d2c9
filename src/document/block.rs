//! Paragraphs, headings and list items of a plain text.
//!
//! A blank line always ends a block. A single line break ends one too, unless the text is wrapped
//! by hand: then the line is long, stops in mid-sentence, and the next one simply goes on.

use crate::document::lines;
use crate::span::Span;

/// What a block is to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The headline of the article.
    Title,
    /// A short line without a full stop above other text.
    Heading,
    /// Running text.
    Paragraph,
    /// An entry of a list, or a row of a table.
    Item,
    /// Words of somebody else, set off from the text.
    Quotation,
}

/// A stretch of text that sentences do not cross.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its bytes, without the space around it.
    pub span: Span,
    /// What it is to the reader.
    pub role: Role,
}

/// Lines shorter than this are not the product of wrapping.
const WRAPPED_LINE: usize = 45;
/// A heading is at most this long.
const HEADING: usize = 120;

/// How many bytes a short block has.
const LIKELY: usize = 128;

/// Cuts the part `whole` of a text into blocks.
pub fn split(text: &str, whole: Span) -> Vec<Block> {
    of_lines(text, lines::each(text, whole))
}

/// Puts lines of a text together to blocks.
pub fn of_lines(text: &str, lines: impl Iterator<Item = Span>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::with_capacity(text.len() / LIKELY);
    let mut is_open = false;
    for line in lines {
        let line = if line.is_empty() { line } else { trim(text, line) };
        let open = blocks.last_mut().filter(|_| is_open);
        is_open = !line.is_empty();
        match open {
            _ if line.is_empty() => {}
            Some(block) if goes_on(text, block.span, line) => block.span = block.span.join(line),
            _ => blocks.push(Block { span: line, role: Role::Paragraph }),
        }
    }
    for block in &mut blocks {
        block.role = role(block.span.of(text));
    }
    blocks
}

/// A part of a text without the space around it.
#[inline]
pub fn trim(text: &str, part: Span) -> Span {
    match text.as_bytes()[part.start()..part.end()] {
        [] => part,
        // A line, and a sentence after another one, as they nearly always are.
        [b'!'..=b'~', .., b'!'..=b'~'] => part,
        [b' ', b'!'..=b'~', .., b'!'..=b'~'] => Span::new(part.start() + 1, part.end()),
        _ => trim_any(text, part),
    }
}

fn trim_any(text: &str, part: Span) -> Span {
    let words = part.of(text);
    let start = part.end() - words.trim_start().len();
    Span::new(start, start + words.trim().len())
}

/// Whether `line` continues the sentence that the block before it left open.
fn goes_on(text: &str, block: Span, line: Span) -> bool {
    let before = block.of(text);
    let last_line = before.rsplit('\n').next().unwrap_or(before);
    let is_open = !last_line.ends_with(['.', '!', '?', ':', '"', '”', '|', ';']);
    is_open && last_line.len() >= WRAPPED_LINE && !is_item(line.of(text))
}

/// What a block of these words is to the reader, as far as the words tell.
pub fn role(words: &str) -> Role {
    if is_item(words) {
        Role::Item
    } else if words.len() <= HEADING && !words.ends_with(['.', '!', '”', '"', '’', ',', ';']) {
        Role::Heading
    } else {
        Role::Paragraph
    }
}

/// Whether a line opens with a bullet or a list number.
fn is_item(words: &str) -> bool {
    if words.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) {
        return false;
    }
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = (1..=3).contains(&(words.len() - rest.len()));
    let bullet = ["- ", "* ", "+ ", "• ", "– ", "— "].iter().any(|mark| words.starts_with(mark));
    bullet || (numbered && (rest.starts_with(". ") || rest.starts_with(") ")))
}

#[cfg(test)]
mod tests {
    use super::Role;
    use super::split;
    use crate::span::Span;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, Role)]) {
        let blocks = split(text, Span::new(0, text.len()));
        let found: Vec<_> = blocks.iter().map(|b| (b.span.of(text), b.role)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_blank_line_ends_a_block() {
        check(
            "A heading\n\nOne sentence.\r\n\r\nAnother one.\n",
            &[
                ("A heading", Role::Heading),
                ("One sentence.", Role::Paragraph),
                ("Another one.", Role::Paragraph),
            ],
        );
    }

    #[test]
    fn lines_that_end_a_sentence_stand_alone() {
        check(
            "The harbour reopened on Monday after the storm.\nBoats left at dawn.",
            &[
                ("The harbour reopened on Monday after the storm.", Role::Paragraph),
                ("Boats left at dawn.", Role::Paragraph),
            ],
        );
    }

    #[test]
    fn a_wrapped_line_goes_on() {
        check(
            "The harbour reopened on Monday after the longest\nstorm on record had passed.",
            &[(
                "The harbour reopened on Monday after the longest\nstorm on record had passed.",
                Role::Paragraph,
            )],
        );
    }

    #[test]
    fn list_items_stand_alone() {
        check("- Members: 30\n- Seat: Oslo", &[("- Members: 30", Role::Item), ("- Seat: Oslo", Role::Item)]);
    }

    #[test]
    fn nothing_in_nothing_out() {
        check("", &[]);
        check(" \n\t\n", &[]);
    }
}
