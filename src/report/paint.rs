//! Colour, as the terminal's own sixteen, set only where it is asked for.

use crate::report::link;
use crate::severity::Severity;

/// A way to paint words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// An error.
    Red,
    /// A warning.
    Yellow,
    /// What only informs.
    Cyan,
    /// What agrees.
    Green,
    /// What stands aside.
    Dim,
}

impl Paint {
    /// The paint of a severity.
    pub fn of(severity: Severity) -> Paint {
        match severity {
            Severity::Info => Paint::Cyan,
            Severity::Warning => Paint::Yellow,
            Severity::Error => Paint::Red,
        }
    }

    /// `words` painted where `color` is wanted, else as they are.
    pub fn on(self, words: &str, color: bool) -> String {
        if !color {
            return words.to_owned();
        }
        let code = match self {
            Paint::Red => "1;31",
            Paint::Yellow => "1;33",
            Paint::Cyan => "36",
            Paint::Green => "32",
            Paint::Dim => "2",
        };
        format!("\u{1b}[{code}m{words}\u{1b}[0m")
    }
}

/// `text` with its addresses made links that a terminal opens.
pub fn link_addresses(text: &str) -> String {
    text.split_inclusive(' ').map(linked).collect()
}

fn linked(word: &str) -> String {
    let address = word.trim_end_matches([' ', ',', '.', ';', ')', '\n']);
    if !link::is_web(address) {
        return word.to_owned();
    }
    let rest = &word[address.len()..];
    format!("\u{1b}]8;;{address}\u{1b}\\{address}\u{1b}]8;;\u{1b}\\{rest}")
}

#[cfg(test)]
mod tests {
    use super::Paint;
    use super::link_addresses;
    use crate::severity::Severity;

    #[test]
    fn addresses_become_links() {
        let linked = link_addresses("at https://example.org/a, read today");
        assert_eq!(
            linked.replace('\u{1b}', "^"),
            "at ^]8;;https://example.org/a^\\https://example.org/a^]8;;^\\, read today"
        );
    }

    #[test]
    fn colour_is_set_only_where_it_is_wanted() {
        assert_eq!(Paint::Red.on("31", false), "31");
        assert_eq!(Paint::of(Severity::Error).on("31", true), "\u{1b}[1;31m31\u{1b}[0m");
    }
}
