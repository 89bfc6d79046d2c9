//! What the reader is told: plain data that names its fact by id.

use crate::code::Code;
use crate::document::map::Field;
use crate::severity::Severity;
use crate::source::Article;
use crate::span::Span;
use std::path::PathBuf;
use std::sync::Arc;

/// An article with what was found in it, in order of field, span and code.
#[derive(Clone, Debug)]
pub struct Linted {
    /// The article.
    pub article: Article,
    /// What was found.
    pub findings: Vec<Diagnostic>,
}

/// One finding in one article.
///
/// Spans are bytes of the article's field as it was read, except in [`Diagnostic::sentence`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The check that speaks.
    pub code: Code,
    /// The fact it is about.
    pub fact: Option<Arc<Card>>,
    /// How much it matters.
    pub severity: Severity,
    /// The verdict, as in `contradicts`.
    pub verdict: &'static str,
    /// The assertion status of the claim, as in `attributed`.
    pub status: Option<&'static str>,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do, or what else there is to know.
    pub help: Option<String>,
    /// The part of the article it stands in.
    pub field: Field,
    /// The words at fault.
    pub span: Span,
    /// What the words at fault say.
    pub observed: Option<String>,
    /// What the fact says instead.
    pub expected: Option<String>,
    /// The day at which the fact was judged; `None` for an article without one.
    pub as_of: Option<String>,
    /// The sentence around the words: what a reporter shows.
    pub sentence: Span,
    /// Further words that matter, such as the cue that decided.
    pub labels: Vec<Label>,
    /// Words in another place, mostly of another article, that say otherwise.
    pub related: Vec<Elsewhere>,
    /// Words to put in, and whether that is safe.
    pub fix: Option<Replacement>,
    /// Why it is to be ignored, where somebody said so.
    pub suppressed: Option<String>,
}

/// Words that matter to a finding, with what they mean for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The words, in the same field as the finding.
    pub span: Span,
    /// What they mean.
    pub text: String,
    /// The sentence around them: what a reporter shows of it where it is not that of the finding.
    pub sentence: Span,
}

/// Words of an article that may long have been left behind when they matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// The file.
    pub path: PathBuf,
    /// The id of the article within the file.
    pub article: Option<String>,
    /// The part of the article.
    pub field: Field,
    /// The line, counted from 1.
    pub line: usize,
    /// The character in the line, counted from 1.
    pub column: usize,
    /// The words.
    pub words: String,
    /// The sentence around them, cut to a bounded length.
    pub sentence: String,
}

/// Words that would mend a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The words they stand in for.
    pub span: Span,
    /// The new words.
    pub text: String,
    /// Whether a fix may be applied without a person looking at it.
    pub is_safe: bool,
}

/// What a reader is shown of a fact; made once a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its id.
    pub id: String,
    /// The truth in one sentence.
    pub says: String,
    /// Where the truth was read: title, address, day of reading.
    pub source: Option<String>,
    /// The rule file.
    pub path: String,
    /// The line of its `[[fact]]`, counted from 1.
    pub line: usize,
}
