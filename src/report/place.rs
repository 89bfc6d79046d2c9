//! From a byte of a text to its line and character column.

use crate::document::map::Field;
use crate::effort;
use crate::source::Article;
use crate::span::Span;
use std::cell::OnceCell;

/// Where a byte stands, both counted from 1; columns in characters, as editors count them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

/// The first byte of a text.
const FIRST: Position = Position { line: 1, column: 1 };
/// How far the ends of a line are looked for.
const REACH: usize = 400;
/// How many bytes lie between two known positions: what one question may have to read.
const STRIDE: usize = 1024;

/// The position of every thousandth byte of a text, so that no question reads far.
#[derive(Debug)]
pub struct Index<'t> {
    text: &'t str,
    known: Vec<Position>,
}

impl<'t> Index<'t> {
    /// Reads `text` once.
    pub fn new(text: &'t str) -> Index<'t> {
        effort::spend(text.len());
        let mut known = vec![FIRST];
        let mut at = FIRST;
        for chunk in text.as_bytes().chunks(STRIDE) {
            at = advance(at, chunk);
            known.push(at);
        }
        Index { text, known }
    }

    /// The text it was made of.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Where the byte `at` stands; the end of the text for one behind it.
    pub fn position(&self, at: usize) -> Position {
        let at = at.min(self.text.len());
        let block = at / STRIDE;
        let rest = self.text.as_bytes().get(block * STRIDE..at).unwrap_or(&[]);
        advance(self.known.get(block).copied().unwrap_or(FIRST), rest)
    }
}

fn advance(from: Position, bytes: &[u8]) -> Position {
    bytes.iter().fold(from, |at, &byte| match byte {
        b'\n' => Position { line: at.line + 1, column: 1 },
        // The second and later bytes of a character.
        0x80..=0xbf => at,
        _ => Position { line: at.line, column: at.column + 1 },
    })
}

/// An article with an index of each of its fields, made when first asked for.
#[derive(Debug)]
pub struct Places<'a> {
    /// The article.
    pub article: &'a Article,
    title: OnceCell<Index<'a>>,
    text: OnceCell<Index<'a>>,
}

impl<'a> Places<'a> {
    /// The places of `article`.
    pub fn new(article: &'a Article) -> Places<'a> {
        Places { article, title: OnceCell::new(), text: OnceCell::new() }
    }

    /// The text of a field.
    pub fn text(&self, field: Field) -> &'a str {
        field.of(self.article)
    }

    /// The index of a field.
    pub fn of(&self, field: Field) -> &Index<'a> {
        let cell = match field {
            Field::Title => &self.title,
            Field::Text => &self.text,
        };
        cell.get_or_init(|| Index::new(self.text(field)))
    }
}

/// The part of `span` that lies in `text`, widened to whole characters.
pub fn clip(text: &str, span: Span) -> Span {
    let mut start = span.start().min(text.len());
    let mut end = span.end().min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    Span::new(start, end)
}

/// `span` widened to whole lines, as far as they are near.
pub fn lines(text: &str, span: Span) -> Span {
    let near = Span::new(span.start().saturating_sub(REACH), span.end().saturating_add(REACH));
    let near = clip(text, near);
    let before = Span::new(near.start(), span.start()).of(text);
    let after = Span::new(span.end(), near.end()).of(text);
    let start = before.rfind('\n').map_or(near.start(), |feed| near.start() + feed + 1);
    let end = after.find(['\r', '\n']).map_or(near.end(), |at| span.end() + at);
    Span::new(start, end)
}

#[cfg(test)]
mod tests {
    use super::Index;
    use super::STRIDE;
    use super::clip;
    use crate::span::Span;

    #[track_caller]
    fn check(text: &str, at: usize, line: usize, column: usize) {
        let found = Index::new(text).position(at);
        assert_eq!((found.line, found.column), (line, column));
    }

    #[test]
    fn columns_are_characters() {
        check("“Yes”, 31", "“Yes”, ".len(), 1, 8);
    }

    #[test]
    fn lines_end_at_their_feed() {
        check("a\r\nbc\r\n", 3, 2, 1);
        check("a\r\nbc\r\n", 4, 2, 2);
        check("a\r\nbc\r\n", 7, 3, 1);
    }

    #[test]
    fn what_lies_behind_the_end_is_the_end() {
        check("ab", 99, 1, 3);
        check("", 0, 1, 1);
    }

    #[test]
    fn a_character_may_lie_over_a_known_position() {
        let text = "x".repeat(STRIDE - 1) + "é\n" + &"é".repeat(STRIDE) + "y";
        check(&text, STRIDE - 1, 1, STRIDE);
        check(&text, STRIDE + 1, 1, STRIDE + 1);
        check(&text, text.len(), 2, STRIDE + 2);
    }

    #[test]
    fn every_position_agrees_with_plain_counting() {
        let text = "é a\n".repeat(STRIDE);
        for (at, _) in text.char_indices().step_by(97) {
            let line_start = text[..at].rfind('\n').map_or(0, |feed| feed + 1);
            let line = 1 + text[..at].matches('\n').count();
            check(&text, at, line, 1 + text[line_start..at].chars().count());
        }
    }

    #[test]
    fn a_span_is_widened_to_characters() {
        assert_eq!(clip("aé", Span::new(2, 2)), Span::new(1, 3));
        assert_eq!(clip("aé", Span::new(1, 9)), Span::new(1, 3));
        assert_eq!(clip("aé", Span::new(7, 9)), Span::new(3, 3));
    }
}
