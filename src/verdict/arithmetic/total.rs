//! "12 boats and 15 nets, 27 in total": a sum held against its parts.

use crate::token::Kind as TokenKind;
use crate::value::Kind;
use crate::value::Value;
use crate::verdict::arithmetic::Slip;
use crate::verdict::arithmetic::interval;
use crate::verdict::arithmetic::interval::Interval;
use crate::verdict::arithmetic::line::Line;
use crate::verdict::arithmetic::line::exact;
use crate::verdict::arithmetic::line::is_alike;
use crate::verdict::arithmetic::line::is_amount;
use rust_decimal::Decimal;

/// What says after a number that it is a sum.
const AFTER: &[&[&str]] = &[&["in", "total"], &["in", "all"], &["altogether"], &["all", "told"]];
/// What says it before.
const BEFORE: &[&[&str]] = &[
    // Longer ones first: the mark stands before the whole of them.
    &["for", "a", "total", "of"],
    &["making", "a", "total", "of"],
    &["or", "a", "total", "of"],
    &["a", "total", "of"],
    &["for", "a", "combined", "total", "of"],
    &["a", "combined", "total", "of"],
    &["totalling"],
    &["totaling"],
];
/// How many words may stand between two parts.
const NOUN: usize = 4;

/// The slips of the sums in a line.
pub(super) fn check(line: &Line<'_>) -> Vec<Slip> {
    (0..line.values.len()).filter_map(|at| slip(line, at)).collect()
}

fn slip(line: &Line<'_>, total: usize) -> Option<Slip> {
    is_part(&line.values[total]).then_some(())?;
    let mark = mark_before(line, total)?;
    let parts = parts_before(line, mark, total);
    (parts.len() > 1).then_some(())?;
    let values: Vec<&Value> = parts.iter().map(|at| &line.values[*at]).collect();
    let fits = sum(&values)?.meets(interval::of(&line.values[total])?);
    let exact_sum = values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(exact(value)?))?;
    let written: Vec<&str> = values.iter().map(|value| line.words(value.core)).collect();
    let shown = crate::value::show::plain(exact_sum);
    (!fits).then(|| Slip {
        span: line.values[total].core,
        operands: values.iter().map(|value| value.core).collect(),
        computation: format!("{} is {shown}", written.join(" + ")),
        expected: shown.clone(),
    })
}

fn is_part(value: &Value) -> bool {
    is_amount(value) && value.kind != Kind::Percent
}

/// The comma or dash before a number that is said to be a sum.
fn mark_before(line: &Line<'_>, total: usize) -> Option<usize> {
    let (first, after) = (line.first(total), line.after(total));
    let is_after = AFTER.iter().any(|words| line.follows(after, words));
    let before = BEFORE.iter().find_map(|words| {
        let start = first.checked_sub(words.len())?;
        line.follows(start, words).then_some(start)
    });
    let start = before.or_else(|| is_after.then_some(first))?;
    start.checked_sub(1).filter(|mark| line.is(*mark, &[",", "—", "–", "(", ":"]))
}

/// The numbers joined by "and" right before the token `end`, in order.
fn parts_before(line: &Line<'_>, end: usize, total: usize) -> Vec<usize> {
    let mut parts = Vec::new();
    let mut at = end;
    while let Some(part) = value_ending_near(line, at).filter(|part| fits(line, *part, total)) {
        parts.push(part);
        let Some(joint) = line.first(part).checked_sub(1) else { break };
        // The last two are joined by "and", those before by commas.
        let is_joined = line.is(joint, &["and"]) || parts.len() > 1 && line.is(joint, &[","]);
        if !is_joined {
            break;
        }
        at = if line.is(joint, &["and"]) && joint > 0 && line.is(joint - 1, &[","]) {
            joint - 1
        } else {
            joint
        };
    }
    parts.reverse();
    parts
}

fn fits(line: &Line<'_>, part: usize, total: usize) -> bool {
    is_part(&line.values[part]) && !line.is_rate(part) && is_same(&line.values[part], &line.values[total])
}

/// Whether two amounts add up: the noun may differ, the unit may not.
fn is_same(part: &Value, total: &Value) -> bool {
    let is_counted = |value: &Value| value.unit.is_none();
    is_counted(part) && is_counted(total) || is_alike(part, total)
}

/// The value that ends at most a noun before the token `end`.
fn value_ending_near(line: &Line<'_>, end: usize) -> Option<usize> {
    let mut at = end;
    for _ in 0..=NOUN {
        match line.value_before(at) {
            // "$3 million in May": when it was is no part of the sum.
            Some(value) if line.values[value].kind == Kind::Date => at = line.first(value),
            Some(value) => return Some(value),
            None => {}
        }
        if line.value_before(at).is_some() {
            continue;
        }
        at = at.checked_sub(1)?;
        let is_word = line.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
        if !is_word || line.is(at, &["and", "or", "of", "including", "from", "to", "than"]) {
            return None;
        }
    }
    None
}

/// The sums that could be behind rounded parts.
fn sum(values: &[&Value]) -> Option<Interval> {
    let zero = Interval { low: Decimal::ZERO, high: Decimal::ZERO };
    values.iter().try_fold(zero, |sum, value| {
        let part = interval::of(value)?;
        Some(Interval { low: sum.low.checked_add(part.low)?, high: sum.high.checked_add(part.high)? })
    })
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
    fn a_sum_is_computed() {
        check("They lost 12 boats and 15 nets, 27 in total.", &[]);
        check("They lost 12 boats and 15 nets, 29 in total.", &["29"]);
        check("They sold 12 cod, 15 herring and 10 eels, for a total of 37.", &[]);
        check("They sold 12 cod, 15 herring, and 10 eels, for a total of 47.", &["47"]);
        check("They paid $2.5 million and $3.1 million, a total of $6.6 million.", &["$6.6 million"]);
    }

    #[test]
    fn when_it_was_is_no_part_of_a_sum() {
        check("They paid $3 million in May and $2 million in June, $5 million altogether.", &[]);
        check("They paid $3 million in May and $2 million in June, $8 million altogether.", &["$8 million"]);
        check("They paid $3 in May, $2 in June and $4 in July, $11 altogether.", &["$11"]);
    }

    #[test]
    fn spelt_out_numbers_are_added() {
        check("Three adults and four children were hurt, a total of seven people.", &[]);
        check("Three adults and four children were hurt, a total of eight people.", &["eight"]);
    }

    #[test]
    fn other_numbers_are_left_alone() {
        check("Of 12 boats, 15 in total sank.", &[]);
        check("In 2014 and 2015, a total of 80 boats sank.", &[]);
        check("Boats carry 3 to 5 nets, 9 in total.", &[]);
        check("They lost 12 boats in May and 15 in June of that year, 90 in total since the spring.", &[]);
    }
}
