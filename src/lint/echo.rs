//! The truth behind a claim where nothing binds it: "Asked again, she said ten.", "It was the Ninth."
//!
//! An echo is good for evidence only, and only where it is the truth.

use crate::claim::Claim;
use crate::claim::Observed;
use crate::fact::Fact;
use crate::fact::Holder;
use crate::fact::Kind as FactKind;
use crate::fact::Rules;
use crate::lint::seen::Seen;
use crate::span::Span;
use crate::value::Kind;
use crate::value::Scope;
use crate::value::Value;
use crate::verdict::compare;
use crate::verdict::compare::Comparison;
use crate::verdict::moment::Moment;
use std::ops::RangeInclusive;

/// How many sentences after a claim an echo of the truth is looked for.
const ECHOES: usize = 2;
/// More values than this behind a claim are a list, in which nothing is said again.
const MOST_ECHOES: usize = 30;
/// A word shorter than this says too little.
const SHORTEST: usize = 3;

/// Bare values and words behind `claim` that are the truth.
pub(crate) fn of(seen: &Seen<'_>, rules: &Rules, claim: &Claim) -> Vec<Span> {
    let fact = rules.fact(claim.fact);
    match &claim.observed {
        Observed::Value(said) => values(seen, fact, claim, said),
        Observed::Term(_) | Observed::Holder { .. } => {
            words(seen, &right_words(rules, fact, Moment::Day(seen.document.date())), claim)
        }
        Observed::Elsewhere
        | Observed::Opposite(_)
        | Observed::Misquoted(_)
        | Observed::Quoted
        | Observed::Misattributed
        | Observed::Misspelt
        | Observed::Stated(_) => Vec::new(),
    }
}

/// The sentences in which a claim may be echoed.
fn reach(claim: &Claim) -> RangeInclusive<usize> {
    claim.sentence..=claim.sentence + ECHOES
}

fn values(seen: &Seen<'_>, fact: &Fact, claim: &Claim, said: &Value) -> Vec<Span> {
    let is_truth = |value: &Value| {
        let heard = Claim { observed: Observed::Value(Box::new(value.clone())), ..claim.clone() };
        compare::at(fact, &heard, Moment::Day(seen.document.date())) == Comparison::Agrees
    };
    let near = reach(claim).flat_map(|sentence| behind(seen, sentence, claim)).take(MOST_ECHOES);
    near.filter(|value| is_bare(value, said) && is_truth(value)).map(|value| value.core).collect()
}

/// The values of a sentence that stand behind a claim.
fn behind<'s>(seen: &'s Seen<'_>, sentence: usize, claim: &Claim) -> &'s [Value] {
    let values = seen.values(sentence);
    let first = values.partition_point(|value| value.core.start() < claim.span.end());
    &values[first..]
}

/// Whether a value names nothing of its own: "ten", "15 percent", and of what it is a whole.
fn is_bare(value: &Value, said: &Value) -> bool {
    let is_number = matches!(value.kind, Kind::Number | Kind::Count);
    let is_alike = value.kind == said.kind || is_number && matches!(said.kind, Kind::Number | Kind::Count);
    is_alike && value.scope == Scope::Whole && (value.noun.is_none() || !is_number)
}

/// The first words of what is right then: of the term with its other ways to say it, or of the holder's names.
fn right_words(rules: &Rules, fact: &Fact, moment: Moment) -> Vec<String> {
    let right: Vec<String> = match &fact.kind {
        FactKind::Term { value, same, .. } => {
            let terms = moment.entries(value).into_iter().map(|entry| entry.value.clone());
            terms.chain(same.iter().cloned()).collect()
        }
        FactKind::Role { holder, .. } => {
            moment.entries(holder).iter().flat_map(|entry| names(rules, &entry.value)).collect()
        }
        FactKind::Count(_)
        | FactKind::Measure { .. }
        | FactKind::Date { .. }
        | FactKind::Quote { .. }
        | FactKind::Name { .. }
        | FactKind::Statement { .. } => Vec::new(),
    };
    right.iter().filter_map(|name| first_word(name)).collect()
}

/// All names of whoever holds an office.
fn names(rules: &Rules, holder: &Holder) -> Vec<String> {
    match holder {
        Holder::Entity(id) => rules.entity(*id).names.clone(),
        Holder::Named(name) => vec![name.clone()],
        Holder::Together(holders) => holders.iter().flat_map(|holder| names(rules, holder)).collect(),
    }
}

/// A name is also known by its first word: "the Ninth", "her brother Dario"; an article is none.
fn first_word(name: &str) -> Option<String> {
    let mut words = name.split_whitespace().filter(|word| !word.eq_ignore_ascii_case("the"));
    words.next().filter(|word| word.len() >= SHORTEST).map(str::to_owned)
}

fn words(seen: &Seen<'_>, right: &[String], claim: &Claim) -> Vec<Span> {
    let text = &*seen.document.text;
    let mut found = Vec::new();
    for tokens in reach(claim).map(|sentence| seen.tokens(sentence)) {
        let first = tokens.partition_point(|token| token.span.start() < claim.span.end());
        let is_right = |word: &str| right.iter().any(|right| right.eq_ignore_ascii_case(word));
        let near = tokens[first..].iter().take(MOST_WORDS);
        found.extend(near.map(|token| token.span).filter(|span| is_right(span.of(text))));
    }
    found
}

/// How many words of a sentence are looked at.
const MOST_WORDS: usize = 60;
