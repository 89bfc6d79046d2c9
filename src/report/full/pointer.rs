//! What is pointed at: the words at fault and others near them; those far away get a picture of their
//! own or become notes.

use crate::report::Style;
use crate::report::full::notice::Other;
use crate::report::full::notice::Snippet;
use crate::report::full::source::Excerpt;
use crate::report::full::window;
use crate::report::full::window::Frame;
use crate::report::full::window::Window;
use crate::report::visible;
use crate::span::Span;
use miette::LabeledSpan;

/// How many columns of far words a note repeats.
const LONGEST_QUOTE: usize = 60;

/// Words that are underlined.
#[derive(Clone, Debug)]
pub struct Mark {
    /// Where they stand in what is shown.
    pub span: Span,
    /// What stands below them.
    pub label: Option<String>,
    /// Whether they are the words at fault.
    pub is_primary: bool,
}

impl Mark {
    /// The mark as miette reads it.
    pub fn labeled(&self) -> LabeledSpan {
        let place = (self.span.start(), self.span.len());
        if self.is_primary {
            return LabeledSpan::new_primary_with_span(self.label.clone(), place);
        }
        LabeledSpan::new_with_span(self.label.clone(), place)
    }
}

/// What is shown, what is underlined in it, and what else must be said.
#[derive(Debug)]
pub struct Pointer {
    /// What is shown.
    pub excerpt: Excerpt,
    /// What is underlined, from left to right; no two share a byte.
    pub marks: Vec<Mark>,
    /// Pictures of words that are too far away for this one.
    pub asides: Vec<Aside>,
    /// What the labels of other words say.
    pub notes: Vec<(&'static str, String)>,
}

/// A picture of further words.
#[derive(Debug)]
pub struct Aside {
    /// What is shown.
    pub excerpt: Excerpt,
    /// What is underlined in it.
    pub marks: Vec<Mark>,
}

impl Pointer {
    /// Chooses the window of a snippet and the words to underline in it.
    pub fn new(style: &Style, snippet: &Snippet<'_>) -> Pointer {
        let frame = frame(style, snippet);
        let window = window::around(snippet.index.text(), snippet.words, whole(snippet, frame), frame);
        let words = window.place(snippet.words);
        let excerpt = excerpt(snippet, &window, snippet.words);
        let marks = marks(&excerpt, words, (snippet.label.as_deref(), true));
        let mut pointer = Pointer { excerpt, marks, asides: Vec::new(), notes: Vec::new() };
        for other in &snippet.others {
            pointer.add(snippet, (&window, frame), other);
        }
        pointer.marks.sort_by_key(|mark| mark.span);
        pointer
    }

    /// Underlines further words where they can be seen, else shows or notes them.
    fn add(&mut self, snippet: &Snippet<'_>, (window, frame): (&Window, Frame), other: &Other) {
        let place = window.place(other.words);
        let is_free = self.marks.iter().all(|mark| !touches(mark.span, place));
        let is_seen = window.span.contains(other.words);
        match other.whole {
            _ if is_seen && is_free && !other.words.is_empty() => {
                self.marks.extend(marks(&self.excerpt, place, (Some(&other.label), false)));
            }
            Some(whole) if !is_seen => self.asides.push(aside(snippet, frame, (other, whole))),
            _ => self.notes.push(("note", note(snippet, other.words, &other.label))),
        }
    }
}

/// What is shown in one picture: the sentence, and those of other words as far as all of it fits.
fn whole(snippet: &Snippet<'_>, frame: Frame) -> Span {
    let others = snippet.others.iter().filter_map(|other| Some(other.whole?.join(other.words)));
    others.fold(snippet.whole, |whole, other| {
        let joined = whole.join(other);
        let is_one = whole.is_empty() || !window::fits(joined.of(snippet.index.text()), frame.room);
        if is_one { whole } else { joined }
    })
}

fn aside(snippet: &Snippet<'_>, frame: Frame, (other, whole): (&Other, Span)) -> Aside {
    let window = window::around(snippet.index.text(), other.words, whole, frame);
    let excerpt = excerpt(snippet, &window, other.words);
    let marks = marks(&excerpt, window.place(other.words), (Some(&other.label), false));
    Aside { excerpt, marks }
}

/// Underlines words, line by line; the label stands below the last.
fn marks(excerpt: &Excerpt, span: Span, (label, is_primary): (Option<&str>, bool)) -> Vec<Mark> {
    let pieces = pieces(&excerpt.shown, span);
    let last = pieces.len().saturating_sub(1);
    let label = |i: usize| label.filter(|_| i == last).map(visible::line);
    pieces.into_iter().enumerate().map(|(i, span)| Mark { span, label: label(i), is_primary }).collect()
}

/// The parts of `span` in each line, without the line ends.
fn pieces(shown: &str, span: Span) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut start = span.start();
    for line in span.of(shown).split_inclusive('\n') {
        let words = line.trim_end_matches(['\r', '\n']);
        if !words.is_empty() {
            pieces.push(Span::new(start, start + words.len()));
        }
        start += line.len();
    }
    if pieces.is_empty() { vec![Span::at(span.start())] } else { pieces }
}

/// Whether two marks share a byte or a beginning.
fn touches(one: Span, other: Span) -> bool {
    one.overlaps(other) || one.start() == other.start()
}

/// The room between the line number and the end of the line.
fn frame(style: &Style, snippet: &Snippet<'_>) -> Frame {
    let ellipsis = if style.unicode { "…" } else { "..." };
    let last_line = snippet.index.position(snippet.whole.end().max(snippet.words.end())).line;
    // " 12 │ " in front, and a mark with its space at either end.
    let gutter = last_line.to_string().len() + 4 + 2 * (ellipsis.chars().count() + 1);
    Frame { room: style.width.saturating_sub(gutter), ellipsis }
}

/// The window as miette reads it; its place is that of `words`.
fn excerpt(snippet: &Snippet<'_>, window: &Window, words: Span) -> Excerpt {
    let mut shown = window.shown.clone();
    // The caret at the very end of a text needs something to stand under.
    if words.is_empty() && window.place(words).start() == shown.len() {
        shown.push(' ');
    }
    Excerpt {
        name: visible::line(&snippet.path),
        shown,
        start: snippet.index.position(window.span.start()),
        words: snippet.index.position(words.start()),
    }
}

/// What a label says of words that cannot be underlined.
fn note(snippet: &Snippet<'_>, span: Span, label: &str) -> String {
    let at = snippet.index.position(span.start());
    let words = span.of(snippet.index.text());
    let is_short = words.len() <= 4 * LONGEST_QUOTE && visible::width(words) <= LONGEST_QUOTE;
    if words.is_empty() || !is_short {
        return format!("{label}, line {} column {}", at.line, at.column);
    }
    format!("{label}: “{words}”, line {} column {}", at.line, at.column)
}
