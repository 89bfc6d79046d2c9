//! Names that are not written as they should be.
//!
//! Known wrong ways are words of the rules like any other. A near miss is one slip of the hand away
//! (a letter changed, left out, put in, or two swapped) from a word of the name; in a name of several
//! words the others must stand beside it, so that the anchor is the part that is right.

mod explained;

use crate::claim::Claim;
use crate::claim::Observed;
use crate::claim::anchor::Anchors;
use crate::claim::anchor::Hit;
use crate::document::Document;
use crate::fact::Fact;
use crate::fact::FactId;
use crate::fact::Kind;
use crate::fact::Rules;
use crate::span::Span;
use crate::token;
use crate::token::Token;
use std::collections::BTreeSet;
use std::collections::HashMap;

/// Words shorter than this are too close to too many others.
const SHORTEST: usize = 5;
/// A name of one word needs to be longer than that.
const SHORTEST_ALONE: usize = 6;

/// The words of all names that are watched for slips.
pub struct Spelling {
    // Each word of a name with one letter left out, and where the word comes from.
    slips: HashMap<String, Vec<(FactId, usize)>>,
    // Every word of every name in the rules: none of them is a slip of another.
    known: BTreeSet<String>,
    facts: Vec<FactId>,
}

impl Spelling {
    /// Gathers the names of `rules`.
    pub fn new(rules: &Rules) -> Spelling {
        let mut spelling = Spelling { slips: HashMap::new(), known: BTreeSet::new(), facts: Vec::new() };
        for (id, fact) in rules.numbered_facts() {
            if matches!(fact.kind, Kind::Name { .. }) && fact.judges() {
                spelling.facts.push(id);
                spelling.watch(id, fact);
            }
        }
        if !spelling.slips.is_empty() {
            spelling.known = known(rules);
        }
        spelling
    }

    fn watch(&mut self, id: FactId, fact: &Fact) {
        let Kind::Name { written, typos: true, .. } = &fact.kind else { return };
        let words: Vec<&str> = words(written);
        let shortest = if words.len() == 1 { SHORTEST_ALONE } else { SHORTEST };
        for (at, word) in words.iter().enumerate().filter(|(_, word)| word.chars().count() >= shortest) {
            for slip in shortened(word) {
                self.slips.entry(slip).or_default().push((id, at));
            }
        }
    }

    /// Finds the names of an article that are not written so.
    pub fn find(
        &self,
        (rules, anchors): (&Rules, &Anchors),
        document: &Document<'_>,
        hits: &[Hit],
        claims: &mut Vec<Claim>,
    ) {
        for fact in &self.facts {
            let never = &anchors.fact(*fact).never;
            let wrong = hits.iter().filter(|hit| never.binary_search(&hit.word).is_ok());
            let wrong = wrong.filter(|hit| !explained::is_meant(document, hit.span));
            claims.extend(wrong.map(|hit| Claim::plain(*fact, hit.span, document, Observed::Misspelt)));
        }
        if !self.slips.is_empty() {
            self.find_slips(rules, document, claims);
        }
    }

    fn find_slips(&self, rules: &Rules, document: &Document<'_>, claims: &mut Vec<Claim>) {
        for sentence in document.sentences() {
            let tokens = sentence.tokens(&document.text);
            for (at, _) in tokens.iter().enumerate().filter(|(_, t)| is_name_like(&document.text, **t)) {
                let found = self.slip(rules, &document.text, tokens, at);
                let found = found.filter(|(_, span)| !explained::is_meant(document, *span));
                claims
                    .extend(found.map(|(fact, span)| Claim::plain(fact, span, document, Observed::Misspelt)));
            }
        }
    }

    /// The fact whose name the token `at` misspells, with the words of the whole name.
    fn slip(&self, rules: &Rules, text: &str, tokens: &[Token], at: usize) -> Option<(FactId, Span)> {
        let word = tokens[at].span.of(text);
        if word.chars().count() + 1 < SHORTEST || self.known.contains(word) {
            return None;
        }
        let mut keys = shortened(word);
        keys.push(word.to_owned());
        let sources = keys.iter().filter_map(|key| self.slips.get(key)).flatten();
        sources.copied().find_map(|(fact, index)| self.whole(rules, text, tokens, (at, fact, index)))
    }

    /// The words of the whole name around a slip, if the rest of the name is right.
    fn whole(
        &self,
        rules: &Rules,
        text: &str,
        tokens: &[Token],
        (at, fact, index): (usize, FactId, usize),
    ) -> Option<(FactId, Span)> {
        let Kind::Name { written, .. } = &rules.fact(fact).kind else { return None };
        let right = words(written);
        // Marks within a name, as in "Osei-Tutton" and "Orchard & Pyne", are no words of it.
        let before = tokens[..at].iter().rev().filter(|token| token.kind == token::Kind::Word).take(index);
        let behind = tokens[at..].iter().filter(|token| token.kind == token::Kind::Word);
        let mut whole: Vec<Token> = before.copied().collect();
        whole.reverse();
        whole.extend(behind.take(right.len() - index));
        let others_right = whole.len() == right.len()
            && right
                .iter()
                .zip(&whole)
                .enumerate()
                .all(|(other, (word, token))| other == index || token.span.of(text) == *word);
        let (first, last) = (whole.first()?, whole.last()?);
        let span = first.span.join(last.span);
        let is_close = span.len() <= written.len() + SPREAD;
        let is_slip = is_slip(right[index], tokens[at].span.of(text));
        let is_alone = || is_family_name(rules, fact, right[index]) && stands_alone(text, tokens, at);
        match is_slip {
            true if others_right && is_close => Some((fact, span)),
            true if index + 1 == right.len() && is_alone() => Some((fact, tokens[at].span)),
            _ => None,
        }
    }
}

/// Whether a word has a capital, at its front or within: "iVantor".
fn is_name_like(text: &str, token: Token) -> bool {
    token.kind == token::Kind::Word && token.span.of(text).contains(char::is_uppercase)
}

/// Whether a word of a name is a name of its own, as family names are.
fn is_family_name(rules: &Rules, fact: FactId, word: &str) -> bool {
    let subjects = &rules.fact(fact).subjects;
    word.chars().count() >= SHORTEST_ALONE
        && subjects.iter().any(|subject| rules.entity(*subject).names.iter().any(|name| name == word))
}

/// Whether no other capitalised word stands beside the token `at`.
fn stands_alone(text: &str, tokens: &[Token], at: usize) -> bool {
    let is_capital =
        |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|t| t.is_capitalised(text));
    !is_capital(at.checked_sub(1)) && !is_capital(Some(at + 1))
}

/// How many bytes longer than the right name a wrong one may be: a letter and its accent.
const SPREAD: usize = 3;

/// The words of a name, marks left out.
fn words(name: &str) -> Vec<&str> {
    let tokens = token::split(name, Span::new(0, name.len()));
    tokens.iter().filter(|token| token.kind == token::Kind::Word).map(|token| token.span.of(name)).collect()
}

fn known(rules: &Rules) -> BTreeSet<String> {
    let names = rules.entities.iter().flat_map(|entity| &entity.names);
    names.flat_map(|name| words(name)).map(str::to_owned).collect()
}

/// A word with each of its letters left out in turn.
fn shortened(word: &str) -> Vec<String> {
    let without = |(at, letter): (usize, char)| format!("{}{}", &word[..at], &word[at + letter.len_utf8()..]);
    let mut found: Vec<String> = word.char_indices().map(without).collect();
    found.push(word.to_owned());
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether `found` is `right` after one slip of the hand, and not merely another form of it.
fn is_slip(right: &str, found: &str) -> bool {
    let is_form = found.strip_prefix(right).is_some_and(|ending| matches!(ending, "s" | "es" | "n" | "an"));
    let same_but_case = right.eq_ignore_ascii_case(found);
    !is_form && !same_but_case && strsim::osa_distance(right, found) == 1
}

#[cfg(test)]
mod tests {
    use super::is_slip;

    #[test]
    fn one_slip_is_a_near_miss() {
        assert!(is_slip("Brandtner", "Brantdner"));
        assert!(is_slip("Brandtner", "Brandner"));
        assert!(is_slip("Brandtner", "Brandtnar"));
    }

    #[test]
    fn forms_and_other_names_are_none() {
        assert!(!is_slip("Zelmora", "Zelmoras"));
        assert!(!is_slip("Zelmora", "ZELMORA"));
        assert!(!is_slip("Brandtner", "Brenner"));
    }
}
