//! The words that phrases are filed by: where a text has them, and by which numbers they are known.

use crate::bits;
use crate::bits::BLOCK;
use crate::bits::Ones;
use crate::bits::is_lead;

/// A word is known by so many of its bytes.
pub const KEY: usize = 8;

/// A block with the bytes behind it that a word which begins in it is known by.
const WINDOW: usize = BLOCK + KEY;

/// Tells of each row of letters and digits of ASCII at which byte it begins and by which key it is known.
#[inline]
pub fn each_word(text: &[u8], mut tell: impl FnMut(usize, u64)) {
    let mut walk = Walk { text, open: 0, last: 0 };
    let mut at = 0;
    while let Some(window) = text[at..].first_chunk() {
        walk.block(at, window, &mut tell);
        at += BLOCK;
    }
    let rest = &text[at..];
    let mut end = [0; BLOCK + WINDOW];
    end[..rest.len()].copy_from_slice(rest);
    for skipped in (0..=rest.len()).step_by(BLOCK) {
        if let Some(window) = end[skipped..].first_chunk() {
            walk.block(at + skipped, window, &mut tell);
        }
    }
}

/// A walk over the words of a text, block by block.
struct Walk<'t> {
    text: &'t [u8],
    /// Where the word begins that the last block left open, if the bit is set.
    open: usize,
    last: u64,
}

impl Walk<'_> {
    /// Tells of the words that end in the block at the byte `at`.
    // For every block of a text, in a loop that is to hold no call.
    #[inline(always)]
    fn block(&mut self, at: usize, window: &[u8; WINDOW], tell: &mut impl FnMut(usize, u64)) {
        let letters = window.first_chunk().map_or(0, |block| bits::bits(block, is_letter));
        let mut edges = Ones(letters ^ (letters << 1 | self.last));
        if self.last == 1 {
            // A word that fills a block is still open.
            let Some(end) = edges.next() else { return };
            tell(self.open, key_of(self.text, self.open, at + end - self.open));
        }
        while let Some(start) = edges.next() {
            match edges.next() {
                Some(end) => tell(at + start, key_in(window, start, end - start)),
                None => self.open = at + start,
            }
        }
        self.last = letters >> (BLOCK - 1);
    }
}

/// Tells of each character outside of ASCII, which is a word by itself.
pub fn each_other(text: &[u8], mut tell: impl FnMut(usize, u64)) {
    bits::places(text, is_lead).for_each(|at| tell(at, key_of(text, at, len_led_by(text[at]))));
}

/// How many bytes the character has that begins with this byte.
fn len_led_by(byte: u8) -> usize {
    // The bits that lead it say so.
    byte.leading_ones().clamp(1, 4) as usize
}

/// Whether a byte is a letter or digit of ASCII.
pub fn is_letter(byte: u8) -> bool {
    ((byte | 0x20).wrapping_sub(b'a') < 26) | (byte.wrapping_sub(b'0') < 10)
}

/// By what a phrase is filed: a run of letters and digits of ASCII, or one other character.
pub fn key(phrase: &str) -> u64 {
    let bytes = phrase.as_bytes();
    match bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count() {
        0 => key_of(bytes, 0, bytes.first().map_or(0, |byte| len_led_by(*byte))),
        run => key_of(bytes, 0, run),
    }
}

/// 2^64 by the golden ratio: spreads the bits of a key over the upper half of the product (Knuth, vol. 3, 6.4).
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// The bits of a key, spread: those of no two keys are the same.
#[inline]
pub fn spread(key: u64) -> u64 {
    key.wrapping_mul(SPREAD)
}

/// The place of a key among as many as so many bits number.
#[inline]
pub fn slot(key: u64, bits: u32) -> usize {
    (spread(key) >> (u64::BITS - bits)) as usize
}

/// Which bytes of a word of so many are kept.
const KEPT: [u64; BLOCK] = kept();

const fn kept() -> [u64; BLOCK] {
    let mut kept = [u64::MAX; BLOCK];
    let mut len = 0;
    while len < KEY {
        kept[len] = (1 << (8 * len)) - 1;
        len += 1;
    }
    kept
}

/// The key of a word of fewer bytes than a block, which begins at the byte `start` of one.
#[inline]
fn key_in(window: &[u8; WINDOW], start: usize, len: usize) -> u64 {
    let eight = window[start % BLOCK..].first_chunk().map_or(0, |eight| u64::from_le_bytes(*eight));
    eight & KEPT[len % BLOCK]
}

/// The key of the word of so many bytes at the byte `at`.
pub fn key_of(text: &[u8], at: usize, len: usize) -> u64 {
    let rest = &text[at..];
    let eight = rest.first_chunk::<KEY>().map_or_else(|| last_key(rest), |eight| u64::from_le_bytes(*eight));
    eight & KEPT[len.min(KEY)]
}

/// How many bytes a key has.
pub fn len_of(key: u64) -> usize {
    KEY - key.leading_zeros() as usize / 8
}

/// The key of the last few bytes of a text.
#[cold]
fn last_key(bytes: &[u8]) -> u64 {
    bytes.iter().take(KEY).rev().fold(0, |key, byte| key << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::each_word;
    use super::key;

    #[track_caller]
    fn check_words(text: &str, expected: &[(usize, usize)]) {
        let mut found = Vec::new();
        each_word(text.as_bytes(), |at, key| found.push((at, key)));
        let expected: Vec<(usize, u64)> =
            expected.iter().map(|(at, len)| (*at, key(&text[*at..at + len]))).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn words_begin_after_anything_else() {
        check_words("It has 31 (3a) – 5é", &[(0, 2), (3, 3), (7, 2), (11, 2), (19, 1)]);
        check_words("", &[]);
    }

    #[test]
    fn words_go_on_past_the_end_of_a_block() {
        check_words(&format!("{}abc d", " ".repeat(62)), &[(62, 3), (66, 1)]);
        check_words(&format!("{}abc d", " ".repeat(63)), &[(63, 3), (67, 1)]);
        check_words(&format!("{}abc d", " ".repeat(64)), &[(64, 3), (68, 1)]);
        check_words(&"a".repeat(64), &[(0, 64)]);
        check_words(&"a".repeat(150), &[(0, 150)]);
    }
}
