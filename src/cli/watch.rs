//! `--watch`: the same run again whenever a file changes that it read.

use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::scope::Scope;
use crate::cli::tell;
use notify::Event;
use notify::EventKind;
use notify::RecommendedWatcher;
use notify::RecursiveMode;
use notify::Watcher;
use std::collections::BTreeSet;
use std::path::Path;
use std::path::PathBuf;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::time::Duration;

/// How long nothing may happen before a change counts as finished; editors write a file in several steps.
const PAUSE: Duration = Duration::from_millis(120);

/// Does `work` now and after every change, until the process is ended.
///
/// # Errors
/// Folders that cannot be watched.
pub fn run(scope: &Scope, work: impl Fn() -> Result<Exit, Failure>) -> Result<Exit, Failure> {
    let (sender, changes) = mpsc::channel();
    // Once nobody listens, the process is about to end.
    let tell_of = move |event| drop(sender.send(event));
    let mut watcher = notify::recommended_watcher(tell_of).map_err(unwatched)?;
    watch(&mut watcher, scope)?;
    loop {
        told(work());
        tell::line("Waiting for changes; Ctrl-C ends.");
        if !has_changed(&changes) {
            return Ok(Exit::Pass);
        }
    }
}

fn unwatched(error: notify::Error) -> Failure {
    Failure::NotWatched(error.into())
}

/// Says why a run failed; the next change may mend it.
fn told(result: Result<Exit, Failure>) {
    if let Err(failure) = result {
        tell::failure(&failure);
    }
}

/// Watches the folders of everything that is named: a file that is replaced is another file.
fn watch(watcher: &mut RecommendedWatcher, scope: &Scope) -> Result<(), Failure> {
    for folder in folders(scope) {
        watcher.watch(&folder, RecursiveMode::Recursive).map_err(unwatched)?;
    }
    Ok(())
}

fn folders(scope: &Scope) -> BTreeSet<PathBuf> {
    let named = scope.articles.paths.iter().map(PathBuf::as_path);
    let rules = scope.rules.rules.iter().map(Path::new);
    let folder = |path: &Path| match path.parent() {
        _ if path.is_dir() => path.to_path_buf(),
        Some(parent) if parent.is_dir() && !parent.as_os_str().is_empty() => parent.to_path_buf(),
        _ => PathBuf::from("."),
    };
    named.chain(rules).map(folder).chain([PathBuf::from(".")]).collect()
}

/// Waits for a change and for the pause behind it; whether there can be another.
fn has_changed(changes: &Receiver<notify::Result<Event>>) -> bool {
    loop {
        match changes.recv() {
            Ok(event) if is_change(&event) => break,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
    while changes.recv_timeout(PAUSE).is_ok() {}
    true
}

/// Whether something was written, made or removed; to be read is no change.
fn is_change(event: &notify::Result<Event>) -> bool {
    let Ok(event) = event else { return true };
    let is_outside = |path: &PathBuf| path.components().any(|part| part.as_os_str() == ".git");
    !matches!(event.kind, EventKind::Access(_)) && !event.paths.iter().all(is_outside)
}
