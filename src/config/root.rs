//! The folder that the paths of a configuration file start from.

use glob::MatchOptions;
use glob::Pattern;
use std::path::Component;
use std::path::Path;
use std::path::PathBuf;

/// The folder of a configuration file, seen from the folder in which the command runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Root {
    /// The folder in which the command runs, absolute.
    here: PathBuf,
    /// The way from there to the folder of the file; empty where they are the same.
    way: PathBuf,
}

impl Root {
    /// The folder of the configuration file `file`, which is named as seen from `here`.
    pub fn of(file: &Path, here: &Path) -> Root {
        let way = file.parent().unwrap_or(Path::new("")).to_path_buf();
        Root { here: here.to_path_buf(), way }
    }

    /// A path of the configuration as the command has to name it.
    pub fn path(&self, path: &str) -> PathBuf {
        if path == "." && !self.way.as_os_str().is_empty() { self.way.clone() } else { self.way.join(path) }
    }

    /// A pattern of the configuration as the command has to name it.
    pub fn pattern(&self, pattern: &str) -> String {
        if self.way.as_os_str().is_empty() || Path::new(pattern).is_absolute() {
            return pattern.to_owned();
        }
        format!("{}/{pattern}", Pattern::escape(&self.way.to_string_lossy()))
    }

    /// Whether there is something at a path that is seen from this folder.
    pub fn has(&self, path: &str) -> bool {
        self.here.join(&self.way).join(path).exists()
    }

    /// A path that the command names as it is seen from this folder, with forward slashes.
    pub fn inside(&self, path: &Path) -> PathBuf {
        let folder = whole(&self.here, &self.way);
        let whole = whole(&self.here, path);
        whole.strip_prefix(&folder).map_or_else(|_| path.to_path_buf(), Path::to_path_buf)
    }
}

/// A path as seen from the root of the file system, named by a command that runs in `here`.
pub fn whole(here: &Path, path: &Path) -> PathBuf {
    plain(&here.join(path))
}

/// The path without `.` and `..`, as far as that can be known from its words.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            other => plain.push(other),
        }
    }
    plain
}

/// Patterns for paths, as seen from the folder of their file.
#[derive(Clone, Debug, Default)]
pub struct Paths {
    root: Root,
    patterns: Vec<Pattern>,
}

impl Paths {
    /// No patterns, to be filled.
    pub fn new(root: &Root) -> Paths {
        Paths { root: root.clone(), patterns: Vec::new() }
    }

    /// Adds a pattern.
    ///
    /// # Errors
    /// What is wrong with a pattern that is none.
    pub fn add(&mut self, pattern: &str) -> Result<(), glob::PatternError> {
        let pattern = pattern.strip_prefix("./").unwrap_or(pattern);
        self.patterns.push(Pattern::new(pattern.trim_end_matches('/'))?);
        Ok(())
    }

    /// Whether a pattern matches `path` or a folder it lies in; "." matches all.
    pub fn matches(&self, path: &Path) -> bool {
        if self.patterns.is_empty() {
            return false;
        }
        let inside = self.root.inside(path);
        let folders = || inside.ancestors().filter(|folder| !folder.as_os_str().is_empty());
        self.patterns
            .iter()
            .any(|pattern| pattern.as_str() == "." || folders().any(|folder| is_match(pattern, folder)))
    }

    /// The patterns as they were written.
    pub fn written(&self) -> String {
        self.patterns.iter().map(Pattern::as_str).collect::<Vec<_>>().join(", ")
    }
}

/// Whether `pattern` matches the whole of `path`; `*` stays in its folder.
pub fn is_match(pattern: &Pattern, path: &Path) -> bool {
    let options = MatchOptions { require_literal_separator: true, ..MatchOptions::new() };
    pattern.matches_with(&path.to_string_lossy().replace('\\', "/"), options)
}

#[cfg(test)]
mod tests {
    use super::Paths;
    use super::Root;
    use std::path::Path;

    #[track_caller]
    fn check(file: &str, pattern: &str, path: &str, expected: bool) {
        let mut paths = Paths::new(&Root::of(Path::new(file), Path::new("/desk/news")));
        paths.add(pattern).unwrap();
        assert_eq!(paths.matches(Path::new(path)), expected);
    }

    #[test]
    fn paths_are_seen_from_the_folder_of_the_file() {
        check("factlint.toml", "archive/**", "archive/2022/a.txt", true);
        check("factlint.toml", "archive/**", "./archive/2022/a.txt", true);
        check("factlint.toml", "archive/**", "/desk/news/archive/2022/a.txt", true);
        check("../factlint.toml", "archive/**", "archive/2022/a.txt", false);
        check("../factlint.toml", "news/archive/**", "archive/2022/a.txt", true);
    }

    #[test]
    fn a_folder_stands_for_all_in_it_and_a_star_stays_in_its_folder() {
        check("factlint.toml", "archive", "archive/2022/a.txt", true);
        check("factlint.toml", "archive/", "archive/2022/a.txt", true);
        check("factlint.toml", "*.txt", "archive/a.txt", false);
        check("factlint.toml", "**/*.txt", "archive/a.txt", true);
        check("factlint.toml", ".", "archive/a.txt", true);
    }

    #[test]
    fn patterns_lead_from_the_command_to_the_file() {
        let root = Root::of(Path::new("../[desk]/factlint.toml"), Path::new("/a/b"));
        assert_eq!(root.pattern("rules/*.toml"), "../[[]desk[]]/rules/*.toml");
        assert_eq!(root.path("base.json"), Path::new("../[desk]/base.json"));
    }
}
