//! What the articles of JSON lines are called, so that no two of a file share a name.
//!
//! An article without an id is called by its line, `@line-7`. Names of that form are nobody else's:
//! an article that claims one is called by its line too.

use std::collections::HashSet;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;

/// What stands before the number of a line.
const OF_LINE: &str = "@line-";

/// The name of an article without an id.
pub fn of_line(number: usize) -> String {
    format!("{OF_LINE}{number}")
}

/// Whether this is a name that an article without an id may have.
pub fn is_of_line(id: &str) -> bool {
    let number = id.strip_prefix(OF_LINE);
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The ids of a file so far, eight bytes each: files of JSON lines may be larger than memory.
///
/// Two ids that share their eight bytes are not to be expected among a billion.
#[derive(Default)]
pub struct Seen {
    hasher: RandomState,
    ids: HashSet<u64>,
}

impl Seen {
    /// Notes an id; whether it is new.
    pub fn is_new(&mut self, id: &str) -> bool {
        self.ids.insert(self.hasher.hash_one(id))
    }
}

#[cfg(test)]
mod tests {
    use super::Seen;
    use super::is_of_line;
    use super::of_line;

    #[test]
    fn the_name_of_a_line_is_known() {
        assert!(is_of_line(&of_line(7)));
        assert!(!is_of_line("7") && !is_of_line("@line-") && !is_of_line("@line-7b"));
    }

    #[test]
    fn an_id_is_new_once() {
        let mut seen = Seen::default();
        assert!(seen.is_new("a") && seen.is_new("b") && !seen.is_new("a"));
    }
}
