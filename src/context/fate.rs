//! What became of a claim: taken back, corrected, thrown out of a contrast, or put in place of another.

use crate::context::Cue;
use crate::context::Fate;
use crate::context::Source;
use crate::context::automaton::Hit;
use crate::context::evidence;
use crate::context::group::Claims;
use crate::context::group::Effect;
use crate::context::group::Needs;
use crate::context::reading::Reading;
use crate::context::retraction;
use crate::context::scope::View;

/// Reads what became of the claim, and corrects who says it by that.
pub fn settle(view: &View<'_>, reading: &Reading<'_>, source: Source, cues: &mut Vec<Cue>) -> (Source, Fate) {
    let fate = read(view, reading, source, cues);
    let is_passed_on = matches!(source, Source::Neutral | Source::Distant);
    if !is_passed_on || !matches!(fate, Fate::Live | Fate::Initial | Fate::Kept) {
        return (source, fate);
    }
    // What a correction puts in place is said in earnest, whoever says it.
    if fate == Fate::Kept {
        return (Source::Factive, fate);
    }
    if let Some(cue) = retraction::is_contradicted(view) {
        cues.push(cue);
        return (source, Fate::Retracted);
    }
    match retraction::endorsed(view, reading) {
        Some(cue) => {
            cues.push(cue);
            (Source::Factive, fate)
        }
        None => (source, fate),
    }
}

fn read(view: &View<'_>, reading: &Reading<'_>, source: Source, cues: &mut Vec<Cue>) -> Fate {
    if let Some(hit) = view.first(&[Effect::Compare]) {
        cues.push(view.cue(hit));
        return Fate::Compared;
    }
    if let Some(hit) = view.first(&[Effect::Discard]) {
        cues.push(view.cue(hit));
        return Fate::Discarded;
    }
    if let Some(found) = retraction::ahead(view) {
        cues.extend(found);
        return Fate::Retracted;
    }
    if let Some(hit) = kept(view) {
        cues.push(view.cue(hit));
        return Fate::Kept;
    }
    if let Some(found) = retraction::find(view, reading, source) {
        cues.extend(found);
        return Fate::Retracted;
    }
    match view.first(&[Effect::Initial]) {
        Some(hit) => {
            cues.push(view.cue(hit));
            Fate::Initial
        }
        None => Fate::Live,
    }
}

/// The correcting words before the claim in its own sentence: what they put in place is judged.
fn kept<'v>(view: &View<'v>) -> Option<&'v Hit> {
    let corrects = |hit: &&Hit| {
        let group = view.group(hit);
        let effect = group.map(|group| (group.effect, group.claims));
        let is_correction =
            matches!(effect, Some((Effect::Correct, _)) | Some((Effect::Retract, Claims::Earlier)));
        let needs_object = group.is_some_and(|group| group.needs == Needs::Object);
        is_correction
            && hit.end <= view.claim.start
            && is_open_to_claim(view, hit)
            && (!needs_object || evidence::has_object(view, view.outline, hit) || follows_other(view, hit))
    };
    view.near().find(corrects)
}

/// Whether another value of the fact stands before the correcting words.
fn follows_other(view: &View<'_>, hit: &Hit) -> bool {
    let at = view.outline.span_of(hit.first..hit.end).start();
    evidence::others(view).any(|span| span.end() <= at)
}

fn is_open_to_claim(view: &View<'_>, hit: &Hit) -> bool {
    view.outline.around(hit.first).all(|insertion| insertion.words.contains(&view.claim.start))
}

#[cfg(test)]
mod tests {
    use crate::context::Status;
    use crate::context::sample::check;
    use crate::fact::Nature;

    #[test]
    fn the_rejected_side_of_a_contrast_is_discarded() {
        check(
            Status::Contrasted,
            Nature::State,
            &[
                "The fleet has ten ferries, not «12».",
                "The fleet has ten ferries and not «12».",
                "The fleet has ten ferries rather than «12».",
                "Ten ferries, not the «12» first reported, sail daily.",
                "The fleet has not «12» but ten ferries.",
                "It is ten ferries, instead of «12».",
                "The fleet has ten ferries — not «12».",
                "The permit is for docks and not for «open» quays.",
                "The permit is for closed quays as opposed to «open» ones.",
                "The permit is for closed, not «open», quays.",
            ],
        );
    }

    #[test]
    fn what_is_held_against_it_is_another_matter() {
        check(
            Status::OtherSubject,
            Nature::State,
            &[
                "The fleet has {ten} ferries, compared with «12» at its rival.",
                "Unlike the rival's «12» ferries, the fleet's are white.",
                "Sales rose by half, well short of the «12» percent that analysts had forecast.",
                "Sales rose by half, against «12» percent a year ago.",
            ],
        );
    }
}
