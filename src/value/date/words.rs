//! The words of the calendar.

use crate::value::date::spoken::Pick;
use crate::value::date::spoken::Unit;
use crate::value::list::Table;
use jiff::civil::Weekday;

/// Months by name; a name of three or four letters is an abbreviation, but for May, June and July.
pub const MONTHS: &Table<i8> = &Table::of(&[
    ("january", 1),
    ("february", 2),
    ("march", 3),
    ("april", 4),
    ("may", 5),
    ("june", 6),
    ("july", 7),
    ("august", 8),
    ("september", 9),
    ("october", 10),
    ("november", 11),
    ("december", 12),
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("sept", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
]);

/// Weekdays by name.
pub const WEEKDAYS: &Table<Weekday> = &Table::of(&[
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("tues", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("thur", Weekday::Thursday),
    ("thurs", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
]);

/// Whether a word is a month. One cut short needs its capital, and so does "May": "may", "mar" and "dec" are
/// also other words.
pub fn is_month(word: &str) -> bool {
    is_name(MONTHS, word)
}

/// Whether a word is a weekday. One cut short needs its capital: "sat" and "sun" are also other words.
pub fn is_weekday(word: &str) -> bool {
    is_name(WEEKDAYS, word)
}

/// Whether a word is a month or a weekday in full, in any case: "Jan" and "Sun" are also names.
pub fn is_full_name(word: &str) -> bool {
    let is = |name: &str| name.eq_ignore_ascii_case(word);
    MONTHS.iter().any(|(name, _)| is(name) && (name.len() > SHORT || FULL.contains(name)))
        || WEEKDAYS.iter().any(|(name, _)| is(name) && name.ends_with("day"))
}

/// Months of so few letters are cut short, but for those of [`FULL`].
const SHORT: usize = 4;
const FULL: &[&str] = &["may", "june", "july"];

fn is_name<T: Copy>(names: &Table<T>, word: &str) -> bool {
    let is_clear = word.len() > SHORT || word.starts_with(char::is_uppercase);
    is_clear && names.look(word).is_some()
}

/// Seasons, counted from spring.
pub const SEASONS: &Table<i8> =
    &Table::of(&[("spring", 0), ("summer", 1), ("autumn", 2), ("fall", 2), ("winter", 3)]);

/// Units of the calendar.
pub const UNITS: &Table<Unit> = &Table::of(&[
    ("day", Unit::Day),
    ("week", Unit::Week),
    ("weekend", Unit::Weekend),
    ("month", Unit::Month),
    ("quarter", Unit::Quarter),
    ("year", Unit::Year),
    ("decade", Unit::Decade),
    ("century", Unit::Century),
]);

/// Several of a unit.
pub const PLURAL_UNITS: &Table<Unit> = &Table::of(&[
    ("days", Unit::Day),
    ("weeks", Unit::Week),
    ("weekends", Unit::Weekend),
    ("months", Unit::Month),
    ("quarters", Unit::Quarter),
    ("years", Unit::Year),
    ("decades", Unit::Decade),
    ("centuries", Unit::Century),
]);

/// Which one: before a unit, weekday, month or season.
pub const PICKS: &Table<Pick> = &Table::of(&[
    ("last", Pick::Last),
    ("past", Pick::Last),
    ("this", Pick::This),
    ("current", Pick::This),
    ("next", Pick::Next),
    ("coming", Pick::Next),
]);

/// Prepositions that open the full span of a date.
pub const PREPOSITIONS: &[&str] = &[
    "on", "in", "at", "by", "since", "until", "till", "from", "during", "before", "after", "through",
    "between", "around", "about", "circa", "over", "throughout", "within", "to", "as",
];

/// Nouns and scales that make a number before them a quantity, whatever else it could be.
pub const MEASURES: &[&str] = &[
    "%", "percent", "per", "million", "billion", "trillion", "thousand", "hundred", "bn", "m", "people",
    "men", "women", "children", "km", "kilometres", "kilometers", "miles", "metres", "meters", "feet", "kg",
    "tonnes", "tons", "pounds", "euros", "dollars", "points", "votes", "hours", "minutes", "seconds", "days",
    "weeks", "months", "years", "times", "degrees", "barrels", "seats", "deaths", "cases", "jobs", "homes",
    "troops", "soldiers", "civilians", "police", "others", "dead",
];

#[cfg(test)]
mod tests {
    use super::is_full_name;
    use super::is_month;
    use super::is_weekday;

    #[test]
    fn short_names_need_their_capital() {
        assert!(["March", "march", "May", "Sept", "Sep", "DEC"].into_iter().all(is_month));
        assert!(!["may", "mar", "dec", "sept", "Monday", ""].into_iter().any(is_month));
        assert!(["Sunday", "sunday", "Sun", "Thurs", "Sat"].into_iter().all(is_weekday));
        assert!(!["sun", "sat", "wed", "May", ""].into_iter().any(is_weekday));
    }

    #[test]
    fn what_is_cut_short_may_be_a_name() {
        assert!(["May", "June", "august", "Sunday"].into_iter().all(is_full_name));
        assert!(!["Jan", "Sun", "Thurs", "Sept", ""].into_iter().any(is_full_name));
    }
}
