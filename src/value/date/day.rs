//! Days of a month: "4 March 2026", "Mar. 4", "the 4th of March", "March 3–5".

use crate::value::date::line::Line;
use crate::value::date::month;
use crate::value::date::numeral;
use crate::value::date::spoken::Read;
use crate::value::date::spoken::Spoken;
use crate::value::date::spoken::Year;
use crate::value::date::words::MEASURES;
use crate::value::date::words::MONTHS;
use crate::value::date::year;

/// A day of a month.
pub fn read(line: Line<'_>, at: usize) -> Option<Read> {
    month_first(line, at).or_else(|| day_first(line, at)).or_else(|| grown_together(line, at))
}

/// "Oct2", "October/2": a month and a day grown together.
fn grown_together(line: Line<'_>, at: usize) -> Option<Read> {
    let word = line.word(at);
    if !word.bytes().next_back().is_some_and(|last| last.is_ascii_digit()) && line.word(at + 1) != "/" {
        return None;
    }
    let digits = word.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let letters = word.strip_suffix(digits).filter(|letters| letters.len() > 2)?;
    let month = MONTHS.look(letters)?;
    let (digits, end) = match line.word(at + 1) {
        "/" if digits.is_empty() && line.glued(at) && line.glued(at + 1) => (line.word(at + 2), at + 3),
        _ => (digits, at + 1),
    };
    let is_short = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    let day = digits.parse().ok().filter(|day| is_short && (1..=31).contains(day))?;
    let (year, end) = year::suffix(line, end);
    Some(Read { spoken: Spoken::Day(month, day, year), end })
}

fn month_first(line: Line<'_>, at: usize) -> Option<Read> {
    let (month, next) = month::name(line, at)?;
    let next = line.skip(line.skip(next, &[","]), &["the"]);
    let (number, end) = numeral::day(line, next)?;
    if !is_day(line, at, next, end) {
        return None;
    }
    if let Some((last, end)) = last_day(line, next, end) {
        let (year, end) = year::suffix(line, end);
        return Some(days(month, [number, last], year, end));
    }
    let (year, end) = year::suffix(line, end);
    Some(Read { spoken: Spoken::Day(month, number, year), end })
}

fn days(month: i8, [first, last]: [i8; 2], year: Year, end: usize) -> Read {
    let from = Spoken::Day(month, first, year);
    let to = Spoken::Day(month, last, year);
    Read { spoken: Spoken::Range(Box::new(from), Box::new(to)), end }
}

/// Whether the number from `at` to `end` can be a day of the month that begins at `month`.
fn is_day(line: Line<'_>, month: usize, at: usize, end: usize) -> bool {
    let is_counted =
        line.follows(month, &["in", "since"]) && line.is_lower_word(end) && line.digits(at).is_some();
    let is_word = line.digits(at).is_none() && end == at + 1;
    let is_ordinal = numeral::ordinal(line, at).is_some();
    let is_clock_face = line.word(end) == ":" && line.glued(end - 1) && line.glued(end);
    let is_glued = is_clock_face || line.word(end) == "%";
    let is_clock = line.is_any(end, &["a.m.", "p.m.", "am", "pm"]);
    // "He may second the motion", "they march first".
    let is_verb =
        line.is_lower_word(month) && line.is_any(month, &["may", "march"]) && line.is_lower_word(end);
    let is_said = line.digits(at).is_none() && is_verb;
    !line.is_any(end, MEASURES)
        && !is_said
        && !is_counted
        && (is_ordinal || !is_word)
        && !is_glued
        && !is_clock
}

/// The second day of "March 3–5", "March 3 to 5", "between March 3 and 5".
fn last_day(line: Line<'_>, first: usize, at: usize) -> Option<(i8, usize)> {
    let word = line.word(at);
    let is_and = line.is(at, "and") && is_between(line, first);
    if !(line.is_dash(at) || line.is_any(at, &["to", "through", "until", "till"]) || is_and) {
        return None;
    }
    let (number, end) = numeral::day(line, line.skip(at + 1, &["the"]))?;
    let is_tight = line.is_dash(at) && line.glued(at) && word != "—";
    let is_free =
        !line.is_lower_word(end) || line.is_any(end, &["in", "at", "and", "of", "to", "as", "with", "for"]);
    let is_month = month::name(line, end).is_some() && line.is_capitalised(end);
    ((is_tight || is_free) && !line.is_any(end, MEASURES) && !is_month).then_some((number, end))
}

fn is_between(line: Line<'_>, at: usize) -> bool {
    (1..=4).any(|back| at.checked_sub(back).is_some_and(|at| line.is(at, "between")))
}

fn day_first(line: Line<'_>, at: usize) -> Option<Read> {
    let (number, end) = numeral::day(line, at).filter(|_| !is_fraction(line, at))?;
    if let Some(found) = several_days(line, at, number, end) {
        return Some(found);
    }
    let end = if line.is(end, "day") && line.is(end + 1, "of") { end + 1 } else { end };
    // "The first May deliveries" are of May, not of its first day.
    if number <= 3 && line.digits(at).is_none() && !line.is(end, "of") {
        return None;
    }
    let (month, next) = month_after(line, end)?;
    // "Directive 8 of January 20" is numbered eight.
    if line.is(end, "of") && numeral::day(line, next).is_some_and(|(_, after)| after == next + 1) {
        return None;
    }
    let (year, end) = year::suffix(line, next);
    Some(Read { spoken: Spoken::Day(month, number, year), end })
}

/// Whether the number is the end of a longer one.
fn is_fraction(line: Line<'_>, at: usize) -> bool {
    at > 0 && line.glued(at - 1) && matches!(line.before(at), "." | "," | "/" | "$" | ":" | "#")
}

/// "of March", ". March", "-Mar", "March"; not the verb of "20 march".
fn month_after(line: Line<'_>, at: usize) -> Option<(i8, usize)> {
    let next = line.skip(at, &["of", ".", "-"]);
    let (month, end) = month::name(line, next)?;
    let is_verb = next == at && line.is_any(next, &["may", "march"]) && !line.is_capitalised(next);
    (!is_verb).then_some((month, end))
}

/// "3–5 March", "from 3 to 5 March", "between 3 and 5 March".
fn several_days(line: Line<'_>, at: usize, first: i8, end: usize) -> Option<Read> {
    let joined = line.is_dash(end)
        || line.is_any(end, &["to", "until", "till", "through", "and"])
            && line.follows(at, &["from", "between"]);
    let (last, end) = joined.then(|| numeral::day(line, end + 1))??;
    let (month, end) = month_after(line, end)?;
    let (year, end) = year::suffix(line, end);
    Some(days(month, [first, last], year, end))
}

#[cfg(test)]
mod tests {
    use crate::value::date::sample::check;

    #[test]
    fn verbs_are_no_months() {
        check("He may second the motion.", &[]);
        check("It opens on May second.", &[("May second", "2 May 2026")]);
    }

    #[test]
    fn days_of_a_month_are_read_in_either_order() {
        check("The bridge opened on 4 March 2026.", &[("4 March 2026", "4 March 2026")]);
        check("The bridge opened on March 4, 2025, at last.", &[("March 4, 2025", "4 March 2025")]);
        check("It closed on the 2nd of June, 2024.", &[("2nd of June, 2024", "2 June 2024")]);
        check("It closed on Sept. 9.", &[("Sept. 9", "9 September 2025")]);
    }

    #[test]
    fn words_serve_as_days() {
        check("The fair begins on April twenty-first.", &[("April twenty-first", "21 April 2026")]);
        check("Signed this third day of May 2024.", &[("third day of May 2024", "3 May 2024")]);
    }

    #[test]
    fn days_of_one_month_join() {
        check("The fair runs March 10–12.", &[("March 10–12", "10–12 March 2026")]);
        check("It ran from 3 to 5 June 2025.", &[("3 to 5 June 2025", "3–5 June 2025")]);
        check("It ran between June 3 and 5.", &[("June 3 and 5", "3–5 June 2026")]);
    }

    #[test]
    fn what_is_counted_is_no_day() {
        check("In June 20 boats sank.", &[("June", "June 2025")]);
        check("The march 5 miles long ended.", &[]);
        check("By May 12 million doses were shipped.", &[("May", "May 2025")]);
    }

    #[test]
    fn a_numbered_paper_is_no_day() {
        check("Order 8 of June 12, 2013, stands.", &[("June 12, 2013", "12 June 2013")]);
    }
}
