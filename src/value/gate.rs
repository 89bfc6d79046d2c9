//! A cheap question before a dear one: can a word be in a list at all?

use crate::token;
use crate::token::PRINTS;
use crate::token::Print;
use std::slice::Iter;

/// The prints of the words of a list, a bit each.
///
/// Nine in ten words of an article are turned away by it, and the list is not searched for them.
pub(crate) struct Gate([u64; CELLS]);

const CELLS: usize = PRINTS / 64;

impl Gate {
    /// A gate that turns all away.
    const fn shut() -> Gate {
        Gate([0; CELLS])
    }

    /// The gate of `words`, which are in small letters.
    pub(crate) const fn of(words: &[&str]) -> Gate {
        let mut gate = Gate::shut();
        let mut at = 0;
        while at < words.len() {
            gate = gate.with(words[at]);
            at += 1;
        }
        gate
    }

    /// The gate of the first words of `rows`.
    pub(crate) const fn of_rows<T>(rows: &[(&str, T)]) -> Gate {
        let mut gate = Gate::shut();
        let mut at = 0;
        while at < rows.len() {
            gate = gate.with(rows[at].0);
            at += 1;
        }
        gate
    }

    /// The gate of the first words of some phrases.
    pub(crate) const fn of_starts<T>(rows: &[(&[&str], T)]) -> Gate {
        let mut gate = Gate::shut();
        let mut at = 0;
        while at < rows.len() {
            gate = gate.with(rows[at].0[0]);
            at += 1;
        }
        gate
    }

    /// The gate of the last words of some phrases.
    pub(crate) const fn of_ends<T>(rows: &[(&[&str], T)]) -> Gate {
        let mut gate = Gate::shut();
        let mut at = 0;
        while at < rows.len() {
            let words = rows[at].0;
            gate = gate.with(words[words.len() - 1]);
            at += 1;
        }
        gate
    }

    /// The gate of two lists.
    pub(crate) const fn and(mut self, other: &Gate) -> Gate {
        let mut at = 0;
        while at < CELLS {
            self.0[at] |= other.0[at];
            at += 1;
        }
        self
    }

    /// The gate that admits `word` too.
    pub(crate) const fn with(mut self, word: &str) -> Gate {
        let place = Print::of(word).place();
        self.0[place / 64] |= 1 << (place % 64);
        self
    }

    /// Whether `word`, in any case of its letters, may be in the list.
    pub(crate) fn admits(&self, word: &str) -> bool {
        self.admits_print(Print::of(word))
    }

    /// Whether a word with this print may be in the list.
    pub(crate) fn admits_print(&self, print: Print) -> bool {
        let place = print.place();
        self.0.get(place / 64).is_some_and(|cell| cell >> (place % 64) & 1 == 1)
    }
}

/// What words mean, behind the gate of the words.
pub struct Table<T: 'static> {
    rows: &'static [(&'static str, T)],
    /// What turns most other words away.
    pub(crate) gate: Gate,
}

impl<T: Copy> Table<T> {
    /// The table of `rows`, whose words are in small letters.
    pub(crate) const fn of(rows: &'static [(&'static str, T)]) -> Table<T> {
        Table { rows, gate: Gate::of_rows(rows) }
    }

    /// What `word` means, in any case of its letters.
    pub(crate) fn look(&self, word: &str) -> Option<T> {
        if self.gate.admits(word) { self.find(word) } else { None }
    }

    /// The same of a word that has passed the gate.
    pub(crate) fn find(&self, word: &str) -> Option<T> {
        self.iter().find(|(entry, _)| token::is_same(word, entry)).map(|(_, meaning)| *meaning)
    }

    /// The rows in their order.
    pub(crate) fn iter(&self) -> Iter<'static, (&'static str, T)> {
        self.rows.iter()
    }
}

/// A list of words behind its gate.
pub(crate) struct Words {
    /// The words, in small letters.
    pub(crate) list: &'static [&'static str],
    /// What turns most others away.
    pub(crate) gate: Gate,
}

impl Words {
    /// The words of `list`, which are in small letters.
    pub(crate) const fn of(list: &'static [&'static str]) -> Words {
        Words { list, gate: Gate::of(list) }
    }

    /// Whether `word`, in small letters, is one of them.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.gate.admits(word) && self.list.contains(&word)
    }
}

#[cfg(test)]
mod tests {
    use super::Gate;

    #[test]
    fn words_of_the_list_pass_in_any_case() {
        let gate = Gate::of(&["ten", "twelve", "a"]);
        assert!(gate.admits("ten") && gate.admits("TWELVE") && gate.admits("a"));
    }

    #[test]
    fn most_others_are_turned_away() {
        let gate = Gate::of(&["ten", "twelve"]);
        assert!(!gate.admits("the") && !gate.admits("harbour") && !gate.admits(""));
    }
}
