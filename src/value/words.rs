//! Numbers in words: "thirty-two", "one hundred and seventy-five thousand", "nineteen ninety-three".

use crate::value::Form;
use crate::value::Grain;
use crate::value::lexicon;
use crate::value::lexicon::Lex;
use crate::value::mixed;
use crate::value::number;
use crate::value::number::Number;
use crate::value::scale;
use crate::value::scan::Scan;
use rust_decimal::Decimal;

/// A number in words so far.
#[derive(Clone, Copy, Default)]
pub(crate) struct Run {
    total: u64,
    group: u64,
    // The zeros of the smallest scale so far; a larger one may not follow.
    limit: Option<u32>,
    last: Option<Lex>,
}

impl Run {
    /// The run with one word more, if it may follow.
    pub(crate) fn add(self, lex: Lex) -> Option<Run> {
        let added = match lex {
            Lex::Small(n) => self.small(n),
            Lex::Ordinal(n) if n < 20 => self.small(n),
            Lex::Ten(n) => self.ten(n),
            Lex::Ordinal(n) if n < 100 => self.ten(n),
            Lex::Hundred | Lex::Ordinal(100) => self.hundred(),
            Lex::Scale(zeros) => self.scale(zeros),
            Lex::Ordinal(n) => self.scale(n.ilog10()),
            Lex::Parts(_) => None,
        }?;
        Some(Run { last: Some(lex), ..added })
    }

    /// Whether a new group of tens may begin.
    fn is_open(self) -> bool {
        matches!(self.last, None | Some(Lex::Hundred | Lex::Scale(_)))
    }

    fn small(self, n: u64) -> Option<Run> {
        let follows_ten = matches!(self.last, Some(Lex::Ten(_))) && (1..10).contains(&n);
        let fits = follows_ten || self.is_open() && (n > 0 || self.last.is_none());
        fits.then_some(Run { group: self.group + n, ..self })
    }

    fn ten(self, n: u64) -> Option<Run> {
        self.is_open().then_some(Run { group: self.group + n, ..self })
    }

    fn hundred(self) -> Option<Run> {
        match (self.last, self.group) {
            (None, _) => Some(Run { group: 100, ..self }),
            (Some(Lex::Small(_) | Lex::Ten(_)), 1..100) => Some(Run { group: self.group * 100, ..self }),
            _ => None,
        }
    }

    fn scale(self, zeros: u32) -> Option<Run> {
        let group = if self.last.is_none() { 1 } else { self.group };
        if group == 0 || self.limit.is_some_and(|limit| zeros >= limit) {
            return None;
        }
        let total = group.checked_mul(10u64.checked_pow(zeros)?)?.checked_add(self.total)?;
        Some(Run { total, group: 0, limit: Some(zeros), last: self.last })
    }

    fn value(self) -> Option<u64> {
        self.total.checked_add(self.group)
    }
}

/// "thirty-two", "one hundred and seventy-five thousand", "twenty-third".
pub(crate) fn read(scan: &Scan<'_>, at: usize, run: Run) -> Option<Number> {
    if let Some(spoken) = spoken_year(scan, at).or_else(|| spoken_hundreds(scan, at)) {
        return Some(spoken);
    }
    let takes_and = scan.before(at, 1) != "between";
    let mut run = run.add(scan.lex(at)?)?;
    let mut end = at + 1;
    while !matches!(run.last, Some(Lex::Ordinal(_))) {
        let next = past_link(scan, end, run, takes_and);
        let Some(longer) = follower(scan.word(next)).and_then(|lex| run.add(lex)) else { break };
        (run, end) = (longer, next + 1);
    }
    Some(of_run(run, end))
}

/// What a word says inside a number, where a scale may have a plural: "three billions".
fn follower(word: &str) -> Option<Lex> {
    let of_plural = || match lexicon::look(word.strip_suffix('s')?)? {
        scale @ (Lex::Scale(_) | Lex::Hundred) => Some(scale),
        _ => None,
    };
    lexicon::look(word).or_else(of_plural).or_else(|| scale::short(word))
}

/// "nineteen ninety-three", "twenty ten": two numbers below a hundred, as years are spoken.
fn spoken_year(scan: &Scan<'_>, at: usize) -> Option<Number> {
    let (Lex::Small(century @ 10..) | Lex::Ten(century @ 20)) = scan.lex(at)? else {
        return None;
    };
    let is_oh = scan.word(at + 1) == "oh";
    let start = at + 1 + usize::from(is_oh);
    let start = if is_oh { scan.past_joint(start) } else { start };
    let (years, end) = below_hundred(scan, start)?;
    let fits = !scan.is_joint(end) && (is_oh == (years < 10));
    fits.then(|| Number { value: Decimal::from(century * 100 + years), ..number::one(end) })
}

/// "two fifty-five" for 255, where the phrase ends with it: in "two fifty-seat planes" it does not.
fn spoken_hundreds(scan: &Scan<'_>, at: usize) -> Option<Number> {
    let Lex::Small(hundreds @ 1..10) = scan.lex(at)? else { return None };
    let Lex::Ten(_) = scan.lex(at + 1)? else { return None };
    let (rest, end) = below_hundred(scan, at + 1)?;
    let ends = !scan.is_word(end) && !scan.is_joint(end) && !scan.is_joint(at.wrapping_sub(1));
    ends.then(|| Number { value: Decimal::from(hundreds * 100 + rest), ..number::one(end) })
}

/// The number below a hundred at `at`, and the place after it.
pub(crate) fn below_hundred(scan: &Scan<'_>, at: usize) -> Option<(u64, usize)> {
    match scan.lex(at)? {
        Lex::Small(n) => Some((n, at + 1)),
        Lex::Ten(ten) => match scan.lex(scan.past_joint(at + 1)) {
            Some(Lex::Small(n @ 1..10)) => Some((ten + n, scan.past_joint(at + 1) + 1)),
            _ => Some((ten, at + 1)),
        },
        _ => None,
    }
}

/// The place after the hyphen, "and" or comma that may stand inside a number in words.
fn past_link(scan: &Scan<'_>, at: usize, run: Run, takes_and: bool) -> usize {
    let is_scaled = matches!(run.last, Some(Lex::Scale(_)));
    let is_open = is_scaled || run.last == Some(Lex::Hundred);
    let is_and = takes_and && is_open && scan.word(at) == "and" && !is_part(scan, at + 1);
    let is_glued_dash = scan.is_dash(at) && scan.is_glued(at) && scan.is_glued(at + 1);
    let is_comma = is_scaled && scan.word(at) == "," && is_long(scan, at + 1, run);
    if is_and || is_glued_dash || is_comma { at + 1 } else { at }
}

/// Whether a fraction begins at `at`, which is added to the number and no part of its words.
fn is_part(scan: &Scan<'_>, at: usize) -> bool {
    mixed::fraction_words(scan, at).or_else(|| mixed::hundredths(scan, at)).is_some()
}

/// Whether what follows a comma goes on with the number: it has a "hundred" or a scale of its own, and
/// none that is as large as the last one.
fn is_long(scan: &Scan<'_>, at: usize, run: Run) -> bool {
    let is_large = |lex| matches!(lex, Lex::Scale(zeros) if run.limit.is_some_and(|limit| zeros >= limit));
    let mut scales = (at + 1..at + 5).filter_map(|at| scan.lex(at));
    let is_scale = |lex| matches!(lex, Lex::Hundred | Lex::Scale(_));
    scales.clone().any(is_scale) && !scales.any(is_large)
}

pub(crate) fn of_run(run: Run, end: usize) -> Number {
    let value = run.value().unwrap_or(0);
    let is_ordinal = matches!(run.last, Some(Lex::Ordinal(_)));
    let zeros = trailing_zeros(value);
    let (fine, form) = match run.last {
        Some(Lex::Scale(zeros)) => (number::power(zeros), Form::Scaled),
        _ => (Some(Decimal::ONE), Form::Digits),
    };
    let coarse = if is_ordinal { Decimal::ONE } else { number::power(zeros).unwrap_or(Decimal::ONE) };
    let grain = Grain { fine: fine.unwrap_or(Decimal::ONE), coarse, form };
    Number { value: Decimal::from(value), grain, end, is_ordinal }
}

fn trailing_zeros(value: u64) -> u32 {
    let (mut rest, mut zeros) = (value, 0);
    while rest > 0 && rest.is_multiple_of(10) {
        (rest, zeros) = (rest / 10, zeros + 1);
    }
    zeros
}
