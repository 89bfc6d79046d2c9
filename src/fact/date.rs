//! Facts of kind `date`: when something happened or will.

use crate::fact::Kind;
use crate::fact::mistake::Mistake;
use crate::fact::raw::Node;
use crate::fact::scope::Scope;
use crate::fact::table::Table;
use crate::fact::table::text_of;
use crate::fact::table::wrong;
use crate::fact::truth;
use crate::value::date::Grain;
use crate::value::date::Period;
use crate::value::date::canonical::canonical;
use jiff::civil::Date;

const EXAMPLE: &str = r#"value = 2026-03-04, or value = "May 2027""#;

/// A slack beyond a year says nothing any more.
const MOST_SLACK: i32 = 366;

/// Reads what a date has of its own.
pub fn read(table: &mut Table<'_>, _scope: &Scope) -> Option<Kind> {
    let slack_days = table.take("slack-days").map(days).map_or(Some(1), |days| table.noted(days));
    let value = truth::read(table, EXAMPLE, period);
    Some(Kind::Date { value: value?, slack_days: slack_days? })
}

fn days(node: &Node) -> Result<i32, Mistake> {
    let days = node.number().and_then(|digits| digits.parse().ok());
    days.filter(|days| (0..=MOST_SLACK).contains(days))
        .ok_or_else(|| wrong(node, "slack-days", "a number of days from 0 to 366"))
}

fn period(node: &Node) -> Result<Period, Mistake> {
    match node.day() {
        Some(day) => whole_day(day).ok_or_else(|| unreadable(node, &day.to_string())),
        None => {
            let text = text_of(node, "value")?.text;
            canonical(&text).ok_or_else(|| unreadable(node, &text))
        }
    }
}

fn whole_day(day: Date) -> Option<Period> {
    Some(Period { start: day, end: day.tomorrow().ok()?, grain: Grain::Day })
}

fn unreadable(node: &Node, text: &str) -> Mistake {
    let message = format!("`{text}` is not understood as a date");
    let help = "write 2026-03-04 without quotes, or \"May 2027\", \"Q1 2026\", \"2026-02-27/2026-02-28\"";
    Mistake::error(node.place, message).help(help)
}

#[cfg(test)]
mod tests {
    use crate::fact::Kind;
    use crate::fact::trial::check_fact;
    use crate::fact::trial::fact;
    use jiff::civil::date;

    const KEYS: &str = "kind = 'date'\nsubject = 'league'\nattribute = ['founded']";

    #[track_caller]
    fn check(value: &str, start: (i16, i8, i8), end: (i16, i8, i8)) {
        let Kind::Date { value, slack_days } = fact(&format!("{KEYS}\nvalue = {value}")).kind else {
            panic!("no date")
        };
        let period = value.entries[0].value;
        assert_eq!((period.start, period.end), (date(start.0, start.1, start.2), date(end.0, end.1, end.2)));
        assert_eq!(slack_days, 1);
    }

    #[test]
    fn a_date_is_written_with_or_without_quotes() {
        check("2026-02-28", (2026, 2, 28), (2026, 3, 1));
        check("'2026-02-28'", (2026, 2, 28), (2026, 3, 1));
        check("'2023-04'", (2023, 4, 1), (2023, 5, 1));
        check("'1931'", (1931, 1, 1), (1932, 1, 1));
        check("'2026-02-27/2026-02-28'", (2026, 2, 27), (2026, 3, 1));
    }

    #[test]
    fn a_moment_is_its_local_day() {
        check("2026-02-28T23:30:00-08:00", (2026, 2, 28), (2026, 3, 1));
    }

    #[test]
    fn what_is_no_date_is_refused() {
        let help = "write 2026-03-04 without quotes, or \"May 2027\", \"Q1 2026\", \"2026-02-27/2026-02-28\"";
        let keys = format!("{KEYS}\nvalue = 'soon'\nslack-days = 1000");
        let slack = "`slack-days` must be a number of days from 0 to 366, and this is a number";
        check_fact(
            &keys,
            &[
                ("'soon'", "`soon` is not understood as a date", help),
                ("1000", slack, "write it as in: slack-days = 1"),
            ],
        );
    }
}
