//! Which rule files there are, and what is wrong in them.

use crate::cli::args::RuleFlags;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::tell;
use crate::fact::Place;
use crate::fact::Rules;
use crate::fact::load;
use crate::fact::mistake::Label;
use crate::fact::mistake::Mistake;
use crate::lint::Linter;
use crate::lint::Options;
use crate::lint::says;
use crate::report::Style;
use crate::report::mistake;
use crate::report::mistake::MistakeView;
use glob::MatchOptions;
use jiff::civil::Date;
use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// Where rules are looked for when nobody says.
const DEFAULT: &str = "rules/**/*.toml";

/// The files of a folder that is named in place of a pattern.
const IN_FOLDER: &str = "**/*.toml";

/// How a fact's own words are linted: at no day but their own.
pub const UNDATED: Options =
    Options { as_of: None, default_date: None, today: Date::ZERO, show_suppressed: false };

/// The rules that could be loaded, and whether that was all of them.
pub struct Loaded {
    /// The rules.
    pub rules: Rules,
    /// [`Exit::Broken`] where a rule file or a fact is missing.
    pub exit: Exit,
}

/// The patterns that the flags name, or the usual one.
pub fn patterns(flags: &RuleFlags) -> Vec<String> {
    if flags.rules.is_empty() && !flags.isolated { vec![DEFAULT.to_owned()] } else { flags.rules.clone() }
}

/// Loads the rule files that match `patterns` and tells everything that is wrong with them.
pub fn load(patterns: &[String], style: &Style) -> Loaded {
    let (paths, failures) = find(patterns);
    failures.iter().for_each(tell::failure);
    let load::Loaded { rules, mut mistakes } = load::files(&paths);
    mistakes.extend(says::mistakes(&rules, &Linter::new(&rules, UNDATED)));
    for mistake in &mistakes {
        tell::raw(&shown(style, &rules, mistake));
    }
    let is_broken = !failures.is_empty() || mistakes.iter().any(|mistake| mistake.is_error());
    Loaded { rules, exit: Exit::broken_if(is_broken) }
}

fn shown(style: &Style, rules: &Rules, mistake: &Mistake) -> String {
    let (path, text) = file(rules, mistake.place);
    let (near, far): (Vec<_>, Vec<_>) =
        mistake.labels.iter().partition(|label| label.place.file == mistake.place.file);
    let far = far.iter().map(|label| elsewhere(rules, label));
    let help: Vec<String> = mistake.help.iter().cloned().chain(far).collect();
    let help = help.join("; ");
    let view = MistakeView {
        severity: mistake.severity,
        message: &mistake.message,
        help: (!help.is_empty()).then_some(&help),
        path: &path,
        text,
        span: mistake.place.span,
        labels: near.into_iter().map(|label| (label.place.span, label.text.clone())).collect(),
    };
    mistake::mistake(style, &view)
}

/// A label that stands in another file than its mistake.
fn elsewhere(rules: &Rules, label: &Label) -> String {
    format!("{}:{}: {}", file(rules, label.place).0, rules.line_of(label.place).0, label.text)
}

/// The path and the text of the file of a place.
fn file(rules: &Rules, place: Place) -> (String, &str) {
    let file = rules.files.get(place.file);
    file.map_or((String::new(), ""), |file| (file.path.display().to_string(), &file.text))
}

/// The rule files that match, each once, in the order of the patterns and then of their paths.
fn find(patterns: &[String]) -> (Vec<PathBuf>, Vec<Failure>) {
    if patterns.is_empty() {
        return (Vec::new(), vec![Failure::NoRulesNamed]);
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

fn matching(pattern: &str) -> Vec<Result<PathBuf, Failure>> {
    match fs::metadata(pattern) {
        Ok(metadata) if metadata.is_dir() => {
            let folder = glob::Pattern::escape(pattern.trim_end_matches('/'));
            globbed(&format!("{folder}/{IN_FOLDER}"), pattern)
        }
        Ok(_) => vec![regular(PathBuf::from(pattern))],
        Err(_) => globbed(pattern, pattern),
    }
}

/// The files that match `pattern`, which the user wrote as `shown`.
fn globbed(pattern: &str, shown: &str) -> Vec<Result<PathBuf, Failure>> {
    let options = MatchOptions { require_literal_separator: true, ..MatchOptions::new() };
    let found = match glob::glob_with(pattern, options) {
        Ok(paths) => paths,
        Err(error) => {
            let pattern = shown.to_owned();
            return vec![Err(Failure::BadPattern { pattern, source: error.into() })];
        }
    };
    let files = found.filter(|found| !found.as_ref().is_ok_and(|path| path.is_dir()));
    let mut files: Vec<_> =
        files.map(|found| found.map_err(|error| Failure::Unlisted(error.into())).and_then(regular)).collect();
    if files.is_empty() {
        files.push(Err(Failure::NoRuleFile { pattern: shown.to_owned() }));
    }
    files
}

/// The path again, unless reading it could wait for ever.
fn regular(path: PathBuf) -> Result<PathBuf, Failure> {
    if is_special(&path) { Err(Failure::NotAFile { path }) } else { Ok(path) }
}

fn is_special(path: &Path) -> bool {
    // What cannot be asked about is left to the reader of rule files, which tells why.
    fs::metadata(path).is_ok_and(|metadata| !metadata.is_file())
}

#[cfg(test)]
mod tests {
    use super::Failure;
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
    fn check(patterns: &[&str], expected: &[&str]) -> Vec<Failure> {
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
        assert!(failures[0].message().ends_with("b/*.toml`"), "{}", failures[0].message());
    }

    #[test]
    fn a_pattern_that_is_none_is_told() {
        let failures = check(&["***.toml"], &[]);
        assert!(matches!(failures[0], Failure::BadPattern { .. }));
    }

    #[test]
    fn no_pattern_is_told() {
        assert!(matches!(find(&[]).1[0], Failure::NoRulesNamed));
    }
}
