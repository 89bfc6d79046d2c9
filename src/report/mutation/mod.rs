//! How strong a pack of rules is: the changes that were made, and which of them were noticed.

pub mod json;
pub mod score;
pub mod table;

use crate::diagnostic::Diagnostic;
use crate::document::map::Field;
use crate::report::finding;
use crate::report::place;
use crate::report::place::Places;
use crate::report::view;
use crate::report::view::Range;
use crate::severity::Severity;
use crate::span::Span;
use schemars::JsonSchema;
use serde::Serialize;

/// What sort of change is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// Another number.
    Number,
    /// Another date.
    Date,
    /// Another unit, currency or scale.
    Unit,
    /// The sentence denied.
    Polarity,
    /// Another holder of an office.
    Holder,
    /// Another word where several could apply.
    Word,
    /// Another word in a quotation.
    Quotation,
}

impl Sort {
    /// All sorts, in the order in which they are listed.
    pub const ALL: &[Sort] =
        &[Sort::Number, Sort::Date, Sort::Unit, Sort::Polarity, Sort::Holder, Sort::Word, Sort::Quotation];

    /// Its name for people.
    pub fn name(self) -> &'static str {
        match self {
            Sort::Number => "another number",
            Sort::Date => "another date",
            Sort::Unit => "another unit",
            Sort::Polarity => "a denial",
            Sort::Holder => "another person",
            Sort::Word => "another word",
            Sort::Quotation => "another quoted word",
        }
    }
}

/// A change of an article; the order of the fields is that of the output.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Change {
    /// The file, with forward slashes.
    pub path: String,
    /// The article within the file, for JSON lines.
    pub article: Option<String>,
    /// Where the words stand that were changed.
    pub span: Option<Range>,
    /// The fact that covers them.
    pub fact: String,
    /// What sort of change it is.
    pub sort: Sort,
    /// The words as they stand.
    pub old: String,
    /// What was put there.
    pub new: String,
    /// Whether anything was found in the changed article that is not found in it as it stands.
    pub noticed: bool,
}

/// Something that is found in an article as it stands.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Alarm {
    /// The file, with forward slashes.
    pub path: String,
    /// The article within the file, for JSON lines.
    pub article: Option<String>,
    /// The part of the article.
    pub field: Field,
    /// Where the words stand.
    pub span: Option<Range>,
    /// The fact, or else the check.
    pub name: String,
    /// How much it matters.
    pub severity: Severity,
    /// What is said of it.
    pub message: String,
}

/// A change at its place.
pub fn change(
    places: &Places<'_>,
    (fact, sort): (&str, Sort),
    (span, new): (Span, &str),
    noticed: bool,
) -> Change {
    let text = places.text(Field::Text);
    Change {
        path: finding::path(places.article),
        article: places.article.id.clone(),
        span: view::range(places, Field::Text, span),
        fact: fact.to_owned(),
        sort,
        old: place::clip(text, span).of(text).to_owned(),
        new: new.to_owned(),
        noticed,
    }
}

/// A finding of an article as it stands.
pub fn alarm(places: &Places<'_>, found: &Diagnostic) -> Alarm {
    Alarm {
        path: finding::path(places.article),
        article: places.article.id.clone(),
        field: found.field,
        span: view::range(places, found.field, found.span),
        name: finding::name(found).to_owned(),
        severity: found.severity,
        message: found.message.clone(),
    }
}

/// Where something stands: the file, the article within it, line and column.
fn location((path, article): (&str, Option<&str>), field: Field, span: Option<&Range>) -> String {
    let at = span.map(|span| format!(":{}:{}", span.line, span.col)).unwrap_or_default();
    format!("{}{at}", finding::located(path.to_owned(), article, field))
}
