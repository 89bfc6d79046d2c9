//! What is inserted into a sentence: brackets, dashes, relative clauses, speech, appositions, and clauses
//! before the main one.
//!
//! An insertion is stepped over when reach is measured, and keeps its own cues to itself.

use crate::context::automaton::Hit;
use crate::context::class::Class;
use crate::context::clause::Marks;
use crate::context::clause::is_dash;
use crate::context::group::Effect;
use crate::context::group::Stop;
use crate::context::lexicon::Lexicon;
use crate::context::word::Word;
use crate::token::Kind;
use std::ops::Range;

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
    let front = front(lexicon, words, &commas);
    let mut next = front.len().min(commas.len());
    found.extend(front);
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

/// The clause before the main one, and what tells of its last noun: "Contrary to the map, which says 12, it".
fn front(lexicon: &Lexicon, words: &[Word], commas: &[usize]) -> Vec<Insertion> {
    let Some(end) = fronted(lexicon, words, commas) else { return Vec::new() };
    let is_told = words.get(end + 1).is_some_and(|word| lexicon.is(*word, Class::Relative));
    let close = commas.get(1).copied().filter(|close| is_told && close - end <= BETWEEN_COMMAS);
    let whole = insertion(0..close.unwrap_or(end) + 1, InsertionKind::Fronted);
    let told = close.map(|close| insertion(end..close + 1, InsertionKind::Relative));
    std::iter::once(whole).chain(told).collect()
}

/// The comma that ends a clause before the main one.
fn fronted(lexicon: &Lexicon, words: &[Word], commas: &[usize]) -> Option<usize> {
    let opens = words.iter().position(|word| word.mark.is_none())?;
    let end = *commas.first()?;
    // "At least twelve people died, she said" opens with its subject; "At no point, she said, did it"
    // denies what follows.
    let second = words.get(opens + 1).copied();
    let is_bound = second
        .is_some_and(|word| lexicon.is_any(word, &["least", "most", "many", "much", "few", "no", "neither"]));
    (lexicon.is(words[opens], Class::Fronting) && !is_bound && end <= FRONTED).then_some(end)
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
    // "The hall, built as a pool, is dry": a participle, which tells what became of it.
    let is_participle = lexicon.is(first, Class::Founding);
    let has_verb = words[part.start + 1 + usize::from(is_participle)..part.end]
        .iter()
        .any(|word| word.kind != Kind::Possessive && lexicon.is(*word, Class::Finite));
    (!has_verb).then_some(InsertionKind::Apposition)
}

fn is_speech(effect: Effect) -> bool {
    matches!(effect, Effect::Say | Effect::Confirm | Effect::Claim)
}
