//! Lengths, weights and the like that are said twice and do not agree: "100 km (26 miles)".
//!
//! The check needs no fact. Sums of money are never converted; a measure and its gloss must round to
//! each other, each in its own unit and by its own grain.

use crate::document::Document;
use crate::document::passage;
use crate::span::Span;
use crate::value::Amount;
use crate::value::Value;
use crate::value::compare;
use crate::value::glance;
use crate::value::gloss;
use crate::value::show;
use rust_decimal::Decimal;

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

/// What stands in brackets is looked at as far as this.
const LONGEST: usize = 64;

/// The slips of an article, in order.
pub fn find(document: &Document<'_>) -> Vec<Slip> {
    let text = &*document.text;
    let brackets = memchr::memchr2_iter(b'(', b'[', text.as_bytes());
    let spans = document.holding(brackets);
    let spans = spans.into_iter().filter(|span| may_gloss(span.of(text)));
    let sentences = spans.map(|span| &document.sentences()[document.sentence_at(span.start())]);
    let slips = sentences.flat_map(|sentence| {
        let values = document.values(sentence);
        let pairs = gloss::pairs(text, values);
        pairs
            .into_iter()
            .filter_map(|(of, at)| slip(text, values.get(of)?, values.get(at)?))
            .collect::<Vec<_>>()
    });
    slips.collect()
}

/// Whether a number stands in brackets with a unit behind it: "(about 62 miles", "[1.5 million km", "(two miles".
fn may_gloss(sentence: &str) -> bool {
    let brackets = memchr::memchr2_iter(b'(', b'[', sentence.as_bytes());
    brackets.map(|at| &sentence[at + 1..passage::boundary(sentence, at + LONGEST)]).any(|inner| {
        let inner = inner.split([')', ']']).next().unwrap_or(inner);
        let figure = inner.trim_start_matches(|c: char| !c.is_ascii_digit());
        if figure.is_empty() {
            return glance::has_number(inner);
        }
        let rest = figure.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.'));
        let unit = rest.trim_start_matches([' ', '-']);
        unit.starts_with(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | ';' | ':'))
    })
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

    /// Each slip as the gloss and what it should be.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let slips = find(&Document::plain(text, None));
        let found: Vec<_> = slips.iter().map(|slip| (slip.span.of(text), slip.expected.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_wrong_gloss_is_found() {
        check("The road is 100 km (26 miles) long.", &[("26 miles", "62.1 miles")]);
        check("It weighed 20 kg (4.4 pounds).", &[("4.4 pounds", "44.09 pounds")]);
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
