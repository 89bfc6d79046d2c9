//! Number words that say nothing of how many: "no one", "at first", "to second a motion".

use crate::value::scan::Scan;
use crate::value::table::Row;
use crate::value::unit;

/// Words before "one" that make it a pronoun, whatever follows.
#[rustfmt::skip]
const POINTING: &[&str] = &[
    "no", "any", "some", "every", "each", "this", "that", "which", "another", "the", "first", "last", "next",
    "previous", "current", "new", "own", "good", "big", "his", "her", "their",
];

/// Words behind "one" that no number has: "one another", "one of them".
const ALONE: &[&str] =
    &["another", "day", "way", "by", "who", "that", "thing", "'s", "is", "was", "can", "of"];

/// "one" as a pronoun: no noun after it, or a determiner before it.
pub(crate) fn is_pronoun(scan: &Scan<'_>, at: usize) -> bool {
    let is_length = |row: &Row| row.dimension != "time";
    let is_measured = || unit::read(scan, at + 1).is_some_and(|(row, _)| is_length(row));
    let is_joined = scan.is_joint(at + 1) || scan.is_joint(at.wrapping_sub(1));
    if scan.word(at) != "one" || is_joined || is_measured() {
        return false;
    }
    let before = scan.before(at, 1);
    POINTING.contains(&before)
        || ALONE.contains(&scan.word(at + 1))
        || before == "for" && !scan.is_word(at + 1)
}

/// "second" as a verb, "first" and "third" in what is no order.
pub(crate) fn is_saying(scan: &Scan<'_>, at: usize) -> bool {
    let before = scan.before(at, 1);
    match scan.word(at) {
        "second" => {
            let is_verb = matches!(
                before,
                "i" | "we" | "may" | "will" | "would" | "to" | "can" | "could" | "they" | "you"
            );
            let next = scan.word(scan.past_joint(at + 1));
            is_verb || matches!(next, "hand" | "guess" | "nature" | "thoughts" | "thought")
        }
        "first" => {
            let next = scan.word(scan.past_joint(at + 1));
            before == "at"
                || matches!(next, "hand" | "place" | "and" | "aid" | "name" | "lady")
                    && !scan.is_joint(at + 1)
                || next == "hand"
                || next == "of" && scan.word(at + 2) == "all"
        }
        "third" => matches!(scan.word(scan.past_joint(at + 1)), "party" | "parties" | "world"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_pronoun;
    use super::is_saying;
    use crate::span::Span;
    use crate::token;
    use crate::value::scan::Scan;
    use crate::value::scan::lower;

    /// Whether the word at `at` is a pronoun or in a saying.
    #[track_caller]
    fn check(text: &str, at: usize, expected: bool) {
        let tokens = token::split(text, Span::new(0, text.len()));
        let lower = lower(text, &tokens);
        let scan = Scan::new(text, &tokens, &lower);
        assert_eq!(is_pronoun(&scan, at) || is_saying(&scan, at), expected, "{text}");
    }

    #[test]
    fn one_may_be_somebody() {
        check("no one came", 1, true);
        check("the last one", 2, true);
        check("one boat", 0, false);
        check("a one km walk", 1, false);
    }

    #[test]
    fn sayings_count_nothing() {
        check("at first it rained", 1, true);
        check("first of all", 0, true);
        check("we second it", 1, true);
        check("a third party", 1, true);
        check("the second boat", 1, false);
    }
}
