//! How much a finding matters: the command line before `[[overrides]]`, these before `[checks]`, and these
//! before what the engine says; a verdict before its check.

use crate::code::Code;
use crate::config::Config;
use crate::config::level;
use crate::diagnostic::Diagnostic;
use crate::severity::Severity;
use std::collections::HashMap;
use std::path::Path;

/// A severity, or none for what is off.
pub type Setting = Option<Severity>;

/// How much checks and verdicts matter.
#[derive(Debug)]
pub struct Levels<'c> {
    config: &'c Config,
    asked: HashMap<&'static str, Setting>,
    /// What checks matter where no setting of a path is in force.
    base: HashMap<&'static str, Setting>,
}

impl<'c> Levels<'c> {
    /// The levels of `config`, with those that the command line asks for, and what checks come with.
    pub fn new(
        config: &'c Config,
        asked: HashMap<&'static str, Setting>,
        usual: HashMap<&'static str, Setting>,
    ) -> Levels<'c> {
        let mut base = usual;
        base.extend(config.checks.iter().map(|level| (level.name, level.severity)));
        Levels { config, asked, base }
    }

    /// How much `finding` in the article at `path` matters; `None` is not at all.
    pub fn severity(&self, path: &Path, finding: &Diagnostic) -> Option<Severity> {
        // A watched fact says for itself how much it matters.
        if finding.code == Code::Disagreement && finding.fact.is_some() {
            return Some(finding.severity);
        }
        let names = [finding.fact.as_ref().map(|_| finding.verdict), Some(finding.code.name())];
        let names = || names.into_iter().flatten();
        let asked = names().find_map(|name| self.asked.get(name).copied());
        let there = || names().find_map(|name| level::overridden(&self.config.overrides, name, path));
        let base = || names().find_map(|name| self.base.get(name).copied());
        asked.or_else(|| there().map(|level| level.severity)).or_else(base).unwrap_or(Some(finding.severity))
    }
}

#[cfg(test)]
mod tests {
    use super::Levels;
    use super::Setting;
    use crate::code::Code;
    use crate::config::Config;
    use crate::config::load;
    use crate::diagnostic::Diagnostic;
    use crate::fact::RuleFile;
    use crate::severity::Severity;
    use crate::span::Span;
    use std::collections::HashMap;
    use std::path::Path;

    const ERROR: Setting = Some(Severity::Error);

    fn config(text: &str) -> Config {
        load::text(RuleFile::new("factlint.toml", text.to_owned())).config
    }

    /// Checks how much a weekday that is off matters in an article of the archive and in another one.
    #[track_caller]
    fn check(text: &str, asked: &[(&'static str, Setting)], expected: [Setting; 2]) {
        let config = config(text);
        let usual = HashMap::from([("weekday", ERROR)]);
        let levels = Levels::new(&config, asked.iter().copied().collect(), usual);
        let finding = Diagnostic::warning(Code::Weekday, Span::at(0), String::new());
        let of = |path| levels.severity(Path::new(path), &finding);
        assert_eq!([of("archive/a.txt"), of("a.txt")], expected);
    }

    #[test]
    fn the_command_line_goes_before_paths_and_paths_before_the_rest() {
        let base = "[checks]\nweekday = 'info'\n";
        let over = "[[overrides]]\npaths = ['archive']\nchecks = { weekday = 'off' }\n";
        let again = "[[overrides]]\npaths = ['archive/a.txt']\nchecks = { weekday = 'warning' }\n";
        let (info, warning) = (Some(Severity::Info), Some(Severity::Warning));
        check("", &[], [ERROR, ERROR]);
        check(base, &[], [info, info]);
        check(&[base, over].concat(), &[], [None, info]);
        check(&[base, over, again].concat(), &[], [warning, info]);
        check(&[base, over].concat(), &[("weekday", ERROR)], [ERROR, ERROR]);
    }
}
