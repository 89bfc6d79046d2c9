//! A finding with the sentence it stands in, for a terminal.
//!
//! Only this folder may name miette: `notice` draws with it, `source` keeps it away from the
//! article, `window` chooses what a reader is shown.

pub mod notice;
mod pointer;
mod source;
mod window;

use crate::diagnostic::Card;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Elsewhere;
use crate::diagnostic::Label;
use crate::diagnostic::Linted;
use crate::report::Style;
use crate::report::finding;
use crate::report::full::notice::Notice;
use crate::report::full::notice::Other;
use crate::report::full::notice::Snippet;
use crate::report::place;
use crate::report::place::Places;
use crate::report::visible;

/// A longer observed value says more in the message than below its words.
const LONGEST_LABEL: usize = 40;

/// The findings of an article, each with an empty line behind it.
pub fn article(style: &Style, linted: &Linted) -> String {
    let places = Places::new(&linted.article);
    linted.findings.iter().map(|finding| one(style, &places, finding)).collect()
}

fn one(style: &Style, places: &Places<'_>, finding: &Diagnostic) -> String {
    let path = finding::location(places.article, finding.field);
    let has_text = !places.text(finding.field).is_empty();
    let mut footers = footers(finding);
    if !has_text {
        footers.push(("file", path.clone()));
    }
    let notice = Notice {
        severity: finding.severity,
        head: format!("{}[{}]", finding.severity.name(), visible::line(finding::name(finding))),
        message: finding.message.clone(),
        snippet: has_text.then(|| snippet(places, finding, path)),
        footers,
    };
    notice.draw(style) + "\n"
}

fn snippet<'p>(places: &'p Places<'_>, finding: &Diagnostic, path: String) -> Snippet<'p> {
    let text = places.text(finding.field);
    let words = place::clip(text, finding.span);
    let others = finding.labels.iter().filter(|label| label.span != finding.span);
    Snippet {
        path,
        index: places.of(finding.field),
        words,
        label: label(finding),
        others: others.map(|label| other(text, finding, label)).collect(),
        whole: place::clip(text, finding.sentence),
    }
}

/// Further words, with their own sentence where they stand in another one.
fn other(text: &str, finding: &Diagnostic, label: &Label) -> Other {
    let is_elsewhere = !finding.sentence.contains(label.span);
    let whole = is_elsewhere.then(|| place::clip(text, label.sentence));
    Other { words: place::clip(text, label.span), label: label.text.clone(), whole }
}

/// What stands below the words at fault.
fn label(finding: &Diagnostic) -> Option<String> {
    if let Some(own) = finding.labels.iter().find(|label| label.span == finding.span) {
        return Some(own.text.clone());
    }
    let observed = finding.observed.as_deref()?;
    (visible::width(observed) <= LONGEST_LABEL).then(|| format!("says {observed}"))
}

/// What else there is to know, each with its name.
fn footers(finding: &Diagnostic) -> Vec<(&'static str, String)> {
    let mut footers = Vec::new();
    footers.extend(help(finding).map(|help| ("help", help)));
    footers.extend(finding.suppressed.clone().map(|reason| ("ignored", reason)));
    footers.extend(finding.related.iter().map(|other| ("also", also(other))));
    let Some(fact) = &finding.fact else { return footers };
    if !is_told(&finding.message, &fact.says) {
        footers.push(("fact", fact.says.clone()));
    }
    footers.extend(fact.source.clone().map(|source| ("from", source)));
    footers.push(("rule", rule(fact, finding.as_of.as_deref())));
    footers
}

/// Where other words say otherwise, and the sentence they stand in.
fn also(other: &Elsewhere) -> String {
    format!("{}: {}", finding::elsewhere(other), other.sentence)
}

fn help(finding: &Diagnostic) -> Option<String> {
    let fix = || finding.fix.as_ref().map(|fix| format!("write “{}”", fix.text));
    finding.help.clone().or_else(fix)
}

/// Whether a message begins with the fact's own sentence.
fn is_told(message: &str, says: &str) -> bool {
    message.starts_with(says.trim_end_matches('.'))
}

/// Where the rule stands, and for which day it was read.
fn rule(fact: &Card, as_of: Option<&str>) -> String {
    let day = as_of.map_or("article without a date".to_owned(), |day| format!("as of {day}"));
    format!("{}:{}, {day}", fact.path, fact.line)
}

#[cfg(test)]
mod tests {
    use super::article;
    use crate::code::Code;
    use crate::diagnostic::Label;
    use crate::diagnostic::Linted;
    use crate::report::Style;
    use crate::report::sample;
    use crate::span::Span;

    const SENTENCE: &str = "The 31-member bloc met in Orlavia on Tuesday; it later said it had 32.";

    fn draw(linted: &Linted) -> String {
        article(&sample::PLAIN, linted)
    }

    /// Adds a label to the first finding.
    fn labelled(mut linted: Linted, words: &str, text: &str) -> Linted {
        let start = linted.article.text.find(words).unwrap();
        let span = Span::new(start, start + words.len());
        linted.findings[0].labels.push(Label { span, text: text.to_owned(), sentence: span });
        linted
    }

    #[test]
    fn a_finding_shows_its_sentence() {
        insta::assert_snapshot!(draw(&sample::linted(SENTENCE, "31-member")));
    }

    #[test]
    fn a_cue_in_the_sentence_is_underlined_too() {
        let linted = sample::linted(SENTENCE, "31-member");
        insta::assert_snapshot!(draw(&labelled(linted, "later said", "put right here")));
    }

    #[test]
    fn a_cue_elsewhere_is_shown() {
        let text = "The 31-member bloc met.\n\nA spokesman put that right.";
        let mut linted = sample::linted(text, "31-member");
        linted.findings[0].sentence = Span::new(0, 23);
        insta::assert_snapshot!(draw(&labelled(linted, "put that right", "put right here")));
        let text =
            format!("The 31-member bloc met. {}A spokesman put that right.", "So it went on. ".repeat(9));
        let mut linted = sample::linted(&text, "31-member");
        linted.findings[0].sentence = Span::new(0, 23);
        insta::assert_snapshot!(draw(&labelled(linted, "put that right", "put right here")));
    }

    #[test]
    fn colours_are_the_terminals_own() {
        let style = Style { color: true, ..sample::PLAIN };
        let linted = labelled(sample::linted(SENTENCE, "31-member"), "later said", "put right here");
        insta::assert_snapshot!(article(&style, &linted).replace('\u{1b}', "ESC"));
    }

    #[test]
    fn a_plain_terminal_gets_plain_lines() {
        let style = Style { unicode: false, ..sample::PLAIN };
        let text = format!("{}{SENTENCE}", "Once more and again, ".repeat(9));
        let drawn = article(&style, &sample::linted(&text, "31-member"));
        assert!(drawn.is_ascii(), "{drawn}");
        insta::assert_snapshot!(drawn);
    }

    #[test]
    fn a_long_sentence_is_cut_around_the_words() {
        let text = format!("{}{SENTENCE}{}", "Once more and again, ".repeat(9), " And so on".repeat(40));
        insta::assert_snapshot!(draw(&sample::linted(&text, "31-member")));
    }

    #[test]
    fn a_sentence_over_lines_keeps_its_lines() {
        let text = "It rained.\r\nAt dawn the 31-member\r\nbloc met in Orlavia.\r\n";
        let mut linted = sample::linted(text, "31-member\r\nbloc");
        linted.findings[0].sentence = Span::new(12, text.len() - 2);
        insta::assert_snapshot!(draw(&linted));
        insta::assert_snapshot!(draw(&labelled(sample::linted(text, "31-member"), "Orlavia", "here")));
    }

    #[test]
    fn wide_characters_stand_over_their_marks() {
        insta::assert_snapshot!(draw(&sample::linted("東京 says the 31-member bloc met.", "31-member")));
    }

    #[test]
    fn what_a_terminal_would_obey_is_not_passed_on() {
        let mut linted = sample::linted("The \u{202e}31\u{202c}\u{1b}[2J bloc\u{7} met.", "31");
        linted.findings[0].message = "a\u{1b}[31mb\u{202e}\nc".to_owned();
        linted.article.path = "in/\u{1b}]0;x\u{7}.txt".into();
        let drawn = draw(&linted);
        let is_obeyed = |c: char| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c);
        assert!(!drawn.contains(is_obeyed), "{drawn:?}");
    }

    #[test]
    fn an_article_of_one_line_and_four_megabytes() {
        let half = "é ".repeat(700_000);
        let text = format!("{half}The 31-member bloc met. {half}");
        let linted = labelled(sample::linted(&text, "31-member"), "met", "far behind column 65,535");
        insta::assert_snapshot!(draw(&linted));
    }

    #[test]
    fn many_findings_in_four_megabytes_are_told_quickly() {
        let mut linted = sample::linted(&"The 31-member bloc met ".repeat(180_000), "31-member");
        let sentence = linted.findings[0].sentence;
        let at = |i: usize| Span::new(4 + i * 23 * 90, 13 + i * 23 * 90);
        linted.findings = (0..2000).map(|i| sample::finding(at(i), sentence)).collect();
        let start = std::time::Instant::now();
        assert!(draw(&linted).contains("in/a.txt:1:4137935"));
        // Reading the text again for each finding takes minutes.
        assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    }

    #[test]
    fn empty_words_get_a_caret() {
        let mut linted = sample::linted("The bloc met.", "met.");
        linted.findings[0].span = Span::at(13);
        insta::assert_snapshot!(draw(&linted));
        linted.findings[0].sentence = Span::at(0);
        linted.findings[0].span = Span::at(4);
        insta::assert_snapshot!(draw(&linted));
    }

    #[test]
    fn what_could_not_be_read_is_named() {
        let mut linted = sample::linted("", "");
        let finding = &mut linted.findings[0];
        (finding.code, finding.fact, finding.help) = (Code::Encoding, None, None);
        finding.message = "byte 17 is no UTF-8".to_owned();
        insta::assert_snapshot!(draw(&linted));
    }

    #[test]
    fn odd_spans_never_panic() {
        let texts = ["", "\n", "é", "\r\n\r\n", " \u{301}\u{301}", "a\tb\u{200d}東\u{202e}c\r", "x\n\n\ny\n"];
        for text in texts {
            for start in 0..=text.len() + 2 {
                for end in start..=text.len() + 2 {
                    odd(text, Span::new(start, end));
                }
            }
        }
    }

    /// Draws every mixture of a span with another as sentence and label.
    fn odd(text: &str, span: Span) {
        for at in 0..=text.len() + 1 {
            let mut linted = sample::linted(text, "");
            let sentence = Span::new(at, text.len());
            linted.findings = vec![sample::finding(span, sentence), sample::finding(sentence, span)];
            for finding in &mut linted.findings {
                finding.labels.push(Label { span: Span::new(at, at + 1), text: "x".to_owned(), sentence });
                finding.labels.push(Label { span: sentence, text: "two\nlines".to_owned(), sentence: span });
            }
            for width in [0, 80, usize::MAX] {
                let style = Style { width, ..sample::PLAIN };
                assert!(article(&style, &linted).contains("in/a.txt"));
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_and_no_spans_panic(
            text in "[ab 1\\n\\r\\té東\u{301}\u{202e}\u{1b}…]{0,120}",
            ends in proptest::collection::vec(0..300usize, 8),
            width in 0..120usize,
        ) {
            let span = |i: usize| Span::new(ends[2 * i], ends[2 * i + 1]);
            let mut linted = sample::linted(&text, "");
            let mut finding = sample::finding(span(0), span(1));
            finding.labels.extend([2, 3].map(|i| Label { span: span(i), text: "x".to_owned(), sentence: span(5 - i) }));
            linted.findings = vec![finding];
            for unicode in [true, false] {
                let style = Style { width, unicode, ..sample::PLAIN };
                proptest::prop_assert!(article(&style, &linted).contains("error[bloc-members]"));
            }
        }
    }
}
