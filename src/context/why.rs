//! Why a claim has its status, in a few words for people.
//!
//! A context keeps every cue it met. Those that are in force are the ones by which a dimension has its
//! value; the one that decides is the first in force that stands for the status.

use crate::context::Certainty;
use crate::context::Context;
use crate::context::Cue;
use crate::context::Fate;
use crate::context::Mode;
use crate::context::Polarity;
use crate::context::Source;
use crate::context::Status;
use crate::context::Time;
use crate::context::group::Effect;
use crate::context::lexicon::Lexicon;
use crate::context::tense;

/// A cue that is in force, with what it does to the claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason<'c> {
    /// The cue.
    pub cue: &'c Cue,
    /// What it does, as a label below its words: "taken back here".
    pub label: &'static str,
    /// The status it stands for.
    pub status: Status,
}

/// The rules of the engine that are no groups of words, by the names that their cues bear.
pub const RULES: &[&str] = &[DATE, QUESTION, QUOTATION, REPLACED, SPEAKER, tense::PAST_TENSE];
const DATE: &str = "date";
const QUESTION: &str = "question";
const QUOTATION: &str = "quotation";
const REPLACED: &str = "replaced";
const SPEAKER: &str = "headline.speaker";

/// The cues in force, the one that decides the status first.
pub fn reasons<'c>(lexicon: &Lexicon, context: &'c Context) -> Vec<Reason<'c>> {
    let mut reasons: Vec<Reason<'c>> =
        context.cues.iter().filter_map(|cue| reason(lexicon, context, cue)).collect();
    let status = context.status();
    reasons.sort_by_key(|reason| reason.status != status);
    reasons
}

/// The cue that decides the status.
pub fn deciding<'c>(lexicon: &Lexicon, context: &'c Context) -> Option<Reason<'c>> {
    let status = context.status();
    reasons(lexicon, context).into_iter().find(|reason| reason.status == status)
}

fn reason<'c>(lexicon: &Lexicon, context: &Context, cue: &'c Cue) -> Option<Reason<'c>> {
    let (label, status) = match cue.group.as_str() {
        QUESTION => (context.mode == Mode::Question).then_some(("asked here", Status::Hypothetical)),
        QUOTATION => {
            (context.source == Source::Quoted).then_some(("in somebody else's words", Status::Quoted))
        }
        DATE => of_date(context),
        REPLACED => (context.fate == Fate::Retracted).then_some(("put in its place here", Status::Retracted)),
        SPEAKER => of_effect(context, Effect::Say),
        tense::PAST_TENSE => of_effect(context, Effect::Past),
        name => of_effect(context, lexicon.group_named(name)?.effect),
    }?;
    Some(Reason { cue, label, status })
}

fn of_date(context: &Context) -> Option<(&'static str, Status)> {
    match context.time {
        Time::During(_) | Time::AtEndOf(_) => Some(("speaks of this time", Status::Historical)),
        Time::Before(_) => Some(("speaks of the time before this", Status::Historical)),
        Time::Now | Time::Past | Time::PastTense | Time::Previous => None,
    }
}

/// What an effect does to the claim, if it is by this effect that the context is as it is.
fn of_effect(context: &Context, effect: Effect) -> Option<(&'static str, Status)> {
    let Context { polarity, certainty, source, mode, time, fate, .. } = context;
    let (is_in_force, label, status) = match effect {
        Effect::Idiom | Effect::Presuppose | Effect::Uphold => return None,
        Effect::Compare => {
            (*fate == Fate::Compared, "held against something else here", Status::OtherSubject)
        }
        Effect::Mention => (*source == Source::Mention, "the word itself is spoken of here", Status::Mention),
        Effect::Retract if *fate == Fate::Kept => (true, "put right here", Status::Asserted),
        Effect::Retract => (*fate == Fate::Retracted, "taken back here", Status::Retracted),
        Effect::Notice | Effect::Amended => {
            (*fate == Fate::Retracted, "named as an error here", Status::Retracted)
        }
        Effect::Correct => (*fate == Fate::Kept, "put right here", Status::Asserted),
        Effect::Discard => (*fate == Fate::Discarded, "ruled out here", Status::Contrasted),
        Effect::Initial => (*fate == Fate::Initial, "only at first", Status::Asserted),
        Effect::Past => return of_past(time),
        Effect::Previous => (*time == Time::Previous, "what it was before", Status::Historical),
        Effect::Now => (*time == Time::Now, "speaks of the present", Status::Asserted),
        Effect::Open => (*mode == Mode::Open, "left open here", Status::Hypothetical),
        Effect::Suppose => (*mode == Mode::Conditional, "only supposed here", Status::Hypothetical),
        Effect::Imagine => (*mode == Mode::Imagined, "only imagined here", Status::Hypothetical),
        Effect::Wish => (*mode == Mode::Volition, "only wished for here", Status::Hypothetical),
        Effect::Future => (*mode == Mode::Future, "still to come", Status::Hypothetical),
        Effect::Deny | Effect::DenyTitle => (*polarity != Polarity::Affirmed, "denied here", Status::Negated),
        Effect::Falsify => (*polarity != Polarity::Affirmed, "called false here", Status::Negated),
        Effect::DenyByOthers => (*polarity != Polarity::Affirmed, "somebody denies it here", Status::Negated),
        Effect::Say => (*source == Source::Neutral, "said by somebody else", Status::Attributed),
        Effect::Claim => (*source == Source::Distant, "only claimed by somebody else", Status::Attributed),
        Effect::Confirm | Effect::Endorse => {
            (*source == Source::Factive, "confirmed here", Status::Attributed)
        }
        Effect::Hedge | Effect::Imply => {
            (*certainty == Certainty::Hedged, "not stated as certain", Status::Hedged)
        }
        Effect::Rumour => (*certainty == Certainty::Rumour, "passed on as a rumour", Status::Hedged),
        Effect::Insinuate => (*certainty == Certainty::Insinuated, "only hinted at here", Status::Hedged),
    };
    is_in_force.then_some((label, status))
}

/// A past tense is a past only where an earlier value fits, so it is no status of its own.
fn of_past(time: &Time) -> Option<(&'static str, Status)> {
    match time {
        Time::Past => Some(("told of the past", Status::Historical)),
        Time::PastTense => Some(("told in the past tense", Status::Asserted)),
        Time::Now | Time::During(_) | Time::AtEndOf(_) | Time::Before(_) | Time::Previous => None,
    }
}
