//! The share that was reached once, below which a gate never falls again: a file with two numbers.

use crate::report::coverage::count::Share;
use serde::Deserialize;
use serde::Serialize;

/// The version of the shape of the file.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    covered: usize,
    of: usize,
}

/// Why a ratchet cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// It is not JSON of the right shape.
    #[error("it is not a ratchet")]
    Shape(#[from] serde_json::Error),
    /// It was written by a later version.
    #[error("it has version {0}, and this factlint knows version {VERSION}")]
    Version(u32),
    /// More is covered than there is.
    #[error("{0} of {1} is no share")]
    NoShare(usize, usize),
}

/// The share in the text of a file.
///
/// # Errors
/// A text of another shape.
pub fn read(text: &str) -> Result<Share, Unreadable> {
    let File { version, covered, of } = serde_json::from_str(text)?;
    if version != VERSION {
        return Err(Unreadable::Version(version));
    }
    if covered > of {
        return Err(Unreadable::NoShare(covered, of));
    }
    Ok(Share { part: covered, whole: of })
}

/// The text of a file with this share.
pub fn file(share: Share) -> String {
    let Share { part, whole } = share;
    format!("{{\n  \"version\": {VERSION},\n  \"covered\": {part},\n  \"of\": {whole}\n}}\n")
}

#[cfg(test)]
mod tests {
    use super::file;
    use super::read;
    use crate::report::coverage::count::Share;

    #[test]
    fn what_is_written_is_read_back() {
        let share = Share { part: 3, whole: 7 };
        assert_eq!(read(&file(share)).expect("a ratchet"), share);
    }

    #[test]
    fn another_file_is_refused() {
        for text in [
            "",
            "{}",
            "[]",
            r#"{"version": 2, "covered": 1, "of": 2}"#,
            r#"{"version": 1, "covered": 3, "of": 2}"#,
        ] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
