//! The first words of phrases: where a text has them, and by which numbers they are known.

use crate::bits;
use crate::bits::BLOCK;
use crate::bits::Ones;

/// A first word is known by so many of its bytes.
pub const KEY: usize = 8;

/// Tells of each row of letters and digits of ASCII at which byte it begins and how long it is.
#[inline]
pub fn each_word(text: &[u8], mut tell: impl FnMut(usize, usize)) {
    // Where the word begins that the last block left open, if its last bit is set.
    let (mut open, mut last) = (0, 0);
    for (block, at) in bits::blocks(text).zip((0..).step_by(BLOCK)) {
        let letters = bits::bits(&block, is_letter);
        let mut edges = Ones(letters ^ (letters << 1 | last));
        if last == 1 {
            // A word that fills a block is still open.
            let Some(end) = edges.next() else { continue };
            tell(open, at + end - open);
        }
        while let Some(start) = edges.next() {
            match edges.next() {
                Some(end) => tell(at + start, end - start),
                None => open = at + start,
            }
        }
        last = letters >> (BLOCK - 1);
    }
}

/// Tells of each character outside of ASCII, which is a first word by itself.
pub fn each_other(text: &[u8], mut tell: impl FnMut(usize, usize)) {
    bits::places(text, is_lead).for_each(|at| tell(at, len_led_by(text[at])));
}

/// How many bytes the character has that begins with this byte.
fn len_led_by(byte: u8) -> usize {
    // The bits that lead it say so.
    byte.leading_ones().clamp(1, 4) as usize
}

/// Whether a byte is a letter or digit of ASCII.
fn is_letter(byte: u8) -> bool {
    ((byte | 0x20).wrapping_sub(b'a') < 26) | (byte.wrapping_sub(b'0') < 10)
}

/// Whether a byte is the first one of a character outside of ASCII.
pub fn is_lead(byte: u8) -> bool {
    byte >= 0xc0
}

/// By what a phrase is filed: a run of letters and digits of ASCII, or one other character.
pub fn key(phrase: &str) -> u64 {
    let bytes = phrase.as_bytes();
    match bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count() {
        0 => key_of(bytes, 0, bytes.first().map_or(0, |byte| len_led_by(*byte))),
        run => key_of(bytes, 0, run),
    }
}

/// Which bytes of a first word of so many are kept.
const KEPT: [u64; KEY + 1] =
    [0, 0xff, 0xffff, 0xff_ffff, u64::MAX >> 32, u64::MAX >> 24, u64::MAX >> 16, u64::MAX >> 8, u64::MAX];

/// The same of the word of so many bytes at the byte `at`.
#[inline]
pub fn key_of(text: &[u8], at: usize, len: usize) -> u64 {
    let rest = &text[at..];
    let eight = rest.first_chunk::<KEY>().map_or_else(|| last_key(rest), |eight| u64::from_le_bytes(*eight));
    eight & KEPT[len.min(KEY)]
}

/// The eight bytes behind those of a key, the first one the highest; zeros behind the end.
pub fn sequel(tail: &[u8], key: u64) -> u64 {
    let rest = tail.get(len_of(key)..).unwrap_or_default();
    rest.first_chunk::<KEY>().map_or_else(|| last_key(rest).swap_bytes(), |eight| u64::from_be_bytes(*eight))
}

/// How many bytes a key has.
pub fn len_of(key: u64) -> usize {
    KEY - key.leading_zeros() as usize / 8
}

/// Whether the bytes of a sequel begin with those of another, as far as these go.
pub fn goes_on(sequel: u64, start: u64) -> bool {
    let missing = start.trailing_zeros() / 8 * 8;
    (sequel ^ start).checked_shr(missing).is_none_or(|other| other == 0)
}

/// The key of the last few bytes of a text.
#[cold]
fn last_key(bytes: &[u8]) -> u64 {
    bytes.iter().take(KEY).rev().fold(0, |key, byte| key << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::each_word;

    #[track_caller]
    fn check_words(text: &str, expected: &[(usize, usize)]) {
        let mut found = Vec::new();
        each_word(text.as_bytes(), |at, len| found.push((at, len)));
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
