//! HTML in the making, and the one place where text is escaped.
//!
//! What stands in the source of this program goes in as it is; every other text is escaped and stripped of
//! control and bidirectional characters, within elements and within attributes alike.

use crate::report::visible;

/// Stands for the number of an article, which is known only when articles are put in their order.
///
/// A control character, so that no text can hold it: it comes out of no escaping.
pub const NUMBER: &str = "\u{1}";

/// HTML in the making.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup {
    // Invariant: whatever was not written in this program is escaped.
    html: String,
}

impl Markup {
    /// Nothing yet.
    pub fn new() -> Markup {
        Markup::default()
    }

    /// Adds markup of this program's own.
    pub fn raw(&mut self, html: &'static str) -> &mut Markup {
        self.html.push_str(html);
        self
    }

    /// Adds a text as a single line.
    pub fn text(&mut self, text: &str) -> &mut Markup {
        self.escape(&visible::line(text))
    }

    /// Adds a text with its tabs and line ends, which become line feeds.
    pub fn block(&mut self, text: &str) -> &mut Markup {
        // What was cut between a return and its line feed ends in no stray return.
        let text = text.strip_suffix('\r').unwrap_or(text);
        self.escape(&visible::block(text).replace('\r', ""))
    }

    /// Adds a number.
    pub fn number(&mut self, n: usize) -> &mut Markup {
        self.html.push_str(&n.to_string());
        self
    }

    /// Adds a name as a part of an id: every name has its own, and none has a space or a quotation mark.
    pub fn anchor(&mut self, name: &str) -> &mut Markup {
        for byte in name.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' => self.html.push(char::from(byte)),
                _ => self.html.push_str(&format!("_{byte:02x}")),
            }
        }
        self
    }

    /// Adds other markup.
    pub fn add(&mut self, other: &Markup) -> &mut Markup {
        self.html.push_str(&other.html);
        self
    }

    /// The whole of it.
    pub fn into_string(self) -> String {
        self.html
    }

    fn escape(&mut self, text: &str) -> &mut Markup {
        for c in text.chars() {
            match c {
                '&' => self.html.push_str("&amp;"),
                '<' => self.html.push_str("&lt;"),
                '>' => self.html.push_str("&gt;"),
                '"' => self.html.push_str("&quot;"),
                '\'' => self.html.push_str("&#39;"),
                '\u{fdd0}'..='\u{fdef}' => self.html.push('\u{fffd}'),
                // The last two of each plane are characters of no text.
                _ if u32::from(c) & 0xfffe == 0xfffe => self.html.push('\u{fffd}'),
                _ => self.html.push(c),
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::Markup;
    use super::NUMBER;

    #[track_caller]
    fn check(text: &str, line: &str, block: &str) {
        let (mut as_line, mut as_block) = (Markup::new(), Markup::new());
        assert_eq!(as_line.text(text).html, line);
        assert_eq!(as_block.block(text).html, block);
    }

    #[test]
    fn text_is_never_markup() {
        let escaped = "&lt;b a=&quot;x&quot; c=&#39;y&#39;&gt; &amp;amp; &lt;/script&gt;&lt;!--";
        check("<b a=\"x\" c='y'> &amp; </script><!--", escaped, escaped);
    }

    #[test]
    fn nothing_of_a_text_is_obeyed() {
        check("\u{202e}13\0\u{1b}[2J", "\u{fffd}13??[2J", "\u{fffd}13??[2J");
        check(
            "\u{ffff}\u{1fffe}\u{fdd0}\u{fffd}",
            "\u{fffd}\u{fffd}\u{fffd}\u{fffd}",
            "\u{fffd}\u{fffd}\u{fffd}\u{fffd}",
        );
        check(NUMBER, "?", "?");
    }

    #[test]
    fn lines_stay_only_in_a_block() {
        check("a\r\nb\tc\rd", "a  b c d", "a\nb\tc?d");
        check("a\r", "a ", "a");
    }

    #[test]
    fn every_name_has_an_anchor_of_its_own() {
        let anchor = |name| Markup::new().anchor(name).clone().into_string();
        assert_eq!(anchor("league-clubs"), "league-clubs");
        assert_eq!(anchor("a b\"é_"), "a_20b_22_c3_a9_5f");
        assert_ne!(anchor("a_20"), anchor("a "));
    }
}
