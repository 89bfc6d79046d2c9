//! Weekdays that a date does not fall on: "Monday, March 3" of a year in which that is a Tuesday.
//!
//! The check needs no fact. Which of the two is wrong nobody can tell from the sentence alone, so a
//! slip names both and offers no fix.

use crate::document::Document;
use crate::document::passage;
use crate::span::Span;
use crate::value::Amount;
use crate::value::Value;
use crate::value::date::weekday;
use crate::value::glance;
use crate::verdict::signs::Signposts;
use crate::verdict::signs::WEEKDAY;
use jiff::civil::Date;
use jiff::civil::Weekday;

/// A weekday and a date that do not go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slip {
    /// Weekday and date as they are written.
    pub span: Span,
    /// The weekday alone.
    pub weekday: Span,
    /// The weekday as written.
    pub written: Weekday,
    /// The day that is meant.
    pub date: Date,
    /// The weekday it falls on.
    pub actual: Weekday,
}

/// How many bytes away from it the date may stand: "Wednesday, the seventh of September 2022".
const NEAR: usize = 40;

/// The slips of an article whose signs are known, in order. A date without a year counts only where the article has
/// a date.
pub fn find(document: &Document<'_>, signs: &Signposts) -> Vec<Slip> {
    let text = &*document.text;
    let dated = signs.with(WEEKDAY).filter(|word| may_be_dated(text, *word));
    let sentences = document.holding(dated.map(Span::start));
    let values = sentences.into_iter().flat_map(|sentence| document.values(sentence));
    values.filter_map(|value| slip(text, value)).collect()
}

/// Whether a date with a figure stands near a weekday.
fn may_be_dated(text: &str, weekday: Span) -> bool {
    let start = passage::boundary(text, weekday.start().saturating_sub(NEAR));
    glance::has_date(&text[start..passage::boundary(text, weekday.end() + NEAR)])
}

fn slip(text: &str, value: &Value) -> Option<Slip> {
    let mismatch = weekday::mismatch(text, value)?;
    let Amount::Dates(periods) = &value.amount else { return None };
    Some(Slip {
        span: value.core,
        weekday: mismatch.token.span,
        written: mismatch.written,
        date: periods.first()?.start,
        actual: mismatch.actual,
    })
}

#[cfg(test)]
mod tests {
    use super::Slip;
    use super::find;
    use crate::document::Document;
    use crate::verdict::signs::Signposts;
    use jiff::civil::Weekday;
    use jiff::civil::date;

    fn find_in(document: &Document<'_>) -> Vec<Slip> {
        find(document, &Signposts::of(&document.text))
    }

    /// Each slip as its words and the weekday the date falls on.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, Weekday)]) {
        let document = Document::plain(text, Some(date(2026, 3, 4)));
        let found: Vec<_> = find_in(&document).iter().map(|slip| (slip.span.of(text), slip.actual)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_wrong_weekday_is_found() {
        check("The port opened on Monday, March 3.", &[("Monday, March 3", Weekday::Tuesday)]);
        check("It shut on Friday, 13 June 2025.", &[]);
        check("It shut on Thursday, 13 June 2025.", &[("Thursday, 13 June 2025", Weekday::Friday)]);
    }

    #[test]
    fn a_day_may_touch_its_month() {
        check("The port opened on Monday, 3Mar.", &[("Monday, 3Mar", Weekday::Tuesday)]);
    }

    #[test]
    fn capitals_make_no_difference() {
        check("PORT OPENS MONDAY, MARCH 3", &[("MONDAY, MARCH 3", Weekday::Tuesday)]);
        check("the port opened on monday, march 3", &[("monday, march 3", Weekday::Tuesday)]);
    }

    #[test]
    fn a_right_or_lonely_weekday_is_left_alone() {
        check("The port opened on Tuesday, March 3.", &[]);
        check("The port opened on Monday with 12 boats.", &[]);
    }

    #[test]
    fn without_a_date_of_the_article_only_full_dates_count() {
        let text = "It opened on Monday, March 3. It shut on Thursday, 13 June 2025.";
        let slips = find_in(&Document::plain(text, None));
        let found: Vec<_> = slips.iter().map(|slip| slip.weekday.of(text)).collect();
        assert_eq!(found, ["Thursday"]);
    }
}
