//! Fractions, factors and scores: "two-thirds", "one in five", "quadrupled", "295 times", "52-48".

use crate::value::Amount;
use crate::value::Kind;
use crate::value::draft::Draft;
use crate::value::lexicon;
use crate::value::lexicon::Lex;
use crate::value::list::Table;
use crate::value::mixed;
use crate::value::number;
use crate::value::number::Number;
use crate::value::scan::Scan;
use crate::value::unit;
use rust_decimal::Decimal;

/// Verbs and adverbs that are factors, as over and under.
const FACTORS: &Table<(i64, i64)> = &Table::of(&[
    ("doubled", (2, 1)),
    ("doubles", (2, 1)),
    ("doubling", (2, 1)),
    ("tripled", (3, 1)),
    ("triples", (3, 1)),
    ("tripling", (3, 1)),
    ("trebled", (3, 1)),
    ("trebling", (3, 1)),
    ("quadrupled", (4, 1)),
    ("quadruples", (4, 1)),
    ("quadrupling", (4, 1)),
    ("quintupled", (5, 1)),
    ("quintupling", (5, 1)),
    ("sextupled", (6, 1)),
    ("halved", (1, 2)),
    ("halves", (1, 2)),
    ("halving", (1, 2)),
]);

/// What follows "double" and "twice" where they compare amounts.
#[rustfmt::skip]
const COMPARED: &[&str] = &[
    "the", "that", "its", "their", "his", "her", "our", "what", "as", "last", "this", "those", "previous",
    "those", "expectations", "a", "compared",
];

/// A fraction or factor in words at `at`.
pub(crate) fn read(scan: &Scan<'_>, at: usize) -> Option<Draft> {
    factor_word(scan, at).or_else(|| fraction(scan, at))
}

/// "tripled", "fourfold", "twice the", "x4".
fn factor_word(scan: &Scan<'_>, at: usize) -> Option<Draft> {
    let word = scan.word(at);
    if let Some((over, under)) = scan.look(at, FACTORS) {
        let value = Decimal::from(over).checked_div(Decimal::from(under))?;
        return Some(multiple(at, value));
    }
    let compares = || COMPARED.contains(&scan.word(at + 1));
    match word {
        "double" | "twice" if compares() => return Some(multiple(at, Decimal::TWO)),
        "triple" | "thrice" if compares() => return Some(multiple(at, Decimal::from(3))),
        _ => {}
    }
    folded(scan, at).or_else(|| crossed(scan, at))
}

/// "fourfold".
fn folded(scan: &Scan<'_>, at: usize) -> Option<Draft> {
    let count = scan.word(at).strip_suffix("fold")?;
    let value = match lexicon::look(count)? {
        Lex::Small(n) | Lex::Ten(n) if n > 1 => Decimal::from(n),
        Lex::Hundred => Decimal::ONE_HUNDRED,
        Lex::Scale(zeros) => number::power(zeros)?,
        _ => return None,
    };
    Some(multiple(at, value))
}

/// A factor that is one word. Whole multiples are a whole step apart, so that "more than doubled"
/// reaches up to tripled.
fn multiple(at: usize, value: Decimal) -> Draft {
    let mut draft = Draft::worded(at, at + 1, Kind::Factor, value);
    draft.grain.coarse = if value.is_integer() { Decimal::ONE } else { Decimal::ZERO };
    draft
}

/// "x4".
fn crossed(scan: &Scan<'_>, at: usize) -> Option<Draft> {
    let value = scan.word(at).strip_prefix('x').filter(|digits| !digits.is_empty() && digits.len() < 6)?;
    let value: u32 = value.parse().ok()?;
    let number = Number { value: Decimal::from(value), ..number::one(at + 1) };
    Some(Draft { kind: Kind::Factor, ..Draft::bare(at, &number) })
}

/// What follows "N times" where it compares amounts rather than counts occasions.
#[rustfmt::skip]
const TIMES: &[&str] = &[
    "the", "as", "more", "higher", "larger", "greater", "bigger", "less", "fewer", "lower", "faster", "its",
    "their", "his", "her", "what", "that", "over", "smaller", "cheaper", "longer", "stronger", "better",
    "above", "earnings", "normal", "average", "last", "those", "worse", "quicker",
];

/// Whether the word after "times" compares; "four times farther" does as every word in "-er" may.
fn compares(word: &str) -> bool {
    let is_other =
        matches!(word, "after" | "ever" | "never" | "under" | "whenever" | "per" | "together" | "earlier");
    TIMES.contains(&word) || word.ends_with("er") && !is_other
}

/// "295 times", "10-fold", "4x" after a number.
pub(crate) fn times(scan: &Scan<'_>, first: usize, number: &Number) -> Option<Draft> {
    let at = scan.past_joint(number.end);
    let draft = |end| Draft { end, kind: Kind::Factor, ..Draft::bare(first, number) };
    match scan.word(at) {
        "fold" => Some(draft(at + 1)),
        "x" | "×" if scan.is_glued(at) && !scan.is_glued(at + 1) => Some(draft(at + 1)),
        "times" if compares(scan.word(at + 1)) => {
            let draft = draft(at + 1);
            let is_double = scan.word(at + 1) == "more";
            let next = number.value.checked_add(Decimal::ONE)?;
            let amount = if is_double { Amount::Pair(number.value, next) } else { draft.amount };
            Some(Draft { amount, ..draft })
        }
        _ => None,
    }
}

/// "two-thirds", "a third of", "half", "3/4".
fn fraction(scan: &Scan<'_>, at: usize) -> Option<Draft> {
    let (over, under, end) =
        mixed::slashed(scan, at).filter(|(over, under, _)| over < under).or_else(|| {
            mixed::fraction_words(scan, at)
                .or_else(|| mixed::long_fraction(scan, at))
                .filter(|(.., end)| is_fraction(scan, at, *end))
        })?;
    let value = Decimal::from(over).checked_div(Decimal::from(under))?;
    Some(Draft::worded(at, end, Kind::Fraction, value))
}

/// What may follow "a third" where it is a share and not a place in an order.
#[rustfmt::skip]
const AFTER_SHARE: &[&str] = &[
    "of", "the", "to", "in", "from", "as", "more", "less", "higher", "lower", "larger", "smaller", "on",
    "by", "over", "this", "last", "since", "and", "or", "were", "are", "was", "is", "said", "have", "had",
    "between", "compared", "during", "after", "its", "their", "cheaper", "fewer", "off", "off", "while",
    "for", "but", "would", "at",
];

fn is_fraction(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    let is_open = !scan.is_word(end) && !scan.is_joint(end) || AFTER_SHARE.contains(&scan.word(end));
    match scan.word(at) {
        "half" => {
            let before = scan.before(at, 1);
            let is_named =
                matches!(before, "the" | "last" | "other" | "this" | "that" | "better" | "a" | "-")
                    || matches!(lexicon::look(before), Some(Lex::Ordinal(_)));
            !is_named && !scan.is_joint(end)
        }
        "quarter" => false,
        // "the first two quarters" are half a year.
        "two" if scan.word(end - 1) == "quarters" => false,
        "a" => is_open && scan.word(end) != "and" || scan.word(end) == "and" && scan.word(end - 1) == "half",
        _ => {
            is_open
                || scan.word(end - 1).ends_with('s')
                || scan.is_dash(at + 1)
                || scan.word(end - 1) == "half"
        }
    }
}

/// Numbers people count shares out of with "of" alone: "9 of 10 doctors".
const ROUND: &[u32] = &[3, 4, 5, 10, 20, 100];

/// "one in five", "three out of ten", "5.2 in 1,000" from a number on.
pub(crate) fn share(scan: &Scan<'_>, first: usize, number: &Number) -> Option<Draft> {
    let at = number.end;
    let (next, is_of) = match (scan.word(at), scan.word(at + 1)) {
        ("out", "of") => (at + 2, false),
        ("in" | "over", _) => (at + 1, false),
        ("of", _) => (at + 1, true),
        ("-", "in") if scan.is_hyphen(at + 2) => (at + 3, false),
        _ => return None,
    };
    // "one in every five", "four out of every ten".
    let next = next + usize::from(scan.word(next) == "every");
    let is_of = is_of && scan.word(next - 1) != "every";
    let is_indefinite = scan.word(next) != "a" && scan.word(next) != "an";
    let whole = number::read(scan, next).filter(|whole| is_indefinite && !whole.is_ordinal)?;
    let is_year = scan.word(next).len() == 4 && !scan.word(next).contains(',') && scan.is_number(next);
    let is_round = ROUND.iter().any(|round| whole.value == Decimal::from(*round));
    let is_part =
        number.value < whole.value && whole.value > Decimal::ONE && !is_year && (is_round || !is_of);
    if !is_part || unit::read(scan, whole.end).is_some() || scan.word(whole.end) == "%" {
        return None;
    }
    let value = number.value.checked_div(whole.value)?;
    Some(Draft::worded(first, whole.end, Kind::Fraction, value))
}

#[cfg(test)]
mod tests {
    use crate::value::sample::check;

    #[test]
    fn shares_are_fractions() {
        check("one in five, four out of every ten, 3 of 4 boats", &["0.2", "0.4", "0.75"]);
        check("two-thirds of it and ¾ of a mile", &["0.6667", "0.75 miles"]);
    }

    #[test]
    fn multiples_are_factors() {
        check("It tripled, rose tenfold, and is four times farther.", &["3 times", "10 times", "4 times"]);
        check("It has three times more.", &["3 or 4 times"]);
        check("He called three times after that.", &["3"]);
    }
}
