//! What is quoted in one go: a quotation, with what goes on after ", he said, " or in the next paragraph.

use crate::claim::quote::speaker;
use crate::document::Document;
use crate::document::quotation;
use crate::document::quotation::Quotation;
use crate::span::Span;

/// Words that one speaker says without a break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The quoted words in order; never empty.
    pub parts: Vec<Span>,
}

impl Passage {
    /// From the first to the last quoted byte.
    pub fn span(&self) -> Span {
        let whole = self.parts.iter().copied().reduce(Span::join);
        whole.unwrap_or(Span::at(0))
    }

    /// Each of its parts alone.
    pub fn alone(&self) -> impl Iterator<Item = Passage> + '_ {
        let is_one = self.parts.len() == 1;
        self.parts.iter().filter(move |_| !is_one).map(|part| Passage { parts: vec![*part] })
    }

    /// The quotations inside its quotations.
    pub fn nested<'p>(&'p self, text: &'p str) -> impl Iterator<Item = Passage> + 'p {
        let inner = self.parts.iter().flat_map(move |part| quotation::inside(text, *part));
        inner.map(|quotation| Passage { parts: vec![quotation.words] })
    }
}

/// How long ", he said, " may be in bytes.
const SEAM: usize = 90;

/// The passages of an article in order.
pub fn all(document: &Document<'_>) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    let mut before: Option<Quotation> = None;
    for quotation in document.quotations() {
        match passages.last_mut() {
            Some(passage) if before.is_some_and(|before| goes_on(document, before, *quotation)) => {
                passage.parts.push(quotation.words);
            }
            _ => passages.push(Passage { parts: vec![quotation.words] }),
        }
        before = Some(*quotation);
    }
    passages
}

/// Whether `next` is more of what `before` quotes.
fn goes_on(document: &Document<'_>, before: Quotation, next: Quotation) -> bool {
    let between = Span::new(before.words.end(), next.words.start());
    let seam = between.of(&document.text);
    if !before.is_closed {
        // A paragraph that is not closed goes on with the marks that open the next one.
        return seam.trim_matches(|c: char| c.is_whitespace() || !c.is_alphanumeric()).is_empty();
    }
    seam.len() <= SEAM && !seam.contains('\n') && speaker::is_aside(&document.text, between)
}

#[cfg(test)]
mod tests {
    use super::all;
    use crate::document::Document;

    #[track_caller]
    fn check(text: &str, expected: &[&[&str]]) {
        let passages = all(&Document::plain(text, None));
        let found: Vec<Vec<&str>> =
            passages.iter().map(|passage| passage.parts.iter().map(|part| part.of(text)).collect()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_speech_goes_on_after_the_speaker() {
        check("“We went,” she said, “and came back.”", &[&["We went,", "and came back."]]);
        check("She spoke of “cheap” nets and “dear” boats.", &[&["cheap"], &["dear"]]);
    }

    #[test]
    fn a_speech_goes_on_in_the_next_paragraph() {
        check("“We went on.\n\n“And on.”", &[&["We went on.", "And on."]]);
    }
}
