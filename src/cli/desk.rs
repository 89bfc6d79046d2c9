//! A batch of articles, checked and written out in their order.

use crate::cli::crash;
use crate::cli::finding;
use crate::cli::order;
use crate::cli::tally::Tally;
use crate::cli::word;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Linted;
use crate::document::directive::Directive;
use crate::lint;
use crate::lint::Linter;
use crate::lint::Read;
use crate::lint::accord::ledger::Ledger;
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

/// What came of an entry, before it is held against the articles that came earlier.
enum Done {
    /// An article with its own findings.
    Read(Article, Read),
    /// What needs no more than to be written.
    Piece(Piece),
}

/// Checks one batch; what could not be read keeps its place among the articles.
///
/// Articles are read by all threads, and entered into the ledger in their order by this one.
pub fn pieces(desk: &Desk<'_>, ledger: &mut Ledger<'_>, batch: Vec<Entry>) -> Vec<Piece> {
    let read = |article| read(desk, article);
    let done = order::each(&desk.crew, batch, read, |problem| Done::Piece(unread(desk, problem)));
    done.into_iter().map(|done| entered(desk, ledger, done)).collect()
}

fn read(desk: &Desk<'_>, article: Article) -> Done {
    let known = Article { path: article.path.clone(), id: article.id.clone(), ..Article::default() };
    let done = crash::guard(|| {
        if !word::is_in(&article) {
            let tally = Tally { skipped: 1, ..Tally::default() };
            return Done::Piece(Piece { text: String::new(), tally });
        }
        let read = desk.linter.read(&article);
        if read.is_set_aside {
            let tally = Tally { skipped: 1, foreign: 1, ..Tally::of(&read.findings) };
            let text = shown(desk, Linted { article, findings: read.findings });
            return Done::Piece(Piece { text, tally });
        }
        // Writing is work too, and most articles need not wait for the others with it.
        if read.notes.is_empty() {
            Done::Piece(written(desk, article, read.findings, &read.directives))
        } else {
            Done::Read(article, read)
        }
    });
    done.unwrap_or_else(|| Done::Piece(failed(desk, finding::of_crash(known))))
}

fn entered(desk: &Desk<'_>, ledger: &mut Ledger<'_>, done: Done) -> Piece {
    match done {
        Done::Piece(piece) => piece,
        Done::Read(article, Read { findings, notes, directives, .. }) => {
            let findings = lint::in_order(findings, ledger.enter(notes));
            written(desk, article, findings, &directives)
        }
    }
}

fn written(desk: &Desk<'_>, article: Article, findings: Vec<Diagnostic>, directives: &[Directive]) -> Piece {
    let settled = desk.linter.settle(directives, findings);
    let tally = Tally { articles: 1, ..Tally::of(&settled) };
    let findings = desk.linter.shown(settled);
    Piece { text: shown(desk, Linted { article, findings }), tally }
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
