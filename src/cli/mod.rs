//! The command line: one file a verb, and what they share.
//!
//! The clock, the environment and the terminal are asked here and nowhere else. Findings go to
//! standard output, everything else to standard error.

pub mod args;
pub mod articles;
pub mod baseline;
pub mod card;
pub mod check;
pub mod config;
pub mod coverage;
pub mod crash;
pub mod desk;
pub mod exit;
pub mod explain;
pub mod extract;
pub mod failure;
pub mod finding;
pub mod fix;
pub mod impact;
pub mod init;
pub mod level;
pub mod look;
pub mod lsp;
pub mod mistake;
pub mod mutate;
pub mod order;
pub mod out;
pub mod output;
pub mod progress;
pub mod ratchet;
pub mod rule;
pub mod rules;
pub mod schema;
pub mod scope;
pub mod setting;
pub mod shell;
pub mod since;
pub mod statistics;
pub mod suggest;
pub mod tally;
pub mod tell;
pub mod test;
pub mod usage;
pub mod value;
pub mod watch;
pub mod word;

use crate::cli::args::Args;
use crate::cli::args::Verb;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use clap::Parser;
use std::ffi::OsString;
use std::io;

/// Runs the command with its arguments, the name of the program first.
pub fn run(args: impl IntoIterator<Item = OsString>) -> Exit {
    crash::quieten();
    match Args::try_parse_from(args) {
        Ok(args) => crash::guard(|| ended(verb(&args))).unwrap_or(Exit::Broken),
        Err(error) => said(&usage::plain(error)),
    }
}

fn verb(args: &Args) -> Result<Exit, Failure> {
    match &args.verb {
        Verb::Check(flags) => check::run(flags),
        Verb::Test(flags) => test::run(flags),
        Verb::Rule(flags) => rule::run(flags),
        Verb::Explain(flags) => explain::run(flags),
        Verb::Extract(flags) => extract::run(flags),
        Verb::Impact(flags) => impact::run(flags),
        Verb::Baseline(flags) => baseline::run(flags),
        Verb::Coverage(flags) => coverage::run(flags),
        Verb::Suggest(flags) => suggest::run(flags),
        Verb::Mutate(flags) => mutate::run(flags),
        Verb::Config(flags) => setting::run(flags),
        Verb::Schema(flags) => schema::run(flags),
        Verb::Lsp(flags) => lsp::run(flags),
        Verb::Init(flags) => init::run(flags),
        Verb::Completions(flags) => shell::completions(flags),
        Verb::Man(flags) => shell::man(flags),
    }
}

fn ended(result: Result<Exit, Failure>) -> Exit {
    result.unwrap_or_else(|failure| {
        tell::failure(&failure);
        Exit::Broken
    })
}

/// Shows what clap has to say: the help that was asked for, or what is wrong with the arguments.
fn said(error: &clap::Error) -> Exit {
    match error.print() {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => ended(Err(Failure::NotWritten(error))),
        _ if error.use_stderr() => Exit::Broken,
        _ => Exit::Pass,
    }
}
