//! The words that rules speak of, found in one scan.
//!
//! One index, built once a run, holds every name, epithet, attribute, title and term of all
//! facts. A [`Hit`] says which word stands where; what that word means to which fact is asked of
//! [`Anchors`] only in sentences that name a subject.

mod gather;
pub mod gist;

use crate::claim::anchor::gather::Gathering;
use crate::claim::anchor::gist::Gist;
use crate::claim::deed::own::Own;
use crate::claim::occasion::Occasion;
use crate::claim::person::Being;
use crate::claim::personal_name::without_accents;
use crate::fact::EntityId;
use crate::fact::Fact;
use crate::fact::FactId;
use crate::fact::Rules;
use crate::lists::Lists;
use crate::phrases::Phrases;
use crate::span::Span;
use std::collections::HashSet;
use std::sync::OnceLock;

/// An article has so many words of the rules, at a guess.
const LIKELY: usize = 64;

/// The bit that tells the numbers of others from those of the words of rules.
const OTHERS: u32 = 1 << 31;

/// The number of a word among all words of all rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(u32);

impl WordId {
    /// The number.
    pub fn number(self) -> u32 {
        self.0
    }
}

/// A word of the rules in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where it stands.
    pub span: Span,
    /// Which one it is.
    pub word: WordId,
    /// What that word is.
    pub gist: Gist,
}

/// What a word may stand for, whatever the fact.
#[derive(Clone, Copy, Debug)]
pub struct Word<'a> {
    /// The entities it names.
    pub names: &'a [EntityId],
    /// The entities it stands for once they are named.
    pub epithets: &'a [EntityId],
    /// The facts in which it stands for the subject.
    pub fact_epithets: &'a [FactId],
}

/// The words of one fact.
#[derive(Debug, Default)]
pub struct FactWords {
    /// What ties a value to it.
    pub attribute: Vec<WordId>,
    /// The words of its terms, each with what it says.
    pub terms: Vec<(WordId, Side)>,
    /// What its office is called.
    pub titles: Vec<WordId>,
    /// Known wrong ways to write its name.
    pub never: Vec<WordId>,
    /// The time it is of.
    pub occasion: Occasion,
    // The act that it counts; read when first asked.
    own: OnceLock<Own>,
}

impl FactWords {
    /// Whether a word is one of the fact's attribute, title or closed set.
    pub fn has(&self, word: WordId) -> bool {
        let lists = [&self.attribute, &self.titles];
        lists.iter().any(|list| list.binary_search(&word).is_ok()) || self.side(word).is_some()
    }

    /// What the sentence of the fact, which these are the words of, tells of an act.
    pub fn own(&self, fact: &Fact) -> &Own {
        self.own.get_or_init(|| Own::of(&fact.says))
    }

    /// The words that tell of it: of its attribute and of its closed set.
    fn telling(&self) -> impl Iterator<Item = WordId> {
        self.attribute.iter().copied().chain(self.terms.iter().map(|(term, _)| *term))
    }

    /// What a word says, if it is one of the closed set.
    pub fn side(&self, word: WordId) -> Option<Side> {
        let at = self.terms.partition_point(|(term, _)| *term < word);
        self.terms.get(at).filter(|(term, _)| *term == word).map(|(_, side)| *side)
    }
}

/// What a word of a `term` fact says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The canonical word of one entry of the timeline.
    Value(u32),
    /// Another way to say the canonical word.
    Same(u32),
    /// What contradicts it.
    Rival(u32),
}

/// Every word of all rules, with what it means.
pub struct Anchors {
    phrases: Phrases,
    // Of each word.
    gists: Vec<Gist>,
    names: Lists<EntityId>,
    epithets: Lists<EntityId>,
    fact_epithets: Lists<FactId>,
    facts: Vec<FactWords>,
    // Of each entity.
    needs: Vec<Gist>,
    needs_of_all: Gist,
    facts_of: Lists<FactId>,
    offices_of: Lists<FactId>,
    beings: Vec<Being>,
    has_quotes: bool,
}

impl Anchors {
    /// Gathers the words of `rules`, and phrases of others, each with a number below 2^31.
    pub fn new(rules: &Rules, others: &[(String, u32)]) -> Anchors {
        Anchors::gathered(rules, (|_| true, |_| true), others)
    }

    /// Gathers the words of the facts `wanted`, which are in order, and those names that may stand in `texts`.
    pub fn for_texts(rules: &Rules, wanted: &[FactId], texts: &[&str]) -> Anchors {
        let known: HashSet<String> = texts.iter().flat_map(|text| words(text)).collect();
        let beginnings: HashSet<[u8; 2]> = known.iter().filter_map(|word| beginning(word)).collect();
        // Two letters tell of most names that they stand in none of the texts.
        let may_begin = |phrase: &str| beginning(phrase).is_none_or(|two| beginnings.contains(&two));
        let may_stand = |phrase: &str| {
            may_begin(phrase) && words(phrase).next().is_none_or(|first| known.contains(&first))
        };
        Anchors::gathered(rules, (|fact| wanted.binary_search(&fact).is_ok(), may_stand), &[])
    }

    fn gathered(
        rules: &Rules,
        (is_wanted, may_stand): (impl Fn(FactId) -> bool, impl Fn(&str) -> bool),
        others: &[(String, u32)],
    ) -> Anchors {
        let mut gathering = Gathering::default();
        gathering.entities(rules, may_stand);
        let mut fact =
            |(id, fact)| if is_wanted(id) { gathering.fact(id, fact) } else { FactWords::default() };
        let facts = rules.numbered_facts().map(&mut fact).collect();
        gathering.close(rules, facts, others)
    }

    /// Every word of the rules in `text`, in order, whole words only, none inside a longer name; and the phrases of
    /// others with their numbers, in no order.
    pub fn scan(&self, text: &str) -> (Vec<Hit>, Vec<(Span, u32)>) {
        let (mut hits, mut others) = (Vec::with_capacity(LIKELY), Vec::with_capacity(LIKELY));
        self.phrases.each(text, |span, number| {
            if number & OTHERS != 0 {
                others.push((span, number & !OTHERS));
            } else if !is_reversed(text, span) {
                let gist = self.gists.get(number as usize).copied().unwrap_or_default();
                hits.push(Hit { span, word: WordId(number), gist });
            }
        });
        hits.sort_unstable_by_key(|hit| (hit.span.start(), usize::MAX - hit.span.end(), hit.word));
        drop_parts_of_names(&mut hits);
        (hits, others)
    }

    /// What a word may stand for.
    pub fn word(&self, word: WordId) -> Word<'_> {
        let word = word.0 as usize;
        Word {
            names: self.names.of(word),
            epithets: self.epithets.of(word),
            fact_epithets: self.fact_epithets.of(word),
        }
    }

    /// The words of a fact.
    pub fn fact(&self, fact: FactId) -> &FactWords {
        &self.facts[fact.index()]
    }

    /// Whether an entity is a person: whoever holds an office, is quoted, or has a family name.
    pub fn is_person(&self, entity: EntityId) -> bool {
        self.being(entity) == Being::Person
    }

    /// What an entity is, as far as pronouns go.
    pub fn being(&self, entity: EntityId) -> Being {
        self.beings[entity.index()]
    }

    /// Whether any fact is what somebody said, which anybody may be told to have said.
    pub fn has_quotes(&self) -> bool {
        self.has_quotes
    }

    /// The offices that a declared person holds or held.
    pub fn offices_of(&self, person: EntityId) -> &[FactId] {
        self.offices_of.of(person.index())
    }

    /// What the facts about an entity need to be claimed.
    pub fn needs(&self, entity: EntityId) -> &Gist {
        &self.needs[entity.index()]
    }

    /// What the facts about anybody need.
    pub fn needs_of_all(&self) -> &Gist {
        &self.needs_of_all
    }

    /// The facts about an entity.
    pub fn facts_of(&self, entity: EntityId) -> &[FactId] {
        self.facts_of.of(entity.index())
    }
}

/// Words in order, each once.
pub fn in_order(words: impl Iterator<Item = WordId>) -> Vec<WordId> {
    let mut words: Vec<WordId> = words.collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Keeps of hits in order those that are no part of a longer name.
fn drop_parts_of_names(hits: &mut Vec<Hit>) {
    let mut name = Span::at(0);
    hits.retain(|hit| {
        let is_part = name.contains(hit.span) && name != hit.span;
        if !is_part && hit.gist.is_name {
            name = hit.span;
        }
        !is_part
    });
}

/// The first two bytes of a text in small letters, where they are letters of ASCII.
fn beginning(text: &str) -> Option<[u8; 2]> {
    let two = text.as_bytes().first_chunk::<2>()?;
    two.iter().all(u8::is_ascii_alphabetic).then(|| two.map(|letter| letter.to_ascii_lowercase()))
}

/// The words of a text in small letters, without their accents.
fn words(text: &str) -> impl Iterator<Item = String> {
    let plain = without_accents(text).to_lowercase();
    let words: Vec<String> = plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.into_iter()
}

/// Prefixes that a hyphen ties to a word and that turn its meaning round.
const REVERSING: &[&str] = &["non", "un", "de", "anti", "semi", "quasi", "pre", "post", "ex", "pro", "sub"];

/// Whether the words at `span` have a prefix that turns them round.
pub fn is_reversed(text: &str, span: Span) -> bool {
    let Some(stem) = text[..span.start()].strip_suffix(['-', '\u{2010}', '\u{2011}']) else { return false };
    let prefix = stem.len() - stem.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
    REVERSING.iter().any(|reversing| stem[prefix..].eq_ignore_ascii_case(reversing))
}
