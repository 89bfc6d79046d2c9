//! What could be checked in an article, whether or not a fact speaks of it.

use crate::claim::titled;
use crate::diagnostic::Sort;
use crate::document::Document;
use crate::document::dateline;
use crate::document::sentence::Sentence;
use crate::span::Span;
use crate::token::Kind as TokenKind;
use crate::token::Token;
use crate::value::Amount;
use crate::value::Form;
use crate::value::Kind;
use crate::value::Value;
use jiff::ToSpan;

/// Words that could be checked.
pub(crate) struct Stated {
    /// What sort of words.
    pub(crate) sort: Sort,
    /// The words, in the prose.
    pub(crate) span: Span,
    /// Why nobody has to vouch for them, where that is so.
    pub(crate) why: Option<&'static str>,
}

const LABEL: &str = "no amount, as in names and addresses";
const OWN_DATE: &str = "the article's own date";
const RANK: &str = "a rank, not an amount";
const SHORT: &str = "too short to be held to anybody's words";
const TIME: &str = "a time of day";
const UNKNOWN: &str = "which day is meant cannot be known";
const VAGUE: &str = "too vague to be held to a number";

/// Quotations of fewer words may be anybody's; those of three are compared with longer ones.
const LEAST: usize = 3;

/// All that could be checked, in order; a quotation before what is in it. `terms` are the words that only facts know.
pub(crate) fn all(document: &Document<'_>, terms: impl Iterator<Item = Span>) -> Vec<Stated> {
    let own = Own::of(document);
    let sentences = document.sentences().iter();
    let mut found: Vec<Stated> =
        sentences.flat_map(|sentence| in_sentence(document, sentence, &own)).collect();
    let titled = titled::all(document).into_iter();
    found.extend(titled.map(|one| Stated { sort: Sort::Title, span: one.span(), why: None }));
    found.extend(document.quotations().iter().map(|quotation| quoted(document, quotation.words)));
    found.extend(terms.map(|span| Stated { sort: Sort::Term, span, why: None }));
    found.sort_by_key(|stated| (stated.span.start(), std::cmp::Reverse(stated.span.end())));
    found.dedup_by_key(|stated| (stated.span, stated.sort));
    found
}

fn quoted(document: &Document<'_>, words: Span) -> Stated {
    let n_words = document.slice(words).split_whitespace().take(LEAST).count();
    Stated { sort: Sort::Quotation, span: words, why: (n_words < LEAST).then_some(SHORT) }
}

/// The values of a sentence, and its figures that are none.
fn in_sentence(document: &Document<'_>, sentence: &Sentence, own: &Own) -> Vec<Stated> {
    let values = document.values(sentence);
    let stated = values.iter().map(|value| valued(value, own));
    stated.chain(labels(document, sentence, values)).collect()
}

fn valued(value: &Value, own: &Own) -> Stated {
    let why = match (&value.amount, value.kind) {
        (_, Kind::Time) => Some(TIME),
        (Amount::Dates(days), Kind::Date) if days.is_empty() => Some(UNKNOWN),
        (_, Kind::Date) => own.has(value).then_some(OWN_DATE),
        (_, Kind::Ordinal) => Some(RANK),
        _ => (value.grain.form == Form::Vague).then_some(VAGUE),
    };
    Stated { sort: sort(value.kind), span: value.core, why }
}

fn sort(kind: Kind) -> Sort {
    match kind {
        Kind::Percent | Kind::Points => Sort::Percent,
        Kind::Money => Sort::Money,
        Kind::Date | Kind::Time => Sort::Date,
        Kind::Number
        | Kind::Count
        | Kind::Ordinal
        | Kind::Factor
        | Kind::Fraction
        | Kind::Ratio
        | Kind::Quantity
        | Kind::Duration
        | Kind::Age => Sort::Number,
    }
}

/// Runs of tokens with a digit that no value holds: "737", "24-cv-01234".
fn labels(document: &Document<'_>, sentence: &Sentence, values: &[Value]) -> Vec<Stated> {
    let text = &*document.text;
    let runs = sentence.tokens(text).chunk_by(|token, next| token.touches(*next));
    let has_digit = |token: &&Token| {
        let words = token.span.of(text);
        token.kind != TokenKind::Mark && words.contains(|c: char| c.is_ascii_digit())
    };
    let mut found = Vec::new();
    let mut next = 0;
    for run in runs {
        let figures: Option<Span> = run.iter().filter(has_digit).map(|token| token.span).reduce(Span::join);
        let Some(span) = figures else { continue };
        next += values[next..].iter().take_while(|value| end(value) <= span.start()).count();
        if values.get(next).is_none_or(|value| span.end() <= value.core.start().min(value.full.start())) {
            found.push(Stated { sort: Sort::Number, span, why: Some(LABEL) });
        }
    }
    found
}

fn end(value: &Value) -> usize {
    value.core.end().max(value.full.end()).max(value.noun.map_or(0, Span::end))
}

/// Where an article tells its own date.
struct Own {
    /// The lines in which a date is told as that of the article.
    lines: Vec<Span>,
    day: Option<jiff::civil::Date>,
}

impl Own {
    fn of(document: &Document<'_>) -> Own {
        Own { lines: dateline::lines(&document.text), day: document.date() }
    }

    /// Whether a value is the day of the article in one of these lines.
    fn has(&self, value: &Value) -> bool {
        let Amount::Dates(periods) = &value.amount else { return false };
        let is_own_day = periods.first().is_some_and(|period| {
            let is_one_day = period.start.checked_add(1.day()).is_ok_and(|next| next == period.end);
            is_one_day && self.day == Some(period.start)
        });
        is_own_day && self.lines.iter().any(|line| line.contains(value.core))
    }
}
