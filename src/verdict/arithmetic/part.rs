//! A part, its whole and its share: "a third of 300, or 100", "12 of the 30 members, or 40%",
//! "40% (12 of 30)".

use crate::token::Kind as TokenKind;
use crate::value::Kind;
use crate::value::Modifier;
use crate::value::Role;
use crate::value::Value;
use crate::value::show;
use crate::verdict::arithmetic::Slip;
use crate::verdict::arithmetic::apposition::Beside;
use crate::verdict::arithmetic::apposition::apposed;
use crate::verdict::arithmetic::apposition::beside;
use crate::verdict::arithmetic::apposition::past_noun;
use crate::verdict::arithmetic::interval;
use crate::verdict::arithmetic::interval::Interval;
use crate::verdict::arithmetic::line::Line;
use crate::verdict::arithmetic::line::exact;
use crate::verdict::arithmetic::line::is_alike;
use crate::verdict::arithmetic::line::is_amount;
use rust_decimal::Decimal;

/// A part of a whole; the places of the values.
#[derive(Clone, Copy)]
struct Part {
    share: usize,
    whole: usize,
    part: usize,
    // What the sentence says last, and is held against the rest.
    stated: usize,
}

/// Words after which a share is not that of the number before.
const OTHER: &[&str] = &["more", "less", "fewer", "higher", "lower", "up", "down", "of"];

/// The slips of the shares in a line.
pub(super) fn check(line: &Line<'_>) -> Vec<Slip> {
    let parts = (0..line.values.len()).filter_map(|at| {
        let orders = [share_first, part_first, whole_first, share_alone];
        orders.iter().find_map(|order| order(line, at))
    });
    let parts = parts.chain(bracketed(line));
    parts.filter_map(|part| slip(line, part)).collect()
}

/// "A third of 300 boats, or 100".
fn share_first(line: &Line<'_>, share: usize) -> Option<Part> {
    is_share(&line.values[share]).then_some(())?;
    let whole = of(line, share)?;
    let part = apposed(line, whole)?;
    let is_part = is_whole(&line.values[part]) && is_alike(&line.values[part], &line.values[whole]);
    is_part.then_some(Part { share, whole, part, stated: part })
}

/// "12 of the 30 members, or 40%".
fn part_first(line: &Line<'_>, part: usize) -> Option<Part> {
    is_whole(&line.values[part]).then_some(())?;
    let whole = of(line, part)?;
    let share = apposed(line, whole)?;
    let is_other = line.is(line.after(share), OTHER);
    let is_share = is_share(&line.values[share]) && !is_other;
    (is_share && is_alike(&line.values[part], &line.values[whole])).then_some(Part {
        share,
        whole,
        part,
        stated: share,
    })
}

/// "Of the 30 members, 12, or 40%, agreed."
fn whole_first(line: &Line<'_>, whole: usize) -> Option<Part> {
    let first = line.first(whole);
    let is_of = (first.saturating_sub(2)..first).any(|at| line.is(at, &["of"]));
    (is_of && is_whole(&line.values[whole])).then_some(())?;
    let comma = past_noun(line, line.after(whole));
    let part = line.is(comma, &[","]).then(|| line.value_near(comma + 1))??;
    let share = apposed(line, part)?;
    let is_part = is_whole(&line.values[part]) && is_alike(&line.values[part], &line.values[whole]);
    (is_part && is_share(&line.values[share])).then_some(Part { share, whole, part, stated: share })
}

/// "Of 500 people, 200 (40%) said yes and 250 (50%) no": the later parts of one whole.
fn bracketed(line: &Line<'_>) -> Vec<Part> {
    let Some(first) = (0..line.values.len()).find_map(|at| whole_first(line, at)) else { return Vec::new() };
    let later = first.part + 1..line.values.len();
    let parts = later.filter_map(|part| {
        let at = past_noun(line, line.after(part));
        let share = line.is(at, &["("]).then(|| line.value_near(at + 1))??;
        let is_part = is_whole(&line.values[part]) && is_share(&line.values[share]);
        let is_same = is_part && is_alike(&line.values[part], &line.values[first.whole]);
        is_same.then_some(Part { share, whole: first.whole, part, stated: share })
    });
    parts.collect()
}

/// "40% of members (12 of 30)", "40 percent, or 12 of 30".
fn share_alone(line: &Line<'_>, share: usize) -> Option<Part> {
    is_share(&line.values[share]).then_some(())?;
    let of = line.after(share);
    let end = if line.is(of, &["of"]) { past_noun(line, of + 1) } else { past_noun(line, of) };
    let beside = beside(line, end).filter(|beside| *beside != Beside::Comma)?;
    let start = end + beside.len();
    let part = line.value_near(start)?;
    let whole = self::of(line, part)?;
    let is_part = is_whole(&line.values[part]) && is_alike(&line.values[part], &line.values[whole]);
    is_part.then_some(Part { share, whole, part, stated: share })
}

fn is_share(value: &Value) -> bool {
    matches!(value.kind, Kind::Percent | Kind::Fraction)
        && value.role == Role::Level
        && exact(value).is_some()
}

fn is_whole(value: &Value) -> bool {
    is_amount(value)
        && value.kind != Kind::Percent
        && matches!(value.modifier, Modifier::Exact | Modifier::Approx)
}

/// The number that "of" right after a value leads to.
fn of(line: &Line<'_>, value: usize) -> Option<usize> {
    let at = past_noun(line, line.after(value));
    let at = if line.is(at, &["out"]) { at + 1 } else { at };
    let is_of = line.is(at, &["of"]);
    let whole =
        is_of.then(|| line.value_near(at + 1).or_else(|| line.value_near(past_owner(line, at + 1)?)))??;
    is_whole(&line.values[whole]).then_some(whole)
}

/// How many words the owner of a whole is made of.
const OWNER: usize = 4;

/// The token after the owner that begins at `at`: "of the town's 5,000 households".
fn past_owner(line: &Line<'_>, at: usize) -> Option<usize> {
    let is_possessive =
        |at: &usize| line.tokens.get(*at).is_some_and(|token| token.kind == TokenKind::Possessive);
    (at..at + OWNER).find(is_possessive).map(|at| at + 1)
}

fn slip(line: &Line<'_>, part: Part) -> Option<Slip> {
    let [share, whole, of_whole] = [part.share, part.whole, part.part].map(|at| &line.values[at]);
    let (parts, wholes) = (interval::of(of_whole)?, interval::of(whole)?);
    if wholes.low <= Decimal::ZERO || exact(of_whole)? > exact(whole)? {
        return None;
    }
    let percent = |part: Decimal, whole: Decimal| part.checked_div(whole)?.checked_mul(Decimal::ONE_HUNDRED);
    let possible = Interval { low: percent(parts.low, wholes.high)?, high: percent(parts.high, wholes.low)? };
    let operands = [part.share, part.whole, part.part].into_iter().filter(|at| *at != part.stated);
    let (computation, expected) = shown(line, part)?;
    (!stated(share)?.meets(possible)).then(|| Slip {
        span: line.values[part.stated].core,
        operands: operands.map(|at| line.values[at].core).collect(),
        computation,
        expected,
    })
}

/// The sum that gives what was stated last, and its outcome.
fn shown(line: &Line<'_>, part: Part) -> Option<(String, String)> {
    let [share, whole, of_whole] = [part.share, part.whole, part.part].map(|at| &line.values[at]);
    let words = |value: &Value| line.words(value.core);
    let (number, of, outcome) = if part.stated == part.part {
        let hundredth = exact(whole)?.checked_div(Decimal::ONE_HUNDRED)?;
        let number = percent_of(share)?.checked_mul(hundredth)?.round().normalize();
        (words(share), words(whole), show::plain(number))
    } else {
        let share = exact(of_whole)?.checked_div(exact(whole)?)?.checked_mul(Decimal::ONE_HUNDRED)?;
        (words(of_whole), words(whole), format!("{}%", share.round_dp(1).normalize()))
    };
    Some((format!("{number} of {of} is {outcome}"), outcome))
}

/// A share in percent.
fn percent_of(share: &Value) -> Option<Decimal> {
    let number = exact(share)?;
    if share.kind == Kind::Percent { Some(number) } else { number.checked_mul(Decimal::ONE_HUNDRED) }
}

/// How far off a fraction in words may be, in hundredths of it.
const LOOSE: i64 = 12;

/// The shares, in percent, that a stated one may stand for.
fn stated(share: &Value) -> Option<Interval> {
    if share.kind == Kind::Percent {
        return interval::stated(share);
    }
    let number = percent_of(share)?;
    let slack = interval::hundredths(number, LOOSE)?;
    let (low, high) = match share.modifier {
        Modifier::More | Modifier::Plus | Modifier::AtLeast | Modifier::WellOver => {
            (slack, Decimal::ONE_HUNDRED)
        }
        Modifier::Less | Modifier::AtMost => (number, slack),
        _ => (slack, slack),
    };
    Some(Interval { low: number.checked_sub(low)?, high: number.checked_add(high)? })
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::verdict::arithmetic::find_in;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let slips = find_in(&Document::plain(text, None));
        let found: Vec<&str> = slips.iter().map(|slip| slip.span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_share_and_its_whole_give_the_part() {
        check("A third of the 300 boats, or 100, sank.", &[]);
        check("A third of the 300 boats, or 150, sank.", &["150"]);
        check("About 30% of the 200 boats (60) sank.", &[]);
        check("Only 30% of the 200 boats (80) sank.", &["80"]);
    }

    #[test]
    fn a_part_and_its_whole_give_the_share() {
        check("In all, 12 of the 30 members, or 40%, agreed.", &[]);
        check("In all, 12 of the 30 members, or 50%, agreed.", &["50%"]);
        check("Of the 30 members, 12, or 50%, agreed.", &["50%"]);
        check("In all, 12 out of 31 members (39%) agreed.", &[]);
    }

    #[test]
    fn other_numbers_are_left_alone() {
        check("It sold 12 of the 30 boats, or 40% more than before.", &[]);
        check("It sold 12 of the 30 boats, up 50%.", &[]);
    }
}
