//! What is wrong with the files of a project.

use crate::config::Config;
use crate::config::rule_files::Missing;
use crate::fact::RuleFile;
use crate::fact::Rules;
use crate::fact::mistake::Mistake;
use crate::lint::Linter;
use crate::lint::Options;
use crate::lint::examples::Failure;
use crate::lint::says;
use crate::lsp::project::Buffers;
use crate::triage::exempt;

/// What is wrong with the files of a project.
#[derive(Default)]
pub struct Flaws {
    /// The files of the configuration, and what is wrong in them.
    pub config: (Vec<RuleFile>, Vec<Mistake>),
    /// What is wrong in the rule files, by their place among [`Rules::files`].
    pub rules: Vec<Mistake>,
    /// The examples of open rule files that do not hold.
    pub examples: Vec<Failure>,
    /// Rule files that are not there or cannot be read, where somebody named them.
    pub missing: Vec<Missing>,
    /// Why the accepted findings are not known.
    pub baseline: Option<String>,
}

impl Flaws {
    /// Whether something keeps a setting or a fact out.
    pub fn are_grave(&self) -> bool {
        self.grave().next().is_some() || !self.missing.is_empty() || self.baseline.is_some()
    }

    /// The mistakes that keep a setting or a fact out.
    pub fn grave(&self) -> impl Iterator<Item = &Mistake> {
        self.config.1.iter().chain(&self.rules).filter(|mistake| mistake.is_error())
    }

    /// Looks for what only shows in settings and rules together.
    pub fn look_closer(&mut self, config: &Config, rules: &Rules) {
        self.rules.extend(says::mistakes(rules, || Linter::new(rules, config, Options::undated())));
        // Where rules are missing, a fact that nobody knows may be one of those.
        if !self.are_grave() && !rules.facts.is_empty() {
            self.config.1.extend(exempt::lost(&config.ignore, rules));
        }
    }

    /// Whether all that is wrong stands in open documents, where somebody is typing and sees it.
    pub fn are_seen(&self, rules: &[RuleFile], buffers: &Buffers) -> bool {
        let is_open = |files: &[RuleFile], mistake: &Mistake| {
            files.get(mistake.place.file).is_some_and(|file| buffers.contains_key(&file.path))
        };
        let (files, settings) = &self.config;
        let are_open = |files: &[RuleFile], mistakes: &[Mistake]| {
            mistakes.iter().filter(|mistake| mistake.is_error()).all(|mistake| is_open(files, mistake))
        };
        let is_of_files = self.missing.is_empty() && self.baseline.is_none();
        is_of_files && are_open(files, settings) && are_open(rules, &self.rules)
    }
}
