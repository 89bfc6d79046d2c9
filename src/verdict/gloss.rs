//! Lengths, weights and the like that are said twice and do not agree: "100 km (26 miles)".
//!
//! The check needs no fact. Sums of money are never converted; a measure and its gloss must round to
//! each other, each in its own unit and by its own grain.

use crate::document::Document;
use crate::document::figures::may_be_figure;
use crate::document::passage;
use crate::span::Span;
use crate::token;
use crate::value::Amount;
use crate::value::Value;
use crate::value::compare;
use crate::value::gloss;
use crate::value::show;
use crate::value::unit;
use crate::verdict::signs::FACTOR;
use crate::verdict::signs::NUMBER;
use crate::verdict::signs::SHARE;
use crate::verdict::signs::Signposts;
use crate::verdict::signs::VAGUE;
use crate::verdict::signs::is_of;
use rust_decimal::Decimal;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// A measure and a gloss that do not agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// The gloss.
    pub span: Span,
    /// What it is the gloss of.
    pub of: Span,
    /// What the gloss would have to be: "62.1 miles".
    pub expected: String,
}

/// What can be held against each other; time and data have too many customs.
const CHECKED: &[&str] = &["length", "area", "volume", "mass", "speed", "temperature"];

/// Units that differ between countries under one name.
const AMBIGUOUS: &[&str] = &["gallon", "pint", "quart", "fluid ounce", "cup", "stone"];

/// What stands in brackets and before them is looked at as far as this.
const LONGEST: usize = 64;

/// The slips of an article whose signs are known, in order.
pub fn find(document: &Document<'_>, signs: &Signposts) -> Vec<Slip> {
    let text = &*document.text;
    let brackets = memchr::memchr2_iter(b'(', b'[', text.as_bytes());
    let sentences = document.holding(brackets.filter(|at| may_gloss(text, *at, signs)));
    let slips = sentences.into_iter().flat_map(|sentence| {
        let values = document.values(sentence);
        let pairs = gloss::pairs(text, values);
        pairs
            .into_iter()
            .filter_map(|(of, at)| slip(text, values.get(of)?, values.get(at)?))
            .collect::<Vec<_>>()
    });
    slips.collect()
}

/// Whether what stands in the bracket that opens at the byte `at` may be the gloss of a measure before it.
fn may_gloss(text: &str, at: usize, signs: &Signposts) -> bool {
    let inner = Span::new(at + 1, passage::boundary(text, at + LONGEST));
    let end = memchr::memchr2(b')', b']', inner.of(text).as_bytes());
    let inner = end.map_or(inner, |end| Span::new(inner.start(), inner.start() + end));
    let before = Span::new(passage::boundary(text, at.saturating_sub(LONGEST)), at);
    // "About a mile (1.6 km)": the article is a number there.
    let has_number =
        || may_have_number(before, text, signs) || words(before.of(text)).any(|word| token::is_in(word, ONE));
    may_have_number(inner, text, signs)
        && has_number()
        && [inner, before].iter().all(|part| may_have_unit(part.of(text)))
}

/// Words that are the number one before a unit.
const ONE: &[&str] = &["a", "an", "another"];

/// Whether a number may stand in a part of a text, in figures or spelt out.
fn may_have_number(part: Span, text: &str, signs: &Signposts) -> bool {
    let spelt_out = || signs.within(part).iter().any(|sign| is_of(NUMBER | SHARE | FACTOR | VAGUE)(&sign));
    part.of(text).bytes().any(may_be_figure) || spelt_out()
}

/// The words and marks of which the units are made that can be checked, in small letters.
static UNITS: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let marks = |unit: &str| unit.chars().filter(|c| is_mark(*c)).map(String::from).collect::<Vec<_>>();
    unit::written(CHECKED).flat_map(|unit| words(unit).map(str::to_lowercase).chain(marks(unit))).collect()
});

/// Whether such a unit may stand in a text.
fn may_have_unit(text: &str) -> bool {
    let has_mark = || text.chars().any(|c| is_mark(c) && UNITS.contains(c.encode_utf8(&mut [0; 4])));
    words(text).any(|word| UNITS.contains(word.to_lowercase().as_str())) || has_mark() || may_be_height(text)
}

/// Whether feet and inches may stand in a text by their marks: 5'10".
fn may_be_height(text: &str) -> bool {
    let is_mark = |rest: &str| rest.starts_with(['\'', '"', '’', '”', '′', '″']);
    text.match_indices(|c: char| c.is_ascii_digit()).any(|(at, _)| is_mark(&text[at + 1..]))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

/// Whether a character is a unit, or of one, and no letter: "°".
fn is_mark(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_ascii()
}

fn slip(text: &str, first: &Value, second: &Value) -> Option<Slip> {
    let is_checked = is_plain(text, first) && is_plain(text, second);
    let fits = compare::is_same(first, second);
    let expected = compare::in_unit_of(first, second)?;
    (is_checked && !fits?).then(|| Slip {
        span: second.core,
        of: first.core,
        expected: shown(second, expected),
    })
}

/// Whether the unit is one that means the same everywhere.
fn is_plain(text: &str, value: &Value) -> bool {
    let words = value.core.of(text).to_ascii_lowercase();
    // A ton may be short, long or metric; a tonne is metric.
    let is_ton = words.contains("ton") && !words.contains("tonne");
    let Some(unit) = &value.unit else { return false };
    CHECKED.contains(&unit.dimension) && !AMBIGUOUS.contains(&unit.name) && !is_ton
}

/// The right gloss, with one digit more than the wrong one has decimals.
fn shown(second: &Value, expected: Decimal) -> String {
    let rounded = expected.round_dp(second.grain.fine.scale().saturating_add(1).min(4));
    show::value(&Value { amount: Amount::Exact(rounded), ..second.clone() })
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::document::Document;
    use crate::verdict::signs::Signposts;

    /// Each slip as the gloss and what it should be.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let slips = find(&Document::plain(text, None), &Signposts::of(text));
        let found: Vec<_> = slips.iter().map(|slip| (slip.span.of(text), slip.expected.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_wrong_gloss_is_found() {
        check("The road is 100 km (26 miles) long.", &[("26 miles", "62.1 miles")]);
        check("It weighed 20 kg (4.4 pounds).", &[("4.4 pounds", "44.09 pounds")]);
        check("It weighed 20 kg or so (about thirty pounds).", &[("thirty pounds", "44.1 pounds")]);
        check("The road is 100 km (twenty miles; 2021).", &[("twenty miles", "62.1 miles")]);
        check("The road is twentyfive miles (10 km) long.", &[("10 km", "40.2 kilometres")]);
        check("The harbour is about a mile (26 km) away.", &[("26 km", "1.6 kilometres")]);
        check("Orla is 5’10” (1.98 m) tall.", &[("1.98 m", "1.778 metres")]);
        check("It is 100 km (a few miles) off.", &[("a few miles", "62.1 miles")]);
        check("AN ACRE (26 HECTARES) BURNED", &[("26 HECTARES", "0.4 hectares")]);
        check("It is half a mile (¾ km) away at 100°C (100°F).", &[("100°F", "212 degrees Fahrenheit")]);
    }

    #[test]
    fn a_rounded_gloss_is_fine() {
        check("The road is 100 km (62 miles) long.", &[]);
        check("The road is 60 miles (100 km) long.", &[]);
        check("It is 3 to 5 km (2 to 3 miles) away.", &[]);
        check("It weighed 20 kg (44 pounds).", &[]);
    }

    #[test]
    fn degrees_are_levels_or_differences() {
        check("It was 20 degrees Celsius (68 degrees Fahrenheit).", &[]);
        check("It warmed by 1.5 degrees Celsius (2.7 degrees Fahrenheit).", &[]);
        check(
            "It was 20 degrees Celsius (86 degrees Fahrenheit).",
            &[("86 degrees Fahrenheit", "68 degrees Fahrenheit")],
        );
    }

    #[test]
    fn what_has_no_one_size_is_left_alone() {
        check("It burns 5 gallons (23 litres) an hour.", &[]);
        check("It carries 150 tons (136 tonnes).", &[]);
        check("It cost €40 ($4,300).", &[]);
    }
}
