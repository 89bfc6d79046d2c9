//! Marked sentences: what a group of cues decides about, and what it leaves alone.
//!
//! «…» is the claim, {…} a true value of the same fact, […] a value that is not true, <…> the year 2019.

use crate::context::Context;
use crate::context::Site;
use crate::context::Status;
use crate::context::group::Effect;
use crate::context::group::Group;
use crate::context::group::NatureName;
use crate::context::lexicon::Lexicon;
use crate::context::reading::Reading;
use crate::document::Document;
use crate::fact::Nature;
use crate::span::Span;
use crate::value::date::Grain;
use crate::value::date::Period;
use jiff::civil::Date;
use jiff::civil::date;

/// A sentence and what was marked in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Example {
    text: String,
    claim: Span,
    truths: Vec<Span>,
    rivals: Vec<Span>,
    dates: Vec<(Span, Period)>,
}

/// The day on which the sentences are read.
const DAY: Date = date(2026, 1, 5);
/// The year of `<…>`.
const YEAR: Period = Period { start: date(2019, 1, 1), end: date(2020, 1, 1), grain: Grain::Year };

impl Example {
    /// Takes the marks out of a sentence; `None` if no words stand between « and ».
    pub fn read(marked: &str) -> Option<Example> {
        let mut found = Example::default();
        let mut open = 0;
        for c in marked.chars() {
            let at = found.text.len();
            match c {
                '«' | '{' | '[' | '<' => open = at,
                '»' => found.claim = Span::new(open, at),
                '}' => found.truths.push(Span::new(open, at)),
                ']' => found.rivals.push(Span::new(open, at)),
                '>' => found.dates.push((Span::new(open, at), YEAR)),
                _ => found.text.push(c),
            }
        }
        (!found.claim.is_empty()).then_some(found)
    }

    /// How the sentence stands to its claim, a false value of a fact of that nature.
    pub fn context(&self, lexicon: &Lexicon, nature: Nature) -> Context {
        let document = Document::plain(&self.text, Some(DAY));
        let rivals = [&self.rivals[..], &[self.claim]].concat();
        let (claim, truths, dates) = (self.claim, &self.truths, &self.dates);
        let site =
            Site { claim, subject: None, deed: None, form: None, nature, truths, rivals: &rivals, dates };
        Reading::new(lexicon, &document, &[]).of(&site)
    }

    /// Whether `group` of `lexicon` decides about the claim; an idiom decides that nothing does.
    pub fn is_decided_by(&self, lexicon: &Lexicon, group: &Group) -> bool {
        let context = self.context(lexicon, nature(group));
        match group.effect {
            Effect::Idiom | Effect::Presuppose => context.status() == Status::Asserted,
            Effect::Uphold => context.status() == Status::Attributed,
            _ => context.cues.iter().any(|cue| cue.group == group.id),
        }
    }
}

/// The nature of the facts in the examples of a group.
pub fn nature(group: &Group) -> Nature {
    match group.nature {
        Some(NatureName::Plan) => Nature::Plan,
        Some(NatureName::Event) => Nature::Event,
        Some(NatureName::State) | None => Nature::State,
    }
}
