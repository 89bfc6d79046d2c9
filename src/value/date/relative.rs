//! Days and units told from the article's own day: "yesterday", "last week", "the past month".

use crate::token::Kind;
use crate::value::date::line::Line;
use crate::value::date::spoken::Part;
use crate::value::date::spoken::Pick;
use crate::value::date::spoken::Read;
use crate::value::date::spoken::Spoken;
use crate::value::date::spoken::Unit;
use crate::value::date::weekday;
use crate::value::date::words::PICKS;
use crate::value::date::words::PLURAL_UNITS;
use crate::value::date::words::UNITS;
use crate::value::list::Table;

/// Days by name.
const DAYS: &Table<i32> =
    &Table::of(&[("today", 0), ("tonight", 0), ("yesterday", -1), ("tomorrow", 1), ("tmrw", 1)]);

/// Parts of a day, which "this" and "last" turn into a day.
const DAY_PARTS: &[&str] = &["morning", "afternoon", "evening", "night"];

/// Units of which "the" alone, after "of", means the present one: "the end of the year".
const PRESENT: &Table<Unit> = &Table::of(&[
    ("week", Unit::Week),
    ("month", Unit::Month),
    ("year", Unit::Year),
    ("decade", Unit::Decade),
]);

/// What before "the day before" makes it speak of something told earlier.
const AFTER_ANCHORED: &[&str] = &["earlier", "before", "later", "after", "previously"];

/// A day or unit told from the article's own day.
pub fn read(line: Line<'_>, at: usize) -> Option<Read> {
    let found = day(line, at).or_else(|| beyond(line, at)).or_else(|| this_morning(line, at));
    found.or_else(|| unit(line, at)).or_else(|| weekend(line, at)).or_else(|| anchored(line, at))
}

fn day(line: Line<'_>, at: usize) -> Option<Read> {
    if line.is(at, "year") && line.is(at + 1, "to") && line.is(at + 2, "date") {
        let spoken = Spoken::Part(Part::SoFar, Box::new(Spoken::Unit(Unit::Year, 0)));
        return Some(Read { spoken, end: at + 3 });
    }
    let by = line.look(at, DAYS)?;
    let is_name = line.is_capitalised(at) && line.is(at.wrapping_sub(1), "usa");
    (!is_name).then_some(Read { spoken: Spoken::Today(by), end: at + 1 })
}

/// "The day before yesterday", "the week after next".
fn beyond(line: Line<'_>, at: usize) -> Option<Read> {
    let unit = line.look(at, UNITS)?;
    let spoken = match (unit, line.word(at + 1), line.word(at + 2)) {
        (Unit::Day, "before", "yesterday") => Spoken::Today(-2),
        (Unit::Day, "after", "tomorrow") => Spoken::Today(2),
        (_, "before", "last") => Spoken::Unit(unit, -2),
        (_, "after", "next") => Spoken::Unit(unit, 2),
        _ => return None,
    };
    Some(Read { spoken, end: at + 3 })
}

/// "This morning", "last night".
fn this_morning(line: Line<'_>, at: usize) -> Option<Read> {
    let by = match (line.is(at, "this"), line.is(at, "last")) {
        (true, _) if line.is_any(at + 1, DAY_PARTS) => 0,
        (_, true) if line.is(at + 1, "night") => -1,
        _ => return None,
    };
    Some(Read { spoken: Spoken::Today(by), end: at + 2 })
}

/// "Last week", "this year", "the past month".
fn unit(line: Line<'_>, at: usize) -> Option<Read> {
    let by = weekday::weeks(line.look(at, PICKS)?);
    let unit = line.look(at + 1, UNITS).filter(|_| !starts_name(line, at))?;
    // "The last week" and "the past year" end today; "last week" ended on Sunday.
    let is_rolling = line.is(at, "past") || (by != 0 && line.follows(at, &["the"]));
    let spoken = match unit {
        Unit::Weekend if line.is(at, "coming") => Spoken::Unit(unit, 0),
        _ if is_rolling => Spoken::Rolling(unit, by),
        _ => Spoken::Unit(unit, by),
    };
    Some(Read { spoken, end: at + 2 })
}

/// "The last day of", "this day", "next quarter-final".
fn starts_name(line: Line<'_>, at: usize) -> bool {
    let is_of = line.is(at + 2, "of") && !line.is(at, "this");
    let is_joined = line.word(at + 2) == "-" && line.glued(at + 1);
    let is_this_day = line.is(at, "this") && line.is(at + 1, "day");
    is_of || is_joined || is_this_day || line.is(at + 1, "century") && line.is(at, "past")
}

/// "Over the weekend", "at the weekend".
fn weekend(line: Line<'_>, at: usize) -> Option<Read> {
    let is_timed = line.is(at, "weekend") && line.follows(at, &["the"]);
    let is_cued = is_timed && line.is_any(at.wrapping_sub(2), &["over", "at", "on", "during"]);
    is_cued.then_some(Read { spoken: Spoken::Rolling(Unit::Weekend, -1), end: at + 1 })
}

/// "The week" of "the end of the week", read from the unit itself.
pub fn present(line: Line<'_>, at: usize) -> Option<Read> {
    let unit = line.look(at, PRESENT).filter(|_| line.follows(at, &["the"]))?;
    let ends = !line.is_any(at + 1, &["of", "before", "after", "-", "to"]);
    ends.then_some(Read { spoken: Spoken::Unit(unit, 0), end: at + 1 })
}

/// "A week earlier", "the day before", "the previous month": told from a date we do not know.
fn anchored(line: Line<'_>, at: usize) -> Option<Read> {
    let is_other =
        line.is_any(at, &["previous", "preceding", "following", "same"]) && line.follows(at, &["the"]);
    if is_other && line.look(at + 1, UNITS).is_some() {
        return Some(Read { spoken: Spoken::Anchored, end: at + 2 });
    }
    let is_one = line.follows(at, &["the", "a", "one"]) && line.look(at, UNITS).is_some();
    let ends = line.is_any(at + 1, AFTER_ANCHORED) && !goes_on(line, at + 2);
    (is_one && ends).then_some(Read { spoken: Spoken::Anchored, end: at + 2 })
}

/// Whether a noun or a clause follows: "the day before the vote", "a week after he left".
fn goes_on(line: Line<'_>, at: usize) -> bool {
    let ends =
        line.is_any(at, &["and", "but", "in", "on", "at", "to", "when", "by", "with", "as", "or", "from"]);
    let is_word = line.kind(at).is_some_and(|kind| kind != Kind::Mark);
    is_word && !ends
}

/// Whether the word at `at` says which one of a unit, weekday or season: "last", "next".
pub fn is_pick(line: Line<'_>, at: usize) -> bool {
    line.look(at, PICKS).is_some_and(|pick| pick != Pick::Bare)
}

/// Several of a unit, or one: "weeks", "week".
pub fn any_unit(line: Line<'_>, at: usize) -> Option<Unit> {
    line.look(at, UNITS).or_else(|| line.look(at, PLURAL_UNITS))
}

#[cfg(test)]
mod tests {
    use crate::value::date::sample::check;

    #[test]
    fn days_and_units_are_told_from_today() {
        check("It rained yesterday.", &[("yesterday", "3 March 2026")]);
        check("It rained the day before yesterday.", &[("day before yesterday", "2 March 2026")]);
        check("It rained last night.", &[("last night", "3 March 2026")]);
        check("It rained last month.", &[("last month", "February 2026")]);
        check("It will rain next week.", &[("next week", "9–15 March 2026")]);
        check("It rained over the weekend.", &[("weekend", "28 February – 1 March 2026")]);
        check("It rained in the past month.", &[("past month", "4 February – 4 March 2026")]);
    }

    #[test]
    fn what_hangs_on_another_date_has_no_reading() {
        check("It had rained the day before.", &[("day before", "")]);
        check("It rained again a week later.", &[("a week later", "")]);
        check("It rained the previous month.", &[("previous month", "")]);
    }

    #[test]
    fn ordinary_words_are_no_dates() {
        check("The last day of school and the week after he left.", &[]);
    }
}
