//! Problems as findings: what could not be read or checked stands among what was found.

use crate::code::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Linted;
use crate::severity::Severity;
use crate::source::Article;
use crate::source::problem::Problem;
use crate::source::short;
use crate::span::Span;
use std::path::PathBuf;

/// A problem as the only finding of an article that holds what could be read.
pub fn of_problem(problem: Problem) -> Linted {
    let finding = Diagnostic {
        severity: problem.severity(),
        message: problem.message(),
        help: Some(problem.help()),
        span: Span::at(problem.before.len()),
        sentence: last_line(&problem.before),
        ..blank(problem.code())
    };
    let article =
        Article { path: problem.path, id: problem.article, text: problem.before, ..Article::default() };
    Linted::new(article, vec![finding])
}

/// The finding that checking `article`, of which path and id are left, was cut short.
pub fn of_crash(article: Article) -> Linted {
    let finding = Diagnostic {
        message: "this article could not be checked: an internal error cut it short".to_owned(),
        help: Some("please report it, with the article if you may".to_owned()),
        ..blank(Code::InternalError)
    };
    Linted::new(article, vec![finding])
}

/// The same with a path and an id that people can read at a glance.
pub fn with_short_names(mut linted: Linted) -> Linted {
    let article = &mut linted.article;
    // Most names are short, and most articles have no finding that would show theirs.
    if !linted.findings.is_empty() {
        article.path = PathBuf::from(short::path(&article.path));
        article.id = article.id.take().map(|id| short::middle(&id).into_owned());
    }
    linted
}

fn last_line(text: &str) -> Span {
    Span::new(text.rfind('\n').map_or(0, |at| at + 1), text.len())
}

fn blank(code: Code) -> Diagnostic {
    let finding = Diagnostic::warning(code, Span::at(0), String::new());
    Diagnostic { severity: Severity::Error, verdict: "not-checked", ..finding }
}
