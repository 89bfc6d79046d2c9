//! Numbers in digits and in words, with their scale: "12,500", "2.5 million", "four and a half".

use crate::value::Form;
use crate::value::Grain;
use crate::value::digits;
use crate::value::exponent;
use crate::value::lexicon::Lex;
use crate::value::mixed;
use crate::value::scale;
use crate::value::scan::Scan;
use crate::value::words;
use crate::value::words::Run;
use rust_decimal::Decimal;

/// A number as it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Number {
    /// How much.
    pub(crate) value: Decimal,
    /// How exactly it is written.
    pub(crate) grain: Grain,
    /// The token after the last one of it.
    pub(crate) end: usize,
    /// Whether it is a place in an order: "third", "31st".
    pub(crate) is_ordinal: bool,
}

/// Reads the number that begins at the token `at`.
pub(crate) fn read(scan: &Scan<'_>, at: usize) -> Option<Number> {
    if let Some(start) = sign(scan, at) {
        let number = unsigned(scan, start)?;
        // A spaced minus is a dash, or the mark of a list, unless the number is all there is.
        let is_sign = scan.is_glued(start) || scan.is_word(at) || at == 0 && number.end == scan.len();
        return is_sign.then_some(Number { value: -number.value, ..number });
    }
    unsigned(scan, at)
}

/// The token after a minus sign at `at`.
fn sign(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let is_sign = match scan.word(at) {
        // "Plus or minus 3 points" is a margin on both sides.
        "minus" | "negative" => scan.before(at, 1) != "or" || scan.before(at, 2) != "plus",
        "-" | "−" => {
            let is_free = !scan.is_glued(at) || matches!(scan.before(at, 1), "<" | ">" | "=" | "(" | "~");
            is_free && (scan.is_glued(at + 1) || at == 0)
        }
        _ => false,
    };
    is_sign.then_some(at + 1)
}

fn unsigned(scan: &Scan<'_>, at: usize) -> Option<Number> {
    let number = scale::share(scan, at).or_else(|| whole(scan, at))?;
    if number.is_ordinal {
        return Some(number);
    }
    // "six million and two thirds" adds two thirds of a million.
    let unit = if number.grain.form == Form::Scaled { number.grain.fine } else { Decimal::ONE };
    // "$5.81-1/2" adds half a cent.
    let unit = if number.grain.fine < Decimal::ONE { number.grain.fine } else { unit };
    let number = mixed::with_fraction(scan, number, unit);
    let (number, by) = scale::after(scan, number);
    let number = if by > Decimal::ONE {
        scale::with_smaller(scan, mixed::with_fraction(scan, number, by), by)
    } else {
        number
    };
    Some(scale::with_dozen(scan, number))
}

/// A number without fraction and scale.
fn whole(scan: &Scan<'_>, at: usize) -> Option<Number> {
    if scan.is_number(at) || scan.word(at) == "." {
        return in_digits(scan, at);
    }
    if matches!(scan.word(at), "a" | "an") {
        return with_article(scan, at);
    }
    let number = words::read(scan, at, Run::default())?;
    Some(with_point(scan, number))
}

/// Digits, with spaces between thousands, or with nothing before the point.
fn in_digits(scan: &Scan<'_>, at: usize) -> Option<Number> {
    if scan.word(at) == "." {
        let is_free = !scan.is_glued(at) || matches!(scan.before(at, 1), "-" | "−");
        let is_decimal = is_free && scan.is_glued(at + 1) && scan.is_number(at + 1);
        let digits = is_decimal.then(|| digits::parse(&format!("0.{}", scan.word(at + 1))))??;
        return Some(of_digits(digits, at + 2));
    }
    let end = spaced_end(scan, at);
    let digits = match end - at {
        1 => digits::parse(scan.word(at))?,
        _ => digits::parse(&(at..end).map(|at| scan.word(at)).collect::<String>())?,
    };
    Some(exponent::with_power(scan, pointed(scan, of_digits(digits, end))))
}

/// "1 point 5": digits as they are spoken.
fn pointed(scan: &Scan<'_>, number: Number) -> Number {
    let at = number.end;
    if scan.word(at) != "point" {
        return number;
    }
    let is_short = |at: usize| scan.is_number(at) && scan.word(at).bytes().all(|b| b.is_ascii_digit());
    let ends =
        !scan.is_word(at + 2) || matches!(scan.word(at + 2), "and" | "percent" | "million" | "billion");
    let is_spoken = is_short(at + 1) && is_short(at - 1) && ends;
    let digits = is_spoken.then(|| digits::parse(&format!("{}.{}", scan.word(at - 1), scan.word(at + 1))));
    digits.flatten().map_or(number, |digits| of_digits(digits, at + 2))
}

/// The number of some digits, ending before the token `end`.
pub(crate) fn of_digits(digits: digits::Digits, end: usize) -> Number {
    let fine = Decimal::try_new(1, digits.decimals).unwrap_or(Decimal::ONE);
    let zeros = Some(digits.zeros).filter(|zeros| *zeros > 0).and_then(power);
    let coarse = zeros.and_then(|zeros| fine.checked_mul(zeros)).unwrap_or(fine);
    let grain = Grain { fine, coarse, form: Form::Digits };
    Number { value: digits.value, grain, end, is_ordinal: false }
}

/// How many groups of digits a number may have.
const MOST_GROUPS: usize = 8;

/// The end of "12 500" and "1 414 021": groups of three digits with one space between.
fn spaced_end(scan: &Scan<'_>, at: usize) -> usize {
    let first = scan.word(at);
    let mut end = at + 1;
    if first.len() > 3 || first.starts_with('0') || first.contains(['.', ',']) {
        return end;
    }
    while end < at + MOST_GROUPS && is_group(scan, end) {
        end += 1;
    }
    // A long row of such groups is a list.
    if end == at + MOST_GROUPS { at + 1 } else { end }
}

/// Whether the token at `at` is three digits, with decimals at most, one space after the one before.
fn is_group(scan: &Scan<'_>, at: usize) -> bool {
    let whole = scan.word(at).split('.').next().unwrap_or("");
    let is_three = scan.is_number(at) && whole.len() == 3 && whole.bytes().all(|b| b.is_ascii_digit());
    let gap = scan.span(at - 1, at).end();
    let gap = scan.text.get(gap..scan.span(at, at + 1).start()).unwrap_or("");
    is_three && gap.chars().count() == 1
}

/// The number one as digits write it, ending before the token `end`.
pub(crate) fn one(end: usize) -> Number {
    let grain = Grain { fine: Decimal::ONE, coarse: Decimal::ONE, form: Form::Digits };
    Number { value: Decimal::ONE, grain, end, is_ordinal: false }
}

/// Ten to the power of `zeros`.
pub(crate) fn power(zeros: u32) -> Option<Decimal> {
    10i64.checked_pow(zeros).map(Decimal::from)
}

/// "a hundred", "a million".
fn with_article(scan: &Scan<'_>, at: usize) -> Option<Number> {
    let is_scale = matches!(scan.lex(at + 1), Some(Lex::Hundred | Lex::Scale(_)));
    if scan.word(at + 1) == "dozen" {
        return Some(words::of_run(Run::default().add(Lex::Small(1))?, at + 1));
    }
    is_scale.then(|| words::read(scan, at + 1, Run::default().add(Lex::Small(1))?))?
}

/// "three point five", "nought point nought three".
fn with_point(scan: &Scan<'_>, number: Number) -> Number {
    if scan.word(number.end) != "point" || number.is_ordinal {
        return number;
    }
    let mut end = number.end + 1;
    let mut decimals = String::new();
    while let Some(Lex::Small(n) | Lex::Ten(n)) = scan.lex(end) {
        decimals.push_str(&n.to_string());
        end += 1;
    }
    match digits::parse(&format!("{}.{decimals}", number.value)) {
        Some(digits) if !decimals.is_empty() => of_digits(digits, end),
        _ => number,
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::span::Span;
    use crate::token;
    use crate::value::scan::Scan;
    use crate::value::scan::lower;

    #[track_caller]
    fn check(text: &str, value: &str, rest: &str) {
        let tokens = token::split(text, Span::new(0, text.len()));
        let lower = lower(text, &tokens);
        let scan = Scan::new(text, &tokens, &lower);
        let number = read(&scan, 0).unwrap_or_else(|| panic!("no number in {text:?}"));
        let end = scan.span(0, number.end).end();
        assert_eq!((number.value.normalize().to_string().as_str(), &text[end..]), (value, rest));
    }

    #[track_caller]
    fn check_grain(text: &str, fine: &str, coarse: &str) {
        let tokens = token::split(text, Span::new(0, text.len()));
        let grain = read(&Scan::new(text, &tokens, &lower(text, &tokens)), 0).unwrap().grain;
        let found = (grain.fine.normalize().to_string(), grain.coarse.normalize().to_string());
        assert_eq!(found, (fine.to_owned(), coarse.to_owned()));
    }

    #[test]
    fn words_make_numbers() {
        check("Thirty-two harbours", "32", " harbours");
        check("one hundred and seventy-five thousand boxes", "175000", " boxes");
        check("two million, one hundred thousand and four", "2100004", "");
    }

    #[test]
    fn a_comma_ends_a_number_in_words() {
        check("two million, three of which", "2000000", ", three of which");
    }

    #[test]
    fn digits_take_scales() {
        check("2.5 million loaves", "2500000", " loaves");
        check("5k posts", "5000", " posts");
        check("12 500 loaves", "12500", " loaves");
        check("200-million", "200000000", "");
    }

    #[test]
    fn halves_join_on_both_sides_of_a_scale() {
        check("four and a half hours", "4.5", " hours");
        check("five and a half million", "5500000", "");
        check("3 million and a quarter", "3250000", "");
        check("half a million", "500000", "");
        check("10 1/2 miles", "10.5", " miles");
    }

    #[test]
    fn dozens_are_twelves() {
        check("two dozen boats", "24", " boats");
        check("half a dozen boats", "6", " boats");
        check("a dozen boats", "12", " boats");
    }

    #[test]
    fn between_ends_before_its_and() {
        let text = "between one hundred and two hundred";
        let tokens = token::split(text, Span::new(0, text.len()));
        assert_eq!(read(&Scan::new(text, &tokens, &lower(text, &tokens)), 1).unwrap().end, 3);
    }

    #[test]
    fn ordinals_end_a_number() {
        check("twenty-third lap", "23", " lap");
        check("two hundredth lap", "200", " lap");
    }

    #[test]
    fn minus_is_read() {
        check("minus 12", "-12", "");
        check("-3.5", "-3.5", "");
    }

    #[test]
    fn grains_come_from_the_written_form() {
        check_grain("12,500", "1", "100");
        check_grain("2.9 million", "100000", "100000");
        check_grain("thirty", "1", "10");
        check_grain("3,000,000", "1", "1000000");
    }
}
