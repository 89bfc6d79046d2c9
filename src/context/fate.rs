//! What became of a claim: taken back, corrected, thrown out of a contrast, or put in place of another.

use crate::context::Cue;
use crate::context::Fate;
use crate::context::automaton::Hit;
use crate::context::lexicon::Claims;
use crate::context::lexicon::Effect;
use crate::context::reading::Reading;
use crate::context::retraction;
use crate::context::scope::View;

/// Reads what became of the claim.
pub fn read(view: &View<'_>, reading: &Reading<'_>, cues: &mut Vec<Cue>) -> Fate {
    if let Some(hit) = view.first(&[Effect::Compare]) {
        cues.push(view.cue(hit));
        return Fate::Compared;
    }
    if let Some(hit) = view.first(&[Effect::Discard]) {
        cues.push(view.cue(hit));
        return Fate::Discarded;
    }
    if let Some(hit) = kept(view) {
        cues.push(view.cue(hit));
        return Fate::Kept;
    }
    if let Some(found) = retraction::find(view, reading) {
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
        is_correction && hit.end <= view.claim.start && is_open_to_claim(view, hit)
    };
    view.near().find(corrects)
}

fn is_open_to_claim(view: &View<'_>, hit: &Hit) -> bool {
    view.outline.around(hit.first).all(|insertion| insertion.words.contains(&view.claim.start))
}
