//! Facts that a quotation may state: what somebody said, word for word.

use crate::claim::quote::utterance::Utterance;
use crate::document::Document;
use crate::lint::suggest::draft::Draft;
use crate::lint::suggest::draft::Kind;
use crate::lint::suggest::excerpt;
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

/// What was said, by whom the article says; of nobody's words there is no fact.
pub(super) fn drafts(
    document: &Document<'_>,
    (subjects, said): (&Subjects<'_>, &[Utterance]),
    words: Span,
) -> Vec<Draft> {
    let next = said.partition_point(|one| one.span.end() <= words.start());
    let own = said.get(next).filter(|one| one.span.overlaps(words));
    let first = document.sentence_at(words.start());
    let speaker = own.and_then(|one| subjects.of_family(&one.speaker, first));
    let (Some(subject), Some(excerpt)) = (speaker, excerpt::of(document, first, words)) else {
        return Vec::new();
    };
    let value = document.slice(words).split_whitespace().collect::<Vec<_>>().join(" ");
    let says = format!("{} said: “{value}”", subject.names[0]);
    let kind = Kind::Quote { value };
    vec![Draft { subject: Some(subject), epithets: Vec::new(), kind, from: None, says, excerpt }]
}
