//! The flags of a gate on a share: at least so much, and never less than was reached.

use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::out;
use crate::cli::tell;
use crate::report::coverage::count::Share;
use crate::source::short;
use crate::triage::ratchet;
use rust_decimal::Decimal;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// The flags of a gate on a share.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Gate")]
pub struct GateFlags {
    /// End with 1 where it is less than so many percent, such as 60% or 62.5
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    pub min: Option<Decimal>,
    /// End with 1 where it is less than the share in this file, as --update has written it
    #[arg(long, value_name = "FILE")]
    ratchet: Option<PathBuf>,
    /// Write the share into the file of --ratchet, if it is greater than the one there; it is never made smaller
    #[arg(long, requires = "ratchet")]
    update: bool,
}

/// Reads "60%", "60" or "62.5".
fn percent(text: &str) -> Result<Decimal, &'static str> {
    let number = text.strip_suffix('%').unwrap_or(text).trim();
    let read: Option<Decimal> = number.parse().ok();
    read.filter(|percent| (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(percent))
        .ok_or("it takes a percentage from 0 to 100, such as 60%")
}

/// What the gate holds a run to.
pub struct Gate<'f> {
    flags: &'f GateFlags,
    /// The share in the file, where there is one.
    reached: Option<Share>,
}

impl GateFlags {
    /// The gate, with its file read.
    ///
    /// # Errors
    /// A file that cannot be read, unless it is to be written.
    pub fn open(&self) -> Result<Gate<'_>, Failure> {
        let is_new = |path: &Path| self.update && !path.exists();
        let path = self.ratchet.as_deref().filter(|path| !is_new(path));
        Ok(Gate { flags: self, reached: path.map(read).transpose()? })
    }
}

impl Gate<'_> {
    /// How a run ends whose share is `what`; where something could not be looked at, nothing is held to the gate, and
    /// nothing is written.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn end(&self, could_not: Exit, what: &str, share: Share) -> Result<Exit, Failure> {
        if could_not == Exit::Pass { self.pass(what, share) } else { Ok(could_not) }
    }

    /// Whether the share that `what` has come to is enough; says so where it is not, and raises the ratchet
    /// where it is.
    ///
    /// # Errors
    /// A file that cannot be written.
    fn pass(&self, what: &str, share: Share) -> Result<Exit, Failure> {
        let percent = share.percent().unwrap_or_default();
        let mut exit = Exit::Pass;
        if let Some(min) = self.flags.min.filter(|min| share.is_below(*min)) {
            tell::line(&format!("{what} of {percent}% is below the {}% of --min.", min.normalize()));
            exit = Exit::Found;
        }
        if let Some(reached) = self.reached.filter(|reached| share.is_less_than(*reached)) {
            let before = reached.percent().unwrap_or_default();
            tell::line(&format!("{what} of {percent}% is below the {before}% that were reached before."));
            exit = Exit::Found;
        }
        self.raise(what, share)?;
        Ok(exit)
    }

    /// Writes a share that was not reached before.
    fn raise(&self, what: &str, share: Share) -> Result<(), Failure> {
        let Some(path) = self.flags.ratchet.as_deref().filter(|_| self.flags.update) else { return Ok(()) };
        let Some(percent) = share.percent() else { return Ok(()) };
        if self.reached.is_none_or(|reached| reached.whole == 0 || reached.is_less_than(share)) {
            out::save(path, &ratchet::file(share))?;
            tell::line(&format!("{what} of {percent}% written into {}.", short::path(path)));
        }
        Ok(())
    }
}

fn read(path: &Path) -> Result<Share, Failure> {
    let broken = |source: Box<dyn std::error::Error + Send + Sync>| Failure::BadRatchet {
        path: path.to_path_buf(),
        source,
    };
    let text = fs::read_to_string(path).map_err(|error| broken(error.into()))?;
    ratchet::read(&text).map_err(|error| broken(error.into()))
}

#[cfg(test)]
mod tests {
    use super::percent;
    use rust_decimal::Decimal;

    #[test]
    fn a_percentage_has_its_sign_or_not() {
        assert_eq!(percent("60%"), Ok(Decimal::from(60)));
        assert_eq!(percent("62.5"), Ok(Decimal::new(625, 1)));
        assert!(percent("101").is_err() && percent("-1").is_err() && percent("half").is_err());
    }
}
