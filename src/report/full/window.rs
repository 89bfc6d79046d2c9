//! The part of a text that is shown around some words.
//!
//! An article may be one line of megabytes. The sentence is shown whole where it fits; else as much
//! of it around the words as fits in a line.

use crate::report::place;
use crate::report::visible;
use crate::span::Span;

/// More lines than this are not shown whole.
const MOST_LINES: usize = 8;

/// A part of a text, safe to print, with marks where it was cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// What is printed.
    pub shown: String,
    /// The part of the text that it shows.
    pub span: Span,
    // How many bytes the mark of a cut takes in front.
    lead: usize,
}

impl Window {
    /// Where `span` of the text stands in what is shown; cut off at the edges.
    pub fn place(&self, span: Span) -> Span {
        let within = |at: usize| at.clamp(self.span.start(), self.span.end()) - self.span.start();
        Span::new(within(span.start()), within(span.end())).shift(self.lead)
    }
}

/// What a window has to fit into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// How many columns there are.
    pub room: usize,
    /// What marks a cut.
    pub ellipsis: &'static str,
}

/// The part of `text` that is shown around `words` of the sentence `whole`.
pub fn around(text: &str, words: Span, whole: Span, frame: Frame) -> Window {
    let whole = if whole.is_empty() { place::lines(text, words) } else { whole.join(words) };
    let fits = fits(whole.of(text), frame.room);
    let span = if fits { whole } else { cut(text, words, whole, frame.room) };
    let is_cut = (span.start() > whole.start(), span.end() < whole.end());
    let lead = if is_cut.0 { format!("{} ", frame.ellipsis) } else { String::new() };
    let tail = if is_cut.1 { format!(" {}", frame.ellipsis) } else { String::new() };
    let shown = format!("{lead}{}{tail}", visible::block(span.of(text)));
    Window { shown, span, lead: lead.len() }
}

/// Whether no line of `text` is wider than `room`, and there are not too many; reads no further.
pub fn fits(text: &str, room: usize) -> bool {
    let mut lines = 1;
    let mut used = 0;
    for c in text.chars() {
        used += visible::columns(c);
        if c == '\n' {
            used = 0;
            lines += 1;
        }
        if used > room || lines > MOST_LINES {
            return false;
        }
    }
    true
}

/// As much of `whole` around `words` as fits in `room` columns, in whole words where it can be.
fn cut(text: &str, words: Span, whole: Span, room: usize) -> Span {
    let (core, used) = take(words.of(text).chars(), room);
    let core = Span::new(words.start(), words.start() + core);
    let before = Span::new(whole.start(), core.start()).of(text);
    let after = Span::new(core.end(), whole.end()).of(text);
    let rest = room.saturating_sub(used);
    let (_, left) = take(before.chars().rev(), rest / 2);
    let (right, right_used) = take(after.chars(), rest - left);
    let (left, _) = take(before.chars().rev(), rest - right_used);
    let start = snap_start(before, before.len() - left);
    let end = snap_end(after, right);
    Span::new(whole.start() + start, core.end() + end)
}

/// How many bytes of `chars` fit in `room` columns, and how many columns they take.
fn take(chars: impl Iterator<Item = char>, room: usize) -> (usize, usize) {
    let mut bytes = 0;
    let mut used = 0;
    for c in chars {
        // Each line feed costs part of the room, so that a cut never shows many lines.
        let wide = if c == '\n' { room / 4 } else { 0 } + visible::columns(c);
        if used + wide > room {
            break;
        }
        bytes += c.len_utf8();
        used += wide;
    }
    (bytes, used)
}

/// The start of the first whole word of `before` from `at` on.
fn snap_start(before: &str, at: usize) -> usize {
    let taken = &before[at..];
    if at == 0 {
        return 0;
    }
    let Some(space) = taken.find(char::is_whitespace) else { return at };
    let rest = taken[space..].trim_start();
    if rest.is_empty() { at } else { before.len() - rest.len() }
}

/// The end of the last whole word of `after` up to `at`.
fn snap_end(after: &str, at: usize) -> usize {
    let taken = &after[..at];
    if at == after.len() {
        return at;
    }
    taken.rfind(char::is_whitespace).map_or(at, |space| taken[..space].trim_end().len())
}

#[cfg(test)]
mod tests {
    use super::Frame;
    use super::around;
    use crate::span::Span;

    fn frame(room: usize) -> Frame {
        Frame { room, ellipsis: "…" }
    }

    #[track_caller]
    fn check(text: &str, words: &str, room: usize, expected: &str) {
        let start = text.find(words).unwrap();
        let words = Span::new(start, start + words.len());
        let window = around(text, words, Span::new(0, text.len()), frame(room));
        assert_eq!(window.shown, expected);
        assert_eq!(window.place(words).of(&window.shown), words.of(text));
    }

    #[test]
    fn a_sentence_that_fits_is_shown_whole() {
        check("The 31-member bloc met.", "31-member", 40, "The 31-member bloc met.");
        check("The\n31-member bloc\r\nmet.", "31-member", 15, "The\n31-member bloc\r\nmet.");
    }

    #[test]
    fn a_longer_one_is_cut_between_words() {
        let text = "On Tuesday morning the 31-member bloc met again in the capital.";
        check(text, "31-member", 30, "… the 31-member bloc met …");
        check(text, "Tuesday", 20, "On Tuesday morning …");
        check(text, "capital", 20, "… in the capital.");
    }

    #[test]
    fn one_long_word_is_cut_within() {
        let text = format!("{}31{}", "x".repeat(90_000), "y".repeat(90_000));
        check(&text, "31", 10, "… xxxx31yyyy …");
    }

    #[test]
    fn wide_characters_take_their_room() {
        check(&"東".repeat(40).replacen("東東東東", "東31東", 1), "31", 10, "東31東東東 …");
    }

    #[test]
    fn words_longer_than_the_room_are_cut() {
        let text = "a ".repeat(50_000);
        let window = around(&text, Span::new(0, text.len()), Span::new(0, text.len()), frame(20));
        assert_eq!(window.shown.chars().count(), 22);
        assert_eq!(window.place(Span::new(0, text.len())), Span::new(0, 20));
    }

    #[test]
    fn without_a_sentence_the_line_is_shown() {
        let window = around("one\r\ntwo three\r\nfour", Span::new(9, 9), Span::at(0), frame(40));
        assert_eq!(window.shown, "two three");
    }

    #[test]
    fn many_short_lines_are_cut() {
        let text = "a\n".repeat(500);
        let window = around(&text, Span::new(500, 501), Span::new(0, text.len()), frame(80));
        assert!(window.shown.lines().count() < 8, "{}", window.shown);
    }
}
