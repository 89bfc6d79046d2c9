//! What a change began from: "up from 31", "grew from 10 members in 1995".

use crate::context::Cue;
use crate::context::Time;
use crate::context::automaton::Hit;
use crate::context::class::Class;
use crate::context::scope::View;
use crate::context::tense::VERB;
use crate::span::Span;

/// "from 11 to «13»": the claim is what the change led to.
pub fn leads_on(view: &View<'_>, hit: &Hit) -> bool {
    let between = hit.end..view.claim.start.max(hit.end);
    between.into_iter().any(|at| view.lexicon.is_any(view.outline.words[at], &["to"]))
}

/// What a change began from: the value just before, or any earlier one where the change took its time or
/// has a date of its own.
pub fn began(view: &View<'_>, hit: &Hit, cues: &mut Vec<Cue>) -> Time {
    cues.push(view.cue(hit));
    let is_name = view.outline.words[view.claim.start].is_capitalised;
    if let Some((_, period)) = view.site.dates.iter().find(|(span, _)| is_right_behind(view, *span)) {
        return Time::During(*period);
    }
    let is_dated = view.site.dates.iter().any(|(span, _)| !span.overlaps(view.site.claim));
    let is_long = is_dated || is_gradual(view);
    if is_long && !is_name { Time::Past } else { Time::Previous }
}

/// "from 10 members in 1995".
fn is_right_behind(view: &View<'_>, date: Span) -> bool {
    let first = view.outline.words_of(date).start;
    (view.claim.end..=view.claim.end + 2).contains(&first)
}

/// "has grown from 10 members to 14".
fn is_gradual(view: &View<'_>) -> bool {
    let before = view.claim.start.saturating_sub(VERB)..view.claim.start;
    before.into_iter().any(|at| {
        let words = &view.outline.words;
        let has = view.lexicon.is_any(words[at], &["has", "have", "having", "'ve"]);
        let is_perfect = has && words.get(at + 1).is_some_and(|_| view.is(at + 1, Class::ChangeVerb));
        is_perfect || view.lexicon.is_any(words[at], &["under", "during", "over", "since"])
    })
}
