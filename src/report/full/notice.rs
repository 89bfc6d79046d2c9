//! A message with the words it is about, drawn for a terminal; findings and rule mistakes alike.

use crate::report::Style;
use crate::report::full::pointer::Aside;
use crate::report::full::pointer::Mark;
use crate::report::full::pointer::Pointer;
use crate::report::full::source::Drawing;
use crate::report::full::source::Excerpt;
use crate::report::paint;
use crate::report::paint::Paint;
use crate::report::place::Index;
use crate::report::visible;
use crate::severity::Severity;
use crate::span::Span;
use miette::GraphicalReportHandler;
use miette::GraphicalTheme;

/// A message with the words it is about.
pub struct Notice<'t> {
    /// How much it matters.
    pub severity: Severity,
    /// What it begins with, one word: `error[league-clubs]`.
    pub head: String,
    /// What is wrong.
    pub message: String,
    /// The words it is about, where there are any.
    pub snippet: Option<Snippet<'t>>,
    /// What else there is to know, each with its name.
    pub footers: Vec<(&'static str, String)>,
}

/// Words of a text with their surroundings.
///
/// All spans lie in the text, on character boundaries.
pub struct Snippet<'t> {
    /// Where the text is found.
    pub path: String,
    /// The text.
    pub index: &'t Index<'t>,
    /// The words at fault.
    pub words: Span,
    /// What stands below them.
    pub label: Option<String>,
    /// Further words that matter.
    pub others: Vec<Other>,
    /// The sentence or lines around: what is shown where it fits.
    pub whole: Span,
}

/// Further words of a text, with what they mean.
#[derive(Clone, Debug)]
pub struct Other {
    /// The words.
    pub words: Span,
    /// What they mean.
    pub label: String,
    /// The sentence around them, where it is to be shown; else they are noted if they are far away.
    pub whole: Option<Span>,
}

impl Notice<'_> {
    /// The notice as a terminal shows it.
    pub fn draw(&self, style: &Style) -> String {
        let style = &Style { width: style.width.clamp(40, 400), ..*style };
        let pointer = self.snippet.as_ref().map(|snippet| Pointer::new(style, snippet));
        let mut drawn = self.picture(style, pointer.as_ref());
        for aside in pointer.iter().flat_map(|pointer| &pointer.asides) {
            drawn.push_str(&self.aside(style, aside));
        }
        let notes = pointer.map(|pointer| pointer.notes).unwrap_or_default();
        for (name, text) in notes.iter().chain(&self.footers) {
            drawn.push_str(&footer(style, name, text));
        }
        drawn
    }

    fn picture(&self, style: &Style, pointer: Option<&Pointer>) -> String {
        let marks = pointer.map_or(&[][..], |pointer| &pointer.marks);
        let excerpt = pointer.map(|pointer| pointer.excerpt.clone());
        self.rendered(style, marks, (self.headline(style), excerpt))
    }

    /// A second picture, of words too far away for the first one: what miette draws, without a message.
    fn aside(&self, style: &Style, aside: &Aside) -> String {
        let drawn = self.rendered(style, &aside.marks, (String::new(), Some(aside.excerpt.clone())));
        drawn.split_once('\n').map_or(String::new(), |(_, picture)| picture.to_owned())
    }

    fn rendered(&self, style: &Style, marks: &[Mark], words: (String, Option<Excerpt>)) -> String {
        let (message, excerpt) = words;
        let labels = marks.iter().map(Mark::labeled).collect();
        let drawing = Drawing { severity: self.severity, message, excerpt, labels };
        let handler = GraphicalReportHandler::new_themed(self.theme(style, marks))
            .with_wrap_lines(false)
            .with_context_lines(1)
            .without_syntax_highlighting();
        let mut drawn = String::new();
        match handler.render_report(&mut drawn, &drawing) {
            Ok(()) => drawn,
            Err(_) => format!("{}\n", drawing.message),
        }
    }

    /// Head and message, broken into lines.
    fn headline(&self, style: &Style) -> String {
        let message = format!("{}: {}", self.head, visible::line(&self.message));
        let message = visible::wrap(&message, style.width.saturating_sub(MARGIN)).join("\n");
        let painted = Paint::of(self.severity).on(&self.head, style.color);
        message.replacen(&self.head, &painted, 1)
    }

    /// Signs and colours; miette gives the latter to the marks in their order.
    fn theme(&self, style: &Style, marks: &[Mark]) -> GraphicalTheme {
        let mut theme = match (style.unicode, style.color) {
            (true, true) => GraphicalTheme::unicode(),
            (true, false) => GraphicalTheme::unicode_nocolor(),
            (false, true) => GraphicalTheme::ascii(),
            (false, false) => GraphicalTheme::none(),
        };
        let own = match self.severity {
            Severity::Info => theme.styles.advice,
            Severity::Warning => theme.styles.warning,
            Severity::Error => theme.styles.error,
        };
        let other = theme.styles.help;
        let paint = |mark: &Mark| if mark.is_primary { own } else { other };
        if !marks.is_empty() {
            theme.styles.highlights = marks.iter().map(paint).collect();
        }
        theme
    }
}

/// What stands before the text of messages and footers.
const MARGIN: usize = 8;

/// A line such as `  help: …`, broken below its own beginning.
fn footer(style: &Style, name: &str, text: &str) -> String {
    let lines = visible::wrap(&visible::line(text), style.width.saturating_sub(MARGIN));
    let link = |line: &String| if style.links { paint::link_addresses(line) } else { line.clone() };
    let lines: Vec<_> = lines.iter().map(link).collect();
    let name = Paint::Cyan.on(&format!("{name}:"), style.color);
    format!("  {name} {}\n", lines.join("\n        "))
}
