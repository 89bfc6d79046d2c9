//! Of whom the verb of a statement is said: "Hallow's rival recalled the kettle" says nothing of Hallow.
//!
//! A pattern that begins with a verb has its subject right before it. Where that is a name or a noun of somebody else, the
//! words are not about the fact's subject; "the company" may stand for it, so a noun with "the" before it is let pass.

use crate::claim::Claim;
use crate::claim::deed::between;
use crate::claim::grammar;
use crate::claim::past;
use crate::document::Document;
use crate::fact::Fact;
use crate::fact::Rules;
use crate::token::Kind;
use crate::token::Token;
use crate::value::date::words;

/// Pronouns, which may stand for anybody.
const PRONOUNS: &[&str] =
    &["he", "she", "it", "they", "we", "i", "you", "both", "this", "these", "those", "there", "nobody"];
/// Words that go on about the noun before them.
const RELATIVE: &[&str] = &["who", "which", "that"];

/// How far before a verb its subject may begin.
const REACH: usize = 20;

/// The sentence of a claim, cut into words.
struct Line<'a> {
    text: &'a str,
    tokens: &'a [Token],
    ours: Vec<&'a str>,
    epithets: Vec<&'a str>,
}

/// Whether the verb that a claim begins with is said of somebody who is not the subject of the fact.
pub fn is_another(rules: &Rules, fact: &Fact, document: &Document<'_>, claim: &Claim) -> bool {
    let Some(sentence) = document.sentences().get(claim.sentence) else { return false };
    let (text, tokens) = (&*document.text, sentence.tokens(&document.text));
    let entities = fact.subjects.iter().map(|subject| rules.entity(*subject));
    let ours: Vec<&str> = entities.clone().flat_map(|entity| &entity.names).map(String::as_str).collect();
    let epithets = entities.flat_map(|entity| &entity.epithets).chain(&fact.epithets);
    let epithets: Vec<&str> = epithets.map(String::as_str).collect();
    let verb = tokens.partition_point(|token| token.span.end() <= claim.span.start());
    !ours.is_empty() && Line { text, tokens, ours, epithets }.is_of_another(verb)
}

impl Line<'_> {
    fn is_of_another(&self, verb: usize) -> bool {
        // "refused to", "has been forced to".
        let is_verb =
            |at: usize| past::is_form(self.tokens[at].span.of(self.text)) && self.is(at + 1, &["to"]);
        let is_small = |at: &usize| between::is_small_verb(self.text, self.tokens[*at]) || is_verb(*at);
        let n_small = (0..verb).rev().take_while(is_small).count();
        let Some(last) = (verb - n_small).checked_sub(1) else { return false };
        match self.tokens[last].kind {
            Kind::Word if self.is(last, RELATIVE) => self.is_of_other_noun(last),
            Kind::Word => self.is_other(last),
            Kind::Mark if self.is(last, &[","]) => self.is_of_other_insertion(last),
            _ => false,
        }
    }

    fn is(&self, at: usize, words: &[&str]) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_any(self.text, words))
    }

    /// Whether the words before "who" or "that" are somebody else's: "succeeded Ivo Dale, who resigned", "It is alcohol, not
    /// Coryl, that causes".
    fn is_of_other_noun(&self, relative: usize) -> bool {
        let has_comma = relative > 0 && self.is(relative - 1, &[","]);
        let Some(noun) = relative.checked_sub(1 + usize::from(has_comma)) else { return false };
        let is_left_out = noun > 0 && self.is(noun - 1, &["not", "unlike"]) && self.is_ours(noun);
        is_left_out || self.tokens[noun].is_capitalised(self.text) && self.is_other(noun)
    }

    /// "Dorn, unlike Orle, merged", "Orme's deputy, Otto Marl, has resigned": whether what stands before the first
    /// of two commas is somebody else.
    fn is_of_other_insertion(&self, comma: usize) -> bool {
        let opens = (0..comma).rev().take(REACH).find(|at| self.is(*at, &[","]));
        let Some(head) = opens.and_then(|opens| opens.checked_sub(1)) else { return false };
        let is_stranger = |at: usize| self.tokens[at].is_capitalised(self.text) && !self.is_ours(at);
        match self.tokens[head].is_capitalised(self.text) {
            true => self.is_other(head) || head == 0 && is_stranger(head),
            false => {
                let is_named = (head + 2..comma).all(|at| self.tokens[at].is_capitalised(self.text));
                let is_the = head.checked_sub(1).is_some_and(|at| self.is(at, &["the"]));
                !self.is_ours(head) && !is_the && is_named && (head + 2..comma).any(is_stranger)
            }
        }
    }

    /// Whether the word at the token `at` ends the name or the noun of somebody else.
    fn is_other(&self, at: usize) -> bool {
        let token = self.tokens[at];
        if words::is_month(token.span.of(self.text)) || words::is_weekday(token.span.of(self.text)) {
            return false;
        }
        if self.is_governed(at) {
            return true;
        }
        if self.is_ours(at) || self.is(at, PRONOUNS) || !grammar::is_content(self.text, token) {
            return false;
        }
        let opens = (0..at).rev().take(REACH).find(|at| !grammar::is_content(self.text, self.tokens[*at]));
        let is_governed = opens.is_some_and(|at| self.is(at, grammar::PREPOSITIONS));
        let is_new = opens.is_some_and(|at| self.is(at, &["a", "an", "another"]));
        let is_owned = opens.is_some_and(|at| self.tokens[at].kind == Kind::Possessive);
        let is_bare = opens.is_none_or(|at| self.is(at, &["that", "and", "but", ",", ";", ":"]));
        let is_name = token.is_capitalised(self.text) && at > 0;
        !is_governed && (is_name || is_owned || is_new || is_bare && !token.is_capitalised(self.text))
    }

    /// "The bottles for Marl Cider are made", "a sketch for it": whether our name, or a pronoun, only says what something is for.
    fn is_governed(&self, at: usize) -> bool {
        let start = if self.is(at, PRONOUNS) { Some(at) } else { self.name_to(at) };
        let preposition = start
            .and_then(|start| start.checked_sub(1 + usize::from(start > 0 && self.is(start - 1, &["the"]))));
        preposition.is_some_and(|at| {
            let noun = at.checked_sub(1).map(|noun| self.tokens[noun]);
            self.is(at, &["for", "about", "near", "beside"])
                && noun.is_some_and(|noun| {
                    grammar::is_content(self.text, noun) && !noun.is_capitalised(self.text)
                })
        })
    }

    /// Whether one of the subject's names ends with the token `at`.
    fn is_ours(&self, at: usize) -> bool {
        self.name_to(at).is_some()
    }

    /// The token at which the name begins that ends with the token `at`.
    fn name_to(&self, at: usize) -> Option<usize> {
        let end = self.tokens[at].span.end();
        let begins = |name: &str| {
            let start = end.checked_sub(name.len())?;
            let written = self.text.get(start..end)?;
            written
                .eq_ignore_ascii_case(name)
                .then(|| self.tokens.partition_point(|token| token.span.start() < start))
        };
        let named = self.ours.iter().filter_map(|name| begins(name)).min();
        // "the union", and not "the rail workers' union".
        let is_definite =
            |start: &usize| start.checked_sub(1).is_some_and(|at| self.is(at, grammar::DEFINITE));
        named.or_else(|| self.epithets.iter().filter_map(|name| begins(name)).find(is_definite))
    }
}
