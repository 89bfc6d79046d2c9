//! Hundredths of a currency: "50 cents", "32.5p", "20 dollars 43 cents", "48 pounds and 20 pence".

use crate::value::Form;
use crate::value::draft::Draft;
use crate::value::list::Table;
use crate::value::money;
use crate::value::number;
use crate::value::number::Number;
use crate::value::scan::Scan;
use crate::value::unit::Unit;
use rust_decimal::Decimal;

/// Hundredths, by the name of the coin, with the currency they are of when they stand alone. Alone
/// they keep their own number, "50" of "50 cents", and are worth a hundredth of the currency each.
const COINS: &Table<&str> = &Table::of(&[
    ("cent", "USD?"),
    ("cents", "USD?"),
    ("¢", "USD?"),
    ("penny", "GBP"),
    ("pennies", "GBP"),
    ("pence", "GBP"),
    ("paise", "INR"),
    ("kopiyka", "UAH"),
    ("kopiykas", "UAH"),
    ("kopek", "RUB"),
    ("kopeks", "RUB"),
    ("sen", "MYR"),
    ("sens", "MYR"),
]);

/// Coins alone, or with the pounds before them that would be a weight without them.
pub(crate) fn read(scan: &Scan<'_>, first: usize, number: &Number) -> Option<Draft> {
    let found = named(scan, scan.past_joint(number.end)).or_else(|| of_pence(scan, number));
    let Some((code, end)) = found else { return pounds_and_pence(scan, first, number) };
    let unit = Unit { factor: hundredth(), ..Unit::base("cent", code) };
    Some(Draft { unit: Some(unit), ..money::sum(first, end, number, code) })
}

fn hundredth() -> Decimal {
    Decimal::try_new(1, 2).unwrap_or(Decimal::ONE)
}

/// Lines of a picture, which are written like pence.
const LINES: &[u32] = &[240, 360, 480, 720, 1080, 1440, 2160, 4320];

/// "32.5p".
fn of_pence(scan: &Scan<'_>, number: &Number) -> Option<(&'static str, usize)> {
    let is_letter = scan.raw(number.end) == "p" && scan.is_glued(number.end);
    let is_lines = || LINES.iter().any(|lines| number.value == Decimal::from(*lines));
    (is_letter && !is_lines()).then_some(("GBP", number.end + 1))
}

/// "cents", "euro cents": whose coin it is, and the place after it.
fn named(scan: &Scan<'_>, at: usize) -> Option<(&'static str, usize)> {
    let code = match scan.word(at) {
        "euro" => "EUR",
        "us" | "u.s." | "american" => "USD",
        "canadian" => "CAD",
        "australian" => "AUD",
        _ => return Some((scan.look(at, COINS)?, at + 1)),
    };
    matches!(scan.word(at + 1), "cent" | "cents").then_some((code, at + 2))
}

/// "48 pounds and 20 pence", which are no weight.
fn pounds_and_pence(scan: &Scan<'_>, first: usize, number: &Number) -> Option<Draft> {
    let is_pound = matches!(scan.word(number.end), "pound" | "pounds");
    let pounds = is_pound.then(|| money::sum(first, number.end + 1, number, "GBP"))?;
    let whole = with_coins(scan, pounds.clone());
    (whole.end > pounds.end + 1 && scan.word(whole.end - 1).starts_with("pen")).then_some(whole)
}

/// "20 dollars 43 cents", "$20 and 43c": hundredths after the sum.
pub(crate) fn with_coins(scan: &Scan<'_>, draft: Draft) -> Draft {
    let Some((coins, end)) = after(scan, &draft) else { return draft };
    let whole = draft.exact().zip(coins.value.checked_mul(hundredth()));
    let Some(value) = whole.and_then(|(sum, part)| sum.checked_add(part)) else { return draft };
    let number = Number { value, end, ..coins };
    let mut joined = Draft { unit: draft.unit, kind: draft.kind, ..Draft::bare(draft.first, &number) };
    (joined.grain.fine, joined.grain.coarse) = (hundredth(), hundredth());
    joined
}

/// The coins after a whole sum, and the place after them.
fn after(scan: &Scan<'_>, sum: &Draft) -> Option<(Number, usize)> {
    let is_whole = sum.grain.form == Form::Digits && sum.grain.fine == Decimal::ONE;
    let at = sum.end + usize::from(scan.word(sum.end) == "and");
    let coins = is_whole.then(|| number::read(scan, at))??;
    let fits =
        coins.grain.form == Form::Digits && coins.value < Decimal::ONE_HUNDRED && coins.value.is_integer();
    let is_named = scan.look(coins.end, COINS).is_some() || is_letter(scan, coins.end);
    match (fits, is_named) {
        (true, true) => Some((coins, coins.end + 1)),
        (true, false) => is_bare(scan, at, coins.end).then_some((coins, coins.end)),
        (false, _) => None,
    }
}

/// "43c".
fn is_letter(scan: &Scan<'_>, at: usize) -> bool {
    scan.word(at) == "c" && scan.is_glued(at)
}

/// "20 dollars 43": two figures without a name.
fn is_bare(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    let is_open = !scan.is_word(end) || scan.word(end) == "more";
    is_open && scan.word(at).len() == 2 && scan.is_number(at) && !is_tied(scan, end)
}

/// Whether the number that ends at `end` goes on with a mark: "20 dollars 43%".
fn is_tied(scan: &Scan<'_>, end: usize) -> bool {
    scan.is_glued(end) && !matches!(scan.word(end), "." | "," | ";" | "?" | "!")
        || matches!(scan.word(end), "%" | "$" | "(")
        || scan.is_number(end)
}

#[cfg(test)]
mod tests {
    use crate::value::sample::check;

    #[test]
    fn coins_keep_their_own_number() {
        check("It cost 50 cents, 32.5p or 20 euro cents.", &["50 cents", "32.5 cents", "20 cents"]);
    }

    #[test]
    fn coins_are_added_to_a_whole_sum() {
        check("It cost 20 dollars 43 cents.", &["$20.43"]);
        check("It cost 48 pounds and 20 pence.", &["48.2 GBP"]);
        check("It rose to $1.2650 and 84 pence.", &["$1.265", "84 cents"]);
    }

    #[test]
    fn pounds_alone_are_a_weight_and_lines_are_no_pence() {
        check("It weighed 48 pounds and was filmed in 1080p.", &["48 pounds"]);
    }
}
