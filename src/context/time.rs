//! When a claim is said to hold: dates in its clause, words of the past, what a change began from.

use crate::context::Cue;
use crate::context::Source;
use crate::context::Time;
use crate::context::automaton::Hit;
use crate::context::lexicon::Claims;
use crate::context::lexicon::Class;
use crate::context::lexicon::Effect;
use crate::context::lexicon::Group;
use crate::context::lexicon::Needs;
use crate::context::lexicon::Stop;
use crate::context::scope::View;
use crate::fact::Nature;
use crate::span::Span;
use crate::value::date::Period;

/// Reads when the claim is said to hold.
pub fn read(view: &View<'_>, source: Source, cues: &mut Vec<Cue>) -> Time {
    if let Some(hit) = view.first(&[Effect::Previous]) {
        cues.push(view.cue(hit));
        return Time::Previous;
    }
    if let Some(hit) = view.first(&[Effect::Now]) {
        return now(view, hit, cues);
    }
    if view.site.nature == Nature::State
        && let Some(time) = dated(view, cues)
    {
        return time;
    }
    if let Some(hit) = view.first(&[Effect::Past]) {
        cues.push(view.cue(hit));
        return Time::Past;
    }
    past_tense(view, source, cues)
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
    if !is_here || !view.reaches(&hit, &group) || is_of_event(view, &hit) {
        return None;
    }
    cues.push(Cue { group: group.id, span });
    Some(policy(view, words.start, period))
}

fn distance(left: Span, right: Span) -> usize {
    left.start().saturating_sub(right.end()).max(right.start().saturating_sub(left.end()))
}

/// "founded in 1949" dates the founding and nothing else.
fn is_of_event(view: &View<'_>, hit: &Hit) -> bool {
    let from = hit.first.saturating_sub(3);
    (from..hit.first).any(|at| FOUNDED.contains(&view.slice(view.outline.words[at].span)))
}

const FOUNDED: &[&str] = &["founded", "established", "created", "built", "launched", "born", "formed", "set"];

fn policy(view: &View<'_>, date: usize, period: Period) -> Time {
    let before = date.saturating_sub(2)..date;
    let any = |class: Class| before.clone().any(|at| view.is(at, class));
    if any(Class::Until) {
        Time::Before(period)
    } else if any(Class::Since) {
        Time::Now
    } else if follows_change(view) {
        Time::AtEndOf(period)
    } else {
        Time::During(period)
    }
}

/// "grew to 31", "was cut to 4 percent".
fn follows_change(view: &View<'_>) -> bool {
    let from = view.claim.start.saturating_sub(8);
    let to = (from..view.claim.start).rev().take(3).find(|&at| {
        let id = view.outline.words[at].id;
        id != 0 && id == view.lexicon.id("to")
    });
    to.is_some_and(|to| (from..to).any(|at| view.is(at, Class::ChangeVerb)))
}

/// A state told in the past by the article itself; reported speech shifts its tense back.
fn past_tense(view: &View<'_>, source: Source, cues: &mut Vec<Cue>) -> Time {
    if view.site.nature != Nature::State || source != Source::Author || view.form.is_attributive() {
        return Time::Now;
    }
    let before = view.claim.start.saturating_sub(10)..view.claim.start;
    let verb = before
        .rev()
        .take_while(|&at| !view.outline.marks[at].is_hard())
        .find(|&at| view.outline.marks[at].is(Stop::Verb));
    match verb.filter(|&at| view.is(at, Class::PastState)) {
        Some(at) => {
            cues.push(Cue { group: "tense.past".to_owned(), span: view.outline.words[at].span });
            Time::PastTense
        }
        None => Time::Now,
    }
}
