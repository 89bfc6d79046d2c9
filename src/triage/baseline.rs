//! Findings that were accepted once, known by their words: a file of fingerprints.
//!
//! The file is JSON with an entry a line, sorted, so that two branches seldom change the same line.

use crate::code::Code;
use crate::config::root::Root;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Linted;
use crate::report::finding;
use crate::report::json;
use crate::report::place;
use crate::source::Article;
use crate::span::Span;
use serde::Deserialize;
use serde::Serialize;
use std::collections::BTreeSet;
use std::collections::HashMap;
use std::collections::HashSet;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;

/// The version of the shape of the file.
const VERSION: u32 = 1;

/// An accepted finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accepted {
    /// The file.
    pub path: String,
    /// The fact, or else the check.
    pub name: String,
    /// The words at fault.
    pub text: String,
    /// What the finding is known by.
    pub fingerprint: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    findings: Vec<Accepted>,
}

/// Why a baseline cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// It is not JSON of the right shape.
    #[error("it is not a baseline")]
    Shape(#[from] serde_json::Error),
    /// It was written by a later version.
    #[error("it has version {0}, and this factlint knows version {VERSION}")]
    Version(u32),
}

/// The accepted findings of a run.
#[derive(Debug)]
pub struct Baseline {
    path: PathBuf,
    text: String,
    entries: Vec<(Accepted, AtomicBool)>,
    places: HashMap<String, usize>,
    /// The files that were checked, as they were named and as entries name them.
    checked: Mutex<Checked>,
}

/// The files that were checked, as they were named and as entries name them.
#[derive(Debug, Default)]
struct Checked {
    named: HashSet<PathBuf>,
    known: HashSet<String>,
}

impl Baseline {
    /// Reads the text of the file at `path`.
    ///
    /// # Errors
    /// A text of another shape.
    pub fn read(path: &Path, text: String) -> Result<Baseline, Unreadable> {
        let file: File = serde_json::from_str(&text)?;
        if file.version != VERSION {
            return Err(Unreadable::Version(file.version));
        }
        let places = file.findings.iter().enumerate().map(|(at, entry)| (entry.fingerprint.clone(), at));
        Ok(Baseline {
            path: path.to_path_buf(),
            places: places.collect(),
            entries: file.findings.into_iter().map(|entry| (entry, AtomicBool::new(false))).collect(),
            text,
            checked: Mutex::default(),
        })
    }

    /// Notes that the file `path` of the project in `root` was checked.
    pub fn note(&self, path: &Path, root: &Root) {
        let mut checked = self.checked.lock().unwrap_or_else(PoisonError::into_inner);
        // A file of JSON lines is noted once an article.
        if !checked.named.contains(path) {
            checked.named.insert(path.to_path_buf());
            checked.known.insert(finding::slashes(&root.inside(path)));
        }
    }

    /// Whether the finding with this fingerprint was accepted; notes that it is still there.
    pub fn accepts(&self, fingerprint: &str) -> bool {
        let Some((_, is_there)) = self.places.get(fingerprint).and_then(|at| self.entries.get(*at)) else {
            return false;
        };
        is_there.store(true, Ordering::Relaxed);
        true
    }

    /// The entries whose finding is gone from a file that was checked.
    pub fn stale(&self) -> Vec<&Accepted> {
        let checked = self.checked.lock().unwrap_or_else(PoisonError::into_inner);
        let is_gone = |(entry, is_there): &&(Accepted, AtomicBool)| {
            checked.known.contains(&entry.path) && !is_there.load(Ordering::Relaxed)
        };
        self.entries.iter().filter(is_gone).map(|(entry, _)| entry).collect()
    }

    /// All entries.
    pub fn entries(&self) -> impl Iterator<Item = &Accepted> {
        self.entries.iter().map(|(entry, _)| entry)
    }

    /// A finding for each stale entry, at its place in the file.
    pub fn linted(&self) -> Linted {
        let article = Article { path: self.path.clone(), text: self.text.clone(), ..Article::default() };
        Linted::new(article, self.stale().into_iter().map(|entry| self.finding(entry)).collect())
    }

    fn finding(&self, entry: &Accepted) -> Diagnostic {
        let Accepted { path, name, text, .. } = entry;
        let message = format!("“{text}” ({name}) is no longer found in {path}");
        Diagnostic {
            verdict: "stale",
            help: Some("take such entries out with `factlint baseline prune`".to_owned()),
            ..Diagnostic::warning(Code::StaleBaseline, self.line(entry), message)
        }
    }

    /// The line of an entry, without the space before it.
    fn line(&self, entry: &Accepted) -> Span {
        let at = self.text.find(&entry.fingerprint).unwrap_or_default();
        let line = place::lines(&self.text, Span::at(at));
        let shown = line.of(&self.text);
        Span::new(line.start() + shown.len() - shown.trim_start().len(), line.end())
    }
}

/// Whether a baseline may hold findings of this check.
pub fn is_acceptable(code: Code) -> bool {
    !code.is_failure() && !matches!(code, Code::FactOverdue | Code::UnusedIgnore | Code::StaleBaseline)
}

/// The entries for the findings of an article of the project in `root`.
pub fn entries(root: &Root, article: &Article, findings: &[Diagnostic]) -> Vec<Accepted> {
    let accepted = findings.iter().filter(|finding| is_acceptable(finding.code));
    let entry = |finding: &Diagnostic| {
        let text = finding.field.of(article);
        Accepted {
            path: finding::slashes(&root.inside(&article.path)),
            name: finding::name(finding).to_owned(),
            text: place::clip(text, finding.span).of(text).to_owned(),
            fingerprint: finding.fingerprint.clone(),
        }
    };
    accepted.map(entry).collect()
}

/// The text of a file with these entries.
pub fn file(entries: &BTreeSet<Accepted>) -> String {
    let lines: Vec<String> = entries.iter().map(|entry| format!("    {}", json::write(entry))).collect();
    let body = if lines.is_empty() { String::new() } else { format!("\n{}\n  ", lines.join(",\n")) };
    format!("{{\n  \"version\": {VERSION},\n  \"findings\": [{body}]\n}}\n")
}

#[cfg(test)]
mod tests {
    use super::Accepted;
    use super::Baseline;
    use super::file;
    use crate::config::root::Root;
    use std::collections::BTreeSet;
    use std::path::Path;

    fn entry(path: &str, fingerprint: &str) -> Accepted {
        let text = |text: &str| text.to_owned();
        Accepted { path: text(path), name: text("n"), text: text("“14”"), fingerprint: text(fingerprint) }
    }

    #[test]
    fn what_is_written_is_read_back() {
        let entries = BTreeSet::from([entry("b.txt", "2"), entry("a.txt", "1")]);
        let text = file(&entries);
        let read = Baseline::read(Path::new("base.json"), text).unwrap();
        assert_eq!(read.entries().cloned().collect::<BTreeSet<_>>(), entries);
        assert_eq!(read.entries().next().unwrap().path, "a.txt");
        assert!(Baseline::read(Path::new("base.json"), file(&BTreeSet::new())).is_ok());
    }

    #[test]
    fn an_entry_is_stale_where_its_file_was_checked_and_it_was_not_met() {
        let entries = BTreeSet::from([entry("a.txt", "1"), entry("a.txt", "2"), entry("b.txt", "3")]);
        let read = Baseline::read(Path::new("base.json"), file(&entries)).unwrap();
        read.note(Path::new("a.txt"), &Root::default());
        assert!(read.accepts("1") && !read.accepts("9"));
        assert_eq!(read.stale(), [&entry("a.txt", "2")]);
        assert_eq!(read.linted().findings.len(), 1);
    }

    #[test]
    fn a_later_version_and_another_file_are_refused() {
        let later = file(&BTreeSet::new()).replace("\"version\": 1", "\"version\": 2");
        assert!(Baseline::read(Path::new("x"), later).is_err());
        assert!(Baseline::read(Path::new("x"), "[]".to_owned()).is_err());
    }
}
