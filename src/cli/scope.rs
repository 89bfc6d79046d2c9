//! What `check` and `baseline` share: which facts and articles there are, and which findings are told.

use crate::cli::args::DayFlags;
use crate::cli::args::DraftFlag;
use crate::cli::args::JobFlags;
use crate::cli::args::RuleFlags;
use crate::cli::args::Today;
use crate::cli::articles::ArticleFlags;
use crate::cli::config;
use crate::cli::config::ConfigFlags;
use crate::cli::desk;
use crate::cli::desk::Desk;
use crate::cli::desk::Piece;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::level::LevelFlags;
use crate::cli::level::Resolved;
use crate::cli::output::Target;
use crate::cli::rules;
use crate::cli::since;
use crate::config::exemption::Exemption;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Linted;
use crate::fact::Fact;
use crate::fact::mistake::Mistake;
use crate::lint::Linter;
use crate::lint::Options;
use crate::lint::run::Crew;
use crate::report::Run;
use crate::report::RunRule;
use crate::report::Style;
use crate::source::Article;
use crate::triage::Triage;
use crate::triage::baseline::Baseline;
use crate::triage::exempt;
use crate::triage::exempt::Exemptions;
use crate::triage::levels::Levels;
use jiff::civil::Date;
use std::fs;
use std::path::Path;

/// The flags that say what is checked against what.
#[derive(Clone, Debug, clap::Args)]
pub struct Scope {
    #[command(flatten)]
    pub(super) articles: ArticleFlags,
    #[command(flatten)]
    pub(super) config: ConfigFlags,
    #[command(flatten)]
    pub(super) rules: RuleFlags,
    #[command(flatten)]
    pub(super) drafts: DraftFlag,
    #[command(flatten)]
    pub(super) days: DayFlags,
    #[command(flatten)]
    pub(super) today: Today,
    #[command(flatten)]
    pub(super) levels: LevelFlags,
    #[command(flatten)]
    pub(super) jobs: JobFlags,
}

/// Rules and settings, loaded, with all that was wrong with them told.
pub struct Prepared {
    /// The settings.
    pub settings: config::Loaded,
    /// The rules.
    pub loaded: rules::Loaded,
    /// What the flags make of the checks.
    pub levels: Resolved,
    /// How many exemptions name no fact and no check.
    n_lost: usize,
    /// Whether nothing can be checked, as there is no fact and no check that needs none.
    pub is_idle: bool,
}

impl Prepared {
    /// [`Exit::Broken`] where a rule or a setting is missing.
    pub fn exit(&self) -> Exit {
        self.loaded.exit().max(self.settings.exit()).max(Exit::broken_if(self.n_lost > 0))
    }

    /// Says once more, where people look last, that rules or settings are not all there.
    pub fn tell_gaps(&self) {
        self.settings.tell_gaps();
        self.loaded.tell_gaps();
    }
}

/// What a run looks at beside rules and settings.
#[derive(Default)]
pub struct View {
    /// The formats.
    pub targets: Vec<Target>,
    /// The findings that were accepted.
    pub baseline: Option<Baseline>,
    /// The revision since which changes are told.
    pub since: Option<String>,
    /// Whether what does not count is shown.
    pub show_suppressed: bool,
    /// Whether all that could be checked is asked for, whatever the formats show.
    pub coverage: bool,
}

impl Scope {
    /// Loads rules and settings, and tells everything that is wrong with them.
    ///
    /// # Errors
    /// Flags that name a check or fact that is not there.
    pub fn prepare(&self, style: &Style) -> Result<Prepared, Failure> {
        let settings = config::load(&self.config, style);
        let patterns = rules::patterns(&self.rules.rules, &settings, &self.config);
        let is_asked = self.levels.is_asked(&settings.config);
        let is_free = is_asked && self.rules.rules.is_empty();
        let load = if is_free { rules::load_any } else { rules::load_with };
        let mut loaded = load(self.drafts.wanted(), &patterns, &settings.config, style);
        let levels = self.levels.resolve(&settings.config, &mut loaded.rules)?;
        let lost: Vec<Mistake> = lost(&settings.config.ignore, &loaded);
        settings.tell_mistakes(style, &lost);
        let is_idle = loaded.idle().is_some() && !is_asked;
        Ok(Prepared { n_lost: lost.len(), settings, loaded, levels, is_idle })
    }

    /// The desk at which the articles are checked.
    ///
    /// # Errors
    /// Changes that cannot be told.
    pub fn desk<'p>(&self, prepared: &'p Prepared, view: View) -> Result<Desk<'p>, Failure> {
        let Prepared { settings, loaded, levels, .. } = prepared;
        let config = &settings.config;
        let options = self.options(prepared, &view);
        let changes = view.since.as_deref().map(|revision| since::changes(revision, &loaded.rules));
        let triage = Triage {
            root: &settings.root,
            select: levels.select.clone(),
            deselect: levels.deselect.clone(),
            levels: Levels::new(config, levels.asked.clone(), levels.usual.clone()),
            exemptions: Exemptions::new(&config.ignore, options.today),
            changes: changes.transpose()?,
            baseline: view.baseline,
            show_suppressed: view.show_suppressed,
        };
        Ok(Desk {
            config,
            linter: Linter::new(&loaded.rules, config, options),
            triage,
            run: self.run(loaded, &view.targets),
            targets: view.targets,
            crew: Crew::new(self.jobs.count()),
            fixing: None,
            gathers_coverage: view.coverage,
        })
    }

    fn options(&self, prepared: &Prepared, view: &View) -> Options {
        Options {
            as_of: self.days.as_of,
            default_date: self.days.default_date.or(prepared.settings.config.default_date),
            today: self.day(),
            show_suppressed: view.show_suppressed,
            coverage: view.coverage || view.targets.iter().any(|target| target.format.shows_coverage()),
            checks: prepared.levels.checks,
        }
    }

    /// The day of the run.
    pub fn day(&self) -> Date {
        self.today.day()
    }

    /// What the formats that are asked for say of the run.
    fn run(&self, loaded: &rules::Loaded, targets: &[Target]) -> Run {
        let is_asked = targets.iter().any(|target| target.format.lists_rules());
        let facts = if is_asked { &loaded.rules.facts[..] } else { &[] };
        let rule = |fact: &Fact| RunRule {
            id: fact.id.clone(),
            says: fact.says.clone(),
            url: fact.source.as_ref().and_then(|source| source.url.clone()),
        };
        Run {
            rules_hash: loaded.rules.hash.clone(),
            as_of: self.days.as_of.map(|day| day.to_string()),
            rules: facts.iter().map(rule).collect(),
        }
    }

    /// What is to be said of exemptions that were not needed.
    pub fn unused(&self, desk: &Desk<'_>, settings: &config::Loaded) -> Vec<Piece> {
        let unused = desk.triage.exemptions.unused(self.articles.is_whole());
        unused.into_iter().map(|(exemption, finding)| idle(desk, settings, exemption, finding)).collect()
    }
}

/// An exemption that was not needed, at its place in its file.
fn idle(desk: &Desk<'_>, settings: &config::Loaded, exemption: &Exemption, finding: Diagnostic) -> Piece {
    let file = settings.files.get(exemption.place.file);
    let (path, text) = file.map(|file| (file.path.clone(), file.text.clone())).unwrap_or_default();
    let article = Article { path, text, ..Article::default() };
    desk::aside(desk, Linted::new(article, vec![finding]))
}

/// Exemptions that name no fact and no check.
fn lost(exemptions: &[Exemption], loaded: &rules::Loaded) -> Vec<Mistake> {
    // Where rules are missing, a fact that nobody knows may be one of those.
    let is_whole = loaded.exit() == Exit::Pass && !loaded.rules.facts.is_empty();
    if is_whole { exempt::lost(exemptions, &loaded.rules) } else { Vec::new() }
}

/// Reads the baseline at `path`.
///
/// # Errors
/// A file that is not there or is no baseline.
pub fn baseline(path: &Path) -> Result<Baseline, Failure> {
    let broken = |source: Box<dyn std::error::Error + Send + Sync>| Failure::BadBaseline {
        path: path.to_path_buf(),
        source,
    };
    let text = fs::read_to_string(path).map_err(|error| broken(error.into()))?;
    Baseline::read(path, text).map_err(|error| broken(error.into()))
}
