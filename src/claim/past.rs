//! Past forms of verbs, and participles.

use crate::claim::inflect;

/// Words in "ed" that are no such form.
const IN_ED: &[&str] = &[
    "need", "seed", "feed", "speed", "breed", "bleed", "indeed", "hundred", "sacred", "naked", "weed",
    "deed", "hatred", "exceed", "proceed", "succeed",
];

/// Whether a word is a past form that does not end in "ed".
pub fn is_irregular(word: &str) -> bool {
    inflect::is_irregular_past(word)
}

/// Whether a word is the past form of a verb, or a participle.
pub fn is_form(word: &str) -> bool {
    let is_in_ed =
        word.len() > 3 && word.ends_with("ed") && !IN_ED.iter().any(|one| one.eq_ignore_ascii_case(word));
    is_in_ed || is_irregular(word)
}
