//! Word documents: the text of the document, then its footnotes.
//!
//! The only file that names zip. Nobody reads the bytes of such a file, so findings point into the
//! text that was taken out of it.

use crate::source::problem::Cause;
use crate::source::read::MAX_BYTES;
use crate::source::wordprocessing;
use std::io::Cursor;
use std::io::Read;
use zip::ZipArchive;
use zip::result::ZipError;

/// How much is unpacked at most from one file: 64 MiB; XML is about ten times as long as its words.
const MAX_UNPACKED: usize = 64 << 20;

/// What holds words in the file, and whether it must be there.
const PARTS: &[(&str, bool)] =
    &[("word/document.xml", true), ("word/footnotes.xml", false), ("word/endnotes.xml", false)];

/// The text of a Word document.
///
/// # Errors
/// What is not a whole Word document, and what unpacks to more than an article may have.
pub fn text(bytes: &[u8]) -> Result<String, Cause> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let mut parts = Vec::new();
    let mut room = MAX_UNPACKED;
    for (name, is_needed) in PARTS {
        match archive.by_name(name) {
            Ok(part) => parts.push(wordprocessing::text(&unpack(part, &mut room)?).map_err(damaged_part)?),
            Err(ZipError::FileNotFound) if !is_needed => {}
            Err(error) => return Err(damaged(&error)),
        }
    }
    parts.retain(|part| !part.is_empty());
    let text = parts.join("\n\n");
    if text.len() > MAX_BYTES {
        return Err(Cause::TooLarge { limit: MAX_BYTES });
    }
    Ok(text)
}

/// Unpacks a part of the file, for which there is so much room left.
fn unpack(part: impl Read, room: &mut usize) -> Result<String, Cause> {
    let mut bytes = Vec::new();
    let limit = *room as u64 + 1;
    part.take(limit).read_to_end(&mut bytes).map_err(|error| damaged_part(error.to_string()))?;
    *room = room.checked_sub(bytes.len()).ok_or(Cause::TooLarge { limit: MAX_UNPACKED })?;
    String::from_utf8(bytes).map_err(|_| Cause::Encoding { encoding: "UTF-8" })
}

fn damaged(error: &ZipError) -> Cause {
    damaged_part(error.to_string())
}

fn damaged_part(reason: String) -> Cause {
    Cause::Damaged { reason }
}

#[cfg(test)]
mod tests {
    use super::MAX_UNPACKED;
    use super::text;
    use crate::source::problem::Cause;
    use std::io::Cursor;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    /// A packed file of these parts.
    fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, part) in parts {
            writer.start_file(*name, SimpleFileOptions::default()).expect("a new part");
            writer.write_all(part).expect("room");
        }
        writer.finish().expect("a whole file").into_inner()
    }

    const DOCUMENT: &[u8] = b"<w:p><w:r><w:t>The 31-member bloc.</w:t></w:r></w:p>";

    #[test]
    fn footnotes_follow_the_text() {
        let bytes = packed(&[
            ("word/footnotes.xml", b"<w:p><w:t>Or 32.</w:t></w:p>"),
            ("word/document.xml", DOCUMENT),
        ]);
        assert_eq!(text(&bytes).ok().as_deref(), Some("The 31-member bloc.\n\nOr 32."));
    }

    #[test]
    fn what_is_cut_off_is_damaged() {
        let bytes = packed(&[("word/document.xml", DOCUMENT)]);
        for end in 0..bytes.len() {
            assert!(matches!(text(&bytes[..end]), Err(Cause::Damaged { .. })), "{end}");
        }
        assert!(matches!(text(&packed(&[("a.xml", b"")])), Err(Cause::Damaged { .. })));
        assert!(matches!(text(&packed(&[("word/document.xml", b"<a")])), Err(Cause::Damaged { .. })));
    }

    #[test]
    fn a_bomb_does_not_go_off() {
        let bomb = packed(&[("word/document.xml", &vec![b' '; MAX_UNPACKED + 1])]);
        assert!(bomb.len() < MAX_UNPACKED / 100);
        assert!(matches!(text(&bomb), Err(Cause::TooLarge { limit: MAX_UNPACKED })));
    }
}
