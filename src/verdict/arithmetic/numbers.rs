//! Where numbers stand, in figures and spelt out, before any is read.

use crate::bits;
use crate::document::Document;
use crate::document::block::Block;
use crate::document::figures;
use crate::span::Span;
use crate::verdict::signs::MONTH;
use crate::verdict::signs::NUMBER;
use crate::verdict::signs::Place;
use crate::verdict::signs::SCALE;
use crate::verdict::signs::SPELT_OUT;
use crate::verdict::signs::Signposts;
use crate::verdict::signs::is_fraction;
use crate::verdict::signs::is_of;
use crate::verdict::signs::may_be_fraction;

/// No check has anything to compute from fewer numbers.
const FEWEST: usize = 2;

/// The numbers of an article, in figures and spelt out.
pub(super) struct Numbers<'a> {
    figures: Vec<u32>,
    signs: &'a Signposts,
    /// Where words of sums stand in which no number need be in figures.
    spelt_out: Vec<usize>,
}

impl<'a> Numbers<'a> {
    /// Those of an article whose signs are known.
    pub(super) fn of(document: &Document<'_>, signs: &'a Signposts) -> Numbers<'a> {
        let spelt_out = signs.with(SPELT_OUT).map(Span::start).collect();
        Numbers { figures: figures::runs(&document.text), signs, spelt_out }
    }

    /// Those of some blocks of the article, which are in order, in which there may be enough of them.
    pub(super) fn enough_in<'b>(&self, blocks: &'b [Block]) -> Vec<&'b Block> {
        let mut rest = &self.figures[..];
        let mut found = Vec::new();
        for block in blocks {
            let n_figures = rest.iter().take_while(|at| (**at as usize) < block.span.end()).count();
            rest = &rest[n_figures..];
            if self.are_enough_with(n_figures, block.span) {
                found.push(block);
            }
        }
        found
    }

    /// Whether there may be enough of them in a part of the article.
    pub(super) fn are_enough(&self, part: Span) -> bool {
        let first = self.figures.partition_point(|at| (*at as usize) < part.start());
        let here = self.figures[first..].iter().take_while(|at| (**at as usize) < part.end());
        self.are_enough_with(here.take(FEWEST).count(), part)
    }

    /// The same where it is known how many are in figures. One has to be, but for some words.
    fn are_enough_with(&self, n_figures: usize, part: Span) -> bool {
        let n_words = || self.signs.within(part).iter().filter(is_of(NUMBER)).count();
        n_figures >= FEWEST || (n_figures > 0 || self.may_do_without(part)) && n_figures + n_words() >= FEWEST
    }

    /// Whether a part has words of sums in which no number need be in figures.
    fn may_do_without(&self, part: Span) -> bool {
        let first = self.spelt_out.partition_point(|at| *at < part.start());
        self.spelt_out.get(first).is_some_and(|at| *at < part.end())
    }
}

/// Where the numbers of a sentence begin that has these words of signs, in figures or spelt out.
pub(super) fn in_sentence(sentence: &str, hits: &[Place]) -> Vec<usize> {
    let spelt_out = hits.iter().filter(is_of(NUMBER)).filter(|hit| !goes_on(sentence, hits, hit));
    figures(sentence.as_bytes()).chain(spelt_out.map(|(span, _)| span.start())).collect()
}

/// Whether a word is a part of the number before: the "million" of "2.5 million", the "five" of "twenty-five".
fn goes_on(sentence: &str, hits: &[Place], (word, _): &Place) -> bool {
    let Some((mark, before)) = sentence.as_bytes()[..word.start()].split_last() else { return false };
    let is_scale = || hits.iter().any(|(span, sign)| span == word && sign & SCALE != 0);
    (*mark == b'-' || *mark == b' ' && is_scale()) && ends_in_one(before, hits)
}

/// Whether the beginning of a sentence ends in a number, in figures or among its signs.
pub(super) fn ends_in_one(words: &[u8], hits: &[Place]) -> bool {
    let ends_there = |(span, _): &Place| span.end() == words.len();
    words.last().is_some_and(u8::is_ascii_digit) || hits.iter().filter(is_of(NUMBER)).any(ends_there)
}

/// The numbers that are days and years: "January 20, 2021".
pub(super) fn days(sentence: &[u8], numbers: &[usize], hits: &[Place]) -> Vec<usize> {
    let mut found = Vec::new();
    for (month, _) in hits.iter().filter(|(_, sign)| sign & MONTH != 0) {
        let Some(day) = numbers.iter().find(|number| (month.end()..month.end() + 3).contains(number)) else {
            continue;
        };
        let end = day + sentence[*day..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let is_year = |number: &&usize| sentence[end..].starts_with(b", ") && **number == end + 2;
        found.push(*day);
        found.extend(numbers.iter().find(is_year));
    }
    found
}

/// Where the numbers begin that stand in figures, "½" among them.
fn figures(sentence: &[u8]) -> impl Iterator<Item = usize> {
    let is_digit = |at: usize| sentence.get(at).is_some_and(u8::is_ascii_digit);
    let is_mark = |at: usize| matches!(sentence.get(at), Some(b',' | b'.'));
    let goes_on =
        move |at: usize| at > 0 && is_digit(at - 1) || at > 1 && is_mark(at - 1) && is_digit(at - 2);
    let begins = move |at: &usize| (is_digit(*at) || is_fraction(&sentence[*at..])) && !goes_on(*at);
    bits::places(sentence, |byte| byte.is_ascii_digit() | may_be_fraction(byte)).filter(begins)
}
