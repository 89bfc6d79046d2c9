//! Why a path gives nothing to read.

use crate::source::problem::Cause;
use crate::source::problem::Problem;
use std::fs;
use std::fs::FileType;
use std::io;
use std::path::Path;

/// What is wrong with a path of which nothing can be known.
pub fn missing(path: &Path, error: io::Error) -> Problem {
    let cause = match error.kind() {
        io::ErrorKind::NotFound if fs::symlink_metadata(path).is_ok() => Cause::DanglingLink,
        io::ErrorKind::NotFound => Cause::Missing,
        _ => Cause::refused("file or folder", error),
    };
    Problem::new(path.to_path_buf(), cause)
}

/// What something is that is neither a file nor a folder.
#[cfg(unix)]
pub fn special(kind: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    if kind.is_fifo() {
        "a FIFO"
    } else if kind.is_socket() {
        "a socket"
    } else {
        "a device"
    }
}

/// What something is that is neither a file nor a folder.
#[cfg(not(unix))]
pub fn special(_kind: FileType) -> &'static str {
    "something else"
}

/// What is wrong with a folder, or something in it, that a walk through `root` met.
pub fn of_entry(root: &Path, error: ignore::Error) -> Problem {
    let path = place(&error).unwrap_or(root).to_path_buf();
    // The error behind the error tells path and reason a second time; its kind says it once.
    let cause = match error.io_error().map(io::Error::kind) {
        Some(kind) if kind != io::ErrorKind::Other => io::Error::from(kind),
        _ => io::Error::other(error),
    };
    Problem::new(path.strip_prefix(".").unwrap_or(&path).to_path_buf(), Cause::refused("folder", cause))
}

fn place(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => place(err),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::of_entry;
    use std::io;
    use std::path::Path;
    use std::path::PathBuf;

    #[test]
    fn a_folder_that_may_not_be_read_is_told_in_one_sentence() {
        let denied = io::Error::new(io::ErrorKind::PermissionDenied, "IO error for operation on locked");
        let error = ignore::Error::WithPath {
            path: PathBuf::from("./locked"),
            err: Box::new(ignore::Error::Io(denied)),
        };
        let problem = of_entry(Path::new("."), error);
        assert_eq!(problem.path, Path::new("locked"));
        assert_eq!(problem.message(), "you do not have the right to read this folder");
    }
}
