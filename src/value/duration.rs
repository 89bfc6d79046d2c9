//! Stretches of time and other measures: "18 months", "an hour and a half", "5 km", "half a gallon".

use crate::value::Amount;
use crate::value::Kind;
use crate::value::compound;
use crate::value::draft::Draft;
use crate::value::mixed;
use crate::value::number;
use crate::value::number::Number;
use crate::value::scan::Scan;
use crate::value::table::Row;
use crate::value::unit;
use crate::value::unit::Unit;
use rust_decimal::Decimal;

/// A number with a physical or time unit.
pub(crate) fn measure(scan: &Scan<'_>, first: usize, number: &Number) -> Option<Draft> {
    let at = match scan.word(number.end) {
        "more" | "additional" | "extra" | "full" | "straight" | "consecutive" | "whole" | "long"
        | "fewer" | "less" => number.end + 1,
        _ => number.end,
    };
    if let Some(height) = compound::height(scan, first, number) {
        return Some(height);
    }
    let (row, end) = unit::read(scan, at)?;
    if row.dimension != "time" && at != number.end || is_later(scan, number, end) {
        return None;
    }
    let draft = below_zero(scan, of_row(first, end, number, row));
    let draft = with_half(scan, draft, row);
    let draft = compound::with_smaller(scan, draft);
    Some(with_per(scan, draft, row))
}

/// "revised it to 2,100 hours later": nobody counts so many hours, and "hours later" tells when.
fn is_later(scan: &Scan<'_>, number: &Number, end: usize) -> bool {
    let is_when = matches!(scan.word(end), "later" | "earlier" | "afterwards" | "before");
    let is_short = matches!(scan.word(number.end), "hours" | "minutes" | "days" | "weeks" | "months");
    is_when && is_short && end == number.end + 1 && number.value >= Decimal::from(500)
}

/// A number with the unit of `row`.
pub(crate) fn of_row(first: usize, end: usize, number: &Number, row: &Row) -> Draft {
    let kind = if row.dimension == "time" { Kind::Duration } else { Kind::Quantity };
    Draft { end, kind, unit: Some(Unit::of_row(row)), ..Draft::bare(first, number) }
}

/// "12 degrees below zero".
fn below_zero(scan: &Scan<'_>, draft: Draft) -> Draft {
    let is_degree =
        draft.unit.as_ref().is_some_and(|unit| unit.dimension == "temperature" || unit.name == "degree");
    let is_below = is_degree && scan.is_phrase(draft.end, &["below", "zero"]);
    match draft.exact().filter(|value| is_below && *value > Decimal::ZERO) {
        Some(value) => Draft { amount: Amount::Exact(-value), end: draft.end + 2, ..draft },
        None => draft,
    }
}

/// "500,000 barrels a day"; a stretch of time is not per anything.
fn with_per(scan: &Scan<'_>, mut draft: Draft, row: &Row) -> Draft {
    if let Some((noun, end)) = unit::per(scan, draft.end).filter(|_| row.dimension != "time") {
        draft.end = end;
        draft.unit = draft.unit.map(|unit| Unit { per: Some(noun), ..unit });
    }
    draft
}

/// "an hour and a half".
fn with_half(scan: &Scan<'_>, draft: Draft, row: &Row) -> Draft {
    if row.dimension != "time" || scan.word(draft.end) != "and" {
        return draft;
    }
    let Some((over, under, end)) = mixed::fraction_words(scan, draft.end + 1) else { return draft };
    let part = Decimal::from(over).checked_div(Decimal::from(under));
    let value = draft.exact().zip(part).and_then(|(whole, part)| whole.checked_add(part));
    match value {
        Some(value) => Draft { amount: Amount::Exact(value), end, ..draft },
        None => draft,
    }
}

/// "magnitude 7.1", "a magnitude-7.1 quake": the scale stands before its number.
pub(crate) fn magnitude(scan: &Scan<'_>, at: usize) -> Option<Draft> {
    if scan.word(at) != "magnitude" {
        return None;
    }
    let start = scan.past_joint(at + 1);
    let start = start + usize::from(scan.word(start) == "of");
    let row = unit::called("magnitude")?;
    let number = scan.is_number(start).then(|| number::read(scan, start))??;
    let fits = number.value <= Decimal::TEN && !scan.is_joint(number.end);
    fits.then(|| of_row(at, number.end, &number, row))
}

/// What may stand before "an hour" where it is a length of time and not a rate.
#[rustfmt::skip]
const BEFORE_ARTICLE: &[&str] = &[
    "", "for", "in", "over", "within", "after", "than", "nearly", "almost", "about", "lasted", "lasts",
    "took", "takes", "spent", "of", "around", "roughly", "under", "just", "only", "over", "at", "is", "was",
    "by", "to", "and", "wait", "some", "every", "until", "till", "approximately", "above", "below", "least",
];

/// "an hour", "half a day", "decade-long": a unit without a number.
pub(crate) fn article(scan: &Scan<'_>, at: usize) -> Option<Draft> {
    if scan.is_joint(at + 1) && matches!(scan.word(at + 2), "long" | "old") {
        return long(scan, at);
    }
    if let Some(draft) = half(scan, at) {
        return Some(draft);
    }
    let word = scan.word(at);
    let is_article = matches!(word, "a" | "an" | "another" | "one");
    let is_whole = matches!(word, "full" | "whole" | "all" | "entire");
    if !is_article && !is_whole {
        return None;
    }
    let start = scan.past_joint(at + 1);
    let (row, end) = unit::read(scan, start)?;
    // "a gallon of milk": what a measure is full of makes it one.
    let is_measured = is_article && scan.word(end) == "of" && matches!(row.dimension, "volume" | "mass");
    let is_mixed = row.dimension == "time" && scan.is_phrase(end, &["and", "a", "half"]);
    let is_measured = is_measured && row.name != "tonne" || is_mixed;
    let follows = is_measured || BEFORE_ARTICLE.contains(&scan.before(at, 1));
    // "the full-year result" is no stretch of time, "for a full year" is.
    let is_adjective = start > at + 1 && scan.is_word(end);
    if !follows || is_adjective {
        return None;
    }
    // "a second" is an ordinal oftener than a second, and "a foot", "a bit", "a degree" are idioms.
    let is_idle = matches!(
        row.name,
        "second" | "foot" | "bit" | "degree" | "minute" | "stone" | "yard" | "cup" | "magnitude"
    );
    let fits = !is_idle
        && scan.word(start).len() > 1
        && (row.dimension == "time" || is_article && ends_phrase(scan, end));
    let draft = fits.then(|| of_row(at, end, &number::one(at + 1), row))?;
    Some(compound::with_smaller(scan, with_half(scan, draft, row)))
}

/// Whether what stands at `end` cannot be named by the unit before it, as in "a mile race".
fn ends_phrase(scan: &Scan<'_>, end: usize) -> bool {
    !scan.is_word(end)
        || matches!(scan.word(end), "of" | "is" | "was" | "from" | "and" | "or" | "away" | "long")
}

/// "decade-long", "year-old".
fn long(scan: &Scan<'_>, at: usize) -> Option<Draft> {
    let (row, end) = unit::read(scan, at).filter(|(row, _)| row.dimension == "time")?;
    (end == at + 1).then(|| of_row(at, at + 3, &number::one(end), row))
}

/// "half an hour", "half-year", "a half day".
fn half(scan: &Scan<'_>, at: usize) -> Option<Draft> {
    let start = at + usize::from(scan.word(at) == "a");
    let parts = match scan.word(start) {
        "half" => 2,
        "quarter" if scan.is_joint(start + 1) || start > at => 4,
        "fourth" if is_share(scan, start) => 4,
        "third" if is_share(scan, start) => 3,
        _ => return None,
    };
    let mut next = scan.past_joint(start + 1);
    next += usize::from(scan.word(next) == "of");
    next += usize::from(matches!(scan.word(next), "a" | "an"));
    let (row, end) = unit::read(scan, next).filter(|(row, _)| row.name != "second")?;
    let value = Decimal::ONE.checked_div(Decimal::from(parts))?;
    let mut number = Number { value, ..number::one(end) };
    (number.grain.fine, number.grain.coarse) = (value, value);
    let ends = scan.word(next).len() > 1 && !scan.is_joint(end);
    ends.then(|| of_row(at, end, &number, row))
}

/// Whether "of" and a measure follow, as after no place in an order: "a third of a litre".
fn is_share(scan: &Scan<'_>, at: usize) -> bool {
    let next = at + 2 + usize::from(matches!(scan.word(at + 2), "a" | "an"));
    let is_measure = |(row, _): (&Row, usize)| row.dimension != "time";
    scan.word(at + 1) == "of" && unit::read(scan, next).is_some_and(is_measure)
}
