//! Marked sentences for the tests of this folder.
//!
//! «…» is the claim, {…} a true value of the same fact, […] a value that is not true, <…> the year 2019.

use crate::context::Context;
use crate::context::Site;
use crate::context::Status;
use crate::context::lexicon::Lexicon;
use crate::context::reading::Reading;
use crate::document::Document;
use crate::fact::Nature;
use crate::span::Span;
use crate::value::date::Grain;
use crate::value::date::Period;
use jiff::civil::date;

/// A text and what was marked in it.
#[derive(Default)]
struct Marked {
    text: String,
    claim: Option<Span>,
    truths: Vec<Span>,
    rivals: Vec<Span>,
    dates: Vec<(Span, Period)>,
}

/// The year of `<…>`.
pub fn year() -> Period {
    Period { start: date(2019, 1, 1), end: date(2020, 1, 1), grain: Grain::Year }
}

fn unmark(marked: &str) -> Marked {
    let mut found = Marked::default();
    let mut open = 0;
    for c in marked.chars() {
        let at = found.text.len();
        match c {
            '«' | '{' | '[' | '<' => open = at,
            '»' => found.claim = Some(Span::new(open, at)),
            '}' => found.truths.push(Span::new(open, at)),
            ']' => found.rivals.push(Span::new(open, at)),
            '>' => found.dates.push((Span::new(open, at), year())),
            _ => found.text.push(c),
        }
    }
    found
}

/// The context of the claim in a marked text, a false value of a fact of that nature.
pub fn of(marked: &str, nature: Nature) -> Context {
    let mut found = unmark(marked);
    let claim = found.claim.unwrap_or(Span::at(0));
    found.rivals.push(claim);
    let document = Document::plain(&found.text, Some(date(2026, 1, 5)));
    let (truths, rivals, dates) = (&found.truths, &found.rivals, &found.dates);
    let site = Site { claim, subject: None, form: None, nature, truths, rivals, dates };
    Reading::new(Lexicon::built_in(), &document, &[]).of(&site)
}

/// Checks that the claims of all `texts` have that status.
#[track_caller]
pub fn check(status: Status, nature: Nature, texts: &[&str]) {
    let read = |text: &&&str| of(text, nature);
    let wrong = texts.iter().filter(|text| read(text).status() != status);
    let wrong: Vec<_> = wrong.map(|text| (*text, of(text, nature).status(), of(text, nature).cues)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
