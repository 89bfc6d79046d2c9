//! The lines of a text, with what every line-based markup asks of them.

use crate::span::Span;

/// The lines of `text` from `from` on, without their breaks.
pub fn of(text: &str, from: usize) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut start = from;
    let ahead = text.as_bytes().get(from..).unwrap_or_default();
    for end in memchr::memchr_iter(b'\n', ahead).map(|at| from + at).chain([text.len()]) {
        let line = text.get(start..end).unwrap_or_default();
        lines.push(Span::new(start, start + line.trim_end().len()));
        start = end + 1;
    }
    lines
}

/// The lines of the part `whole` of a text one by one, without their breaks.
pub fn each(text: &str, whole: Span) -> impl Iterator<Item = Span> {
    let breaks = memchr::memchr_iter(b'\n', whole.of(text).as_bytes());
    between(whole, breaks.map(move |at| whole.start() + at))
}

/// The same where it is known at which bytes of the text the breaks stand.
pub fn between(whole: Span, breaks: impl Iterator<Item = usize>) -> impl Iterator<Item = Span> {
    let mut start = whole.start();
    breaks.chain([whole.end()]).map(move |end| {
        let line = Span::new(start, end);
        start = end + 1;
        line
    })
}

/// How many spaces a line begins with; a tab goes on to the next eighth column.
pub fn indent(line: &str) -> usize {
    let mut column = 0;
    for c in line.chars() {
        match c {
            ' ' => column += 1,
            '\t' => column = (column / 8 + 1) * 8,
            _ => break,
        }
    }
    column
}

/// A line without the white space at its front.
pub fn trimmed(text: &str, line: Span) -> Span {
    let words = line.of(text);
    Span::new(line.end() - words.trim_start().len(), line.end())
}

/// A line without its first `len` bytes and the space behind them.
pub fn after(text: &str, line: Span, len: usize) -> Span {
    trimmed(text, Span::new((line.start() + len).min(line.end()), line.end()))
}

/// The character of which alone a line is made, if it is a mark and stands at least `n` times.
pub fn ruled(line: &str, n: usize) -> Option<char> {
    let first = line.chars().next().filter(char::is_ascii_punctuation)?;
    (line.len() >= n && line.chars().all(|c| c == first)).then_some(first)
}

/// The length of the mark of an item at the front of a line, with the space behind it: "- ", "1. ", "(a) ".
pub fn bullet_len(line: &str, bullets: &[char]) -> Option<usize> {
    let (mark, rest) = line.split_once([' ', '\t']).unwrap_or((line, ""));
    let is_bullet = mark.chars().count() == 1 && mark.starts_with(bullets);
    let number = mark.strip_prefix('(').unwrap_or(mark).strip_suffix(['.', ')']);
    let is_number = number.is_some_and(is_number) && !rest.is_empty();
    (is_bullet || is_number).then(|| line.len() - rest.trim_start().len())
}

/// Whether an item may be numbered so: digits, one letter, or "#".
fn is_number(number: &str) -> bool {
    let is_digits = number.len() < 4 && number.bytes().all(|byte| byte.is_ascii_digit());
    !number.is_empty()
        && (is_digits
            || number == "#"
            || (number.len() == 1 && number.bytes().all(|b| b.is_ascii_alphabetic())))
}

#[cfg(test)]
mod tests {
    use super::bullet_len;
    use super::of;
    use super::ruled;

    #[test]
    fn lines_have_no_breaks() {
        let text = "a\r\nb \n\nc";
        let lines: Vec<&str> = of(text, 0).iter().map(|line| line.of(text)).collect();
        assert_eq!(lines, ["a", "b", "", "c"]);
        assert_eq!(of(text, 3)[0].of(text), "b");
    }

    #[test]
    fn marks_of_items_are_measured() {
        for (line, len) in [
            ("- a", Some(2)),
            ("-  a", Some(3)),
            ("1. a", Some(3)),
            ("(a) b", Some(4)),
            ("#. a", Some(3)),
            ("-", Some(1)),
            ("-a", None),
            ("2026. It", None),
            ("It. Is", None),
            ("*a* b", None),
        ] {
            assert_eq!(bullet_len(line, &['-', '*']), len, "{line:?}");
        }
    }

    #[test]
    fn a_rule_is_one_mark() {
        assert_eq!(ruled("====", 4), Some('='));
        assert_eq!(ruled("===", 4), None);
        assert_eq!(ruled("aaaa", 4), None);
        assert_eq!(ruled("=-=-", 4), None);
    }
}
