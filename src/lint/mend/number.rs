//! A quantity written as another one was: its digits or its words, its commas, its scale, its unit.

use crate::document::Document;
use crate::lint::mend::Words;
use crate::lint::mend::cased;
use crate::lint::mend::spelled;
use crate::span::Span;
use crate::value::Amount;
use crate::value::Kind;
use crate::value::Modifier;
use crate::value::Value;
use crate::value::show;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Scale words with what they stand for.
const SCALES: &[(&str, i64)] = &[
    ("trillion", 1_000_000_000_000),
    ("billion", 1_000_000_000),
    ("million", 1_000_000),
    ("thousand", 1_000),
    ("trn", 1_000_000_000_000),
    ("bn", 1_000_000_000),
    ("m", 1_000_000),
    ("k", 1_000),
];
/// From here on digits have commas, where the article's own say nothing of it.
const LARGE: i64 = 10_000;

/// The truth that is to be written.
pub struct Wanted<'t> {
    /// How much.
    pub number: Decimal,
    /// The unit it is measured in.
    pub unit: Option<&'t str>,
    /// What sort of quantity it is.
    pub kind: Kind,
}

impl<'t> Wanted<'t> {
    /// A canonical value, if it is one number.
    pub fn of(value: &'t Value) -> Option<Wanted<'t>> {
        let Amount::Exact(number) = value.amount else { return None };
        Some(Wanted { number, unit: value.unit.as_ref().map(|unit| unit.name), kind: value.kind })
    }
}

/// The words that write `wanted` where `value` stands now.
pub fn words(document: &Document<'_>, value: &Value, wanted: &Wanted<'_>) -> Option<Words> {
    let unit = value.unit.as_ref().map(|unit| unit.name);
    let is_same_sort = value.kind == wanted.kind && unit == wanted.unit;
    let is_plain = matches!(value.modifier, Modifier::Exact | Modifier::Equal) && value.kind != Kind::Ordinal;
    if !is_same_sort || !is_plain {
        return None;
    }
    rewritten(document, value, wanted.number)
}

/// The words that write another number where that of `value` stands, in its own form.
pub(crate) fn rewritten(document: &Document<'_>, value: &Value, number: Decimal) -> Option<Words> {
    let Amount::Exact(old) = value.amount else { return None };
    // "1 club" is another form of the noun than "2 clubs".
    let is_same_form = (old == Decimal::ONE) == (number == Decimal::ONE);
    if !is_same_form || number.is_sign_negative() {
        return None;
    }
    let core = document.slice(value.core);
    let (at, len) = digits(core).or_else(|| Some((0, spelled::len(core))).filter(|(_, len)| *len > 0))?;
    let text = written(&core[at..at + len], &core[at + len..], old, number)?;
    let start = value.core.start() + at;
    Some(Words { span: Span::new(start, start + len), text })
}

/// The only number in digits of a text: where it begins and how long it is.
fn digits(text: &str) -> Option<(usize, usize)> {
    let at = text.find(|c: char| c.is_ascii_digit())?;
    let rest = &text[at..];
    let end = rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.')).unwrap_or(rest.len());
    let len = rest[..end].trim_end_matches([',', '.']).len();
    let has_more = rest[len..].contains(|c: char| c.is_ascii_digit());
    (!has_more).then_some((at, len))
}

/// The new number as the old one was written, before the words `after` it.
fn written(before: &str, after: &str, old: Decimal, new: Decimal) -> Option<String> {
    let is_digits = before.starts_with(|c: char| c.is_ascii_digit());
    let own = if is_digits { before.replace(',', "").parse().ok()? } else { Decimal::ZERO };
    if !is_digits {
        return in_words(before, new).filter(|_| scale(after).is_none());
    }
    let scale = if own == old { Decimal::ONE } else { scale(after).filter(|scale| own * scale == old)? };
    let number = new.checked_div(scale)?.normalize();
    // A number of many places would not be written with its scale.
    (number.scale() <= 2 || scale == Decimal::ONE).then(|| in_digits(before, number))
}

/// What the scale word at the front of `after` stands for.
fn scale(after: &str) -> Option<Decimal> {
    let word = after.trim_start_matches([' ', '-', '\u{a0}']);
    let word: String = word.chars().take_while(|c| c.is_alphabetic()).collect();
    let row = SCALES.iter().find(|(name, _)| word.eq_ignore_ascii_case(name));
    row.map(|(_, times)| Decimal::from(*times))
}

fn in_digits(before: &str, number: Decimal) -> String {
    let is_short = number < Decimal::from(LARGE) && number >= Decimal::ONE_THOUSAND;
    let was_bare = before.len() > 3 && !before.contains(',') && !before.contains('.');
    if was_bare || (is_short && !before.contains(',')) { show::plain(number) } else { show::decimal(number) }
}

fn in_words(before: &str, number: Decimal) -> Option<String> {
    let whole = number.to_usize().filter(|whole| Decimal::from(*whole) == number)?;
    spelled::number(whole).map(|words| cased(before, &words))
}

#[cfg(test)]
mod tests {
    use super::digits;
    use super::written;
    use rust_decimal::Decimal;

    #[track_caller]
    fn check([before, after]: [&str; 2], old: i64, new: &str, expected: Option<&str>) {
        let new: Decimal = new.parse().expect("a number");
        assert_eq!(written(before, after, Decimal::from(old), new).as_deref(), expected);
    }

    #[test]
    fn digits_stay_digits() {
        check(["31", "-member"], 31, "32", Some("32"));
        check(["1,200", ""], 1200, "13400", Some("13,400"));
        check(["1200", ""], 1200, "13400", Some("13400"));
        check(["31", ""], 31, "1250", Some("1250"));
        check(["259", "%"], 259, "295.5", Some("295.5"));
    }

    #[test]
    fn words_stay_words() {
        check(["thirty-one", "-member"], 31, "32", Some("thirty-two"));
        check(["Thirty-one", " clubs"], 31, "9", Some("Nine"));
        check(["THIRTY-ONE", " CLUBS"], 31, "9", Some("NINE"));
        check(["thirty-one", ""], 31, "1200", None);
        check(["thirty-one", ""], 31, "1.5", None);
        check(["three", " million"], 3_000_000, "4", None);
    }

    #[test]
    fn the_scale_stays() {
        check(["1.1", " billion"], 1_100_000_000, "1200000000", Some("1.2"));
        check(["1.1", "bn"], 1_100_000_000, "1234567000", None);
    }

    #[test]
    fn one_number_is_found() {
        assert_eq!(digits("$1,200.50 a day"), Some((1, 8)));
        assert_eq!(digits("6 foot 4"), None);
        assert_eq!(digits("six"), None);
    }
}
