//! The truth of a fact, in words.

use crate::fact::Kind;
use crate::fact::Rules;
use crate::fact::timeline::Entry;
use crate::fact::timeline::Timeline;
use crate::value::Amount;
use crate::value::Value;
use crate::value::date::Period;

/// The name of a kind as rules write it.
pub fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::Count(_) => "count",
        Kind::Measure { .. } => "measure",
        Kind::Date { .. } => "date",
        Kind::Term { .. } => "term",
        Kind::Role { .. } => "role",
        Kind::Quote { .. } => "quote",
        Kind::Name { .. } => "name",
        Kind::Statement { .. } => "statement",
    }
}

/// The truth, a line an entry of its timeline.
pub fn lines(rules: &Rules, kind: &Kind) -> Vec<String> {
    match kind {
        Kind::Count(values) => entries(values, ToString::to_string),
        Kind::Measure { value, .. } => entries(value, measure),
        Kind::Date { value, .. } => entries(value, |period| days(*period)),
        Kind::Term { value, .. } => entries(value, Clone::clone),
        Kind::Role { holder, .. } => entries(holder, |holder| rules.holder_name(holder)),
        Kind::Quote { words, .. } => vec![format!("“{words}”")],
        Kind::Name { written, .. } => vec![written.clone()],
        Kind::Statement { patterns, holds, .. } => {
            let verb = if *holds { "it is so" } else { "it is not so" };
            patterns.iter().map(|pattern| format!("{verb}: {pattern}")).collect()
        }
    }
}

fn entries<T>(timeline: &Timeline<T>, show: impl Fn(&T) -> String) -> Vec<String> {
    let entry = |entry: &Entry<T>| {
        let from = entry.from.map(|day| format!(" from {day}"));
        let until = entry.until.map(|day| format!(" until {day}"));
        format!("{}{}{}", show(&entry.value), from.unwrap_or_default(), until.unwrap_or_default())
    };
    timeline.entries.iter().map(entry).collect()
}

fn measure(value: &Value) -> String {
    let amount = amount(&value.amount);
    value.unit.as_ref().map_or(amount.clone(), |unit| format!("{amount} {}", unit.name))
}

fn amount(amount: &Amount) -> String {
    match amount {
        Amount::Exact(number) => number.normalize().to_string(),
        Amount::Range(low, high) => format!("{} to {}", low.normalize(), high.normalize()),
        Amount::Pair(one, other) => format!("{}-{}", one.normalize(), other.normalize()),
        Amount::Dates(periods) => periods.first().map_or(String::new(), |period| days(*period)),
        Amount::Label(label) => label.clone(),
    }
}

fn days(period: Period) -> String {
    match period.end.yesterday() {
        Ok(last) if last > period.start => format!("{} to {last}", period.start),
        _ => period.start.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::lines;
    use crate::fact::Kind;
    use crate::fact::Rules;
    use crate::fact::timeline::Entry;
    use crate::fact::timeline::Timeline;
    use crate::value::date::Grain;
    use crate::value::date::Period;
    use jiff::civil::date;

    #[track_caller]
    fn check(kind: &Kind, expected: &[&str]) {
        assert_eq!(lines(&Rules::default(), kind), expected);
    }

    #[test]
    fn a_timeline_is_shown_with_its_days() {
        let day = date(2024, 3, 7);
        let entries = vec![
            Entry { value: 31.into(), from: None, until: Some(day) },
            Entry { value: 32.into(), from: Some(day), until: None },
        ];
        check(&Kind::Count(Timeline { entries }), &["31 until 2024-03-07", "32 from 2024-03-07"]);
    }

    #[test]
    fn the_last_day_of_a_stretch_belongs_to_it() {
        let period = |end| Period { start: date(2026, 2, 27), end, grain: Grain::Day };
        let kind = |end| Kind::Date { value: Timeline::always(period(end)), slack_days: 1 };
        check(&kind(date(2026, 2, 28)), &["2026-02-27"]);
        check(&kind(date(2026, 3, 1)), &["2026-02-27 to 2026-02-28"]);
    }
}
