//! Words, numbers and marks.
//!
//! Hyphens are tokens of their own, so "32-member" is three that touch; a possessive `'s` is one
//! too; "didn't", "U.S." and "1,200.5" stay whole. Adjacency is told by spans.

use crate::span::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Begins with a letter: "alliance", "didn't", "U.S.", "H100".
    Word,
    /// Digits with inner commas and points: "32", "1,200.5".
    Number,
    /// The possessive ending `'s`, or the apostrophe after a plural.
    Possessive,
    /// One mark: a comma, a hyphen, a currency sign.
    Mark,
}

/// A word, number or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its bytes.
    pub span: Span,
    /// What it is made of.
    pub kind: Kind,
    /// What tells whether it may be in a list.
    pub print: Print,
}

/// A small hash of a word that is the same in any case of its letters: words of different prints are different
/// words, so lists turn most of them away without comparing them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Print(u16);

/// How many prints there are.
pub const PRINTS: usize = 2048;

impl Print {
    /// The print of `word`: its first two letters, its last one and its length.
    pub const fn of(word: &str) -> Print {
        let place = match word.as_bytes() {
            [first, second, .., last] => {
                small(*first) * 131 + small(*second) * 37 + small(*last) * 17 + word.len() * 7
            }
            [first, last] => small(*first) * 131 + small(*last) * 17,
            [only] => small(*only),
            [] => 0,
        };
        Print((place % PRINTS) as u16)
    }

    /// The print as a place among all of them.
    pub const fn place(self) -> usize {
        self.0 as usize
    }
}

/// A letter without its case; other bytes may become alike too, which only lets a list admit a word too many.
const fn small(letter: u8) -> usize {
    (letter | 0x20) as usize
}

impl Token {
    /// The token of the words at `span` of a text.
    pub fn new(text: &str, span: Span, kind: Kind) -> Token {
        Token { span, kind, print: Print::of(span.of(text)) }
    }

    /// Whether it is exactly `word`, whatever the case of its ASCII letters.
    pub fn is(self, text: &str, word: &str) -> bool {
        self.span.of(text).eq_ignore_ascii_case(word)
    }

    /// Whether it is one of `words`, whatever the case of its ASCII letters.
    pub fn is_any(self, text: &str, words: &[&str]) -> bool {
        is_in(self.span.of(text), words)
    }

    /// Whether its first letter is a capital.
    pub fn is_capitalised(self, text: &str) -> bool {
        self.kind == Kind::Word && self.span.of(text).starts_with(char::is_uppercase)
    }

    /// Whether `next` follows without a space between.
    pub fn touches(self, next: Token) -> bool {
        self.span.end() == next.span.start()
    }
}

/// Whether `word` is one of `words`, whatever the case of its ASCII letters.
pub fn is_in(word: &str, words: &[&str]) -> bool {
    words.iter().any(|other| is_same(word, other))
}

/// Whether two words are the same, whatever the case of their ASCII letters; most differ in their length or
/// in their first letter.
pub fn is_same(one: &str, other: &str) -> bool {
    one.len() == other.len() && has_same_first(one, other) && one.eq_ignore_ascii_case(other)
}

/// Whether two words begin alike, or their first bytes differ in the bit at most that is the case of a letter.
fn has_same_first(one: &str, other: &str) -> bool {
    one.bytes().next().zip(other.bytes().next()).is_none_or(|(one, other)| (one ^ other) & !0x20 == 0)
}

/// Cuts the part `part` of a text into tokens.
pub fn split(text: &str, part: Span) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(part.len() / 4 + 1);
    let mut rest = part.of(text);
    let end = part.start() + rest.len();
    while let Some(first) = rest.chars().next() {
        let start = end - rest.len();
        let (kind, len) = match first {
            c if c.is_alphabetic() => (Kind::Word, word_len(rest)),
            c if c.is_numeric() => (Kind::Number, number_len(rest)),
            '\'' | '’' => apostrophe(rest, &tokens, (text, start)),
            c => (Kind::Mark, c.len_utf8()),
        };
        let (word, after) = rest.split_at(len);
        if !is_gap(first) {
            tokens.push(Token { span: Span::new(start, start + len), kind, print: Print::of(word) });
        }
        // Most gaps are one space.
        rest = after.strip_prefix(' ').unwrap_or(after);
    }
    tokens
}

/// What stands between tokens: space, and characters that no reader sees.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}')
}

fn word_len(rest: &str) -> usize {
    let plain = run(rest, u8::is_ascii_alphanumeric);
    match rest.as_bytes().get(plain) {
        // Of ASCII only an apostrophe or a full stop may stand inside a word.
        Some(next) if !next.is_ascii() || matches!(next, b'\'' | b'.') => long_word_len(rest, plain),
        _ => plain,
    }
}

/// The same where the first `len` bytes belong to the word, and what follows may.
fn long_word_len(rest: &str, mut len: usize) -> usize {
    loop {
        let tail = rest[len..].trim_start_matches(is_of_word);
        len = rest.len() - tail.len();
        let mut next = tail.chars();
        match (next.next(), next.next()) {
            (Some(mark @ ('\'' | '’')), Some(c)) if c.is_alphabetic() && !is_possessive(tail) => {
                len += mark.len_utf8();
            }
            (Some('.'), Some(c)) if c.is_alphabetic() && is_initials(&rest[..len]) => len += 1,
            (Some('.'), _) if rest[..len].contains('.') && is_initials(&rest[..len]) => return len + 1,
            _ => return len,
        }
    }
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '\u{ad}' || is_combining(c)
}

/// Whether `word` is single letters with full stops between: "U", "U.S", "p.m".
fn is_initials(word: &str) -> bool {
    word.split('.').all(|part| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
    })
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn number_len(rest: &str) -> usize {
    let mut len = numeric_len(rest);
    while let Some(tail) = rest[len..].strip_prefix([',', '.']) {
        let digits = numeric_len(tail);
        if digits == 0 {
            break;
        }
        len += 1 + digits;
    }
    len
}

fn numeric_len(text: &str) -> usize {
    let plain = run(text, u8::is_ascii_digit);
    text.len() - text[plain..].trim_start_matches(char::is_numeric).len()
}

/// How many bytes at the beginning of `text` are of a kind of ASCII.
fn run(text: &str, is_of: impl Fn(&u8) -> bool) -> usize {
    text.bytes().take_while(is_of).count()
}

/// Whether `tail` starts with `'s` and the word ends there.
fn is_possessive(tail: &str) -> bool {
    let mut next = tail.chars().skip(1);
    matches!(next.next(), Some('s' | 'S')) && !next.next().is_some_and(char::is_alphanumeric)
}

/// An apostrophe after a word: `'s` is one token; after a plural it stands alone.
fn apostrophe(rest: &str, tokens: &[Token], (text, at): (&str, usize)) -> (Kind, usize) {
    let mark = rest.chars().next().map_or(1, char::len_utf8);
    let before = tokens.last().filter(|before| before.kind != Kind::Mark && before.span.end() == at);
    if before.is_some() && is_possessive(rest) {
        return (Kind::Possessive, mark + 1);
    }
    let is_owner =
        before.is_some_and(|before| before.kind == Kind::Word && before.span.of(text).ends_with('s'));
    let is_plural = is_owner && is_before_word(&rest[mark..]) && !is_quoting(tokens, text);
    (if is_plural { Kind::Possessive } else { Kind::Mark }, mark)
}

/// Whether a space and a word follow, as they do behind the owner in "the clubs' stands".
fn is_before_word(after: &str) -> bool {
    let word = after.strip_prefix(' ').and_then(|after| after.chars().next());
    word.is_some_and(char::is_alphanumeric)
}

/// How far before an apostrophe the quotation mark is looked for that it would close.
const QUOTED: usize = 60;

/// Whether a single quotation mark is open, as in "the 'loud clubs' met".
fn is_quoting(tokens: &[Token], text: &str) -> bool {
    let near = &tokens[tokens.len().saturating_sub(QUOTED)..];
    let opens = |(at, token): (usize, &Token)| {
        let follows_space = at == 0 || !near[at - 1].touches(*token);
        token.kind == Kind::Mark && token.is_any(text, &["'", "‘"]) && follows_space
    };
    near.iter().enumerate().any(opens)
}

#[cfg(test)]
mod tests {
    use super::Kind;
    use super::split;
    use crate::span::Span;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let tokens = split(text, Span::new(0, text.len()));
        let found: Vec<_> = tokens.iter().map(|t| t.span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn hyphens_stand_alone() {
        check("thirty-one-member bloc", &["thirty", "-", "one", "-", "member", "bloc"]);
    }

    #[test]
    fn possessives_stand_alone() {
        check("ZELMO's members", &["ZELMO", "'s", "members"]);
        check("Zelmora’s “open” nets", &["Zelmora", "’s", "“", "open", "”", "nets"]);
    }

    #[test]
    fn contractions_stay_whole() {
        check("It didn't, O’Brien", &["It", "didn't", ",", "O’Brien"]);
    }

    #[test]
    fn initials_keep_their_stops() {
        check(
            "the U.S. at 8 p.m. (U.S.-led)",
            &["the", "U.S.", "at", "8", "p.m.", "(", "U.S.", "-", "led", ")"],
        );
    }

    #[test]
    fn numbers_keep_their_marks() {
        check("$1,200.5, or 31st.", &["$", "1,200.5", ",", "or", "31", "st", "."]);
    }

    #[test]
    fn kinds_are_told_apart() {
        let text = "H100's 5%";
        let kinds: Vec<_> = split(text, Span::new(0, text.len())).iter().map(|t| t.kind).collect();
        assert_eq!(kinds, [Kind::Word, Kind::Possessive, Kind::Number, Kind::Mark]);
    }

    #[track_caller]
    fn check_owners(text: &str, expected: usize) {
        let tokens = split(text, Span::new(0, text.len()));
        assert_eq!(tokens.iter().filter(|token| token.kind == Kind::Possessive).count(), expected, "{text}");
    }

    #[test]
    fn an_apostrophe_behind_a_plural_is_an_owner() {
        check_owners("The Rovers' 14 titles", 1);
        check_owners("the clubs’ stands", 1);
        check_owners("a 'league of clubs' met", 0);
        check_owners("the ‘loud clubs’ met", 0);
        check_owners("the last of the clubs'", 0);
    }
}
