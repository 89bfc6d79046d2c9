//! Which sentences may hold a claim, by the words of the rules in them: the cheap question before a scene is set.
//!
//! Most hits are names in passing, and words such as "members" far from anybody. What each kind of fact needs to be
//! claimed stands in `sight.rs`, what all facts about an entity need in `anchor/gist.rs`. The article is asked first,
//! then its blocks, then the sentences of those that may hold a claim.

use crate::claim::anchor::Anchors;
use crate::claim::anchor::Hit;
use crate::claim::anchor::WordId;
use crate::claim::anchor::gist::Gist;
use crate::claim::anchor::in_order;
use crate::claim::memory;
use crate::claim::sight::Part;
use crate::claim::sight::Sight;
use crate::claim::sight::Strong;
use crate::claim::sight::Whole;
use crate::document::Document;
use crate::fact::EntityId;
use crate::fact::Rules;
use crate::span::Span;

/// Asks of the parts of an article, in order.
pub struct Gate<'a> {
    rules: &'a Rules,
    anchors: &'a Anchors,
    document: &'a Document<'a>,
    parts: Parts,
    // Who may be spoken of: the words that stand for somebody, each with its part.
    near: Vec<(usize, WordId, Gist)>,
    is_open: bool,
    strong: Strong<'a>,
}

/// The parts that are asked: blocks first, for most articles need not be cut into sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parts {
    /// Paragraphs, headings and list items.
    Blocks,
    /// Their sentences, and of which blocks these may hold a claim.
    Sentences(Vec<bool>),
}

/// A block in which so many words of the rules stand is cut, for sentences have an end and blocks have none.
const CROWD: usize = 256;

/// A sentence, or a block, with the words of the rules in it and in the one before.
#[derive(Clone, Copy)]
pub struct Group<'a> {
    /// Its index.
    pub index: usize,
    /// Its hits.
    pub hits: &'a [Hit],
    /// Those of the sentence or block before.
    pub before: &'a [Hit],
}

/// The blocks with a word of the rules, and those right behind, which may go on about it.
fn blocks<'h>(document: &Document<'_>, hits: &'h [Hit]) -> Vec<Group<'h>> {
    let mut groups = Vec::with_capacity(document.blocks.len().min(2 * hits.len()));
    let (mut rest, mut before) = (hits, &hits[..0]);
    for (index, block) in document.blocks.iter().enumerate() {
        let n_hits = rest.iter().take_while(|hit| hit.span.start() < block.span.end()).count();
        let (here, after) = rest.split_at(n_hits);
        if !here.is_empty() || !before.is_empty() {
            groups.push(Group { index, hits: here, before });
        }
        (rest, before) = (after, here);
    }
    groups
}

impl<'a> Gate<'a> {
    /// A gate for the parts of an article. Quotations are said by anybody, so that rules with quotes leave it open.
    pub fn new(rules: &'a Rules, anchors: &'a Anchors, document: &'a Document<'a>, parts: Parts) -> Gate<'a> {
        let (near, is_open, strong) = (Vec::new(), anchors.has_quotes(), Strong::new(&document.text));
        Gate { rules, anchors, document, parts, near, is_open, strong }
    }

    /// Whether an article may hold a claim at all: whether there is anybody in it whose facts find a word of
    /// their own somewhere, or need none.
    pub fn admits_any(&self, hits: &[Hit]) -> bool {
        let whole = Whole::new(self.anchors, &self.strong, hits);
        let likely = hits.iter().filter(|hit| whole.may_claim_any(&hit.gist)).map(|hit| hit.word);
        self.is_open || in_order(likely).into_iter().any(|word| self.may_claim_of(&whole, word))
    }

    /// Which blocks may hold a claim.
    pub fn admitted(&mut self, hits: &[Hit]) -> Vec<bool> {
        let mut admitted = vec![false; self.document.blocks.len()];
        for block in blocks(self.document, hits) {
            admitted[block.index] = self.admits(block);
        }
        admitted
    }

    /// Whether a part may hold a claim.
    pub fn admits(&mut self, group: Group<'_>) -> bool {
        self.note(group);
        match &self.parts {
            Parts::Blocks if group.hits.len() > CROWD => true,
            Parts::Sentences(blocks) if !self.is_of(blocks, group.index) => false,
            _ => self.is_open || self.may_claim_in(group),
        }
    }

    /// Whether a sentence is in a block that may hold a claim.
    fn is_of(&self, blocks: &[bool], sentence: usize) -> bool {
        let block = self.document.sentences().get(sentence).and_then(|sentence| blocks.get(sentence.block));
        block.is_some_and(|is_one| *is_one)
    }

    fn may_claim_in(&self, group: Group<'_>) -> bool {
        let words = self.span(group.index).map_or("", |span| self.document.slice(span));
        let part = Part::new(self.anchors, &self.strong, words, (group.hits, group.before));
        let may_claim =
            |(_, word, gist): &(_, _, _)| part.may_claim_any(gist) && self.may_claim_of(&part, *word);
        self.near.iter().any(may_claim)
    }

    /// Whether what is seen may hold a claim of a fact about somebody for whom a word may stand.
    fn may_claim_of(&self, sight: &impl Sight, word: WordId) -> bool {
        entities(self.rules, self.anchors, word).any(|entity| {
            let mut facts = self.anchors.facts_of(entity).iter();
            sight.may_claim_any(self.anchors.needs(entity))
                && facts.any(|fact| sight.may_claim(self.rules, *fact))
        })
    }

    /// Where a part stands.
    fn span(&self, index: usize) -> Option<Span> {
        match self.parts {
            Parts::Blocks => self.document.blocks.get(index).map(|block| block.span),
            Parts::Sentences(_) => self.document.sentences().get(index).map(|sentence| sentence.span),
        }
    }

    /// Notes who may be spoken of from this part on, and forgets who no longer may. So many blocks back are at least as
    /// many sentences, for each block has one.
    fn note(&mut self, group: Group<'_>) {
        let is_headline = |at: usize| match self.parts {
            Parts::Blocks => memory::is_title(self.document, at),
            Parts::Sentences(_) => memory::is_headline(self.document, at),
        };
        let is_near = |at: usize| at + memory::REACH >= group.index || is_headline(at);
        self.near.retain(|(at, ..)| is_near(*at));
        let somebody = group.hits.iter().filter(|hit| hit.gist.is_somebody);
        self.near.extend(somebody.map(|hit| (group.index, hit.word, hit.gist)));
    }
}

/// Whom a word may stand for.
fn entities<'a>(
    rules: &'a Rules,
    anchors: &'a Anchors,
    word: WordId,
) -> impl Iterator<Item = EntityId> + use<'a> {
    let word = anchors.word(word);
    let facts = word.fact_epithets.iter().flat_map(|fact| &rules.fact(*fact).subjects);
    word.names.iter().chain(word.epithets).chain(facts).copied()
}
