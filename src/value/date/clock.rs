//! Times of day: "9:30 a.m. ET", "20:21", "8pm", "1530 GMT", "noon".

use crate::token::Kind;
use crate::value::date::line::Line;
use crate::value::date::line::is_in;
use crate::value::list::Table;

/// A time of day as a label, and the index after it.
pub struct Time {
    /// "09:30", with its zone if there is one: "09:30 ET".
    pub label: String,
    /// The index after the last token.
    pub end: usize,
}

const ZONES: &[&str] = &[
    "GMT", "UTC", "ET", "EST", "EDT", "CT", "CST", "CDT", "MT", "MST", "MDT", "PT", "PST", "PDT", "BST",
    "CET", "CEST", "EET", "EEST", "MSK", "IST", "JST", "KST", "HKT", "SGT", "AEST", "AEDT", "Z",
];

/// Times with a name.
const NAMES: &Table<&str> = &Table::of(&[("noon", "12:00"), ("midday", "12:00"), ("midnight", "00:00")]);

/// Words after which digits with a colon are a time even without half of the day or zone.
const CUES: &[&str] = &[
    "at", "by", "from", "until", "till", "before", "after", "around", "about", "to", "between", "and",
    "since",
];

/// A time of day.
pub fn read(line: Line<'_>, at: usize) -> Option<Time> {
    named(line, at).or_else(|| digits(line, at)).or_else(|| military(line, at))
}

fn named(line: Line<'_>, at: usize) -> Option<Time> {
    let label = line.look(at, NAMES)?;
    Some(Time { label: label.to_owned(), end: at + 1 })
}

fn digits(line: Line<'_>, at: usize) -> Option<Time> {
    if line.kind(at) != Some(Kind::Number) || is_inside(line, at) {
        return None;
    }
    let (hour, minute, next) = hour_and_minute(line, at)?;
    let half = half_of_day(line, next);
    let (zone, end) = zone(line, half.map_or(next, |_| next + 1));
    let has_minute = minute.is_some();
    let is_bare = has_minute && next > at + 1 && is_bare_time(line, at, next);
    let is_time = half.is_some() || (has_minute && zone.is_some()) || is_bare;
    let hour = in_day(hour, half).filter(|_| is_time)?;
    Some(Time { label: label(hour, minute.unwrap_or(0), zone.as_deref()), end })
}

fn label(hour: i16, minute: i16, zone: Option<&str>) -> String {
    let zone = zone.map(|zone| format!(" {zone}")).unwrap_or_default();
    format!("{hour:02}:{minute:02}{zone}")
}

/// Whether the number is glued to something before it, as in "2026-03-04".
fn is_inside(line: Line<'_>, at: usize) -> bool {
    at > 0 && line.glued(at - 1) && !matches!(line.before(at), "(" | "," | "“" | "\"" | "[" | "|" | "–" | "—")
}

/// "9", "9:30", "9:30:15", "9.30".
fn hour_and_minute(line: Line<'_>, at: usize) -> Option<(i16, Option<i16>, usize)> {
    if let Some((hour, minute)) = line.word(at).split_once('.') {
        return Some((small(hour, 24)?, Some(two_digits(minute)?), at + 1));
    }
    let hour = small(line.word(at), 24)?;
    let minute = Some(at + 2).filter(|_| is_colon(line, at + 1)).and_then(|at| two_digits(line.word(at)));
    let Some(minute) = minute else { return Some((hour, None, at + 1)) };
    let has_seconds = is_colon(line, at + 3) && two_digits(line.word(at + 4)).is_some();
    Some((hour, Some(minute), if has_seconds { at + 5 } else { at + 3 }))
}

fn is_colon(line: Line<'_>, at: usize) -> bool {
    line.word(at) == ":" && line.glued(at) && line.glued(at - 1)
}

fn small(word: &str, most: i16) -> Option<i16> {
    let plain = (1..=2).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    word.parse().ok().filter(|number| plain && *number <= most)
}

fn two_digits(word: &str) -> Option<i16> {
    small(word, 59).filter(|_| word.len() == 2)
}

/// Whether it is the afternoon, where the words say so.
fn half_of_day(line: Line<'_>, at: usize) -> Option<bool> {
    let word = line.word(at);
    let is_after = is_in(word, &["p.m.", "pm", "p.m"]);
    (is_after || is_in(word, &["a.m.", "am", "a.m"])).then_some(is_after)
}

fn in_day(hour: i16, half: Option<bool>) -> Option<i16> {
    match half {
        None => Some(hour),
        Some(_) if !(1..=12).contains(&hour) => None,
        Some(true) => Some(hour % 12 + 12),
        Some(false) => Some(hour % 12),
    }
}

/// Digits with a colon and nothing else: "at 9:30", "20:21", not a score or a ratio.
fn is_bare_time(line: Line<'_>, at: usize, end: usize) -> bool {
    let goes_on = line.glued(end - 1) && matches!(line.word(end), "." | ":" | "-") && line.glued(end);
    let has_seconds = end > at + 3;
    (line.follows(at, CUES) || (line.word(at).len() == 2 && !has_seconds)) && !goes_on
}

/// "ET", "GMT", "(UTC+04:00)", "UTC+4".
fn zone(line: Line<'_>, at: usize) -> (Option<String>, usize) {
    let open = line.skip(at, &["("]);
    let name = line.word(open);
    if !ZONES.contains(&name) {
        return (None, at);
    }
    let after = offset_end(line, open + 1);
    let end = if open > at { line.skip(after, &[")"]) } else { after };
    (Some(line.span(open, after).of(line.text).to_owned()), end)
}

fn offset_end(line: Line<'_>, at: usize) -> usize {
    let has_sign = matches!(line.word(at), "+" | "-" | "−") && line.glued(at) && at > 0 && line.glued(at - 1);
    if !has_sign || line.digits(at + 1).is_none() {
        return at;
    }
    if is_colon(line, at + 2) && two_digits(line.word(at + 3)).is_some() { at + 4 } else { at + 2 }
}

/// "1530 GMT".
fn military(line: Line<'_>, at: usize) -> Option<Time> {
    let word = line.word(at);
    let is_four = word.len() == 4 && line.digits(at).is_some();
    let (hour, minute) = word.split_at_checked(2).filter(|_| is_four)?;
    let (hour, minute) = (small(hour, 23)?, two_digits(minute)?);
    let is_zone = is_in(line.word(at + 1), &["GMT", "UTC", "EST", "CET"]);
    let (zone, end) = zone(line, at + 1);
    is_zone.then(|| Time { label: label(hour, minute, zone.as_deref()), end })
}

#[cfg(test)]
mod tests {
    use crate::value::date::sample::check;

    #[test]
    fn times_of_day_are_read() {
        check("It began at 9:30 a.m. ET.", &[("9:30 a.m. ET", "09:30 ET")]);
        check("It began at 8pm.", &[("8pm", "20:00")]);
        check("It began at 12 a.m. and ended by 7.45pm.", &[("12 a.m.", "00:00"), ("7.45pm", "19:45")]);
        check("It began around noon.", &[("noon", "12:00")]);
        check("It began at 1530 GMT.", &[("1530 GMT", "15:30 GMT")]);
    }

    #[test]
    fn a_date_and_its_time_are_two_values() {
        let expected = [("5 May 2025", "5 May 2025"), ("20:21 (UTC+04:00)", "20:21 UTC+04:00")];
        check("5 May 2025 20:21 (UTC+04:00)", &expected);
    }

    #[test]
    fn ratios_and_scores_are_no_times() {
        check("The odds were 3:1 and articles 2.6 and 2.12 apply.", &[]);
        check("She ran it in 2:05:30.", &[]);
    }
}
