//! Whether a claim is spoken of as real: not in a question, a condition, a wish or a forecast.

use crate::context::Cue;
use crate::context::Mode;
use crate::context::class::Class;
use crate::context::group::Effect;
use crate::context::scope::View;
use crate::span::Span;

const ORDER: &[(Effect, Mode)] = &[
    (Effect::Open, Mode::Open),
    (Effect::Imagine, Mode::Imagined),
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
    (!asks_for_claim && answer(view) != Some(Answer::Yes)).then_some(mark)
}

/// The cue of a question about the claim that the next sentence answers with no.
pub fn denied(view: &View<'_>) -> Option<Cue> {
    let span = question(view).filter(|_| answer(view) == Some(Answer::No))?;
    Some(Cue { group: "question.no".to_owned(), span })
}

/// What the sentence after a question says to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    Yes,
    No,
}

/// How many words the answer may come late: "He is indeed", "Close, but no".
const LATE: usize = 4;

fn answer(view: &View<'_>) -> Option<Answer> {
    let text = &view.document.text;
    let next = view.document.sentences().get(view.place.0 + 1)?;
    let opening: Vec<_> = next.tokens(text).iter().take(LATE).collect();
    let says = |words: &[&str]| opening.iter().any(|token| token.is_any(text, words));
    // "It is not true" denies: no is looked for before yes.
    if says(NO) {
        return Some(Answer::No);
    }
    says(YES).then_some(Answer::Yes)
}

const YES: &[&str] = &["yes", "yep", "yeah", "indeed", "correct", "true", "absolutely", "certainly", "sure"];
const NO: &[&str] = &[
    "no", "nope", "not", "never", "hardly", "few", "nobody", "unlikely", "wrong", "false", "isn't",
    "doesn't", "aren't", "don't", "didn't",
];

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
