//! One rule file, or a table of rows, read from the disk.

use crate::fact::Place;
use crate::fact::RuleFile;
use crate::fact::mistake::Mistake;
use crate::span::Span;
use std::path::Path;

/// A file, with why it could not be read.
pub type Read = (RuleFile, Option<(Span, String)>);

/// Reads a file; bytes that are no UTF-8 are replaced, so that the text before them keeps its places.
pub fn read(path: &Path) -> Read {
    let file = |text: String| RuleFile::new(path, text);
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => return (file(String::new()), Some((Span::at(0), format!("cannot be read: {error}")))),
    };
    match String::from_utf8(bytes) {
        Ok(text) => (file(text), None),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            (file(text), Some((Span::new(at, at + '\u{fffd}'.len_utf8()), "is not UTF-8".to_owned())))
        }
    }
}

/// The mistake of a file that could not be read.
pub fn unread(path: &Path, place: Place, why: &str) -> Mistake {
    let mistake = Mistake::error(place, format!("{} {why}", path.display()));
    mistake.help("check the name of the file, and save it as plain text in UTF-8")
}

#[cfg(test)]
mod tests {
    use crate::fact::load::files;

    #[test]
    fn what_is_not_utf8_is_shown_at_its_byte() {
        let path = std::env::temp_dir().join(format!("factlint-{}-latin.toml", std::process::id()));
        std::fs::write(&path, b"# caf\xe9\n").unwrap();
        let loaded = files(&[path.clone(), path.clone()]);
        std::fs::remove_file(&path).unwrap();
        assert_eq!(loaded.rules.files.len(), 1);
        assert_eq!(loaded.rules.line_of(loaded.mistakes[0].place), (1, 6));
        assert!(loaded.mistakes[0].message.ends_with("is not UTF-8"));
    }

    #[test]
    fn a_missing_file_is_a_mistake() {
        let loaded = files(&["no/such/file.toml".into()]);
        assert!(loaded.mistakes[0].message.starts_with("no/such/file.toml cannot be read: "));
    }
}
