//! Which cues of a sentence count, where several share words.
//!
//! The longest wins: "did not say whether" leaves a claim open and its "not" denies nothing; "not
//! only" is no cue at all. A cue that looks back leaves alone one that looks ahead, for they speak of
//! different claims: in "the contract is not for open networks" there is both an "is not" and a "not".

use crate::context::automaton::Hit;
use crate::context::group::Claims;
use crate::context::group::Effect;
use crate::context::group::Group;
use crate::context::lexicon::Lexicon;
use crate::effort;

/// Leaves only the cues that count; `hits` are in the order of their first words.
pub fn swallow(lexicon: &Lexicon, hits: &[Hit]) -> Vec<Hit> {
    let is_free = |at: &usize| !near(hits, *at).any(|other| swallows(lexicon, &hits[other], &hits[*at]));
    (0..hits.len()).filter(is_free).map(|at| hits[at]).collect()
}

/// A phrase is no longer than this, so neither is the stretch in which two of them can meet.
const LONGEST: usize = 64;

fn near(hits: &[Hit], at: usize) -> impl Iterator<Item = usize> {
    let (first, end) = (hits[at].first, hits[at].end);
    let from = hits.partition_point(|hit| hit.first + LONGEST < first);
    let to = hits.partition_point(|hit| hit.first < end);
    effort::spend(to.saturating_sub(from));
    (from..to).filter(move |&other| other != at)
}

fn swallows(lexicon: &Lexicon, large: &Hit, small: &Hit) -> bool {
    let (Some(over), Some(under)) = (lexicon.groups.get(large.group), lexicon.groups.get(small.group)) else {
        return false;
    };
    let (mine, its) = (owned(large, small), small.owned);
    if mine & its == 0 {
        return false;
    }
    if over.effect == Effect::Idiom {
        return under.effect != Effect::Idiom && !is_longer(small, large);
    }
    if (large.first, mine) == (small.first, its) && is_denial(over.effect) && is_denial(under.effect) {
        // The same words deny once, whichever group lists them.
        return large.group < small.group;
    }
    mine & its == its && is_longer(large, small) && is_of_same(over, under) && is_rival(over, under)
}

/// A cue that speaks of plans alone leaves the others to speak of the rest.
fn is_of_same(over: &Group, under: &Group) -> bool {
    over.nature.is_none() || over.nature == under.nature
}

fn is_denial(effect: Effect) -> bool {
    matches!(effect, Effect::Deny | Effect::DenyByOthers | Effect::Falsify)
}

/// The words that `large` names, counted from the first word of `small`.
fn owned(large: &Hit, small: &Hit) -> u64 {
    let by = large.first.abs_diff(small.first) as u32;
    if large.first <= small.first {
        large.owned.checked_shr(by).unwrap_or(0)
    } else {
        large.owned.checked_shl(by).unwrap_or(0)
    }
}

fn is_longer(large: &Hit, small: &Hit) -> bool {
    large.owned.count_ones() > small.owned.count_ones()
}

/// Whether the words can only mean one of the two.
fn is_rival(over: &Group, under: &Group) -> bool {
    let takes_all = matches!(
        over.effect,
        Effect::Insinuate
            | Effect::Presuppose
            | Effect::Imply
            | Effect::Open
            | Effect::Uphold
            | Effect::Falsify
    );
    let ahead =
        |claims: Claims| matches!(claims, Claims::After | Claims::Either | Claims::Inside | Claims::Phrase);
    let back = |claims: Claims| matches!(claims, Claims::Before | Claims::Either);
    let is_speech = matches!(under.effect, Effect::Say | Effect::Confirm | Effect::Claim);
    // "has not corrected her statement that": the speech stays, whatever becomes of the correction.
    if over.effect == Effect::Retract && is_speech {
        return false;
    }
    takes_all && over.claims != Claims::Before
        || ahead(over.claims) && ahead(under.claims)
        || back(over.claims) && back(under.claims)
        || over.claims == under.claims
}
