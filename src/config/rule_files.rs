//! Which rule files there are: what the flags name becomes an ordered list of files.

use crate::config::Config;
use crate::config::root::Root;
use crate::source::short;
use glob::GlobError;
use glob::MatchOptions;
use glob::Pattern;
use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

/// Where rules are looked for when nobody says.
pub const DEFAULT: &str = "rules/**/*.toml";

/// Why there are fewer rule files than were named.
#[derive(Debug, thiserror::Error)]
pub enum Missing {
    /// With `--isolated` only `--rules` names rules, and it names none.
    #[error("with `--isolated`, `--rules` must name the rule files")]
    NothingNamed,
    /// A pattern that no file matches.
    #[error("no rule file matches `{}`", short::middle(pattern))]
    NoMatch {
        /// The pattern.
        pattern: String,
    },
    /// A pattern that is not one.
    #[error("`{}` is neither a file nor a pattern", short::middle(pattern))]
    BadPattern {
        /// The pattern.
        pattern: String,
        /// What is wrong with it.
        source: glob::PatternError,
    },
    /// A folder or rule file that the system keeps from being read.
    #[error("rule files cannot be read from `{}`: permission denied", short::path(path))]
    Forbidden {
        /// Its path.
        path: PathBuf,
    },
    /// A folder that had to be looked through.
    #[error("rule files cannot be looked for in `{}`", short::path(path))]
    Unlisted {
        /// Its path.
        path: PathBuf,
        /// What kept it from being looked through.
        source: io::Error,
    },
    /// A FIFO, a socket or a device.
    #[error("the rule file `{}` must be a regular file", short::path(path))]
    NotAFile {
        /// Its path.
        path: PathBuf,
    },
}

/// The files of a folder that is named in place of a pattern.
const IN_FOLDER: &str = "**/*.toml";

/// A star stays in its folder.
const OPTIONS: MatchOptions = MatchOptions {
    case_sensitive: true,
    require_literal_separator: true,
    require_literal_leading_dot: false,
};

/// The patterns of the configuration, or else the usual one.
pub fn patterns(config: &Config, root: &Root) -> Vec<String> {
    config.rules.clone().unwrap_or_else(|| vec![root.pattern(DEFAULT)])
}

/// Whether `pattern` matches a path, or is that of a folder around it.
pub fn is_match(pattern: &str, path: &Path) -> bool {
    let matches = Pattern::new(pattern).is_ok_and(|pattern| pattern.matches_path_with(path, OPTIONS));
    matches || path.starts_with(pattern)
}

/// The rule files that match, each once, in the order of the patterns and then of their paths.
pub fn find(patterns: &[String]) -> (Vec<PathBuf>, Vec<Missing>) {
    if patterns.is_empty() {
        return (Vec::new(), vec![Missing::NothingNamed]);
    }
    let mut paths = Vec::new();
    let mut failures = Vec::new();
    let mut seen = HashSet::new();
    for found in patterns.iter().flat_map(|pattern| matching(pattern)) {
        match found {
            Ok(path) if seen.insert(path.clone()) => paths.push(path),
            Ok(_) => {}
            Err(failure) => failures.push(failure),
        }
    }
    (paths, failures)
}

fn matching(pattern: &str) -> Vec<Result<PathBuf, Missing>> {
    match fs::metadata(pattern) {
        Ok(metadata) if metadata.is_dir() => {
            let folder = Pattern::escape(pattern.trim_end_matches('/'));
            globbed(&format!("{folder}/{IN_FOLDER}"), pattern)
        }
        Ok(_) => vec![regular(PathBuf::from(pattern))],
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            vec![Err(Missing::Forbidden { path: PathBuf::from(pattern) })]
        }
        Err(_) => globbed(pattern, pattern),
    }
}

/// The files that match `pattern`, which the user wrote as `shown`.
fn globbed(pattern: &str, shown: &str) -> Vec<Result<PathBuf, Missing>> {
    let found = match glob::glob_with(pattern, OPTIONS) {
        Ok(paths) => paths,
        Err(error) => {
            let pattern = shown.to_owned();
            return vec![Err(Missing::BadPattern { pattern, source: error })];
        }
    };
    let files = found.filter(|found| !found.as_ref().is_ok_and(|path| path.is_dir()));
    let mut files: Vec<_> = files.map(|found| found.map_err(unlisted).and_then(regular)).collect();
    if files.is_empty() {
        files.push(Err(Missing::NoMatch { pattern: shown.to_owned() }));
    }
    files
}

fn unlisted(error: GlobError) -> Missing {
    let path = error.path().to_path_buf();
    match error.error().kind() {
        io::ErrorKind::PermissionDenied => Missing::Forbidden { path },
        _ => Missing::Unlisted { path, source: error.into() },
    }
}

/// The path again, unless reading it could wait for ever.
fn regular(path: PathBuf) -> Result<PathBuf, Missing> {
    if is_special(&path) { Err(Missing::NotAFile { path }) } else { Ok(path) }
}

fn is_special(path: &Path) -> bool {
    // What cannot be asked about is left to the reader of rule files, which tells why.
    fs::metadata(path).is_ok_and(|metadata| !metadata.is_file())
}

#[cfg(test)]
mod tests {
    use super::Missing;
    use super::find;
    use std::fs;
    use tempfile::TempDir;

    fn folder() -> TempDir {
        let folder = TempDir::new().expect("a folder");
        fs::create_dir_all(folder.path().join("a/deep.toml")).expect("a folder");
        for file in ["one.toml", "a/two.toml", "a/deep.toml/three.toml", "note.md", "[x].toml"] {
            fs::write(folder.path().join(file), "").expect("a file");
        }
        folder
    }

    #[track_caller]
    fn check(patterns: &[&str], expected: &[&str]) -> Vec<Missing> {
        let folder = folder();
        let root = folder.path().display().to_string();
        let patterns: Vec<String> = patterns.iter().map(|pattern| format!("{root}/{pattern}")).collect();
        let (paths, failures) = find(&patterns);
        let shown: Vec<_> =
            paths.iter().map(|path| path.strip_prefix(folder.path()).expect("inside")).collect();
        let shown: Vec<_> = shown.iter().map(|path| path.display().to_string()).collect();
        assert_eq!(shown, expected);
        failures
    }

    #[test]
    fn a_star_stays_in_its_folder_and_two_do_not() {
        assert!(check(&["*.toml"], &["[x].toml", "one.toml"]).is_empty());
        check(&["**/*.toml"], &["[x].toml", "a/deep.toml/three.toml", "a/two.toml", "one.toml"]);
    }

    #[test]
    fn files_and_folders_may_be_named_plainly() {
        assert!(
            check(
                &["note.md", "[x].toml", "a/"],
                &["note.md", "[x].toml", "a/deep.toml/three.toml", "a/two.toml"]
            )
            .is_empty()
        );
    }

    #[test]
    fn a_file_is_loaded_once() {
        check(&["one.toml", "*.toml"], &["one.toml", "[x].toml"]);
    }

    #[test]
    fn a_pattern_that_matches_nothing_is_named() {
        let failures = check(&["*.toml", "b/*.toml"], &["[x].toml", "one.toml"]);
        assert_eq!(failures.len(), 1);
        assert!(failures[0].to_string().ends_with("b/*.toml`"), "{}", failures[0]);
    }

    #[test]
    fn a_pattern_that_is_none_is_told() {
        let failures = check(&["***.toml"], &[]);
        assert!(matches!(failures[0], Missing::BadPattern { .. }));
    }

    #[test]
    fn no_pattern_is_told() {
        assert!(matches!(find(&[]).1[0], Missing::NothingNamed));
    }
}
