//! What is seen of a sentence without reading it: its numbers, its signs, and how they stand to each other.

use crate::claim::inflect::capitalise;
use crate::span::Span;
use crate::value::currency;
use crate::value::modifier;
use crate::verdict::arithmetic::line::BEFORE_NUMBER;
use crate::verdict::arithmetic::numbers;
use crate::verdict::arithmetic::period::JOINTS;
use crate::verdict::signs::BASE;
use crate::verdict::signs::HEDGE;
use crate::verdict::signs::LEADING;
use crate::verdict::signs::MONTH;
use crate::verdict::signs::MOVE;
use crate::verdict::signs::OF;
use crate::verdict::signs::PARTED;
use crate::verdict::signs::PARTS;
use crate::verdict::signs::PERCENT;
use crate::verdict::signs::Place;
use crate::verdict::signs::RANGE;
use crate::verdict::signs::STRICT;
use crate::verdict::signs::Signs;
use crate::verdict::signs::TIME;
use crate::verdict::signs::WEEKDAY;
use crate::verdict::signs::is_of;
use memchr::memmem::Finder;
use rustc_hash::FxHashSet;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::sync::LazyLock;

/// How many bytes behind the beginning of a range the number may begin.
const NEAR: usize = 24;
/// Where so many words and numbers stand, each is not held against each other: such a sentence is read.
pub(super) const CROWD: usize = 100;
/// How many bytes behind a stretch of time the dates may begin that it is held against: a few long words.
const TIMED: usize = 100;
/// In so many bytes behind its beginning the ends of a range are joined.
const RANGE_LEN: usize = 72;
/// By what they are.
static RANGE_JOINTS: LazyLock<Vec<Finder<'static>>> =
    LazyLock::new(|| ["–", "-"].iter().chain(JOINTS).map(|joint| Finder::new(*joint)).collect());
/// How many bytes behind other signs the number may begin: "than in the neighborhood of US$5,000", "of the
/// Northumberland constituency's 5,000".
const FAR: usize = 80;

/// What is seen of a sentence without reading it.
pub(super) struct Glance<'s> {
    sentence: &'s str,
    /// The words of signs, and the marks.
    hits: Vec<Place>,
    marks: Vec<Place>,
    /// Where numbers begin, in figures or spelt out.
    pub(super) numbers: Vec<usize>,
    /// The signs of its words and marks.
    held: Signs,
    /// How its numbers stand, looked at when the rest would do.
    order: OnceCell<Order>,
}

/// How the numbers of a sentence stand to its signs.
pub(super) struct Order {
    /// Where the numbers begin that are no days.
    pub(super) amounts: Vec<usize>,
    /// Where days begin: those of months, the years behind them, and the names of months and weekdays.
    days: Vec<usize>,
    /// The signs close behind which a number stands.
    pub(super) leading: Signs,
}

impl<'s> Glance<'s> {
    /// What is seen of a sentence that has these words and marks, which are of the signs `held`.
    pub(super) fn of(sentence: &'s str, (hits, marks): (Vec<Place>, Vec<Place>), held: Signs) -> Glance<'s> {
        let numbers = numbers::in_sentence(sentence, &hits);
        Glance { sentence, hits, marks, numbers, held, order: OnceCell::new() }
    }

    /// Whether so many words and numbers stand in it that not each is held against each other.
    pub(super) fn is_crowded(&self) -> bool {
        self.hits.len() + self.numbers.len() > CROWD
    }

    /// Whether it has all these signs.
    pub(super) fn holds(&self, signs: Signs) -> bool {
        let missing = signs & !self.held;
        let has_part = |sign: Signs| {
            let mut parts = PARTS.iter().filter(|(other, _)| *other == sign);
            parts.any(|(_, part)| part.find(self.sentence.as_bytes()).is_some())
        };
        missing == 0 || missing & PARTED == missing && has_part(missing)
    }

    /// How often it may say "percent".
    pub(super) fn n_percents(&self) -> usize {
        // "60pc" is one word.
        self.percents().count() + self.sentence.matches("pc").count()
    }

    fn percents(&self) -> impl Iterator<Item = Span> {
        let all = self.hits.iter().chain(&self.marks);
        all.filter(|(_, sign)| sign & PERCENT != 0).map(|(span, _)| *span)
    }

    /// How many of its numbers are not surely in percent.
    pub(super) fn n_others(&self) -> usize {
        let in_percent = self.percents().filter(|percent| {
            let before = &self.sentence[..percent.start()];
            let before = before.strip_suffix([' ', '-']).unwrap_or(before);
            numbers::ends_in_one(before.as_bytes(), &self.hits)
        });
        self.numbers.len().saturating_sub(in_percent.count())
    }

    /// How its numbers stand to its signs.
    pub(super) fn order(&self) -> &Order {
        self.order.get_or_init(|| Order::of(self))
    }

    /// Whether a sign begins a range of dates behind a stretch of time: "a five-day visit from 3 to 5 March".
    fn is_timed(&self, sign: Span) -> bool {
        let mut times = self.hits.iter().filter(is_of(TIME));
        let is_behind = times.any(|(time, _)| (time.end()..=time.end() + TIMED).contains(&sign.start()));
        let ahead = &self.sentence.as_bytes()[sign.end()..];
        let ahead = &ahead[..ahead.len().min(RANGE_LEN)];
        is_behind && RANGE_JOINTS.iter().any(|joint| joint.find(ahead).is_some())
    }

    /// What a word may lead to a number for.
    fn leading(&self, (word, sign): Place) -> Signs {
        let mut hedges = self.hits.iter().filter(is_of(HEDGE));
        let is_hedge =
            hedges.any(|(hedge, _)| hedge.end() == word.end() && !is_compared(self.sentence, *hedge));
        let is_first = sign & MOVE != 0 && !self.numbers.iter().any(|number| *number < word.start());
        if is_hedge || is_first { sign & !BASE } else { sign }
    }
}

impl Order {
    fn of(glance: &Glance<'_>) -> Order {
        let days = numbers::days(glance.sentence.as_bytes(), &glance.numbers, &glance.hits);
        let mut amounts = glance.numbers.clone();
        amounts.retain(|number| !days.contains(number));
        let named = glance.hits.iter().filter(is_of(MONTH | WEEKDAY)).map(|(word, _)| word.start());
        let days = days.into_iter().chain(named).collect();
        let mut order = Order { amounts, days, leading: 0 };
        for (word, sign) in glance.hits.iter().filter(is_of(LEADING)) {
            order.lead(glance, *word, glance.leading((*word, *sign)));
        }
        glance.marks.iter().for_each(|(mark, sign)| order.lead(glance, *mark, *sign));
        for (sign, part) in PARTS.iter() {
            let places = part.find_iter(glance.sentence.as_bytes());
            places.for_each(|at| order.lead(glance, Span::new(at, at + part.needle().len()), *sign));
        }
        order
    }

    /// Notes a sign, if a number follows close behind, or farther off past small words.
    fn lead(&mut self, glance: &Glance<'_>, words: Span, sign: Signs) {
        let end = words.end();
        let mut ahead = self.amounts.iter().filter(|number| (end..=end + FAR).contains(number));
        if sign & STRICT != 0 && ahead.any(|number| leads_to(sign, &glance.sentence[end..*number])) {
            self.leading |= sign & STRICT;
        }
        let mut all = self.amounts.iter().chain(&self.days);
        if sign & RANGE != 0 && all.any(|at| (end..=end + NEAR).contains(at)) && glance.is_timed(words) {
            self.leading |= RANGE;
        }
    }
}

/// Words that may stand between a sign and its number, beside those that say how exact it is.
const OWN: &[&str] = &["with", "minus", "negative", "point"];
/// All of them, as they stand in a sentence and in a title.
static SMALL: LazyLock<FxHashSet<Cow<'static, str>>> = LazyLock::new(|| {
    let words = || modifier::words().chain(BEFORE_NUMBER.iter().copied()).chain(OWN.iter().copied());
    words().map(Cow::Borrowed).chain(words().map(|word| Cow::Owned(capitalise(word)))).collect()
});
/// The words before a currency are no longer than "US", "Rs" and "MEUR".
const CURRENCY: usize = 4;

/// Whether nothing but small words and currencies stands between a sign and a number. Behind "of" one other word may
/// stand, or an owner: "of these 30", "of the town's 5,000".
fn leads_to(sign: Signs, between: &str) -> bool {
    let words = between.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let mut others = words.filter(|word| !SMALL.contains(*word) && !may_be_currency(word));
    if sign == OF {
        others.nth(1).is_none() || between.contains(['\'', '’'])
    } else {
        others.next().is_none()
    }
}

/// Whether a word may be a part of a currency: "US", and "us" or "meur" in a headline that was in capitals.
fn may_be_currency(word: &str) -> bool {
    let is_code = |word: &str| currency::of_any_code(word).or_else(|| currency::of_dollar(word)).is_some();
    let is_known = || is_code(word) || word.strip_prefix('m').is_some_and(is_code);
    // The letters of "u.s." are words of their own.
    word.len() == 1 || word.len() <= CURRENCY && (word.starts_with(char::is_uppercase) || is_known())
}

/// "40% more than the 300", where the words compare all the same.
fn is_compared(sentence: &str, hedge: Span) -> bool {
    let before = sentence[..hedge.start()].trim_end();
    before.ends_with(|c: char| c == '%' || c.is_ascii_digit())
        || before.ends_with("cent")
        || before.ends_with("pct")
}
