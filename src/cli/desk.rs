//! A batch of articles, checked and written out in their order.

use crate::cli::crash;
use crate::cli::finding;
use crate::cli::order;
use crate::cli::tally::Tally;
use crate::cli::word;
use crate::diagnostic::Linted;
use crate::lint::Linter;
use crate::lint::run::Crew;
use crate::report;
use crate::report::Format;
use crate::report::Run;
use crate::report::Style;
use crate::severity::Severity;
use crate::source::Article;
use crate::source::problem::Problem;
use crate::source::read::Entry;
use jiff::civil::Date;

/// What stays the same for all articles of a run.
pub struct Desk<'r> {
    /// The day of the run.
    pub today: Date,
    /// The engine with its facts.
    pub linter: Linter<'r>,
    /// How findings are written.
    pub format: Format,
    /// How they look.
    pub style: Style,
    /// What a machine format says of the run.
    pub run: Run,
    /// The threads that check articles.
    pub crew: Crew,
}

/// What one article came to.
pub struct Piece {
    /// What is shown of it.
    pub text: String,
    /// What it adds to the sum.
    pub tally: Tally,
}

/// What is to be said beside an article, or of the rules themselves.
pub fn aside(desk: &Desk<'_>, linted: Linted) -> Piece {
    Piece { tally: Tally::of(&linted.findings), text: shown(desk, linted) }
}

/// Checks one batch; what could not be read keeps its place among the articles.
pub fn pieces(desk: &Desk<'_>, batch: Vec<Entry>) -> Vec<Piece> {
    order::each(&desk.crew, batch, |article| checked(desk, article), |problem| unread(desk, problem))
}

fn checked(desk: &Desk<'_>, article: Article) -> Piece {
    let known = Article { path: article.path.clone(), id: article.id.clone(), ..Article::default() };
    let piece = crash::guard(|| {
        if !word::is_in(&article) {
            return Piece { text: String::new(), tally: Tally { skipped: 1, ..Tally::default() } };
        }
        let findings = desk.linter.check(&article);
        let tally = Tally { articles: 1, ..Tally::of(&findings) };
        Piece { text: shown(desk, Linted { article, findings }), tally }
    });
    piece.unwrap_or_else(|| failed(desk, finding::of_crash(known)))
}

fn unread(desk: &Desk<'_>, problem: Problem) -> Piece {
    let is_lost = problem.severity() == Severity::Error;
    let linted = finding::of_problem(problem);
    if is_lost { failed(desk, linted) } else { aside(desk, linted) }
}

fn failed(desk: &Desk<'_>, linted: Linted) -> Piece {
    let tally = Tally { failed: 1, ..Tally::of(&linted.findings) };
    Piece { text: shown(desk, linted), tally }
}

fn shown(desk: &Desk<'_>, linted: Linted) -> String {
    // Machines need names to the letter.
    let linted = if desk.format.is_human() { finding::with_short_names(linted) } else { linted };
    report::article(desk.format, &desk.style, &desk.run, &linted)
}
