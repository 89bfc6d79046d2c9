//! Distances: "four days ago", "a few weeks ago", "two weeks from now", "two days after March 3", and
//! what lies between: "the past three weeks".

use crate::token::Kind;
use crate::value::date::Grain;
use crate::value::date::Period;
use crate::value::date::line::Line;
use crate::value::date::numeral;
use crate::value::date::period;
use crate::value::date::plain;
use crate::value::date::relative;
use crate::value::date::spoken::Distance;
use crate::value::date::spoken::Offset;
use crate::value::date::spoken::Read;
use crate::value::date::spoken::Spoken;
use crate::value::date::spoken::Unit;
use crate::value::date::weekday;
use crate::value::date::words::PICKS;
use crate::value::list::Table;
use jiff::civil::Date;

/// Words for a number that is not one, from the least to the most.
const VAGUE: &Table<[i16; 2]> =
    &Table::of(&[("few", [2, 5]), ("several", [3, 9]), ("couple", [2, 3]), ("dozen", [12, 12])]);

/// A distance that ends in "ago", "from now", "after March 3", "earlier".
pub fn read(line: Line<'_>, at: usize) -> Option<Read> {
    if let Some(sign) = side(line, at).filter(|_| !is_verb(line, at)) {
        let (offset, end) = distance(line, at + 1).filter(|_| !line.is_any(at + 1, &["a", "an"]))?;
        return Some(Read { spoken: Spoken::Stretch(Offset { sign, ..offset }), end });
    }
    let (offset, end) = distance(line, at)?;
    match line.word(end).to_ascii_lowercase().as_str() {
        "ago" => Some(of(offset, -1, end + 1)),
        "hence" => Some(of(offset, 1, end + 1)),
        "from" if line.is(end + 1, "now") => Some(of(offset, 1, end + 2)),
        "from" | "after" => shifted(line, Offset { sign: 1, ..offset }, end),
        "before" => shifted(line, Offset { sign: -1, ..offset }, end),
        "earlier" | "later" => Some(Read { spoken: Spoken::Anchored, end: end + 1 }),
        _ if is_ahead(line, at, end) => Some(of(offset, 1, end)),
        _ => None,
    }
}

/// On which side of today "the past" and "the next" of something are.
fn side(line: Line<'_>, at: usize) -> Option<i32> {
    line.look(at, PICKS).map(weekday::weeks).filter(|by| *by != 0)
}

/// "Expected to last six weeks".
fn is_verb(line: Line<'_>, at: usize) -> bool {
    line.follows(at, &["to", "will", "would", "can", "could", "may", "might", "must", "should", "'ll", "not"])
}

/// How far back "will" is looked for.
const WILL: usize = 8;

/// Whether it is the end of "will leave in three weeks"; without "will" it is how long something took.
fn is_ahead(line: Line<'_>, at: usize, end: usize) -> bool {
    let ends = line.kind(end).is_none_or(|kind| kind == Kind::Mark) && line.word(end) != "-";
    let is_will = |back| line.is_any(back, &["will", "won't", "shall"]) || line.word(back).ends_with("'ll");
    ends && line.follows(at, &["in"]) && (at.saturating_sub(WILL)..at).any(is_will)
}

fn of(offset: Offset, sign: i32, end: usize) -> Read {
    Read { spoken: Spoken::Offset(Offset { sign, ..offset }), end }
}

/// "Two days after March 3"; "two days before the vote" is a duration.
fn shifted(line: Line<'_>, offset: Offset, at: usize) -> Option<Read> {
    let next = line.skip(at + 1, &["the"]);
    let from = plain::read(line, next).filter(|from| from.spoken.is_day())?;
    Some(Read { spoken: Spoken::Shifted(offset, Box::new(from.spoken)), end: from.end })
}

/// "Two weeks", "2 years, 1 month and 21 days", "a few days", "half a year".
fn distance(line: Line<'_>, at: usize) -> Option<(Offset, usize)> {
    let (mut whole, mut end) = one(line, at)?;
    // Nobody writes more than years, months, weeks and days.
    for _ in 0..3 {
        let next = line.skip(line.skip(end, &[","]), &["and"]);
        // In "on a day two years ago" the day is no part of the distance.
        if next == end && line.is_any(at, &["a", "an"]) {
            break;
        }
        let Some((more, after)) = one(line, next) else { break };
        whole = Offset { near: add(whole.near, more.near), far: add(whole.far, more.far), ..more };
        end = after;
    }
    Some((whole, end))
}

fn add(one: Distance, two: Distance) -> Distance {
    Distance { months: one.months.saturating_add(two.months), days: one.days.saturating_add(two.days) }
}

fn one(line: Line<'_>, at: usize) -> Option<(Offset, usize)> {
    let ([least, most], next) = count(line, at)?;
    let unit = relative::any_unit(line, next)?;
    let near = times(unit, i32::from(least))?;
    let far = times(unit, i32::from(most))?;
    Some((Offset { near, far, half: half(unit, most) * roundness(most), sign: -1 }, next + 1))
}

/// How many: "two", "a", "a few", "a couple of", "two or three".
fn count(line: Line<'_>, at: usize) -> Option<([i16; 2], usize)> {
    let next = line.skip(at, &["a"]);
    if let Some(range) = line.look(next, VAGUE) {
        return Some((range, line.skip(next + 1, &["of"])));
    }
    if line.is_any(at, &["a", "an"]) {
        return Some(([1, 1], at + 1));
    }
    let (least, end) = numeral::cardinal(line, at)?;
    let joined = line.is_any(end, &["or", "to"]) || (line.is_dash(end) && line.glued(end));
    let most = joined.then(|| numeral::cardinal(line, end + 1)).flatten();
    match most.filter(|(most, _)| *most > least) {
        Some((most, end)) => Some(([least, most], end)),
        None => Some(([least, least], end)),
    }
}

fn times(unit: Unit, count: i32) -> Option<Distance> {
    let (months, days) = match unit {
        Unit::Day => (0, 1),
        Unit::Week | Unit::Weekend => (0, 7),
        Unit::Month => (1, 0),
        Unit::Quarter => (3, 0),
        Unit::Year => (12, 0),
        Unit::Decade => (120, 0),
        Unit::Century => (1200, 0),
    };
    Some(Distance { months: count.checked_mul(months)?, days: count.checked_mul(days)? })
}

/// Half a unit in days; up to six days are meant exactly.
fn half(unit: Unit, count: i16) -> i32 {
    match unit {
        Unit::Day if count <= 6 => 0,
        Unit::Day => i32::from(count) / 10 + 1,
        Unit::Week | Unit::Weekend => 3,
        Unit::Month => 15,
        Unit::Quarter => 45,
        Unit::Year => 182,
        Unit::Decade => 1826,
        Unit::Century => 18262,
    }
}

/// How many half units a round number leaves open: "a hundred years ago" is nobody's exact count.
fn roundness(count: i16) -> i32 {
    let is_round = count >= 20 && count % 5 == 0;
    if is_round { i32::from(count) / 10 } else { 1 }
}

/// The stretch that lies so far from `today`, and the very day where a number was given.
pub fn resolve(offset: Offset, today: Date) -> Vec<Period> {
    let ends = [offset.near, offset.far].map(|distance| shift(today, distance, offset.sign));
    let [Some(near), Some(far)] = ends else { return Vec::new() };
    let start = period::add_days(near.min(far), -offset.half);
    let end = period::add_days(near.max(far), offset.half.saturating_add(1));
    let wide = start.zip(end).and_then(|(start, end)| period::between(start, end, grain(offset)));
    let day = (near == far).then(|| period::day(near)).flatten();
    wide.into_iter().chain(day).collect()
}

/// All the time between `today` and what lies so far from it.
pub fn stretch(offset: Offset, today: Date) -> Option<Period> {
    let far = shift(today, offset.far, offset.sign)?;
    let (first, last) = if offset.sign < 0 { (far, today) } else { (today, far) };
    let (start, end) = (period::add_days(first, i32::from(offset.sign > 0))?, period::add_days(last, 1)?);
    period::between(start, end, grain(offset))
}

fn grain(offset: Offset) -> Grain {
    match offset.half {
        0 => Grain::Day,
        1..=10 => Grain::Week,
        11..=60 => Grain::Month,
        61..=400 => Grain::Year,
        401..=4000 => Grain::Decade,
        _ => Grain::Century,
    }
}

fn shift(date: Date, by: Distance, sign: i32) -> Option<Date> {
    period::add_days(period::add_months(date, by.months.checked_mul(sign)?)?, by.days.checked_mul(sign)?)
}

/// The stretches that lie so far from each of `from`.
pub fn shift_all(offset: Offset, from: &[Period]) -> Vec<Period> {
    from.iter().flat_map(|period| resolve(offset, period.start)).collect()
}

#[cfg(test)]
mod tests {
    use crate::value::date::sample::check;

    #[test]
    fn distances_are_counted_from_today() {
        check("It sank four days ago.", &[("four days ago", "28 February 2026")]);
        check("It sank two weeks ago.", &[("two weeks ago", "15–21 February 2026")]);
        check("It sank a few days ago.", &[("a few days ago", "27 February – 2 March 2026")]);
        check(
            "It sank 1 year, 2 months and 3 days ago.",
            &[("1 year, 2 months and 3 days ago", "1 January 2025")],
        );
        check("It sails two days from now.", &[("two days from now", "6 March 2026")]);
        check("It will sail in two days.", &[("two days", "6 March 2026")]);
    }

    #[test]
    fn distances_are_counted_from_a_named_day() {
        check("It sank two days after March 3, 2025.", &[("two days after March 3, 2025", "5 March 2025")]);
    }

    #[test]
    fn stretches_end_or_begin_today() {
        check("It rained for the past three weeks.", &[("past three weeks", "11 February – 4 March 2026")]);
        check("It will be shut over the next two days.", &[("next two days", "5–6 March 2026")]);
    }

    #[test]
    fn round_numbers_are_loose() {
        check("It sank 40 years ago.", &[("40 years ago", "6 March 1984 – 1 March 1988")]);
        check("It sank 41 years ago.", &[("41 years ago", "3 September 1984 – 2 September 1985")]);
    }

    #[test]
    fn durations_are_no_dates() {
        check("It took two weeks and sank in three days.", &[]);
        check("It sank two days before the vote.", &[]);
    }

    #[test]
    fn a_bound_opens_one_side() {
        let shown = "4 September 2022 – 2 September 2024";
        check("It sank more than two years ago.", &[("two years ago", shown)]);
    }
}
