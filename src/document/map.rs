//! From the prose of a document back to the bytes that were read.

use crate::span::Span;

/// The part of an article that a piece of prose was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// The headline, given apart from the text.
    Title,
    /// The text.
    Text,
}

/// Some words of what was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The part they stand in.
    pub field: Field,
    /// Their bytes within that part.
    pub span: Span,
}

/// A run of prose that was copied byte for byte.
#[derive(Clone, Copy, Debug)]
struct Piece {
    field: Field,
    prose: usize,
    raw: usize,
    len: usize,
}

/// A piecewise map from prose to what was read; pieces are in order of the prose.
#[derive(Clone, Debug)]
pub struct OffsetMap {
    pieces: Vec<Piece>,
}

impl OffsetMap {
    /// The map of a text whose `len` bytes were taken over as they are.
    pub fn identity(field: Field, len: usize) -> OffsetMap {
        OffsetMap { pieces: vec![Piece { field, prose: 0, raw: 0, len }] }
    }

    /// Says that `len` bytes of prose at `prose` were copied from `raw`.
    pub fn push(&mut self, field: Field, prose: usize, raw: usize, len: usize) {
        self.pieces.push(Piece { field, prose, raw, len });
    }

    /// Where the prose at `span` was read; a span over a seam covers what lies between.
    pub fn place(&self, span: Span) -> Place {
        let first = self.piece_at(span.start());
        let last = self.piece_at(span.end().saturating_sub(1).max(span.start()));
        let start = first.raw + (span.start() - first.prose).min(first.len);
        let end = last.raw + (span.end() - last.prose).min(last.len);
        Place { field: first.field, span: Span::new(start, end) }
    }

    fn piece_at(&self, at: usize) -> Piece {
        let after = self.pieces.partition_point(|piece| piece.prose <= at);
        self.pieces[after.saturating_sub(1)]
    }
}

#[cfg(test)]
mod tests {
    use super::Field;
    use super::OffsetMap;
    use crate::span::Span;

    #[test]
    fn a_seam_is_covered_by_what_lies_between() {
        // "**31**-member" was read; the prose is "31-member".
        let mut map = OffsetMap { pieces: Vec::new() };
        map.push(Field::Text, 0, 2, 2);
        map.push(Field::Text, 2, 6, 7);
        assert_eq!(map.place(Span::new(0, 9)).span, Span::new(2, 13));
        assert_eq!(map.place(Span::new(0, 2)).span, Span::new(2, 4));
        assert_eq!(map.place(Span::new(2, 9)).span, Span::new(6, 13));
    }
}
