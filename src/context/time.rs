//! When a claim is said to hold: words of the past and of now; dates and changes have files of their own.

use crate::context::Cue;
use crate::context::Form;
use crate::context::Source;
use crate::context::Tense;
use crate::context::Time;
use crate::context::automaton::Hit;
use crate::context::change;
use crate::context::class::Class;
use crate::context::dated;
use crate::context::group::Claims;
use crate::context::group::Effect;
use crate::context::group::Group;
use crate::context::group::Stop;
use crate::context::insertion::InsertionKind;
use crate::context::scope::View;
use crate::context::tense;
use crate::fact::Nature;

/// Reads when the claim is said to hold.
pub fn read(view: &View<'_>, source: Source, cues: &mut Vec<Cue>) -> Time {
    if let Some(hit) = view.reaching(Effect::Previous).find(|hit| !change::leads_on(view, hit)) {
        return change::began(view, hit, cues);
    }
    if let Some(hit) =
        view.reaching(Effect::Now).find(|hit| !is_of_main_clause(view, hit) && !is_of_earlier(view, hit))
    {
        return now(view, hit, cues);
    }
    if let Some(hit) = view.reaching(Effect::Past).find(|hit| is_within_phrase(view, hit)) {
        cues.push(view.cue(hit));
        return Time::Past;
    }
    if view.site.nature == Nature::State
        && let Some(time) = dated::read(view, cues)
    {
        return time;
    }
    if let Some(time) = undated(view, cues) {
        return time;
    }
    tense::read(view, source, cues)
}

/// "the then «15-member» Union … in 2004": just before or just after the change that the date is of.
fn is_within_phrase(view: &View<'_>, hit: &Hit) -> bool {
    let is_of_phrase = view.group(hit).is_some_and(|group| group.claims == Claims::Phrase);
    is_of_phrase && view.form == Form::Compound
}

/// "former", "at the time": of the claim itself, else of what is told about it.
fn undated(view: &View<'_>, cues: &mut Vec<Cue>) -> Option<Time> {
    let itself = view.reaching(Effect::Past).find(|hit| is_past_itself(view, hit) && !is_of_other(view, hit));
    let hit = itself.or_else(|| view.reaching(Effect::Past).find(|hit| !is_of_other(view, hit)))?;
    cues.push(view.cue(hit));
    Some(if itself.is_some() { Time::Past } else { Time::PastTense })
}

/// Whether a time is that of something else in the sentence.
pub fn is_of_other(view: &View<'_>, hit: &Hit) -> bool {
    is_of_rival(view, hit) || is_of_other_verb(view, hit)
}

/// "has ten ferries and carried 9,000 people last year": a claim in the present, and behind it a verb of the past.
fn is_of_other_verb(view: &View<'_>, hit: &Hit) -> bool {
    let joins = |at: usize| {
        let is_adverb =
            view.outline.words.get(at + 1).is_some_and(|word| view.slice(word.span).ends_with("ly"));
        view.is(at, Class::Joining) && tense::is_past(view, at + 1 + usize::from(is_adverb))
    };
    tense::of(view) == Tense::Present && (view.claim.end..hit.first).any(joins)
}

/// "compared with ten last year": the time of what is held against the claim.
fn is_of_rival(view: &View<'_>, hit: &Hit) -> bool {
    let between = view.claim.end..hit.first;
    let turns = |other: &&Hit| {
        let effect = view.group(other).map(|group| group.effect);
        matches!(effect, Some(Effect::Compare | Effect::Previous)) && between.contains(&other.first)
    };
    view.near().any(|other| turns(&other))
}

/// Whether a cue puts the claim itself in the past: "the former president", but not "the president said
/// last year", which says when he spoke.
fn is_past_itself(view: &View<'_>, hit: &Hit) -> bool {
    let is_near = |group: &Group| group.claims == Claims::Phrase || group.furthest == 1;
    let is_right_behind = hit.first >= view.claim.end && hit.first <= view.claim.end + 1;
    !view.form.is_attributive()
        || view.group(hit).is_some_and(is_near)
        || is_right_behind && view.form == Form::Definite
        || is_of_entry(view, hit)
        || is_in_apposition(view, hit)
}

/// The group of the lexicon for somebody's joining or leaving, which changes how many there are.
const ENTRY: &str = "time.entry";

/// "The 30-member alliance had struggled before Norland joined".
fn is_of_entry(view: &View<'_>, hit: &Hit) -> bool {
    let is_number = matches!(view.form, Form::Compound | Form::Definite);
    is_number && view.group(hit).is_some_and(|group| group.id == ENTRY)
}

/// "Orla Finn, its president at the time,".
fn is_in_apposition(view: &View<'_>, hit: &Hit) -> bool {
    let ends = |at: usize| view.outline.marks[at].is(Stop::Comma) || view.outline.marks[at].is(Stop::Verb);
    let is_after = view.form == Form::Apposition && hit.first > view.claim.end;
    is_after && !(view.claim.end + 1..hit.first).any(ends)
}

/// "Orla Finn, president from 2018 to 2025, now swims": the words of another predicate.
fn is_of_main_clause(view: &View<'_>, hit: &Hit) -> bool {
    let opens = view.claim.end..=view.claim.end + 1;
    let mut insertions = view.outline.insertions.iter();
    view.form == Form::Apposition
        && insertions.any(|insertion| {
            let is_apposition = matches!(insertion.kind, InsertionKind::Apposition | InsertionKind::Bracket);
            is_apposition && opens.contains(&insertion.words.start) && insertion.words.end <= hit.first
        })
}

/// "The hall, once a pool, is now a gym": the words of the main clause, where a claim in an apposition is of the past.
fn is_of_earlier(view: &View<'_>, hit: &Hit) -> bool {
    let mut around = view.outline.around(view.claim.start);
    around.any(|insertion| {
        let is_past = |past: &Hit| insertion.words.contains(&past.first);
        insertion.kind == InsertionKind::Apposition
            && !insertion.words.contains(&hit.first)
            && view.reaching(Effect::Past).any(is_past)
    })
}

/// "now" is the present whatever else is in the clause.
fn now(view: &View<'_>, hit: &Hit, cues: &mut Vec<Cue>) -> Time {
    cues.push(view.cue(hit));
    Time::Now
}

#[cfg(test)]
mod tests {
    use crate::context::Status;
    use crate::context::sample::check;
    use crate::fact::Nature;

    #[test]
    fn what_was_is_not_what_is() {
        check(
            Status::Historical,
            Nature::State,
            &[
                "In <2019> the fleet had «12» ferries.",
                "The fleet had «12» ferries in <2019>.",
                "The fleet, founded long ago, had «12» ferries in <2019>.",
                "Until <2019> the fleet had «12» ferries.",
                "The fleet grew to «12» ferries in <2019>.",
                "Back then the fleet had «12» ferries.",
                "The fleet once had «12» ferries.",
                "The fleet used to have «12» ferries.",
                "The fleet previously had «12» ferries.",
                "The then «12-ferry» fleet sailed.",
                "Former president «Orla Finn» left.",
                "«Orla Finn», a former president of the club, left.",
                "«Orla Finn», who was president of the club until <2019>, left.",
                "Ex-president «Orla Finn» left.",
                "The fleet grew from «12» ferries to {ten}.",
                "The fleet has {ten} ferries, down from «12».",
                "She succeeded «Orla Finn» as president.",
                "The fleet had «12» ferries at the time.",
                "When the war broke out the fleet had «12» ferries.",
                "When Finn joined in <2019> the fleet had «12» ferries.",
                "In <2019>, when it was sold, the fleet had «12» ferries.",
                "Before the merger the fleet had «12» ferries.",
                "A decade ago the fleet had «12» ferries.",
                "The fleet had «12» ferries ten years ago.",
                "As of <2019>, the fleet had «12» ferries.",
                "Back in <2019>, it boasted «12» ferries.",
                "The late president «Orla Finn» left a letter.",
                "«Orla Finn», then president of the club, signed it.",
                "«Orla Finn», its president at the time, signed it.",
                "«Orla Finn», president until <2019>, signed it.",
                "The fleet shrank from «12» ferries to {ten}.",
                "The rate was cut to {ten} from «12».",
                "The rate was lowered from «12» to {ten}.",
                "He took over from «Orla Finn» as president.",
                "President Vale replaced «Orla Finn».",
            ],
        );
    }

    #[test]
    fn what_an_apposition_tells_of_earlier_days_is_past() {
        check(
            Status::Historical,
            Nature::State,
            &[
                "The yard, once an «open» quay, is now {closed}.",
                "The yard, formerly an «open» quay, is now {closed}.",
                "The yard, built as an «open» quay, is now {closed}.",
                "The yard was built as an «open» quay.",
            ],
        );
        check(
            Status::Asserted,
            Nature::State,
            &["The yard, once a {closed} quay, is now «open».", "The yard, an «open» quay, is now busy."],
        );
    }

    #[test]
    fn the_time_of_another_verb_is_not_that_of_the_claim() {
        check(
            Status::Asserted,
            Nature::State,
            &[
                "The fleet has «12» ferries and carried many people last year.",
                "The fleet has «12» ferries and carried 9,000 people in <2019>.",
                "The fleet has «12» ferries and safely carried many people in the past.",
                "The fleet has «12» ferries but grew much in <2019>.",
            ],
        );
        check(
            Status::Historical,
            Nature::State,
            &[
                "The fleet had «12» ferries and carried many people last year.",
                "The fleet had «12» ferries and carried many people in <2019>.",
                "In <2019> the fleet had «12» ferries and carried many people.",
            ],
        );
    }

    #[test]
    fn holders_of_an_office_stay_holders() {
        check(
            Status::Asserted,
            Nature::State,
            &[
                "«Orla Finn» is president of the club.",
                "Club president «Orla Finn» did not comment.",
                "«Orla Finn», president of the club, did not comment.",
                "«Orla Finn», who leads the club, said no.",
                "The club is led by «Orla Finn», not a coach but a lawyer.",
                "The club's president, «Orla Finn», said she had been wrong.",
                "The club's president, «Orla Finn», would not say when she will leave.",
                "Club president «Orla Finn» said last year that she would stay.",
                "If club president «Orla Finn» leaves, the club will suffer.",
                "«Orla Finn» remains president.",
                "«Orla Finn» was named president in May.",
                "Vale stepped down and «Orla Finn» became president.",
                "«Orla Finn» succeeded Vale as president.",
                "«Orla Finn», who replaced Vale as president, left early.",
            ],
        );
    }
}
