//! Dates: absolute, relative, vague; resolved against the day the article speaks on.
//!
//! Each reader turns words into what was [`spoken`], without a calendar; [`resolve`] then names the
//! stretches of the calendar it may mean, the likeliest first. [`read`] joins the two.

pub mod ago;
pub mod canonical;
pub mod clock;
pub mod compare;
pub mod day;
pub mod decade;
pub mod holiday;
pub mod line;
pub mod month;
pub mod near;
pub mod nth;
pub mod numeral;
pub mod numeric;
pub mod part;
pub mod period;
pub mod plain;
pub mod quarter;
pub mod range;
pub mod read;
pub mod relative;
pub mod resolve;
#[cfg(test)]
pub mod sample;
pub mod show;
pub mod spoken;
pub mod starter;
pub mod weekday;
pub mod words;
pub mod year;
pub mod years;

use jiff::civil::Date;

/// A stretch of the calendar, from `start` up to but not including `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// The first day.
    pub start: Date,
    /// The day after the last one.
    pub end: Date,
    /// The unit it was named in.
    pub grain: Grain,
}

/// The unit in which a stretch of the calendar was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// A day.
    Day,
    /// A week or part of one.
    Week,
    /// A month or part of one.
    Month,
    /// A quarter or season.
    Quarter,
    /// A year or part of one.
    Year,
    /// A decade.
    Decade,
    /// A century or more.
    Century,
}

impl Period {
    /// Whether it holds the whole of `other`.
    pub fn contains(self, other: Period) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}
