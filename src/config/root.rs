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
        shown(plain(&self.way.join(path)))
    }

    /// A pattern of the configuration as the command has to name it.
    pub fn pattern(&self, pattern: &str) -> String {
        let way = Pattern::escape(&self.way.to_string_lossy());
        shown(plain(&Path::new(&way).join(pattern))).to_string_lossy().into_owned()
    }

    /// The folder, as seen from the root of the file system.
    fn folder(&self) -> PathBuf {
        whole(&self.here, &self.way)
    }

    /// Whether there is something at a path that is seen from this folder.
    pub fn has(&self, path: &str) -> bool {
        self.here.join(&self.way).join(path).exists()
    }

    /// A path that the command names as it is seen from this folder, if it lies in it.
    pub fn inside(&self, path: &Path) -> PathBuf {
        let whole = whole(&self.here, path);
        whole.strip_prefix(self.folder()).map_or_else(|_| path.to_path_buf(), Path::to_path_buf)
    }
}

/// A path as seen from the root of the file system, named by a command that runs in `here`.
pub fn whole(here: &Path, path: &Path) -> PathBuf {
    plain(&here.join(path))
}

/// The path without `.` and, where that can be known from its words, without `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for component in path.components() {
        match (component, plain.components().next_back()) {
            (Component::CurDir, _) => {}
            (Component::ParentDir, Some(Component::Normal(_))) => {
                plain.pop();
            }
            (Component::ParentDir, Some(Component::RootDir)) => {}
            (other, _) => plain.push(other),
        }
    }
    plain
}

/// The path, or `.` for the folder itself.
fn shown(path: PathBuf) -> PathBuf {
    if path.as_os_str().is_empty() { PathBuf::from(".") } else { path }
}

/// Patterns for paths, as seen from the folder of their file.
#[derive(Clone, Debug, Default)]
pub struct Paths {
    root: Root,
    written: Vec<String>,
    /// The same as seen from the root of the file system.
    patterns: Vec<Pattern>,
}

impl Paths {
    /// No patterns, to be filled.
    pub fn new(root: &Root) -> Paths {
        Paths { root: root.clone(), ..Paths::default() }
    }

    /// Adds a pattern.
    ///
    /// # Errors
    /// What is wrong with a pattern that is none.
    pub fn add(&mut self, pattern: &str) -> Result<(), glob::PatternError> {
        // Tried alone first, so that what is said of it is said of what was written.
        Pattern::new(pattern)?;
        let folder = Pattern::escape(&self.root.folder().to_string_lossy());
        let whole = plain(&Path::new(&folder).join(pattern));
        self.patterns.push(Pattern::new(&whole.to_string_lossy())?);
        self.written.push(pattern.to_owned());
        Ok(())
    }

    /// Whether a pattern matches `path` or a folder it lies in.
    pub fn matches(&self, path: &Path) -> bool {
        if self.patterns.is_empty() {
            return false;
        }
        let whole = whole(&self.root.here, path);
        let is_match = |pattern| whole.ancestors().any(|folder| is_match(pattern, folder));
        self.patterns.iter().any(is_match)
    }

    /// The patterns as they were written.
    pub fn written(&self) -> String {
        self.written.join(", ")
    }
}

/// Whether `pattern` matches the whole of `path`; `*` stays in its folder.
fn is_match(pattern: &Pattern, path: &Path) -> bool {
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
        check("settings/factlint.toml", "../archive/**", "archive/2022/a.txt", true);
        check("settings/factlint.toml", "archive/**", "archive/2022/a.txt", false);
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
        assert_eq!(root.path(".."), Path::new(".."));
        let root = Root::of(Path::new("desk/factlint.toml"), Path::new("/a/b"));
        assert_eq!(
            (root.pattern("../rules/*.toml").as_str(), root.path("..").as_path()),
            ("rules/*.toml", Path::new("."))
        );
    }
}
