//! "The League's 12 clubs", "the League has 12 clubs", "Orvane employs 4,000 people".

use crate::claim::figure::Lasts;
use crate::claim::figure::Tie;
use crate::claim::figure::name;
use crate::claim::figure::phrase::Phrase;
use crate::token::Kind;
use crate::value;

/// Verbs of having, each with the word that it is compared by.
const VERBS: &[(&str, &str)] = &[
    ("has", "has"),
    ("have", "has"),
    ("had", "has"),
    ("comprises", "has"),
    ("employs", "employs"),
    ("operates", "operates"),
    ("owns", "owns"),
    ("serves", "serves"),
    ("seats", "seats"),
];
/// Words after a counted noun that make it a part of something else.
const CUT: &[&str] = &[
    "more", "less", "fewer", "other", "additional", "new", "of", "who", "that", "which", "left", "per", "in",
    "on",
];

/// Whose number of things the value `at` is.
pub(super) fn tie(phrase: &Phrase<'_>, at: usize) -> Option<Tie> {
    let is_counted = phrase.values[at].kind == value::Kind::Count && phrase.values[at].unit.is_none();
    let noun = phrase.noun(at).filter(|_| is_counted && !is_cut(phrase, at))?;
    let first = phrase.first(at);
    let before = first.checked_sub(1)?;
    let lasts = if phrase.is(before, &["had"]) { Lasts::Then } else { Lasts::Now };
    let (verb, end) = if phrase.tokens[before].kind == Kind::Possessive {
        ("has", before)
    } else {
        (VERBS.iter().find(|(verb, _)| phrase.is(before, &[verb]))?.1, before)
    };
    let name = name::ending(phrase, end)?;
    Some(Tie { name, attribute: format!("{verb} {noun}"), lasts })
}

/// Whether a word before or after the noun cuts the number out of a greater one.
fn is_cut(phrase: &Phrase<'_>, at: usize) -> bool {
    let value = &phrase.values[at];
    let noun = value.noun.map_or("", |noun| noun.of(phrase.text));
    let has_cutter = noun.split_whitespace().any(|word| CUT.contains(&word.to_lowercase().as_str()));
    has_cutter || phrase.is(phrase.after(at), CUT)
}
