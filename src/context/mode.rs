//! Whether a claim is spoken of as real: not in a question, a condition, a wish or a forecast.

use crate::context::Cue;
use crate::context::Mode;
use crate::context::lexicon::Class;
use crate::context::lexicon::Effect;
use crate::context::scope::View;
use crate::span::Span;

const ORDER: &[(Effect, Mode)] = &[
    (Effect::Open, Mode::Open),
    (Effect::Suppose, Mode::Conditional),
    (Effect::Wish, Mode::Volition),
    (Effect::Future, Mode::Future),
];

/// Reads whether the claim is spoken of as real.
pub fn read(view: &View<'_>, cues: &mut Vec<Cue>) -> Mode {
    let granted = view.reaching(Effect::Presuppose).map(|hit| hit.first).max();
    for &(effect, mode) in ORDER {
        let hit = view.reaching(effect).find(|hit| granted.is_none_or(|granted| hit.first > granted));
        if let Some(hit) = hit {
            cues.push(view.cue(hit));
            return mode;
        }
    }
    match question(view) {
        Some(span) if granted.is_none() => {
            cues.push(Cue { group: "question".to_owned(), span });
            Mode::Question
        }
        _ => Mode::Real,
    }
}

/// The mark of a question that asks whether the claim is so; "why" and "how" take it for granted.
fn question(view: &View<'_>) -> Option<Span> {
    if view.form.is_attributive() {
        return None;
    }
    let words = &view.outline.words;
    let mark = words.iter().rev().take(3).find(|word| word.mark == Some('?'))?.span;
    let first = words.iter().position(|word| word.mark.is_none())?;
    let asks_for_claim = view.is(first, Class::Question) || view.is(first, Class::Relative);
    (!asks_for_claim && !is_answered_yes(view)).then_some(mark)
}

/// Whether the next sentence says yes.
fn is_answered_yes(view: &View<'_>) -> bool {
    let sentences = view.document.sentences();
    let Some(next) = sentences.get(view.place.0 + 1) else { return false };
    let tokens = next.tokens(&view.document.text);
    tokens.first().is_some_and(|token| token.is_any(&view.document.text, YES))
}

const YES: &[&str] = &["yes", "yep", "indeed", "correct", "true", "absolutely"];
