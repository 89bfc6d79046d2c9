//! What the facts about one entity need to be claimed, all taken together: of most entities one look tells that no
//! fact about them can be claimed here, where each fact would have to be fetched from memory.

use crate::claim::anchor::FactWords;
use crate::claim::anchor::WordId;
use crate::fact::Fact;
use crate::fact::FactId;
use crate::fact::Kind;
use crate::fact::Rules;

/// Some words of the rules, each as one of a few bits: a filter after Bloom (1970), which may see a word too many.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter(u128);

impl Filter {
    /// The filter of these words.
    pub fn of(words: impl IntoIterator<Item = WordId>) -> Filter {
        let bit = |word: WordId| 1_u128.rotate_left(word.number());
        Filter(words.into_iter().fold(0, |bits, word| bits | bit(word)))
    }

    /// Whether both may have a word in common.
    pub fn meets(self, other: Filter) -> bool {
        self.0 & other.0 != 0
    }

    fn join(self, other: Filter) -> Filter {
        Filter(self.0 | other.0)
    }
}

/// What the facts about an entity need.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wants {
    /// The words of their attributes and terms.
    pub words: Filter,
    /// Whether one is a count, which may do with "32 strong".
    pub has_count: bool,
    /// Whether one is a measure, which may do with any number.
    pub has_measure: bool,
    /// Whether one is an office, which needs no word of its own.
    pub has_role: bool,
}

impl Wants {
    /// What the facts `about` an entity need, where each fact has its words.
    pub(super) fn of(rules: &Rules, words: &[FactWords], about: &[FactId]) -> Wants {
        about.iter().fold(Wants::default(), |wants, fact| wants.with(rules.fact(*fact), &words[fact.index()]))
    }

    fn with(self, fact: &Fact, own: &FactWords) -> Wants {
        let told = || self.words.join(Filter::of(own.attribute.iter().copied()));
        let terms = || self.words.join(Filter::of(own.terms.iter().map(|(term, _)| *term)));
        match &fact.kind {
            Kind::Count(_) => Wants { has_count: true, words: told(), ..self },
            Kind::Measure { .. } => Wants { has_measure: true, words: told(), ..self },
            Kind::Date { .. } => Wants { words: told(), ..self },
            Kind::Term { .. } => Wants { words: terms(), ..self },
            Kind::Role { .. } => Wants { has_role: true, ..self },
            Kind::Quote { .. } | Kind::Name { .. } | Kind::Statement { .. } => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Filter;
    use crate::claim::anchor::WordId;

    #[test]
    fn words_in_common_are_seen() {
        let filter = |words: &[u32]| Filter::of(words.iter().map(|word| WordId(*word)));
        assert!(filter(&[1, 7, 900]).meets(filter(&[3, 900])));
        assert!(!filter(&[1, 7]).meets(filter(&[3, 9])) && !Filter::default().meets(filter(&[0])));
    }
}
