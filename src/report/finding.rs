//! What every format says of a finding in the same words.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::Elsewhere;
use crate::document::map::Field;
use crate::report::place;
use crate::source::Article;
use crate::span::Span;
use std::path::Path;

/// How much of a sentence is told on each side of the words; only runaway sentences are longer.
const REACH: usize = 1000;

/// What a reader knows a finding by: its fact, or else its check.
pub fn name(finding: &Diagnostic) -> &str {
    finding.fact_id().unwrap_or(finding.code.name())
}

/// The path of an article, with forward slashes.
pub fn path(article: &Article) -> String {
    slashes(&article.path)
}

/// A path as reports write it.
pub fn slashes(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// Where a field of an article is found: `file`, `file#id` or, for a headline, `file#id/title`.
pub fn location(article: &Article, field: Field) -> String {
    located(path(article), article.id.as_deref(), field)
}

/// Where words of another article stand: `file#id:line:column`.
pub fn elsewhere(words: &Elsewhere) -> String {
    let place = located(slashes(&words.path), words.article.as_deref(), words.field);
    format!("{place}:{}:{}", words.line, words.column)
}

/// Where a field of the article `id` in the file `place` is found.
pub fn located(mut place: String, id: Option<&str>, field: Field) -> String {
    if let Some(id) = id {
        place.push('#');
        place.push_str(id);
    }
    if field == Field::Title {
        place.push(if id.is_some() { '/' } else { '#' });
        place.push_str("title");
    }
    place
}

/// The sentence around the words of a finding, cut to a bounded length.
///
/// Many findings may share one endless sentence; telling all of it each time would not be linear.
pub fn sentence<'t>(text: &'t str, finding: &Diagnostic) -> &'t str {
    let whole = place::clip(text, finding.sentence);
    if whole.is_empty() {
        return "";
    }
    let words = place::clip(text, finding.span);
    let start = whole.start().max(words.start().saturating_sub(REACH));
    let end = whole.end().min(words.end().saturating_add(REACH));
    place::clip(text, Span::new(start, end)).of(text)
}

#[cfg(test)]
mod tests {
    use super::location;
    use crate::document::map::Field;
    use crate::source::Article;

    #[track_caller]
    fn check(id: Option<&str>, field: Field, expected: &str) {
        let article = Article { path: "in/a.jsonl".into(), id: id.map(str::to_owned), ..Article::default() };
        assert_eq!(location(&article, field), expected);
    }

    #[test]
    fn a_location_names_file_article_and_headline() {
        check(None, Field::Text, "in/a.jsonl");
        check(Some("row-1"), Field::Text, "in/a.jsonl#row-1");
        check(Some("row-1"), Field::Title, "in/a.jsonl#row-1/title");
        check(None, Field::Title, "in/a.jsonl#title");
    }
}
