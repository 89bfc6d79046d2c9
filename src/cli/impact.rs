//! `factlint impact`: the articles that state an old value of a fact that has changed.

use crate::cli::args;
use crate::cli::args::JobFlags;
use crate::cli::args::RuleFlags;
use crate::cli::articles::ArticleFlags;
use crate::cli::config;
use crate::cli::config::ConfigFlags;
use crate::cli::crash;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::finding;
use crate::cli::look::Look;
use crate::cli::order;
use crate::cli::out::Out;
use crate::cli::rule;
use crate::cli::rules;
use crate::cli::tally::Tally;
use crate::cli::tell;
use crate::cli::word;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Linted;
use crate::lint::Linter;
use crate::lint::Options;
use crate::lint::checks::Checks;
use crate::lint::impact::Changed;
use crate::lint::impact::Need;
use crate::lint::run::Crew;
use crate::report;
use crate::report::Format;
use crate::report::Run;
use crate::report::binder::Binder;
use crate::report::binder::Part;
use crate::report::summary;
use crate::report::summary::Summary;
use crate::severity::Severity;
use crate::source::Article;
use crate::source::batch;
use crate::source::problem::Problem;
use crate::source::read::Pending;
use jiff::civil::Date;

/// The flags of `factlint impact`.
#[derive(Debug, clap::Args)]
pub struct Flags {
    /// The fact that has changed, by its id
    #[arg(value_name = "FACT")]
    fact: String,
    #[command(flatten)]
    articles: ArticleFlags,
    /// Look for the values that have been replaced on this day or later, such as 2026-03-04
    #[arg(long, value_name = "DATE", value_parser = args::day, help_heading = "Dates")]
    since: Date,
    /// The date of articles that carry none
    #[arg(long, value_name = "DATE", value_parser = args::day, help_heading = "Dates")]
    default_date: Option<Date>,
    #[command(flatten)]
    rules: RuleFlags,
    #[command(flatten)]
    config: ConfigFlags,
    #[command(flatten)]
    look: Look,
    /// How it is written: `full` with sentences and draft notes, `concise` a line each, or for programs
    #[arg(long, value_name = "FORMAT", default_value = "full", value_parser = args::format(Format::ALL))]
    format: Format,
    #[command(flatten)]
    jobs: JobFlags,
}

/// Shows which of the articles that the flags name state an old value.
///
/// # Errors
/// A fact that does not exist or has not changed since, no article, and output that cannot be written.
pub fn run(flags: &Flags) -> Result<Exit, Failure> {
    let settings = config::load(&flags.config, &flags.look.err());
    let patterns = rules::patterns(&flags.rules.rules, &settings, &flags.config);
    let loaded = rules::load(&patterns, &settings.config, &flags.look.err());
    if loaded.rules.facts.is_empty() {
        return Err(Failure::NoFact);
    }
    let fact = rule::find(&loaded.rules, &flags.fact)?;
    let changed =
        Changed::of(fact, flags.since).map_err(|why| Failure::Unchanged { id: flags.fact.clone(), why })?;
    let linter = Linter::new(&loaded.rules, &settings.config, options(flags, &settings.config));
    let seen = all(flags, &linter, changed, flags.articles.entries(&settings)?);
    let run = Run { rules_hash: loaded.rules.hash.clone(), ..Run::default() };
    written(flags, &run, &seen)?;
    settings.tell_gaps();
    loaded.tell_gaps();
    if seen.tally.articles + seen.tally.failed == 0 {
        return Err(Failure::NoArticle);
    }
    if flags.format.is_human() && seen.tally.articles > 0 {
        tell::line(&sentence(&seen));
    }
    let is_found = !seen.stale.is_empty();
    Ok(loaded
        .exit()
        .max(settings.exit())
        .max(Exit::broken_if(seen.tally.failed > 0))
        .max(Exit::found_if(is_found)))
}

fn options(flags: &Flags, config: &Config) -> Options {
    Options {
        as_of: None,
        default_date: flags.default_date.or(config.default_date),
        // Reviews that are due are no claims of an article.
        today: Date::ZERO,
        show_suppressed: false,
        coverage: false,
        checks: Checks::default(),
    }
}

/// The articles that state an old value, in their order, and what all add up to.
#[derive(Default)]
struct Seen {
    stale: Vec<Linted>,
    tally: Tally,
}

fn all(
    flags: &Flags,
    linter: &Linter<'_>,
    changed: Changed<'_>,
    entries: impl Iterator<Item = Pending>,
) -> Seen {
    let crew = Crew::new(flags.jobs.count());
    let mut seen = Seen::default();
    for batch in batch::batches(entries) {
        let looked = order::each(&crew, batch, |article| looked(linter, changed, article), unread);
        for (linted, tally) in looked {
            let tally =
                if tally.failed > 0 { told(flags, linted, tally) } else { stale(&mut seen, linted, tally) };
            seen.tally.add(tally);
        }
    }
    seen
}

/// Looks at one article.
fn looked(linter: &Linter<'_>, changed: Changed<'_>, article: Article) -> (Linted, Tally) {
    let known = Article { path: article.path.clone(), id: article.id.clone(), ..Article::default() };
    let found = crash::guard(|| word::is_in(&article).then(|| linter.impact(&article, changed)));
    match found {
        Some(Some(findings)) => {
            let tally = Tally { articles: 1, ..Tally::of(&findings) };
            (Linted::new(article, findings), tally)
        }
        Some(None) => (Linted::new(article, Vec::new()), Tally { skipped: 1, ..Tally::default() }),
        None => (finding::of_crash(known), Tally { failed: 1, ..Tally::default() }),
    }
}

fn unread(problem: Problem) -> (Linted, Tally) {
    let failed = usize::from(problem.severity() == Severity::Error);
    (finding::of_problem(problem), Tally { failed, ..Tally::default() })
}

/// Says on standard error that an article could not be looked at.
fn told(flags: &Flags, linted: Linted, tally: Tally) -> Tally {
    let linted = finding::with_short_names(linted);
    tell::raw(&report::article(Format::Full, &flags.look.err(), &Run::default(), &linted).text);
    tally
}

fn stale(seen: &mut Seen, linted: Linted, tally: Tally) -> Tally {
    if tally.articles > 0 && !linted.findings.is_empty() {
        seen.stale.push(linted);
    }
    tally
}

/// Writes what was found, the articles that need the same thing together.
fn written(flags: &Flags, run: &Run, seen: &Seen) -> Result<(), Failure> {
    let mut out = Out::stdout();
    let mut binder = Binder::new(flags.format);
    out.write(&report::begin(flags.format, run))?;
    for need in Need::ALL {
        let parts: Vec<Part> =
            seen.stale.iter().filter_map(|linted| part(flags, run, linted, need)).collect();
        if flags.format == Format::Full && !parts.is_empty() {
            out.write(&format!("{}:\n\n", heading(need)))?;
        }
        for part in parts {
            out.write(&binder.add(part))?;
        }
    }
    if !flags.format.is_human() {
        let summary = Summary { facts: 1, ..seen.tally.summary() };
        out.write(&binder.end(&flags.look.out(), &summary))?;
    }
    out.flush()
}

/// What one article says that needs the same thing.
fn part(flags: &Flags, run: &Run, linted: &Linted, need: Need) -> Option<Part> {
    let findings: Vec<Diagnostic> =
        linted.findings.iter().filter(|finding| finding.verdict == need.name()).cloned().collect();
    (!findings.is_empty()).then(|| {
        let linted = Linted::new(linted.article.clone(), findings);
        let linted = if flags.format.is_human() { finding::with_short_names(linted) } else { linted };
        report::article(flags.format, &flags.look.out(), run, &linted)
    })
}

fn heading(need: Need) -> &'static str {
    match need {
        Need::Correction => "Wrong when published, to be corrected",
        Need::Update => "Right when published, to be updated",
        Need::Date => "Without a date, so that nobody can tell",
    }
}

/// What was found, in one sentence.
fn sentence(seen: &Seen) -> String {
    let told = |need: Need| {
        let n = seen
            .stale
            .iter()
            .filter(|linted| linted.findings.iter().any(|f| f.verdict == need.name()))
            .count();
        let what = match need {
            Need::Correction => "to be corrected",
            Need::Update => "to be updated",
            Need::Date => "without a date",
        };
        (n > 0).then(|| format!("{n} {what}"))
    };
    let parts: Vec<String> = Need::ALL.into_iter().filter_map(told).collect();
    let found = if parts.is_empty() { "none states an old value".to_owned() } else { parts.join(", ") };
    format!("Looked at {}: {found}.", summary::counted(seen.tally.articles, "article"))
}
