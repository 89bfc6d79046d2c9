//! Everything seen in an article, as `extract` tells it to machines.
//!
//! The fields and their order are those of the output. Spans are bytes of the article's text and are
//! written as pairs.

use crate::report::json;
use crate::span::Span;
use serde::Serialize;
use serde::Serializer;

/// An article with all that was seen in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ArticleView {
    /// The file.
    pub path: String,
    /// The article within the file.
    pub article: Option<String>,
    /// The day it speaks on.
    pub date: Option<String>,
    /// Its sentences.
    #[serde(serialize_with = "pairs")]
    pub sentences: Vec<Span>,
    /// Its quantities and dates.
    pub values: Vec<ValueView>,
    /// Its quotations.
    pub quotes: Vec<QuoteView>,
    /// What it says about facts.
    pub claims: Vec<ClaimView>,
}

/// A quantity or date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ValueView {
    /// The words, with their hedge.
    #[serde(serialize_with = "pair")]
    pub span: Span,
    /// Number and unit.
    #[serde(serialize_with = "pair")]
    pub core: Span,
    /// The words as they stand in the article.
    pub text: String,
    /// What sort it is: count, percent, money, date, ….
    pub kind: String,
    /// The canonical value.
    pub value: Option<String>,
    /// The lower end of a range.
    pub low: Option<String>,
    /// The upper end of a range.
    pub high: Option<String>,
    /// What it is measured in.
    pub unit: Option<String>,
    /// What is counted.
    pub noun: Option<String>,
    /// How exactly it is meant: exact, approx, gt, ….
    pub modifier: Option<String>,
    /// Whether it is a level or a change.
    pub role: Option<String>,
    /// The first day of a date.
    pub start: Option<String>,
    /// The day after the last one.
    pub end: Option<String>,
    /// The unit in which a date is named.
    pub grain: Option<String>,
    /// Other readings.
    pub candidates: Vec<String>,
}

impl ValueView {
    /// A value of which no more is known than its words and its kind.
    pub fn new(text: &str, span: Span, kind: &str) -> ValueView {
        ValueView {
            span,
            core: span,
            text: span.of(text).to_owned(),
            kind: kind.to_owned(),
            value: None,
            low: None,
            high: None,
            unit: None,
            noun: None,
            modifier: None,
            role: None,
            start: None,
            end: None,
            grain: None,
            candidates: Vec::new(),
        }
    }
}

/// A quotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuoteView {
    /// The words between the marks.
    #[serde(serialize_with = "pair")]
    pub span: Span,
    /// The same as text.
    pub text: String,
    /// Who is quoted.
    pub speaker: Option<String>,
}

/// A claim about a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClaimView {
    /// The id of the fact.
    pub fact: String,
    /// The words that make the claim.
    #[serde(serialize_with = "pair")]
    pub span: Span,
    /// The same as text.
    pub text: String,
    /// The claimed value.
    pub value: Option<String>,
    /// How it is said: asserted, negated, hedged, ….
    pub status: String,
    /// The words that decided the status.
    pub cue: Option<String>,
    /// Where they stand.
    #[serde(serialize_with = "maybe_pair")]
    pub cue_span: Option<Span>,
    /// The group of cues they belong to: what `disable` in the configuration calls them.
    pub cue_group: Option<String>,
    /// The day at which the fact was judged.
    pub as_of: Option<String>,
    /// What came of it: agrees, contradicts, ….
    pub verdict: String,
    /// Why.
    pub reason: Option<String>,
}

/// The article as one line of JSON.
pub fn line(view: &ArticleView) -> String {
    json::write(view) + "\n"
}

fn pair<S: Serializer>(span: &Span, to: S) -> Result<S::Ok, S::Error> {
    (span.start(), span.end()).serialize(to)
}

fn maybe_pair<S: Serializer>(span: &Option<Span>, to: S) -> Result<S::Ok, S::Error> {
    span.map(|span| (span.start(), span.end())).serialize(to)
}

fn pairs<S: Serializer>(spans: &[Span], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(spans.iter().map(|span| (span.start(), span.end())))
}

#[cfg(test)]
mod tests {
    use super::line;
    use crate::report::sample;

    #[test]
    fn an_article_is_a_line() {
        let (view, _) = sample::extracted();
        insta::assert_snapshot!(line(&view));
    }
}
