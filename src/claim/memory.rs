//! Who is spoken of where: names, epithets and pronouns.
//!
//! A name stands for its entity. An epithet ("the alliance") does once the name has been used; one
//! that a single entity of the article carries reaches any distance, one that several carry goes to
//! the nearest, and like a pronoun at most two sentences back.

use crate::claim::anchor::Anchors;
use crate::claim::anchor::Hit;
use crate::claim::determiner;
use crate::claim::determiner::Determiner;
use crate::claim::epithet;
use crate::claim::epithet::Known;
use crate::claim::gate::Group;
use crate::claim::mention::Manner;
use crate::claim::mention::Mention;
use crate::claim::personal_name::is_family_name;
use crate::claim::titles;
use crate::document::Document;
use crate::document::block::Role;
use crate::fact::EntityId;
use crate::fact::FactId;
use crate::fact::Rules;
use crate::span::Span;
use crate::token::Kind;
use crate::token::Token;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// How many hits before a word may hold it.
const BEFORE: usize = 4;
/// How many sentences back an epithet or a pronoun looks.
pub const REACH: usize = 2;

/// Pronouns for things.
const IT: &[&str] = &["it", "its", "itself", "they", "their", "them"];

/// Pronouns for one person.
const HE: &[&str] = &["he", "his", "him", "she", "her"];

/// Whether a word may be one of these pronouns, by its length and first letter.
fn may_be_pronoun(word: &str) -> bool {
    let first = word.bytes().next().map(|byte| byte | 0x20);
    word.len() <= 6 && matches!(first, Some(b'i' | b't' | b'h' | b's'))
}

/// Small words that open a sentence with a capital; like titles ("Mr. Vale") they are no given name.
const NO_GIVEN_NAMES: &[&str] = &[
    "and", "but", "if", "when", "the", "for", "as", "in", "by", "on", "with", "from", "to", "while",
    "although", "that", "after", "before", "administration", "like", "both", "former", "since", "then",
];

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

    /// Whether a word is the end of a longer epithet: "vaccine" of "rival vaccine".
    fn is_inner(&self, hit: Hit, hits: &[Hit]) -> bool {
        let is_longer = |other: &Hit| {
            other.span.end() == hit.span.end()
                && other.span.start() < hit.span.start()
                && !self.anchors.word(other.word).epithets.is_empty()
        };
        // Hits are in order, so a longer one that ends with this one stands close before it.
        let at = hits.partition_point(|other| other.span.start() < hit.span.start());
        hits[..at].iter().rev().take(BEFORE).any(is_longer)
    }

    fn name(&mut self, tokens: &[Token], hit: Hit, found: &mut Vec<Mention>) {
        if !hit.gist.is_name || epithet::is_wider(&self.document.text, tokens, hit.span) {
            return;
        }
        for entity in self.anchors.word(hit.word).names {
            if self.is_part_of_longer(tokens, hit.span, *entity) {
                self.others.push(hit);
            } else if !hit.gist.is_family_name || !self.is_end_of_other_name(tokens, hit.span, *entity) {
                found.push(Mention { span: hit.span, entity: *entity, manner: Manner::Name });
            }
        }
    }

    /// Whether a short name is a part of the long one of another: "the Swiss National Bank", "the National Bank
    /// of Velmark", where the rules have a National Bank of Norland.
    fn is_part_of_longer(&self, tokens: &[Token], span: Span, entity: EntityId) -> bool {
        let text = &*self.document.text;
        let name = span.of(text);
        let end = tokens.partition_point(|token| token.span.start() < span.end());
        let start = tokens.partition_point(|token| token.span.start() < span.start());
        let is_longer = tokens.get(end).is_some_and(|of| of.is(text, "of"))
            && tokens.get(end + 1).is_some_and(|next| next.is_capitalised(text));
        let is_national = || {
            start.checked_sub(1).is_some_and(|at| {
                tokens[at].is_capitalised(text) && epithet::is_demonym(tokens[at].span.of(text))
            })
        };
        let mut names = self.rules.entity(entity).names.iter();
        name.contains(' ')
            && (is_longer || is_national())
            && names.any(|longer| longer.len() > name.len() && longer.starts_with(name))
    }

    /// Whether a one-word name is the family name of somebody else: "Lena Brandt" is not Brandt.
    fn is_end_of_other_name(&self, tokens: &[Token], span: Span, entity: EntityId) -> bool {
        let text = &*self.document.text;
        let names = &self.rules.entity(entity).names;
        if !is_family_name(span.of(text), names) {
            return false;
        }
        let at = tokens.partition_point(|token| token.span.start() < span.start());
        let Some(before) = at.checked_sub(1).map(|before| tokens[before]) else { return false };
        // A name may begin within a word, as after the mark in "x'Orla".
        let joins = text.get(before.span.end()..span.start()).is_some_and(|gap| gap.trim().is_empty());
        let is_given_name = before.is_capitalised(text)
            && !before.is_any(text, NO_GIVEN_NAMES)
            && !titles::is_title(before.span.of(text))
            && !is_initials(text, before);
        let opens_sentence = at == 1 && !names.iter().any(|name| name.contains(' '));
        joins && is_given_name && !opens_sentence && !self.is_other(before)
    }

    /// Whether a token is itself a name of the rules, as "Zelmora" in "Zelmora Orla".
    fn is_other(&self, token: Token) -> bool {
        let (hits, _) = self.anchors.scan(self.document.slice(token.span));
        let is_whole = |hit: &Hit| hit.span.len() == token.span.len();
        hits.iter().any(|hit| is_whole(hit) && hit.gist.is_name)
    }

    fn epithet(&mut self, sentence: usize, tokens: &[Token], hit: Hit, found: &mut Vec<Mention>) {
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

    fn pronouns(&self, sentence: usize, tokens: &[Token], found: &mut Vec<Mention>) {
        let text = &*self.document.text;
        let may_be = |token: &&Token| token.kind == Kind::Word && may_be_pronoun(token.span.of(text));
        for token in tokens.iter().filter(may_be) {
            let is_person = token.is_any(text, HE);
            if !is_person && !token.is_any(text, IT) {
                continue;
            }
            let antecedent = self.antecedent(sentence, *token, found, is_person);
            let may = |entity: &EntityId| !self.is_overshadowed(tokens, *token, found, *entity);
            if let Some(entity) = antecedent.filter(may) {
                found.push(Mention { span: token.span, entity, manner: Manner::Pronoun });
            }
        }
    }

    /// Whether somebody nearer than an entity may be meant: "The old bank left its rate", "bought Orvane and
    /// its 41 ships".
    fn is_overshadowed(&self, tokens: &[Token], pronoun: Token, found: &[Mention], entity: EntityId) -> bool {
        let text = &*self.document.text;
        let last = found.iter().filter(|m| m.entity == entity && m.manner != Manner::Pronoun);
        let last = last.map(|mention| mention.span.end()).filter(|end| *end <= pronoun.span.start()).max();
        let is_nearer = |hit: &Hit| {
            let word = self.anchors.word(hit.word);
            let carries = word.epithets.contains(&entity) || word.names.contains(&entity);
            carries
                && hit.span.end() <= pronoun.span.start()
                && last.is_none_or(|last| last < hit.span.start())
        };
        let at = tokens.partition_point(|token| token.span.start() < pronoun.span.start());
        let is_joined = at >= 2 && tokens[at - 1].is(text, "and") && tokens[at - 2].is_capitalised(text);
        let is_known = |token: Token| found.iter().any(|mention| mention.span.overlaps(token.span));
        self.others.iter().any(is_nearer) || is_joined && !is_known(tokens[at - 2])
    }

    /// The words of the sentence last asked for that stand for another thing than an entity they could name.
    pub fn others(&self) -> &[Hit] {
        &self.others
    }

    /// Whom a pronoun goes back to: the nearest in its sentence, else the topic of one shortly before.
    fn antecedent(
        &self,
        sentence: usize,
        token: Token,
        found: &[Mention],
        is_person: bool,
    ) -> Option<EntityId> {
        let fits = |mention: &&Mention| self.anchors.is_person(mention.entity) == is_person;
        let here = found.iter().filter(|m| m.manner != Manner::Pronoun && m.span.end() <= token.span.start());
        if let Some(mention) = here.filter(fits).max_by_key(|mention| mention.span) {
            return Some(mention.entity);
        }
        let earlier = self.topics.iter().rev().take_while(|(at, _)| at + REACH >= sentence);
        earlier.map(|(_, mention)| mention).find(fits).map(|mention| mention.entity)
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

/// Whether a token is initials, which stand before the name they belong to: "J.", "U.S.".
fn is_initials(text: &str, token: Token) -> bool {
    token.span.of(text).contains('.')
}
