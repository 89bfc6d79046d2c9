//! Where a text has numbers in figures: the cheap question before its sentences are read, for few have any.

use crate::bits;
use crate::bits::BLOCK;

/// Where runs of figures begin, in order, and where characters stand that may be a number, as "½" is.
pub fn runs(text: &str) -> Vec<u32> {
    let mut before = 0;
    bits::all_ones(text.as_bytes(), |block| {
        let figures = bits::bits(block, may_be_figure);
        let starts = figures & !(figures << 1 | before);
        before = figures >> (BLOCK - 1);
        starts
    })
}

/// Whether a byte is a digit, or one of those that every fraction of one character has: "½" is c2 bd, "⅓" is
/// e2 85 93.
pub fn may_be_figure(byte: u8) -> bool {
    byte.is_ascii_digit() | (byte == 0xc2) | (byte == 0x85)
}

#[cfg(test)]
mod tests {
    use super::runs;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = runs(text)
            .iter()
            .map(|at| {
                let at = *at as usize - usize::from(text.as_bytes()[*at as usize] == 0x85);
                &text[at..]
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn runs_of_figures_are_found() {
        check("It has 31, not 1,200.", &["31, not 1,200.", "1,200.", "200."]);
        check("It has ½ or ⅓", &["½ or ⅓", "⅓"]);
        check("It has none – “none”.", &[]);
        check(&format!("{}12", "-".repeat(63)), &["12"]);
    }
}
