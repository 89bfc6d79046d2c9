//! The article's own date, where its first lines tell it.
//!
//! A date in running prose is about something else. So a date counts only after a label
//! ("Published", "date"), alone at the edge of a short line, or where a news agency puts it:
//! after the place and before a dash.

use crate::document::agency;
use crate::document::lines;
use crate::document::passage;
use crate::span::Span;
use crate::token;
use crate::token::Kind;
use crate::value::date::clock;
use crate::value::date::line::Line;
use crate::value::date::read;
use crate::value::date::resolve;
use crate::value::date::spoken::Spoken;
use crate::value::date::spoken::Year;
use crate::value::date::starter;
use crate::value::glance;
use jiff::civil::Date;

/// Lines with words that are looked at.
const HEAD_LINES: usize = 12;
/// A longer line is prose, of which only the beginning is looked at.
const SHORT_LINE: usize = 110;
/// A dateline is told within so many tokens: "ST. PETERSBURG, Fla. (Agency), March 4, 2026 —".
const DATELINE: usize = 22;

/// So many bytes of a long line hold these tokens.
const FIRST_WORDS: usize = 200;

/// Words that announce a date.
const LABELS: &[&str] = &[
    "date", "dated", "published", "publish", "updated", "update", "posted", "modified", "released",
    "release", "issued", "filed", "created", "edited", "time",
];

/// Marks that set a date off from a name before it or a headline after it.
const SEPARATORS: &[&str] = &["|", "·", "•", "—", "–", "-", "/", "(", "[", "*", ">", "»", "~", "_"];

/// The date on which an article says it was written, from its first lines.
pub fn find(text: &str) -> Option<Date> {
    let head = head(text);
    let mut dated = head.iter().filter(|line| may_be_dated(line.of(text)));
    let found = dated.find_map(|line| in_line(text, *line))?;
    match found {
        Found::Day(date) => Some(date),
        Found::NoYear(month, day) => year_near(text, &head).and_then(|year| Date::new(year, month, day).ok()),
    }
}

/// The lines, among the first, in which a date is told as that of the article.
pub fn lines(text: &str) -> Vec<Span> {
    let mut lines = head(text);
    lines.retain(|line| may_be_dated(line.of(text)) && in_line(text, *line).is_some());
    lines
}

/// Whether a date may stand where that of a line would.
fn may_be_dated(line: &str) -> bool {
    let end = if line.len() > SHORT_LINE * 2 { FIRST_WORDS } else { line.len() };
    glance::has_date(&line[..passage::boundary(line, end)])
}

enum Found {
    Day(Date),
    NoYear(i8, i8),
}

/// The first lines that hold words, with their breaks, cut where they grow long.
fn head(text: &str) -> Vec<Span> {
    let all = lines::each(text, Span::new(0, text.len()));
    let with_words = all.filter(|line| !line.of(text).trim_start().is_empty());
    with_words.take(HEAD_LINES).map(|line| cut(text, line)).collect()
}

/// A line with its break, or the beginning of a long one.
fn cut(text: &str, line: Span) -> Span {
    let end = (line.end() + 1).min(text.len()).min(line.start() + SHORT_LINE * 3);
    let end = (line.start()..=end).rev().find(|at| text.is_char_boundary(*at));
    Span::new(line.start(), end.unwrap_or(line.start()))
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
    let is_first = at == 0 || label(line, at) == Some(0);
    let is_own = (is_labelled(line, at) && (is_short || is_first || is_set_off(line, end)))
        || (at == 0 && is_set_off(line, end))
        || (is_short && is_set_off_before(line, at) && is_set_off(line, end))
        || agency::is_dateline(line, at, end);
    is_own.then_some(found)
}

fn may_start(line: Line<'_>, at: usize) -> bool {
    (line.kind(at) == Some(Kind::Number) || line.is_capitalised(at)) && starter::is_at(line, at)
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

/// The index after the time of day that follows a date, or the end of the line after a time glued to it.
fn after_time(line: Line<'_>, at: usize) -> usize {
    let next = line.skip(line.skip(at, &[",", "-", "|", "•", "·"]), &["at", "on"]);
    let is_iso = line.word(next).starts_with('T') && line.glued(next.saturating_sub(1));
    if is_iso {
        return line.tokens.len();
    }
    clock::read(line, next).map_or(at, |time| time.end)
}

/// Whether a label announces the date: "Published", "Update:", "date".
fn is_labelled(line: Line<'_>, at: usize) -> bool {
    label(line, at).is_some_and(|label| label == 0 || line.is_capitalised(label) || opens(line, label))
}

/// The index of the label right before a date.
fn label(line: Line<'_>, at: usize) -> Option<usize> {
    let back = |at: usize, words: &[&str]| if line.follows(at, words) { at - 1 } else { at };
    let end = back(back(before_time(line, at), &["on"]), &[":", "-"]);
    end.checked_sub(1).filter(|label| line.is_any(*label, LABELS))
}

/// The index of the time of day that stands before a date, or of the date: "Published 10:15 AM EST, May 6".
fn before_time(line: Line<'_>, at: usize) -> usize {
    let comma = at - usize::from(line.before(at) == ",");
    let starts = (at.saturating_sub(TIME)..comma).filter(|start| line.kind(*start) == Some(Kind::Number));
    let is_time = |start: &usize| clock::read(line, *start).is_some_and(|time| time.end == comma);
    starts.into_iter().find(is_time).or_else(|| bare_time(line, comma)).unwrap_or(at)
}

/// "12:15" with nothing that says it is a time but its colon.
fn bare_time(line: Line<'_>, end: usize) -> Option<usize> {
    let start = end.checked_sub(3)?;
    let is_bare = line.word(start + 1) == ":" && line.digits(start).is_some_and(|hour| hour < 24);
    (is_bare && line.digits(start + 2).is_some_and(|minute| minute < 60)).then_some(start)
}

/// How many words and marks a time of day may have.
const TIME: usize = 10;

/// Whether no sentence leads up to the label: "First published", "Ana Lee | updated".
fn opens(line: Line<'_>, label: usize) -> bool {
    let is_second = label == 1 && line.is_any(0, &["first", "last", "originally"]);
    let is_for_release = label == 2 && line.is(0, "for") && line.is(1, "immediate");
    is_second || is_for_release || SEPARATORS.contains(&line.before(label)) || line.follows(label, LABELS)
}

/// Whether nothing of a sentence follows: the end, a separator, a byline, or the date once more.
fn is_set_off(line: Line<'_>, at: usize) -> bool {
    at >= line.tokens.len()
        || SEPARATORS.contains(&line.word(at))
        || line.is_any(at, &["by", "from", "updated", "published", "source"])
        || (line.kind(at) == Some(Kind::Number) && read::date(line, at).is_some())
        || (line.is_any(at, &[",", ".", ")", "]"]) && at + 1 == line.tokens.len())
}

/// Whether a separator or a byline stands before the date.
fn is_set_off_before(line: Line<'_>, at: usize) -> bool {
    let is_byline = line.is(0, "by") && line.before(at) == ",";
    at > 0 && (SEPARATORS.contains(&line.before(at)) || is_byline)
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

#[cfg(test)]
mod tests {
    use super::find;
    use jiff::civil::Date;
    use jiff::civil::date;
    use proptest::prelude::proptest;

    const DAY: Date = date(2026, 5, 6);

    #[track_caller]
    fn check(text: &str, expected: Option<Date>) {
        assert_eq!(find(text), expected, "{text:?}");
    }

    #[test]
    fn a_label_announces_the_date() {
        check(" date 2026-05-06 Harbour Opens After Long Dispute |\n\nThe harbour opened.", Some(DAY));
        check("Harbour opens\n\nBy : Agency\nUpdate: 2026-05-06 06:58 GMT\nThe harbour opened.", Some(DAY));
        check("Harbour opens\nPublished May 6, 2026", Some(DAY));
        check("Harbour opens\nFirst published on Wed 6 May 2026 20.21 BST", Some(DAY));
        check("Harbour opens\nPublished 10:15 AM EST, May 6, 2026\nThe harbour opened.", Some(DAY));
        check("Harbour opens\nPublished: 12:15, 6 May 2026 | Updated: 14:20, 7 May 2026", Some(DAY));
        check("For immediate release: May 6, 2026\nThe harbour opened.", Some(DAY));
    }

    #[test]
    fn a_date_may_stand_alone() {
        check(" date 2026-05-06 6 May 2026 20:21 (UTC+04:00)\n\nBy Ana Lee", Some(DAY));
        check("6 May 2026 20:21 (UTC+04:00)\n\nThe harbour opened.", Some(DAY));
        check("Harbour opens\n(May 6, 2026)\nThe harbour opened.", Some(DAY));
        check("2026-05-06T06:58:00Z\nThe harbour opened.", Some(DAY));
    }

    #[test]
    fn a_byline_ends_in_the_date() {
        check("Harbour opens\nBy Ana Lee | May 6, 2026\nThe harbour opened.", Some(DAY));
        check("Harbour opens\nBy Ana Lee, May 6, 2026\nThe harbour opened.", Some(DAY));
    }

    #[test]
    fn a_dateline_opens_a_paragraph() {
        let rest =
            "The harbour opened after a dispute of many years between the town and the owners of its quays.";
        check(&format!("LISBON, May 6, 2026 (Agency) — {rest}"), Some(DAY));
        check(&format!("LISBON (Agency) — May 6, 2026 — {rest}"), Some(DAY));
        check(&format!("LISBON (6 May 2026) — {rest}"), Some(DAY));
        check(&format!("Lisbon (ag) - 6 May 2026 - {rest}"), Some(DAY));
        check(&format!("PORT ALDER--(AGENCY WIRE)--May 6, 2026--{rest}"), Some(DAY));
        check(&format!("Lisbon. May 6, 2026. AGENCY - {rest}"), Some(DAY));
        check(&format!("ST. ALDER, Vel., May 6, 2026: {rest}"), Some(DAY));
        check(&format!("LISBON, May 6 — {rest}"), None);
        check(&format!("© 2026 Agency\nLISBON, May 6 — {rest}"), Some(DAY));
    }

    #[test]
    fn dates_in_prose_are_no_datelines() {
        check("On May 6, 2026, the harbour opened.", None);
        check("May 6, 2026, was a cold day.", None);
        check("The report, released May 6, 2026, says little.", None);
        check("The storm of May 6, 2026 | A history", None);
        check("The due date 2026-05-06 passed.", None);
        check("Seen on 05/06/2026.", None);
    }

    #[test]
    fn only_the_first_lines_count() {
        check(&format!("{}Published May 6, 2026", "The harbour opened.\n".repeat(40)), None);
        check("", None);
    }

    proptest! {
        #[test]
        fn any_text_is_survived(text in "(\\PC|\n){0,80}") {
            find(&text);
        }
    }
}
