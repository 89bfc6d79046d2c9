//! Where news agencies put the day: after the place and before a dash.
//!
//! "LISBON, May 6, 2026 (Agency) —", "Lisbon (ag) - 6 May 2026 -", "LISBON--(AGENCY WIRE)--May 6, 2026--",
//! "Lisbon. May 6, 2026. AGENCY -".

use crate::token::Kind;
use crate::value::date::line::Line;
use crate::value::date::line::is_in;

/// How many words, marks included, a place and an agency may have.
const LONGEST: usize = 14;

/// Whether a date from `at` up to `end` stands where an agency puts it.
pub fn is_dateline(line: Line<'_>, at: usize, end: usize) -> bool {
    let is_bracketed = line.before(at) == "(" && line.word(end) == ")";
    let (start, end) = if is_bracketed { (at - 1, end + 1) } else { (at, end) };
    let is_apart = is_bracketed || matches!(line.before(at), "," | ")" | "-" | "–" | "—" | ".");
    is_apart && is_place(line, start) && ends(line, end)
}

/// Whether all before `at` is the name of a place or an agency.
fn is_place(line: Line<'_>, at: usize) -> bool {
    let is_short = (1..=LONGEST).contains(&at) && line.is_capitalised(0);
    is_short && (0..at).all(|at| is_name(line, at) || is_in_brackets(line, at))
}

fn is_name(line: Line<'_>, at: usize) -> bool {
    line.is_capitalised(at) || is_in(line.word(at), &[",", "(", ")", ".", "/", "-", "–", "—", "de", "of"])
}

/// "(dpa)": an agency may write itself small.
fn is_in_brackets(line: Line<'_>, at: usize) -> bool {
    line.before(at) == "(" && line.word(at + 1) == ")" && line.kind(at) == Some(Kind::Word)
}

/// Whether what follows ends a dateline: a dash, an agency, a colon, the end.
fn ends(line: Line<'_>, at: usize) -> bool {
    let is_mark = matches!(line.word(at), "—" | "–" | "-" | "(" | "/" | ":" | "|");
    at >= line.tokens.len() || is_mark || is_agency(line, at)
}

/// ". AGENCY -": the agency in capitals between a stop and a dash.
fn is_agency(line: Line<'_>, at: usize) -> bool {
    let is_capitals = |word: &str| word.len() > 1 && word.chars().all(char::is_uppercase);
    line.word(at) == "." && is_capitals(line.word(at + 1)) && line.is_dash(at + 2)
}
