//! "The population of Orlavia is 5,300,000", "Orlavia's rate was 4.2%", "the bridge is 90 metres long".

use crate::claim::figure::Lasts;
use crate::claim::figure::Tie;
use crate::claim::figure::name;
use crate::claim::figure::phrase::Phrase;
use crate::token::Kind;
use crate::value;

/// Words that say what a measure is.
const VERBS: &[&[&str]] = &[
    &["is"],
    &["was"],
    &["are"],
    &["were"],
    &["reached"],
    &["totals"],
    &["totalled"],
    &["totaled"],
    &["stands", "at"],
    &["stood", "at"],
    &["remains", "at"],
    &["remained", "at"],
    &["fell", "to"],
    &["dropped", "to"],
    &["declined", "to"],
    &["rose", "to"],
    &["climbed", "to"],
    &["grew", "to"],
    &["increased", "to"],
];
/// Adjectives of sizes that do not change.
const SIZES: &[&str] = &["long", "wide", "tall", "high", "deep"];
/// Nouns that measure nothing by themselves.
const NO_MEASURE: &[&str] =
    &["one", "first", "number", "part", "rest", "result", "goal", "aim", "plan", "change"];

/// Whose measure the value `at` is.
pub(super) fn tie(phrase: &Phrase<'_>, at: usize) -> Option<Tie> {
    let verb = verb_before(phrase, phrase.first(at))?;
    size(phrase, at, verb)
        .or_else(|| is_end(phrase, at).then(|| owned(phrase, verb).or_else(|| of(phrase, verb)))?)
}

/// The first token of a verb that ends before the token `end`.
fn verb_before(phrase: &Phrase<'_>, end: usize) -> Option<usize> {
    let starts = VERBS.iter().filter_map(|verb| Some((end.checked_sub(verb.len())?, verb)));
    let mut verbs =
        starts.filter(|(start, verb)| verb.iter().enumerate().all(|(n, word)| phrase.is(start + n, &[word])));
    verbs.next().map(|(start, _)| start)
}

/// Whether nothing that belongs to the value comes behind it.
fn is_end(phrase: &Phrase<'_>, at: usize) -> bool {
    let after = phrase.after(at);
    after >= phrase.tokens.len() || phrase.is(after, &[".", ",", ";", "in", "on", "—", "–", ")", "at"])
}

/// "The Orla Bridge is 1,149 metres long".
fn size(phrase: &Phrase<'_>, at: usize, verb: usize) -> Option<Tie> {
    let adjective = SIZES.iter().find(|size| phrase.is(phrase.after(at), &[size]))?;
    let is_size = phrase.values[at].kind == value::Kind::Quantity;
    let name = name::ending(phrase, verb).filter(|_| is_size)?;
    Some(Tie { name, attribute: (*adjective).to_owned(), lasts: Lasts::Always })
}

/// "Orlavia's unemployment rate was".
fn owned(phrase: &Phrase<'_>, verb: usize) -> Option<Tie> {
    let start = noun_start(phrase, verb)?;
    let owner = start.checked_sub(1).filter(|at| phrase.tokens[*at].kind == Kind::Possessive)?;
    let name = name::ending(phrase, owner)?;
    Some(Tie { name, attribute: words(phrase, start..verb)?, lasts: Lasts::Now })
}

/// "The population of Orlavia is".
fn of(phrase: &Phrase<'_>, verb: usize) -> Option<Tie> {
    let start = name_start(phrase, verb);
    let of = start.checked_sub(1).filter(|at| phrase.is(*at, &["of"]))?;
    let noun = noun_start(phrase, of)?;
    let is_definite = phrase.is_after(noun, &["the"]);
    let is_whole = noun < 2 || !phrase.is(noun - 2, &["of", "in", "for", "to", "and", "or", "on"]);
    let attribute = words(phrase, noun..of).filter(|_| is_definite && is_whole && start < verb)?;
    Some(Tie { name: start..verb, attribute, lasts: Lasts::Now })
}

/// Where the words with capitals that end before `end` begin, "the" left out.
fn name_start(phrase: &Phrase<'_>, end: usize) -> usize {
    let is_capital = |at: &usize| phrase.tokens[*at].is_capitalised(phrase.text);
    let start = (0..end).rev().take_while(is_capital).last().unwrap_or(end);
    if phrase.is_after(start, &["the"]) && start < end { start - 1 } else { start }
}

/// Where the plain words that end before `end` begin; at most three.
fn noun_start(phrase: &Phrase<'_>, end: usize) -> Option<usize> {
    let is_noun =
        |at: &usize| phrase.is_plain(*at) && !phrase.is(*at, &["the", "of", "a", "an", "and", "that"]);
    let start = (end.saturating_sub(MOST)..end).rev().take_while(is_noun).last()?;
    (!phrase.is(end - 1, NO_MEASURE)).then_some(start)
}

/// A measure has at most so many words.
const MOST: usize = 3;

fn words(phrase: &Phrase<'_>, tokens: std::ops::Range<usize>) -> Option<String> {
    Some(name::key(phrase.span(tokens)?.of(phrase.text)))
}
