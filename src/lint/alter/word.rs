//! One other word in what is quoted.

use crate::lint::mend::Words;
use crate::span::Span;
use crate::token;
use crate::token::Kind;

/// Words that may stand for another one; the first that the quotation does not have.
const OTHERS: &[&str] = &["lantern", "gravel", "velvet"];
/// Shorter words are mostly those by which sentences are built.
const LEAST: usize = 4;

/// The quotation with one word changed, the longest first.
pub(crate) fn all(text: &str, words: Span) -> Vec<Words> {
    let quoted = words.of(text).to_lowercase();
    let Some(other) = OTHERS.iter().find(|other| !quoted.contains(**other)) else { return Vec::new() };
    let mut spans: Vec<Span> = token::split(text, words)
        .into_iter()
        .filter(|token| token.kind == Kind::Word && token.span.len() >= LEAST && !token.is_capitalised(text))
        .map(|token| token.span)
        .collect();
    spans.sort_by_key(|span| (std::cmp::Reverse(span.len()), span.start()));
    spans.into_iter().map(|span| Words { span, text: (*other).to_owned() }).collect()
}

#[cfg(test)]
mod tests {
    use super::all;
    use crate::span::Span;

    #[test]
    fn the_longest_word_is_changed_first() {
        let text = "we paid for every boat";
        let found = all(text, Span::new(0, text.len()));
        let found: Vec<(&str, &str)> =
            found.iter().map(|one| (one.span.of(text), one.text.as_str())).collect();
        assert_eq!(found, [("every", "lantern"), ("paid", "lantern"), ("boat", "lantern")]);
    }
}
