//! The words beside a claim that a reader must see: what decided, and what is true.

use crate::context::lexicon::Lexicon;
use crate::context::why;
use crate::diagnostic::Label;
use crate::document::Document;
use crate::document::map::Field;
use crate::lint::Judged;
use crate::lint::wording;
use crate::span::Span;

/// The labels of a finding: the cues in force, the one that decides first, and the truth beside it.
pub(crate) fn of(lexicon: &Lexicon, document: &Document<'_>, judged: &Judged) -> Vec<Label> {
    let field = document.place(judged.claim.span).field;
    let cues = why::reasons(lexicon, &judged.context).into_iter();
    let cues = cues.map(|why| (why.cue.span, format!("{} ({})", why.label, why.cue.group)));
    let truth = judged.truth_beside.map(|span| (span, "the true value".to_owned()));
    cues.chain(truth).filter_map(|(span, text)| at(document, field, span, text)).collect()
}

/// A label below some words, where they stand in that part of the article.
pub(crate) fn at(document: &Document<'_>, field: Field, span: Span, text: String) -> Option<Label> {
    let place = document.place(span);
    let is_here = place.field == field && !place.span.is_empty();
    let sentence = wording::sentence(document, document.sentence_at(span.start()));
    is_here.then_some(Label { span: place.span, text, sentence })
}
