//! Gathers the words of the rules, once a run.

use crate::claim::anchor::Anchors;
use crate::claim::anchor::FactWords;
use crate::claim::anchor::OTHERS;
use crate::claim::anchor::Side;
use crate::claim::anchor::WordId;
use crate::claim::anchor::gist::Gist;
use crate::claim::anchor::in_order;
use crate::claim::implied;
use crate::claim::inflect;
use crate::claim::occasion::Occasion;
use crate::claim::person;
use crate::claim::personal_name::is_family_name;
use crate::claim::titles;
use crate::fact::EntityId;
use crate::fact::Fact;
use crate::fact::FactId;
use crate::fact::Kind;
use crate::fact::Rules;
use crate::lists::Lists;
use crate::phrases::Phrases;
use rustc_hash::FxHashMap;

/// The words met so far.
#[derive(Default)]
pub(super) struct Gathering {
    // Words are numbered as they come, so that no number depends on a hash.
    numbers: FxHashMap<String, WordId>,
    // The words of phrases that were looked up before; many facts are about members and people.
    known: FxHashMap<String, Vec<WordId>>,
    // What they stand for.
    names: Vec<(usize, EntityId)>,
    family_names: Vec<usize>,
    epithets: Vec<(usize, EntityId)>,
    fact_epithets: Vec<(usize, FactId)>,
}

impl Gathering {
    /// The names and epithets of the entities of which one may stand somewhere.
    pub(super) fn entities(&mut self, rules: &Rules, may_stand: impl Fn(&str) -> bool) {
        self.numbers.reserve(rules.entities.len() * 2);
        let stands = |phrases: &[String]| phrases.iter().any(|phrase| may_stand(phrase));
        let entities = rules.numbered_entities();
        for (id, entity) in entities.filter(|(_, it)| stands(&it.names) || stands(&it.epithets)) {
            let names = entity.names.iter().flat_map(|name| inflect::name_forms(name));
            for form in names {
                let is_family_name = is_family_name(&form, &entity.names);
                let word = self.place(form);
                self.names.push((word, id));
                self.family_names.extend(Some(word).filter(|_| is_family_name));
            }
            // "The alliance" is one; "alliances" are several others.
            let epithets = entity.epithets.iter().flat_map(|epithet| inflect::term_forms(epithet));
            for form in epithets {
                let word = self.place(form);
                self.epithets.push((word, id));
            }
        }
    }

    /// All that was gathered, with the words of each fact and the phrases of others.
    pub(super) fn close(self, rules: &Rules, facts: Vec<FactWords>, others: &[(String, u32)]) -> Anchors {
        let n_words = self.numbers.len();
        let own = self.numbers.iter().map(|(form, number)| (form.as_str(), number.0));
        let others = others.iter().map(|(phrase, number)| (phrase.as_str(), number | OTHERS));
        let facts_of = facts_of(rules);
        let needs = |(entity, _): (EntityId, _)| Gist::of(rules, &facts, facts_of.of(entity.index()));
        let needs: Vec<Gist> = rules.numbered_entities().map(needs).collect();
        Anchors {
            phrases: Phrases::new(own.chain(others)),
            gists: self.gists(rules, &facts, &needs),
            needs_of_all: needs.iter().fold(Gist::default(), |all, one| all.or(*one)),
            needs,
            names: Lists::new(n_words, self.names),
            epithets: Lists::new(n_words, self.epithets),
            fact_epithets: Lists::new(n_words, self.fact_epithets),
            beings: person::all(rules, &facts),
            facts,
            facts_of,
            offices_of: offices_of(rules),
            has_quotes: rules.facts.iter().any(|fact| matches!(fact.kind, Kind::Quote { .. })),
        }
    }

    /// What each word is, where the facts about each entity need something.
    fn gists(&self, rules: &Rules, facts: &[FactWords], needs: &[Gist]) -> Vec<Gist> {
        let mut gists = vec![Gist::default(); self.numbers.len()];
        let mut add = |word: usize, gist: Gist| gists[word] = gists[word].or(gist);
        let about = |entity: EntityId| Gist { is_somebody: true, ..needs[entity.index()] };
        for (word, entity) in &self.names {
            add(*word, Gist { is_name: true, ..about(*entity) });
        }
        for word in &self.family_names {
            add(*word, Gist { is_family_name: true, ..Gist::default() });
        }
        self.epithets.iter().for_each(|(word, entity)| add(*word, about(*entity)));
        for (word, fact) in &self.fact_epithets {
            rules.fact(*fact).subjects.iter().for_each(|entity| add(*word, about(*entity)));
        }
        for word in facts.iter().flat_map(FactWords::telling) {
            add(word.0 as usize, Gist { tells: true, ..Gist::default() });
        }
        gists
    }

    fn number(&mut self, form: String) -> WordId {
        let next = WordId(u32::try_from(self.numbers.len()).unwrap_or(u32::MAX));
        *self.numbers.entry(form).or_insert(next)
    }

    /// The place of a word among all words.
    fn place(&mut self, form: String) -> usize {
        self.number(form).0 as usize
    }

    /// The words of a fact.
    pub(super) fn fact(&mut self, id: FactId, fact: &Fact) -> FactWords {
        for epithet in &fact.epithets {
            for form in inflect::forms(epithet) {
                let word = self.place(form);
                self.fact_epithets.push((word, id));
            }
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

/// Numbers in order, each once, that are kept for the run.
fn sorted(numbers: impl Iterator<Item = WordId>) -> Vec<WordId> {
    let mut numbers = in_order(numbers);
    numbers.shrink_to_fit();
    numbers
}

/// Which facts each entity is a subject of, or holds an exclusive office by.
fn facts_of(rules: &Rules) -> Lists<FactId> {
    of_entities(rules, |fact| fact.subjects.iter().copied().chain(exclusive_holders(fact)).collect())
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
