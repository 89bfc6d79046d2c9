//! Facts that a name with a title may state.

use crate::claim::titled::Titled;
use crate::claim::titles;
use crate::document::Document;
use crate::lint::suggest::draft::Draft;
use crate::lint::suggest::draft::Kind;
use crate::lint::suggest::excerpt;
use crate::lint::suggest::subject::Subject;
use crate::lint::suggest::subject::Subjects;
use crate::span::Span;

/// Words between an owner and a title.
const SINCE: &[&str] = &["acting", "current", "former", "founding", "interim", "longtime", "new", "then"];
/// Words that are no office by themselves: "general counsel", "executive order".
const NO_OFFICE: &[&str] = &["acting", "deputy", "executive", "general", "major"];
/// Words at the end of a name that belong to the title behind it: "Senate Minority leader".
const OF_TITLE: &[&str] = &[
    "assistant", "associate", "deputy", "executive", "foreign", "general", "lieutenant", "major", "majority",
    "minority", "prime", "vice",
];

/// The facts that a name with a title may state.
pub(super) fn drafts(document: &Document<'_>, subjects: &Subjects<'_>, titled: Titled) -> Vec<Draft> {
    let person = subjects.whole_name(document.slice(titled.name));
    let title = document.slice(titled.title);
    let title = if title.chars().any(char::is_lowercase) { title.to_lowercase() } else { title.to_owned() };
    let is_person =
        person.contains(' ') && !person.split(' ').any(|word| titles::is_no_name(word.trim_end_matches('s')));
    if !is_person || NO_OFFICE.contains(&title.as_str()) {
        return Vec::new();
    }
    let names = subjects.spans_in(document.sentence_at(titled.title.start()));
    let others = names.into_iter().filter(|name| !name.overlaps(titled.span()) && is_body(document, *name));
    // A name beside the title owns it, before the one that the sentence is about.
    let mut others: Vec<Span> =
        others.filter(|name| is_beside(document, *name, titled) || opens(document, *name)).collect();
    others.sort_by_key(|name| !is_beside(document, *name, titled));
    let owners = others.into_iter().filter_map(|name| subjects.at(name));
    let owners = owners.filter(|owner| owner.names.iter().all(|name| !person.contains(name.as_str())));
    owners.flat_map(|owner| about(document, owner, &title, (person, titled))).collect()
}

/// Whether a name can be that of somebody who has offices to give.
fn is_body(document: &Document<'_>, name: Span) -> bool {
    let written = document.slice(name);
    let last = written.rsplit(' ').next().unwrap_or(written).to_lowercase();
    let is_loud = written.contains(' ') && !written.chars().any(char::is_lowercase);
    // "National Security Advisor Jake Sullivan" is a person.
    let has_title = written.split(' ').any(titles::is_office);
    !is_loud && !has_title && !OF_TITLE.contains(&last.as_str())
}

/// Whether a sentence begins with a name.
fn opens(document: &Document<'_>, name: Span) -> bool {
    let start = document.sentences()[document.sentence_at(name.start())].span.start();
    matches!(document.slice(Span::new(start, name.start())), "" | "The ")
}

/// Whether a name stands right beside a title: "Orvane's former chief executive", "chief executive of Orvane".
fn is_beside(document: &Document<'_>, name: Span, titled: Titled) -> bool {
    let between = |from: usize, to: usize| (from <= to).then(|| document.slice(Span::new(from, to)));
    let before = between(name.end(), titled.title.start());
    let after = between(titled.title.end(), name.start());
    let is_owner = |words: &str| {
        let rest = words.trim_start_matches(['\'', '’']).trim_start_matches("s ").trim();
        rest.is_empty() || SINCE.contains(&rest)
    };
    before.is_some_and(is_owner) || after.is_some_and(|words| matches!(words, " of " | " of the "))
}

/// The office of one organisation: as of the article's day, and without one.
fn about(
    document: &Document<'_>,
    subject: Subject,
    title: &str,
    (person, titled): (&str, Titled),
) -> Vec<Draft> {
    let Some(excerpt) = excerpt::of(document, subject.sentence, titled.name) else { return Vec::new() };
    let kind = Kind::Role { title: title.to_owned(), value: person.to_owned() };
    let says = format!("{person} is {title} of {}", subject.names[0]);
    let draft = Draft { subject: Some(subject), epithets: Vec::new(), kind, from: None, says, excerpt };
    let dated = document.date().map(|day| Draft { from: Some(day), ..draft.clone() });
    dated.into_iter().chain([draft]).collect()
}
