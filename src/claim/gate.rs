//! Which sentences may hold a claim, by the words of the rules in them: the cheap question before a scene is set.
//!
//! Most hits are names in passing, and words such as "members" far from anybody. What each kind of fact needs
//! to be claimed stands in `may_claim`; a kind that comes to need less gets a wider answer there.

use crate::claim::anchor::Anchors;
use crate::claim::anchor::Hit;
use crate::claim::anchor::WordId;
use crate::claim::memory;
use crate::document::Document;
use crate::fact::EntityId;
use crate::fact::FactId;
use crate::fact::Kind;
use crate::fact::Rules;
use crate::value::glance;
use std::cell::OnceCell;

/// Asks of the sentences of an article, in order.
pub struct Gate<'a> {
    rules: &'a Rules,
    anchors: &'a Anchors,
    document: &'a Document<'a>,
    // Who may be spoken of: each entity with the sentence that has a word for it.
    near: Vec<(usize, EntityId)>,
    is_open: bool,
}

/// A sentence with the words of the rules in it and in the one before.
#[derive(Clone, Copy)]
pub struct Group<'a> {
    /// Its index.
    pub index: usize,
    /// Its hits.
    pub hits: &'a [Hit],
    /// Those of the sentence before.
    pub before: &'a [Hit],
}

/// What may be asked more than once of one sentence.
struct Glance<'a> {
    words: &'a str,
    has_number: OnceCell<bool>,
}

impl<'a> Gate<'a> {
    /// A gate for an article. Quotations are said by anybody, so that rules with quotes leave it open.
    pub fn new(rules: &'a Rules, anchors: &'a Anchors, document: &'a Document<'a>) -> Gate<'a> {
        Gate { rules, anchors, document, near: Vec::new(), is_open: anchors.has_quotes() }
    }

    /// Whether an article may hold a claim at all: whether there is anybody in it whose facts find a word of
    /// their own somewhere, or need none.
    pub fn admits_any(&self, hits: &[Hit]) -> bool {
        let mut own: Vec<WordId> = hits.iter().map(|hit| hit.word).collect();
        own.sort_unstable();
        own.dedup();
        let is_strong = OnceCell::new();
        let may_be_told = |fact: &FactId| {
            let words = self.anchors.fact(*fact);
            match &self.rules.fact(*fact).kind {
                Kind::Count(_) => {
                    let is_strong = || *is_strong.get_or_init(|| self.document.text.contains("strong"));
                    words.attribute.iter().any(|word| holds(&own, *word)) || is_strong()
                }
                Kind::Date { .. } => words.attribute.iter().any(|word| holds(&own, *word)),
                Kind::Term { .. } => words.terms.iter().any(|(word, _)| holds(&own, *word)),
                Kind::Measure { .. } | Kind::Role { .. } => true,
                Kind::Quote { .. } | Kind::Name { .. } | Kind::Statement { .. } => false,
            }
        };
        let mut entities = own.iter().flat_map(|word| entities(self.rules, self.anchors, *word));
        self.is_open || entities.any(|entity| self.anchors.facts_of(entity).iter().any(may_be_told))
    }

    /// Whether a sentence may hold a claim.
    pub fn admits(&mut self, group: Group<'_>) -> bool {
        self.note(group);
        let words = self.document.sentences().get(group.index).map_or("", |s| self.document.slice(s.span));
        let glance = Glance { words, has_number: OnceCell::new() };
        let may_be_claimed = |fact: &FactId| self.may_claim(*fact, group, &glance);
        self.is_open
            || self.near.iter().any(|(_, entity)| self.anchors.facts_of(*entity).iter().any(may_be_claimed))
    }

    /// Notes who may be spoken of from this sentence on, and forgets who no longer may.
    fn note(&mut self, group: Group<'_>) {
        let is_near = |at: usize| at + memory::REACH >= group.index || memory::is_headline(self.document, at);
        self.near.retain(|(at, _)| is_near(*at));
        for hit in group.hits {
            let entities = entities(self.rules, self.anchors, hit.word);
            self.near.extend(entities.map(|entity| (group.index, entity)));
        }
    }

    fn may_claim(&self, fact: FactId, group: Group<'_>, glance: &Glance<'_>) -> bool {
        let own = self.anchors.fact(fact);
        let is_told = |hits: &[Hit]| hits.iter().any(|hit| holds(&own.attribute, hit.word));
        match &self.rules.fact(fact).kind {
            Kind::Count(_) => {
                let may_go_on = || is_told(group.before) || glance.words.contains("strong");
                (is_told(group.hits) || may_go_on()) && glance.has_number()
            }
            Kind::Measure { .. } => {
                // "It lasted a year."
                let is_spoken_of = || is_told(group.hits) || is_told(group.before);
                glance.has_number() || is_spoken_of() && glance::has_article(glance.words)
            }
            Kind::Date { .. } => is_told(group.hits),
            Kind::Term { .. } => group.hits.iter().any(|hit| own.side(hit.word).is_some()),
            Kind::Role { .. } => true,
            // These are not looked for in scenes.
            Kind::Quote { .. } | Kind::Name { .. } | Kind::Statement { .. } => false,
        }
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
    word.names.iter().chain(&word.epithets).chain(facts).copied()
}

fn holds(words: &[WordId], word: WordId) -> bool {
    words.binary_search(&word).is_ok()
}

impl Glance<'_> {
    fn has_number(&self) -> bool {
        *self.has_number.get_or_init(|| glance::has_number(self.words))
    }
}
