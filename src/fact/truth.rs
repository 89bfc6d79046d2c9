//! What is true, and when: `value`, `timeline` or `watch`, of which a fact has exactly one.

use crate::fact::Place;
use crate::fact::mistake::Mistake;
use crate::fact::mistake::all_of;
use crate::fact::raw::Node;
use crate::fact::table::Table;
use crate::fact::timeline::Entry;
use crate::fact::timeline::Timeline;
use jiff::civil::Date;

/// An entry as it is written.
struct Written<T> {
    value: T,
    from: Option<Date>,
    until: Option<Date>,
    from_place: Place,
    until_place: Place,
}

/// Reads the truth of a fact, each value of it by `canonical`; `example` is a line to copy.
pub fn read<T>(
    table: &mut Table<'_>,
    example: &str,
    mut canonical: impl FnMut(&Node) -> Result<T, Mistake>,
) -> Option<Timeline<T>> {
    let is_watched = table.flag("watch");
    let is_single = only_one(table, is_watched, example);
    let always = table.take("value").map(|node| table.noted(canonical(node)));
    let timeline = table.peek("timeline").map(|_| timeline(table, &mut canonical));
    if !is_single {
        return None;
    }
    match (always, timeline) {
        (Some(value), _) => value.map(Timeline::always),
        (None, Some(timeline)) => timeline,
        (None, None) => Some(Timeline::unknown()),
    }
}

/// Whether exactly one of the three is there.
fn only_one(table: &mut Table<'_>, is_watched: bool, example: &str) -> bool {
    let is_there = |key: &&str| table.peek(key).is_some() && (*key != "watch" || is_watched);
    let given: Vec<&str> = ["value", "timeline", "watch"].into_iter().filter(is_there).collect();
    match given.as_slice() {
        [] => {
            if !table.is_misspelt("timeline") && !table.is_misspelt("watch") {
                table.miss_as("value", example);
            }
            false
        }
        [_] => true,
        [first, .., last] => {
            let (place, other) = (table.key_place(last), table.key_place(first));
            let mistake = Mistake::error(
                place.unwrap_or(table.place),
                format!("{} has {} and may have only one of them", table.name, all_of(given.iter().copied())),
            );
            table.report(mistake.label(other.unwrap_or(table.place), "the other one").help(
                "keep `value` for what does not change, `timeline` for what does, `watch` for what nobody knows",
            ));
            false
        }
    }
}

fn timeline<T>(
    table: &mut Table<'_>,
    canonical: &mut impl FnMut(&Node) -> Result<T, Mistake>,
) -> Option<Timeline<T>> {
    let items = table.items("timeline", "a list of values with dates");
    if items.is_empty() && table.is_sound() {
        let empty = Mistake::error(table.place_of("timeline"), "`timeline` is empty");
        table.report(empty.help("add an entry such as { value = …, from = 2026-03-04 }, or use `value`"));
    }
    let read: Vec<Option<Written<T>>> = items.iter().map(|node| entry(table, node, canonical)).collect();
    let mut written = Vec::with_capacity(read.len());
    for entry in read {
        written.push(entry?);
    }
    check_order(table, &written);
    Some(Timeline { entries: closed(written) })
}

fn entry<T>(
    table: &mut Table<'_>,
    node: &Node,
    canonical: &mut impl FnMut(&Node) -> Result<T, Mistake>,
) -> Option<Written<T>> {
    let Some(mut inner) = Table::new(node, "this entry") else {
        let mistake = Mistake::error(
            node.place,
            format!("an entry of `timeline` is a table, and this is {}", node.sort()),
        );
        table.report(mistake.help("write it in braces: { value = …, from = 2026-03-04 }"));
        return None;
    };
    let read = fields(&mut inner, canonical);
    inner.close(&["value", "from", "until"]).into_iter().for_each(|mistake| table.report(mistake));
    read
}

fn fields<T>(
    inner: &mut Table<'_>,
    canonical: &mut impl FnMut(&Node) -> Result<T, Mistake>,
) -> Option<Written<T>> {
    if inner.peek("value").is_none() {
        inner.miss_as("value", "{ value = …, from = 2026-03-04 }");
    }
    if inner.peek("from").is_none() {
        inner.miss("from");
    }
    let value = inner.take("value").and_then(|node| inner.noted(canonical(node)));
    let (from_place, until_place) = (inner.place_of("from"), inner.place_of("until"));
    let (from, until) = (inner.day("from"), inner.day("until"));
    Some(Written { value: value?, from, until, from_place, until_place })
}

fn check_order<T>(table: &mut Table<'_>, written: &[Written<T>]) {
    for entry in written {
        check_entry(table, entry);
    }
    for pair in written.windows(2) {
        if let [before, after] = pair {
            check_pair(table, before, after);
        }
    }
}

fn check_entry<T>(table: &mut Table<'_>, entry: &Written<T>) {
    let (Some(from), Some(until)) = (entry.from, entry.until) else { return };
    if until < from {
        let mistake =
            Mistake::error(entry.until_place, format!("this entry ends before it begins, on {from}"));
        table.report(
            mistake.label(entry.from_place, "it begins here").help("swap the two dates, or mend one"),
        );
    }
}

fn check_pair<T>(table: &mut Table<'_>, before: &Written<T>, after: &Written<T>) {
    let (Some(first), Some(second)) = (before.from, after.from) else { return };
    if second <= first {
        let mistake = Mistake::error(after.from_place, format!("this entry does not begin after {first}"));
        let help = "put the entries in the order of their dates, the earliest first";
        table.report(mistake.label(before.from_place, "the entry before it begins here").help(help));
        return;
    }
    let Some(end) = before.until.filter(|end| second < *end) else { return };
    let mistake = Mistake::error(
        after.from_place,
        format!("this entry begins before the one before it ends, on {end}"),
    );
    let help = format!("let the one before end on {second}, the day of change, or earlier");
    table.report(mistake.label(before.until_place, "it ends here").help(help));
}

/// Ends each entry that has no end on the day before the next one begins.
fn closed<T>(written: Vec<Written<T>>) -> Vec<Entry<T>> {
    let begins: Vec<Option<Date>> = written.iter().map(|entry| entry.from).collect();
    let next = begins.into_iter().skip(1).chain([None]);
    let day_before = |day: Date| day.yesterday().ok();
    let close = |(entry, next): (Written<T>, Option<Date>)| Entry {
        value: entry.value,
        from: entry.from,
        until: entry.until.or_else(|| next.and_then(day_before)),
    };
    written.into_iter().zip(next).map(close).collect()
}

#[cfg(test)]
mod tests {
    use crate::fact::Kind;
    use crate::fact::trial::check_fact;
    use crate::fact::trial::fact;

    const KEYS: &str = "kind = 'count'\nsubject = 'league'\nattribute = ['club']";

    #[track_caller]
    fn check(timeline: &str, expected: &[(&str, &str, &str)]) {
        check_fact(&format!("{KEYS}\ntimeline = [{timeline}]"), expected);
    }

    /// The first and last days of the entries of a sound timeline.
    fn days(timeline: &str) -> Vec<String> {
        let Kind::Count(value) = fact(&format!("{KEYS}\ntimeline = [{timeline}]")).kind else {
            panic!("no count")
        };
        let day = |day: Option<jiff::civil::Date>| day.map_or("…".to_owned(), |day| day.to_string());
        value.stretches().into_iter().map(|(from, until)| format!("{} {}", day(from), day(until))).collect()
    }

    #[test]
    fn an_entry_ends_on_the_day_before_the_next() {
        let two = "{ value = 1, from = 2020-01-01 }, { value = 2, from = 2021-03-01 }";
        assert_eq!(days(two), ["2020-01-01 2021-02-28", "2021-03-01 …"]);
    }

    #[test]
    fn two_entries_may_share_the_day_of_change() {
        let two = "{ value = 1, from = 2020-01-01, until = 2021-03-01 }, { value = 2, from = 2021-03-01 }";
        assert_eq!(days(two), ["2020-01-01 2021-03-01", "2021-03-01 …"]);
    }

    #[test]
    fn two_entries_share_no_more_than_a_day() {
        check(
            "{ value = 1, from = 2020-01-01, until = 2021-03-02 }, { value = 2, from = 2021-03-01 }",
            &[(
                "2021-03-01",
                "this entry begins before the one before it ends, on 2021-03-02",
                "let the one before end on 2021-03-01, the day of change, or earlier",
            )],
        );
    }

    #[test]
    fn entries_are_in_order() {
        let help = "put the entries in the order of their dates, the earliest first";
        check(
            "{ value = 1, from = 2021-01-01 }, { value = 2, from = 2020-01-01 }, { value = 2, from = 2020-01-01 }",
            &[
                ("2020-01-01", "this entry does not begin after 2021-01-01", help),
                ("2020-01-01", "this entry does not begin after 2020-01-01", help),
            ],
        );
    }

    #[test]
    fn an_entry_ends_after_it_begins() {
        check(
            "{ value = 1, from = 2021-01-01, until = 2020-01-01 }",
            &[(
                "2020-01-01",
                "this entry ends before it begins, on 2021-01-01",
                "swap the two dates, or mend one",
            )],
        );
    }

    #[test]
    fn every_mistake_of_every_entry_is_found() {
        check(
            "{ value = 1 }, { valeu = 2, from = '2020-01-01' }, 3, { value = 4, from = 2022-01-01, to = 2023-01-01 }",
            &[
                ("{ value = 1 }", "this entry needs `from`", "add a line such as: from = 2026-03-04"),
                ("valeu", "this entry has an unknown key `valeu`", "did you mean `value`?"),
                (
                    "'2020-01-01'",
                    "`from` must be a date, without quotes, and this is text",
                    "write it as in: from = 2026-03-04",
                ),
                (
                    "3",
                    "an entry of `timeline` is a table, and this is a number",
                    "write it in braces: { value = …, from = 2026-03-04 }",
                ),
                ("to", "this entry has an unknown key `to`", "known keys are `value`, `from` and `until`"),
            ],
        );
    }

    #[test]
    fn a_timeline_is_not_empty() {
        let help = "add an entry such as { value = …, from = 2026-03-04 }, or use `value`";
        check("", &[("[]", "`timeline` is empty", help)]);
    }

    #[test]
    fn a_misspelt_timeline_is_one_mistake() {
        let message = "fact `it` has an unknown key `timelines`";
        check_fact(&format!("{KEYS}\ntimelines = []"), &[("timelines", message, "did you mean `timeline`?")]);
    }
}
