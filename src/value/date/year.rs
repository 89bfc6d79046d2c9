//! Years: "in 2023", "1931", "2024-25", "fiscal 2026", and the year that ends another date.

use crate::token::Kind;
use crate::value::date::line::Line;
use crate::value::date::line::is_in;
use crate::value::date::numeral;
use crate::value::date::period;
use crate::value::date::spoken::Read;
use crate::value::date::spoken::Spoken;
use crate::value::date::spoken::Year;
use crate::value::date::words::MEASURES;
use crate::value::date::years;
use crate::value::list::Table;
use crate::value::numbered;

/// Words after which a number of four digits is a year, even one outside our own century.
const CUES: &[&str] = &[
    "in", "since", "until", "till", "by", "during", "from", "early", "late", "mid", "year", "circa",
    "before", "after", "through", "throughout", "between", "summer", "winter", "spring", "autumn", "fall",
];

/// Words that may stand before a year that is used like an adjective: "the 2024 elections".
const DETERMINERS: &[&str] = &["the", "this", "its", "'s", "’s", "their", "his", "her", "a", "our"];

/// What before a number makes it a name or a quantity.
const NOT_BEFORE: &[&str] = &[
    "$", "€", "£", "¥", "#", "no", "number", "flight", "route", "room", "rs", "usd", "eur", "/", ":", ".",
    "+", "@", "×", "about", "nearly", "over", "than", "least", "some", "almost", "roughly", "_", "just",
];

/// Words in `s` that are no plural nouns, and so may follow a year.
const NOT_PLURAL: &[&str] =
    &["was", "is", "has", "as", "its", "his", "this", "does", "says", "sees", "plus", "versus", "thus"];

/// Words that may be joined to a year by a hyphen.
const AFTER_HYPHEN: &[&str] = &["era", "style", "vintage", "bound", "born", "model"];

/// How the year is told beside another date: "of last year".
const SHIFTS: &Table<i16> =
    &Table::of(&[("last", -1), ("previous", -1), ("this", 0), ("current", 0), ("next", 1)]);

/// Whether what stands before a number makes it a name or a quantity.
pub fn is_of_name(line: Line<'_>, at: usize) -> bool {
    let is_numbered = |before: usize| {
        let word = line.word(before);
        numbered::may_be(word) && numbered::is_name(&word.to_lowercase(), line.is_capitalised(before))
    };
    line.follows(at, NOT_BEFORE) || at.checked_sub(1).is_some_and(is_numbered)
}

/// A year that stands for itself.
pub fn read(line: Line<'_>, at: usize) -> Option<Read> {
    years::read(line, at).or_else(|| single(line, at))
}

/// The year at the end of another date: "2026", ", 2026", "of last year".
pub fn suffix(line: Line<'_>, at: usize) -> (Year, usize) {
    let comma = line.skip(at, &[","]);
    let next = line.skip(comma, &["of", "in"]);
    let shift = line.look(next, SHIFTS).filter(|_| line.is(next + 1, "year"));
    if let Some(by) = shift {
        return (Year::Shift(by), next + 2);
    }
    if let Some(found) = short(line, next) {
        return found;
    }
    let written = four_digits(line, next).or_else(|| numeral::year(line, next));
    match written {
        Some((number, end)) if is_suffix(line, next, end) => (Year::Written(number), end),
        _ => (Year::Open, at),
    }
}

/// "'22": 2022; "'73": 1973.
fn short(line: Line<'_>, at: usize) -> Option<(Year, usize)> {
    let is_short = matches!(line.word(at), "'" | "’" | "‘") && line.glued(at) && line.word(at + 1).len() == 2;
    let number = line.digits(at + 1).filter(|_| is_short && !line.is_any(at + 2, &["s", "'s", "’s"]))?;
    let century = if number < 50 { 2000 } else { 1900 };
    Some((Year::Written(century + number), at + 2))
}

fn is_suffix(line: Line<'_>, at: usize, end: usize) -> bool {
    let number = line.digits(at);
    let fits = number.is_none_or(|number| (1000..=2199).contains(&number));
    let round = line.word(at).ends_with("00") && is_plural(line, end);
    fits && !round && !is_part(line, at, end) && !line.is_any(end, MEASURES)
}

fn single(line: Line<'_>, at: usize) -> Option<Read> {
    let from = line.skip(at, &["year"]);
    let (number, end) = four_digits(line, from).or_else(|| in_words(line, from))?;
    let is_ours = (1900..2050).contains(&number);
    let fits = is_ours || (is_cued(line, from) && (1000..2200).contains(&number));
    let is_year = fits && !is_part(line, from, end) && !is_count(line, from, end);
    let periods = period::year(number).into_iter().collect();
    is_year.then_some(Read { spoken: Spoken::Fixed(periods), end })
}

/// A number of four digits.
pub fn four_digits(line: Line<'_>, at: usize) -> Option<(i16, usize)> {
    let number = line.digits(at).filter(|_| line.word(at).len() == 4)?;
    Some((number, at + 1))
}

fn in_words(line: Line<'_>, at: usize) -> Option<(i16, usize)> {
    let found = numeral::year(line, at)?;
    let stands_alone = !line.is_lower_word(found.1) && line.word(found.1) != "-";
    (line.follows(at, &["in", "since", "year", "until"]) && stands_alone).then_some(found)
}

fn is_cued(line: Line<'_>, at: usize) -> bool {
    line.follows(at, CUES)
        || (line.before(at) == "-" && line.is_any(at.saturating_sub(2), &["mid", "early", "late"]))
}

/// Whether the number belongs to something longer: "2000-pound", "F-2000", "2030s", "2000/3".
pub fn is_part(line: Line<'_>, at: usize, end: usize) -> bool {
    let before = at > 0
        && line.glued(at - 1)
        && is_in(line.before(at), &["-", "/", ".", ":", "#", "_", "@", "'", "’"]);
    let mid = line.is_any(at.saturating_sub(2), &["mid", "early", "late", "pre", "post"]);
    let after = end > 0 && line.glued(end - 1) && goes_on(line, end);
    (before && !mid) || after
}

fn goes_on(line: Line<'_>, end: usize) -> bool {
    match line.word(end) {
        // Two hyphens are a dash.
        "-" => line.glued(end) && line.word(end + 1) != "-" && !line.is_any(end + 1, AFTER_HYPHEN),
        ":" => line.glued(end),
        "/" | "%" | "@" | "_" | "+" | "°" => true,
        _ => matches!(line.kind(end), Some(Kind::Word | Kind::Number)),
    }
}

/// Whether the number counts what follows it, or is the name of something.
fn is_count(line: Line<'_>, at: usize, end: usize) -> bool {
    let known = is_cued(line, at) || line.follows(at, DETERMINERS);
    let is_round = line.word(at).ends_with("00");
    let counted = (is_plural(line, end) || line.is_any(end, MEASURES)) && (is_round || !known);
    counted || line.is_any(end, &["%", "percent", "km", "miles", "euros", "dollars"]) || is_of_name(line, at)
}

fn is_plural(line: Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    let ends = word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    line.is_lower_word(at) && word.len() > 2 && ends && !is_in(word, NOT_PLURAL)
}

#[cfg(test)]
mod tests {
    use crate::value::date::sample::check;

    #[test]
    fn years_are_told_from_counts() {
        check("The club was founded in 1931.", &[("1931", "1931")]);
        check("The 2024 elections were calm.", &[("2024", "2024")]);
        check("About 2000 people came.", &[]);
        check("They sold 1950 tickets.", &[]);
        check("It cost $1999.", &[]);
        check("It weighs 2000 km.", &[]);
    }

    #[test]
    fn older_years_need_a_cue() {
        check("The mill was built in 1789.", &[("1789", "1789")]);
        check("The mill made 1789 loaves.", &[]);
    }

    #[test]
    fn parts_of_names_are_no_years() {
        check("The XR-2000 and the 2000-pound anchor are here.", &[]);
        check("Call 555-2010 now.", &[]);
    }
}
