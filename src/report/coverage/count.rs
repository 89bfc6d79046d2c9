//! How many words are covered, set aside, or vouched for by nobody; and what share that is.

use crate::diagnostic::Checkable;
use crate::diagnostic::Sort;
use crate::diagnostic::Standing;
use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy;
use schemars::JsonSchema;
use serde::Serialize;

/// How many words stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Count {
    /// A fact was held against them.
    pub covered: usize,
    /// Nobody has to vouch for them, or a fact knows them and the article does not assert them.
    pub set_aside: usize,
    /// No fact speaks of them.
    pub unvouched: usize,
}

/// How many words of each sort stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Counts {
    number: Count,
    percent: Count,
    money: Count,
    date: Count,
    title: Count,
    quotation: Count,
}

/// The name of a standing in output.
pub fn name(standing: &Standing) -> &'static str {
    match standing {
        Standing::Covered { .. } => "covered",
        Standing::SetAside { .. } => "set-aside",
        Standing::Unvouched => "unvouched",
    }
}

/// What readers call many words of a sort.
pub fn plural(sort: Sort) -> &'static str {
    match sort {
        Sort::Number => "numbers",
        Sort::Percent => "percentages",
        Sort::Money => "sums of money",
        Sort::Date => "dates",
        Sort::Title => "names with a title",
        Sort::Quotation => "quotations",
        Sort::Term => "words of facts",
    }
}

impl Count {
    /// The count of some words that stand so.
    pub fn of(standing: &Standing) -> Count {
        let mut count = Count::default();
        match standing {
            Standing::Covered { .. } => count.covered = 1,
            Standing::SetAside { .. } => count.set_aside = 1,
            Standing::Unvouched => count.unvouched = 1,
        }
        count
    }

    /// Adds another one to it.
    pub fn add(&mut self, other: Count) {
        self.covered += other.covered;
        self.set_aside += other.set_aside;
        self.unvouched += other.unvouched;
    }

    /// The covered, those set aside, and the unvouched.
    pub fn parts(&self) -> [usize; 3] {
        [self.covered, self.set_aside, self.unvouched]
    }

    /// Whether there is nothing that could be checked, or nobody asked.
    pub fn is_empty(&self) -> bool {
        self.parts() == [0; 3]
    }

    /// What is covered of that for which somebody has to vouch.
    pub fn share(&self) -> Share {
        Share { part: self.covered, whole: self.covered + self.unvouched }
    }
}

impl Counts {
    /// The counts of what an article states.
    pub fn of_all(checkables: &[Checkable]) -> Counts {
        let mut counts = Counts::default();
        for one in checkables {
            counts.of(one.sort).into_iter().for_each(|count| count.add(Count::of(&one.standing)));
        }
        counts
    }

    /// The count of one sort, where it is counted.
    pub fn of(&mut self, sort: Sort) -> Option<&mut Count> {
        Some(match sort {
            Sort::Number => &mut self.number,
            Sort::Percent => &mut self.percent,
            Sort::Money => &mut self.money,
            Sort::Date => &mut self.date,
            Sort::Title => &mut self.title,
            Sort::Quotation => &mut self.quotation,
            Sort::Term => return None,
        })
    }

    /// Each sort with its count.
    pub fn each(&self) -> [(Sort, Count); 6] {
        [
            (Sort::Number, self.number),
            (Sort::Percent, self.percent),
            (Sort::Money, self.money),
            (Sort::Date, self.date),
            (Sort::Title, self.title),
            (Sort::Quotation, self.quotation),
        ]
    }

    /// The count of all sorts.
    pub fn total(&self) -> Count {
        self.each().into_iter().fold(Count::default(), |mut total, (_, count)| {
            total.add(count);
            total
        })
    }

    /// Adds another one to it.
    pub fn add(&mut self, other: &Counts) {
        self.number.add(other.number);
        self.percent.add(other.percent);
        self.money.add(other.money);
        self.date.add(other.date);
        self.title.add(other.title);
        self.quotation.add(other.quotation);
    }
}

/// A part of a whole, exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The part.
    pub part: usize,
    /// The whole.
    pub whole: usize,
}

impl Share {
    /// In percent, rounded down to a tenth, so that nothing seems to reach what it does not; without a whole
    /// there is none.
    pub fn percent(self) -> Option<String> {
        let exact =
            (Decimal::from(self.part) * Decimal::ONE_HUNDRED).checked_div(Decimal::from(self.whole))?;
        Some(format!("{:.1}", exact.round_dp_with_strategy(1, RoundingStrategy::ToZero)))
    }

    /// Whether it is less than so many percent; nothing is less where there is no whole.
    pub fn is_below(self, percent: Decimal) -> bool {
        Decimal::from(self.part) * Decimal::ONE_HUNDRED < percent * Decimal::from(self.whole)
    }

    /// Whether it is less than another share; where one of them has no whole, it is not.
    pub fn is_less_than(self, other: Share) -> bool {
        self.part * other.whole < other.part * self.whole
    }
}

#[cfg(test)]
mod tests {
    use super::Share;
    use rust_decimal::Decimal;

    #[track_caller]
    fn check([part, whole]: [usize; 2], percent: Option<&str>, is_below_60: bool) {
        let share = Share { part, whole };
        assert_eq!(share.percent().as_deref(), percent);
        assert_eq!(share.is_below(Decimal::from(60)), is_below_60);
    }

    #[test]
    fn a_share_never_seems_more_than_it_is() {
        check([3, 5], Some("60.0"), false);
        check([5999, 10_000], Some("59.9"), true);
        check([2, 3], Some("66.6"), false);
        check([0, 7], Some("0.0"), true);
        check([0, 0], None, false);
    }

    #[test]
    fn shares_are_compared_exactly() {
        let of = |part, whole| Share { part, whole };
        assert!(of(1, 3).is_less_than(of(334, 1000)) && !of(334, 1000).is_less_than(of(1, 3)));
        assert!(!of(0, 0).is_less_than(of(1, 2)) && !of(1, 2).is_less_than(of(0, 0)));
    }
}
