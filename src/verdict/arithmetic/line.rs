//! One sentence with its values, and what stands between them.

use crate::document::Document;
use crate::document::sentence::Sentence;
use crate::span::Span;
use crate::token::Token;
use crate::value;
use crate::value::Amount;
use crate::value::Form;
use crate::value::Kind;
use crate::value::Value;
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::ops::Range;

/// A sentence as the checks see it.
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) values: Cow<'a, [Value]>,
    document: &'a Document<'a>,
}

/// Words that may stand between a preposition and its number.
pub(super) const BEFORE_NUMBER: &[&str] = &[
    "the", "a", "an", "about", "almost", "nearly", "some", "just", "only", "over", "under", "around",
    "roughly", "estimated", "approximately", "all", "its", "their",
];
/// Words before "from" that make it a range: "prices range from $4 to $6".
const SPREAD: &[&str] =
    &["range", "ranges", "ranged", "ranging", "vary", "varies", "varied", "varying", "anywhere", "anything"];
/// A sum of money or a quantity has at most so many tokens.
const LONGEST: usize = 8;
/// At most so many words of [`BEFORE_NUMBER`] stand together.
const MOST_BEFORE: usize = 3;

impl<'a> Line<'a> {
    /// A sentence of a document.
    pub(super) fn new(document: &'a Document<'a>, sentence: &'a Sentence) -> Line<'a> {
        let text = &*document.text;
        let (tokens, values) = (sentence.tokens(text), Cow::Borrowed(document.values(sentence)));
        let mut line = Line { text, tokens, values, document };
        let more = [line.sums_before_dates(), line.ends_of_changes()].concat();
        if !more.is_empty() {
            let values = line.values.to_mut();
            values.retain(|value| !more.iter().any(|end| value.core.contains(end.core)) || !is_range(value));
            values.extend(more);
            values.sort_by_key(|value| value.core.start());
        }
        line
    }

    /// The day the article speaks on.
    pub(super) fn today(&self) -> Option<Date> {
        self.document.date()
    }

    /// The values that a date right after took for itself: "$66m a year earlier" is a sum and a date,
    /// not so much a year.
    fn sums_before_dates(&self) -> Vec<Value> {
        let is_ago =
            |at: &usize| self.values[*at].kind == Kind::Date && self.is(self.first(*at), &["a", "an"]);
        let mut sums = Vec::new();
        for date in (0..self.values.len()).filter(is_ago) {
            let end = self.first(date);
            let start =
                date.checked_sub(1).map_or(0, |before| self.after(before)).max(end.saturating_sub(LONGEST));
            let between = self.tokens.get(start..end).unwrap_or_default();
            sums.extend(value::read::sentence(self.text, between, None));
        }
        sums
    }

    /// The values on both sides of what may be a range as well as a change: "from $4 to $6".
    fn ends_of_changes(&self) -> Vec<Value> {
        let is_change = |at: &usize| {
            let before = self.first(*at).checked_sub(1);
            let is_from = before.is_some_and(|from| self.is(from, &["from"]));
            let is_spread = before.and_then(|from| from.checked_sub(1)).is_some_and(|at| self.is(at, SPREAD));
            // "Quadrupled to 6,000": what it did, and where it ended.
            let is_factor = self.values[*at].kind == Kind::Factor;
            is_range(&self.values[*at]) && (is_from && !is_spread || is_factor)
        };
        (0..self.values.len()).filter(is_change).flat_map(|at| self.halves(at)).collect()
    }

    /// Both sides of the "to" in a range, each read by itself.
    fn halves(&self, range: usize) -> Vec<Value> {
        let (first, after) = (self.first(range), self.after(range));
        let Some(to) = (first..after).find(|at| self.is(*at, &["to"])) else { return Vec::new() };
        let sides = [first..to, to + 1..after].map(|side| self.tokens.get(side).unwrap_or_default());
        sides.into_iter().flat_map(|side| value::read::sentence(self.text, side, None)).collect()
    }

    /// The tokens of a value, its hedge included.
    pub(super) fn tokens_of(&self, value: usize) -> Range<usize> {
        self.first(value)..self.after(value)
    }

    /// Whether the token `at` is one of `words`.
    pub(super) fn is(&self, at: usize, words: &[&str]) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_any(self.text, words))
    }

    /// Whether the tokens from `at` on are `words`.
    pub(super) fn follows(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(n, word)| self.is(at + n, &[word]))
    }

    /// The words of the token `at`.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// The first token of a value, its hedge included.
    pub(super) fn first(&self, value: usize) -> usize {
        let start = self.values.get(value).map_or(0, |value| value.full.start());
        self.tokens.partition_point(|token| token.span.end() <= start)
    }

    /// The token after a value.
    pub(super) fn after(&self, value: usize) -> usize {
        let end = self.values.get(value).map_or(0, |value| value.full.end());
        self.tokens.partition_point(|token| token.span.start() < end)
    }

    /// The value that begins at the token `at`.
    pub(super) fn value_at(&self, at: usize) -> Option<usize> {
        let start = self.tokens.get(at)?.span.start();
        let value = self.values.partition_point(|value| value.core.start() < start);
        let next = self.values.get(value)?;
        (next.core.start() == start || next.full.start() == start).then_some(value)
    }

    /// The value that begins at the token `at` or a few small words later.
    pub(super) fn value_near(&self, at: usize) -> Option<usize> {
        let mut at = at;
        for _ in 0..MOST_BEFORE {
            if let Some(value) = self.value_at(at) {
                return Some(value);
            }
            if !self.is(at, BEFORE_NUMBER) {
                return None;
            }
            at += 1;
        }
        self.value_at(at)
    }

    /// The value that ends right before the token `at`.
    pub(super) fn value_before(&self, at: usize) -> Option<usize> {
        let value =
            self.values.partition_point(|value| value.full.start() < self.start_of(at)).checked_sub(1)?;
        (self.after(value) == at).then_some(value)
    }

    fn start_of(&self, at: usize) -> usize {
        self.tokens.get(at).map_or(usize::MAX, |token| token.span.start())
    }

    /// The words of a span.
    pub(super) fn words(&self, span: Span) -> &'a str {
        span.of(self.text)
    }

    /// Whether a change is one of many: "5% a year", but not "5%, a year ago".
    pub(super) fn is_again_and_again(&self, value: usize) -> bool {
        let after = self.after(value);
        let is_each = self.is(after, &["a", "per", "each", "every"]) && self.is(after + 1, EACH);
        let is_ago = self.is(after + 2, &["ago", "earlier", "before"]);
        let has_per = self.values[value].unit.as_ref().is_some_and(|unit| unit.per.is_some());
        is_each && !is_ago || has_per || self.is(after, &["annually", "yearly", "monthly", "daily"])
    }

    /// Whether a value is so much for each of something: "$4.06 a share".
    pub(super) fn is_rate(&self, value: usize) -> bool {
        let has_per = self.values[value].unit.as_ref().is_some_and(|unit| unit.per.is_some());
        let after = self.after(value);
        has_per
            || self.is(after, &["per", "apiece", "each"])
            || self.is(after, &["a", "an"]) && self.is(after + 1, PER)
    }
}

/// Stretches of time over which a change may be given for each of them.
const EACH: &[&str] = &["year", "month", "week", "day", "quarter", "decade"];

/// What figures are given for each of.
const PER: &[&str] =
    &["share", "person", "head", "barrel", "pound", "gallon", "tonne", "ton", "ounce", "unit"];

fn is_range(value: &Value) -> bool {
    matches!(value.amount, Amount::Range(..))
}

/// The one number of a value.
pub(super) fn exact(value: &Value) -> Option<Decimal> {
    match value.amount {
        Amount::Exact(number) => Some(number),
        _ => None,
    }
}

/// Whether a value is an amount that can rise and fall.
pub(super) fn is_amount(value: &Value) -> bool {
    let is_kind =
        matches!(value.kind, Kind::Number | Kind::Count | Kind::Money | Kind::Quantity | Kind::Percent);
    is_kind && exact(value).is_some() && value.grain.form != Form::Vague && !is_year(value)
}

/// Whether a bare number may be a year.
pub(super) fn is_year(value: &Value) -> bool {
    let is_bare = matches!(value.kind, Kind::Number | Kind::Count) && value.unit.is_none();
    let number = exact(value).filter(|_| is_bare && value.core.len() == 4);
    number.is_some_and(|number| (Decimal::from(1500)..=Decimal::from(2100)).contains(&number))
}

/// Whether two amounts are measured in the same thing.
pub(super) fn is_alike(a: &Value, b: &Value) -> bool {
    let is_same_unit = match (&a.unit, &b.unit) {
        (Some(a), Some(b)) => a.name == b.name && a.per == b.per,
        // "$275 billion to 94 million taxpayers" are two things.
        (Some(_), None) => b.noun.is_none(),
        (None, Some(_)) => a.noun.is_none(),
        // "to $3.1 from 2.8" leaves out what was just said.
        _ => true,
    };
    is_same_unit && is_same_scale(a, b)
}

/// Far from each other and written apart, one has left out its "million".
fn is_same_scale(a: &Value, b: &Value) -> bool {
    let (Some(x), Some(y)) = (exact(a), exact(b)) else { return false };
    let is_written_alike = (a.grain.form == Form::Scaled) == (b.grain.form == Form::Scaled);
    let hundred = Decimal::ONE_HUNDRED;
    let is_far = |x: Decimal, y: Decimal| y.checked_mul(hundred).is_some_and(|most| x > most);
    is_written_alike || !is_far(x, y) && !is_far(y, x)
}
