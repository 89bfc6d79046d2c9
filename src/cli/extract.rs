//! `factlint extract`: all that is seen in articles, whether or not a fact speaks of it.

use crate::cli::args;
use crate::cli::args::DayFlags;
use crate::cli::crash;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::finding;
use crate::cli::look::Look;
use crate::cli::out::Out;
use crate::cli::rules;
use crate::cli::tell;
use crate::fact::Rules;
use crate::lint::Linted;
use crate::lint::Linter;
use crate::lint::Options;
use crate::report;
use crate::report::Format;
use crate::report::Run;
use crate::report::extract;
use crate::report::painted;
use crate::severity::Severity;
use crate::source::Article;
use crate::source::read;
use crate::source::read::Entry;
use crate::source::walk;
use std::path::PathBuf;

/// The formats of `factlint extract`.
const FORMATS: &[Format] = &[Format::Full, Format::Jsonl];

/// The flags of `factlint extract`.
#[derive(Debug, clap::Args)]
pub struct Flags {
    /// Files and folders to look at; `-` is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Rule files, or patterns for them, whose claims are shown too; may be given again
    #[arg(long, value_name = "GLOB")]
    rules: Vec<String>,
    #[command(flatten)]
    days: DayFlags,
    #[command(flatten)]
    look: Look,
    /// How it is written
    #[arg(long, value_name = "FORMAT", default_value = "full", value_parser = args::format(FORMATS))]
    format: Format,
    /// The name under which standard input is shown; its ending says how it is marked up
    #[arg(long, value_name = "PATH", default_value = "-", hide_default_value = true)]
    stdin_filename: PathBuf,
}

/// Shows all that is seen in the articles that the flags name.
///
/// # Errors
/// Output that cannot be written; everything else is told and the run goes on.
pub fn run(flags: &Flags) -> Result<Exit, Failure> {
    let mut exit = Exit::Pass;
    let mut rules = Rules::default();
    if !flags.rules.is_empty() {
        let loaded = rules::load(&flags.rules, &flags.look.err());
        exit = loaded.exit;
        rules = loaded.rules;
    }
    let linter = Linter::new(&rules, options(flags));
    let mut out = Out::stdout();
    for entry in read::articles(walk::find(&flags.files, &flags.stdin_filename)) {
        let (text, ended) = shown(flags, &linter, entry);
        exit = exit.max(ended);
        out.write(&text)?;
        if out.is_closed() {
            break;
        }
    }
    out.flush()?;
    Ok(exit)
}

fn options(flags: &Flags) -> Options {
    Options {
        as_of: flags.days.as_of,
        default_date: flags.days.default_date,
        today: flags.days.today(),
        show_suppressed: true,
    }
}

/// What is seen in one article; what could not be read is told on standard error.
fn shown(flags: &Flags, linter: &Linter<'_>, entry: Entry) -> (String, Exit) {
    let article = match entry {
        Ok(article) => article,
        Err(problem) => {
            let exit = Exit::broken_if(problem.severity() == Severity::Error);
            tell_unread(flags, &finding::of_problem(problem));
            return (String::new(), exit);
        }
    };
    match crash::guard(|| seen(flags, linter, &article)) {
        Some(text) => (text, Exit::Pass),
        None => {
            tell_unread(flags, &finding::of_crash(article));
            (String::new(), Exit::Broken)
        }
    }
}

fn seen(flags: &Flags, linter: &Linter<'_>, article: &Article) -> String {
    let view = linter.extract(article);
    if flags.format == Format::Jsonl {
        return extract::line(&view);
    }
    painted::article(&flags.look.out(), &view, &article.text)
}

fn tell_unread(flags: &Flags, linted: &Linted) {
    tell::raw(&report::article(Format::Full, &flags.look.err(), &Run::default(), linted));
}
