//! The text of an open document: what changes in it, and where its bytes stand for the client.
//!
//! A client counts lines, and in a line bytes or the units of UTF-16, as was agreed; factlint counts bytes.

use crate::span::Span;
use gen_lsp_types::Position;
use gen_lsp_types::Range;

/// What a client counts in a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// Units of UTF-16: characters, but those beyond the first 65,536 count twice.
    #[default]
    Utf16,
}

/// A text with the places of its lines.
#[derive(Clone, Debug, Default)]
pub struct Text {
    content: String,
    /// Where each line begins.
    starts: Vec<usize>,
    encoding: Encoding,
}

impl Text {
    /// A text whose places are counted so.
    pub fn new(content: String, encoding: Encoding) -> Text {
        let starts = starts(&content);
        Text { content, starts, encoding }
    }

    /// The words.
    pub fn content(&self) -> &str {
        &self.content
    }

    /// Puts `new` in the place of some words.
    pub fn change(&mut self, range: Range, new: &str) {
        let (start, end) = (self.byte(range.start), self.byte(range.end));
        self.content.replace_range(start.min(end)..end.max(start), new);
        self.starts = starts(&self.content);
    }

    /// Puts `new` in the place of all.
    pub fn replace(&mut self, new: String) {
        self.starts = starts(&new);
        self.content = new;
    }

    /// The byte at a position; behind the end of a line, the end of the line.
    pub fn byte(&self, position: Position) -> usize {
        let Some(line) = self.line(position.line) else { return self.content.len() };
        let words = line.of(&self.content).trim_end_matches(['\r', '\n']);
        line.start() + self.encoding.byte(words, position.character as usize)
    }

    /// The position of a byte.
    pub fn position(&self, at: usize) -> Position {
        let at = boundary(&self.content, at);
        let line = self.starts.partition_point(|start| *start <= at).saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or_default();
        let before = self.content.get(start..at).unwrap_or_default();
        Position { line: count(line), character: count(self.encoding.units(before)) }
    }

    /// Where some words stand.
    pub fn range(&self, span: Span) -> Range {
        Range { start: self.position(span.start()), end: self.position(span.end()) }
    }

    /// The bytes between two positions.
    pub fn span(&self, range: Range) -> Span {
        Span::new(self.byte(range.start), self.byte(range.end))
    }

    /// The bytes of a line, with what ends it.
    pub fn line(&self, line: u32) -> Option<Span> {
        let line = line as usize;
        let start = *self.starts.get(line)?;
        Some(Span::new(start, self.starts.get(line + 1).copied().unwrap_or(self.content.len())))
    }
}

impl Encoding {
    /// How long `words` are.
    fn units(self, words: &str) -> usize {
        match self {
            Encoding::Utf8 => words.len(),
            Encoding::Utf16 if words.is_ascii() => words.len(),
            Encoding::Utf16 => words.chars().map(char::len_utf16).sum(),
        }
    }

    /// The byte behind so many units of `words`, never within a character.
    fn byte(self, words: &str, units: usize) -> usize {
        match self {
            Encoding::Utf8 => boundary(words, units),
            Encoding::Utf16 => {
                let mut passed = 0;
                let ends = words.char_indices().find(|(_, letter)| {
                    passed += letter.len_utf16();
                    passed > units
                });
                ends.map_or(words.len(), |(at, _)| at)
            }
        }
    }
}

/// The nearest start of a character, at a byte or before it.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

/// Lines end in a line feed, a carriage return, or both.
fn starts(content: &str) -> Vec<usize> {
    let bytes = content.as_bytes();
    let is_end = |at: usize| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n');
    let ends = memchr::memchr2_iter(b'\n', b'\r', bytes).filter(|at| is_end(*at));
    std::iter::once(0).chain(ends.map(|at| at + 1)).collect()
}

/// A count as the protocol writes it.
fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::Encoding;
    use super::Text;
    use super::boundary;
    use gen_lsp_types::Position;
    use gen_lsp_types::Range;
    use proptest::prelude::any;
    use proptest::proptest;

    /// Checks where a byte stands in both ways of counting, and that it is found again.
    #[track_caller]
    fn check(text: &str, at: usize, line: u32, [utf8, utf16]: [u32; 2]) {
        for (encoding, character) in [(Encoding::Utf8, utf8), (Encoding::Utf16, utf16)] {
            let text = Text::new(text.to_owned(), encoding);
            let position = Position { line, character };
            assert_eq!((text.position(at), text.byte(position)), (position, at), "{encoding:?}");
        }
    }

    #[test]
    fn characters_are_counted_in_two_ways() {
        check("a😀b", 5, 0, [5, 3]);
        check("“x”\r\n\té—", 12, 1, [3, 2]);
        check("one\rtwo\nthree", 8, 2, [0, 0]);
        check("", 0, 0, [0, 0]);
        check("a\n", 2, 1, [0, 0]);
    }

    #[test]
    fn a_position_behind_the_end_is_the_end() {
        let text = Text::new("ab\r\ncd".to_owned(), Encoding::Utf16);
        assert_eq!(text.byte(Position { line: 0, character: 9 }), 2);
        assert_eq!(text.byte(Position { line: 9, character: 0 }), 6);
    }

    #[test]
    fn half_a_character_is_its_beginning() {
        let text = Text::new("😀".to_owned(), Encoding::Utf16);
        assert_eq!(text.byte(Position { line: 0, character: 1 }), 0);
        assert_eq!(text.position(2), Position { line: 0, character: 0 });
    }

    #[test]
    fn a_change_moves_the_lines_behind_it() {
        let mut text = Text::new("one\ntwo\nthree".to_owned(), Encoding::Utf16);
        let range = |line, from, to| Range {
            start: Position { line, character: from },
            end: Position { line, character: to },
        };
        text.change(range(1, 0, 3), "2\n😀");
        assert_eq!(text.content(), "one\n2\n😀\nthree");
        text.change(range(2, 2, 2), "!");
        assert_eq!(text.content(), "one\n2\n😀!\nthree");
    }

    proptest! {
        #[test]
        fn every_byte_is_found_again(content in "[a-é\r\n😀\t]{0,40}", at in any::<usize>()) {
            for encoding in [Encoding::Utf8, Encoding::Utf16] {
                let text = Text::new(content.clone(), encoding);
                let at = boundary(&content, at % (content.len() + 1));
                let found = text.byte(text.position(at));
                // Between a carriage return and its line feed nothing can be pointed at.
                let is_within = content[..at].ends_with('\r') && content[at..].starts_with('\n');
                assert_eq!(found, at - usize::from(is_within));
            }
        }
    }
}
