//! Which findings are told and how much they matter: what the settings, the baseline and the changes since
//! a revision make of what was found.
//!
//! The steps stand in the order in which they are taken. What says that something could not be checked
//! passes through all of them.

pub mod baseline;
pub mod changes;
pub mod exempt;
pub mod levels;
pub mod ratchet;

use crate::config::root::Root;
use crate::config::selector::Picked;
use crate::diagnostic::Diagnostic;
use crate::report::fingerprint;
use crate::severity::Severity;
use crate::source::Article;
use crate::triage::baseline::Baseline;
use crate::triage::changes::Changes;
use crate::triage::exempt::Exemptions;
use crate::triage::levels::Levels;

/// Why a finding of the baseline is not counted.
const ACCEPTED: &str = "accepted in the baseline";

/// What decides over the findings of a run.
pub struct Triage<'r> {
    /// The folder from which articles are named in fingerprints.
    pub root: &'r Root,
    /// The findings that are told; all, where nobody picks.
    pub select: Option<Picked>,
    /// The findings that are not.
    pub deselect: Picked,
    /// How much checks matter.
    pub levels: Levels<'r>,
    /// The findings that somebody wants to leave.
    pub exemptions: Exemptions<'r>,
    /// What has changed, where only that is told.
    pub changes: Option<Changes>,
    /// The findings that were accepted.
    pub baseline: Option<Baseline>,
    /// Whether what does not count is shown as notes.
    pub show_suppressed: bool,
}

/// The findings of an article after triage.
#[derive(Debug, Default)]
pub struct Sifted {
    /// What is told.
    pub findings: Vec<Diagnostic>,
    /// What would be, if nobody had given a reason against it.
    pub aside: Vec<Diagnostic>,
    /// How many were to be ignored.
    pub ignored: usize,
    /// How many the baseline accepts.
    pub baselined: usize,
}

impl Triage<'_> {
    /// Sifts all findings of an article.
    pub fn sift(&self, article: &Article, findings: Vec<Diagnostic>) -> Sifted {
        self.exemptions.note(article);
        if let Some(baseline) = &self.baseline {
            baseline.note(&article.path, self.root);
        }
        // Most articles have no finding, and nobody asks what they are called.
        if findings.is_empty() {
            return Sifted::default();
        }
        let prints = fingerprint::of(&self.root.inside(&article.path), article, &findings);
        let mut sifted = Sifted::default();
        for (finding, fingerprint) in findings.into_iter().zip(prints) {
            self.one(article, Diagnostic { fingerprint, ..finding }, &mut sifted);
        }
        sifted
    }

    fn one(&self, article: &Article, mut finding: Diagnostic, sifted: &mut Sifted) {
        if finding.code.is_failure() {
            sifted.findings.push(finding);
            return;
        }
        // Both are asked, so that an exemption which is needed beside a comment counts as needed.
        let reason = self.exemptions.reason(article, &finding);
        finding.suppressed = finding.suppressed.or(reason);
        let Some(finding) = self.wanted(article, finding) else { return };
        self.counted(finding, sifted);
    }

    /// The finding at its severity, if anybody wants to be told of it.
    fn wanted(&self, article: &Article, finding: Diagnostic) -> Option<Diagnostic> {
        let is_held = |picked: &Picked| picked.holds(finding.code, finding.verdict, finding.fact_id());
        if self.select.as_ref().is_some_and(|select| !is_held(select)) || is_held(&self.deselect) {
            return None;
        }
        if self.changes.as_ref().is_some_and(|changes| !changes.touch(article, &finding)) {
            return None;
        }
        let severity = self.levels.severity(&article.path, &finding)?;
        Some(Diagnostic { severity, ..finding })
    }

    fn counted(&self, finding: Diagnostic, sifted: &mut Sifted) {
        let is_accepted = |baseline: &Baseline| baseline.accepts(&finding.fingerprint);
        if finding.suppressed.is_some() {
            sifted.ignored += 1;
            self.set_aside(finding, sifted);
        } else if self.baseline.as_ref().is_some_and(is_accepted) {
            sifted.baselined += 1;
            self.set_aside(Diagnostic { suppressed: Some(ACCEPTED.to_owned()), ..finding }, sifted);
        } else {
            sifted.findings.push(finding);
        }
    }

    /// Keeps what does not count, and shows it to whoever asks for that.
    fn set_aside(&self, finding: Diagnostic, sifted: &mut Sifted) {
        let finding = Diagnostic { severity: Severity::Info, ..finding };
        if self.show_suppressed {
            sifted.findings.push(finding.clone());
        }
        sifted.aside.push(finding);
    }
}
