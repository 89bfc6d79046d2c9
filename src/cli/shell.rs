//! `factlint completions` and `factlint man`: what a shell and a manual want to know of the command line.

use crate::cli::args::Args;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::out::Out;
use clap::CommandFactory;
use clap_complete::Shell;
use std::path::PathBuf;

/// The flags of `factlint completions`.
#[derive(Debug, clap::Args)]
pub struct CompletionFlags {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    shell: Shell,
}

/// The flags of `factlint man`.
#[derive(Debug, clap::Args)]
pub struct ManFlags {
    /// Write a page for each command into this folder, in place of one page to standard output
    #[arg(long, value_name = "FOLDER")]
    dir: Option<PathBuf>,
}

/// Prints what a shell needs to complete the command line.
///
/// # Errors
/// Output that cannot be written.
pub fn completions(flags: &CompletionFlags) -> Result<Exit, Failure> {
    let mut text = Vec::new();
    clap_complete::generate(flags.shell, &mut Args::command(), "factlint", &mut text);
    print(&text)
}

/// Prints the page of the manual, or writes all pages.
///
/// # Errors
/// Output that cannot be written.
pub fn man(flags: &ManFlags) -> Result<Exit, Failure> {
    if let Some(folder) = &flags.dir {
        std::fs::create_dir_all(folder)
            .map_err(|source| Failure::NotSaved { path: folder.clone(), source })?;
        clap_mangen::generate_to(Args::command(), folder)
            .map_err(|source| Failure::NotSaved { path: folder.clone(), source })?;
        return Ok(Exit::Pass);
    }
    let mut text = Vec::new();
    clap_mangen::Man::new(Args::command()).render(&mut text).map_err(Failure::NotWritten)?;
    print(&text)
}

fn print(text: &[u8]) -> Result<Exit, Failure> {
    let mut out = Out::stdout();
    out.write(&String::from_utf8_lossy(text))?;
    out.finish()?;
    Ok(Exit::Pass)
}
