//! The facts' own examples, each run as an article of its own.

use crate::diagnostic::Diagnostic;
use crate::document::map::Field;
use crate::fact::Example;
use crate::fact::Fact;
use crate::fact::Place;
use crate::fact::Rules;
use crate::lint::Linter;
use crate::severity::Severity;
use crate::source::Article;
use crate::span::Span;

/// An example that did not come out as it should.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The fact.
    pub fact: String,
    /// Where the example stands.
    pub place: Place,
    /// What went wrong.
    pub message: String,
}

/// Runs the examples of all facts; with `require`, a fact without both sides fails too.
pub fn run(rules: &Rules, linter: &Linter<'_>, require: bool) -> Vec<Failure> {
    rules.facts.iter().flat_map(|fact| of_fact(linter, fact, require)).collect()
}

fn of_fact(linter: &Linter<'_>, fact: &Fact, require: bool) -> Vec<Failure> {
    let fails = |place: Place, message: String| Failure { fact: fact.id.clone(), place, message };
    let accepted = fact.accept.iter().filter_map(|example| accept(linter, fact, example));
    let rejected = fact.reject.iter().filter_map(|example| reject(linter, fact, example));
    let mut failures: Vec<Failure> =
        accepted.chain(rejected).map(|(place, message)| fails(place, message)).collect();
    if require && (fact.accept.is_empty() || fact.reject.is_empty()) {
        let message = "needs at least one `accept` and one `reject` example".to_owned();
        failures.push(fails(fact.place, message));
    }
    failures
}

fn accept(linter: &Linter<'_>, fact: &Fact, example: &Example) -> Option<(Place, String)> {
    let flagged = flagged(linter, fact, example);
    let first = flagged.first()?;
    let message = format!(
        "`accept` must have no finding, but “{}” is flagged: {}",
        first.span.of(&example.text),
        first.message
    );
    Some((example.place, message))
}

fn reject(linter: &Linter<'_>, fact: &Fact, example: &Example) -> Option<(Place, String)> {
    let flagged = flagged(linter, fact, example);
    let spans: Vec<Span> = flagged.iter().map(|finding| finding.span).collect();
    if spans == example.marked {
        return None;
    }
    let wanted = words(&example.text, &example.marked);
    let message = if spans.is_empty() {
        format!("`reject` must flag {wanted}, but nothing is flagged")
    } else {
        format!("`reject` must flag {wanted}, but what is flagged is {}", words(&example.text, &spans))
    };
    Some((example.place, message))
}

/// This fact's findings at warning or above.
fn flagged(linter: &Linter<'_>, fact: &Fact, example: &Example) -> Vec<Diagnostic> {
    let article = Article {
        text: example.text.clone(),
        title: example.title.clone(),
        date: example.date,
        ..Article::default()
    };
    let mut findings = linter.check(&article);
    findings.retain(|finding| {
        let is_own = finding.fact.as_ref().is_some_and(|card| card.id == fact.id);
        is_own && finding.severity >= Severity::Warning && finding.field == Field::Text
    });
    findings
}

fn words(text: &str, spans: &[Span]) -> String {
    let quoted: Vec<String> = spans.iter().map(|span| format!("“{}”", span.of(text))).collect();
    quoted.join(" and ")
}
