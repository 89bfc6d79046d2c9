//! What stands around the filing word of a phrase: a few bytes on either side, for numbers are compared faster than
//! texts, which lie elsewhere in memory.

use crate::phrases::word::len_of;

/// So many bytes are seen on either side.
pub const SIDE: usize = 4;

/// The bytes around a word; zeros where there are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Around {
    /// Those behind its key, the first one the highest: the order of these numbers is that of the texts.
    pub after: u32,
    /// Those before it, the last one the highest.
    before: u32,
}

impl Around {
    /// What stands around the word with this key at the byte `at`.
    pub fn of(text: &[u8], at: usize, key: u64) -> Around {
        let (before, after) = (&text[..at], text.get(at + len_of(key)..).unwrap_or_default());
        Around {
            after: u32::from_be_bytes(after.first_chunk().copied().unwrap_or_else(|| short(after.iter()))),
            before: u32::from_be_bytes(
                before
                    .last_chunk()
                    .map_or_else(|| short(before.iter().rev()), |[a, b, c, d]| [*d, *c, *b, *a]),
            ),
        }
    }

    /// Whether a word with `other` around it may be the filing word of the phrase with this around it.
    #[inline]
    pub fn admits(self, other: Around) -> bool {
        (self.after ^ other.after) & own(self.after) | (self.before ^ other.before) & own(self.before) == 0
    }
}

/// The first few bytes, and zeros.
#[cold]
fn short<'b>(bytes: impl Iterator<Item = &'b u8>) -> [u8; SIDE] {
    let mut filled = [0; SIDE];
    filled.iter_mut().zip(bytes).for_each(|(place, byte)| *place = *byte);
    filled
}

/// The bits of a number down to its last byte that is none of the zeros.
#[inline]
fn own(bytes: u32) -> u32 {
    u32::MAX.checked_shl(bytes.trailing_zeros() / 8 * 8).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::Around;
    use crate::phrases::word::key;

    /// What stands around the first `word` of a text.
    fn around(text: &str, word: &str) -> Around {
        let at = text.find(word).unwrap();
        Around::of(text.as_bytes(), at, key(word))
    }

    #[track_caller]
    fn check(word: &str, phrase: &str, text: &str, expected: bool) {
        assert_eq!(around(phrase, word).admits(around(text, word)), expected, "{phrase:?} in {text:?}");
    }

    #[test]
    fn a_phrase_admits_what_it_may_stand_in() {
        check("Orla", "Orla", "in Orla.", true);
        check("Orla", "Lake Orla", "to Lake Orla now", true);
        check("Orla", "Lake Orla", "Orla now", false);
        check("Orla", "Lake Orla", "by the Orla", false);
        check("Orla", "A Orla", "at A Orla", true);
        check("Orla", "A Orla", "at a Orla", false);
        check("Orla", "Orla Bridge", "Orla Bri", true);
        check("Orla", "Orla Bridge", "an Orla B", false);
        check("Orla", "Orla B", "an Orla B", true);
    }

    #[test]
    fn long_words_and_other_letters_are_seen_too() {
        check("International", "International Bank", "an International", true);
        check("Internat", "Internation", "an Internatural", false);
        check("é", "L’é", "sur L’é", true);
        check("é", "d’é", "sur d’é", true);
        check("é", "d’é", "L’é", false);
        check("é", "dé", "cé", false);
        // What is nothing is not told from a zero, and then all of the phrase is compared.
        check("Orla", "Orla\0", "Orla.", true);
    }
}
