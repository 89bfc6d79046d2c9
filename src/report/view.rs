//! A finding as machines read it, with every field that the JSON formats have.

use crate::code::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Elsewhere;
use crate::diagnostic::Linted;
use crate::document::map::Field;
use crate::report::finding;
use crate::report::fingerprint;
use crate::report::place;
use crate::report::place::Places;
use crate::severity::Severity;
use crate::span::Span;
use schemars::JsonSchema;
use serde::Serialize;
use std::borrow::Cow;

/// A finding as machines read it; the order of the fields is that of the output.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Finding<'f> {
    /// The check that speaks.
    pub code: &'f str,
    /// The fact it is about.
    pub fact: Option<&'f str>,
    /// How much it matters.
    pub severity: Severity,
    /// What the claim came to.
    pub verdict: &'f str,
    /// How the article says it.
    pub status: Option<&'f str>,
    /// What is wrong, in one sentence.
    pub message: &'f str,
    /// What to do, or what else there is to know.
    pub help: Option<&'f str>,
    /// The file, with forward slashes.
    pub path: String,
    /// The article within the file, for JSON lines.
    pub article: Option<&'f str>,
    /// The part of the article.
    pub field: Field,
    /// Where the words stand; null in what could not be read.
    pub span: Option<Range>,
    /// The words as they stand in the file.
    pub text: &'f str,
    /// What the words say.
    pub observed: Option<&'f str>,
    /// What the fact says instead.
    pub expected: Option<&'f str>,
    /// The day at which the fact was judged.
    pub as_of: Option<&'f str>,
    /// The sentence around the words.
    pub sentence: &'f str,
    /// Further words that matter.
    pub labels: Vec<Label<'f>>,
    /// The rule behind it, or words that say otherwise.
    pub related: Vec<Related<'f>>,
    /// Words that would mend it.
    pub fix: Option<Fix<'f>>,
    /// What it is known by from one run to the next.
    pub fingerprint: String,
    /// Why it is not counted: the reason that was given, or that the baseline accepts it.
    pub suppressed: Option<&'f str>,
}

impl Finding<'_> {
    /// What a reader knows it by: its fact, or else its check.
    pub fn name(&self) -> &str {
        self.fact.unwrap_or(self.code)
    }

    /// The file, with the article within it.
    pub fn file(&self) -> String {
        self.article.map_or_else(|| self.path.clone(), |id| format!("{}#{id}", self.path))
    }

    /// Where it stands in the lines of its file; nowhere in one article of many, and in a Word document.
    pub fn lines(&self) -> Option<&Range> {
        let has_lines = self.article.is_none() && self.field == Field::Text && !self.path.ends_with(".docx");
        self.span.as_ref().filter(|_| has_lines)
    }

    /// The file with line and column, where there are any.
    pub fn place(&self) -> String {
        let place = self.lines().map(|span| format!(":{}:{}", span.line, span.col));
        format!("{}{}", self.file(), place.unwrap_or_default())
    }

    /// The message, after the article that it is about where the file holds many.
    pub fn told(&self) -> String {
        self.article.map_or_else(|| self.message.to_owned(), |id| format!("{id}: {}", self.message))
    }

    /// Whether it says that something could not be checked.
    pub fn is_failure(&self) -> bool {
        Code::ALL.iter().any(|code| code.is_failure() && code.name() == self.code)
    }
}

/// Where words stand: bytes from 0, end-exclusive; lines and columns from 1, columns in characters.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Range {
    /// The first byte.
    pub byte_start: usize,
    /// The byte behind the last.
    pub byte_end: usize,
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub col: usize,
    /// The line of the end.
    pub end_line: usize,
    /// The character behind the last.
    pub end_col: usize,
}

/// Further words that matter to a finding.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Label<'f> {
    /// Where they stand.
    pub span: Option<Range>,
    /// What they mean.
    pub text: &'f str,
}

/// The rule behind a finding, or words that say otherwise.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Related<'f> {
    /// The file.
    pub path: Cow<'f, str>,
    /// The line in it.
    pub line: usize,
    /// The fact, or the words.
    pub text: &'f str,
    /// Where the words stand in their article.
    #[serde(flatten)]
    pub words: Option<Words<'f>>,
}

/// Where words that say otherwise stand in their article.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Words<'f> {
    /// The article within the file.
    pub article: Option<&'f str>,
    /// The part of the article.
    pub field: Field,
    /// The character in the line.
    pub col: usize,
    /// The sentence around them.
    pub sentence: &'f str,
}

/// Words that would mend a finding.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Fix<'f> {
    /// The words they stand in for.
    pub span: Option<Range>,
    /// The new words.
    pub text: &'f str,
    /// Whether nobody need look at it.
    pub safe: bool,
}

/// The findings of an article as machines read them.
pub fn findings(linted: &Linted) -> Vec<Finding<'_>> {
    let places = Places::new(&linted.article);
    let prints = fingerprint::all(linted);
    linted.findings.iter().zip(prints).map(|(finding, print)| view(&places, finding, print)).collect()
}

fn view<'f>(places: &Places<'f>, finding: &'f Diagnostic, fingerprint: String) -> Finding<'f> {
    let text = places.text(finding.field);
    Finding {
        code: finding.code.name(),
        fact: finding.fact.as_ref().map(|fact| fact.id.as_str()),
        severity: finding.severity,
        verdict: finding.verdict,
        status: finding.status,
        message: &finding.message,
        help: finding.help.as_deref(),
        path: finding::path(places.article),
        article: places.article.id.as_deref(),
        field: finding.field,
        span: range(places, finding.field, finding.span),
        text: place::clip(text, finding.span).of(text),
        observed: finding.observed.as_deref(),
        expected: finding.expected.as_deref(),
        as_of: finding.as_of.as_deref(),
        sentence: finding::sentence(text, finding),
        labels: labels(places, finding),
        related: related(finding),
        fix: fix(places, finding),
        fingerprint,
        suppressed: finding.suppressed.as_deref(),
    }
}

fn labels<'f>(places: &Places<'f>, finding: &'f Diagnostic) -> Vec<Label<'f>> {
    let labels = finding.labels.iter();
    labels.map(|label| Label { span: range(places, finding.field, label.span), text: &label.text }).collect()
}

fn related(finding: &Diagnostic) -> Vec<Related<'_>> {
    let facts = finding.fact.iter();
    let rules = facts.map(|fact| Related {
        path: Cow::Borrowed(&fact.path),
        line: fact.line,
        text: &fact.says,
        words: None,
    });
    rules.chain(finding.related.iter().map(words)).collect()
}

fn words(other: &Elsewhere) -> Related<'_> {
    let words = Words {
        article: other.article.as_deref(),
        field: other.field,
        col: other.column,
        sentence: &other.sentence,
    };
    let path = Cow::Owned(finding::slashes(&other.path));
    Related { path, line: other.line, text: &other.words, words: Some(words) }
}

fn fix<'f>(places: &Places<'f>, finding: &'f Diagnostic) -> Option<Fix<'f>> {
    let fix = finding.fix.as_ref()?;
    Some(Fix { span: range(places, finding.field, fix.span), text: &fix.text, safe: fix.is_safe })
}

/// Where `span` stands; nowhere in an article that could not be read.
pub fn range(places: &Places<'_>, field: Field, span: Span) -> Option<Range> {
    let text = places.text(field);
    if text.is_empty() {
        return None;
    }
    let span = place::clip(text, span);
    let start = places.of(field).position(span.start());
    let end = places.of(field).position(span.end());
    // The mark at the start of a file is no part of the text, but it is of the file.
    let text_at = if field == Field::Text { places.article.text_at } else { 0 };
    Some(Range {
        byte_start: text_at + span.start(),
        byte_end: text_at + span.end(),
        line: start.line,
        col: start.column,
        end_line: end.line,
        end_col: end.column,
    })
}

#[cfg(test)]
mod tests {
    use super::findings;
    use crate::diagnostic::Label;
    use crate::diagnostic::Linted;
    use crate::diagnostic::Replacement;
    use crate::report::sample;
    use crate::span::Span;

    fn write(linted: &Linted) -> String {
        serde_json::to_string(&findings(linted)[0]).unwrap()
    }

    fn read(linted: &Linted) -> serde_json::Value {
        serde_json::from_str(&write(linted)).unwrap()
    }

    #[test]
    fn fields_are_in_their_order() {
        let mut linted = sample::linted("Good.\nThe “31-member” bloc met.", "31-member");
        linted.findings[0].labels =
            vec![Label { span: Span::new(6, 9), text: "here".to_owned(), sentence: Span::new(6, 33) }];
        linted.findings[0].fix =
            Some(Replacement { span: Span::new(13, 15), text: "32".to_owned(), is_safe: true });
        insta::assert_snapshot!(write(&linted));
    }

    #[test]
    fn columns_are_characters_and_bytes_are_bytes() {
        let found = read(&sample::linted("“é” 31-member", "31-member"));
        let span = &found["span"];
        assert_eq!((&span["byte_start"], &span["col"]), (&9.into(), &5.into()));
        assert_eq!((&span["byte_end"], &span["end_col"]), (&18.into(), &14.into()));
        assert_eq!(found["text"], "31-member");
    }

    #[test]
    fn bytes_count_the_mark_at_the_start_of_the_file() {
        let mut linted = sample::linted("“é” 31-member", "31-member");
        linted.article.text_at = 3;
        let span = &read(&linted)["span"];
        assert_eq!((&span["byte_start"], &span["col"]), (&12.into(), &5.into()));
    }

    #[test]
    fn what_could_not_be_read_has_no_span() {
        let found = read(&sample::linted("", ""));
        assert!(found["span"].is_null());
        assert_eq!(found["path"], "in/a.txt");
    }

    #[test]
    fn an_endless_sentence_is_cut() {
        let text = format!("{}31-member{}", "é ".repeat(90_000), " é".repeat(90_000));
        let found = read(&sample::linted(&text, "31-member"));
        let sentence = found["sentence"].as_str().unwrap();
        assert!(sentence.len() < 2100 && sentence.contains("31-member"));
    }

    #[test]
    fn a_span_of_another_text_is_no_panic() {
        let mut linted = sample::linted("é", "é");
        linted.findings[0].span = Span::new(1, 700);
        linted.findings[0].sentence = Span::new(500, 700);
        assert_eq!(read(&linted)["text"], "é");
    }
}
