//! The day or days at which a claim is judged.

use crate::context::Time;
use crate::fact::timeline::Entry;
use crate::fact::timeline::Timeline;
use crate::value::date::Period;
use jiff::ToSpan;
use jiff::civil::Date;

/// The day or days at which a claim is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// One day, or without a day the entry that has no end.
    Day(Option<Date>),
    /// Any day of a stretch.
    During(Period),
}

impl Moment {
    /// The moment a claim speaks of, in an article of the day `today`.
    pub fn of(time: &Time, today: Option<Date>) -> Moment {
        match time {
            Time::Now | Time::Past | Time::PastTense | Time::Previous => Moment::Day(today),
            Time::During(period) => Moment::During(*period),
            Time::AtEndOf(period) => Moment::Day(Some(day_before(period.end))),
            Time::Before(period) => Moment::Day(Some(day_before(period.start))),
        }
    }

    /// The entries that hold then.
    pub fn entries<T>(self, timeline: &Timeline<T>) -> Vec<&Entry<T>> {
        match self {
            Moment::Day(day) => timeline.at(day),
            Moment::During(period) => {
                timeline.entries.iter().filter(|entry| overlaps(entry, period)).collect()
            }
        }
    }

    /// Whether an entry had ended by then.
    pub fn is_after<T>(self, entry: &Entry<T>) -> bool {
        match (self, entry.until) {
            (_, None) => false,
            (Moment::Day(None), Some(_)) => true,
            (Moment::Day(Some(day)), Some(until)) => until < day,
            (Moment::During(period), Some(until)) => until < period.start,
        }
    }
}

fn overlaps<T>(entry: &Entry<T>, period: Period) -> bool {
    entry.from.is_none_or(|from| from < period.end) && entry.until.is_none_or(|until| period.start <= until)
}

fn day_before(day: Date) -> Date {
    day.checked_sub(1.day()).unwrap_or(day)
}
