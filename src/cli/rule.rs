//! `factlint rule`: one fact's card, a table of all facts, or of those that are due for review.

use crate::cli::args::RuleFlags;
use crate::cli::args::Today;
use crate::cli::card;
use crate::cli::config;
use crate::cli::config::ConfigFlags;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::look::Look;
use crate::cli::out::Out;
use crate::cli::rules;
use crate::cli::tell;
use crate::cli::value;
use crate::fact::Fact;
use crate::fact::Rules;
use crate::report::visible;
use crate::severity::Severity;
use jiff::civil::Date;

/// The flags of `factlint rule`.
#[derive(Debug, clap::Args)]
pub struct Flags {
    /// The fact to show; without one, a table of all
    #[arg(value_name = "ID")]
    id: Option<String>,
    /// List the facts whose `review-by` has passed, the longest overdue first
    #[arg(long, conflicts_with = "id")]
    due: bool,
    #[command(flatten)]
    today: Today,
    #[command(flatten)]
    config: ConfigFlags,
    #[command(flatten)]
    rules: RuleFlags,
    #[command(flatten)]
    look: Look,
}

/// Shows the fact that the flags name, or all.
///
/// # Errors
/// Rules without that fact or without any, and output that cannot be written.
pub fn run(flags: &Flags) -> Result<Exit, Failure> {
    let settings = config::load(&flags.config, &flags.look.err());
    let patterns = rules::patterns(&flags.rules.rules, &settings, &flags.config);
    let loaded = rules::load(&patterns, &settings.config, &flags.look.err());
    let rules = &loaded.rules;
    if rules.facts.is_empty() {
        return Err(Failure::NoFact);
    }
    let text = match &flags.id {
        Some(id) => card::of(rules, find(rules, id)?),
        None if flags.due => due(&rules.facts, flags.today.day()),
        None => table(&rules.facts),
    };
    let mut out = Out::stdout();
    out.write(&text)?;
    out.flush()?;
    settings.tell_gaps();
    loaded.tell_gaps();
    Ok(loaded.exit().max(settings.exit()))
}

/// The fact with the id `id`.
///
/// # Errors
/// An id that no fact has, with the one that was probably meant.
pub fn find<'r>(rules: &'r Rules, id: &str) -> Result<&'r Fact, Failure> {
    rules.fact_named(id).ok_or_else(|| {
        let meant = rules.nearest_fact(id).map(str::to_owned);
        Failure::UnknownFact { id: id.to_owned(), meant }
    })
}

/// One line a fact, sorted by id: id, kind, severity, and what it says.
fn table(facts: &[Fact]) -> String {
    let mut facts: Vec<&Fact> = facts.iter().collect();
    facts.sort_by(|one, other| one.id.cmp(&other.id));
    let width = facts.iter().map(|fact| fact.id.chars().count()).max().unwrap_or(0);
    facts.into_iter().map(|fact| row(fact, width)).collect()
}

/// One line a fact whose review was due before `today`: the day, id, owner, and what it says.
fn due(facts: &[Fact], today: Date) -> String {
    let day = |fact: &Fact| fact.review_by.filter(|day| *day < today);
    let mut due: Vec<(Date, &Fact)> = facts.iter().filter_map(|fact| Some((day(fact)?, fact))).collect();
    due.sort_by_key(|(day, fact)| (*day, &fact.id));
    if due.is_empty() {
        tell::line(&format!("No fact was due for review before {today}."));
    }
    let width = |text: fn(&Fact) -> &str| due.iter().map(|(_, fact)| text(fact).chars().count()).max();
    let (ids, owners) = (width(|fact| &fact.id).unwrap_or(0), width(owner).unwrap_or(0));
    let row = |(day, fact): &(Date, &Fact)| {
        let line = format!("{day}  {:ids$}  {:owners$}  {}", fact.id, owner(fact), fact.says);
        visible::line(&line) + "\n"
    };
    due.iter().map(row).collect()
}

fn owner(fact: &Fact) -> &str {
    fact.owner.as_deref().unwrap_or("no owner")
}

fn row(fact: &Fact, width: usize) -> String {
    let kind = value::kind(&fact.kind);
    let line = format!("{:width$}  {kind:9}  {:7}  {}", fact.id, severity(fact), fact.says);
    visible::line(&line) + "\n"
}

fn severity(fact: &Fact) -> &'static str {
    if fact.draft { "draft" } else { fact.severity.map_or("off", Severity::name) }
}
