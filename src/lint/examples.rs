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

/// Runs the examples of the facts of one file.
pub fn of_file(rules: &Rules, linter: &Linter<'_>, file: usize) -> Vec<Failure> {
    let own = rules.facts.iter().filter(|fact| fact.place.file == file);
    own.flat_map(|fact| of_fact(linter, fact, false)).collect()
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
    let words = words(example, first.field, &[first.span]);
    let message = format!("`accept` must have no finding, but {words} is flagged: {}", first.message);
    Some((example.place, message))
}

fn reject(linter: &Linter<'_>, fact: &Fact, example: &Example) -> Option<(Place, String)> {
    let flagged = flagged(linter, fact, example);
    let of = |field: Field| -> Vec<Span> {
        flagged.iter().filter(|finding| finding.field == field).map(|finding| finding.span).collect()
    };
    let (title, text) = (of(Field::Title), of(Field::Text));
    if (&title, &text) == (&example.marked_title, &example.marked) {
        return None;
    }
    let wanted = both(example, &example.marked_title, &example.marked);
    let message = if flagged.is_empty() {
        format!("`reject` must flag {wanted}, but nothing is flagged")
    } else {
        format!("`reject` must flag {wanted}, but what is flagged is {}", both(example, &title, &text))
    };
    Some((example.place, message))
}

/// This fact's findings at warning or above, in headline and text.
fn flagged(linter: &Linter<'_>, fact: &Fact, example: &Example) -> Vec<Diagnostic> {
    let article = Article {
        text: example.text.clone(),
        title: example.title.clone(),
        date: example.date,
        ..Article::default()
    };
    let mut findings = linter.check(&article);
    findings.retain(|finding| finding.fact_id() == Some(&fact.id) && finding.severity >= Severity::Warning);
    findings
}

/// The words at the spans of a headline and of a text.
fn both(example: &Example, title: &[Span], text: &[Span]) -> String {
    let parts = [words(example, Field::Title, title), words(example, Field::Text, text)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" and ")
}

fn words(example: &Example, field: Field, spans: &[Span]) -> String {
    let (text, place) = match field {
        Field::Text => (example.text.as_str(), ""),
        Field::Title => (example.title.as_deref().unwrap_or_default(), " in the headline"),
    };
    let quoted: Vec<String> = spans.iter().map(|span| format!("“{}”{place}", span.of(text))).collect();
    quoted.join(" and ")
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::fact::trial;
    use crate::lint::Linter;
    use crate::lint::Options;

    const FACT: &str = r#"
        [[fact]]
        id = "league-clubs"
        says = "The Harbour League has 12 clubs"
        kind = "count"
        subject = { names = ["Harbour League"] }
        attribute = ["club"]
        value = 12
    "#;

    /// Runs one example and checks what is said of it.
    #[track_caller]
    fn check(example: &str, expected: &[&str]) {
        let loaded = trial::load(&[&format!("{FACT}{example}")]);
        let config = Config::default();
        let linter = Linter::new(&loaded.rules, &config, Options::undated());
        let failures = super::run(&loaded.rules, &linter, false);
        let messages: Vec<&str> = failures.iter().map(|failure| failure.message.as_str()).collect();
        assert_eq!(messages, expected);
    }

    #[test]
    fn a_headline_is_held_to_its_marks() {
        check("reject = [{ title = 'The Harbour League has «14» clubs', text = 'They met.' }]", &[]);
        check(
            "reject = [{ title = 'The Harbour League has «12» clubs', text = 'They met.' }]",
            &["`reject` must flag “12” in the headline, but nothing is flagged"],
        );
        check(
            "reject = [{ title = 'The Harbour League has 14 clubs', text = 'The Harbour League has «13» clubs.' }]",
            &["`reject` must flag “13”, but what is flagged is “14” in the headline and “13”"],
        );
    }

    #[test]
    fn an_accepted_headline_is_right() {
        check("accept = [{ title = 'The Harbour League has 12 clubs', text = 'They met.' }]", &[]);
        check(
            "accept = [{ title = 'The Harbour League has 14 clubs', text = 'They met.' }]",
            &[
                "`accept` must have no finding, but “14” in the headline is flagged: The Harbour League has 12 clubs; this says “14”",
            ],
        );
    }
}
