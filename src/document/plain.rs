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

/// The blocks and the map of a text that is prose as it stands; else its prose, as some of it has to change.
pub fn as_it_stands(text: &str) -> Result<(Vec<Block>, OffsetMap), Parts> {
    let doubts = typography::doubts(text);
    // Line breaks are among what may have to change.
    let breaks = doubts.iter().map(|at| *at as usize).filter(|at| text.as_bytes()[*at] == b'\n');
    let blocks = block::of_lines(text, lines::between(Span::new(0, text.len()), breaks));
    let stays = |doubts: &[u32]| doubts.iter().all(|at| typography::stays(text, *at as usize));
    // What stands between two blocks is not read.
    if each(&blocks, &doubts).all(|(_, doubts)| stays(doubts)) {
        Ok((blocks, OffsetMap::identity(Field::Text, text.len())))
    } else {
        Err(changed(text, &blocks, &doubts))
    }
}

/// The prose of a text that has these blocks, and these doubts.
fn changed(text: &str, blocks: &[Block], doubts: &[u32]) -> Parts {
    let mut prose = Prose::new(Field::Text, text);
    for (block, doubts) in each(blocks, doubts) {
        prose.copy_doubted(block.span, doubts.iter().map(|at| *at as usize));
        prose.end(block.role);
    }
    prose.finish()
}

/// Each block with the doubts in it; both are in order.
fn each<'b>(blocks: &'b [Block], doubts: &'b [u32]) -> impl Iterator<Item = (&'b Block, &'b [u32])> {
    let mut rest = doubts;
    blocks.iter().map(move |block| {
        let inside = &rest[n_before(rest, block.span.start())..];
        let (here, after) = inside.split_at(n_before(inside, block.span.end()));
        rest = after;
        (block, here)
    })
}

/// How many of some places stand before the byte `end`.
fn n_before(places: &[u32], end: usize) -> usize {
    places.iter().take_while(|at| (**at as usize) < end).count()
}

/// Adds the blocks of `text` to `prose`, whose source it is.
pub fn read(text: &str, prose: &mut Prose<'_>) {
    for block in block::split(text, Span::new(0, text.len())) {
        prose.copy(block.span);
        prose.end(block.role);
    }
}

#[cfg(test)]
mod tests {
    use super::as_it_stands;
    use super::read;
    use crate::document::map::Field;
    use crate::document::map::OffsetMap;
    use crate::document::prose::Parts;
    use crate::document::prose::Prose;
    use crate::span::Span;
    use proptest::prelude::proptest;

    /// The prose of a text that is copied block by block.
    fn copied(text: &str) -> Parts {
        let mut prose = Prose::new(Field::Text, text);
        read(text, &mut prose);
        prose.finish()
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
        let parts = as_it_stands(text).expect_err("a space too many");
        assert_eq!(parts.text, "It has 31 members.");
        assert_eq!(parts.map.place(Span::new(7, 17)).span.of(text), "31  members");
    }

    #[test]
    fn a_wrapped_line_goes_on_after_a_space() {
        let text = "The harbour reopened on Monday after the longest\r\nstorm on record had passed.";
        let parts = as_it_stands(text).expect_err("a line that goes on");
        let at = parts.text.find("longest storm").expect("one space");
        let place = parts.map.place(Span::new(at, at + "longest storm".len()));
        assert_eq!(place.span.of(text), "longest\r\nstorm");
    }

    proptest! {
        #[test]
        fn what_stands_as_it_is_reads_the_same_when_it_is_copied(
            text in "([ \r\n\t.a]|\\PC|[\u{a0}\u{ad}\u{301}ﬁ３]|the harbour reopened after the longest storm){0,30}",
        ) {
            let copied = copied(&text);
            match as_it_stands(&text) {
                Ok((blocks, map)) => {
                    assert_eq!(blocks.len(), copied.blocks.len());
                    for (block, copy) in blocks.iter().zip(&copied.blocks) {
                        assert_eq!(block.span.of(&text), copy.span.of(&copied.text));
                        assert_eq!(map.place(block.span), copied.map.place(copy.span));
                    }
                }
                Err(changed) => {
                    assert_eq!((&changed.text, &changed.blocks), (&copied.text, &copied.blocks));
                    assert_eq!(changed.map, copied.map);
                }
            }
        }
    }
}
