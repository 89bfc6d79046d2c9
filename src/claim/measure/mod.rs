//! Claims of how much: money, percentages, physical quantities, stretches of time.
//!
//! A value belongs to the nearest attribute of its clause: one before it with no other such value
//! between ("sales rose 140%"), or one close behind ("a 140% jump in sales"). What stands
//! after "than", "compared with" or "forecasts of" is a yardstick, not the figure.

mod attribute;
pub mod compound;
mod far;
mod opposite;
mod yardstick;

use crate::claim::Binding;
use crate::claim::Claim;
use crate::claim::Observed;
use crate::claim::anchor::Hit;
use crate::claim::binding;
use crate::claim::binding::Owner;
use crate::claim::binding::Tie;
use crate::claim::binding::rival;
use crate::claim::binding::stranger;
use crate::claim::deed;
use crate::claim::occasion;
use crate::claim::scene::Scene;
use crate::claim::slice;
use crate::claim::slice::object;
use crate::claim::topic;
use crate::fact::FactId;
use crate::fact::Kind as FactKind;
use crate::fact::Nature;
use crate::span::Span;
use crate::value::Kind;
use crate::value::Role;
use crate::value::Value;
use std::ops::Range;

/// Finds what a sentence says of a `measure` fact.
pub fn find(scene: &Scene<'_>, fact: FactId, claims: &mut Vec<Claim>) {
    let attributes = scene.hits_of(&scene.anchors.fact(fact).attribute);
    let attributes: Vec<Hit> = attributes.filter(|hit| !is_of_another(scene, fact, *hit)).collect();
    let values: Vec<&Value> =
        scene.values().iter().filter(|value| is_like_truth(scene, fact, value)).collect();
    opposite::find(scene, fact, &values, claims);
    if attributes.is_empty() {
        let told =
            |value: &&Value| going_on(scene, fact, value).or_else(|| compound::claim(scene, fact, value));
        claims.extend(values.iter().filter_map(told));
        return;
    }
    for value in &values {
        let is_figure = value.role != Role::From || is_level(scene, fact);
        let is_other = yardstick::is_one(scene, value)
            || yardstick::is_past_peak(scene, fact, value)
            || yardstick::is_share(scene, value)
            || slice::is_one(scene, fact, value, &attributes);
        if is_figure && !is_other {
            claims.extend(claim(scene, fact, value, &values, &attributes));
        }
    }
}

/// Whether a word of the fact speaks of another kind of thing, or of the same for another thing.
fn is_of_another(scene: &Scene<'_>, fact: FactId, hit: Hit) -> bool {
    attribute::is_of_another_kind(scene, fact, hit) || object::is_for_another(scene, fact, hit)
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

/// Whether a value is a plain number on a scale that has no unit.
fn is_scale(value: &Value) -> bool {
    value.unit.as_ref().is_some_and(|unit| unit.dimension == "magnitude")
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
        // "a magnitude of 6.4" is a number that says of what scale it is.
        Kind::Quantity if is_scale(value) => ("number", ""),
        Kind::Quantity => ("quantity", value.unit.as_ref().map_or("", |unit| unit.dimension)),
    }
}

/// "Its rate was misstated. It is 4%."
fn going_on(scene: &Scene<'_>, fact: FactId, value: &Value) -> Option<Claim> {
    let is_told = topic::goes_on(scene, fact) && topic::told(scene, value.full).is_some();
    let is_ours = is_told && rival::is_topic(scene, fact);
    let observed = Observed::Value(Box::new(value.clone()));
    let tied = (Tie::Sentence, Span::at(value.core.start()));
    is_ours.then(|| Claim::bound(scene, fact, value.core, observed, tied))
}

fn claim(
    scene: &Scene<'_>,
    fact: FactId,
    value: &Value,
    values: &[&Value],
    attributes: &[Hit],
) -> Option<Claim> {
    let number = scene.tokens_of(value.core);
    let attribute = attribute::nearest(scene, value, values, attributes)?;
    if attribute::is_of_place(scene, fact, attribute) {
        return None;
    }
    let value = &as_told(scene, fact, value, attribute);
    if deed::is_of_another(scene, fact, &number, &scene.tokens_of(attribute.span)) {
        return None;
    }
    let (tie, subject) = owner(scene, fact, &number, scene.tokens_of(attribute.span))?;
    if !binding::all_are_meant(scene, fact) {
        return None;
    }
    if occasion::is_another(scene, fact, &number) {
        return None;
    }
    let binding = if far::is_far(scene, fact, value) { Binding::Doubtful } else { Binding::Certain(tie) };
    let observed = Observed::Value(Box::new(value.clone()));
    Some(Claim { binding, ..Claim::bound(scene, fact, value.core, observed, (tie, subject)) })
}

/// The value as the words of its attribute tell it.
fn as_told(scene: &Scene<'_>, fact: FactId, value: &Value, attribute: Hit) -> Value {
    let changes = matches!(scene.fact(fact).kind, FactKind::Measure { change: Some(_), .. });
    let start = scene.tokens_of(value.full).start;
    let says_by = slice::names(&scene.fact(fact).says, "by");
    let by = usize::from(says_by && scene.is_after(start, &["by"]));
    let leads = scene.tokens_of(attribute.span).end == start - by;
    let role = match value.role {
        // "The hill rises 300 metres", "lost $45 million": a verb of the fact itself tells no change where the fact is of none.
        Role::Up | Role::Down if matches!(value.kind, Kind::Quantity | Kind::Money) && leads && !changes => {
            Role::Level
        }
        // "The rise in sales was put at 140 percent".
        Role::Level if changes => attribute::change_of(scene, attribute).unwrap_or(Role::Level),
        role => role,
    };
    let is_bare = matches!(&scene.fact(fact).kind, FactKind::Measure { value: truth, .. }
        if truth.entries.iter().all(|entry| entry.value.unit.is_none()));
    if is_scale(value) && is_bare {
        return Value { role, kind: Kind::Number, unit: None, ..value.clone() };
    }
    Value { role, ..value.clone() }
}

/// Who owns attribute and value; a tight tie to the attribute decides before any other.
fn owner(
    scene: &Scene<'_>,
    fact: FactId,
    number: &Range<usize>,
    attribute: Range<usize>,
) -> Option<(Tie, Span)> {
    let told = attribute.start.min(number.start)..number.end;
    match binding::owner_of_both(scene, fact, attribute.clone(), number) {
        Owner::Subject(tie, span) => Some((tie, span)),
        Owner::Nobody
            if rival::is_topic(scene, fact)
                && !rival::is_held_against(scene, fact)
                && scene.fact(fact).subjects.len() == 1
                && !stranger::has_another_subject(scene, fact, number, &told) =>
        {
            Some((Tie::Sentence, scene.span_of(attribute.start..attribute.start)))
        }
        Owner::Nobody | Owner::Other => None,
    }
}
