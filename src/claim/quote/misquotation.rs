//! The words that differ, with where they stand.

use crate::claim::quote::Edit;
use crate::claim::quote::Misquotation;
use crate::claim::quote::align::Alignment;
use crate::claim::quote::align::Change;
use crate::claim::quote::lawful;
use crate::claim::quote::word::Word;
use crate::span::Span;

/// A text with its words.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) text: &'a str,
    pub(super) words: &'a [Word],
}

/// How many words after the end of a cut are shown.
const SHOWN: usize = 3;

/// What the changes come to, and the printed words that are marked.
pub(super) fn of_changes(
    printed: Side<'_>,
    said: Side<'_>,
    changes: &[Change],
) -> Option<(Span, Misquotation)> {
    let (first, last) = (changes.first()?, changes.last()?);
    let p = first.printed.start..last.printed.end;
    let s = first.said.start..last.said.end;
    // A word more or less is only seen between its neighbours.
    let is_gap = p.is_empty() || s.is_empty();
    let span = marked(printed.words, p, is_gap && first.printed.is_empty());
    let misquotation = Misquotation {
        said: marked(said.words, s, is_gap).of(said.text).to_owned(),
        printed: span.of(printed.text).to_owned(),
        edits: changes.iter().map(|change| edit(printed, said, change)).collect(),
        is_grave: changes.iter().any(|change| lawful::is_grave(printed.words, said.words, change)),
    };
    Some((span, misquotation))
}

fn edit(printed: Side<'_>, said: Side<'_>, change: &Change) -> Edit {
    let words = |side: Side<'_>, range: &std::ops::Range<usize>| {
        marked(side.words, range.clone(), false).of(side.text).to_owned()
    };
    match (change.printed.is_empty(), change.said.is_empty()) {
        (true, _) => Edit::LeftOut(words(said, &change.said)),
        (false, true) => Edit::Added(words(printed, &change.printed)),
        (false, false) => {
            Edit::Changed { said: words(said, &change.said), printed: words(printed, &change.printed) }
        }
    }
}

/// "We shall sail …" for "We shall sail unless it storms": the dots hide what takes it back.
pub(super) fn of_cut(
    printed: Side<'_>,
    said: Side<'_>,
    alignment: &Alignment,
) -> Option<(Span, Misquotation)> {
    let at = alignment.said.end;
    let is_at_end = alignment.printed.end == printed.words.len();
    if !is_at_end || !lawful::turns_at(said.words, at) {
        return None;
    }
    let span = printed.words.last()?.span;
    let shown = at.saturating_sub(1)..(at + SHOWN).min(said.words.len());
    let said = marked(said.words, shown, false).of(said.text).to_owned();
    Some((
        span,
        Misquotation {
            said,
            printed: format!("{}…", span.of(printed.text)),
            edits: Vec::new(),
            is_grave: false,
        },
    ))
}

/// The words of a range, with those on either side where it is a gap.
fn marked(words: &[Word], range: std::ops::Range<usize>, is_gap: bool) -> Span {
    let wide = if is_gap { range.start.saturating_sub(1)..(range.end + 1).min(words.len()) } else { range };
    match words.get(wide) {
        Some([first, .., last]) => first.span.join(last.span),
        Some([one]) => one.span,
        _ => Span::at(0),
    }
}
