//! What a glance at a text tells of the values in it: the cheap question where the whole reader is too dear.

use crate::bits;
use crate::span::Span;
use crate::token;
use crate::token::Kind;
use crate::token::Print;
use crate::value::list::Words;
use crate::value::read;
use rust_decimal::Decimal;
use std::iter;

/// Words that are numbers after an article: "a couple of".
const AFTER_ARTICLE: &Words = &Words::of(&["couple", "dozen", "few", "handful", "pair"]);

/// Whether a number may stand in a text, in figures or spelt out; "a year" does not count.
pub fn has_number(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_numeric = |at: usize| text[at..].chars().next().is_some_and(char::is_numeric);
    let may_be = |word: &str| {
        let print = Print::of(word);
        read::may_begin_with(word, print) || AFTER_ARTICLE.has_in_any_case(word, print)
    };
    // A word with other letters than those of ASCII is no number, and one cut at them may be taken for one.
    let mut words = bits::rows(bytes, |byte| !is_no_letter(byte)).map(|row| &text[row]);
    // Figures first, for they are found many bytes at a time.
    bits::places(bytes, |byte| byte.is_ascii_digit()).next().is_some()
        || bits::places(bytes, bits::is_lead).any(is_numeric)
        || words.any(may_be)
}

/// Whether a text has an article that may stand for a number, as in "a year".
pub fn has_article(text: &str) -> bool {
    text.split(' ').any(|word| matches!(word, "a" | "an" | "A" | "An"))
}

/// How the months begin, in small letters.
const MONTHS: &[&[u8; 3]] =
    &[b"jan", b"feb", b"mar", b"apr", b"may", b"jun", b"jul", b"aug", b"sep", b"oct", b"nov", b"dec"];

/// Whether a date may stand in a text, its day in figures: a month beside them, or a mark as in "4/3/2026".
pub fn has_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    let figures = || bits::places(bytes, |byte| byte.is_ascii_digit());
    let mut may_be_months = iter::once(0).chain(bits::pairs(bytes, is_no_letter, is_first_of_month));
    figures().next().is_some()
        && (figures().any(|at| is_joined(&bytes[at..])) || may_be_months.any(|at| is_month(&bytes[at..])))
}

/// Whether a mark stands between the figure and another one that is not that of a sum, a list or a time of day.
fn is_joined(words: &[u8]) -> bool {
    matches!(words, [_, mark, b'0'..=b'9', ..] if !mark.is_ascii_alphanumeric() && !b",: ".contains(mark))
}

fn is_no_letter(byte: u8) -> bool {
    (byte | 0x20).wrapping_sub(b'a') >= 26
}

fn is_first_of_month(byte: u8) -> bool {
    let small = byte | 0x20;
    b"jfmasond".iter().fold(false, |found, letter| found | (small == *letter))
}

fn is_month(word: &[u8]) -> bool {
    word.first_chunk::<3>()
        .is_some_and(|start| MONTHS.contains(&&start.map(|byte| byte.to_ascii_lowercase())))
}

/// The only number of a text, if it is written in figures and no word beside it looks like one.
pub fn lone_number(text: &str) -> Option<Decimal> {
    let tokens = token::split(text, Span::new(0, text.len()));
    let is_other = |word: &str| {
        word.bytes().any(|byte| byte.is_ascii_digit()) || read::may_begin_with(word, Print::of(word))
    };
    let mut words = tokens.iter().filter(|token| token.kind == Kind::Word).map(|token| token.span.of(text));
    let mut figures = tokens.iter().filter(|token| token.kind == Kind::Number);
    let figure = figures.next().filter(|_| figures.next().is_none())?;
    let is_alone = !words.any(is_other);
    figure.span.of(text).replace(',', "").parse().ok().filter(|_| is_alone)
}

#[cfg(test)]
mod tests {
    use super::has_article;
    use super::has_date;
    use super::has_number;
    use super::lone_number;
    use crate::value::date::words;

    #[test]
    fn numbers_are_seen_in_figures_and_in_words() {
        for text in [
            "It has 31.", "Seventy-four of them", "TWELVE clubs", "It doubled.", "½ a mile", "٣ clubs",
            "a few",
        ] {
            assert!(has_number(text), "{text}");
        }
        assert!(!has_number("The league has a harbour – and an anthem."));
    }

    #[test]
    fn articles_are_seen() {
        assert!(
            has_article("It took a year.") && has_article("An hour later") && !has_article("It took hours.")
        );
    }

    #[test]
    fn dates_are_seen_by_their_months_and_marks() {
        for (month, _) in words::MONTHS.iter() {
            assert!(has_date(&format!("On 3 {month}")) && has_date(&format!("3{month}")), "{month}");
        }
        assert!(has_date("4/3/2026") && has_date("2026-03-04") && has_date("4.3."));
        assert!(!has_date("in March") && !has_date("at 9:30, 1,200 boats") && !has_date("3 ramparts"));
    }

    #[track_caller]
    fn check(text: &str, expected: Option<i64>) {
        assert_eq!(lone_number(text), expected.map(Into::into), "{text}");
    }

    #[test]
    fn a_number_is_alone_where_no_word_is_one() {
        check("The league has 1,200 clubs.", Some(1200));
        check("The league has 12 clubs and five boats.", None);
        check("Both of the 12 clubs", None);
        check("The 12 of 30 clubs", None);
        check("It has a 12-fold lead over H100", None);
        check("The league has clubs.", None);
    }
}
