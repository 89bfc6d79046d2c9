//! `--since`: asks git what has changed since a revision.
//!
//! Git is run as a program of its own, on the files of this folder alone, and never asks the network.

use crate::cli::failure::Failure;
use crate::config::root;
use crate::fact::Fact;
use crate::fact::Place;
use crate::fact::RuleFile;
use crate::fact::Rules;
use crate::source::jsonl;
use crate::triage::changes::Changed;
use crate::triage::changes::Changes;
use std::collections::HashMap;
use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;

/// What has changed since `revision`, in files of this folder and above it, and among `rules`.
///
/// # Errors
/// A revision that git does not know, or no git.
pub fn changes(revision: &str, rules: &Rules) -> Result<Changes, Failure> {
    let failed = |why| Failure::NoChanges { revision: revision.to_owned(), why };
    let top = git(&["rev-parse", "--show-toplevel"]).map_err(failed)?;
    let top = PathBuf::from(String::from_utf8_lossy(&top).trim_end());
    // What begins with a dash would be taken for a flag.
    let commit = git(&["rev-parse", "--verify", "--end-of-options", &format!("{revision}^{{commit}}")]);
    let commit = String::from_utf8_lossy(&commit.map_err(failed)?).trim_end().to_owned();
    let mut files = HashMap::new();
    for path in changed(&top, &commit).map_err(failed)? {
        let changed = lines(&top, &commit, &path).map_err(failed)?;
        files.insert(top.join(&path), changed);
    }
    for path in untracked(&top).map_err(failed)? {
        files.insert(top.join(path), Changed::Whole);
    }
    let here = std::env::current_dir().map_err(|error| failed(error.to_string()))?;
    let facts = facts(rules, &here, &files);
    Ok(Changes { here, files, facts })
}

/// The standard output of git.
fn git(args: &[&str]) -> Result<Vec<u8>, String> {
    let output = Command::new("git").args(args).output().map_err(|error| format!("git: {error}"))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    Err(told.lines().next().unwrap_or("git failed").trim_start_matches("fatal: ").to_owned())
}

fn in_folder(folder: &Path, args: &[&str]) -> Result<Vec<u8>, String> {
    let folder = folder.to_string_lossy();
    git(&[&["-C", folder.as_ref()], args].concat())
}

/// The tracked files that have changed and are still there.
fn changed(top: &Path, commit: &str) -> Result<Vec<String>, String> {
    let args = ["diff", "--name-only", "-z", "--no-renames", "--diff-filter=d", commit, "--"];
    in_folder(top, &args).map(names)
}

/// The files that git does not know and does not ignore.
fn untracked(top: &Path) -> Result<Vec<String>, String> {
    in_folder(top, &["ls-files", "--others", "--exclude-standard", "-z"]).map(names)
}

fn names(text: Vec<u8>) -> Vec<String> {
    let text = String::from_utf8_lossy(&text).into_owned();
    text.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// What has changed in one file.
fn lines(top: &Path, commit: &str, path: &str) -> Result<Changed, String> {
    let args = ["diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", commit, "--", path];
    let diff = in_folder(top, &args)?;
    let diff = String::from_utf8_lossy(&diff).into_owned();
    let hunks: Vec<(usize, usize)> = diff.lines().filter_map(hunk).collect();
    if hunks.is_empty() {
        // A file that is no text for git has changed as a whole.
        return Ok(Changed::Whole);
    }
    match Path::new(path).extension().and_then(|ending| ending.to_str()) {
        Some("jsonl" | "ndjson") => Ok(Changed::Articles(ids(&top.join(path), &hunks))),
        _ => Ok(Changed::Lines(hunks)),
    }
}

/// The new lines of a hunk by its header, `@@ -1,2 +3,4 @@`; where lines are only gone, those beside the gap.
fn hunk(line: &str) -> Option<(usize, usize)> {
    let new = line.strip_prefix("@@ -")?.split(' ').nth(1)?.strip_prefix('+')?;
    let (start, n_lines) = new.split_once(',').unwrap_or((new, "1"));
    let (start, n_lines): (usize, usize) = (start.parse().ok()?, n_lines.parse().ok()?);
    Some(if n_lines == 0 { (start, start + 1) } else { (start, start + n_lines - 1) })
}

/// The ids of the articles on these lines of a file of JSON lines.
fn ids(path: &Path, lines: &[(usize, usize)]) -> HashSet<String> {
    // A file that is gone by now is told by those who read it.
    let text = fs::read(path).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let is_in = |number: usize| lines.iter().any(|(first, last)| (*first..=*last).contains(&number));
    let numbered = text.lines().enumerate().map(|(at, line)| (at + 1, line));
    numbered.filter(|(number, _)| is_in(*number)).map(|(number, line)| jsonl::id_of(line, number)).collect()
}

/// The facts of which a line has changed, or a line of an entity or a table they are made of.
fn facts(rules: &Rules, here: &Path, files: &HashMap<PathBuf, Changed>) -> HashSet<String> {
    let of = |file: &RuleFile| files.get(&root::whole(here, &file.path));
    let changes: Vec<Option<&Changed>> = rules.files.iter().map(of).collect();
    let is_changed = |place| table(rules, place, &changes);
    let entities: Vec<bool> = rules.entities.iter().map(|entity| is_changed(entity.place)).collect();
    let has_changed = |fact: &&Fact| {
        let is_of_entity = fact.subjects.iter().any(|id| entities.get(id.index()) == Some(&true));
        is_changed(fact.place) || is_of_entity || made_of_changed(rules, fact, &changes)
    };
    rules.facts.iter().filter(has_changed).map(|fact| fact.id.clone()).collect()
}

/// Whether a fact comes from a rule file whose tables of data have changed.
fn made_of_changed(rules: &Rules, fact: &Fact, changes: &[Option<&Changed>]) -> bool {
    let Some(file) = rules.files.get(fact.place.file) else { return false };
    let body = body(&file.text, fact.place.span.start());
    let is_template = body.lines().any(|line| line.trim_start().starts_with("each"));
    let tables = rules.files.iter().zip(changes).filter(|(file, _)| !is_toml(&file.path));
    is_template && tables.into_iter().any(|(_, changed)| changed.is_some())
}

fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "toml")
}

/// Whether a line has changed of the table whose header stands at `place`.
fn table(rules: &Rules, place: Place, changes: &[Option<&Changed>]) -> bool {
    let changed = changes.get(place.file).copied().flatten();
    let (Some(changed), Some(file)) = (changed, rules.files.get(place.file)) else { return false };
    let first = file.line_of(place.span.start()).0;
    let n_lines = body(&file.text, place.span.start()).lines().count();
    changed.touches(first, first + n_lines.max(1) - 1)
}

/// The text of a table from its header at `at` up to the next header.
fn body(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    let next = rest.match_indices("\n[").map(|(at, _)| at).next();
    rest.get(..next.unwrap_or(rest.len())).unwrap_or(rest).trim_end()
}

#[cfg(test)]
mod tests {
    use super::body;
    use super::hunk;

    #[test]
    fn the_header_of_a_hunk_names_its_new_lines() {
        assert_eq!(hunk("@@ -1,2 +3,4 @@ fn x"), Some((3, 6)));
        assert_eq!(hunk("@@ -1 +3 @@"), Some((3, 3)));
        assert_eq!(hunk("@@ -5,2 +4,0 @@"), Some((4, 5)));
        assert_eq!(hunk("+@@ -1 +3 @@"), None);
    }

    #[test]
    fn a_table_ends_before_the_next_header() {
        let text = "[[fact]]\nid = 'a'\n\n[[fact]]\nid = 'b'\n";
        assert_eq!(body(text, 0), "[[fact]]\nid = 'a'");
        assert_eq!(body(text, 19), "[[fact]]\nid = 'b'");
    }
}
