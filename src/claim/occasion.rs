//! Which time a figure is of, where its fact is of one: a quarter, a half, a year, a day.
//!
//! "The company's revenue in the third quarter was $4 billion" says nothing of the fourth quarter or of
//! the year. What the fact's own sentence names is held against what the clause of a value names.

use crate::bits;
use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::fact::Fact;
use crate::fact::FactId;
use crate::fact::Kind;
use crate::fact::Nature;
use crate::span::Span;
use crate::token;
use crate::token::Token;
use crate::value::Amount;
use crate::value::Value;
use crate::value::date;
use crate::value::date::Grain;
use std::ops::Range;

/// The times that the sentence of a fact names.
#[derive(Debug, Default)]
pub struct Occasion {
    stretches: Vec<Stretch>,
    days: Vec<date::Period>,
    is_measured: bool,
}

/// A stretch of a business year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stretch {
    Quarter(u8),
    Half(u8),
    Year,
    /// The same stretch a year before.
    YearBefore,
}

impl Occasion {
    /// What the sentence of `fact` names.
    pub fn of(fact: &Fact) -> Occasion {
        let text = &fact.says;
        let is_event = fact.nature == Nature::Event;
        let is_measured = matches!(fact.kind, Kind::Measure { .. });
        if !is_event && !may_name_stretch(text) {
            return Occasion { is_measured, ..Occasion::default() };
        }
        let tokens = token::split(text, Span::new(0, text.len()));
        let stretches = stretches(text, &tokens);
        // A day is only told of what happened once.
        let dates = if is_event { date::read::all(text, &tokens, || None) } else { Vec::new() };
        Occasion { stretches, days: dates.iter().filter_map(day).collect(), is_measured }
    }
}

/// Whether the clause of `core` speaks of another time than `fact` does.
pub fn is_another(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> bool {
    let own = &scene.anchors.fact(fact).occasion;
    is_other_stretch(scene, own, core) || is_other_day(scene, own, core)
}

fn is_other_stretch(scene: &Scene<'_>, own: &Occasion, core: &Range<usize>) -> bool {
    let clause = stretches(scene.text(), &scene.tokens[scene.clauses().around(core.start)]);
    let named = if clause.is_empty() { stretches(scene.text(), scene.tokens) } else { clause };
    // Whoever declares sales and names no quarter means those of the year, or of no time at all.
    if own.stretches.is_empty() {
        let is_short = |stretch: &Stretch| matches!(stretch, Stretch::Quarter(_) | Stretch::Half(_));
        return own.is_measured && named.iter().any(is_short);
    }
    let is_own = named.iter().any(|stretch| own.stretches.contains(stretch));
    !named.is_empty() && !is_own || named.contains(&Stretch::YearBefore)
}

/// "In January sales rose 2%", where the fact is of a day in February; not "…, she said on Monday".
fn is_other_day(scene: &Scene<'_>, own: &Occasion, core: &Range<usize>) -> bool {
    if own.days.is_empty() {
        return false;
    }
    let clause = scene.clauses().around(core.start);
    let is_said = |value: &Value| {
        let start = scene.tokens_of(value.full).start;
        scene.is_after(start, grammar::SAYING)
            || scene.is_after(start, &["on", "in"]) && scene.is_after(start - 1, grammar::SAYING)
    };
    // "In 2019, before the pandemic, it carried": the date that opens the sentence is that of its main clause.
    let opens = |at: usize| at <= 1 && (at + 1..at + OPENING).any(|at| scene.is(at, &[","]));
    let here = scene.values().iter().filter(|value| {
        let at = scene.token_at(value.core.start());
        clause.contains(&at) || opens(at)
    });
    let is_told = here.clone().any(|value| day(value).is_some());
    if !is_told && here.clone().any(|value| is_moved(scene, value, core.end)) {
        return true;
    }
    let mut days = here.filter(|value| !is_said(value)).filter_map(day).peekable();
    days.peek().is_some() && !days.any(|day| own.days.iter().any(|own| is_of(*own, day)))
}

/// How many words a date that opens a sentence may have before its comma.
const OPENING: usize = 4;

/// "a week earlier", "the month before": a day that is told by another one.
fn is_moved(scene: &Scene<'_>, value: &Value, end: usize) -> bool {
    let is_open = matches!(&value.amount, Amount::Dates(periods) if periods.is_empty());
    if !is_open {
        return false;
    }
    let words = scene.tokens_of(value.full);
    let is_told = scene.is(words.end.saturating_sub(1), &["earlier", "before", "later"]);
    is_told && !(end..words.start).any(|at| scene.is(at, grammar::JOINING))
}

/// The likeliest reading of a date that is no wider than a year.
fn day(value: &Value) -> Option<date::Period> {
    let Amount::Dates(periods) = &value.amount else { return None };
    periods.first().copied().filter(|period| !matches!(period.grain, Grain::Decade | Grain::Century))
}

/// Whether a figure told of `day` may be the one of `own`: a month's is not that of its year.
fn is_of(own: date::Period, day: date::Period) -> bool {
    let is_part = own.grain == Grain::Year && day.grain != Grain::Year;
    meet(own, day) && !is_part
}

/// Whether two stretches of the calendar share a day, or nearly so: news of a day is told on the next.
fn meet(left: date::Period, right: date::Period) -> bool {
    let is_day = |period: date::Period| matches!(period.grain, Grain::Day | Grain::Week);
    let is_near = is_day(left) && is_day(right);
    let after = |period: date::Period| {
        if is_near { period.end.tomorrow().unwrap_or(period.end) } else { period.end }
    };
    left.start < after(right) && right.start < after(left)
}

/// How the quarters of a year are counted.
const NTH: &[(&str, u8)] = &[
    ("first", 1),
    ("1st", 1),
    ("second", 2),
    ("2nd", 2),
    ("third", 3),
    ("3rd", 3),
    ("fourth", 4),
    ("4th", 4),
    ("final", 4),
    ("q1", 1),
    ("q2", 2),
    ("q3", 3),
    ("q4", 4),
    ("h1", 1),
    ("h2", 2),
];
/// Words for a whole year.
const YEARLY: &[&str] = &["annual", "annually", "yearly", "full-year"];
/// Words before "year" that make it whole, and before it that make it the one before.
const WHOLE: &[&str] = &["full", "whole", "entire"];
const BEFORE: &[&str] = &["previous", "prior", "preceding"];
/// Words behind "year" that make it the one before.
const EARLIER: &[&str] = &["earlier", "ago", "before"];

/// "up 6% from a year earlier" tells of a change to what is spoken of: how far back such a word stands.
const COMPARED: usize = 3;
const COMPARING: &[&str] = &["from", "than", "over", "versus", "vs", "against", "with", "on"];

/// Letters of which one must stand in a text that names a stretch, in any case; [`may_name_stretch`] knows by which two
/// they begin.
const SIGNS: &[&str] = &["quarter", "half", "year", "annual", "q1", "q2", "q3", "q4", "h1", "h2"];

fn may_name_stretch(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_sign = |at: usize| {
        let begins = |sign: &&str| {
            bytes[at..].get(..sign.len()).is_some_and(|word| word.eq_ignore_ascii_case(sign.as_bytes()))
        };
        SIGNS.iter().any(begins)
    };
    bits::pairs(bytes, is_one(b"qhya"), is_one(b"uaen1234")).any(|second| is_sign(second - 1))
}

/// Whether a byte is one of these, in any case.
fn is_one(letters: &[u8]) -> impl Fn(u8) -> bool {
    |byte| letters.iter().fold(false, |found, letter| found | (byte | 0x20 == *letter))
}

/// The stretches that `tokens` name.
fn stretches(text: &str, tokens: &[Token]) -> Vec<Stretch> {
    (0..tokens.len()).filter_map(|at| stretch(text, tokens, at)).collect()
}

/// The stretch that is named at the token `at`: "third quarter", "third-quarter", "Q3", "the full year".
fn stretch(text: &str, tokens: &[Token], at: usize) -> Option<Stretch> {
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|token| token.is_any(text, words));
    let nth = |at: usize| NTH.iter().find(|(word, _)| is(at, &[word])).map(|(_, n)| *n);
    let counted = || before(text, tokens, at).and_then(nth);
    if is(at, &["quarter"]) {
        counted().map(Stretch::Quarter)
    } else if is(at, &["half"]) {
        counted().map(Stretch::Half)
    } else if is(at, &["q1", "q2", "q3", "q4"]) {
        nth(at).map(Stretch::Quarter)
    } else if is(at, &["h1", "h2"]) {
        nth(at).map(Stretch::Half)
    } else if is(at, &["year"]) {
        year(text, tokens, at)
    } else {
        is(at, YEARLY).then_some(Stretch::Year)
    }
}

/// The token before `at`, over a hyphen.
fn before(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    if tokens[before].is(text, "-") { before.checked_sub(1) } else { Some(before) }
}

/// Which year the word "year" at `at` is: a whole one, the one before, or none in particular.
fn year(text: &str, tokens: &[Token], at: usize) -> Option<Stretch> {
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|token| token.is_any(text, words));
    let follows = |words: &[&str]| before(text, tokens, at).is_some_and(|before| is(before, words));
    let is_compared = (at.saturating_sub(COMPARED)..at).any(|at| is(at, COMPARING));
    if (follows(BEFORE) || is(at + 1, EARLIER)) && !is_compared {
        return Some(Stretch::YearBefore);
    }
    let is_whole = follows(WHOLE) || is(at + 1, &["as"]) && is(at + 3, &["whole"]);
    is_whole.then_some(Stretch::Year)
}

#[cfg(test)]
mod tests {
    use super::SIGNS;
    use super::Stretch;
    use super::may_name_stretch;
    use super::stretches;
    use crate::span::Span;
    use crate::token;

    #[test]
    fn every_sign_is_seen() {
        for sign in SIGNS {
            for before in [0, 62, 63, 64] {
                let text = format!("{}{sign}", " ".repeat(before));
                assert!(may_name_stretch(&text) && may_name_stretch(&text.to_uppercase()), "{text:?}");
            }
        }
        assert!(!may_name_stretch("It has a hall."));
    }

    #[track_caller]
    fn check(text: &str, expected: &[Stretch]) {
        assert_eq!(stretches(text, &token::split(text, Span::new(0, text.len()))), expected);
    }

    #[test]
    fn quarters_and_halves_are_read() {
        check("Fourth-quarter revenue rose.", &[Stretch::Quarter(4)]);
        check("Revenue in the third quarter rose from Q2.", &[Stretch::Quarter(3), Stretch::Quarter(2)]);
        check("Profit fell in the first half.", &[Stretch::Half(1)]);
        check("A quarter of them left in the second hour.", &[]);
    }

    #[test]
    fn years_are_whole_or_the_one_before() {
        check("For the full year it was more.", &[Stretch::Year]);
        check("It was more for the year as a whole.", &[Stretch::Year]);
        check(
            "In the third quarter of the previous year it was less.",
            &[Stretch::Quarter(3), Stretch::YearBefore],
        );
        check("A year earlier it was less.", &[Stretch::YearBefore]);
        check("This year it is more.", &[]);
    }
}
