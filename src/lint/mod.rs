//! Runs the steps over many articles; the only room that knows of threads.

use crate::diagnostic::Diagnostic;
use crate::source::Article;

/// An article with what was found in it, in order of field, span and code.
#[derive(Clone, Debug)]
pub struct Linted {
    /// The article.
    pub article: Article,
    /// What was found.
    pub findings: Vec<Diagnostic>,
}
