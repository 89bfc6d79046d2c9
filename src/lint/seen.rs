//! What stands in the sentences of an article, read once for all claims that ask for it.

use crate::document::Document;
use crate::effort;
use crate::span::Span;
use crate::token::Token;
use crate::value;
use crate::value::Amount;
use crate::value::Value;
use crate::value::date;
use crate::value::date::Period;
use std::cell::OnceCell;

/// The values and dates of an article's sentences.
pub(crate) struct Seen<'d> {
    /// The article.
    pub(crate) document: &'d Document<'d>,
    values: Vec<OnceCell<Vec<Value>>>,
    dates: Vec<OnceCell<Vec<(Span, Period)>>>,
}

impl<'d> Seen<'d> {
    /// An article of which nothing has been looked at.
    pub(crate) fn new(document: &'d Document<'d>) -> Seen<'d> {
        let n = document.sentences().len();
        let values = std::iter::repeat_with(OnceCell::new).take(n).collect();
        Seen { document, values, dates: std::iter::repeat_with(OnceCell::new).take(n).collect() }
    }

    /// The values of a sentence, in order.
    pub(crate) fn values(&self, sentence: usize) -> &[Value] {
        let Some(known) = self.values.get(sentence) else { return &[] };
        let (text, day) = (&self.document.text, self.document.date);
        known.get_or_init(|| value::read::sentence(text, self.tokens(sentence), day))
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
        let (text, day) = (&self.document.text, self.document.date);
        known.get_or_init(|| {
            let values = date::read::all(text, self.tokens(sentence), day);
            let dated = values.iter().filter_map(|value| Some((value.full, likeliest(&value.amount)?)));
            let mut dates: Vec<(Span, Period)> = dated.collect();
            dates.sort_by_key(|(span, _)| *span);
            dates
        })
    }

    /// The words of a sentence.
    pub(crate) fn tokens(&self, sentence: usize) -> &[Token] {
        let tokens = self.document.sentences().get(sentence);
        let tokens = tokens.map_or(&[][..], |found| found.tokens(&self.document.text));
        effort::spend(tokens.len());
        tokens
    }
}

fn likeliest(amount: &Amount) -> Option<Period> {
    match amount {
        Amount::Dates(candidates) => candidates.first().copied(),
        Amount::Exact(_) | Amount::Range(..) | Amount::Pair(..) | Amount::Label(_) => None,
    }
}
