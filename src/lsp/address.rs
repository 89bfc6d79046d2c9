//! The addresses of documents: `file:` URIs as paths of this computer, and back.

use gen_lsp_types::Uri;
use std::path::Path;
use std::path::PathBuf;

/// What the address of a file begins with.
const FILE: &str = "file://";

/// What may stand in the path of an address as it is; all else is written as its bytes.
const PLAIN: &[u8] = b"-._~/!$&'()*+,;=@";

/// The path of a file, if the address is that of a file on this computer.
pub fn path(uri: &Uri) -> Option<PathBuf> {
    let rest = uri.0.strip_prefix(FILE)?;
    let rest = rest.strip_prefix("localhost").filter(|rest| rest.starts_with('/')).unwrap_or(rest);
    if !rest.starts_with('/') {
        return None;
    }
    let path = String::from_utf8(decoded(rest)).ok()?;
    Some(PathBuf::from(without_slash(&path)))
}

/// The address of a file.
pub fn uri(path: &Path) -> Uri {
    let path = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    let slash = if path.starts_with('/') { "" } else { "/" };
    let mut uri = format!("{FILE}{slash}");
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || PLAIN.contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    Uri(uri)
}

/// Bytes with those put in that are written as `%20`.
fn decoded(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        let byte = code.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match byte.filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    bytes
}

/// Before the letter of a drive stands a slash that is no part of the path.
fn without_slash(path: &str) -> &str {
    let is_drive = matches!(path.as_bytes(), [b'/', letter, b':', ..] if letter.is_ascii_alphabetic());
    if is_drive { &path[1..] } else { path }
}

#[cfg(test)]
mod tests {
    use super::path;
    use super::uri;
    use gen_lsp_types::Uri;
    use std::path::Path;
    use std::path::PathBuf;

    #[track_caller]
    fn check(address: &str, expected: Option<&str>) {
        assert_eq!(path(&Uri(address.to_owned())), expected.map(PathBuf::from));
    }

    #[test]
    fn an_address_names_a_path() {
        check("file:///desk/a%20b/%C3%A9%25.md", Some("/desk/a b/é%.md"));
        check("file://localhost/a.md", Some("/a.md"));
        check("file:///c%3A/desk/a.md", Some("c:/desk/a.md"));
        check("file:///100%/a.md", Some("/100%/a.md"));
        check("untitled:Untitled-1", None);
        check("file://elsewhere/a.md", None);
    }

    #[cfg(unix)]
    #[test]
    fn a_path_has_an_address() {
        for name in ["/desk/a b/é%.md", "/[x]/a#b?.toml"] {
            assert_eq!(path(&uri(Path::new(name))).as_deref(), Some(Path::new(name)));
        }
        assert_eq!(uri(Path::new("/a b")).0, "file:///a%20b");
    }
}
