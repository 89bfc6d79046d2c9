//! What is pointed at: the words at fault and others near them; those far away become notes.

use crate::report::Style;
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
    /// What the labels of other words say.
    pub notes: Vec<(&'static str, String)>,
}

impl Pointer {
    /// Chooses the window of a snippet and the words to underline in it.
    pub fn new(style: &Style, snippet: &Snippet<'_>) -> Pointer {
        let frame = frame(style, snippet);
        let window = window::around(snippet.index.text(), snippet.words, snippet.whole, frame);
        let words = window.place(snippet.words);
        let excerpt = excerpt(snippet, &window, words);
        let mut pointer = Pointer { excerpt, marks: Vec::new(), notes: Vec::new() };
        pointer.mark(words, snippet.label.as_deref(), true);
        for (span, label) in &snippet.others {
            pointer.add(snippet, &window, (*span, label));
        }
        pointer.marks.sort_by_key(|mark| mark.span);
        pointer
    }

    /// Underlines further words where they can be seen, else notes them.
    fn add(&mut self, snippet: &Snippet<'_>, window: &Window, (span, label): (Span, &str)) {
        let place = window.place(span);
        let is_free = self.marks.iter().all(|mark| !touches(mark.span, place));
        if window.span.contains(span) && !span.is_empty() && is_free {
            self.mark(place, Some(label), false);
        } else {
            self.notes.push(("note", note(snippet, span, label)));
        }
    }

    /// Underlines words, line by line; the label stands below the last.
    fn mark(&mut self, span: Span, label: Option<&str>, is_primary: bool) {
        let pieces = pieces(&self.excerpt.shown, span);
        let last = pieces.len().saturating_sub(1);
        for (i, span) in pieces.into_iter().enumerate() {
            let label = label.filter(|_| i == last).map(visible::line);
            self.marks.push(Mark { span, label, is_primary });
        }
    }
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

fn excerpt(snippet: &Snippet<'_>, window: &Window, words: Span) -> Excerpt {
    let mut shown = window.shown.clone();
    // The caret at the very end of a text needs something to stand under.
    if words.is_empty() && words.start() == shown.len() {
        shown.push(' ');
    }
    Excerpt {
        name: visible::line(&snippet.path),
        shown,
        start: snippet.index.position(window.span.start()),
        words: snippet.index.position(snippet.words.start()),
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
