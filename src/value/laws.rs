//! What holds for every text: a number spelled out is read back, a span is what it says, no input is
//! too odd, and twice the text is twice the work.

use crate::span::Span;
use crate::token;
use crate::value::Amount;
use crate::value::Kind;
use crate::value::Value;
use crate::value::currency;
use crate::value::glance;
use crate::value::read;
use crate::value::scan::LOOKS;
use crate::value::show;
use crate::value::table;
use jiff::civil::date;
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::proptest;
use proptest::sample::select;
use rust_decimal::Decimal;

fn values(text: &str) -> Vec<Value> {
    let tokens = token::split(text, Span::new(0, text.len()));
    read::sentence(text, &tokens, Some(date(2026, 3, 4)))
}

const ONES: &[&str] = &[
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
];
const TENS: &[&str] = &["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const SCALES: &[(u64, &str)] = &[(1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand")];

/// A number below 10^12 in words, with `hyphen` between tens and ones.
fn spelled(number: u64, hyphen: char, takes_and: bool) -> String {
    let mut rest = number;
    let mut words = Vec::new();
    for (size, name) in SCALES {
        if rest >= *size {
            words.push(below_thousand(rest / size, hyphen, takes_and));
            words.push((*name).to_owned());
            rest %= size;
        }
    }
    if rest > 0 {
        words.push(below_thousand(rest, hyphen, takes_and));
    }
    if words.is_empty() { "zero".to_owned() } else { words.join(" ") }
}

fn below_thousand(number: u64, hyphen: char, takes_and: bool) -> String {
    let place = |at: u64| usize::try_from(at).unwrap_or(0);
    let (hundreds, rest) = (number / 100, number % 100);
    let tail = match rest {
        0..20 => ONES[place(rest)].to_owned(),
        _ if rest % 10 == 0 => TENS[place(rest / 10)].to_owned(),
        _ => format!("{}{hyphen}{}", TENS[place(rest / 10)], ONES[place(rest % 10)]),
    };
    match (hundreds, rest) {
        (0, _) => tail,
        (_, 0) => format!("{} hundred", ONES[place(hundreds)]),
        _ if takes_and => format!("{} hundred and {tail}", ONES[place(hundreds)]),
        _ => format!("{} hundred {tail}", ONES[place(hundreds)]),
    }
}

/// A number with `mark` between its thousands.
fn grouped(number: u64, mark: &str) -> String {
    let digits = number.to_string();
    let place = |(at, digit): (usize, char)| {
        let is_thousand = at > 0 && (digits.len() - at).is_multiple_of(3);
        format!("{}{digit}", if is_thousand { mark } else { "" })
    };
    digits.chars().enumerate().map(place).collect()
}

fn full_width(number: u64) -> String {
    let wide = |c: char| char::from_u32(u32::from(c) - u32::from('0') + u32::from('０'));
    number.to_string().chars().filter_map(wide).collect()
}

/// Whether `written`, with a noun behind it, is read as `number` and nothing else.
#[track_caller]
fn check_number(written: &str, number: u64) {
    let text = format!("The port counted {written} crates.");
    let values = values(&text);
    let found: Vec<_> = values.iter().map(|value| (value.core.of(&text), value.amount.clone())).collect();
    assert_eq!(found, [(written, Amount::Exact(Decimal::from(number)))], "{text:?}");
}

/// Whether the values of a text stand in order, on the bounds of its characters.
#[track_caller]
fn check_spans(text: &str) {
    let mut end = 0;
    for value in values(text) {
        let Value { core, full, noun, .. } = value;
        let slice = |span: Span| text.get(span.start()..span.end());
        assert!(core.start() >= end, "{text:?}");
        assert!(slice(core).is_some_and(|words| !words.trim().is_empty()), "{text:?}");
        assert!(slice(full).is_some() && full.contains(core), "{text:?}");
        assert!(noun.is_none_or(|noun| slice(noun).is_some()), "{text:?}");
        end = core.end();
    }
}

/// Whether each measure of a text, written as factlint shows it, says the same again.
#[track_caller]
fn check_shown(text: &str) {
    let is_measure = |value: &Value| {
        let is_kind = matches!(value.kind, Kind::Percent | Kind::Points | Kind::Money | Kind::Quantity);
        is_kind && matches!(value.amount, Amount::Exact(number) if number == number.round_dp(4))
    };
    for value in values(text).into_iter().filter(is_measure) {
        let shown = show::value(&value);
        let amount = read::one(&shown).map(|again| (again.kind, again.amount));
        assert_eq!(amount, Some((value.kind, value.amount)), "{shown:?} of {text:?}");
    }
}

/// Whether a glance at a text sees what is read in it.
#[track_caller]
fn check_glance(text: &str) {
    let is_counted = |value: &Value| matches!(value.kind, Kind::Count | Kind::Number);
    for value in values(text).iter().filter(|value| value.kind != Kind::Date && value.kind != Kind::Time) {
        let is_seen = glance::has_number(text) || !is_counted(value) && glance::has_article(text);
        assert!(is_seen, "{text:?}: {value:?}");
    }
}

/// What numbers are made of, in no order.
const WORDS: &[&str] = &[
    "a", "an", "the", "one", "two", "twenty", "hundred", "thousand", "million", "billion", "trillion",
    "third", "thirds", "half", "quarter", "dozen", "point", "and", "or", "to", "of", "in", "minus",
    "percent", "%", "$", "€", "US", "dollars", "cents", "km", "kg", "feet", "miles", "years", "old", "hours",
    "last", "next", "-", "–", "+", "/", ".", ",", "(", ")", "~", "^", "e", "e10", "x10", "x", "±", "K", "M",
    "1", "12", "2,000", "12,34", "22,24,26", "99999999999999999999", "0.00000000001", "3.5", "½", "１２",
    "st", "th", "more", "than", "about", "nearly", "equal", "from", "between", "times", "fold", "doubled",
    "No", "Article", "members", "boats", "ZELMO", "'s", "é", "\u{a0}", "\u{200b}", "\u{ad}", "as", "many",
    "less", "at", "least", "per", "hundreds", "dozens", "several", "figure", "six", "penny", "quintillion",
    "first", "seconds", "magnitude", "pounds", "pence", "p", "won", "foot", "inches", "'", "\"", "h", "m",
    "percentage", "points", "basis", "fifty-fifty", "G", "R5", "per", "kilowatt", "hour", "sq", "euro",
    "every", "past", "weeks", "ago", ":", "firsts", "Avenue", "Seven", "phase", "nil", "lac", "plus", "TOP",
    "up", "ticked", "couple", "few", "pair", "handful", "one-time", "half-dozen", "zero", "magnitude-7",
    "figures", "dozens", "stone", "lb", "oz", "yen", "krone",
];

/// Texts that were read wrongly once.
const PAST: &[&str] = &[
    "a dollar",
    "one billion and a quarter million",
    "3 hundred and 2 hundred",
    "- 5",
    "2^99999999999",
    "1e99",
    "９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９",
    "x10",
    "the last",
    "a",
    "$-",
    "minus",
];

#[test]
fn nothing_is_a_number_too() {
    check_number("zero", 0);
    check_number("0", 0);
}

#[test]
fn past_failures_are_read() {
    PAST.iter().for_each(|text| check_spans(text));
}

#[test]
fn every_unit_is_shown_and_read_again() {
    for number in ["1", "2", "0.5", "12,500", "-4"] {
        for row in table::UNITS.iter() {
            let text = format!("{number} {}", row.many);
            assert_eq!(values(&text).len(), 1, "{text}");
            check_shown(&text);
        }
        for code in currency::codes().filter(|code| !currency::is_word(code)) {
            let text = format!("{code} {number}");
            assert_eq!(values(&text).len(), 1, "{text}");
            check_shown(&text);
        }
    }
}

proptest! {
    #[test]
    fn a_number_spelled_out_is_read_back(
        number in 2_u64..1_000_000_000_000,
        hyphen in select(vec!['-', '‐', '‑', ' ']),
        takes_and in any::<bool>(),
    ) {
        check_number(&spelled(number, hyphen, takes_and), number);
    }

    #[test]
    fn small_numbers_are_read_back(number in 2_u64..100_000, takes_and in any::<bool>()) {
        check_number(&spelled(number, '-', takes_and), number);
    }

    #[test]
    fn thousands_marks_are_read(
        number in 10_000_u64..1_000_000_000_000,
        mark in select(vec!["", ",", "\u{2009}", "\u{a0}", "\u{202f}", " "]),
    ) {
        check_number(&grouped(number, mark), number);
    }

    #[test]
    fn wide_digits_are_read(number in 2_u64..1_000) {
        check_number(&full_width(number), number);
    }

    #[test]
    fn what_is_shown_is_read_again(words in vec(select(WORDS), 0..8), is_glued in any::<bool>()) {
        check_shown(&words.join(if is_glued { "" } else { " " }));
    }

    #[test]
    fn a_glance_sees_what_is_read(words in vec(select(WORDS), 0..8), is_glued in any::<bool>()) {
        check_glance(&words.join(if is_glued { "" } else { " " }));
    }

    #[test]
    fn any_text_has_true_spans(text in "\\PC{0,80}") {
        check_spans(&text);
    }

    #[test]
    fn any_words_have_true_spans(words in vec(select(WORDS), 0..16), is_glued in any::<bool>()) {
        check_spans(&words.join(if is_glued { "" } else { " " }));
    }
}

/// How often a word is looked at when `text` is read as one sentence.
fn work(text: &str) -> usize {
    LOOKS.with(|looks| looks.set(0));
    values(text);
    LOOKS.with(|looks| looks.get())
}

#[test]
fn twice_the_text_is_twice_the_work() {
    for words in [
        "5 and three one-", "$5 (", "4 stone 3 ", "5'", "2 fifty-", "one in every ", "40- to ",
        "a percentage ", "ticked up to ", "the past 3 ", "4 G 5 ", "10 Mole ", "magnitude 5 ", "3 sq. ",
        "two hundred thirty-", "12 ", "2,000 ", "one ", "twenty-", "one and ", "a hundred ", "1-", "1/",
        "(1 ", "1.", "$5 ", "x10 ", "1 point ", "one point ", "22,24,26,", "more than 3 and less than 5 ",
        "half of a ", "3 km 5 ", "member ", "A", "a ", "from 1 to ", "+1 ", "3 hundred and ",
    ] {
        let (once, twice) = (work(&words.repeat(500)), work(&words.repeat(1_000)));
        assert!(twice <= once * 21 / 10 + 200, "{words:?}: {once} and {twice}");
    }
}

#[test]
fn a_line_of_four_megabytes_is_read() {
    let words = "nobody went down to the quiet harbour to look at one of the 14 boats that year ";
    let (small, large) = (words.repeat(400_000 / words.len()), words.repeat(4_000_000 / words.len()));
    let (small, large) = (work(&small), work(&large));
    assert!(large <= small * 101 / 10, "{small} and {large}");
}

#[test]
fn a_hundred_thousand_numbers_in_a_row_are_read() {
    let (few, many) = (work(&"14 boats, ".repeat(1_000)), work(&"14 boats, ".repeat(100_000)));
    assert!(many <= few * 105, "{few} and {many}");
}
