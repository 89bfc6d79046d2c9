//! How strong a pack of rules is: what it covers in articles is changed, a value at a time, and each changed
//! copy is linted whole, for what a fact notices may depend on any sentence before.
//!
//! In the words of the trade the copies are mutants, and those that no fact notices survive. Nothing is random:
//! the same rules and articles make the same copies.

mod plan;

use crate::diagnostic::Card;
use crate::diagnostic::Diagnostic;
use crate::document::language;
use crate::document::map::Field;
use crate::lint::Linter;
use crate::report::mutation::Sort;
use crate::severity::Severity;
use crate::source::Article;
use crate::span::Span;
use std::sync::Arc;

/// One change of one article.
#[derive(Clone, Debug)]
pub struct Change {
    /// The fact that covers the words, and so should notice.
    pub fact: Arc<Card>,
    /// What sort of change it is.
    pub sort: Sort,
    /// The words that are changed, in the text of the article.
    pub span: Span,
    /// What is put there.
    pub new: String,
    /// The sentence in which they stand.
    pub sentence: Span,
}

/// What is to be tried on an article.
#[derive(Debug, Default)]
pub struct Plan {
    /// The changes, in order.
    pub changes: Vec<Change>,
    /// What is found wrong in it as it stands.
    pub findings: Vec<Diagnostic>,
    /// Whether it is in another language, so that nothing is tried.
    pub is_foreign: bool,
}

impl Linter<'_> {
    /// What is to be tried on `article`.
    pub fn plan(&self, article: &Article) -> Plan {
        let document = self.document(article);
        if language::foreign(&document.text).is_some() {
            return Plan { is_foreign: true, ..Plan::default() };
        }
        let changes = plan::all(self, &document, &self.judged(&document));
        Plan { changes, findings: loud(self.check(article)), is_foreign: false }
    }

    /// Whether the article with the change in it has a finding that it has not as it stands, and that leads to the
    /// change: on the changed words, or of the fact that covers them, in their sentence.
    pub fn notices(&self, article: &Article, findings: &[Diagnostic], change: &Change) -> bool {
        let (before, after) =
            (article.text.get(..change.span.start()), article.text.get(change.span.end()..));
        let (Some(before), Some(after)) = (before, after) else { return false };
        let text = format!("{before}{}{after}", change.new);
        let changed = Article { text, ..article.clone() };
        let known: Vec<Diagnostic> = findings.iter().filter_map(|one| moved(one, change)).collect();
        let is_known = |one: &Diagnostic| {
            known.iter().any(|known| {
                (known.code, known.field, known.span, &known.fact)
                    == (one.code, one.field, one.span, &one.fact)
            })
        };
        loud(self.check(&changed)).iter().any(|one| leads_to(one, change) && !is_known(one))
    }
}

/// Whether a reader who follows a finding of the changed article comes to what was changed.
fn leads_to(finding: &Diagnostic, change: &Change) -> bool {
    let put = Span::new(change.span.start(), change.span.start() + change.new.len());
    let end = change.sentence.end() - change.span.len() + change.new.len();
    let sentence = Span::new(change.sentence.start(), end);
    let is_of_fact = finding.fact.as_ref().is_some_and(|card| card.id == change.fact.id);
    let is_on = finding.span.overlaps(put) || is_of_fact && finding.span.overlaps(sentence);
    finding.field == Field::Text && is_on
}

/// Findings that a reader is to act on.
fn loud(mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    findings.retain(|finding| finding.severity >= Severity::Warning);
    findings
}

/// A finding of the article as it stands, where it would stand in the changed one; nothing if its own words change.
fn moved(finding: &Diagnostic, change: &Change) -> Option<Diagnostic> {
    let is_apart = finding.field == Field::Title || finding.span.end() <= change.span.start();
    if is_apart {
        return Some(finding.clone());
    }
    let at = finding.span.start().checked_sub(change.span.end())?;
    let start = change.span.start() + change.new.len() + at;
    Some(Diagnostic { span: Span::new(start, start + finding.span.len()), ..finding.clone() })
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::fact::trial;
    use crate::lint::Linter;
    use crate::lint::Options;
    use crate::source::Article;
    use jiff::civil::date;

    const RULES: &str = r#"
        [[entity]]
        id = "league"
        names = ["Harbour League"]

        [[entity]]
        id = "vale"
        names = ["Ana Vale", "Vale"]

        [[fact]]
        id = "clubs"
        says = "The Harbour League has 12 clubs"
        kind = "count"
        subject = "league"
        attribute = ["club"]
        timeline = [
            { value = 13, from = 2020-01-01 },
            { value = 12, from = 2024-01-01 },
        ]

        [[fact]]
        id = "chair"
        says = "Ana Vale chairs the Harbour League"
        kind = "role"
        subject = "league"
        title = ["chair"]
        value = "vale"

        [[fact]]
        id = "boats"
        says = "Vale said what she said"
        kind = "quote"
        speaker = "vale"
        value = "We pay for every boat in the harbour"
    "#;

    /// Checks each change as what stands there, what is put there, and whether it is noticed.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str, bool)]) {
        let loaded = trial::load(&[RULES]);
        assert_eq!(trial::mistakes(&loaded), []);
        let options = Options { default_date: Some(date(2026, 3, 4)), ..Options::undated() };
        let config = Config::default();
        let linter = Linter::new(&loaded.rules, &config, options);
        let article = Article { text: text.to_owned(), ..Article::default() };
        let plan = linter.plan(&article);
        let changes = plan.changes.iter();
        let told: Vec<(&str, &str, bool)> = changes
            .map(|one| (one.span.of(text), one.new.as_str(), linter.notices(&article, &plan.findings, one)))
            .collect();
        assert_eq!(told, expected, "{text}");
    }

    #[test]
    fn a_value_is_changed_and_denied() {
        check("The Harbour League has 12 clubs.", &[("has", "does not have", true), ("12", "11", true)]);
    }

    #[test]
    fn a_value_that_was_true_once_is_not_taken() {
        check("The Harbour League's 12 clubs met.", &[("12", "11", true)]);
    }

    #[test]
    fn persons_and_quoted_words_are_changed() {
        check("Harbour League chair Ana Vale left.", &[("Ana Vale", "Robin Sample", true)]);
        check("“We pay for every boat,” Vale said.", &[("every", "lantern", true)]);
    }

    #[test]
    fn a_finding_elsewhere_does_not_count() {
        use super::Change;
        use super::leads_to;
        use crate::diagnostic::Diagnostic;
        use crate::span::Span;

        let loaded = trial::load(&[RULES]);
        let config = Config::default();
        let linter = Linter::new(&loaded.rules, &config, Options::undated());
        let text = "The Harbour League has 14 clubs. In all the Harbour League has 15 clubs.";
        let found = linter.check(&Article { text: text.to_owned(), ..Article::default() });
        let [first, second] = found.as_slice() else { panic!("{found:?}") };
        let change = |sentence| Change {
            fact: first.fact.clone().unwrap(),
            sort: crate::report::mutation::Sort::Polarity,
            span: Span::new(sentence, sentence + 3),
            new: "The".to_owned(),
            sentence: Span::new(sentence, sentence + 32),
        };
        let leads = |finding: &Diagnostic| [0, 33].map(|at| leads_to(finding, &change(at)));
        assert_eq!([leads(first), leads(second)], [[true, false], [false, true]]);
    }

    #[test]
    fn what_no_fact_covers_stays() {
        check("The museum has 40 rooms.", &[]);
        check("The Harbour League has 14 clubs.", &[]);
    }
}
