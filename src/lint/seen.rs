//! The dates in the sentences of an article, read once for all claims that ask for them.

use crate::document::Document;
use crate::effort;
use crate::span::Span;
use crate::token::Token;
use crate::value::Amount;
use crate::value::Value;
use crate::value::date::Period;
use std::cell::OnceCell;

/// An article, and the dates that were looked for in it.
pub(crate) struct Seen<'d> {
    /// The article.
    pub(crate) document: &'d Document<'d>,
    dates: Vec<OnceCell<Vec<(Span, Period)>>>,
}

impl<'d> Seen<'d> {
    /// An article of which nothing has been looked at.
    pub(crate) fn new(document: &'d Document<'d>) -> Seen<'d> {
        let n = document.sentences().len();
        Seen { document, dates: std::iter::repeat_with(OnceCell::new).take(n).collect() }
    }

    /// The values of a sentence, in order.
    pub(crate) fn values(&self, sentence: usize) -> &'d [Value] {
        let sentence = self.document.sentences().get(sentence);
        sentence.map_or(&[][..], |sentence| self.document.values(sentence))
    }

    /// The words of a sentence.
    pub(crate) fn tokens(&self, sentence: usize) -> &'d [Token] {
        let sentence = self.document.sentences().get(sentence);
        sentence.map_or(&[][..], |sentence| sentence.tokens(&self.document.text))
    }

    /// The dates nearest to a claim in its sentence, one on either side, each with its likeliest reading.
    pub(crate) fn dates_around(&self, sentence: usize, claim: Span) -> Vec<(Span, Period)> {
        let dates = self.dates(sentence);
        let before = dates.partition_point(|(span, _)| span.end() <= claim.start());
        let after = dates.partition_point(|(span, _)| span.start() < claim.end());
        let nearest = before.checked_sub(1).into_iter().chain([after]);
        nearest.filter_map(|at| dates.get(at).copied()).collect()
    }

    fn dates(&self, sentence: usize) -> &[(Span, Period)] {
        let Some(known) = self.dates.get(sentence) else { return &[] };
        known.get_or_init(|| {
            let values = self.values(sentence);
            effort::spend(values.len());
            let dated = values.iter().filter_map(|value| Some((value.full, likeliest(&value.amount)?)));
            dated.collect()
        })
    }
}

fn likeliest(amount: &Amount) -> Option<Period> {
    match amount {
        Amount::Dates(candidates) => candidates.first().copied(),
        Amount::Exact(_) | Amount::Range(..) | Amount::Pair(..) | Amount::Label(_) => None,
    }
}
