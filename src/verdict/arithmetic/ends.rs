//! What a change changed from and to.
//!
//! Every order of writing: "rose 12% to $3.1bn from $2.8bn", "fell 22%, from 9 to 7", "at 113.1, up 2.6
//! percent from 110.2", "from 843 to 1,260, a 40% increase", "rose 12% to $3.1bn, compared with $2.8bn".

use crate::value::Kind;
use crate::value::Role;
use crate::verdict::arithmetic::direction;
use crate::verdict::arithmetic::line::Line;
use crate::verdict::arithmetic::line::is_alike;
use crate::verdict::arithmetic::line::is_amount;
use std::ops::Range;

/// The values at either end of a change, by their places among the values of the line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Ends {
    pub(super) from: Option<usize>,
    pub(super) to: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    From,
    To,
}

/// How many words may stand between a number and the next one that belongs to it.
const REACH: usize = 12;
/// Words that lead to what another verb says.
const BREAKS: &[&str] = &[
    "and", "but", "while", "whereas", "although", "though", "as", "with", "that", "which", "who", "because",
    "if", "when", "than", "excluding", "including", "said", "says", ";", ":", ".", "?", "!",
];
/// Prepositions that lead to the earlier number.
const FROM: &[&[&str]] = &[
    &["compared", "with"],
    &["compared", "to"],
    &["against"],
    &["versus"],
    &["vs"],
    &["vs."],
    // "20% higher than the $100 million", "up 20% on the 2,000 tonnes".
    &["than"],
    &["on", "the"],
    &["from"],
];

/// Both ends of the change that the tokens `change` state.
pub(super) fn around(line: &Line<'_>, change: Range<usize>) -> Option<(usize, usize)> {
    let after = after(line, change.end);
    let found = match (after.from, after.to) {
        (Some(from), Some(to)) => Some((from, to)),
        (Some(from), None) => level_before(line, change.start, from).map(|to| (from, to)),
        (None, None) => pair_before(line, change.start),
        (None, Some(_)) => None,
    };
    found.filter(|(from, to)| is_alike(&line.values[*from], &line.values[*to]))
}

/// What is said after the change that ends before the token `end`.
fn after(line: &Line<'_>, end: usize) -> Ends {
    let mut ends = Ends::default();
    let (mut at, mut left) = (past_noun(line, end), REACH);
    while left > 0 && at < line.tokens.len() {
        if let Some((end, value)) = end_at(line, at) {
            let place = if end == End::From { &mut ends.from } else { &mut ends.to };
            if place.is_some() {
                break;
            }
            *place = Some(value);
            (at, left) = (line.after(value), REACH);
        } else if let Some(next) = passed(line, at) {
            (at, left) = (next, left - 1);
        } else {
            break;
        }
    }
    ends
}

/// How far after a number its noun may stand: "a 40% year-on-year increase".
const NOUN: usize = 7;

/// The token after the noun of the change that ends at `at`, if it has one.
fn past_noun(line: &Line<'_>, at: usize) -> usize {
    let mut near = (at..at + NOUN).take_while(|at| !line.is(*at, &[",", "to", "from", "in", "(", "of"]));
    near.find(|at| direction::word(line.word(*at)).is_some()).map_or(at, |noun| noun + 1)
}

/// The token after the one at `at`, or after the value that begins there, if the walk may go on.
fn passed(line: &Line<'_>, at: usize) -> Option<usize> {
    // "rose $6 million, or 12%, to": the same change in other words; "or $4.06 a share" likewise.
    if line.is(at, &["or"]) {
        return line.value_near(at + 1).map(|value| line.after(value));
    }
    if line.is(at, BREAKS) {
        return None;
    }
    match line.value_at(at) {
        Some(value) if is_time(line, value) || line.is_rate(value) => Some(line.after(value).max(at + 1)),
        Some(_) => None,
        // "up" in "$25, up from $20" goes on; "sales up 5%" is another change.
        None if direction::word(line.word(at)).is_some() && !line.is(at + 1, &["from"]) => None,
        None => Some(at + 1),
    }
}

fn is_time(line: &Line<'_>, value: usize) -> bool {
    matches!(line.values[value].kind, Kind::Date | Kind::Duration | Kind::Time | Kind::Ordinal)
}

/// The amount that a preposition at `at` leads to.
fn end_at(line: &Line<'_>, at: usize) -> Option<(End, usize)> {
    let (end, next) = if line.is(at, &["to", "at"]) {
        (End::To, at + 1)
    } else {
        let words = FROM.iter().find(|words| line.follows(at, words))?;
        (End::From, at + words.len())
    };
    let value = line.value_near(next)?;
    let is_change = matches!(line.values[value].role, Role::Up | Role::Down);
    (is_amount(&line.values[value]) && !is_change).then_some((end, value))
}

/// Words of which the start of an inserted change is made: ", up 6%", ", a drop of 22%".
const INSERTED: &[&str] =
    &["a", "an", "the", "of", "by", "or", "about", "some", "nearly", "almost", "over", "than"];

/// Marks and copulas before such a change.
const MARKS: &[&str] = &[",", "(", "—", "–", "-", "was", "were", "is", "are"];

/// The token of the mark before an inserted change that begins at the token `first`.
fn mark_before(line: &Line<'_>, first: usize) -> Option<usize> {
    let back = (first.saturating_sub(6)..first).rev();
    let mut back = back.skip_while(|at| {
        let word = line.word(*at);
        direction::word(word).is_some() || line.is(*at, INSERTED) || word.ends_with("ly")
    });
    back.next().filter(|at| line.is(*at, MARKS))
}

/// "at 113.1, up 2.6 percent from 110.2": the amount before the change that `from` is measured like.
fn level_before(line: &Line<'_>, first: usize, from: usize) -> Option<usize> {
    let mark = mark_before(line, first)?;
    let is_rate = line.is_rate(from);
    nearest_before(line, mark, is_rate, |value| is_alike(&line.values[value], &line.values[from]))
}

/// The nearest amount before the token `end` that is `wanted`; dates are passed over, and figures for
/// each of something where `from` is none.
fn nearest_before(
    line: &Line<'_>,
    end: usize,
    is_rate: bool,
    wanted: impl Fn(usize) -> bool,
) -> Option<usize> {
    let mut at = end;
    let least = end.saturating_sub(REACH + 4);
    while at > least {
        at -= 1;
        if line.is(at, BREAKS) {
            return None;
        }
        let Some(value) = line.value_before(at + 1) else { continue };
        if is_time(line, value) || line.is_rate(value) && !is_rate {
            at = line.first(value);
            continue;
        }
        return (is_amount(&line.values[value]) && wanted(value)).then_some(value);
    }
    None
}

/// "from 843 to 1,260, a 40% increase", "fell to 7 from 9, a drop of 22%".
fn pair_before(line: &Line<'_>, first: usize) -> Option<(usize, usize)> {
    let mark = mark_before(line, first)?;
    let later = nearest_before(line, mark, false, |_| true)?;
    let (end, start) = preposition(line, later)?;
    let earlier = nearest_before(line, start, false, |_| true)?;
    match (end, preposition(line, earlier).map(|(end, _)| end)) {
        (End::To, Some(End::From)) => Some((earlier, later)),
        (End::From, Some(End::To)) => Some((later, earlier)),
        // "sales were $3bn, compared with $2bn": what stands before needs no preposition.
        (End::From, None) if !line.is(start, &["from"]) || moves(line, start) => Some((later, earlier)),
        // "100 fires rose to 130" is one; "425 stores to 420" without "from" is no change.
        (End::To, None) if moves(line, start) => Some((earlier, later)),
        _ => None,
    }
}

/// Whether the word before a preposition says which way: "rose to", "up from".
fn moves(line: &Line<'_>, preposition: usize) -> bool {
    preposition.checked_sub(1).is_some_and(|before| direction::word(line.word(before)).is_some())
}

/// The preposition before a value, and its token.
fn preposition(line: &Line<'_>, value: usize) -> Option<(End, usize)> {
    let first = line.first(value);
    (first.saturating_sub(4)..first).rev().find_map(|at| {
        let (end, found) = end_at(line, at)?;
        (found == value).then_some((end, at))
    })
}
