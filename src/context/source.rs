//! Who says so: the article, somebody it vouches for, somebody it keeps away from.

use crate::context::Cue;
use crate::context::Source;
use crate::context::automaton::Hit;
use crate::context::class::Class;
use crate::context::group::Effect;
use crate::context::group::Stop;
use crate::context::headline;
use crate::context::insertion::InsertionKind;
use crate::context::own;
use crate::context::quoting;
use crate::context::quoting::Size;
use crate::context::scope::View;
use crate::context::word::Word;

/// Reads who says the claim.
pub fn read(view: &View<'_>, cues: &mut Vec<Cue>) -> Source {
    if let Some(hit) = view.first(&[Effect::Mention]) {
        cues.insert(0, view.cue(hit));
        return Source::Mention;
    }
    if view.form.is_attributive() && quoting::size(view) != Some(Size::Direct) {
        return Source::Author;
    }
    if quoting::size(view) == Some(Size::Direct) {
        let span =
            quoting::around(view, view.site.claim).map_or(view.site.claim, |quotation| quotation.words);
        cues.push(Cue { group: "quotation".to_owned(), span });
        return Source::Quoted;
    }
    said(view, cues)
}

/// The one who vouches least decides: what somebody claims another confirmed is a claim.
const ORDER: &[(Effect, Source)] =
    &[(Effect::Claim, Source::Distant), (Effect::Say, Source::Neutral), (Effect::Confirm, Source::Factive)];

fn said(view: &View<'_>, cues: &mut Vec<Cue>) -> Source {
    if let Some(hit) = view.first(&[Effect::Endorse]) {
        cues.push(view.cue(hit));
        return Source::Factive;
    }
    for &(effect, source) in ORDER {
        if let Some(hit) = view.reaching(effect).find(|hit| is_speech_of_claim(view, hit)) {
            cues.push(view.cue(hit));
            return source;
        }
    }
    headline::speaker(view, cues).unwrap_or(Source::Author)
}

/// A speech verb after a claim reports it only as ", she said" or "” she said".
fn is_speech_of_claim(view: &View<'_>, hit: &Hit) -> bool {
    !is_noun(view, hit) && !own::is_own(view, hit) && (hit.first < view.claim.start || is_trailing(view, hit))
}

/// "her notes", "the finds", "the briefing note began": after an article, or with a verb of its own right
/// behind it, such a word is no verb.
fn is_noun(view: &View<'_>, hit: &Hit) -> bool {
    let confirms = view.group(hit).is_some_and(|group| group.effect == Effect::Confirm);
    let is_article = |word: &Word| {
        view.lexicon.is(*word, Class::Determiner)
            && !view.lexicon.is_any(*word, &["this", "that", "these", "those"])
    };
    let before = hit.first.checked_sub(1).and_then(|at| view.outline.words.get(at));
    confirms && (before.is_some_and(is_article) || view.is(hit.end, Class::Finite))
}

/// How long a speaker between the comma and the verb may be.
const SPEAKER: usize = 12;

/// Whether a speech verb after the claim closes its report.
fn is_trailing(view: &View<'_>, hit: &Hit) -> bool {
    if is_preposition(view, hit) {
        return true;
    }
    let from = view.claim.end.max(hit.first.saturating_sub(SPEAKER));
    let comma = (from..hit.first).rev().find(|&at| ends_speech(view, at));
    comma.is_some_and(|comma| {
        has_speaker(view, comma, hit) && !is_joined(view, comma) && !closes_front(view, comma)
    })
}

/// "…, Orla said" has its speaker before the verb, "…, said Orla" after it; in "Orla, president, said" the
/// claim speaks.
fn has_speaker(view: &View<'_>, comma: usize, hit: &Hit) -> bool {
    let mut speaker = comma + 1..hit.first;
    if speaker.is_empty() {
        return comma != view.claim.end && hit.end < view.outline.words.len() && !closes_own(view, comma);
    }
    !speaker.any(|at| view.outline.marks[at].is(Stop::Verb) && !view.is(at, Class::Speech))
}

/// "Orla, who leads the club, said": what stands between tells of the claim, which speaks.
fn closes_own(view: &View<'_>, comma: usize) -> bool {
    let mut around = view.outline.around(comma);
    around.any(|insertion| insertion.words.start == view.claim.end)
}

/// "…, and said": the verb has the subject of the clause before.
fn is_joined(view: &View<'_>, comma: usize) -> bool {
    let next = view.outline.words.get(comma + 1);
    next.is_some_and(|word| view.lexicon.is_any(*word, &["and", "but", "then", "who", "which"]))
}

/// "After the 31 members met, she said": the comma after a clause before the main one ends no speech.
fn closes_front(view: &View<'_>, comma: usize) -> bool {
    let mut around = view.outline.around(view.claim.start);
    around.any(|insertion| insertion.kind == InsertionKind::Fronted && insertion.words.end == comma + 1)
}

fn ends_speech(view: &View<'_>, at: usize) -> bool {
    view.outline.marks[at].is(Stop::Comma) || view.outline.is_mark(at, '”') || view.outline.is_mark(at, '"')
}

/// "according to" needs no comma.
fn is_preposition(view: &View<'_>, hit: &Hit) -> bool {
    view.is(hit.first, Class::Fronting)
}

#[cfg(test)]
mod tests {
    use crate::context::Status;
    use crate::context::sample::check;
    use crate::fact::Nature;

    #[test]
    fn speech_is_attributed() {
        check(
            Status::Attributed,
            Nature::State,
            &[
                "The fleet has «12» ferries, according to the union.",
                "The fleet has «12» ferries, the union said.",
                "The fleet has «12» ferries, said a spokesman for the union.",
                "The fleet, the union said, has «12» ferries.",
                "The fleet has «12» ferries, a person familiar with the matter said on Monday.",
                "The union says that the fleet has «12» ferries.",
                "“We are proud,” she said, adding that the fleet has «12» ferries.",
                "In a statement, the union said the fleet has «12» ferries.",
                "As the union told reporters, the fleet has «12» ferries.",
                "The fleet has «12» ferries, the union claims.",
                "The fleet has «12» ferries, as the union confirmed.",
                "The fleet has «12» ferries, per the union.",
                "Per the union, the fleet has «12» ferries.",
                "The union put the number of ferries at «12».",
                "Asked about the strike, the union said the fleet has «12» ferries.",
                "The union said on Monday, after days of doubt, that the fleet has «12» ferries.",
                "“The fleet is fine,” the union said. It has «12» ferries, she added.",
                "The fleet has «12» ferries, a spokesman for the union told the paper.",
                "The fleet has «12» ferries, the paper reported, citing the union.",
                "The paper reports the fleet has «12» ferries.",
                "The fleet had «12» ferries, the minister said.",
                "Sources close to the union said the fleet has «12» ferries.",
                "The fleet has «12» ferries, union leaders insisted.",
                "The union, in a letter, described a fleet of «12» ferries.",
                "Speaking to reporters, Finn said the fleet has «12» ferries.",
                "The union has said the fleet has «12» ferries.",
                "By the union's count the fleet has «12» ferries.",
                "The union has long argued that the fleet has «12» ferries.",
                "Finn, who leads the union, told the court the fleet has «12» ferries.",
            ],
        );
    }

    #[test]
    fn words_that_say_nothing_report_nothing() {
        check(
            Status::Asserted,
            Nature::State,
            &[
                "The permit gives Vale access to «12» ferries.",
                "The permit gives the town a stake in «12» ferries.",
                "Under the plan, called Tidewater, the fleet has «12» ferries.",
                "The fleet was established in May; it has «12» ferries.",
                "Vale wrote her memoirs, and the fleet has «12» ferries.",
                "The fleet, with «12» ferries, links three states.",
                "Contrary to the plaque, which says ten, the fleet has «12» ferries.",
            ],
        );
        check(
            Status::Attributed,
            Nature::State,
            &[
                "The survey gives the fleet «12» ferries.",
                "The inquiry established that the fleet has «12» ferries.",
                "Vale wrote that the fleet has «12» ferries.",
                "The guide states the fleet has «12» ferries.",
                "The plaque, which says the fleet has «12» ferries, is new.",
            ],
        );
    }

    #[test]
    fn a_clause_in_quotation_marks_is_quoted() {
        check(
            Status::Quoted,
            Nature::State,
            &[
                "“We run a fleet of «12» ferries,” the union said.",
                "The union said: “The fleet has «12» ferries now and no more.”",
                "“Our fleet of «12» ferries is ready to sail at once,” Finn told the court.",
                "Finn said: “We have had «12» ferries since the spring.”",
            ],
        );
    }

    #[test]
    fn a_word_that_is_spoken_of_is_mentioned() {
        check(
            Status::Mention,
            Nature::State,
            &["The word «open» is misspelled.", "The phrase “«open» quay” appears in the permit."],
        );
    }

    #[test]
    fn what_a_correction_says_is_said() {
        check(
            Status::Attributed,
            Nature::Plan,
            &[
                "Vale said the permit covers «open» quays, not docks.",
                "Vale said the permit was never for docks and was always for «open» quays.",
                "Vale had misspoken and the permit covers «open» quays, a spokesman said.",
                "Vale misspoke: he meant «open» quays, a spokesman said.",
                "A spokesman clarified that the permit is for «open» quays.",
                "A spokesman corrected Vale, saying the permit is for «open» quays.",
                "A spokesman said Vale was wrong and the permit is for «open» quays.",
                "A spokesman denied the report, saying the permit is for «open» quays.",
                "Vale denied it covers docks, saying it is for «open» quays.",
                "Vale said the permit was for «open» quays. He did not elaborate.",
                "Vale said the permit was for «open» quays. It was not clear when it starts.",
                "Vale said the permit was for «open» quays. She said it was not yet signed.",
                "Vale said the permit was for «open» quays. The mayor corrected Finn's remarks on fish.",
                "Vale said the permit was for «open» quays. That is not unusual.",
                "Vale said the permit was for «open» quays. That was not the plan at first.",
            ],
        );
    }
}
