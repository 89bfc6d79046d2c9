//! The order in which the entries of a folder are met.

use std::cmp::Ordering;
use std::path::MAIN_SEPARATOR;
use std::path::Path;

/// The order of two entries of a folder: that of the bytes of all paths, in which "a.txt" stands before "a/b.txt".
pub fn in_order(one: &Path, other: &Path) -> Ordering {
    match bytes(one).cmp(bytes(other)) {
        Ordering::Less if is_behind(one, other) => Ordering::Greater,
        Ordering::Greater if is_behind(other, one) => Ordering::Less,
        order => order,
    }
}

/// Whether what lies in a folder stands behind a path that is longer than that of the folder.
fn is_behind(folder: &Path, longer: &Path) -> bool {
    let rest = bytes(longer).strip_prefix(bytes(folder)).unwrap_or_default();
    rest.first().is_some_and(|next| *next < MAIN_SEPARATOR as u8) && folder.is_dir()
}

fn bytes(path: &Path) -> &[u8] {
    path.as_os_str().as_encoded_bytes()
}
