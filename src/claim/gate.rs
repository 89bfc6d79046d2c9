//! Which sentences may hold a claim, by the words of the rules in them: the cheap question before a scene is set.
//!
//! Most hits are names in passing, and words such as "members" far from anybody. What each kind of fact needs to be
//! claimed stands in `Sight::may_claim`, what all facts about an entity need in `anchor/gist.rs`. The article is asked
//! first, then its blocks, then its sentences.

use crate::claim::anchor::Anchors;
use crate::claim::anchor::Hit;
use crate::claim::anchor::WordId;
use crate::claim::anchor::gist::Filter;
use crate::claim::anchor::gist::Gist;
use crate::claim::memory;
use crate::document::Document;
use crate::fact::EntityId;
use crate::fact::FactId;
use crate::fact::Kind;
use crate::fact::Rules;
use crate::span::Span;
use crate::value::glance;
use memchr::memmem::Finder;
use std::cell::OnceCell;
use std::sync::LazyLock;

/// Asks of the parts of an article, in order.
pub struct Gate<'a> {
    rules: &'a Rules,
    anchors: &'a Anchors,
    document: &'a Document<'a>,
    parts: Parts,
    // Who may be spoken of: the words that stand for somebody, each with its part.
    near: Vec<(usize, WordId, Gist)>,
    is_open: bool,
    is_strong: OnceCell<bool>,
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
        let (near, is_open, is_strong) = (Vec::new(), anchors.has_quotes(), OnceCell::new());
        Gate { rules, anchors, document, parts, near, is_open, is_strong }
    }

    /// Whether an article may hold a claim at all: whether there is anybody in it whose facts find a word of
    /// their own somewhere, or need none.
    pub fn admits_any(&self, hits: &[Hit]) -> bool {
        let whole = Whole { gate: self, hits, own: OnceCell::new(), told: told(hits) };
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
            Parts::Sentences(blocks) if !self.is_in(blocks, group.index) => false,
            _ => self.is_open || self.may_claim_in(group),
        }
    }

    /// Whether a sentence is in one of some blocks.
    fn is_in(&self, blocks: &[bool], sentence: usize) -> bool {
        let block = self.document.sentences().get(sentence).and_then(|sentence| blocks.get(sentence.block));
        block.is_some_and(|is_one| *is_one)
    }

    fn may_claim_in(&self, group: Group<'_>) -> bool {
        let words = self.span(group.index).map_or("", |span| self.document.slice(span));
        let told = told(group.hits).join(told(group.before));
        let (has_number, is_strong) = (OnceCell::new(), OnceCell::new());
        let part = Part { gate: self, words, group, told, has_number, is_strong };
        let may_claim =
            |(_, word, gist): &(_, _, _)| part.may_claim_any(gist) && self.may_claim_of(&part, *word);
        self.near.iter().any(may_claim)
    }

    /// Whether what is seen may hold a claim of a fact about somebody for whom a word may stand.
    fn may_claim_of(&self, sight: &impl Sight, word: WordId) -> bool {
        entities(self.rules, self.anchors, word).any(|entity| {
            let mut facts = self.anchors.facts_of(entity).iter();
            facts.any(|fact| sight.may_claim(self.rules, *fact))
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
    /// many sentences.
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

    /// Whether the article has the word that counts without a noun.
    fn is_strong(&self) -> bool {
        *self.is_strong.get_or_init(|| is_strong(&self.document.text))
    }
}

/// What can be asked of a text before it is looked at closely.
///
/// Any answer may err, on one side only: yes where it should be no.
trait Sight {
    /// The words for attributes and terms in it, and in the text before that it may go on about.
    fn told(&self) -> Filter;

    /// Whether it has a word for the attribute of a fact.
    fn is_told(&self, fact: FactId) -> bool;

    /// Whether the text before it has one, so that this one may go on about it.
    fn was_told(&self, fact: FactId) -> bool;

    /// Whether it has a term that a fact wants or does not want.
    fn has_term(&self, fact: FactId) -> bool;

    fn has_number(&self) -> bool;

    /// Whether it counts without a noun: "32 strong".
    fn is_strong(&self) -> bool;

    /// Whether "a" may stand for one, as in "It lasted a year".
    fn has_article(&self) -> bool;

    /// Whether it may have what one of the facts needs about whom a word may stand for: the cheap question.
    fn may_claim_any(&self, gist: &Gist) -> bool {
        gist.has_role
            || gist.wants.meets(self.told())
            || gist.has_measure && self.has_number()
            || gist.has_count && self.is_strong()
    }

    /// Whether it has what the kind of a fact needs to be claimed.
    fn may_claim(&self, rules: &Rules, fact: FactId) -> bool {
        match &rules.fact(fact).kind {
            Kind::Count(_) => {
                (self.is_told(fact) || self.was_told(fact) || self.is_strong()) && self.has_number()
            }
            Kind::Measure { .. } => {
                let is_spoken_of = || self.is_told(fact) || self.was_told(fact);
                self.has_number() || is_spoken_of() && self.has_article()
            }
            Kind::Date { .. } => self.is_told(fact),
            Kind::Term { .. } => self.has_term(fact),
            Kind::Role { .. } => true,
            // These are not looked for in scenes.
            Kind::Quote { .. } | Kind::Name { .. } | Kind::Statement { .. } => false,
        }
    }
}

/// A whole article, of which only is asked what its hits tell.
struct Whole<'a> {
    gate: &'a Gate<'a>,
    hits: &'a [Hit],
    // The words of the rules in it, in order, each once.
    own: OnceCell<Vec<WordId>>,
    told: Filter,
}

impl Whole<'_> {
    fn holds(&self, word: WordId) -> bool {
        holds(self.own.get_or_init(|| in_order(self.hits.iter().map(|hit| hit.word))), word)
    }
}

impl Sight for Whole<'_> {
    fn told(&self) -> Filter {
        self.told
    }

    fn is_told(&self, fact: FactId) -> bool {
        self.gate.anchors.fact(fact).attribute.iter().any(|word| self.holds(*word))
    }

    fn was_told(&self, _: FactId) -> bool {
        false
    }

    fn has_term(&self, fact: FactId) -> bool {
        self.gate.anchors.fact(fact).terms.iter().any(|(word, _)| self.holds(*word))
    }

    fn has_number(&self) -> bool {
        true
    }

    fn is_strong(&self) -> bool {
        self.gate.is_strong()
    }

    fn has_article(&self) -> bool {
        true
    }
}

/// A sentence or a block, beside the one before.
struct Part<'a> {
    gate: &'a Gate<'a>,
    words: &'a str,
    group: Group<'a>,
    told: Filter,
    has_number: OnceCell<bool>,
    is_strong: OnceCell<bool>,
}

impl Part<'_> {
    fn is_in(&self, fact: FactId, hits: &[Hit]) -> bool {
        let attribute = &self.gate.anchors.fact(fact).attribute;
        hits.iter().any(|hit| holds(attribute, hit.word))
    }
}

impl Sight for Part<'_> {
    fn told(&self) -> Filter {
        self.told
    }

    fn is_told(&self, fact: FactId) -> bool {
        self.is_in(fact, self.group.hits)
    }

    fn was_told(&self, fact: FactId) -> bool {
        self.is_in(fact, self.group.before)
    }

    fn has_term(&self, fact: FactId) -> bool {
        let own = self.gate.anchors.fact(fact);
        self.group.hits.iter().any(|hit| own.side(hit.word).is_some())
    }

    fn has_number(&self) -> bool {
        *self.has_number.get_or_init(|| glance::has_number(self.words))
    }

    fn is_strong(&self) -> bool {
        self.gate.is_strong() && *self.is_strong.get_or_init(|| is_strong(self.words))
    }

    fn has_article(&self) -> bool {
        glance::has_article(self.words)
    }
}

/// The word that counts without a noun.
static STRONG: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("strong"));

fn is_strong(text: &str) -> bool {
    STRONG.find(text.as_bytes()).is_some()
}

/// The words for attributes and terms among hits.
fn told(hits: &[Hit]) -> Filter {
    hits.iter().fold(Filter::default(), |told, hit| told.join(Filter::one(hit.word, hit.gist.tells)))
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

/// Words in order, each once.
fn in_order(words: impl Iterator<Item = WordId>) -> Vec<WordId> {
    let mut words: Vec<WordId> = words.collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn holds(words: &[WordId], word: WordId) -> bool {
    words.binary_search(&word).is_ok()
}
