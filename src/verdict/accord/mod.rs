//! What several articles say of the same thing, held against each other.
//!
//! None of them is the truth: two values disagree where each, taken for the truth, contradicts the
//! other. What is held is small and owns its words, so that no article need be kept.

pub mod drift;
pub mod watched;

use crate::claim::figure::Subject;
use crate::fact::FactId;
use crate::span::Span;
use crate::value::Amount;
use crate::value::Kind;
use crate::value::Value;
use crate::value::compare;
use crate::value::compare::Agreement;
use crate::value::compare::Terms;
use crate::value::date;

/// What a statement is about; only statements about the same are held against each other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// A fact that is watched.
    Watched(FactId),
    /// A figure of a named subject.
    Figure(Subject),
}

/// What is said.
#[derive(Clone, Debug)]
pub enum Said {
    /// A quantity or a date.
    Value(Box<Value>),
    /// A word of a closed set, or a name.
    Word(String),
}

/// Something an article says, of which every article should say the same.
#[derive(Clone, Debug)]
pub struct Statement {
    /// What it is about.
    pub topic: Topic,
    /// What is said.
    pub said: Said,
    /// The words.
    pub span: Span,
    /// The words that name the subject, where there are any.
    pub subject: Option<Span>,
}

/// Whether two statements about the same cannot both be true; dates may differ by `slack_days`.
pub fn disagree(one: &Said, other: &Said, slack_days: i32) -> bool {
    match (one, other) {
        (Said::Value(one), Said::Value(other)) if one.kind == Kind::Date || other.kind == Kind::Date => {
            differ(one, other, slack_days) && differ(other, one, slack_days)
        }
        // "Fewer than 30" and "fewer than 30" say the same, though neither holds the other.
        (Said::Value(one), Said::Value(other)) if one.amount == other.amount => false,
        (Said::Value(one), Said::Value(other)) => contradicts(one, other) && contradicts(other, one),
        (Said::Word(one), Said::Word(other)) => !is_same_name(one, other),
        (Said::Value(_), Said::Word(_)) | (Said::Word(_), Said::Value(_)) => false,
    }
}

fn contradicts(truth: &Value, mention: &Value) -> bool {
    let is_count = truth.unit.is_none() && matches!(truth.kind, Kind::Count | Kind::Number);
    let terms = Terms { is_count, ..Terms::default() };
    compare::agreement(truth, mention, terms) == Agreement::Contradicts
}

/// Whether no reading of a date comes near the likeliest one of another.
fn differ(truth: &Value, mention: &Value, slack_days: i32) -> bool {
    let (Amount::Dates(truths), Amount::Dates(mentions)) = (&truth.amount, &mention.amount) else {
        return false;
    };
    let is_bound = [truth.modifier, mention.modifier].into_iter().any(date::compare::is_bound);
    let against = |truth| date::compare::agreement(truth, mentions, slack_days, true);
    let is_other = truths.first().is_some_and(|truth| against(*truth) == Agreement::Contradicts);
    is_other && !is_bound
}

/// "Ana Brandt" and "Brandt" are one.
fn is_same_name(one: &str, other: &str) -> bool {
    let ends = |whole: &str, part: &str| {
        whole.strip_suffix(part).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
    };
    ends(one, other) || ends(other, one)
}

#[cfg(test)]
mod tests {
    use super::Said;
    use super::disagree;
    use crate::span::Span;
    use crate::token;
    use crate::value::read;
    use jiff::civil::date;

    #[track_caller]
    fn check(one: &str, other: &str, expected: bool) {
        let value = |text: &str| {
            let tokens = token::split(text, Span::new(0, text.len()));
            let mut values = read::sentence(text, &tokens, Some(date(2026, 3, 4)));
            Said::Value(Box::new(values.pop().expect("a value")))
        };
        assert_eq!(disagree(&value(one), &value(other), 1), expected, "{one} and {other}");
        assert_eq!(disagree(&value(other), &value(one), 1), expected, "{other} and {one}");
    }

    #[test]
    fn neither_value_is_the_truth() {
        check("30 boats", "32 boats", true);
        check("about 30 boats", "32 boats", false);
        check("more than 30 boats", "32 boats", false);
        check("fewer than 30 boats", "fewer than 30 boats", false);
        check("$1.2 billion", "$1,214 million", false);
        check("$1.2 billion", "$1.4 billion", true);
    }

    #[test]
    fn dates_a_day_apart_are_one() {
        check("on 27 February", "on 28 February", false);
        check("on 27 February", "on 4 March", true);
        check("in February", "on 27 February", false);
    }

    #[test]
    fn a_family_name_is_the_whole_name() {
        let word = |name: &str| Said::Word(name.to_owned());
        assert!(!disagree(&word("Ana Brandt"), &word("Brandt"), 0));
        assert!(disagree(&word("Ana Brandt"), &word("Otto Quay"), 0));
    }
}
