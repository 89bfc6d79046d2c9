//! Facts that a figure or a date may state: who it is of, and what ties it to them.

use crate::claim::grammar;
use crate::document::Document;
use crate::document::sentence::Sentence;
use crate::lint::suggest::draft::Draft;
use crate::lint::suggest::draft::Kind;
use crate::lint::suggest::excerpt;
use crate::lint::suggest::phrase::Phrase;
use crate::lint::suggest::subject::Subject;
use crate::lint::suggest::subject::Subjects;
use crate::lint::suggest::tie;
use crate::lint::suggest::tie::Tied;
use crate::span::Span;
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
            let written = document.slice(value.core);
            let n_digits = written.chars().filter(char::is_ascii_digit).count();
            // "Tuesday" is a day of news, and "May" one of many.
            periods.first().is_some_and(|period| match period.grain {
                Grain::Day => n_digits > 0,
                Grain::Month => n_digits >= 4,
                _ => false,
            })
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
    let text = &*document.text;
    let names = subjects.spans_in(document.sentence_at(sentence.span.start()));
    let phrase = Phrase { text, tokens: sentence.tokens(text), names: &names };
    let named: Vec<Meant> =
        tie::all(&phrase, value).into_iter().filter_map(|tied| meant(subjects, tied)).collect();
    let described = described(&phrase, subjects, (value, &named));
    let found = named.into_iter().chain(described).filter(|one| !is_of_name(&one.subject, &one.attribute));
    found.flat_map(|one| about(document, &one, value)).collect()
}

/// What a figure may be of.
#[derive(Clone)]
struct Meant {
    subject: Subject,
    attribute: String,
    /// What else stands for the subject.
    epithets: Vec<String>,
}

fn meant(subjects: &Subjects<'_>, tied: Tied) -> Option<Meant> {
    let subject = subjects.at(tied.name)?;
    Some(Meant { subject, attribute: tied.attribute, epithets: Vec::new() })
}

/// "The 32-member alliance", "the Pact, a 32-member alliance": who is called that, or was named last before.
fn described(
    phrase: &Phrase<'_>,
    subjects: &Subjects<'_>,
    (value, named): (&Value, &[Meant]),
) -> Option<Meant> {
    let at = phrase.range(value.core);
    let noun = value.noun.filter(|_| tie::is_joined(phrase, &at))?;
    let end = phrase.range(noun).end.max(at.end);
    let epithets = Some(epithets(phrase.text, phrase.tokens, end)).filter(|words| !words.is_empty())?;
    if let [first, ..] = named {
        return Some(Meant { epithets, ..first.clone() });
    }
    let is_one = phrase.is(at.start.checked_sub(1)?, &["the", "this"]);
    let subject = subjects.thing_before(value.full.start()).filter(|_| is_one)?;
    Some(Meant { subject, attribute: noun.of(phrase.text).to_lowercase(), epithets })
}

/// Whether a word is one of those by which a subject is called.
fn is_of_name(subject: &Subject, word: &str) -> bool {
    let mut words = subject.names.iter().flat_map(|name| name.split(' '));
    words.any(|name| name.eq_ignore_ascii_case(word))
}

/// The drafts of one subject, attribute and value: as of the article's day, and without one.
fn about(document: &Document<'_>, meant: &Meant, value: &Value) -> Vec<Draft> {
    let Meant { subject, attribute, epithets } = meant;
    let (Some(kind), Some(excerpt)) =
        (kind(document, attribute, value), excerpt::of(document, subject.sentence, value.core))
    else {
        return Vec::new();
    };
    let draft = Draft {
        subject: Some(subject.clone()),
        epithets: epithets.clone(),
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
        Kind::Measure { attribute, .. } if tie::DIMENSIONS.contains(&attribute.as_str()) => {
            format!("{name} is {written} {attribute}")
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

/// The nouns and adjectives that begin at a token: the last of them, and all together.
fn epithets(text: &str, tokens: &[Token], start: usize) -> Vec<String> {
    let is_part = |token: &&Token| {
        grammar::is_content(text, **token) && token.span.of(text).starts_with(char::is_lowercase)
    };
    let words = tokens.get(start..).unwrap_or(&[]).iter().take(4).take_while(is_part);
    let words: Vec<Span> = words.map(|token| token.span).collect();
    let whole = words.iter().copied().reduce(Span::join).filter(|_| words.len() > 1);
    words.last().copied().into_iter().chain(whole).map(|span| span.of(text).to_owned()).collect()
}
