//! The facts' own examples: those of the project's rules, and those of invented subjects that say what
//! the engine owes every fact, a file a kind.

use crate::workspace::Ran;
use assert_cmd::Command;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Runs the command in the root of the project.
fn factlint(args: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_factlint"));
    Ran::of(command.current_dir(root()).args(args).output().expect("the command runs"))
}

/// The TOML files of a folder of the project, in order.
fn files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(folder)).expect("a folder of the project");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut files: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|e| e == "toml")).collect();
    files.sort();
    files
}

#[test]
fn the_engine_owes_every_fact_this() {
    let files = files("tests/facts");
    assert!(files.len() >= 5, "a file a kind");
    for file in files {
        let ran = factlint(&["test", "--require-examples", &file.display().to_string()]);
        assert_eq!(ran.code, 0, "{}\n{}{}", file.display(), ran.out, ran.err);
    }
}

#[test]
fn the_rules_pass_their_own_examples() {
    let ran = factlint(&["test", "--require-examples"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
}

#[test]
fn the_sample_articles_are_clean() {
    let ran = factlint(&["check", "seeds"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    assert!(ran.err.contains("Checked 5 articles"), "{}", ran.err);
}

#[test]
fn an_altered_sample_is_caught() {
    let sample = fs::read_to_string(files_of_seeds().remove(0)).expect("a sample");
    let folder = tempfile::TempDir::new().expect("a folder");
    let altered = folder.path().join("altered.txt");
    fs::write(&altered, sample.replacen("Dario Amodei", "Daniela Amodei", 1)).expect("a file");
    let ran = factlint(&["check", "--format", "concise", &altered.display().to_string()]);
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("error[anthropic-ceo]"), "{}", ran.out);
}

fn files_of_seeds() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("seeds")).expect("the samples");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}
