//! Sets of words that the engine itself asks for, whatever the cues are.

/// The classes the engine itself asks for; those of a lexicon's own come after them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// "thirty".
    Number,
    /// "is", "had", "stood".
    Finite,
    /// "the", "its".
    Determiner,
    /// "it", "they".
    Pronoun,
    /// "CEO", "president".
    Title,
    /// "claim", "report".
    Report,
    /// "remark", "figure", "itself".
    Object,
    /// "said", "told".
    Speech,
    /// "if", "although", "in": begin a clause that stands before the main one.
    Fronting,
    /// "but", "however": end every reach.
    Hard,
    /// "because", "after".
    Subordinator,
    /// "which", "who".
    Relative,
    /// "when", "how", "why".
    Question,
    /// "had", "stood": a state in the past.
    PastState,
    /// "until", "before".
    Until,
    /// "since", "after", "from".
    Since,
    /// "founded", "began": what a date beside them is of.
    Founding,
    /// "grew", "rose", "fell".
    ChangeVerb,
    /// "is", "was".
    Be,
    /// "earlier", "original": says of a report only that it came before.
    Prior,
    /// "and", "or", "so": join clauses.
    Joining,
    /// "figure", "number", "count": what a value is called when it is spoken of again.
    Figure,
    /// "st", "nd", "rd", "th" behind a number.
    OrdinalEnding,
}

/// Their names in the lexicon, in the order of [`Class`].
pub const CLASSES: [(&str, Class); 23] = [
    ("number", Class::Number),
    ("finite", Class::Finite),
    ("determiner", Class::Determiner),
    ("pronoun", Class::Pronoun),
    ("title", Class::Title),
    ("report", Class::Report),
    ("object", Class::Object),
    ("speech", Class::Speech),
    ("fronting", Class::Fronting),
    ("hard", Class::Hard),
    ("subordinator", Class::Subordinator),
    ("relative", Class::Relative),
    ("question", Class::Question),
    ("past-state", Class::PastState),
    ("until", Class::Until),
    ("since", Class::Since),
    ("founding", Class::Founding),
    ("change", Class::ChangeVerb),
    ("be", Class::Be),
    ("prior", Class::Prior),
    ("joining", Class::Joining),
    ("figure", Class::Figure),
    ("ordinal-ending", Class::OrdinalEnding),
];
