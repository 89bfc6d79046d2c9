//! Words for somebody who points at something: as Markdown, or plain for a client that shows only that.

use crate::report::link;
use crate::report::visible;

/// What Markdown would take for a sign of its own.
const SIGNS: &[char] = &['\\', '`', '*', '_', '[', ']', '<', '>', '&', '~', '|', '#'];

/// How a client shows words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup {
    /// Marked up.
    Markdown,
    /// As they are.
    Plain,
}

impl Markup {
    /// Words of somebody else's, which can never become markup.
    pub fn words(self, text: &str) -> String {
        let text = visible::line(text);
        match self {
            Markup::Plain => text,
            Markup::Markdown => {
                let escaped = |letter: char| {
                    let sign = SIGNS.contains(&letter).then_some('\\');
                    sign.into_iter().chain([letter])
                };
                text.chars().flat_map(escaped).collect()
            }
        }
    }

    /// Words that matter most.
    pub fn strong(self, text: &str) -> String {
        let words = self.words(text.trim());
        match self {
            Markup::Markdown => format!("**{words}**"),
            Markup::Plain => words,
        }
    }

    /// A name or a line to copy.
    pub fn code(self, text: &str) -> String {
        let text = visible::line(text);
        match self {
            // A longer fence than any in it, and room for one at its ends.
            Markup::Markdown if text.contains('`') => {
                let fence = "`".repeat(longest(&text) + 1);
                format!("{fence} {text} {fence}")
            }
            Markup::Markdown => format!("`{text}`"),
            Markup::Plain => text,
        }
    }

    /// Words that lead to an address of the web; only these can be followed.
    pub fn link(self, text: &str, url: &str) -> String {
        let is_whole = !url.contains(|letter: char| letter.is_whitespace() || "<>\\".contains(letter));
        match self {
            Markup::Markdown if link::is_web(url) && is_whole => {
                format!("[{}](<{}>)", self.words(text), visible::line(url))
            }
            _ if text == url => self.words(url),
            _ => format!("{} {}", self.words(text), self.words(url)),
        }
    }

    /// Lines of a list.
    pub fn list(self, lines: &[String]) -> String {
        lines.iter().map(|line| format!("- {line}\n")).collect()
    }

    /// A line of TOML to copy.
    pub fn block(self, text: &str) -> String {
        match self {
            Markup::Markdown => format!("```toml\n{text}\n```"),
            Markup::Plain => text.to_owned(),
        }
    }
}

/// The longest row of backticks.
fn longest(text: &str) -> usize {
    text.split(|letter| letter != '`').map(str::len).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Markup;

    #[test]
    fn words_never_become_markup() {
        let found = Markup::Markdown.words("<b>*a*</b> [x](y)\n# `c`");
        assert_eq!(found, r"\<b\>\*a\*\</b\> \[x\](y) \# \`c\`");
        assert_eq!(Markup::Plain.words("*a*\nb"), "*a* b");
        assert_eq!(Markup::Markdown.code("a``b"), "``` a``b ```");
    }

    #[test]
    fn only_the_web_can_be_followed() {
        let link = |url| Markup::Markdown.link("a", url);
        assert_eq!(link("https://example.org/(b)"), "[a](<https://example.org/(b)>)");
        assert_eq!(link("command:x"), "a command:x");
        assert_eq!(link("https://a> [x](command:y)"), r"a https://a\> \[x\](command:y)");
    }
}
