//! A number with what follows it: percent, money, a unit, a noun, or nothing.

use crate::span::Span;
use crate::value::Kind;
use crate::value::Modifier;
use crate::value::age;
use crate::value::draft::Draft;
use crate::value::duration;
use crate::value::modifier;
use crate::value::money;
use crate::value::name;
use crate::value::noun;
use crate::value::number;
use crate::value::number::Number;
use crate::value::percent;
use crate::value::ratio;
use crate::value::scale;
use crate::value::scan::Scan;
use rust_decimal::Decimal;

/// A number in words, or a fraction or factor where that reading is longer.
pub(crate) fn in_words(scan: &Scan<'_>, at: usize) -> Option<Draft> {
    match (ratio::read(scan, at), read(scan, at)) {
        (Some(share), Some(number)) if number.end > share.end => Some(number),
        (Some(share), _) => Some(with_unit(scan, share)),
        (None, number) => number,
    }
}

/// "three-quarters of an inch", "a quarter of a percentage point": a share of one unit is a quantity.
fn with_unit(scan: &Scan<'_>, share: Draft) -> Draft {
    let is_of_one =
        scan.word(share.end) == "of" && matches!(scan.word(share.end + 1), "a" | "an" | "one" | "1");
    let Some(value) = share.exact().filter(|_| is_of_one) else { return share };
    let number = Number { value, grain: share.grain, end: share.end + 2, is_ordinal: false };
    let measured = percent::read(scan, share.first, &number);
    measured.or_else(|| duration::measure(scan, share.first, &number)).unwrap_or(share)
}

/// A number with what follows it.
pub(crate) fn read(scan: &Scan<'_>, at: usize) -> Option<Draft> {
    let number = number::read(scan, at)?;
    if number.is_ordinal {
        return ordinal(scan, at, &number);
    }
    if let Some(draft) = slashed(scan, at) {
        return Some(draft);
    }
    measured(scan, at, &number)
        .or_else(|| plus_measured(scan, at, &number))
        .or_else(|| bare(scan, at, &number))
}

/// "10+ years": the unit after a sign that belongs to the number.
fn plus_measured(scan: &Scan<'_>, at: usize, number: &Number) -> Option<Draft> {
    let (end, modifier) = modifier::tied(scan, number.end)?;
    let number = Number { end, ..*number };
    if modifier == Modifier::Plus { measured(scan, at, &number) } else { None }
}

/// "3/4", with a unit perhaps.
fn slashed(scan: &Scan<'_>, at: usize) -> Option<Draft> {
    let share = scan.is_number(at).then(|| ratio::read(scan, at).or_else(|| vulgar(scan, at)))??;
    let number = Number { value: share.exact()?, grain: share.grain, end: share.end, is_ordinal: false };
    Some(duration::measure(scan, at, &number).unwrap_or_else(|| with_unit(scan, share)))
}

/// "¾ of", a sign of its own.
fn vulgar(scan: &Scan<'_>, at: usize) -> Option<Draft> {
    if scan.word(at).is_ascii() {
        return None;
    }
    let share = number::read(scan, at).filter(|n| n.value < Decimal::ONE && scan.word(n.end) == "of")?;
    Some(Draft::worded(at, share.end, Kind::Fraction, share.value))
}

/// The readers that want more than a number, the more particular first.
fn measured(scan: &Scan<'_>, at: usize, number: &Number) -> Option<Draft> {
    percent::read(scan, at, number)
        .or_else(|| age::read(scan, at, number))
        .or_else(|| money::suffixed(scan, at, number))
        .or_else(|| ratio::times(scan, at, number))
        .or_else(|| ratio::share(scan, at, number))
        .or_else(|| millions(scan, at, number))
        .or_else(|| duration::measure(scan, at, number))
}

/// "5m people": a glued "m" before a plural is a million, and no metre.
fn millions(scan: &Scan<'_>, at: usize, number: &Number) -> Option<Draft> {
    let is_letter = matches!(scan.raw(number.end), "m" | "M") && scan.is_glued(number.end);
    let noun = is_letter.then(|| noun::find(scan, number.end + 1))?;
    let is_million = scan.raw(number.end) == "M"
        || noun.is_some_and(|noun| {
            noun.span.of(scan.text).ends_with('s') || noun.span.of(scan.text) == "people"
        });
    let number = is_million.then(|| scale::multiplied(*number, number::power(6)?, number.end + 1))??;
    Some(Draft::bare(at, &number))
}

/// A number with nothing but a noun after it; letters that touch it make it something else.
fn bare(scan: &Scan<'_>, at: usize, number: &Number) -> Option<Draft> {
    let is_glued = scan.is_word(number.end) && scan.is_glued(number.end);
    if is_glued {
        return with_suffix(scan, at, number);
    }
    let is_year = is_year(scan, at, number);
    (!is_year).then(|| Draft::bare(at, number))
}

/// "31st"; "5G" and "1990s" are no numbers.
fn with_suffix(scan: &Scan<'_>, at: usize, number: &Number) -> Option<Draft> {
    let suffix = scan.word(number.end);
    if matches!(suffix, "st" | "nd" | "rd" | "th") {
        let number = Number { end: number.end + 1, is_ordinal: true, ..*number };
        return ordinal(scan, at, &number);
    }
    let is_decade = suffix == "s" && number.value < Decimal::ONE_HUNDRED;
    is_decade.then(|| age::tens(scan, at, number))?
}

/// Whether four bare digits are a year: no comma, and not plainly a number of things.
fn is_year(scan: &Scan<'_>, at: usize, number: &Number) -> bool {
    let is_plain = number.end == at + 1
        && scan.word(at).len() == 4
        && scan.is_number(at)
        && !scan.word(at).contains('.');
    let fits = is_plain && number.value >= Decimal::from(1900) && number.value < Decimal::from(2050);
    let follows = scan.is_word(at.wrapping_sub(1))
        && !matches!(
            scan.before(at, 1),
            "than" | "about" | "some" | "least" | "nearly" | "almost" | "is" | "was"
        );
    let counts = noun::find(scan, number.end)
        .is_some_and(|noun| !noun.is_compound && !scan.is_capitalised(number.end));
    let is_dated = matches!(
        scan.before(at, 1),
        "in" | "since" | "by" | "from" | "between" | "until" | "to" | "and" | "circa"
    );
    let is_old =
        is_plain && is_dated && number.value >= Decimal::from(1000) && number.value < Decimal::from(2100);
    fits && (follows || !counts) || is_old && !counts
}

/// "third", "31st", unless it is a way to say something else.
fn ordinal(scan: &Scan<'_>, at: usize, number: &Number) -> Option<Draft> {
    let number = Number { grain: number::one(number.end).grain, ..*number };
    let is_idle = scan.word(at) == "second" && scan.word(number.end) == "to";
    (!is_idle).then(|| Draft { kind: Kind::Ordinal, ..Draft::bare(at, &number) })
}

/// "both companies", "top", "No. 1": words that stand for a number.
pub(crate) fn named(scan: &Scan<'_>, mask: &[bool], at: usize) -> Option<Draft> {
    let draft = |value, end, kind| Draft { kind, ..Draft::bare(at, &Number { value, ..number::one(end) }) };
    match scan.word(at) {
        "both" if noun::find(scan, at + 1).is_some_and(|noun| ends_in_s(scan, noun.span)) => {
            Some(draft(Decimal::TWO, at + 1, Kind::Number))
        }
        "a" if scan.word(at + 1) == "pair" => {
            Some(draft(Decimal::TWO, at + 2 + usize::from(scan.word(at + 2) == "of"), Kind::Number))
        }
        "top" if scan.before(at, 1) == "the" && !scan.is_number(at + 1) && scan.lex(at + 1).is_none() => {
            Some(draft(Decimal::ONE, at + 1, Kind::Ordinal))
        }
        "no" | "number" => {
            let digits = at + 1 + usize::from(scan.word(at + 1) == "." && scan.is_glued(at + 1));
            let number = number::read(scan, digits)
                .filter(|_| digits > at + 1 || scan.lex(digits).is_some() || scan.is_number(digits))?;
            let is_rank = scan.word(at) == "number" && scan.word(digits) != "a" || digits > at + 1;
            let fits = is_rank
                && number.value.is_integer()
                && (mask.get(digits) == Some(&false))
                && !name::is_part(scan, digits);
            fits.then(|| draft(number.value, number.end, Kind::Ordinal))
        }
        _ => None,
    }
}

fn ends_in_s(scan: &Scan<'_>, span: Span) -> bool {
    span.of(scan.text).ends_with('s')
}
