//! The verb by which a fact's own sentence counts: "recalled" in "Zelmora recalled 34,000 cars".

use crate::claim::deed::acts_of;
use crate::claim::deed::between;
use crate::claim::deed::table::HAVING;
use crate::claim::deed::table::TELLING;
use crate::claim::grammar;
use crate::claim::past;
use crate::span::Span;
use crate::token;
use crate::token::Token;
use crate::value::Kind;
use crate::value::Value;
use crate::value::read;

/// What the sentence of a fact tells of an act; found out when first asked.
#[derive(Debug)]
pub struct Own {
    /// The past form that governs its number, where it tells of an act: "has" and "employs" do not.
    pub verb: Option<String>,
    /// Whether the sentence ends with what it counts, so that no time, place or purpose limits it.
    pub is_unlimited: bool,
}

impl Own {
    /// What `says` tells.
    pub fn of(says: &str) -> Own {
        let tokens = token::split(says, Span::new(0, says.len()));
        let values = read::sentence(says, &tokens, None);
        let verb = verb(says, &tokens, &values).filter(|verb| is_act(verb));
        Own { verb: verb.map(str::to_owned), is_unlimited: is_unlimited(says, &values) }
    }
}

/// The verb before a number, or behind what it counts as in "34,000 cars were recalled".
fn verb<'s>(says: &'s str, tokens: &[Token], values: &[Value]) -> Option<&'s str> {
    let counts = values.iter().filter(|value| !matches!(value.kind, Kind::Date | Kind::Time | Kind::Ordinal));
    counts.into_iter().find_map(|count| before(says, tokens, count).or_else(|| behind(says, tokens, count)))
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

/// Whether a verb tells of an act.
fn is_act(verb: &str) -> bool {
    let others = [HAVING, TELLING, grammar::COMPRISING, grammar::RUNNING, grammar::LASTING, grammar::SAYING];
    let is_any = |words: &&[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(verb));
    let is_known = acts_of(verb) != 0 && !LASTING.iter().any(|word| word.eq_ignore_ascii_case(verb));
    is_known || !others.iter().any(is_any)
}

/// Verbs of an act that mostly tell of something that lasts, or only lead to a number.
const LASTING: &[&str] = &["held", "put", "brought", "claimed", "called", "let", "took", "counted", "hit"];

fn is_unlimited(says: &str, values: &[Value]) -> bool {
    let [count] = values else { return false };
    let end = count.noun.unwrap_or(count.core).end();
    says[end..].trim_matches(['.', ' ']).is_empty()
}
