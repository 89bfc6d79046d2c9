//! Where one clause of a sentence ends and the next begins.
//!
//! No parser: strong marks and conjunctions cut a sentence into clauses, commas cut a clause into
//! segments. Good enough to tell whose number stands where.

use crate::token::Token;
use std::ops::Range;

/// Words that open a clause.
const OPENERS: &[&str] = &[
    "but", "however", "though", "although", "whereas", "while", "yet", "because", "after", "before", "when",
    "where", "which", "who", "whose", "whom", "that", "since", "until", "unless", "if", "once", "whether",
    "despite", "meanwhile", "except", "unlike", "instead", "rather", "so",
];
/// Whether the token opens a clause wherever it stands.
pub fn opens(text: &str, token: Token) -> bool {
    token.is_any(text, OPENERS)
}

/// Marks that end a clause.
const MARKS: &[&str] = &[";", ":", "—", "(", ")", "[", "]", "•", "|"];
/// Openers that stand for the noun before them.
const RELATIVE: &[&str] = &["which", "who", "whose", "whom", "that"];

/// The clauses of a sentence.
#[derive(Clone, Debug)]
pub struct Clauses {
    // The first token of each clause, in order, 0 first.
    starts: Vec<usize>,
    // The commas, in order.
    commas: Vec<usize>,
    len: usize,
}

impl Clauses {
    /// Cuts a sentence.
    pub fn of(text: &str, tokens: &[Token]) -> Clauses {
        let mut starts = vec![0];
        let mut commas = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            if token.is(text, ",") {
                commas.push(at);
            } else if at > 0 && (opens(text, *token) || is_strong(text, tokens, at)) {
                starts.push(at);
            }
        }
        Clauses { starts, commas, len: tokens.len() }
    }

    /// The clause that holds the token `at`.
    pub fn around(&self, at: usize) -> Range<usize> {
        let after = self.starts.partition_point(|start| *start <= at);
        let end = self.starts.get(after).copied().unwrap_or(self.len);
        self.starts[after.saturating_sub(1)]..end
    }

    /// The stretch between commas of its clause that holds the token `at`.
    pub fn segment(&self, at: usize) -> Range<usize> {
        let clause = self.around(at);
        let after = self.commas.partition_point(|comma| *comma < at);
        let start = after.checked_sub(1).map_or(0, |before| self.commas[before] + 1);
        let end = self.commas.get(after).copied().unwrap_or(self.len);
        start.max(clause.start)..end.min(clause.end)
    }

    /// Whether two tokens stand in one clause.
    pub fn are_together(&self, a: usize, b: usize) -> bool {
        self.around(a).contains(&b)
    }

    /// Whether the clause of the token `at` opens with a word that stands for the noun before it.
    pub fn is_relative(&self, text: &str, tokens: &[Token], at: usize) -> bool {
        let first = tokens.get(self.around(at).start);
        first.is_some_and(|token| token.is_any(text, RELATIVE))
    }
}

/// Whether a mark ends a clause; a dash does when it stands free.
fn is_strong(text: &str, tokens: &[Token], at: usize) -> bool {
    let token = tokens[at];
    let is_free_dash = token.is_any(text, &["-", "–"])
        && !tokens[at - 1].touches(token)
        && tokens.get(at + 1).is_some_and(|next| !token.touches(*next));
    is_free_dash || token.is_any(text, MARKS)
}

#[cfg(test)]
mod tests {
    use super::Clauses;
    use crate::span::Span;
    use crate::token;

    #[track_caller]
    fn check(text: &str, word: &str, clause: &str, segment: &str) {
        let tokens = token::split(text, Span::new(0, text.len()));
        let clauses = Clauses::of(text, &tokens);
        let at = tokens.iter().position(|t| t.is(text, word)).expect("the word is there");
        let words = |range: std::ops::Range<usize>| {
            Span::new(tokens[range.start].span.start(), tokens[range.end - 1].span.end()).of(text)
        };
        assert_eq!((words(clauses.around(at)), words(clauses.segment(at))), (clause, segment));
    }

    #[test]
    fn conjunctions_cut_clauses_and_commas_segments() {
        let text = "On Monday, sales rose while, in Oslo, rents fell.";
        check(text, "sales", "On Monday, sales rose", "sales rose");
        check(text, "rents", "while, in Oslo, rents fell.", "rents fell.");
    }

    #[test]
    fn a_hyphen_inside_a_word_cuts_nothing() {
        check("A day-to-day matter - he said", "day", "A day-to-day matter", "A day-to-day matter");
    }
}
