//! Lists and tables of words, in which a word lies by its print: most questions end at an empty place.

use crate::token;
use crate::token::PRINTS;
use crate::token::Print;
use std::iter;
use std::slice::Iter;

/// The rows of each print, one after the other.
struct Chains {
    // The first row of each print, and after each row the next one of the same print.
    first: [u8; PRINTS],
    next: [u8; MOST],
}

/// A list has at most so many words; a longer one does not compile.
const MOST: usize = NONE as usize;
/// Stands where there is no row.
const NONE: u8 = u8::MAX;

impl Chains {
    const fn empty() -> Chains {
        Chains { first: [NONE; PRINTS], next: [NONE; MOST] }
    }

    /// Puts the row `at`, which is that of `word`, before all others of its print.
    const fn add(&mut self, at: usize, word: &str) {
        let place = Print::of(word).place();
        self.next[at] = self.first[place];
        self.first[place] = at as u8;
    }

    fn has(&self, print: Print) -> bool {
        self.first.get(print.place()).is_some_and(|row| *row != NONE)
    }

    /// The rows of a print.
    fn of(&self, print: Print) -> impl Iterator<Item = usize> {
        let row = |row: &u8| (*row != NONE).then_some(usize::from(*row));
        let first = self.first.get(print.place()).and_then(row);
        iter::successors(first, move |at| self.next.get(*at).and_then(row))
    }
}

/// A list of words.
pub(crate) struct Words {
    /// The words, in small letters.
    pub(crate) list: &'static [&'static str],
    chains: Chains,
}

impl Words {
    /// The words of `list`, which are in small letters.
    pub(crate) const fn of(list: &'static [&'static str]) -> Words {
        let mut chains = Chains::empty();
        let mut at = list.len();
        while at > 0 {
            at -= 1;
            chains.add(at, list[at]);
        }
        Words { list, chains }
    }

    /// Whether `word`, in small letters, is one of them.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.has_printed(word, Print::of(word))
    }

    /// The same where the print of the word is known.
    pub(crate) fn has_printed(&self, word: &str, print: Print) -> bool {
        self.chains.of(print).any(|at| self.list.get(at).is_some_and(|entry| *entry == word))
    }

    /// The same of a word in any case of its letters.
    pub(crate) fn has_in_any_case(&self, word: &str, print: Print) -> bool {
        self.chains.of(print).any(|at| self.list.get(at).is_some_and(|entry| token::is_same(word, entry)))
    }

    /// Whether a word with this print may be in the list.
    pub(crate) fn admits(&self, print: Print) -> bool {
        self.chains.has(print)
    }
}

/// What words mean.
pub struct Table<T: 'static> {
    rows: &'static [(&'static str, T)],
    chains: Chains,
}

impl<T: Copy> Table<T> {
    /// The table of `rows`, whose words are in small letters; of two that are alike the first one counts.
    pub(crate) const fn of(rows: &'static [(&'static str, T)]) -> Table<T> {
        let mut chains = Chains::empty();
        let mut at = rows.len();
        while at > 0 {
            at -= 1;
            chains.add(at, rows[at].0);
        }
        Table { rows, chains }
    }

    /// What `word` means, in any case of its letters.
    pub(crate) fn look(&self, word: &str) -> Option<T> {
        self.look_printed(word, Print::of(word))
    }

    /// The same where the print of the word is known.
    pub(crate) fn look_printed(&self, word: &str, print: Print) -> Option<T> {
        let mut rows = self.chains.of(print).filter_map(|at| self.rows.get(at));
        rows.find(|(entry, _)| token::is_same(word, entry)).map(|(_, meaning)| *meaning)
    }

    /// Whether a word with this print may be in the table.
    pub(crate) fn admits(&self, print: Print) -> bool {
        self.chains.has(print)
    }

    /// The rows in their order.
    pub(crate) fn iter(&self) -> Iter<'static, (&'static str, T)> {
        self.rows.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::Table;
    use super::Words;
    use crate::token::Print;

    const ROWS: &[(&str, u8)] = &[("ten", 10), ("two", 2), ("ten", 11)];

    #[test]
    fn words_are_found_in_any_case_and_the_first_counts() {
        let table = Table::of(ROWS);
        assert_eq!((table.look("ten"), table.look("TWO"), table.look("Teen")), (Some(10), Some(2), None));
        assert_eq!(table.iter().count(), 3);
    }

    #[test]
    fn all_words_of_a_print_are_found() {
        // Alike in their first two letters, their last one and their length.
        let words = Words::of(&["stored", "staged", "stated"]);
        assert!(words.list.iter().all(|word| words.has(word)));
        assert!(!words.has("starred") && !words.has("stored "));
        assert!(!words.has("Stated") && words.has_in_any_case("Stated", Print::of("Stated")));
    }
}
