//! What is asked of every word of the rules in an article, in one place in memory: of most words one look tells that
//! nobody they may stand for can be spoken of here, where each entity and each fact would have to be fetched.

use crate::claim::anchor::FactWords;
use crate::claim::anchor::WordId;
use crate::effort;
use crate::fact::Fact;
use crate::fact::FactId;
use crate::fact::Kind;
use crate::fact::Rules;

/// Some words of attributes and terms, each as one of a few bits: a filter after Bloom (1970), which may see a word
/// too many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter(u64);

impl Filter {
    /// The filter of these words.
    pub fn of(words: impl IntoIterator<Item = WordId>) -> Filter {
        Filter(words.into_iter().fold(0, |bits, word| bits | 1_u64.rotate_left(word.number())))
    }

    /// Whether both may have a word in common.
    pub fn meets(self, other: Filter) -> bool {
        self.0 & other.0 != 0
    }

    /// The words of both.
    pub fn join(self, other: Filter) -> Filter {
        Filter(self.0 | other.0)
    }
}

/// What a word is, and what the facts need about whom it may stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gist {
    /// The words of their attributes and terms.
    pub wants: Filter,
    /// Whether it is a word of an attribute or a term itself.
    pub tells: bool,
    /// Whether it names an entity.
    pub is_name: bool,
    /// Whether it is the last word of a longer name of whom it names.
    pub is_family_name: bool,
    /// Whether it may stand for an entity at all.
    pub is_somebody: bool,
    /// Whether one fact is a count, which may do with "32 strong".
    pub has_count: bool,
    /// Whether one is a measure, which may do with any number.
    pub has_measure: bool,
    /// Whether one is an office, which needs no word of its own.
    pub has_role: bool,
}

impl Gist {
    /// What the facts `about` an entity need, where each fact has its words.
    pub(super) fn of(rules: &Rules, words: &[FactWords], about: &[FactId]) -> Gist {
        effort::spend(about.len());
        about.iter().fold(Gist::default(), |gist, fact| gist.with(rules.fact(*fact), &words[fact.index()]))
    }

    fn with(self, fact: &Fact, own: &FactWords) -> Gist {
        let wants = self.wants.join(Filter::of(own.telling()));
        match &fact.kind {
            Kind::Count(_) => Gist { has_count: true, wants, ..self },
            Kind::Measure { .. } => Gist { has_measure: true, wants, ..self },
            Kind::Date { .. } | Kind::Term { .. } => Gist { wants, ..self },
            Kind::Role { .. } => Gist { has_role: true, ..self },
            Kind::Quote { .. } | Kind::Name { .. } | Kind::Statement { .. } => self,
        }
    }

    /// What either of two is and needs.
    pub(super) fn or(self, other: Gist) -> Gist {
        Gist {
            wants: self.wants.join(other.wants),
            tells: self.tells || other.tells,
            is_name: self.is_name || other.is_name,
            is_family_name: self.is_family_name || other.is_family_name,
            is_somebody: self.is_somebody || other.is_somebody,
            has_count: self.has_count || other.has_count,
            has_measure: self.has_measure || other.has_measure,
            has_role: self.has_role || other.has_role,
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
