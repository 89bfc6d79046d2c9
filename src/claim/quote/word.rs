//! The words of a quotation, as they are compared.

use crate::claim::quote::spelling;
use crate::span::Span;
use crate::token;
use crate::token::Kind;
use crate::token::Token;

/// A word, with what stands around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// What is compared: small letters, one spelling; a contraction is two words of one place.
    pub key: String,
    /// Where it stands in its own text.
    pub span: Span,
    /// Whether it is written like a name: a capital where no sentence begins.
    pub is_name: bool,
    /// Whether it stands in square brackets: put in by the editor.
    pub is_inserted: bool,
    /// Whether it stands in round brackets.
    pub is_aside: bool,
    /// What stands before it.
    pub before: Before,
}

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// Nothing that matters.
    Space,
    /// The end of a sentence, or the beginning of the words.
    Stop,
    /// A quotation mark inside the quotation.
    Mark,
    /// Dots for words that were left out.
    Ellipsis,
    /// What is not quoted: ", he said, ".
    Seam,
}

impl Word {
    /// Whether two words are the same; "'s" may stand for "is", "has" and "us".
    pub fn is_same(&self, other: &Word) -> bool {
        self.key == other.key
            || spelling::is_short_for(&self.key, &other.key)
            || spelling::is_short_for(&other.key, &self.key)
    }
}

/// The words of the parts of a text, as they are compared.
pub fn words(text: &str, parts: &[Span]) -> Vec<Word> {
    let mut reader = Reader { text, words: Vec::new(), state: State::new(Before::Stop) };
    for part in parts {
        if !reader.words.is_empty() && matches!(reader.state.before, Before::Space | Before::Mark) {
            reader.state = State::new(Before::Seam);
        }
        for token in token::split(text, *part) {
            reader.take(token);
        }
    }
    reader.words
}

/// Whether a text stops at dots for words that were left out.
pub fn is_cut(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || c == ',');
    text.ends_with('…') || text.ends_with("...") || text.ends_with(". . .")
}

struct Reader<'a> {
    text: &'a str,
    words: Vec<Word>,
    state: State,
}

/// What was seen since the last word.
struct State {
    before: Before,
    n_dots: usize,
    is_inserted: bool,
    is_aside: bool,
    // Where the last bracket ends.
    bracket: Option<usize>,
}

impl State {
    fn new(before: Before) -> State {
        State { before, n_dots: 0, is_inserted: false, is_aside: false, bracket: None }
    }
}

impl Reader<'_> {
    fn take(&mut self, token: Token) {
        let word = token.span.of(self.text);
        match token.kind {
            Kind::Word | Kind::Number => self.word(token),
            Kind::Possessive => self.push("'s", token.span, false),
            Kind::Mark if matches!(word, "%" | "&") => self.push(spelling::sign(word), token.span, false),
            Kind::Mark => self.mark(word, token.span),
        }
    }

    fn mark(&mut self, mark: &str, span: Span) {
        match mark {
            "[" | "]" => {
                self.state.is_inserted = mark == "[";
                self.state.bracket = Some(span.end());
            }
            "(" | ")" => self.state.is_aside = mark == "(",
            "…" => self.state.before = Before::Ellipsis,
            "." => {
                self.state.n_dots += 1;
                self.state.before = if self.state.n_dots > 2 { Before::Ellipsis } else { Before::Stop };
            }
            "!" | "?" if self.state.before == Before::Space => self.state.before = Before::Stop,
            "‘" | "’" | "“" | "”" | "\"" | "'" if self.state.before == Before::Space => {
                self.state.before = Before::Mark;
            }
            _ => {}
        }
    }

    fn word(&mut self, token: Token) {
        let written = token.span.of(self.text);
        if self.is_glued_to_bracket(token) {
            return self.grow(written, token.span);
        }
        // An opening mark taken for an apostrophe: "the crew‘s".
        let is_torn = written.eq_ignore_ascii_case("s") && self.follows_torn_apostrophe(token.span);
        if is_torn {
            return self.push("'s", token.span, false);
        }
        let is_capital =
            written.starts_with(char::is_uppercase) && written != "I" && !written.starts_with("I'");
        let is_name = is_capital && self.state.before == Before::Space;
        if written.eq_ignore_ascii_case("cent") && self.words.last().is_some_and(|word| word.key == "per") {
            return self.percent(token.span);
        }
        if self.joins_number(token) {
            return;
        }
        for key in spelling::keys(written, token.kind) {
            self.push(&key, token.span, is_name);
        }
    }

    /// "twenty-five" is one number; whether this was the second half of one.
    fn joins_number(&mut self, token: Token) -> bool {
        let is_letters = |span: Span| span.of(self.text).starts_with(char::is_alphabetic);
        let unit = spelling::keys(token.span.of(self.text), token.kind).concat();
        let is_tied = |word: &Word| word.span.end() + 1 >= token.span.start() && is_letters(word.span);
        let whole = self.words.last().filter(|word| is_tied(word) && is_letters(token.span));
        let Some(whole) = whole.and_then(|word| spelling::compound(&word.key, &unit)) else { return false };
        if let Some(word) = self.words.last_mut() {
            word.key = whole;
            word.span = word.span.join(token.span);
        }
        true
    }

    /// "per cent" is one sign.
    fn percent(&mut self, span: Span) {
        if let Some(word) = self.words.last_mut() {
            word.key = "%".to_owned();
            word.span = word.span.join(span);
        }
    }

    /// "[T]his" and "walk[ed]" are one word each.
    fn is_glued_to_bracket(&self, token: Token) -> bool {
        let Some(last) = self.words.last() else { return false };
        self.state.bracket == Some(token.span.start()) && last.span.end() + 1 == token.span.start()
    }

    fn grow(&mut self, written: &str, span: Span) {
        let is_ending = self.state.is_inserted;
        if let Some(word) = self.words.last_mut() {
            let whole = format!("{}{}", word.key, written.to_lowercase());
            word.key = spelling::keys(&whole, Kind::Word).concat();
            word.span = word.span.join(span);
            word.is_inserted = is_ending;
        }
    }

    fn follows_torn_apostrophe(&self, span: Span) -> bool {
        let before = self.text.get(..span.start()).unwrap_or_default();
        let is_mark = before.ends_with('‘') || before.ends_with('`');
        is_mark && before.chars().rev().nth(1).is_some_and(char::is_alphabetic)
    }

    fn push(&mut self, key: &str, span: Span, is_name: bool) {
        let State { before, is_inserted, is_aside, .. } = self.state;
        self.words.push(Word { key: key.to_owned(), span, is_name, is_inserted, is_aside, before });
        self.state.before = Before::Space;
        self.state.n_dots = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::Before;
    use super::words;
    use crate::span::Span;

    #[track_caller]
    fn check(a: &str, b: &str) {
        let keys = |text: &str| {
            let words = words(text, &[Span::new(0, text.len())]);
            words.into_iter().map(|word| word.key).collect::<Vec<_>>()
        };
        assert_eq!(keys(a), keys(b));
    }

    #[test]
    fn one_word_has_one_key() {
        check("[T]he crew can't", "The crew cannot");
        check("They’ve won 2 cups", "they have won two cups");
        check("the U.S. fleet", "the US fleet");
        check("10 per cent", "10%");
        check("twenty-five crews", "25 crews");
        check("towards the centre", "toward the center");
        check("the crew‘s net", "the crew’s net");
    }

    #[test]
    fn decimals_keep_their_point() {
        let text = "1.5 of 1,500";
        let keys: Vec<_> = words(text, &[Span::new(0, text.len())]).into_iter().map(|w| w.key).collect();
        assert_eq!(keys, ["1.5", "of", "1500"]);
    }

    #[test]
    fn what_stands_before_is_kept() {
        let text = "We went. We saw … it";
        let before: Vec<_> = words(text, &[Span::new(0, text.len())]).into_iter().map(|w| w.before).collect();
        use Before::*;
        assert_eq!(before, [Stop, Space, Stop, Space, Ellipsis]);
    }
}
