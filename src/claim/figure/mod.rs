//! Figures that an article gives of a named subject, without any rule.
//!
//! Only where the sentence itself ties all three right together, subject, attribute and value, a figure
//! is found; a number that merely stands near a name is none. One file a sort of tie.

mod age;
mod copula;
mod event;
pub mod name;
mod owner;
mod phrase;
mod toll;
mod verb;

use crate::claim::figure::phrase::Phrase;
use crate::document::Document;
use crate::document::block::Role;
use crate::document::sentence::Sentence;
use crate::span::Span;
use crate::value::Amount;
use crate::value::Kind;
use crate::value::Scope;
use crate::value::Value;
use jiff::civil::Date;

/// What a figure is about: two figures are only compared where all of this is the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// The name, in small letters and without "the".
    pub name: String,
    /// The noun, adjective or verb that ties the value to it, in small letters.
    pub attribute: String,
    /// The unit, or the kind of value where it has none.
    pub unit: String,
    /// When it is said to be so.
    pub when: When,
}

/// When a figure is said to be so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// Time changes nothing: a birth, the length of a bridge.
    Always,
    /// At the day of the article.
    Now,
    /// From the first day up to but not including the second.
    During(Date, Date),
}

/// A value that an article gives of a named subject.
#[derive(Clone, Debug)]
pub struct Figure {
    /// What it is about.
    pub about: Subject,
    /// The words that name the subject.
    pub subject: Span,
    /// The value.
    pub value: Value,
    /// The index of the sentence.
    pub sentence: usize,
}

/// How a value is tied to a name.
struct Tie {
    // The tokens of the name.
    name: std::ops::Range<usize>,
    attribute: String,
    lasts: Lasts,
}

/// How long a value stays what it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lasts {
    /// It was and will be the same.
    Always,
    /// For a while.
    Now,
    /// Tomorrow there may be another event of the kind.
    Today,
    /// Once; nobody knows when, unless the sentence says so.
    Then,
}

/// The figures of an article, in order.
pub fn all(document: &Document<'_>) -> Vec<Figure> {
    let sentences = document.sentences().iter().enumerate();
    let may = |sentence: &Sentence| {
        let has_digit = document.slice(sentence.span).bytes().any(|byte| byte.is_ascii_digit());
        has_digit && !is_heading(document, sentence)
    };
    let worth = sentences.filter(|(_, sentence)| may(sentence));
    worth.flat_map(|(at, sentence)| in_sentence(document, at, sentence)).collect()
}

/// Headings leave out small words, and tell what happened in the present.
fn is_heading(document: &Document<'_>, sentence: &Sentence) -> bool {
    matches!(document.blocks[sentence.block].role, Role::Title | Role::Heading)
}

fn in_sentence(document: &Document<'_>, at: usize, sentence: &Sentence) -> Vec<Figure> {
    let phrase = Phrase {
        text: &document.text,
        tokens: sentence.tokens(&document.text),
        values: document.values(sentence),
    };
    let values = 0..phrase.values.len();
    values.filter_map(|value| figure(&phrase, value, (at, document.date()))).collect()
}

fn figure(phrase: &Phrase<'_>, at: usize, (sentence, today): (usize, Option<Date>)) -> Option<Figure> {
    let value = &phrase.values[at];
    let tie = tie(phrase, at)?;
    let when = when(phrase, at, (tie.lasts, today))?;
    let name = phrase.span(tie.name)?;
    let about =
        Subject { name: name::key(name.of(phrase.text)), attribute: tie.attribute, unit: unit(value), when };
    Some(Figure { about, subject: name, value: value.clone(), sentence })
}

fn tie(phrase: &Phrase<'_>, at: usize) -> Option<Tie> {
    match phrase.values[at].kind {
        Kind::Date => event::tie(phrase, at),
        Kind::Count | Kind::Number | Kind::Money | Kind::Percent | Kind::Quantity => {
            let is_whole = phrase.values[at].scope == Scope::Whole && has_one_number(&phrase.values[at]);
            let ties = [toll::tie, owner::tie, copula::tie, verb::tie];
            is_whole.then(|| ties.iter().find_map(|tie| tie(phrase, at))).flatten()
        }
        Kind::Age => age::tie(phrase, at),
        Kind::Ordinal
        | Kind::Points
        | Kind::Factor
        | Kind::Fraction
        | Kind::Ratio
        | Kind::Duration
        | Kind::Time => None,
    }
}

fn has_one_number(value: &Value) -> bool {
    matches!(value.amount, Amount::Exact(_))
}

/// The unit, or the sort of value where it has none.
fn unit(value: &Value) -> String {
    let kind = match value.kind {
        Kind::Date => "date",
        Kind::Percent => "%",
        _ => "count",
    };
    value.unit.as_ref().map_or(kind, |unit| unit.name).to_owned()
}

/// When a value is said to be so: in the one stretch of days that the sentence names, else by how long
/// such a value lasts.
///
/// `None` where that is not certain.
fn when(phrase: &Phrase<'_>, at: usize, (lasts, today): (Lasts, Option<Date>)) -> Option<When> {
    match (lasts, named(phrase, at)) {
        (Lasts::Always, _) => Some(When::Always),
        (_, Named::One(start, end)) => Some(When::During(start, end)),
        (_, Named::Several) | (Lasts::Then, Named::None) => None,
        (Lasts::Now, Named::None) => Some(When::Now),
        (Lasts::Today, Named::None) => Some(today.map_or(When::Now, |day| When::During(day, day))),
    }
}

/// The stretches of days that a sentence names.
enum Named {
    None,
    One(Date, Date),
    /// More than one, or one that is not known: which is meant is not certain.
    Several,
}

fn named(phrase: &Phrase<'_>, at: usize) -> Named {
    let others = phrase.values.iter().enumerate().filter(|(other, _)| *other != at);
    let mut dates = others.filter(|(_, value)| value.kind == Kind::Date).map(|(_, value)| &value.amount);
    match (dates.next(), dates.next()) {
        (None, _) => Named::None,
        (Some(Amount::Dates(periods)), None) => {
            periods.first().map_or(Named::Several, |period| Named::One(period.start, period.end))
        }
        (Some(_), _) => Named::Several,
    }
}

#[cfg(test)]
mod tests {
    use super::all;
    use crate::document::Document;
    use jiff::civil::date;

    /// Each figure as subject, attribute and value.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str, &str)]) {
        let found = all(&Document::plain(text, Some(date(2026, 3, 4))));
        let found: Vec<_> = found
            .iter()
            .map(|one| (one.about.name.as_str(), one.about.attribute.as_str(), one.value.core.of(text)))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn what_a_subject_has_is_its_figure() {
        check("The Harbour League has 12 clubs.", &[("harbour league", "has clubs", "12")]);
        check("The Harbour League’s 12 clubs met.", &[("harbour league", "has clubs", "12")]);
        check("Orvane Systems employs 4,000 people.", &[("orvane systems", "employs people", "4,000")]);
    }

    #[test]
    fn what_a_measure_of_it_is_is_its_figure() {
        check("The population of Orlavia is 5,300,000.", &[("orlavia", "population", "5,300,000")]);
        check("Orlavia's unemployment rate was 4.2%.", &[("orlavia", "unemployment rate", "4.2%")]);
        check("The Orla Bridge is 1,149 metres long.", &[("orla bridge", "long", "1,149 metres")]);
    }

    #[test]
    fn what_a_subject_does_time_and_again_is_its_figure() {
        check(
            "The Clean Harbour Act provides $3 billion for ports and roads.",
            &[("clean harbour act", "provides for ports and roads", "$3 billion")],
        );
        check(
            "The Orla Mill makes 400 tonnes of flour a day.",
            &[("orla mill", "makes of flour a day", "400 tonnes")],
        );
        check("Orlavia's unemployment rate fell to 4.2%.", &[("orlavia", "unemployment rate", "4.2%")]);
        check("Ana Brandt, 45, lives here.", &[("ana brandt", "age", "45")]);
    }

    #[test]
    fn what_befell_people_is_a_figure_of_the_place() {
        check("At least 12 people were killed in Port Orla.", &[("port orla", "people killed", "12")]);
        check(
            "The storm injured 12 people near Port Orla on Monday.",
            &[("port orla", "people injured", "12")],
        );
        check("A gale hurt 12 people in its path.", &[]);
    }

    #[test]
    fn what_happens_once_has_its_date() {
        check("Ana Brandt was born on 3 May 1950.", &[("ana brandt", "born", "3 May 1950")]);
        check("The Orla Bridge was completed in 1932.", &[("orla bridge", "completed", "1932")]);
    }

    #[test]
    fn a_number_near_a_name_is_no_figure() {
        for text in [
            "In Orlavia 12 people were hurt.",
            "The mayor of Orlavia has 12 cats.",
            "Twelve of the Harbour League's clubs met on 3 May.",
            "Orlavia and the League have 12 clubs.",
            "It has 12 clubs.",
            "The Harbour League has 12 more clubs.",
            "Ana Brandt said 12 boats sank.",
            "Orlavia won 12.",
            "Orlavia met the League on 3 May.",
        ] {
            check(text, &[]);
        }
    }
}
