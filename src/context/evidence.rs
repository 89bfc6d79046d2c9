//! What links a correction to the claim it corrects.
//!
//! Another value of the same fact beside it, a word for what was said ("the remark"), or a speech verb.

use crate::context::automaton::Hit;
use crate::context::class::Class;
use crate::context::group::Effect;
use crate::context::group::Needs;
use crate::context::outline::Outline;
use crate::context::scope::View;
use crate::effort;
use crate::span::Span;
use crate::token::Kind;

/// Whether `hit` in `outline` has what its group needs to take back a claim that somebody said, or that
/// the article itself states.
pub fn suffices(view: &View<'_>, outline: &Outline, hit: &Hit, is_said: bool) -> bool {
    let needs = view.group(hit).map_or(Needs::Nothing, |group| group.needs);
    let linked = has_value_after(view, outline, hit);
    match needs {
        Needs::Unsaid => true,
        Needs::Nothing | Needs::Report | Needs::Notice | Needs::Change => linked || is_said,
        Needs::Value => linked || is_initial(view),
        Needs::Link => linked || is_said && is_spoken(view, outline, hit),
        Needs::Object => linked || has_object(view, outline, hit),
    }
}

/// How far from a correction its speech verb may stand.
const SPEECH: usize = 15;

/// "…, his office said" about a correction, or "at first" before the claim.
fn is_spoken(view: &View<'_>, outline: &Outline, hit: &Hit) -> bool {
    let near = hit.first.saturating_sub(SPEECH)..(hit.end + SPEECH / 2).min(outline.words.len());
    let speaks = near.into_iter().any(|at| outline.is(view.lexicon, at, Class::Speech));
    speaks || is_initial(view)
}

fn is_initial(view: &View<'_>) -> bool {
    view.first(&[Effect::Initial]).is_some()
}

/// Whether another value of the fact follows the cue in its sentence.
fn has_value_after(view: &View<'_>, outline: &Outline, hit: &Hit) -> bool {
    let from = outline.span_of(hit.first..hit.end).start();
    let end = outline.words.last().map_or(from, |word| word.span.end());
    others(view).any(|span| from <= span.start() && span.end() <= end)
}

/// The values of the fact that can replace the claim: for a true one the false, for a false one any.
pub fn others<'v>(view: &View<'v>) -> impl Iterator<Item = Span> + use<'v> {
    let site = view.site;
    let own = view.slice(site.claim);
    let is_true = site.truths.contains(&site.claim);
    let document = view.document;
    let truths = site.truths.iter().filter(move |_| !is_true);
    let all = truths.chain(site.rivals).copied().inspect(|_| effort::spend(1));
    all.filter(move |span| !document.slice(*span).eq_ignore_ascii_case(own))
}

/// How far from a correcting verb its object may stand.
const OBJECT: usize = 5;

/// Whether the correcting verb has a word for what was said as its object, and no topic of its own.
pub fn has_object(view: &View<'_>, outline: &Outline, hit: &Hit) -> bool {
    let after = hit.first..(hit.end + OBJECT).min(outline.words.len());
    let mut open = after.take_while(|&at| at < hit.end || !outline.marks[at].is_hard());
    let object = open.find(|&at| outline.is(view.lexicon, at, Class::Object));
    object.is_some_and(|object| is_whole(view, outline, hit, object)) || is_passive(view, outline, hit)
}

/// "the post has since been corrected".
fn is_passive(view: &View<'_>, outline: &Outline, hit: &Hit) -> bool {
    let mut before = hit.first.saturating_sub(OBJECT)..hit.first;
    let is_be = before.clone().any(|at| outline.is(view.lexicon, at, Class::Be));
    let object = before.find(|&at| outline.is(view.lexicon, at, Class::Object));
    is_be && object.is_some_and(|at| at > 0 && is_plain(view, outline, at - 1))
}

fn is_whole(view: &View<'_>, outline: &Outline, hit: &Hit, object: usize) -> bool {
    let before = object.checked_sub(1);
    let plain = object < hit.end || before.is_some_and(|at| at < hit.end || is_plain(view, outline, at));
    // In "adjust the imports of an article" the article is no object.
    let is_direct =
        !(hit.end..object).any(|at| view.lexicon.is_any(outline.words[at], &["of", "to", "for", "in", "on"]));
    plain && is_direct && !has_topic(view, outline, object)
}

/// "the record on its budget", but not "himself on Tuesday".
fn has_topic(view: &View<'_>, outline: &Outline, object: usize) -> bool {
    let Some(next) = outline.words.get(object + 1) else { return false };
    let is_day = outline.words.get(object + 2).is_some_and(|word| word.is_capitalised);
    view.lexicon.is_any(*next, &["of", "about", "for", "over"])
        || !is_day && view.lexicon.is_any(*next, &["on"])
}

/// "the figure", "that number": whether the word `at` speaks of a value again.
pub fn is_figure(view: &View<'_>, outline: &Outline, at: usize) -> bool {
    outline.is(view.lexicon, at, Class::Figure) && at > 0 && is_plain(view, outline, at - 1)
}

/// Whether the word before an object leaves it without a topic: "the report", not "the safety report".
fn is_plain(view: &View<'_>, outline: &Outline, at: usize) -> bool {
    outline.words[at].kind == Kind::Possessive
        || outline.is(view.lexicon, at, Class::Determiner)
        || outline.is(view.lexicon, at, Class::Prior)
}
