//! The verb by which a fact's own sentence counts: "recalled" in "Zelmora recalled 34,000 cars".

use crate::claim::deed::between;
use crate::claim::past;
use crate::span::Span;
use crate::token;
use crate::token::Token;
use crate::value::Kind;
use crate::value::Value;
use crate::value::read;

/// The past form that governs a number in `says`: before it, or behind what it counts as in "34,000 cars were recalled".
pub fn verb(says: &str) -> Option<&str> {
    let tokens = token::split(says, Span::new(0, says.len()));
    let values = read::sentence(says, &tokens, None);
    let counts = values.iter().filter(|value| !matches!(value.kind, Kind::Date | Kind::Time | Kind::Ordinal));
    counts.into_iter().find_map(|count| before(says, &tokens, count).or_else(|| behind(says, &tokens, count)))
}

fn before<'s>(says: &'s str, tokens: &[Token], count: &Value) -> Option<&'s str> {
    let start = tokens.partition_point(|token| token.span.start() < count.full.start());
    let small = tokens[..start].iter().rev().take_while(|token| token.is_any(says, between::SMALL)).count();
    let verb = tokens[..start - small].last()?.span.of(says);
    past::is_form(verb).then_some(verb)
}

fn behind<'s>(says: &'s str, tokens: &[Token], count: &Value) -> Option<&'s str> {
    let end = count.noun.unwrap_or(count.core).end();
    let mut words = tokens.iter().filter(|token| token.span.start() >= end);
    let words = words.by_ref().skip_while(|token| between::is_small_verb(says, **token));
    words.map(|token| token.span.of(says)).next().filter(|word| past::is_form(word))
}

/// Whether `says` ends with what it counts, so that no time, place or purpose limits it.
pub fn is_unlimited(says: &str) -> bool {
    let tokens = token::split(says, Span::new(0, says.len()));
    let values = read::sentence(says, &tokens, None);
    let [count] = values.as_slice() else { return false };
    let end = count.noun.unwrap_or(count.core).end();
    says[end..].trim_matches(['.', ' ']).is_empty()
}
