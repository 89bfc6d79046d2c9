//! "A" or "an" before words that are replaced.

use crate::lint::mend::Words;
use crate::lint::mend::cased;
use crate::span::Span;

/// Beginnings that are spoken with a consonant though they are written with a vowel.
const CONSONANTS: &[&str] = &["one", "uni", "eu", "use", "usu", "uti", "ub", "ewe"];
/// Beginnings of those that are not, after all.
const VOWELS: &[&str] = &["unin", "unim", "unid"];

/// The words with the article before them, where that has to change.
pub fn with_article(text: &str, words: Words) -> Words {
    let before = text.get(..words.span.start()).unwrap_or_default();
    let Some(bare) = before.strip_suffix(' ') else { return words };
    let start = bare.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| at + next_len(bare, at));
    let article = &bare[start..];
    let wanted = if begins_with_vowel(&words.text) { "an" } else { "a" };
    let is_article = ["a", "an"].iter().any(|known| article.eq_ignore_ascii_case(known));
    if !is_article || article.eq_ignore_ascii_case(wanted) {
        return words;
    }
    let text = format!("{} {}", cased(article, wanted), words.text);
    Words { span: Span::new(start, words.span.end()), text }
}

fn next_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

/// Whether the first sound is a vowel.
fn begins_with_vowel(words: &str) -> bool {
    let words = words.to_lowercase();
    let number: String = words.chars().take_while(|c| c.is_ascii_digit() || *c == ',').collect();
    if !number.is_empty() {
        return begins_with_eight(&number);
    }
    let is_consonant = CONSONANTS.iter().any(|begin| words.starts_with(begin));
    let is_vowel = VOWELS.iter().any(|begin| words.starts_with(begin));
    words.starts_with(['a', 'e', 'i', 'o', 'u']) && (is_vowel || !is_consonant)
}

/// Eight, eleven and eighteen, alone or before thousands, are the numbers with a vowel.
fn begins_with_eight(number: &str) -> bool {
    let digits = number.replace(',', "");
    let first = digits.len() % 3;
    let group = if first == 0 { &digits[..3] } else { &digits[..first] };
    digits.starts_with('8') || matches!(group, "11" | "18")
}

#[cfg(test)]
mod tests {
    use super::with_article;
    use crate::lint::mend::Words;
    use crate::span::Span;

    #[track_caller]
    fn check(text: &str, new: &str, expected: &str) {
        let start = text.find('«').expect("a mark");
        let end = text.find('»').expect("a mark") - '«'.len_utf8();
        let plain = text.replace(['«', '»'], "");
        let words = with_article(&plain, Words { span: Span::new(start, end), text: new.to_owned() });
        let mended = [&plain[..words.span.start()], &words.text, &plain[words.span.end()..]].concat();
        assert_eq!(mended, expected);
    }

    #[test]
    fn the_article_follows_the_sound() {
        check("A «12»-club league", "11", "An 11-club league");
        check("an «11»-club league", "12", "a 12-club league");
        check("a «classified» network", "unclassified", "an unclassified network");
        check("an «open» shop", "union", "a union shop");
        check("a «9»% rise", "80", "an 80% rise");
        check("a «9,000» kilo", "18,000", "an 18,000 kilo");
        check("a «9» kilo", "110", "a 110 kilo");
    }

    #[test]
    fn other_words_stay() {
        check("a «12»-club league", "13", "a 13-club league");
        check("la «12»", "11", "la 11");
        check("plan «12»", "11", "plan 11");
        check("“A «12»-club", "11", "“An 11-club");
        check("«12» clubs", "11", "11 clubs");
    }
}
