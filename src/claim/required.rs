//! The words that facts require, looked for once an article.
//!
//! They are no words of the rules like names and attributes: they make no sentence worth looking at, and they
//! count where they stand inside a name too. So they have an index of their own.

use crate::claim::anchor;
use crate::claim::inflect;
use crate::effort;
use crate::fact::Fact;
use crate::fact::FactId;
use crate::fact::Required;
use crate::fact::Rules;
use crate::phrases::Phrases;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// The words that the facts of a run require.
pub struct RequiredWords {
    phrases: Phrases,
    // For each fact that requires words, those words; each word by the numbers of its forms.
    facts: BTreeMap<FactId, Vec<Vec<u32>>>,
}

/// Which of the required words an article holds.
pub struct Held(BTreeSet<u32>);

impl RequiredWords {
    /// Gathers the words that `rules` require.
    pub fn new(rules: &Rules) -> RequiredWords {
        let mut numbers = BTreeMap::new();
        let mut facts = BTreeMap::new();
        for (id, fact) in rules.numbered_facts() {
            let words: Vec<Vec<u32>> = words(fact).map(|word| number(&mut numbers, word)).collect();
            if !words.is_empty() {
                facts.insert(id, words);
            }
        }
        let phrases = Phrases::new(numbers.iter().map(|(form, number)| (form.as_str(), *number)));
        RequiredWords { phrases, facts }
    }

    /// Whether a fact requires any word.
    pub fn has(&self, fact: FactId) -> bool {
        self.facts.contains_key(&fact)
    }

    /// Looks for all required words in a text.
    pub fn scan(&self, text: &str) -> Held {
        effort::spend(text.len());
        let found = self.phrases.find(text).into_iter();
        Held(found.filter(|(span, _)| !anchor::is_reversed(text, *span)).map(|(_, number)| number).collect())
    }

    /// Whether a text that holds these words has all that a fact requires.
    pub fn are_met(&self, fact: FactId, held: &Held) -> bool {
        let words = self.facts.get(&fact).map_or(&[][..], Vec::as_slice);
        words.iter().all(|forms| forms.iter().any(|form| held.0.contains(form)))
    }
}

fn words(fact: &Fact) -> impl Iterator<Item = &String> {
    fact.requires.iter().filter_map(|required| match required {
        Required::Word(word) => Some(word),
        Required::Entity(_) => None,
    })
}

/// The numbers of all forms of a word, which get one where they have none.
fn number(numbers: &mut BTreeMap<String, u32>, word: &str) -> Vec<u32> {
    let forms = inflect::forms(word).into_iter().filter(|form| !form.is_empty());
    forms
        .map(|form| {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            *numbers.entry(form).or_insert(next)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::RequiredWords;
    use crate::fact::trial;

    #[track_caller]
    fn check(requires: &str, text: &str, expected: bool) {
        let fact = "kind = 'quote'\nid = 'it'\nsays = 'a'\nvalue = 'so be it'\nrequires = ";
        let loaded = trial::load(&[&format!("[[fact]]\n{fact}{requires}")]);
        assert_eq!(loaded.rules.facts.len(), 1);
        let required = RequiredWords::new(&loaded.rules);
        let held = required.scan(text);
        let are_met = loaded.rules.numbered_facts().all(|(fact, _)| required.are_met(fact, &held));
        assert_eq!(are_met, expected, "{requires} {text}");
    }

    #[test]
    fn every_word_must_stand_in_the_text_in_some_form() {
        check("['stadium', 'league']", "Stadiums of the league closed.", true);
        check("['stadium', 'league']", "Stadiums closed.", false);
        check("['stadium']", "The megastadium closed.", false);
        check("[]", "It closed.", true);
    }
}
