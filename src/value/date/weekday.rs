//! Weekdays: "Tuesday", "last Friday", "Monday, March 2", "the second Monday in March".

use crate::token;
use crate::token::Token;
use crate::value::Amount;
use crate::value::Kind;
use crate::value::Value;
use crate::value::date::Grain;
use crate::value::date::Period;
use crate::value::date::day;
use crate::value::date::line::Line;
use crate::value::date::numeral;
use crate::value::date::numeric;
use crate::value::date::period;
use crate::value::date::spoken::Pick;
use crate::value::date::spoken::Read;
use crate::value::date::spoken::Spoken;
use crate::value::date::words::PICKS;
use crate::value::date::words::WEEKDAYS;
use jiff::civil::Date;
use jiff::civil::Weekday;

/// What before a weekday makes it a name.
const NAMED_BEFORE: &[&str] = &[
    "black", "good", "super", "ash", "palm", "easter", "cyber", "bloody", "holy", "maundy", "giving",
    "casual", "fat", "sheffield", "shrove", "every", "each", "most", "man", "joe", "ruby",
];

/// What after a weekday makes it a name.
const NAMED_AFTER: &[&str] = &[
    "times", "mail", "mirror", "telegraph", "globe", "herald", "express", "post", "night", "nights",
    "school", "independent", "people", "review", "magazine", "football",
];

/// Words after "a Sunday" that tell nothing of which one it is.
const ANY_WEEK: &[&str] =
    &["in", "at", "when", "and", "or", "is", "was", "for", "that", "with", "to", "as", "service", "roast"];

/// Weekdays that are also other words when they are short.
const AMBIGUOUS: &[&str] = &["sun", "sat", "wed", "mon", "fri", "thu", "tue"];

/// A weekday with whatever makes it more exact.
pub fn read(line: Line<'_>, at: usize) -> Option<Read> {
    let (day, end) = name(line, at)?;
    dated(line, day, end).or_else(|| in_week(line, day, end)).or_else(|| bare(line, at, day, end))
}

/// The weekday at `at`, and the index after it and the point that shortens it.
pub fn name(line: Line<'_>, at: usize) -> Option<(Weekday, usize)> {
    let day = line.look(at, WEEKDAYS)?;
    let has_point = line.word(at).len() <= 5 && line.word(at + 1) == "." && line.glued(at);
    Some((day, if has_point { at + 2 } else { at + 1 }))
}

/// "Monday, March 2", "Friday the 13th", "Friday (June 15)".
fn dated(line: Line<'_>, weekday: Weekday, end: usize) -> Option<Read> {
    let next = line.skip(end, &[",", "-", "("]);
    let next = line.skip(next, &["the"]);
    if let Some(date) = day::read(line, next).or_else(|| numeric::read(line, next)) {
        return Some(Read { spoken: Spoken::Dated(weekday, Box::new(date.spoken)), end: date.end });
    }
    let (number, end) = numeral::ordinal(line, next).filter(|_| next > end && line.is(next - 1, "the"))?;
    let number = i8::try_from(number).ok().filter(|number| *number <= 31)?;
    (!line.is_lower_word(end) || line.is_any(end, &["with", "at", "in", "to", "and", "until", "of", "for"]))
        .then_some(Read { spoken: Spoken::WeekdayAndDay(weekday, number), end })
}

/// "Friday of last week", "Tuesday next week".
fn in_week(line: Line<'_>, day: Weekday, end: usize) -> Option<Read> {
    let next = line.skip(end, &["of"]);
    let by = line.look(next, PICKS).filter(|_| line.is(next + 1, "week")).map(weeks)?;
    Some(Read { spoken: Spoken::WeekdayOf(day, by), end: next + 2 })
}

/// How many weeks from this one a word picks.
pub fn weeks(pick: Pick) -> i32 {
    match pick {
        Pick::Last => -1,
        Pick::Bare | Pick::This => 0,
        Pick::Next => 1,
    }
}

fn bare(line: Line<'_>, at: usize, day: Weekday, end: usize) -> Option<Read> {
    let pick = line.look(at.wrapping_sub(1), PICKS).unwrap_or(Pick::Bare);
    let is_short = line.is_any(at, AMBIGUOUS);
    let is_paper = line.is_capitalised(end) && line.is_any(end, NAMED_AFTER);
    let is_named = line.follows(at, NAMED_BEFORE) || is_paper || is_any_week(line, at, end);
    let is_date = if is_short { line.is_capitalised(at) && end > at + 1 } else { !is_named };
    is_date.then_some(Read { spoken: Spoken::Weekday(day, pick), end: if is_short { end } else { at + 1 } })
}

/// "On a Saturday" is of any week; "a Tuesday vote" is of this one.
fn is_any_week(line: Line<'_>, at: usize, end: usize) -> bool {
    let is_one = line.is_lower_word(end) && !line.is_any(end, ANY_WEEK) && !line.is(at.wrapping_sub(2), "on");
    line.follows(at, &["a"]) && !is_one
}

/// "Next week Sunday", "next week on Sunday": read from the word "next".
pub fn after_week(line: Line<'_>, at: usize) -> Option<Read> {
    let by = line.look(at, PICKS).filter(|_| line.is(at + 1, "week")).map(weeks)?;
    let (day, _) = name(line, line.skip(at + 2, &["on"]))?;
    Some(Read { spoken: Spoken::WeekdayOf(day, by), end: line.skip(at + 2, &["on"]) + 1 })
}

/// Days within which a date without a year is surely of the nearest year, whatever its weekday says.
const NEAR: i32 = 60;

/// The readings of a date beside a weekday: far from today the weekday tells which year is meant.
pub fn dated_on(day: Weekday, mut periods: Vec<Period>, today: Option<Date>) -> Vec<Period> {
    let is_far = |first: &Period, today| period::days_between(today, first.start).abs() > NEAR;
    if periods.first().zip(today).is_some_and(|(first, today)| is_far(first, today)) {
        periods.sort_by_key(|period| period.start.weekday() != day);
    }
    periods
}

/// A weekday that is written beside a date and is not its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// The weekday as written.
    pub written: Weekday,
    /// The token that holds it.
    pub token: Token,
    /// The weekday of the date.
    pub actual: Weekday,
}

/// Tells whether the date `value` of `text` names a weekday that its likeliest reading does not fall on.
pub fn mismatch(text: &str, value: &Value) -> Option<Mismatch> {
    let Amount::Dates(periods) = &value.amount else { return None };
    let first = periods.first().filter(|period| value.kind == Kind::Date && period.grain == Grain::Day)?;
    let tokens = token::split(text, value.core);
    let names = tokens.iter().filter_map(|token| Some((*token, WEEKDAYS.look(token.span.of(text))?)));
    let (token, written) = names.min_by_key(|(token, _)| token.span.start())?;
    let has_digits = value.core.of(text).bytes().any(|b| b.is_ascii_digit());
    let is_one_day = period::days_between(first.start, first.end) == 1;
    let actual = first.start.weekday();
    (has_digits && is_one_day && actual != written).then_some(Mismatch { written, token, actual })
}

#[cfg(test)]
mod tests {
    use super::mismatch;
    use crate::value::date::sample::check;
    use crate::value::date::sample::values;
    use jiff::civil::Weekday;

    #[test]
    fn the_core_is_the_weekday_alone() {
        let text = "The deal was signed on Tuesday.";
        check(text, &[("Tuesday", "3 March 2026")]);
        assert_eq!(values(text)[0].full.of(text), "on Tuesday");
    }

    #[test]
    fn a_word_before_picks_the_weekday() {
        check("It opened last Friday.", &[("last Friday", "27 February 2026")]);
        check("It opens next Tuesday.", &[("next Tuesday", "10 March 2026")]);
        check("It opened on Friday of last week.", &[("Friday of last week", "27 February 2026")]);
    }

    #[test]
    fn a_weekday_goes_with_its_date() {
        check("It opened on Monday, March 2.", &[("Monday, March 2", "2 March 2026")]);
        check("It opened on Friday the 13th.", &[("Friday the 13th", "13 March 2026")]);
    }

    #[test]
    fn names_with_a_weekday_are_no_dates() {
        check("The Sunday Times likes Ruby Tuesday.", &[]);
        check("He sat in the sun and wed.", &[]);
        check("It always closes on a Saturday.", &[]);
        check("They prepared a Tuesday vote.", &[("Tuesday", "3 March 2026")]);
    }

    #[track_caller]
    fn check_mismatch(text: &str, actual: Option<Weekday>) {
        let found = values(text).first().and_then(|value| mismatch(text, value));
        assert_eq!(found.map(|found| found.actual), actual, "{text:?}");
    }

    #[test]
    fn a_wrong_weekday_is_told() {
        check_mismatch("It opened on Monday, March 3.", Some(Weekday::Tuesday));
        check_mismatch("It opened on Sunday, 14 June 2020.", None);
        check_mismatch("It opened on Monday, 14 June 2020.", Some(Weekday::Sunday));
        check_mismatch("It opened on Friday the 13th.", None);
        check_mismatch("It opened on Friday.", None);
    }

    #[test]
    fn a_weekday_tells_the_year_of_a_far_date() {
        check("It opened on Friday, September 20.", &[("Friday, September 20", "20 September 2024")]);
    }
}
