//! The `factlint` command.

use factlint::cli;
use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run(std::env::args_os()).into()
}
