//! A sentence with all that its claims have in common: words, cues, boundaries, insertions.
//!
//! Made once for each sentence that holds a claim or follows one.

use crate::context::automaton::Hit;
use crate::context::class::Class;
use crate::context::clause;
use crate::context::clause::Marks;
use crate::context::group::Effect;
use crate::context::insertion;
use crate::context::insertion::Insertion;
use crate::context::lexicon::Lexicon;
use crate::context::month;
use crate::context::swallow::swallow;
use crate::context::word::Word;
use crate::effort;
use crate::span::Span;
use crate::token::Token;
use std::cell::OnceCell;
use std::ops::Range;

/// A sentence, taken apart.
#[derive(Debug)]
pub struct Outline {
    /// Its words.
    pub words: Vec<Word>,
    /// Its cues, in the order of their first words.
    pub hits: Vec<Hit>,
    /// What ends a reach at each word.
    pub marks: Vec<Marks>,
    /// What is inserted into it, in the order of their first words.
    pub insertions: Vec<Insertion>,
    /// The cues that take back or confirm what was said before; more than a few are looked at by nobody.
    pub turns: Vec<Hit>,
    /// Whether it says that nothing was taken back.
    pub is_upheld: bool,
    /// Its first word that is no mark.
    pub opening: Option<usize>,
    /// Its first colon.
    pub colon: Option<usize>,
    /// Whether somebody speaks in it; found out when first asked.
    pub speaks: OnceCell<bool>,
    /// Its first word that goes back to what was said; found out when first asked.
    pub returns: OnceCell<Option<usize>>,
    /// For each word the innermost insertion that holds it.
    inner: Vec<Option<usize>>,
}

impl Outline {
    /// Takes a sentence apart.
    ///
    /// Inside one of `names`, which are in order, nothing is a cue: "The Last Stand" ends nothing.
    pub fn new(lexicon: &Lexicon, text: &str, tokens: &[Token], names: &[Span]) -> Outline {
        let words = lexicon.words(text, tokens);
        let mut hits = swallow(lexicon, &lexicon.find(&words));
        let is_month = |hit: &Hit, word: Span| hit.end == hit.first + 1 && month::is_month(text, word);
        hits.retain(|hit| {
            !words.get(hit.first).is_some_and(|it| is_named(names, it.span) || is_month(hit, it.span))
        });
        let marks = clause::marks(lexicon, &words);
        let insertions = insertion::insertions(lexicon, &words, &marks, &hits);
        let inner = innermost(&insertions, words.len());
        effort::spend(words.len() + hits.len());
        Outline {
            inner,
            turns: turns(lexicon, &hits),
            is_upheld: hits.iter().any(|hit| effect(lexicon, hit) == Some(Effect::Uphold)),
            opening: words.iter().position(|word| word.mark.is_none()),
            colon: words.iter().position(|word| word.mark == Some(':')),
            speaks: OnceCell::new(),
            returns: OnceCell::new(),
            words,
            hits,
            marks,
            insertions,
        }
    }

    /// The words that share a byte with `span`.
    pub fn words_of(&self, span: Span) -> Range<usize> {
        let first = self.words.partition_point(|word| word.span.end() <= span.start());
        let end = self.words.partition_point(|word| word.span.start() < span.end());
        first..end.max(first)
    }

    /// The bytes of some words.
    pub fn span_of(&self, words: Range<usize>) -> Span {
        match self.words.get(words).and_then(|words| Some((words.first()?, words.last()?))) {
            Some((first, last)) => first.span.join(last.span),
            None => Span::at(0),
        }
    }

    /// The insertions that hold the word `at`, innermost first.
    pub fn around(&self, at: usize) -> impl Iterator<Item = &Insertion> {
        let first = self.inner.get(at).copied().flatten();
        std::iter::successors(first, |&inside| self.insertions[inside].parent).map(|at| &self.insertions[at])
    }

    /// The cues whose first words lie in `near`.
    pub fn hits_in(&self, near: Range<usize>) -> &[Hit] {
        let from = self.hits.partition_point(|hit| hit.first < near.start);
        let to = self.hits.partition_point(|hit| hit.first < near.end);
        self.hits.get(from..to.max(from)).unwrap_or(&[])
    }

    /// Whether the word `at` belongs to `class`.
    pub fn is(&self, lexicon: &Lexicon, at: usize, class: Class) -> bool {
        self.words.get(at).is_some_and(|word| lexicon.is(*word, class))
    }

    /// Whether the word `at` is the mark `mark`.
    pub fn is_mark(&self, at: usize, mark: char) -> bool {
        self.words.get(at).is_some_and(|word| word.mark == Some(mark))
    }
}

/// A sentence with more corrections than this is a list of them.
const MOST_TURNS: usize = 16;

fn turns(lexicon: &Lexicon, hits: &[Hit]) -> Vec<Hit> {
    let turns = |hit: &&Hit| matches!(effect(lexicon, hit), Some(Effect::Retract | Effect::Endorse));
    hits.iter().filter(turns).take(MOST_TURNS).copied().collect()
}

fn effect(lexicon: &Lexicon, hit: &Hit) -> Option<Effect> {
    lexicon.groups.get(hit.group).map(|group| group.effect)
}

/// Whether a word stands inside a name of several words.
fn is_named(names: &[Span], word: Span) -> bool {
    let at = names.partition_point(|name| name.end() <= word.start());
    names.get(at).is_some_and(|name| name.contains(word) && *name != word)
}

/// For each word the innermost insertion; an inner one comes after the one it lies in.
fn innermost(insertions: &[Insertion], n_words: usize) -> Vec<Option<usize>> {
    let mut inner = vec![None; n_words];
    let mut open: Vec<usize> = Vec::new();
    let mut next = 0;
    for (at, slot) in inner.iter_mut().enumerate() {
        while open.last().is_some_and(|&last| insertions[last].words.end <= at) {
            open.pop();
        }
        while insertions.get(next).is_some_and(|insertion| insertion.words.start <= at) {
            open.push(next);
            next += 1;
        }
        *slot = open.last().copied();
    }
    inner
}
