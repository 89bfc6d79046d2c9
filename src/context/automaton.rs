//! All phrases of a lexicon in one automaton, run from every word of a sentence.
//!
//! Alternatives share what follows them, so the automaton is as long as the phrases are written, not
//! as their expansions would be. A phrase is bounded, so is the work at each word: a sentence takes
//! time in proportion to its length.

use crate::context::phrase::Atom;
use crate::context::word::Word;
use crate::context::word::WordId;
use crate::token::Kind;
use std::collections::HashMap;

/// The index of a group in its lexicon.
pub type GroupIndex = usize;
type StateId = usize;

/// Words that a phrase matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The group of the phrase.
    pub group: GroupIndex,
    /// The index of its first word.
    pub first: usize,
    /// The index after its last word.
    pub end: usize,
    /// Which of its words the phrase names, a bit each from the first; the others fill its gaps.
    pub owned: u64,
}

/// What a state reads.
#[derive(Clone, Copy, Debug)]
enum Symbol {
    Word(WordId),
    Class(u32),
    Number,
    Name,
}

#[derive(Clone, Debug)]
enum State {
    Read(Symbol, StateId),
    Skip(u8, StateId),
    Start(StateId),
    Fork(Vec<StateId>),
    End(GroupIndex),
}

/// A place in a phrase, on the way through a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Thread {
    state: StateId,
    skips: u8,
    owned: u64,
}

/// The phrases of a lexicon, ready to be looked for.
#[derive(Debug, Default)]
pub struct Automaton {
    states: Vec<State>,
    by_word: HashMap<WordId, Vec<StateId>>,
    numbers: Vec<StateId>,
    names: Vec<StateId>,
    /// For each word a bit for each class it belongs to.
    classes: Vec<u64>,
    number_class: u32,
}

/// How the atoms of a phrase are looked up while it is added.
pub trait Names {
    /// The number of a word.
    fn word(&mut self, word: &str) -> WordId;
    /// The number of a class, if there is one of that name.
    fn class(&self, class: &str) -> Option<u32>;
}

impl Automaton {
    /// Adds a phrase of `group`; false where it names an unknown class.
    pub fn add(&mut self, atoms: &[Atom], group: GroupIndex, names: &mut impl Names) -> bool {
        let end = self.push(State::End(group));
        let Some(start) = self.compile(atoms, end, names) else { return false };
        self.index(start, start);
        true
    }

    /// Says which classes each word belongs to, and which of them holds the words for numbers.
    pub fn finish(&mut self, classes: Vec<u64>, number_class: u32) {
        self.classes = classes;
        self.number_class = number_class;
        let firsts: Vec<StateId> = self.by_word.remove(&0).unwrap_or_default();
        for start in firsts {
            self.index_classes(start, start);
        }
    }

    /// Whether `word` belongs to the class of that number.
    pub fn is_in(&self, word: Word, class: u32) -> bool {
        self.classes.get(word.id as usize).is_some_and(|bits| bits >> class & 1 == 1)
    }

    fn push(&mut self, state: State) -> StateId {
        self.states.push(state);
        self.states.len() - 1
    }

    /// Compiles from the back, so each state knows the next.
    fn compile(&mut self, atoms: &[Atom], next: StateId, names: &mut impl Names) -> Option<StateId> {
        atoms.iter().rev().try_fold(next, |next, atom| match atom {
            Atom::Word(word) => {
                let id = names.word(word);
                Some(self.push(State::Read(Symbol::Word(id), next)))
            }
            Atom::Class(class) => Some(self.push(State::Read(Symbol::Class(names.class(class)?), next))),
            Atom::Number => Some(self.push(State::Read(Symbol::Number, next))),
            Atom::Name => Some(self.name(next)),
            Atom::Gap(width) => Some(self.push(State::Skip(*width, next))),
            Atom::Start => Some(self.push(State::Start(next))),
            Atom::Either(branches) => {
                let starts: Option<Vec<_>> =
                    branches.iter().map(|branch| self.compile(branch, next, names)).collect();
                Some(self.push(State::Fork(starts?)))
            }
        })
    }

    /// One to four words with a capital.
    fn name(&mut self, next: StateId) -> StateId {
        (0..4).fold(next, |after, _| {
            let either = if after == next { next } else { self.push(State::Fork(vec![after, next])) };
            self.push(State::Read(Symbol::Name, either))
        })
    }

    /// Files the phrase that begins at `start` under each of its possible first words.
    fn index(&mut self, start: StateId, at: StateId) {
        match self.states[at].clone() {
            State::Read(Symbol::Word(id), _) => self.file(id, start),
            // Classes are filled when all words are known; until then they wait under zero.
            State::Read(Symbol::Class(_), _) => self.file(0, start),
            State::Read(Symbol::Number, _) => self.numbers.push(start),
            State::Read(Symbol::Name, _) => self.names.push(start),
            State::Start(next) | State::Skip(_, next) => self.index(start, next),
            State::Fork(nexts) => nexts.iter().for_each(|next| self.index(start, *next)),
            State::End(_) => {}
        }
    }

    fn file(&mut self, id: WordId, start: StateId) {
        let starts = self.by_word.entry(id).or_default();
        if !starts.contains(&start) {
            starts.push(start);
        }
    }

    fn index_classes(&mut self, start: StateId, at: StateId) {
        match self.states[at].clone() {
            State::Read(Symbol::Class(class), _) => {
                let members = self.classes.iter().enumerate().filter(|(_, bits)| *bits >> class & 1 == 1);
                let members: Vec<_> = members.map(|(id, _)| id as WordId).collect();
                members.into_iter().for_each(|id| self.file(id, start));
            }
            State::Start(next) | State::Skip(_, next) => self.index_classes(start, next),
            State::Fork(nexts) => nexts.iter().for_each(|next| self.index_classes(start, *next)),
            State::Read(..) | State::End(_) => {}
        }
    }

    /// All phrases in `words`, by their first word; of one group from one word only the longest.
    pub fn find(&self, words: &[Word]) -> Vec<Hit> {
        let mut hits = Vec::new();
        for first in 0..words.len() {
            let known = if words[first].id == 0 { None } else { self.by_word.get(&words[first].id) };
            let known = known.into_iter().flatten();
            let numbers = self.is_number(words[first]).then_some(&self.numbers).into_iter().flatten();
            let names = words[first].is_capitalised.then_some(&self.names).into_iter().flatten();
            for &start in known.chain(numbers).chain(names) {
                self.run(words, first, start, &mut hits);
            }
        }
        hits
    }

    fn run(&self, words: &[Word], first: usize, start: StateId, hits: &mut Vec<Hit>) {
        let mut threads = Vec::new();
        let mut at = first;
        self.enter(Thread { state: start, skips: u8::MAX, owned: 0 }, at, &mut threads);
        while !threads.is_empty() {
            self.record(&threads, first, at, hits);
            let Some(&word) = words.get(at) else { return };
            threads = self.step(&threads, word, at, first);
            at += 1;
        }
    }

    /// Follows a thread to the states that read, skip or end.
    fn enter(&self, thread: Thread, at: usize, into: &mut Vec<Thread>) {
        match &self.states[thread.state] {
            State::Start(next) if at == 0 => self.enter(Thread { state: *next, ..thread }, at, into),
            State::Start(_) => {}
            State::Fork(nexts) => {
                nexts.iter().for_each(|next| self.enter(Thread { state: *next, ..thread }, at, into));
            }
            State::Skip(width, next) => {
                self.enter(Thread { state: *next, skips: u8::MAX, ..thread }, at, into);
                let skips = if thread.skips == u8::MAX { *width } else { thread.skips };
                push_new(Thread { skips, ..thread }, into);
            }
            State::Read(..) | State::End(_) => push_new(thread, into),
        }
    }

    fn step(&self, threads: &[Thread], word: Word, at: usize, first: usize) -> Vec<Thread> {
        let mut after = Vec::new();
        for thread in threads {
            match self.states[thread.state] {
                State::Read(symbol, next) if self.reads(symbol, word) => {
                    let owned = thread.owned | 1u64.checked_shl((at - first) as u32).unwrap_or(0);
                    self.enter(Thread { state: next, skips: u8::MAX, owned }, at + 1, &mut after);
                }
                State::Skip(..) if thread.skips > 0 && !stops_gap(word) => {
                    self.enter(Thread { skips: thread.skips - 1, ..*thread }, at + 1, &mut after);
                }
                _ => {}
            }
        }
        after
    }

    fn record(&self, threads: &[Thread], first: usize, end: usize, hits: &mut Vec<Hit>) {
        for thread in threads {
            if let State::End(group) = self.states[thread.state] {
                let hit = Hit { group, first, end, owned: thread.owned };
                let same = hits.iter_mut().rev().take_while(|h| h.first == first).find(|h| h.group == group);
                match same {
                    Some(known) if known.end < end => *known = hit,
                    Some(_) => {}
                    None => hits.push(hit),
                }
            }
        }
    }

    fn reads(&self, symbol: Symbol, word: Word) -> bool {
        match symbol {
            Symbol::Word(id) => word.id == id,
            Symbol::Class(class) => self.is_in(word, class),
            Symbol::Number => self.is_number(word),
            Symbol::Name => word.is_capitalised,
        }
    }

    /// Whether `word` is a number, in digits or in letters.
    pub fn is_number(&self, word: Word) -> bool {
        word.kind == Kind::Number || self.is_in(word, self.number_class)
    }
}

fn push_new(thread: Thread, into: &mut Vec<Thread>) {
    if !into.contains(&thread) {
        into.push(thread);
    }
}

/// A gap runs over words, numbers, hyphens and signs, never over what parts sentences or opens speech.
fn stops_gap(word: Word) -> bool {
    word.mark.is_some_and(|mark| {
        matches!(mark, ',' | ';' | ':' | '.' | '!' | '?' | '(' | ')' | '—' | '–' | '"' | '“' | '‘')
    })
}
