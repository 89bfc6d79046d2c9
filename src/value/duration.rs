//! Stretches of time, ages, and other measures in more than one unit: "18 months", "an hour and a
//! half", "40-year-old", "7 feet 10 inches".

use crate::value::Amount;
use crate::value::Kind;
use crate::value::draft::Draft;
use crate::value::mixed;
use crate::value::number;
use crate::value::number::Number;
use crate::value::scan::Scan;
use crate::value::table::Row;
use crate::value::unit;
use crate::value::unit::Unit;
use rust_decimal::Decimal;

/// The unit of ages.
pub(crate) fn years() -> Unit {
    Unit { factor: Decimal::from(31_556_952), ..Unit::base("year", "time") }
}

/// A number with a physical or time unit.
pub(crate) fn measure(scan: &Scan<'_>, first: usize, number: &Number) -> Option<Draft> {
    let at = match scan.word(number.end) {
        "more" | "additional" | "extra" | "full" | "straight" | "consecutive" | "whole" | "long"
        | "fewer" | "less" => number.end + 1,
        _ => number.end,
    };
    if let Some(height) = height(scan, first, number) {
        return Some(height);
    }
    let (row, end) = unit::read(scan, at)?;
    if row.dimension != "time" && at != number.end {
        return None;
    }
    let draft = below_zero(scan, of_row(first, end, number, row));
    let draft = with_half(scan, draft, row);
    let draft = with_smaller(scan, draft);
    Some(with_per(scan, draft, row))
}

fn of_row(first: usize, end: usize, number: &Number, row: &Row) -> Draft {
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
    let start = scan.past_joint(at + 1);
    let start = start + usize::from(scan.word(start) == "of");
    let row = unit::called("magnitude").filter(|row| row.name == scan.word(at))?;
    let number = scan.is_number(start).then(|| number::read(scan, start))??;
    let fits = number.value <= Decimal::TEN && !scan.is_joint(number.end);
    fits.then(|| of_row(at, number.end, &number, row))
}

/// `5'10"`: feet and inches by their marks.
fn height(scan: &Scan<'_>, first: usize, number: &Number) -> Option<Draft> {
    let is_mark = |at: usize, marks: &[&str]| marks.contains(&scan.word(at)) && scan.is_glued(at);
    let at = number.end;
    let fits = is_mark(at, &["'", "’", "′"]) && is_mark(at + 2, &["\"", "”", "″"]) && scan.is_glued(at + 1);
    let inches = fits.then(|| number::read(scan, at + 1))?.filter(|n| n.value < Decimal::from(12))?;
    let value = number.value.checked_mul(Decimal::from(12))?.checked_add(inches.value)?;
    Some(of_row(first, at + 3, &Number { value, ..inches }, unit::called("inch")?))
}

/// How many units one length or stretch of time may be written in.
const MOST_UNITS: usize = 8;

/// "2 years, 3 months", "7 feet 10 inches": the whole in the smallest unit.
fn with_smaller(scan: &Scan<'_>, draft: Draft) -> Draft {
    let Some(second) = one_smaller(scan, &draft) else { return draft };
    let mut parts = vec![draft.clone(), second];
    while let Some(smaller) = parts.last().and_then(|part| one_smaller(scan, part)) {
        if parts.len() == MOST_UNITS {
            break;
        }
        parts.push(smaller);
    }
    sum(parts).unwrap_or(draft)
}

/// The unit below, right after a longer one.
fn one_smaller(scan: &Scan<'_>, draft: &Draft) -> Option<Draft> {
    let large = draft.unit.as_ref()?;
    let mut at = draft.end + usize::from(scan.word(draft.end) == ",");
    at += usize::from(scan.word(at) == "and");
    at = if large.name == "foot" { scan.past_joint(at) } else { at };
    let number = number::read(scan, at)?;
    let (row, end) = letter(scan, large, number.end)
        .or_else(|| unit::read(scan, number.end))
        .or_else(|| inches(scan, large, &number))?;
    let small = of_row(draft.first, end, &number, row);
    let unit = small.unit.as_ref()?;
    (unit.dimension == large.dimension && go_together(large, unit, number.value)).then_some(small)
}

/// What is written in more than one unit.
const COMPOUND: &[&str] = &["length", "mass", "volume", "time", "angle"];

/// How many of the smaller unit the larger one is at most: more than the 3,600 seconds of an hour.
const WIDEST: u32 = 4_000;

/// Whether `number` of `small` goes on with a measure in `large`; "512 GB, 8 MB" is a list.
fn go_together(large: &Unit, small: &Unit, number: Decimal) -> bool {
    let is_smaller = small.factor < large.factor && large.factor <= small.factor * Decimal::from(WIDEST);
    let is_part = || number.checked_mul(small.factor).is_some_and(|part| part < large.factor);
    is_smaller && COMPOUND.contains(&large.dimension) && (large.dimension != "time" || is_part())
}

/// "5h 20m", "3m 58s": a letter that is a minute or a second only after what is longer.
fn letter(scan: &Scan<'_>, large: &Unit, at: usize) -> Option<(&'static Row, usize)> {
    let name = match (large.name, scan.word(at)) {
        ("hour", "m") => "minute",
        ("minute", "s") => "second",
        _ => return None,
    };
    Some((unit::called(name).filter(|_| scan.is_glued(at))?, at + 1))
}

/// "6-foot-4": inches that are not named.
fn inches(scan: &Scan<'_>, large: &Unit, number: &Number) -> Option<(&'static Row, usize)> {
    let start = number.end.checked_sub(1)?;
    let is_tied = start.checked_sub(1).is_some_and(|hyphen| scan.is_joint(hyphen));
    let fits = large.name == "foot" && is_tied && number.value < Decimal::from(12);
    Some((unit::called("inch").filter(|_| fits)?, number.end))
}

/// All parts in the unit of the last. Each is turned into it by itself, for a year and a month are
/// 395 days and not thirteen times 30.
fn sum(mut parts: Vec<Draft>) -> Option<Draft> {
    let last = parts.pop()?;
    let small = last.unit.as_ref()?;
    let mut value = last.exact()?;
    for part in &parts {
        let times = worth(part.unit.as_ref()?, small)?;
        value = value.checked_add(part.exact()?.checked_mul(times)?)?;
    }
    Some(Draft { amount: Amount::Exact(value), ..last })
}

/// How many of `small` one of `large` is where the two are added up: a calendar month counts 30
/// days then, and a year 365.
fn worth(large: &Unit, small: &Unit) -> Option<Decimal> {
    let days = match large.name {
        "month" => 30,
        "year" => 365,
        _ => return large.factor.checked_div(small.factor),
    };
    let day = Decimal::from(86_400);
    let is_calendar = matches!(small.name, "month" | "quarter");
    let seconds = if is_calendar { large.factor } else { day.checked_mul(Decimal::from(days))? };
    seconds.checked_div(small.factor)
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
    Some(with_smaller(scan, with_half(scan, draft, row)))
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

/// "40-year-old", "40 years old", "aged 93", "Orla, 40,": the age that `number` is.
pub(crate) fn age(scan: &Scan<'_>, first: usize, number: &Number) -> Option<Draft> {
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
