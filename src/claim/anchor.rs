//! The words that rules speak of, found in one scan.
//!
//! One index, built once a run, holds every name, epithet, attribute, title and term of all
//! facts. A [`Hit`] says which word stands where; what that word means to which fact is asked of
//! [`Anchors`] only in sentences that name a subject.

use crate::claim::implied;
use crate::claim::inflect;
use crate::claim::lists::Lists;
use crate::claim::occasion::Occasion;
use crate::claim::person;
use crate::claim::personal_name::without_accents;
use crate::claim::titles;
use crate::fact::EntityId;
use crate::fact::Fact;
use crate::fact::FactId;
use crate::fact::Kind;
use crate::fact::Rules;
use crate::phrases::Phrases;
use crate::span::Span;
use std::collections::HashMap;
use std::collections::HashSet;

/// The number of a word among all words of all rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(u32);

/// A word of the rules in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where it stands.
    pub span: Span,
    /// Which one it is.
    pub word: WordId,
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
}

impl FactWords {
    /// Whether a word is one of the fact's attribute, title or closed set.
    pub fn has(&self, word: WordId) -> bool {
        let lists = [&self.attribute, &self.titles];
        lists.iter().any(|list| list.binary_search(&word).is_ok()) || self.side(word).is_some()
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
    names: Lists<EntityId>,
    epithets: Lists<EntityId>,
    fact_epithets: Lists<FactId>,
    facts: Vec<FactWords>,
    // Of each entity.
    facts_of: Lists<FactId>,
    offices_of: Lists<FactId>,
    persons: Vec<bool>,
    has_quotes: bool,
}

impl Anchors {
    /// Gathers the words of `rules`.
    pub fn new(rules: &Rules) -> Anchors {
        Anchors::gathered(rules, |_| true, |_| true)
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
        Anchors::gathered(rules, |fact| wanted.binary_search(&fact).is_ok(), may_stand)
    }

    fn gathered(
        rules: &Rules,
        is_wanted: impl Fn(FactId) -> bool,
        may_stand: impl Fn(&str) -> bool,
    ) -> Anchors {
        let mut builder = Builder::default();
        builder.numbers.reserve(rules.entities.len() * 2);
        let entities = rules.numbered_entities();
        let stands = |phrases: &[String]| phrases.iter().any(|phrase| may_stand(phrase));
        for (id, entity) in entities.filter(|(_, it)| stands(&it.names) || stands(&it.epithets)) {
            let names = entity.names.iter().flat_map(|name| inflect::name_forms(name));
            names.for_each(|form| builder.name(form, id));
            // "The alliance" is one; "alliances" are several others.
            let epithets = entity.epithets.iter().flat_map(|epithet| inflect::term_forms(epithet));
            epithets.for_each(|form| builder.epithet(form, id));
        }
        let facts = rules.numbered_facts();
        let facts = facts
            .map(|(id, fact)| if is_wanted(id) { builder.fact(id, fact) } else { FactWords::default() })
            .collect();
        let n_words = builder.numbers.len();
        Anchors {
            phrases: Phrases::new(builder.numbers.iter().map(|(form, number)| (form.as_str(), number.0))),
            names: Lists::new(n_words, builder.names),
            epithets: Lists::new(n_words, builder.epithets),
            fact_epithets: Lists::new(n_words, builder.fact_epithets),
            facts,
            facts_of: facts_of(rules),
            offices_of: offices_of(rules),
            persons: person::all(rules),
            has_quotes: rules.facts.iter().any(|fact| matches!(fact.kind, Kind::Quote { .. })),
        }
    }

    /// Every word of the rules in `text`, in order, whole words only, none inside a longer name.
    pub fn scan(&self, text: &str) -> Vec<Hit> {
        let found = self.phrases.find(text).into_iter();
        let mut hits: Vec<Hit> = found
            .map(|(span, number)| Hit { span, word: WordId(number) })
            .filter(|hit| !is_reversed(text, hit.span))
            .collect();
        hits.sort_unstable_by_key(|hit| (hit.span.start(), usize::MAX - hit.span.end(), hit.word));
        self.drop_parts_of_names(hits)
    }

    fn drop_parts_of_names(&self, hits: Vec<Hit>) -> Vec<Hit> {
        let mut name = Span::at(0);
        let mut kept = Vec::with_capacity(hits.len());
        for hit in hits {
            if name.contains(hit.span) && name != hit.span {
                continue;
            }
            if !self.word(hit.word).names.is_empty() {
                name = hit.span;
            }
            kept.push(hit);
        }
        kept
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
        self.persons[entity.index()]
    }

    /// Whether any fact is what somebody said, which anybody may be told to have said.
    pub fn has_quotes(&self) -> bool {
        self.has_quotes
    }

    /// The offices that a declared person holds or held.
    pub fn offices_of(&self, person: EntityId) -> &[FactId] {
        self.offices_of.of(person.index())
    }

    /// The facts about an entity.
    pub fn facts_of(&self, entity: EntityId) -> &[FactId] {
        self.facts_of.of(entity.index())
    }
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

/// Which facts each entity is a subject of, or holds an exclusive office by.
fn facts_of(rules: &Rules) -> Lists<FactId> {
    let entities = |fact: &Fact| [fact.subjects.clone(), exclusive_holders(fact)].concat();
    of_entities(rules, entities)
}

/// Which offices each entity holds or held.
fn offices_of(rules: &Rules) -> Lists<FactId> {
    of_entities(rules, |fact| match &fact.kind {
        Kind::Role { holder, .. } => holder.declared().collect(),
        _ => Vec::new(),
    })
}

/// The facts of each entity, where `entities` tells those of a fact.
fn of_entities(rules: &Rules, entities: impl Fn(&Fact) -> Vec<EntityId>) -> Lists<FactId> {
    let mut told = Vec::with_capacity(rules.facts.len());
    for (id, fact) in rules.numbered_facts() {
        told.extend(entities(fact).into_iter().map(|entity| (entity.index(), id)));
    }
    Lists::new(rules.entities.len(), told)
}

/// The holders of an exclusive office, who are not to be named with another.
fn exclusive_holders(fact: &Fact) -> Vec<EntityId> {
    let Kind::Role { holder, exclusive: true, .. } = &fact.kind else { return Vec::new() };
    holder.declared().collect()
}

#[derive(Default)]
struct Builder {
    // Words are numbered as they come, so that no number depends on a hash.
    numbers: HashMap<String, WordId>,
    // The words of phrases that were looked up before; many facts are about members and people.
    known: HashMap<String, Vec<WordId>>,
    // What they stand for.
    names: Vec<(usize, EntityId)>,
    epithets: Vec<(usize, EntityId)>,
    fact_epithets: Vec<(usize, FactId)>,
}

impl Builder {
    fn number(&mut self, form: String) -> WordId {
        if let Some(number) = self.numbers.get(&form) {
            return *number;
        }
        let number = WordId(u32::try_from(self.numbers.len()).unwrap_or(u32::MAX));
        self.numbers.insert(form, number);
        number
    }

    fn name(&mut self, form: String, entity: EntityId) {
        let word = self.number(form).0 as usize;
        self.names.push((word, entity));
    }

    fn epithet(&mut self, form: String, entity: EntityId) {
        let word = self.number(form).0 as usize;
        self.epithets.push((word, entity));
    }

    fn fact_epithet(&mut self, form: String, fact: FactId) {
        let word = self.number(form).0 as usize;
        self.fact_epithets.push((word, fact));
    }

    fn fact(&mut self, id: FactId, fact: &Fact) -> FactWords {
        for epithet in &fact.epithets {
            inflect::forms(epithet).into_iter().for_each(|form| self.fact_epithet(form, id));
        }
        let mut words = FactWords {
            attribute: self.all(&implied::all(&fact.attribute)),
            occasion: Occasion::of(fact),
            ..FactWords::default()
        };
        match &fact.kind {
            Kind::Term { value, same, rivals } => {
                let values: Vec<String> = value.entries.iter().map(|entry| entry.value.clone()).collect();
                self.terms(&mut words, &values, Side::Value);
                self.terms(&mut words, same, Side::Same);
                self.terms(&mut words, rivals, Side::Rival);
                words.terms.sort_unstable();
            }
            Kind::Role { title, .. } => {
                words.titles = self.all(&titles::all(title));
            }
            Kind::Name { never, .. } => words.never = self.in_order(never.iter().cloned()),
            Kind::Count(_)
            | Kind::Measure { .. }
            | Kind::Date { .. }
            | Kind::Quote { .. }
            | Kind::Statement { .. } => {}
        }
        words
    }

    fn terms(&mut self, words: &mut FactWords, terms: &[String], side: impl Fn(u32) -> Side) {
        for (at, term) in (0..).zip(terms) {
            let forms = inflect::term_forms(term);
            words.terms.extend(forms.into_iter().map(|form| (self.number(form), side(at))));
        }
    }

    /// The numbers of all forms of `phrases`, in order.
    fn all(&mut self, phrases: &[String]) -> Vec<WordId> {
        sorted(phrases.iter().flat_map(|phrase| self.forms(phrase)))
    }

    /// The numbers of the forms of a phrase.
    fn forms(&mut self, phrase: &str) -> Vec<WordId> {
        if let Some(known) = self.known.get(phrase) {
            return known.clone();
        }
        let numbers = self.in_order(inflect::forms(phrase));
        self.known.insert(phrase.to_owned(), numbers.clone());
        numbers
    }

    /// The numbers of words, in order.
    fn in_order(&mut self, words: impl IntoIterator<Item = String>) -> Vec<WordId> {
        sorted(words.into_iter().map(|word| self.number(word)))
    }
}

/// Numbers in order, each once.
fn sorted(numbers: impl Iterator<Item = WordId>) -> Vec<WordId> {
    let mut numbers: Vec<WordId> = numbers.collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.shrink_to_fit();
    numbers
}

/// Prefixes that a hyphen ties to a word and that turn its meaning round.
const REVERSING: &[&str] = &["non", "un", "de", "anti", "semi", "quasi", "pre", "post", "ex", "pro", "sub"];

/// Whether the words at `span` have a prefix that turns them round.
pub fn is_reversed(text: &str, span: Span) -> bool {
    let Some(stem) = text[..span.start()].strip_suffix(['-', '\u{2010}', '\u{2011}']) else { return false };
    let prefix = stem.len() - stem.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
    REVERSING.iter().any(|reversing| stem[prefix..].eq_ignore_ascii_case(reversing))
}
