//! How it is said: is a claim asserted, denied, hedged, attributed, taken back, past, hypothetical?
//!
//! Cue words are data, `lexicon.toml` beside this file; what is here is scope: which cue reaches which
//! claim. [`Reading`] holds what is known of an article's sentences; [`read`] looks at one claim in its
//! sentence and its neighbours. One file a dimension of [`Context`], and one for each means of scope.

pub mod automaton;
pub mod certainty;
pub mod change;
pub mod class;
pub mod clause;
pub mod dated;
pub mod evidence;
pub mod example;
pub mod fate;
pub mod form;
pub mod group;
pub mod headline;
pub mod insertion;
pub mod lexicon;
pub mod mode;
mod month;
pub mod outline;
pub mod own;
pub mod phrase;
pub mod polarity;
pub mod quoting;
pub mod reading;
pub mod retraction;
#[cfg(test)]
mod sample;
pub mod scope;
pub mod source;
pub mod status;
pub mod swallow;
pub mod tense;
pub mod time;
pub mod why;
pub mod word;

use crate::context::lexicon::Lexicon;
use crate::context::reading::Reading;
use crate::document::Document;
use crate::fact::Nature;
use crate::span::Span;
use crate::value::date::Period;

/// A claim, as far as its context needs to know it.
#[derive(Clone, Debug)]
pub struct Site<'c> {
    /// The words of the value.
    pub claim: Span,
    /// The words that name the subject, where there are any.
    pub subject: Option<Span>,
    /// The verb that tells what was counted, where it is known: whatever else it may mean, here it is no cue.
    pub deed: Option<Span>,
    /// Where the words stand, if the claim's own kind knows.
    pub form: Option<Form>,
    /// Whether the fact is a state, an event or a plan.
    pub nature: Nature,
    /// Where the article states a value, true or rival, of the same fact: evidence for a correction.
    pub truths: &'c [Span],
    /// The other values of the same fact that are not true.
    pub rivals: &'c [Span],
    /// The dates of the sentence and the stretches of the calendar they mean.
    pub dates: &'c [(Span, Period)],
}

/// How an article stands to a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Context {
    /// Where the claim's words stand in the sentence.
    pub form: Form,
    /// Whether it is denied.
    pub polarity: Polarity,
    /// How sure the words are.
    pub certainty: Certainty,
    /// Who says so.
    pub source: Source,
    /// Whether it is spoken of as real.
    pub mode: Mode,
    /// When it is said to hold.
    pub time: Time,
    /// The tense of its own verb.
    pub tense: Tense,
    /// What became of it.
    pub fate: Fate,
    /// The cues that decided, strongest first.
    pub cues: Vec<Cue>,
}

/// Where the words of a claim stand; attributive forms are presupposed and reached by few cues.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// "The Pact has 31 members".
    Predicative,
    /// "the 31-member alliance".
    Compound,
    /// "Orvane Systems CEO Ana Brandt".
    Title,
    /// "Ana Brandt, CEO of Orvane Systems,".
    Apposition,
    /// "The Pact's 31 members".
    Definite,
}

/// Whether a claim is denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Polarity {
    /// It is not.
    Affirmed,
    /// The article denies it.
    Denied,
    /// Somebody is said to deny it.
    DeniedByOthers,
}

/// How sure the words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// Stated.
    Certain,
    /// "may", "appears to", "likely".
    Hedged,
    /// "rumoured to".
    Rumour,
    /// "never denied", "did not rule out".
    Insinuated,
}

/// Who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The article itself.
    Author,
    /// "X said".
    Neutral,
    /// "X confirmed": the article vouches for it.
    Factive,
    /// "X claimed".
    Distant,
    /// Within a direct quotation.
    Quoted,
    /// The word itself is spoken of: "the term “classified”".
    Mention,
}

/// Whether a claim is spoken of as real.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// It is.
    Real,
    /// "did not say whether".
    Open,
    /// "had it been", "in the novel".
    Imagined,
    /// "if", "would".
    Conditional,
    /// "wants to".
    Volition,
    /// "will be".
    Future,
    /// A question.
    Question,
}

/// When a claim is said to hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Time {
    /// At the article's date.
    Now,
    /// In a stretch of days named in its clause: any value valid in it.
    During(Period),
    /// At the end of a stretch: "grew to 32 in 2024".
    AtEndOf(Period),
    /// Just before a stretch began: "until 2024".
    Before(Period),
    /// Some time ago: "then", "former", "at the time".
    Past,
    /// Told in the past tense without a date: an earlier value is right, any other is judged as of now.
    PastTense,
    /// What a change started from: "up from 31".
    Previous,
}

/// The tense of the verb of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// "had", "grew": a date beside it may be its own.
    Past,
    /// "has": a date of the past beside it is of something else.
    Present,
    /// No verb, or a claim that is taken for granted.
    Open,
}

/// What became of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It stands.
    Live,
    /// "initially said", with no correction in sight.
    Initial,
    /// Taken back or corrected.
    Retracted,
    /// The rejected side of a contrast: "X, not Y".
    Discarded,
    /// Something else, held against it: "compared with 9 percent", "short of the 40 expected".
    Compared,
    /// What the correction puts in its place.
    Kept,
}

/// Words that decided how a claim stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// The group of the lexicon it belongs to.
    pub group: String,
    /// The words.
    pub span: Span,
}

/// The status of a claim, one word for all dimensions; strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// It is about something else.
    OtherSubject,
    /// The word itself is spoken of.
    Mention,
    /// Taken back.
    Retracted,
    /// The rejected side of a contrast.
    Contrasted,
    /// Of another time.
    Historical,
    /// Not spoken of as real.
    Hypothetical,
    /// Denied.
    Negated,
    /// Within a direct quotation.
    Quoted,
    /// Somebody said so.
    Attributed,
    /// Not stated as certain.
    Hedged,
    /// Stated.
    Asserted,
}

impl Context {
    /// A plain assertion.
    pub fn asserted() -> Context {
        Context {
            form: Form::Predicative,
            polarity: Polarity::Affirmed,
            certainty: Certainty::Certain,
            source: Source::Author,
            mode: Mode::Real,
            time: Time::Now,
            tense: Tense::Open,
            fate: Fate::Live,
            cues: Vec::new(),
        }
    }
}

/// Reads how `document` stands to one claim; for several claims keep a [`Reading`].
pub fn read(lexicon: &Lexicon, document: &Document<'_>, site: &Site<'_>) -> Context {
    Reading::new(lexicon, document, &[]).of(site)
}
