//! What miette is given to read: the window alone, with the place it has in the article.
//!
//! miette would scan the article for every label, count columns in bytes and fail beyond column
//! 65,535; so it never sees the article.

use crate::report::place::Position;
use crate::severity::Severity;
use miette::Diagnostic;
use miette::LabeledSpan;
use miette::MietteError;
use miette::MietteSpanContents;
use miette::SourceCode;
use miette::SourceSpan;
use miette::SpanContents;
use std::fmt;

/// A part of a text with its place.
#[derive(Clone, Debug)]
pub struct Excerpt {
    /// The file, as it is shown.
    pub name: String,
    /// The words shown.
    pub shown: String,
    /// Where they begin.
    pub start: Position,
    /// Where the words at fault begin.
    pub words: Position,
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        _span: &SourceSpan,
        lines_before: usize,
        _lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        // miette asks with no lines around when it wants to name the place of the words at fault,
        // and with some when it wants what to print.
        let at = if lines_before == 0 { self.words } else { self.start };
        let contents = MietteSpanContents::new_named(
            self.name.clone(),
            self.shown.as_bytes(),
            SourceSpan::from((0, self.shown.len())),
            at.line.saturating_sub(1),
            at.column.saturating_sub(1),
            self.shown.lines().count(),
        );
        Ok(Box::new(contents))
    }
}

/// A notice as miette draws it.
#[derive(Debug)]
pub struct Drawing {
    /// Which sign it begins with.
    pub severity: Severity,
    /// The message, already broken into lines.
    pub message: String,
    /// The words with their surroundings.
    pub excerpt: Option<Excerpt>,
    /// What is pointed at in the excerpt.
    pub labels: Vec<LabeledSpan>,
}

impl fmt::Display for Drawing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Drawing {}

impl Diagnostic for Drawing {
    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Info => miette::Severity::Advice,
            Severity::Warning => miette::Severity::Warning,
            Severity::Error => miette::Severity::Error,
        })
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.excerpt.as_ref().map(|excerpt| excerpt as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }
}
