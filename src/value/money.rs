//! Sums of money: "$1.2bn", "€5", "1.2 billion dollars", "EUR 20", "50 cents".

use crate::value::Amount;
use crate::value::Form;
use crate::value::Kind;
use crate::value::coin;
use crate::value::currency;
use crate::value::digits;
use crate::value::draft::Draft;
use crate::value::number;
use crate::value::number::Number;
use crate::value::scale;
use crate::value::scan::Scan;
use crate::value::unit;
use crate::value::unit::Unit;
use rust_decimal::Decimal;

/// Scale letters that only money is counted in.
const LETTERS: &[(&str, u32)] = &[("m", 6), ("mm", 6), ("b", 9), ("t", 12)];

/// A sum whose currency stands before it.
pub(crate) fn prefixed(scan: &Scan<'_>, at: usize) -> Option<Draft> {
    // Between a currency and its number are signs at most, unless the two are one word.
    if scan.is_word(at) && scan.is_word(at + 1) && !scan.has_digit(at) {
        return None;
    }
    if let Some(draft) = fused(scan, at).or_else(|| negative(scan, at)) {
        return Some(draft);
    }
    let (code, start, scale) = prefix(scan, at)?;
    // "$-5": the minus stands between the sign and the number.
    let is_minus = matches!(scan.word(start), "-" | "−") && scan.is_glued(start) && scan.is_glued(start + 1);
    let digits = start + usize::from(is_minus);
    let is_digits = scan.is_number(digits) || scan.word(digits) == ".";
    let number = is_digits.then(|| number::read(scan, digits))??;
    let number =
        scale::multiplied(number, scale, number.end).filter(|_| scale > Decimal::ONE).unwrap_or(number);
    let number = lettered(scan, number);
    if currency::is_word(scan.raw(at)) && !is_sum(&number) {
        return None;
    }
    let is_minus = is_minus || is_loss(scan, at, number.end);
    let number = if is_minus { Number { value: -number.value, ..number } } else { number };
    let end = named(scan, number.end).map_or(number.end, |(_, end)| end);
    Some(with_per(scan, coin::with_coins(scan, sum(at, end, &number, code))))
}

/// What stands before a sum in brackets that is no remark but the sum itself, below zero.
#[rustfmt::skip]
const BOOKED: &[&str] = &[
    "was", "is", "were", "be", "lost", "of", "at", "to", "from", "by", "loss", "deficit", "totaled",
    "totalled", "reported", "posted", "recorded", "shows", "showed", ":",
];

/// "The result was ($4.2 million)": bookkeepers write losses in brackets.
fn is_loss(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    let is_bracketed = scan.before(at, 1) == "(" && scan.word(end) == ")";
    is_bracketed && BOOKED.contains(&scan.before(at, 2))
}

/// Whether a number looks like a sum beside a code that is a word too: "PEN 1.2 million".
fn is_sum(number: &Number) -> bool {
    number.grain.fine < Decimal::ONE || number.value >= Decimal::from(10_000)
}

/// "-$5 million": the minus before the sign.
fn negative(scan: &Scan<'_>, at: usize) -> Option<Draft> {
    let is_minus = matches!(scan.word(at), "-" | "−") && !scan.is_glued(at) && scan.is_glued(at + 1);
    currency::of_sign(scan.word(at + 1)).filter(|_| is_minus)?;
    let sum = prefixed(scan, at + 1)?;
    Some(Draft { first: at, amount: Amount::Exact(-sum.exact()?), ..sum })
}

/// The currency that begins at `at`, the place of its number, and the scale fused with its code.
fn prefix(scan: &Scan<'_>, at: usize) -> Option<(&'static str, usize, Decimal)> {
    let one = Decimal::ONE;
    if let Some(code) = currency::of_sign(scan.word(at)) {
        return Some((code, at + 1, one));
    }
    let is_spaced = matches!(scan.word(at), "us" | "u.s." | "u.s");
    let has_sign = scan.word(at + 1) == "$" && (scan.is_glued(at + 1) || is_spaced);
    if has_sign && let Some(code) = currency::of_dollar(scan.word(at)) {
        return Some((code, at + 2, one));
    }
    let raw = if scan.word(at) == "rs" { "RS" } else { scan.raw(at) };
    let code = currency::of_code(raw);
    let start = at + 1 + usize::from(scan.word(at + 1) == "." && scan.is_glued(at + 1));
    match code {
        Some(code) => Some((code, start, one)),
        None => Some((currency::of_millions(scan.raw(at))?, at + 1, number::power(6)?)),
    }
}

/// "USD115", "EUR2,500": the code and the digits are one word.
fn fused(scan: &Scan<'_>, at: usize) -> Option<Draft> {
    let word = scan.word(at);
    let letters = word.find(|c: char| c.is_ascii_digit()).filter(|n| (1..=3).contains(n))?;
    let (code, digits) = word.split_at_checked(letters)?;
    // "R50 million" is in rand, an "R50" alone may be anything.
    let is_rand = scan.raw(at).starts_with('R') && code == "r" && scale::find(scan, at + 1).is_some();
    let code = currency::of_any_code(if is_rand { "zar" } else { code });
    let code = code.filter(|code| !currency::is_word(code))?;
    let mut written = digits.to_owned();
    let mut end = at + 1;
    while matches!(scan.word(end), "," | ".")
        && scan.is_glued(end)
        && scan.is_glued(end + 1)
        && scan.is_number(end + 1)
    {
        written.push_str(scan.word(end));
        written.push_str(scan.word(end + 1));
        end += 2;
    }
    let number = scale::of_digits(scan, digits::parse(&written)?, end);
    let number = lettered(scan, number);
    Some(sum(at, number.end, &number, code))
}

/// The number with a scale letter such as the "m" of "£5m".
fn lettered(scan: &Scan<'_>, number: Number) -> Number {
    if !scan.is_glued(number.end) {
        return number;
    }
    let zeros = LETTERS.iter().find(|(letter, _)| *letter == scan.word(number.end));
    let by = zeros.and_then(|(_, zeros)| number::power(*zeros));
    by.and_then(|by| scale::multiplied(number, by, number.end + 1)).unwrap_or(number)
}

/// Words after "a dollar" where it is a sum and no part of a name: "a dollar store".
#[rustfmt::skip]
const AFTER_ONE: &[&str] = &[
    "and", "or", "a", "per", "each", "more", "less", "for", "in", "on", "at", "is", "was", "to", "from",
];

/// "a dollar", "a penny": one of a coin or note.
pub(crate) fn article(scan: &Scan<'_>, at: usize) -> Option<Draft> {
    let code = match (scan.word(at), scan.word(at + 1)) {
        ("a", "dollar" | "buck") => "USD?",
        ("a", "euro") => "EUR",
        ("a", "penny" | "quid") => "GBP",
        _ => return None,
    };
    let end = at + 2;
    let ends = !scan.is_joint(end) && (!scan.is_word(end) || AFTER_ONE.contains(&scan.word(end)));
    // "76 roubles a dollar" is a rate, and "ten a penny" a saying.
    let is_priced = |at: usize| scan.is_number(at) || named(scan, at).is_some() || scan.word(at) == "ten";
    let is_rate = at.checked_sub(1).is_some_and(is_priced);
    if !ends || is_rate {
        return None;
    }
    let number = number::one(at + 1);
    if scan.word(at + 1) != "penny" {
        return Some(with_per(scan, coin::with_coins(scan, sum(at, end, &number, code))));
    }
    suffixed(scan, at, &number)
}

/// A number of units of `code`.
pub(crate) fn sum(first: usize, end: usize, number: &Number, code: &'static str) -> Draft {
    Draft { end, kind: Kind::Money, unit: Some(Unit::base(code, code)), ..Draft::bare(first, number) }
}

/// A sum whose currency stands after its number.
pub(crate) fn suffixed(scan: &Scan<'_>, first: usize, number: &Number) -> Option<Draft> {
    let at = scan.past_joint(number.end);
    if let Some(coins) = coin::read(scan, first, number) {
        return Some(with_per(scan, coins));
    }
    let number = &million_code(scan, *number).unwrap_or(*number);
    let lettered = lettered(scan, *number);
    let (number, (code, end)) = match named(scan, at).or_else(|| won(scan, number)) {
        Some(found) => (number, found),
        None => (&lettered, named(scan, lettered.end)?),
    };
    if currency::is_word(scan.raw(at)) && !is_sum(number) {
        return None;
    }
    let late = scale::apart(scan, *number, end).unwrap_or(*number);
    let end = end.max(late.end);
    Some(with_per(scan, coin::with_coins(scan, sum(first, end, &late, code))))
}

/// "5 trillion won": the verb and the money are told apart by how much there is of it.
fn won(scan: &Scan<'_>, number: &Number) -> Option<(&'static str, usize)> {
    let at = number.end;
    let is_verb = matches!(scan.word(at + 1), "the" | "a" | "an" | "by" | "their" | "his" | "her" | "its");
    let is_sum = scan.word(at) == "won" && number.grain.form == Form::Scaled && !is_verb;
    is_sum.then_some(("KRW", at + 1))
}

/// "120 MEUR": the scale is fused with the code.
fn million_code(scan: &Scan<'_>, number: Number) -> Option<Number> {
    currency::of_millions(scan.raw(number.end))?;
    scale::multiplied(number, number::power(6)?, number.end)
}

/// The currency named at `at` and the place after it.
pub(crate) fn named(scan: &Scan<'_>, at: usize) -> Option<(&'static str, usize)> {
    if let Some(found) = currency::named(scan, at) {
        return Some(found);
    }
    if let Some(code) = currency::of_sign(scan.word(at)) {
        let opens_another = scan.is_number(at + 1) && scan.is_glued(at + 1);
        return (!opens_another).then_some((code, at + 1));
    }
    let raw = scan.raw(at);
    let is_small = matches!(raw, "usd" | "rmb");
    let small = is_small.then(|| currency::of_any_code(raw)).flatten();
    Some((small.or_else(|| currency::of_code(raw)).or_else(|| currency::of_millions(raw))?, at + 1))
}

/// "$84.10 a barrel".
fn with_per(scan: &Scan<'_>, mut draft: Draft) -> Draft {
    if let Some((noun, end)) = unit::per(scan, scan.past_joint(draft.end)) {
        draft.end = end;
        draft.unit = draft.unit.map(|unit| Unit { per: Some(noun), ..unit });
    }
    draft
}

#[cfg(test)]
mod tests {
    use crate::value::sample::check;

    #[test]
    fn currencies_stand_before_and_behind() {
        check("It cost US$5m, EUR2,500 or HK$9.", &["5,000,000 USD", "2,500 EUR", "9 HKD"]);
        check(
            "It cost 300 pesos, 40 zlotys or 3 trillion won.",
            &["300 peso", "40 PLN", "3,000,000,000,000 KRW"],
        );
        check("It cost 62 cents a year earlier.", &["62 cents", "an unresolved date"]);
    }

    #[test]
    fn losses_stand_in_brackets() {
        check("The result was ($4.2 million).", &["-$4,200,000"]);
        check("It cost €5 ($4).", &["5 EUR", "$4"]);
        check("It came to -$5 million.", &["-$5,000,000"]);
    }

    #[test]
    fn codes_that_are_words_want_a_sum() {
        check("TOP 10 tips for the COP30 talks", &["10"]);
        check("PEN 1.2 million", &["1,200,000 PEN"]);
        check("Nobody won 3 the prize.", &["3"]);
    }
}
