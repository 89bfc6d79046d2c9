//! What a glance at a text tells of the values in it: the cheap question where the whole reader is too dear.

use crate::span::Span;
use crate::token;
use crate::token::Kind;
use crate::value::read;
use rust_decimal::Decimal;

/// Words that are numbers after an article: "a couple of".
const AFTER_ARTICLE: &[&str] = &["couple", "dozen", "few", "handful", "pair"];

/// Whether a number may stand in a text, in figures or spelt out; "a year" does not count.
pub fn has_number(text: &str) -> bool {
    let has_figure = || {
        let is_odd = !text.is_ascii();
        text.bytes().any(|byte| byte.is_ascii_digit()) || is_odd && text.chars().any(char::is_numeric)
    };
    let may_be = |word: &str| {
        read::may_begin_with(word) || AFTER_ARTICLE.iter().any(|other| word.eq_ignore_ascii_case(other))
    };
    has_figure() || text.split(|c: char| !c.is_alphabetic()).any(may_be)
}

/// Whether a text has an article that may stand for a number, as in "a year".
pub fn has_article(text: &str) -> bool {
    text.split(' ').any(|word| matches!(word, "a" | "an" | "A" | "An"))
}

/// The only number of a text, if it is written in figures and no word beside it looks like one.
pub fn lone_number(text: &str) -> Option<Decimal> {
    let tokens = token::split(text, Span::new(0, text.len()));
    let is_other = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit()) || read::may_begin_with(word);
    let mut words = tokens.iter().filter(|token| token.kind == Kind::Word).map(|token| token.span.of(text));
    let mut figures = tokens.iter().filter(|token| token.kind == Kind::Number);
    let figure = figures.next().filter(|_| figures.next().is_none())?;
    let is_alone = !words.any(is_other);
    figure.span.of(text).replace(',', "").parse().ok().filter(|_| is_alone)
}

#[cfg(test)]
mod tests {
    use super::has_article;
    use super::has_number;
    use super::lone_number;

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
