//! The date of a rule: "2026-02-28", "May 2027", "Q1 2026", "2026-02-27/2026-02-28", "1931".

use crate::span::Span;
use crate::token;
use crate::value::date::Period;
use crate::value::date::line::Line;
use crate::value::date::period;
use crate::value::date::read;
use crate::value::date::resolve;

/// The stretch of the calendar that the whole of `text` names, if it names one by itself.
///
/// Two dates with a slash between are everything from the first to the second, both included.
pub fn canonical(text: &str) -> Option<Period> {
    one(text).or_else(|| {
        let (first, last) = text.split_once('/').map(|(first, last)| (one(first), one(last)))?;
        let (first, last) = first.zip(last)?;
        period::between(first.start, last.end, first.grain.max(last.grain))
    })
}

fn one(text: &str) -> Option<Period> {
    let text = text.trim();
    year_and_month(text).or_else(|| year_alone(text)).or_else(|| in_words(text))
}

/// Four digits are a year here, where in an article they may count something.
fn year_alone(text: &str) -> Option<Period> {
    let is_year = text.len() == 4 && text.bytes().all(|digit| digit.is_ascii_digit());
    period::year(text.parse().ok().filter(|_| is_year)?)
}

/// "2010-12" is a month here, where an article may mean the years.
fn year_and_month(text: &str) -> Option<Period> {
    let (year, month) = text.split_once('-').filter(|(year, month)| year.len() == 4 && month.len() == 2)?;
    let month = period::month(year.parse().ok()?, month.parse().ok()?)?;
    Some(month)
}

fn in_words(text: &str) -> Option<Period> {
    let tokens = token::split(text, Span::new(0, text.len()));
    let line = Line { text, tokens: &tokens };
    let start = line.skip(0, &["the"]);
    let found = read::date(line, start).filter(|found| found.end == tokens.len())?;
    let periods = resolve::all(&found.spoken, None);
    // Centuries and decades have a second reading that nobody means in a rule.
    let is_clear = periods.len() == 1 || tokens.iter().any(|token| token.span.of(text).ends_with(['s', 'y']));
    periods.first().copied().filter(|_| is_clear)
}

#[cfg(test)]
mod tests {
    use super::canonical;
    use crate::value::date::show;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let found = canonical(text).map(show::show);
        assert_eq!(found.as_deref(), expected, "{text:?}");
    }

    #[test]
    fn dates_of_rules_are_read() {
        check("2026-02-28", Some("28 February 2026"));
        check("May 2027", Some("May 2027"));
        check("Q1 2026", Some("Q1 2026"));
        check("1931", Some("1931"));
        check("1764", Some("1764"));
        check("2023-04", Some("April 2023"));
        check("2010-12", Some("December 2010"));
        check("28 February 2026", Some("28 February 2026"));
        check("summer 2026", Some("June–August 2026"));
        check("the 1940s", Some("1940s"));
    }

    #[test]
    fn both_days_of_a_pair_count() {
        check("2026-02-27/2026-02-28", Some("27–28 February 2026"));
        check("2026-02-28/2026-02-27", None);
    }

    #[test]
    fn what_is_not_one_date_is_refused() {
        check("next week", None);
        check("March 4", None);
        check("05/08/2025", None);
        check("2026-02-30", None);
        check("in or about 1931", None);
        check("", None);
    }
}
