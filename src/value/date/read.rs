//! Finds the dates and times of day among tokens.

use crate::span::Span;
use crate::token::Token;
use crate::value::Amount;
use crate::value::Form;
use crate::value::Grain;
use crate::value::Kind;
use crate::value::Modifier;
use crate::value::Role;
use crate::value::Scope;
use crate::value::Value;
use crate::value::date::Period;
use crate::value::date::ago;
use crate::value::date::clock;
use crate::value::date::line::Line;
use crate::value::date::part;
use crate::value::date::period;
use crate::value::date::plain;
use crate::value::date::range;
use crate::value::date::resolve;
use crate::value::date::spoken::Read;
use crate::value::date::spoken::Spoken;
use crate::value::date::starter;
use crate::value::date::words::PREPOSITIONS;
use crate::value::list::Table;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// Words before a distance or year that loosen it.
const HEDGES: &Table<Modifier> = &Table::of(&[
    ("about", Modifier::Approx),
    ("around", Modifier::Approx),
    ("roughly", Modifier::Approx),
    ("some", Modifier::Approx),
    ("circa", Modifier::Approx),
    ("approximately", Modifier::Approx),
    ("nearly", Modifier::Below),
    ("almost", Modifier::Below),
    ("over", Modifier::More),
    ("than", Modifier::More),
    ("before", Modifier::Less),
    ("after", Modifier::More),
    ("by", Modifier::AtMost),
]);

/// Every date and time of day among `tokens`, in order, none overlapping another.
///
/// `today` is asked when there is a date that may hang on it. One that hangs on an unknown day has no candidate: a relative one without
/// `today`, and "a week earlier" always.
pub fn all(text: &str, tokens: &[Token], today: impl Fn() -> Option<Date>) -> Vec<Value> {
    let line = Line { text, tokens };
    let mut values = Vec::new();
    let mut end = 0;
    for at in (0..tokens.len()).filter(|at| starter::is_at(line, *at)) {
        if at < end {
            continue;
        }
        if let Some((value, after)) = one(line, at, &today) {
            values.push(value);
            end = after;
        }
    }
    values
}

fn one(line: Line<'_>, at: usize, today: impl Fn() -> Option<Date>) -> Option<(Value, usize)> {
    if let Some(read) = date(line, at) {
        let today = if resolve::hangs_on_today(&read.spoken) { today() } else { None };
        return Some((dated(line, at, &read, today), read.end));
    }
    let time = clock::read(line, at)?;
    let core = line.span(at, time.end);
    Some((value(core, core, Kind::Time, Amount::Label(time.label)), time.end))
}

/// The date at `at`, with the second one of a range.
pub fn date(line: Line<'_>, at: usize) -> Option<Read> {
    let read = part::read(line, at).or_else(|| ago::read(line, at)).or_else(|| plain::read(line, at))?;
    range::extend(line, at, &read).or(Some(read))
}

fn dated(line: Line<'_>, at: usize, read: &Read, today: Option<Date>) -> Value {
    let core = line.span(at, end(line, at, read.end));
    let modifier = modifier(line, at, &read.spoken);
    let amount = match &read.spoken {
        Spoken::Label(label) => Amount::Label(label.clone()),
        spoken => Amount::Dates(loosen(resolve::all(spoken, today), spoken, modifier)),
    };
    let full = line.span(full_start(line, at), read.end).join(core);
    Value { modifier, ..value(core, full, Kind::Date, amount) }
}

/// A point that may end the sentence is not part of the date.
fn end(line: Line<'_>, at: usize, end: usize) -> usize {
    let is_point = end > at + 1 && line.word(end - 1) == ".";
    if is_point { end - 1 } else { end }
}

fn value(core: Span, full: Span, kind: Kind, amount: Amount) -> Value {
    let grain = Grain { fine: Decimal::ONE, coarse: Decimal::ONE, form: Form::Digits };
    Value {
        core,
        full,
        kind,
        amount,
        unit: None,
        grain,
        modifier: Modifier::Exact,
        role: Role::Level,
        noun: None,
        scope: Scope::Whole,
    }
}

/// The index where the article and the preposition before a date begin.
fn full_start(line: Line<'_>, at: usize) -> usize {
    let back = |at: usize, words: &[&str]| if line.follows(at, words) { at - 1 } else { at };
    back(back(at, &["the"]), PREPOSITIONS)
}

fn modifier(line: Line<'_>, at: usize, spoken: &Spoken) -> Modifier {
    let at = if line.follows(at, &["the"]) { at - 1 } else { at };
    let found = line.look(at.wrapping_sub(1), HEDGES).unwrap_or(Modifier::Exact);
    let is_less = line.is(at.wrapping_sub(2), "less");
    let is_distance = matches!(spoken, Spoken::Offset(_));
    match line.before(at).to_ascii_lowercase().as_str() {
        "than" if is_less => Modifier::Less,
        "over" | "than" if !is_distance => Modifier::Exact,
        "before" | "after" | "by" if is_distance => Modifier::Exact,
        _ => found,
    }
}

/// "More than two years ago" lies before that, "nearly two years ago" after it.
fn loosen(mut periods: Vec<Period>, spoken: &Spoken, modifier: Modifier) -> Vec<Period> {
    let is_distance = matches!(spoken, Spoken::Offset(_));
    let Some(first) = periods.first_mut().filter(|_| is_distance) else { return periods };
    let length = period::days_between(first.start, first.end);
    match modifier {
        Modifier::More => first.start = period::add_days(first.start, -length).unwrap_or(first.start),
        Modifier::Less | Modifier::Below => {
            first.end = period::add_days(first.end, length).unwrap_or(first.end)
        }
        _ => {}
    }
    periods
}

#[cfg(test)]
mod tests {
    use super::all;
    use crate::span::Span;
    use crate::token;
    use crate::value::Amount;
    use crate::value::Modifier;
    use crate::value::date::sample::TODAY;
    use crate::value::date::sample::values;
    use crate::value::date::starter::STARTERS;
    use jiff::civil::Date;
    use proptest::prelude::proptest;

    #[test]
    fn without_a_date_relative_words_stay_open() {
        let text = "It rained yesterday, on Friday and on 4 March 2025.";
        let tokens = token::split(text, Span::new(0, text.len()));
        let found = all(text, &tokens, || None);
        let counts: Vec<_> = found.iter().map(|value| n_readings(&value.amount)).collect();
        assert_eq!(counts, [0, 0, 1]);
    }

    fn n_readings(amount: &Amount) -> usize {
        if let Amount::Dates(periods) = amount { periods.len() } else { 0 }
    }

    #[track_caller]
    fn check_modifier(text: &str, expected: Modifier) {
        let found: Vec<_> = values(text).iter().map(|value| value.modifier).collect();
        assert_eq!(found, [expected], "{text:?}");
    }

    #[test]
    fn hedges_and_bounds_are_kept() {
        check_modifier("It opened on Friday.", Modifier::Exact);
        check_modifier("It opened around 1931.", Modifier::Approx);
        check_modifier("It opened before the 1940s.", Modifier::Less);
        check_modifier("It opened after March 3.", Modifier::More);
        check_modifier("It opens by 2030.", Modifier::AtMost);
        check_modifier("It opened nearly two years ago.", Modifier::Below);
    }

    fn check_order(text: &str, today: Option<Date>) {
        let tokens = token::split(text, Span::new(0, text.len()));
        let found = all(text, &tokens, || today);
        assert!(found.windows(2).all(|pair| pair[0].core.end() <= pair[1].core.start()), "{text:?}");
        assert!(found.iter().all(|value| value.full.contains(value.core)), "{text:?}");
    }

    proptest! {
        #[test]
        fn any_text_is_read_in_order(text in "\\PC{0,60}") {
            check_order(&text, Some(TODAY));
        }

        #[test]
        fn any_words_are_read_in_order(
            words in proptest::collection::vec(0..STARTERS.list.len() + EXTRA.len(), 0..12),
            today in 0..3_usize,
        ) {
            let word = |at: &usize| STARTERS.list.get(*at).or_else(|| EXTRA.get(*at - STARTERS.list.len())).copied();
            let text: String = words.iter().filter_map(word).collect::<Vec<_>>().join(" ");
            check_order(&text, [None, Some(Date::MIN), Some(Date::MAX)][today]);
        }
    }

    const EXTRA: &[&str] = &[
        "of", "the", "on", "ago", "to", "-", "31", "2026", "9999", ".", ",", "0", "and", "from", "'s", "/",
        "in", "before",
    ];
}
