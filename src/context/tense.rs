//! The tense of the verb that a claim belongs to.

use crate::context::Cue;
use crate::context::Source;
use crate::context::Tense;
use crate::context::Time;
use crate::context::class::Class;
use crate::context::group::Stop;
use crate::context::scope::View;
use crate::fact::Nature;

/// The name of the rule that a plain past tense may tell of an earlier value.
pub const PAST_TENSE: &str = "tense.past";

/// A state told in the past by the article itself; reported speech shifts its tense back.
pub fn read(view: &View<'_>, source: Source, cues: &mut Vec<Cue>) -> Time {
    let is_off = view.lexicon.is_off(PAST_TENSE);
    if is_off || view.site.nature != Nature::State || source != Source::Author || view.form.is_attributive() {
        return Time::Now;
    }
    match verb(view).filter(|&at| view.is(at, Class::PastState)) {
        Some(at) => {
            cues.push(Cue { group: PAST_TENSE.to_owned(), span: view.outline.words[at].span });
            Time::PastTense
        }
        None => Time::Now,
    }
}

/// How far from a claim its verb may stand.
pub const VERB: usize = 10;

/// The verb before the claim; for a name without one, the verb after it.
fn verb(view: &View<'_>) -> Option<usize> {
    let is_open = |at: &usize| view.outline.marks.get(*at).is_some_and(|marks| !marks.is_hard());
    let is_verb = |at: &usize| view.outline.marks[*at].is(Stop::Verb);
    let before = view.claim.start.saturating_sub(VERB)..view.claim.start;
    let is_name = view.outline.words.get(view.claim.start).is_some_and(|word| word.is_capitalised);
    let after = view.claim.end..view.claim.end + VERB;
    let after = after.take_while(is_open).find(is_verb).filter(|_| is_name);
    before.rev().take_while(is_open).find(is_verb).or(after)
}

/// The tense of the verb of the claim.
pub fn of(view: &View<'_>) -> Tense {
    match nearest(view).filter(|_| !view.form.is_attributive()) {
        Some(at) if is_present(view, at) => Tense::Present,
        Some(_) => Tense::Past,
        None => Tense::Open,
    }
}

/// The verb before the claim, or for a name the one after it; "opened" is one too.
fn nearest(view: &View<'_>) -> Option<usize> {
    let words = &view.outline.words;
    let is_open = |at: &usize| view.outline.marks.get(*at).is_some_and(|marks| !marks.is_hard());
    let is_verb = |at: &usize| view.outline.marks[*at].is(Stop::Verb) || is_regular(view, *at);
    let is_name = words.get(view.claim.start).is_some_and(|word| word.is_capitalised);
    let before = view.claim.start.saturating_sub(VERB)..view.claim.start;
    let after = view.claim.end..view.claim.end + VERB;
    let after = after.take_while(is_open).find(is_verb).filter(|_| is_name);
    before.rev().take_while(is_open).find(is_verb).or(after)
}

/// "opened", "carried".
fn is_regular(view: &View<'_>, at: usize) -> bool {
    view.outline
        .words
        .get(at)
        .is_some_and(|word| word.span.len() > 4 && view.slice(word.span).ends_with("ed"))
}

/// "opened", "had", "rose", "began".
pub fn is_past(view: &View<'_>, at: usize) -> bool {
    let is_known = |class| view.outline.words.get(at).is_some() && view.is(at, class);
    is_regular(view, at) || [Class::PastState, Class::ChangeVerb, Class::Founding].into_iter().any(is_known)
}

/// "has", "are", "stands".
fn is_present(view: &View<'_>, at: usize) -> bool {
    let word = view.outline.words[at];
    let is_plural = view.lexicon.is_any(word, &["are", "have", "do", "am", "'re", "'ve"]);
    let is_past = view.lexicon.is_any(word, &["was"]);
    is_plural || !is_past && view.slice(word.span).ends_with('s')
}
