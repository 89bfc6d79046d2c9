//! What can be asked of a text before it is looked at closely: whether it may hold what the kinds of facts need.

use crate::claim::anchor::Anchors;
use crate::claim::anchor::Hit;
use crate::claim::anchor::WordId;
use crate::claim::anchor::gist::Filter;
use crate::claim::anchor::gist::Gist;
use crate::claim::anchor::in_order;
use crate::fact::FactId;
use crate::fact::Kind;
use crate::fact::Rules;
use crate::value::glance;
use memchr::memmem::Finder;
use std::cell::OnceCell;
use std::sync::LazyLock;

/// A text of which it is asked.
///
/// Any answer may err, on one side only: yes where it should be no.
pub trait Sight {
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
pub struct Whole<'a> {
    anchors: &'a Anchors,
    strong: &'a Strong<'a>,
    hits: &'a [Hit],
    // The words of the rules in it, in order, each once.
    own: OnceCell<Vec<WordId>>,
    told: Filter,
}

impl<'a> Whole<'a> {
    /// An article with these hits.
    pub fn new(anchors: &'a Anchors, strong: &'a Strong<'a>, hits: &'a [Hit]) -> Whole<'a> {
        Whole { anchors, strong, hits, own: OnceCell::new(), told: told(hits) }
    }

    fn holds(&self, word: WordId) -> bool {
        holds(self.own.get_or_init(|| in_order(self.hits.iter().map(|hit| hit.word))), word)
    }
}

impl Sight for Whole<'_> {
    fn told(&self) -> Filter {
        self.told
    }

    fn is_told(&self, fact: FactId) -> bool {
        self.anchors.fact(fact).attribute.iter().any(|word| self.holds(*word))
    }

    fn was_told(&self, _: FactId) -> bool {
        false
    }

    fn has_term(&self, fact: FactId) -> bool {
        self.anchors.fact(fact).terms.iter().any(|(word, _)| self.holds(*word))
    }

    fn has_number(&self) -> bool {
        true
    }

    fn is_strong(&self) -> bool {
        self.strong.is_there()
    }

    fn has_article(&self) -> bool {
        true
    }
}

/// A sentence or a block, beside the one before.
pub struct Part<'a> {
    anchors: &'a Anchors,
    strong: &'a Strong<'a>,
    words: &'a str,
    hits: &'a [Hit],
    before: &'a [Hit],
    told: Filter,
    has_number: OnceCell<bool>,
    is_strong: OnceCell<bool>,
}

impl<'a> Part<'a> {
    /// Some words with the hits in them, and those of the sentence or block before.
    pub fn new(
        anchors: &'a Anchors,
        strong: &'a Strong<'a>,
        words: &'a str,
        (hits, before): (&'a [Hit], &'a [Hit]),
    ) -> Part<'a> {
        let told = told(hits).join(told(before));
        let (has_number, is_strong) = (OnceCell::new(), OnceCell::new());
        Part { anchors, strong, words, hits, before, told, has_number, is_strong }
    }

    fn is_in(&self, fact: FactId, hits: &[Hit]) -> bool {
        let attribute = &self.anchors.fact(fact).attribute;
        hits.iter().any(|hit| holds(attribute, hit.word))
    }
}

impl Sight for Part<'_> {
    fn told(&self) -> Filter {
        self.told
    }

    fn is_told(&self, fact: FactId) -> bool {
        self.is_in(fact, self.hits)
    }

    fn was_told(&self, fact: FactId) -> bool {
        self.is_in(fact, self.before)
    }

    fn has_term(&self, fact: FactId) -> bool {
        let own = self.anchors.fact(fact);
        self.hits.iter().any(|hit| own.side(hit.word).is_some())
    }

    fn has_number(&self) -> bool {
        *self.has_number.get_or_init(|| glance::has_number(self.words))
    }

    fn is_strong(&self) -> bool {
        self.strong.is_there() && *self.is_strong.get_or_init(|| is_strong(self.words))
    }

    fn has_article(&self) -> bool {
        glance::has_article(self.words)
    }
}

/// Whether an article has the word that counts without a noun, looked for when somebody first asks.
pub struct Strong<'a> {
    text: &'a str,
    is_there: OnceCell<bool>,
}

impl<'a> Strong<'a> {
    /// In this text.
    pub fn new(text: &'a str) -> Strong<'a> {
        Strong { text, is_there: OnceCell::new() }
    }

    fn is_there(&self) -> bool {
        *self.is_there.get_or_init(|| is_strong(self.text))
    }
}

/// That word.
static STRONG: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("strong"));

fn is_strong(text: &str) -> bool {
    STRONG.find(text.as_bytes()).is_some()
}

/// The words for attributes and terms among hits.
fn told(hits: &[Hit]) -> Filter {
    Filter::of(hits.iter().filter(|hit| hit.gist.tells).map(|hit| hit.word))
}

fn holds(words: &[WordId], word: WordId) -> bool {
    words.binary_search(&word).is_ok()
}
