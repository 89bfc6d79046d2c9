//! Which of many like days, weeks, months or seasons is meant, seen from one day.

use crate::value::date::Period;
use crate::value::date::period;
use crate::value::date::spoken::Pick;
use crate::value::date::spoken::Unit;
use jiff::civil::Date;
use jiff::civil::Weekday;

/// A day that comes once a year: the nearest first, then the last one, then the next.
pub fn day(today: Date, of: impl Fn(i16) -> Option<Period>) -> Vec<Period> {
    // A leap day can be eight years away.
    let years = [0, -1, 1, -2, 2, -3, 3, -4, 4, -8, 8];
    let mut found = years.iter().filter_map(|by| of(today.year().checked_add(*by)?)).collect::<Vec<_>>();
    found.sort_by_key(|period| period::days_between(today, period.start).abs());
    let Some(nearest) = found.first().copied() else { return found };
    let past = found.iter().find(|period| period.start < nearest.start.min(today)).copied();
    let next = found.iter().find(|period| period.start > nearest.start.max(today)).copied();
    [Some(nearest), past, next].into_iter().flatten().collect()
}

/// "The 27th": in the nearest month first, or in the month so many months away.
pub fn day_of_month(today: Date, number: i8, shift: Option<i32>) -> Vec<Period> {
    let first = today.first_of_month();
    let at = |by: i32| {
        let month = period::add_months(first, by)?;
        period::ymd(month.year(), month.month(), number)
    };
    if let Some(by) = shift {
        return at(by).into_iter().collect();
    }
    let mut found: Vec<_> = [0, -1, 1].iter().filter_map(|by| at(*by)).collect();
    found.sort_by_key(|period| period::days_between(today, period.start).abs());
    found
}

/// "Friday the 13th": the nearest one that is in the calendar.
pub fn weekday_and_day(today: Date, weekday: Weekday, number: i8) -> Vec<Period> {
    let months = (-12..=12).flat_map(|by| day_of_month(today, number, Some(by)));
    let mut found: Vec<_> = months.filter(|period| period.start.weekday() == weekday).collect();
    found.sort_by_key(|period| period::days_between(today, period.start).abs());
    found.truncate(2);
    found
}

/// A bare, last, this or next weekday.
pub fn weekday(today: Date, weekday: Weekday, pick: Pick) -> Vec<Period> {
    let Some(in_week) = period::weekday_of(today, weekday) else { return Vec::new() };
    let back = i32::from(today.weekday().since(weekday));
    let days: [i32; 3] = match pick {
        Pick::Bare => [-back, 7 - back, -back - 7],
        Pick::Last if back == 0 => [-7, -14, -14],
        Pick::Last => [-back, -back - 7, -back - 7],
        Pick::This => [period::days_between(today, in_week), 7 - back, -back],
        Pick::Next => [period::days_between(today, in_week) + 7, 7 - back, 7 - back],
    };
    days.iter().filter_map(|by| period::day(period::add_days(today, *by)?)).collect()
}

/// The weekday of the week so many weeks from this one.
pub fn weekday_of(today: Date, weekday: Weekday, weeks: i32) -> Vec<Period> {
    let found =
        weeks.checked_mul(7).and_then(|days| period::add_days(period::weekday_of(today, weekday)?, days));
    found.and_then(period::day).into_iter().collect()
}

/// A month, quarter or season that comes once a year.
pub fn pick(today: Date, pick: Pick, of: impl Fn(i16) -> Option<Period>) -> Vec<Period> {
    let years = (-2..=2).filter_map(|by| of(today.year().checked_add(by)?));
    let found: Vec<_> = years.collect();
    let past = found.iter().rev().filter(|period| period.end <= today).copied();
    let next = found.iter().filter(|period| period.start > today).copied();
    let current = found.iter().find(|period| period.start <= today && today < period.end).copied();
    match pick {
        Pick::Bare => current.into_iter().chain(past.take(1)).chain(next.take(1)).collect(),
        Pick::Last => past.take(2).collect(),
        Pick::This => this(today, &found, current),
        Pick::Next => next.take(2).collect(),
    }
}

/// "This June" is the one of this year, whether it is over or not; a winter may be either of two.
fn this(today: Date, found: &[Period], current: Option<Period>) -> Vec<Period> {
    let in_year = found.iter().filter(|period| period.start.year() == today.year()).copied();
    current.into_iter().chain(in_year).take(2).collect()
}

/// The unit so many units from the present one.
pub fn unit(today: Date, unit: Unit, by: i32) -> Vec<Period> {
    let found = match unit {
        Unit::Weekend if by == 0 => return pick_weekend(today, Pick::This),
        Unit::Weekend if by == -1 => return pick_weekend(today, Pick::Last),
        Unit::Weekend if by == 1 => return pick_weekend(today, Pick::Next),
        Unit::Day => period::add_days(today, by).and_then(period::day),
        Unit::Week => period::week(today, by),
        Unit::Weekend => period::week(today, by).and_then(period::weekend),
        Unit::Month => month(today, by),
        Unit::Quarter => quarter(today, by),
        Unit::Year => years(today, by, 1).and_then(period::year),
        Unit::Decade => years(today, by, 10).and_then(period::decade),
        Unit::Century => years(today, by, 100).and_then(period::century),
    };
    found.into_iter().collect()
}

fn month(today: Date, by: i32) -> Option<Period> {
    let first = period::add_months(today.first_of_month(), by)?;
    period::month(first.year(), first.month())
}

fn quarter(today: Date, by: i32) -> Option<Period> {
    let there = period::add_months(today.first_of_month(), by.checked_mul(3)?)?;
    period::quarter(there.year(), (there.month() + 2) / 3)
}

/// The first year of the `count` years, `by` such stretches away.
fn years(today: Date, by: i32, count: i16) -> Option<i16> {
    let first = today.year() - today.year().rem_euclid(count);
    i16::try_from(by).ok()?.checked_mul(count)?.checked_add(first)
}

/// "This weekend" may be the coming or the past one; "last weekend" the past one or the one before.
pub fn pick_weekend(today: Date, pick: Pick) -> Vec<Period> {
    let at = |by: i32| period::week(today, by).and_then(period::weekend);
    let weekend_now = matches!(today.weekday(), Weekday::Saturday | Weekday::Sunday);
    let order: &[i32] = match pick {
        Pick::Last => &[-1, -2],
        Pick::Bare if weekend_now => &[0, -1],
        Pick::Bare => &[-1, 0],
        Pick::This => &[0, -1],
        Pick::Next => &[1, 0],
    };
    order.iter().filter_map(|by| at(*by)).collect()
}

#[cfg(test)]
mod tests {
    use super::Pick;
    use super::day;
    use super::pick;
    use super::weekday;
    use crate::value::date::Period;
    use crate::value::date::period;
    use jiff::civil::Date;
    use jiff::civil::Weekday;
    use jiff::civil::date;

    /// A Wednesday.
    const TODAY: Date = date(2026, 3, 4);

    #[track_caller]
    fn check(found: &[Period], expected: &[Date]) {
        let starts: Vec<_> = found.iter().map(|period| period.start).collect();
        assert_eq!(starts, expected);
    }

    #[test]
    fn a_bare_weekday_is_the_most_recent_one() {
        let bare = |day| weekday(TODAY, day, Pick::Bare);
        check(&bare(Weekday::Friday), &[date(2026, 2, 27), date(2026, 3, 6), date(2026, 2, 20)]);
        check(&bare(Weekday::Wednesday), &[TODAY, date(2026, 3, 11), date(2026, 2, 25)]);
    }

    #[test]
    fn last_and_next_weekdays_are_not_today() {
        check(&weekday(TODAY, Weekday::Wednesday, Pick::Last)[..1], &[date(2026, 2, 25)]);
        check(&weekday(TODAY, Weekday::Wednesday, Pick::Next)[..1], &[date(2026, 3, 11)]);
    }

    #[test]
    fn a_month_and_day_is_the_nearest_one() {
        let found = day(TODAY, |year| period::ymd(year, 11, 20));
        check(&found, &[date(2025, 11, 20), date(2024, 11, 20), date(2026, 11, 20)]);
        let found = day(TODAY, |year| period::ymd(year, 3, 6));
        check(&found, &[date(2026, 3, 6), date(2025, 3, 6), date(2027, 3, 6)]);
    }

    #[test]
    fn a_bare_month_is_the_latest_that_has_begun() {
        let month = |number| pick(TODAY, Pick::Bare, move |year| period::month(year, number));
        check(&month(3), &[date(2026, 3, 1), date(2025, 3, 1), date(2027, 3, 1)]);
        check(&month(4), &[date(2025, 4, 1), date(2026, 4, 1)]);
    }

    #[test]
    fn this_month_by_name_is_of_this_year() {
        check(&pick(TODAY, Pick::This, |year| period::month(year, 6)), &[date(2026, 6, 1)]);
    }
}
