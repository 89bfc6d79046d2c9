//! What a sentence must hold for a check to have something to compute: the cheap question, for few do.
//!
//! A check that looks for another word gets a row here, else it is never asked.

use crate::bits;
use crate::phrases::Phrases;
use crate::value::lexicon;
use crate::value::role;
use std::sync::LazyLock;

/// Words that mean the same to the checks, a bit each.
type Signs = u32;

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
const BESIDE: Signs = 1 << 16;
const OF: Signs = 1 << 17;
/// Signs that may have to lead to a number.
const LEADING: Signs = BASE | RANGE | BESIDE;

/// The words of each sign; they may begin with a capital.
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
    (RANGE, &["from", "between"]),
    (BESIDE, &["or"]),
    (BEGUN, &["began", "begun", "started", "opened", "launched", "begins", "starts"]),
    (ENDED, &["ended", "finished", "concluded", "closed", "ends", "finishes", "expired", "expires"]),
    (AGAIN, &["second"]),
    (LATER, &["after", "following"]),
];

/// Marks that are signs, whatever they touch.
const MARKS: &[(Signs, char)] = &[
    (CHANGE | SHARE | PERCENT, '%'),
    (SHARE, '/'),
    (RANGE | BESIDE, '('),
    (BESIDE, ','),
    (BESIDE, '—'),
    (BESIDE, '–'),
];

/// The end of a word, as in "fivefold", and a word too frequent to be looked for with the others.
const PARTS: &[(Signs, &str)] = &[(FACTOR, "fold"), (OF, "of "), (OF, "Of ")];

/// What a check needs to have anything to compute.
struct Need {
    /// How many numbers.
    numbers: usize,
    /// Which signs.
    signs: Signs,
    /// A sign close behind which a number stands, if there must be one.
    before_number: Signs,
}

const fn need(numbers: usize, signs: Signs, before_number: Signs) -> Need {
    Need { numbers, signs, before_number }
}

const NEEDS: &[Need] = &[
    // A change and both its ends, one of which a word leads to.
    need(3, CHANGE, BASE),
    need(2, FACTOR, BASE),
    // A part, its whole and its share, one put beside the other.
    need(3, SHARE | OF, BESIDE),
    need(3, TOTAL, 0),
    need(2, PERCENT | REST, 0),
    need(2, BIRTH, 0),
    need(2, DEATH, BESIDE),
    need(2, TIME, RANGE),
    need(2, TIME | BEGUN | ENDED, 0),
    need(2, AGAIN | TIME | LATER, 0),
];

/// How many bytes behind such a sign the number may begin: "than the estimated".
const NEAR: usize = 24;

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
    Phrases::new(forms.iter().map(|(sign, word)| (word.as_str(), *sign)))
});

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Whether a sentence may have something to compute.
pub(super) fn may_compute(sentence: &str) -> bool {
    let mut numbers = figures(sentence.as_bytes());
    let (mut held, mut leading) = (0, Vec::new());
    for (span, sign) in PHRASES.find(sentence) {
        held |= sign;
        if sign & NUMBER != 0 {
            numbers.push(span.start());
        }
        if sign & LEADING != 0 {
            leading.push((span.end(), sign));
        }
    }
    for (sign, mark) in MARKS {
        held |= if sentence.contains(*mark) { *sign } else { 0 };
        let places = sentence.match_indices(*mark).filter(|_| sign & LEADING != 0);
        leading.extend(places.map(|(at, mark)| (at + mark.len(), *sign)));
    }
    for (sign, part) in PARTS {
        held |= if memchr::memmem::find(sentence.as_bytes(), part.as_bytes()).is_some() { *sign } else { 0 };
    }
    let is_near = |end: usize| numbers.iter().any(|number| (end..=end + NEAR).contains(number));
    let led = leading.iter().filter(|(end, _)| is_near(*end)).fold(0, |all, (_, sign)| all | sign);
    let is_met = |need: &Need| {
        need.numbers <= numbers.len()
            && held & need.signs == need.signs
            && (need.before_number == 0 || led & need.before_number != 0)
    };
    NEEDS.iter().any(is_met)
}

/// Where the numbers begin that stand in figures.
fn figures(sentence: &[u8]) -> Vec<usize> {
    let is_digit = |at: usize| sentence.get(at).is_some_and(u8::is_ascii_digit);
    let is_mark = |at: usize| matches!(sentence.get(at), Some(b',' | b'.'));
    let goes_on = |at: usize| at > 0 && is_digit(at - 1) || at > 1 && is_mark(at - 1) && is_digit(at - 2);
    bits::places(sentence, |byte| byte.is_ascii_digit()).filter(|at| !goes_on(*at)).collect()
}
