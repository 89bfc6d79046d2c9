//! By which of its words a phrase is filed: by the one that the fewest phrases have. What is rare among names is rare
//! in texts too, and "Senator" or "University" would raise the question of hundreds of names wherever it stands.

use crate::phrases::word::key_of;
use crate::phrases::word::spread;
use std::ops::Range;

/// Words so common that a phrase which has others is not filed by them: every tenth word of English is one.
const COMMON: &[&str] = &["the", "of", "to", "and", "in", "a", "for", "on", "The", "In"];

/// How long these are at most.
const LONGEST_COMMON: usize = 3;

/// Words are counted in so many places, which one now and then shares with another: the count is a guess.
const PLACES: u32 = 15;

/// How many phrases have each word.
pub struct Crowds(Vec<u16>);

impl Crowds {
    /// Counts the words of phrases.
    pub fn of<'p>(phrases: impl IntoIterator<Item = &'p str>) -> Crowds {
        let mut crowds = vec![0_u16; 1 << PLACES];
        for phrase in phrases {
            for word in words(phrase.as_bytes()) {
                let crowd = &mut crowds[place(phrase, &word)];
                *crowd = crowd.saturating_add(1);
            }
        }
        Crowds(crowds)
    }

    /// Where the word begins by which a phrase is filed, if it has a word, and not too far behind: of two that are as
    /// rare the longer one.
    pub fn filing_word(&self, phrase: &str) -> Option<u16> {
        let rank = |word: &Range<usize>| {
            let is_common = word.len() <= LONGEST_COMMON && COMMON.contains(&&phrase[word.clone()]);
            (is_common, self.0[place(phrase, word)], usize::MAX - word.len())
        };
        let rarest = words(phrase.as_bytes()).min_by_key(rank).map(|word| word.start);
        rarest.or_else(|| phrase.find(|c: char| !c.is_ascii())).and_then(|at| u16::try_from(at).ok())
    }
}

/// The rows of letters and digits of ASCII in a phrase.
fn words(phrase: &[u8]) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + phrase[from..].iter().position(u8::is_ascii_alphanumeric)?;
        let len = phrase[start..].iter().position(|byte| !byte.is_ascii_alphanumeric());
        from = len.map_or(phrase.len(), |len| start + len);
        Some(start..from)
    })
}

fn place(phrase: &str, word: &Range<usize>) -> usize {
    (spread(key_of(phrase.as_bytes(), word.start, word.len())) >> (u64::BITS - PLACES)) as usize
}

#[cfg(test)]
mod tests {
    use super::Crowds;

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
