//! Finds the true value that stands in one sentence with a wrong one.

use crate::claim::Claim;
use crate::document::Document;
use crate::fact::FactId;
use crate::lint::Judged;
use crate::severity::Severity;
use crate::span::Span;
use crate::verdict::Verdict;
use crate::verdict::beside::TruthBeside;
use std::collections::HashMap;

/// Makes notes of the findings that the setting lowers, and remembers the truth beside each.
pub(crate) fn settle(setting: TruthBeside, document: &Document<'_>, judged: &mut [Judged]) {
    if setting == TruthBeside::Off {
        return;
    }
    let truths = truths(judged);
    for one in judged {
        let Some(severity) = one.judgement.severity else { continue };
        if let Some(truth) = truths.get(&place(&one.claim))
            && !one.claim.observed.is_of_words()
            && !is_choice(document, one.claim.span, *truth)
            && setting.lowers(severity, &one.context)
        {
            one.judgement.severity = Some(Severity::Info);
            one.truth_beside = Some(*truth);
        }
    }
}

/// "32 or 31 members": who leaves the choice does not know better.
fn is_choice(document: &Document<'_>, one: Span, other: Span) -> bool {
    let (first, second) = (one.min(other), one.max(other));
    first.end() <= second.start()
        && document.slice(Span::new(first.end(), second.start())).trim().eq_ignore_ascii_case("or")
}

/// The first true value that each sentence asserts of each fact.
fn truths(judged: &[Judged]) -> HashMap<(usize, FactId), Span> {
    let mut truths = HashMap::new();
    for one in judged.iter().filter(|one| one.judgement.verdict == Verdict::Agrees) {
        truths.entry(place(&one.claim)).or_insert(one.claim.span);
    }
    truths
}

fn place(claim: &Claim) -> (usize, FactId) {
    (claim.sentence, claim.fact)
}
