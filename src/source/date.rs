//! The day in an ISO date or date-time.

use jiff::civil::Date;

/// Reads `2026-03-04`, `2026-03-04T06:58:00+04:00` and the like: the local day as it is written.
pub fn parse(text: &str) -> Option<Date> {
    let text = text.trim();
    let (day, time) = text.split_at_checked("2026-03-04".len())?;
    (time.is_empty() || is_time(time)).then(|| parse_day(day)).flatten()
}

fn parse_day(day: &str) -> Option<Date> {
    let mut parts = day.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = digits(parts.next()?, 2)?;
    let day = digits(parts.next()?, 2)?;
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()
}

/// Whether this follows a day as a time does; what the time is does not matter here.
fn is_time(text: &str) -> bool {
    let Some(time) = text.strip_prefix(['T', 't', ' ']) else { return false };
    let hour = time.get(..2).and_then(|hour| digits(hour, 2));
    let minute = time.get(3..5).and_then(|minute| digits(minute, 2));
    hour.is_some_and(|hour| hour < 25) && time.get(2..3) == Some(":") && minute.is_some_and(|m| m < 60)
}

fn digits(text: &str, count: usize) -> Option<i16> {
    let is_number = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[track_caller]
    fn check(text: &str, day: Option<&str>) {
        assert_eq!(parse(text).map(|day| day.to_string()).as_deref(), day, "{text:?}");
    }

    #[test]
    fn a_day_is_read() {
        check("2026-03-04", Some("2026-03-04"));
        check(" 2026-03-04\n", Some("2026-03-04"));
    }

    #[test]
    fn a_moment_is_the_local_day_as_written() {
        check("2026-03-04T23:58:00Z", Some("2026-03-04"));
        check("2026-03-04T00:30:00.123+14:00", Some("2026-03-04"));
        check("2026-03-04 06:58", Some("2026-03-04"));
    }

    #[test]
    fn anything_else_is_not_a_date() {
        check("", None);
        check("4 March 2026", None);
        check("2026-02-30", None);
        check("2026-3-4", None);
        check("2026-03", None);
        check("2026-03-041", None);
        check("2026-03-04T", None);
        check("2026-03-04 to 2026-03-05", None);
        check("2026-03-0é", None);
        check("2026-03-04Té", None);
    }
}
