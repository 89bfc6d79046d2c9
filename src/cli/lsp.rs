//! `factlint lsp`: the language server on standard input and output.

use crate::cli::args::Today;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::lsp;
use crate::lsp::Ended;
use std::io;
use std::io::BufReader;

/// The flags of `factlint lsp`.
#[derive(Debug, clap::Args)]
pub struct Flags {
    #[command(flatten)]
    today: Today,
    /// Speak over standard input and output, which is what it does anyway; some editors say so
    #[arg(long)]
    stdio: bool,
}

/// Serves an editor until it has enough.
///
/// # Errors
/// Output that cannot be written.
pub fn run(flags: &Flags) -> Result<Exit, Failure> {
    let served = lsp::run(BufReader::new(io::stdin()), io::stdout().lock(), &|| flags.today.day());
    match served {
        Ok(Ended::Asked) => Ok(Exit::Pass),
        // The protocol asks for 1 where nobody has said to shut down.
        Ok(Ended::Cut) => Ok(Exit::Found),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Exit::Found),
        Err(error) => Err(Failure::NotWritten(error)),
    }
}
