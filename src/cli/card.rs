//! The card of a fact: all there is to know about it.

use crate::cli::value;
use crate::fact::EntityId;
use crate::fact::Fact;
use crate::fact::Rules;
use crate::fact::Source;
use crate::report::visible;
use crate::severity::Severity;
use crate::source::short;

/// How wide the names of the rows are.
const LABEL: usize = 11;

/// The card of `fact`.
pub fn of(rules: &Rules, fact: &Fact) -> String {
    let mut card = visible::line(&format!("{}: {}", fact.id, fact.says)) + "\n";
    for (label, lines) in rows(rules, fact) {
        let mut label = label;
        for line in lines.iter().filter(|line| !line.is_empty()) {
            card.push_str(&visible::line(&format!("  {label:LABEL$} {line}")));
            card.push('\n');
            label = "";
        }
    }
    card
}

/// The rows of the card; one without lines is left out.
fn rows(rules: &Rules, fact: &Fact) -> Vec<(&'static str, Vec<String>)> {
    vec![
        ("kind", vec![value::kind(&fact.kind).to_owned()]),
        ("severity", vec![severity(fact)]),
        ("value", value::lines(rules, &fact.kind)),
        ("subject", fact.subjects.iter().map(|id| names(rules, *id)).collect()),
        ("epithets", vec![fact.epithets.join(", ")]),
        ("attribute", vec![fact.attribute.join(", ")]),
        ("source", fact.source.iter().map(source).collect()),
        ("review by", fact.review_by.iter().map(ToString::to_string).collect()),
        ("owner", fact.owner.iter().cloned().collect()),
        ("tags", vec![fact.tags.join(", ")]),
        ("note", fact.note.iter().cloned().collect()),
        ("examples", vec![format!("{} accept, {} reject", fact.accept.len(), fact.reject.len())]),
        ("declared in", vec![declared(rules, fact)]),
    ]
}

fn severity(fact: &Fact) -> String {
    let severity = fact.severity.map_or("off", Severity::name);
    if fact.draft {
        format!("{severity}, but this is a draft, which never judges")
    } else {
        severity.to_owned()
    }
}

/// The names of an entity and what stands for it.
fn names(rules: &Rules, id: EntityId) -> String {
    let entity = rules.entity(id);
    let names = entity.names.join(", ");
    if entity.epithets.is_empty() {
        names
    } else {
        format!("{names}; the {}", entity.epithets.join(", the "))
    }
}

fn source(source: &Source) -> String {
    let read_on = source.read_on.map(|day| format!("read on {day}"));
    let parts = [&source.title, &source.url, &source.excerpt, &read_on];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", ")
}

fn declared(rules: &Rules, fact: &Fact) -> String {
    let Some(file) = rules.files.get(fact.place.file) else { return String::new() };
    format!("{}:{}", short::path(&file.path), rules.line_of(fact.place).0)
}
