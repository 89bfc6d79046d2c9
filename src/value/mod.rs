//! What can be compared: quantities and dates as an article writes them.
//!
//! One file a dimension. [`read`] finds every value of a sentence, [`compare`] says whether a
//! mention agrees with a canonical value of the same reader. Decimals are exact throughout.

mod address;
mod age;
mod bound;
mod coin;
pub mod compare;
mod compound;
mod convert;
mod counted;
pub(crate) mod currency;
pub mod date;
mod decision;
mod digits;
mod draft;
mod duration;
mod exponent;
mod finish;
pub(crate) mod gate;
pub mod glance;
pub mod gloss;
mod guard;
mod idiom;
pub mod label;
#[cfg(test)]
mod laws;
pub(crate) mod lexicon;
pub(crate) mod list;
mod mixed;
pub(crate) mod modifier;
mod money;
mod name;
#[cfg(test)]
mod newsroom;
pub(crate) mod noun;
mod number;
mod numbered;
mod percent;
mod phrases;
mod place;
mod range;
mod ratio;
pub mod read;
pub mod role;
#[cfg(test)]
mod sample;
mod scale;
mod scan;
pub mod show;
pub mod slip;
mod table;
pub mod unit;
mod vague;
mod words;

use crate::span::Span;
use crate::value::date::Period;
use crate::value::unit::Unit;
use rust_decimal::Decimal;

/// A value as a text writes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// Number and unit: what a fix replaces.
    pub core: Span,
    /// The core with its hedge: what a label may show.
    pub full: Span,
    /// What sort of quantity it is.
    pub kind: Kind,
    /// How much.
    pub amount: Amount,
    /// The dimension it is measured in; a plain count has none.
    pub unit: Option<Unit>,
    /// How exactly it is written.
    pub grain: Grain,
    /// The hedge or bound around it.
    pub modifier: Modifier,
    /// Whether it is a level or a change.
    pub role: Role,
    /// The noun that is counted: "member" of "32-member", "allies" of "31 Pact allies".
    pub noun: Option<Span>,
    /// Whether the number speaks of all the things its noun names.
    pub scope: Scope,
}

impl Value {
    /// The canonical value of a number of things, which no text writes.
    pub fn count(number: Decimal) -> Value {
        let grain = Grain { fine: Decimal::ONE, coarse: Decimal::ONE, form: Form::Digits };
        Value {
            core: Span::at(0),
            full: Span::at(0),
            kind: Kind::Count,
            amount: Amount::Exact(number),
            unit: None,
            grain,
            modifier: Modifier::Exact,
            role: Role::Level,
            noun: None,
            scope: Scope::Whole,
        }
    }
}

/// Whether a counted number is a whole or a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// "the 32 members", and whatever counts nothing.
    Whole,
    /// "23 of its members".
    PartOf,
}

/// What sort of quantity a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A bare number: "at 34".
    Number,
    /// A number of things: "31 allies".
    Count,
    /// "33rd".
    Ordinal,
    /// "295%".
    Percent,
    /// Percentage points and basis points, in percentage points.
    Points,
    /// "quadrupled", "three times": the multiple.
    Factor,
    /// "two-thirds", "one in five": a decimal between 0 and 1, mostly.
    Fraction,
    /// "3-1 vote", "2:1": two numbers in the order written.
    Ratio,
    /// A sum of money, in units of its currency.
    Money,
    /// A number with a physical unit.
    Quantity,
    /// A stretch of time.
    Duration,
    /// How old somebody is, in years.
    Age,
    /// A day, week, month, quarter, year or other stretch of the calendar.
    Date,
    /// A time of day.
    Time,
}

/// How much a value says.
#[derive(Clone, Debug, PartialEq)]
pub enum Amount {
    /// One number.
    Exact(Decimal),
    /// From the first to the second, ends included.
    Range(Decimal, Decimal),
    /// Two numbers that only mean something together: a score, a vote. Of a factor they are two
    /// readings of the same words: "three times more" is three times or four times as many.
    Pair(Decimal, Decimal),
    /// Dates, the likeliest reading first.
    Dates(Vec<Period>),
    /// A label such as a time of day or a fiscal year, compared as it is written.
    Label(String),
}

/// How exactly a number is written, in its own unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grain {
    /// The last written digit is worth this much: 0.1 million for "2.9 million".
    pub fine: Decimal,
    /// The fine grain, with the trailing zeros of a whole number taken as rounding: 100 for "12,500".
    pub coarse: Decimal,
    /// How the number is written.
    pub form: Form,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// "32", "thirty-two".
    Digits,
    /// With a scale word or letter: "3 million", "5k".
    Scaled,
    /// "a third", "doubled".
    Fraction,
    /// "dozens", "hundreds of".
    Vague,
}

/// The hedge or bound around a number; the letters are the lines of the decision table in
/// docs of [`compare`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Modifier {
    /// None, or "exactly", "only".
    Exact,
    /// "equal to", "equals": judged as no hedge at all; it bounds the number on both sides.
    Equal,
    /// A: "about", "some", "roughly".
    Approx,
    /// B: "nearly", "almost", "just under".
    Below,
    /// B′: "close to".
    Near,
    /// U: "just over".
    Above,
    /// G: "more than", "over", "topped".
    More,
    /// G+: "30-plus", "30 or more".
    Plus,
    /// G!: "well over", "far more than".
    WellOver,
    /// L: "at least", "no fewer than".
    AtLeast,
    /// S: "fewer than", "under".
    Less,
    /// M: "up to", "at most", "as many as".
    AtMost,
}

/// Whether a number is a level or a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// How much there is: "stood at 4.25%".
    Level,
    /// By how much it grew: "rose 295%".
    Up,
    /// By how much it shrank.
    Down,
    /// What it changed from: "from 10".
    From,
    /// What it changed to: "to 12". Compared as a level.
    To,
}
