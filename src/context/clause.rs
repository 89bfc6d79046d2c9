//! Where clauses end, and what is inserted into them.
//!
//! No parser: marks and a few words. A boundary ends the reach of a cue; an insertion is stepped over
//! when reach is measured, and keeps its own cues to itself.

use crate::context::automaton::Hit;
use crate::context::lexicon::Class;
use crate::context::lexicon::Effect;
use crate::context::lexicon::Lexicon;
use crate::context::lexicon::Stop;
use crate::context::word::Word;
use crate::token::Kind;
use std::ops::Range;

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

/// Words inserted into a sentence, with the marks around them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insertion {
    /// Their indices.
    pub words: Range<usize>,
    /// What they are.
    pub kind: InsertionKind,
    /// The insertion they lie in.
    pub parent: Option<usize>,
}

/// What is inserted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InsertionKind {
    /// "(…)".
    Bracket,
    /// "— … —".
    Dash,
    /// ", which … ,".
    Relative,
    /// ", she said,".
    Speech,
    /// ", a bank in Oslo,".
    Apposition,
    /// A clause before the main one.
    Fronted,
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
        (is_coordination(lexicon, words, at), Marks::bit(Stop::Coordination)),
        (is(Class::Relative), Marks::bit(Stop::Relative)),
        (is(Class::Question), Marks::bit(Stop::Question)),
        (is(Class::Subordinator), Marks::bit(Stop::Subordinate)),
        (is(Class::Finite) && !is_owner(lexicon, words, at), Marks::bit(Stop::Verb)),
    ];
    flags.iter().filter(|(set, _)| *set).fold(0, |bits, (_, bit)| bits | bit)
}

/// "'s" is a verb after a pronoun only.
fn is_owner(lexicon: &Lexicon, words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    words[at].kind == Kind::Possessive && !before.is_some_and(|word| lexicon.is(*word, Class::Pronoun))
}

fn is_hard(lexicon: &Lexicon, words: &[Word], at: usize) -> bool {
    match words[at].mark {
        Some(';' | ':' | '(' | ')' | '—' | '.' | '!' | '?') => true,
        Some('–' | '-') => is_dash(words, at),
        _ => lexicon.is(words[at], Class::Hard),
    }
}

/// A dash has space about it, or is long; a hyphen touches both words.
fn is_dash(words: &[Word], at: usize) -> bool {
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
    let subject = &words[at + 1..at + 1 + verb];
    let is_broken = |word: &Word| {
        word.mark.is_some_and(|mark| mark != '-')
            || lexicon.is(*word, Class::Relative)
            || lexicon.is(*word, Class::Subordinator)
            || lexicon.is_any(*word, &["that"])
    };
    !subject.iter().any(is_broken)
}

/// What is inserted into a sentence, outer before inner.
pub fn insertions(lexicon: &Lexicon, words: &[Word], marks: &[Marks], hits: &[Hit]) -> Vec<Insertion> {
    let mut found = brackets(words);
    found.extend(dashes(words));
    found.extend(commas(lexicon, words, marks, hits));
    nest(found)
}

/// Sorts insertions and drops those that cross another.
fn nest(mut found: Vec<Insertion>) -> Vec<Insertion> {
    found.sort_by_key(|insertion| (insertion.words.start, usize::MAX - insertion.words.end));
    let mut nested: Vec<Insertion> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for mut insertion in found {
        while open.last().is_some_and(|&last| nested[last].words.end <= insertion.words.start) {
            open.pop();
        }
        if open.last().is_some_and(|&last| nested[last].words.end < insertion.words.end) {
            continue;
        }
        insertion.parent = open.last().copied();
        open.push(nested.len());
        nested.push(insertion);
    }
    nested
}

fn brackets(words: &[Word]) -> Vec<Insertion> {
    let mut open = None;
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        match (word.mark, open) {
            (Some('('), _) => open = Some(at),
            (Some(')'), Some(start)) => {
                found.push(insertion(start..at + 1, InsertionKind::Bracket));
                open = None;
            }
            _ => {}
        }
    }
    found
}

fn insertion(words: Range<usize>, kind: InsertionKind) -> Insertion {
    Insertion { words, kind, parent: None }
}

/// How many words two dashes may hold between them.
const BETWEEN_DASHES: usize = 30;

fn dashes(words: &[Word]) -> Vec<Insertion> {
    let mut open: Option<usize> = None;
    let mut found = Vec::new();
    for at in (0..words.len()).filter(|&at| is_dash(words, at)) {
        match open {
            Some(start) if at - start <= BETWEEN_DASHES => {
                found.push(insertion(start..at + 1, InsertionKind::Dash));
                open = None;
            }
            _ => open = Some(at),
        }
    }
    found
}

/// How many words a stretch between commas may hold to be an insertion.
const BETWEEN_COMMAS: usize = 14;
/// How many words a clause before the main one may hold.
const FRONTED: usize = 30;

fn commas(lexicon: &Lexicon, words: &[Word], marks: &[Marks], hits: &[Hit]) -> Vec<Insertion> {
    let commas: Vec<usize> = (0..words.len()).filter(|&at| marks[at].is(Stop::Comma)).collect();
    let mut found = Vec::new();
    let mut next = 0;
    if let Some(end) = fronted(lexicon, words, &commas) {
        found.push(insertion(0..end + 1, InsertionKind::Fronted));
        next = 1;
    }
    while let Some(&start) = commas.get(next) {
        let hard = (start + 1..words.len()).take(FRONTED).find(|&at| marks[at].is_hard());
        let end = commas.get(next + 1).copied().filter(|&end| hard.is_none_or(|hard| end < hard));
        match between(lexicon, words, start..end.unwrap_or(words.len()), hits) {
            Some(InsertionKind::Relative) => {
                let end = end.map(|end| end + 1).or(hard).unwrap_or(words.len());
                found.push(insertion(start..end, InsertionKind::Relative));
                next += 2;
            }
            Some(kind) if end.is_some_and(|end| end - start <= BETWEEN_COMMAS) => {
                found.push(insertion(start..end.unwrap_or(start) + 1, kind));
                next += 2;
            }
            _ => next += 1,
        }
    }
    found
}

/// The comma that ends a clause before the main one.
fn fronted(lexicon: &Lexicon, words: &[Word], commas: &[usize]) -> Option<usize> {
    let opens = words.iter().position(|word| word.mark.is_none())?;
    let end = *commas.first()?;
    (lexicon.is(words[opens], Class::Fronting) && end <= FRONTED).then_some(end)
}

/// What the words between two commas are.
fn between(lexicon: &Lexicon, words: &[Word], part: Range<usize>, hits: &[Hit]) -> Option<InsertionKind> {
    let first = *words.get(part.start + 1)?;
    if lexicon.is(first, Class::Relative) {
        return Some(InsertionKind::Relative);
    }
    let after = words.get(part.end + 1);
    let joins = |word: &Word| lexicon.is_any(*word, &["and", "or", "but", "nor"]);
    if joins(&first) || after.is_some_and(joins) || part.len() > BETWEEN_COMMAS {
        return None;
    }
    let from = hits.partition_point(|hit| hit.first < part.start);
    let inside = hits[from..].iter().take_while(|hit| hit.first < part.end);
    let says = |hit: &Hit| lexicon.groups.get(hit.group).is_some_and(|group| is_speech(group.effect));
    if inside.clone().any(says) {
        return Some(InsertionKind::Speech);
    }
    let has_verb = words[part.start + 1..part.end]
        .iter()
        .any(|word| word.kind != Kind::Possessive && lexicon.is(*word, Class::Finite));
    (!has_verb).then_some(InsertionKind::Apposition)
}

fn is_speech(effect: Effect) -> bool {
    matches!(effect, Effect::Say | Effect::Confirm | Effect::Claim)
}
