//! What quoting allows: an editor's brackets, an honest ellipsis, one word written as two.

use crate::claim::quote::align::Change;
use crate::claim::quote::word::Before;
use crate::claim::quote::word::Word;

/// Words without which a sentence turns round.
const NEGATIONS: &[&str] =
    &["not", "never", "no", "nothing", "nobody", "none", "neither", "nor", "without", "hardly", "barely"];
/// Words that take back what they follow.
const TURNS: &[&str] = &["but", "unless", "except"];
/// An ellipsis that leaves out at most this many words of one sentence stands for those words.
const SHORT_GAP: usize = 8;
/// At ", he said, " so many words are held to be dropped; more are another part of the speech.
const SHORT_SEAM: usize = 3;

/// Whether a change is one that quoting allows.
pub fn is_lawful(printed: &[Word], said: &[Word], change: &Change) -> bool {
    let (Some(p), Some(s)) = (printed.get(change.printed.clone()), said.get(change.said.clone())) else {
        return true;
    };
    is_one_spelling(p, s)
        || is_inserted(p, s)
        || is_placeholder(p, s)
        || p.is_empty() && is_left_out(printed, said, change)
        || s.is_empty() && before(said, change.said.end) == Some(Before::Ellipsis)
        || is_cut_plural(printed, said, change)
}

/// "health care" and "healthcare", "2-in-3" and "two in three".
fn is_one_spelling(p: &[Word], s: &[Word]) -> bool {
    let whole = |words: &[Word]| words.iter().map(|word| word.key.as_str()).collect::<String>();
    !p.is_empty() && whole(p) == whole(s)
}

/// "[the mayor] said" for "he said"; brackets do not excuse a lost negation.
fn is_inserted(p: &[Word], s: &[Word]) -> bool {
    !p.is_empty() && p.iter().all(|word| word.is_inserted) && n_negations(p) == n_negations(s)
}

/// "[expletive]" or "(inaudible)" in the words as they are declared stands for any words.
fn is_placeholder(p: &[Word], s: &[Word]) -> bool {
    !s.is_empty() && s.iter().all(|word| word.is_inserted || word.is_aside) && n_negations(p) == 0
}

/// Whether words that are missing were left out openly.
fn is_left_out(printed: &[Word], said: &[Word], change: &Change) -> bool {
    if is_stumble(said, change) {
        return true;
    }
    match before(printed, change.printed.end) {
        Some(Before::Ellipsis) => !drops_negation(said, change),
        Some(Before::Seam) => {
            change.said.len() > SHORT_SEAM || before(said, change.said.end) == Some(Before::Stop)
        }
        _ => false,
    }
}

/// Sounds of one who looks for words.
const SOUNDS: &[&str] = &["um", "uh", "er", "erm", "uhm"];
/// Small words that speakers say twice.
const TWICE: &[&str] = &["i", "we", "the", "a", "and", "that", "it", "to", "is", "in"];

/// Sounds between words, and small words said twice, need not be printed.
fn is_stumble(said: &[Word], change: &Change) -> bool {
    let Some(dropped) = said.get(change.said.clone()) else { return false };
    let is_sound = |word: &Word| SOUNDS.contains(&word.key.as_str());
    let is_again = |word: &Word, at: usize| {
        let next = said.get(at + 1);
        TWICE.contains(&word.key.as_str()) && next.is_some_and(|next| next.key == word.key)
    };
    let mut words = dropped.iter().zip(change.said.clone());
    words.all(|(word, at)| is_sound(word) || is_again(word, at) || at > 0 && is_again(&said[at - 1], at - 1))
}

fn before(words: &[Word], at: usize) -> Option<Before> {
    words.get(at).map(|word| word.before)
}

/// Whether the words left out of one sentence hold its negation.
fn drops_negation(said: &[Word], change: &Change) -> bool {
    let Some(dropped) = said.get(change.said.clone()) else { return false };
    let is_one_sentence = dropped.iter().all(|word| word.before != Before::Stop)
        && before(said, change.said.end) != Some(Before::Stop);
    is_one_sentence && dropped.len() <= SHORT_GAP && n_negations(dropped) > 0
}

/// A quotation that stops at a word may stop before its plural ending.
fn is_cut_plural(printed: &[Word], said: &[Word], change: &Change) -> bool {
    let is_last = change.printed.end == printed.len() && change.said.len() == 1 && change.printed.len() == 1;
    let (Some(p), Some(s)) = (printed.last(), said.get(change.said.start)) else { return false };
    is_last && s.key.strip_suffix('s') == Some(p.key.as_str())
}

/// How many words turn the sentence round.
pub(super) fn n_negations(words: &[Word]) -> usize {
    words.iter().filter(|word| NEGATIONS.contains(&word.key.as_str())).count()
}

/// Whether a change turns a negation, a number or a name round.
pub(super) fn is_grave(printed: &[Word], said: &[Word], change: &Change) -> bool {
    let (Some(p), Some(s)) = (printed.get(change.printed.clone()), said.get(change.said.clone())) else {
        return false;
    };
    // "One" is a pronoun as often as a number.
    let is_number = |word: &Word| word.key.starts_with(|c: char| c.is_ascii_digit()) && word.key != "1";
    let is_telling = |word: &Word| is_number(word) || word.is_name;
    let is_new =
        |word: &Word, others: &[Word]| is_telling(word) && !others.iter().any(|other| other.is_same(word));
    n_negations(p) != n_negations(s)
        || p.iter().any(|word| is_new(word, s))
        || s.iter().any(|word| is_new(word, p))
}

/// Whether the words that were said go on with a "but" or "unless" in the same sentence.
pub(super) fn turns_at(said: &[Word], at: usize) -> bool {
    said.get(at).is_some_and(|word| word.before != Before::Stop && TURNS.contains(&word.key.as_str()))
}
