//! Several years, and years that are not the calendar's: "2024-25", "fiscal 2026", "2024-25 season".

use crate::token::Kind;
use crate::value::date::Grain;
use crate::value::date::Period;
use crate::value::date::line::Line;
use crate::value::date::line::is_in;
use crate::value::date::period;
use crate::value::date::spoken::Read;
use crate::value::date::spoken::Spoken;
use crate::value::date::year;

/// Words that open a label of a year that is not the calendar's.
const FISCAL: &[&str] = &["fiscal", "fy", "financial"];

/// Several years, or a label.
pub fn read(line: Line<'_>, at: usize) -> Option<Read> {
    if line.kind(at) == Some(Kind::Number) { joined(line, at) } else { fiscal(line, at) }
}

/// "2024-25", "1939-45", "2019–2021"; "2024-25 season" is a label.
fn joined(line: Line<'_>, at: usize) -> Option<Read> {
    let (first, dash) = year::four_digits(line, at).filter(|(number, _)| (1000..2200).contains(number))?;
    let is_joined = matches!(line.word(dash), "-" | "–" | "/" | "‑") && line.glued(at) && line.glued(dash);
    let last = last_year(first, line.word(dash + 1)).filter(|_| is_joined)?;
    let end = dash + 2;
    if year::is_part(line, at, end) || year::is_of_name(line, at) {
        return None;
    }
    if line.is_any(end, &["season", "seasons", "campaign"]) {
        return Some(label(line, at, end + 1));
    }
    let period = period_of(first, last)?;
    Some(Read { spoken: Spoken::Fixed(vec![period]), end })
}

/// The last year of a span whose second half may be written short.
fn last_year(first: i16, word: &str) -> Option<i16> {
    let number: i16 = word.parse().ok().filter(|_| word.bytes().all(|b| b.is_ascii_digit()))?;
    let last = match word.len() {
        2 => first - first % 100 + number,
        4 => number,
        _ => return None,
    };
    // "2023-04" is a month: nobody writes a span backwards.
    (last > first && last - first < 500).then_some(last)
}

/// The years from `first` to `last`, both included.
fn period_of(first: i16, last: i16) -> Option<Period> {
    let start = period::year(first)?.start;
    period::between(start, period::year(last)?.end, Grain::Year)
}

fn fiscal(line: Line<'_>, at: usize) -> Option<Read> {
    let cue = line.word(at);
    if is_in(cue, FISCAL) {
        let next = line.skip(at + 1, &["year"]);
        return line.digits(next).map(|_| label(line, at, next + 1));
    }
    let number = cue.get(..2).filter(|head| head.eq_ignore_ascii_case("fy")).and_then(|_| cue.get(2..))?;
    let is_year = matches!(number.len(), 2 | 4) && number.bytes().all(|b| b.is_ascii_digit());
    is_year.then(|| label(line, at, at + 1))
}

fn label(line: Line<'_>, at: usize, end: usize) -> Read {
    Read { spoken: Spoken::Label(line.span(at, end).of(line.text).to_lowercase()), end }
}

#[cfg(test)]
mod tests {
    use crate::value::date::sample::check;

    #[test]
    fn years_join() {
        check("The war of 1939-45 was long.", &[("1939-45", "1939–1945")]);
        check("It grew between 2019 and 2021.", &[("2019 and 2021", "2019–2021")]);
        check("She served from 2006 to 2009.", &[("2006 to 2009", "2006–2009")]);
    }

    #[test]
    fn fiscal_years_and_seasons_are_labels() {
        check("Profit fell in fiscal 2025.", &[("fiscal 2025", "fiscal 2025")]);
        check("They won the 2024-25 season.", &[("2024-25 season", "2024-25 season")]);
        check("FY26 begins soon.", &[("FY26", "fy26")]);
    }
}
