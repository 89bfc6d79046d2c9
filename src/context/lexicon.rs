//! The cue words, loaded: groups of phrases, what each does and how far it reaches.
//!
//! The built-in lexicon is `lexicon.toml` beside this file; its head explains every key. Groups of a
//! user's own are laid over it with [`Lexicon::with`].

use crate::context::automaton::Automaton;
use crate::context::automaton::Hit;
use crate::context::automaton::Names;
use crate::context::class::CLASSES;
use crate::context::class::Class;
use crate::context::group::Group;
use crate::context::phrase;
use crate::context::phrase::PhraseError;
use crate::context::word::Vocabulary;
use crate::context::word::Word;
use crate::context::word::WordId;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Groups of cues, ready to be looked for.
#[derive(Debug)]
pub struct Lexicon {
    /// The groups, in the order of the file.
    pub groups: Vec<Group>,
    /// The names of the classes that phrases may call.
    pub classes: Vec<String>,
    /// The groups and rules that are switched off.
    off: Vec<String>,
    vocabulary: Vocabulary,
    automaton: Automaton,
}

/// Why a lexicon was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LexiconMistake {
    /// It is not TOML of the expected shape.
    #[error("a lexicon holds `[classes]` and `[[group]]` tables: {0}")]
    Malformed(String),
    /// A phrase cannot be read.
    #[error("group `{group}`, phrase `{phrase}`: {error}")]
    Phrase {
        /// The group.
        group: String,
        /// The phrase.
        phrase: String,
        /// What is wrong with it.
        error: PhraseError,
    },
    /// A phrase names a class there is none of.
    #[error("group `{group}`, phrase `{phrase}`: each class is declared under `[classes]`")]
    UnknownClass {
        /// The group.
        group: String,
        /// The phrase.
        phrase: String,
    },
    /// Two groups share a name.
    #[error("group `{0}` is declared twice")]
    DuplicateGroup(String),
    /// A class the engine asks for is missing.
    #[error("class `{0}` is needed")]
    MissingClass(&'static str),
    /// There are more classes than the engine can tell apart.
    #[error("a lexicon has at most 64 classes")]
    TooManyClasses,
}

/// A word has one bit for each class.
const MOST_CLASSES: usize = 64;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    #[serde(default)]
    classes: BTreeMap<String, String>,
    #[serde(default)]
    group: Vec<Group>,
}

static BUILT_IN: LazyLock<Lexicon> = LazyLock::new(|| {
    // A test keeps the built-in file free of mistakes; without it there would be no cues.
    Lexicon::parse(TEXT).unwrap_or_else(|_| Lexicon::empty())
});
const TEXT: &str = include_str!("lexicon.toml");

impl Lexicon {
    /// The lexicon that comes with the program.
    pub fn built_in() -> &'static Lexicon {
        &BUILT_IN
    }

    /// A lexicon without cues.
    pub fn empty() -> Lexicon {
        Lexicon {
            groups: Vec::new(),
            classes: Vec::new(),
            off: Vec::new(),
            vocabulary: Vocabulary::default(),
            automaton: Automaton::default(),
        }
    }

    /// Reads a whole lexicon.
    ///
    /// # Errors
    /// All mistakes in it.
    pub fn parse(text: &str) -> Result<Lexicon, Vec<LexiconMistake>> {
        build(read(text)?)
    }

    /// The built-in lexicon with `own` groups added and the groups and rules named in `off` left out.
    ///
    /// # Errors
    /// All mistakes in the groups.
    pub fn with(own: Vec<Group>, off: Vec<String>) -> Result<Lexicon, Vec<LexiconMistake>> {
        let mut raw = read(TEXT)?;
        raw.group.retain(|group| !off.contains(&group.id));
        raw.group.extend(own);
        Ok(Lexicon { off, ..build(raw)? })
    }

    /// The group of that name.
    pub fn group_named(&self, id: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == id)
    }

    /// Whether the rule of that name is switched off.
    pub fn is_off(&self, rule: &str) -> bool {
        self.off.iter().any(|off| off == rule)
    }

    /// The words of a sentence.
    pub fn words(&self, text: &str, tokens: &[crate::token::Token]) -> Vec<Word> {
        self.vocabulary.words(text, tokens)
    }

    /// All phrases in `words`.
    pub fn find(&self, words: &[Word]) -> Vec<Hit> {
        self.automaton.find(words)
    }

    /// Whether `word` belongs to `class`.
    pub fn is(&self, word: Word, class: Class) -> bool {
        self.automaton.is_in(word, class as u32)
    }

    /// Whether `word` is a number, in digits or in letters.
    pub fn is_number(&self, word: Word) -> bool {
        self.automaton.is_number(word)
    }

    /// Whether `word` is one of `words`, which stand in the lexicon.
    pub fn is_any(&self, word: Word, words: &[&str]) -> bool {
        word.id != 0 && words.iter().any(|other| self.vocabulary.find(other) == word.id)
    }
}

fn read(text: &str) -> Result<Raw, Vec<LexiconMistake>> {
    toml::from_str(text).map_err(|error| vec![LexiconMistake::Malformed(error.message().to_owned())])
}

struct Builder {
    vocabulary: Vocabulary,
    classes: Vec<String>,
}

impl Names for Builder {
    fn word(&mut self, word: &str) -> WordId {
        self.vocabulary.intern(word)
    }

    fn class(&self, class: &str) -> Option<u32> {
        self.classes.iter().position(|known| known == class).and_then(|at| u32::try_from(at).ok())
    }
}

fn build(raw: Raw) -> Result<Lexicon, Vec<LexiconMistake>> {
    let mut mistakes = check_classes(&raw.classes);
    mistakes.extend(duplicates(&raw.group));
    let mut builder = Builder { vocabulary: Vocabulary::default(), classes: class_names(&raw.classes) };
    let mut automaton = Automaton::default();
    for (index, group) in raw.group.iter().enumerate() {
        for phrase in &group.phrases {
            if let Err(mistake) = add(&mut automaton, &mut builder, group, (index, phrase)) {
                mistakes.push(mistake);
            }
        }
    }
    let members = members(&raw.classes, &mut builder);
    automaton.finish(members, Class::Number as u32);
    if mistakes.is_empty() {
        let Builder { vocabulary, classes } = builder;
        Ok(Lexicon { groups: raw.group, classes, off: Vec::new(), vocabulary, automaton })
    } else {
        Err(mistakes)
    }
}

fn add(
    automaton: &mut Automaton,
    builder: &mut Builder,
    group: &Group,
    (index, phrase): (usize, &str),
) -> Result<(), LexiconMistake> {
    let named = || (group.id.clone(), phrase.to_owned());
    let atoms = phrase::parse(phrase).map_err(|error| {
        let (group, phrase) = named();
        LexiconMistake::Phrase { group, phrase, error }
    })?;
    if automaton.add(&atoms, index, builder) {
        return Ok(());
    }
    let (group, phrase) = named();
    Err(LexiconMistake::UnknownClass { group, phrase })
}

fn check_classes(classes: &BTreeMap<String, String>) -> Vec<LexiconMistake> {
    let missing = CLASSES.iter().filter(|(name, _)| !classes.contains_key(*name));
    let mut mistakes: Vec<_> = missing.map(|(name, _)| LexiconMistake::MissingClass(name)).collect();
    if classes.len() > MOST_CLASSES {
        mistakes.push(LexiconMistake::TooManyClasses);
    }
    mistakes
}

fn duplicates(groups: &[Group]) -> Vec<LexiconMistake> {
    let mut seen = std::collections::HashSet::new();
    let twice = groups.iter().filter(|group| !seen.insert(group.id.as_str()));
    twice.map(|group| LexiconMistake::DuplicateGroup(group.id.clone())).collect()
}

/// The names of all classes; those of the engine first, so that their numbers are known.
fn class_names(classes: &BTreeMap<String, String>) -> Vec<String> {
    let mut names: Vec<String> = CLASSES.iter().map(|(name, _)| (*name).to_owned()).collect();
    names.extend(classes.keys().filter(|name| !CLASSES.iter().any(|(own, _)| own == name)).cloned());
    names.truncate(MOST_CLASSES);
    names
}

/// For each word a bit for each class it belongs to.
fn members(classes: &BTreeMap<String, String>, builder: &mut Builder) -> Vec<u64> {
    let mut pairs = Vec::new();
    for (name, words) in classes {
        let Some(class) = builder.class(name) else { continue };
        pairs.extend(words.split_whitespace().map(|word| (builder.vocabulary.intern(word), class)));
    }
    let mut bits = vec![0u64; builder.vocabulary.count()];
    for (id, class) in pairs {
        if let Some(entry) = bits.get_mut(id as usize) {
            *entry |= 1 << class;
        }
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::Lexicon;
    use super::LexiconMistake;
    use super::TEXT;
    use crate::context::group::Group;
    use crate::context::phrase;
    use crate::context::phrase::Atom;
    use crate::context::swallow::swallow;
    use crate::span::Span;
    use crate::token;

    /// All ways to write a phrase, gaps left out and classes stood for by one of their words.
    fn expansions(atoms: &[Atom], classes: &dyn Fn(&str) -> String) -> Vec<String> {
        let mut all = vec![String::new()];
        for atom in atoms {
            let ends: Vec<String> = match atom {
                Atom::Word(word) => vec![word.clone()],
                Atom::Class(class) => vec![classes(class)],
                Atom::Number => vec!["12".to_owned()],
                Atom::Name => vec!["Orla".to_owned()],
                Atom::Gap(_) | Atom::Start => vec![String::new()],
                Atom::Either(branches) => branches.iter().flat_map(|b| expansions(b, classes)).collect(),
            };
            all = all.iter().flat_map(|start| ends.iter().map(move |end| format!("{start} {end}"))).collect();
        }
        all
    }

    fn is_alive(lexicon: &Lexicon, text: &str, index: usize) -> bool {
        let tokens = token::split(text, Span::new(0, text.len()));
        let words = lexicon.words(text, &tokens);
        let hits = swallow(lexicon, &lexicon.find(&words));
        hits.iter().any(|hit| hit.group == index)
    }

    fn dead(lexicon: &Lexicon, (index, group): (usize, &Group)) -> Vec<String> {
        let raw = super::read(TEXT).unwrap();
        let member = |class: &str| raw.classes[class].split_whitespace().next().unwrap().to_owned();
        let phrases = group.phrases.iter().map(|phrase| phrase::parse(phrase).unwrap());
        let texts = phrases.flat_map(|atoms| expansions(&atoms, &member));
        let dead = texts.map(|text| text.replace(" '", "'")).filter(|text| !is_alive(lexicon, text, index));
        dead.map(|text| format!("{}:{text}", group.id)).collect()
    }

    #[test]
    fn the_built_in_lexicon_is_free_of_mistakes() {
        assert_eq!(Lexicon::parse(TEXT).map(|_| ()), Ok(()));
    }

    #[test]
    fn no_phrase_is_out_of_reach() {
        let lexicon = Lexicon::built_in();
        let all: Vec<_> = lexicon.groups.iter().enumerate().flat_map(|group| dead(lexicon, group)).collect();
        assert!(all.is_empty(), "{all:#?}");
    }

    #[test]
    fn every_group_has_an_example_of_either_side() {
        for group in &Lexicon::built_in().groups {
            assert!(group.shields.is_some() && group.not.is_some(), "{}", group.id);
        }
    }

    #[test]
    fn all_mistakes_are_told() {
        let text = "[[group]]\nid = 'a'\neffect = 'deny'\nphrases = ['(b', '@c']\n\n[[group]]\nid = 'a'\neffect = 'deny'\nphrases = ['b']";
        let mistakes = Lexicon::parse(text).unwrap_err();
        let is = |test: fn(&LexiconMistake) -> bool| mistakes.iter().any(test);
        assert!(is(|m| matches!(m, LexiconMistake::Phrase { .. })));
        assert!(is(|m| matches!(m, LexiconMistake::UnknownClass { .. })));
        assert!(is(|m| matches!(m, LexiconMistake::DuplicateGroup(_))));
        assert!(is(|m| matches!(m, LexiconMistake::MissingClass("number"))));
    }

    #[test]
    fn groups_are_added_and_left_out() {
        let own = "[[group]]\nid = 'own'\neffect = 'hedge'\nphrases = ['methinks']";
        let own = super::read(own).unwrap().group;
        let lexicon = Lexicon::with(own, vec!["deny.not".to_owned()]).unwrap();
        assert!(lexicon.group_named("own").is_some());
        assert!(lexicon.group_named("deny.not").is_none() && lexicon.is_off("deny.not"));
    }
}
