//! Months, alone or with a day: "4 March 2026", "Mar. 4", "March 3–5", "May 2027", "in June".

use crate::value::date::day;
use crate::value::date::line::Line;
use crate::value::date::spoken::Pick;
use crate::value::date::spoken::Read;
use crate::value::date::spoken::Spoken;
use crate::value::date::spoken::Year;
use crate::value::date::words::MONTHS;
use crate::value::date::words::PICKS;
use crate::value::date::year;

/// Words after which even "may" and "march" are months.
const STRONG_CUES: &[&str] = &[
    "in", "past", "coming", "since", "until", "till", "during", "early", "mid", "late", "last", "next",
    "this", "through", "throughout", "between",
];

/// Words after which a capitalised name of a month is one.
const CUES: &[&str] = &[
    "by", "from", "of", "for", "to", "before", "after", "the", "a", "and", "or", "around", "about", "(",
    "on", "each", "every",
];

/// Names that are nothing but months.
const PLAIN: &[&str] = &[
    "january", "february", "july", "september", "october", "november", "december", "sept", "oct", "nov",
    "feb",
];

/// After "the March", these make it a walk.
const NOT_AFTER_MARCH: &[&str] =
    &["on", "for", "to", "of", "against", "in", "across", "from", "through", "toward"];

/// A month with or without a day.
pub fn read(line: Line<'_>, at: usize) -> Option<Read> {
    day::read(line, at).or_else(|| whole(line, at))
}

/// The month at `at`, and the index after it and the point that shortens it.
pub fn name(line: Line<'_>, at: usize) -> Option<(i8, usize)> {
    let month = line.look(at, MONTHS)?;
    let word = line.word(at);
    let is_short = word.len() <= 4 && !matches!(month, 5..=7) || matches!(word.len(), 3) && month != 5;
    let has_point = is_short && line.word(at + 1) == "." && line.glued(at);
    Some((month, if has_point { at + 2 } else { at + 1 }))
}

/// A month without a day.
fn whole(line: Line<'_>, at: usize) -> Option<Read> {
    let from = if line.is(at, "month") && line.is(at + 1, "of") { at + 2 } else { at };
    let (month, next) = name(line, from)?;
    let (year, end) = year::suffix(line, next);
    if year != Year::Open {
        let is_named =
            line.is_capitalised(from) || line.follows(from, STRONG_CUES) || month != 3 && month != 5;
        return is_named.then_some(Read { spoken: Spoken::Month(month, year, Pick::Bare), end });
    }
    let is_month = from > at || is_cued(line, from, month);
    let pick = line.look(from.wrapping_sub(1), PICKS).unwrap_or(Pick::Bare);
    is_month.then_some(Read { spoken: Spoken::Month(month, Year::Open, pick), end: next })
}

/// Whether the name of a month at `at` is meant as one.
fn is_cued(line: Line<'_>, at: usize, month: i8) -> bool {
    // "march" and "may" in small letters are mostly other words; the other months hardly ever are.
    let is_capital = line.is_capitalised(at) || (!matches!(month, 3 | 5 | 8) && line.word(at).len() > 3);
    let is_mid = line.before(at) == "-" && line.is_any(at.saturating_sub(2), &["mid", "early", "late"]);
    if is_mid || line.follows(at, STRONG_CUES) {
        return is_capital || month != 3 && month != 5 || !line.is_lower_word(at + 1);
    }
    let is_name = line.is_capitalised(at + 1) && !line.is_any(at, PLAIN);
    let is_walk = month == 3 && line.follows(at, &["the", "a"]) && line.is_any(at + 1, NOT_AFTER_MARCH);
    let is_listed = line.before(at) == "," && line.look(at.saturating_sub(2), MONTHS).is_some();
    let known = line.is_any(at, PLAIN) || line.follows(at, CUES) || is_listed;
    let is_possessive = matches!(line.word(at + 1), "'s" | "’s") && month != 5 && month != 3;
    is_capital && !is_name && !is_walk && (known || is_possessive)
}

#[cfg(test)]
mod tests {
    use crate::value::date::sample::check;

    #[test]
    fn a_month_may_stand_alone() {
        check("Work begins in June.", &[("June", "June 2025")]);
        check("Work ended last October.", &[("last October", "October 2025")]);
        check("Work ends in May 2027.", &[("May 2027", "May 2027")]);
        check("Work began in July last year.", &[("July last year", "July 2025")]);
    }

    #[test]
    fn months_are_listed_and_cued() {
        check(
            "It rained from March to December of 2020.",
            &[("March to December of 2020", "March–December 2020")],
        );
        check("It rained this past June.", &[("past June", "June 2025")]);
        check("It rained in May of '22.", &[("May of '22", "May 2022")]);
        check(
            "It rained in April, May and June.",
            &[("April", "April 2025"), ("May", "May 2025"), ("June", "June 2025")],
        );
    }

    #[test]
    fn verbs_and_names_are_no_months() {
        check("They may march to the harbour.", &[]);
        check("May I ask Theresa May?", &[]);
        check("The March on the capital was peaceful.", &[]);
        check("June Carter and August Wilson met Jan.", &[]);
    }
}
