//! The words of a sentence as the lexicon sees them: small letters, contractions cut up.
//!
//! "didn't" is "did" and "n't", "they're" is "they" and "'re", so a phrase is written once for all
//! of its spellings.

use crate::span::Span;
use crate::token::Kind;
use crate::token::Token;
use rustc_hash::FxHashMap;

/// A word the lexicon knows, by number; zero is any other.
pub type WordId = u32;

/// One word, number or mark of a sentence.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Its bytes.
    pub span: Span,
    /// What it is made of.
    pub kind: Kind,
    /// Which word of the lexicon it is.
    pub id: WordId,
    /// Whether it begins with a capital.
    pub is_capitalised: bool,
    /// The mark, where it is one.
    pub mark: Option<char>,
}

/// Numbers for the words of a lexicon.
#[derive(Debug, Default)]
pub struct Vocabulary {
    ids: FxHashMap<Box<str>, WordId>,
}

impl Vocabulary {
    /// The number of `word`, made if it is new.
    pub fn intern(&mut self, word: &str) -> WordId {
        if let Some(&id) = self.ids.get(word) {
            return id;
        }
        let id = WordId::try_from(self.ids.len() + 1).unwrap_or(WordId::MAX);
        self.ids.insert(word.into(), id);
        id
    }

    /// The number of `word`, or zero.
    pub fn find(&self, word: &str) -> WordId {
        self.ids.get(word).copied().unwrap_or(0)
    }

    /// How many numbers are in use, zero included.
    pub fn count(&self) -> usize {
        self.ids.len() + 1
    }

    /// The words of `tokens`.
    pub fn words(&self, text: &str, tokens: &[Token]) -> Vec<Word> {
        let mut words = Vec::with_capacity(tokens.len() + 4);
        let mut lower = String::new();
        for &token in tokens {
            let is_capitalised = token.is_capitalised(text);
            let mark = token.span.of(text).chars().next().filter(|_| token.kind == Kind::Mark);
            let written = token.span.of(text);
            if is_plain(written) {
                lower.clear();
                lower.push_str(written);
                lower.make_ascii_lowercase();
                let id = self.find(&lower);
                words.push(Word { span: token.span, kind: token.kind, id, is_capitalised, mark });
                continue;
            }
            for (piece, span) in pieces(text, token) {
                words.push(Word { span, kind: token.kind, id: self.find(&piece), is_capitalised, mark });
            }
        }
        words
    }
}

/// Whether a token is one word in ASCII, as nearly all are.
fn is_plain(written: &str) -> bool {
    written.bytes().all(|byte| byte.is_ascii() && byte != b'\'') && !written.eq_ignore_ascii_case("cannot")
}

/// Endings that are words of their own.
const ENDINGS: &[&str] = &["n't", "'re", "'ve", "'ll", "'d", "'m"];
/// What is left of a word before "n't", where it is no word.
const STEMS: &[(&str, &str)] = &[("ca", "can"), ("wo", "will"), ("sha", "shall"), ("ai", "is")];

/// A token in small letters and straight apostrophes, cut into the words it stands for.
pub fn pieces(text: &str, token: Token) -> Vec<(String, Span)> {
    let written = token.span.of(text);
    if is_plain(written) {
        return vec![(written.to_ascii_lowercase(), token.span)];
    }
    let lower = written.to_lowercase().replace('’', "'");
    if lower == "cannot" {
        return cut("can", "not", token.span, 3);
    }
    let Some(ending) = ENDINGS.iter().find(|ending| lower.len() > ending.len() && lower.ends_with(**ending))
    else {
        return vec![(lower, token.span)];
    };
    let stem = &lower[..lower.len() - ending.len()];
    let full = STEMS.iter().find(|(short, _)| *short == stem).map_or(stem, |(_, full)| full);
    // The stem is as long in the text as in small letters wherever it is ASCII, which English is.
    cut(full, ending, token.span, stem.len())
}

fn cut(first: &str, second: &str, whole: Span, at: usize) -> Vec<(String, Span)> {
    let middle = (whole.start() + at).min(whole.end());
    let (left, right) = (Span::new(whole.start(), middle), Span::new(middle, whole.end()));
    vec![(first.to_owned(), left), (second.to_owned(), right)]
}

#[cfg(test)]
mod tests {
    use super::pieces;
    use crate::span::Span;
    use crate::token;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let tokens = token::split(text, Span::new(0, text.len()));
        let found: Vec<_> = tokens.iter().flat_map(|token| pieces(text, *token)).collect();
        let found: Vec<_> = found.iter().map(|(word, span)| (word.as_str(), span.of(text))).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn contractions_are_two_words() {
        check("Didn’t", &[("did", "Did"), ("n't", "n’t")]);
        check("won't", &[("will", "wo"), ("n't", "n't")]);
        check("cannot", &[("can", "can"), ("not", "not")]);
        check("They're", &[("they", "They"), ("'re", "'re")]);
    }

    #[test]
    fn other_words_stay_whole() {
        check("Ça va", &[("ça", "Ça"), ("va", "va")]);
    }
}
