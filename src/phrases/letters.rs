//! Which bytes of a text are letters and digits of ASCII, a bit each.
//!
//! Sixty-four bytes at a time, in a form that compilers turn into instructions on many bytes at once.

/// How many bytes a word of bits stands for.
const BLOCK: usize = 64;

/// A text seen as bits.
pub(super) struct Letters {
    /// A bit for each letter and digit of ASCII.
    ascii: Vec<u64>,
    /// A bit for the first byte of each other character outside of ASCII.
    leads: Vec<u64>,
}

impl Letters {
    /// Looks at every byte once.
    pub(super) fn of(text: &[u8]) -> Letters {
        let n_blocks = text.len().div_ceil(BLOCK);
        let mut letters =
            Letters { ascii: Vec::with_capacity(n_blocks + 1), leads: Vec::with_capacity(n_blocks) };
        let (blocks, rest) = text.as_chunks::<BLOCK>();
        blocks.iter().for_each(|block| letters.push(block));
        let mut last = [0; BLOCK];
        last[..rest.len()].copy_from_slice(rest);
        letters.push(&last);
        letters
    }

    fn push(&mut self, block: &[u8; BLOCK]) {
        self.ascii.push(bits(block, |byte| {
            ((byte | 0x20).wrapping_sub(b'a') < 26) | (byte.wrapping_sub(b'0') < 10)
        }));
        self.leads.push(bits(block, |byte| byte >= 0xc0));
    }

    /// Tells of the first byte of each word of ASCII, with how many letters and digits stand in a row from there
    /// as far as the next block ends, and of each other character, with no letters; in order.
    #[inline]
    pub(super) fn each_word(&self, mut tell: impl FnMut(usize, usize)) {
        let mut before = 0;
        for (block, ((here, next), leads)) in
            self.ascii.iter().zip(self.following()).zip(&self.leads).enumerate()
        {
            let mut starts = here & !(here << 1 | before) | leads;
            before = here >> (BLOCK - 1);
            while starts != 0 {
                let bit = starts.trailing_zeros() as usize;
                starts &= starts - 1;
                // In two steps, for a shift by a whole word is none.
                let run = here >> bit | next << 1 << (BLOCK - 1 - bit);
                tell(block * BLOCK + bit, run.trailing_ones() as usize);
            }
        }
    }

    /// For each block the one after it.
    fn following(&self) -> impl Iterator<Item = &u64> {
        self.ascii[1..].iter().chain([&0])
    }
}

/// How many bytes a character has whose first byte this is.
pub(super) fn len_of_character(lead: u8) -> usize {
    (lead.leading_ones() as usize).clamp(1, 4)
}

/// A bit for each byte of a block of which something holds.
fn bits(block: &[u8; BLOCK], holds: impl Fn(u8) -> bool) -> u64 {
    let flags = block.map(|byte| u8::from(holds(byte)));
    let (eights, _) = flags.as_chunks::<8>();
    let bits = eights.iter().enumerate().map(|(at, eight)| gathered(*eight) << (8 * at));
    bits.fold(0, |all, bits| all | bits)
}

/// Eight bytes that are 0 or 1 as eight bits.
fn gathered(flags: [u8; 8]) -> u64 {
    // Each product moves one byte's bit to its place in the highest byte, and no two meet.
    u64::from_le_bytes(flags).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

#[cfg(test)]
mod tests {
    use super::Letters;

    #[track_caller]
    fn check(text: &str, expected: &[(usize, usize)]) {
        let letters = Letters::of(text.as_bytes());
        let mut found = Vec::new();
        letters.each_word(|at, run| found.push((at, run)));
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn words_begin_after_anything_else() {
        check("It has 31 (3a) – 5é", &[(0, 2), (3, 3), (7, 2), (11, 2), (15, 0), (19, 1), (20, 0)]);
        check("", &[]);
    }

    #[test]
    fn words_go_on_past_the_end_of_a_block() {
        check(&format!("{}abc d", " ".repeat(62)), &[(62, 3), (66, 1)]);
        check(&format!("{}abc d", " ".repeat(63)), &[(63, 3), (67, 1)]);
        check(&format!("{}abc d", " ".repeat(64)), &[(64, 3), (68, 1)]);
        check(&"a".repeat(64), &[(0, 64)]);
    }
}
