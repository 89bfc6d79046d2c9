//! Whether a claim is spoken of as real: not in a question, a condition, a wish or a forecast.

use crate::context::Cue;
use crate::context::Mode;
use crate::context::class::Class;
use crate::context::group::Effect;
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
    let granted = view.granted();
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
    let first = view.outline.opening?;
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

#[cfg(test)]
mod tests {
    use crate::context::Status;
    use crate::context::sample::check;
    use crate::fact::Nature;

    #[test]
    fn what_is_supposed_or_asked_is_not_asserted() {
        check(
            Status::Hypothetical,
            Nature::State,
            &[
                "The permit would bring the fleet to «12» ferries.",
                "By June the fleet will have «12» ferries.",
                "The fleet is expected to grow to «12» ferries.",
                "The fleet plans to have «12» ferries.",
                "If the fleet had «12» ferries, it would sail daily.",
                "Does the fleet have «12» ferries?",
                "The mayor asked if the fleet had «12» ferries.",
                "It is unclear whether the fleet has «12» ferries.",
                "The company would not say whether it has «12» ferries.",
                "The company could not confirm that it has «12» ferries.",
                "The union wants the fleet to have «12» ferries.",
                "The union called for «12» ferries.",
                "Imagine a fleet of «12» ferries.",
                "The fleet hopes to have «12» ferries by spring.",
                "«Orla Finn» is to become president of the club.",
                "«Orla Finn» will succeed her as president of the club.",
                "«Orla Finn», the club's next president, spoke.",
                "Had the fleet kept «12» ferries, it would have failed.",
                "The fleet would have «12» ferries if it bought Vale's.",
                "A merger would create a fleet of «12» ferries.",
                "The fleet is due to reach «12» ferries next year.",
                "The fleet will soon number «12» ferries.",
                "The fleet aims to have «12» ferries.",
                "Could the fleet have «12» ferries?",
                "Investors expect the rate to fall to «12» in May.",
                "Should the fleet reach «12» ferries, it will need a dock.",
                "Nobody knows whether the fleet has «12» ferries.",
                "The court will decide whether the fleet has «12» ferries.",
                "It remains unclear if the fleet has «12» ferries.",
                "Vale was asked about the «open» quays.",
            ],
        );
    }
}
