//! A number put beside another one: "300 boats, or 100", "300 boats (100)", "300 boats, 100,".

use crate::token::Kind as TokenKind;
use crate::verdict::arithmetic::line::Line;

/// What puts a number beside another one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    /// ", or 100".
    Or,
    /// "(100)".
    Bracket,
    /// ", 100,".
    Comma,
}

impl Beside {
    /// How many tokens it has.
    pub(super) fn len(self) -> usize {
        match self {
            Beside::Or => 2,
            Beside::Bracket | Beside::Comma => 1,
        }
    }
}

pub(super) fn beside(line: &Line<'_>, at: usize) -> Option<Beside> {
    match line.word(at) {
        "," if line.is(at + 1, &["or"]) => Some(Beside::Or),
        "(" => Some(Beside::Bracket),
        "," | "—" | "–" => Some(Beside::Comma),
        _ => None,
    }
}

/// The value that is put beside the noun of another.
pub(super) fn apposed(line: &Line<'_>, value: usize) -> Option<usize> {
    let at = past_noun(line, line.after(value));
    let beside = beside(line, at)?;
    let found = line.value_near(at + beside.len())?;
    let end = line.after(found);
    let is_alone = line.is(end, &[",", ".", ")", ";", "—", "–"]) || end >= line.tokens.len();
    let is_bare = line.values[found].noun.is_none();
    (beside == Beside::Or || is_alone && (is_bare || beside == Beside::Bracket)).then_some(found)
}

/// How many words a noun is made of.
const NOUN: usize = 3;

/// The token after the noun that begins at `at`.
pub(super) fn past_noun(line: &Line<'_>, at: usize) -> usize {
    let is_noun = |at: &usize| {
        let is_word = line.tokens.get(*at).is_some_and(|token| token.kind == TokenKind::Word);
        is_word && !line.is(*at, &["of", "out", "or", "and", "in", "from", "to", "for", "with"])
    };
    at + (at..at + NOUN).take_while(is_noun).count()
}
