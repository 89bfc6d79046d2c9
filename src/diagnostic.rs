//! What the reader is told: plain data that names its fact by id.

use crate::code::Code;
use crate::document::map::Field;
use crate::severity::Severity;
use crate::source::Article;
use crate::span::Span;
use std::path::PathBuf;
use std::sync::Arc;

/// An article with what was found in it, in order of field, span and code.
#[derive(Clone, Debug)]
pub struct Linted {
    /// The article.
    pub article: Article,
    /// What was found.
    pub findings: Vec<Diagnostic>,
    /// What it states that could be checked, in order; empty where nobody asks for it.
    pub checkables: Vec<Checkable>,
}

impl Linted {
    /// An article with its findings, of which nobody asks what else it states.
    pub fn new(article: Article, findings: Vec<Diagnostic>) -> Linted {
        Linted { article, findings, checkables: Vec::new() }
    }
}

/// Words of an article that could be checked: a figure, a date, a name with its title, a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkable {
    /// What sort of words.
    pub sort: Sort,
    /// The part of the article they stand in.
    pub field: Field,
    /// The words.
    pub span: Span,
    /// Who vouches for them.
    pub standing: Standing,
}

/// What sort of words could be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// An amount without a dimension of its own, or in a unit.
    Number,
    /// A percentage, or percentage points.
    Percent,
    /// A sum of money.
    Money,
    /// A day, a month, a year.
    Date,
    /// A person with an office.
    Title,
    /// Words between quotation marks.
    Quotation,
    /// A word that only a fact makes one that could be checked; it is painted, and not counted.
    Term,
}

impl Sort {
    /// The sorts that are counted, in the order in which they are listed.
    pub const ALL: &[Sort] =
        &[Sort::Number, Sort::Percent, Sort::Money, Sort::Date, Sort::Title, Sort::Quotation];

    /// Its name in output.
    pub fn name(self) -> &'static str {
        match self {
            Sort::Number => "number",
            Sort::Percent => "percent",
            Sort::Money => "money",
            Sort::Date => "date",
            Sort::Title => "title",
            Sort::Quotation => "quotation",
            Sort::Term => "term",
        }
    }
}

/// Who vouches for words that could be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A fact was held against them.
    Covered {
        /// The fact.
        fact: Arc<Card>,
        /// What came of it, as in `agrees`.
        verdict: &'static str,
    },
    /// Nothing has to vouch for them, or a fact knows them but the article does not assert them.
    SetAside {
        /// The fact that knows them.
        fact: Option<Arc<Card>>,
        /// Why, in a few words.
        why: String,
        /// The words that decided, in the same field.
        cue: Option<Span>,
    },
    /// No fact speaks of them.
    Unvouched,
}

/// One finding in one article.
///
/// Spans are bytes of the article's field as it was read, except in [`Diagnostic::sentence`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The check that speaks.
    pub code: Code,
    /// The fact it is about.
    pub fact: Option<Arc<Card>>,
    /// How much it matters.
    pub severity: Severity,
    /// The verdict, as in `contradicts`.
    pub verdict: &'static str,
    /// The assertion status of the claim, as in `attributed`.
    pub status: Option<&'static str>,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do, or what else there is to know.
    pub help: Option<String>,
    /// The part of the article it stands in.
    pub field: Field,
    /// The words at fault.
    pub span: Span,
    /// What the words at fault say.
    pub observed: Option<String>,
    /// What the fact says instead.
    pub expected: Option<String>,
    /// The day at which the fact was judged; `None` for an article without one.
    pub as_of: Option<String>,
    /// The sentence around the words: what a reporter shows.
    pub sentence: Span,
    /// Further words that matter, such as the cue that decided.
    pub labels: Vec<Label>,
    /// Words in another place, mostly of another article, that say otherwise.
    pub related: Vec<Elsewhere>,
    /// Words to put in, and whether that is safe.
    pub fix: Option<Replacement>,
    /// Why it is not counted, where somebody said so.
    pub suppressed: Option<String>,
    /// What it is known by from one run to the next; empty before anybody needs it.
    pub fingerprint: String,
}

impl Diagnostic {
    /// A warning of `code` at `span` of the text, about no claim and no fact.
    pub fn warning(code: Code, span: Span, message: String) -> Diagnostic {
        Diagnostic {
            code,
            fact: None,
            severity: Severity::Warning,
            verdict: "none",
            status: None,
            message,
            help: None,
            field: Field::Text,
            span,
            observed: None,
            expected: None,
            as_of: None,
            sentence: span,
            labels: Vec::new(),
            related: Vec::new(),
            fix: None,
            suppressed: None,
            fingerprint: String::new(),
        }
    }

    /// The id of the fact it is about.
    pub fn fact_id(&self) -> Option<&str> {
        self.fact.as_ref().map(|card| card.id.as_str())
    }
}

/// Words that matter to a finding, with what they mean for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The words, in the same field as the finding.
    pub span: Span,
    /// What they mean.
    pub text: String,
    /// The sentence around them: what a reporter shows of it where it is not that of the finding.
    pub sentence: Span,
}

/// Words of an article that may long have been left behind when they matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// The file.
    pub path: PathBuf,
    /// The id of the article within the file.
    pub article: Option<String>,
    /// The part of the article.
    pub field: Field,
    /// The line, counted from 1.
    pub line: usize,
    /// The character in the line, counted from 1.
    pub column: usize,
    /// The words.
    pub words: String,
    /// The sentence around them, cut to a bounded length.
    pub sentence: String,
}

/// Words that would mend a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The words they stand in for.
    pub span: Span,
    /// The new words.
    pub text: String,
    /// Whether a fix may be applied without a person looking at it.
    pub is_safe: bool,
}

/// What a reader is shown of a fact; made once a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its id.
    pub id: String,
    /// The truth in one sentence.
    pub says: String,
    /// Where the truth was read: title, address, day of reading.
    pub source: Option<String>,
    /// The rule file.
    pub path: String,
    /// The line of its `[[fact]]`, counted from 1.
    pub line: usize,
}
