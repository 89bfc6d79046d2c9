//! Finds the values of a sentence.
//!
//! One pass over the tokens: look-alikes are masked, then at each place the readers are asked in
//! turn, a range is joined, and what was read gets its hedge, its noun and its role. Every reader
//! looks a bounded way ahead, so a sentence is read in linear time.

use crate::span::Span;
use crate::token;
use crate::token::Print;
use crate::token::Token;
use crate::value::Value;
use crate::value::bound;
use crate::value::counted;
use crate::value::currency;
use crate::value::date;
use crate::value::draft::Draft;
use crate::value::duration;
use crate::value::finish;
use crate::value::gate::Gate;
use crate::value::guard;
use crate::value::lexicon;
use crate::value::list::Words;
use crate::value::money;
use crate::value::name;
use crate::value::percent;
use crate::value::place;
use crate::value::range;
use crate::value::scan;
use crate::value::scan::Scan;
use crate::value::vague;
use jiff::civil::Date;

/// Every value among `tokens`, in order, none overlapping another.
///
/// `tokens` are those of one sentence of `text`; `today` is the day the article speaks on, without
/// which relative dates stay unresolved (an [`crate::value::Amount::Dates`] with no candidate).
pub fn sentence(text: &str, tokens: &[Token], today: Option<Date>) -> Vec<Value> {
    sentence_on(text, tokens, || today)
}

/// The same where the day is only looked for if there is a date.
pub fn sentence_on(text: &str, tokens: &[Token], today: impl Fn() -> Option<Date>) -> Vec<Value> {
    merge(numbers(text, tokens), date::read::all(text, tokens, today))
}

/// The canonical value that `text` writes, which must be all there is: "295%", "18 months".
pub fn one(text: &str) -> Option<Value> {
    let tokens = token::split(text, Span::new(0, text.len()));
    let mut values = sentence(text, &tokens, None);
    let value = values.pop().filter(|_| values.is_empty())?;
    let rest = text.get(..value.full.start())?.trim().len() + text.get(value.full.end()..)?.trim().len();
    let named = value.noun.map_or(0, |noun| noun.len());
    (rest <= named).then_some(value)
}

/// Both in order; a date wins over a number it overlaps.
fn merge(mut numbers: Vec<Value>, dates: Vec<Value>) -> Vec<Value> {
    if dates.is_empty() {
        return numbers;
    }
    numbers.retain(|number| {
        let next = dates.partition_point(|date| date.core.end() <= number.core.start());
        dates.get(next).is_none_or(|date| !date.core.overlaps(number.core))
    });
    numbers.extend(dates);
    numbers.sort_by_key(|value| value.core.start());
    numbers
}

/// Every value that is no date.
fn numbers(text: &str, tokens: &[Token]) -> Vec<Value> {
    let lower = scan::lower(text, tokens);
    let scan = Scan::new(text, tokens, &lower);
    let mask = guard::mask(&scan);
    let mut values = Vec::new();
    let mut at = 0;
    while at < scan.len() {
        let Some(draft) = draft(&scan, &mask, at) else {
            at += 1;
            continue;
        };
        at = draft.end.max(at + 1);
        if let Some(value) = finish::whole(&scan, draft) {
            // A compound takes its noun along, which may be a number word too.
            let rest = scan.tokens.iter().skip(at);
            at += rest.take_while(|token| token.span.start() < value.core.end()).count();
            bound::push(text, &mut values, value);
        }
    }
    values
}

/// The value that begins at `at`, with the second number of its range.
fn draft(scan: &Scan<'_>, mask: &[bool], at: usize) -> Option<Draft> {
    let first = single(scan, mask, at)?;
    Some(range::join(scan, first, |at| single(scan, mask, at)))
}

/// The value that begins at `at`.
fn single(scan: &Scan<'_>, mask: &[bool], at: usize) -> Option<Draft> {
    if mask.get(at).is_none_or(|masked| *masked) {
        return None;
    }
    if scan.is_number(at) {
        return if name::is_part(scan, at) { None } else { counted::read(scan, at) };
    }
    if !scan.is_word(at) {
        let looks_so = may_begin_mark(scan, at);
        return looks_so.then(|| money::prefixed(scan, at).or_else(|| counted::read(scan, at)))?;
    }
    if !may_begin(scan, at) || name::is_part(scan, at) {
        return None;
    }
    vague::read(scan, at)
        .or_else(|| duration::article(scan, at))
        .or_else(|| money::article(scan, at))
        .or_else(|| percent::article(scan, at))
        .or_else(|| duration::magnitude(scan, at))
        .or_else(|| counted::in_words(scan, at))
        .or_else(|| money::prefixed(scan, at))
        .or_else(|| place::read(scan, at))
        .or_else(|| counted::named(scan, mask, at))
}

/// Whether a number may begin with the mark at `at`: a currency sign, a minus or a point.
fn may_begin_mark(scan: &Scan<'_>, at: usize) -> bool {
    match scan.word(at) {
        "-" | "." | "−" => {
            let digits = at + 1 + usize::from(scan.word(at + 1) == ".");
            let is_sum = || currency::of_sign(scan.word(at + 1)).is_some();
            (scan.is_glued(at + 1) || at == 0) && (scan.is_number(digits) || is_sum())
        }
        word => word == "$" || !word.is_ascii(),
    }
}

/// Words other than numbers that a value may begin with.
#[rustfmt::skip]
const BEGINNINGS: &Words = &Words::of(&[
    "a", "all", "an", "another", "antepenultimate", "billions", "both", "current", "double", "doubled",
    "doubles", "doubling", "dozens", "entire", "full", "halved", "halving", "hundreds", "last", "magnitude",
    "millions", "minus", "multi", "negative", "next", "no", "number", "penultimate", "previous",
    "quadrupled", "quadruples", "quadrupling", "quintupled", "quintupling", "scores", "several",
    "sextupled", "tens", "thousands", "thrice", "top", "trebled", "trebling", "trillions", "triple",
    "tripled", "triples", "tripling", "twice", "whole",
]);

const GATE: &Gate = &Gate::of(BEGINNINGS.list).and(lexicon::GATE);

/// Whether a value may begin with `word`, which has this print and is no figure, and neither "a" nor "an".
pub(crate) fn may_begin_with(word: &str, print: Print) -> bool {
    (GATE.admits_print(print) || may_be_long(word)) && is_beginning(&word.to_ascii_lowercase())
}

/// Whether a word may be one of those that are made of two, by its length and by one of its letters.
fn may_be_long(word: &str) -> bool {
    let (first, last) = (word.bytes().next(), word.bytes().next_back());
    let is_multiple = matches!(first, Some(b'm' | b'M')) || matches!(last, Some(b'd' | b'D'));
    word.len() > 4 && (is_multiple || lexicon::may_be_together(word))
}

fn is_beginning(word: &str) -> bool {
    let is_listed = || BEGINNINGS.has(word) || lexicon::look(word).is_some();
    word != "a" && word != "an" && is_listed() || is_multiple(word)
}

/// Whether the word at `at` is worth a closer look; most words of an article are not.
fn may_begin(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.word(at);
    scan.lex(at).is_some()
        || scan.is_any(at, BEGINNINGS)
        || is_multiple(word)
        || scan.is_mark(at + 1) && (scan.word(at + 1) == "$" || is_age(scan, at))
        || word == "the" && matches!(scan.word(at + 1), "last" | "next" | "one")
        || word.len() <= 4 && scan.is_capitalised(at) && is_code(scan, at)
        || scan.has_digit(at)
}

/// "sevenfold", "multimillion".
fn is_multiple(word: &str) -> bool {
    word.len() > 4 && (word.ends_with("fold") || word.starts_with("multi"))
}

/// "decade-long", "year-old".
fn is_age(scan: &Scan<'_>, at: usize) -> bool {
    scan.is_joint(at + 1) && matches!(scan.word(at + 2), "long" | "old")
}

/// "EUR", "MEUR".
fn is_code(scan: &Scan<'_>, at: usize) -> bool {
    scan.word(at) == "rs"
        || currency::of_code(scan.raw(at)).is_some()
        || currency::of_millions(scan.raw(at)).is_some()
}

#[cfg(test)]
mod tests {
    use super::one;
    use super::sentence;
    use crate::span::Span;
    use crate::token;
    use crate::value::Modifier;
    use crate::value::Role;
    use crate::value::Scope;
    use crate::value::Value;
    use crate::value::show;

    fn read(text: &str) -> Vec<Value> {
        let tokens = token::split(text, Span::new(0, text.len()));
        sentence(text, &tokens, None)
    }

    /// Each value as its core, what it says, and the noun it counts.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str, &str)]) {
        let values = read(text);
        let noun = |value: &Value| value.noun.map_or("", |noun| noun.of(text)).to_owned();
        let found: Vec<_> = values.iter().map(|v| (v.core.of(text), show::value(v), noun(v))).collect();
        let found: Vec<_> =
            found.iter().map(|(core, says, noun)| (*core, says.as_str(), noun.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[track_caller]
    fn check_roles(text: &str, expected: &[Role]) {
        let found: Vec<_> = read(text).iter().map(|value| value.role).collect();
        assert_eq!(found, expected);
    }

    #[track_caller]
    fn check_modifier(text: &str, expected: Modifier) {
        assert_eq!(read(text).first().map(|value| value.modifier), Some(expected));
    }

    #[test]
    fn compounds_are_counts() {
        check("The 14-member council met.", &[("14-member", "14", "member")]);
        check("The thirty-one-harbour league met.", &[("thirty-one-harbour", "31", "harbour")]);
    }

    #[test]
    fn the_whole_noun_is_found() {
        check("It has 14 Baltic member ports now.", &[("14", "14", "Baltic member ports")]);
        check("All 14 of its ports agreed.", &[("14", "14", "ports")]);
    }

    #[test]
    fn a_part_is_told_from_a_whole() {
        assert_eq!(read("12 of the 14 ports agreed.")[0].scope, Scope::PartOf);
        assert_eq!(read("12 of the 14 ports agreed.")[1].scope, Scope::Whole);
    }

    #[test]
    fn changes_and_levels_are_told_apart() {
        check_roles("Sales increased by 295% from 10,000 to 29,500.", &[Role::Up, Role::From, Role::To]);
        check_roles("Sales fell to 12,000.", &[Role::To]);
        check_roles("Sales stood at 12,000.", &[Role::Level]);
        check_roles("Visits surged 295 percent day-over-day.", &[Role::Up]);
        check_roles("A 12% drop followed.", &[Role::Down]);
    }

    #[test]
    fn hedges_stand_on_both_sides() {
        check_modifier("More than about 30 boats sank.", Modifier::More);
        check_modifier("There are 30-plus boats.", Modifier::Plus);
        check_modifier("There are 30 boats or so.", Modifier::Approx);
        check_modifier("Almost a third of them sank.", Modifier::Below);
    }

    #[test]
    fn look_alikes_are_left_alone() {
        for text in [
            "The F-99 flew.", "Route 12 is shut.", "Open 24/7.", "Use version 3.1.4 now.",
            "See https://a.b/12.",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn canonical_values_are_read_whole() {
        for text in
            ["295%", "$1.2 billion", "8,849 metres", "18 months", "4.25%", "x4", "25 basis points", "32"]
        {
            assert!(one(text).is_some(), "{text}");
        }
        assert!(one("soon").is_none());
        assert!(one("3 boats and 4 ships").is_none());
    }
}
