//! A value in words for messages, and its decimals for machines.

use crate::value::Amount;
use crate::value::Kind;
use crate::value::Value;
use crate::value::unit;
use rust_decimal::Decimal;

/// What a value says, in the words of its canonical form: "295%", "$1,200,000", "3 to 4 km".
pub fn value(value: &Value) -> String {
    match &value.amount {
        Amount::Exact(number) => with_unit(value, &decimal(*number)),
        Amount::Range(low, high) => with_unit(value, &format!("{} to {}", decimal(*low), decimal(*high))),
        Amount::Pair(a, b) if value.kind == Kind::Factor => {
            format!("{} or {} times", decimal(*a), decimal(*b))
        }
        Amount::Pair(a, b) => format!("{}-{}", decimal(*a), decimal(*b)),
        Amount::Dates(periods) => match periods.first() {
            Some(period) => period.start.to_string(),
            None => "an unresolved date".to_owned(),
        },
        Amount::Label(label) => label.clone(),
    }
}

/// The number with what it is measured in.
fn with_unit(value: &Value, number: &str) -> String {
    let per = value.unit.as_ref().and_then(|unit| unit.per.as_ref());
    let per = per.map_or(String::new(), |per| format!(" per {per}"));
    match (value.kind, &value.unit) {
        (Kind::Percent, _) => format!("{number}%"),
        (Kind::Points, _) if number == "1" => "1 percentage point".to_owned(),
        (Kind::Points, _) => format!("{number} percentage points"),
        (Kind::Factor, _) => format!("{number} times"),
        (Kind::Ordinal, _) => format!("number {number}"),
        (_, Some(unit)) if unit.name == "USD?" => match number.strip_prefix('-') {
            Some(number) => format!("-${number}{per}"),
            None => format!("${number}{per}"),
        },
        (_, Some(unit)) => format!("{number} {}{per}", counted(unit.name, number)),
        (_, None) => number.to_owned(),
    }
}

/// The name of a unit beside `number`: "1 mile", "62 miles", "20 degrees Celsius".
fn counted(name: &str, number: &str) -> String {
    let Some(row) = unit::called(name).filter(|_| number != "1") else {
        return if name == "cent" && number != "1" { "cents".to_owned() } else { name.to_owned() };
    };
    row.many.replace("celsius", "Celsius").replace("fahrenheit", "Fahrenheit")
}

/// A decimal with commas between thousands, rounded to four places.
pub fn decimal(number: Decimal) -> String {
    let plain = number.round_dp(4).normalize().to_string();
    let (sign, plain) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
    let (whole, decimals) = plain.split_once('.').map_or((plain, None), |(whole, rest)| (whole, Some(rest)));
    let mut shown = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            shown.push(',');
        }
        shown.push(digit);
    }
    if let Some(decimals) = decimals {
        shown.push('.');
        shown.push_str(decimals);
    }
    shown
}

/// Scale words, the largest first, with their zeros.
const SCALES: &[(&str, u32)] = &[("trillion", 12), ("billion", 9), ("million", 6)];

/// The same as [`value`] with a scale word where the number is large and round: "$1.2 billion".
pub fn brief(value: &Value) -> String {
    let scaled = match value.amount {
        Amount::Exact(number) => SCALES.iter().find_map(|scale| in_scale(number, *scale)),
        _ => None,
    };
    scaled.map_or_else(|| self::value(value), |number| with_unit(value, &number))
}

/// "1.2 billion", for a number that needs no more than two decimals then.
fn in_scale(number: Decimal, (name, zeros): (&str, u32)) -> Option<String> {
    let part = number.checked_div(10i64.checked_pow(zeros).map(Decimal::from)?)?.normalize();
    (part.abs() >= Decimal::ONE && part.scale() <= 2).then(|| format!("{} {name}", decimal(part)))
}

/// A decimal without marks or trailing zeros, for machines.
pub fn plain(number: Decimal) -> String {
    number.normalize().to_string()
}

/// Time units with the letters ISO 8601 writes them by, what one of them is in that letter's unit,
/// and the letter below with how many of it make one.
const ISO: &[(&str, &str, i64, &str, i64)] = &[
    ("second", "TS", 1, "TS", 1),
    ("minute", "TM", 1, "TS", 60),
    ("hour", "TH", 1, "TM", 60),
    ("day", "D", 1, "TH", 24),
    ("week", "W", 1, "D", 7),
    ("fortnight", "W", 2, "D", 7),
    ("month", "M", 1, "D", 30),
    ("year", "Y", 1, "M", 12),
    ("decade", "Y", 10, "M", 12),
    ("century", "Y", 100, "M", 12),
    ("millennium", "Y", 1000, "M", 12),
];

/// A stretch of time in ISO 8601: `P18M`, `PT72H`, `PT4H30M`.
pub fn duration(number: Decimal, unit: &str) -> Option<String> {
    let &(_, letter, times, below, parts) = ISO.iter().find(|(name, ..)| *name == unit)?;
    let number = number.checked_mul(Decimal::from(times))?;
    let part = number.fract().checked_mul(Decimal::from(parts))?;
    if part.is_zero() || !part.is_integer() || letter == below {
        return Some(format!("P{}", field(number, letter)));
    }
    let time_again = letter.starts_with('T') && below.starts_with('T');
    let tail = field(part, below);
    let tail = if time_again { tail.trim_start_matches('T') } else { tail.as_str() };
    let head = if number.trunc().is_zero() { String::new() } else { field(number.trunc(), letter) };
    let tail = if head.is_empty() { field(part, below) } else { tail.to_owned() };
    Some(format!("P{head}{tail}"))
}

/// "T72H" from 72 and "TH".
fn field(number: Decimal, letter: &str) -> String {
    match letter.strip_prefix('T') {
        Some(letter) => format!("T{}{letter}", plain(number)),
        None => format!("{}{letter}", plain(number)),
    }
}

#[cfg(test)]
mod tests {
    use super::decimal;
    use super::duration;
    use crate::value::read;
    use rust_decimal::Decimal;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let shown = read::one(text).map(|value| super::value(&value));
        assert_eq!(shown.as_deref(), Some(expected));
    }

    #[test]
    fn values_are_shown_in_one_form() {
        check("295 percent", "295%");
        check("$1.2 billion", "$1,200,000,000");
        check("25 basis points", "0.25 percentage points");
        check("8,849 metres", "8,849 metres");
    }

    #[test]
    fn large_round_numbers_have_a_scale_word() {
        let brief = |text: &str| read::one(text).map(|value| super::brief(&value));
        assert_eq!(brief("$1.2 billion").as_deref(), Some("$1.2 billion"));
        assert_eq!(brief("2,987,412").as_deref(), Some("2,987,412"));
        assert_eq!(brief("295%").as_deref(), Some("295%"));
    }

    #[test]
    fn long_decimals_are_rounded() {
        assert_eq!(decimal(Decimal::TWO / Decimal::from(3)), "0.6667");
        assert_eq!(decimal(Decimal::from(-1234567)), "-1,234,567");
    }

    #[track_caller]
    fn check_duration(number: &str, unit: &str, expected: &str) {
        let number = Decimal::from_str_exact(number).unwrap();
        assert_eq!(duration(number, unit).as_deref(), Some(expected));
    }

    #[test]
    fn durations_are_iso() {
        check_duration("18", "month", "P18M");
        check_duration("72", "hour", "PT72H");
        check_duration("4.5", "hour", "PT4H30M");
        check_duration("0.5", "hour", "PT30M");
        check_duration("9.58", "second", "PT9.58S");
        check_duration("1", "decade", "P10Y");
    }
}
