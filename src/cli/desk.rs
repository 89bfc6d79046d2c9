//! A batch of articles, checked and written out in their order.

use crate::cli::crash;
use crate::cli::finding;
use crate::cli::fix;
use crate::cli::fix::Fixed;
use crate::cli::fix::Fixing;
use crate::cli::order;
use crate::cli::tally::Tally;
use crate::cli::tell;
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
    /// What becomes of fixes.
    pub fixing: Option<Fixing>,
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
struct Done {
    fixed: Fixed,
    rest: Rest,
}

/// What is left to do about it.
enum Rest {
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
    let unread = |problem| Done { fixed: Fixed::default(), rest: Rest::Piece(unread(desk, problem)) };
    let done = order::each(&desk.crew, batch, read, unread);
    done.into_iter().map(|done| finished(desk, ledger, done)).collect()
}

/// Fixes an article, if that is asked for, and checks it.
fn read(desk: &Desk<'_>, article: Article) -> Done {
    let known = Article { path: article.path.clone(), id: article.id.clone(), ..Article::default() };
    let done = crash::guard(|| {
        if !word::is_in(&article) {
            let tally = Tally { skipped: 1, ..Tally::default() };
            let rest = Rest::Piece(Piece { text: String::new(), tally });
            return Done { fixed: Fixed::default(), rest };
        }
        let (article, fixed) = match desk.fixing {
            Some(fixing) => fix::run(&desk.linter, fixing, article),
            None => (article, Fixed::default()),
        };
        Done { fixed, rest: checked(desk, article) }
    });
    let crashed = || Rest::Piece(failed(desk, finding::of_crash(known)));
    done.unwrap_or_else(|| Done { fixed: Fixed::default(), rest: crashed() })
}

fn checked(desk: &Desk<'_>, article: Article) -> Rest {
    let read = desk.linter.read(&article);
    if read.is_set_aside {
        let tally = Tally { skipped: 1, foreign: 1, ..Tally::of(&read.findings) };
        let text = shown(desk, Linted { article, findings: read.findings });
        return Rest::Piece(Piece { text, tally });
    }
    // Writing is work too, and most articles need not wait for the others with it.
    if read.notes.is_empty() {
        Rest::Piece(written(desk, article, read.findings, &read.directives))
    } else {
        Rest::Read(article, read)
    }
}

/// The piece of an article, with what was done about its fixes.
fn finished(desk: &Desk<'_>, ledger: &mut Ledger<'_>, done: Done) -> Piece {
    let Done { fixed, rest } = done;
    let mut piece = entered(desk, ledger, rest);
    piece.tally.add(fixed.tally);
    if let Some(failure) = fixed.failure {
        tell::failure(&failure);
    }
    if desk.fixing.is_some_and(Fixing::is_diff) {
        piece.text = fixed.diff;
    }
    piece
}

fn entered(desk: &Desk<'_>, ledger: &mut Ledger<'_>, rest: Rest) -> Piece {
    match rest {
        Rest::Piece(piece) => piece,
        Rest::Read(article, Read { findings, notes, directives, .. }) => {
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
