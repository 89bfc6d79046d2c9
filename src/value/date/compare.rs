//! Whether a date that an article gives is the true one.

use crate::value::Modifier;
use crate::value::compare::Agreement;
use crate::value::date::Grain;
use crate::value::date::Period;
use crate::value::date::period;

/// Days by which a part of a month may miss: nobody counts the days of "mid-March".
const MONTH_PART_SLACK: i32 = 3;

/// Compares what an article says, the likeliest reading first, with the true stretch.
///
/// The likeliest reading agrees when it holds the truth or lies inside it. A less likely reading,
/// an overlap, or a miss by no more than `slack_days` is imprecise. Without an article date several
/// readings convict nobody.
pub fn agreement(truth: Period, candidates: &[Period], slack_days: i32, article_has_date: bool) -> Agreement {
    let Some(first) = candidates.first() else { return Agreement::Incomparable };
    if fits(truth, *first) {
        return Agreement::Consistent;
    }
    let is_near =
        |candidate: &Period| fits(truth, *candidate) || misses_little(truth, *candidate, slack_days);
    if candidates.iter().any(is_near) {
        return Agreement::Imprecise;
    }
    let is_open = candidates.len() > 1 && !article_has_date;
    if is_open { Agreement::Incomparable } else { Agreement::Contradicts }
}

/// Compares a date with "before", "after" or "by" in front, which [`agreement`] would take literally.
pub fn bounded(truth: Period, candidates: &[Period], modifier: Modifier) -> Agreement {
    let holds = |mention: &Period| match modifier {
        Modifier::Less => truth.start < mention.start,
        Modifier::AtMost => truth.start < mention.end,
        _ => truth.end > mention.end,
    };
    match candidates.first() {
        Some(_) if !is_bound(modifier) => Agreement::Incomparable,
        Some(first) if holds(first) => Agreement::Consistent,
        Some(_) if candidates.iter().any(holds) => Agreement::Imprecise,
        Some(_) => Agreement::Contradicts,
        None => Agreement::Incomparable,
    }
}

/// Whether `modifier` leaves one side of a date open.
pub fn is_bound(modifier: Modifier) -> bool {
    matches!(modifier, Modifier::Less | Modifier::AtMost | Modifier::More)
}

/// Whether one of the two holds the other; a week may begin on the Sunday before.
fn fits(truth: Period, mention: Period) -> bool {
    let is_week = mention.grain == Grain::Week && period::days_between(mention.start, mention.end) == 7;
    let sunday = period::add_days(mention.start, -1).filter(|_| is_week);
    let wide = Period { start: sunday.unwrap_or(mention.start), ..mention };
    wide.contains(truth) || truth.contains(mention) || is_part(mention) && overlap(truth, mention)
}

/// "mid-March": a part of a month, of which nobody counts the days.
fn is_part(mention: Period) -> bool {
    mention.grain == Grain::Month && period::days_between(mention.start, mention.end) < 28
}

fn overlap(one: Period, other: Period) -> bool {
    one.start < other.end && other.start < one.end
}

fn misses_little(truth: Period, mention: Period, slack_days: i32) -> bool {
    let gap =
        period::days_between(truth.end, mention.start).max(period::days_between(mention.end, truth.start));
    // Neighbouring days have no gap between them and are one day apart.
    gap < slack(mention, slack_days)
}

fn slack(mention: Period, days: i32) -> i32 {
    match mention.grain {
        Grain::Day | Grain::Week => days,
        Grain::Month if is_part(mention) => days.max(MONTH_PART_SLACK),
        Grain::Month | Grain::Quarter | Grain::Year | Grain::Decade | Grain::Century => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::agreement;
    use super::bounded;
    use crate::value::Amount;
    use crate::value::Modifier;
    use crate::value::compare::Agreement;
    use crate::value::date::near;
    use crate::value::date::period;
    use crate::value::date::sample::values;
    use crate::value::date::spoken::Pick;
    use jiff::civil::Date;
    use jiff::civil::Weekday;
    use jiff::civil::date;

    const DAY: Date = date(2026, 2, 28);

    #[track_caller]
    fn check(mention: &str, expected: Agreement) {
        let values = values(mention);
        let Some(Amount::Dates(periods)) = values.first().map(|value| &value.amount) else {
            panic!("no date")
        };
        let truth = period::day(DAY).unwrap_or_else(|| panic!("no day"));
        assert_eq!(agreement(truth, periods, 1, true), expected, "{mention:?}");
    }

    #[test]
    fn a_coarser_or_finer_date_agrees() {
        check("on February 28", Agreement::Consistent);
        check("last month", Agreement::Consistent);
        check("late last week", Agreement::Consistent);
        check("on Saturday", Agreement::Consistent);
    }

    #[test]
    fn a_day_beside_it_is_imprecise() {
        check("on Friday", Agreement::Imprecise);
        check("on March 1", Agreement::Imprecise);
        check("in mid-February", Agreement::Contradicts);
        check("on February 26", Agreement::Contradicts);
        check("last year", Agreement::Contradicts);
    }

    #[test]
    fn a_less_likely_reading_is_imprecise() {
        let truth = period::day(date(2026, 3, 6)).unwrap_or_else(|| panic!("no day"));
        let friday = near::weekday(date(2026, 3, 4), Weekday::Friday, Pick::Bare);
        assert_eq!(agreement(truth, &friday, 1, true), Agreement::Imprecise);
    }

    #[test]
    fn an_unresolved_date_says_nothing() {
        check("the day before", Agreement::Incomparable);
    }

    #[test]
    fn a_week_may_begin_on_sunday() {
        let truth = period::day(date(2026, 2, 22)).unwrap_or_else(|| panic!("no day"));
        let week: Vec<_> = period::week(date(2026, 3, 4), -1).into_iter().collect();
        assert_eq!(agreement(truth, &week, 0, true), Agreement::Consistent);
    }

    #[test]
    fn a_bound_is_kept_or_broken() {
        let truth = period::day(DAY).unwrap_or_else(|| panic!("no day"));
        let march: Vec<_> = period::month(2026, 3).into_iter().collect();
        assert_eq!(bounded(truth, &march, Modifier::Less), Agreement::Consistent);
        assert_eq!(bounded(truth, &march, Modifier::AtMost), Agreement::Consistent);
        assert_eq!(bounded(truth, &march, Modifier::More), Agreement::Contradicts);
        assert_eq!(bounded(truth, &march, Modifier::Exact), Agreement::Incomparable);
    }
}
