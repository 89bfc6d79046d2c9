//! What an engine is made of: the texts of rule files, of the tables that they name, and of settings.
//!
//! Plain texts, so that they can be sent to other processes and machines, where the files are not.

use crate::refusal::RulesError;
use factlint::config::load::Source;
use factlint::config::rule_files;
use factlint::fact::RuleFile;
use factlint::fact::load::file;
use pyo3::FromPyObject;
use pyo3::IntoPyObject;
use pyo3::prelude::PyResult;
use pyo3::pyfunction;
use std::fmt::Display;
use std::path::Path;
use std::path::PathBuf;

/// A file: its path and its text.
pub type Text = (PathBuf, String);

/// The texts that an engine is made of.
#[derive(Clone, Debug, Default, FromPyObject, IntoPyObject)]
pub struct Sources {
    /// Rule files.
    #[pyo3(item)]
    pub rules: Vec<Text>,
    /// Tables that facts are made of.
    #[pyo3(item)]
    pub tables: Vec<Text>,
    /// Files of settings, and settings that stand by themselves, whose path is empty.
    #[pyo3(item)]
    pub settings: Vec<Text>,
}

impl Sources {
    /// The settings, in the order in which they count.
    pub fn settings(&self) -> Vec<Source> {
        let settings = self.settings.iter().cloned();
        settings
            .map(|(path, text)| {
                if path.as_os_str().is_empty() { Source::Inline(text) } else { Source::Buffer { path, text } }
            })
            .collect()
    }
}

/// Files as the loader of rules takes them.
pub fn files(texts: &[Text]) -> Vec<RuleFile> {
    texts.iter().map(|(path, text)| RuleFile::new(path, text.clone())).collect()
}

/// Reads the rule files that match `patterns`.
#[pyfunction]
pub fn rules(patterns: Vec<String>) -> PyResult<Vec<Text>> {
    let (paths, missing) = rule_files::find(&patterns);
    match missing.first() {
        Some(missing) => Err(refused(missing)),
        None => paths.iter().map(|path| read(path)).collect(),
    }
}

/// Reads files of settings; a setting such as `fail-on = "never"` stands for itself.
#[pyfunction]
pub fn settings(config: Vec<String>) -> PyResult<Vec<Text>> {
    config.iter().map(|text| setting(text)).collect()
}

fn setting(text: &str) -> PyResult<Text> {
    let path = Path::new(text);
    let is_setting = text.contains('=') && !path.exists();
    if is_setting { Ok((PathBuf::new(), text.to_owned())) } else { read(path) }
}

fn read(path: &Path) -> PyResult<Text> {
    match file::read(path) {
        (read, None) => Ok((read.path, read.text)),
        (read, Some((_, why))) => Err(refused(format!("{} {why}", read.path.display()))),
    }
}

fn refused(why: impl Display) -> pyo3::PyErr {
    RulesError::new_err(why.to_string())
}
