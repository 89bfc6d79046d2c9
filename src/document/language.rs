//! Whether a text is English, as far as it is long enough to tell.
//!
//! Numbers and words of another language would be read wrongly, so such a text is not read at all. The
//! only file that names whatlang.

use crate::document::passage;
use crate::token::Print;
use crate::value::list::Words;
use memchr::memmem::Finder;
use std::ops::ControlFlow;
use std::sync::LazyLock;
use whatlang::Lang;

/// How many bytes are looked at, from the beginning.
const SAMPLE: usize = 4_000;
/// How many letters a text must have before anything is said of it; a letter of Chinese says more.
const ENOUGH: usize = 200;
const ENOUGH_SIGNS: usize = 40;
/// A text is English if one in this many of its words is among [`COMMON`].
const ONE_IN: usize = 25;
/// How sure the library must be, from 0 to 1.
const SURE: f64 = 0.9;

/// Words that every English text of some length has, and that other languages do not have.
const COMMON: &Words = &Words::of(&[
    "the", "and", "that", "with", "from", "said", "this", "which", "were", "have", "has", "are", "its",
    "their", "would", "been", "they", "who", "not", "but",
]);

/// The language of `text` by its English name, if it surely is another than English.
pub fn foreign(text: &str) -> Option<&'static str> {
    let sample = &text[..passage::boundary(text, SAMPLE)];
    // The cheap question first: nearly every text is English.
    if is_english(sample) || !is_enough(sample) {
        return None;
    }
    let found = whatlang::detect(sample)?;
    (found.lang() != Lang::Eng && found.is_reliable() && found.confidence() >= SURE)
        .then(|| name(found.lang()))
}

fn is_english(text: &str) -> bool {
    [FIRST, SAMPLE].iter().any(|most| is_plainly_english(text, *most)) || {
        let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        let is_common = |word: &str| COMMON.has_in_any_case(word, Print::of(word));
        let (n_words, n_common) =
            words.fold((0, 0), |(n, common), word| (n + 1, common + usize::from(is_common(word))));
        n_common > 0 && n_common * ONE_IN >= n_words
    }
}

/// So many bytes from the beginning are enough in most texts.
const FIRST: usize = 2_000;
/// Words have so many bytes on average, the space behind them included; in English 6.
const AVERAGE: usize = 5;

/// The most frequent of [`COMMON`].
static FREQUENT: LazyLock<[Finder<'static>; 3]> =
    LazyLock::new(|| [" the ", " and ", " that "].map(Finder::new));

/// Whether even the most frequent of [`COMMON`] alone are frequent enough in so many bytes: the cheap question.
fn is_plainly_english(text: &str, most: usize) -> bool {
    let first = &text.as_bytes()[..text.len().min(most)];
    let enough = first.len().div_ceil(ONE_IN * AVERAGE).max(1);
    FREQUENT.iter().flat_map(|word| word.find_iter(first)).nth(enough - 1).is_some()
}

/// Whether there are enough letters to tell; those of other scripts than ours count more.
fn is_enough(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let weight = |c: char| if c < '\u{250}' { 1 } else { ENOUGH / ENOUGH_SIGNS };
    let sum = letters.map(weight).try_fold(0, |sum, weight| match sum + weight {
        enough if enough >= ENOUGH => ControlFlow::Break(()),
        sum => ControlFlow::Continue(sum),
    });
    sum.is_break()
}

/// The English name of a language.
fn name(lang: Lang) -> &'static str {
    match lang {
        Lang::Cmn => "Chinese",
        Lang::Pes => "Persian",
        Lang::Nob => "Norwegian",
        other => other.eng_name(),
    }
}

#[cfg(test)]
mod tests {
    use super::FIRST;
    use super::foreign;
    use super::is_plainly_english;

    const GERMAN: &str = "Die Hafenliga hat nach Angaben ihres Vorstands vierzehn Vereine, doch in den Unterlagen \
        stehen nur zwölf. Der Verband will die Zahl in der kommenden Woche prüfen und danach eine Erklärung \
        veröffentlichen, wie eine Sprecherin am Dienstag sagte. Für die Fans ändert sich vorerst nichts.";
    const ENGLISH: &str = "The harbour league has fourteen clubs, its board said, but the records show only \
        twelve. The association will look into the number next week and publish a statement afterwards, a \
        spokeswoman said on Tuesday. Nothing changes for the fans, who have waited for years already.";

    #[test]
    fn a_long_text_in_another_language_is_recognised() {
        assert_eq!(foreign(GERMAN), Some("German"));
        let french = "La ligue du port compte quatorze clubs selon son comité, mais les dossiers n'en montrent que \
            douze. La fédération examinera le chiffre la semaine prochaine et publiera ensuite une déclaration, a \
            dit mardi une porte-parole. Rien ne change pour les supporters, qui attendent depuis des années.";
        assert_eq!(foreign(french), Some("French"));
        let russian = "В портовой лиге четырнадцать клубов, сообщило её правление, но в документах указано только \
            двенадцать. Федерация проверит это число на следующей неделе и опубликует заявление.";
        assert_eq!(foreign(russian), Some("Russian"));
        let chinese = "港口联盟理事会表示该联盟有十四家俱乐部，但记录显示只有十二家。协会将于下周核实这一数字，随后发表声明，一位女发言人周二表示。";
        assert_eq!(foreign(chinese), Some("Chinese"));
    }

    #[test]
    fn english_stays_whatever_stands_in_it() {
        assert_eq!(foreign(ENGLISH), None);
        assert_eq!(foreign(&format!("{ENGLISH} “Die Zahl ist falsch”, sagte sie. “Wir prüfen das.”")), None);
        assert_eq!(foreign(&ENGLISH.to_uppercase()), None);
        let names =
            "Ajax Amsterdam, Feyenoord Rotterdam, Borussia Dortmund, Bayern München, Olympique Lyonnais. ";
        assert_eq!(foreign(&format!("{}The league has 12 clubs and this is known.", names.repeat(2))), None);
    }

    #[test]
    fn its_most_frequent_words_tell_a_text_that_is_plainly_english() {
        assert!(is_plainly_english(ENGLISH, FIRST) && is_plainly_english(" so that the boats and ", FIRST));
        assert!(!is_plainly_english(GERMAN, FIRST) && !is_plainly_english("", FIRST));
        assert!(!is_plainly_english(&format!("{} the end", "boats ".repeat(40)), FIRST));
    }

    #[test]
    fn a_short_text_is_never_judged() {
        assert_eq!(foreign("Die Hafenliga hat 1.200,50 Euro."), None);
        assert_eq!(foreign(""), None);
        assert_eq!(foreign(&"31 ".repeat(4000)), None);
    }
}
