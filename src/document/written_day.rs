//! The day that a machine was told: in front matter, in the markup of a page.

use crate::source::date;
use crate::span::Span;
use crate::token;
use crate::value::date::line::Line;
use crate::value::date::read;
use crate::value::date::resolve;
use jiff::civil::Date;

/// Reads "2026-03-04T10:00Z", "4 March 2026", "Wed, 04 Mar 2026 10:00:00 GMT"; `None` where the words leave a
/// choice, as 03/04/2026 does.
pub fn parse(text: &str) -> Option<Date> {
    date::parse(text).or_else(|| in_words(text))
}

fn in_words(text: &str) -> Option<Date> {
    let tokens = token::split(text, Span::new(0, text.len()));
    let line = Line { text, tokens: &tokens };
    let spoken = read::date(line, 0)?.spoken;
    match resolve::all(&spoken, None).as_slice() {
        [only] if spoken.is_day() => Some(only.start),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::parse;
    use jiff::civil::Date;
    use jiff::civil::date;

    #[track_caller]
    fn check(text: &str, day: Option<Date>) {
        assert_eq!(parse(text), day, "{text:?}");
    }

    #[test]
    fn a_day_is_read_however_it_is_written() {
        let day = Some(date(2026, 3, 4));
        check("2026-03-04T10:00:00+02:00", day);
        check("4 March 2026", day);
        check("Mar 4, 2026", day);
        check("Wed, 04 Mar 2026 10:00:00 GMT", day);
    }

    #[test]
    fn a_choice_is_no_day() {
        check("03/04/2026", None);
        check("March 2026", None);
        check("March 4", None);
        check("soon", None);
        check("", None);
    }
}
