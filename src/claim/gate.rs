//! Which sentences may hold a claim, by the words of the rules in them: the cheap question before a scene is set.
//!
//! Most hits are names in passing, and words such as "members" far from anybody. What each kind of fact needs to be
//! claimed stands in `sight.rs`, what all facts about an entity need in `anchor/gist.rs`. The blocks of an article are
//! asked first, for most articles need not be cut into sentences, then the sentences of those that may hold a claim.

use crate::claim::anchor::Anchors;
use crate::claim::anchor::Hit;
use crate::claim::anchor::WordId;
use crate::claim::memory;
use crate::claim::sight::Sight;
use crate::claim::sight::Strong;
use crate::document::Document;
use crate::fact::EntityId;
use crate::fact::Rules;
use crate::span::Span;
use std::ops::Range;

/// Asks of the parts of an article.
pub struct Gate<'a> {
    rules: &'a Rules,
    anchors: &'a Anchors,
    document: &'a Document<'a>,
    hits: &'a [Hit],
    headline: &'a [Hit],
    is_open: bool,
    strong: Strong<'a>,
}

/// A block in which so many words of the rules stand is cut, for sentences have an end and blocks have none.
const CROWD: usize = 256;

/// A sentence, or a block, with the words of the rules in it and before it.
#[derive(Clone, Copy)]
pub struct Group<'a> {
    /// Its index.
    pub index: usize,
    /// Its hits.
    pub hits: &'a [Hit],
    /// Those of the sentence or block before.
    pub before: &'a [Hit],
    /// Its own and those of a few before, among which is whom it may speak of.
    pub near: &'a [Hit],
}

impl<'a> Group<'a> {
    /// The part with this index and these of all hits, where those before may speak of the same from the byte
    /// `since` on.
    pub fn new(
        index: usize,
        all: &'a [Hit],
        here: Range<usize>,
        before: &'a [Hit],
        since: usize,
    ) -> Group<'a> {
        let earlier = all[..here.start].iter().rev().take_while(|hit| hit.span.start() >= since).count();
        Group { index, hits: &all[here.clone()], before, near: &all[here.start - earlier..here.end] }
    }
}

impl<'a> Gate<'a> {
    /// A gate for the parts of an article. Quotations are said by anybody, so that rules with quotes leave it open.
    pub fn new(
        rules: &'a Rules,
        anchors: &'a Anchors,
        document: &'a Document<'a>,
        hits: &'a [Hit],
    ) -> Gate<'a> {
        let (is_open, strong) = (anchors.has_quotes(), Strong::new(&document.text));
        Gate {
            rules,
            anchors,
            document,
            hits,
            headline: memory::of_headline(document, hits),
            is_open,
            strong,
        }
    }

    /// Which blocks may hold a claim: those with a word of the rules, and those right behind, which may go on about it.
    pub fn blocks(&self) -> Vec<bool> {
        let (blocks, mut here) = (&self.document.blocks, 0..0);
        let admitted = blocks.iter().enumerate().map(|(index, block)| {
            let before = &self.hits[here.clone()];
            let rest = self.hits[here.end..].iter();
            here = here.end..here.end + rest.take_while(|hit| hit.span.start() < block.span.end()).count();
            // So many blocks back are at least as many sentences, for each block has one.
            let since = blocks[index.saturating_sub(memory::REACH)].span.start();
            let is_reached = || !here.is_empty() || !before.is_empty();
            is_reached()
                && self.admits_block(block.span, Group::new(index, self.hits, here.clone(), before, since))
        });
        admitted.collect()
    }

    fn admits_block(&self, block: Span, group: Group<'_>) -> bool {
        group.hits.len() > CROWD || self.admits(block, group)
    }

    /// Whether a part of the article may hold a claim.
    pub fn admits(&self, part: Span, group: Group<'_>) -> bool {
        let sight =
            Sight::new(self.anchors, &self.strong, part.of(&self.document.text), (group.hits, group.before));
        let near = || self.headline.iter().chain(group.near);
        let may_claim = |hit: &Hit| {
            hit.gist.is_somebody && sight.may_claim_any(&hit.gist) && self.may_claim_of(&sight, hit.word)
        };
        self.is_open || sight.may_claim_any(self.anchors.needs_of_all()) && near().any(may_claim)
    }

    /// Whether what is seen may hold a claim of a fact about somebody for whom a word may stand.
    fn may_claim_of(&self, sight: &Sight<'_>, word: WordId) -> bool {
        entities(self.rules, self.anchors, word).any(|entity| {
            let mut facts = self.anchors.facts_of(entity).iter();
            sight.may_claim_any(self.anchors.needs(entity))
                && facts.any(|fact| sight.may_claim(self.rules, *fact))
        })
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
