//! From the prose of a document back to the bytes that were read.

use crate::source::Article;
use crate::span::Span;

/// The part of an article that a piece of prose was read from.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// The headline, given apart from the text.
    Title,
    /// The text.
    Text,
}

impl Field {
    /// Its name in output.
    pub fn name(self) -> &'static str {
        match self {
            Field::Title => "title",
            Field::Text => "text",
        }
    }

    /// The words of an article in that part.
    pub fn of(self, article: &Article) -> &str {
        match self {
            Field::Title => article.title.as_deref().unwrap_or_default(),
            Field::Text => &article.text,
        }
    }
}

/// Some words of what was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The part they stand in.
    pub field: Field,
    /// Their bytes within that part.
    pub span: Span,
}

/// How a piece of prose came out of what was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Making {
    /// Byte for byte, so that every part of it has a place of its own.
    Copied,
    /// As a whole, as an entity is: any part of it stands for all that was read.
    Replaced,
}

/// A run of prose with what it was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its bytes in the prose; never empty.
    pub prose: Span,
    /// Where it was read.
    pub raw: Span,
    /// The part of the article that was read.
    pub field: Field,
    /// How the one came out of the other.
    pub making: Making,
}

impl Piece {
    /// Where the byte of prose at `at` begins to stand.
    fn start_of(self, at: usize) -> usize {
        match self.making {
            Making::Copied => self.raw.start() + at.saturating_sub(self.prose.start()),
            Making::Replaced => self.raw.start(),
        }
    }

    /// Where the prose up to `at` ends.
    fn end_of(self, at: usize) -> usize {
        match self.making {
            Making::Copied => self.raw.start() + at.min(self.prose.end()) - self.prose.start(),
            Making::Replaced => self.raw.end(),
        }
    }

    /// Whether `next` only goes on copying.
    fn goes_on(self, next: Piece) -> bool {
        (self.making, next.making) == (Making::Copied, Making::Copied)
            && self.field == next.field
            && self.prose.end() == next.prose.start()
            && self.raw.end() == next.raw.start()
    }
}

/// A piecewise map from prose to what was read.
///
/// Pieces are in the order of the prose; between two of them there may be prose that nobody wrote,
/// such as the space between two paragraphs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffsetMap {
    pieces: Vec<Piece>,
}

impl OffsetMap {
    /// The map of a text whose `len` bytes were taken over as they are.
    pub fn identity(field: Field, len: usize) -> OffsetMap {
        let mut map = OffsetMap::default();
        let whole = Span::new(0, len);
        map.push(Piece { prose: whole, raw: whole, field, making: Making::Copied });
        map
    }

    /// Adds a piece that follows all others in the prose.
    pub fn push(&mut self, piece: Piece) {
        if piece.prose.is_empty() {
            return;
        }
        match self.pieces.last_mut() {
            Some(last) if last.goes_on(piece) => {
                last.prose = last.prose.join(piece.prose);
                last.raw = last.raw.join(piece.raw);
            }
            _ => self.pieces.push(piece),
        }
    }

    /// Takes away what is known of the prose from `end` on; gives where all of that was read.
    pub fn cut(&mut self, end: usize) -> Option<Span> {
        let mut raw: Option<Span> = None;
        while let Some(last) = self.pieces.pop_if(|last| last.prose.end() > end) {
            let kept = last.prose.start() < end && last.making == Making::Copied;
            let from = if kept { last.start_of(end) } else { last.raw.start() };
            let cut = Span::new(from, last.raw.end());
            raw = Some(raw.map_or(cut, |raw| raw.join(cut)));
            if kept {
                let prose = Span::new(last.prose.start(), end);
                self.pieces.push(Piece { prose, raw: Span::new(last.raw.start(), from), ..last });
            }
        }
        raw
    }

    /// Where the prose at `span` was read: from its first byte to its last, with what lies between.
    ///
    /// Prose that nobody wrote has no place, so a span that begins or ends in it is drawn in to the
    /// words it holds. A span does not leave the field in which it begins.
    pub fn place(&self, span: Span) -> Place {
        let first = self.pieces.partition_point(|piece| piece.prose.end() <= span.start());
        if span.is_empty() {
            return self.gap(first, span.start());
        }
        let after = self.pieces.partition_point(|piece| piece.prose.start() < span.end());
        match self.pieces.get(first..after).unwrap_or_default() {
            [] => self.gap(first, span.start()),
            [first, rest @ ..] => {
                let last = rest.iter().rfind(|piece| piece.field == first.field).unwrap_or(first);
                let raw = Span::new(first.start_of(span.start()), last.end_of(span.end()));
                Place { field: first.field, span: raw }
            }
        }
    }

    /// The same, if the prose at `span` was read byte for byte and in one piece.
    pub fn copied(&self, span: Span) -> Option<Place> {
        let first = self.pieces.partition_point(|piece| piece.prose.end() <= span.start());
        let piece = self.pieces.get(first)?;
        let is_copied = piece.making == Making::Copied && piece.prose.contains(span);
        is_copied.then(|| self.place(span))
    }

    /// The place of the empty prose before `at`, where `next` is the first piece that goes beyond.
    fn gap(&self, next: usize, at: usize) -> Place {
        if let Some(next) = self.pieces.get(next).filter(|next| next.prose.start() <= at) {
            return Place { field: next.field, span: Span::at(next.start_of(at)) };
        }
        let before = next.checked_sub(1).and_then(|before| self.pieces.get(before));
        let place = |before: &Piece| Place { field: before.field, span: Span::at(before.raw.end()) };
        before.map_or(Place { field: Field::Text, span: Span::at(0) }, place)
    }
}

#[cfg(test)]
mod tests {
    use super::Field;
    use super::Making;
    use super::OffsetMap;
    use super::Piece;
    use crate::span::Span;

    /// A map of pieces: where each stands in the prose, where it was read, and how it was made.
    fn map(pieces: &[([usize; 2], [usize; 2], Making)]) -> OffsetMap {
        let mut map = OffsetMap::default();
        for &([start, end], [from, to], making) in pieces {
            let (prose, raw) = (Span::new(start, end), Span::new(from, to));
            map.push(Piece { prose, raw, field: Field::Text, making });
        }
        map
    }

    #[track_caller]
    fn check(map: &OffsetMap, [start, end]: [usize; 2], expected: [usize; 2]) {
        let found = map.place(Span::new(start, end)).span;
        assert_eq!([found.start(), found.end()], expected);
    }

    #[test]
    fn a_seam_is_covered_by_what_lies_between() {
        // "**31**-member" was read; the prose is "31-member".
        let map = map(&[([0, 2], [2, 4], Making::Copied), ([2, 9], [6, 13], Making::Copied)]);
        check(&map, [0, 9], [2, 13]);
        check(&map, [0, 2], [2, 4]);
        check(&map, [2, 9], [6, 13]);
        check(&map, [1, 3], [3, 7]);
    }

    #[test]
    fn a_part_of_what_was_replaced_stands_for_all_of_it() {
        // "R&amp;D" was read; the prose is "R&D". Then "ﬃ" for "ffi", which is as long.
        let map = map(&[
            ([0, 1], [0, 1], Making::Copied),
            ([1, 2], [1, 6], Making::Replaced),
            ([2, 3], [6, 7], Making::Copied),
            ([3, 6], [7, 10], Making::Replaced),
        ]);
        check(&map, [1, 2], [1, 6]);
        check(&map, [0, 1], [0, 1]);
        check(&map, [2, 3], [6, 7]);
        check(&map, [4, 5], [7, 10]);
        check(&map, [0, 6], [0, 10]);
    }

    #[test]
    fn prose_that_nobody_wrote_has_no_place() {
        // Two paragraphs with two bytes put between them.
        let map = map(&[([0, 3], [3, 6], Making::Copied), ([5, 8], [13, 16], Making::Copied)]);
        check(&map, [0, 5], [3, 6]);
        check(&map, [4, 8], [13, 16]);
        check(&map, [3, 5], [6, 6]);
        check(&map, [0, 8], [3, 16]);
    }

    #[test]
    fn an_empty_span_stays_empty() {
        let map = map(&[([0, 3], [3, 6], Making::Copied), ([5, 8], [13, 18], Making::Replaced)]);
        check(&map, [0, 0], [3, 3]);
        check(&map, [2, 2], [5, 5]);
        check(&map, [3, 3], [6, 6]);
        check(&map, [5, 5], [13, 13]);
        check(&map, [6, 6], [13, 13]);
        check(&map, [8, 8], [18, 18]);
        check(&map, [99, 99], [18, 18]);
        check(&OffsetMap::default(), [0, 0], [0, 0]);
    }

    #[test]
    fn a_span_stays_in_the_field_in_which_it_begins() {
        let mut map = OffsetMap::identity(Field::Title, 5);
        let (prose, raw) = (Span::new(7, 12), Span::new(0, 5));
        map.push(Piece { prose, raw, field: Field::Text, making: Making::Copied });
        let place = map.place(Span::new(2, 9));
        assert_eq!((place.field, place.span), (Field::Title, Span::new(2, 5)));
        let place = map.place(Span::new(7, 9));
        assert_eq!((place.field, place.span), (Field::Text, Span::new(0, 2)));
    }

    #[test]
    fn what_only_goes_on_is_one_piece() {
        let copied = map(&[([0, 2], [2, 4], Making::Copied), ([2, 9], [4, 11], Making::Copied)]);
        assert_eq!(copied.pieces.len(), 1);
    }

    #[test]
    fn the_end_can_be_taken_back() {
        let mut map = map(&[([0, 4], [2, 6], Making::Copied), ([4, 5], [6, 11], Making::Replaced)]);
        assert_eq!(map.cut(3), Some(Span::new(5, 11)));
        check(&map, [0, 3], [2, 5]);
        assert_eq!(map.cut(3), None);
    }
}
