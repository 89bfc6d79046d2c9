//! Whether each fact's own sentence agrees with it.

use crate::fact::Fact;
use crate::fact::Kind;
use crate::fact::Rules;
use crate::fact::mistake::Mistake;
use crate::lint::Linter;
use crate::severity::Severity;
use crate::source::Article;
use crate::span::Span;
use crate::token;
use crate::value::glance;

/// Words that may turn a sentence round, so that the right number in it is no proof.
const TURNING: &[&str] = &["not", "never", "nor", "neither", "without", "cannot", "false", "wrong"];

/// The facts whose `says` their own value contradicts, as the linter that `linter` makes reads them.
///
/// Most are seen to agree without one, so that it is only made where it is needed.
pub fn mistakes<'r>(rules: &'r Rules, linter: impl FnOnce() -> Linter<'r>) -> Vec<Mistake> {
    let doubtful: Vec<&Fact> = rules.facts.iter().filter(|fact| !agrees(fact)).collect();
    if doubtful.is_empty() {
        return Vec::new();
    }
    let linter = linter();
    doubtful.into_iter().filter_map(|fact| mistake(fact, &linter)).collect()
}

/// Whether a sentence holds the fact's own number and no other: the cheap question.
fn agrees(fact: &Fact) -> bool {
    let Kind::Count(truth) = &fact.kind else { return false };
    let number = glance::lone_number(&fact.says);
    number.is_some_and(|number| truth.at(None).iter().any(|entry| entry.value == number))
        && !is_turned(&fact.says)
}

fn is_turned(says: &str) -> bool {
    let tokens = token::split(says, Span::new(0, says.len()));
    tokens.iter().any(|token| token.is_any(says, TURNING) || token.span.of(says).ends_with("n't"))
}

fn mistake(fact: &Fact, linter: &Linter<'_>) -> Option<Mistake> {
    let article = Article { text: fact.says.clone(), ..Article::default() };
    let is_own = |id: &str| id == fact.id;
    let own = linter.check(&article).into_iter().find(|finding| {
        finding.severity >= Severity::Warning && finding.fact.as_ref().is_some_and(|card| is_own(&card.id))
    })?;
    let found = own.span.of(&fact.says);
    let message = format!("`says` of `{}` does not agree with its own value: it reads “{found}”", fact.id);
    let help =
        own.expected.map(|value| format!("the value is {value}; write the sentence or the value anew"));
    Some(Mistake { help, ..Mistake::error(fact.says_place, message) })
}
