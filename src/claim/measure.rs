//! Claims of how much: money, percentages, physical quantities, stretches of time.
//!
//! A value belongs to the nearest attribute of its clause: one before it with no other such value
//! between ("uninstalls rose 295%"), or one close behind ("a 295% jump in uninstalls"). What stands
//! after "than", "compared with" or "forecasts of" is a yardstick, not the figure.

use crate::claim::Binding;
use crate::claim::Claim;
use crate::claim::Extent;
use crate::claim::Observed;
use crate::claim::anchor::Hit;
use crate::claim::binding;
use crate::claim::binding::Owner;
use crate::claim::binding::Tie;
use crate::claim::binding::rival;
use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::fact::FactId;
use crate::fact::Kind as FactKind;
use crate::fact::Nature;
use crate::span::Span;
use crate::value::Kind;
use crate::value::Role;
use crate::value::Value;
use std::ops::Range;

/// How far behind a value its attribute may stand.
const BEHIND: usize = 6;
/// Words shortly before a value that make it a yardstick.
const YARDSTICK: &[&str] = &[
    "than", "versus", "vs", "compared", "against", "typical", "typically", "usual", "usually", "average",
    "normally", "forecast", "forecasts", "expected", "expectation", "expectations", "estimate", "estimates",
    "target", "targets", "projected", "predicted", "consensus", "goal", "limit", "unlike", "previous",
    "year-earlier",
];
/// How many words back a yardstick is looked for.
const YARDSTICK_REACH: usize = 4;

/// Finds what a sentence says of a `measure` fact.
pub fn find(scene: &Scene<'_>, fact: FactId, claims: &mut Vec<Claim>) {
    let attributes: Vec<Hit> = scene.hits_of(&scene.anchors.fact(fact).attribute).collect();
    if attributes.is_empty() {
        return;
    }
    let values: Vec<&Value> =
        scene.values().iter().filter(|value| is_like_truth(scene, fact, value)).collect();
    for value in &values {
        if (value.role != Role::From || is_level(scene, fact)) && !is_yardstick(scene, value) {
            claims.extend(claim(scene, fact, value, &values, &attributes));
        }
    }
}

/// Whether the fact is of something that lasts at a level, so that an earlier one may be told.
fn is_level(scene: &Scene<'_>, fact: FactId) -> bool {
    let is_change = matches!(scene.fact(fact).kind, FactKind::Measure { change: Some(_), .. });
    scene.fact(fact).nature == Nature::State && !is_change
}

/// Whether a value is of the sort the fact is about.
fn is_like_truth(scene: &Scene<'_>, fact: FactId, value: &Value) -> bool {
    let FactKind::Measure { value: truth, .. } = &scene.fact(fact).kind else { return false };
    let is_watched = scene.fact(fact).watch && is_measured(value);
    is_watched || truth.entries.iter().any(|entry| family(&entry.value) == family(value))
}

/// Whether a value has a dimension of its own: where nobody knows the truth, that is all there is to go by.
fn is_measured(value: &Value) -> bool {
    match value.kind {
        Kind::Percent | Kind::Points | Kind::Money | Kind::Quantity | Kind::Duration | Kind::Age => true,
        Kind::Factor
        | Kind::Fraction
        | Kind::Number
        | Kind::Count
        | Kind::Ordinal
        | Kind::Ratio
        | Kind::Date
        | Kind::Time => false,
    }
}

/// Values of one family can be held against one another.
fn family(value: &Value) -> (&'static str, &str) {
    match value.kind {
        Kind::Percent | Kind::Points | Kind::Factor | Kind::Fraction => ("relative", ""),
        Kind::Money => ("money", ""),
        Kind::Number | Kind::Count => ("number", ""),
        Kind::Ordinal => ("ordinal", ""),
        Kind::Ratio => ("ratio", ""),
        Kind::Date => ("date", ""),
        Kind::Time => ("time", ""),
        Kind::Duration | Kind::Age => ("duration", ""),
        Kind::Quantity => ("quantity", value.unit.as_ref().map_or("", |unit| unit.dimension)),
    }
}

/// Whether a value is what the figure is held against.
fn is_yardstick(scene: &Scene<'_>, value: &Value) -> bool {
    let start = scene.tokens_of(value.full).start;
    let from = start.saturating_sub(YARDSTICK_REACH).max(scene.clauses().segment(start).start);
    (from..start).any(|at| scene.is(at, YARDSTICK))
}

fn claim(
    scene: &Scene<'_>,
    fact: FactId,
    value: &Value,
    values: &[&Value],
    attributes: &[Hit],
) -> Option<Claim> {
    let number = scene.tokens_of(value.core);
    let attribute = nearest(scene, value, values, attributes)?;
    let (tie, subject) = owner(scene, fact, &number, scene.tokens_of(attribute.span))?;
    Some(Claim {
        fact,
        span: value.core,
        sentence: scene.index,
        subject: Some(subject).filter(|span| !span.is_empty()),
        observed: Observed::Value(Box::new(value.clone())),
        binding: Binding::Certain(tie),
        extent: Extent::Whole,
        form: None,
    })
}

/// The attribute a value belongs to.
fn nearest(scene: &Scene<'_>, value: &Value, values: &[&Value], attributes: &[Hit]) -> Option<Hit> {
    let number = scene.tokens_of(value.core);
    let within = attributes.iter().find(|hit| value.full.overlaps(hit.span));
    let before = attributes.iter().rfind(|hit| reaches(scene, **hit, value, values));
    let behind = attributes.iter().find(|hit| is_close_behind(scene, &number, **hit));
    within.or(before).or(behind).copied()
}

/// Whether the attribute before a value reaches it: same clause, no other value nor owner between.
fn reaches(scene: &Scene<'_>, hit: Hit, value: &Value, values: &[&Value]) -> bool {
    let is_before = hit.span.end() <= value.core.start();
    let between =
        |other: &&&Value| hit.span.end() <= other.core.start() && other.core.end() <= value.core.start();
    let is_taken = values.iter().any(|other| between(&other) && other.role == value.role);
    let at = scene.token_at(hit.span.start());
    let number = scene.tokens_of(value.core);
    is_before
        && !is_taken
        && scene.clauses().are_together(at, number.start)
        && !is_governed(scene, at, &number)
}

/// Whether another noun governs the value: "revenue and a profit of $3 million".
fn is_governed(scene: &Scene<'_>, attribute: usize, number: &Range<usize>) -> bool {
    let mut at = number.start;
    while at > attribute
        && scene.is_after(at, &["a", "an", "the", "about", "nearly", "over", "almost", "some"])
    {
        at -= 1;
    }
    let noun = at.checked_sub(2);
    scene.is_after(at, &["of"])
        && noun.is_some_and(|noun| {
            noun > attribute
                && grammar::is_content(scene.text(), scene.tokens[noun])
                && !is_change(scene, noun)
        })
}

/// Whether a noun tells a change or a level of whatever is spoken of.
fn is_change(scene: &Scene<'_>, at: usize) -> bool {
    let changes = [
        "increase", "rise", "jump", "surge", "gain", "growth", "decline", "drop", "fall", "level", "rate",
        "total", "sum", "change", "spike", "leap", "decrease", "figure", "price", "amount", "height",
        "record", "value", "worth", "share",
    ];
    scene.is(at, &changes) || scene.hits.iter().any(|hit| hit.span == scene.tokens[at].span)
}

fn is_close_behind(scene: &Scene<'_>, number: &Range<usize>, hit: Hit) -> bool {
    let at = scene.token_at(hit.span.start());
    let is_near = at >= number.end && at - number.end <= BEHIND;
    let is_tied = (number.end..at).all(|between| {
        !scene.is(between, &[",", "and", "but", "as", "on", "at", "while"])
            && !scene.is(between, grammar::AUXILIARY)
    });
    is_near && is_tied && scene.clauses().are_together(at, number.start)
}

/// Who owns attribute and value; a tight tie to the attribute decides before any other.
fn owner(
    scene: &Scene<'_>,
    fact: FactId,
    number: &Range<usize>,
    attribute: Range<usize>,
) -> Option<(Tie, Span)> {
    match binding::owner_of_both(scene, fact, attribute.clone(), number) {
        Owner::Subject(tie, span) => Some((tie, span)),
        Owner::Nobody if rival::is_topic(scene, fact) && scene.fact(fact).subjects.len() == 1 => {
            Some((Tie::Sentence, scene.span_of(attribute.start..attribute.start)))
        }
        Owner::Nobody | Owner::Other => None,
    }
}
