//! Headlines: "Orla: deal covers …", "… : report".

use crate::context::Cue;
use crate::context::Source;
use crate::context::scope::View;
use crate::document::block::Role;

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
    let first = view.slice(words[label.start].span).to_lowercase();
    if LABELS.contains(&first.as_str()) || !is_before && !SOURCES.contains(&first.as_str()) {
        return None;
    }
    cues.push(Cue { group: "headline.speaker".to_owned(), span: view.outline.span_of(label) });
    Some(Source::Neutral)
}

/// What stands after the colon of a headline and is its source.
const SOURCES: &[&str] = &[
    "report", "reports", "source", "sources", "study", "poll", "survey", "official", "officials", "analyst",
    "analysts", "police", "minister", "data", "agency", "memo", "filing", "union",
];
