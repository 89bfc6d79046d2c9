//! Compressed files of JSON lines, unpacked while they are read: gzip and Zstandard.
//!
//! The only file that names the libraries which unpack.

use crate::source::problem::Cause;
use flate2::bufread::MultiGzDecoder;
use std::io;
use std::io::BufReader;
use std::io::Read;
use std::path::Path;

/// How a file is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// As `gzip` and `pigz` write it, in one part or many.
    Gzip,
    /// As `zstd` writes it, in one frame or many.
    Zstandard,
}

/// The last endings of compressed files.
pub const ENDINGS: &[(&str, Packing)] = &[("gz", Packing::Gzip), ("zst", Packing::Zstandard)];

/// How much of a compressed file is read at once.
const BLOCK: usize = 1 << 16;

impl Packing {
    /// How the file is compressed, as far as its name says.
    pub fn of(path: &Path) -> Option<Packing> {
        Packing::of_ending(path.extension()?.to_str()?)
    }

    /// How a file with this last ending is compressed.
    pub fn of_ending(ending: &str) -> Option<Packing> {
        ENDINGS.iter().find(|(known, _)| known.eq_ignore_ascii_case(ending)).map(|(_, packing)| *packing)
    }

    fn name(self) -> &'static str {
        match self {
            Packing::Gzip => "gzip",
            Packing::Zstandard => "Zstandard",
        }
    }
}

/// What `reader`, the file at `path`, holds once it is unpacked.
///
/// # Errors
/// A system that has no memory left to unpack with.
pub fn unpacked(path: &Path, reader: impl Read + 'static) -> io::Result<Box<dyn Read>> {
    let packed = BufReader::with_capacity(BLOCK, reader);
    Ok(match Packing::of(path) {
        None => Box::new(packed.into_inner()),
        Some(Packing::Gzip) => Box::new(MultiGzDecoder::new(packed)),
        Some(Packing::Zstandard) => Box::new(zstd::Decoder::with_buffer(packed)?),
    })
}

/// Why the file at `path` could not be read on.
pub fn cause(path: &Path, error: io::Error) -> Cause {
    match Packing::of(path) {
        // The system has a number for what it refuses; what is wrong in the bytes has none.
        Some(packing) if error.raw_os_error().is_none() => {
            Cause::Torn { packing: packing.name(), reason: reason(&error) }
        }
        _ => Cause::Unreadable(error),
    }
}

fn reason(error: &io::Error) -> String {
    if error.kind() == io::ErrorKind::UnexpectedEof {
        return "it breaks off, or other bytes stand behind it".to_owned();
    }
    error.to_string().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::Packing;
    use super::unpacked;
    use flate2::Compression;
    use flate2::write::GzEncoder;
    use std::io::Cursor;
    use std::io::Read;
    use std::io::Write;
    use std::path::Path;

    fn gzip(text: &str) -> Vec<u8> {
        let mut packed = GzEncoder::new(Vec::new(), Compression::default());
        packed.write_all(text.as_bytes()).expect("a vector takes all");
        packed.finish().expect("a vector takes all")
    }

    fn zstandard(text: &str) -> Vec<u8> {
        zstd::encode_all(text.as_bytes(), 0).expect("a vector takes all")
    }

    #[track_caller]
    fn check(name: &str, bytes: Vec<u8>, expected: &str) {
        let mut text = String::new();
        let mut reader = unpacked(Path::new(name), Cursor::new(bytes)).expect("a reader");
        reader.read_to_string(&mut text).expect("it is whole");
        assert_eq!(text, expected, "{name}");
    }

    #[test]
    fn all_parts_of_a_file_are_read() {
        check("a.jsonl", b"one".to_vec(), "one");
        check("a.jsonl.gz", [gzip("one "), gzip("two")].concat(), "one two");
        check("a.JSONL.ZST", [zstandard("one "), zstandard("two")].concat(), "one two");
    }

    #[test]
    fn the_last_ending_says_how_it_is_packed() {
        assert_eq!(Packing::of(Path::new("a/b.jsonl.gz")), Some(Packing::Gzip));
        assert_eq!(Packing::of(Path::new("a/b.jsonl")), None);
    }
}
