//! Names as they stand in a sentence: words with capitals, whatever they name.

use crate::claim::figure::phrase::Phrase;
use crate::token::Kind;
use crate::token::Token;
use crate::value::date::words::is_full_name;
use std::ops::Range;

/// Words with a capital that name nobody and nothing by themselves.
const NO_NAME: &[&str] = &[
    "a", "an", "all", "and", "as", "at", "both", "but", "by", "each", "every", "for", "from", "he", "her",
    "his", "how", "i", "if", "in", "it", "its", "my", "no", "now", "of", "on", "only", "or", "our", "she",
    "so", "some", "that", "the", "their", "then", "there", "these", "they", "this", "those", "to", "today",
    "we", "what", "when", "where", "who", "with", "you", "your", "yesterday", "tomorrow", "people",
    "president", "another", "last", "also", "nobody", "everyone", "somebody", "let", "because", "since",
    "while", "after", "before", "under", "about", "nearly", "experts", "officials", "police", "scientists",
];
/// Small words that stand inside a name.
const INSIDE: &[&str] = &["of", "the", "for"];
/// Words before which a name is part of a longer phrase: "the people of Orlavia", "Quay and Brandt".
const PART: &[&str] = &[
    "of", "in", "for", "at", "on", "to", "from", "with", "by", "and", "or", "than", "like", "as", "near",
    "outside", "inside", "between", "into", "per", "&", "-", "–", "/", "(", "not",
];

/// The tokens of the name that ends before the token `end`, if it is a whole phrase of its own.
pub(super) fn ending(phrase: &Phrase<'_>, end: usize) -> Option<Range<usize>> {
    let mut start = end;
    while let Some(at) = start.checked_sub(1) {
        let is_inside = phrase.is(at, INSIDE) && start < end && at > 0 && is_part(phrase, at - 1);
        if !is_part(phrase, at) && !is_inside {
            break;
        }
        start = at;
    }
    let name = start..end;
    let is_alone = !phrase.is_after(before_article(phrase, start), PART);
    let is_named = !name.is_empty() && !is_opener(phrase, &name);
    (is_named && is_alone).then_some(name)
}

/// The tokens of the name that begins at the token `start`, "the" left out.
pub(super) fn beginning(phrase: &Phrase<'_>, start: usize) -> Option<Range<usize>> {
    let start = if phrase.is(start, &["the"]) { start + 1 } else { start };
    let n_words = (start..phrase.tokens.len()).take_while(|at| is_part(phrase, *at)).count();
    let end = start + n_words;
    let is_owner = phrase.tokens.get(end).is_some_and(|token| token.kind == Kind::Possessive);
    (n_words > 0 && !is_owner && !phrase.is(end, &["and", "or", "-"])).then_some(start..end)
}

/// The token of "the" before a name, or the name's own first.
fn before_article(phrase: &Phrase<'_>, start: usize) -> usize {
    if phrase.is_after(start, &["the"]) { start - 1 } else { start }
}

fn is_part(phrase: &Phrase<'_>, at: usize) -> bool {
    phrase.tokens.get(at).is_some_and(|token| is_part_of_name(phrase.text, *token))
}

/// Whether a word can be part of a name, by its capital and by what it is not.
pub(in crate::claim) fn is_part_of_name(text: &str, token: Token) -> bool {
    let word = token.span.of(text);
    // "We've" and "It's" are not names; "O'Brien" is.
    let is_short_form =
        word.rsplit_once(['\'', '’']).is_some_and(|(_, rest)| rest.starts_with(char::is_lowercase));
    token.is_capitalised(text) && !is_short_form && !token.is_any(text, NO_NAME) && !is_full_name(word)
}

/// Whether a single word has its capital only because a sentence begins there.
fn is_opener(phrase: &Phrase<'_>, name: &Range<usize>) -> bool {
    let is_single = name.len() == 1;
    let opens = name.start == 0
        || !phrase.tokens[name.start - 1].span.of(phrase.text).starts_with(char::is_alphanumeric);
    let is_plural = phrase.word(name.start).ends_with('s') && !phrase.word(name.start).ends_with("ss");
    is_single && opens && is_plural
}

/// A name as it is compared.
pub(super) fn key(name: &str) -> String {
    let small = name.to_lowercase().replace('’', "'");
    let words: Vec<&str> = small.split_whitespace().collect();
    let whole = words.join(" ");
    whole.strip_prefix("the ").unwrap_or(&whole).to_owned()
}
