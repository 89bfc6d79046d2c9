//! Another day in the place of one.

use crate::document::Document;
use crate::lint::mend::Words;
use crate::lint::mend::day;
use crate::value::Amount;
use crate::value::Value;
use crate::value::date::Grain;
use crate::value::date::Period;
use crate::value::date::period;
use jiff::ToSpan;
use jiff::civil::Date;

/// By how many days a day moves: most by more than a slack of a few days.
const DAYS: &[i32] = &[10, -10, 3, -3, 35, 400];
/// By how many months a month moves, and by how many years a year.
const STEPS: &[i32] = &[1, -1, 2, -2];

/// Ways to write another date where `value` stands, each with the date.
pub(crate) fn all(document: &Document<'_>, value: &Value) -> Vec<(Period, Words)> {
    let Amount::Dates(periods) = &value.amount else { return Vec::new() };
    let Some(old) = periods.first() else { return Vec::new() };
    let written = document.slice(value.core);
    let mut found: Vec<(Period, Words)> = Vec::new();
    for new in others(*old) {
        let text = day::written(written, new).filter(|text| text != written);
        let is_new = |text: &String| found.iter().all(|(_, words)| words.text != *text);
        found.extend(text.filter(is_new).map(|text| (new, Words { span: value.core, text })));
    }
    found
}

fn others(old: Period) -> Vec<Period> {
    match old.grain {
        Grain::Day => days(old.start),
        Grain::Month => {
            let moved = STEPS.iter().filter_map(|by| old.start.checked_add(by.months()).ok());
            moved.filter_map(|first| period::month(first.year(), first.month())).collect()
        }
        Grain::Year => {
            let moved = STEPS.iter().filter_map(|by| old.start.checked_add(by.years()).ok());
            moved
                .filter_map(|first| {
                    Some(Period { start: first, end: first.checked_add(1.year()).ok()?, grain: Grain::Year })
                })
                .collect()
        }
        Grain::Week | Grain::Quarter | Grain::Decade | Grain::Century => Vec::new(),
    }
}

/// Days near one; those of its own month first, for "28 February" told in March is of this year and "10 March" may
/// be of the last.
fn days(old: Date) -> Vec<Period> {
    let moved = DAYS.iter().filter_map(|by| period::day(period::add_days(old, *by)?));
    let mut days: Vec<Period> = moved.collect();
    days.sort_by_key(|day| (day.start.year(), day.start.month()) != (old.year(), old.month()));
    days
}

#[cfg(test)]
mod tests {
    use super::all;
    use crate::document::Document;
    use jiff::civil::date;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let document = Document::plain(text, Some(date(2026, 3, 4)));
        let value = &document.values(&document.sentences()[0])[0];
        let changed = all(&document, value);
        let changed: Vec<&str> = changed.iter().map(|(_, words)| words.text.as_str()).collect();
        assert_eq!(changed[..expected.len().min(changed.len())], *expected, "{text}");
    }

    #[test]
    fn dates_keep_their_form() {
        check("It opened on 14 February 2026.", &["24 February 2026", "4 February 2026"]);
        check("It opened on February 14.", &["February 24", "February 4"]);
        check("It opened on February 27.", &["February 17", "February 24"]);
        check("It opened on Tuesday.", &["Friday", "Saturday"]);
        check("It opened in May 2024.", &["June 2024", "April 2024"]);
    }

    #[test]
    fn a_day_without_a_date_stays() {
        check("It opens tomorrow.", &[]);
    }
}
