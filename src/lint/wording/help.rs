//! The footer of a finding: what else there is to know.

use crate::claim::Observed;
use crate::fact::Fact;
use crate::fact::Kind;
use crate::lint::Judged;
use crate::lint::wording::changes_over_time;
use crate::value;
use crate::value::Value;
use crate::value::slip;
use crate::value::slip::Slip;
use crate::verdict::Verdict;
use crate::verdict::compare::Comparison;
use jiff::civil::Date;

/// What else there is to know: until when it was true, that no date is known, that a review is due.
pub fn help(fact: &Fact, judged: &Judged, (date, today): (Option<Date>, Date)) -> Option<String> {
    let is_quoted = matches!(judged.claim.observed, Observed::Misquoted(_));
    let is_denied = judged.judgement.verdict == Verdict::Denies;
    let is_undated = date.is_none() && changes_over_time(fact);
    let notes = [
        judged.truth_beside.map(|_| "the true value stands in the same sentence".to_owned()),
        until(judged.judgement.comparison),
        hint(fact, judged),
        is_denied.then(|| DENIED.to_owned()),
        is_quoted.then(|| QUOTED.to_owned()),
        is_undated.then(|| "the article carries no date, so it is held against what is true now".to_owned()),
        due(fact, today),
    ];
    let notes: Vec<String> = notes.into_iter().flatten().collect();
    (!notes.is_empty()).then(|| notes.join("; "))
}

const DENIED: &str = "if the denial is meant, name what is denied so that it cannot be read as the fact";
const QUOTED: &str = "quotation marks promise the very words: print them, or paraphrase without marks";

fn until(comparison: Comparison) -> Option<String> {
    match comparison {
        Comparison::Former { until, .. } => Some(format!("it was true until {until}")),
        Comparison::Agrees | Comparison::Imprecise | Comparison::Conflicts | Comparison::Unknown => None,
    }
}

fn due(fact: &Fact, today: Date) -> Option<String> {
    let due = fact.review_by.filter(|due| *due < today)?;
    Some(format!("this fact was due for review on {due}"))
}

/// What may have happened to a wrong number: "did you mean $1.2 billion?".
fn hint(fact: &Fact, judged: &Judged) -> Option<String> {
    let Observed::Value(mention) = &judged.claim.observed else { return None };
    let truth = match &fact.kind {
        Kind::Count(truth) => Value::count(judged.judgement.moment.entries(truth).first()?.value),
        Kind::Measure { value, .. } => judged.judgement.moment.entries(value).first()?.value.clone(),
        Kind::Date { .. }
        | Kind::Term { .. }
        | Kind::Role { .. }
        | Kind::Quote { .. }
        | Kind::Name { .. }
        | Kind::Statement { .. } => return None,
    };
    let meant = value::show::brief(&truth);
    slip::hint(&truth, mention).map(|slip| match slip {
        Slip::TooLarge(times) => {
            format!("this is {} times too large: did you mean {meant}?", value::show::decimal(times.into()))
        }
        Slip::TooSmall(times) => {
            format!("this is {} times too small: did you mean {meant}?", value::show::decimal(times.into()))
        }
        Slip::Points => format!("percent and percentage points are different: did you mean {meant}?"),
        Slip::Swapped => format!("the same digits in another order: did you mean {meant}?"),
    })
}
