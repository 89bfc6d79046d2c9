//! Article text made safe for a terminal.
//!
//! Escape sequences and bidirectional controls of an article would be obeyed by the terminal. Each is
//! replaced by a stand-in of the same number of bytes, so that spans stay true.

/// `text` with stand-ins for what a terminal would obey; tabs and line ends stay.
pub fn block(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let is_line_end = c == '\r' && chars.peek() == Some(&'\n');
        let stays = is_line_end || matches!(c, '\n' | '\t');
        shown.push(if stays { c } else { stand_in(c) });
    }
    shown
}

/// `text` as a single line, with stand-ins for what a terminal would obey.
pub fn line(text: &str) -> String {
    text.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { stand_in(c) }).collect()
}

/// What stands for `c`: itself, where a terminal only prints it.
fn stand_in(c: char) -> char {
    match c {
        '\0'..='\x1f' | '\x7f' => '?',
        '\u{80}'..='\u{9f}' | '\u{61c}' => '¿',
        '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        _ => c,
    }
}

/// Characters that take two columns, as ranges; the common ones of East Asian scripts and emoji.
const WIDE: &[(char, char)] = &[
    ('\u{1100}', '\u{115f}'),
    ('\u{2e80}', '\u{a4cf}'),
    ('\u{ac00}', '\u{d7a3}'),
    ('\u{f900}', '\u{faff}'),
    ('\u{fe30}', '\u{fe6f}'),
    ('\u{ff00}', '\u{ff60}'),
    ('\u{ffe0}', '\u{ffe6}'),
    ('\u{1f300}', '\u{1faff}'),
    ('\u{20000}', '\u{3fffd}'),
];

/// How many columns `c` takes, at least one: a run of marks without width is bounded too.
pub fn columns(c: char) -> usize {
    if c == '\t' {
        return 4;
    }
    1 + usize::from(WIDE.iter().any(|&(first, last)| first <= c && c <= last))
}

/// How many columns `text` takes.
pub fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

/// Breaks `text` into lines of at most `room` columns at its spaces; a longer word stays whole.
pub fn wrap(text: &str, room: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let wide = width(word);
        if used > 0 && used + 1 + wide > room {
            lines.push(String::new());
            used = 0;
        }
        let Some(last) = lines.last_mut() else { break };
        if used > 0 {
            last.push(' ');
            used += 1;
        }
        last.push_str(word);
        used += wide;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::block;
    use super::line;
    use super::width;
    use super::wrap;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(block(text), expected);
        assert_eq!(block(text).len(), text.len());
    }

    #[test]
    fn escapes_are_shown_not_obeyed() {
        check("a \u{1b}[31mred\u{7} b", "a ?[31mred? b");
        check("c1 \u{9b}2J", "c1 ¿2J");
    }

    #[test]
    fn bidirectional_controls_are_shown_not_obeyed() {
        check("\u{202e}13\u{202c} allies", "\u{fffd}13\u{fffd} allies");
        check("\u{2066}x\u{2069}\u{200f}\u{61c}", "\u{fffd}x\u{fffd}\u{fffd}¿");
    }

    #[test]
    fn line_ends_stay_but_a_lone_return_does_not() {
        check("a\r\nb\tc\nd\re", "a\r\nb\tc\nd?e");
    }

    #[test]
    fn a_line_is_one_line() {
        assert_eq!(line("a\r\nb\tc\u{1b}"), "a  b c?");
    }

    #[test]
    fn wide_characters_take_two_columns() {
        assert_eq!(width("東京 é"), 6);
    }

    #[test]
    fn words_are_wrapped_whole() {
        assert_eq!(
            wrap("a bb ccc https://example.org/x d", 6),
            ["a bb", "ccc", "https://example.org/x", "d"]
        );
        assert_eq!(wrap("", 6), [""]);
    }
}
