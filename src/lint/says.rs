//! Whether each fact's own sentence agrees with it.

use crate::fact::Rules;
use crate::fact::mistake::Mistake;
use crate::lint::Linter;
use crate::severity::Severity;
use crate::source::Article;

/// The facts whose `says` their own value contradicts.
pub fn mistakes(rules: &Rules, linter: &Linter<'_>) -> Vec<Mistake> {
    let wrong = rules.facts.iter().filter_map(|fact| {
        let article = Article { text: fact.says.clone(), ..Article::default() };
        let findings = linter.check(&article);
        let own = findings.into_iter().find(|finding| {
            finding.severity >= Severity::Warning
                && finding.fact.as_ref().is_some_and(|card| card.id == fact.id)
        })?;
        let found = own.span.of(&fact.says);
        let message =
            format!("`says` of `{}` does not agree with its own value: it reads “{found}”", fact.id);
        let expected =
            own.expected.map(|value| format!("the value is {value}; write the sentence or the value anew"));
        Some(Mistake { help: expected, ..Mistake::error(fact.says_place, message) })
    });
    wrong.collect()
}
