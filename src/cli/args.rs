//! The arguments: verbs, and the flags that several of them share.

use crate::cli::baseline;
use crate::cli::check;
use crate::cli::coverage;
use crate::cli::explain;
use crate::cli::extract;
use crate::cli::impact;
use crate::cli::init;
use crate::cli::lsp;
use crate::cli::mutate;
use crate::cli::rule;
use crate::cli::rules::Drafts;
use crate::cli::schema;
use crate::cli::setting;
use crate::cli::shell;
use crate::cli::suggest;
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

/// Finds sentences in articles that contradict facts; the facts are declared in TOML
#[derive(Debug, Parser)]
#[command(name = "factlint", version, max_term_width = 100, after_help = AFTER)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
}

/// What a newcomer needs to begin.
const AFTER: &str = "\
To begin: `factlint init` writes a small project. Put facts into rules/*.toml, run `factlint test` to
see whether their own examples hold, then `factlint check articles`. `factlint check --help` explains every flag.

Exit codes: 0 all was checked and nothing was found, 1 something was found, 2 not everything could
be checked (or nothing at all); then standard error says why.";

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Check articles against the facts
    Check(check::Flags),
    /// Check the facts against their own `accept` and `reject` examples
    Test(test::Flags),
    /// Show one fact, all facts, or those that are due for review
    Rule(rule::Flags),
    /// Show the manual page of a check, or the list of all checks
    Explain(explain::Flags),
    /// Show what is seen in articles: values, quotations, and claims about facts
    Extract(extract::Flags),
    /// Accept the findings of today, so that only new ones are told
    Baseline(baseline::Flags),
    /// Find the articles that state an old value of a fact that has changed
    Impact(impact::Flags),
    /// Show how much of what articles state a fact vouches for
    Coverage(coverage::Flags),
    /// Draft facts from an article that somebody trusts
    Suggest(suggest::Flags),
    /// Count how many planted changes the rules would notice
    Mutate(mutate::Flags),
    /// Begin a project: a configuration, two facts, an article that passes and one that fails
    Init(init::Flags),
    /// Explain the keys of a configuration, or show the settings in force for a file
    Config(setting::Flags),
    /// Print the JSON Schema of the configuration, of rule files or of reports
    Schema(schema::Flags),
    /// Serve an editor: the language server, on standard input and output
    Lsp(lsp::Flags),
    /// Print what a shell needs to complete commands and flags
    Completions(shell::CompletionFlags),
    /// Print the page for `man`
    Man(shell::ManFlags),
}

/// The flags that say which facts there are.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Rules")]
pub struct RuleFlags {
    /// A file, folder or pattern of rule files; may be given again [default: the
    /// `rules` of the configuration, else rules/**/*.toml]
    #[arg(long, value_name = "GLOB")]
    pub rules: Vec<String>,
}

/// The flag about facts that nobody has reviewed.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct DraftFlag {
    /// Take drafts as facts, to see what they would say
    #[arg(long, help_heading = "Rules")]
    drafts: bool,
}

impl DraftFlag {
    /// What becomes of drafts.
    pub fn wanted(self) -> Drafts {
        if self.drafts { Drafts::Judging } else { Drafts::Idle }
    }
}

/// The flag about the day of the run.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct Today {
    /// The day on which to ask whether facts are due for review [default: today, UTC]
    #[arg(long, value_name = "DATE", value_parser = day, help_heading = "Dates")]
    today: Option<Date>,
}

impl Today {
    /// The day of the run; without `--today` the clock is asked.
    pub fn day(&self) -> Date {
        self.today.unwrap_or_else(|| jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date())
    }
}

/// The flags about the days at which articles are judged.
#[derive(Clone, Copy, Debug, clap::Args)]
#[command(next_help_heading = "Dates")]
pub struct DayFlags {
    /// Judge every article as of this day, such as 2026-03-04, whatever its own date
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
    /// The date of articles that carry none; the days in them are reckoned from it
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub default_date: Option<Date>,
}

/// The flag about how much is done at once.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct JobFlags {
    /// How many articles to work on at once [default: one a processor]
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
pub fn day(text: &str) -> Result<Date, &'static str> {
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
