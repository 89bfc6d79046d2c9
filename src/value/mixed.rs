//! Fractions in words and with a slash, alone or after a whole number: "three-quarters", "10 1/2".

use crate::value::Form;
use crate::value::Grain;
use crate::value::lexicon;
use crate::value::lexicon::Lex;
use crate::value::number;
use crate::value::number::Number;
use crate::value::scale;
use crate::value::scan::Scan;
use crate::value::words;
use crate::value::words::Run;
use rust_decimal::Decimal;

/// "and a half", "and three quarters", "1/2" after a number; `scale` is what one of it is worth.
pub(crate) fn with_fraction(scan: &Scan<'_>, number: Number, scale: Decimal) -> Number {
    let Some((over, under, end)) = mixed(scan, number.end) else { return number };
    // "one billion and a quarter million": the part has a scale of its own.
    let own = scale::find(scan, end).filter(|_| number.grain.form == Form::Scaled);
    let own = own.and_then(|(zeros, end)| Some((number::power(zeros)?, end)));
    let (scale, end) = own.unwrap_or((scale, end));
    let part = Decimal::from(over).checked_mul(scale).and_then(|part| part.checked_div(Decimal::from(under)));
    let fine = scale.checked_div(Decimal::from(under));
    let Some((value, fine)) = part.and_then(|part| number.value.checked_add(part)).zip(fine) else {
        return number;
    };
    Number { value, grain: Grain { fine, coarse: fine, form: number.grain.form }, end, is_ordinal: false }
}

/// A proper fraction after a whole number: over, under and the end.
fn mixed(scan: &Scan<'_>, at: usize) -> Option<(u64, u64, usize)> {
    // "three-and-a-half", "5-1/2": hyphens tie the parts of compounds.
    let start = scan.past_joint(at);
    if scan.word(start) == "and" {
        let next = scan.past_joint(start + 1);
        return fraction_words(scan, next).or_else(|| hundredths(scan, next));
    }
    let (over, under, end) = slashed(scan, start)?;
    ((start > at || !scan.is_glued(at)) && over < under).then_some((over, under, end))
}

/// "3/4": over, under and the end.
pub(crate) fn slashed(scan: &Scan<'_>, at: usize) -> Option<(u64, u64, usize)> {
    if scan.word(at + 1) != "/" || !scan.is_glued(at + 1) || !scan.is_glued(at + 2) {
        return None;
    }
    let ends = scan.word(at + 3) != "/" || !scan.is_glued(at + 3);
    let (over, under) = (scan.word(at).parse().ok()?, scan.word(at + 2).parse().ok()?);
    (ends && under > 1).then_some((over, under, at + 3))
}

/// "a half", "three-quarters", "one third": over, under and the end.
pub(crate) fn fraction_words(scan: &Scan<'_>, at: usize) -> Option<(u64, u64, usize)> {
    if let ("half" | "quarter", Some(Lex::Parts(under))) = (scan.word(at), scan.lex(at)) {
        return Some((1, under, at + 1));
    }
    let over = match (scan.word(at), scan.lex(at)) {
        ("a" | "one", _) => 1,
        (_, Some(Lex::Small(over))) => over,
        _ => return None,
    };
    parts(scan, over, at + 1)
}

/// "fifty-four hundredths": a fraction over a number below a hundred.
pub(crate) fn hundredths(scan: &Scan<'_>, at: usize) -> Option<(u64, u64, usize)> {
    let (over, end) = words::below_hundred(scan, at)?;
    parts(scan, over, end).filter(|(_, under, _)| over < *under)
}

/// "twenty-three fifths", "a hundred thousand billionths": a fraction over any number in words.
pub(crate) fn long_fraction(scan: &Scan<'_>, at: usize) -> Option<(u64, u64, usize)> {
    if let Some(proper) = hundredths(scan, at) {
        return Some(proper);
    }
    let is_article = scan.word(at) == "a" && matches!(scan.lex(at + 1), Some(Lex::Hundred));
    let start = at + usize::from(is_article);
    let number = words::read(scan, start, Run::default()).filter(|number| !number.is_ordinal)?;
    let over = u64::try_from(number.value).ok()?;
    hundred_over_tens(scan, over, number.end).or_else(|| parts(scan, over, number.end))
}

/// "one hundred thirty-fifths": the ten belongs below the line.
fn hundred_over_tens(scan: &Scan<'_>, over: u64, end: usize) -> Option<(u64, u64, usize)> {
    let Lex::Ten(ten) = scan.lex(end.checked_sub(1)?)? else { return None };
    let rest = over.checked_sub(ten).filter(|rest| *rest > 0 && rest.is_multiple_of(100))?;
    parts(scan, rest, end - 1)
}

/// What stands below the line, at `end`.
fn parts(scan: &Scan<'_>, over: u64, end: usize) -> Option<(u64, u64, usize)> {
    let next = end + usize::from(scan.is_dash(end));
    if scan.word(next) == "one" {
        return one_hundredths(scan, over, next);
    }
    match scan.lex(next)? {
        Lex::Ten(ten) => {
            let last = scan.past_joint(next + 1);
            let under = match below_the_line(scan.word(last))? {
                Lex::Ordinal(n @ 1..10) if over == 1 => n,
                Lex::Parts(n @ 1..10) => n,
                _ => return None,
            };
            Some((over, ten + under, last + 1))
        }
        Lex::Parts(under) => Some((over, under, next + 1)),
        Lex::Ordinal(under) if over == 1 && under > 2 => Some((over, under, next + 1)),
        _ => None,
    }
}

/// "three one-hundredths", "one one hundred and fifth".
fn one_hundredths(scan: &Scan<'_>, over: u64, at: usize) -> Option<(u64, u64, usize)> {
    let last = scan.past_joint(at + 1);
    if let Some(Lex::Parts(under @ 100..)) = scan.lex(last) {
        return Some((over, under, last + 1));
    }
    let under = words::read(scan, at, Run::default()).filter(|under| under.is_ordinal && over == 1)?;
    Some((over, u64::try_from(under.value).ok()?, under.end))
}

/// What a word after a ten says below the line: "thirty-firsts", which are no places in an order.
fn below_the_line(word: &str) -> Option<Lex> {
    match word {
        "half" | "halves" | "quarter" | "quarters" => None,
        "firsts" => Some(Lex::Parts(1)),
        "seconds" => Some(Lex::Parts(2)),
        _ => lexicon::look(word),
    }
}

#[cfg(test)]
mod tests {
    use crate::value::sample::check;

    #[test]
    fn fractions_join_whole_numbers() {
        check("three-and-a-half years", &["3.5 years"]);
        check("It is 5-1/2 miles.", &["5.5 miles"]);
        check("Wheat fell to $5.81-1/2 a bushel.", &["$5.815 per bushel"]);
    }

    #[test]
    fn long_fractions_are_read() {
        check("one hundred thirty-fifths", &["2.8571"]);
        check("three one-hundredths of it", &["0.03"]);
        check("three twenty-firsts of it", &["0.1429"]);
    }
}
