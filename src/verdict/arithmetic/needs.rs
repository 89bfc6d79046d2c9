//! What a check needs to have anything to compute: the cheap question, for few sentences have it.

use crate::bits;
use crate::claim::inflect::capitalise;
use crate::span::Span;
use crate::value::currency;
use crate::value::modifier;
use crate::verdict::arithmetic::line::BEFORE_NUMBER;
use crate::verdict::arithmetic::signs::AGAIN;
use crate::verdict::arithmetic::signs::BASE;
use crate::verdict::arithmetic::signs::BEGUN;
use crate::verdict::arithmetic::signs::BESIDE;
use crate::verdict::arithmetic::signs::BIRTH;
use crate::verdict::arithmetic::signs::CHANGE;
use crate::verdict::arithmetic::signs::DEATH;
use crate::verdict::arithmetic::signs::ENDED;
use crate::verdict::arithmetic::signs::FACTOR;
use crate::verdict::arithmetic::signs::HEDGE;
use crate::verdict::arithmetic::signs::LATER;
use crate::verdict::arithmetic::signs::LEADING;
use crate::verdict::arithmetic::signs::MONTH;
use crate::verdict::arithmetic::signs::NUMBER;
use crate::verdict::arithmetic::signs::OF;
use crate::verdict::arithmetic::signs::PARTED;
use crate::verdict::arithmetic::signs::PARTS;
use crate::verdict::arithmetic::signs::PERCENT;
use crate::verdict::arithmetic::signs::PHRASES;
use crate::verdict::arithmetic::signs::RANGE;
use crate::verdict::arithmetic::signs::REST;
use crate::verdict::arithmetic::signs::SCALE;
use crate::verdict::arithmetic::signs::SHARE;
use crate::verdict::arithmetic::signs::STRICT;
use crate::verdict::arithmetic::signs::Signs;
use crate::verdict::arithmetic::signs::TIME;
use crate::verdict::arithmetic::signs::TOTAL;
use crate::verdict::arithmetic::signs::marks;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashSet;
use std::sync::LazyLock;

/// What a check needs to have anything to compute.
struct Need {
    /// How many numbers that are no days of the calendar.
    amounts: usize,
    /// How many numbers, days among them.
    numbers: usize,
    /// Which signs.
    signs: Signs,
    /// Signs close behind which a number stands.
    before_number: Signs,
}

const fn amounts(amounts: usize, signs: Signs, before_number: Signs) -> Need {
    Need { amounts, numbers: amounts, signs, before_number }
}

const fn numbers(numbers: usize, signs: Signs, before_number: Signs) -> Need {
    Need { amounts: 0, numbers, signs, before_number }
}

/// What each check needs.
const NEEDS: &[Need] = &[
    // A change and both its ends, one of which a word leads to.
    amounts(3, CHANGE, BASE),
    amounts(2, FACTOR, BASE),
    // A part, its share and the whole that it is of, one put beside the other.
    amounts(3, SHARE | OF, BESIDE | OF),
    amounts(3, TOTAL, 0),
    amounts(2, PERCENT | REST, 0),
    numbers(2, BIRTH, 0),
    numbers(2, DEATH, BESIDE),
    numbers(2, TIME, RANGE),
    numbers(2, TIME | BEGUN | ENDED, 0),
    numbers(2, AGAIN | TIME | LATER, 0),
];

/// How many bytes behind the beginning of a range the number may begin.
const NEAR: usize = 24;
/// Where so many words and figures stand, each is not held against each other: such a sentence is read.
const CROWD: usize = 100;
/// How many bytes behind a stretch of time the dates may begin that it is held against.
const TIMED: usize = 48;
/// How many bytes behind other signs the number may begin: "than in the neighborhood of US$5,000", "of the
/// Northumberland constituency's 5,000".
const FAR: usize = 80;

/// No check has anything to compute from fewer numbers.
const FEWEST: usize = 2;

/// Whether a sentence may have something to compute.
pub(super) fn may_compute(sentence: &str) -> bool {
    // A headline in capitals.
    let is_loud = !sentence.bytes().any(|byte| byte.is_ascii_lowercase());
    let sentence = if is_loud { Cow::Owned(sentence.to_ascii_lowercase()) } else { Cow::Borrowed(sentence) };
    let hits = PHRASES.find(&sentence);
    let mut numbers = figures(sentence.as_bytes());
    if hits.len() + numbers.len() > CROWD {
        return true;
    }
    let spelt_out = hits.iter().filter(is_of(NUMBER)).filter(|hit| !goes_on(&sentence, &hits, hit));
    numbers.extend(spelt_out.map(|(span, _)| span.start()));
    numbers.len() >= FEWEST && {
        let glance = Glance::of(&sentence, hits, numbers);
        NEEDS.iter().any(|need| glance.may_meet(need) && glance.meets(need))
    }
}

/// Whether a word is one of some signs.
fn is_of(signs: Signs) -> impl Fn(&&(Span, Signs)) -> bool {
    move |(_, sign)| sign & signs != 0
}

/// Whether a word is a part of the number before: the "million" of "2.5 million", the "five" of "twenty-five".
fn goes_on(sentence: &str, hits: &[(Span, Signs)], (word, _): &(Span, Signs)) -> bool {
    let Some((mark, before)) = sentence.as_bytes()[..word.start()].split_last() else { return false };
    let is_scale = || hits.iter().any(|(span, sign)| span == word && sign & SCALE != 0);
    let is_joined = *mark == b'-' || *mark == b' ' && is_scale();
    let ends_there = |(span, _): &(Span, Signs)| span.end() == before.len();
    is_joined
        && (before.last().is_some_and(u8::is_ascii_digit)
            || hits.iter().filter(is_of(NUMBER)).any(ends_there))
}

/// What is seen of a sentence without reading it.
struct Glance<'s> {
    sentence: &'s str,
    /// The words of signs.
    hits: Vec<(Span, Signs)>,
    /// Where numbers begin, in figures or spelt out.
    numbers: Vec<usize>,
    /// The signs of its words and marks.
    held: Signs,
    /// How its numbers stand, looked at when the rest would do.
    order: OnceCell<Order>,
}

/// How the numbers of a sentence stand to its signs.
#[derive(Default)]
struct Order {
    /// Where the numbers begin that are no days.
    amounts: Vec<usize>,
    /// Where the days of months begin, and the years behind them.
    days: Vec<usize>,
    /// The signs close behind which a number stands.
    leading: Signs,
}

impl Glance<'_> {
    fn of(sentence: &str, hits: Vec<(Span, Signs)>, numbers: Vec<usize>) -> Glance<'_> {
        let words = hits.iter().fold(0, |held, (_, sign)| held | sign);
        let held = marks(sentence).fold(words, |held, (_, sign)| held | sign);
        Glance { sentence, hits, numbers, held, order: OnceCell::new() }
    }

    /// Whether it has the numbers and signs that a check needs, wherever they stand.
    fn may_meet(&self, need: &Need) -> bool {
        need.numbers <= self.numbers.len()
            && self.holds(need.before_number & !PARTED)
            && self.holds(need.signs)
    }

    fn holds(&self, signs: Signs) -> bool {
        let missing = signs & !self.held;
        let has_part = |sign: Signs| {
            let mut parts = PARTS.iter().filter(|(other, _)| *other == sign);
            parts.any(|(_, part)| part.find(self.sentence.as_bytes()).is_some())
        };
        missing == 0 || missing & PARTED == missing && has_part(missing)
    }

    fn meets(&self, need: &Need) -> bool {
        let order = self.order.get_or_init(|| Order::of(self));
        need.amounts <= order.amounts.len() && order.leading & need.before_number == need.before_number
    }
}

impl Order {
    fn of(glance: &Glance<'_>) -> Order {
        let days = days(glance.sentence.as_bytes(), &glance.numbers, &glance.hits);
        let mut amounts = glance.numbers.clone();
        amounts.retain(|number| !days.contains(number));
        let mut order = Order { amounts, days, leading: 0 };
        order.lead_words(glance.sentence, &glance.hits);
        marks(glance.sentence).for_each(|(end, sign)| order.lead(glance.sentence, sign, end));
        order.lead_parts(glance.sentence);
        order
    }

    /// Notes a sign that ends at the byte `end`, if a number follows close behind, or farther off past small words.
    fn lead(&mut self, sentence: &str, sign: Signs, end: usize) {
        let mut ahead = self.amounts.iter().filter(|number| (end..=end + FAR).contains(number));
        if ahead.any(|number| leads_to(sign, &sentence[end..*number])) {
            self.leading |= sign & STRICT;
        }
        let mut all = self.amounts.iter().chain(&self.days);
        if all.any(|number| (end..=end + NEAR).contains(number)) {
            self.leading |= sign & RANGE;
        }
    }

    fn lead_words(&mut self, sentence: &str, hits: &[(Span, Signs)]) {
        for (span, sign) in hits.iter().filter(is_of(LEADING)) {
            let mut hedges = hits.iter().filter(is_of(HEDGE));
            let is_hedge =
                hedges.any(|(hedge, _)| hedge.end() == span.end() && !is_compared(sentence, *hedge));
            let mut times = hits.iter().filter(is_of(TIME));
            let is_timed = times.any(|(time, _)| (time.end()..=time.end() + TIMED).contains(&span.start()));
            let sign = if is_timed { *sign } else { sign & !RANGE };
            self.lead(sentence, if is_hedge { sign & !BASE } else { sign }, span.end());
        }
    }

    fn lead_parts(&mut self, sentence: &str) {
        for (sign, part) in PARTS.iter() {
            for at in part.find_iter(sentence.as_bytes()) {
                self.lead(sentence, *sign, at + part.needle().len());
            }
        }
    }
}

/// Words that may stand between a sign and its number, beside those that say how exact it is.
const OWN: &[&str] = &["with", "minus", "negative", "point"];
/// All of them, as they stand in a sentence and in a title.
static SMALL: LazyLock<HashSet<Cow<'static, str>>> = LazyLock::new(|| {
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

/// The numbers that are days and years: "January 20, 2021".
fn days(sentence: &[u8], numbers: &[usize], hits: &[(Span, Signs)]) -> Vec<usize> {
    let mut found = Vec::new();
    for (month, _) in hits.iter().filter(|(_, sign)| sign & MONTH != 0) {
        let Some(day) = numbers.iter().find(|number| (month.end()..month.end() + 3).contains(number)) else {
            continue;
        };
        let end = day + sentence[*day..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let is_year = |number: &&usize| sentence[end..].starts_with(b", ") && **number == end + 2;
        found.push(*day);
        found.extend(numbers.iter().find(is_year));
    }
    found
}

/// Where the numbers begin that stand in figures.
fn figures(sentence: &[u8]) -> Vec<usize> {
    let is_digit = |at: usize| sentence.get(at).is_some_and(u8::is_ascii_digit);
    let is_mark = |at: usize| matches!(sentence.get(at), Some(b',' | b'.'));
    let goes_on = |at: usize| at > 0 && is_digit(at - 1) || at > 1 && is_mark(at - 1) && is_digit(at - 2);
    bits::places(sentence, |byte| byte.is_ascii_digit()).filter(|at| !goes_on(*at)).collect()
}
