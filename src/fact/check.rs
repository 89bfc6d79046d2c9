//! What only shows when all facts are known: two facts that claim the same thing.

use crate::fact::EntityId;
use crate::fact::Fact;
use crate::fact::Kind;
use crate::fact::mistake::Mistake;
use jiff::civil::Date;
use rustc_hash::FxHashMap;

/// A day on and until which something holds; `None` is without end.
type Stretch = (Option<Date>, Option<Date>);

/// Warns of facts that claim the same subject, attribute and kind for the same days.
pub fn rivals(facts: &[Fact]) -> Vec<Mistake> {
    let mut groups: FxHashMap<(&str, Vec<EntityId>), Vec<&Fact>> = FxHashMap::default();
    groups.reserve(facts.len());
    let mut mistakes = Vec::new();
    // A draft is there to be compared with what it would replace.
    for fact in facts.iter().filter(|fact| !fact.draft) {
        let group = groups.entry((kind(fact), sorted(&fact.subjects))).or_default();
        mistakes.extend(group.iter().find(|first| is_rival(first, fact)).map(|first| warning(first, fact)));
        group.push(fact);
    }
    mistakes
}

fn warning(first: &Fact, second: &Fact) -> Mistake {
    let message = format!("the facts `{}` and `{}` claim the same thing", first.id, second.id);
    Mistake::warning(second.place, message).label(first.place, "the other one").help(
        "put them into one fact, or tell them apart by `attribute`, `requires` or the dates of a `timeline`",
    )
}

fn sorted(subjects: &[EntityId]) -> Vec<EntityId> {
    let mut subjects = subjects.to_vec();
    subjects.sort_unstable();
    subjects
}

fn kind(fact: &Fact) -> &'static str {
    match fact.kind {
        Kind::Count(_) => "count",
        Kind::Measure { .. } => "measure",
        Kind::Date { .. } => "date",
        Kind::Term { .. } => "term",
        Kind::Role { .. } => "role",
        Kind::Quote { .. } => "quote",
        Kind::Name { .. } => "name",
        Kind::Statement { .. } => "statement",
    }
}

fn is_rival(first: &Fact, second: &Fact) -> bool {
    is_same_claim(first, second) && first.requires == second.requires && is_same_time(first, second)
}

fn is_same_claim(first: &Fact, second: &Fact) -> bool {
    let is_tied = shares(&first.attribute, &second.attribute);
    match (&first.kind, &second.kind) {
        (Kind::Measure { value: a, change: up }, Kind::Measure { value: b, change: down }) => {
            let unit = |value: &crate::value::Value| value.unit.as_ref().map(|unit| unit.dimension);
            let first_unit = a.entries.first().map(|entry| unit(&entry.value));
            is_tied && up == down && first_unit == b.entries.first().map(|entry| unit(&entry.value))
        }
        (Kind::Role { title: a, .. }, Kind::Role { title: b, .. }) => shares(a, b),
        (Kind::Quote { words: a, .. }, Kind::Quote { words: b, .. }) => a == b,
        (Kind::Name { written: a, .. }, Kind::Name { written: b, .. }) => a == b,
        (Kind::Statement { .. }, _) => false,
        _ => is_tied,
    }
}

/// Whether one list holds all words of the other.
fn shares(first: &[String], second: &[String]) -> bool {
    let (few, many) = if first.len() < second.len() { (first, second) } else { (second, first) };
    !few.is_empty() && few.iter().all(|word| many.contains(word))
}

fn is_same_time(first: &Fact, second: &Fact) -> bool {
    let (first, second) = (stretches(first), stretches(second));
    let is_always = first.is_empty() || second.is_empty();
    is_always || first.iter().any(|one| second.iter().any(|other| meets(*one, *other)))
}

fn stretches(fact: &Fact) -> Vec<Stretch> {
    match &fact.kind {
        Kind::Count(value) => value.stretches(),
        Kind::Measure { value, .. } => value.stretches(),
        Kind::Date { value, .. } => value.stretches(),
        Kind::Term { value, .. } => value.stretches(),
        Kind::Role { holder, .. } => holder.stretches(),
        Kind::Quote { .. } | Kind::Name { .. } | Kind::Statement { .. } => Vec::new(),
    }
}

fn meets(one: Stretch, other: Stretch) -> bool {
    let begins_before_end = |from: Option<Date>, until: Option<Date>| match (from, until) {
        (Some(from), Some(until)) => from < until,
        _ => true,
    };
    begins_before_end(one.0, other.1) && begins_before_end(other.0, one.1)
}

#[cfg(test)]
mod tests {
    use crate::fact::trial::check_texts;

    const ENTITY: &str = "[[entity]]\nid = 'league'\nnames = ['League']\n";
    const HELP: &str =
        "put them into one fact, or tell them apart by `attribute`, `requires` or the dates of a `timeline`";

    /// Two counts of the league with these further keys, and whether they claim the same thing.
    #[track_caller]
    fn check(first: &str, second: &str, is_rival: bool) {
        let fact = |id: &str, keys: &str| {
            format!("[[fact]]\nid = '{id}'\nsays = 'a'\nkind = 'count'\nsubject = 'league'\n{keys}\n")
        };
        let text = [ENTITY, &fact("a", first), &fact("b", second)].concat();
        let expected = [("[[fact]]", "the facts `a` and `b` claim the same thing", HELP)];
        check_texts(&[&text], if is_rival { &expected } else { &[] });
    }

    #[test]
    fn two_facts_of_one_attribute_are_rivals() {
        check("attribute = ['club']\nvalue = 1", "attribute = ['team', 'club']\nvalue = 2", true);
        check("attribute = ['club', 'cup']\nvalue = 1", "attribute = ['team', 'club']\nvalue = 2", false);
    }

    #[test]
    fn facts_of_different_times_are_no_rivals() {
        let early = "attribute = ['club']\ntimeline = [{ value = 1, from = 2020-01-01, until = 2021-01-01 }]";
        let late = "attribute = ['club']\ntimeline = [{ value = 1, from = 2021-01-01 }]";
        check(early, late, false);
        check(early, early, true);
    }

    #[test]
    fn facts_of_different_articles_are_no_rivals() {
        check(
            "attribute = ['club']\nvalue = 1\nrequires = ['cup']",
            "attribute = ['club']\nvalue = 2",
            false,
        );
    }

    #[test]
    fn a_draft_is_no_rival() {
        check("attribute = ['club']\nvalue = 1\ndraft = true", "attribute = ['club']\nvalue = 2", false);
    }
}
