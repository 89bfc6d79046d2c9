//! Words that somebody else wrote, cut so that a message stays a message.

use std::borrow::Cow;
use std::path::Path;

/// How many characters of a name are shown; no path that a person types is nearly as long.
const LONGEST: usize = 240;

/// `text` without its middle, if it is too long to be read at a glance.
///
/// A path is known by where it begins and by the name at its end, so both stay.
pub fn middle(text: &str) -> Cow<'_, str> {
    // A text of fewer bytes has fewer characters too.
    if text.len() <= LONGEST || text.chars().count() <= LONGEST {
        return Cow::Borrowed(text);
    }
    let (begin, end) = (LONGEST / 3, LONGEST - LONGEST / 3 - 1);
    let start: String = text.chars().take(begin).collect();
    let rest_at = text.char_indices().rev().nth(end - 1).map_or(0, |(at, _)| at);
    Cow::Owned(format!("{start}…{}", &text[rest_at..]))
}

/// A path in a message, without its middle if it is too long.
pub fn path(path: &Path) -> String {
    middle(&path.to_string_lossy()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::LONGEST;
    use super::middle;

    #[test]
    fn a_path_of_common_length_stays() {
        assert_eq!(middle("articles/a.txt"), "articles/a.txt");
        let longest = "é".repeat(LONGEST);
        assert_eq!(middle(&longest), longest);
    }

    #[test]
    fn a_long_path_keeps_both_ends() {
        let path = format!("articles/{}/é.txt", "deep/".repeat(1000));
        let short = middle(&path);
        assert_eq!(short.chars().count(), LONGEST);
        assert!(short.starts_with("articles/deep/") && short.ends_with("/deep//é.txt"), "{short}");
        assert!(short.contains('…'));
    }
}
