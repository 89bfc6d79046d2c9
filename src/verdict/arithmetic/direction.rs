//! Which way a change goes, by the words around it.
//!
//! The reader of values has a say first; these words catch what it leaves open: "off 7.9 pct", "an
//! overall 38%", "rose $6 million, or 12%".

use crate::value::Role;
use crate::verdict::arithmetic::line::Line;

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Up,
    Down,
}

/// Words that are whole.
#[rustfmt::skip]
const WORDS: &[(&str, Direction)] = &[
    ("up", Direction::Up), ("rise", Direction::Up), ("rises", Direction::Up), ("rose", Direction::Up),
    ("risen", Direction::Up), ("rising", Direction::Up), ("grew", Direction::Up), ("higher", Direction::Up),
    ("gain", Direction::Up), ("gains", Direction::Up), ("gained", Direction::Up), ("leapt", Direction::Up),
    ("down", Direction::Down), ("off", Direction::Down), ("fall", Direction::Down), ("falls", Direction::Down),
    ("fell", Direction::Down), ("fallen", Direction::Down), ("falling", Direction::Down),
    ("lower", Direction::Down), ("slid", Direction::Down), ("cut", Direction::Down), ("sank", Direction::Down),
    ("lost", Direction::Down), ("shrank", Direction::Down), ("dip", Direction::Down), ("dipped", Direction::Down),
];

/// Beginnings of words.
#[rustfmt::skip]
const STEMS: &[(&str, Direction)] = &[
    ("increas", Direction::Up), ("grow", Direction::Up), ("jump", Direction::Up), ("climb", Direction::Up),
    ("surg", Direction::Up), ("soar", Direction::Up), ("expand", Direction::Up), ("swell", Direction::Up),
    ("surcharg", Direction::Up), ("discount", Direction::Down), ("decreas", Direction::Down), ("declin", Direction::Down), ("drop", Direction::Down),
    ("plung", Direction::Down), ("plummet", Direction::Down), ("slump", Direction::Down),
    ("tumbl", Direction::Down), ("reduc", Direction::Down), ("shrink", Direction::Down),
    ("slip", Direction::Down),
];

/// Beginnings of words that call a change good or bad.
const JUDGED: &[&str] = &["improve", "worse", "better", "deteriorat"];

/// Words past which no verb of a number stands.
const ENDS: &[&str] = &["and", "but", "while", "from", "to", ";", ":", "that", "which", "with"];
/// How far back a verb may stand.
const REACH: usize = 8;

/// Which way the change that a value states goes.
pub(super) fn of(line: &Line<'_>, value: usize) -> Option<Direction> {
    if is_judged(line, value) {
        return None;
    }
    match line.values[value].role {
        Role::Up => Some(Direction::Up),
        Role::Down => Some(Direction::Down),
        Role::Level | Role::From | Role::To => around(line, value),
    }
}

/// Whether a change is called good or bad, which may be either way: "a 25% improvement".
fn is_judged(line: &Line<'_>, value: usize) -> bool {
    let (first, after) = (line.first(value), line.after(value));
    let near = (first.saturating_sub(2)..first).chain(after..after + 2);
    near.into_iter().any(|at| JUDGED.iter().any(|stem| line.word(at).starts_with(stem)))
}

fn around(line: &Line<'_>, value: usize) -> Option<Direction> {
    let (first, after) = (line.first(value), line.after(value));
    let noun = (after..after + 3).find_map(|at| word(line.word(at)));
    let back = (first.saturating_sub(REACH)..first).rev();
    noun.or_else(|| back.take_while(|at| !line.is(*at, ENDS)).find_map(|at| word(line.word(at))))
}

/// The direction of a word.
pub(super) fn word(word: &str) -> Option<Direction> {
    let word = word.to_ascii_lowercase();
    let whole = WORDS.iter().find(|(whole, _)| *whole == word);
    let stem = || STEMS.iter().find(|(stem, _)| word.starts_with(stem));
    whole.or_else(stem).map(|(_, direction)| *direction)
}
