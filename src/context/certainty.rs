//! How sure the words are.

use crate::context::Certainty;
use crate::context::Cue;
use crate::context::lexicon::Effect;
use crate::context::scope::View;

/// The weakest first: a rumour that may be true is a rumour.
const ORDER: &[(Effect, Certainty)] = &[
    (Effect::Insinuate, Certainty::Insinuated),
    (Effect::Rumour, Certainty::Rumour),
    (Effect::Hedge, Certainty::Hedged),
];

/// Reads how sure the words are.
pub fn read(view: &View<'_>, cues: &mut Vec<Cue>) -> Certainty {
    for &(effect, certainty) in ORDER {
        if let Some(hit) = view.first(&[effect]) {
            cues.push(view.cue(hit));
            return certainty;
        }
    }
    Certainty::Certain
}
