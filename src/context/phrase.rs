//! The small language in which the lexicon writes its phrases.
//!
//! ```text
//! word            that word, whatever its case        (a|b c|)   one of these; an empty one may be left out
//! ..3             up to three words, none of them a mark
//! @be             a word of the class `be`            @num       a number        @name   a name
//! ^               only where a sentence begins
//! ```

use crate::context::word::pieces;
use crate::span::Span;
use crate::token;

/// One element of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Atom {
    /// A word in small letters.
    Word(String),
    /// A word of a class.
    Class(String),
    /// A number in digits or words.
    Number,
    /// One to four words with a capital.
    Name,
    /// Up to so many words.
    Gap(u8),
    /// The beginning of a sentence.
    Start,
    /// One of several.
    Either(Vec<Vec<Atom>>),
}

/// Why a phrase cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhraseError {
    /// A bracket is missing.
    #[error("each `(` needs its `)`")]
    Unbalanced,
    /// A gap without a number.
    #[error("a gap is written `..` and a number from 1 to 20")]
    BadGap,
    /// More gaps than can be followed in bounded time.
    #[error("the gaps of a phrase have room for up to 40 words in all")]
    TooWide,
    /// Brackets within brackets within brackets.
    #[error("brackets may lie in one another up to eight deep")]
    TooDeep,
    /// A phrase of nothing but gaps, or with one at its start.
    #[error("a phrase begins with a word")]
    NoWord,
}

/// The widest gap a phrase may have.
const WIDEST_GAP: u8 = 20;
/// How many words all gaps of a phrase together may skip: work at each word grows with the square of it.
const MOST_SKIPPED: usize = 40;
/// How deep brackets may lie in one another.
const DEEPEST: usize = 8;

/// Reads a phrase.
pub fn parse(phrase: &str) -> Result<Vec<Atom>, PhraseError> {
    let mut parser = Parser { rest: phrase, depth: 0 };
    let atoms = parser.sequence()?;
    if !parser.rest.is_empty() {
        return Err(PhraseError::Unbalanced);
    }
    match atoms.iter().find(|atom| **atom != Atom::Start) {
        None | Some(Atom::Gap(_)) => Err(PhraseError::NoWord),
        Some(_) if skipped(&atoms) > MOST_SKIPPED => Err(PhraseError::TooWide),
        Some(_) => Ok(atoms),
    }
}

/// How many words the gaps of a phrase skip in all.
fn skipped(atoms: &[Atom]) -> usize {
    let of = |atom: &Atom| match atom {
        Atom::Gap(width) => usize::from(*width),
        Atom::Either(branches) => branches.iter().map(|branch| skipped(branch)).sum(),
        Atom::Word(_) | Atom::Class(_) | Atom::Number | Atom::Name | Atom::Start => 0,
    };
    atoms.iter().map(of).sum()
}

/// The classes that a phrase calls by name.
pub fn classes(atoms: &[Atom]) -> Vec<&str> {
    atoms.iter().flat_map(classes_of).collect()
}

fn classes_of(atom: &Atom) -> Vec<&str> {
    match atom {
        Atom::Class(name) => vec![name],
        Atom::Either(branches) => branches.iter().flat_map(|branch| classes(branch)).collect(),
        Atom::Word(_) | Atom::Number | Atom::Name | Atom::Gap(_) | Atom::Start => Vec::new(),
    }
}

struct Parser<'p> {
    rest: &'p str,
    depth: usize,
}

impl Parser<'_> {
    /// Reads up to a bar, a closing bracket or the end.
    fn sequence(&mut self) -> Result<Vec<Atom>, PhraseError> {
        let mut atoms = Vec::new();
        loop {
            self.rest = self.rest.trim_start();
            match self.rest.chars().next() {
                None | Some('|' | ')') => return Ok(atoms),
                Some('(') => atoms.push(self.either()?),
                Some(_) => self.word(&mut atoms)?,
            }
        }
    }

    fn either(&mut self) -> Result<Atom, PhraseError> {
        let mut branches = Vec::new();
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(PhraseError::TooDeep);
        }
        loop {
            self.rest = &self.rest[1..];
            branches.push(self.sequence()?);
            match self.rest.chars().next() {
                Some('|') => {}
                Some(_) => break,
                None => return Err(PhraseError::Unbalanced),
            }
        }
        self.rest = &self.rest[1..];
        self.depth -= 1;
        Ok(Atom::Either(branches))
    }

    fn word(&mut self, atoms: &mut Vec<Atom>) -> Result<(), PhraseError> {
        let end = self.rest.find([' ', '(', '|', ')']).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        match word {
            "^" => atoms.push(Atom::Start),
            "@num" => atoms.push(Atom::Number),
            "@name" => atoms.push(Atom::Name),
            _ if word.starts_with('@') => atoms.push(Atom::Class(word[1..].to_owned())),
            _ if word.starts_with("..") => atoms.push(gap(&word[2..])?),
            // As nearly all are; "cannot" is two words.
            _ if word.bytes().all(|byte| byte.is_ascii_lowercase()) && word != "cannot" => {
                atoms.push(Atom::Word(word.to_owned()));
            }
            _ => atoms.extend(literal(word)),
        }
        Ok(())
    }
}

fn gap(digits: &str) -> Result<Atom, PhraseError> {
    match digits.parse::<u8>() {
        Ok(width) if (1..=WIDEST_GAP).contains(&width) => Ok(Atom::Gap(width)),
        _ => Err(PhraseError::BadGap),
    }
}

/// A literal word, cut up as the words of an article are: "can't" is "can" and "n't".
fn literal(word: &str) -> Vec<Atom> {
    let tokens = token::split(word, Span::new(0, word.len()));
    tokens.iter().flat_map(|token| pieces(word, *token)).map(|(text, _)| Atom::Word(text)).collect()
}

#[cfg(test)]
mod tests {
    use super::Atom;
    use super::PhraseError;
    use super::literal;
    use super::parse;

    fn word(text: &str) -> Atom {
        Atom::Word(text.to_owned())
    }

    #[test]
    fn branches_nest_and_may_be_empty() {
        let inner = Atom::Either(vec![vec![word("b")], vec![]]);
        let outer = Atom::Either(vec![vec![word("a"), inner], vec![word("c")]]);
        assert_eq!(parse("(a (b|)|c) d"), Ok(vec![outer, word("d")]));
    }

    #[test]
    fn contractions_are_cut_up() {
        assert_eq!(parse("can't"), Ok(vec![word("can"), word("n't")]));
    }

    #[test]
    fn plain_words_are_those_of_an_article() {
        for text in ["harbour", "cannot", "can't", "u.s.", "co-op", "NATO", "é"] {
            let words = literal(text);
            assert_eq!(parse(text), Ok(words), "{text}");
        }
    }

    #[test]
    fn gaps_have_a_number() {
        assert_eq!(parse("put ..3 at"), Ok(vec![word("put"), Atom::Gap(3), word("at")]));
        assert_eq!(parse("put .. at"), Err(PhraseError::BadGap));
        assert_eq!(parse("put ..99 at"), Err(PhraseError::BadGap));
        assert_eq!(parse("put ..20 at ..20 by (..1 in|)"), Err(PhraseError::TooWide));
    }

    #[test]
    fn brackets_are_balanced() {
        assert_eq!(parse("(a|b"), Err(PhraseError::Unbalanced));
        assert_eq!(parse("a|b)"), Err(PhraseError::Unbalanced));
        assert_eq!(parse(&"(".repeat(100_000)), Err(PhraseError::TooDeep));
    }

    #[test]
    fn a_phrase_begins_with_a_word() {
        assert_eq!(parse("..3 a"), Err(PhraseError::NoWord));
        assert_eq!(parse("^"), Err(PhraseError::NoWord));
    }
}
