//! One speaker's words, printed in two ways.
//!
//! Two kinds of pairs are held to be the same words: mostly the same in the same order, or one frame of
//! an adjective, a connective, another adjective and a noun with its words exchanged one for one.

use crate::claim::quote::align;
use crate::claim::quote::align::Alignment;
use crate::claim::quote::lawful;
use crate::claim::quote::likeness;
use crate::claim::quote::word::Before;
use crate::claim::quote::word::Word;
use crate::value::noun;

/// What differs between two ways to print the same words, as ranges of each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drift {
    /// Of the words that were printed before.
    pub earlier: std::ops::Range<usize>,
    /// Of the words that are printed now.
    pub later: std::ops::Range<usize>,
}

/// Of the words in the stretch, so many in a hundred must be the same.
const SAME: usize = 75;
/// So many words must be the same.
const LEAST: usize = 6;
/// So many words that say something of their own must be the same.
const TELLING: usize = 3;
/// A difference of more words than this is another part of a speech.
const MOST: usize = 6;

/// How `later` differs from `earlier`, where both are mostly the same words in the same order.
pub fn alike(earlier: &[Word], later: &[Word]) -> Option<Drift> {
    let alignment = align::align(later, earlier)?;
    let is_lawful = |change: &&align::Change| {
        lawful::is_lawful(later, earlier, change) || lawful::is_lawful(earlier, later, &change.turned())
    };
    let changes: Vec<_> = alignment.changes.iter().filter(|change| !is_lawful(change)).collect();
    let (first, last) = (changes.first()?, changes.last()?);
    let n_changed: usize = changes.iter().map(|change| change.printed.len().max(change.said.len())).sum();
    let is_near = alignment.same >= LEAST
        && alignment.same * 100 >= (alignment.same + n_changed) * SAME
        && likeness::n_telling(later, &alignment) >= TELLING
        && n_changed <= MOST
        && covers(&alignment, earlier, later);
    is_near.then_some(Drift {
        earlier: first.said.start..last.said.end,
        later: first.printed.start..last.printed.end,
    })
}

/// Whether the stretch is most of the shorter side.
fn covers(alignment: &Alignment, earlier: &[Word], later: &[Word]) -> bool {
    alignment.same * 2 > earlier.len().min(later.len())
}

/// An adjective, a connective, another adjective and their noun.
#[derive(Clone, Copy)]
struct Frame<'w> {
    at: usize,
    words: &'w [Word],
}

/// Words that join two adjectives.
const CONNECTIVES: &[&str] = &["and", "but", "yet"];
/// Words that open a noun phrase.
const OPENERS: &[&str] = &[
    "a", "the", "this", "that", "his", "her", "its", "our", "their", "my", "your", "very", "most", "more",
    "so", "such", "of", "as", "was", "is", "were", "are",
];
/// Endings of nouns and adverbs.
const NO_ADJECTIVE: &[&str] =
    &["tion", "ment", "ness", "ity", "ism", "ist", "ship", "ly", "ing", "ance", "ence", "s"];
/// How many words a frame has.
const FRAME: usize = 4;

/// How `later` differs from `earlier`, where both have a frame with other adjectives: "a tough, but fair
/// bargain" for "a hard but honest bargain".
pub fn exchanged(earlier: &[Word], later: &[Word]) -> Option<Drift> {
    let before: Vec<Frame<'_>> = frames(earlier).collect();
    let mut pairs = frames(later).flat_map(|now| before.iter().map(move |then| (*then, now)));
    let (then, now) = pairs.find(|(then, now)| is_exchanged(then, now))?;
    Some(Drift { earlier: then.at..then.at + FRAME, later: now.at..now.at + FRAME })
}

/// What two frames have in common that may be exchanged for each other, for each frame of some words.
pub fn frame_keys(words: &[Word]) -> impl Iterator<Item = String> {
    frames(words).map(|frame| format!("{} {}", frame.key(1), frame.key(3)))
}

fn frames(words: &[Word]) -> impl Iterator<Item = Frame<'_>> {
    let places = 0..words.len().saturating_sub(FRAME - 1);
    places.map(move |at| Frame { at, words: &words[at..at + FRAME] }).filter(move |frame| {
        let opens =
            frame.at.checked_sub(1).is_none_or(|before| OPENERS.contains(&words[before].key.as_str()));
        opens && frame.is_whole()
    })
}

impl<'w> Frame<'w> {
    fn key(&self, at: usize) -> &'w str {
        &self.words[at].key
    }

    fn is_whole(&self) -> bool {
        let is_joined = self.words[1..].iter().all(|word| word.before == Before::Space);
        let noun = &self.words[3];
        is_joined
            && CONNECTIVES.contains(&self.key(1))
            && is_adjective(&self.words[0])
            && is_adjective(&self.words[2])
            && likeness::is_telling(noun)
            && !noun.is_name
    }
}

/// What may be an adjective, by all that its form says.
fn is_adjective(word: &Word) -> bool {
    let key = word.key.as_str();
    let is_word = key.starts_with(|c: char| c.is_alphabetic()) && !word.is_name;
    let is_small = noun::is_closed(key) || key == "some";
    is_word && !is_small && !NO_ADJECTIVE.iter().any(|ending| key.ends_with(ending))
}

/// Whether two frames share connective and noun, and not their adjectives.
fn is_exchanged(then: &Frame<'_>, now: &Frame<'_>) -> bool {
    let is_same = |at: usize| then.key(at) == now.key(at);
    let is_swapped = then.key(0) == now.key(2) && then.key(2) == now.key(0);
    is_same(1) && is_same(3) && !(is_same(0) && is_same(2)) && !is_swapped
}

#[cfg(test)]
mod tests {
    use super::alike;
    use super::exchanged;
    use crate::claim::quote::word;
    use crate::span::Span;

    #[track_caller]
    fn check(earlier: &str, later: &str, expected: Option<(&str, &str)>) {
        let words = |text: &str| word::words(text, &[Span::new(0, text.len())]);
        let (e, l) = (words(earlier), words(later));
        let slice =
            |text: &str, words: &[word::Word], range: &std::ops::Range<usize>| match &words[range.clone()] {
                [] => String::new(),
                [first, ..] => first.span.join(words[range.end - 1].span).of(text).to_owned(),
            };
        let found = alike(&e, &l).or_else(|| exchanged(&e, &l));
        let found = found.map(|drift| (slice(earlier, &e, &drift.earlier), slice(later, &l, &drift.later)));
        assert_eq!(found.as_ref().map(|(a, b)| (a.as_str(), b.as_str())), expected);
    }

    #[test]
    fn mostly_the_same_words_are_the_same() {
        check(
            "We shall open the new harbour before the first ships come",
            "We shall open the old harbour before the first ships come",
            Some(("new", "old")),
        );
        check("We'll open the new harbor", "We will open the new harbour before the ships come", None);
        check("We shall open the new harbour", "We shall close the old mill", None);
    }

    #[test]
    fn a_frame_with_other_adjectives_is_the_same() {
        check(
            "a hard but honest bargain",
            "it was a tough, but fair bargain that day",
            Some(("hard but honest bargain", "tough, but fair bargain")),
        );
        check("a hard but honest bargain", "a hard but honest bargain", None);
        check("a hard but honest bargain", "a tough, but fair game", None);
        check("a hard but honest bargain", "a tough and fair bargain", None);
    }

    #[test]
    fn joined_nouns_are_no_frame() {
        check("the roads and public buildings", "the schools and public buildings", None);
        check("he and the crew", "she and the crew", None);
    }
}
