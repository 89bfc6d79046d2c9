//! Numbers in digits and in words, with their scale: "12,500", "2.5 million", "four and a half".

use crate::value::Form;
use crate::value::Grain;
use crate::value::digits;
use crate::value::lexicon;
use crate::value::lexicon::Lex;
use crate::value::mixed;
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
    if let Some(sign) = sign(scan, at) {
        let number = unsigned(scan, sign)?;
        return Some(Number { value: -number.value, ..number });
    }
    unsigned(scan, at)
}

/// The token after a minus sign at `at`.
fn sign(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let is_word = matches!(scan.word(at), "minus" | "negative");
    let is_free = !scan.is_glued(at) || matches!(scan.before(at, 1), "<" | ">" | "=" | "(" | "~");
    let is_mark = matches!(scan.word(at), "-" | "−") && is_free && scan.is_glued(at + 1);
    (is_word || is_mark).then_some(at + 1)
}

fn unsigned(scan: &Scan<'_>, at: usize) -> Option<Number> {
    let number = half(scan, at).or_else(|| whole(scan, at))?;
    if number.is_ordinal {
        return Some(number);
    }
    // "six million and two thirds" adds two thirds of a million.
    let unit = if number.grain.form == Form::Scaled { number.grain.fine } else { Decimal::ONE };
    let number = mixed::with_fraction(scan, number, unit);
    let (number, scale) = with_scale(scan, number);
    let number = if scale > Decimal::ONE { mixed::with_fraction(scan, number, scale) } else { number };
    Some(with_dozen(scan, number))
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
        let is_decimal = !scan.is_glued(at) && scan.is_glued(at + 1) && scan.is_number(at + 1);
        let digits = is_decimal.then(|| digits::parse(&format!("0.{}", scan.word(at + 1))))??;
        return Some(of_digits(digits, at + 2));
    }
    let end = spaced_end(scan, at);
    let digits = match end - at {
        1 => digits::parse(scan.word(at))?,
        _ => digits::parse(&(at..end).map(|at| scan.word(at)).collect::<String>())?,
    };
    Some(of_digits(digits, end))
}

fn of_digits(digits: digits::Digits, end: usize) -> Number {
    let fine = Decimal::try_new(1, digits.decimals).unwrap_or(Decimal::ONE);
    let coarse = power(digits.zeros).and_then(|zeros| fine.checked_mul(zeros)).unwrap_or(fine);
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
    let is_scale = matches!(lexicon::look(scan.word(at + 1)), Some(Lex::Hundred | Lex::Scale(_)));
    if scan.word(at + 1) == "dozen" {
        return Some(words::of_run(Run::default().add(Lex::Small(1))?, at + 1));
    }
    is_scale.then(|| words::read(scan, at + 1, Run::default().add(Lex::Small(1))?))?
}

/// "half a million", "a quarter million", "half a dozen": a fraction of a scale.
fn half(scan: &Scan<'_>, at: usize) -> Option<Number> {
    let start = if scan.word(at) == "a" { at + 1 } else { at };
    let parts = match scan.word(start) {
        "half" => 2,
        "quarter" => 4,
        _ => return None,
    };
    let mut next = scan.past_joint(start + 1);
    next += usize::from(scan.word(next) == "of");
    next += usize::from(scan.word(next) == "a");
    let is_scale = matches!(lexicon::look(scan.word(next)), Some(Lex::Scale(_)));
    if !is_scale && !matches!(scan.word(next), "dozen" | "percentage" | "percent" | "point") {
        return None;
    }
    let value = Decimal::ONE.checked_div(Decimal::from(parts))?;
    let grain = Grain { fine: value, coarse: value, form: Form::Digits };
    Some(Number { value, grain, end: next, is_ordinal: false })
}

/// "three point five", "nought point nought three".
fn with_point(scan: &Scan<'_>, number: Number) -> Number {
    if scan.word(number.end) != "point" || number.is_ordinal {
        return number;
    }
    let mut end = number.end + 1;
    let mut decimals = String::new();
    while let Some(Lex::Small(n) | Lex::Ten(n)) = lexicon::look(scan.word(end)) {
        decimals.push_str(&n.to_string());
        end += 1;
    }
    match digits::parse(&format!("{}.{decimals}", number.value)) {
        Some(digits) if !decimals.is_empty() => of_digits(digits, end),
        _ => number,
    }
}

/// Scale words and letters after digits; letters only where they touch.
const SCALES: &[(&str, u32)] = &[("bn", 9), ("mn", 6), ("mln", 6), ("tn", 12), ("trn", 12), ("k", 3)];

/// A number whose digits were found elsewhere, with the scale at `end`.
pub(crate) fn scaled(scan: &Scan<'_>, digits: digits::Digits, end: usize) -> Number {
    with_scale(scan, of_digits(digits, end)).0
}

/// The number with the scale at `at`, which need not follow it.
pub(crate) fn scaled_at(scan: &Scan<'_>, number: Number, at: usize) -> Option<Number> {
    let (zeros, end) = scale_at(scan, at)?;
    multiplied(number, power(zeros)?, end)
}

/// The number with the scale that follows, and what that scale is worth.
fn with_scale(scan: &Scan<'_>, number: Number) -> (Number, Decimal) {
    let Some((zeros, end)) = scale_at(scan, number.end) else { return (number, Decimal::ONE) };
    let scaled = power(zeros).and_then(|by| Some((multiplied(number, by, end)?, by)));
    let Some((number, by)) = scaled else { return (number, Decimal::ONE) };
    // "three lakh crore", "a hundred thousand million": a second scale may follow the first.
    let again = scale_at(scan, end).and_then(|(zeros, end)| multiplied(number, power(zeros)?, end));
    (again.unwrap_or(number), by)
}

/// The zeros of the scale word at `at`, and the place after it.
fn scale_at(scan: &Scan<'_>, at: usize) -> Option<(u32, usize)> {
    let at = scan.past_joint(at);
    let word = scan.word(at);
    match lexicon::look(word) {
        Some(Lex::Hundred) => return Some((2, at + 1)),
        Some(Lex::Scale(zeros)) => return Some((zeros, at + 1)),
        _ => {}
    }
    let &(_, zeros) = SCALES.iter().find(|(scale, _)| *scale == word)?;
    let ends = !scan.is_glued(at + 1) || !scan.is_number(at + 1);
    (ends && (scan.is_glued(at) || word.len() > 1)).then_some((zeros, at + 1))
}

/// The number with a scale of `by`.
pub(crate) fn multiplied(number: Number, by: Decimal, end: usize) -> Option<Number> {
    let value = number.value.checked_mul(by)?;
    let fine = number.grain.fine.checked_mul(by)?;
    let coarse = number.grain.coarse.checked_mul(by)?;
    Some(Number { value, grain: Grain { fine, coarse, form: Form::Scaled }, end, is_ordinal: false })
}

/// "two dozen", "half a dozen".
fn with_dozen(scan: &Scan<'_>, number: Number) -> Number {
    let at = scan.past_joint(number.end);
    let twelve = Decimal::from(12);
    match (scan.word(at), number.value.checked_mul(twelve)) {
        ("dozen" | "dozens", Some(value)) => {
            let grain = Grain { fine: Decimal::ONE, coarse: twelve, form: Form::Digits };
            Number { value, grain, end: at + 1, is_ordinal: false }
        }
        _ => number,
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::span::Span;
    use crate::token;
    use crate::value::scan::Scan;

    #[track_caller]
    fn check(text: &str, value: &str, rest: &str) {
        let tokens = token::split(text, Span::new(0, text.len()));
        let scan = Scan::new(text, &tokens);
        let number = read(&scan, 0).unwrap_or_else(|| panic!("no number in {text:?}"));
        let end = scan.span(0, number.end).end();
        assert_eq!((number.value.normalize().to_string().as_str(), &text[end..]), (value, rest));
    }

    #[track_caller]
    fn check_grain(text: &str, fine: &str, coarse: &str) {
        let tokens = token::split(text, Span::new(0, text.len()));
        let grain = read(&Scan::new(text, &tokens), 0).unwrap().grain;
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
        assert_eq!(read(&Scan::new(text, &tokens), 1).unwrap().end, 3);
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
