//! Which configuration file there is: the first one found in the current folder or above it.

use crate::source::short;
use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

/// The names it may have.
pub const NAMES: [&str; 2] = ["factlint.toml", ".factlint.toml"];

/// Why it is not clear which configuration file is meant.
#[derive(Debug, thiserror::Error)]
pub enum FindError {
    /// A folder has one of each name.
    #[error("there is both a `{}` and a `{}`", short::path(one), short::path(other))]
    Two {
        /// The first of the two.
        one: PathBuf,
        /// The second.
        other: PathBuf,
    },
    /// There is something of the name of a configuration file that is none.
    #[error("the configuration `{}` must be a regular file", short::path(path))]
    NotAFile {
        /// Its path.
        path: PathBuf,
    },
    /// It cannot be asked about.
    #[error("the configuration `{}` cannot be read", short::path(path))]
    Unreadable {
        /// Its path.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

/// The configuration file of `folder`, an absolute path, or of the nearest folder above it that has one.
///
/// # Errors
/// A folder with two, or with something else of that name.
pub fn upward(folder: &Path) -> Result<Option<PathBuf>, FindError> {
    let mut shown = PathBuf::new();
    for folder in folder.ancestors() {
        if let Some(name) = within(folder, &shown)? {
            return Ok(Some(shown.join(name)));
        }
        shown.push("..");
    }
    Ok(None)
}

/// The name of the one configuration file of a folder, which messages call `shown`.
fn within(folder: &Path, shown: &Path) -> Result<Option<&'static str>, FindError> {
    let is_there = |name: &&&str| fs::symlink_metadata(folder.join(name)).is_ok();
    let mut names = NAMES.iter().filter(is_there);
    match (names.next(), names.next()) {
        (Some(one), Some(other)) => Err(FindError::Two { one: shown.join(one), other: shown.join(other) }),
        (Some(name), None) => named(&shown.join(name), &folder.join(name)).map(|()| Some(*name)),
        (None, _) => Ok(None),
    }
}

/// Whether the file at `path`, which messages call `shown`, is one that can be read without waiting.
///
/// # Errors
/// No file, or another thing than a file.
pub fn named(shown: &Path, path: &Path) -> Result<(), FindError> {
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_file() => Ok(()),
        Ok(_) => Err(FindError::NotAFile { path: shown.to_owned() }),
        Err(source) => Err(FindError::Unreadable { path: shown.to_owned(), source }),
    }
}

#[cfg(test)]
mod tests {
    use super::FindError;
    use super::upward;
    use std::fs;
    use std::path::Path;
    use tempfile::TempDir;

    /// Looks from `a/b` of a folder with these files.
    fn look(files: &[&str]) -> Result<Option<String>, FindError> {
        let root = TempDir::new().expect("a folder");
        let folder = root.path().join("a/b");
        fs::create_dir_all(&folder).expect("a folder");
        for file in files {
            fs::write(root.path().join(file), "").expect("a file");
        }
        upward(&folder).map(|found| found.map(|path| path.display().to_string()))
    }

    #[test]
    fn the_nearest_file_is_found() {
        assert_eq!(
            look(&["factlint.toml", "a/b/.factlint.toml"]).unwrap().as_deref(),
            Some(".factlint.toml")
        );
        let above = Path::new("..").join("..").join("factlint.toml").display().to_string();
        assert_eq!(look(&["factlint.toml"]).unwrap(), Some(above));
        assert_eq!(look(&[]).unwrap(), None);
    }

    #[test]
    fn two_in_one_folder_are_one_too_many() {
        let error = look(&["a/factlint.toml", "a/.factlint.toml"]).unwrap_err();
        assert_eq!(error.to_string(), "there is both a `../factlint.toml` and a `../.factlint.toml`");
    }

    #[test]
    fn a_folder_of_that_name_is_no_file() {
        let root = TempDir::new().expect("a folder");
        fs::create_dir(root.path().join("factlint.toml")).expect("a folder");
        assert!(matches!(upward(root.path()), Err(FindError::NotAFile { .. })));
    }
}
