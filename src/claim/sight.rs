//! What can be asked of a text before it is looked at closely: whether it may hold what the kinds of facts need.

use crate::claim::anchor::Anchors;
use crate::claim::anchor::Hit;
use crate::claim::anchor::gist::Filter;
use crate::claim::anchor::gist::Gist;
use crate::fact::FactId;
use crate::fact::Kind;
use crate::fact::Rules;
use crate::value::glance;
use memchr::memmem::Finder;
use std::cell::OnceCell;
use std::sync::LazyLock;

/// A sentence or a block, of which it is asked, beside the one before.
///
/// Any answer may err, on one side only: yes where it should be no.
pub struct Sight<'a> {
    anchors: &'a Anchors,
    strong: &'a Strong<'a>,
    words: &'a str,
    hits: &'a [Hit],
    before: &'a [Hit],
    // The words for attributes and terms in both.
    told: Filter,
    has_number: OnceCell<bool>,
    is_strong: OnceCell<bool>,
}

impl<'a> Sight<'a> {
    /// Some words with the hits in them, and those of the sentence or block before.
    pub fn new(
        anchors: &'a Anchors,
        strong: &'a Strong<'a>,
        words: &'a str,
        (hits, before): (&'a [Hit], &'a [Hit]),
    ) -> Sight<'a> {
        let told = told(hits).join(told(before));
        let (has_number, is_strong) = (OnceCell::new(), OnceCell::new());
        Sight { anchors, strong, words, hits, before, told, has_number, is_strong }
    }

    /// Whether it may have what one of the facts needs about whom a word may stand for: the cheap question.
    pub fn may_claim_any(&self, gist: &Gist) -> bool {
        gist.has_role
            || gist.wants.meets(self.told)
            || gist.has_measure && self.has_number()
            || gist.has_count && self.is_strong()
    }

    /// Whether it has what the kind of a fact needs to be claimed.
    pub fn may_claim(&self, rules: &Rules, fact: FactId) -> bool {
        let is_spoken_of = || self.is_told(fact, self.hits) || self.is_told(fact, self.before);
        match &rules.fact(fact).kind {
            Kind::Count(_) => (is_spoken_of() || self.is_strong()) && self.has_number(),
            Kind::Measure { .. } => self.has_number() || is_spoken_of() && glance::has_article(self.words),
            Kind::Date { .. } => self.is_told(fact, self.hits),
            Kind::Term { .. } => self.has_term(fact),
            Kind::Role { .. } => true,
            // These are not looked for in scenes.
            Kind::Quote { .. } | Kind::Name { .. } | Kind::Statement { .. } => false,
        }
    }

    /// Whether a word for the attribute of a fact is among hits.
    fn is_told(&self, fact: FactId, hits: &[Hit]) -> bool {
        let attribute = &self.anchors.fact(fact).attribute;
        hits.iter().any(|hit| hit.gist.tells && attribute.binary_search(&hit.word).is_ok())
    }

    /// Whether it has a term that a fact wants or does not want.
    fn has_term(&self, fact: FactId) -> bool {
        let own = self.anchors.fact(fact);
        self.hits.iter().any(|hit| hit.gist.tells && own.side(hit.word).is_some())
    }

    fn has_number(&self) -> bool {
        *self.has_number.get_or_init(|| glance::has_number(self.words))
    }

    /// Whether it counts without a noun: "32 strong".
    fn is_strong(&self) -> bool {
        self.strong.is_there() && *self.is_strong.get_or_init(|| is_strong(self.words))
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
