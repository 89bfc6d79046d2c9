//! A batch of articles, checked and written out in their order.

use crate::cli::crash;
use crate::cli::finding;
use crate::cli::fix;
use crate::cli::fix::Fixed;
use crate::cli::fix::Fixing;
use crate::cli::order;
use crate::cli::output::Target;
use crate::cli::tally::Tally;
use crate::cli::tell;
use crate::cli::word;
use crate::config::Config;
use crate::diagnostic::Checkable;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Linted;
use crate::document::directive::Directive;
use crate::lint;
use crate::lint::Linter;
use crate::lint::Read;
use crate::lint::accord::ledger::Ledger;
use crate::lint::coverage::silenced;
use crate::lint::run::Crew;
use crate::report;
use crate::report::Format;
use crate::report::Run;
use crate::report::binder::Part;
use crate::report::coverage;
use crate::report::coverage::Covered;
use crate::severity::Severity;
use crate::source::Article;
use crate::source::problem::Problem;
use crate::source::read::Pending;
use crate::triage::Sifted;
use crate::triage::Triage;
use crate::triage::baseline;
use crate::triage::baseline::Accepted;

/// What stays the same for all articles of a run.
pub struct Desk<'r> {
    /// The settings.
    pub config: &'r Config,
    /// The engine with its facts.
    pub linter: Linter<'r>,
    /// What decides over the findings.
    pub triage: Triage<'r>,
    /// How findings are written.
    pub targets: Vec<Target>,
    /// What a machine format says of the run.
    pub run: Run,
    /// The threads that check articles.
    pub crew: Crew,
    /// What becomes of fixes.
    pub fixing: Option<Fixing>,
    /// Whether it is told who vouches for what articles state.
    pub gathers_coverage: bool,
}

impl Desk<'_> {
    /// Whether there is such a format among those of the run.
    fn has(&self, is_such: impl Fn(Format) -> bool) -> bool {
        self.targets.iter().any(|target| is_such(target.format))
    }
}

/// What one article came to.
#[derive(Default)]
pub struct Piece {
    /// What is shown of it, in each format.
    pub parts: Vec<Part>,
    /// What it adds to the sum.
    pub tally: Tally,
    /// What its findings are about, and how much each matters.
    pub names: Vec<(Severity, String)>,
    /// What a baseline would hold of it.
    pub accepted: Vec<Accepted>,
    /// Who vouches for what it states, where the command is about that.
    pub coverage: Option<Covered>,
}

/// What is to be said beside an article, or of the rules themselves.
pub fn aside(desk: &Desk<'_>, linted: Linted) -> Piece {
    told(desk, linted, Tally::default())
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
pub fn pieces(desk: &Desk<'_>, ledger: &mut Ledger<'_>, batch: Vec<Pending>) -> Vec<Piece> {
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
            let rest = Rest::Piece(Piece { tally, ..Piece::default() });
            return Done { fixed: Fixed::default(), rest };
        }
        let article = desk.config.dated(article);
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
        let tally = Tally { skipped: 1, foreign: 1, ..Tally::default() };
        return Rest::Piece(told(desk, Linted::new(article, read.findings), tally));
    }
    // Writing is work too, and most articles need not wait for the others with it.
    if read.notes.is_empty() {
        let Read { findings, checkables, directives, .. } = read;
        Rest::Piece(written(desk, Linted { article, findings, checkables }, &directives))
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
        piece.parts = desk.targets.iter().map(|_| Part::from(fixed.diff.clone())).collect();
    }
    piece
}

fn entered(desk: &Desk<'_>, ledger: &mut Ledger<'_>, rest: Rest) -> Piece {
    match rest {
        Rest::Piece(piece) => piece,
        Rest::Read(article, Read { findings, checkables, notes, directives, .. }) => {
            let findings = lint::in_order(findings, ledger.enter(notes));
            written(desk, Linted { article, findings, checkables }, &directives)
        }
    }
}

fn written(desk: &Desk<'_>, linted: Linted, directives: &[Directive]) -> Piece {
    let findings = desk.linter.settle(directives, linted.findings);
    told(desk, Linted { findings, ..linted }, Tally { articles: 1, ..Tally::default() })
}

fn unread(desk: &Desk<'_>, problem: Problem) -> Piece {
    let is_lost = problem.severity() == Severity::Error;
    let linted = finding::of_problem(problem);
    if is_lost { failed(desk, linted) } else { aside(desk, linted) }
}

fn failed(desk: &Desk<'_>, linted: Linted) -> Piece {
    told(desk, linted, Tally { failed: 1, ..Tally::default() })
}

/// Sifts and writes the findings of an article that counts as `tally`.
fn told(desk: &Desk<'_>, linted: Linted, tally: Tally) -> Piece {
    let Linted { article, findings, mut checkables } = linted;
    let Sifted { findings, aside, ignored, baselined } = desk.triage.sift(&article, findings);
    silenced::set_aside(&mut checkables, &aside);
    let mut total = Tally { ignored, baselined, ..tally };
    total.add(Tally::of(&findings));
    Piece {
        tally: total,
        names: findings.iter().map(|one| (one.severity, report::finding::name(one).to_owned())).collect(),
        accepted: baseline::entries(desk.triage.root, &article, &findings),
        coverage: desk.gathers_coverage.then(|| covered(&article, &checkables, &findings, tally)).flatten(),
        parts: shown(desk, Linted { article, findings, checkables }),
    }
}

/// Who vouches for what an article states; of one that could not be read nothing is known.
fn covered(
    article: &Article,
    checkables: &[Checkable],
    findings: &[Diagnostic],
    tally: Tally,
) -> Option<Covered> {
    let why = findings.first().filter(|_| tally.foreign > 0).map(|finding| finding.message.clone());
    let is_known = tally.articles > 0 || tally.foreign > 0;
    is_known.then(|| Covered { skipped: why, ..coverage::article(article, checkables) })
}

fn shown(desk: &Desk<'_>, linted: Linted) -> Vec<Part> {
    let one =
        |target: &Target, linted: &Linted| report::article(target.format, &target.style, &desk.run, linted);
    // Machines need names to the letter; most articles have no finding that would show theirs.
    let (is_short, is_long) = (desk.has(Format::is_human), desk.has(|format| !format.is_human()));
    if !is_short || linted.findings.is_empty() {
        return desk.targets.iter().map(|target| one(target, &linted)).collect();
    }
    let long = is_long.then(|| linted.clone());
    let short = finding::with_short_names(linted);
    let of = |target: &Target| match &long {
        Some(long) if !target.format.is_human() => one(target, long),
        _ => one(target, &short),
    };
    desk.targets.iter().map(of).collect()
}
