//! The checks by name: what stands in the brackets of a finding.

/// A check that may speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A claim about a fact: `contradicts`, `outdated` and the other verdicts.
    Fact,
    /// Words in quotation marks that are not those that were said.
    Misquote,
    /// The words of one in the mouth of another.
    Misattributed,
    /// A name that is not written so.
    Name,
    /// Numbers of one sentence that do not fit together.
    Arithmetic,
    /// A weekday that the date does not fall on.
    Weekday,
    /// Articles that say different things of the same.
    Disagreement,
    /// One speaker's words, printed in two ways.
    QuoteDrift,
    /// A fact whose review was due.
    FactOverdue,
    /// What tells a finding to be ignored, and has nothing to ignore.
    UnusedIgnore,
    /// A finding that the baseline accepts and that is gone.
    StaleBaseline,
    /// An article that states a value which has been replaced, as `factlint impact` lists it.
    Impact,
    /// A comment to factlint that cannot be followed.
    Directive,
    /// An article in another language than English.
    Language,
    /// A file that is not there or cannot be opened.
    Unreadable,
    /// A folder without articles.
    NoArticle,
    /// A file that is too large.
    TooLarge,
    /// A file that is no text.
    Binary,
    /// A document that cannot be opened.
    Damaged,
    /// A text in an encoding that cannot be read.
    Encoding,
    /// A line of JSON lines that is no article.
    JsonLine,
    /// A key that no article has.
    JsonKey,
    /// An id that another article has.
    JsonId,
    /// A date that cannot be read.
    Date,
    /// An article that could not be checked.
    InternalError,
}

impl Code {
    /// All checks.
    pub const ALL: &[Code] = &[
        Code::Fact,
        Code::Misquote,
        Code::Misattributed,
        Code::Name,
        Code::Arithmetic,
        Code::Weekday,
        Code::Disagreement,
        Code::QuoteDrift,
        Code::FactOverdue,
        Code::UnusedIgnore,
        Code::StaleBaseline,
        Code::Impact,
        Code::Directive,
        Code::Language,
        Code::Unreadable,
        Code::NoArticle,
        Code::TooLarge,
        Code::Binary,
        Code::Damaged,
        Code::Encoding,
        Code::JsonLine,
        Code::JsonKey,
        Code::JsonId,
        Code::Date,
        Code::InternalError,
    ];

    /// Whether it says that something could not be checked, which no setting silences.
    pub fn is_failure(self) -> bool {
        matches!(
            self,
            Code::Unreadable
                | Code::NoArticle
                | Code::TooLarge
                | Code::Binary
                | Code::Damaged
                | Code::Encoding
                | Code::JsonLine
                | Code::InternalError
        )
    }

    /// Its name in reports and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Code::Fact => "fact",
            Code::Misquote => "misquote",
            Code::Misattributed => "misattributed",
            Code::Name => "name",
            Code::Arithmetic => "arithmetic",
            Code::Weekday => "weekday",
            Code::Disagreement => "disagreement",
            Code::QuoteDrift => "quote-drift",
            Code::FactOverdue => "fact-overdue",
            Code::UnusedIgnore => "unused-ignore",
            Code::StaleBaseline => "stale-baseline",
            Code::Impact => "impact",
            Code::Directive => "directive",
            Code::Language => "language",
            Code::Unreadable => "unreadable",
            Code::NoArticle => "no-article",
            Code::TooLarge => "too-large",
            Code::Binary => "binary",
            Code::Damaged => "damaged",
            Code::Encoding => "encoding",
            Code::JsonLine => "json-line",
            Code::JsonKey => "json-key",
            Code::JsonId => "json-id",
            Code::Date => "date",
            Code::InternalError => "internal-error",
        }
    }
}
