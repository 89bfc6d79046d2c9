//! Measures in more than one unit: "7 feet 10 inches", "2 hours 14 minutes", "6-foot-4", `5'10"`.

use crate::value::Amount;
use crate::value::draft::Draft;
use crate::value::duration;
use crate::value::number;
use crate::value::number::Number;
use crate::value::scan::Scan;
use crate::value::table::Row;
use crate::value::unit;
use crate::value::unit::Unit;
use rust_decimal::Decimal;

/// How many units one length or stretch of time may be written in.
const MOST_UNITS: usize = 8;

/// "2 years, 3 months", "7 feet 10 inches": the whole in the smallest unit.
pub(crate) fn with_smaller(scan: &Scan<'_>, draft: Draft) -> Draft {
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
    let small = duration::of_row(draft.first, end, &number, row);
    let unit = small.unit.as_ref()?;
    (unit.dimension == large.dimension && go_together(large, unit, number.value)).then_some(small)
}

/// What is written in more than one unit.
const COMPOUND: &[&str] = &["length", "mass", "volume", "time", "angle"];

/// How many of the smaller unit the larger one is at most: more than the 3,600 seconds of an hour.
const WIDEST: u32 = 4_000;

/// Whether `number` of `small` goes on with a measure in `large`; "512 GB, 8 MB" is a list.
fn go_together(large: &Unit, small: &Unit, number: Decimal) -> bool {
    let widest = small.factor.checked_mul(Decimal::from(WIDEST));
    let is_smaller = small.factor < large.factor && widest.is_some_and(|widest| large.factor <= widest);
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
    Some((scan.is_glued(at).then(|| unit::called(name))??, at + 1))
}

/// "6-foot-4": inches that are not named.
fn inches(scan: &Scan<'_>, large: &Unit, number: &Number) -> Option<(&'static Row, usize)> {
    let start = number.end.checked_sub(1)?;
    let is_tied = start.checked_sub(1).is_some_and(|hyphen| scan.is_joint(hyphen));
    let fits = large.name == "foot" && is_tied && number.value < Decimal::from(12);
    Some((fits.then(|| unit::called("inch"))??, number.end))
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

/// `5'10"`: feet and inches by their marks.
pub(crate) fn height(scan: &Scan<'_>, first: usize, number: &Number) -> Option<Draft> {
    let is_mark = |at: usize, marks: &[&str]| marks.contains(&scan.word(at)) && scan.is_glued(at);
    let at = number.end;
    let fits = is_mark(at, &["'", "’", "′"]) && is_mark(at + 2, &["\"", "”", "″"]) && scan.is_glued(at + 1);
    let inches = fits.then(|| number::read(scan, at + 1))?.filter(|n| n.value < Decimal::from(12))?;
    let value = number.value.checked_mul(Decimal::from(12))?.checked_add(inches.value)?;
    Some(duration::of_row(first, at + 3, &Number { value, ..inches }, unit::called("inch")?))
}

#[cfg(test)]
mod tests {
    use crate::value::sample::check;

    #[test]
    fn smaller_units_are_added() {
        check("7 feet 10 inches", &["94 inches"]);
        check("2 hours, 14 minutes and 4 seconds", &["8,044 seconds"]);
        check("4 stone 3 pounds", &["59 pounds"]);
        check("It lasted 5h 20m.", &["320 minutes"]);
    }

    #[test]
    fn heights_are_feet_and_inches() {
        check("He is 6-foot-4.", &["76 inches"]);
        check("He is 5'10\".", &["70 inches"]);
        check("The 6-foot-wide path", &["6 feet"]);
    }

    #[test]
    fn lists_are_not_added() {
        check("512 GB, 8 MB", &["512 gigabytes", "8 megabytes"]);
        check("30°C, 86°F", &["30 degrees Celsius", "86 degrees Fahrenheit"]);
        check("18 months, six weeks", &["18 months", "6 weeks"]);
        check("40 tonnes, 5 carats", &["40 tonnes", "5 carats"]);
    }
}
