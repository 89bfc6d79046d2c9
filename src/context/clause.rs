//! Where clauses end.
//!
//! No parser: marks and a few words. A boundary ends the reach of a cue.

use crate::context::class::Class;
use crate::context::group::Stop;
use crate::context::lexicon::Lexicon;
use crate::context::word::Word;
use crate::token::Kind;

/// What ends a reach at a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    bits: u8,
}

impl Marks {
    const HARD: u8 = 1;

    fn bit(stop: Stop) -> u8 {
        match stop {
            Stop::Comma => 2,
            Stop::Coordination => 4,
            Stop::Relative => 8,
            Stop::Question => 16,
            Stop::Subordinate => 32,
            Stop::Verb => 64,
            Stop::Clause => 128,
        }
    }

    /// Whether it ends every reach.
    pub fn is_hard(self) -> bool {
        self.bits & Marks::HARD != 0
    }

    /// Whether it is `stop`.
    pub fn is(self, stop: Stop) -> bool {
        self.bits & Marks::bit(stop) != 0
    }
}

/// What ends a reach at each word.
pub fn marks(lexicon: &Lexicon, words: &[Word]) -> Vec<Marks> {
    (0..words.len()).map(|at| Marks { bits: bits(lexicon, words, at) }).collect()
}

fn bits(lexicon: &Lexicon, words: &[Word], at: usize) -> u8 {
    let word = words[at];
    let is = |class| lexicon.is(word, class);
    let flags = [
        (is_hard(lexicon, words, at), Marks::HARD),
        (is_comma(words, at), Marks::bit(Stop::Comma)),
        (is_coordination(lexicon, words, at) || is_turn(lexicon, words, at), Marks::bit(Stop::Coordination)),
        (is_coordination(lexicon, words, at) && follows_comma(words, at), Marks::bit(Stop::Clause)),
        (is(Class::Relative), Marks::bit(Stop::Relative)),
        (is(Class::Question), Marks::bit(Stop::Question)),
        (is(Class::Subordinator), Marks::bit(Stop::Subordinate)),
        (is(Class::Finite) && !is_owner(lexicon, words, at), Marks::bit(Stop::Verb)),
    ];
    flags.iter().filter(|(set, _)| *set).fold(0, |bits, (_, bit)| bits | bit)
}

fn follows_comma(words: &[Word], at: usize) -> bool {
    at > 0 && words[at - 1].mark == Some(',')
}

/// ", only the docks": what is denied ends where something else is let in.
fn is_turn(lexicon: &Lexicon, words: &[Word], at: usize) -> bool {
    follows_comma(words, at) && lexicon.is_any(words[at], &["only", "merely", "just", "rather"])
}

/// "'s" is a verb after a pronoun only.
fn is_owner(lexicon: &Lexicon, words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    words[at].kind == Kind::Possessive && !before.is_some_and(|word| lexicon.is(*word, Class::Pronoun))
}

fn is_hard(lexicon: &Lexicon, words: &[Word], at: usize) -> bool {
    match words[at].mark {
        Some(';' | ':' | '(' | ')' | '—' | '!' | '?') => true,
        // Any other full stop within a sentence ends an abbreviation.
        Some('.') => words.get(at + 1).is_some_and(|next| matches!(next.mark, Some('”' | '"' | '’'))),
        Some('–' | '-') => is_dash(words, at),
        _ => lexicon.is(words[at], Class::Hard),
    }
}

/// A dash has space about it, or is long; a hyphen touches both words.
pub fn is_dash(words: &[Word], at: usize) -> bool {
    let touches = |left: Option<&Word>, right: Option<&Word>| {
        left.zip(right).is_some_and(|(left, right)| left.span.end() == right.span.start())
    };
    match words[at].mark {
        Some('—') => true,
        Some('–' | '-') => {
            let before = at.checked_sub(1).and_then(|before| words.get(before));
            !touches(before, words.get(at)) && !touches(words.get(at), words.get(at + 1))
        }
        _ => false,
    }
}

/// A comma, but not the one in "Nov. 18, 2023".
fn is_comma(words: &[Word], at: usize) -> bool {
    let is_number = |word: Option<&Word>| word.is_some_and(|word| word.kind == Kind::Number);
    let in_date = at > 0
        && is_number(words.get(at - 1))
        && is_number(words.get(at + 1))
        && words.get(at + 1).is_some_and(|year| year.span.len() == 4);
    words[at].mark == Some(',') && !in_date
}

/// How many words the last but one entry of a list may have.
const ENTRY: usize = 4;

/// "Oslo, Bergen and Trondheim joined": the words between comma and "and" hold no verb.
fn is_list(lexicon: &Lexicon, words: &[Word], and: usize) -> bool {
    let entry = words[..and].iter().rev().take(ENTRY + 1);
    let mut entry = entry.take_while(|word| !lexicon.is(**word, Class::Finite));
    let comma = entry.position(|word| word.mark == Some(','));
    comma.is_some_and(|n_words| n_words > 0)
}

/// How far from "and" the verb of its clause may stand.
const COORDINATED: usize = 6;

/// "and" before a new subject with its verb, or before a verb.
fn is_coordination(lexicon: &Lexicon, words: &[Word], at: usize) -> bool {
    if !lexicon.is(words[at], Class::Joining) {
        return false;
    }
    let verb = words
        .iter()
        .skip(at + 1)
        .take(COORDINATED)
        .position(|word| word.kind != Kind::Possessive && lexicon.is(*word, Class::Finite));
    let Some(verb) = verb else { return false };
    if is_list(lexicon, words, at) {
        return false;
    }
    let subject = &words[at + 1..at + 1 + verb];
    let is_broken = |word: &Word| {
        word.mark.is_some_and(|mark| mark != '-')
            || lexicon.is(*word, Class::Relative)
            || lexicon.is(*word, Class::Subordinator)
            || lexicon.is_any(*word, &["that"])
    };
    !subject.iter().any(is_broken)
}
