//! Bytes to text: UTF-8, and UTF-16 where a byte order mark says so; never lossy.

use crate::source::problem::Cause;

const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";
const UTF16_LE_MARK: &[u8] = b"\xFF\xFE";
const UTF16_BE_MARK: &[u8] = b"\xFE\xFF";

/// A text with the place in its file.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// The byte of the file at which it begins; 0 for UTF-16, whose bytes are not those of the text.
    pub text_at: usize,
}

/// Why bytes are not text, with what could be read before.
#[derive(Debug)]
pub struct Undecodable {
    /// The text before the place at fault.
    pub before: String,
    /// What is wrong there.
    pub cause: Cause,
}

/// Turns the bytes of a file into text.
///
/// # Errors
/// Bytes that are not of the encoding, and zero bytes, which no text holds.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Undecodable> {
    if bytes.starts_with(UTF16_LE_MARK) {
        return from_utf16(&bytes[2..], u16::from_le_bytes, "UTF-16 LE");
    }
    if bytes.starts_with(UTF16_BE_MARK) {
        return from_utf16(&bytes[2..], u16::from_be_bytes, "UTF-16 BE");
    }
    from_utf8(bytes)
}

/// Whether the bytes begin with a byte order mark of UTF-16.
pub fn is_utf16(bytes: &[u8]) -> bool {
    bytes.starts_with(UTF16_LE_MARK) || bytes.starts_with(UTF16_BE_MARK)
}

/// The length of the UTF-8 byte order mark at the front of `bytes`; 0 without one.
pub fn mark_len(bytes: &[u8]) -> usize {
    if bytes.starts_with(UTF8_MARK) { UTF8_MARK.len() } else { 0 }
}

fn from_utf8(bytes: &[u8]) -> Result<Decoded, Undecodable> {
    let undecodable = |bytes, cause| Undecodable { before: valid_start(bytes).to_owned(), cause };
    // A zero byte is looked for first: a picture is not a text in the wrong encoding.
    if let Some(at) = memchr::memchr(0, bytes) {
        return Err(undecodable(&bytes[..at], Cause::Binary));
    }
    let text_at = mark_len(bytes);
    // To copy a text costs next to nothing beside what is saved by asking about many bytes at once.
    match simdutf8::basic::from_utf8(&bytes[text_at..]) {
        Ok(text) => Ok(Decoded { text: text.to_owned(), text_at }),
        Err(_) => Err(undecodable(&bytes[text_at..], Cause::Encoding { encoding: "UTF-8" })),
    }
}

/// The longest start of `bytes` that is UTF-8.
pub fn valid_start(bytes: &[u8]) -> &str {
    let bytes = &bytes[mark_len(bytes)..];
    let valid = match std::str::from_utf8(bytes) {
        Ok(text) => return text,
        Err(error) => error.valid_up_to(),
    };
    std::str::from_utf8(&bytes[..valid]).unwrap_or_default()
}

fn from_utf16(
    bytes: &[u8],
    unit: fn([u8; 2]) -> u16,
    encoding: &'static str,
) -> Result<Decoded, Undecodable> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    for decoded in char::decode_utf16(pairs.iter().copied().map(unit)) {
        match decoded {
            Ok('\0') => return Err(Undecodable { before: text, cause: Cause::Binary }),
            Ok(character) => text.push(character),
            Err(_) => return Err(Undecodable { before: text, cause: Cause::Encoding { encoding } }),
        }
    }
    if rest.is_empty() {
        Ok(Decoded { text, text_at: 0 })
    } else {
        Err(Undecodable { before: text, cause: Cause::Encoding { encoding } })
    }
}

#[cfg(test)]
mod tests {
    use super::Cause;
    use super::decode;
    use super::valid_start;
    use proptest::prelude::any;
    use proptest::proptest;

    #[track_caller]
    fn check(bytes: &[u8], text: &str, text_at: usize) {
        let decoded = decode(bytes).unwrap_or_else(|error| panic!("{error:?}"));
        assert_eq!((decoded.text.as_str(), decoded.text_at), (text, text_at));
    }

    #[track_caller]
    fn check_refused(bytes: &[u8], before: &str) -> Cause {
        let refused = decode(bytes).expect_err("these bytes are not text");
        assert_eq!(refused.before, before);
        refused.cause
    }

    #[test]
    fn a_byte_order_mark_is_not_part_of_the_text() {
        check("Café".as_bytes(), "Café", 0);
        check("\u{FEFF}Café".as_bytes(), "Café", 3);
        check(b"\xFF\xFEC\0\xE9\0", "Cé", 0);
        check(b"\xFE\xFF\0C\0\xE9", "Cé", 0);
        check(b"", "", 0);
    }

    #[test]
    fn characters_beyond_sixteen_bits_are_read() {
        check(b"\xFF\xFE\x3D\xD8\x00\xDE", "😀", 0);
    }

    #[test]
    fn the_first_bad_byte_is_found() {
        let cause = check_refused(b"One.\nA caf\xE9.", "One.\nA caf");
        assert!(matches!(cause, Cause::Encoding { encoding: "UTF-8" }));
    }

    #[test]
    fn half_a_character_of_utf16_is_refused() {
        let cause = check_refused(b"\xFF\xFEC\0\x3D\xD8", "C");
        assert!(matches!(cause, Cause::Encoding { encoding: "UTF-16 LE" }));
        let cause = check_refused(b"\xFF\xFEC\0d", "C");
        assert!(matches!(cause, Cause::Encoding { encoding: "UTF-16 LE" }));
    }

    #[test]
    fn zero_bytes_are_no_text() {
        assert!(matches!(check_refused(b"PK\x03\0\xFF", "PK\x03"), Cause::Binary));
        assert!(matches!(check_refused(b"\xFF\xFE\0\0", ""), Cause::Binary));
    }

    proptest! {
        #[test]
        fn any_bytes_are_text_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            match decode(&bytes) {
                Ok(decoded) if !super::is_utf16(&bytes) => {
                    assert_eq!(decoded.text.as_bytes(), &bytes[decoded.text_at..]);
                }
                Ok(_) => {}
                Err(refused) => assert!(refused.before.len() <= 2 * bytes.len()),
            }
            assert!(valid_start(&bytes).len() <= bytes.len());
        }
    }
}
