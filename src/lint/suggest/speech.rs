//! Facts that a quotation may state: what somebody said, word for word.

use crate::claim::quote::utterance::Utterance;
use crate::document::Document;
use crate::lint::suggest::draft::Draft;
use crate::lint::suggest::draft::Kind;
use crate::lint::suggest::excerpt;
use crate::lint::suggest::subject::Subject;
use crate::lint::suggest::subject::Subjects;
use crate::span::Span;

/// Fewer words may be anybody's.
const LEAST: usize = 4;

/// Every quotation long enough to be somebody's own.
pub(super) fn places(document: &Document<'_>) -> Vec<Span> {
    let quotations = document.quotations().iter().map(|quotation| trimmed(document, quotation.words));
    quotations.filter(|words| document.slice(*words).split_whitespace().count() >= LEAST).collect()
}

/// The words without the marks at their end, which belong to the sentence around them.
fn trimmed(document: &Document<'_>, words: Span) -> Span {
    let text = document.slice(words);
    let kept = text.trim_end_matches([',', '.', ' ']);
    Span::new(words.start(), words.start() + kept.len())
}

/// What was said, by whom the article says, or by nobody it names.
pub(super) fn drafts(
    document: &Document<'_>,
    (subjects, said): (&Subjects<'_>, &[Utterance]),
    words: Span,
) -> Vec<Draft> {
    let next = said.partition_point(|one| one.span.end() <= words.start());
    let speaker = said.get(next).filter(|one| one.span.overlaps(words));
    let speaker = speaker.and_then(|one| speaker_named(subjects, &one.speaker));
    let first = document.sentence_at(words.start());
    let Some(excerpt) = excerpt::of(document, first, words) else {
        return Vec::new();
    };
    let value = document.slice(words).split_whitespace().collect::<Vec<_>>().join(" ");
    let draft = |subject: Option<Subject>| {
        let name = subject.as_ref().map_or("Somebody".to_owned(), |subject| subject.names[0].clone());
        let says = format!("{name} said: “{value}”");
        let kind = Kind::Quote { value: value.clone() };
        Draft { subject, epithets: Vec::new(), kind, from: None, says, excerpt: excerpt.clone() }
    };
    let named = speaker.map(|subject| draft(Some(subject)));
    named.into_iter().chain([draft(None)]).collect()
}

/// Who has that family name, given in small letters.
fn speaker_named(subjects: &Subjects<'_>, family: &str) -> Option<Subject> {
    let is_so = |name: &&str| name.rsplit(' ').next().is_some_and(|last| last.to_lowercase() == family);
    let written = subjects.written().find(is_so)?.rsplit(' ').next()?.to_owned();
    let whole = subjects.whole_name(&written);
    let names = if whole == written { vec![whole] } else { vec![whole, written] };
    Some(Subject { names, sentence: 0 })
}
