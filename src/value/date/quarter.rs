//! Quarters, halves and seasons: "Q1 2026", "the third quarter", "first-half", "last summer".

use crate::value::date::line::Line;
use crate::value::date::numeral;
use crate::value::date::period;
use crate::value::date::spoken::Part;
use crate::value::date::spoken::Pick;
use crate::value::date::spoken::Read;
use crate::value::date::spoken::Spoken;
use crate::value::date::spoken::Unit;
use crate::value::date::spoken::Year;
use crate::value::date::words::PICKS;
use crate::value::date::words::SEASONS;
use crate::value::date::year;
use crate::value::list::Table;

/// "Q1" and its like.
const SHORT: &Table<i8> = &Table::of(&[("q1", 1), ("q2", 2), ("q3", 3), ("q4", 4)]);

/// "H1" and its like.
const HALVES: &Table<Part> = &Table::of(&[("h1", Part::FirstHalf), ("h2", Part::SecondHalf)]);

/// Words after which a bare season is a stretch of time: "in the spring".
const CUES: &[&str] =
    &["in", "during", "since", "by", "until", "this", "last", "next", "past", "coming", "early", "late"];

/// A quarter, half year or season.
pub fn read(line: Line<'_>, at: usize) -> Option<Read> {
    let found = short(line, at).or_else(|| ordinal(line, at));
    found.or_else(|| half(line, at)).or_else(|| season(line, at))
}

fn short(line: Line<'_>, at: usize) -> Option<Read> {
    let number = line.look(at, SHORT)?;
    let pick = line.look(at.wrapping_sub(1), PICKS).unwrap_or(Pick::Bare);
    Some(quarter(line, number, pick, at + 1))
}

fn quarter(line: Line<'_>, number: i8, pick: Pick, end: usize) -> Read {
    let (year, end) = year_of(line, end);
    Read { spoken: Spoken::Quarter(number, year, pick), end }
}

/// The year after a quarter: "of 2026", "of last year", "of the year".
fn year_of(line: Line<'_>, at: usize) -> (Year, usize) {
    let is_present = line.is(at, "of") && line.is(at + 1, "the") && line.is(at + 2, "year");
    if is_present { (Year::Shift(0), at + 3) } else { year::suffix(line, at) }
}

/// "The third quarter", "first-quarter"; of a game or of a crowd it is no date.
fn ordinal(line: Line<'_>, at: usize) -> Option<Read> {
    let named = line.is(at, "final").then_some((4, at + 1));
    let (number, next) = named.or_else(|| numeral::ordinal(line, at).filter(|(n, _)| (1..=4).contains(n)))?;
    let next = line.skip(next, &["-", "‑"]);
    let is_quarter = line.is(next, "quarter") && !line.is_any(next + 1, &["final", "finals", "century"]);
    let is_final = line.word(next + 1) == "-" && line.is_any(next + 2, &["final", "finals"]);
    let found = quarter(line, i8::try_from(number).ok()?, Pick::Bare, next + 1);
    let is_of_other = line.is(found.end, "of");
    (is_quarter && !is_final && !is_of_other).then_some(found)
}

/// "H1 2026", "the first half of 2026", "the second half of last year".
fn half(line: Line<'_>, at: usize) -> Option<Read> {
    if let Some(part) = line.look(at, HALVES) {
        let (year, end) = year::suffix(line, at + 1);
        return in_year(part, year).map(|spoken| Read { spoken, end });
    }
    let (number, next) = numeral::ordinal(line, at).filter(|(n, _)| matches!(n, 1 | 2))?;
    let end = Some(line.skip(next, &["-"])).filter(|next| line.is(*next, "half")).map(|next| next + 1)?;
    let (year, end) = Some(year_of(line, end)).filter(|_| line.is(end, "of"))?;
    let part = if number == 1 { Part::FirstHalf } else { Part::SecondHalf };
    in_year(part, year).map(|spoken| Read { spoken, end })
}

fn in_year(part: Part, year: Year) -> Option<Spoken> {
    let whole = match year {
        Year::Open => return None,
        Year::Written(number) => Spoken::Fixed(period::year(number).into_iter().collect()),
        Year::Shift(by) => Spoken::Unit(Unit::Year, i32::from(by)),
    };
    Some(Spoken::Part(part, Box::new(whole)))
}

/// "Summer 2026", "last winter", "in the spring".
fn season(line: Line<'_>, at: usize) -> Option<Read> {
    let number = line.look(at, SEASONS)?;
    let (year, end) = year::suffix(line, at + 1);
    if year != Year::Open {
        return Some(Read { spoken: Spoken::Season(number, year, Pick::Bare), end });
    }
    let pick = line.look(at.wrapping_sub(1), PICKS);
    let is_timed = line.follows(at, &["the"]) && line.follows(at - 1, CUES) && !line.is(at, "fall");
    let is_season =
        pick.is_some() || is_timed || (line.follows(at, &["in", "during"]) && !line.is(at, "fall"));
    let ends = !line.is_any(at + 1, &["of", "-", "in", "into", "to"]) || pick.is_some();
    let spoken = Spoken::Season(number, Year::Open, pick.unwrap_or(Pick::Bare));
    (is_season && ends).then_some(Read { spoken, end: at + 1 })
}

#[cfg(test)]
mod tests {
    use crate::value::date::sample::check;

    #[test]
    fn quarters_are_read() {
        check("Sales rose in Q1 2026.", &[("Q1 2026", "Q1 2026")]);
        check("Sales rose in the third quarter.", &[("third quarter", "Q3 2025")]);
        check("Second-quarter sales rose.", &[("Second-quarter", "Q2 2025")]);
        check(
            "Sales rose in the fourth quarter of last year.",
            &[("fourth quarter of last year", "Q4 2025")],
        );
        check("They led after the first quarter of the game.", &[]);
    }

    #[test]
    fn halves_are_read() {
        check("Sales rose in the first half of 2025.", &[("first half of 2025", "January–June 2025")]);
        check("They led in the first half.", &[]);
    }

    #[test]
    fn seasons_are_read_where_they_are_times() {
        check("It opens in summer 2027.", &[("summer 2027", "June–August 2027")]);
        check("It opened last winter.", &[("last winter", "December 2025 – February 2026")]);
        check("A spring broke and prices fall.", &[]);
    }
}
