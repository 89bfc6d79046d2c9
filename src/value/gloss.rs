//! Values said twice: "1.2 million euros ($1.3 million)", "100 km (62 miles)".
//!
//! The second of such a pair is a gloss: it says nothing of its own, and only for readers who count
//! in another unit.

use crate::value::Kind;
use crate::value::Value;

/// Words between the bracket and the gloss that leave it one.
const LEADS: &[&str] = &["", "or", "or about", "equivalent to", "the equivalent of", "i.e.", "="];

/// The places in `values` of each value and its gloss; `values` are those of one sentence of `text`,
/// in order.
pub fn pairs(text: &str, values: &[Value]) -> Vec<(usize, usize)> {
    let next_to = values.windows(2).enumerate();
    next_to.filter(|(_, pair)| is_gloss(text, &pair[0], &pair[1])).map(|(at, _)| (at, at + 1)).collect()
}

/// Whether `second` stands in brackets right behind `first` and says the same in another unit.
fn is_gloss(text: &str, first: &Value, second: &Value) -> bool {
    says_same_kind(first, second) && is_bracketed(text, first, second)
}

fn says_same_kind(first: &Value, second: &Value) -> bool {
    let (Some(unit), Some(other)) = (&first.unit, &second.unit) else { return false };
    let is_other = unit.name != other.name;
    match (first.kind, second.kind) {
        (Kind::Money, Kind::Money) => is_other,
        (Kind::Quantity, Kind::Quantity) => is_other && unit.dimension == other.dimension,
        _ => false,
    }
}

fn is_bracketed(text: &str, first: &Value, second: &Value) -> bool {
    let end = first.full.end().max(first.core.end());
    let Some(between) = text.get(end..second.full.start()) else { return false };
    let is_open =
        between.trim_start().strip_prefix(['(', '[']).is_some_and(|lead| LEADS.contains(&lead.trim()));
    let rest = text.get(second.full.end()..).unwrap_or("").trim_start();
    is_open && rest.starts_with([')', ']', ',', ';'])
}

#[cfg(test)]
mod tests {
    use super::pairs;
    use crate::span::Span;
    use crate::token;
    use crate::value::read;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let tokens = token::split(text, Span::new(0, text.len()));
        let values = read::sentence(text, &tokens, None);
        let words = |at: usize| values[at].core.of(text);
        let found: Vec<_> = pairs(text, &values).into_iter().map(|(a, b)| (words(a), words(b))).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_sum_in_brackets_is_a_gloss() {
        check("It cost 1.2 million euros ($1.3 million).", &[("1.2 million euros", "$1.3 million")]);
        check("It cost €40 (about $43) a day.", &[("€40", "$43")]);
    }

    #[test]
    fn a_length_in_brackets_is_a_gloss() {
        check("It is 100 km (62 miles) long.", &[("100 km", "62 miles")]);
        check("It is 5 ft (1.5 m; a fathom) deep.", &[("5 ft", "1.5 m")]);
    }

    #[test]
    fn other_brackets_are_none() {
        check("It is 100 km (12 hours) away.", &[]);
        check("It is 100 km long (and 62 miles wide).", &[]);
        check("It made $5 million ($4 million) this year.", &[]);
    }
}
