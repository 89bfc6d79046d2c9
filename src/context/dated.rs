//! Dates beside a claim: whether they are its own, and what they say of its time.

use crate::context::Cue;
use crate::context::Time;
use crate::context::automaton::Hit;
use crate::context::class::Class;
use crate::context::group::Claims;
use crate::context::group::Effect;
use crate::context::group::Group;
use crate::context::group::Needs;
use crate::context::group::Stop;
use crate::context::scope::View;
use crate::context::time::is_of_other;
use crate::span::Span;
use crate::value::date::Period;

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

/// The time that the nearest date gives to the claim.
pub fn read(view: &View<'_>, cues: &mut Vec<Cue>) -> Option<Time> {
    let reaching = view.site.dates.iter().filter(|(span, _)| !span.overlaps(view.site.claim));
    let (span, period) = reaching.min_by_key(|(span, _)| distance(*span, view.site.claim)).copied()?;
    let group = adverb();
    let words = view.outline.words_of(span);
    let hit = Hit { group: usize::MAX, first: words.start, end: words.end, owned: 0 };
    let is_here = !words.is_empty() && words.end <= view.outline.words.len();
    let is_own = is_here
        && view.reaches(&hit, &group)
        && !is_of_event(view, &hit)
        && !is_of_other(view, &hit)
        && !is_compared(view, &hit);
    if !is_own || is_ahead(view, period) && is_so_today(view, &hit) {
        return None;
    }
    cues.push(Cue { group: group.id, span });
    Some(policy(view, words.start, period))
}

/// A day after that of the article: what is taken for granted is so already.
fn is_ahead(view: &View<'_>, period: Period) -> bool {
    view.document.date().is_some_and(|today| today < period.start)
}

/// Whether a claim is of today, so that a day to come is that of something else: it is taken for granted, or
/// a comma or the opening of a clause stands before the date.
fn is_so_today(view: &View<'_>, date: &Hit) -> bool {
    let mut between = view.claim.end.min(date.first)..date.first;
    let opens = |at: usize| view.lexicon.is_any(view.outline.words[at], &["and", "that", "which", "who"]);
    view.form.is_attributive() || between.any(|at| view.outline.marks[at].is(Stop::Comma) || opens(at))
}

fn distance(left: Span, right: Span) -> usize {
    left.start().saturating_sub(right.end()).max(right.start().saturating_sub(left.end()))
}

/// How many words before a date may begin what it is compared with: "up from 287 million euros in".
const COMPARED: usize = 8;

/// "500 fewer than in 2024", "up from 10 in 2024, on sales of 12": the date of what is held against it.
fn is_compared(view: &View<'_>, date: &Hit) -> bool {
    let opens = date.first.saturating_sub(COMPARED)..date.first;
    let is_apart = |at: usize| !(at..date.end).contains(&view.claim.start);
    let is_clear = |from: usize| {
        let mut between = from..date.first;
        between.all(|at| !view.outline.marks[at].is(Stop::Comma) && !view.outline.marks[at].is_hard())
    };
    let is_than = |at: usize| view.lexicon.is_any(view.outline.words[at], &["than"]);
    let turns = |hit: &Hit| {
        let effect = view.group(hit).map(|group| group.effect);
        opens.contains(&hit.first) && matches!(effect, Some(Effect::Compare | Effect::Previous))
    };
    opens.clone().any(|at| is_than(at) && is_apart(at) && is_clear(at))
        || view.near().any(|hit| turns(hit) && is_apart(hit.first) && is_clear(hit.end.min(date.first)))
}

/// "founded in 1949" dates the founding and nothing else, but for "founded in 1949 with ten members".
fn is_of_event(view: &View<'_>, hit: &Hit) -> bool {
    let from = hit.first.saturating_sub(3);
    let is_founding = (from..hit.first).any(|at| view.is(at, Class::Founding));
    let is_with = view.claim.start > hit.end
        && view.claim.start - hit.end <= 3
        && view.lexicon.is_any(view.outline.words[hit.end], &["with", "by"]);
    is_founding && !is_with
}

fn policy(view: &View<'_>, date: usize, period: Period) -> Time {
    let before = date.saturating_sub(2)..date;
    let any = |class: Class| before.clone().any(|at| view.is(at, class));
    // The preposition may be read as a part of the date.
    let opens = |words: &[&str]| view.lexicon.is_any(view.outline.words[date], words);
    let is_until = any(Class::Until) || view.is(date, Class::Until) || ends_before(view, date);
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

/// How many words before a date its clause may begin: "before the new wing opened in".
const CLAUSE: usize = 6;

/// "before Orla joined in 2024": the time until what the date is of.
fn ends_before(view: &View<'_>, date: usize) -> bool {
    let is_open = |at: &usize| {
        let marks = view.outline.marks[*at];
        !marks.is_hard() && !marks.is(Stop::Comma) && !view.claim.contains(at)
    };
    let mut clause = (date.saturating_sub(CLAUSE)..date).rev().take_while(is_open);
    clause.any(|at| view.is(at, Class::Until))
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
