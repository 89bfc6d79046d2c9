//! `factlint schema`: JSON Schemas of what factlint reads and writes.

use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::out::Out;
use crate::config;
use crate::fact;
use crate::report;
use clap::ValueEnum;
use serde_json::Value;

/// The flags of `factlint schema`.
#[derive(Debug, clap::Args)]
pub struct Flags {
    /// What to describe
    #[arg(value_enum, value_name = "WHAT")]
    what: What,
}

/// What has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum What {
    /// factlint.toml
    Config,
    /// Rule files
    Rules,
    /// What `check --format json` writes
    Report,
    /// What `coverage --format json` writes
    Coverage,
    /// What `mutate --format json` writes
    Mutate,
}

/// Prints the schema that the flags name.
///
/// # Errors
/// Output that cannot be written.
pub fn run(flags: &Flags) -> Result<Exit, Failure> {
    let mut out = Out::stdout();
    out.write(&text(flags.what))?;
    out.finish()?;
    Ok(Exit::Pass)
}

/// A schema as it is written.
pub fn text(what: What) -> String {
    // A tree of JSON can always be written.
    serde_json::to_string_pretty(&document(what)).unwrap_or_default() + "\n"
}

fn document(what: What) -> Value {
    match what {
        What::Config => config::schema::document(),
        What::Rules => fact::schema::document(),
        What::Report => report::schema::document(),
        What::Coverage => report::coverage::json::schema(),
        What::Mutate => report::mutation::json::schema(),
    }
}
