//! Denials: counted, so that two of them make an assertion.

use crate::context::Cue;
use crate::context::Polarity;
use crate::context::automaton::Hit;
use crate::context::group::Effect;
use crate::context::mode;
use crate::context::scope::View;
use crate::token::Kind;

/// Reads whether the claim is denied.
pub fn read(view: &View<'_>, cues: &mut Vec<Cue>) -> Polarity {
    let own: Vec<_> = view.reaching(Effect::Deny).chain(view.reaching(Effect::Falsify)).collect();
    let title = view.first(&[Effect::DenyTitle]);
    let others: Vec<_> = view.reaching(Effect::DenyByOthers).collect();
    // "It is false that nobody denies it": what is taken for granted undoes the denials under it.
    let granted = view.granted();
    let counts = |first: usize| granted.is_none_or(|granted| first > granted);
    let own: Vec<_> = own.into_iter().chain(title).filter(|hit| counts(hit.first)).collect();
    let others: Vec<_> = others.into_iter().filter(|hit| counts(hit.first)).collect();
    if (own.len() + others.len()) % 2 == 0 {
        let Some(cue) = mode::denied(view).or_else(|| denied_itself(view)) else { return Polarity::Affirmed };
        cues.push(cue);
        return Polarity::Denied;
    }
    if is_until(view) {
        return Polarity::Affirmed;
    }
    cues.extend(own.iter().chain(&others).map(|hit| view.cue(hit)));
    if own.is_empty() { Polarity::DeniedByOthers } else { Polarity::Denied }
}

/// How many words behind a claim "until" may stand.
const UNTIL: usize = 3;

/// "did not plead guilty until the second day": it came about. A number is told of the time before.
fn is_until(view: &View<'_>) -> bool {
    let words = &view.outline.words;
    let is_figure = words[view.claim.clone()].iter().any(|word| word.kind == Kind::Number);
    let behind = view.claim.end..(view.claim.end + UNTIL).min(words.len());
    let opens = |at: usize| view.lexicon.is_any(words[at], &["until", "till"]);
    let until = behind.take_while(|at| !view.outline.marks[*at].is_hard()).find(|at| opens(*at));
    let did = view.claim.start.saturating_sub(UNTIL)..view.claim.start;
    !is_figure && until.is_some() && did.into_iter().any(|at| view.lexicon.is_any(words[at], &["did", "had"]))
}

/// "was not rejected", where the value is "rejected": the "not" of a cue that the value itself is part of.
fn denied_itself(view: &View<'_>) -> Option<Cue> {
    let holds = |hit: &&Hit| {
        let effect = view.group(hit).map(|group| group.effect);
        let is_half_denial = effect == Some(Effect::Insinuate) && hit.end == view.claim.end;
        // "not a single-sex school".
        let reaches_in = effect == Some(Effect::Deny) && hit.end > view.claim.start;
        hit.first < view.claim.start && (is_half_denial || reaches_in)
    };
    let mut inner = view.near().filter(holds).flat_map(|hit| hit.first..view.claim.start);
    let is_not = |at: &usize| view.lexicon.is_any(view.outline.words[*at], &["not", "n't", "never"]);
    let not = inner.find(is_not)?;
    Some(Cue { group: "deny.not".to_owned(), span: view.outline.span_of(not..not + 1) })
}

#[cfg(test)]
mod tests {
    use crate::context::Status;
    use crate::context::sample::check;
    use crate::fact::Nature;

    #[test]
    fn denials_turn_a_claim_round() {
        check(
            Status::Negated,
            Nature::State,
            &[
                "The harbour board says it does not run «12» ferries.",
                "There are not «12» ferries in the fleet.",
                "The fleet never had «12» ferries.",
                "The fleet hasn't got «12» ferries.",
                "It isn't true that the fleet has «12» ferries.",
                "The idea that the fleet has «12» ferries is a myth.",
                "Reports that the fleet has «12» ferries are untrue.",
                "The rumour, repeated on radio, that the fleet has «12» ferries is nonsense.",
                "Rumours of «12» ferries proved unfounded.",
                "The guide wrongly states that the fleet has «12» ferries.",
                "The guide got it wrong when it said the fleet has «12» ferries.",
                "«Orla Finn» is no longer president of the club.",
                "«Orla Finn» has never been president of the club.",
                "«Orla Finn», contrary to reports, is not president of the club.",
                "The president of the club is not «Orla Finn».",
                "The president isn't «Orla Finn» but her sister.",
                "She said no such thing as «12» ferries exists.",
                "A fleet of «12» ferries it is not.",
                "The claim of «12» ferries does not hold up.",
                "There is no truth to the story that the fleet has «12» ferries.",
                "There is nothing to suggest the fleet has «12» ferries.",
                "The site misreported the size of the fleet as «12».",
                "The site erroneously gave the number of ferries as «12».",
                "The poster exaggerates the fleet, putting it at «12».",
                "Contrary to the poster, the fleet does not have «12» ferries.",
                "The company rejected the suggestion that it has «12» ferries.",
                "The company rejected claims it has «12» ferries.",
                "The company disputes having «12» ferries.",
                "The company pushed back on reports that it has «12» ferries.",
            ],
        );
    }

    #[test]
    fn a_word_of_denial_that_is_the_value_is_denied() {
        check(
            Status::Negated,
            Nature::Event,
            &[
                "The bid was not «rejected».",
                "The bid was never «rejected».",
                "The board has not «rejected» the bid.",
                "The gates were «closed» to nobody.",
            ],
        );
        check(
            Status::Asserted,
            Nature::Event,
            &["The bid was «rejected».", "The bid, which was not new, was «rejected»."],
        );
    }

    #[test]
    fn denials_of_plans_too() {
        check(
            Status::Negated,
            Nature::Plan,
            &[
                "The permit does not extend to «open» quays.",
                "The permit covers nothing on the «open» quays.",
                "«Open» quays are excluded from the permit.",
                "«Open» quays will not be covered.",
                "The permit leaves out the «open» quays.",
                "The company has no plans to use «open» quays.",
                "The company scrapped plans for «open» quays.",
                "The company dropped the idea of using «open» quays.",
                "Nobody has suggested using the «open» quays.",
                "The minister ruled out «open» quays.",
                "The «open» quays are off limits.",
                "The company backed away from «open» quays.",
                "The company said it would not use «open» quays.",
                "She said the permit never covered «open» quays.",
                "The permit, she said, does not cover «open» quays.",
                "Neither the permit nor the law covers «open» quays.",
                "Far from covering «open» quays, the permit bans them.",
                "The permit stopped short of covering «open» quays.",
                "Plans for «open» quays were dropped.",
                "The plan to use «open» quays was abandoned last month.",
                "Talk of «open» quays is premature.",
                "The permit prevents the company from using «open» quays.",
                "The company is barred from the «open» quays.",
                "The company opted against «open» quays.",
                "The company decided against using «open» quays.",
                "Use of the «open» quays is forbidden.",
                "«Open» quays are not on the table.",
                "There will be no «open» quays.",
                "The permit is silent on «open» quays and covers none of them.",
            ],
        );
    }

    #[test]
    fn what_is_presupposed_is_not_denied() {
        check(
            Status::Asserted,
            Nature::State,
            &[
                "The «12-ferry» fleet had never been so busy.",
                "Not one of the «12» ferries was late.",
                "None of the «12» ferries sailed on Monday.",
                "Neither of the owners of the «12» ferries replied.",
                "The «12» ferries did not sail.",
                "All «12» ferries failed to sail.",
                "The fleet's «12» ferries cannot all sail.",
                "No captain of the «12» ferries was hurt.",
                "The strike did not affect the fleet's «12» ferries.",
                "The union rejected an offer for crews of all «12» ferries.",
                "The company denied that its «12» ferries were unsafe.",
                "The owner said he would not sell the «12» ferries.",
                "The company has no plans to sell any of its «12» ferries.",
                "The fleet has «12» ferries, not one of which is new.",
                "With «12» ferries, the fleet is not small.",
                "The fleet is not small: it has «12» ferries.",
                "The fleet has «12» ferries, but two were removed from service.",
                "The fleet has «12» ferries, and it is wrong to sell them.",
                "Vale, who was not there, owns a fleet that has «12» ferries.",
                "The company is not a bank and has «12» ferries.",
                "The company, never shy, boasts «12» ferries.",
                "The company no longer fishes and has «12» ferries.",
                "Because it could not fish, the company has «12» ferries.",
                "After failing to sell, the company has «12» ferries.",
                "Few know that the fleet has «12» ferries.",
                "It is no surprise that the fleet has «12» ferries.",
                "Vale did not know that the fleet has «12» ferries.",
                "Vale forgot that the fleet has «12» ferries.",
                "Do not forget that the fleet has «12» ferries.",
                "It does not matter that the fleet has «12» ferries.",
                "The company is unhappy that the fleet has only «12» ferries.",
                "Only «12» ferries are in the fleet.",
                "The fleet has just «12» ferries.",
                "At least «12» ferries are in the fleet.",
                "There are currently «12» ferries in the fleet.",
                "With the new ship, the fleet now has «12» ferries.",
                "The fleet has grown to «12» ferries.",
                "The fleet has «12» ferries, up from ten.",
                "The fleet has «12» ferries, two more than before.",
                "The fleet has «12» ferries compared with ten last year.",
            ],
        );
    }

    #[test]
    fn the_other_side_of_a_denial_is_asserted() {
        check(
            Status::Asserted,
            Nature::Plan,
            &[
                "The permit is limited to «open» quays.",
                "The permit is for nothing other than «open» quays.",
                "The permit is only for «open» quays and not for docks.",
                "The permit, which does not extend to docks, covers «open» quays.",
                "The permit excludes docks and covers «open» quays.",
                "The permit does not cover docks; only «open» quays are included.",
                "The permit does not cover docks, only «open» quays.",
                "The permit does not cover docks but is for «open» quays.",
                "The permit is not for docks but for «open» quays.",
                "Instead of docks, the permit covers «open» quays.",
                "Unlike the old permit, the new one covers «open» quays.",
                "Rather than docks, the permit covers «open» quays.",
                "The permit differs from the old one: it covers «open» quays.",
            ],
        );
    }

    #[test]
    fn more_denials() {
        check(
            Status::Negated,
            Nature::State,
            &[
                "The myth that the fleet has «12» ferries refuses to die.",
                "Nobody believes the fleet has «12» ferries.",
                "The fleet has nothing like «12» ferries.",
                "The fleet has nowhere near «12» ferries.",
                "It is simply untrue that there are «12» ferries.",
                "The figure of «12» ferries is wrong.",
                "The figure of «12», repeated widely, is an invention.",
                "That the fleet has «12» ferries is a lie.",
            ],
        );
    }

    #[test]
    fn more_denials_of_plans() {
        check(
            Status::Negated,
            Nature::Plan,
            &[
                "The permit says nothing about «open» quays.",
                "The permit has nothing to do with «open» quays.",
                "There is no question of using «open» quays.",
                "The company will steer clear of «open» quays.",
                "The «open» quays are not part of the permit.",
                "The «open» quays remain outside the permit.",
                "Vale insisted that the permit would not touch «open» quays.",
                "Vale denied the permit covered «open» quays.",
                "Vale denied reports of «open» quays.",
                "Vale dismissed as fiction a report that the permit covers «open» quays.",
            ],
        );
    }
}
