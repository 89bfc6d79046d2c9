//! A day, a month or a year written as another one was.

use crate::value::date::Period;
use crate::value::date::period;
use crate::value::date::show;
use jiff::civil::Date;
use jiff::civil::Weekday;

const WEEKDAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];
/// Words that may stand in a date and stay as they are.
const KEPT: &[&str] = &["the", "of", "on", "in"];
/// The length of a short month: "Jan", "Sept".
const SHORT: std::ops::RangeInclusive<usize> = 3..=4;

/// `truth` in the order and the form of `old`; `None` where it cannot be written so.
pub fn written(old: &str, truth: Period) -> Option<String> {
    let last = period::add_days(truth.end, -1)?;
    let form =
        Form { first: truth.start, is_day: truth.start == last, is_month: is_month(truth.start, last) };
    if let Some(numeric) = form.numeric(old) {
        return numeric;
    }
    let mut text = String::new();
    let mut seen = Seen::default();
    for word in words(old) {
        text.push_str(&form.word(word, &mut seen)?);
    }
    (seen.n_days < 2 && seen.n_months < 2 && seen.n_years < 2).then_some(text)
}

/// Whether the days are those of one month.
fn is_month(first: Date, last: Date) -> bool {
    first.day() == 1 && last == first.last_of_month()
}

/// The words of a text and what stands between them, each a piece.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_word = rest.chars().next()?.is_alphanumeric();
        let end = rest.find(|c: char| c.is_alphanumeric() != is_word).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}

/// What was replaced so far.
#[derive(Default)]
struct Seen {
    n_days: usize,
    n_months: usize,
    n_years: usize,
}

/// The truth, and how exactly it is known.
struct Form {
    first: Date,
    is_day: bool,
    is_month: bool,
}

impl Form {
    /// `2026-03-04` for a text of that form.
    fn numeric(&self, old: &str) -> Option<Option<String>> {
        let is_iso = old.len() == 10
            && old.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        is_iso.then(|| self.is_day.then(|| self.first.to_string()))
    }

    /// What stands for one word or mark.
    fn word(&self, old: &str, seen: &mut Seen) -> Option<String> {
        let is_word = old.starts_with(char::is_alphanumeric);
        if !is_word || KEPT.contains(&old.to_ascii_lowercase().as_str()) {
            return (!old.contains(['-', '–', '/'])).then(|| old.to_owned());
        }
        if old.starts_with(|c: char| c.is_ascii_digit()) {
            return self.number(old, seen);
        }
        self.weekday(old).or_else(|| self.month(old, seen))
    }

    /// A year of four digits, or a day with or without "th".
    fn number(&self, old: &str, seen: &mut Seen) -> Option<String> {
        let digits = old.trim_end_matches(|c: char| c.is_alphabetic());
        if digits.len() == 4 && digits.len() == old.len() {
            seen.n_years += 1;
            return Some(self.first.year().to_string());
        }
        seen.n_days += 1;
        let day = self.first.day();
        let ending = if digits.len() < old.len() { ordinal(day) } else { "" };
        (self.is_day && digits.len() < 3).then(|| format!("{day}{ending}"))
    }

    fn weekday(&self, old: &str) -> Option<String> {
        let name = show::weekday(self.first.weekday());
        let is_weekday = WEEKDAYS.iter().any(|day| show::weekday(*day).eq_ignore_ascii_case(old));
        (is_weekday && self.is_day).then(|| name.to_owned())
    }

    /// A month, as long as the old one was written.
    fn month(&self, old: &str, seen: &mut Seen) -> Option<String> {
        let months = (1..=12).filter_map(|month| Some(show::month(Date::new(2000, month, 1).ok()?)));
        let written = months.into_iter().find(|name| is_start(name, old))?;
        seen.n_months += 1;
        let name = show::month(self.first);
        let is_short = old.len() < written.len() && SHORT.contains(&old.len());
        // May has no short form, and so says nothing of the others.
        let name =
            if is_short && name.len() > SHORT.start() + 1 { name[..*SHORT.start()].to_owned() } else { name };
        (self.is_day || self.is_month).then_some(name)
    }
}

fn is_start(name: &str, word: &str) -> bool {
    word.len() >= *SHORT.start()
        && name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// What follows the number of a day: 1st, 2nd, 3rd, 4th, 11th.
fn ordinal(day: i8) -> &'static str {
    match day {
        11..=13 => "th",
        _ if day % 10 == 1 => "st",
        _ if day % 10 == 2 => "nd",
        _ if day % 10 == 3 => "rd",
        _ => "th",
    }
}

#[cfg(test)]
mod tests {
    use super::written;
    use crate::value::date::Grain;
    use crate::value::date::Period;
    use jiff::civil::date;

    #[track_caller]
    fn check(old: &str, expected: Option<&str>) {
        let day = Period { start: date(2026, 2, 3), end: date(2026, 2, 4), grain: Grain::Day };
        assert_eq!(written(old, day).as_deref(), expected, "{old:?}");
    }

    #[test]
    fn the_order_and_the_form_stay() {
        check("4 March 2026", Some("3 February 2026"));
        check("March 4, 2026", Some("February 3, 2026"));
        check("March 4th", Some("February 3rd"));
        check("the 4th of March", Some("the 3rd of February"));
        check("Dec. 4", Some("Feb. 3"));
        check("Wednesday", Some("Tuesday"));
        check("Wednesday, March 4", Some("Tuesday, February 3"));
        check("2026-03-04", Some("2026-02-03"));
        check("2025", Some("2026"));
        check("March 2026", Some("February 2026"));
    }

    #[test]
    fn what_has_another_form_is_left() {
        for old in
            ["4-5 March", "yesterday", "last Tuesday", "3/4/2026", "early March", "Q1 2026", "4 or 5 March"]
        {
            check(old, None);
        }
    }

    #[test]
    fn a_month_has_no_day() {
        let month = Period { start: date(2026, 2, 1), end: date(2026, 3, 1), grain: Grain::Month };
        assert_eq!(written("March 2026", month).as_deref(), Some("February 2026"));
        assert_eq!(written("4 March 2026", month), None);
        let year = Period { start: date(2026, 1, 1), end: date(2027, 1, 1), grain: Grain::Year };
        assert_eq!(written("2025", year).as_deref(), Some("2026"));
        assert_eq!(written("March 2025", year), None);
    }
}
