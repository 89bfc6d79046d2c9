//! The names in an article, without any rule: words with capitals that are more than the head of a sentence.
//!
//! A single word that opens a sentence is a name only where the article writes it with a capital elsewhere,
//! too, where capitals stand inside it, or where something is its own: "Orvane's boats", "Orvane CEO".

use crate::claim::figure::name::is_part_of_name;
use crate::claim::titles;
use crate::document::Document;
use crate::span::Span;
use crate::token::Kind;
use crate::token::Token;
use std::collections::HashSet;
use std::ops::Range;

/// What goes on with "of" and a name: "the Department of Ports". Of others it is an owner: "Brandt of Orvane".
const BODIES: &[&str] = &[
    "academy", "association", "bank", "board", "bureau", "church", "city", "college", "council", "court",
    "department", "federation", "house", "institute", "isle", "kingdom", "league", "ministry", "museum",
    "office", "port", "republic", "school", "state", "states", "union", "university",
];

/// A name where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// The words.
    pub span: Span,
    /// The index of the sentence.
    pub sentence: usize,
}

/// A stretch of words with capitals.
struct Run {
    named: Named,
    /// Whether it is one word at the head of a sentence.
    is_doubtful: bool,
}

/// The names of an article, in order.
pub fn all(document: &Document<'_>) -> Vec<Named> {
    let runs: Vec<Run> = (0..document.sentences().len()).flat_map(|at| in_sentence(document, at)).collect();
    let sure = runs.iter().filter(|run| !run.is_doubtful);
    let known: HashSet<&str> =
        sure.flat_map(|run| document.slice(run.named.span).split_whitespace()).collect();
    let is_name = |run: &&Run| !run.is_doubtful || known.contains(document.slice(run.named.span));
    runs.iter().filter(is_name).map(|run| run.named).collect()
}

fn in_sentence(document: &Document<'_>, sentence: usize) -> Vec<Run> {
    let text = &*document.text;
    let tokens = document.sentences()[sentence].tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some(range) = run(text, tokens, at) else {
            at += 1;
            continue;
        };
        at = range.end;
        let span = tokens[range.start].span.join(tokens[range.end - 1].span);
        let is_owner = tokens
            .get(range.end)
            .is_some_and(|next| next.kind == Kind::Possessive || titles::is_office(next.span.of(text)));
        let is_bare = range.len() == 1 && !is_owner && !has_inner_capital(span.of(text));
        let is_doubtful = is_bare && opens(tokens, range.start);
        found.push(Run { named: Named { span, sentence }, is_doubtful });
    }
    found
}

/// The tokens of the name that begins at the token `start`.
fn run(text: &str, tokens: &[Token], start: usize) -> Option<Range<usize>> {
    let is_part = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|token| is_part_of_name(text, *token) && !titles::is_no_name(token.span.of(text)))
    };
    if !is_part(start) {
        return None;
    }
    let mut end = start + 1;
    loop {
        // "Ana M. Brandt", "the Department of Ports".
        let is_initial =
            tokens[end - 1].span.len() == 1 && tokens.get(end).is_some_and(|token| token.is(text, "."));
        let is_of = tokens.get(end).is_some_and(|token| token.span.of(text) == "of")
            && tokens[end - 1].is_any(text, BODIES);
        if is_part(end) {
            end += 1;
        } else if (is_initial || is_of) && is_part(end + 1) {
            end += 2;
        } else {
            return Some(start..end);
        }
    }
}

/// Whether a token is the first word of its sentence, or of what is quoted there.
fn opens(tokens: &[Token], at: usize) -> bool {
    at.checked_sub(1).is_none_or(|before| tokens[before].kind == Kind::Mark)
}

fn has_inner_capital(word: &str) -> bool {
    word.chars().skip(1).any(|c| c.is_uppercase() || c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::all;
    use crate::document::Document;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let document = Document::plain(text, None);
        let found: Vec<&str> = all(&document).iter().map(|named| named.span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn names_have_capitals() {
        check(
            "The Harbour League met Ana M. Brandt of Orvane.",
            &["Harbour League", "Ana M. Brandt", "Orvane"],
        );
        check("It spoke to CEO Ana Brandt on Monday.", &["Ana Brandt"]);
        check("The OrvaneX app of the Department of Ports grew.", &["OrvaneX", "Department of Ports"]);
    }

    #[test]
    fn the_head_of_a_sentence_is_no_name_by_itself() {
        check("Critics met. Boats sank.", &[]);
        check("Orvane met. They left Orvane.", &["Orvane", "Orvane"]);
        check("Orvane's boats sank.", &["Orvane"]);
        check("ORV met. H100 sold.", &["ORV", "H100"]);
    }
}
