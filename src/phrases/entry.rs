//! One phrase among many: by what it is filed, and what has to be looked at to find it.

use crate::bits::is_lead;
use crate::phrases::around::Around;
use crate::phrases::around::SIDE;
use crate::phrases::word::KEY;
use crate::phrases::word::len_of;
use crate::phrases::word::spread;

/// A phrase. Two share a line of the processor's memory.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// By what its filing word is known.
    pub key: u64,
    /// What stands around its filing word.
    pub around: Around,
    /// Where it stands in the text of all phrases.
    pub start: u32,
    /// How many bytes it has.
    pub len: u32,
    /// How many bytes of it come before its filing word, as in ".NET".
    pub lead: u16,
    /// How much of it has to be looked at.
    pub extent: Extent,
    /// Its number.
    pub id: u32,
}

/// How much of a phrase its key and what is seen around it tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// It is one word of which the key has every letter: where the key is, it is.
    Word,
    /// Its filing word and what is seen behind are all there is of it.
    Short,
    /// The rest of it has to be compared.
    Long,
}

impl Extent {
    /// That of a phrase with so many bytes before its filing word, which has this key.
    pub fn of(phrase: &str, lead: u16, key: u64) -> Extent {
        let len = len_of(key);
        match phrase.len() {
            // Zeros are seen behind the end, so a phrase that holds one is compared.
            _ if lead > 0 || phrase.contains('\0') => Extent::Long,
            // A longer word may only begin so; a character outside of ASCII may stand within one.
            all if all == len && len < KEY && !is_lead(phrase.as_bytes()[0]) => Extent::Word,
            all if all <= len + SIDE => Extent::Short,
            _ => Extent::Long,
        }
    }
}

/// By what entries lie in order, the text from the filing word on aside.
pub fn rank(key: u64, around: Around) -> (u64, u32) {
    (spread(key), around.after)
}
