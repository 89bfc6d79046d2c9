//! Where one sentence ends and the next begins.
//!
//! A stop ends a sentence when a new one can begin after it. Abbreviations, initials, a stop before
//! a lower-case word, and a closing quotation mark before a speech tag (`." said`) do not.

use crate::span::Span;
use crate::token;
use crate::token::Token;
use crate::value::Value;
use crate::value::gate::Gate;
use crate::value::read;
use jiff::civil::Date;
use std::cell::OnceCell;

/// One sentence of a block.
#[derive(Debug)]
pub struct Sentence {
    /// Its bytes, without the space around it.
    pub span: Span,
    /// The index of the block it stands in.
    pub block: usize,
    tokens: OnceCell<Vec<Token>>,
    values: OnceCell<Vec<Value>>,
}

impl Sentence {
    /// Its tokens; `text` is the text of its document.
    pub fn tokens(&self, text: &str) -> &[Token] {
        self.tokens.get_or_init(|| token::split(text, self.span))
    }

    /// Its values, read once for all that ask; `today` gives the day its document speaks on.
    pub(super) fn values(&self, text: &str, today: impl FnOnce() -> Option<Date>) -> &[Value] {
        self.values.get_or_init(|| read::sentence(text, self.tokens(text), today()))
    }
}

/// A stop after one of these never ends a sentence: something always follows.
const NEVER_LAST: &[&str] = &[
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Col", "Lt", "Sgt", "Capt", "Adm", "Maj", "Cmdr", "Sen", "Rep",
    "Gov", "Rev", "Hon", "Pres", "St", "Mt", "Ft", "No", "Nos", "vs", "v", "approx", "ext", "Fig", "Vol",
    "cf", "Messrs",
];
/// A stop after one of these ends a sentence only where the next word cannot continue it.
const OFTEN_INNER: &[&str] = &[
    "Inc", "Ltd", "Corp", "Co", "Cos", "Bros", "LLC", "PLC", "Jr", "Sr", "Jan", "Feb", "Mar", "Apr", "Jun",
    "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs",
    "Fri", "Sat", "Sun", "etc", "al", "est", "Ave", "Blvd", "Rd", "Calif", "Mass", "Pa", "Fla", "Tenn", "Va",
    "Wash",
];
/// Words that open a new sentence after an abbreviation and are no part of a name.
const OPENERS: &[&str] = &[
    "A", "An", "The", "This", "That", "These", "Those", "It", "Its", "He", "She", "They", "We", "I", "You",
    "In", "On", "At", "By", "For", "From", "But", "And", "However", "While", "When", "If", "As", "After",
    "Before", "There", "His", "Her", "Their", "Our", "To", "No", "Not", "Third", "Mr", "Since", "Last",
    "What", "Who",
];

/// A sentence longer than this is no prose; it is cut at a space, so that the work on one is bounded.
const LONGEST: usize = 4000;

/// Cuts a block into sentences, which are added to `sentences`.
pub fn split(text: &str, block: Span, index: usize, sentences: &mut Vec<Sentence>) {
    let words = block.of(text);
    let mut start = 0;
    let mut from = 0;
    while let Some(found) = memchr::memchr3(b'.', b'!', b'?', &words.as_bytes()[from..]) {
        let stop = from + found;
        // "1.5", "U.S", "x.org": most stops in the middle of something are followed by a letter or a digit.
        if words.as_bytes().get(stop + 1).is_some_and(u8::is_ascii_alphanumeric) {
            from = stop + 1;
            continue;
        }
        let end = skip_closers(words, stop);
        if ends_sentence(words, stop, end) {
            push(sentences, text, block, start, end, index);
            start = end;
        }
        from = end;
    }
    push(sentences, text, block, start, words.len(), index);
}

/// Adds the sentence at `start..end` of its block, in parts if it is too long to be one.
fn push(sentences: &mut Vec<Sentence>, text: &str, block: Span, start: usize, end: usize, index: usize) {
    let words = block.of(text);
    let mut start = start;
    while start < end {
        let part = if end - start <= LONGEST { end } else { cut(words, start, end) };
        let span = trimmed(words, block.start(), start, part);
        if !span.is_empty() {
            sentences.push(Sentence { span, block: index, tokens: OnceCell::new(), values: OnceCell::new() });
        }
        start = part;
    }
}

/// The byte after the last space within [`LONGEST`], or where no space is, after that many bytes.
fn cut(words: &str, start: usize, end: usize) -> usize {
    let most = (start..=start + LONGEST).rev().find(|at| words.is_char_boundary(*at)).unwrap_or(end);
    words[start..most]
        .rfind(char::is_whitespace)
        .filter(|space| *space > 0)
        .map_or(most, |space| start + space)
}

/// The bytes without the space around them.
fn trimmed(words: &str, offset: usize, start: usize, end: usize) -> Span {
    let part = &words[start..end];
    let from_first = part.trim_start();
    let at = offset + end - from_first.len();
    Span::new(at, at + from_first.trim_end().len())
}

/// The byte after the stops, quotation marks and brackets that close at `stop`.
fn skip_closers(words: &str, stop: usize) -> usize {
    let is_closer =
        |c: char| matches!(c, '.' | '!' | '?' | '"' | '”' | '’' | '\'' | ')' | ']' | '»' | '*' | '_');
    words.len() - words[stop..].trim_start_matches(is_closer).len()
}

/// Whether the stop at `stop`, closed at `end`, ends a sentence.
fn ends_sentence(words: &str, stop: usize, end: usize) -> bool {
    let tail = &words[end..];
    let next = tail.trim_start();
    if next.is_empty() {
        return true;
    }
    if next.len() == tail.len() {
        return false;
    }
    let opens = next.trim_start_matches(['"', '“', '‘', '\'', '(', '[', '«', '*', '_']);
    let Some(first) = opens.chars().next() else { return true };
    // A dash, a bullet or a bracket after a stop opens something new; a small letter goes on.
    if first.is_lowercase() {
        return false;
    }
    words.as_bytes()[stop] != b'.' || !is_abbreviation(&words[..stop], opens)
}

/// No abbreviation has so many letters.
const LONG: usize = 7;
/// Turns away most words that are no abbreviation.
const GATE: &Gate = &Gate::of(NEVER_LAST).and(&Gate::of(OFTEN_INNER));

/// Whether the stop after `before` belongs to an abbreviation that `next` continues.
fn is_abbreviation(before: &str, next: &str) -> bool {
    if before.as_bytes().last_chunk::<LONG>().is_some_and(|word| word.iter().all(u8::is_ascii_alphabetic)) {
        return false;
    }
    let word = last_word(before);
    let is_initial = word != "I" && is_initials(word) && word.starts_with(char::is_uppercase);
    let may_be_listed = GATE.admits(word);
    if may_be_listed && NEVER_LAST.contains(&word) {
        // "No." and "v." are words as well; only a number or a name follows the abbreviation.
        return word != "No" || next.starts_with(|c: char| c.is_ascii_digit());
    }
    (is_initial || may_be_listed && OFTEN_INNER.contains(&word)) && !opens(next)
}

/// Whether a word is single letters with full stops between.
fn is_initials(word: &str) -> bool {
    let is_letter = |part: &str| part.chars().count() == 1;
    (word.len() < 5 || word.contains('.'))
        && word.split('.').all(is_letter)
        && word.starts_with(char::is_alphabetic)
}

/// Whether `next` begins with a word that opens a sentence.
fn opens(next: &str) -> bool {
    let word = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    OPENERS.contains(&word)
}

fn last_word(before: &str) -> &str {
    let start =
        before.rfind(|c: char| !c.is_alphanumeric() && c != '.').map_or(0, |at| at + utf8_len(before, at));
    &before[start..]
}

fn utf8_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(1, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::Sentence;
    use super::split;
    use crate::span::Span;

    fn cut(text: &str) -> Vec<Sentence> {
        let mut sentences = Vec::new();
        split(text, Span::new(0, text.len()), 0, &mut sentences);
        sentences
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let sentences = cut(text);
        let found: Vec<_> = sentences.iter().map(|s| s.span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_stop_ends_a_sentence() {
        check("It rained. Was it cold? Yes!", &["It rained.", "Was it cold?", "Yes!"]);
    }

    #[test]
    fn titles_do_not() {
        check("Mr. Vale met Dr. Orla. They spoke.", &["Mr. Vale met Dr. Orla.", "They spoke."]);
    }

    #[test]
    fn initials_do_not_unless_a_sentence_opens() {
        check(
            "The U.S. President left. He is in the U.S. The trip was long.",
            &["The U.S. President left.", "He is in the U.S.", "The trip was long."],
        );
    }

    #[test]
    fn a_quotation_before_its_speech_tag_goes_on() {
        check(
            "“It is done.” said Orla. “Good.” Vale left.",
            &["“It is done.” said Orla.", "“Good.”", "Vale left."],
        );
    }

    #[test]
    fn what_is_too_long_to_be_a_sentence_is_cut_at_a_space() {
        let text = "harbour ".repeat(2000);
        let sentences = cut(&text);
        assert_eq!(sentences.len(), 5);
        let words: Vec<&str> = sentences.iter().flat_map(|s| s.span.of(&text).split(' ')).collect();
        assert!(words.len() == 2000 && words.iter().all(|word| *word == "harbour"));
        let unbroken = "é".repeat(5000);
        assert_eq!(cut(&unbroken).len(), 3);
    }

    #[test]
    fn numbers_keep_their_points() {
        check(
            "It rose 4.5 percent to No. 2 in Feb. 2026. Good.",
            &["It rose 4.5 percent to No. 2 in Feb. 2026.", "Good."],
        );
    }
}
