//! What else an article says that bears on a claim: other claims near it, and the dates of its sentence.

use crate::claim::Claim;
use crate::claim::Observed;
use crate::context::Context;
use crate::context::Fate;
use crate::context::Source;
use crate::document::Document;
use crate::span::Span;
use crate::value::Amount;
use crate::value::date::Period;
use std::ops::Range;

/// More claims than this on either side are a list, in which nothing is corrected.
const MOST_NEIGHBOURS: usize = 100;
/// How many sentences a correction may stand from what it corrects.
const CORRECTED: usize = 12;

/// The claims near enough to `claim` to be evidence for its correction; claims are in order.
pub(super) fn neighbours(claims: &[Claim], claim: &Claim) -> Range<usize> {
    let own = claims.partition_point(|other| (other.span, other.fact) < (claim.span, claim.fact));
    let first = claims.partition_point(|other| other.sentence + CORRECTED < claim.sentence);
    let end = claims.partition_point(|other| other.sentence <= claim.sentence + CORRECTED);
    let end = end.min(own + MOST_NEIGHBOURS);
    first.max(own.saturating_sub(MOST_NEIGHBOURS)).min(end)..end
}

/// What became of a claim, as far as that is meant for it.
///
/// A true value was not taken back unless the article puts another in its place. From another sentence
/// a retraction reaches what somebody said, or a value that another one stands beside it to replace;
/// where it speaks of another fact, it is meant for that. A whole statement is only taken back beside
/// another one of its fact.
pub(super) fn believed(
    context: Context,
    document: &Document<'_>,
    claim: &Claim,
    near: &[Claim],
    rivals: &[Span],
) -> Context {
    let is_statement = matches!(claim.observed, Observed::Stated(_));
    let is_meant = match context.fate {
        Fate::Retracted if is_statement => near.iter().filter(|other| other.fact == claim.fact).count() > 1,
        Fate::Retracted => !rivals.is_empty() && is_for(&context, document, claim, near),
        Fate::Initial => !is_statement,
        Fate::Live | Fate::Discarded | Fate::Compared | Fate::Kept => true,
    };
    if is_meant { context } else { Context { fate: Fate::Live, ..context } }
}

/// Whether a retraction in another sentence is one of the claim.
fn is_for(context: &Context, document: &Document<'_>, claim: &Claim, near: &[Claim]) -> bool {
    let cues = context.cues.iter().map(|cue| document.sentence_at(cue.span.start()));
    let Some(sentence) = cues.into_iter().find(|at| *at != claim.sentence) else { return true };
    let there = || near.iter().filter(|other| other.sentence == sentence);
    let is_linked = there().any(|other| other.fact == claim.fact);
    is_linked || context.source != Source::Author && there().next().is_none()
}

/// The dates of a sentence, each with its likeliest reading, but for those in `words`.
pub(super) fn dates_around(document: &Document<'_>, sentence: usize, words: Span) -> Vec<(Span, Period)> {
    let Some(sentence) = document.sentences().get(sentence) else { return Vec::new() };
    let values = document.values(sentence).iter();
    let outside = values.filter(|value| !value.full.overlaps(words));
    let likeliest = |amount: &Amount| match amount {
        Amount::Dates(candidates) => candidates.first().copied(),
        _ => None,
    };
    outside.filter_map(|value| Some((value.full, likeliest(&value.amount)?))).collect()
}
