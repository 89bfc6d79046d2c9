//! By which of its words a phrase is filed: by the one that the fewest phrases have. What is rare among names is rare
//! in texts too, and "Senator" or "University" would raise the question of hundreds of names wherever it stands.

use crate::bits;
use crate::phrases::word::is_letter;
use crate::phrases::word::key_of;
use crate::phrases::word::slot;
use std::cmp::Reverse;
use std::ops::Range;

/// Words so common that a phrase which has others is not filed by them: every tenth word of English is one.
const COMMON: &[&str] = &["the", "of", "to", "and", "in", "a", "for", "on", "The", "In"];

/// How long these are at most.
const LONGEST_COMMON: usize = 3;

/// So many phrases may share the word that files them, though all of them are looked at wherever it stands.
const MOST: usize = 64;

/// Words are counted in so many places, which one now and then shares with another: the count is a guess.
const PLACES: u32 = 15;

/// How many phrases have each word.
pub struct Crowds(Vec<u16>);

impl Crowds {
    /// Counts the words of phrases.
    pub fn of<'p>(phrases: impl IntoIterator<Item = &'p str>) -> Crowds {
        let mut crowds = vec![0_u16; 1 << PLACES];
        for phrase in phrases {
            for word in words(phrase) {
                let crowd = &mut crowds[place(phrase, &word)];
                *crowd = crowd.saturating_add(1);
            }
        }
        Crowds(crowds)
    }

    /// Where the word begins by which a phrase is filed, if it has one, and not too far into it: a number of two bytes
    /// is kept. Of two words that are as rare the longer one files it.
    pub fn filing_word(&self, phrase: &str) -> Option<u16> {
        let rank = |word: &Range<usize>| (self.crowd(phrase, word), Reverse(word.len()));
        let rarest = words(phrase).min_by_key(rank);
        let is_crowded = rarest.as_ref().is_none_or(|word| self.crowd(phrase, word) > MOST);
        // Where many share every word of ASCII they are told apart from their first word on.
        let at = if is_crowded { first(phrase)? } else { rarest?.start };
        u16::try_from(at).ok()
    }

    /// How many phrases have a word of one, more than any where it is very common.
    fn crowd(&self, phrase: &str, word: &Range<usize>) -> usize {
        match is_common(&phrase[word.clone()]) {
            true => usize::MAX,
            false => self.0[place(phrase, word)].into(),
        }
    }
}

/// Where the first word begins that is not very common, or the first one where all are. Each character outside of ASCII
/// is a word too.
fn first(phrase: &str) -> Option<usize> {
    let others = phrase.char_indices().filter(|(_, c)| !c.is_ascii()).map(|(at, _)| at);
    let own = words(phrase);
    let uncommon = own.filter(|word| !is_common(&phrase[word.clone()])).map(|word| word.start);
    uncommon.chain(others).min().or_else(|| words(phrase).next().map(|word| word.start))
}

fn is_common(word: &str) -> bool {
    word.len() <= LONGEST_COMMON && COMMON.contains(&word)
}

/// The rows of letters and digits of ASCII in a phrase.
fn words(phrase: &str) -> impl Iterator<Item = Range<usize>> {
    bits::rows(phrase.as_bytes(), is_letter)
}

fn place(phrase: &str, word: &Range<usize>) -> usize {
    slot(key_of(phrase.as_bytes(), word.start, word.len()), PLACES)
}

#[cfg(test)]
mod tests {
    use super::Crowds;
    use super::MOST;

    #[track_caller]
    fn check(phrases: &[&str], expected: &[&str]) {
        let crowds = Crowds::of(phrases.iter().copied());
        let filed = phrases.iter().map(|phrase| &phrase[crowds.filing_word(phrase).unwrap().into()..]);
        assert_eq!(filed.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_phrase_is_filed_by_its_rarest_word() {
        check(&["Senator Orla", "Senator Vale", "Senator Orla Quist"], &["Orla", "Vale", "Quist"]);
        check(&["In the Bay", "in all", "the", "Bay"], &["Bay", "all", "the", "Bay"]);
    }

    #[test]
    fn phrases_that_share_all_words_are_filed_by_the_first() {
        let crowd = |given: &str| (0..=MOST).map(|n| format!("{given} {n} Quist")).collect::<Vec<_>>();
        let all = [crowd("Ada"), crowd("Bo"), crowd("Cy")].concat();
        let phrases: Vec<&str> = all.iter().map(String::as_str).chain(["東京 Quist", "The Quist"]).collect();
        let crowds = Crowds::of(phrases.iter().copied());
        let filed = |phrase: &str| crowds.filing_word(phrase);
        assert_eq!(filed("Ada 1 Quist"), Some(4));
        assert_eq!((filed("東京 Quist"), filed("The Quist")), (Some(0), Some(4)));
        assert_eq!(filed("Quist of the Quist"), Some(0));
    }

    #[test]
    fn of_words_as_rare_the_longer_one_files() {
        check(
            &["Harbour League", "Old Ferry", "Zoë’s École", "東京"],
            &["Harbour League", "Ferry", "cole", "東京"],
        );
    }

    #[test]
    fn marks_are_filed_by_none() {
        assert_eq!(Crowds::of(["%", ""]).filing_word("%"), None);
    }
}
