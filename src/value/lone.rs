//! A text whose one number stands in figures: the cheap question where the whole reader is too dear.

use crate::span::Span;
use crate::token;
use crate::token::Kind;
use crate::value::read;
use rust_decimal::Decimal;

/// The only number of a text, if it is written in figures and no word beside it looks like one.
pub fn number(text: &str) -> Option<Decimal> {
    let tokens = token::split(text, Span::new(0, text.len()));
    let is_other = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit()) || read::may_begin_with(word);
    let words = tokens.iter().filter(|token| token.kind == Kind::Word).map(|token| token.span.of(text));
    let mut figures = tokens.iter().filter(|token| token.kind == Kind::Number);
    let figure = figures.next().filter(|_| figures.next().is_none())?;
    let is_alone = !words.map(str::to_lowercase).any(|word| is_other(&word));
    figure.span.of(text).replace(',', "").parse().ok().filter(|_| is_alone)
}

#[cfg(test)]
mod tests {
    use super::number;

    #[track_caller]
    fn check(text: &str, expected: Option<i64>) {
        assert_eq!(number(text), expected.map(Into::into), "{text}");
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
