//! Phrases put in their drawers, once a run.

use crate::bits::is_lead;
use crate::phrases::Phrases;
use crate::phrases::around::Around;
use crate::phrases::entry::Entry;
use crate::phrases::entry::Extent;
use crate::phrases::entry::rank;
use crate::phrases::filing::Crowds;
use crate::phrases::sieve::Sieve;
use crate::phrases::word::key;
use crate::phrases::word::slot;
use memchr::memmem::Finder;
use std::cmp::Ordering;

/// So many bits number the drawers at least: few enough for what is said of each to stay close to the processor.
pub(super) const LEAST: u32 = 12;

impl Phrases {
    /// Gathers phrases, each with the number by which it is told. An empty one is nowhere.
    pub fn new<'p>(phrases: impl IntoIterator<Item = (&'p str, u32)>) -> Phrases {
        let phrases: Vec<(&str, u32)> = phrases.into_iter().collect();
        let crowds = Crowds::of(phrases.iter().map(|(phrase, _)| *phrase));
        let mut all = Phrases::with_room(phrases.len());
        for (phrase, id) in phrases {
            match crowds.filing_word(phrase) {
                Some(lead) => all.add((phrase, id), lead),
                None if phrase.is_empty() => {}
                None => all.marks.push((Finder::new(phrase).into_owned(), id)),
            }
        }
        all.file();
        all
    }

    fn with_room(n_phrases: usize) -> Phrases {
        Phrases {
            text: Vec::new(),
            entries: Vec::with_capacity(n_phrases),
            shorter: vec![None; n_phrases],
            sieve: Sieve::empty(),
            ends: Vec::new(),
            width: width(n_phrases),
            has_others: false,
            marks: Vec::new(),
        }
    }

    /// Adds a phrase that has a filing word.
    fn add(&mut self, (phrase, id): (&str, u32), lead: u16) {
        let at = usize::from(lead);
        let words = &phrase[at..];
        let key = key(words);
        self.has_others |= words.as_bytes().first().is_some_and(|byte| is_lead(*byte));
        self.entries.push(Entry {
            key,
            around: Around::of(phrase.as_bytes(), at, key),
            start: number(self.text.len()),
            len: number(phrase.len()),
            lead,
            extent: Extent::of(phrase, lead, key),
            id,
        });
        self.text.extend_from_slice(phrase.as_bytes());
    }

    /// Puts all entries in their drawers.
    fn file(&mut self) {
        let mut entries = std::mem::take(&mut self.entries);
        entries.sort_unstable_by(|a, b| self.order(a, b));
        let mut n_entries = vec![0; 1 << self.width];
        for entry in &entries {
            self.sieve.keep(entry.key);
            n_entries[slot(entry.key, self.width)] += 1;
        }
        self.ends = ends(&n_entries);
        self.entries = entries;
        self.link();
    }

    /// By filing word, as the drawers lie, then by the bytes from it on, of which some are numbers.
    fn order(&self, one: &Entry, other: &Entry) -> Ordering {
        let words = rank(one.key, one.around).cmp(&rank(other.key, other.around));
        words.then_with(|| self.tail(one).cmp(self.tail(other)))
    }

    /// Ties the entries of each filing word, which are in order, to those they begin with.
    fn link(&mut self) {
        let mut shorter = std::mem::take(&mut self.shorter);
        let mut open: Vec<usize> = Vec::new();
        for (at, entry) in self.entries.iter().enumerate() {
            let begins = |other: usize| {
                let other = &self.entries[other];
                entry.key == other.key && self.tail(entry).starts_with(self.tail(other))
            };
            while open.pop_if(|other| !begins(*other)).is_some() {}
            shorter[at] = open.last().map(|other| number(*other));
            open.push(at);
        }
        self.shorter = shorter;
    }
}

/// How many bits number the drawers for so many phrases: about as many drawers as phrases.
fn width(n_phrases: usize) -> u32 {
    n_phrases.next_power_of_two().trailing_zeros().max(LEAST)
}

/// Where lists of so many items end that lie one behind the other.
fn ends(lengths: &[u32]) -> Vec<u32> {
    let ends = lengths.iter().scan(0, |end, length| {
        *end += length;
        Some(*end)
    });
    ends.collect()
}

/// A number of entries or bytes: phrases come from files of rules, which have fewer than that.
fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
