//! Another number in the place of one, near enough to be a slip.

use crate::document::Document;
use crate::lint::mend::Words;
use crate::lint::mend::number;
use crate::value::Amount;
use crate::value::Value;
use rust_decimal::Decimal;

/// Ways to write another number where `value` stands, each with the number.
pub(crate) fn all(document: &Document<'_>, value: &Value) -> Vec<(Decimal, Words)> {
    let Amount::Exact(old) = value.amount else { return Vec::new() };
    let wanted = near(old, value.grain.fine).into_iter();
    wanted.filter_map(|new| Some((new, number::rewritten(document, value, new)?))).collect()
}

/// Numbers near `old`, in steps of its last digit: a tenth more, a tenth less, one more, one less, twice as much.
fn near(old: Decimal, step: Decimal) -> Vec<Decimal> {
    let steps = |of: Decimal| of.checked_div(step).map(|n| n.trunc() * step).filter(|by| !by.is_zero());
    let tenth = old.checked_div(Decimal::TEN).and_then(steps);
    let by = [tenth, tenth.map(|by| -by), Some(step), Some(-step), Some(old)];
    let numbers = by.into_iter().flatten().filter_map(|by| old.checked_add(by));
    let mut found: Vec<Decimal> = Vec::new();
    for number in numbers.filter(|number| *number != old && *number > Decimal::ZERO) {
        if !found.contains(&number) {
            found.push(number);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::all;
    use crate::document::Document;

    /// Checks the sentence with each other number in it.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let document = Document::plain(text, None);
        let value = &document.values(&document.sentences()[0])[0];
        let changed = all(&document, value);
        let changed: Vec<&str> = changed.iter().map(|(_, words)| words.text.as_str()).collect();
        assert_eq!(changed, expected, "{text}");
    }

    #[test]
    fn numbers_keep_their_form() {
        check("The league has 12 clubs.", &["13", "11", "24"]);
        check(
            "The thirty-two-member league met.",
            &["thirty-five", "twenty-nine", "thirty-three", "thirty-one", "sixty-four"],
        );
        check("It cost $1.5 million.", &["1.6", "1.4", "3"]);
        check("It has 4,000 seats.", &["4,400", "3,600", "4,001", "3,999", "8,000"]);
    }

    #[test]
    fn what_has_no_number_of_its_own_stays() {
        check("They rowed for 10 to 12 miles.", &[]);
        check("Dozens of boats came.", &[]);
    }
}
