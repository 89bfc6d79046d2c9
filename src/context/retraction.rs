//! Retractions: "X said A. A spokesman later said he had misspoken."
//!
//! A retraction is believed when it is unmistakable, or when something links it to the claim: another
//! value of the same fact beside it, a word for what was said ("the remark"), or "initially" before
//! the claim.

use crate::context::Cue;
use crate::context::automaton::Hit;
use crate::context::class::Class;
use crate::context::group::Claims;
use crate::context::group::Effect;
use crate::context::group::Group;
use crate::context::group::Needs;
use crate::context::outline::Outline;
use crate::context::reading::Reading;
use crate::context::scope::View;
use crate::span::Span;
use crate::token::Kind;

/// The cues that take the claim back, where something does.
pub fn find(view: &View<'_>, reading: &Reading<'_>) -> Option<Vec<Cue>> {
    notice(view)
        .or_else(|| same_sentence(view))
        .or_else(|| following(view, reading))
        .or_else(|| replaced(view, reading))
}

/// A correction notice names what was wrong in the sentence that opens it.
fn notice(view: &View<'_>) -> Option<Vec<Cue>> {
    let is_notice = |hit: &&Hit| view.group(hit).is_some_and(|group| group.effect == Effect::Notice);
    let hit = view.near().filter(is_notice).find(|hit| hit.end <= view.claim.start)?;
    let follows_colon = (hit.end..view.claim.start).any(|at| view.outline.is_mark(at, ';'));
    (!follows_colon).then(|| vec![view.cue(hit)])
}

/// "retracted its claim that", "misspoke when he said".
pub fn ahead(view: &View<'_>) -> Option<Vec<Cue>> {
    if view.form.is_attributive() || is_upheld(view.lexicon_groups(), view.outline) {
        return None;
    }
    view.reaching(Effect::Retract).find(|hit| hit.end <= view.claim.start).map(|hit| vec![view.cue(hit)])
}

fn same_sentence(view: &View<'_>) -> Option<Vec<Cue>> {
    if view.form.is_attributive() || is_upheld(view.lexicon_groups(), view.outline) {
        return None;
    }
    let later = view.near().filter(|hit| view.claim.end <= hit.first);
    let hit = later.into_iter().find(|hit| is_believed(view, view.outline, hit, 0))?;
    Some(vec![view.cue(hit)])
}

/// How many sentences after a claim may still take it back.
const FOLLOWING: usize = 2;

fn following(view: &View<'_>, reading: &Reading<'_>) -> Option<Vec<Cue>> {
    if view.form.is_attributive() {
        return None;
    }
    (1..=FOLLOWING).find_map(|distance| {
        let outline = neighbour(view, reading, distance)?;
        if is_upheld(view.lexicon_groups(), outline) {
            return None;
        }
        let hit = outline.hits.iter().find(|hit| is_believed(view, outline, hit, distance))?;
        Some(vec![cue(view, outline, hit)])
    })
}

/// The sentence `distance` after that of the claim, at most one paragraph on.
fn neighbour<'r>(view: &View<'_>, reading: &'r Reading<'_>, distance: usize) -> Option<&'r Outline> {
    let at = view.place.0 + distance;
    let block = reading.block_of(at)?;
    (block <= view.place.1 + 1).then(|| reading.outline(at)).flatten()
}

fn cue(view: &View<'_>, outline: &Outline, hit: &Hit) -> Cue {
    let group = view.group(hit).map_or_else(String::new, |group| group.id.clone());
    Cue { group, span: outline.span_of(hit.first..hit.end) }
}

fn is_upheld(groups: &[Group], outline: &Outline) -> bool {
    outline.hits.iter().any(|hit| groups.get(hit.group).is_some_and(|group| group.effect == Effect::Uphold))
}

/// Whether `hit`, so many sentences after the claim, takes the claim back.
fn is_believed(view: &View<'_>, outline: &Outline, hit: &Hit, distance: usize) -> bool {
    let Some(group) = view.group(hit).filter(|group| group.effect == Effect::Retract) else { return false };
    if group.sentences < distance || group.claims != Claims::Earlier {
        return false;
    }
    match group.needs {
        Needs::Nothing | Needs::Report | Needs::Change => true,
        Needs::Link => is_linked(view, outline, hit),
        Needs::Object => has_link_after(view, outline, hit) || has_object(view, outline, hit),
    }
}

fn is_linked(view: &View<'_>, outline: &Outline, hit: &Hit) -> bool {
    let spoken = (0..hit.first).rev().take(15).any(|at| outline.is(view.lexicon, at, Class::Speech));
    has_link_after(view, outline, hit) || spoken || view.first(&[Effect::Initial]).is_some()
}

/// Whether another value of the fact follows the cue in its sentence.
fn has_link_after(view: &View<'_>, outline: &Outline, hit: &Hit) -> bool {
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
    truths.chain(site.rivals).copied().filter(move |span| !document.slice(*span).eq_ignore_ascii_case(own))
}

/// How far after a correcting verb its object may stand.
const OBJECT: usize = 5;

/// Whether the correcting verb has a word for what was said as its object, and no topic of its own.
pub fn has_object(view: &View<'_>, outline: &Outline, hit: &Hit) -> bool {
    let objects = hit.first..(hit.end + OBJECT).min(outline.words.len());
    let mut open = objects.take_while(|&at| at < hit.end || !outline.marks[at].is_hard());
    let Some(object) = open.find(|&at| outline.is(view.lexicon, at, Class::Object)) else { return false };
    let next = outline.words.get(object + 1);
    let is_plain = object < hit.end
        || object.checked_sub(1).is_some_and(|at| at < hit.end || is_plain(view, outline, at));
    let is_topic = next.is_some_and(|word| view.lexicon.is_any(*word, &["of", "on", "about", "for", "over"]));
    is_plain && !is_topic
}

/// Whether the word before an object leaves it without a topic: "the report", not "the safety report".
fn is_plain(view: &View<'_>, outline: &Outline, at: usize) -> bool {
    outline.words[at].kind == Kind::Possessive
        || outline.is(view.lexicon, at, Class::Determiner)
        || outline.is(view.lexicon, at, Class::Prior)
}

/// "X said A. Y later confirmed the remark."
pub fn endorsed(view: &View<'_>, reading: &Reading<'_>) -> Option<Cue> {
    let outline = neighbour(view, reading, 1)?;
    let endorses = |hit: &&Hit| {
        let group = view.group(hit);
        group.is_some_and(|group| group.effect == Effect::Endorse && group.claims == Claims::Earlier)
    };
    let hit = outline.hits.iter().find(|hit| endorses(hit) && has_object(view, outline, hit))?;
    Some(cue(view, outline, hit))
}

/// "X said A; Y says it is B": a true value in a later clause of a sentence that only passes the claim on.
pub fn is_contradicted(view: &View<'_>) -> Option<Cue> {
    let site = view.site;
    let end = view.outline.words.last()?.span.end();
    let is_later = |span: &&Span| {
        let at = view.outline.words_of(**span).start;
        site.claim.end() <= span.start()
            && span.end() <= end
            && (view.claim.end..at).any(|at| view.outline.marks[at].is_hard())
    };
    let truth = site.truths.iter().filter(|_| !site.truths.contains(&site.claim)).find(is_later)?;
    (!view.form.is_attributive()).then(|| Cue { group: "replaced".to_owned(), span: *truth })
}

/// Another value in a later clause or sentence where the claim was said "at first".
fn replaced(view: &View<'_>, reading: &Reading<'_>) -> Option<Vec<Cue>> {
    let site = view.site;
    if view.form.is_attributive() || site.truths.contains(&site.claim) {
        return None;
    }
    let initial = view.first(&[Effect::Initial])?;
    let last =
        (1..=FOLLOWING).rev().find_map(|distance| neighbour(view, reading, distance)).unwrap_or(view.outline);
    let end = last.words.last()?.span.end();
    let truth = site.truths.iter().find(|span| site.claim.end() <= span.start() && span.end() <= end)?;
    Some(vec![view.cue(initial), Cue { group: "replaced".to_owned(), span: *truth }])
}

#[cfg(test)]
mod tests {
    use crate::context::Status;
    use crate::context::sample::check;
    use crate::fact::Nature;

    #[test]
    fn what_is_taken_back_is_retracted() {
        check(
            Status::Retracted,
            Nature::State,
            &[
                "The union first said the fleet had «12» ferries. It later corrected the figure to {ten}.",
                "The union said the fleet had «12» ferries. It has since withdrawn the statement.",
                "The union said the fleet had «12» ferries, a claim it later retracted.",
                "The union said the fleet had «12» ferries, then corrected itself.",
                "The union said the fleet had «12» ferries but later admitted the mistake.",
                "The union said the fleet had «12» ferries. The actual number is {ten}.",
                "The union said the fleet had «12» ferries. In fact it has {ten}.",
                "The union said the fleet had «12» ferries. That was wrong.",
                "The union said the fleet had «12» ferries. This is incorrect.",
                "The union said the fleet had «12» ferries. A spokesman clarified that it has {ten}.",
                "The union mistakenly posted that the fleet had «12» ferries before deleting the post.",
                "The union said the fleet had «12» ferries; it has {ten}.",
                "The union said the fleet had «12» ferries, but it has {ten}.",
                "Correction: an earlier version of this article gave the number of ferries as «12». It is {ten}.",
                "The union said the fleet had «12» ferries. It walked that back on Monday.",
                "An earlier version of this story misstated the number of ferries as «12».",
                "At first the union said the fleet had «12» ferries. On Monday it put the number at {ten}.",
                "The union said the fleet had «12» ferries. The captain said the union had confused it with another.",
                "“We have «12» ferries,” Finn said. Hours later her office said she had misspoken.",
                "Finn told the court the fleet had «12» ferries. She was mistaken, her lawyer said.",
                "Finn told the court the fleet had «12» ferries. Her lawyer said she meant {ten}.",
                "Finn told the court the fleet had «12» ferries, before correcting herself.",
                "Finn put the fleet at «12», but the true number is {ten}.",
                "Finn put the fleet at «12». The company issued a clarification.",
                "Finn put the fleet at «12» and then took it back.",
                "Finn put the fleet at «12»; her office later revised the figure to {ten}.",
                "The paper reported that the fleet had «12» ferries. It has since published a correction.",
                "The paper reported that the fleet had «12» ferries. It apologised for the error.",
                "Finn said the fleet had «12» ferries. The company disputed that.",
                "Finn said the fleet had «12» ferries. That is not the case.",
                "Finn said the fleet had «12» ferries. She later backtracked.",
                "Finn said the fleet had «12» ferries. The real figure is {ten}.",
                "Finn said the fleet had «12» ferries, when in fact it has {ten}.",
                "Finn said the fleet had «12» ferries. It actually has {ten}.",
                "Finn originally said the fleet had «12» ferries but has since put the figure at {ten}.",
                "The board announced «12» ferries, then quietly lowered the number to {ten}.",
            ],
        );
    }

    #[test]
    fn corrections_of_something_else_take_nothing_back() {
        check(
            Status::Attributed,
            Nature::State,
            &[
                "The union said the fleet had «12» ferries. It later corrected its own address.",
                "The union said the fleet had «12» ferries. The mayor apologised for the delay.",
                "The union said the fleet had «12» ferries. The mayor changed the subject.",
                "The union said the fleet had «12» ferries. It stood by the figure.",
                "The union said the fleet had «12» ferries. The strike was a mistake, it added.",
                "Finn said the fleet had «12» ferries. The weather was wrong for sailing.",
                "Finn said the fleet had «12» ferries. She has not retracted the remark.",
                "Finn said the fleet had «12» ferries. She later apologised for her tone.",
                "Finn said the fleet had «12» ferries. The board corrected the minutes of another meeting.",
            ],
        );
    }
}
