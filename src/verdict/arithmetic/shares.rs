//! Shares of one whole that sum past 100 percent: those before "the remaining 10%", and the answers of
//! a poll down to the undecided.

use crate::value::Kind;
use crate::value::Modifier;
use crate::value::Role;
use crate::value::Value;
use crate::verdict::arithmetic::Slip;
use crate::verdict::arithmetic::line::Line;
use crate::verdict::arithmetic::line::exact;
use rust_decimal::Decimal;

/// Words before the share that is left over.
const REST: &[&str] = &["remaining", "other"];
/// Words that open a whole of their own.
const OTHER_WHOLE: &[&str] = &["whom", "which", "those", "these", "them", "respectively"];

/// Who is left once all others have said yes or no; one answer each, so that all add up to 100.
const LEFT_OVER: &[&[&str]] = &[
    &["undecided"],
    &["unsure"],
    &["not", "sure"],
    &["uncertain"],
    &["abstained"],
    &["abstaining"],
    &["neutral"],
    &["no", "opinion"],
    &["no", "view"],
    &["don't", "know"],
    &["didn't", "know"],
    &["did", "not", "know"],
    &["do", "not", "know"],
];
/// How many words after its share such a word stands.
const NEAR: usize = 5;
/// Words of a comparison, which has more than one whole.
const COMPARED: &[&str] = &["compared", "from", "than", "versus", "earlier", "previously", "up", "down"];

/// The slip of the shares of a line that says it names them all.
pub(super) fn check(line: &Line<'_>) -> Vec<Slip> {
    let last = rest(line).or_else(|| left_over(line));
    last.and_then(|last| slip(line, last)).into_iter().collect()
}

/// The share of those without an answer, which no other follows.
fn left_over(line: &Line<'_>) -> Option<usize> {
    let last = (0..line.values.len()).rev().find(|at| line.values[*at].kind == Kind::Percent)?;
    let after = line.after(last);
    let is_theirs = |at: usize| LEFT_OVER.iter().any(|words| line.follows(at, words));
    let is_compared = (0..line.tokens.len()).any(|at| line.is(at, COMPARED));
    let n_shares = line.values.iter().filter(|value| value.kind == Kind::Percent).count();
    (!is_compared && n_shares > 2 && (after..after + NEAR).any(is_theirs)).then_some(last)
}

/// The share that is said to be the rest.
fn rest(line: &Line<'_>) -> Option<usize> {
    let is_rest = |at: &usize| {
        let first = line.first(*at);
        is_share(&line.values[*at]) && first > 1 && line.is(first - 1, REST) && line.is(first - 2, &["the"])
    };
    (0..line.values.len()).find(is_rest)
}

fn is_share(value: &Value) -> bool {
    value.kind == Kind::Percent && value.role == Role::Level && value.modifier == Modifier::Exact
}

fn slip(line: &Line<'_>, last: usize) -> Option<Slip> {
    let is_divided = (0..line.tokens.len()).any(|at| line.is(at, OTHER_WHOLE));
    let shares: Vec<&Value> =
        line.values[..=last].iter().filter(|value| value.kind == Kind::Percent).collect();
    if is_divided || shares.len() < 2 || !shares.iter().all(|share| is_share(share)) {
        return None;
    }
    let sum = shares.iter().try_fold(Decimal::ZERO, |sum, share| sum.checked_add(exact(share)?))?;
    // Each share may be rounded by half a point.
    let most = Decimal::ONE_HUNDRED.checked_add(Decimal::from(shares.len()))?;
    let written: Vec<&str> = shares.iter().map(|share| line.words(share.core)).collect();
    (sum > most).then(|| Slip {
        span: line.values[last].core,
        operands: shares.iter().take(shares.len() - 1).map(|share| share.core).collect(),
        computation: format!("{} is {}%", written.join(" + "), sum.normalize()),
        expected: "at most 100% together".to_owned(),
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
    fn the_rest_is_what_is_left() {
        check("The mill sells 60% abroad, 30% at home and the remaining 10% by post.", &[]);
        check("The mill sells 60% abroad, 30% at home and the remaining 20% by post.", &["20%"]);
    }

    #[test]
    fn the_answers_of_a_poll_are_one_whole() {
        check("In spring 48% backed it, 39% opposed it and 13% were undecided.", &[]);
        check("In spring 48% backed it, 49% opposed it and 13% were undecided.", &["13%"]);
        check("Sixty percent said yes, 30 percent no and 20 percent had no opinion.", &["20 percent"]);
        check("Some 48% backed it, compared with 49% in May, and 13% were undecided.", &[]);
    }

    #[test]
    fn shares_of_other_wholes_are_left_alone() {
        check("The mill sells 80% abroad, of which 90% by ship and the remaining 10% by air.", &[]);
        check("Some 70% like cod and 60% like eel.", &[]);
    }
}
