//! By which of its words a phrase is filed: by the one that the fewest phrases have. What is rare among names is rare
//! in texts too, and "Senator" or "University" would raise the question of hundreds of names wherever it stands.

use crate::phrases::word::key;
use crate::phrases::word::spread;

/// Words so common that a phrase which has others is not filed by them: every tenth word of English is one.
const COMMON: &[&str] = &["the", "of", "to", "and", "in", "a", "for", "on", "The", "In"];

/// Words are counted in so many places, which one now and then shares with another: the count is a guess.
const PLACES: u32 = 15;

/// How many phrases have each word.
pub struct Crowds(Vec<u16>);

impl Crowds {
    /// Counts the words of phrases.
    pub fn of<'p>(phrases: impl IntoIterator<Item = &'p str>) -> Crowds {
        let mut crowds = vec![0; 1 << PLACES];
        for word in phrases.into_iter().flat_map(|phrase| words(phrase).map(|at| &phrase[at..])) {
            let crowd: &mut u16 = &mut crowds[place(word)];
            *crowd = crowd.saturating_add(1);
        }
        Crowds(crowds)
    }

    /// Where the word begins by which a phrase is filed, if it has a word, and not too far behind: of two that are as
    /// rare the longer one.
    pub fn filing_word(&self, phrase: &str) -> Option<u16> {
        let crowd = |at: usize| self.0[place(&phrase[at..])];
        let rank = |at: &usize| {
            let word = run(&phrase[*at..]);
            (COMMON.contains(&word), crowd(*at), usize::MAX - word.len())
        };
        let rarest = words(phrase).min_by_key(rank).or_else(|| phrase.find(|c: char| !c.is_ascii()));
        rarest.and_then(|at| u16::try_from(at).ok())
    }
}

/// Where the rows of letters and digits of ASCII in a phrase begin.
fn words(phrase: &str) -> impl Iterator<Item = usize> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + phrase[from..].find(|c: char| c.is_ascii_alphanumeric())?;
        from = start + run(&phrase[start..]).len();
        Some(start)
    })
}

/// The row of letters and digits of ASCII with which some words begin.
fn run(words: &str) -> &str {
    &words[..words.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(words.len())]
}

fn place(word: &str) -> usize {
    (spread(key(word)) >> (u64::BITS - PLACES)) as usize
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
