//! Who among the entities is a person.

use crate::claim::anchor::FactWords;
use crate::effort;
use crate::fact::EntityId;
use crate::fact::Fact;
use crate::fact::Kind;
use crate::fact::Rules;

/// What an entity is, as far as pronouns go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Being {
    /// "he" or "she".
    Person,
    /// "it" or "they".
    Thing,
    /// Either: it is called as people are, and did what people and storms may do.
    Doer,
}

/// What each entity is. A person is whoever holds an office, is quoted, was born, or has a family name.
pub fn all(rules: &Rules, words: &[FactWords]) -> Vec<Being> {
    let called = |names: &[String]| if has_family_name(names) { Being::Person } else { Being::Thing };
    let mut found: Vec<Being> = rules.entities.iter().map(|entity| called(&entity.names)).collect();
    for (id, fact) in rules.numbered_facts().filter(|(_, fact)| is_of_thing(fact)) {
        for subject in fact.subjects.iter().map(|subject| subject.index()) {
            let may_do = found[subject] != Being::Thing
                && matches!(fact.kind, Kind::Count(_))
                && words[id.index()].own(fact).verb.is_some();
            found[subject] = if may_do { Being::Doer } else { Being::Thing };
        }
    }
    effort::spend(rules.entities.len() + rules.facts.len());
    for fact in &rules.facts {
        let holders: Vec<EntityId> = match &fact.kind {
            Kind::Role { holder, .. } => holder.declared().collect(),
            Kind::Quote { speaker: Some(speaker), .. } => vec![*speaker],
            Kind::Date { .. } if is_of_life(fact) => fact.subjects.clone(),
            Kind::Count(_)
            | Kind::Measure { .. }
            | Kind::Date { .. }
            | Kind::Term { .. }
            | Kind::Quote { speaker: None, .. }
            | Kind::Name { .. }
            | Kind::Statement { .. } => Vec::new(),
        };
        for holder in holders {
            found[holder.index()] = Being::Person;
        }
    }
    found
}

/// Whether a fact is of a thing or a body: people have no members, no length and no chief executive.
fn is_of_thing(fact: &Fact) -> bool {
    match &fact.kind {
        Kind::Count(_) | Kind::Measure { .. } | Kind::Role { .. } => true,
        Kind::Date { .. } => !is_of_life(fact),
        Kind::Term { .. } | Kind::Quote { .. } | Kind::Name { .. } | Kind::Statement { .. } => false,
    }
}

/// What happens to people alone.
const LIFE: &[&str] = &["born", "birth", "died", "death", "married", "wedding"];

/// Whether a fact is of the days of a life.
fn is_of_life(fact: &Fact) -> bool {
    fact.attribute.iter().any(|word| LIFE.contains(&word.as_str()))
}

/// Whether one of the names is the last word of another, as people are called: "Ana Brandt", "Brandt".
fn has_family_name(names: &[String]) -> bool {
    shares_family_name(names)
        || names.iter().any(|name| {
            let is_word = !name.contains(' ') && name.starts_with(char::is_uppercase);
            is_word
                && names
                    .iter()
                    .any(|whole| whole.strip_suffix(name.as_str()).is_some_and(|rest| rest.ends_with(' ')))
        })
}

/// "Ivo Sorrel", "Pastor Sorrel": whether two names of two words end alike.
fn shares_family_name(names: &[String]) -> bool {
    let pairs =
        names.iter().filter_map(|name| name.split_once(' ')).filter(|(_, family)| !family.contains(' '));
    let pairs: Vec<(&str, &str)> = pairs.collect();
    pairs
        .iter()
        .enumerate()
        .any(|(at, (given, family))| pairs[..at].iter().any(|(other, same)| same == family && other != given))
}
