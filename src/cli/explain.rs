//! `factlint explain`: the manual page of a check or a verdict, or the list of all.

use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::out::Out;
use crate::explain;
use crate::explain::Page;
use crate::fact::nearest;

/// The flags of `factlint explain`.
#[derive(Debug, clap::Args)]
pub struct Flags {
    /// A check or verdict, as findings name it: misquote, arithmetic, outdated; without one, the list
    #[arg(value_name = "CODE")]
    code: Option<String>,
}

/// Shows the page that the flags name, or the list of all.
///
/// # Errors
/// A check that there is none of, and output that cannot be written.
pub fn run(flags: &Flags) -> Result<Exit, Failure> {
    let text = match &flags.code {
        Some(code) => page(code)?.text.to_owned(),
        None => list(),
    };
    let mut out = Out::stdout();
    out.write(&text)?;
    out.flush()?;
    Ok(Exit::Pass)
}

fn page(code: &str) -> Result<Page, Failure> {
    explain::all().find(|page| page.name == code).ok_or_else(|| {
        let meant = nearest::nearest(code, explain::all().map(|page| page.name)).map(str::to_owned);
        Failure::UnknownCheck { code: code.to_owned(), meant }
    })
}

/// A line a page: its name and what it is about.
fn list() -> String {
    let width = explain::all().map(|page| page.name.len()).max().unwrap_or(0);
    explain::all().map(|page| format!("{:width$}  {}\n", page.name, page.title())).collect()
}
