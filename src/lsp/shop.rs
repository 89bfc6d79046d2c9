//! The projects of the open documents: loaded when they are first needed, and again when their files change.

use crate::fact::RuleFile;
use crate::lsp::document::Document;
use crate::lsp::document::Sort;
use crate::lsp::flaws::Flaws;
use crate::lsp::home::Home;
use crate::lsp::project::Buffers;
use crate::lsp::project::Project;
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::path::Path;
use std::path::PathBuf;

/// What a client has to be told of a project.
pub enum News {
    /// In a window of its own.
    Loud(String),
    /// Where it disturbs nobody.
    Quiet(String),
}

/// A project, with what is wrong with it.
pub struct Shop {
    /// Where it lies.
    pub home: Home,
    /// What articles are held against: the last state that was whole, where there was one.
    pub in_force: Project,
    /// The last state, where that is another one.
    newest: Option<Project>,
    /// What is wrong with the last state.
    pub flaws: Flaws,
    /// Whether the files have changed since.
    pub is_stale: bool,
    /// Whether the client was told that something is wrong.
    pub is_told: bool,
    /// The files of which the client was told something.
    pub marked: BTreeSet<PathBuf>,
    /// Whether what is in force is whole.
    is_whole: bool,
}

impl Shop {
    /// Loads the project at `home`.
    pub fn open(home: &Home, buffers: &Buffers, today: Date) -> Shop {
        let (project, flaws) = Project::load(home.clone(), buffers, today);
        Shop {
            home: home.clone(),
            in_force: project,
            newest: None,
            is_whole: !flaws.are_grave(),
            flaws,
            is_stale: false,
            is_told: false,
            marked: BTreeSet::new(),
        }
    }

    /// Loads it again; what was whole stays in force until something else is.
    pub fn again(mut self, buffers: &Buffers, today: Date) -> Shop {
        let (project, flaws) = Project::load(self.home.clone(), buffers, today);
        if self.is_whole && flaws.are_grave() {
            self.newest = Some(project);
        } else {
            self.is_whole = !flaws.are_grave();
            self.in_force = project;
            self.newest = None;
        }
        self.flaws = flaws;
        self.is_stale = false;
        self
    }

    /// The last state, whole or not.
    pub fn newest(&self) -> &Project {
        self.newest.as_ref().unwrap_or(&self.in_force)
    }

    /// The rule files of the last state.
    pub fn rule_files(&self) -> &[RuleFile] {
        &self.newest().ground().rules.files
    }

    /// Whether something it was loaded from may be in this file.
    pub fn rests_on(&self, path: &Path) -> bool {
        self.newest().ground().rests_on(path) || self.flaws.config.0.iter().any(|file| file.path == path)
    }

    /// What the client has to be told once, if anything, and how loudly.
    pub fn news(&mut self, buffers: &Buffers) -> Option<News> {
        let is_grave = self.flaws.are_grave();
        let is_news = is_grave && !self.is_told;
        self.is_told = is_grave;
        let is_seen = self.flaws.are_seen(self.rule_files(), buffers);
        is_news.then(|| if is_seen { News::Quiet } else { News::Loud }(self.complaint()))
    }

    fn complaint(&self) -> String {
        let first = self.flaws.grave().next().map(|mistake| mistake.message.clone());
        let n_more = self.flaws.grave().count().saturating_sub(1);
        let mistakes = first.map(|first| match n_more {
            0 => first,
            n => format!("{first}, and {n} more"),
        });
        let missing = self.flaws.missing.iter().map(ToString::to_string);
        let what: Vec<String> =
            mistakes.into_iter().chain(missing).chain(self.flaws.baseline.clone()).collect();
        let then = if self.newest.is_some() {
            "the rules stay in force that were loaded last without a mistake"
        } else {
            "what it concerns was left out"
        };
        format!("factlint: {} in {}; {then}.", what.join("; "), self.home.folder.display())
    }
}

/// The texts of open rule files and configurations.
pub fn buffers<'d>(documents: impl Iterator<Item = &'d Document>) -> Buffers {
    let is_toml = |document: &&Document| matches!(document.sort, Sort::Toml | Sort::Config);
    let open = documents.filter(is_toml).filter(|document| document.is_file);
    open.map(|document| (document.path.clone(), document.text.content().to_owned())).collect()
}
