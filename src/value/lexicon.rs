//! Number words.

use crate::token::Print;
use crate::value::gate::Gate;
use crate::value::list::Table;

/// What a word says of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lex {
    /// 0 to 19.
    Small(u64),
    /// 20, 30 … 90.
    Ten(u64),
    /// "hundred".
    Hundred,
    /// "thousand", "million": how many zeros.
    Scale(u32),
    /// "first", "twentieth", "hundredth", "millionth".
    Ordinal(u64),
    /// "thirds", "quarters": the number below the line.
    Parts(u64),
}

const ROWS: &[(&str, Lex)] = &[
    ("billion", Lex::Scale(9)),
    ("billionth", Lex::Ordinal(1_000_000_000)),
    ("billionths", Lex::Parts(1_000_000_000)),
    ("crore", Lex::Scale(7)),
    ("crores", Lex::Scale(7)),
    ("eight", Lex::Small(8)),
    ("eighteen", Lex::Small(18)),
    ("eighteenth", Lex::Ordinal(18)),
    ("eighteenths", Lex::Parts(18)),
    ("eighth", Lex::Ordinal(8)),
    ("eighths", Lex::Parts(8)),
    ("eightieth", Lex::Ordinal(80)),
    ("eighty", Lex::Ten(80)),
    ("eleven", Lex::Small(11)),
    ("eleventh", Lex::Ordinal(11)),
    ("elevenths", Lex::Parts(11)),
    ("fifteen", Lex::Small(15)),
    ("fifteenth", Lex::Ordinal(15)),
    ("fifteenths", Lex::Parts(15)),
    ("fifth", Lex::Ordinal(5)),
    ("fifths", Lex::Parts(5)),
    ("fiftieth", Lex::Ordinal(50)),
    ("fifty", Lex::Ten(50)),
    ("first", Lex::Ordinal(1)),
    ("five", Lex::Small(5)),
    ("fortieth", Lex::Ordinal(40)),
    ("forty", Lex::Ten(40)),
    ("four", Lex::Small(4)),
    ("fourteen", Lex::Small(14)),
    ("fourteenth", Lex::Ordinal(14)),
    ("fourth", Lex::Ordinal(4)),
    ("fourths", Lex::Parts(4)),
    // Common misspellings are read as what they stand for.
    ("fourty", Lex::Ten(40)),
    ("half", Lex::Parts(2)),
    ("halves", Lex::Parts(2)),
    ("hundred", Lex::Hundred),
    ("hundredth", Lex::Ordinal(100)),
    ("hundredths", Lex::Parts(100)),
    ("lakh", Lex::Scale(5)),
    ("lakhs", Lex::Scale(5)),
    ("million", Lex::Scale(6)),
    ("millionth", Lex::Ordinal(1_000_000)),
    ("millionths", Lex::Parts(1_000_000)),
    ("naught", Lex::Small(0)),
    ("nil", Lex::Small(0)),
    ("nine", Lex::Small(9)),
    ("nineteen", Lex::Small(19)),
    ("nineteenth", Lex::Ordinal(19)),
    ("nineth", Lex::Ordinal(9)),
    ("ninetieth", Lex::Ordinal(90)),
    ("ninety", Lex::Ten(90)),
    ("ninth", Lex::Ordinal(9)),
    ("ninths", Lex::Parts(9)),
    ("nought", Lex::Small(0)),
    ("one", Lex::Small(1)),
    ("quadrillion", Lex::Scale(15)),
    ("quadrillionth", Lex::Ordinal(1_000_000_000_000_000)),
    ("quarter", Lex::Parts(4)),
    ("quarters", Lex::Parts(4)),
    ("second", Lex::Ordinal(2)),
    ("seven", Lex::Small(7)),
    ("seventeen", Lex::Small(17)),
    ("seventeenth", Lex::Ordinal(17)),
    ("seventh", Lex::Ordinal(7)),
    ("sevenths", Lex::Parts(7)),
    ("seventieth", Lex::Ordinal(70)),
    ("seventy", Lex::Ten(70)),
    ("six", Lex::Small(6)),
    ("sixteen", Lex::Small(16)),
    ("sixteenth", Lex::Ordinal(16)),
    ("sixteenths", Lex::Parts(16)),
    ("sixth", Lex::Ordinal(6)),
    ("sixths", Lex::Parts(6)),
    ("sixtieth", Lex::Ordinal(60)),
    ("sixty", Lex::Ten(60)),
    ("ten", Lex::Small(10)),
    ("tenth", Lex::Ordinal(10)),
    ("tenths", Lex::Parts(10)),
    ("third", Lex::Ordinal(3)),
    ("thirds", Lex::Parts(3)),
    ("thirteen", Lex::Small(13)),
    ("thirteenth", Lex::Ordinal(13)),
    ("thirtieth", Lex::Ordinal(30)),
    ("thirty", Lex::Ten(30)),
    ("thousand", Lex::Scale(3)),
    ("thousandth", Lex::Ordinal(1_000)),
    ("thousandths", Lex::Parts(1_000)),
    ("three", Lex::Small(3)),
    ("trillion", Lex::Scale(12)),
    ("trillionth", Lex::Ordinal(1_000_000_000_000)),
    ("trillionths", Lex::Parts(1_000_000_000_000)),
    ("twelfth", Lex::Ordinal(12)),
    ("twelfths", Lex::Parts(12)),
    ("twelve", Lex::Small(12)),
    ("twentieth", Lex::Ordinal(20)),
    ("twentieths", Lex::Parts(20)),
    ("twenty", Lex::Ten(20)),
    ("two", Lex::Small(2)),
    ("zero", Lex::Small(0)),
];

/// Number words.
const WORDS: &Table<Lex> = &Table::of(ROWS);

/// Turns away most words that say nothing of a number.
pub(crate) const GATE: &Gate = &Gate::of_rows(ROWS);

/// All number words, in small letters.
pub(crate) fn words() -> impl Iterator<Item = &'static str> {
    ROWS.iter().map(|(word, _)| *word)
}

/// Tens and ones in one word, in small letters: "fortytwo".
pub(crate) fn together() -> impl Iterator<Item = String> {
    let tens = ROWS.iter().filter(|(_, lex)| matches!(lex, Lex::Ten(_))).map(|(word, _)| *word);
    let is_one = |lex: &Lex| matches!(lex, Lex::Small(1..10) | Lex::Ordinal(1..10));
    let ones = move || ROWS.iter().filter(move |(_, lex)| is_one(lex)).map(|(word, _)| *word);
    tens.flat_map(move |ten| ones().map(move |one| format!("{ten}{one}")))
}

/// What `word`, in small letters, says of a number.
pub(crate) fn look(word: &str) -> Option<Lex> {
    look_printed(word, Print::of(word))
}

/// The same where the print of the word is known.
pub(crate) fn look_printed(word: &str, print: Print) -> Option<Lex> {
    let listed = WORDS.look_printed(word, print);
    if listed.is_none() && may_be_together(word) { run_together(word) } else { listed }
}

/// "thirtyfirst", "twentyone": tens and ones written without the hyphen they should have.
fn run_together(word: &str) -> Option<Lex> {
    let at = word.find("ty").filter(|at| (3..=5).contains(at))?;
    let (ten, one) = word.split_at_checked(at + 2)?;
    match (WORDS.look(ten)?, WORDS.look(one)?) {
        (Lex::Ten(ten), Lex::Small(one @ 1..10)) => Some(Lex::Small(ten + one)),
        (Lex::Ten(ten), Lex::Ordinal(one @ 1..10)) => Some(Lex::Ordinal(ten + one)),
        _ => None,
    }
}

/// Whether a word is as long as two numbers and begins with a letter that a ten begins with.
pub(crate) fn may_be_together(word: &str) -> bool {
    word.len() >= 8
        && word
            .bytes()
            .next()
            .is_some_and(|first| matches!(first.to_ascii_lowercase(), b'e' | b'f' | b'n' | b's' | b't'))
}

#[cfg(test)]
mod tests {
    use super::Lex;
    use super::look;
    use super::together;

    #[test]
    fn words_are_found_whole() {
        assert_eq!(look("seventeen"), Some(Lex::Small(17)));
        assert_eq!(look("network"), None);
    }

    #[test]
    fn words_run_together_are_found() {
        assert_eq!(look("thirtyfirst"), Some(Lex::Ordinal(31)));
        assert_eq!(look("fortytwo"), Some(Lex::Small(42)));
        assert_eq!(look("seventyish"), None);
        assert!(together().all(|word| look(&word).is_some()) && together().any(|word| word == "ninetyninth"));
    }
}
