//! What stands around the filing word of a phrase: a few bytes on either side, for numbers are compared sooner than
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

    /// What stands around the first "Orla" of a text.
    fn around(text: &str) -> Around {
        let at = text.find("Orla").unwrap();
        Around::of(text.as_bytes(), at, key("Orla"))
    }

    #[test]
    fn a_phrase_admits_what_it_may_stand_in() {
        for (phrase, text, expected) in [
            ("Orla", "in Orla.", true),
            ("Lake Orla", "to Lake Orla now", true),
            ("Lake Orla", "Orla now", false),
            ("Lake Orla", "by the Orla", false),
            ("A Orla", "at A Orla", true),
            ("A Orla", "at a Orla", false),
            ("Orla Bridge", "Orla Bri", true),
            ("Orla Bridge", "an Orla B", false),
            ("Orla B", "an Orla B", true),
        ] {
            assert_eq!(around(phrase).admits(around(text)), expected, "{phrase:?} in {text:?}");
        }
    }
}
