//! Characters that look like others: what a reader sees is what is matched.
//!
//! Spaces of every kind become a plain one, what cannot be seen is left out, and hyphens, wide
//! letters and ligatures become the plain letters they stand for. Curly quotation marks and dashes
//! are English as it is printed, and stay.

use crate::bits;
use crate::bits::BLOCK;

/// What a character is turned into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is white space.
    Space,
    /// Nobody sees it.
    Nothing,
    /// It stands for these letters.
    Letters(&'static str),
    /// It stands for this one.
    Letter(char),
    /// It is a mark over the letter before it.
    Combines,
}

/// Characters that stand for others.
const LETTERS: &[(char, &str)] = &[
    ('\u{2010}', "-"),
    ('\u{2011}', "-"),
    ('ﬀ', "ff"),
    ('ﬁ', "fi"),
    ('ﬂ', "fl"),
    ('ﬃ', "ffi"),
    ('ﬄ', "ffl"),
    ('ﬅ', "st"),
    ('ﬆ', "st"),
];

/// How far the wide forms of ASCII stand from the plain ones.
const WIDE: u32 = 0xFEE0;

/// What becomes of `c`, if it does not stay as it is.
pub fn change(c: char) -> Option<Change> {
    match c {
        '\0'..' ' | '\u{7f}' => Some(Change::Space),
        ' '..='\u{7e}' => None,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' => Some(Change::Nothing),
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => Some(Change::Nothing),
        '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => Some(Change::Nothing),
        '\u{300}'..='\u{36f}' => Some(Change::Combines),
        '！'..='～' => char::from_u32(u32::from(c) - WIDE).map(Change::Letter),
        _ if c.is_whitespace() => Some(Change::Space),
        _ => LETTERS.iter().find(|(letter, _)| *letter == c).map(|(_, plain)| Change::Letters(plain)),
    }
}

/// The bytes at which `text` may not stay as it is: characters that may change, and spaces after a space.
pub fn doubts(text: &str) -> Vec<u32> {
    let mut before = 0;
    bits::all_ones(text.as_bytes(), |block| {
        let spaces = bits::bits(block, |byte| byte == b' ');
        let gaps = spaces & (spaces << 1 | before);
        before = spaces >> (BLOCK - 1);
        gaps | bits::bits(block, may_change)
    })
}

/// Whether a byte is, or begins, a character that may be changed.
fn may_change(byte: u8) -> bool {
    // Both what is below the space and what begins a character of several bytes.
    (byte.wrapping_sub(0xc0) < 0x60) | (byte == 0x7f)
}

/// Whether the character at one of those bytes stays as it is.
pub fn stays(text: &str, at: usize) -> bool {
    // Dashes and quotation marks first, U+2012 to U+2027, for they are by far the most frequent.
    if matches!(text.as_bytes()[at..], [0xe2, 0x80, 0x92..=0xa7, ..]) {
        return true;
    }
    let c = text.get(at..).and_then(|rest| rest.chars().next());
    c.is_none_or(|c| c != ' ' && change(c).is_none())
}

#[cfg(test)]
mod tests {
    use super::Change;
    use super::change;
    use super::doubts;
    use super::stays;

    #[track_caller]
    fn check(c: char, expected: Option<Change>) {
        assert_eq!(change(c), expected, "{c:?}");
    }

    #[test]
    fn spaces_of_every_kind_are_spaces() {
        for c in ['\u{a0}', '\u{2009}', '\u{202f}', '\u{2007}', '\u{3000}', '\n', '\t', '\u{2028}'] {
            check(c, Some(Change::Space));
        }
        check(' ', None);
    }

    #[test]
    fn what_nobody_sees_is_nothing() {
        for c in ['\u{ad}', '\u{200b}', '\u{200d}', '\u{2060}', '\u{feff}', '\u{202e}', '\u{fe0f}'] {
            check(c, Some(Change::Nothing));
        }
    }

    #[test]
    fn letters_stand_for_plain_ones() {
        check('\u{2011}', Some(Change::Letters("-")));
        check('３', Some(Change::Letter('3')));
        check('ｚ', Some(Change::Letter('z')));
        check('％', Some(Change::Letter('%')));
        check('ﬃ', Some(Change::Letters("ffi")));
        check('\u{301}', Some(Change::Combines));
    }

    #[test]
    fn english_as_it_is_printed_stays() {
        for c in ['“', '”', '’', '–', '—', '…', 'é', '€', '½', '²'] {
            check(c, None);
        }
    }

    #[track_caller]
    fn check_changes(text: &str, expected: &[usize]) {
        let changes: Vec<usize> =
            doubts(text).into_iter().map(|at| at as usize).filter(|at| !stays(text, *at)).collect();
        assert_eq!(changes, expected, "{text:?}");
    }

    #[test]
    fn every_change_is_doubted() {
        check_changes("Café “open” — now", &[]);
        check_changes("two\r\nlines\u{ad}\u{7f}", &[3, 4, 10, 12]);
        check_changes("a   gap", &[2, 3]);
        check_changes(&format!("{}  gap", "-".repeat(63)), &[64]);
    }
}
