//! Counts work, so that tests can say how it grows with the text; outside of tests it is nothing.
//!
//! A clock on a busy machine tells little, and a sentence that takes a second too long is found by nobody
//! until it is written. What spends: the readers of quotations, dates and cues for each word or cue they look
//! at; in claims, every look at the mentions and the hits of a sentence through its scene; the loops over rules
//! and whole texts that must not run once a claim. Reading values has a law of its own (`value/laws.rs`).

#[cfg(test)]
use std::cell::Cell;

#[cfg(test)]
thread_local! {
    static SPENT: Cell<usize> = const { Cell::new(0) };
}

/// Counts `steps` of work.
#[inline(always)]
pub fn spend(#[cfg_attr(not(test), expect(unused_variables))] steps: usize) {
    #[cfg(test)]
    SPENT.with(|spent| spent.set(spent.get() + steps));
}

/// How many steps `work` takes in this thread.
#[cfg(test)]
pub fn of<T>(work: impl FnOnce() -> T) -> usize {
    let before = SPENT.with(Cell::get);
    work();
    SPENT.with(Cell::get) - before
}
