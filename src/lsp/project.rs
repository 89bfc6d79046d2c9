//! A project as the server holds it: its settings and its rules, loaded as `factlint check` loads them, with
//! what stands in open documents in place of what is on the disk.

use crate::checker::Checker;
use crate::config::Config;
use crate::config::load;
use crate::config::load::Source;
use crate::config::root::Root;
use crate::config::rule_files;
use crate::fact;
use crate::fact::RuleFile;
use crate::fact::Rules;
use crate::lint::Linter;
use crate::lint::Options;
use crate::lint::checks;
use crate::lint::examples;
use crate::lint::examples::Failure;
use crate::lsp::flaws::Flaws;
use crate::lsp::home::Home;
use crate::source::read;
use crate::source::walk;
use crate::source::walk::Input;
use crate::source::walk::Walk;
use crate::triage::baseline::Baseline;
use jiff::civil::Date;
use self_cell::self_cell;
use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// The texts of open rule files and configurations, by their paths.
pub type Buffers = HashMap<PathBuf, String>;

/// What was loaded, and what the engine is made of.
pub struct Ground {
    /// Where it lies.
    pub home: Home,
    /// The settings.
    pub config: Config,
    /// The facts.
    pub rules: Rules,
    /// The configuration, as it was read.
    pub settings: Option<RuleFile>,
    root: Root,
    today: Date,
}

self_cell!(
    struct Cell {
        owner: Ground,
        #[not_covariant]
        dependent: Checker,
    }
);

/// A project that articles can be held against.
pub struct Project {
    cell: Cell,
}

impl Project {
    /// Loads the project at `home`.
    pub fn load(home: Home, buffers: &Buffers, today: Date) -> (Project, Flaws) {
        let root = Root::of(&home.file(), &home.folder);
        let load::Loaded { config, files, mistakes } = settings(&home, buffers);
        let (paths, missing) = rule_files::find(&rule_files::patterns(&config, &root));
        let fact::load::Loaded { rules, mistakes: wrong } = fact::load::read(opened(&paths, buffers));
        let (accepted, baseline) = accepted(&config);
        // A folder without a configuration need not have rules.
        let missing = if home.config.is_some() { missing } else { Vec::new() };
        let mut flaws =
            Flaws { config: (files, mistakes), rules: wrong, missing, baseline, ..Flaws::default() };
        flaws.look_closer(&config, &rules);
        let settings = own(&home, &flaws);
        let ground = Ground { home, config, rules, settings, root, today };
        let cell = Cell::new(ground, |ground| checker(ground, accepted));
        let project = Project { cell };
        flaws.examples = project.failures(buffers);
        (project, flaws)
    }

    /// What was loaded.
    pub fn ground(&self) -> &Ground {
        self.cell.borrow_owner()
    }

    /// Does `work` with the engine.
    pub fn with<T>(&self, work: impl FnOnce(&Ground, &Checker<'_>) -> T) -> T {
        self.cell.with_dependent(|ground, checker| work(ground, checker))
    }

    /// Whether articles are held against anything at all.
    pub fn is_idle(&self) -> bool {
        let Ground { config, rules, .. } = self.ground();
        rules.facts.is_empty() && !checks::are_asked(config)
    }

    /// The examples of the open rule files that do not hold.
    fn failures(&self, buffers: &Buffers) -> Vec<Failure> {
        let Ground { rules, config, .. } = self.ground();
        let mut open = rules.files.iter().enumerate().filter(|(_, file)| buffers.contains_key(&file.path));
        let Some(first) = open.next() else { return Vec::new() };
        let linter = Linter::new(rules, config, Options::undated());
        let files = std::iter::once(first).chain(open);
        files.flat_map(|(at, _)| examples::of_file(rules, &linter, at)).collect()
    }
}

/// The engine of a project, as `factlint check` without a flag has it.
fn checker(ground: &Ground, baseline: Option<Baseline>) -> Checker<'_> {
    let Ground { config, rules, root, today, .. } = ground;
    Checker::new((rules, config), root, Options::of(config, *today), baseline)
}

impl Ground {
    /// Whether `factlint check`, called in the folder of the project, would read this file.
    pub fn has(&self, path: &Path) -> bool {
        if !path.exists() {
            return !self.config.excludes(path) && self.is_meant(path);
        }
        let walk = Walk {
            exclude: Some(Box::new(|path| self.config.excludes(path))),
            only: Some(path),
            may_be_empty: true,
            ..Walk::default()
        };
        let mut found = match &self.config.include {
            Some(include) => walk::matching(walk, include),
            None => walk::find_with(walk, vec![self.home.folder.clone()], Path::new("-")),
        };
        found.any(|found| matches!(found, Ok(Input::File(found)) if found == path))
    }

    /// Whether a file of this name would be read, were it there.
    fn is_meant(&self, path: &Path) -> bool {
        match &self.config.include {
            Some(include) => include.iter().any(|one| rule_files::is_match(one, path)),
            None => path.starts_with(&self.home.folder) && read::is_article(path),
        }
    }

    /// Whether a file of this name is a rule file of the project, or would be, were it there.
    pub fn names_rules(&self, path: &Path) -> bool {
        rule_files::patterns(&self.config, &self.root).iter().any(|one| rule_files::is_match(one, path))
    }

    /// Whether the project was loaded from this file, or would be if it is loaded again.
    pub fn rests_on(&self, path: &Path) -> bool {
        let is_read = self.rules.files.iter().any(|file| file.path == path);
        let is_accepted = self.config.baseline.as_deref() == Some(path);
        is_read || is_accepted || self.names_rules(path)
    }

    /// The most bytes an article may have.
    pub fn limit(&self) -> usize {
        self.config.max_file_size.unwrap_or(read::MAX_BYTES)
    }

    /// A path as people write it, seen from the folder of the project.
    pub fn shown(&self, path: &Path) -> PathBuf {
        self.root.inside(path)
    }
}

fn settings(home: &Home, buffers: &Buffers) -> load::Loaded {
    let source = home.config.as_ref().map(|path| match buffers.get(path) {
        Some(text) => Source::Buffer { path: path.clone(), text: text.clone() },
        None => Source::File(path.clone()),
    });
    load::all(source.as_slice(), &home.folder)
}

/// The configuration of the project itself, without those that it extends.
fn own(home: &Home, flaws: &Flaws) -> Option<RuleFile> {
    let (files, _) = &flaws.config;
    let file = files.iter().find(|file| Some(&file.path) == home.config.as_ref())?;
    Some(RuleFile::new(&file.path, file.text.clone()))
}

/// The rule files, those that are open as they stand in the editor.
fn opened(paths: &[PathBuf], buffers: &Buffers) -> Vec<fact::load::file::Read> {
    let opened = |path: &PathBuf| match buffers.get(path) {
        Some(text) => (RuleFile::new(path, text.clone()), None),
        None => fact::load::file::read(path),
    };
    paths.iter().map(opened).collect()
}

/// The accepted findings, and why they are not known.
fn accepted(config: &Config) -> (Option<Baseline>, Option<String>) {
    let Some(path) = &config.baseline else { return (None, None) };
    let read = fs::read_to_string(path).map_err(|error| error.to_string());
    match read.and_then(|text| Baseline::read(path, text).map_err(|error| error.to_string())) {
        Ok(baseline) => (Some(baseline), None),
        Err(why) => (None, Some(format!("the baseline `{}` cannot be read: {why}", path.display()))),
    }
}
