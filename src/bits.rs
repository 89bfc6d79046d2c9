//! Bytes of a text seen as bits: sixty-four at a time, in a form that compilers turn into instructions on many
//! bytes at once. The only file that names wide.

use std::iter;
use std::ops::Range;
use wide::i8x16;

/// How many bytes a word of bits stands for.
pub const BLOCK: usize = 64;
/// How many bytes a processor looks at in one step.
const LANES: usize = 16;

/// One byte in so many is a stop, a line break or a digit.
const SPARSE: usize = 32;

/// The places of the bytes of which something holds, in order, each when it is asked for.
#[inline]
pub fn places(bytes: &[u8], holds: impl Fn(u8) -> bool) -> impl Iterator<Item = usize> {
    let places = ones(blocks(bytes).map(move |block| bits(&block, &holds)));
    // What holds of zeros holds behind the end too.
    places.take_while(|at| *at < bytes.len())
}

/// The same at once, for those who want all of them; as short numbers, for there are many.
#[inline]
pub fn all(bytes: &[u8], holds: impl Fn(u8) -> bool) -> Vec<u32> {
    all_ones(bytes, |block| bits(block, &holds))
}

/// The places of the bits that `word` sets for the blocks of some bytes, in order. An article has fewer than 2^32.
#[inline]
pub fn all_ones(bytes: &[u8], mut word: impl FnMut(&[u8; BLOCK]) -> u64) -> Vec<u32> {
    let mut places = Vec::with_capacity(bytes.len() / SPARSE);
    // Told one after the other rather than asked for, which is what a chain does best.
    blocks(bytes).enumerate().for_each(|(index, block)| {
        places.extend(Ones(word(&block)).map(|bit| (index * BLOCK + bit) as u32));
    });
    // What holds of zeros holds behind the end too.
    while places.pop_if(|at| *at as usize >= bytes.len()).is_some() {}
    places
}

/// The places of the bytes of which `second` holds right after one of which `first` holds, in order. Of zeros, with
/// which the last block is filled up, `second` holds never.
#[inline]
pub fn pairs(
    bytes: &[u8],
    first: impl Fn(u8) -> bool,
    second: impl Fn(u8) -> bool,
) -> impl Iterator<Item = usize> {
    let mut before = 0;
    ones(blocks(bytes).map(move |block| {
        let firsts = bits(&block, &first);
        let after = firsts << 1 | before;
        before = firsts >> (BLOCK - 1);
        after & bits(&block, &second)
    }))
}

/// The rows of bytes of which something holds, in order. Of zeros it holds never.
#[inline]
pub fn rows(bytes: &[u8], holds: impl Fn(u8) -> bool) -> impl Iterator<Item = Range<usize>> {
    let mut before = 0;
    let mut edges = ones(blocks(bytes).map(move |block| {
        let here = bits(&block, &holds);
        let edges = here ^ (here << 1 | before);
        before = here >> (BLOCK - 1);
        edges
    }));
    iter::from_fn(move || Some(edges.next()?..edges.next()?))
}

/// The places of the bits that are set in words of bits, each of which stands for a block.
#[inline]
fn ones(mut words: impl Iterator<Item = u64>) -> impl Iterator<Item = usize> {
    let (mut next, mut rest) = (0, Ones(0));
    iter::from_fn(move || {
        while rest.0 == 0 {
            rest = Ones(words.next()?);
            next += BLOCK;
        }
        rest.next().map(|bit| next - BLOCK + bit)
    })
}

/// The bytes in blocks, the last of them filled up with zeros.
#[inline]
fn blocks(bytes: &[u8]) -> impl Iterator<Item = [u8; BLOCK]> {
    let (blocks, rest) = bytes.as_chunks::<BLOCK>();
    blocks.iter().copied().chain([filled(rest)])
}

/// The first block of some bytes, filled up with zeros.
#[inline]
pub fn filled(bytes: &[u8]) -> [u8; BLOCK] {
    bytes.first_chunk().copied().unwrap_or_else(|| {
        let mut last = [0; BLOCK];
        last[..bytes.len()].copy_from_slice(bytes);
        last
    })
}

/// Whether a byte is the first one of a character outside of ASCII.
#[inline]
pub fn is_lead(byte: u8) -> bool {
    byte >= 0xc0
}

/// A bit for each byte of a block of which something holds.
#[inline]
pub fn bits(block: &[u8; BLOCK], holds: impl Fn(u8) -> bool) -> u64 {
    let mut flags = [0; BLOCK];
    for (flag, byte) in flags.iter_mut().zip(block) {
        *flag = -i8::from(holds(*byte));
    }
    let (steps, _) = flags.as_chunks::<LANES>();
    steps.iter().enumerate().fold(0, |bits, (at, step)| bits | signs(*step) << (LANES * at))
}

/// A bit for each of sixteen numbers that is below zero.
#[inline]
fn signs(step: [i8; LANES]) -> u64 {
    u64::from(i8x16::new(step).move_mask() as u16)
}

/// The places of the bits that are set.
pub struct Ones(pub u64);

impl Iterator for Ones {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        let place = (self.0 != 0).then(|| self.0.trailing_zeros() as usize)?;
        self.0 &= self.0 - 1;
        Some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::pairs;
    use super::places;
    use super::rows;
    use proptest::prelude::any;
    use proptest::prelude::proptest;

    proptest! {
        #[test]
        fn every_byte_has_its_bit(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let found: Vec<usize> = places(&bytes, |byte| byte >= 0x7f).collect();
            let expected: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at] >= 0x7f).collect();
            assert_eq!(found, expected);
        }

        #[test]
        fn every_row_has_its_ends(bytes in proptest::collection::vec(0..3_u8, 0..300)) {
            let found: Vec<usize> = rows(&bytes, |byte| byte == 1).flat_map(|row| [row.start, row.end]).collect();
            let is_one = |at: usize| bytes.get(at) == Some(&1);
            let expected: Vec<usize> =
                (0..=bytes.len()).filter(|at| is_one(*at) != (*at > 0 && is_one(at - 1))).collect();
            assert_eq!(found, expected);
        }

        #[test]
        fn every_pair_is_found(bytes in proptest::collection::vec(0..3_u8, 0..300)) {
            let found: Vec<usize> = pairs(&bytes, |byte| byte == 1, |byte| byte == 2).collect();
            let expected: Vec<usize> = (1..bytes.len()).filter(|at| bytes[at - 1..=*at] == [1, 2]).collect();
            assert_eq!(found, expected);
        }
    }
}
