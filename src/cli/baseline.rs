//! `factlint baseline`: accepts the findings of today, and lets go of those that are gone.

use crate::cli::desk;
use crate::cli::desk::Piece;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::look::Look;
use crate::cli::out;
use crate::cli::scope;
use crate::cli::scope::Prepared;
use crate::cli::scope::Scope;
use crate::cli::scope::View;
use crate::cli::tally::Tally;
use crate::cli::tell;
use crate::report::summary;
use crate::source::batch;
use crate::source::short;
use crate::triage::baseline;
use crate::triage::baseline::Accepted;
use crate::triage::baseline::Baseline;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// The file, where nobody names one.
const USUAL: &str = "factlint-baseline.json";

/// The flags of `factlint baseline`.
#[derive(Debug, clap::Args)]
pub struct Flags {
    #[command(subcommand)]
    verb: Verb,
}

/// What to do with the baseline.
#[derive(Debug, clap::Subcommand)]
enum Verb {
    /// Write a file with all findings of today, which `check` then accepts
    Create(Own),
    /// Take out of the file what is no longer found; nothing is ever added
    Prune(Own),
}

#[derive(Debug, clap::Args)]
struct Own {
    #[command(flatten)]
    scope: Scope,
    #[command(flatten)]
    look: Look,
    /// The file [default: the `baseline` of the configuration, else factlint-baseline.json]
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write over a file that is there
    #[arg(long)]
    force: bool,
}

impl Own {
    fn path(&self, prepared: &Prepared) -> PathBuf {
        let configured = prepared.settings.config.baseline.clone();
        self.baseline.clone().or(configured).unwrap_or_else(|| PathBuf::from(USUAL))
    }
}

/// What a run for a baseline came to.
struct Seen {
    accepted: BTreeSet<Accepted>,
    stale: BTreeSet<Accepted>,
    total: Tally,
}

/// Does with the baseline what the flags say.
///
/// # Errors
/// A file that cannot be read or written, or that is in the way.
pub fn run(flags: &Flags) -> Result<Exit, Failure> {
    match &flags.verb {
        Verb::Create(own) => create(own),
        Verb::Prune(own) => prune(own),
    }
}

fn create(own: &Own) -> Result<Exit, Failure> {
    let prepared = own.scope.prepare(&own.look.err())?;
    let path = own.path(&prepared);
    if path.exists() && !own.force {
        return Err(Failure::BaselineThere { path });
    }
    let seen = seen(own, &prepared, None)?;
    let n_accepted = summary::counted(seen.accepted.len(), "finding");
    let exit = ended(&prepared, &seen)?;
    if exit == Exit::Pass {
        out::save(&path, &baseline::file(&seen.accepted))?;
        tell::line(&format!("{n_accepted} accepted in {}.", short::path(&path)));
    }
    Ok(exit)
}

fn prune(own: &Own) -> Result<Exit, Failure> {
    let prepared = own.scope.prepare(&own.look.err())?;
    let path = own.path(&prepared);
    let read = scope::baseline(&path)?;
    let before: BTreeSet<Accepted> = read.entries().cloned().collect();
    let seen = seen(own, &prepared, Some(read))?;
    let exit = ended(&prepared, &seen)?;
    if exit == Exit::Pass {
        let is_gone = |entry: &&Accepted| !prepared.settings.root.has(&entry.path);
        let kept: BTreeSet<Accepted> =
            before.iter().filter(|one| !seen.stale.contains(one) && !is_gone(one)).cloned().collect();
        out::save(&path, &baseline::file(&kept))?;
        let n_gone = summary::counted(before.len() - kept.len(), "finding");
        tell::line(&format!("{n_gone} taken out of {}, {} left.", short::path(&path), kept.len()));
    }
    Ok(exit)
}

/// Nothing is written where not everything could be checked: what was not seen is not gone.
fn ended(prepared: &Prepared, seen: &Seen) -> Result<Exit, Failure> {
    prepared.tell_gaps();
    if let Some(why) = prepared.loaded.idle().filter(|_| prepared.is_idle) {
        return Err(why);
    }
    if seen.total.articles + seen.total.failed == 0 {
        return Err(Failure::NoArticle);
    }
    if seen.total.failed > 0 {
        let failed = summary::counted(seen.total.failed, "article");
        tell::line(&format!("{failed} could not be checked, and nothing was written."));
    }
    Ok(prepared.exit().max(Exit::broken_if(seen.total.failed > 0)))
}

fn seen(own: &Own, prepared: &Prepared, baseline: Option<Baseline>) -> Result<Seen, Failure> {
    let entries = own.scope.articles.entries(&prepared.settings)?;
    let desk = own.scope.desk(prepared, View { baseline, ..View::default() })?;
    let mut seen = Seen { accepted: BTreeSet::new(), stale: BTreeSet::new(), total: Tally::default() };
    let mut ledger = desk.linter.ledger();
    for batch in batch::batches(entries) {
        for Piece { tally, accepted, .. } in desk::pieces(&desk, &mut ledger, batch) {
            seen.total.add(tally);
            seen.accepted.extend(accepted);
        }
    }
    let stale = desk.triage.baseline.as_ref().map(Baseline::stale);
    seen.stale.extend(stale.unwrap_or_default().into_iter().cloned());
    Ok(seen)
}
