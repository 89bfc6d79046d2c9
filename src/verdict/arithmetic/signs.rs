//! The words and marks by which a sentence shows that it may have something to compute.
//!
//! A check that looks for another word gets a row here, else it is never asked.

use crate::bits;
use crate::claim::inflect::capitalise;
use crate::phrases::Phrases;
use crate::value::date::words::MONTHS;
use crate::value::lexicon;
use crate::value::role;
use memchr::memmem::Finder;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Words that mean the same to the checks, a bit each.
pub(super) type Signs = u32;

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
/// Words that may have to lead to a number.
pub(super) const LEADING: Signs = BASE | RANGE | BESIDE;
/// Signs between which and their number only small words stand.
pub(super) const STRICT: Signs = BASE | BESIDE | OF;

/// The words of each sign; the first of them or each may begin with a capital.
#[rustfmt::skip]
const WORDS: &[(Signs, &[&str])] = &[
    (BASE, &["from", "against", "compared", "versus", "vs", "than", "on the"]),
    (CHANGE | SHARE | PERCENT, &["percent", "per cent", "pct"]),
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
    (TOTAL, &["total of", "in total", "totalling", "totaling", "altogether", "all told", "in all"]),
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
    (NUMBER | SHARE, &["¼", "½", "¾", "⅓", "⅔"]),
    // With a number before them these are a part of it.
    (SCALE, &[
        "dozen", "dozens", "hundred", "thousand", "lakh", "million", "crore", "billion", "trillion", "quadrillion",
    ]),
];

/// Marks that are signs, whatever they touch, by their first bytes.
const MARKS: [(Signs, u8); 5] = [
    (CHANGE | SHARE | PERCENT, b'%'),
    (SHARE, b'/'),
    (RANGE | BESIDE, b'('),
    (BESIDE, b','),
    (BESIDE, DASH[0]),
];
/// What dashes begin with, which put a number beside another.
const DASH: &[u8] = "\u{2014}".as_bytes().split_at(2).0;

/// The end of a word, as in "fivefold", and a word too frequent to be looked for with the others.
pub(super) static PARTS: LazyLock<[(Signs, Finder<'static>); 3]> = LazyLock::new(|| {
    [(FACTOR, "fold"), (OF, "of "), (OF, "Of ")].map(|(sign, part)| (sign, Finder::new(part)))
});
/// Their signs, of which no check needs both.
pub(super) const PARTED: Signs = FACTOR | OF;

/// The words of all signs, each with those it is of.
pub(super) static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let own = |sign: Signs, word: &str| (sign, word.to_owned());
    let directions = role::words().map(|word| own(CHANGE, word));
    // "100 fires rose to 130": where a number went to stands for where it came from.
    let moves = role::words().map(|word| (BASE, format!("{word} to")));
    let numbers = lexicon::words().map(|word| own(NUMBER, word));
    let months = MONTHS.iter().map(|(word, _)| own(MONTH, word));
    let listed = WORDS.iter().flat_map(|(sign, words)| words.iter().map(|word| own(*sign, word)));
    let all: Vec<(Signs, String)> =
        listed.chain(directions).chain(moves).chain(months).chain(numbers).collect();
    let capitals = all.iter().map(|(sign, word)| (*sign, capitalise(word)));
    let titles = all.iter().map(|(sign, word)| (*sign, title(word)));
    let forms: BTreeSet<(Signs, String)> = capitals.chain(titles).chain(all.iter().cloned()).collect();
    Phrases::new(forms.iter().map(|(sign, word)| (word.as_str(), *sign)))
});

/// Some words as they stand in a title: "In Total".
fn title(words: &str) -> String {
    words.split(' ').map(capitalise).collect::<Vec<_>>().join(" ")
}

/// The marks that are signs, each with the byte behind it.
pub(super) fn marks(sentence: &str) -> impl Iterator<Item = (usize, Signs)> {
    let bytes = sentence.as_bytes();
    bits::places(bytes, |byte| MARKS.iter().any(|(_, mark)| *mark == byte)).filter_map(|at| {
        let (sign, mark) = MARKS.iter().find(|(_, mark)| *mark == bytes[at])?;
        let is_dash = *mark != DASH[0] || bytes[at..].starts_with(DASH);
        let len = if mark.is_ascii() { 1 } else { DASH.len() + 1 };
        is_dash.then_some((at + len, *sign))
    })
}
