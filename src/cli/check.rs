//! `factlint check`: articles against facts.

use crate::cli::desk;
use crate::cli::desk::Desk;
use crate::cli::desk::Piece;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::fix::FixFlags;
use crate::cli::fix::Fixing;
use crate::cli::look::Look;
use crate::cli::output::OutputFlags;
use crate::cli::output::Sinks;
use crate::cli::progress::Progress;
use crate::cli::rules;
use crate::cli::scope;
use crate::cli::scope::Prepared;
use crate::cli::scope::Scope;
use crate::cli::scope::View;
use crate::cli::statistics::Statistics;
use crate::cli::tally::Tally;
use crate::cli::tell;
use crate::cli::watch;
use crate::config::fail_on::FailOn;
use crate::lint::overdue;
use crate::report;
use crate::report::summary::Summary;
use crate::source::batch;
use crate::source::read::Pending;
use crate::source::short;
use crate::triage::baseline::Baseline;
use std::path::PathBuf;
use std::time::Instant;

/// The flags of `factlint check`.
#[derive(Debug, clap::Args)]
pub struct Flags {
    #[command(flatten)]
    scope: Scope,
    #[command(flatten)]
    fixes: FixFlags,
    #[command(flatten)]
    look: Look,
    #[command(flatten)]
    output: OutputFlags,
    /// Tell only of paragraphs that have changed since this git revision, and of facts that have
    #[arg(long, value_name = "REV", help_heading = "Checks")]
    since: Option<String>,
    /// Accept the findings in this file [default: the `baseline` of the configuration]
    #[arg(long, value_name = "FILE", help_heading = "Checks")]
    baseline: Option<PathBuf>,
    /// Accept no findings, whatever the configuration says
    #[arg(long, conflicts_with = "baseline", help_heading = "Checks")]
    no_baseline: bool,
    /// Show wrong values that the article does not assert too, as notes with the words that decided, and
    /// what is ignored or accepted
    #[arg(long)]
    show_suppressed: bool,
    /// Say how many findings there are of each fact and check
    #[arg(long)]
    statistics: bool,
    /// Print findings and what went wrong, but no summary
    #[arg(short, long, conflicts_with = "verbose")]
    quiet: bool,
    /// Say which configuration and which rule files are used
    #[arg(short, long)]
    verbose: bool,
    /// Check again whenever an article, a rule file or the configuration changes, until interrupted
    #[arg(long)]
    watch: bool,
    /// The least severity that makes the exit code 1 [default: the `fail-on` of the configuration, else error]
    #[arg(long, value_enum, value_name = "SEVERITY", help_heading = "Exit code")]
    fail_on: Option<FailOn>,
    /// The same as --fail-on warning; accepted findings that are gone are warnings
    #[arg(long, conflicts_with = "fail_on", help_heading = "Exit code")]
    strict: bool,
    /// End with 0 where findings would make it 1; what could not be checked still makes it 2
    #[arg(long, help_heading = "Exit code")]
    exit_zero: bool,
}

/// Checks what the flags name.
///
/// # Errors
/// Output that cannot be written; everything else is told and the run goes on.
pub fn run(flags: &Flags) -> Result<Exit, Failure> {
    if flags.watch {
        return watch::run(&flags.scope, || once(flags));
    }
    once(flags)
}

/// Checks what the flags name, once; a machine format is whole even where nothing could be begun.
fn once(flags: &Flags) -> Result<Exit, Failure> {
    let started = Instant::now();
    let blank = |failure| flags.output.blank(&flags.look, failure);
    let prepared = flags.scope.prepare(&flags.look.err()).map_err(blank)?;
    if flags.verbose {
        prepared.settings.tell_path();
        tell_rules(&prepared.loaded);
    }
    let entries = flags.scope.articles.entries(&prepared.settings).map_err(blank)?;
    let desk = desk(flags, &prepared).map_err(blank)?;
    let desk = Desk { fixing: flags.fixes.fixing(&flags.scope.articles.paths)?, ..desk };
    let sinks = flags.output.open(&flags.look, &desk.run)?;
    let mut sheet = Sheet { sinks, total: Tally::default(), statistics: Statistics::default() };
    if prepared.is_idle {
        // Nobody has asked for anything, so no folder is looked through.
        drop(entries);
    } else {
        all(flags, (&desk, &prepared), entries, &mut sheet)?;
    }
    let ended = ended(flags, (&desk, &prepared), sheet, started);
    if !flags.watch {
        // The process is about to end: to give back thousands of facts one by one would be a tenth of a short run.
        std::mem::forget(desk);
        std::mem::forget(prepared);
    }
    ended
}

fn desk<'p>(flags: &Flags, prepared: &'p Prepared) -> Result<Desk<'p>, Failure> {
    let view = View {
        targets: flags.output.targets(&flags.look),
        baseline: baseline(flags, prepared)?,
        since: flags.since.clone(),
        show_suppressed: flags.show_suppressed,
        coverage: false,
    };
    flags.scope.desk(prepared, view)
}

/// Ends the reports, and tells how it went.
fn ended(
    flags: &Flags,
    (desk, prepared): (&Desk<'_>, &Prepared),
    sheet: Sheet,
    started: Instant,
) -> Result<Exit, Failure> {
    let Sheet { sinks, total, statistics } = sheet;
    let facts = prepared.loaded.rules.facts.len();
    let summary = Summary { facts, elapsed: started.elapsed(), ..total.summary() };
    let is_closed = sinks.is_closed();
    sinks.finish(&summary)?;
    let nothing = nothing_checked(&total, prepared).filter(|why| !is_forgiven(flags, why));
    let could_not = prepared.exit().max(Exit::broken_if(nothing.is_some()));
    let would_change = desk.fixing.is_some_and(Fixing::is_diff) && total.fixed > 0;
    let exit = could_not.max(total.exit(threshold(flags, prepared))).max(Exit::found_if(would_change));
    if !is_closed {
        if !flags.quiet {
            tell_unmade(total.unmade);
        }
        told(flags, prepared, nothing, (&summary, &statistics));
    }
    Ok(if flags.exit_zero && exit == Exit::Found { Exit::Pass } else { exit })
}

/// The accepted findings of the run.
fn baseline(flags: &Flags, prepared: &Prepared) -> Result<Option<Baseline>, Failure> {
    let configured = prepared.settings.config.baseline.as_ref().filter(|_| !flags.no_baseline);
    flags.baseline.as_ref().or(configured).map(|path| scope::baseline(path)).transpose()
}

/// Says that there are fixes that could not be put in.
fn tell_unmade(n_unmade: usize) {
    let left_out = match n_unmade {
        0 => return,
        1 => "1 fix was left out".to_owned(),
        n => format!("{n} fixes were left out"),
    };
    tell::line(&format!("{left_out}: only files that are text in UTF-8, one article each, are rewritten."));
}

fn tell_rules(loaded: &rules::Loaded) {
    for file in &loaded.rules.files {
        tell::line(&format!("rules: {}", short::path(&file.path)));
    }
}

/// Checks all articles, a batch at a time, and writes what was found in their order.
fn all(
    flags: &Flags,
    (desk, prepared): (&Desk<'_>, &Prepared),
    entries: impl Iterator<Item = Pending>,
    sheet: &mut Sheet,
) -> Result<(), Failure> {
    let is_diff = desk.fixing.is_some_and(Fixing::is_diff);
    let overdue = if is_diff { Vec::new() } else { overdue::find(&prepared.loaded.rules, flags.scope.day()) };
    sheet.write(overdue.into_iter().map(|linted| desk::aside(desk, linted)))?;
    let fail_on = threshold(flags, prepared);
    let mut progress = Progress::new(flags.quiet);
    let mut ledger = desk.linter.ledger();
    for batch in batch::batches(entries) {
        let pieces = desk::pieces(desk, &mut ledger, batch);
        progress.clear();
        sheet.write(pieces)?;
        progress.show(sheet.total.articles);
        // Once nobody reads, only a run that would still pass has something left to find out.
        if sheet.sinks.is_closed() && sheet.total.exit(fail_on) != Exit::Pass {
            break;
        }
    }
    progress.clear();
    leftovers(flags, (desk, prepared), sheet)
}

/// Writes what is to be said of exemptions and accepted findings that were not met; where only a part of the
/// findings is looked at, nobody can know.
fn leftovers(
    flags: &Flags,
    (desk, prepared): (&Desk<'_>, &Prepared),
    sheet: &mut Sheet,
) -> Result<(), Failure> {
    if flags.since.is_some() || flags.scope.levels.is_partial() {
        return Ok(());
    }
    sheet.write(flags.scope.unused(desk, &prepared.settings))?;
    let stale = desk.triage.baseline.as_ref().filter(|_| flags.strict);
    sheet.write(stale.map(|baseline| desk::aside(desk, baseline.linted())))
}

/// What is being written, with what it adds up to.
struct Sheet {
    sinks: Sinks,
    total: Tally,
    statistics: Statistics,
}

impl Sheet {
    fn write(&mut self, pieces: impl IntoIterator<Item = Piece>) -> Result<(), Failure> {
        for piece in pieces {
            self.sinks.write(piece.parts)?;
            self.total.add(piece.tally);
            self.statistics.add(piece.names);
        }
        self.sinks.flush()
    }
}

fn threshold(flags: &Flags, prepared: &Prepared) -> FailOn {
    let usual = prepared.settings.config.fail_on.unwrap_or(FailOn::Error);
    if flags.strict { FailOn::Warning } else { flags.fail_on.unwrap_or(usual) }
}

/// Tells how it went.
fn told(
    flags: &Flags,
    prepared: &Prepared,
    nothing: Option<Failure>,
    (summary, statistics): (&Summary, &Statistics),
) {
    if !flags.quiet {
        prepared.tell_gaps();
    }
    if flags.statistics {
        tell::raw(&statistics.table());
    }
    if let Some(failure) = nothing {
        tell::failure(&failure);
    } else if flags.output.is_human() && !flags.quiet {
        tell::raw(&report::sentence(&flags.look.err(), summary));
    }
}

/// Why nothing was checked, if nothing was: that is never a pass.
fn nothing_checked(tally: &Tally, prepared: &Prepared) -> Option<Failure> {
    if !prepared.is_idle {
        return tally.nothing();
    }
    prepared.loaded.idle().map(|why| match why {
        Failure::NoFact => Failure::NoFactNorCheck,
        why => why,
    })
}

/// Whether the flags say that to find no article is no error.
fn is_forgiven(flags: &Flags, why: &Failure) -> bool {
    let is_idle = matches!(why, Failure::NoFactNorCheck | Failure::OnlyDrafts { .. });
    flags.scope.articles.no_error_on_unmatched && !is_idle
}
