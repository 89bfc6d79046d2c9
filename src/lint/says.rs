//! Whether each fact's own sentence agrees with it.

use crate::claim::Claim;
use crate::claim::Finder;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::fact::Fact;
use crate::fact::FactId;
use crate::fact::Kind;
use crate::fact::Rules;
use crate::fact::mistake::Mistake;
use crate::lint::Linter;
use crate::severity::Severity;
use crate::source::Article;
use crate::value::glance;
use crate::verdict::compare;
use crate::verdict::compare::Comparison;
use crate::verdict::moment::Moment;
use memchr::memmem;

/// Words that may turn a sentence round, so that the right number in it is no proof.
const TURNING: &[&str] = &[
    "not", "never", "no", "nor", "neither", "without", "cannot", "false", "wrong", "denied", "denies",
    "deny", "refused", "rejected", "failed", "longer",
];

/// The facts whose `says` their own value contradicts, as the linter that `linter` makes reads them.
///
/// Nearly all are seen to agree without it, so that it is only made where a sentence looks wrong.
pub fn mistakes<'r>(rules: &'r Rules, linter: impl FnOnce() -> Linter<'r>) -> Vec<Mistake> {
    let doubtful: Vec<FactId> =
        rules.numbered_facts().filter(|(_, fact)| !agrees(rules, fact)).map(|(id, _)| id).collect();
    let suspects = if doubtful.is_empty() { Vec::new() } else { suspects(rules, &doubtful) };
    if suspects.is_empty() {
        return Vec::new();
    }
    let linter = linter();
    suspects.into_iter().filter_map(|fact| mistake(rules.fact(fact), &linter)).collect()
}

/// Those of some facts whose sentence claims another value, however it is said.
fn suspects(rules: &Rules, facts: &[FactId]) -> Vec<FactId> {
    let texts: Vec<&str> = facts.iter().map(|fact| rules.fact(*fact).says.as_str()).collect();
    let finder = Finder::for_texts(rules, facts, &texts);
    let is_suspect = |id: &FactId| {
        let fact = rules.fact(*id);
        let document = Document::plain(&fact.says, None);
        let compare = |claim: &Claim| compare::at(fact, claim, Moment::Day(None));
        let found = finder.find(&document).claims;
        let mut own = found.iter().filter(|claim| claim.fact == *id);
        let agrees = |comparison| matches!(comparison, Comparison::Agrees | Comparison::Unknown);
        is_turned(&fact.says) || own.any(|claim| !agrees(compare(claim)))
    };
    facts.iter().copied().filter(is_suspect).collect()
}

/// Whether a sentence holds the fact's own number and no other: the cheap question.
fn agrees(rules: &Rules, fact: &Fact) -> bool {
    let Kind::Count(truth) = &fact.kind else { return false };
    let mut names = fact.subjects.iter().flat_map(|subject| &rules.entity(*subject).names);
    // "Seven Oaks has 31 members" names one number only.
    let rest = names.find_map(|name| {
        let at = memmem::find(fact.says.as_bytes(), name.as_bytes())?;
        Some((&fact.says[..at], &fact.says[at + name.len()..]))
    });
    let number = match rest {
        Some((before, after)) if !glance::has_number(before) => glance::lone_number(after),
        _ => glance::lone_number(&fact.says),
    };
    number.is_some_and(|number| truth.at(None).iter().any(|entry| entry.value == number))
        && !is_turned(&fact.says)
}

fn is_turned(says: &str) -> bool {
    says.split([' ', ',']).any(|word| TURNING.contains(&word) || word.ends_with("n't"))
}

fn mistake(fact: &Fact, linter: &Linter<'_>) -> Option<Mistake> {
    let article = Article { text: fact.says.clone(), ..Article::default() };
    let is_own =
        |finding: &Diagnostic| finding.severity >= Severity::Warning && finding.fact_id() == Some(&fact.id);
    let own = linter.check(&article).into_iter().find(is_own)?;
    let found = own.span.of(&fact.says);
    let message = format!("`says` of `{}` does not agree with its own value: it reads “{found}”", fact.id);
    let help =
        own.expected.map(|value| format!("the value is {value}; write the sentence or the value anew"));
    Some(Mistake { help, ..Mistake::error(fact.says_place, message) })
}
