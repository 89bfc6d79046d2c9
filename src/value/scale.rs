//! Scales around a number: "2.5 million", "5k", "half a million", "4 thousand 3 hundred", "two dozen".

use crate::value::Form;
use crate::value::Grain;
use crate::value::digits;
use crate::value::lexicon;
use crate::value::lexicon::Lex;
use crate::value::list::Table;
use crate::value::mixed;
use crate::value::number;
use crate::value::number::Number;
use crate::value::scan::Scan;
use rust_decimal::Decimal;

/// Scale letters and short forms after digits; a single letter only where it touches.
const SCALES: &Table<u32> = &Table::of(&[
    ("bn", 9),
    ("mn", 6),
    ("mln", 6),
    ("tn", 12),
    ("trn", 12),
    ("k", 3),
    ("lac", 5),
    ("lacs", 5),
    ("lkh", 5),
    ("lkhs", 5),
    ("cr", 7),
    ("krore", 7),
    ("krores", 7),
]);

/// The scale that is a short form or another spelling of one in words: "three cr twelve lac".
pub(crate) fn short(word: &str) -> Option<Lex> {
    SCALES.look(word).filter(|_| word.len() > 1).map(Lex::Scale)
}

/// The dozen and its short forms.
const DOZENS: &[&str] = &["dozen", "dozens", "doz", "dozs", "dz", "dzs"];

/// "half a million", "three quarters of a billion", "half a dozen": the share, ending before its scale.
pub(crate) fn share(scan: &Scan<'_>, at: usize) -> Option<Number> {
    let start = if scan.word(at) == "a" { at + 1 } else { at };
    let (over, under, next) = match scan.word(start) {
        "half" => (1, 2, scan.past_joint(start + 1)),
        "quarter" => (1, 4, scan.past_joint(start + 1)),
        _ => return long_share(scan, at),
    };
    let next = past_of(scan, next);
    let is_scale = matches!(scan.lex(next), Some(Lex::Scale(_)));
    let is_other = matches!(scan.word(next), "dozen" | "percentage" | "percent" | "point");
    if is_scale || is_other { part(over, under, next) } else { None }
}

/// "two thirds of a million".
fn long_share(scan: &Scan<'_>, at: usize) -> Option<Number> {
    let (over, under, end) = mixed::fraction_words(scan, at).filter(|(.., end)| scan.word(*end) == "of")?;
    let next = past_of(scan, end);
    let is_scale = matches!(scan.lex(next), Some(Lex::Scale(_)));
    if is_scale && next == end + 2 { part(over, under, next) } else { None }
}

/// The place after "of" and "a".
fn past_of(scan: &Scan<'_>, at: usize) -> usize {
    let at = at + usize::from(scan.word(at) == "of");
    at + usize::from(scan.word(at) == "a")
}

fn part(over: u64, under: u64, end: usize) -> Option<Number> {
    let value = Decimal::from(over).checked_div(Decimal::from(under))?;
    let fine = Decimal::ONE.checked_div(Decimal::from(under))?;
    Some(Number { value, grain: Grain { fine, coarse: fine, form: Form::Digits }, end, is_ordinal: false })
}

/// A number whose digits were found elsewhere, with the scale at `end`.
pub(crate) fn of_digits(scan: &Scan<'_>, digits: digits::Digits, end: usize) -> Number {
    after(scan, number::of_digits(digits, end)).0
}

/// The number with the scale at `at`, which need not follow it.
pub(crate) fn apart(scan: &Scan<'_>, number: Number, at: usize) -> Option<Number> {
    let (zeros, end) = find(scan, at)?;
    multiplied(number, number::power(zeros)?, end)
}

/// The number with the scale that follows, and what that scale is worth.
pub(crate) fn after(scan: &Scan<'_>, number: Number) -> (Number, Decimal) {
    let Some((zeros, end)) = find(scan, number.end) else { return (number, Decimal::ONE) };
    let scaled = number::power(zeros).and_then(|by| Some((multiplied(number, by, end)?, by)));
    let Some((number, by)) = scaled else { return (number, Decimal::ONE) };
    // "three lakh crore", "a hundred thousand million": a second scale may follow the first.
    let again = find(scan, end).and_then(|(zeros, end)| multiplied(number, number::power(zeros)?, end));
    (again.unwrap_or(number), by)
}

/// The zeros of the scale word at `at`, and the place after it.
pub(crate) fn find(scan: &Scan<'_>, at: usize) -> Option<(u32, usize)> {
    let at = scan.past_joint(at);
    let word = scan.word(at);
    match scan.lex(at).or_else(|| lexicon::look(word.strip_suffix('s')?)) {
        Some(Lex::Hundred) => return Some((2, at + 1)),
        Some(Lex::Scale(zeros)) => return Some((zeros, at + 1)),
        _ => {}
    }
    if is_spaced_million(scan, at) {
        return Some((6, at + 1));
    }
    if is_giga(scan, at) {
        return Some((9, at + 1));
    }
    let zeros = scan.look(at, SCALES)?;
    let ends = !scan.is_glued(at + 1) || !scan.is_number(at + 1);
    let is_last = scan.raw(at) == "k" && at + 1 == scan.len();
    let fits = ends && (scan.is_glued(at) || word.len() > 1 || is_last) && !is_kelvin(scan, at);
    fits.then_some((zeros, at + 1))
}

/// "1.5 M": a capital of its own that begins no name.
fn is_spaced_million(scan: &Scan<'_>, at: usize) -> bool {
    let is_alone = || !scan.is_glued(at) && !scan.is_glued(at + 1) || at + 1 == scan.len();
    scan.raw(at) == "M" && is_alone() && !scan.is_capitalised(at + 1)
}

/// "1.5G": a thousand millions, where "5G" is a sort of network.
fn is_giga(scan: &Scan<'_>, at: usize) -> bool {
    if scan.raw(at) != "G" {
        return false;
    }
    let number = scan.before(at, 1);
    let is_alone = !scan.is_glued(at + 1) || !scan.is_word(at + 1) && !scan.is_number(at + 1);
    let is_long = number.contains('.') || scan.before(at, 2) == "." || number.len() > 1 && scan.is_glued(at);
    is_alone && is_long && at.checked_sub(1).is_some_and(|at| scan.is_number(at))
}

/// How far a sign of degrees may stand from a "K" that means kelvin.
const DEGREES_REACH: usize = 10;

/// "300 °C (573.15K)": a thousand of nothing beside degrees.
fn is_kelvin(scan: &Scan<'_>, at: usize) -> bool {
    let mut near = at.saturating_sub(DEGREES_REACH)..at;
    scan.raw(at) == "K" && near.any(|at| matches!(scan.word(at), "°" | "º" | "degrees" | "kelvin"))
}

/// The number with a scale of `by`.
pub(crate) fn multiplied(number: Number, by: Decimal, end: usize) -> Option<Number> {
    let value = number.value.checked_mul(by)?;
    let fine = number.grain.fine.checked_mul(by)?;
    let coarse = number.grain.coarse.checked_mul(by)?;
    Some(Number { value, grain: Grain { fine, coarse, form: Form::Scaled }, end, is_ordinal: false })
}

/// How many smaller scales may follow a number in digits.
const MOST_PARTS: usize = 4;

/// "4 thousand 3 hundred and 21": smaller scales in digits after a larger one, worth `scale`.
pub(crate) fn with_smaller(scan: &Scan<'_>, number: Number, scale: Decimal) -> Number {
    let (mut whole, mut scale) = (number, scale);
    for _ in 0..MOST_PARTS {
        let Some((longer, smaller)) = one_smaller(scan, whole, scale) else { break };
        (whole, scale) = (longer, smaller);
    }
    whole
}

fn one_smaller(scan: &Scan<'_>, whole: Number, scale: Decimal) -> Option<(Number, Decimal)> {
    let is_last = scan.word(whole.end) == "and" && scale == Decimal::ONE_HUNDRED;
    let at = whole.end + usize::from(is_last);
    let digits = digits::parse(scan.is_number(at).then(|| scan.word(at))?)?;
    let part = number::of_digits(digits, at + 1);
    let (part, smaller) = if is_last { (part, Decimal::ONE) } else { after(scan, part) };
    // "3 hundred and 2 hundred" are two numbers.
    let ends = !is_last || part.value > Decimal::ZERO && find(scan, part.end).is_none();
    let is_smaller = part.value < scale && (is_last || smaller > Decimal::ONE);
    let fits = ends && is_smaller && part.value.is_integer();
    let value = fits.then(|| whole.value.checked_add(part.value))??;
    Some((Number { value, grain: Grain { form: whole.grain.form, ..part.grain }, ..part }, smaller))
}

/// "two dozen", "half a dozen".
pub(crate) fn with_dozen(scan: &Scan<'_>, number: Number) -> Number {
    let at = scan.past_joint(number.end);
    if !DOZENS.contains(&scan.word(at)) {
        return number;
    }
    let twelve = Decimal::from(12);
    match dozens(scan, &number) {
        Some(value) => {
            let grain = Grain { fine: Decimal::ONE, coarse: twelve, form: Form::Digits };
            Number { value, grain, end: at + 1, is_ordinal: false }
        }
        None => number,
    }
}

/// The number in dozens; of "three hundred and two dozen" only the two are.
fn dozens(scan: &Scan<'_>, number: &Number) -> Option<Decimal> {
    let last = number.end.checked_sub(1).map(|last| scan.lex(last));
    let counted = match last.flatten() {
        Some(Lex::Small(n)) if scan.before(number.end, 2) == "and" => Decimal::from(n),
        _ => number.value,
    };
    number.value.checked_sub(counted)?.checked_add(counted.checked_mul(Decimal::from(12))?)
}

#[cfg(test)]
mod tests {
    use crate::value::sample::check;

    #[test]
    fn scales_have_words_and_letters() {
        check("3bn users, 5k posts, 2 lakh votes", &["3,000,000,000", "5,000", "200,000"]);
        check("1.5G", &["1,500,000,000"]);
        check("three cr twelve lac", &["31,200,000"]);
    }

    #[test]
    fn letters_in_names_are_no_scales() {
        check("a 5G network", &[]);
    }

    #[test]
    fn only_the_last_part_is_in_dozens() {
        check("three hundred and two dozen", &["324"]);
        check("two dozen boats", &["24"]);
    }
}
