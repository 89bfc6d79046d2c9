//! Denials: counted, so that two of them make an assertion.

use crate::context::Cue;
use crate::context::Polarity;
use crate::context::group::Effect;
use crate::context::scope::View;

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
        return Polarity::Affirmed;
    }
    cues.extend(own.iter().chain(&others).map(|hit| view.cue(hit)));
    if own.is_empty() { Polarity::DeniedByOthers } else { Polarity::Denied }
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
}
