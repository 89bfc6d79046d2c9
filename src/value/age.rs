//! Ages: "40-year-old", "40 years old", "aged 93", "Orla, 40,", "in his 30s", "under-16s".

use crate::value::Amount;
use crate::value::Kind;
use crate::value::draft::Draft;
use crate::value::number::Number;
use crate::value::scan::Scan;
use crate::value::unit::Unit;
use rust_decimal::Decimal;

/// The unit of ages.
fn years() -> Unit {
    Unit { factor: Decimal::from(31_556_952), ..Unit::base("year", "time") }
}

/// "40-year-old", "40 years old", "aged 93", "Orla, 40,": the age that `number` is.
pub(crate) fn read(scan: &Scan<'_>, first: usize, number: &Number) -> Option<Draft> {
    let end = old(scan, number.end).or_else(|| {
        let is_aged = matches!(scan.before(first, 1), "aged" | "age" | "ages")
            || scan.before(first, 1) == "of" && scan.before(first, 2) == "age";
        (is_aged || is_apposition(scan, first, number)).then_some(number.end)
    })?;
    Some(Draft { end, kind: Kind::Age, unit: Some(years()), ..Draft::bare(first, number) })
}

/// The place after "-year-old" or "years old".
fn old(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let unit = scan.past_joint(at);
    let next = scan.past_joint(unit + 1);
    let is_old = matches!(scan.word(next), "old" | "olds")
        || matches!(scan.word(next), "of") && scan.word(next + 1) == "age";
    let is_year = matches!(scan.word(unit), "year" | "years");
    (is_year && is_old).then(|| next + 1 + usize::from(scan.word(next) == "of"))
}

/// ", 40," after a name: a whole number of two digits or three.
fn is_apposition(scan: &Scan<'_>, first: usize, number: &Number) -> bool {
    let is_name = first.checked_sub(2).is_some_and(|at| scan.is_capitalised(at));
    let is_closed = matches!(scan.word(number.end), "," | "." | ")") && number.end == first + 1;
    let fits = number.value.is_integer() && number.value > Decimal::ONE && number.value < Decimal::from(120);
    let stands_between = scan.before(first, 1) == "," && scan.word(number.end) == ",";
    let is_listed = scan.is_number(first + 2) || scan.before(first, 3) == ",";
    is_name && is_closed && fits && stands_between && scan.is_number(first) && !is_listed
}

/// "in his 30s", "Under-16s".
pub(crate) fn tens(scan: &Scan<'_>, at: usize, number: &Number) -> Option<Draft> {
    let end = number.end + 1;
    let draft = Draft { end, kind: Kind::Age, unit: Some(years()), ..Draft::bare(at, number) };
    let is_limit = matches!(scan.before(at, 2), "under" | "over") && scan.is_joint(at - 1);
    if is_limit {
        return Some(draft);
    }
    let is_owned =
        matches!(scan.before(at, 1), "his" | "her" | "their" | "my" | "early" | "late" | "mid" | "-");
    // "In their 70s and 80s".
    let follows_ages = matches!(scan.before(at, 1), "and" | "or") && scan.before(at, 2) == "s";
    let high = number.value.checked_add(Decimal::from(9))?;
    let is_tens = (is_owned || follows_ages) && number.grain.coarse > Decimal::ONE;
    is_tens.then_some(Draft { amount: Amount::Range(number.value, high), ..draft })
}

#[cfg(test)]
mod tests {
    use crate::value::Kind;
    use crate::value::sample::values;
    use crate::value::show;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let ages = values(text).into_iter().filter(|value| value.kind == Kind::Age);
        assert_eq!(ages.map(|age| show::value(&age)).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn ages_are_years() {
        check("The 40-year-old singer, aged 40.", &["40 years", "40 years"]);
        check("Orla, 40, left at the age of 7.", &["40 years", "7 years"]);
    }

    #[test]
    fn tens_of_years_are_ranges() {
        check("Men in their 50s and 60s, and under-16s.", &["50 to 59 years", "60 to 69 years", "16 years"]);
        check("The 50s were dull.", &[]);
    }
}
