//! Wrong names that an article means to print: a former name, a slip that it points out, the title of a work.

use crate::document::Document;
use crate::span::Span;

/// Words before a former name or a known slip.
const FORMER: &[&str] = &[
    "formerly", "previously", "once", "then", "originally", "née", "misspelled", "misspelt", "mistyped",
    "misprinted", "rendered", "pronounced", "sold as", "branded", "renamed from",
];
/// Words before any name, which is a former one if the clause speaks of the past.
const NAMING: &[&str] = &["known as", "called", "was", "named", "spelled", "spelt"];
/// Words by which a clause does.
const PAST: &[&str] = &[
    "until", "formerly", "previously", "once", "then", "those days", "at the time", "used to", "in the past",
    "misspelled", "misspelt",
];
/// Words behind a name that show it to be a former one or a known slip.
const BEHIND: &[&str] = &[
    "was renamed", "were renamed", "was rebranded", "is now called", "is now known", "changed its name",
    "[sic]", "(sic)", "as it was then", "as it then was", "as it was called", "as it was known",
];
/// How many bytes around a name are looked at.
const REACH: usize = 60;

/// Whether the article says of the name at `span` that it is another one.
pub fn is_meant(document: &Document<'_>, span: Span) -> bool {
    let text = &*document.text;
    let clause = clause(text, span);
    let before =
        clause.0.trim_end().trim_end_matches(['“', '"', '‘', '\'', '*', '_']).trim_end().to_lowercase();
    let behind = clause.1.trim_start_matches(['”', '"', '’', '\'', '*', '_']).trim_start().to_lowercase();
    let has_past = PAST.iter().any(|words| has_words(&before, words) || has_words(&behind, words));
    let is_led = |table: &[&str]| table.iter().any(|words| ends_with_words(&before, words));
    // "known until 2011 as".
    let is_known = ends_with_words(&before, "as") && before.contains("known ");
    is_led(FORMER)
        || (is_led(NAMING) || is_known) && has_past
        || BEHIND.iter().any(|words| behind.starts_with(words))
        || is_title(text, span)
}

/// The text of the sentence before and behind a name, as far as it is looked at.
fn clause(text: &str, span: Span) -> (&str, &str) {
    let from = floor(text, span.start().saturating_sub(REACH));
    let to = floor(text, (span.end() + REACH).min(text.len()));
    let before = text[from..span.start()].rsplit(['.', '!', '?', '\n']).next().unwrap_or("");
    let behind = text[span.end()..to].split(['.', '!', '?', '\n']).next().unwrap_or("");
    (before, behind)
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Whether a text has some words, whole ones.
fn has_words(text: &str, words: &str) -> bool {
    let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(words).any(|(at, _)| {
        is_edge(text[..at].chars().next_back()) && is_edge(text[at + words.len()..].chars().next())
    })
}

fn ends_with_words(text: &str, words: &str) -> bool {
    text.strip_suffix(words).is_some_and(|head| !head.ends_with(char::is_alphanumeric))
}

/// "the fanzine “Brewers Hall Memories”": whether the name is only a part of what is quoted as a title.
fn is_title(text: &str, span: Span) -> bool {
    let from = floor(text, span.start().saturating_sub(REACH));
    let to = floor(text, (span.end() + REACH).min(text.len()));
    let before = text[from..span.start()].trim_end_matches(|c: char| c.is_alphanumeric() || c == ' ');
    let behind = text[span.end()..to].trim_start_matches(|c: char| c.is_alphanumeric() || c == ' ');
    let opens = before.ends_with(['“', '"', '‘', '«']);
    let closes = behind.starts_with(['”', '"', '’', '»']);
    let inner = &text[from + before.len()..to - behind.len()];
    let is_capital = |word: &str| word.starts_with(char::is_uppercase) || SMALL.contains(&word);
    let is_longer = inner.trim().len() > span.len();
    opens && closes && is_longer && inner.split_whitespace().all(is_capital)
}

/// Small words of titles.
const SMALL: &[&str] = &["and", "the", "of", "a", "an", "in", "on", "for", "to", "with"];

#[cfg(test)]
mod tests {
    use super::is_meant;
    use crate::document::Document;
    use crate::span::Span;

    fn is_explained(text: &str) -> bool {
        let start = text.find("Dunmoor").expect("the name");
        is_meant(&Document::plain(text, None), Span::new(start, start + "Dunmoor".len()))
    }

    #[test]
    fn former_names_and_known_slips_are_explained() {
        for text in [
            "Dunmore, formerly known as Dunmoor, has a mill.",
            "Dunmore, which was called Dunmoor until 1890, has a mill.",
            "Dunmoor was renamed Dunmore in 1890.",
            "She lives in Dunmoor [sic], it said.",
            "His name was misspelled Dunmoor on the card.",
            "The song “Dunmoor Blues” is old.",
        ] {
            assert!(is_explained(text), "{text}");
        }
        for text in ["She lives in Dunmoor.", "The town is called Dunmoor.", "“I live in Dunmoor,” she said."]
        {
            assert!(!is_explained(text), "{text}");
        }
    }
}
