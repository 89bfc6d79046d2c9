//! The configuration of a run, and what is wrong with its files.

use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::mistake;
use crate::cli::tell;
use crate::config::Config;
use crate::config::find;
use crate::config::load;
use crate::config::load::Source;
use crate::config::root::Root;
use crate::fact::RuleFile;
use crate::fact::mistake::Mistake;
use crate::report::Style;
use crate::source::short;
use std::path::Path;
use std::path::PathBuf;

/// The flags that say which settings there are.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Configuration")]
pub struct ConfigFlags {
    /// The configuration file [default: factlint.toml or .factlint.toml, here or in a folder above], or a
    /// setting such as 'fail-on = "warning"', which counts more than any file; may be given again
    #[arg(short, long, value_name = "PATH|KEY=VALUE")]
    config: Vec<String>,
    /// Use nothing but the configuration and the rule files that are named
    #[arg(long)]
    pub isolated: bool,
}

impl ConfigFlags {
    /// The file that is named, if one is.
    fn named(&self) -> Option<PathBuf> {
        self.config.iter().rev().find(|text| !is_setting(text)).map(PathBuf::from)
    }

    /// The settings that are given in place.
    fn settings(&self) -> impl Iterator<Item = Source> + '_ {
        self.config.iter().filter(|text| is_setting(text)).map(|text| Source::Inline(text.clone()))
    }
}

/// Whether `text` is a setting rather than a path.
fn is_setting(text: &str) -> bool {
    text.contains('=') && !Path::new(text).exists()
}

/// The settings that are sound, and what is missing.
#[derive(Default)]
pub struct Loaded {
    /// The settings.
    pub config: Config,
    /// The folder of the project.
    pub root: Root,
    /// The file, unless there is none.
    pub path: Option<PathBuf>,
    /// All that was read.
    pub files: Vec<RuleFile>,
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

    /// Says which files are used.
    pub fn tell_path(&self) {
        for file in self.files.iter().filter(|file| file.path != Path::new(load::INLINE)) {
            tell::line(&format!("configuration: {}", short::path(&file.path)));
        }
    }

    /// Tells mistakes that were found later.
    pub fn tell_mistakes(&self, style: &Style, mistakes: &[Mistake]) {
        mistake::tell(style, &self.files, mistakes);
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
    let (path, is_lost) = match path(flags) {
        Ok(path) => (path, false),
        Err(failure) => {
            tell::failure(&failure);
            (None, true)
        }
    };
    // Where the current folder is gone, relative paths are as good as absolute ones.
    let here = std::env::current_dir().unwrap_or_default();
    let file = path.clone().map(Source::File).into_iter();
    let sources: Vec<Source> = file.chain(flags.settings()).collect();
    let load::Loaded { config, files, mistakes } = load::all(&sources, &here);
    mistake::tell(style, &files, &mistakes);
    let n_mistakes = mistakes.iter().filter(|mistake| mistake.is_error()).count();
    // A file that is found marks the folder of the project; one that is named may lie anywhere.
    let found = path.as_deref().filter(|_| flags.named().is_none());
    let root = Root::of(found.unwrap_or(Path::new("")), &here);
    Loaded { config, root, path, files, n_mistakes, is_lost }
}

fn path(flags: &ConfigFlags) -> Result<Option<PathBuf>, Failure> {
    if let Some(path) = flags.named() {
        find::named(&path, &path)?;
        return Ok(Some(path));
    }
    if flags.isolated {
        return Ok(None);
    }
    let here = std::env::current_dir().map_err(Failure::NoFolder)?;
    Ok(find::upward(&here)?)
}
