//! One article through all steps: what the linter finds in it, sifted by triage.
//!
//! For whoever holds single articles and no run of many: what `factlint check` says of an article, but for what it
//! says of it beside others.

use crate::config::Config;
use crate::config::root::Root;
use crate::diagnostic::Diagnostic;
use crate::fact::Rules;
use crate::lint::Linter;
use crate::lint::Options;
use crate::lint::checks::Checks;
use crate::source::Article;
use crate::triage::Triage;
use crate::triage::baseline::Baseline;
use crate::triage::exempt::Exemptions;
use crate::triage::levels::Levels;
use std::collections::HashMap;

/// Rules and settings, ready to check one article after the other, in any thread.
pub struct Checker<'g> {
    /// Finds.
    pub linter: Linter<'g>,
    /// Decides over what was found.
    pub triage: Triage<'g>,
}

impl<'g> Checker<'g> {
    /// A checker as the settings alone make it, with no flag that says otherwise.
    pub fn new(
        (rules, config): (&'g Rules, &'g Config),
        root: &'g Root,
        options: Options,
        baseline: Option<Baseline>,
    ) -> Checker<'g> {
        let triage = Triage {
            root,
            select: None,
            deselect: Default::default(),
            levels: Levels::new(config, HashMap::new(), Checks::usual()),
            exemptions: Exemptions::new(&config.ignore, options.today),
            changes: None,
            baseline,
            show_suppressed: options.show_suppressed,
        };
        Checker { linter: Linter::new(rules, config, options), triage }
    }

    /// What is to be said of an article by itself.
    pub fn findings(&self, article: &Article) -> Vec<Diagnostic> {
        self.triage.sift(article, self.linter.settled(article)).findings
    }
}

#[cfg(test)]
mod tests {
    use super::Checker;
    use crate::config::Config;
    use crate::config::root::Root;
    use crate::fact::RuleFile;
    use crate::fact::load;
    use crate::lint::Options;
    use crate::source::Article;

    const RULES: &str = "[[fact]]\nid = 'league-clubs'\nsays = 'The Harbour League has 12 clubs'\n\
        kind = 'count'\nsubject = { names = ['Harbour League'] }\nattribute = ['clubs']\nvalue = 12\n";

    #[track_caller]
    fn check(text: &str, show_suppressed: bool, expected: &[(&str, Option<&str>)]) {
        let rules = load::texts(vec![RuleFile::new("a.toml", RULES.to_owned())]).rules;
        let (config, root) = (Config::default(), Root::default());
        let options = Options { show_suppressed, ..Options::undated() };
        let checker = Checker::new((&rules, &config), &root, options, None);
        let article = Article { text: text.to_owned(), ..Article::default() };
        let article = Article { format: crate::source::Format::Markdown, ..article };
        let findings = checker.findings(&article);
        let found: Vec<_> =
            findings.iter().map(|one| (one.span.of(text), one.suppressed.as_deref())).collect();
        assert_eq!(found, expected);
        assert!(findings.iter().all(|finding| !finding.fingerprint.is_empty()));
    }

    #[test]
    fn findings_are_those_of_the_command() {
        check("The Harbour League has 14 clubs.", false, &[("14", None)]);
        check("The Harbour League has 12 clubs.", false, &[]);
    }

    #[test]
    fn what_a_comment_silences_is_shown_on_request() {
        let text = "<!-- factlint-ignore league-clubs: a joke -->\nThe Harbour League has 14 clubs.";
        check(text, false, &[]);
        check(text, true, &[("14", Some("a joke"))]);
    }
}
