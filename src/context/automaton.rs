//! All phrases of a lexicon in one automaton, run from every word of a sentence.
//!
//! Alternatives share what follows them, so the automaton is as long as the phrases are written, not
//! as their expansions would be. A phrase is bounded, so is the work at each word: a sentence takes
//! time in proportion to its length.

use crate::context::phrase::Atom;
use crate::context::word::Word;
use crate::context::word::WordId;
use crate::effort;
use crate::token::Kind;
use rustc_hash::FxHashMap;
use rustc_hash::FxHashSet;

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
    /// One of a set of words.
    Words(usize),
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

/// Where a phrase goes on after its first word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Entry {
    next: StateId,
    /// Whether the first word must begin the sentence.
    at_start: bool,
}

/// A place in a phrase, on the way through a sentence.
#[derive(Clone, Copy)]
struct Thread {
    state: StateId,
    skips: u8,
    owned: u64,
}

/// The phrases of a lexicon, ready to be looked for.
#[derive(Debug, Default)]
pub struct Automaton {
    states: Vec<State>,
    /// Sorted sets of words, for [`Symbol::Words`].
    sets: Vec<Vec<WordId>>,
    by_word: FxHashMap<WordId, Vec<Entry>>,
    by_class: Vec<(u32, Entry)>,
    numbers: Vec<Entry>,
    names: Vec<Entry>,
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
        self.index((start, false), &mut FxHashSet::default());
        true
    }

    /// Says which classes each word belongs to, and which of them holds the words for numbers.
    pub fn finish(&mut self, classes: Vec<u64>, number_class: u32) {
        for (class, entry) in std::mem::take(&mut self.by_class) {
            let members = classes.iter().enumerate().filter(|(_, bits)| *bits >> class & 1 == 1);
            members.for_each(|(id, _)| self.file(id as WordId, entry));
        }
        self.classes = classes;
        self.number_class = number_class;
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
            Atom::Word(word) => Some(self.words(vec![names.word(word)], next)),
            Atom::Class(class) => Some(self.push(State::Read(Symbol::Class(names.class(class)?), next))),
            Atom::Number => Some(self.push(State::Read(Symbol::Number, next))),
            Atom::Name => Some(self.name(next)),
            Atom::Gap(width) => Some(self.push(State::Skip(*width, next))),
            Atom::Start => Some(self.push(State::Start(next))),
            Atom::Either(branches) => self.either(branches, next, names),
        })
    }

    /// Branches of a single word become one state.
    fn either(&mut self, branches: &[Vec<Atom>], next: StateId, names: &mut impl Names) -> Option<StateId> {
        let (mut single, mut starts) = (Vec::new(), Vec::new());
        for branch in branches {
            match branch.as_slice() {
                [Atom::Word(word)] => single.push(names.word(word)),
                longer => starts.push(self.compile(longer, next, names)?),
            }
        }
        if !single.is_empty() {
            starts.push(self.words(single, next));
        }
        Some(self.push(State::Fork(starts)))
    }

    fn words(&mut self, mut ids: Vec<WordId>, next: StateId) -> StateId {
        ids.sort_unstable();
        self.sets.push(ids);
        self.push(State::Read(Symbol::Words(self.sets.len() - 1), next))
    }

    /// One to four words with a capital.
    fn name(&mut self, next: StateId) -> StateId {
        (0..4).fold(next, |after, _| {
            let either = if after == next { next } else { self.push(State::Fork(vec![after, next])) };
            self.push(State::Read(Symbol::Name, either))
        })
    }

    /// Files a phrase under each of its possible first words, each way into it once.
    fn index(&mut self, (at, at_start): (StateId, bool), seen: &mut FxHashSet<(StateId, bool)>) {
        if !seen.insert((at, at_start)) {
            return;
        }
        match self.states[at].clone() {
            State::Read(symbol, next) => self.index_symbol(symbol, Entry { next, at_start }),
            State::Start(next) => self.index((next, true), seen),
            State::Skip(_, next) => self.index((next, at_start), seen),
            State::Fork(nexts) => nexts.iter().for_each(|next| self.index((*next, at_start), seen)),
            State::End(_) => {}
        }
    }

    fn index_symbol(&mut self, symbol: Symbol, entry: Entry) {
        match symbol {
            Symbol::Words(set) => self.sets[set].clone().into_iter().for_each(|id| self.file(id, entry)),
            Symbol::Class(class) => self.by_class.push((class, entry)),
            Symbol::Number => self.numbers.push(entry),
            Symbol::Name => self.names.push(entry),
        }
    }

    fn file(&mut self, id: WordId, entry: Entry) {
        let entries = self.by_word.entry(id).or_default();
        if !entries.contains(&entry) {
            entries.push(entry);
        }
    }

    /// All phrases in `words`, by their first word; of one group from one word only the longest.
    pub fn find(&self, words: &[Word]) -> Vec<Hit> {
        let mut hits = Vec::new();
        let mut threads = [Vec::new(), Vec::new()];
        for (first, &word) in words.iter().enumerate() {
            let known = self.by_word.get(&word.id).into_iter().flatten();
            let numbers = self.is_number(word).then_some(&self.numbers).into_iter().flatten();
            let names = word.is_capitalised.then_some(&self.names).into_iter().flatten();
            for entry in known.chain(numbers).chain(names).filter(|entry| first == 0 || !entry.at_start) {
                threads[0].clear();
                self.enter(
                    Thread { state: entry.next, skips: u8::MAX, owned: 1 },
                    first + 1,
                    &mut threads[0],
                );
                self.run(words, first, &mut threads, &mut hits);
            }
        }
        hits
    }

    /// Follows the threads of one phrase from its second word on.
    fn run(&self, words: &[Word], first: usize, threads: &mut [Vec<Thread>; 2], hits: &mut Vec<Hit>) {
        let mut at = first + 1;
        while !threads[0].is_empty() {
            self.record(&threads[0], first, at, hits);
            let Some(&word) = words.get(at) else { return };
            let [now, next] = &mut *threads;
            next.clear();
            self.step(now, word, (at, first), next);
            threads.swap(0, 1);
            at += 1;
        }
    }

    /// Follows a thread to the states that read, skip or end.
    fn enter(&self, thread: Thread, at: usize, into: &mut Vec<Thread>) {
        match &self.states[thread.state] {
            State::Start(next) if at == 0 => self.enter(Thread { state: *next, ..thread }, at, into),
            State::Start(_) => {}
            State::Fork(nexts) => {
                if push_new(thread, into) {
                    nexts.iter().for_each(|next| self.enter(Thread { state: *next, ..thread }, at, into));
                }
            }
            State::Skip(width, next) => {
                self.enter(Thread { state: *next, skips: u8::MAX, ..thread }, at, into);
                let skips = if thread.skips == u8::MAX { *width } else { thread.skips };
                push_new(Thread { skips, ..thread }, into);
            }
            State::Read(..) | State::End(_) => {
                push_new(thread, into);
            }
        }
    }

    fn step(&self, threads: &[Thread], word: Word, (at, first): (usize, usize), after: &mut Vec<Thread>) {
        effort::spend(threads.len());
        for thread in threads {
            match self.states[thread.state] {
                State::Read(symbol, next) if self.reads(symbol, word) => {
                    let owned = thread.owned | 1u64.checked_shl((at - first) as u32).unwrap_or(0);
                    self.enter(Thread { state: next, skips: u8::MAX, owned }, at + 1, after);
                }
                State::Skip(..) if thread.skips > 0 && !stops_gap(word) => {
                    self.enter(Thread { skips: thread.skips - 1, ..*thread }, at + 1, after);
                }
                _ => {}
            }
        }
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
            Symbol::Words(set) => self.sets[set].binary_search(&word.id).is_ok(),
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

/// Adds a thread, and says whether it is the first in its place.
///
/// What comes after is the same for all in one place. Were all kept, a phrase of many gaps would take
/// time without bound.
fn push_new(thread: Thread, into: &mut Vec<Thread>) -> bool {
    effort::spend(1 + into.len());
    let is_new = into.iter().all(|other| (other.state, other.skips) != (thread.state, thread.skips));
    if is_new {
        into.push(thread);
    }
    is_new
}

/// A gap runs over words, numbers, hyphens and signs, never over what parts sentences or opens speech.
fn stops_gap(word: Word) -> bool {
    word.mark.is_some_and(|mark| {
        matches!(mark, ',' | ';' | ':' | '.' | '!' | '?' | '(' | ')' | '—' | '–' | '"' | '“' | '‘')
    })
}
