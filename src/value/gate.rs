//! A cheap question before a dear one: can a word be in a list at all?

use crate::token::PRINTS;
use crate::token::Print;

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
