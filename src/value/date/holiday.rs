//! Days that bear a name every year: "Christmas Day", "Thanksgiving", "Easter Sunday".

use crate::value::date::Period;
use crate::value::date::line::Line;
use crate::value::date::period;
use crate::value::date::spoken::Holiday;
use crate::value::date::spoken::Read;
use crate::value::date::spoken::Spoken;
use crate::value::date::year;
use crate::value::gate::Gate;
use jiff::civil::Date;
use jiff::civil::Weekday;

/// Holidays by name, longer names before those they begin with.
const HOLIDAYS: &[(&[&str], Holiday)] = &[
    (&["new", "year", "'s", "eve"], Holiday::On(12, 31)),
    (&["new", "year", "eve"], Holiday::On(12, 31)),
    (&["new", "year", "'s", "day"], Holiday::On(1, 1)),
    (&["christmas", "eve"], Holiday::On(12, 24)),
    (&["christmas", "day"], Holiday::On(12, 25)),
    (&["christmas"], Holiday::On(12, 25)),
    (&["boxing", "day"], Holiday::On(12, 26)),
    (&["valentine", "'s", "day"], Holiday::On(2, 14)),
    (&["earth", "day"], Holiday::On(4, 22)),
    (&["may", "day"], Holiday::On(5, 1)),
    (&["juneteenth"], Holiday::On(6, 19)),
    (&["independence", "day"], Holiday::On(7, 4)),
    (&["halloween"], Holiday::On(10, 31)),
    (&["veterans", "day"], Holiday::On(11, 11)),
    (&["armistice", "day"], Holiday::On(11, 11)),
    (&["martin", "luther", "king", "day"], Holiday::Nth(1, Weekday::Monday, 3, 0)),
    (&["martin", "luther", "king", "jr", ".", "day"], Holiday::Nth(1, Weekday::Monday, 3, 0)),
    (&["presidents", "day"], Holiday::Nth(2, Weekday::Monday, 3, 0)),
    (&["memorial", "day"], Holiday::Nth(5, Weekday::Monday, -1, 0)),
    (&["labor", "day"], Holiday::Nth(9, Weekday::Monday, 1, 0)),
    (&["columbus", "day"], Holiday::Nth(10, Weekday::Monday, 2, 0)),
    (&["thanksgiving", "day"], Holiday::Nth(11, Weekday::Thursday, 4, 0)),
    (&["thanksgiving"], Holiday::Nth(11, Weekday::Thursday, 4, 0)),
    (&["thanks", "giving", "day"], Holiday::Nth(11, Weekday::Thursday, 4, 0)),
    (&["black", "friday"], Holiday::Nth(11, Weekday::Thursday, 4, 1)),
    (&["cyber", "monday"], Holiday::Nth(11, Weekday::Thursday, 4, 4)),
    (&["ash", "wednesday"], Holiday::Easter(-46)),
    (&["palm", "sunday"], Holiday::Easter(-7)),
    (&["maundy", "thursday"], Holiday::Easter(-3)),
    (&["good", "friday"], Holiday::Easter(-2)),
    (&["easter", "sunday"], Holiday::Easter(0)),
    (&["easter", "monday"], Holiday::Easter(1)),
    (&["easter"], Holiday::Easter(0)),
];

const GATE: &Gate = &Gate::of_starts(HOLIDAYS);

/// Words after which a holiday is a day rather than a theme; names that end in a weekday or "day" need none.
const CUES: &[&str] =
    &["on", "by", "before", "after", "until", "since", "last", "this", "next", "at", "around", "for"];

/// Words that make a name of the holiday before them.
const NAMED_AFTER: &[&str] =
    &["agreement", "accord", "accords", "massacre", "offensive", "truce", "parade", "island"];

/// A day that bears a name.
pub fn read(line: Line<'_>, at: usize) -> Option<Read> {
    if !line.passes(at, GATE) {
        return None;
    }
    let matches = |words: &[&str]| words.iter().enumerate().all(|(i, word)| is_word(line, at + i, word));
    let (words, which) = HOLIDAYS.iter().find(|(words, _)| matches(words))?;
    let is_day = words.len() > 1 || line.follows(at, CUES) || line.follows(at, &["'s"]);
    let (year, end) = year::suffix(line, at + words.len());
    (is_day && !line.is_any(end, NAMED_AFTER)).then_some(Read { spoken: Spoken::Holiday(*which, year), end })
}

fn is_word(line: Line<'_>, at: usize, word: &str) -> bool {
    line.is(at, word) || (word == "'s" && line.is(at, "’s"))
}

/// The holiday of a year.
pub fn in_year(which: Holiday, year: i16) -> Option<Period> {
    let date = match which {
        Holiday::On(month, day) => Date::new(year, month, day).ok()?,
        Holiday::Nth(month, weekday, nth, after) => {
            let day = Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()?;
            period::add_days(day, after)?
        }
        Holiday::Easter(after) => period::add_days(easter(year)?, after)?,
    };
    period::day(date)
}

/// Easter Sunday by the Gregorian rule; the letters are those of the usual statement of it.
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::easter;
    use crate::value::date::sample::check;
    use jiff::civil::date;

    #[test]
    fn easter_moves_with_the_moon() {
        assert_eq!(easter(2025), Some(date(2025, 4, 20)));
        assert_eq!(easter(2026), Some(date(2026, 4, 5)));
        assert_eq!(easter(2000), Some(date(2000, 4, 23)));
    }

    #[test]
    fn holidays_are_read() {
        check("It opened on Christmas Day.", &[("Christmas Day", "25 December 2025")]);
        check("It opened on Thanksgiving 2024.", &[("Thanksgiving 2024", "28 November 2024")]);
        check("They signed the Good Friday Agreement.", &[]);
        check("The Easter bunny came.", &[]);
    }
}
