//! A truth over time.

use jiff::civil::Date;

/// A value and the days, ends included, on which it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<T> {
    /// The value.
    pub value: T,
    /// The first day; `None` is since ever.
    pub from: Option<Date>,
    /// The last day; `None` is until further notice.
    pub until: Option<Date>,
}

impl<T> Entry<T> {
    /// Whether it holds on `day`.
    pub fn holds_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// The entries of a truth, in order; two may share their day of change, and then both hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline<T> {
    /// The entries.
    pub entries: Vec<Entry<T>>,
}

impl<T> Timeline<T> {
    /// A truth that does not change.
    pub fn always(value: T) -> Timeline<T> {
        Timeline { entries: vec![Entry { value, from: None, until: None }] }
    }

    /// No truth at all, as of a fact that is only watched.
    pub fn unknown() -> Timeline<T> {
        Timeline { entries: Vec::new() }
    }

    /// The same timeline with other values; `None` if one of them has none.
    pub fn try_map<U>(&self, mut change: impl FnMut(&T) -> Option<U>) -> Option<Timeline<U>> {
        let mut changed = |entry: &Entry<T>| {
            Some(Entry { value: change(&entry.value)?, from: entry.from, until: entry.until })
        };
        let entries: Option<Vec<Entry<U>>> = self.entries.iter().map(&mut changed).collect();
        Some(Timeline { entries: entries? })
    }

    /// The first and last day of each entry.
    pub fn stretches(&self) -> Vec<(Option<Date>, Option<Date>)> {
        self.entries.iter().map(|entry| (entry.from, entry.until)).collect()
    }

    /// The entries that hold on `day`, or without a day the one that has no end.
    pub fn at(&self, day: Option<Date>) -> Vec<&Entry<T>> {
        let holds = |entry: &&Entry<T>| match day {
            Some(day) => entry.holds_on(day),
            None => entry.until.is_none(),
        };
        self.entries.iter().filter(holds).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Entry;
    use super::Timeline;
    use jiff::civil::date;

    fn two() -> Timeline<u8> {
        let change = date(2020, 4, 6);
        Timeline {
            entries: vec![
                Entry { value: 1, from: Some(date(2012, 1, 1)), until: Some(change) },
                Entry { value: 2, from: Some(change), until: None },
            ],
        }
    }

    #[track_caller]
    fn check(day: Option<jiff::civil::Date>, expected: &[u8]) {
        let timeline = two();
        let found: Vec<u8> = timeline.at(day).iter().map(|entry| entry.value).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn both_hold_on_the_day_of_change() {
        check(Some(date(2020, 4, 6)), &[1, 2]);
    }

    #[test]
    fn nothing_is_known_before_the_first() {
        check(Some(date(2011, 12, 31)), &[]);
    }

    #[test]
    fn without_a_day_the_open_end_holds() {
        check(None, &[2]);
    }
}
