//! What the subject of a fact says of itself: "Harbour Foods reported a rise in sales", "according to the Tide Poll".
//!
//! A firm that reports its own sales, a league that lists its clubs and a poll that finds what the fact is of are no
//! third party: what is said so is the fact itself.

use crate::context::automaton::Hit;
use crate::context::class::Class;
use crate::context::scope::View;
use crate::token::Kind;

/// Verbs by which somebody tells figures of its own, with the figure for an object.
const REPORTING: &[&str] = &["reported", "reports", "reporting", "lists", "listed", "listing"];
/// Nouns for what is only there to be read.
const MOUTHPIECES: &[&str] =
    &["poll", "survey", "census", "index", "barometer", "register", "yearbook", "almanac"];

/// Whether a speech verb has the subject of the fact for its speaker, which says it of itself.
pub fn is_own(view: &View<'_>, hit: &Hit) -> bool {
    let Some(subject) = view.site.subject else { return false };
    let words = view.outline.words_of(subject);
    let speaks = words.end == hit.first;
    let is_behind = words.start >= hit.end && words.start <= hit.end + 1;
    let is_cited = is_behind && (hit.end..words.start).all(|at| view.is(at, Class::Determiner));
    let last = view.slice(subject).rsplit(' ').next().unwrap_or_default().to_lowercase();
    let is_mouthpiece = MOUTHPIECES.contains(&last.as_str());
    is_mouthpiece && (speaks || is_cited) || speaks && is_report(view, hit)
}

/// "reported a rise", "lists 33 clubs": not "reported that".
fn is_report(view: &View<'_>, hit: &Hit) -> bool {
    let verb = view.outline.span_of(hit.first..hit.end);
    let is_figure = view.is(hit.end, Class::Determiner)
        || view.is(hit.end, Class::Number)
        || view.outline.words.get(hit.end).is_some_and(|word| word.kind == Kind::Number);
    is_figure && REPORTING.contains(&view.slice(verb).to_lowercase().as_str())
}
