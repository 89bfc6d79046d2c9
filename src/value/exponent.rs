//! Numbers as science writes them: "1e10", "5.5×10^-3", "2^10", "9.8 ± 0.1".

use crate::value::Grain;
use crate::value::digits;
use crate::value::number;
use crate::value::number::Number;
use crate::value::scan::Scan;
use rust_decimal::Decimal;

/// The largest power that is read; beyond it a decimal does not reach.
const MOST: u32 = 64;

/// The number in digits with the power and the margin that follow it.
pub(crate) fn with_power(scan: &Scan<'_>, number: Number) -> Number {
    let ten = Decimal::TEN;
    let powered = exponent(scan, number.end)
        .and_then(|(power, end)| times(number, raised(ten, power)?, end))
        .or_else(|| {
            let (base, power, end) = multiplied(scan, &number)?;
            times(number, raised(base, power)?, end)
        })
        .or_else(|| {
            let (power, end) = caret(scan, number.end)?;
            Some(Number { value: raised(number.value, power)?, end, ..number })
        });
    with_margin(scan, powered.unwrap_or(number))
}

/// "e10", "e-3", "e+5" tied to digits: the power and the place after it.
fn exponent(scan: &Scan<'_>, at: usize) -> Option<(i32, usize)> {
    let digits = scan.word(at).strip_prefix('e').filter(|_| scan.is_glued(at) && scan.is_word(at))?;
    if digits.is_empty() { signed(scan, at + 1) } else { Some((digits.parse().ok()?, at + 1)) }
}

/// "×10^3", "x10-3": the base, the power and the place after it.
fn multiplied(scan: &Scan<'_>, number: &Number) -> Option<(Decimal, i32, usize)> {
    let at = number.end;
    let (base, end) = match scan.word(at) {
        "×" | "x" if scan.is_number(at + 1) => (scan.word(at + 1), at + 2),
        word => (word.strip_prefix('x').filter(|digits| !digits.is_empty())?, at + 1),
    };
    let base = digits::parse(base)?.value;
    // Without a caret the minus only belongs to a power of ten, and only after a decimal.
    let is_bare = base == Decimal::TEN && number.grain.fine < Decimal::ONE;
    let (power, end) = caret(scan, end).or_else(|| signed(scan, end).filter(|_| is_bare))?;
    Some((base, power, end))
}

/// "^10", "^-1": the power and the place after it.
fn caret(scan: &Scan<'_>, at: usize) -> Option<(i32, usize)> {
    if scan.word(at) != "^" || !scan.is_glued(at) {
        return None;
    }
    let plain = |at: usize| Some((scan.word(at).parse().ok()?, at + 1));
    if scan.is_number(at + 1) && scan.is_glued(at + 1) { plain(at + 1) } else { signed(scan, at + 1) }
}

/// "-3", "+5" tied to what is before.
fn signed(scan: &Scan<'_>, at: usize) -> Option<(i32, usize)> {
    let is_tied = scan.is_glued(at) && scan.is_glued(at + 1) && scan.is_number(at + 1);
    let power: i32 = is_tied.then(|| scan.word(at + 1).parse().ok())??;
    match scan.word(at) {
        "+" => Some((power, at + 2)),
        "-" | "−" => Some((power.checked_neg()?, at + 2)),
        _ => None,
    }
}

/// `base` to the power of `power`.
fn raised(base: Decimal, power: i32) -> Option<Decimal> {
    let times = power.unsigned_abs();
    let mut value = Decimal::ONE;
    for _ in 0..if times > MOST { return None } else { times } {
        value = value.checked_mul(base)?;
    }
    if power < 0 { Decimal::ONE.checked_div(value) } else { Some(value) }
}

fn times(number: Number, by: Decimal, end: usize) -> Option<Number> {
    let value = number.value.checked_mul(by)?;
    let (fine, coarse) = (number.grain.fine.checked_mul(by)?, number.grain.coarse.checked_mul(by)?);
    Some(Number { value, grain: Grain { fine, coarse, ..number.grain }, end, is_ordinal: false })
}

/// "9.8 ± 0.1": the margin is the grain, for the number may be off by as much on either side.
fn with_margin(scan: &Scan<'_>, number: Number) -> Number {
    let at = number.end;
    let start = match scan.word(at) {
        "±" => at + 1,
        "+" if scan.is_phrase(at + 1, &["/", "-"]) && scan.is_glued(at + 2) => at + 3,
        _ => return number,
    };
    let Some(digits) = digits::parse(scan.word(start)) else { return number };
    let plain = number::of_digits(digits, start + 1);
    let margin = exponent(scan, plain.end)
        .and_then(|(power, end)| times(plain, raised(Decimal::TEN, power)?, end))
        .unwrap_or(plain);
    let Some(fine) = margin.value.checked_mul(Decimal::TWO) else { return number };
    Number { grain: Grain { fine, coarse: fine, ..number.grain }, end: margin.end, ..number }
}

#[cfg(test)]
mod tests {
    use crate::span::Span;
    use crate::token;
    use crate::value::number;
    use crate::value::scan::Scan;
    use crate::value::scan::lower;

    #[track_caller]
    fn check(text: &str, expected: &str, rest: &str) {
        let tokens = token::split(text, Span::new(0, text.len()));
        let lower = lower(text, &tokens);
        let scan = Scan::new(text, &tokens, &lower);
        let number = number::read(&scan, 0).unwrap_or_else(|| panic!("no number in {text:?}"));
        let end = scan.span(0, number.end).end();
        assert_eq!((number.value.normalize().to_string().as_str(), &text[end..]), (expected, rest));
    }

    #[test]
    fn powers_of_ten_are_read() {
        check("2e6 cells", "2000000", " cells");
        check("4.5e-3 m", "0.0045", " m");
        check("4.5×10^3 m", "4500", " m");
        check("4.5x10-3 m", "0.0045", " m");
    }

    #[test]
    fn other_powers_are_read() {
        check("2^12 keys", "4096", " keys");
        check("3x2^4 keys", "48", " keys");
    }

    #[test]
    fn a_margin_belongs_to_its_number() {
        check("9.8 ± 0.1 m", "9.8", " m");
        check("9.8 +/- 0.1 m", "9.8", " m");
    }

    #[test]
    fn letters_that_only_look_so_are_left() {
        check("2 e-mails", "2", " e-mails");
        check("3 x 4", "3", " x 4");
        check("2^99999999999", "2", "^99999999999");
    }
}
