//! Claims of what was said: quotations that are nearly the words of a `quote` fact.
//!
//! Candidates come from an index of the canonical words; a quotation that shares enough of them is
//! laid beside the fact word by word. A shorter stretch of the same words agrees; changed, dropped
//! and added words within the stretch do not.

use crate::claim::Binding;
use crate::claim::Claim;
use crate::claim::Extent;
use crate::claim::Observed;
use crate::claim::alignment;
use crate::claim::alignment::Alignment;
use crate::claim::alignment::Change;
use crate::claim::alignment::Word;
use crate::claim::binding::Tie;
use crate::claim::memory::Memory;
use crate::document::Document;
use crate::document::quotation::Quotation;
use crate::fact::FactId;
use crate::fact::Kind;
use crate::fact::Rules;
use crate::span::Span;
use std::collections::BTreeMap;
use std::collections::HashMap;

/// How a quotation differs from what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misquotation {
    /// The words that were said, around and between the changes.
    pub said: String,
    /// The same words as they are printed.
    pub printed: String,
    /// Whether the change turns the meaning round: a negation, a number or a name.
    pub is_grave: bool,
}

/// The words of all `quote` facts.
pub struct Index {
    quotes: Vec<(FactId, Vec<Word>)>,
    // Which quotes hold a word.
    by_word: HashMap<String, Vec<usize>>,
}

/// Quotations and canonical words shorter than this are too common to compare.
const SHORTEST: usize = 3;
/// Of the printed words in the stretch, so many in a hundred must be those that were said.
const SIMILAR: usize = 60;
/// The same where the speaker is named in the article.
const SIMILAR_BY_SPEAKER: usize = 50;
/// Words without which no meaning turns round.
const NEGATIONS: &[&str] =
    &["not", "never", "no", "nothing", "nobody", "none", "neither", "nor", "without", "can't"];
/// Words that any two quotations share.
const COMMON: &[&str] = &[
    "a", "an", "the", "and", "or", "but", "of", "in", "on", "at", "to", "for", "from", "with", "by", "is",
    "are", "was", "were", "be", "been", "it", "its", "that", "this", "we", "i", "you", "he", "she", "they",
    "as", "not", "have", "has", "had", "will", "would", "do", "did", "our", "their", "us", "very",
];

impl Index {
    /// Gathers the words of `rules`.
    pub fn new(rules: &Rules) -> Index {
        let mut index = Index { quotes: Vec::new(), by_word: HashMap::new() };
        for (id, fact) in (0..).map(FactId).zip(&rules.facts) {
            if let Kind::Quote { words, .. } = &fact.kind
                && !fact.draft
                && fact.severity.is_some()
            {
                index.add(id, alignment::words(words, Span::new(0, words.len())));
            }
        }
        index
    }

    fn add(&mut self, id: FactId, words: Vec<Word>) {
        let mut keys: Vec<&String> = words.iter().map(|word| &word.key).collect();
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            self.by_word.entry(key.clone()).or_default().push(self.quotes.len());
        }
        self.quotes.push((id, words));
    }

    /// Finds the quotations of an article that are those of a fact, or nearly.
    pub fn find(&self, rules: &Rules, document: &Document<'_>, memory: &Memory<'_>, claims: &mut Vec<Claim>) {
        if self.quotes.is_empty() {
            return;
        }
        for quotation in document.quotations() {
            let words = alignment::words(&document.text, quotation.words);
            if words.len() < SHORTEST {
                continue;
            }
            let best = self
                .candidates(&words)
                .into_iter()
                .filter_map(|quote| self.compare(rules, memory, &words, quote));
            let best =
                best.max_by_key(|(alignment, _)| (alignment.same, usize::MAX - alignment.changes.len()));
            claims.extend(best.map(|found| self.claim(rules, document, quotation, &words, found)));
        }
    }

    /// The quotes that share enough words with a quotation to be laid beside it.
    fn candidates(&self, words: &[Word]) -> Vec<usize> {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for word in words {
            for quote in self.by_word.get(&word.key).into_iter().flatten() {
                *shared.entry(*quote).or_default() += 1;
            }
        }
        let least = |quote: usize| words.len().min(self.quotes[quote].1.len()).div_ceil(2).max(2);
        shared.into_iter().filter(|(quote, n)| *n >= least(*quote)).map(|(quote, _)| quote).collect()
    }

    fn compare(
        &self,
        rules: &Rules,
        memory: &Memory<'_>,
        words: &[Word],
        quote: usize,
    ) -> Option<(Alignment, usize)> {
        let (id, said) = &self.quotes[quote];
        let alignment = alignment::align(words, said)?;
        let Kind::Quote { speaker, .. } = &rules.facts[id.0 as usize].kind else { return None };
        let is_by_speaker = speaker.is_some_and(|speaker| memory.is_named(speaker));
        let least = if is_by_speaker { SIMILAR_BY_SPEAKER } else { SIMILAR };
        let length = alignment.printed.len().max(alignment.said.len());
        let telling =
            words[alignment.printed.clone()].iter().filter(|word| !COMMON.contains(&word.key.as_str()));
        let shared = telling.filter(|word| said.iter().any(|other| other.key == word.key)).count();
        let covers = alignment.printed.len() * 2 > words.len() || alignment.said.len() * 4 > said.len() * 3;
        let is_near = alignment.same * 100 >= length * least && alignment.same >= 2 && shared >= 1;
        (is_near && covers).then_some((alignment, quote))
    }

    fn claim(
        &self,
        rules: &Rules,
        document: &Document<'_>,
        quotation: &Quotation,
        words: &[Word],
        (alignment, quote): (Alignment, usize),
    ) -> Claim {
        let (fact, said) = &self.quotes[quote];
        let Kind::Quote { words: canonical, .. } = &rules.facts[fact.0 as usize].kind else {
            return claim(document, *fact, quotation.words, Observed::Quoted);
        };
        let changes: Vec<&Change> =
            alignment.changes.iter().filter(|change| !is_lawful(document, words, change)).collect();
        let (Some(first), Some(last)) = (changes.first(), changes.last()) else {
            return claim(document, *fact, quotation.words, Observed::Quoted);
        };
        let span = marked(words, first.printed.start..last.printed.end);
        let said_span = marked(said, first.said.start..last.said.end);
        let misquotation = Misquotation {
            said: said_span.of(canonical).to_owned(),
            printed: document.slice(span).to_owned(),
            is_grave: changes.iter().any(|change| is_grave(words, said, change)),
        };
        claim(document, *fact, span, Observed::Misquoted(Box::new(misquotation)))
    }
}

/// The words of a range; where it is empty, the words on either side of the gap.
fn marked(words: &[Word], range: std::ops::Range<usize>) -> Span {
    let wide = if range.is_empty() {
        range.start.saturating_sub(1)..(range.end + 1).min(words.len())
    } else {
        range
    };
    match words.get(wide) {
        Some([first, .., last]) => first.span.join(last.span),
        Some([one]) => one.span,
        _ => Span::at(0),
    }
}

/// Whether a change is one that quoting allows: words in brackets, or left out at an ellipsis.
fn is_lawful(document: &Document<'_>, words: &[Word], change: &Change) -> bool {
    let from = change.printed.start.checked_sub(1).map(|before| words[before].span.end());
    let to = words.get(change.printed.end).map(|after| after.span.start());
    let (Some(from), Some(to)) = (from.or(to), to.or(from)) else { return false };
    let between = Span::new(from.min(to), to).of(&document.text);
    between.contains('[') || between.contains('…') || between.contains("...")
}

/// Whether a change turns a negation, a number or a name round.
fn is_grave(printed: &[Word], said: &[Word], change: &Change) -> bool {
    let negations =
        |words: &[Word]| words.iter().filter(|word| NEGATIONS.contains(&word.key.as_str())).count();
    let numbers =
        |words: &[Word]| words.iter().any(|word| word.key.starts_with(|c: char| c.is_ascii_digit()));
    let (printed, said) = (&printed[change.printed.clone()], &said[change.said.clone()]);
    negations(printed) != negations(said) || numbers(printed) || numbers(said)
}

fn claim(document: &Document<'_>, fact: FactId, span: Span, observed: Observed) -> Claim {
    Claim {
        fact,
        span,
        sentence: document.sentence_at(span.start()),
        subject: None,
        observed,
        binding: Binding::Certain(Tie::Phrase),
        extent: Extent::Whole,
        form: None,
    }
}
