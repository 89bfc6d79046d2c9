//! The rules of a run, and what is wrong in them.

use crate::cli::config;
use crate::cli::config::ConfigFlags;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::mistake;
use crate::cli::tell;
use crate::config::Config;
use crate::config::rule_files;
use crate::config::rule_files::Missing;
use crate::fact::Rules;
use crate::fact::load;
use crate::fact::mistake::Mistake;
use crate::lint::Linter;
use crate::lint::Options;
use crate::lint::says;
use crate::report::Style;
use std::path::PathBuf;

/// The rules that could be loaded, and what is missing.
pub struct Loaded {
    /// The rules.
    pub rules: Rules,
    /// How many of the facts are drafts, whether or not they judge.
    pub n_drafts: usize,
    /// How many mistakes keep facts out of the rules.
    n_mistakes: usize,
    /// How many facts contradict their own sentence.
    n_contradicted: usize,
    /// How many patterns gave no rule file.
    n_failures: usize,
}

impl Loaded {
    /// [`Exit::Broken`] where a rule file or a fact is missing.
    pub fn exit(&self) -> Exit {
        Exit::broken_if(self.n_mistakes + self.n_contradicted + self.n_failures > 0)
    }

    /// Why nothing can be held against these rules, if so: there is no fact, or none but drafts.
    pub fn idle(&self) -> Option<Failure> {
        match self.rules.facts.len() {
            0 => Some(Failure::NoFact),
            n_drafts if self.rules.facts.iter().all(|fact| fact.draft) => {
                Some(Failure::OnlyDrafts { n_drafts })
            }
            _ => None,
        }
    }

    /// Says once more, where people look last, that the rules are not all there.
    pub fn tell_gaps(&self) {
        // Where no fact is left, that is told by itself, close behind the files that were not found.
        let n_failures = if self.rules.facts.is_empty() { 0 } else { self.n_failures };
        let gaps = [
            (
                n_failures,
                "rule file or pattern could not be used",
                "rule files or patterns could not be used",
            ),
            (
                self.n_mistakes,
                "mistake in the rules; the fact concerned was left out",
                "mistakes in the rules; the facts concerned were left out",
            ),
            (
                self.n_contradicted,
                "fact has a `says` that does not agree with its value",
                "facts have a `says` that does not agree with their value",
            ),
        ];
        for (n, one, many) in gaps.into_iter().filter(|(n, _, _)| *n > 0) {
            tell::line(&format!("{n} {}.", if n == 1 { one } else { many }));
        }
    }
}

/// The patterns that `--rules` names, or else those of the configuration, or else the usual one unless
/// only what is named is used.
pub fn patterns(named: &[String], settings: &config::Loaded, flags: &ConfigFlags) -> Vec<String> {
    match &settings.config.rules {
        _ if !named.is_empty() => named.to_vec(),
        None if flags.isolated => Vec::new(),
        _ => rule_files::patterns(&settings.config, &settings.root),
    }
}

/// What becomes of facts that are drafts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drafts {
    /// They never judge.
    Idle,
    /// They judge as if they had been reviewed.
    Judging,
}

/// Loads the rule files that match `patterns` and tells everything that is wrong with them.
pub fn load(patterns: &[String], config: &Config, style: &Style) -> Loaded {
    load_with(Drafts::Idle, patterns, config, style)
}

/// The same with drafts as they are wanted.
pub fn load_with(drafts: Drafts, patterns: &[String], config: &Config, style: &Style) -> Loaded {
    loaded(rule_files::find(patterns), drafts, (config, style))
}

/// The same where there may be no rules at all.
pub fn load_any(drafts: Drafts, patterns: &[String], config: &Config, style: &Style) -> Loaded {
    let (paths, mut failures) = rule_files::find(patterns);
    failures.retain(|failure| !matches!(failure, Missing::NoMatch { .. } | Missing::NothingNamed));
    loaded((paths, failures), drafts, (config, style))
}

fn loaded(
    (paths, missing): (Vec<PathBuf>, Vec<Missing>),
    drafts: Drafts,
    (config, style): (&Config, &Style),
) -> Loaded {
    let failures: Vec<Failure> = missing.into_iter().map(Failure::from).collect();
    failures.iter().for_each(tell::failure);
    let load::Loaded { mut rules, mistakes } = load::files(&paths);
    let n_drafts = rules.facts.iter().filter(|fact| fact.draft).count();
    if drafts == Drafts::Judging {
        rules.facts.iter_mut().for_each(|fact| fact.draft = false);
    }
    let contradicted = says::mistakes(&rules, || Linter::new(&rules, config, Options::undated()));
    mistake::tell(style, &rules.files, mistakes.iter().chain(&contradicted));
    let n_errors = |mistakes: &[Mistake]| mistakes.iter().filter(|mistake| mistake.is_error()).count();
    Loaded {
        n_mistakes: n_errors(&mistakes),
        n_contradicted: n_errors(&contradicted),
        n_failures: failures.len(),
        n_drafts,
        rules,
    }
}
