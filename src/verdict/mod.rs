//! Is it so? One file a kind of fact, and the checks that need no fact.
//!
//! A verdict on a claim never looks at text: it holds what the claim observed against the truth at the
//! day the claim speaks of, and then asks how the article stands to it. The value comes first, because
//! it is cheap and most claims agree. The checks that need no fact read the article themselves.

pub mod accord;
pub mod arithmetic;
pub mod beside;
pub mod compare;
pub mod count;
pub mod date;
pub mod gloss;
pub mod horizon;
pub mod judge;
pub mod measure;
pub mod moment;
pub mod role;
pub mod signs;
pub mod term;
pub mod weekday;

/// What a claim came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It is not so.
    Contradicts,
    /// It was so once and is stated as present.
    Outdated,
    /// True, but rounded more than its words admit.
    Imprecise,
    /// Not so, and somebody is said to have said it.
    Attributed,
    /// Not so, and not stated as certain.
    Doubtful,
    /// So, and the article says it is not.
    Denies,
    /// Whether it speaks of the fact is not clear.
    Undecided,
    /// It is so.
    Agrees,
    /// It was so at the time spoken of.
    AgreedThen,
    /// The article does not assert it.
    NotAsserted,
}

impl Verdict {
    /// All verdicts.
    pub const ALL: &[Verdict] = &[
        Verdict::Contradicts,
        Verdict::Outdated,
        Verdict::Imprecise,
        Verdict::Attributed,
        Verdict::Doubtful,
        Verdict::Denies,
        Verdict::Undecided,
        Verdict::Agrees,
        Verdict::AgreedThen,
        Verdict::NotAsserted,
    ];

    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Contradicts => "contradicts",
            Verdict::Outdated => "outdated",
            Verdict::Imprecise => "imprecise",
            Verdict::Attributed => "attributed",
            Verdict::Doubtful => "doubtful",
            Verdict::Denies => "denies",
            Verdict::Undecided => "undecided",
            Verdict::Agrees => "agrees",
            Verdict::AgreedThen => "agreed-then",
            Verdict::NotAsserted => "not-asserted",
        }
    }
}
