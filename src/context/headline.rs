//! Headlines: "Orla: deal covers …", "… : report".

use crate::context::Cue;
use crate::context::Source;
use crate::context::class::Class;
use crate::context::scope::View;
use crate::document::block::Role;
use std::ops::Range;

/// How long a speaker or source at either end of a headline may be.
const LABEL: usize = 4;
/// What stands before the colon of a headline and is no speaker.
const LABELS: &[&str] = &[
    "update", "watch", "live", "exclusive", "explainer", "analysis", "opinion", "breaking", "video",
    "factbox", "timeline", "key", "in", "members", "figures", "correction", "corrected", "editorial",
    "review", "why", "how", "fact", "factcheck", "verdict", "myth",
];

/// Who a headline says is speaking.
pub fn speaker(view: &View<'_>, cues: &mut Vec<Cue>) -> Option<Source> {
    let role = view.document.blocks.get(view.place.1)?.role;
    if role != Role::Title && role != Role::Heading {
        return None;
    }
    let words = &view.outline.words;
    let colon = view.outline.colon?;
    let is_before = colon < view.claim.start;
    let label = if is_before { 0..colon } else { colon + 1..words.len() };
    if label.is_empty() || label.len() > LABEL || !words[label.start].is_capitalised && is_before {
        return None;
    }
    if is_before && is_topic(view, label.clone()) {
        return None;
    }
    let first = view.slice(words[label.start].span).to_lowercase();
    if LABELS.contains(&first.as_str()) || !is_before && !SOURCES.contains(&first.as_str()) {
        return None;
    }
    cues.push(Cue { group: "headline.speaker".to_owned(), span: view.outline.span_of(label) });
    Some(Source::Neutral)
}

/// "Harbour League: 33 clubs": whether the label is what the claim is about, and nobody who says so; in "Harbour
/// League: We have 33 clubs" it speaks.
fn is_topic(view: &View<'_>, label: Range<usize>) -> bool {
    let speaks = view.is(label.end + 1, Class::Pronoun);
    let words = view.outline.span_of(label);
    !speaks && view.site.subject.is_some_and(|subject| subject.overlaps(words))
}

/// What stands after the colon of a headline and is its source.
const SOURCES: &[&str] = &[
    "report", "reports", "source", "sources", "study", "poll", "survey", "official", "officials", "analyst",
    "analysts", "police", "minister", "data", "agency", "memo", "filing", "union",
];
