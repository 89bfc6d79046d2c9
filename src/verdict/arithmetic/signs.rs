//! What a sentence must hold for a check to have something to compute: the cheap question, for few do.
//!
//! A check that looks for another word gets a row here, else it is never asked.

use crate::phrases::Phrases;
use crate::value::lexicon;
use crate::value::role;
use std::sync::LazyLock;

/// Words that mean the same to the checks, a bit each.
type Signs = u16;

const NUMBER: Signs = 1;
const BASE: Signs = 1 << 1;
const CHANGE: Signs = 1 << 2;
const FACTOR: Signs = 1 << 3;
const PERCENT: Signs = 1 << 4;
const SHARE: Signs = 1 << 5;
const TOTAL: Signs = 1 << 6;
const REST: Signs = 1 << 7;
const BIRTH: Signs = 1 << 8;
const DEATH: Signs = 1 << 9;
const TIME: Signs = 1 << 10;
const RANGE: Signs = 1 << 11;
const BEGUN: Signs = 1 << 12;
const ENDED: Signs = 1 << 13;
const AGAIN: Signs = 1 << 14;
const LATER: Signs = 1 << 15;

/// The words of each sign; they may begin with a capital.
#[rustfmt::skip]
const WORDS: &[(Signs, &[&str])] = &[
    (BASE, &["from", "against", "compared", "versus", "vs", "than", "on the"]),
    (CHANGE | SHARE | PERCENT, &["percent", "per cent", "pct", "%"]),
    (CHANGE, &["point", "points", "bps", "pp", "up", "down", "off"]),
    (FACTOR, &[
        "double", "doubles", "doubled", "doubling", "triple", "triples", "tripled", "tripling", "treble",
        "trebled", "trebling", "quadruple", "quadruples", "quadrupled", "quadrupling", "quintupled",
        "quintupling", "sextupled", "halve", "halves", "halved", "halving", "fold",
    ]),
    (SHARE, &[
        "half", "halves", "third", "thirds", "quarter", "quarters", "fourths", "fifth", "fifths", "sixth", "sixths",
        "seventh", "sevenths", "eighth", "eighths", "ninth", "tenth", "tenths", "hundredth", "out of", "one in",
        "1 in", "two in", "three in", "in every", "/",
    ]),
    (TOTAL, &["total", "totalling", "totaling", "altogether", "all told", "in all"]),
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
    (RANGE, &["from", "between", "("]),
    (BEGUN, &["began", "begun", "started", "opened", "launched", "begins", "starts"]),
    (ENDED, &["ended", "finished", "concluded", "closed", "ends", "finishes", "expired", "expires"]),
    (AGAIN, &["second"]),
    (LATER, &["after", "following"]),
];

/// How many numbers each check needs, with which signs.
const NEEDS: &[(usize, Signs)] = &[
    // A change and both its ends.
    (3, BASE | CHANGE),
    (2, BASE | FACTOR),
    // A part, its whole and its share.
    (3, SHARE),
    (3, TOTAL),
    (2, PERCENT | REST),
    (2, BIRTH),
    (2, DEATH | RANGE),
    (2, TIME | RANGE),
    (2, TIME | BEGUN | ENDED),
    (2, AGAIN | TIME | LATER),
];

/// The words of all signs, each with those it is of.
static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let directions = role::words().map(|word| (CHANGE, word));
    let numbers = lexicon::words().map(|word| (NUMBER, word));
    let listed = WORDS.iter().flat_map(|(sign, words)| words.iter().map(|word| (*sign, *word)));
    let all: Vec<(Signs, &str)> = listed.chain(directions).chain(numbers).collect();
    let forms: Vec<(Signs, String)> = all
        .iter()
        .flat_map(|(sign, word)| [(*sign, (*word).to_owned()), (*sign, capitalised(word))])
        .collect();
    Phrases::new(forms.iter().map(|(sign, word)| (word.as_str(), u32::from(*sign))))
});

fn capitalised(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}

/// Whether a sentence may have something to compute.
pub(super) fn may_compute(sentence: &str) -> bool {
    let (mut numbers, mut held) = (figures(sentence), 0);
    for (_, sign) in PHRASES.find(sentence) {
        let sign = sign as Signs;
        numbers += usize::from(sign & NUMBER);
        held |= sign;
    }
    NEEDS.iter().any(|(least, signs)| *least <= numbers && held & signs == *signs)
}

/// How many numbers stand in figures.
fn figures(sentence: &str) -> usize {
    let bytes = sentence.as_bytes();
    let goes_on = |at: usize| {
        at.checked_sub(1).is_some_and(|before| {
            let is_mark = matches!(bytes[before], b',' | b'.');
            bytes[before].is_ascii_digit() || is_mark && before > 0 && bytes[before - 1].is_ascii_digit()
        })
    };
    (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit() && !goes_on(*at)).count()
}
