//! What a group of cues does, and how far it reaches; the head of `lexicon.toml` explains each key.

use crate::fact::Nature;
use serde::Deserialize;

/// Phrases that do the same.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Group {
    /// Its name, shown with a claim it decided.
    pub id: String,
    /// What it does to a claim.
    pub effect: Effect,
    /// Where the claims stand that it reaches.
    #[serde(default)]
    pub claims: Claims,
    /// What ends its reach besides the boundaries that end every reach.
    #[serde(default)]
    pub stops: Vec<Stop>,
    /// The greatest number of words between cue and claim; zero is any.
    #[serde(default)]
    pub furthest: usize,
    /// Whether it reaches claims that are presupposed, as "the 31-member alliance".
    #[serde(default)]
    pub attributive: bool,
    /// Whether it leaves an insertion or a fronted clause.
    #[serde(default)]
    pub escapes: bool,
    /// The only nature of facts it speaks of.
    #[serde(default)]
    pub nature: Option<NatureName>,
    /// What else must be there.
    #[serde(default)]
    pub needs: Needs,
    /// How many sentences back it reaches.
    #[serde(default)]
    pub sentences: usize,
    /// Its phrases.
    pub phrases: Vec<String>,
    /// A sentence in which it decides about the marked claim.
    #[serde(default)]
    pub shields: Option<String>,
    /// A sentence in which it does not.
    #[serde(default)]
    pub not: Option<String>,
}

/// What a cue does to a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// Nothing: the words look like a cue and are none.
    Idiom,
    /// Turns it round.
    Deny,
    /// Turns it round in the mouth of somebody else.
    DenyByOthers,
    /// Turns round what somebody says.
    Falsify,
    /// Takes a title away: "self-styled".
    DenyTitle,
    /// Hints that it is so.
    Insinuate,
    /// Takes it for granted.
    Presuppose,
    /// Takes it for granted and is not quite certain.
    Imply,
    /// Leaves it open.
    Open,
    /// Speaks of it as of something that is known not to be.
    Imagine,
    /// Supposes it.
    Suppose,
    /// Wishes or demands it.
    Wish,
    /// Puts it in the future.
    Future,
    /// Is not sure of it.
    Hedge,
    /// Passes it on as a rumour.
    Rumour,
    /// Has somebody say it.
    Say,
    /// Has somebody say it and vouches for it.
    Confirm,
    /// Has somebody say it and keeps away from it.
    Claim,
    /// Agrees with what was said.
    Endorse,
    /// Speaks of the word.
    Mention,
    /// Announces that it was said at first.
    Initial,
    /// Takes it back.
    Retract,
    /// Names in a correction notice what was wrong.
    Notice,
    /// Opens a correction notice.
    Amended,
    /// Puts the right value in place of the wrong one.
    Correct,
    /// Says that it was not taken back.
    Uphold,
    /// Throws it out of a contrast.
    Discard,
    /// Holds something else against it.
    Compare,
    /// Puts it in the past.
    Past,
    /// Makes it what a change started from.
    Previous,
    /// Puts it in the present.
    Now,
}

/// Where the claims stand that a cue reaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Claims {
    /// After it.
    #[default]
    After,
    /// Before it.
    Before,
    /// On either side.
    Either,
    /// In its own noun phrase.
    Phrase,
    /// Between its words.
    Inside,
    /// Earlier in its sentence, and in sentences before.
    Earlier,
    /// In its paragraph.
    Block,
}

/// What can end the reach of a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stop {
    /// A comma.
    Comma,
    /// "and" before a new subject with its verb.
    Coordination,
    /// "which", "who".
    Relative,
    /// "when", "how", "why".
    Question,
    /// ", and" before a new subject with its verb.
    Clause,
    /// "because", "after".
    Subordinate,
    /// A finite verb.
    Verb,
}

/// The nature of a fact, as the lexicon writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NatureName {
    /// A state.
    State,
    /// An event.
    Event,
    /// A plan.
    Plan,
}

impl NatureName {
    /// Whether it is `nature`.
    pub fn is(self, nature: Nature) -> bool {
        matches!(
            (self, nature),
            (NatureName::State, Nature::State)
                | (NatureName::Event, Nature::Event)
                | (NatureName::Plan, Nature::Plan)
        )
    }
}

/// What must be there besides the words of a cue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Needs {
    /// Nothing.
    #[default]
    Nothing,
    /// A verb of change before the cue: "grew".
    Change,
    /// A word for a report before the claim: "the claim that".
    Report,
    /// A cue that opens a correction notice in the sentence before.
    Notice,
    /// Nothing, even where nobody is said to have said the claim: what it tells was overtaken.
    Unsaid,
    /// Another value of the fact after the cue, or "at first" before the claim.
    Value,
    /// Another value of the fact beside the cue, "initially" before the claim, or a speech verb.
    Link,
    /// A word for what was said after the cue ("the remark"), or another value of the fact.
    Object,
}
