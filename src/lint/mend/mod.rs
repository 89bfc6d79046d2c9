//! The words that mend a finding: the truth, written as the wrong words were.
//!
//! Digits stay digits, words stay words, the order of a date stays. Where the truth cannot be written in the
//! same way there is no fix, for a sentence that no longer reads well is not mended.

pub mod apply;
pub(crate) mod day;
mod indefinite;
pub(crate) mod number;
mod spelled;

use crate::claim::Extent;
use crate::claim::Observed;
use crate::context::Source;
use crate::diagnostic::Replacement;
use crate::document::Document;
use crate::fact::Fact;
use crate::fact::Fix;
use crate::fact::Kind;
use crate::fact::Rules;
use crate::fact::timeline::Timeline;
use crate::lint::Judged;
use crate::lint::mend::number::Wanted;
use crate::source::Format;
use crate::span::Span;
use crate::verdict::Verdict;
use crate::verdict::moment::Moment;
use rust_decimal::Decimal;

/// Words to put in, in the prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Words {
    /// The words they stand in for.
    pub(crate) span: Span,
    /// What is put there.
    pub(crate) text: String,
}

/// What would mend a finding, if its fact allows that and the truth can be written there.
pub(crate) fn replacement(
    rules: &Rules,
    document: &Document<'_>,
    fact: &Fact,
    judged: &Judged,
) -> Option<Replacement> {
    if fact.fix == Fix::None || !is_own(document, judged) {
        return None;
    }
    let words = words(rules, document, fact, judged)?;
    let words = indefinite::with_article(&document.text, words);
    let (span, text) = in_source(document, words)?;
    Some(Replacement { span, text, is_safe: fact.fix == Fix::Safe })
}

/// Whether the wrong words are the author's own, and asserted.
fn is_own(document: &Document<'_>, judged: &Judged) -> bool {
    let is_quoted = document.quotations().iter().any(|quotation| quotation.words.overlaps(judged.claim.span));
    let is_asserted = matches!(judged.judgement.verdict, Verdict::Contradicts | Verdict::Outdated);
    is_asserted && !is_quoted && judged.context.source == Source::Author
}

/// The truth as the wrong words would write it.
fn words(rules: &Rules, document: &Document<'_>, fact: &Fact, judged: &Judged) -> Option<Words> {
    let claim = &judged.claim;
    let moment = judged.judgement.moment;
    let put = |text: String| Words { span: claim.span, text };
    match (&fact.kind, &claim.observed) {
        (Kind::Count(truth), Observed::Value(value)) => {
            let missing = Decimal::from(u8::from(claim.extent == Extent::AllButOne));
            let number = only(truth, moment)?.checked_sub(missing)?;
            number::words(document, value, &Wanted { number, unit: None, kind: value.kind })
        }
        (Kind::Measure { value: truth, .. }, Observed::Value(value)) => {
            number::words(document, value, &Wanted::of(only(truth, moment)?)?)
        }
        (Kind::Date { value: truth, .. }, Observed::Value(value)) => {
            let text = day::written(document.slice(value.core), *only(truth, moment)?)?;
            Some(Words { span: value.core, text })
        }
        (Kind::Term { value: truth, rivals, .. }, Observed::Term(_)) => {
            let old = document.slice(claim.span);
            let others = truth.entries.iter().map(|entry| &entry.value).chain(rivals);
            let is_whole = others.into_iter().any(|word| word.eq_ignore_ascii_case(old));
            only(truth, moment).filter(|_| is_whole).map(|new| put(cased(old, new)))
        }
        (Kind::Role { holder, .. }, Observed::Holder { .. }) => {
            Some(put(rules.holder_name(only(holder, moment)?)))
        }
        (Kind::Name { written, .. }, Observed::Misspelt) => Some(put(written.clone())),
        _ => None,
    }
}

/// The truth at the moment, if there is one and no other.
fn only<T>(truth: &Timeline<T>, moment: Moment) -> Option<&T> {
    match moment.entries(truth).as_slice() {
        [entry] => Some(&entry.value),
        _ => None,
    }
}

/// A word with the capitals of the one it stands in for.
pub(crate) fn cased(old: &str, new: &str) -> String {
    let has_capital = old.chars().next().is_some_and(char::is_uppercase);
    let is_loud =
        old.chars().filter(|c| c.is_alphabetic()).nth(1).is_some() && !old.chars().any(char::is_lowercase);
    match new.chars().next() {
        _ if is_loud => new.to_uppercase(),
        Some(first) if has_capital => first.to_uppercase().chain(new.chars().skip(1)).collect(),
        _ => new.to_owned(),
    }
}

/// Characters that are markup in one format or another; words with one of them are put into plain text only.
const MARKUP: &[char] =
    &['<', '>', '&', '*', '_', '`', '[', ']', '|', '\\', '{', '}', '#', '~', '"', '\'', '^', '+'];

/// The words in the article's own bytes; markup among those they stand in for has to stay, so only what
/// differs is replaced, and only if it was copied as it stands.
pub(crate) fn in_source(document: &Document<'_>, words: Words) -> Option<(Span, String)> {
    let Words { span, text } = words;
    if document.format != Format::Text && text.contains(MARKUP) {
        return None;
    }
    if let Some(place) = document.copied(span) {
        return Some((place.span, text));
    }
    let old = document.slice(span);
    let head =
        old.chars().zip(text.chars()).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum::<usize>();
    let (old_rest, new_rest) = (&old[head..], &text[head..]);
    let ends = old_rest.chars().rev().zip(new_rest.chars().rev());
    let tail = ends.take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum::<usize>();
    let inner = Span::new(span.start() + head, span.end() - tail);
    let place = document.copied(inner).filter(|_| !inner.is_empty())?;
    Some((place.span, text[head..text.len() - tail].to_owned()))
}
