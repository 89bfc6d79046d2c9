//! Plain text to prose: nothing to take out, and often nothing to change.

use crate::document::block;
use crate::document::block::Block;
use crate::document::lines;
use crate::document::map::Field;
use crate::document::map::OffsetMap;
use crate::document::prose::Parts;
use crate::document::prose::Prose;
use crate::document::typography;
use crate::span::Span;

/// The blocks and the map of a text that is prose as it stands; else its blocks alone, as some of it has to change.
pub fn as_it_stands(text: &str) -> Result<(Vec<Block>, OffsetMap), Vec<Block>> {
    let doubts = typography::doubts(text);
    // Line breaks are among what may have to change.
    let breaks = doubts.iter().map(|at| *at as usize).filter(|at| text.as_bytes()[*at] == b'\n');
    let blocks = block::of_lines(text, lines::between(Span::new(0, text.len()), breaks));
    if is_plain(text, &blocks, &doubts) {
        Ok((blocks, OffsetMap::identity(Field::Text, text.len())))
    } else {
        Err(blocks)
    }
}

/// Whether nothing that may have to change does within a block; what stands between two of them is not read.
fn is_plain(text: &str, blocks: &[Block], doubts: &[u32]) -> bool {
    let mut ahead = blocks.iter().map(|block| block.span).peekable();
    let mut is_within = |at| {
        while ahead.next_if(|block| block.end() <= at).is_some() {}
        ahead.peek().is_some_and(|block| block.start() <= at)
    };
    let mut doubts = doubts.iter().map(|at| *at as usize);
    doubts.all(|at| !is_within(at) || typography::stays(text, at))
}

/// Adds the blocks of `text` to `prose`, whose source it is.
pub fn read(text: &str, prose: &mut Prose<'_>) {
    copy(&block::split(text, Span::new(0, text.len())), prose);
}

fn copy(blocks: &[Block], prose: &mut Prose<'_>) {
    for block in blocks {
        prose.copy(block.span);
        prose.end(block.role);
    }
}

/// The prose of a text that has these blocks.
pub fn parts(text: &str, blocks: &[Block]) -> Parts {
    let mut prose = Prose::new(Field::Text, text);
    copy(blocks, &mut prose);
    prose.finish()
}

#[cfg(test)]
mod tests {
    use super::as_it_stands;
    use super::parts;
    use crate::document::block;
    use crate::document::map::Field;
    use crate::document::map::OffsetMap;
    use crate::document::prose::Parts;
    use crate::span::Span;
    use proptest::prelude::any;
    use proptest::prelude::proptest;

    fn prose(text: &str) -> Parts {
        parts(text, &block::split(text, Span::new(0, text.len())))
    }

    #[test]
    fn a_text_without_odd_characters_stands_as_it_is() {
        let text = "A heading\r\n\r\nOne “quoted” sentence.\n- An item\n";
        let (blocks, map) = as_it_stands(text).expect("nothing has to change");
        assert_eq!(blocks.len(), 3);
        assert_eq!(map, OffsetMap::identity(Field::Text, text.len()));
    }

    #[test]
    fn many_spaces_are_one() {
        let text = "It has 31  members.";
        assert!(as_it_stands(text).is_err());
        let parts = prose(text);
        assert_eq!(parts.text, "It has 31 members.");
        assert_eq!(parts.map.place(Span::new(7, 17)).span.of(text), "31  members");
    }

    #[test]
    fn a_wrapped_line_goes_on_after_a_space() {
        let text = "The harbour reopened on Monday after the longest\r\nstorm on record had passed.";
        assert!(as_it_stands(text).is_err());
        let parts = prose(text);
        let at = parts.text.find("longest storm").expect("one space");
        let place = parts.map.place(Span::new(at, at + "longest storm".len()));
        assert_eq!(place.span.of(text), "longest\r\nstorm");
    }

    proptest! {
        #[test]
        fn what_stands_as_it_is_reads_the_same_when_it_is_copied(text in any::<String>()) {
            let parts = prose(&text);
            let Ok((blocks, map)) = as_it_stands(&text) else { return Ok(()) };
            assert_eq!(blocks.len(), parts.blocks.len());
            for (block, copied) in blocks.iter().zip(&parts.blocks) {
                assert_eq!(block.span.of(&text), copied.span.of(&parts.text));
                assert_eq!(map.place(block.span), parts.map.place(copied.span));
            }
        }
    }
}
