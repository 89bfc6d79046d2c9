//! Places in an order that are told from an end of it: "the last page", "the penultimate one".
//!
//! Such a word says which one, and no number: its amount is a label, which nothing but the same
//! label can be held against. It is only read before what it singles out, for "next" and "last" are
//! oftener adverbs, verbs and parts of dates.

use crate::value::Amount;
use crate::value::Kind;
use crate::value::draft::Draft;
use crate::value::gate::Gate;
use crate::value::noun;
use crate::value::number;
use crate::value::scan::Scan;
use crate::value::unit;

/// The words, and the label of each.
const PLACES: &[(&[&str], &str)] = &[
    (&["the", "one", "before", "the", "last"], "last but one"),
    (&["the", "last", "but", "one"], "last but one"),
    (&["the", "next", "to", "last"], "last but one"),
    (&["last", "but", "one"], "last but one"),
    (&["penultimate"], "last but one"),
    (&["antepenultimate"], "last but two"),
    (&["last"], "last"),
    (&["next"], "next"),
    (&["previous"], "previous"),
    (&["current"], "current"),
];

const GATE: &Gate = &Gate::of_starts(PLACES);

/// Words after which "last" and "next" are no adjectives, or are parts of a saying.
const AFTER_OTHERS: &[&str] = &["to", "will", "would", "can", "could", "may", "might", "at", "who", "not"];

/// A place at `at`.
pub(crate) fn read(scan: &Scan<'_>, at: usize) -> Option<Draft> {
    if !scan.passes(at, GATE) {
        return None;
    }
    let (words, label) = PLACES.iter().find(|(words, _)| scan.is_phrase(at, words))?;
    let mut end = at + words.len();
    let is_whole = words.len() > 1 || *label == "last but one" || *label == "last but two";
    if !is_whole && (AFTER_OTHERS.contains(&scan.before(at, 1)) || !singles_out(scan, end)) {
        return None;
    }
    end += usize::from(scan.word(end) == "one" && !scan.is_joint(end + 1));
    let draft = Draft::bare(at, &number::one(end));
    Some(Draft { kind: Kind::Ordinal, amount: Amount::Label((*label).to_owned()), ..draft })
}

/// Whether a thing, "one" or a number of things follows; a stretch of time belongs to a date.
fn singles_out(scan: &Scan<'_>, at: usize) -> bool {
    let is_count = scan.is_number(at) || scan.lex(at).is_some() || scan.word(at) == "few";
    let thing = if is_count { at + 1 } else { at };
    let is_time = unit::read(scan, thing).is_some_and(|(row, _)| row.dimension == "time");
    let is_noun = scan.is_word(thing) && !noun::is_closed_at(scan, thing) && !scan.is_capitalised(thing);
    let is_one = scan.word(at) == "one";
    !is_time && (is_noun && !scan.is_joint(at) || is_one)
}

#[cfg(test)]
mod tests {
    use crate::span::Span;
    use crate::token;
    use crate::value::read;
    use crate::value::show;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let tokens = token::split(text, Span::new(0, text.len()));
        let values = read::sentence(text, &tokens, None);
        let found: Vec<_> = values.iter().map(|v| (v.core.of(text), show::value(v))).collect();
        let found: Vec<_> = found.iter().map(|(core, says)| (*core, says.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_place_is_a_label() {
        check("Turn to the last page.", &[("last", "last")]);
        check("He is the previous owner.", &[("previous", "previous")]);
        check("Take the penultimate exit.", &[("penultimate", "last but one")]);
        check("It is the last but one.", &[("the last but one", "last but one")]);
    }

    #[test]
    fn other_uses_are_left_alone() {
        check("It will last.", &[]);
        check("At last he came, next to nobody.", &[]);
        check("The current is strong.", &[]);
    }
}
