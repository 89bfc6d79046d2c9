//! Names of one or more words, found at a place of a sentence; the longest wins.
//!
//! Hyphens between the words of a name are spaces to it: "kilowatt-hours" is "kilowatt hours".

use crate::lists::Lists;
use crate::token::PRINTS;
use crate::token::Print;
use crate::value::scan::Scan;
use std::cmp::Reverse;

/// A dictionary of names.
pub(crate) struct Phrases<T: 'static> {
    // By the print of their first word, the longest first.
    names: Lists<(&'static str, T)>,
}

impl<T: Copy> Phrases<T> {
    /// A dictionary of `names`; of two that are alike the first one counts.
    pub(crate) fn new(names: impl Iterator<Item = (&'static str, T)>) -> Phrases<T> {
        let mut names: Vec<(&str, T)> = names.collect();
        names.sort_by_key(|(name, _)| Reverse(name.len()));
        let first = |name: &str| Print::of(name.split(' ').next().unwrap_or(name)).place();
        Phrases { names: Lists::new(PRINTS, names.into_iter().map(|name| (first(name.0), name)).collect()) }
    }

    /// What the longest name at `at` means, and the place after it.
    pub(crate) fn longest(&self, scan: &Scan<'_>, at: usize) -> Option<(T, usize)> {
        let names = self.names.of(scan.print(at)?.place());
        names.iter().find_map(|(name, meaning)| Some((*meaning, end_of(scan, at, name)?)))
    }
}

/// The place after the words of `name`, if they stand at `at`.
fn end_of(scan: &Scan<'_>, at: usize, name: &str) -> Option<usize> {
    let mut words = name.split(' ');
    let first = words.next().filter(|word| scan.word(at) == *word).map(|_| at + 1);
    words.try_fold(first?, |end, word| {
        // "sq. miles": the stop of a short form.
        let is_short = scan.word(end) == "." && scan.is_glued(end) && scan.before(end, 1).len() <= 3;
        let at = if is_short { end + 1 } else { scan.past_joint(end) };
        (scan.word(at) == word).then_some(at + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::Phrases;
    use crate::span::Span;
    use crate::token;
    use crate::value::scan::Scan;
    use crate::value::scan::lower;

    #[track_caller]
    fn check(text: &str, expected: Option<(u8, usize)>) {
        let phrases = Phrases::new([("mile", 1), ("mile an hour", 2), ("mile", 3)].into_iter());
        let tokens = token::split(text, Span::new(0, text.len()));
        assert_eq!(phrases.longest(&Scan::new(text, &tokens, &lower(text, &tokens)), 0), expected);
    }

    #[test]
    fn the_longest_name_wins() {
        check("mile an hour", Some((2, 3)));
        check("mile-an-hour", Some((2, 5)));
        check("mile an acre", Some((1, 1)));
        check("miles", None);
    }
}
