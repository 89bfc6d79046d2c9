//! A rule file cut into parts: a long one is never held as a whole in tables, but read part by part, and each fact made
//! before the next part is looked at.

use crate::fact::raw;
use crate::fact::sections;
use crate::fact::sections::Sections;
use std::ops::Range;

/// How long a file is that is read in parts, and how long a part of it is at least.
#[derive(Clone, Copy, Debug)]
pub struct Lengths {
    /// A file of more bytes is read in parts.
    pub long: usize,
    /// A part has so many bytes, and those up to the next header.
    pub part: usize,
}

/// The tables of a part take some ten times the memory of its text.
pub const USUAL: Lengths = Lengths { long: 1 << 17, part: 1 << 13 };

/// No file is read in parts.
pub const WHOLE: Lengths = Lengths { long: usize::MAX, part: usize::MAX };

/// A part of a file.
#[derive(Debug)]
pub enum Part {
    /// Its tables.
    Read(Sections),
    /// Its bytes, in which the word is not that declares an entity.
    Written(Range<usize>),
}

/// The parts of the text of the file with the index `file`. Those that may declare entities are read, for these are
/// needed first. `None` where something is wrong with one of them.
pub fn open(text: &str, file: usize, lengths: Lengths) -> Option<Vec<Part>> {
    if text.len() <= lengths.long {
        return Some(vec![Part::Read(sections::cut(text, file))]);
    }
    let part = |bytes: Range<usize>| {
        if text[bytes.clone()].contains(sections::ENTITY) {
            return sections::of_part(text, file, bytes).map(Part::Read);
        }
        Some(Part::Written(bytes))
    };
    raw::parts(text, lengths.part).map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::Lengths;
    use super::Part;
    use super::open;

    /// Checks what becomes of each part of a text.
    #[track_caller]
    fn check(text: &str, expected: Option<&[&str]>) {
        let shown = |part: Part| match part {
            Part::Read(sections) => {
                format!("{} entities, {} facts", sections.entities.len(), sections.facts.len())
            }
            Part::Written(bytes) => text[bytes].to_owned(),
        };
        let parts = open(text, 0, Lengths { long: 0, part: 8 });
        let found = parts.map(|parts| parts.into_iter().map(shown).collect::<Vec<_>>());
        assert_eq!(found, expected.map(|parts| parts.iter().map(|part| (*part).to_owned()).collect()));
    }

    #[test]
    fn only_entities_are_read_before_their_turn() {
        let fact = "[[fact]]\nid = 'a'\n";
        check(&format!("{fact}[[entity]]\nid = 'b'\n{fact}"), Some(&[fact, "1 entities, 0 facts", fact]));
        check("[[fact]] # of an entity\nid = 'a'\n", Some(&["0 entities, 1 facts"]));
    }

    #[test]
    fn a_file_with_a_broken_part_has_no_parts() {
        check("[[entity]]\nid =\n[[fact]]\n", None);
        check("[entity]\nid = 'a'\n", None);
    }
}
