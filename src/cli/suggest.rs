//! `factlint suggest`: draft facts from an article that somebody trusts.

use crate::cli::args;
use crate::cli::args::JobFlags;
use crate::cli::config;
use crate::cli::config::ConfigFlags;
use crate::cli::crash;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::finding;
use crate::cli::look::Look;
use crate::cli::out;
use crate::cli::out::Out;
use crate::cli::tell;
use crate::cli::word;
use crate::config::Config;
use crate::lint::run::Crew;
use crate::lint::suggest;
use crate::lint::suggest::Suggested;
use crate::report;
use crate::report::Format;
use crate::report::Run;
use crate::report::summary;
use crate::source::Article;
use crate::source::read;
use crate::source::short;
use crate::source::walk;
use jiff::civil::Date;
use std::path::PathBuf;

/// The flags of `factlint suggest`.
///
/// For each number, sum, date, name with a title and quotation of the article a fact is drafted, with an example that
/// passes and one that does not, both made of the article's own sentence. Each draft was tried: it agrees with the
/// article, and notices another value in its sentence. Where no draft does, there is none. A draft never judges:
/// read it, correct it, and take `draft = true` away.
#[derive(Debug, clap::Args)]
pub struct Flags {
    /// The article; `-` is standard input
    #[arg(value_name = "ARTICLE")]
    article: PathBuf,
    /// Write the drafts into this file, which must not be there yet
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    output: Option<PathBuf>,
    /// The date of the article, if it carries none
    #[arg(long, value_name = "DATE", value_parser = args::day, help_heading = "Dates")]
    default_date: Option<Date>,
    #[command(flatten)]
    config: ConfigFlags,
    #[command(flatten)]
    look: Look,
    #[command(flatten)]
    jobs: JobFlags,
    /// The name by which to show standard input; its ending says how it is marked up, as in a.md
    #[arg(long, value_name = "PATH", default_value = "-", hide_default_value = true)]
    stdin_filename: PathBuf,
}

/// Drafts facts from the article that the flags name.
///
/// # Errors
/// An article that cannot be read, a file that is there already, and output that cannot be written.
pub fn run(flags: &Flags) -> Result<Exit, Failure> {
    if let Some(path) = flags.output.as_ref().filter(|path| path.exists()) {
        return Err(Failure::InTheWay { path: path.clone() });
    }
    let settings = config::load(&flags.config, &flags.look.err());
    let Some(article) = article(flags)? else { return Ok(Exit::Broken) };
    let path = short::path(&article.path);
    let Some(suggested) = crash::guard(|| drafted(flags, &settings.config, &article, &path)) else {
        let linted = finding::of_crash(Article { text: String::new(), ..article });
        tell::raw(&report::article(Format::Full, &flags.look.err(), &Run::default(), &linted).text);
        return Ok(Exit::Broken);
    };
    if suggested.language.is_some() {
        return Err(Failure::NoEnglish);
    }
    written(flags, &suggested)?;
    settings.tell_gaps();
    tell::line(&sentence(&suggested));
    Ok(settings.exit())
}

fn drafted(flags: &Flags, config: &Config, article: &Article, path: &str) -> Suggested {
    let crew = Crew::new(flags.jobs.count());
    suggest::run(config, &crew, article, (path, flags.default_date.or(config.default_date)))
}

/// The one article that is named; nothing where it cannot be read, which is told.
fn article(flags: &Flags) -> Result<Option<Article>, Failure> {
    let found = walk::find(std::slice::from_ref(&flags.article), &flags.stdin_filename);
    let mut pending: Vec<_> = read::articles(found).take(2).collect();
    let (Some(one), true) = (pending.pop(), pending.is_empty()) else {
        return Err(Failure::NotOneArticle { path: flags.article.clone() });
    };
    match one.read() {
        Ok(article) if !word::is_in(&article) => Err(Failure::NoWord { n_articles: 1 }),
        Ok(article) => Ok(Some(article)),
        Err(problem) => {
            let linted = finding::with_short_names(finding::of_problem(problem));
            tell::raw(&report::article(Format::Full, &flags.look.err(), &Run::default(), &linted).text);
            Ok(None)
        }
    }
}

fn written(flags: &Flags, suggested: &Suggested) -> Result<(), Failure> {
    match flags.output.as_ref().filter(|_| suggested.n_drafts > 0) {
        Some(path) => out::save(path, &suggested.rules),
        None => {
            let mut out = Out::stdout();
            out.write(&suggested.rules)?;
            out.flush()
        }
    }
}

fn sentence(suggested: &Suggested) -> String {
    let drafts = summary::counted(suggested.n_drafts, "fact");
    let rest = match suggested.n_without {
        0 => String::new(),
        1 => "; 1 more place states something, and no fact of it held".to_owned(),
        n => format!("; {n} more places state something, and no fact of them held"),
    };
    let left_out = match suggested.n_left_out {
        0 => String::new(),
        n => format!(" {n} places further on were not looked at: the article is too long."),
    };
    format!("Drafted {drafts}{rest}.{left_out}")
}
