//! The article's own date, where its first lines tell it.
//!
//! A date in running prose is about something else. So a date counts only after a label
//! ("Published", "date"), alone at the edge of a short line, or where a news agency puts it:
//! after the place and before a dash.

use crate::span::Span;
use crate::token;
use crate::token::Kind;
use crate::value::date::clock;
use crate::value::date::line::Line;
use crate::value::date::line::is_in;
use crate::value::date::read;
use crate::value::date::resolve;
use crate::value::date::spoken::Spoken;
use crate::value::date::spoken::Year;
use jiff::civil::Date;

/// Lines with words that are looked at.
const HEAD_LINES: usize = 12;
/// A longer line is prose, of which only the beginning is looked at.
const SHORT_LINE: usize = 110;
/// A dateline is told within so many tokens: "ST. PETERSBURG, Fla. (Agency), March 4, 2026 —".
const DATELINE: usize = 22;

/// Words that announce a date.
const LABELS: &[&str] = &[
    "date",
    "dated",
    "published",
    "publish",
    "updated",
    "update",
    "posted",
    "modified",
    "released",
    "issued",
    "filed",
    "created",
    "edited",
    "time",
];

/// Marks that set a date off from a name before it or a headline after it.
const SEPARATORS: &[&str] = &["|", "·", "•", "—", "–", "-", "/", "(", "[", "*", ">", "»", "~", "_"];

/// The date on which an article says it was written, from its first lines.
pub fn find(text: &str) -> Option<Date> {
    let head = head(text);
    let found = head.iter().find_map(|line| in_line(text, *line))?;
    match found {
        Found::Day(date) => Some(date),
        Found::NoYear(month, day) => year_near(text, &head).and_then(|year| Date::new(year, month, day).ok()),
    }
}

enum Found {
    Day(Date),
    NoYear(i8, i8),
}

/// The first lines that hold words, cut where they grow long.
fn head(text: &str) -> Vec<Span> {
    let mut lines = Vec::with_capacity(HEAD_LINES);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if !line.trim().is_empty() {
            lines.push(Span::new(start, start + cut(line)));
        }
        start += line.len();
        if lines.len() == HEAD_LINES {
            break;
        }
    }
    lines
}

/// The length of `line`, or of its beginning if it is long.
fn cut(line: &str) -> usize {
    let most = SHORT_LINE * 3;
    if line.len() <= most { line.len() } else { line.floor_char_boundary(most) }
}

fn in_line(text: &str, span: Span) -> Option<Found> {
    let tokens = token::split(text, span);
    let line = Line { text, tokens: &tokens };
    let is_short = span.of(text).trim().chars().count() <= SHORT_LINE;
    let last = if is_short { tokens.len() } else { tokens.len().min(DATELINE) };
    (0..last).find_map(|at| dated(line, at, is_short))
}

/// The date at `at`, if it stands where an article's own date does.
fn dated(line: Line<'_>, at: usize, is_short: bool) -> Option<Found> {
    let starts_before = at > 0 && line.glued(at - 1) && line.kind(at - 1) != Some(Kind::Mark);
    if starts_before || !may_start(line, at) {
        return None;
    }
    let read = read::date(line, at)?;
    let found = day(&read.spoken)?;
    let end = after_time(line, read.end);
    let labelled = label(line, at);
    let is_own = (labelled && (is_short || is_set_off(line, end)))
        || (at == 0 && is_set_off(line, end))
        || (is_short && is_set_off_before(line, at) && is_set_off(line, end))
        || (is_place(line, at) && ends_dateline(line, end));
    is_own.then_some(found)
}

fn may_start(line: Line<'_>, at: usize) -> bool {
    line.kind(at) == Some(Kind::Number) || line.is_capitalised(at)
}

/// A single day, with or without its year.
fn day(spoken: &Spoken) -> Option<Found> {
    match spoken {
        Spoken::Day(month, day, Year::Open) => Some(Found::NoYear(*month, *day)),
        Spoken::Dated(_, inner) => day(inner),
        Spoken::Fixed(_) | Spoken::Day(..) if spoken.is_day() => {
            match resolve::all(spoken, None).as_slice() {
                [only] => Some(Found::Day(only.start)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The index after the time of day that follows a date.
fn after_time(line: Line<'_>, at: usize) -> usize {
    let next = line.skip(line.skip(at, &[",", "-", "|", "•", "·"]), &["at", "on"]);
    let is_iso = line.word(next).starts_with('T') && line.glued(next.saturating_sub(1));
    if is_iso {
        return line.tokens.len();
    }
    clock::read(line, next).map_or(at, |time| after_again(line, time.end))
}

/// The same date in another form, as some sites write: "2026-03-04 4 March 2026 20:21".
fn after_again(line: Line<'_>, at: usize) -> usize {
    line.skip(at, &["IST", "local", "hours"])
}

/// Whether a label announces the date: "Published", "Update:", "date".
fn label(line: Line<'_>, at: usize) -> bool {
    let back = |at: usize, words: &[&str]| if line.follows(at, words) { at - 1 } else { at };
    let at = back(back(at, &["on"]), &[":", "-"]);
    let opens =
        |at: usize| at == 1 || !line.is_lower_word(at.wrapping_sub(2)) || is_in(line.word(at - 2), LABELS);
    line.follows(at, LABELS)
        && (line.is_capitalised(at - 1) || opens(at) || line.is(at.wrapping_sub(2), "last"))
}

/// Whether nothing of a sentence follows: the end, a separator, a byline, or the date once more.
fn is_set_off(line: Line<'_>, at: usize) -> bool {
    at >= line.tokens.len()
        || SEPARATORS.contains(&line.word(at))
        || line.is_any(at, &["by", "from", "updated", "published", "source"])
        || (line.kind(at) == Some(Kind::Number) && read::date(line, at).is_some())
        || (line.is_any(at, &[",", "."]) && at + 1 == line.tokens.len())
}

/// Whether a separator or a byline stands before the date.
fn is_set_off_before(line: Line<'_>, at: usize) -> bool {
    let is_byline = line.is(0, "by") && line.before(at) == ",";
    at > 0 && (SEPARATORS.contains(&line.before(at)) || is_byline)
}

/// Whether all before the date is the name of a place or an agency: "LONDON (Agency), ".
fn is_place(line: Line<'_>, at: usize) -> bool {
    let is_name = |at: usize| {
        line.is_capitalised(at) || is_in(line.word(at), &[",", "(", ")", ".", "/", "-", "–", "—", "de", "of"])
    };
    let is_short = (1..=12).contains(&at) && line.is_capitalised(0);
    is_short && matches!(line.before(at), "," | ")" | "-" | "–" | "—" | ".") && (0..at).all(is_name)
}

/// Whether what follows the date ends a dateline: a dash, an agency in brackets, a colon, the end.
fn ends_dateline(line: Line<'_>, at: usize) -> bool {
    let is_mark = matches!(line.word(at), "—" | "–" | "-" | "(" | "/" | ":" | "|");
    at >= line.tokens.len() || is_mark
}

/// The only year that the short lines of the head name.
fn year_near(text: &str, head: &[Span]) -> Option<i16> {
    let short = head.iter().filter(|span| span.len() <= SHORT_LINE);
    let mut years = short.flat_map(|span| years(text, *span));
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

fn years(text: &str, span: Span) -> Vec<i16> {
    let tokens = token::split(text, span);
    let line = Line { text, tokens: &tokens };
    let four =
        |at: usize| line.digits(at).filter(|year| (1990..2100).contains(year) && line.word(at).len() == 4);
    (0..tokens.len()).filter_map(four).collect()
}
