//! Facts that a figure or a date may state: who it is of, and what ties it to them.

use crate::claim::grammar;
use crate::document::Document;
use crate::document::sentence::Sentence;
use crate::lint::suggest::draft::Draft;
use crate::lint::suggest::draft::Kind;
use crate::lint::suggest::excerpt;
use crate::lint::suggest::subject::Subject;
use crate::lint::suggest::subject::Subjects;
use crate::span::Span;
use crate::token;
use crate::token::Token;
use crate::value;
use crate::value::Amount;
use crate::value::Form;
use crate::value::Role;
use crate::value::Value;
use crate::value::date::Grain;
use crate::value::date::period;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// How many words are tried as what a figure is of.
const ATTRIBUTES: usize = 6;
/// How many words before and behind a figure may be that.
const REACH: usize = 12;
/// The same for a time span.
const CLOSE: usize = 2;
/// Shorter words tie nothing.
const LEAST: usize = 3;

/// Words that tell how a figure came to be, and not of what it is.
const NO_ATTRIBUTE: &[&str] = &[
    "about", "according", "again", "almost", "amid", "approximately", "around", "climb", "climbed", "climbs",
    "compared", "cost", "costs", "course", "day", "days", "decreased", "despite", "doubled", "down", "drop",
    "dropped", "drops", "during", "early", "fall", "fallen", "falls", "fell", "first", "following", "gained",
    "grew", "grow", "grown", "grows", "had", "ideally", "increase", "increased", "increases", "its",
    "jumped", "jumps", "kind", "last", "late", "later", "least", "less", "likely", "lost", "lot", "month",
    "months", "more", "most", "nearly", "next", "over", "part", "percent", "previous", "rise", "rises",
    "rising", "rose", "said", "says", "slipped", "soared", "some", "sort", "such", "surge", "surged",
    "surges", "than", "their", "this", "today", "told", "tripled", "up", "was", "week", "weeks", "were",
    "worth", "year", "years",
];

/// Every figure and date of an article that may state a fact.
pub(super) fn places<'d>(document: &'d Document<'_>) -> Vec<(&'d Sentence, &'d Value)> {
    let sentences = document.sentences().iter();
    let values =
        sentences.flat_map(|sentence| document.values(sentence).iter().map(move |value| (sentence, value)));
    values.filter(|(_, value)| is_worth(document, value)).collect()
}

/// Whether a value says something that somebody could look up.
fn is_worth(document: &Document<'_>, value: &Value) -> bool {
    match (value.kind, &value.amount) {
        (value::Kind::Ordinal | value::Kind::Time | value::Kind::Ratio, _) => false,
        (value::Kind::Date, Amount::Dates(periods)) => {
            periods.first().is_some_and(|period| matches!(period.grain, Grain::Day | Grain::Month))
                && document.slice(value.core).contains(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase())
        }
        // "The two leaders" were told of before, and counted by nobody.
        (value::Kind::Count | value::Kind::Number, Amount::Exact(number)) if *number <= Decimal::TWO => false,
        (_, Amount::Exact(number)) => value.grain.form != Form::Vague && !number.is_zero(),
        _ => false,
    }
}

/// The facts that a figure may state.
pub(super) fn drafts(
    document: &Document<'_>,
    subjects: &Subjects<'_>,
    (sentence, value): (&Sentence, &Value),
) -> Vec<Draft> {
    let attributes = attributes(document, sentence, value);
    let mut drafts = Vec::new();
    for subject in subjects.near(value.full) {
        for epithets in &epithets(document, sentence, value) {
            for attribute in attributes.iter().filter(|word| !is_of_name(&subject, word)) {
                drafts.extend(about(document, (&subject, epithets), attribute, value));
            }
        }
    }
    drafts
}

/// Whether a word is one of those by which a subject is called.
fn is_of_name(subject: &Subject, word: &str) -> bool {
    let mut words = subject.names.iter().flat_map(|name| name.split(' '));
    words.any(|name| name.eq_ignore_ascii_case(word))
}

/// The drafts of one subject, attribute and value: as of the article's day, and without one.
fn about(
    document: &Document<'_>,
    (subject, epithets): (&Subject, &[String]),
    attribute: &str,
    value: &Value,
) -> Vec<Draft> {
    let (Some(kind), Some(excerpt)) =
        (kind(document, attribute, value), excerpt::of(document, subject.sentence, value.core))
    else {
        return Vec::new();
    };
    let draft = Draft {
        subject: Some(subject.clone()),
        epithets: epithets.to_vec(),
        says: says(document, &subject.names[0], &kind, value),
        kind,
        from: None,
        excerpt,
    };
    let changes = !matches!(draft.kind, Kind::Date { .. } | Kind::Measure { change: Some(_), .. });
    let dated = document.date().filter(|_| changes);
    let dated = dated.map(|day| Draft { from: Some(day), ..draft.clone() });
    dated.into_iter().chain([draft]).collect()
}

fn kind(document: &Document<'_>, attribute: &str, value: &Value) -> Option<Kind> {
    let attribute = attribute.to_owned();
    let written = document.slice(value.core);
    match (&value.amount, value.kind) {
        (Amount::Dates(periods), value::Kind::Date) => {
            let period = periods.first()?;
            let last = period::add_days(period.end, -1)?;
            let until = (last > period.start).then_some(last);
            Some(Kind::Date { attribute, value: period.start, until })
        }
        (Amount::Exact(number), value::Kind::Count | value::Kind::Number) if value.unit.is_none() => number
            .normalize()
            .is_integer()
            .then(|| Kind::Count { attribute, value: number.normalize().to_string() }),
        (Amount::Exact(_), _) => {
            let change = match value.role {
                Role::Up => Some("up"),
                Role::Down => Some("down"),
                Role::Level | Role::From | Role::To => None,
            };
            Some(Kind::Measure { attribute, value: written.to_owned(), change })
        }
        _ => None,
    }
}

/// The truth in a sentence that a person may better.
fn says(document: &Document<'_>, name: &str, kind: &Kind, value: &Value) -> String {
    let written = document.slice(value.core);
    let sentence = match kind {
        Kind::Count { attribute, value } => format!("{name} has {value} {}", many(attribute)),
        Kind::Measure { attribute, change: Some(change), .. } => {
            format!("{attribute} of {name} went {change} by {written}")
        }
        Kind::Date { attribute, value, until: None } => format!("{name}: {attribute} on {}", spelled(*value)),
        Kind::Date { attribute, .. } => format!("{name}: {attribute} in {written}"),
        _ => format!("{} of {name}: {written}", kind.topic()),
    };
    let mut letters = sentence.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn many(noun: &str) -> String {
    match noun.strip_suffix('y') {
        _ if noun.ends_with('s') => noun.to_owned(),
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ => format!("{noun}s"),
    }
}

fn spelled(day: Date) -> String {
    format!("{} {} {}", day.day(), value::date::show::month(day), day.year())
}

/// Words of the sentence that may tie the value to its subject, the likeliest first.
fn attributes(document: &Document<'_>, sentence: &Sentence, value: &Value) -> Vec<String> {
    let text = &*document.text;
    let tokens = sentence.tokens(text);
    let start = tokens.partition_point(|token| token.span.end() <= value.full.start());
    let end = tokens.partition_point(|token| token.span.start() < value.core.end().max(value.full.end()));
    let noun = value.noun.map(|noun| document.slice(noun).to_owned());
    let last = noun.as_deref().and_then(|noun| noun.rsplit([' ', '-']).next()).map(str::to_owned);
    // How long something took is told right behind the word for it, and many a time span is of nothing.
    let reach = if value.kind == value::Kind::Duration { CLOSE } else { REACH };
    let before: Vec<usize> = (start.saturating_sub(reach)..start).rev().collect();
    let behind: Vec<usize> = (end..(end + reach).min(tokens.len())).collect();
    let owned =
        before.iter().copied().filter(|at| tokens.get(at + 1).is_some_and(|next| next.is(text, "of")));
    let places = owned.chain(before.iter().copied()).chain(behind.iter().copied());
    let words =
        places.filter(|at| is_tie(text, tokens[*at])).map(|at| tokens[at].span.of(text).to_lowercase());
    let nouns = [noun, last].into_iter().flatten().filter(|noun| noun.starts_with(char::is_alphabetic));
    let mut found: Vec<String> = Vec::new();
    for word in nouns.chain(words) {
        if !found.contains(&word) && found.len() < ATTRIBUTES {
            found.push(word);
        }
    }
    found
}

/// Whether a word may say of what a figure is.
fn is_tie(text: &str, token: Token) -> bool {
    let is_word = token.kind == token::Kind::Word && token.span.len() > LEAST;
    let is_small = token.span.of(text).chars().skip(1).all(char::is_lowercase);
    is_word && is_small && grammar::is_content(text, token) && !token.is_any(text, NO_ATTRIBUTE)
}

/// What may stand for the subject: nothing, the words behind "the 32-member", the words behind "the".
fn epithets(document: &Document<'_>, sentence: &Sentence, value: &Value) -> Vec<Vec<String>> {
    let text = &*document.text;
    let tokens = sentence.tokens(text);
    let end = value.noun.map_or(0, Span::end).max(value.core.end());
    let behind = tokens.partition_point(|token| token.span.start() < end);
    let the = tokens.iter().position(|token| token.is_any(text, &["the", "this"])).map(|at| at + 1);
    let starts = [Some(behind), the].into_iter().flatten();
    let phrases = starts.map(|start| phrase(text, tokens, start));
    [Vec::new()].into_iter().chain(phrases.filter(|words| !words.is_empty())).collect()
}

/// The nouns and adjectives that begin at a token: the last of them, and all together.
fn phrase(text: &str, tokens: &[Token], start: usize) -> Vec<String> {
    let is_part = |token: &&Token| {
        grammar::is_content(text, **token) && token.span.of(text).starts_with(char::is_lowercase)
    };
    let words = tokens.get(start..).unwrap_or(&[]).iter().take(4).take_while(is_part);
    let words: Vec<Span> = words.map(|token| token.span).collect();
    let whole = words.iter().copied().reduce(Span::join).filter(|_| words.len() > 1);
    words.last().copied().into_iter().chain(whole).map(|span| span.of(text).to_owned()).collect()
}
