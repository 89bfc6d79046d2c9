//! "Ana Brandt was born on 3 May 1950", "the Orla Bridge was completed in 1932": what happens once.

use crate::claim::figure::Lasts;
use crate::claim::figure::Tie;
use crate::claim::figure::name;
use crate::claim::figure::phrase::Phrase;
use crate::value::Amount;
use crate::value::date::Grain;

/// Verbs of what happens once to one subject.
const VERBS: &[&str] =
    &["born", "founded", "established", "completed", "incorporated", "assassinated", "discovered"];
/// The same without "was".
const ALONE: &[&str] = &["died"];

/// To whom or what happened what the date `at` dates.
pub(super) fn tie(phrase: &Phrase<'_>, at: usize) -> Option<Tie> {
    is_exact(phrase, at).then_some(())?;
    let first = phrase.first(at);
    let last = first.checked_sub(1)?;
    // The reader of dates takes "on" and "in" along, but not always.
    let verb = if phrase.is(last, &["on", "in"]) { last.checked_sub(1)? } else { last };
    let word = phrase.word(verb).to_lowercase();
    let subject = if ALONE.contains(&word.as_str()) {
        verb
    } else {
        let is_passive = VERBS.contains(&word.as_str()) && phrase.is_after(verb, &["was", "were"]);
        verb.checked_sub(1).filter(|_| is_passive)?
    };
    Some(Tie { name: name::ending(phrase, subject)?, attribute: word, lasts: Lasts::Always })
}

/// Whether a date has one reading, of a year at most.
fn is_exact(phrase: &Phrase<'_>, at: usize) -> bool {
    match &phrase.values[at].amount {
        Amount::Dates(periods) => matches!(periods.as_slice(), [one] if one.grain <= Grain::Year),
        _ => false,
    }
}
