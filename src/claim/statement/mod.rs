//! Claims that are whole sentences: what the patterns of a `statement` fact match.

mod doer;

use crate::claim::Claim;
use crate::claim::Observed;
use crate::claim::memory::Memory;
use crate::context::Form;
use crate::document::Document;
use crate::fact::Fact;
use crate::fact::FactId;
use crate::fact::Kind;
use crate::fact::Required;
use crate::fact::Rules;
use crate::span::Span;
use regex::Match;
use regex::Regex;

/// The group of a pattern that is compared with the fact's value.
const VALUE: &str = "value";

/// The `statement` facts that judge.
pub fn facts(rules: &Rules) -> Vec<FactId> {
    let all = rules.numbered_facts();
    let judging = all.filter(|(_, fact)| matches!(fact.kind, Kind::Statement { .. }) && fact.judges());
    judging.map(|(id, _)| id).collect()
}

/// Finds what an article says of `statement` facts that speak of whom it names.
pub fn find(
    rules: &Rules,
    facts: &[FactId],
    document: &Document<'_>,
    memory: &Memory<'_>,
    claims: &mut Vec<Claim>,
) {
    for id in facts {
        let fact = rules.fact(*id);
        let Kind::Statement { patterns, .. } = &fact.kind else { continue };
        if is_spoken_of(fact, memory) {
            let found = patterns.iter().flat_map(|pattern| matches(document, *id, pattern));
            claims.extend(found.filter(|claim| !doer::is_another(rules, fact, document, claim)));
        }
    }
}

/// Whether an article names all whom a fact is about or requires: the cheap question, before any pattern.
fn is_spoken_of(fact: &Fact, memory: &Memory<'_>) -> bool {
    let required = fact.requires.iter().filter_map(|required| match required {
        Required::Entity(entity) => Some(entity),
        Required::Word(_) => None,
    });
    fact.subjects.iter().chain(required).all(|entity| memory.is_named(*entity))
}

/// The matches of a pattern; its groups are only looked for where it has one, because that is dear.
fn matches(document: &Document<'_>, fact: FactId, pattern: &Regex) -> Vec<Claim> {
    let has_value = pattern.capture_names().flatten().any(|name| name == VALUE);
    let found = pattern.find_iter(&document.text).filter_map(|found| {
        let groups = if has_value { pattern.captures_at(&document.text, found.start()) } else { None };
        let value = groups.and_then(|groups| groups.name(VALUE).map(|value| value.as_str().to_owned()));
        claim(document, fact, found, value)
    });
    found.collect()
}

fn claim(document: &Document<'_>, fact: FactId, found: Match<'_>, value: Option<String>) -> Option<Claim> {
    let span = Span::new(found.start(), found.end());
    let sentence = document.sentence_at(span.start());
    let is_inside = document.sentences().get(sentence)?.span.contains(span);
    // A clause is told, however it begins: "the fire was arson".
    let form = Some(Form::Predicative);
    let claim = Claim { form, ..Claim::plain(fact, span, document, Observed::Stated(value)) };
    (is_inside && !span.is_empty()).then_some(claim)
}
