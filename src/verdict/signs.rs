//! The words and marks by which a sentence shows that it may have something to check without any fact.
//!
//! Its words are looked for in the one walk that looks for the words of the rules, so they cost no walk of their
//! own. A check that looks for another word gets a row here, else it is never asked.

use crate::bits;
use crate::claim::inflect::capitalise;
#[cfg(test)]
use crate::phrases::Phrases;
use crate::span::Span;
use crate::value::date::words::MONTHS;
use crate::value::date::words::WEEKDAYS;
use crate::value::lexicon;
use crate::value::role;
use memchr::memmem::Finder;
use std::borrow::Cow;
use std::sync::LazyLock;

/// Words that mean the same to the checks, a bit each.
pub type Signs = u32;

pub(super) const NUMBER: Signs = 1;
pub(super) const BASE: Signs = 1 << 1;
pub(super) const CHANGE: Signs = 1 << 2;
pub(super) const FACTOR: Signs = 1 << 3;
pub(super) const PERCENT: Signs = 1 << 4;
pub(super) const SHARE: Signs = 1 << 5;
pub(super) const TOTAL: Signs = 1 << 6;
pub(super) const REST: Signs = 1 << 7;
pub(super) const BIRTH: Signs = 1 << 8;
pub(super) const DEATH: Signs = 1 << 9;
pub(super) const TIME: Signs = 1 << 10;
pub(super) const RANGE: Signs = 1 << 11;
pub(super) const BEGUN: Signs = 1 << 12;
pub(super) const ENDED: Signs = 1 << 13;
pub(super) const AGAIN: Signs = 1 << 14;
pub(super) const LATER: Signs = 1 << 15;
pub(super) const BESIDE: Signs = 1 << 16;
pub(super) const OF: Signs = 1 << 17;
pub(super) const HEDGE: Signs = 1 << 18;
pub(super) const MONTH: Signs = 1 << 19;
pub(super) const SCALE: Signs = 1 << 20;
/// Words of sums and shares in which no number need be in figures: "twelve boats and fifteen nets, thirty in all".
pub(super) const SPELT_OUT: Signs = 1 << 21;
pub(super) const WEEKDAY: Signs = 1 << 22;
/// Words of a change after which its end stands, and before which its beginning does: "100 fires rose to 130".
pub(super) const MOVE: Signs = 1 << 23;
/// Numbers that are none for sums, but may be wrong as a conversion: "100 km (a few miles)".
pub(super) const VAGUE: Signs = 1 << 24;
/// Words that may have to lead to a number.
pub(super) const LEADING: Signs = BASE | RANGE | BESIDE;
/// Signs between which and their number only small words stand.
pub(super) const STRICT: Signs = BASE | BESIDE | OF;

/// The words of each sign in small letters; [`forms`] has the others.
#[rustfmt::skip]
const WORDS: &[(Signs, &[&str])] = &[
    (BASE, &["from", "against", "compared", "versus", "vs", "than", "on the"]),
    (CHANGE | SHARE | PERCENT | SPELT_OUT, &["percent", "per cent"]),
    (CHANGE | SHARE | PERCENT, &["pct", "percents", "per-cent", "p.c"]),
    (CHANGE | SHARE | PERCENT | SPELT_OUT, &["percentage"]),
    (SPELT_OUT, &["in all,", "in all."]),
    (CHANGE, &["point", "points", "bps", "pp", "up", "down", "off"]),
    (FACTOR, &[
        "double", "doubles", "doubled", "doubling", "triple", "triples", "tripled", "tripling", "treble",
        "trebled", "trebling", "quadruple", "quadruples", "quadrupled", "quadrupling", "quintupled",
        "quintupling", "sextupled", "halve", "halves", "halved", "halving",
    ]),
    (SHARE, &[
        "half", "halves", "third", "thirds", "quarter", "quarters", "fourths", "fifth", "fifths", "sixth", "sixths",
        "seventh", "sevenths", "eighth", "eighths", "ninth", "tenth", "tenths", "hundredth", "out of", "one in",
        "1 in", "two in", "three in", "in every",
    ]),
    (TOTAL | SPELT_OUT, &["total of", "in total", "totalling", "totaling", "altogether", "all told"]),
    (TOTAL, &["in all"]),
    (REST, &[
        "remaining", "other", "undecided", "unsure", "sure", "uncertain", "abstained", "abstaining",
        "neutral", "opinion", "view", "know",
    ]),
    (BIRTH, &["born"]),
    (DEATH, &["died", "dies", "death"]),
    (TIME, &[
        "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "night", "nights", "week",
        "weeks", "fortnight", "month", "months", "quarter", "quarters", "year", "years", "decade", "decades",
    ]),
    (RANGE, &["from", "between"]),
    (BESIDE, &["or"]),
    (BEGUN, &["began", "begun", "started", "opened", "launched", "begins", "starts"]),
    (ENDED, &["ended", "finished", "concluded", "closed", "ends", "finishes", "expired", "expires"]),
    (AGAIN, &["second", "2nd"]),
    // These say how exact a number is, and compare it with no other.
    (HEDGE, &["more than", "less than", "fewer than", "rather than", "other than"]),
    (LATER, &["after", "following"]),
    // Numbers that the lexicon of number words leaves to what stands before them.
    (NUMBER, &["dozen", "dozens", "couple", "pair"]),
    (VAGUE, &[
        "few", "several", "handful", "scores", "tens", "hundreds", "thousands", "millions", "billions", "trillions",
        "another", "twice", "thrice",
    ]),
    // With a number before them these are a part of it.
    (SCALE, &[
        "dozen", "dozens", "hundred", "thousand", "lakh", "million", "crore", "billion", "trillion", "quadrillion",
    ]),
];

/// Marks that are signs, whatever they touch: what they begin with, and how many bytes they have.
const MARKS: &[(Signs, &[u8], usize)] = &[
    (CHANGE | SHARE | PERCENT, b"%", 1),
    (SHARE, b"/", 1),
    (RANGE | BESIDE, b"(", 1),
    (BESIDE, b",", 1),
    // Dashes put a number beside another.
    (BESIDE, "\u{2014}".as_bytes().split_at(2).0, 3),
    (FRACTION, "¼".as_bytes(), 2),
    (FRACTION, "½".as_bytes(), 2),
    (FRACTION, "¾".as_bytes(), 2),
    (FRACTION, "⅓".as_bytes(), 3),
    (FRACTION, "⅔".as_bytes(), 3),
];
/// Numbers of one character.
const FRACTION: Signs = NUMBER | SHARE;

/// The end of a word, as in "fivefold", and a word too frequent to be looked for with the others.
pub(super) static PARTS: LazyLock<[(Signs, Finder<'static>); 3]> = LazyLock::new(|| {
    [(FACTOR, "fold"), (OF, "of "), (OF, "Of ")].map(|(sign, part)| (sign, Finder::new(part)))
});
/// Their signs, of which no check needs both.
pub(super) const PARTED: Signs = FACTOR | OF;

/// The words of all signs in all their forms, each once with those it is of.
pub fn words() -> Vec<(String, Signs)> {
    let mut small = small();
    small.sort_unstable();
    small.dedup_by(|(word, signs), (other, others)| {
        let is_same = word == other;
        *others |= if is_same { *signs } else { 0 };
        is_same
    });
    let forms = small.iter().flat_map(|(word, signs)| forms(word).into_iter().map(|form| (form, *signs)));
    forms.chain(weekdays()).collect()
}

/// Some words as they stand within a sentence, at its beginning, in a title and in capitals.
fn forms(words: &str) -> Vec<String> {
    let title = words.split_inclusive(' ').map(capitalise).collect();
    let mut forms = vec![words.to_owned(), capitalise(words), title, words.to_ascii_uppercase()];
    // One word is the same in a title, and one that begins with a figure at the beginning.
    forms.dedup();
    forms
}

/// The words of all signs but the weekdays in small letters; some stand more than once.
fn small() -> Vec<(Cow<'static, str>, Signs)> {
    let own = |sign: Signs, word: &'static str| (Cow::Borrowed(word), sign);
    let directions = role::words().map(|word| own(CHANGE, word));
    // "100 fires rose to 130": where a number went to stands for where it came from.
    let moves = role::words().map(|word| (Cow::Owned(format!("{word} to")), BASE | MOVE));
    let numbers = lexicon::words().map(|word| own(NUMBER, word));
    let together = lexicon::together().map(|word| (Cow::Owned(word), NUMBER));
    let months = MONTHS.iter().map(|(word, _)| own(MONTH, word));
    let listed = WORDS.iter().flat_map(|(sign, words)| words.iter().map(|word| own(*sign, word)));
    listed.chain(directions).chain(moves).chain(months).chain(numbers).chain(together).collect()
}

/// The weekdays as they are written; shortened ones are other words in small letters: "sat".
fn weekdays() -> impl Iterator<Item = (String, Signs)> {
    let small =
        WEEKDAYS.iter().map(|(word, _)| *word).filter(|word| word.ends_with("day")).map(str::to_owned);
    let large = WEEKDAYS.iter().flat_map(|(word, _)| [capitalise(word), word.to_ascii_uppercase()]);
    small.chain(large).map(|word| (word, WEEKDAY))
}

/// Where signs stand.
pub type Place = (Span, Signs);

/// The words of signs in an article.
#[derive(Debug)]
pub struct Signposts(Vec<Place>);

impl Signposts {
    /// Those that were found in a walk over the article.
    pub fn new(mut found: Vec<Place>) -> Signposts {
        // Few stand out of order, which a stable sort is quick about.
        found.sort_by_key(|(word, _)| word.start());
        Signposts(found)
    }

    /// Those of an article that nobody walked over.
    #[cfg(test)]
    pub fn of(text: &str) -> Signposts {
        let words = words();
        let phrases = Phrases::new(words.iter().map(|(word, signs)| (word.as_str(), *signs)));
        Signposts::new(phrases.find(text))
    }

    /// Those of one sentence.
    pub(super) fn within(&self, sentence: Span) -> &[Place] {
        let first = self.0.partition_point(|(word, _)| word.start() < sentence.start());
        let after = self.0.partition_point(|(word, _)| word.start() < sentence.end());
        &self.0[first..after.max(first)]
    }

    /// Where those of some signs stand, in order.
    pub(super) fn with(&self, signs: Signs) -> impl Iterator<Item = Span> {
        self.0.iter().filter(move |(_, sign)| sign & signs != 0).map(|(word, _)| *word)
    }
}

/// The signs of some words or marks, taken together.
pub(super) fn held(places: &[Place]) -> Signs {
    places.iter().fold(0, |held, (_, sign)| held | sign)
}

/// Whether a word is one of some signs.
pub(super) fn is_of(signs: Signs) -> impl Fn(&&Place) -> bool {
    move |(_, sign)| sign & signs != 0
}

/// The marks of a sentence that are signs, in order.
pub(super) fn marks(sentence: &str) -> impl Iterator<Item = Place> {
    let bytes = sentence.as_bytes();
    bits::places(bytes, |byte| may_begin(byte, 0)).filter_map(|at| {
        let (sign, _, len) = MARKS.iter().find(|(_, start, _)| bytes[at..].starts_with(start))?;
        Some((Span::new(at, at + len), *sign))
    })
}

/// Whether a text has a mark of all these signs.
pub(super) fn has_mark(text: &str, signs: Signs) -> bool {
    let bytes = text.as_bytes();
    let is_one = |(sign, start, _): &(Signs, &[u8], usize), at: usize| {
        sign & signs == signs && bytes[at..].starts_with(start)
    };
    bits::places(bytes, |byte| may_begin(byte, signs)).any(|at| MARKS.iter().any(|mark| is_one(mark, at)))
}

/// Whether a mark of all these signs may begin with a byte.
fn may_begin(byte: u8, signs: Signs) -> bool {
    let is_one = |(sign, start, _): &(Signs, &[u8], usize)| (sign & signs == signs) & (start[0] == byte);
    MARKS.iter().fold(false, |may, mark| may | is_one(mark))
}

/// Whether a number of one character may begin with a byte.
pub(super) fn may_be_fraction(byte: u8) -> bool {
    may_begin(byte, FRACTION)
}

/// Whether some words begin with one.
pub(super) fn is_fraction(words: &[u8]) -> bool {
    MARKS.iter().any(|(sign, start, _)| *sign == FRACTION && words.starts_with(start))
}
