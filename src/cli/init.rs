//! `factlint init`: a small project to begin with.

use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::out;
use crate::cli::tell;
use crate::config::find;
use crate::source::short;
use std::path::Path;
use std::path::PathBuf;

/// The files of a new project.
const FILES: &[(&str, &str)] = &[
    ("factlint.toml", include_str!("project/factlint.toml")),
    ("rules/example.toml", include_str!("project/rules/example.toml")),
    ("articles/passes.md", include_str!("project/articles/passes.md")),
    ("articles/fails.md", include_str!("project/articles/fails.md")),
];

/// The flags of `factlint init`.
#[derive(Debug, clap::Args)]
pub struct Flags {
    /// The folder, which is made if it is not there
    #[arg(value_name = "FOLDER", default_value = ".")]
    folder: PathBuf,
}

/// Writes the files of a new project.
///
/// # Errors
/// A file that is there already, so that nothing is written; a file that cannot be written.
pub fn run(flags: &Flags) -> Result<Exit, Failure> {
    let names = FILES.iter().map(|(name, _)| *name).chain(find::NAMES);
    if let Some(path) = names.map(|name| flags.folder.join(name)).find(|path| is_there(path)) {
        return Err(Failure::InTheWay { path });
    }
    for (name, text) in FILES {
        let path = flags.folder.join(name);
        out::save(&path, text)?;
        tell::line(&format!("wrote {}", short::path(path.strip_prefix(".").unwrap_or(&path))));
    }
    tell::line("Now run `factlint test`, which passes, and `factlint check`, which finds two mistakes.");
    Ok(Exit::Pass)
}

/// Whether there is something of that name, even a link that leads nowhere.
fn is_there(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_ok()
}
