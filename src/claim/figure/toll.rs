//! "12 people were killed in Orlavia", "the storm injured 12 people near Port Orla": what an event did
//! to how many, at a place that is named.

use crate::claim::figure::Lasts;
use crate::claim::figure::Tie;
use crate::claim::figure::name;
use crate::claim::figure::phrase::Phrase;
use crate::value::Kind;

/// What happens to people and things, as participles; their past tenses are the same words.
const HARMS: &[&str] = &[
    "killed", "injured", "wounded", "hurt", "arrested", "detained", "rescued", "evacuated", "displaced",
    "destroyed", "damaged", "flooded",
];
/// Words before such a participle.
const PASSIVE: &[&[&str]] = &[&["were"], &["was"], &["have", "been"], &["had", "been"], &["are"]];
/// Words that lead to the place.
const AT: &[&str] = &["in", "at", "near", "outside"];

/// Where what befell the number `at`.
pub(super) fn tie(phrase: &Phrase<'_>, at: usize) -> Option<Tie> {
    let is_counted = phrase.values[at].kind == Kind::Count && phrase.values[at].unit.is_none();
    let noun = phrase.noun(at).filter(|_| is_counted)?;
    let (harm, end) = passive(phrase, at).or_else(|| active(phrase, at))?;
    let place = phrase.is(end, AT).then(|| name::beginning(phrase, end + 1)).flatten()?;
    Some(Tie { name: place, attribute: format!("{noun} {harm}"), lasts: Lasts::Today })
}

/// "12 people were killed": the participle, and the token after it.
fn passive<'a>(phrase: &Phrase<'a>, at: usize) -> Option<(&'a str, usize)> {
    let after = phrase.after(at);
    let verb =
        PASSIVE.iter().find(|verb| verb.iter().enumerate().all(|(n, word)| phrase.is(after + n, &[word])))?;
    let participle = after + verb.len();
    phrase.is(participle, HARMS).then(|| (phrase.word(participle), participle + 1))
}

/// "injured 12 people": the verb, and the token after the people.
fn active<'a>(phrase: &Phrase<'a>, at: usize) -> Option<(&'a str, usize)> {
    let verb = phrase.first(at).checked_sub(1).filter(|verb| phrase.is(*verb, HARMS))?;
    Some((phrase.word(verb), phrase.after(at)))
}
