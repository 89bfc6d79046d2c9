//! A stretch of the calendar in words: "27 February 2026", "May 2027", "27–28 February 2026".

use crate::value::date::Grain;
use crate::value::date::Period;
use crate::value::date::period;
use jiff::civil::Date;
use jiff::civil::Weekday;

const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
];

/// The name of a weekday.
pub fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// The stretch as an article would write it.
pub fn show(of: Period) -> String {
    let last = period::add_days(of.end, -1).unwrap_or(of.start);
    let whole_months = of.start.day() == 1 && of.end.day() == 1;
    let whole_years = whole_months && of.start.month() == 1 && of.end.month() == 1;
    match of.grain {
        Grain::Decade if whole_years && last.year() - of.start.year() == 9 => format!("{}s", of.start.year()),
        Grain::Quarter if whole_months && of.start.month() % 3 == 1 && months(of) == 3 => quarter(of.start),
        _ if whole_years => join(of.start.year().to_string(), last.year().to_string(), "–"),
        _ if whole_months => show_months(of.start, last),
        _ => show_days(of.start, last),
    }
}

fn months(of: Period) -> i32 {
    let years = i32::from(of.end.year()) - i32::from(of.start.year());
    years * 12 + i32::from(of.end.month()) - i32::from(of.start.month())
}

fn quarter(start: Date) -> String {
    format!("Q{} {}", (start.month() + 2) / 3, start.year())
}

fn join(first: String, last: String, dash: &str) -> String {
    if first == last { first } else { format!("{first}{dash}{last}") }
}

fn show_months(first: Date, last: Date) -> String {
    if first.year() == last.year() {
        return format!("{} {}", join(month(first), month(last), "–"), last.year());
    }
    format!("{} {} – {} {}", month(first), first.year(), month(last), last.year())
}

fn show_days(first: Date, last: Date) -> String {
    if first.year() != last.year() {
        return format!("{} – {}", day(first), day(last));
    }
    if first.month() != last.month() {
        return format!("{} {} – {}", first.day(), month(first), day(last));
    }
    let days = join(first.day().to_string(), last.day().to_string(), "–");
    format!("{days} {} {}", month(last), last.year())
}

/// A day as an article would write it: "27 February 2026".
pub fn day(date: Date) -> String {
    format!("{} {} {}", date.day(), month(date), date.year())
}

/// The name of the month of a day.
pub fn month(date: Date) -> String {
    let index = usize::try_from(date.month() - 1).unwrap_or(0);
    MONTHS.get(index).copied().unwrap_or("").to_owned()
}

#[cfg(test)]
mod tests {
    use super::show;
    use crate::value::date::Grain;
    use crate::value::date::Period;
    use jiff::civil::Date;
    use jiff::civil::date;

    #[track_caller]
    fn check(start: Date, end: Date, grain: Grain, expected: &str) {
        assert_eq!(show(Period { start, end, grain }), expected);
    }

    #[test]
    fn stretches_are_written_as_an_article_would() {
        check(date(2026, 2, 27), date(2026, 2, 28), Grain::Day, "27 February 2026");
        check(date(2026, 2, 27), date(2026, 3, 1), Grain::Day, "27–28 February 2026");
        check(date(2026, 2, 27), date(2026, 3, 2), Grain::Day, "27 February – 1 March 2026");
        check(date(2025, 12, 31), date(2026, 1, 2), Grain::Day, "31 December 2025 – 1 January 2026");
        check(date(2027, 5, 1), date(2027, 6, 1), Grain::Month, "May 2027");
        check(date(2026, 4, 1), date(2026, 7, 1), Grain::Quarter, "Q2 2026");
        check(date(1931, 1, 1), date(1932, 1, 1), Grain::Year, "1931");
        check(date(1940, 1, 1), date(1950, 1, 1), Grain::Decade, "1940s");
    }
}
