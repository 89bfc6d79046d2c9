//! Who is spoken of where: names, epithets and pronouns.
//!
//! A name stands for its entity. An epithet ("the alliance") does once the name has been used; one
//! that a single entity of the article carries reaches any distance, one that several carry goes to
//! the nearest, and like a pronoun at most two sentences back.

mod epithets;
mod names;
mod pronouns;

use crate::claim::anchor::Anchors;
use crate::claim::anchor::Hit;
use crate::claim::gate::Group;
use crate::claim::mention::Manner;
use crate::claim::mention::Mention;
use crate::document::Document;
use crate::document::block::Role;
use crate::fact::EntityId;
use crate::fact::Rules;
use crate::token::Token;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// How many sentences back an epithet or a pronoun looks.
pub const REACH: usize = 2;

/// Finds the mentions of an article, sentence by sentence, and remembers who has been named.
pub struct Memory<'a> {
    rules: &'a Rules,
    anchors: &'a Anchors,
    document: &'a Document<'a>,
    hits: &'a [Hit],
    // The bytes at which each entity of the article is named, in order; looked up when somebody first asks.
    named: OnceCell<BTreeMap<EntityId, Vec<usize>>>,
    // The entities named in the headline, each once.
    headline: OnceCell<Vec<EntityId>>,
    // Each sentence that has mentions, with its first one: what "it" goes back to.
    topics: Vec<(usize, Mention)>,
    // Words of the last sentence asked for that look like an epithet and stand for another thing.
    others: Vec<Hit>,
}

impl<'a> Memory<'a> {
    /// Starts on an article whose words of the rules stand at `hits`.
    pub fn new(
        rules: &'a Rules,
        anchors: &'a Anchors,
        document: &'a Document<'a>,
        hits: &'a [Hit],
    ) -> Memory<'a> {
        let (named, headline) = (OnceCell::new(), OnceCell::new());
        Memory { rules, anchors, document, hits, named, headline, topics: Vec::new(), others: Vec::new() }
    }

    fn named(&self) -> &BTreeMap<EntityId, Vec<usize>> {
        self.named.get_or_init(|| {
            let mut named: BTreeMap<EntityId, Vec<usize>> = BTreeMap::new();
            // Nobody is named in an article without a sentence, such as a listing.
            let hits = if self.document.sentences().is_empty() { &[] } else { self.hits };
            for hit in hits {
                self.named_by(*hit)
                    .for_each(|entity| named.entry(entity).or_default().push(hit.span.start()));
            }
            named
        })
    }

    /// Whom the words of a hit name.
    fn named_by(&self, hit: Hit) -> impl DoubleEndedIterator<Item = EntityId> {
        let names = if hit.gist.is_name { self.anchors.word(hit.word).names } else { &[] };
        names
            .iter()
            .copied()
            .filter(move |entity| !hit.gist.is_family_name || !self.is_of_other(hit, *entity))
    }

    /// Whether a family name is that of somebody else; few names are family names, and only for those the words
    /// around are needed.
    fn is_of_other(&self, hit: Hit, entity: EntityId) -> bool {
        let sentence = self.document.sentences().get(self.document.sentence_at(hit.span.start()));
        sentence.is_none_or(|it| self.is_end_of_other_name(it.tokens(&self.document.text), hit.span, entity))
    }

    /// Whether an entity is a person.
    pub fn is_person(&self, entity: EntityId) -> bool {
        self.anchors.is_person(entity)
    }

    /// Whether an entity is named anywhere in the article.
    pub fn is_named(&self, entity: EntityId) -> bool {
        self.named().contains_key(&entity)
    }

    /// The entities named in the headline or at most two sentences before `sentence`, nearest first.
    pub fn recent(&self, sentence: usize) -> Vec<EntityId> {
        let near = self.hits_of(sentence.saturating_sub(REACH)..=sentence).iter().rev();
        let near = near.flat_map(|hit| self.named_by(*hit).rev());
        each_once(near.chain(self.headline().iter().copied()))
    }

    fn headline(&self) -> &[EntityId] {
        let named = || of_headline(self.document, self.hits).iter().flat_map(|hit| self.named_by(*hit));
        self.headline.get_or_init(|| each_once(named()))
    }

    /// The hits in some sentences.
    fn hits_of(&self, sentences: RangeInclusive<usize>) -> &'a [Hit] {
        let start = |at: usize| self.document.sentences().get(at).map_or(usize::MAX, |it| it.span.start());
        let before = |at: usize| match at {
            0 => 0,
            _ => self.hits.partition_point(|hit| hit.span.start() < start(at)),
        };
        &self.hits[before(*sentences.start())..before(sentences.end() + 1)]
    }

    fn is_headline(&self, sentence: usize) -> bool {
        is_headline(self.document, sentence)
    }

    /// The mentions of a sentence, in order; sentences must be asked for in order.
    pub fn mentions_in(&mut self, group: Group<'_>) -> Vec<Mention> {
        let tokens = self.document.sentences().get(group.index).map(|it| it.tokens(&self.document.text));
        self.mentions(group.index, tokens.unwrap_or_default(), group.hits)
    }

    fn mentions(&mut self, sentence: usize, tokens: &[Token], hits: &[Hit]) -> Vec<Mention> {
        let mut found = Vec::new();
        self.others.clear();
        for hit in hits {
            self.name(tokens, *hit, &mut found);
            if !self.is_inner(*hit, hits) {
                self.epithet(sentence, tokens, *hit, &mut found);
            }
        }
        self.pronouns(sentence, tokens, &mut found);
        found.sort_by_key(|mention| mention.span);
        if let Some(first) = found.iter().find(|mention| mention.manner != Manner::Pronoun) {
            self.topics.push((sentence, *first));
        }
        found
    }

    /// The words of the sentence last asked for that stand for another thing than an entity they could name.
    pub fn others(&self) -> &[Hit] {
        &self.others
    }
}

/// Entities in order, each once.
fn each_once(entities: impl Iterator<Item = EntityId>) -> Vec<EntityId> {
    let mut found: Vec<EntityId> = Vec::new();
    for entity in entities {
        if !found.contains(&entity) {
            found.push(entity);
        }
    }
    found
}

/// The hits in the headline.
pub fn of_headline<'h>(document: &Document<'_>, hits: &'h [Hit]) -> &'h [Hit] {
    let end = document.blocks.first().filter(|_| is_title(document, 0)).map_or(0, |title| title.span.end());
    &hits[..hits.partition_point(|hit| hit.span.start() < end)]
}

/// Whether a sentence is of the headline.
fn is_headline(document: &Document<'_>, sentence: usize) -> bool {
    document.sentences().get(sentence).is_some_and(|sentence| is_title(document, sentence.block))
}

/// Whether a block is the headline.
fn is_title(document: &Document<'_>, block: usize) -> bool {
    block == 0 && document.blocks[block].role == Role::Title
}
