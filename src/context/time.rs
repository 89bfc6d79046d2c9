//! When a claim is said to hold: dates in its clause, words of the past, what a change began from.

use crate::context::Cue;
use crate::context::Form;
use crate::context::Source;
use crate::context::Time;
use crate::context::automaton::Hit;
use crate::context::class::Class;
use crate::context::group::Claims;
use crate::context::group::Effect;
use crate::context::group::Group;
use crate::context::group::Needs;
use crate::context::group::Stop;
use crate::context::scope::View;
use crate::fact::Nature;
use crate::span::Span;
use crate::value::date::Period;

/// Reads when the claim is said to hold.
pub fn read(view: &View<'_>, source: Source, cues: &mut Vec<Cue>) -> Time {
    if let Some(hit) = view.reaching(Effect::Previous).find(|hit| !leads_on(view, hit)) {
        return began(view, hit, cues);
    }
    if let Some(hit) = view.first(&[Effect::Now]) {
        return now(view, hit, cues);
    }
    if let Some(hit) = view.reaching(Effect::Past).find(|hit| is_within_phrase(view, hit)) {
        cues.push(view.cue(hit));
        return Time::Past;
    }
    if view.site.nature == Nature::State
        && let Some(time) = dated(view, cues)
    {
        return time;
    }
    if let Some(time) = undated(view, cues) {
        return time;
    }
    past_tense(view, source, cues)
}

/// "the then «15-member» Union … in 2004": just before or just after the change that the date is of.
fn is_within_phrase(view: &View<'_>, hit: &Hit) -> bool {
    let is_of_phrase = view.group(hit).is_some_and(|group| group.claims == Claims::Phrase);
    is_of_phrase && view.form == Form::Compound
}

/// "from 11 to «13»": the claim is what the change led to.
fn leads_on(view: &View<'_>, hit: &Hit) -> bool {
    let between = hit.end..view.claim.start.max(hit.end);
    between.into_iter().any(|at| view.lexicon.is_any(view.outline.words[at], &["to"]))
}

/// What a change began from: the value just before, or any earlier one where the change took its time or
/// has a date of its own.
fn began(view: &View<'_>, hit: &Hit, cues: &mut Vec<Cue>) -> Time {
    cues.push(view.cue(hit));
    let is_name = view.outline.words[view.claim.start].is_capitalised;
    if let Some((_, period)) = view.site.dates.iter().find(|(span, _)| is_right_behind(view, *span)) {
        return Time::During(*period);
    }
    let is_dated = view.site.dates.iter().any(|(span, _)| !span.overlaps(view.site.claim));
    let is_long = is_dated || is_gradual(view);
    if is_long && !is_name { Time::Past } else { Time::Previous }
}

/// "from 10 members in 1995".
fn is_right_behind(view: &View<'_>, date: Span) -> bool {
    let first = view.outline.words_of(date).start;
    (view.claim.end..=view.claim.end + 2).contains(&first)
}

/// "has grown from 10 members to 14".
fn is_gradual(view: &View<'_>) -> bool {
    let before = view.claim.start.saturating_sub(VERB)..view.claim.start;
    before.into_iter().any(|at| {
        let words = &view.outline.words;
        let has = view.lexicon.is_any(words[at], &["has", "have", "having", "'ve"]);
        let is_perfect = has && words.get(at + 1).is_some_and(|_| view.is(at + 1, Class::ChangeVerb));
        is_perfect || view.lexicon.is_any(words[at], &["under", "during", "over", "since"])
    })
}

/// "former", "at the time": of the claim itself, else of what is told about it.
fn undated(view: &View<'_>, cues: &mut Vec<Cue>) -> Option<Time> {
    let itself = view.reaching(Effect::Past).find(|hit| is_past_itself(view, hit) && !is_of_other(view, hit));
    let hit = itself.or_else(|| view.reaching(Effect::Past).find(|hit| !is_of_other(view, hit)))?;
    cues.push(view.cue(hit));
    Some(if itself.is_some() { Time::Past } else { Time::PastTense })
}

/// "compared with ten last year": the time of what is held against the claim.
fn is_of_other(view: &View<'_>, hit: &Hit) -> bool {
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

/// "now" is the present whatever else is in the clause.
fn now(view: &View<'_>, hit: &Hit, cues: &mut Vec<Cue>) -> Time {
    cues.push(view.cue(hit));
    Time::Now
}

/// How a date of the sentence reaches the claim: like an adverb, from a fronted clause too.
fn adverb() -> Group {
    Group {
        id: "date".to_owned(),
        effect: Effect::Past,
        claims: Claims::Either,
        stops: vec![Stop::Relative, Stop::Coordination],
        furthest: 0,
        attributive: true,
        escapes: true,
        nature: None,
        needs: Needs::Nothing,
        sentences: 0,
        phrases: Vec::new(),
        shields: None,
        not: None,
    }
}

fn dated(view: &View<'_>, cues: &mut Vec<Cue>) -> Option<Time> {
    let group = adverb();
    let reaching = view.site.dates.iter().filter(|(span, _)| !span.overlaps(view.site.claim));
    let (span, period) = reaching.min_by_key(|(span, _)| distance(*span, view.site.claim)).copied()?;
    let words = view.outline.words_of(span);
    let hit = Hit { group: usize::MAX, first: words.start, end: words.end, owned: 0 };
    let is_here = !words.is_empty() && words.end <= view.outline.words.len();
    let is_own = is_here && view.reaches(&hit, &group) && !is_of_event(view, &hit) && !is_of_other(view, &hit);
    if !is_own || is_ahead(view, period) && view.form.is_attributive() {
        return None;
    }
    cues.push(Cue { group: group.id, span });
    Some(policy(view, words.start, period))
}

/// A day after that of the article: what is taken for granted is so already.
fn is_ahead(view: &View<'_>, period: Period) -> bool {
    view.document.date.is_some_and(|today| today < period.start)
}

fn distance(left: Span, right: Span) -> usize {
    left.start().saturating_sub(right.end()).max(right.start().saturating_sub(left.end()))
}

/// "founded in 1949" dates the founding and nothing else, but for "founded in 1949 with ten members".
fn is_of_event(view: &View<'_>, hit: &Hit) -> bool {
    let from = hit.first.saturating_sub(3);
    let is_founding = (from..hit.first).any(|at| FOUNDED.contains(&view.slice(view.outline.words[at].span)));
    let is_with = view.claim.start > hit.end
        && view.claim.start - hit.end <= 3
        && view.lexicon.is_any(view.outline.words[hit.end], &["with", "by"]);
    is_founding && !is_with
}

const FOUNDED: &[&str] = &["founded", "established", "created", "built", "launched", "born", "formed", "set"];

fn policy(view: &View<'_>, date: usize, period: Period) -> Time {
    let before = date.saturating_sub(2)..date;
    let any = |class: Class| before.clone().any(|at| view.is(at, class));
    // The preposition may be read as a part of the date.
    let opens = |words: &[&str]| view.lexicon.is_any(view.outline.words[date], words);
    let is_until = any(Class::Until) || view.is(date, Class::Until);
    if is_until && is_denied(view, date) {
        Time::AtEndOf(period)
    } else if is_until {
        Time::Before(period)
    } else if opens_relative(view, date) {
        Time::During(period)
    } else if any(Class::Since) || opens(&["since"]) {
        Time::Now
    } else if follows_change(view) {
        Time::AtEndOf(period)
    } else {
        Time::During(period)
    }
}

/// "not until 2024".
fn is_denied(view: &View<'_>, date: usize) -> bool {
    let before = &view.outline.words[date.saturating_sub(3)..date];
    before.iter().any(|word| view.lexicon.is_any(*word, &["not"]))
}

/// "since 1995, when it had ten members": the claim is of that year.
fn opens_relative(view: &View<'_>, date: usize) -> bool {
    let from = view.claim.start.saturating_sub(6).max(date);
    (from..view.claim.start).any(|at| view.lexicon.is_any(view.outline.words[at], &["when"]))
}

/// "grew to 31", "was cut to 4 percent".
fn follows_change(view: &View<'_>) -> bool {
    let from = view.claim.start.saturating_sub(12);
    let to = (from..view.claim.start)
        .rev()
        .take(3)
        .find(|&at| view.lexicon.is_any(view.outline.words[at], &["to"]));
    to.is_some_and(|to| (from..to).any(|at| view.is(at, Class::ChangeVerb)))
}

/// The name of the rule that a plain past tense may tell of an earlier value.
pub const PAST_TENSE: &str = "tense.past";

/// A state told in the past by the article itself; reported speech shifts its tense back.
fn past_tense(view: &View<'_>, source: Source, cues: &mut Vec<Cue>) -> Time {
    let is_off = view.lexicon.is_off(PAST_TENSE);
    if is_off || view.site.nature != Nature::State || source != Source::Author || view.form.is_attributive() {
        return Time::Now;
    }
    match verb(view).filter(|&at| view.is(at, Class::PastState)) {
        Some(at) => {
            cues.push(Cue { group: PAST_TENSE.to_owned(), span: view.outline.words[at].span });
            Time::PastTense
        }
        None => Time::Now,
    }
}

/// How far from a claim its verb may stand.
const VERB: usize = 10;

/// The verb before the claim; for a name without one, the verb after it.
fn verb(view: &View<'_>) -> Option<usize> {
    let is_open = |at: &usize| view.outline.marks.get(*at).is_some_and(|marks| !marks.is_hard());
    let is_verb = |at: &usize| view.outline.marks[*at].is(Stop::Verb);
    let before = view.claim.start.saturating_sub(VERB)..view.claim.start;
    let is_name = view.outline.words.get(view.claim.start).is_some_and(|word| word.is_capitalised);
    let after = view.claim.end..view.claim.end + VERB;
    let after = after.take_while(is_open).find(is_verb).filter(|_| is_name);
    before.rev().take_while(is_open).find(is_verb).or(after)
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
