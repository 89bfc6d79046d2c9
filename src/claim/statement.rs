//! Claims that are whole sentences: what the patterns of a `statement` fact match.

use crate::claim::Binding;
use crate::claim::Claim;
use crate::claim::Extent;
use crate::claim::Observed;
use crate::claim::binding::Tie;
use crate::claim::memory::Memory;
use crate::document::Document;
use crate::fact::FactId;
use crate::fact::Kind;
use crate::fact::Rules;
use crate::span::Span;
use regex::Captures;

/// The `statement` facts that judge.
pub fn facts(rules: &Rules) -> Vec<FactId> {
    let all = (0..).map(FactId).zip(&rules.facts);
    let judging = all.filter(|(_, fact)| {
        matches!(fact.kind, Kind::Statement { .. }) && !fact.draft && fact.severity.is_some()
    });
    judging.map(|(id, _)| id).collect()
}

/// Finds what an article says of `statement` facts whose subjects it names.
pub fn find(
    rules: &Rules,
    facts: &[FactId],
    document: &Document<'_>,
    memory: &Memory<'_>,
    claims: &mut Vec<Claim>,
) {
    for id in facts {
        let fact = &rules.facts[id.0 as usize];
        let Kind::Statement { patterns, .. } = &fact.kind else { continue };
        if !fact.subjects.iter().all(|subject| memory.is_named(*subject)) {
            continue;
        }
        for pattern in patterns {
            claims.extend(
                pattern.captures_iter(&document.text).filter_map(|found| claim(document, *id, &found)),
            );
        }
    }
}

fn claim(document: &Document<'_>, fact: FactId, found: &Captures<'_>) -> Option<Claim> {
    let whole = found.get(0)?;
    let span = Span::new(whole.start(), whole.end());
    let sentence = document.sentence_at(span.start());
    let is_inside = document.sentences().get(sentence)?.span.contains(span);
    (is_inside && !span.is_empty()).then(|| Claim {
        fact,
        span,
        sentence,
        subject: None,
        observed: Observed::Stated(found.name("value").map(|value| value.as_str().to_owned())),
        binding: Binding::Certain(Tie::Phrase),
        extent: Extent::Whole,
        form: None,
    })
}
