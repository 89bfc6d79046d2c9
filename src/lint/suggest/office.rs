//! Facts that a name with a title may state.

use crate::claim::titled::Titled;
use crate::document::Document;
use crate::document::passage;
use crate::lint::suggest::draft::Draft;
use crate::lint::suggest::draft::Kind;
use crate::lint::suggest::excerpt;
use crate::lint::suggest::subject::Subject;
use crate::lint::suggest::subject::Subjects;
use crate::span::Span;
use std::cmp::Reverse;

/// How many bytes before a title the name of its owner may begin.
const BESIDE: usize = 60;

/// The facts that a name with a title may state.
pub(super) fn drafts(document: &Document<'_>, subjects: &Subjects<'_>, titled: Titled) -> Vec<Draft> {
    let person = subjects.whole_name(document.slice(titled.name));
    let title = document.slice(titled.title);
    let title = if title.chars().any(char::is_lowercase) { title.to_lowercase() } else { title.to_owned() };
    let mut others = subjects.near(titled.span());
    others.retain(|subject| !subject.names.iter().any(|name| person.contains(name.as_str())));
    // A name beside the title owns it; of the others the article's own subject does, more likely than not.
    others
        .sort_by_key(|subject| (!is_beside(document, subject, titled), Reverse(subjects.frequency(subject))));
    let drafts = others.into_iter().flat_map(|subject| about(document, subject, &title, (&person, titled)));
    drafts.collect()
}

/// Whether a name stands right beside a title: "Orvane's former chief executive", "chief executive of Orvane".
fn is_beside(document: &Document<'_>, subject: &Subject, titled: Titled) -> bool {
    let (start, end) = (titled.title.start(), titled.title.end());
    let from = passage::boundary(&document.text, start.saturating_sub(BESIDE));
    let before = document.slice(Span::new(from, start));
    let after = document.slice(Span::new(end, document.text.len()));
    let owns = |name: &String| {
        let is_before =
            before.rsplit_once(name.as_str()).is_some_and(|(_, rest)| !rest.contains([',', ';', '.']));
        let after = after.strip_prefix(" of ").map(|rest| rest.strip_prefix("the ").unwrap_or(rest));
        is_before || after.is_some_and(|rest| rest.starts_with(name.as_str()))
    };
    subject.names.iter().any(owns)
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
