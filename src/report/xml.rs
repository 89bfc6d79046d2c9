//! Text as XML may hold it.

/// `text` for an attribute or an element: marked up, and without characters that XML does not know.
pub fn text(text: &str) -> String {
    text.chars().filter(|c| is_allowed(*c)).fold(String::with_capacity(text.len()), |mut written, c| {
        match c {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            // A reader of attributes would make a space of each.
            '\n' => written.push_str("&#10;"),
            '\r' => written.push_str("&#13;"),
            '\t' => written.push_str("&#9;"),
            _ => written.push(c),
        }
        written
    })
}

/// Whether XML 1.0 knows a character.
fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn what_xml_does_not_know_is_dropped_and_the_rest_marked_up() {
        assert_eq!(text("a\u{0}\u{1b}\u{ffff}<b> & \"c\"\né"), "a&lt;b&gt; &amp; &quot;c&quot;&#10;é");
    }
}
