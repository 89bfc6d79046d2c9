//! "The Clean Harbour Act provides $3 billion for ports": what a subject does or did.
//!
//! What it does in the present tense it does for a while; what it did, it did on the day of the article,
//! and may do again on the next.

use crate::claim::figure::Lasts;
use crate::claim::figure::Tie;
use crate::claim::figure::name;
use crate::claim::figure::phrase::Phrase;
use crate::claim::past;
use crate::token;
use crate::value::Kind;

/// Verbs whose present tense tells of one event, or of a part.
const OTHER: &[&str] = &[
    "says", "announces", "adds", "includes", "uses", "wants", "needs", "plans", "sees", "expects", "is",
    "was", "has", "does", "as", "this", "its", "his", "turns", "gets", "takes", "gives", "marks", "awards",
    "sends", "signs", "launches", "unveils", "proposes", "requests", "faces", "reports", "estimates",
    "saves", "allows",
];
/// Past tenses that tell of nothing done.
const TELLING: &[&str] = &[
    "had", "said", "told", "came", "went", "became", "thought", "knew", "felt", "saw", "heard", "meant",
    "stood", "lay", "rose", "fell", "grew",
];
/// Words that tell what a sum or a quantity is for.
const FOR: &[&str] = &["for", "in", "of", "to", "on", "into", "from"];
/// What it is for is told in two to so many words.
const MOST: usize = 6;
const LEAST: usize = 2;

/// Whose doing the value `at` is.
pub(super) fn tie(phrase: &Phrase<'_>, at: usize) -> Option<Tie> {
    let verb = phrase.first(at).checked_sub(1).filter(|verb| phrase.is_plain(*verb))?;
    let word = phrase.word(verb);
    let lasts = tense(word)?;
    let name = name::ending(phrase, verb)?;
    Some(Tie { name, attribute: format!("{word} {}", object(phrase, at)?), lasts })
}

fn tense(verb: &str) -> Option<Lasts> {
    let is_present = verb.ends_with('s') && !verb.ends_with("ss") && !OTHER.contains(&verb);
    let is_past = past::is_form(verb) && !TELLING.contains(&verb);
    if is_past { Some(Lasts::Today) } else { is_present.then_some(Lasts::Now) }
}

/// What there is so much of: the noun that is counted, and what it is for.
fn object(phrase: &Phrase<'_>, at: usize) -> Option<String> {
    let after = phrase.after(at);
    let rest = if phrase.is(after, FOR) { purpose(phrase, after) } else { None };
    let is_counted = phrase.values[at].kind == Kind::Count && phrase.values[at].unit.is_none();
    match (phrase.noun(at).filter(|_| is_counted), rest) {
        (Some(noun), Some(rest)) => Some(format!("{noun} {rest}")),
        (noun, rest) => noun.or(rest),
    }
}

/// The words from a preposition to the next mark.
fn purpose(phrase: &Phrase<'_>, start: usize) -> Option<String> {
    let is_word = |at: &usize| phrase.tokens.get(*at).is_some_and(|token| token.kind == token::Kind::Word);
    let n_words = (start + 1..start + 1 + MOST).take_while(is_word).count();
    let span = phrase.span(start..start + 1 + n_words).filter(|_| n_words >= LEAST)?;
    Some(name::key(span.of(phrase.text)))
}
