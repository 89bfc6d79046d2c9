//! What an article claims: a fact's subject, a value near it, and how they are tied.
//!
//! One file a kind of fact. A claim is neither right nor wrong yet; see [`crate::verdict`].

pub mod anchor;
pub mod binding;
pub mod calendar;
pub mod clause;
pub mod count;
pub mod date;
pub mod deed;
pub mod determiner;
pub mod epithet;
pub mod figure;
pub mod gate;
pub mod grammar;
pub mod implied;
pub mod inflect;
pub mod measure;
pub mod memory;
pub mod mention;
pub mod name;
pub mod named;
pub mod occasion;
pub mod order;
pub mod past;
pub mod person;
pub mod personal_name;
pub mod quote;
pub mod required;
pub mod role;
pub mod scene;
mod sight;
pub mod slice;
pub mod statement;
pub mod term;
pub mod titled;
pub mod titles;
pub mod topic;

use crate::claim::anchor::Anchors;
use crate::claim::anchor::Hit;
use crate::claim::anchor::Side;
use crate::claim::binding::Tie;
use crate::claim::memory::Memory;
use crate::claim::quote::Misquotation;
use crate::claim::quote::index::Index;
use crate::claim::quote::index::Stage;
use crate::claim::required::RequiredWords;
use crate::claim::scene::Scene;
use crate::context::Form;
use crate::document::Document;
use crate::fact::EntityId;
use crate::fact::FactId;
use crate::fact::Kind;
use crate::fact::Required;
use crate::fact::Rules;
use crate::span::Span;
use crate::value::Value;

/// A place where an article speaks of a fact.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The fact.
    pub fact: FactId,
    /// The words that state the value: what a finding marks.
    pub span: Span,
    /// The index of the sentence.
    pub sentence: usize,
    /// The words that name the subject, where they stand in the sentence.
    pub subject: Option<Span>,
    /// What the article says.
    pub observed: Observed,
    /// The words that tell what was done, where the value counts it.
    pub deed: Option<Span>,
    /// Whether it is certain that the words are about the fact.
    pub binding: Binding,
    /// Whether the words speak of the whole or of a part of it.
    pub extent: Extent,
    /// Where the words stand, if the kind of claim knows: a title before a name, an apposition.
    pub form: Option<Form>,
}

impl Claim {
    /// A claim of which nothing but its own words is in question.
    pub fn plain(fact: FactId, span: Span, document: &Document<'_>, observed: Observed) -> Claim {
        Claim {
            fact,
            span,
            sentence: document.sentence_at(span.start()),
            subject: None,
            observed,
            deed: None,
            binding: Binding::Certain(Tie::Phrase),
            extent: Extent::Whole,
            form: None,
        }
    }

    /// A claim about the whole of what a fact is about, tied to the words of its subject, which may be none.
    pub fn bound(
        scene: &Scene<'_>,
        fact: FactId,
        span: Span,
        observed: Observed,
        (tie, subject): (Tie, Span),
    ) -> Claim {
        Claim {
            fact,
            span,
            sentence: scene.index,
            subject: Some(subject).filter(|span| !span.is_empty()),
            observed,
            deed: None,
            binding: Binding::Certain(tie),
            extent: Extent::Whole,
            form: None,
        }
    }
}

/// What an article says of a fact.
#[derive(Clone, Debug)]
pub enum Observed {
    /// A quantity or a date.
    Value(Box<Value>),
    /// A quantity of the opposite kind: a loss where the fact is of a profit.
    Opposite(Box<Value>),
    /// A word of a closed set.
    Term(Side),
    /// Who holds an office.
    Holder {
        /// The entity, where the name is that of a declared one.
        entity: Option<EntityId>,
        /// The name as it is written.
        name: String,
        /// Whether the title says when.
        tenure: Tenure,
    },
    /// An organisation whose office a holder of this one is said to hold.
    Elsewhere,
    /// Words in quotation marks that are not those that were said.
    Misquoted(Box<Misquotation>),
    /// The words that were said, or a shorter stretch of them.
    Quoted,
    /// The words that were said, by somebody else, whose name is marked.
    Misattributed,
    /// A name that is not written so.
    Misspelt,
    /// A sentence of the fact, with its captured value.
    Stated(Option<String>),
}

impl Observed {
    /// Whether it is how words are written or quoted, which no context changes.
    pub fn is_of_words(&self) -> bool {
        match self {
            Observed::Misquoted(_) | Observed::Misattributed | Observed::Quoted | Observed::Misspelt => true,
            Observed::Value(_)
            | Observed::Term(_)
            | Observed::Holder { .. }
            | Observed::Opposite(_)
            | Observed::Elsewhere
            | Observed::Stated(_) => false,
        }
    }
}

/// Whether a title says when it was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tenure {
    /// "the chief executive".
    Present,
    /// "the then chief executive": at the time spoken of.
    Then,
    /// "the late chief executive", "its first chief executive": once, whenever that was.
    Once,
    /// "the former chief executive".
    Former,
}

/// Whether it is certain that words are about a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binding {
    /// They are.
    Certain(Tie),
    /// They may be.
    Doubtful,
}

/// Whether words speak of the whole or of a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// "The Pact's 31 members".
    Whole,
    /// "23 allies".
    Part,
    /// "the other 31 allies": the whole but one.
    AllButOne,
}

/// What was found in one article.
pub struct Found {
    /// The claims, in order of their words.
    pub claims: Vec<Claim>,
    /// The names of entities, in order.
    pub names: Vec<Span>,
    /// What others wanted found in the same walk, in no order, with their numbers.
    pub others: Vec<(Span, u32)>,
}

/// Finds claims in one article.
pub struct Finder<'r> {
    rules: &'r Rules,
    anchors: Anchors,
    names: name::Spelling,
    quotes: Index,
    statements: Vec<FactId>,
    required: RequiredWords,
}

impl<'r> Finder<'r> {
    /// Gathers what `rules` look for; done once a run.
    pub fn new(rules: &'r Rules) -> Finder<'r> {
        Finder::beside(rules, &[])
    }

    /// The same, which finds some phrases of others in its walk over the words of an article, each with a number
    /// below 2^31.
    pub fn beside(rules: &'r Rules, others: &[(String, u32)]) -> Finder<'r> {
        Finder::with(rules, Anchors::new(rules, others))
    }

    /// Gathers only what the facts `wanted` look for, and only names that may stand in `texts`: a finder for
    /// these texts alone.
    pub fn for_texts(rules: &'r Rules, wanted: &[FactId], texts: &[&str]) -> Finder<'r> {
        Finder::with(rules, Anchors::for_texts(rules, wanted, texts))
    }

    fn with(rules: &'r Rules, anchors: Anchors) -> Finder<'r> {
        Finder {
            rules,
            anchors,
            names: name::Spelling::new(rules),
            quotes: Index::new(rules),
            statements: statement::facts(rules),
            required: RequiredWords::new(rules),
        }
    }

    /// The claims of an article, in order of their words, and the names in it.
    pub fn find(&self, document: &Document<'_>) -> Found {
        let (hits, others) = self.anchors.scan(&document.text);
        let (scenes, memory) = Scene::all(self.rules, &self.anchors, document, &hits);
        let mut claims = Vec::new();
        for scene in &scenes {
            self.find_in(scene, &memory, &mut claims);
        }
        self.names.find((self.rules, &self.anchors), document, &hits, &mut claims);
        let stage = Stage { rules: self.rules, document, scenes: &scenes, memory: &memory };
        self.quotes.find(stage, &mut claims);
        statement::find(self.rules, &self.statements, document, &memory, &mut claims);
        self.retain(document, &memory, &mut claims);
        claims.sort_by_key(|claim| (claim.span, claim.fact));
        claims.dedup_by(|a, b| a.fact == b.fact && a.span == b.span);
        let is_name = |hit: &&Hit| hit.gist.is_name;
        Found { claims, names: hits.iter().filter(is_name).map(|hit| hit.span).collect(), others }
    }

    fn find_in(&self, scene: &Scene<'_>, memory: &Memory<'_>, claims: &mut Vec<Claim>) {
        for fact in self.candidates(scene) {
            match &scene.fact(fact).kind {
                Kind::Count(_) => count::find(scene, fact, claims),
                Kind::Measure { .. } => measure::find(scene, fact, claims),
                Kind::Date { .. } => {
                    date::find(scene, fact, claims);
                    order::find(scene, fact, claims);
                }
                Kind::Term { .. } => term::find(scene, fact, claims),
                Kind::Role { .. } => role::find(scene, memory, fact, claims),
                Kind::Quote { .. } | Kind::Name { .. } | Kind::Statement { .. } => {}
            }
        }
    }

    /// The facts about whom a sentence speaks of, or about those named shortly before.
    fn candidates(&self, scene: &Scene<'_>) -> Vec<FactId> {
        let here = scene.mentions.iter().map(|mention| mention.entity);
        let entities = here.chain(scene.recent.iter().copied());
        let mut facts: Vec<FactId> =
            entities.flat_map(|entity| self.anchors.facts_of(entity)).copied().collect();
        facts.sort_unstable();
        facts.dedup();
        facts.retain(|fact| scene.fact(*fact).judges());
        facts
    }

    /// Leaves the claims whose facts find all that they require in the article.
    fn retain(&self, document: &Document<'_>, memory: &Memory<'_>, claims: &mut Vec<Claim>) {
        let is_named = |fact: FactId| {
            self.rules.fact(fact).requires.iter().all(|required| match required {
                Required::Entity(entity) => memory.is_named(*entity),
                Required::Word(_) => true,
            })
        };
        claims.retain(|claim| is_named(claim.fact));
        if claims.iter().any(|claim| self.required.has(claim.fact)) {
            let held = self.required.scan(&document.text);
            claims.retain(|claim| self.required.are_met(claim.fact, &held));
        }
    }
}
