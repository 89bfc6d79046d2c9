//! What links a correction to the claim it corrects: the other values of the fact around it.
//!
//! Those are the other claims, and behind a claim also bare values that nothing binds: "Asked again,
//! she said ten." Such an echo is good for evidence only, and only where it is the truth.

use crate::claim::Claim;
use crate::claim::Observed;
use crate::claim::grammar::SAYING;
use crate::context::Context;
use crate::context::Fate;
use crate::context::Source;
use crate::document::Document;
use crate::fact::Rules;
use crate::lint::echo;
use crate::lint::seen::Seen;
use crate::span::Span;
use crate::verdict::compare::Comparison;
use std::ops::Range;

/// The values of a fact around one of its claims.
pub(crate) struct Evidence<'a> {
    /// Those that are true.
    pub(crate) truths: Vec<Span>,
    /// Those that are not.
    pub(crate) rivals: Vec<Span>,
    document: &'a Document<'a>,
    claim: &'a Claim,
    near: &'a [Claim],
}

/// More claims than this on either side are a list, in which nothing is corrected.
const MOST_NEIGHBOURS: usize = 100;
/// How many sentences a correction may stand from what it corrects.
const CORRECTED: usize = 12;

impl<'a> Evidence<'a> {
    /// The evidence about `claim` among all claims of an article, each with how it compares.
    pub(crate) fn about(
        seen: &Seen<'a>,
        rules: &Rules,
        (claim, own): (&'a Claim, Comparison),
        (claims, comparisons): (&'a [Claim], &[Comparison]),
    ) -> Evidence<'a> {
        let range = neighbours(claims, claim);
        let near = &claims[range.clone()];
        let (truths, rivals) = (Vec::new(), Vec::new());
        let mut evidence = Evidence { truths, rivals, document: seen.document, claim, near };
        let of_fact = near.iter().zip(&comparisons[range]).filter(|(other, _)| other.fact == claim.fact);
        for (other, comparison) in of_fact {
            match comparison {
                Comparison::Agrees | Comparison::Imprecise => evidence.truths.push(other.span),
                Comparison::Conflicts | Comparison::Former { .. } => evidence.rivals.push(other.span),
                Comparison::Unknown => {}
            }
        }
        if !matches!(own, Comparison::Agrees | Comparison::Unknown) {
            evidence.truths.retain(|span| *span != claim.span);
            evidence.rivals.push(claim.span);
            evidence.truths.extend(echo::of(seen, rules, claim));
            evidence.truths.sort_unstable();
            evidence.truths.dedup();
            evidence.rivals.sort_unstable();
            evidence.rivals.dedup();
        }
        evidence
    }

    /// The context of the claim, with what became of it only as far as that is meant for it.
    ///
    /// A true value was not taken back unless the article puts another in its place, names it in the
    /// taking back, or has somebody say nothing else and take that back. From another sentence a retraction reaches what somebody said, or a value that
    /// another one stands beside it to replace; where it speaks of another fact, it is meant for that. A
    /// whole statement is only taken back beside another one of its fact.
    pub(crate) fn believed(&self, context: Context) -> Context {
        let is_statement = matches!(self.claim.observed, Observed::Stated(_));
        let is_meant = match context.fate {
            Fate::Retracted if is_statement => self.of_fact().count() > 1,
            Fate::Retracted if self.rivals.is_empty() => {
                is_named(&context, self.claim) || self.is_all_that_was_said(&context)
            }
            Fate::Retracted => self.is_for(&context),
            Fate::Initial => !is_statement || self.is_first_said(&context),
            Fate::Live | Fate::Discarded | Fate::Compared | Fate::Kept => true,
        };
        if is_meant { context } else { Context { fate: Fate::Live, ..context } }
    }

    /// "first said", "at first said": what somebody said, and not what was so at first.
    fn is_first_said(&self, context: &Context) -> bool {
        let text = &*self.document.text;
        let says = |span: Span| {
            let behind = text[span.end()..].split_whitespace().next().unwrap_or("");
            let last = span.of(text).rsplit(' ').next().unwrap_or("");
            [last, behind].iter().any(|word| SAYING.contains(word))
        };
        context.cues.iter().any(|cue| cue.group == "retract.initially" && says(cue.span))
    }

    fn of_fact(&self) -> impl Iterator<Item = &Claim> {
        self.near.iter().filter(|other| other.fact == self.claim.fact)
    }

    /// "The firm said revenue was $4 billion. On Monday it withdrew that figure": what else was withdrawn?
    fn is_all_that_was_said(&self, context: &Context) -> bool {
        let is_act = context.cues.first().is_some_and(|cue| {
            let sentence = self.document.sentence_at(cue.span.start());
            cue.group == "retract.act" && sentence <= self.claim.sentence + 1
        });
        let is_alone = self.near.iter().all(|other| {
            other.fact == self.claim.fact || !(0..=1).contains(&other.sentence.abs_diff(self.claim.sentence))
        });
        is_act && is_alone && context.source != Source::Author
    }

    /// Whether a retraction in another sentence is one of the claim.
    fn is_for(&self, context: &Context) -> bool {
        let at = |span: Span| self.document.sentence_at(span.start());
        let mut cues = context.cues.iter().map(|cue| at(cue.span));
        let Some(sentence) = cues.find(|at| *at != self.claim.sentence) else { return true };
        let is_linked = self.truths.iter().chain(&self.rivals).any(|span| at(*span) == sentence);
        let is_of_other = self.near.iter().any(|other| other.sentence == sentence);
        is_linked || context.source != Source::Author && !is_of_other
    }
}

/// "withdrew its statement that the Pact has 32 members": the taking back stands before the claim.
fn is_named(context: &Context, claim: &Claim) -> bool {
    let is_ahead = |span: Span| span.end() <= claim.span.start();
    context.cues.first().is_some_and(|cue| cue.group == "retract.ahead" && is_ahead(cue.span))
}

/// The claims near enough to `claim` to be evidence for its correction; claims are in order.
fn neighbours(claims: &[Claim], claim: &Claim) -> Range<usize> {
    let own = claims.partition_point(|other| (other.span, other.fact) < (claim.span, claim.fact));
    let first = claims.partition_point(|other| other.sentence + CORRECTED < claim.sentence);
    let end = claims.partition_point(|other| other.sentence <= claim.sentence + CORRECTED);
    let end = end.min(own + MOST_NEIGHBOURS);
    first.max(own.saturating_sub(MOST_NEIGHBOURS)).min(end)..end
}
