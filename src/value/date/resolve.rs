//! From what was said to the stretches of the calendar it may mean, the likeliest first.
//!
//! The orders were measured on dated news. A bare weekday is the most recent one, the day itself
//! included (91 in 100), and words of the future do not change that. A month with a day is the
//! nearest one (94 in 100). A bare month is the latest that has begun (70 in 100).

use crate::value::date::Grain;
use crate::value::date::Period;
use crate::value::date::ago;
use crate::value::date::holiday;
use crate::value::date::near;
use crate::value::date::nth;
use crate::value::date::part;
use crate::value::date::period;
use crate::value::date::range;
use crate::value::date::spoken::Spoken;
use crate::value::date::spoken::Unit;
use crate::value::date::spoken::Year;
use crate::value::date::weekday;
use jiff::civil::Date;

/// The stretches that `spoken` may mean on the day `today`; none where it hangs on an unknown day.
pub fn all(spoken: &Spoken, today: Option<Date>) -> Vec<Period> {
    let mut found = match (spoken, today) {
        (Spoken::Fixed(periods), _) => periods.clone(),
        (Spoken::Part(which, inner), _) => part::resolve(*which, &all(inner, today), today),
        (Spoken::Range(from, to), _) => range::resolve(&all(from, today), &all(to, today)),
        (Spoken::NthWeekday(nth, day, inner), _) => nth::resolve(*nth, *day, &all(inner, today)),
        (Spoken::Dated(day, inner), _) => weekday::dated_on(*day, all(inner, today), today),
        (Spoken::Shifted(offset, inner), _) => ago::shift_all(*offset, &all(inner, today)),
        (Spoken::Anchored | Spoken::Label(_), _) => Vec::new(),
        (_, Some(today)) => relative(spoken, today),
        (_, None) => dated(spoken),
    };
    drop_repeats(&mut found);
    found
}

/// Whether it may take a day to know what `spoken` means, as it does where no year is written.
pub fn hangs_on_today(spoken: &Spoken) -> bool {
    match spoken {
        Spoken::Fixed(_) | Spoken::Anchored | Spoken::Label(_) => false,
        Spoken::Range(from, to) => hangs_on_today(from) || hangs_on_today(to),
        Spoken::NthWeekday(_, _, inner) | Spoken::Shifted(_, inner) => hangs_on_today(inner),
        Spoken::Day(_, _, year)
        | Spoken::Month(_, year, _)
        | Spoken::Quarter(_, year, _)
        | Spoken::Season(_, year, _)
        | Spoken::Holiday(_, year) => !matches!(year, Year::Written(_)),
        _ => true,
    }
}

fn drop_repeats(periods: &mut Vec<Period>) {
    let mut seen: Vec<Period> = Vec::with_capacity(periods.len());
    periods.retain(|period| {
        let is_new = !seen.contains(period);
        seen.push(*period);
        is_new
    });
}

/// What needs no article date because its year is written.
fn dated(spoken: &Spoken) -> Vec<Period> {
    let found = match spoken {
        Spoken::Day(month, day, Year::Written(year)) => period::ymd(*year, *month, *day),
        Spoken::Month(month, Year::Written(year), _) => period::month(*year, *month),
        Spoken::Quarter(quarter, Year::Written(year), _) => period::quarter(*year, *quarter),
        Spoken::Holiday(which, Year::Written(year)) => holiday::in_year(*which, *year),
        Spoken::Season(season, Year::Written(year), _) => return season_of(*season, *year),
        _ => None,
    };
    found.into_iter().collect()
}

/// The winter of a year is the one that begins in it or the one that ends in it.
fn season_of(season: i8, year: i16) -> Vec<Period> {
    let mut found: Vec<_> = period::season(year, season).into_iter().collect();
    if season == 3 {
        found.extend(period::season(year - 1, season));
    }
    found
}

fn relative(spoken: &Spoken, today: Date) -> Vec<Period> {
    match spoken {
        Spoken::Day(month, day, Year::Open) => near::day(today, |year| period::ymd(year, *month, *day)),
        Spoken::Holiday(which, Year::Open) => near::day(today, |year| holiday::in_year(*which, year)),
        Spoken::DayOfMonth(day, shift) => near::day_of_month(today, *day, *shift),
        Spoken::WeekdayAndDay(weekday, day) => near::weekday_and_day(today, *weekday, *day),
        Spoken::Month(month, Year::Open, pick) => {
            near::pick(today, *pick, |year| period::month(year, *month))
        }
        Spoken::Quarter(quarter, Year::Open, pick) => {
            near::pick(today, *pick, |year| period::quarter(year, *quarter))
        }
        Spoken::Season(season, Year::Open, pick) => {
            near::pick(today, *pick, |year| period::season(year, *season))
        }
        Spoken::Weekday(day, pick) => near::weekday(today, *day, *pick),
        Spoken::WeekdayOf(day, weeks) => near::weekday_of(today, *day, *weeks),
        Spoken::Unit(unit, by) => near::unit(today, *unit, *by),
        Spoken::Rolling(unit, by) => rolling(today, *unit, *by),
        Spoken::Today(by) => day_from(today, *by).into_iter().collect(),
        Spoken::Offset(offset) => ago::resolve(*offset, today),
        Spoken::Stretch(offset) => ago::stretch(*offset, today).into_iter().collect(),
        _ => dated(&in_written_year(spoken, today)),
    }
}

fn day_from(today: Date, by: i32) -> Option<Period> {
    period::day(period::add_days(today, by)?)
}

/// The same words with "last year" and its like replaced by the year they name.
fn in_written_year(spoken: &Spoken, today: Date) -> Spoken {
    let written = |year: Year| match year {
        Year::Shift(by) => Year::Written(today.year().saturating_add(by)),
        Year::Open | Year::Written(_) => year,
    };
    match spoken {
        Spoken::Day(month, day, year) => Spoken::Day(*month, *day, written(*year)),
        Spoken::Month(month, year, pick) => Spoken::Month(*month, written(*year), *pick),
        Spoken::Quarter(quarter, year, pick) => Spoken::Quarter(*quarter, written(*year), *pick),
        Spoken::Season(season, year, pick) => Spoken::Season(*season, written(*year), *pick),
        Spoken::Holiday(which, year) => Spoken::Holiday(*which, written(*year)),
        other => other.clone(),
    }
}

/// "The past month": the time up to today, or the calendar month before.
fn rolling(today: Date, unit: Unit, by: i32) -> Vec<Period> {
    let (months, days, grain) = match unit {
        Unit::Day | Unit::Weekend => return near::unit(today, unit, by),
        Unit::Week => (0, 7, Grain::Week),
        Unit::Month => (1, 0, Grain::Month),
        Unit::Quarter => (3, 0, Grain::Quarter),
        Unit::Year => (12, 0, Grain::Year),
        Unit::Decade => (120, 0, Grain::Decade),
        Unit::Century => (1200, 0, Grain::Century),
    };
    let other = period::add_months(today, by * months).and_then(|day| period::add_days(day, by * days));
    let rolling = other
        .and_then(|other| period::between(today.min(other), period::add_days(today.max(other), 1)?, grain));
    rolling.into_iter().chain(near::unit(today, unit, by)).collect()
}
