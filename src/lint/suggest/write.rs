//! Drafts as TOML that loads.

use crate::fact::id;
use crate::lint::suggest::draft::Draft;
use crate::lint::suggest::draft::Kind;
use crate::lint::suggest::draft::Tried;
use crate::lint::suggest::excerpt::Excerpt;
use crate::lint::suggest::subject::Subject;
use jiff::civil::Date;
use std::collections::BTreeMap;
use toml::Value;

/// What stands above all drafts.
const HEAD: &str = "\
# A draft never judges. Read each of them: is it about the right subject, is the value right, since when
# is it so, and do its words (`attribute`, `title`) tie other values to it that are not meant? Then correct
# it, name your own source, and take `draft = true` away.
";

/// A fact as it is tried by itself: it judges, and has no examples.
pub(super) fn judging(draft: &Draft) -> String {
    let entities: String =
        draft.subject.iter().map(|subject| entity(subject, &subject.id(), &draft.epithets)).collect();
    let subject = draft.subject.as_ref().map(Subject::id);
    format!("{entities}[[fact]]\nid = \"draft\"\n{}", body(draft, subject.as_deref()))
}

/// A rule file with all drafts of the article `title`.
pub(super) fn file(drafts: &[Tried], (title, date): (&str, Option<Date>)) -> String {
    let dated = date.map(|day| format!(", {day}")).unwrap_or_default();
    let mut text = format!("# Drafted by `factlint suggest` from {}{dated}.\n{HEAD}", one_line(title));
    let (entities, ids) = entities(drafts);
    for entity in entities {
        text.push('\n');
        text.push_str(&entity);
    }
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    for tried in drafts {
        let subject = tried.draft.subject.as_ref().and_then(|subject| ids.get(&subject.names[0]));
        let id = unique(&mut taken, &fact_id(&tried.draft));
        text.push_str(&fact(tried, (&id, subject.map(String::as_str)), title));
    }
    text
}

/// The entities of all drafts, and the id of each by its first name; names of one thing are put together.
fn entities(drafts: &[Tried]) -> (Vec<String>, BTreeMap<String, String>) {
    let mut subjects: Vec<Subject> = Vec::new();
    for subject in drafts.iter().filter_map(|tried| tried.draft.subject.as_ref()) {
        let known =
            subjects.iter_mut().find(|known| known.names.iter().any(|name| subject.names.contains(name)));
        match known {
            None => subjects.push(subject.clone()),
            Some(known) => {
                let more: Vec<String> =
                    subject.names.iter().filter(|name| !known.names.contains(name)).cloned().collect();
                known.names.extend(more);
            }
        }
    }
    let mut taken = BTreeMap::new();
    let mut ids = BTreeMap::new();
    let mut written = Vec::new();
    for subject in &subjects {
        let id = unique(&mut taken, &subject.id());
        written.push(entity(subject, &id, &epithets(drafts, subject)));
        ids.extend(subject.names.iter().map(|name| (name.clone(), id.clone())));
    }
    (written, ids)
}

/// What stands for a subject in any of its drafts.
fn epithets(drafts: &[Tried], subject: &Subject) -> Vec<String> {
    let is_own = |own: &Subject| own.names.iter().any(|name| subject.names.contains(name));
    let own = drafts.iter().filter(|tried| tried.draft.subject.as_ref().is_some_and(is_own));
    let mut found: Vec<String> = Vec::new();
    for word in own.flat_map(|tried| &tried.draft.epithets) {
        if !found.contains(word) {
            found.push(word.clone());
        }
    }
    found
}

fn entity(subject: &Subject, id: &str, epithets: &[String]) -> String {
    let list = |words: &[String]| words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(", ");
    let epithets =
        if epithets.is_empty() { String::new() } else { format!("epithets = [{}]\n", list(epithets)) };
    format!("[[entity]]\nid = {}\nnames = [{}]\n{epithets}", quoted(id), list(&subject.names))
}

/// An id that nothing else has.
fn unique(taken: &mut BTreeMap<String, usize>, id: &str) -> String {
    let n = taken.entry(id.to_owned()).or_default();
    *n += 1;
    if *n == 1 { id.to_owned() } else { format!("{id}-{n}") }
}

fn fact_id(draft: &Draft) -> String {
    let name = draft.subject.as_ref().map(|subject| subject.names[0].as_str());
    id::proposed(&format!("{} {}", name.unwrap_or_default(), draft.kind.topic()))
}

fn fact(tried: &Tried, (id, subject): (&str, Option<&str>), title: &str) -> String {
    let Tried { draft, reject, .. } = tried;
    let Excerpt { text, date, .. } = &draft.excerpt;
    let dated = date.map(|day| format!(", {day}")).unwrap_or_default();
    let body = body(draft, subject);
    let source = quoted(&format!("{title}{dated}"));
    let (accept, reject) = (example(text, *date), example(reject, *date));
    format!(
        "\n# {}\n[[fact]]\nid = {}\ndraft = true\n{body}source = {{ title = {source} }}\naccept = [{accept}]\nreject = [{reject}]\n",
        review(draft),
        quoted(id),
    )
}

/// What a person has to look at first.
fn review(draft: &Draft) -> String {
    let name = draft.subject.as_ref().map_or("", |subject| subject.names[0].as_str());
    let topic = draft.kind.topic();
    let asked = match (&draft.kind, draft.from) {
        (Kind::Quote { .. }, _) if draft.subject.is_none() => "who said it? Add a `speaker`.".to_owned(),
        (Kind::Quote { .. }, _) => format!("was it {name} who said it, in these words?"),
        (Kind::Date { .. }, _) => format!("is it “{topic}” that is of that day, and of {name}?"),
        (Kind::Role { .. }, _) => format!("is it the office of {name}, and since when?"),
        (_, Some(day)) => format!("is it of {name}, and since when? The article knows it as of {day}."),
        (_, None) => {
            format!("is it of {name}, is “{topic}” what is told of, and does it hold for all times?")
        }
    };
    one_line(&format!("Review: {asked}"))
}

fn example(text: &str, date: Option<Date>) -> String {
    let text = quoted(text);
    date.map_or(text.clone(), |date| format!("{{ date = {date}, text = {text} }}"))
}

/// What makes the fact, but its id and its examples.
fn body(draft: &Draft, subject: Option<&str>) -> String {
    let role = if matches!(draft.kind, Kind::Quote { .. }) { "speaker" } else { "subject" };
    let subject = subject.map(|id| format!("{role} = {}\n", quoted(id))).unwrap_or_default();
    let head = format!("says = {}\nkind = \"{}\"\n{subject}", quoted(&draft.says), draft.kind.name());
    format!("{head}{}", own(draft))
}

/// The keys of its kind.
fn own(draft: &Draft) -> String {
    match &draft.kind {
        Kind::Count { attribute, value } => {
            format!("attribute = [{}]\n{}", quoted(attribute), truth(draft, value))
        }
        Kind::Measure { attribute, value, change } => {
            let event = change.map(|change| format!("nature = \"event\"\nchange = \"{change}\"\n"));
            let attribute = format!("attribute = [{}]\n", quoted(attribute));
            format!("{attribute}{}{}", truth(draft, &quoted(value)), event.unwrap_or_default())
        }
        Kind::Date { attribute, value, until } => {
            let attribute = format!("nature = \"event\"\nattribute = [{}]\n", quoted(attribute));
            match until {
                Some(until) => format!("{attribute}value = \"{value}/{until}\"\n"),
                None => format!("{attribute}value = {value}\n"),
            }
        }
        Kind::Role { title, value } => {
            format!("title = [{}]\n{}", quoted(title), truth(draft, &quoted(value)))
        }
        Kind::Quote { value } => format!("value = {}\n", quoted(value)),
    }
}

/// The value, with the day from which the article knows it.
fn truth(draft: &Draft, value: &str) -> String {
    match draft.from {
        Some(day) => format!("timeline = [{{ value = {value}, from = {day} }}]\n"),
        None => format!("value = {value}\n"),
    }
}

/// Some words as TOML writes them, on one line.
fn quoted(words: &str) -> String {
    Value::String(one_line(words)).to_string()
}

fn one_line(words: &str) -> String {
    words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
