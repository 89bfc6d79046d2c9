//! Stretches of the calendar by name.

use crate::value::date::Grain;
use crate::value::date::Period;
use jiff::Span;
use jiff::civil::Date;
use jiff::civil::Weekday;

/// The stretch from `start` up to but not including `end`, if it holds a day.
pub fn between(start: Date, end: Date, grain: Grain) -> Option<Period> {
    (start < end).then_some(Period { start, end, grain })
}

/// One day.
pub fn day(date: Date) -> Option<Period> {
    between(date, add_days(date, 1)?, Grain::Day)
}

/// The day of that year, month and number.
pub fn ymd(year: i16, month: i8, number: i8) -> Option<Period> {
    day(Date::new(year, month, number).ok()?)
}

/// The week from Monday to Sunday that is `by` weeks from that of `date`.
pub fn week(date: Date, by: i32) -> Option<Period> {
    let monday = add_days(monday(date)?, by.checked_mul(7)?)?;
    between(monday, add_days(monday, 7)?, Grain::Week)
}

/// The Saturday and Sunday of a week.
pub fn weekend(week: Period) -> Option<Period> {
    between(add_days(week.start, 5)?, week.end, Grain::Week)
}

/// A whole month.
pub fn month(year: i16, month: i8) -> Option<Period> {
    let first = Date::new(year, month, 1).ok()?;
    between(first, add_months(first, 1)?, Grain::Month)
}

/// The quarter of a year, from 1 to 4.
pub fn quarter(year: i16, number: i8) -> Option<Period> {
    let first = Date::new(year, number.checked_mul(3)?.checked_sub(2)?, 1).ok()?;
    between(first, add_months(first, 3)?, Grain::Quarter)
}

/// The season that begins in a year, from spring as 0 to winter as 3.
pub fn season(year: i16, number: i8) -> Option<Period> {
    let first = Date::new(year, number.checked_mul(3)?.checked_add(3)?, 1).ok()?;
    between(first, add_months(first, 3)?, Grain::Quarter)
}

/// A whole year.
pub fn year(number: i16) -> Option<Period> {
    years(number, 1, Grain::Year)
}

/// The ten years from `first`.
pub fn decade(first: i16) -> Option<Period> {
    years(first, 10, Grain::Decade)
}

/// The hundred years from `first`.
pub fn century(first: i16) -> Option<Period> {
    years(first, 100, Grain::Century)
}

fn years(first: i16, count: i16, grain: Grain) -> Option<Period> {
    let end = first.checked_add(count)?;
    between(Date::new(first, 1, 1).ok()?, Date::new(end, 1, 1).ok()?, grain)
}

/// The day `by` days after `date`.
pub fn add_days(date: Date, by: i32) -> Option<Date> {
    date.checked_add(Span::new().try_days(by).ok()?).ok()
}

/// The day `by` months after `date`, or the last one of a shorter month.
pub fn add_months(date: Date, by: i32) -> Option<Date> {
    date.checked_add(Span::new().try_months(by).ok()?).ok()
}

/// How many days `end` is after `start`.
pub fn days_between(start: Date, end: Date) -> i32 {
    start.until(end).map_or(i32::MAX, |span| span.get_days())
}

/// The Monday of the week of `date`.
pub fn monday(date: Date) -> Option<Date> {
    weekday_of(date, Weekday::Monday)
}

/// The day of that name in the week of `date`, which begins on Monday.
pub fn weekday_of(date: Date, weekday: Weekday) -> Option<Date> {
    let by = i32::from(weekday.to_monday_zero_offset()) - i32::from(date.weekday().to_monday_zero_offset());
    add_days(date, by)
}

#[cfg(test)]
mod tests {
    use super::days_between;
    use super::quarter;
    use super::season;
    use super::week;
    use super::weekend;
    use jiff::civil::date;

    #[test]
    fn a_week_runs_from_monday_to_sunday() {
        let found = week(date(2026, 3, 8), -1).map(|week| (week.start, week.end));
        assert_eq!(found, Some((date(2026, 2, 23), date(2026, 3, 2))));
    }

    #[test]
    fn a_weekend_is_saturday_and_sunday() {
        let found = week(date(2026, 3, 4), 0).and_then(weekend).map(|week| (week.start, week.end));
        assert_eq!(found, Some((date(2026, 3, 7), date(2026, 3, 9))));
    }

    #[test]
    fn winter_runs_into_the_next_year() {
        let found = season(2025, 3).map(|winter| (winter.start, winter.end));
        assert_eq!(found, Some((date(2025, 12, 1), date(2026, 3, 1))));
    }

    #[test]
    fn what_is_not_in_the_calendar_is_nothing() {
        assert_eq!(quarter(2026, 5), None);
        assert_eq!(quarter(2026, 127), None);
        assert_eq!(week(date(9999, 12, 31), 1), None);
    }

    #[test]
    fn days_are_counted_across_months() {
        assert_eq!(days_between(date(2026, 2, 27), date(2026, 3, 4)), 5);
    }
}
