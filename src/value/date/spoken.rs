//! What the words of a date say, before a calendar is asked.

use crate::value::date::Grain;
use crate::value::date::Period;
use jiff::civil::Weekday;

/// What was said, and where it ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// What the words say.
    pub spoken: Spoken,
    /// The index after the last token.
    pub end: usize,
}

/// What the words of a date say.
#[derive(Clone, Debug, PartialEq)]
pub enum Spoken {
    /// It says by itself which stretch of the calendar is meant; several where the words are ambiguous.
    Fixed(Vec<Period>),
    /// "March 4": month and day.
    Day(i8, i8, Year),
    /// "the 27th", in the month so many months from the article's.
    DayOfMonth(i8, Option<i32>),
    /// "Friday, March 13": the date, and the weekday beside it.
    Dated(Weekday, Box<Spoken>),
    /// "Friday the 13th".
    WeekdayAndDay(Weekday, i8),
    /// "March", "last March".
    Month(i8, Year, Pick),
    /// "Q1", "the third quarter".
    Quarter(i8, Year, Pick),
    /// "summer", "next spring": counted from spring as 0 to winter as 3.
    Season(i8, Year, Pick),
    /// "Friday", "last Friday".
    Weekday(Weekday, Pick),
    /// "Friday of last week": so many weeks from this one.
    WeekdayOf(Weekday, i32),
    /// "the second Monday in March", "the last Thursday of November"; -1 is the last.
    NthWeekday(i8, Weekday, Box<Spoken>),
    /// "Christmas Day".
    Holiday(Holiday, Year),
    /// "this week", "next year": so many units from the present one.
    Unit(Unit, i32),
    /// "over the weekend", "the past month", "the next year": the one that ends (-1) or begins (1) today,
    /// or the one before or after in the calendar.
    Rolling(Unit, i32),
    /// "today", "tomorrow": so many days from today.
    Today(i32),
    /// "four days ago", "two weeks from now".
    Offset(Offset),
    /// "the past three weeks", "the next two years": all the time up to today or from tomorrow on.
    Stretch(Offset),
    /// "two days after March 3".
    Shifted(Offset, Box<Spoken>),
    /// "early March", "late last week".
    Part(Part, Box<Spoken>),
    /// "March 3–5", "from 2019 to 2021".
    Range(Box<Spoken>, Box<Spoken>),
    /// "a week earlier": hangs on a date told elsewhere.
    Anchored,
    /// "fiscal 2026": compared as it is written.
    Label(String),
}

impl Spoken {
    /// Whether it says a single day.
    pub fn is_day(&self) -> bool {
        match self {
            Spoken::Fixed(periods) => periods.first().is_some_and(|period| period.grain == Grain::Day),
            Spoken::Today(_) | Spoken::Day(..) | Spoken::DayOfMonth(..) | Spoken::Weekday(..) => true,
            Spoken::Dated(..) | Spoken::Holiday(..) | Spoken::WeekdayAndDay(..) => true,
            Spoken::WeekdayOf(..) | Spoken::NthWeekday(..) => true,
            _ => false,
        }
    }
}

/// The year of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    /// It is not said.
    Open,
    /// "2026".
    Written(i16),
    /// "last year": so many years from the present one.
    Shift(i16),
}

/// Which of several like stretches is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// Not said.
    Bare,
    /// "last".
    Last,
    /// "this".
    This,
    /// "next".
    Next,
}

/// A unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// 24 hours.
    Day,
    /// Saturday and Sunday.
    Weekend,
    /// Monday to Sunday.
    Week,
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

/// A part of a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// "early", "the beginning of".
    Early,
    /// "mid".
    Middle,
    /// "late", "the end of".
    Late,
    /// "the first half of".
    FirstHalf,
    /// "the second half of".
    SecondHalf,
    /// "earlier this": from its start to today.
    SoFar,
    /// "later this", "the rest of": from today to its end.
    Ahead,
    /// "the week of March 3": the whole week around a day.
    WholeWeek,
    /// "the first week of March"; -1 is the last.
    NthWeek(i8),
}

/// A distance in time, with its direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offset {
    /// The least it may be.
    pub near: Distance,
    /// The most it may be.
    pub far: Distance,
    /// Days by which the words leave either end open.
    pub half: i32,
    /// -1 into the past, 1 into the future.
    pub sign: i32,
}

/// Months and days, which do not convert into each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Distance {
    /// Whole months; years are twelve of them.
    pub months: i32,
    /// Days; weeks are seven of them.
    pub days: i32,
}

/// How a holiday finds its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// The same month and day every year.
    On(i8, i8),
    /// The nth weekday of a month, -1 the last, and so many days after it.
    Nth(i8, Weekday, i8, i32),
    /// So many days after Easter Sunday.
    Easter(i32),
}
