//! Who is printed as saying which words, without any rule.
//!
//! A speaker is the name, or the "he" and "she" of the last one named, right beside a verb of speech
//! around the words. Where that is not certain nothing is said.

use crate::claim::grammar;
use crate::claim::quote::passage;
use crate::claim::quote::passage::Passage;
use crate::claim::quote::speaker::SPEECH;
use crate::claim::quote::word;
use crate::claim::quote::word::Word;
use crate::claim::titles;
use crate::document::Document;
use crate::span::Span;
use crate::token::Kind;
use crate::token::Token;

/// Words that an article puts into somebody's mouth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Utterance {
    /// The family name of who speaks, in small letters.
    pub speaker: String,
    /// The words, as they are compared.
    pub words: Vec<Word>,
    /// From the first to the last of them.
    pub span: Span,
}

/// Fewer words than this are nobody's own.
const SHORTEST: usize = 4;
/// How many words may stand between a name and its verb.
const REACH: usize = 3;
/// Verbs that call something by quoted words, beside those of speech.
const CALLING: &[&str] = &["described", "describes", "defended", "dismissed", "hailed", "praised", "spoke"];
/// Words that stand for the last one named.
const PRONOUNS: &[&str] = &["he", "she"];
/// Capitals at the head of a sentence that name nobody.
const NO_NAME: &[&str] = &[
    "The", "A", "An", "It", "In", "But", "And", "This", "That", "They", "We", "I", "You", "He", "She", "On",
    "At", "When", "After", "As", "One", "Officials",
];

/// The utterances of an article, in order.
pub fn all(document: &Document<'_>) -> Vec<Utterance> {
    let mut last: Option<String> = None;
    let mut found = Vec::new();
    for passage in passage::all(document) {
        let speaker = speaker(document, &passage, last.as_deref());
        last = speaker.clone().or(last);
        let words = word::words(&document.text, &passage.parts);
        if let Some(speaker) = speaker.filter(|_| words.len() >= SHORTEST) {
            found.push(Utterance { speaker, words, span: passage.span() });
        }
    }
    found
}

fn speaker(document: &Document<'_>, passage: &Passage, last: Option<&str>) -> Option<String> {
    match voice(document, passage)? {
        Named::Name(name) => {
            let family = name.of(&document.text).rsplit([' ', '-']).next()?;
            Some(family.to_lowercase())
        }
        Named::Pronoun => last.map(str::to_owned),
    }
}

/// Who is said to speak a passage, where a full name says so.
pub(super) fn full_name(document: &Document<'_>, passage: &Passage) -> Option<Span> {
    match voice(document, passage)? {
        Named::Name(name) if name.of(&document.text).contains(' ') => Some(name),
        Named::Name(_) | Named::Pronoun => None,
    }
}

/// Who stands beside a verb of speech.
enum Named {
    Name(Span),
    Pronoun,
}

fn voice(document: &Document<'_>, passage: &Passage) -> Option<Named> {
    let text = &*document.text;
    let span = passage.span();
    let tokens = |at: usize| document.sentences().get(document.sentence_at(at)).map(|s| s.tokens(text));
    let (first, end) = (tokens(span.start())?, tokens(span.end().saturating_sub(1))?);
    let before: Vec<Token> = first.iter().filter(|token| token.span.end() <= span.start()).copied().collect();
    let after: Vec<Token> = end.iter().filter(|token| token.span.start() >= span.end()).copied().collect();
    after_words(text, &after).or_else(|| before_words(text, &before)).or_else(|| {
        let between = passage.parts.windows(2).map(|pair| Span::new(pair[0].end(), pair[1].start()));
        between.map(|seam| crate::token::split(text, seam)).find_map(|seam| after_words(text, &seam))
    })
}

/// “…,” Brandt said; “…,” said Ana Brandt.
fn after_words(text: &str, tokens: &[Token]) -> Option<Named> {
    let start = tokens.iter().position(|token| token.kind == Kind::Word)?;
    let verb =
        (start..tokens.len().min(start + REACH + 2 + TITLE)).find(|at| tokens[*at].is_any(text, SPEECH))?;
    let named = if verb == start {
        name_from(text, &tokens[verb + 1..])
    } else {
        name_to(text, &tokens[start..verb])
    };
    named.map(Named::Name).or_else(|| pronoun(text, &tokens[start..=verb]))
}

/// How many words a title before a name may have: "Prime Minister Ana Brandt said".
const TITLE: usize = 2;

/// Brandt, who came late, said: “…”; Brandt described it as “…”.
fn before_words(text: &str, tokens: &[Token]) -> Option<Named> {
    let is_speech = |token: &Token| token.is_any(text, SPEECH) || token.is_any(text, CALLING);
    let verb = tokens.iter().rposition(is_speech)?;
    let named = name_to(text, &tokens[..verb]).map(Named::Name);
    named.or_else(|| pronoun(text, &tokens[verb.saturating_sub(2)..verb]))
}

fn pronoun(text: &str, tokens: &[Token]) -> Option<Named> {
    tokens.iter().any(|token| token.is_any(text, PRONOUNS)).then_some(Named::Pronoun)
}

/// The name that ends shortly before the end of `tokens`, with its given names.
fn name_to(text: &str, tokens: &[Token]) -> Option<Span> {
    let tokens = before_insertion(text, tokens);
    let from = tokens.len().saturating_sub(REACH);
    let is_adverb = |token: &Token| {
        let word = token.span.of(text);
        grammar::is_adverb(word)
            || matches!(word, "has" | "had" | "also" | "later" | "then" | "once" | "himself")
    };
    let last = (from..tokens.len()).rev().find(|at| !is_adverb(&tokens[*at]))?;
    is_name(text, tokens[last]).then(|| whole(text, tokens, last))
}

/// "Quay, second overall, said": what stands before the insertion; in "the engineer, Otto Quay, said" the name is inserted.
fn before_insertion<'t>(text: &str, tokens: &'t [Token]) -> &'t [Token] {
    let Some((_, inner)) = tokens.split_last().filter(|(last, _)| last.is(text, ",")) else { return tokens };
    let Some(opens) = inner.iter().rposition(|token| token.is(text, ",")) else { return inner };
    let is_all_name = inner[opens + 1..].iter().all(|token| is_name(text, *token));
    if is_all_name { inner } else { &inner[..opens] }
}

/// The name that `tokens` begin with, behind the words of a title.
fn name_from(text: &str, tokens: &[Token]) -> Option<Span> {
    let is_title = |token: &&Token| {
        let word = token.span.of(text);
        token.kind == Kind::Word && word.len() > 3 && word.chars().all(|c| c.is_lowercase() || c == '-')
    };
    let start = tokens.iter().take_while(is_title).count();
    let name = tokens[start..].iter().take_while(|token| token.is_capitalised(text) || token.is(text, "."));
    let n_words = name.count();
    let last = (start..start + n_words).rev().find(|at| tokens[*at].kind == Kind::Word)?;
    // "said Ana Brandt's lawyer".
    let is_owner = tokens.get(last + 1).is_some_and(|token| token.kind == Kind::Possessive);
    (is_name(text, tokens[last]) && !is_owner).then(|| whole(text, tokens, last))
}

/// The name that ends with the token `last`: the words with capitals before it that are no title.
fn whole(text: &str, tokens: &[Token], last: usize) -> Span {
    let is_inner = |at: &usize| {
        let word = tokens[*at].span.of(text);
        is_name(text, tokens[*at]) && !titles::is_title(word)
    };
    let n_given = (0..last).rev().take(GIVEN).take_while(is_inner).count();
    tokens[last - n_given].span.join(tokens[last].span)
}

/// How many given names may stand before a family name.
const GIVEN: usize = 3;

fn is_name(text: &str, token: Token) -> bool {
    let word = token.span.of(text);
    let is_name = !NO_NAME.contains(&word) && !titles::is_no_name(word);
    token.is_capitalised(text) && is_name && !word.chars().all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::all;
    use crate::document::Document;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = all(&Document::plain(text, None));
        let found: Vec<(&str, &str)> =
            found.iter().map(|one| (one.speaker.as_str(), one.span.of(text))).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_speaker_stands_beside_the_verb() {
        check("“It was a long cold night,” Ana Brandt said.", &[("brandt", "It was a long cold night,")]);
        check("“It was a long cold night,” said Ana Brandt.", &[("brandt", "It was a long cold night,")]);
        check(
            "Brandt later called it “a hard but honest bargain”.",
            &[("brandt", "a hard but honest bargain")],
        );
        check(
            "Brandt described it as “a hard but honest bargain”.",
            &[("brandt", "a hard but honest bargain")],
        );
        check("Brandt: “It was a long cold night.”", &[]);
    }

    #[test]
    fn a_pronoun_is_the_last_one_named() {
        check(
            "“It was a long cold night,” Brandt said. Nobody slept. “We froze until the morning,” she added.",
            &[("brandt", "It was a long cold night,"), ("brandt", "We froze until the morning,")],
        );
        check("“It was a long cold night,” she said.", &[]);
    }

    #[test]
    fn no_name_no_speaker() {
        check("Officials said it was “a hard but honest bargain”.", &[]);
        check("It read “a hard but honest bargain”.", &[]);
    }
}
