//! Words that look like an epithet of the rules and stand for another thing of the same kind.
//!
//! "The Southern League", "the old bridge", "the flu vaccine", "the Bank of Velmark", "the league below":
//! what stands before or behind the word tells it from the one that was named.

use crate::claim::grammar;
use crate::span::Span;
use crate::token::Kind;
use crate::token::Token;
use crate::value::date::words;
use std::ops::Range;

/// Adjectives by which somebody tells one thing of a kind from another.
const TELLING_APART: &[&str] = &[
    "other", "old", "older", "oldest", "earlier", "second", "third", "fourth", "fifth", "previous", "next",
    "neighbouring", "neighboring", "nearby", "adjacent", "rival", "competing", "lower", "upper", "sister",
    "original", "predecessor", "successor", "separate", "different", "another", "alternative", "traditional",
    "conventional", "smaller", "larger", "bigger", "second-largest", "fellow", "parent",
];

/// Nouns for bodies of people, which any noun before them may describe: "the car company".
const BODIES: &[&str] = &[
    "company", "firm", "group", "maker", "giant", "carrier", "operator", "manufacturer", "producer",
    "developer", "owner", "alliance", "bloc", "club", "chain", "retailer", "startup", "start-up", "business",
    "conglomerate", "organisation", "organization", "institution", "agency", "body", "ministry",
    "department", "regulator", "watchdog", "charity", "union", "utility", "chipmaker", "carmaker", "airline",
    "bank", "lender", "insurer", "broadcaster", "publisher", "outfit", "team", "side", "pact", "coalition",
];

/// Endings of adjectives, which describe a thing and leave it the one it is.
const ADJECTIVAL: &[&str] = &[
    "al", "ing", "ed", "ous", "ful", "ive", "ic", "ish", "ese", "less", "ant", "ary", "able", "ible", "ian",
    "est", "ly", "ile", "ern", "ent", "some", "ory",
];
/// Adjectives without such an ending.
const ADJECTIVES: &[&str] = &[
    "new", "big", "small", "large", "whole", "entire", "same", "young", "long", "short", "high", "tall",
    "tiny", "vast", "huge", "main", "key", "top", "ailing", "rich", "poor", "wealthy", "loose", "great",
    "grand", "good", "bad", "full", "strong", "weak", "deep", "wide", "broad", "narrow", "busy", "costly",
    "deadly", "heavy", "early", "late", "latest", "current", "state", "public", "private", "embattled",
    "proud", "modern", "famous", "so-called", "proposed", "mighty", "lengthy", "sleepy", "brand-new", "then",
    "now", "once", "tough", "cheap", "prestige", "white", "red", "blue", "green", "black", "elite", "secure",
    "troubled", "former", "future",
];

/// Words behind an epithet that place it elsewhere than the one that was named.
const ELSEWHERE: &[&str] = &["below", "above", "opposite", "behind"];
/// Prepositions before the place of another.
const PLACING: &[&str] = &["in", "at", "near", "of"];

/// What the rules know of the words around an epithet.
pub struct Known<'k> {
    /// Whether a token is part of a name of the rules.
    pub is_named: &'k dyn Fn(Token) -> bool,
    /// Whether a word belongs to the names or epithets of whoever the epithet stands for.
    pub is_own: &'k dyn Fn(&str) -> bool,
}

/// Whether the epithet at the tokens `words` stands for another than the one that was named.
pub fn is_of_another(text: &str, tokens: &[Token], words: &Range<usize>, known: &Known<'_>) -> bool {
    has_name_before(text, tokens, words.start, known)
        || is_told_apart(text, tokens, words, known)
        || is_elsewhere(text, tokens, words.end, known)
        || is_of_year(text, tokens, words, known)
}

/// "the storm of 1990", "the 1990 storm": one of another year.
fn is_of_year(text: &str, tokens: &[Token], words: &Range<usize>, known: &Known<'_>) -> bool {
    let is_year = |at: usize| {
        let word = tokens.get(at).map_or("", |token| token.span.of(text));
        let is_figure = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        is_figure && matches!(word.as_bytes()[0], b'1' | b'2') && !(known.is_own)(word)
    };
    let is_behind = tokens.get(words.end).is_some_and(|of| of.is(text, "of")) && is_year(words.end + 1);
    let before = words.start.checked_sub(1).filter(|at| is_year(*at));
    let article = before.and_then(|at| at.checked_sub(1));
    is_behind || article.is_some_and(|at| tokens[at].is_any(text, grammar::DEFINITE))
}

/// Words behind the name of a place for what lies around it.
const AROUND: &[&str] =
    &["area", "region", "metropolitan", "suburbs", "suburb", "district", "county", "province"];

/// "Greater Orla", "the Orla area": more than the place that is named.
pub fn is_wider(text: &str, tokens: &[Token], name: Span) -> bool {
    let start = tokens.partition_point(|token| token.span.start() < name.start());
    let end = tokens.partition_point(|token| token.span.start() < name.end());
    let is_around = tokens.get(end).is_some_and(|token| AROUND.contains(&token.span.of(text)));
    // "the women's Northern League".
    let is_of_group = start >= 2
        && tokens[start - 1].kind == Kind::Possessive
        && tokens[start - 2].is_any(text, &["women", "men", "girls", "boys"]);
    let is_other = start
        .checked_sub(1)
        .is_some_and(|before| tokens[before].is_any(text, &["greater", "youth", "junior"]));
    is_around || is_of_group || is_other
}

/// An adjective of a nation, by its ending.
pub fn is_demonym(word: &str) -> bool {
    ["ss", "an", "ish", "ese", "ch"]
        .iter()
        .any(|ending| word.ends_with(ending) && word.len() > ending.len() + 2)
}

/// "the Southern League", "the Hammer Pass tunnel", "the US central bank": a name the rules do not know
/// stands between the article and the word.
fn has_name_before(text: &str, tokens: &[Token], at: usize, known: &Known<'_>) -> bool {
    let inner = |token: &&Token| token.kind == Kind::Word && grammar::is_content(text, **token);
    let before: Vec<&Token> = tokens[..at].iter().rev().take_while(inner).take(MODIFIERS).collect();
    let opens = at.checked_sub(before.len() + 1);
    let is_name = |token: &&Token| {
        token.is_capitalised(text)
            && token.span.len() > 1
            && !token.is_any(text, grammar::CAPITALISED_ADJECTIVES)
            && !(known.is_named)(**token)
            && !(known.is_own)(&token.span.of(text).to_lowercase())
    };
    opens.is_some_and(|opens| tokens[opens].is_any(text, grammar::DEFINITE)) && before.iter().any(is_name)
}

/// "the old bridge", "the flu vaccine": a word before the epithet picks out another one.
fn is_told_apart(text: &str, tokens: &[Token], words: &Range<usize>, known: &Known<'_>) -> bool {
    let inner = |token: &&Token| token.kind == Kind::Word && grammar::is_content(text, **token);
    let modifiers: Vec<&Token> =
        tokens[..words.start].iter().rev().take_while(inner).take(MODIFIERS).collect();
    let opens = words.start - modifiers.len();
    let is_definite =
        opens.checked_sub(1).is_some_and(|at| tokens[at].is_any(text, &["the", "this", "that"]));
    let is_body = tokens[words.clone()].last().is_some_and(|last| last.is_any(text, BODIES));
    is_definite
        && modifiers.iter().enumerate().any(|(place, token)| {
            let word = token.span.of(text).to_lowercase();
            let is_noun = place == 0 && !is_body && !(known.is_named)(**token) && is_noun(text, **token);
            !(known.is_own)(&word) && (TELLING_APART.contains(&word.as_str()) || is_noun)
        })
}

/// How many words before an epithet are looked at.
const MODIFIERS: usize = 3;

/// Whether a word before a noun is a noun itself, by what it is not.
fn is_noun(text: &str, token: Token) -> bool {
    let word = token.span.of(text);
    let is_plain = word.chars().all(char::is_lowercase);
    is_plain
        && !ADJECTIVES.contains(&word)
        && !TELLING_APART.contains(&word)
        && !ADJECTIVAL.iter().any(|ending| word.ends_with(ending) && word.len() > ending.len() + 1)
}

/// "the league below", "the stadium in Ostra", "the Bank of Velmark".
fn is_elsewhere(text: &str, tokens: &[Token], end: usize, known: &Known<'_>) -> bool {
    let Some(next) = tokens.get(end) else { return false };
    if next.is_any(text, ELSEWHERE) {
        return tokens.get(end + 1).is_none_or(|after| !grammar::is_content(text, *after));
    }
    let name = tokens.get(end + 1).filter(|name| name.is_capitalised(text) && name.kind == Kind::Word);
    let is_calendar = |name: &&Token| {
        words::is_month(name.span.of(text))
            || words::is_weekday(name.span.of(text))
            || name.is_any(text, grammar::DEFINITE)
    };
    next.is_any(text, PLACING)
        && name.filter(|name| !is_calendar(name)).is_some_and(|name| {
            !(known.is_named)(*name) && !(known.is_own)(&name.span.of(text).to_lowercase())
        })
}

#[cfg(test)]
mod tests {
    use super::Known;
    use super::is_of_another;
    use crate::span::Span;
    use crate::token;

    #[track_caller]
    fn check(text: &str, word: &str, expected: bool) {
        let tokens = token::split(text, Span::new(0, text.len()));
        let at = tokens.iter().rposition(|token| token.is(text, word)).expect("the word is there");
        let known = Known { is_named: &|_| false, is_own: &|word| word == "harbour" };
        assert_eq!(is_of_another(text, &tokens, &(at..at + 1), &known), expected, "{text}");
    }

    #[test]
    fn what_is_told_apart_is_another() {
        check("The Southern League has 20 clubs.", "League", true);
        check("The old bridge was long.", "bridge", true);
        check("The flu vaccine is cheap.", "vaccine", true);
        check("The league below has 20 clubs.", "league", true);
        check("The arena in Velmark was full.", "arena", true);
        check("The Bank of Velmark met.", "Bank", true);
    }

    #[test]
    fn what_is_only_described_is_the_one_named() {
        check("The bridge is long.", "bridge", false);
        check("The new bridge is long.", "bridge", false);
        check("The military alliance met.", "alliance", false);
        check("The car company met.", "company", false);
        check("The harbour bridge is long.", "bridge", false);
        check("The bridge in May carried many.", "bridge", false);
    }
}
