//! Epithets, such as "the alliance", which stand for whom they were last used of.

use crate::claim::anchor::Hit;
use crate::claim::determiner;
use crate::claim::determiner::Determiner;
use crate::claim::epithet;
use crate::claim::epithet::Known;
use crate::claim::memory::Memory;
use crate::claim::memory::REACH;
use crate::claim::mention::Manner;
use crate::claim::mention::Mention;
use crate::fact::EntityId;
use crate::fact::FactId;
use crate::token::Token;

/// How many hits before a word may hold it.
const BEFORE: usize = 4;
impl Memory<'_> {
    /// Whether a word is the end of a longer epithet: "vaccine" of "rival vaccine".
    pub(super) fn is_inner(&self, hit: Hit, hits: &[Hit]) -> bool {
        let is_longer = |other: &Hit| {
            other.span.end() == hit.span.end()
                && other.span.start() < hit.span.start()
                && !self.anchors.word(other.word).epithets.is_empty()
        };
        // Hits are in order, so a longer one that ends with this one stands close before it.
        let at = hits.partition_point(|other| other.span.start() < hit.span.start());
        hits[..at].iter().rev().take(BEFORE).any(is_longer)
    }

    /// Whom an epithet stands for.
    pub(super) fn epithet(&mut self, sentence: usize, tokens: &[Token], hit: Hit, found: &mut Vec<Mention>) {
        if !hit.gist.is_somebody {
            return;
        }
        let word = self.anchors.word(hit.word);
        if word.epithets.is_empty() && word.fact_epithets.is_empty() {
            return;
        }
        let at = tokens.partition_point(|token| token.span.start() < hit.span.start());
        if self.is_of_another(tokens, at, hit, found) {
            self.others.push(hit);
            return;
        }
        let determiner = determiner::of(&self.document.text, tokens, at);
        let is_counted = determiner::is_counted(&self.document.text, tokens, at);
        if determiner == Determiner::Definite || is_counted || self.is_headline(sentence) {
            let carriers = self.nearest(word.epithets, sentence, hit.span.start());
            found.extend(carriers.map(|entity| Mention { span: hit.span, entity, manner: Manner::Epithet }));
        }
        if determiner != Determiner::Indefinite {
            self.fact_epithet(sentence, hit, found);
        }
    }

    /// Whether the words of a hit stand for another thing of the kind: "the old bridge".
    fn is_of_another(&self, tokens: &[Token], at: usize, hit: Hit, found: &[Mention]) -> bool {
        let end = tokens.partition_point(|token| token.span.start() < hit.span.end());
        let word = self.anchors.word(hit.word);
        let subject = |fact: &FactId| self.rules.fact(*fact).subjects.first().copied();
        let carriers = word.epithets.iter().copied().chain(word.fact_epithets.iter().filter_map(subject));
        let carriers: Vec<EntityId> = carriers.collect();
        let is_named = |token: Token| found.iter().any(|mention| mention.span.overlaps(token.span));
        let is_own = |word: &str| carriers.iter().any(|entity| self.is_word_of(*entity, word));
        epithet::is_of_another(
            &self.document.text,
            tokens,
            &(at..end),
            &Known { is_named: &is_named, is_own: &is_own },
        )
    }

    /// Whether a word in small letters is one of the names and epithets of an entity.
    fn is_word_of(&self, entity: EntityId, word: &str) -> bool {
        let entity = self.rules.entity(entity);
        let mut phrases = entity.names.iter().chain(&entity.epithets);
        phrases.any(|phrase| phrase.split([' ', '-']).any(|part| part.to_lowercase() == word))
    }

    fn fact_epithet(&self, sentence: usize, hit: Hit, found: &mut Vec<Mention>) {
        let facts = self.anchors.word(hit.word).fact_epithets;
        let subject = |fact: &FactId| self.rules.fact(*fact).subjects.first().copied();
        let subjects: Vec<EntityId> = facts.iter().filter_map(subject).collect();
        let nearest = self.nearest(&subjects, sentence, hit.span.start());
        for fact in facts.iter().filter(|fact| nearest.is_some() && subject(fact) == nearest) {
            if let Some(entity) = nearest {
                found.push(Mention { span: hit.span, entity, manner: Manner::FactEpithet(*fact) });
            }
        }
    }

    /// Which of the `carriers` of a word it stands for at the byte `at`.
    fn nearest(&self, carriers: &[EntityId], sentence: usize, at: usize) -> Option<EntityId> {
        let mut named = carriers.iter().filter(|carrier| self.is_named(**carrier));
        let first = *named.next()?;
        if named.all(|carrier| *carrier == first) {
            return self.last_before(first, at).map(|_| first);
        }
        let latest = carriers.iter().filter_map(|carrier| Some((self.last_before(*carrier, at)?, *carrier)));
        let (named_at, carrier) = latest.max()?;
        (self.document.sentence_at(named_at) + REACH >= sentence).then_some(carrier)
    }

    /// The byte at which an entity was last named before `at`.
    fn last_before(&self, entity: EntityId, at: usize) -> Option<usize> {
        let places = self.named().get(&entity)?;
        let before = places.partition_point(|place| *place < at);
        before.checked_sub(1).map(|last| places[last])
    }
}
