//! What most words of a text fall through: two bits say that no phrase is filed by them.

use crate::phrases::word::slot;
use crate::phrases::word::spread;

/// How many rows the sieve has, a power of two: few enough for it to stay close to the processor.
const ROWS: usize = 1 << 12;
/// So many bits of a key number its row, and so many each of its two bits there.
const ROW: u32 = ROWS.trailing_zeros();
const BIT: u32 = u64::BITS.trailing_zeros();

/// Two bits for each filing word in one of the rows, a filter after Bloom (1970).
#[derive(Debug)]
pub struct Sieve(Box<[u64; ROWS]>);

impl Sieve {
    /// A sieve that every word falls through.
    pub fn empty() -> Sieve {
        Sieve(Box::new([0; ROWS]))
    }

    /// Keeps back the word with this key from now on.
    pub fn keep(&mut self, key: u64) {
        let (row, bits) = place(key);
        self.0[row] |= bits;
    }

    /// Whether it keeps back the word with this key, and now and then another one.
    #[inline]
    pub fn keeps(&self, key: u64) -> bool {
        let (row, bits) = place(key);
        self.0[row] & bits == bits
    }
}

/// The row of a word, and its bits there.
#[inline]
fn place(key: u64) -> (usize, u64) {
    let spread = spread(key);
    let bit = |nth: u32| spread >> (u64::BITS - ROW - nth * BIT) & 63;
    (slot(key, ROW), 1 << bit(1) | 1 << bit(2))
}
