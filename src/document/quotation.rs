//! Words between quotation marks.
//!
//! Straight, curly and mixed pairs; single marks where they cannot be apostrophes. A mark that is
//! never closed holds its block to the end, as in a quotation that goes on in the next paragraph.
//! Blocks that are set off as a quotation are one, whatever marks stand in them.

use crate::bits;
use crate::document::block::Block;
use crate::document::block::Role;
use crate::effort;
use crate::span::Span;

/// A stretch between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The words, without the marks.
    pub words: Span,
    /// Whether a closing mark stands in the same block, or the quotation is a block of its own.
    pub is_closed: bool,
    /// Whether it is a block of its own, and so somebody else's words however few they are.
    pub is_block: bool,
}

/// The quotations of a text, in order.
pub fn find(text: &str, blocks: &[Block]) -> Vec<Quotation> {
    let is_set_off = |block: &Block| block.role == Role::Quotation;
    let runs = blocks.chunk_by(|block, next| is_set_off(block) && is_set_off(next));
    let in_run = |run: &[Block]| match run {
        [first, .., last] => vec![set_off(first.span.join(last.span))],
        [block] if is_set_off(block) => vec![set_off(block.span)],
        _ => run.iter().flat_map(|block| find_in(text, block.span)).collect(),
    };
    runs.flat_map(in_run).collect()
}

fn set_off(words: Span) -> Quotation {
    Quotation { words, is_closed: true, is_block: true }
}

/// The quotations inside the words of another one.
pub fn inside(text: &str, words: Span) -> Vec<Quotation> {
    let mut found = find_in(text, words);
    found.retain(|quotation| quotation.is_closed);
    found
}

fn find_in(text: &str, block: Span) -> Vec<Quotation> {
    let mut quotations = Vec::new();
    let mut at = block.start();
    // Once no single mark closes any more, no later one does either.
    let mut closes_single = true;
    while let Some((open, style)) = next_open(text, block, at, closes_single) {
        let start = open + mark_len(text, open);
        let end = find_close(text, block, start, style);
        let words = Span::new(start, end.at());
        // An unclosed single mark is an apostrophe, not a quotation.
        if style == Style::Single && end == End::Missing(block.end()) {
            closes_single = false;
            at = start;
            continue;
        }
        at = match end {
            End::Closed(close) => close + mark_len(text, close),
            End::Missing(end) => end,
        };
        quotations.push(Quotation {
            words: trimmed(text, words),
            is_closed: end == End::Closed(words.end()),
            is_block: false,
        });
    }
    quotations
}

/// The words without the space that an unclosed quotation ends with.
fn trimmed(text: &str, words: Span) -> Span {
    Span::new(words.start(), words.start() + words.of(text).trim_end().len())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// `"`, which opens and closes alike.
    Straight,
    /// `“`, `„`, `«`.
    Curly,
    /// `'`, `‘`.
    Single,
}

/// Where a quotation ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// At the closing mark at this byte.
    Closed(usize),
    /// Without one, before this byte.
    Missing(usize),
}

impl End {
    fn at(self) -> usize {
        match self {
            End::Closed(at) | End::Missing(at) => at,
        }
    }
}

/// The bytes from `from` to the end of a block that may be quotation marks, with their characters.
fn marks(text: &str, block: Span, from: usize) -> impl Iterator<Item = (usize, char)> {
    let rest = text.get(from..block.end()).unwrap_or_default();
    let looked_at = |byte| {
        effort::spend(1);
        may_be_mark(byte)
    };
    bits::places(rest.as_bytes(), looked_at)
        .filter_map(move |at| Some((from + at, rest[at..].chars().next()?)))
}

/// Whether a byte is, or begins, a character that may be a quotation mark.
fn may_be_mark(byte: u8) -> bool {
    // "«" and "»" begin with the one, all curly marks with the other.
    (byte == b'"') | (byte == b'\'') | (byte == 0xc2) | (byte == 0xe2)
}

fn next_open(text: &str, block: Span, from: usize, singles: bool) -> Option<(usize, Style)> {
    marks(text, block, from).find_map(|(at, c)| match c {
        '"' => Some((at, Style::Straight)),
        '“' | '„' | '«' => Some((at, Style::Curly)),
        '\'' | '‘' if singles && opens(text, at) => Some((at, Style::Single)),
        _ => None,
    })
}

/// The end of a quotation; a pair of the other style inside is nested, and a mark of its own style that
/// opens again means that the closing one was forgotten.
fn find_close(text: &str, block: Span, from: usize, style: Style) -> End {
    let mut is_nested = false;
    for (at, c) in marks(text, block, from) {
        match (style, c) {
            (Style::Single, '\'' | '’') if closes(text, at) => return End::Closed(at),
            (Style::Straight, '"') if !opens(text, at) => return End::Closed(at),
            (Style::Straight, '"') => return End::Missing(at),
            (Style::Straight, '“') if opens(text, at) => is_nested = true,
            (Style::Curly, '"') if opens(text, at) && !is_nested => is_nested = true,
            (Style::Curly, '“' | '„' | '«') if opens(text, at) => return End::Missing(at),
            (Style::Straight, '”') | (Style::Curly, '"') if is_nested => is_nested = false,
            (Style::Straight, '”') | (Style::Curly, '"' | '”' | '»' | '“') if at > from => {
                return End::Closed(at);
            }
            _ => {}
        }
    }
    End::Missing(block.end())
}

/// A mark opens when a space or bracket stands before it and a letter after.
fn opens(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + mark_len(text, at)..].chars().next();
    before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '"' | '—'))
        && after.is_some_and(|c| c.is_alphabetic() || c == '[')
}

/// A single mark closes when no letter follows.
fn closes(text: &str, at: usize) -> bool {
    let after = text[at + mark_len(text, at)..].chars().next();
    !after.is_some_and(char::is_alphanumeric)
}

fn mark_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::document::block;
    use crate::document::block::Role;
    use crate::span::Span;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, bool)]) {
        let blocks = block::split(text, Span::new(0, text.len()));
        let found: Vec<_> = find(text, &blocks).iter().map(|q| (q.words.of(text), q.is_closed)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn straight_curly_and_mixed_pairs() {
        check("He said \"yes\" and “no” and \"maybe”.", &[("yes", true), ("no", true), ("maybe", true)]);
    }

    #[test]
    fn single_marks_are_told_from_apostrophes() {
        check("The firm 'shouldn't have rushed' its owners' deal.", &[("shouldn't have rushed", true)]);
        check("It's the crew's own.", &[]);
    }

    #[test]
    fn what_is_set_off_is_one_quotation() {
        let text = "He said “no”.\n\n“One,” he said.\n\nTwo.\n\n“Three.”";
        let mut blocks = block::split(text, Span::new(0, text.len()));
        for block in &mut blocks[1..3] {
            block.role = Role::Quotation;
        }
        let found: Vec<_> = find(text, &blocks).iter().map(|q| (q.words.of(text), q.is_closed)).collect();
        assert_eq!(found, [("no", true), ("“One,” he said.\n\nTwo.", true), ("Three.", true)]);
    }

    #[test]
    fn a_forgotten_closing_mark_is_told() {
        check(
            "“We went, she said. “And then we came.”",
            &[("We went, she said.", false), ("And then we came.", true)],
        );
        check("\"We went, she said. \"And came.\"", &[("We went, she said.", false), ("And came.", true)]);
    }

    #[test]
    fn one_pair_may_stand_in_another() {
        check("“He said \"go\" and went.” So.", &[("He said \"go\" and went.", true)]);
        check("\"He said “go” and went.\" So.", &[("He said “go” and went.", true)]);
        check("“He said ‘go’ and went.” So.", &[("He said ‘go’ and went.", true)]);
    }

    #[test]
    fn an_open_quotation_holds_its_block() {
        check("“We went on.\n\n“And on.”", &[("We went on.", false), ("And on.", true)]);
    }
}
