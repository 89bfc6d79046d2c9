//! A stretch of the calendar in words: "27 February 2026", "May 2027", "27–28 February 2026".

use crate::value::date::Grain;
use crate::value::date::Period;
use crate::value::date::period;
use jiff::civil::Date;

const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
];

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

fn day(date: Date) -> String {
    format!("{} {} {}", date.day(), month(date), date.year())
}

fn month(date: Date) -> String {
    let index = usize::try_from(date.month() - 1).unwrap_or(0);
    MONTHS.get(index).copied().unwrap_or("").to_owned()
}
