//! Runs the steps over many articles; the only room that knows of threads.

pub mod examples;
pub mod overdue;
pub mod run;
pub mod says;

use crate::diagnostic::Diagnostic;
use crate::fact::Rules;
use crate::report::extract::ArticleView;
use crate::source::Article;
use jiff::civil::Date;

/// An article with what was found in it, in order of field, span and code.
#[derive(Clone, Debug)]
pub struct Linted {
    /// The article.
    pub article: Article,
    /// What was found.
    pub findings: Vec<Diagnostic>,
}

/// What a run is told beside its rules.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The day at which every article is judged.
    pub as_of: Option<Date>,
    /// The day of articles that carry none.
    pub default_date: Option<Date>,
    /// The day of the run, for reviews that are due.
    pub today: Date,
    /// Whether findings that are suppressed are shown too.
    pub show_suppressed: bool,
}

/// Checks articles against rules.
#[derive(Debug)]
pub struct Linter<'r> {
    _rules: &'r Rules,
    _options: Options,
}

impl<'r> Linter<'r> {
    /// A linter for these rules.
    pub fn new(rules: &'r Rules, options: Options) -> Linter<'r> {
        Linter { _rules: rules, _options: options }
    }

    /// What is to be said of an article.
    pub fn check(&self, _article: &Article) -> Vec<Diagnostic> {
        Vec::new()
    }

    /// All that was seen in an article.
    pub fn extract(&self, article: &Article) -> ArticleView {
        ArticleView { path: article.path.display().to_string(), ..ArticleView::default() }
    }
}
