//! Denials: counted, so that two of them make an assertion.

use crate::context::Cue;
use crate::context::Polarity;
use crate::context::lexicon::Effect;
use crate::context::scope::View;

/// Reads whether the claim is denied.
pub fn read(view: &View<'_>, cues: &mut Vec<Cue>) -> Polarity {
    let own: Vec<_> = view.reaching(Effect::Deny).chain(view.reaching(Effect::Falsify)).collect();
    let title = view.first(&[Effect::DenyTitle]);
    let others: Vec<_> = view.reaching(Effect::DenyByOthers).collect();
    // "It is false that nobody denies it": what is taken for granted undoes the denials under it.
    let granted = view.reaching(Effect::Presuppose).map(|hit| hit.first).max();
    let counts = |first: usize| granted.is_none_or(|granted| first > granted);
    let own: Vec<_> = own.into_iter().chain(title).filter(|hit| counts(hit.first)).collect();
    let others: Vec<_> = others.into_iter().filter(|hit| counts(hit.first)).collect();
    if (own.len() + others.len()) % 2 == 0 {
        return Polarity::Affirmed;
    }
    cues.extend(own.iter().chain(&others).map(|hit| view.cue(hit)));
    if own.is_empty() { Polarity::DeniedByOthers } else { Polarity::Denied }
}
