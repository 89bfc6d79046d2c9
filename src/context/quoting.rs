//! Quotations: whose words a claim is in, and which cues they hide.
//!
//! Up to three words are borrowed words and let everything through; a clause that somebody says is
//! theirs, cues included.

use crate::context::automaton::Hit;
use crate::context::scope::View;
use crate::document::quotation::Quotation;
use crate::span::Span;

/// How a quotation that holds a claim is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// "classified": borrowed words, transparent.
    Borrowed,
    /// A part of a sentence.
    Partial,
    /// A clause that somebody says.
    Direct,
}

/// A quotation of at most this many words borrows them.
const BORROWED: usize = 3;
/// A clause has at least this many words.
const CLAUSE: usize = 5;

/// How the quotation around the claim is to be read, if there is one.
pub fn size(view: &View<'_>) -> Option<Size> {
    let quotation = around(view, view.site.claim)?;
    if quotation.is_block {
        return Some(Size::Direct);
    }
    let words = view.slice(quotation.words);
    let n_words = words.split_whitespace().take(CLAUSE).count();
    Some(match n_words {
        0..=BORROWED => Size::Borrowed,
        CLAUSE.. if is_clause(words, quotation) => Size::Direct,
        _ => Size::Partial,
    })
}

/// A clause begins with a capital or an "I", ends with a stop or a comma, or is never closed.
fn is_clause(words: &str, quotation: Quotation) -> bool {
    let begins = words.trim_start().starts_with(char::is_uppercase);
    let ends = words.trim_end().ends_with(['.', ',', '!', '?', '…']);
    begins || ends || !quotation.is_closed
}

/// The quotation that holds `span`.
pub fn around(view: &View<'_>, span: Span) -> Option<Quotation> {
    let quotations = view.document.quotations();
    let next = quotations.partition_point(|quotation| quotation.words.start() <= span.start());
    let quotation = *quotations.get(next.checked_sub(1)?)?;
    quotation.words.contains(span).then_some(quotation)
}

/// Whether `hit` stands in a quotation of several words that does not hold the claim.
pub fn hides(view: &View<'_>, hit: &Hit) -> bool {
    let span = view.outline.span_of(hit.first..hit.end);
    around(view, span).is_some_and(|quotation| {
        !quotation.words.contains(view.site.claim)
            && view.slice(quotation.words).split_whitespace().nth(1).is_some()
    })
}
