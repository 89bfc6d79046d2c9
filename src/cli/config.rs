//! The configuration of a run, and what is wrong with its file.

use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::mistake;
use crate::cli::tell;
use crate::config::Config;
use crate::config::find;
use crate::config::load;
use crate::report::Style;
use crate::source::short;
use std::path::PathBuf;

/// The flags that say which settings there are.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Configuration")]
pub struct ConfigFlags {
    /// The configuration file [default: factlint.toml or .factlint.toml, here or in a folder above]
    #[arg(short, long, value_name = "PATH")]
    config: Option<PathBuf>,
    /// Use nothing but the configuration and the rule files that are named
    #[arg(long)]
    pub isolated: bool,
}

/// The settings that are sound, and what is missing.
#[derive(Default)]
pub struct Loaded {
    /// The settings.
    pub config: Config,
    /// Their file.
    path: Option<PathBuf>,
    /// How many mistakes keep settings out of them.
    n_mistakes: usize,
    /// Whether it is not clear which file is meant.
    is_lost: bool,
}

impl Loaded {
    /// [`Exit::Broken`] where a setting is missing.
    pub fn exit(&self) -> Exit {
        Exit::broken_if(self.is_lost || self.n_mistakes > 0)
    }

    /// Says which file is used.
    pub fn tell_path(&self) {
        if let Some(path) = &self.path {
            tell::line(&format!("configuration: {}", short::path(path)));
        }
    }

    /// Says once more, where people look last, that the settings are not all there.
    pub fn tell_gaps(&self) {
        match (self.n_mistakes, self.is_lost) {
            (_, true) => tell::line("No configuration was used."),
            (0, false) => {}
            (1, false) => tell::line("1 mistake in the configuration; what it concerns was left out."),
            (n, false) => {
                tell::line(&format!("{n} mistakes in the configuration; what they concern was left out."))
            }
        }
    }
}

/// Loads the configuration that the flags name or that is found, and tells everything wrong with it.
pub fn load(flags: &ConfigFlags, style: &Style) -> Loaded {
    match path(flags) {
        Ok(None) => Loaded::default(),
        Ok(Some(path)) => read(path, style),
        Err(failure) => {
            tell::failure(&failure);
            Loaded { is_lost: true, ..Loaded::default() }
        }
    }
}

fn path(flags: &ConfigFlags) -> Result<Option<PathBuf>, Failure> {
    if let Some(path) = &flags.config {
        find::named(path, path)?;
        return Ok(Some(path.clone()));
    }
    if flags.isolated {
        return Ok(None);
    }
    let here = std::env::current_dir().map_err(Failure::NoFolder)?;
    Ok(find::upward(&here)?)
}

fn read(path: PathBuf, style: &Style) -> Loaded {
    let load::Loaded { config, file, mistakes } = load::file(&path);
    let files = [file];
    for mistake in &mistakes {
        tell::raw(&mistake::shown(style, &files, mistake));
    }
    let n_mistakes = mistakes.iter().filter(|mistake| mistake.is_error()).count();
    Loaded { config, path: Some(path), n_mistakes, is_lost: false }
}
