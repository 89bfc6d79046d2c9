//! The arguments: verbs, and the flags that several of them share.

use crate::cli::check;
use crate::cli::extract;
use crate::cli::rule;
use crate::cli::test;
use crate::report::Format;
use crate::source::date;
use clap::Parser;
use clap::Subcommand;
use clap::builder::PossibleValuesParser;
use clap::builder::TypedValueParser;
use jiff::civil::Date;
use std::num::NonZeroUsize;
use std::thread;

/// Checks articles against facts that editors declare in TOML
#[derive(Debug, Parser)]
#[command(name = "factlint", version, max_term_width = 100)]
#[command(
    after_help = "Exit codes: 0 checked and nothing found, 1 something found, 2 could not check everything."
)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Check articles against facts
    Check(check::Flags),
    /// Run the facts' own examples
    Test(test::Flags),
    /// Show one fact, or a table of all
    Rule(rule::Flags),
    /// Show all that is seen in articles: values, quotations, claims
    Extract(extract::Flags),
}

/// The flags that say which facts there are.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Rules")]
pub struct RuleFlags {
    /// Rule files, or patterns for them; may be given again [default: rules/**/*.toml]
    #[arg(long, value_name = "GLOB")]
    pub rules: Vec<String>,
    /// Read no configuration file, and only the rule files that --rules names
    #[arg(long)]
    pub isolated: bool,
}

/// The flags about the days at which articles are judged.
#[derive(Clone, Copy, Debug, clap::Args)]
#[command(next_help_heading = "Dates")]
pub struct DayFlags {
    /// Judge every article as if it were dated so
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
    /// The date of articles that carry none
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub default_date: Option<Date>,
    /// The day of this run, for facts that are due for review [default: by the clock, UTC]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub today: Option<Date>,
}

impl DayFlags {
    /// The day of this run; without `--today` the clock is asked.
    pub fn today(&self) -> Date {
        self.today.unwrap_or_else(|| jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date())
    }
}

/// The flag about how much is done at once.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct JobFlags {
    /// How many articles are looked at at once [default: one a processor]
    #[arg(short, long, value_name = "N", value_parser = jobs, help_heading = "Options")]
    jobs: Option<NonZeroUsize>,
}

impl JobFlags {
    /// How many articles are looked at at once.
    pub fn count(&self) -> usize {
        self.jobs.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get)
    }
}

fn jobs(text: &str) -> Result<NonZeroUsize, &'static str> {
    text.parse().map_err(|_| "it takes a whole number from 1")
}

/// Reads a day as a flag gives it.
fn day(text: &str) -> Result<Date, &'static str> {
    date::parse(text).ok_or("a date is an ISO day such as 2026-03-04")
}

/// Reads the name of one of `formats`.
pub fn format(formats: &'static [Format]) -> impl TypedValueParser<Value = Format> {
    let names = PossibleValuesParser::new(formats.iter().map(|format| format.name()));
    names.try_map(|name| {
        let format = formats.iter().find(|format| format.name() == name);
        format.copied().ok_or("there is no such format")
    })
}

#[cfg(test)]
mod tests {
    use super::Args;
    use clap::CommandFactory;

    #[test]
    fn the_flags_agree_with_one_another() {
        Args::command().debug_assert();
    }
}
