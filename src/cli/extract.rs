//! `factlint extract`: all that is seen in articles, whether or not a fact speaks of it.

use crate::cli::args;
use crate::cli::args::DayFlags;
use crate::cli::args::JobFlags;
use crate::cli::config;
use crate::cli::config::ConfigFlags;
use crate::cli::crash;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::finding;
use crate::cli::look::Look;
use crate::cli::order;
use crate::cli::out::Out;
use crate::cli::rules;
use crate::cli::tell;
use crate::diagnostic::Linted;
use crate::fact::Rules;
use crate::lint::Linter;
use crate::lint::Options;
use crate::lint::checks::Checks;
use crate::lint::run::Crew;
use crate::report;
use crate::report::Format;
use crate::report::Run;
use crate::report::extract;
use crate::report::extract::ArticleView;
use crate::report::painted;
use crate::severity::Severity;
use crate::source::Article;
use crate::source::batch;
use crate::source::problem::Problem;
use crate::source::read;
use crate::source::read::Pending;
use crate::source::short;
use crate::source::walk;
use jiff::civil::Date;
use std::path::PathBuf;

/// The formats of `factlint extract`.
const FORMATS: &[Format] = &[Format::Full, Format::Jsonl];

/// The flags of `factlint extract`.
#[derive(Debug, clap::Args)]
pub struct Flags {
    /// Files and folders to look at; `-` is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// A file, folder or pattern of rule files whose claims are shown too; may be given again
    #[arg(long, value_name = "GLOB")]
    rules: Vec<String>,
    #[command(flatten)]
    config: ConfigFlags,
    #[command(flatten)]
    days: DayFlags,
    #[command(flatten)]
    look: Look,
    /// How it is written: for people, or a line of JSON an article
    #[arg(long, value_name = "FORMAT", default_value = "full", value_parser = args::format(FORMATS))]
    format: Format,
    #[command(flatten)]
    jobs: JobFlags,
    /// The name by which to show standard input; its ending says how it is marked up, as in a.md
    #[arg(long, value_name = "PATH", default_value = "-", hide_default_value = true)]
    stdin_filename: PathBuf,
}

/// Shows all that is seen in the articles that the flags name.
///
/// # Errors
/// Output that cannot be written; everything else is told and the run goes on.
pub fn run(flags: &Flags) -> Result<Exit, Failure> {
    let settings = config::load(&flags.config, &flags.look.err());
    settings.tell_gaps();
    let mut exit = settings.exit();
    let mut rules = Rules::default();
    if !flags.rules.is_empty() {
        let loaded = rules::load(&flags.rules, &settings.config, &flags.look.err());
        loaded.tell_gaps();
        exit = exit.max(loaded.exit());
        rules = loaded.rules;
    }
    let linter = Linter::new(&rules, &settings.config, options(flags));
    let crew = Crew::new(flags.jobs.count());
    let mut out = Out::stdout();
    let entries = read::articles(walk::find(&flags.files, &flags.stdin_filename));
    for batch in batch::batches(entries) {
        exit = exit.max(written(flags, (&linter, &crew), batch, &mut out)?);
        if out.is_closed() {
            break;
        }
    }
    Ok(exit)
}

/// Writes what is seen in the articles of one batch.
fn written(
    flags: &Flags,
    (linter, crew): (&Linter<'_>, &Crew),
    batch: Vec<Pending>,
    out: &mut Out,
) -> Result<Exit, Failure> {
    let work = |article| shown(flags, linter, article);
    let mut exit = Exit::Pass;
    for (text, ended) in order::each(crew, batch, work, |problem| unread(flags, problem)) {
        exit = exit.max(ended);
        out.write(&text)?;
    }
    out.flush()?;
    Ok(exit)
}

fn options(flags: &Flags) -> Options {
    Options {
        checks: Checks::default(),
        as_of: flags.days.as_of,
        default_date: flags.days.default_date,
        // Reviews that are due are no claims of an article.
        today: Date::ZERO,
        show_suppressed: true,
        coverage: false,
    }
}

/// What is seen in one article.
fn shown(flags: &Flags, linter: &Linter<'_>, article: Article) -> (String, Exit) {
    match crash::guard(|| seen(flags, linter, &article)) {
        Some(text) => (text, Exit::Pass),
        None => told(flags, finding::of_crash(Article { text: String::new(), ..article })),
    }
}

fn unread(flags: &Flags, problem: Problem) -> (String, Exit) {
    let is_lost = problem.severity() == Severity::Error;
    let (nothing, broken) = told(flags, finding::of_problem(problem));
    (nothing, if is_lost { broken } else { Exit::Pass })
}

/// Says on standard error that an article could not be shown.
fn told(flags: &Flags, linted: Linted) -> (String, Exit) {
    let linted = finding::with_short_names(linted);
    tell::raw(&report::article(Format::Full, &flags.look.err(), &Run::default(), &linted).text);
    (String::new(), Exit::Broken)
}

fn seen(flags: &Flags, linter: &Linter<'_>, article: &Article) -> String {
    let view = linter.extract(article);
    if flags.format == Format::Jsonl {
        return extract::line(&view);
    }
    let path = short::middle(&view.path).into_owned();
    painted::article(&flags.look.out(), &ArticleView { path, ..view }, &article.text)
}
