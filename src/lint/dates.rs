//! The dates of one sentence after the other, read once for all of its claims.

use crate::document::Document;
use crate::effort;
use crate::span::Span;
use crate::value::Amount;
use crate::value::date::Period;
use crate::value::date::read;

/// The dates of a sentence, each with its likeliest reading.
#[derive(Debug, Default)]
pub(crate) struct Dates {
    sentence: Option<usize>,
    found: Vec<(Span, Period)>,
}

impl Dates {
    /// Reads those of a sentence, unless they were the last to be read.
    pub(crate) fn read(&mut self, document: &Document<'_>, sentence: usize) {
        if self.sentence == Some(sentence) {
            return;
        }
        self.sentence = Some(sentence);
        let tokens = document.sentences().get(sentence).map_or(&[][..], |found| found.tokens(&document.text));
        effort::spend(tokens.len());
        let values = read::all(&document.text, tokens, document.date);
        let likeliest = |amount: &Amount| match amount {
            Amount::Dates(candidates) => candidates.first().copied(),
            Amount::Exact(_) | Amount::Range(..) | Amount::Pair(..) | Amount::Label(_) => None,
        };
        let dated = values.iter().filter_map(|value| Some((value.full, likeliest(&value.amount)?)));
        self.found = dated.collect();
        self.found.sort_by_key(|(span, _)| *span);
    }

    /// The nearest one on either side of a claim, that before it first.
    pub(crate) fn around(&self, claim: Span) -> Vec<(Span, Period)> {
        let before = self.found.partition_point(|(span, _)| span.end() <= claim.start());
        let after = self.found.partition_point(|(span, _)| span.start() < claim.end());
        let nearest = before.checked_sub(1).into_iter().chain([after]);
        nearest.filter_map(|at| self.found.get(at).copied()).collect()
    }
}
