//! Dates that lie ahead: "the summit will be held in June" means the June to come.
//!
//! The reader of dates takes a month or a weekday without a year for the last one. Where the clause speaks
//! of the time to come, the reading that lies ahead goes first.

use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::value::Amount;
use crate::value::Value;
use std::ops::Range;

/// Words by which a clause speaks of the time to come.
const AHEAD: &[&str] = &[
    "will", "won't", "shall", "due", "planned", "scheduled", "slated", "expected", "upcoming", "next",
    "opens", "begins", "starts", "ends", "closes", "convenes", "meets", "gathers", "forthcoming", "coming",
];

/// Verbs of the past, which a date behind them belongs to.
const BEHIND: &[&str] = &[
    "took", "held", "happened", "occurred", "came", "began", "opened", "ended", "met", "signed", "struck",
    "reached", "announced", "left", "died", "won",
];

/// How far before a date the clause may speak of the time to come.
const REACH: usize = 10;

/// The date as it is meant where it stands.
pub fn as_meant(scene: &Scene<'_>, value: &Value, date: &Range<usize>) -> Value {
    let Some(today) = scene.document.date() else { return value.clone() };
    let Amount::Dates(periods) = &value.amount else { return value.clone() };
    if !is_ahead(scene, date) {
        return value.clone();
    }
    let mut periods = periods.clone();
    // The sort is stable: among readings that lie ahead, the likeliest stays the first.
    periods.sort_by_key(|period| period.end <= today);
    Value { amount: Amount::Dates(periods), ..value.clone() }
}

/// Whether the words before a date, or behind one that opens the sentence, speak of the time to come.
fn is_ahead(scene: &Scene<'_>, date: &Range<usize>) -> bool {
    let goes_on = |at: &usize| !scene.is(*at, BEHIND) && !scene.is(*at, grammar::SAYING);
    let is_told = |at: usize| scene.is(at, AHEAD);
    let mut before = (date.start.saturating_sub(REACH)..date.start).rev().take_while(goes_on);
    let mut behind = (date.end..date.end + REACH).take_while(goes_on);
    before.any(is_told) || date.start <= 1 && behind.any(is_told)
}
