//! How like the words that were said printed words must be before they are held to them.
//!
//! Any two quotations share "I am going to": what counts is how many telling words they share, and how
//! sure it is that the same person speaks.

use crate::claim::quote::align::Alignment;
use crate::claim::quote::lawful;
use crate::claim::quote::speaker::Voice;
use crate::claim::quote::word::Word;

/// How high the bar is, from the surest speaker to none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bar {
    // Of the words in the stretch, so many in a hundred must be the same.
    same: usize,
    // So many telling words must be shared, or nearly all that were said.
    telling: usize,
}

/// Of the telling words that were said, so many in a hundred are nearly all.
const NEARLY_ALL: usize = 60;
/// With one telling word alone, so many words in a hundred must be the same.
const ONE_TELLING: usize = 60;

impl Bar {
    /// The bar for words of this voice; `is_named` says whether the article names the speaker at all.
    pub(super) fn of(voice: Option<Voice>, is_named: bool) -> Bar {
        match voice {
            Some(Voice::Own) => Bar { same: 50, telling: 2 },
            Some(Voice::Unknown) if is_named => Bar { same: 50, telling: 3 },
            Some(Voice::Unknown | Voice::Other(_)) => Bar { same: 80, telling: 3 },
            None => Bar { same: 60, telling: 4 },
        }
    }

    /// Whether one telling word may do, in words that are the speaker's.
    fn allows_one(self) -> bool {
        self.telling == 2
    }
}

/// So many words in a row, of the speaker's own, are the quote's wherever else the speech goes.
const LONG: usize = 8;
/// So many words may be lost between three that are cut out.
const MOST_LOST: usize = 1;
/// So many telling words make a few words somebody's own.
const TELLING: usize = 3;

/// Words that any two quotations share, in the order of their letters.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    "'d", "'s", "a", "about", "after", "again", "all", "also", "always", "am", "an", "and", "any", "are", "around",
    "as", "at", "back", "be", "because", "been", "before", "being", "believe", "best", "better", "big", "but",
    "by", "can", "come", "coming", "could", "day", "did", "do", "does", "doing", "done", "down", "even", "ever",
    "every", "for", "from", "get", "getting", "give", "go", "going", "good", "got", "great", "had", "has", "have",
    "he", "help", "her", "here", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "just", "keep",
    "know", "last", "let", "like", "little", "long", "look", "lot", "made", "make", "many", "matter", "may", "me",
    "mean", "more", "most", "much", "must", "my", "need", "never", "new", "next", "no", "not", "nothing", "now",
    "of", "off", "on", "only", "or", "other", "our", "out", "over", "own", "part", "people", "put", "really",
    "right", "said", "say", "see", "she", "should", "so", "some", "something", "still", "sure", "take", "tell",
    "than", "thank", "that", "the", "their", "them", "then", "there", "these", "they", "thing", "things", "think",
    "this", "those", "time", "to", "today", "too", "try", "trying", "under", "up", "us", "use", "very", "want",
    "was", "way", "we", "well", "were", "what", "when", "where", "which", "who", "why", "will", "with", "without",
    "work", "would", "year", "years", "yes", "you", "your",
];

/// Whether a word says something of its own.
pub fn is_telling(word: &Word) -> bool {
    COMMON.binary_search(&word.key.as_str()).is_err()
}

/// Whether printed words are near enough to be held to those that were said.
pub(super) fn is_near(words: &[Word], said: &[Word], alignment: &Alignment, bar: Bar) -> bool {
    let length = length(words, said, alignment);
    let covers = alignment.printed.len() * 2 > words.len()
        || alignment.said.len() * 4 > said.len() * 3
        || bar.allows_one() && alignment.same >= LONG;
    let shared = n_telling(words, alignment);
    let telling = said.iter().filter(|word| is_telling(word)).count();
    let same = alignment.same + n_moved(words, said, alignment);
    let is_same = |least: usize| alignment.same >= 2 && same * 100 >= length * least;
    let is_most = shared > 0 && shared * 100 >= telling * NEARLY_ALL;
    let is_one = bar.allows_one() && shared > 0 && is_same(ONE_TELLING);
    // Another speech of the same person may begin alike: "It was the best response I have seen".
    let n_changed = n_changed(words, alignment).saturating_sub(n_moved(words, said, alignment));
    let is_another = n_changed > shared && alignment.same < LONG && words.len() >= SPEECH;
    covers && !is_another && is_same(bar.same) && (shared >= bar.telling || is_most || is_one)
}

/// So many words are a speech of their own, where fewer may be a quotation of a few words out of another.
const SPEECH: usize = 6;

/// How many telling words of the stretch are none of those that were said.
fn n_changed(words: &[Word], alignment: &Alignment) -> usize {
    let changed =
        alignment.changes.iter().flat_map(|change| words.get(change.printed.clone()).unwrap_or_default());
    changed.filter(|word| is_telling(word)).count()
}

/// How many words only stand in another place: "painful and honest" for "honest and painful".
fn n_moved(words: &[Word], said: &[Word], alignment: &Alignment) -> usize {
    let printed =
        alignment.changes.iter().flat_map(|change| words.get(change.printed.clone()).unwrap_or_default());
    let said = alignment.changes.iter().flat_map(|change| said.get(change.said.clone()).unwrap_or_default());
    let mut left: Vec<&str> = said.map(|word| word.key.as_str()).collect();
    let mut take = |word: &Word| {
        let at = left.iter().position(|key| *key == word.key);
        at.map(|at| left.swap_remove(at)).is_some()
    };
    printed.filter(|word| take(word)).count()
}

/// How many of the words that are the same say something of their own.
pub fn n_telling(words: &[Word], alignment: &Alignment) -> usize {
    alignment.matched.iter().filter(|at| words.get(**at).is_some_and(is_telling)).count()
}

/// Whether three words are cut out of what was said, with hardly a word lost between them.
pub(super) fn is_picked(words: &[Word], alignment: &Alignment) -> bool {
    alignment.same == words.len() && alignment.said.len() <= words.len() + MOST_LOST
}

/// Whether the whole of what was said is printed as it was said, and says something of its own.
pub(super) fn is_all(words: &[Word], said: &[Word], alignment: &Alignment) -> bool {
    let telling = n_telling(words, alignment);
    let covers = alignment.printed.len() * 2 > words.len();
    covers && alignment.same == said.len() && alignment.changes.is_empty() && telling >= TELLING
}

/// How many words the longer side of the stretch has, but for what quoting allows.
fn length(words: &[Word], said: &[Word], alignment: &Alignment) -> usize {
    let lawful = alignment.changes.iter().filter(|change| lawful::is_lawful(words, said, change));
    let (put_in, left_out) =
        lawful.fold((0, 0), |(p, s), change| (p + change.printed.len(), s + change.said.len()));
    let printed = alignment.printed.len().saturating_sub(put_in);
    printed.max(alignment.said.len().saturating_sub(left_out))
}

/// Of a few declared words only one may be another, in a quotation of just them.
pub(super) fn is_one_of_few(words: &[Word], said: &[Word], alignment: &Alignment) -> bool {
    let n_telling = words.iter().filter(|word| is_telling(word)).count();
    words.len() == said.len() && alignment.same + 1 == said.len() && n_telling + 1 >= words.len()
}

#[cfg(test)]
mod tests {
    use super::COMMON;

    #[test]
    fn common_words_are_in_order() {
        assert!(COMMON.is_sorted());
    }
}
