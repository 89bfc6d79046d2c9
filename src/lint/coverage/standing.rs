//! Which fact was held against some words, and what came of it.

use crate::claim::Extent;
use crate::claim::Observed;
use crate::context::why;
use crate::diagnostic::Sort;
use crate::diagnostic::Standing;
use crate::document::Document;
use crate::effort;
use crate::lint::Judged;
use crate::lint::Linter;
use crate::lint::coverage::stated::Stated;
use crate::span::Span;
use crate::verdict::Verdict;
use crate::verdict::compare::Comparison;

const PART: &str = "speaks of a part of the whole";
const WATCHED: &str = "articles are only held against one another here";
const UNASSERTED: &str = "the article does not assert it";
const UNCLEAR: &str = "whether it speaks of the fact is not clear";
const UNKNOWN: &str = "it cannot be held against the fact";
const OTHER_TIME: &str = "the fact says nothing of that time";

/// What an article claims, found by the sentences in which the words stand.
pub(super) struct Claims<'a> {
    linter: &'a Linter<'a>,
    document: &'a Document<'a>,
    judged: &'a [Judged],
    by_sentence: Vec<Vec<usize>>,
}

impl<'a> Claims<'a> {
    pub(super) fn new(
        linter: &'a Linter<'a>,
        document: &'a Document<'a>,
        judged: &'a [Judged],
    ) -> Claims<'a> {
        let mut by_sentence = vec![Vec::new(); document.sentences().len()];
        for (at, one) in judged.iter().enumerate() {
            let (first, last) = sentences(document, one.claim.span);
            by_sentence.iter_mut().take(last + 1).skip(first).for_each(|claims| claims.push(at));
        }
        Claims { linter, document, judged, by_sentence }
    }

    /// Who vouches for some words: the fact that was held against them goes before one that only knows them.
    pub(super) fn standing(&self, stated: &Stated) -> Standing {
        let (first, last) = sentences(self.document, stated.span);
        effort::spend(1 + last - first);
        let near = self.by_sentence.iter().take(last + 1).skip(first).flatten();
        let about = near.inspect(|_| effort::spend(1)).filter_map(|at| self.judged.get(*at));
        let about = about.filter(|one| is_about(one, stated));
        let told = about.map(|one| self.of(one, stated)).min_by_key(rank);
        told.unwrap_or_else(|| match stated.why {
            Some(why) => Standing::SetAside { fact: None, why: why.to_owned(), cue: None },
            None => Standing::Unvouched,
        })
    }

    fn of(&self, judged: &Judged, stated: &Stated) -> Standing {
        let card = self.linter.cards.of(judged.claim.fact).clone();
        let aside =
            |why: &str, cue| Standing::SetAside { fact: Some(card.clone()), why: why.to_owned(), cue };
        if self.linter.fact(&judged.claim).watch {
            return aside(WATCHED, None);
        }
        match (judged.claim.extent, judged.judgement.verdict) {
            (Extent::Part, _) => aside(PART, None),
            (_, Verdict::NotAsserted) => {
                let why = why::deciding(self.linter.config.lexicon(), &judged.context);
                aside(why.map_or(UNASSERTED, |why| why.label), why.map(|why| why.cue.span))
            }
            (_, Verdict::Undecided) if judged.judgement.comparison == Comparison::Unknown => {
                let changes = !self.linter.fact(&judged.claim).kind.stretches().is_empty();
                aside(stated.why.unwrap_or(if changes { OTHER_TIME } else { UNKNOWN }), None)
            }
            (_, Verdict::Undecided) if judged.judgement.severity.is_none() => aside(OTHER_TIME, None),
            (_, Verdict::Undecided) => aside(UNCLEAR, None),
            (_, verdict) => Standing::Covered { fact: card, verdict: verdict.name() },
        }
    }
}

/// The first and the last sentence of some words.
fn sentences(document: &Document<'_>, span: Span) -> (usize, usize) {
    let last = span.end().saturating_sub(1).max(span.start());
    (document.sentence_at(span.start()), document.sentence_at(last))
}

/// Whether a claim is about these words.
fn is_about(judged: &Judged, stated: &Stated) -> bool {
    let is_here = judged.claim.span.overlaps(stated.span);
    match (&judged.claim.observed, stated.sort) {
        (Observed::Quoted | Observed::Misquoted(_), Sort::Quotation) => is_here,
        // What is marked is who is said to have said it, beside the words.
        (Observed::Misattributed, Sort::Quotation) => true,
        (Observed::Holder { .. } | Observed::Elsewhere, Sort::Title) => is_here,
        (Observed::Term(_), Sort::Term) => is_here,
        (Observed::Stated(_), sort) => is_here && sort != Sort::Quotation,
        (Observed::Value(_) | Observed::Opposite(_), sort) => {
            is_here && !matches!(sort, Sort::Title | Sort::Quotation)
        }
        _ => false,
    }
}

/// What was found wrong first, then what is covered, then what a fact only knows.
fn rank(standing: &Standing) -> u8 {
    match standing {
        Standing::Covered { verdict, .. }
            if *verdict != Verdict::Agrees.name() && *verdict != Verdict::AgreedThen.name() =>
        {
            0
        }
        Standing::Covered { .. } => 1,
        Standing::SetAside { .. } => 2,
        Standing::Unvouched => 3,
    }
}
