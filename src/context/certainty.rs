//! How sure the words are.

use crate::context::Certainty;
use crate::context::Cue;
use crate::context::group::Effect;
use crate::context::scope::View;

/// The weakest first: a rumour that may be true is a rumour.
const ORDER: &[(Effect, Certainty)] = &[
    (Effect::Insinuate, Certainty::Insinuated),
    (Effect::Rumour, Certainty::Rumour),
    (Effect::Hedge, Certainty::Hedged),
    (Effect::Imply, Certainty::Hedged),
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

#[cfg(test)]
mod tests {
    use crate::context::Certainty;
    use crate::context::sample;
    use crate::fact::Nature;

    #[test]
    fn hedges_are_seen() {
        let texts = &[
            "The fleet is thought to have «12» ferries.",
            "The fleet probably has «12» ferries.",
            "The fleet has perhaps «12» ferries.",
            "The fleet may well have «12» ferries.",
            "The fleet seems to have «12» ferries.",
            "The fleet has, it seems, «12» ferries.",
            "The fleet has «12» ferries, apparently.",
            "It is likely that the fleet has «12» ferries.",
            "There is a chance that the fleet has «12» ferries.",
            "Rumour has it that the fleet has «12» ferries.",
            "The company did not deny that the fleet has «12» ferries.",
            "The fleet is believed to comprise «12» ferries.",
            "It looks as if the fleet has «12» ferries.",
            "Observers think the fleet has «12» ferries.",
            "The fleet is widely assumed to have «12» ferries.",
            "The fleet could have «12» ferries, for all we know.",
            "The fleet reportedly now has «12» ferries.",
            "Supposedly, the fleet has «12» ferries.",
            "The fleet allegedly had «12» ferries.",
            "The permit might not cover docks but could cover «open» quays.",
            "It is possible the permit covers «open» quays.",
        ];
        let sure =
            texts.iter().filter(|text| sample::of(text, Nature::State).certainty == Certainty::Certain);
        assert_eq!(sure.collect::<Vec<_>>(), Vec::<&&str>::new());
    }
}
