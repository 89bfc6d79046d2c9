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
    wide.contains(truth) || truth.contains(mention)
}

fn misses_little(truth: Period, mention: Period, slack_days: i32) -> bool {
    let gap =
        period::days_between(truth.end, mention.start).max(period::days_between(mention.end, truth.start));
    // Neighbouring days have no gap between them and are one day apart.
    gap < slack(mention, slack_days)
}

fn slack(mention: Period, days: i32) -> i32 {
    let is_part = period::days_between(mention.start, mention.end) < 28;
    match mention.grain {
        Grain::Day | Grain::Week => days,
        Grain::Month if is_part => days.max(MONTH_PART_SLACK),
        Grain::Month | Grain::Quarter | Grain::Year | Grain::Decade | Grain::Century => 0,
    }
}
