//! Draft facts from an article that somebody trusts.
//!
//! For each figure, date, name with a title and quotation facts are thought of, the likeliest first
//! (`figure.rs`, `office.rs`, `speech.rs`), where the words between a name and a value tie one to the other
//! (`tie.rs`), and tried (`trial.rs`): a fact is kept if the engine, given nothing but that fact, ties the
//! value to its subject, agrees, and flags the same sentence with another value. What is left is written as
//! rules (`write.rs`) and held against the whole article together (`together.rs`), so that what is printed
//! loads, its examples hold, and nothing in the article is flagged.

mod draft;
mod excerpt;
mod figure;
mod office;
mod phrase;
mod speech;
mod subject;
mod tie;
mod together;
mod trial;
mod write;

use crate::claim::quote::utterance;
use crate::claim::titled;
use crate::claim::titled::Titled;
use crate::config::Config;
use crate::document::Document;
use crate::document::language;
use crate::document::sentence::Sentence;
use crate::lint::coverage::stated;
use crate::lint::run::Crew;
use crate::lint::suggest::draft::Draft;
use crate::lint::suggest::subject::Subjects;
use crate::lint::suggest::together::Left;
use crate::lint::suggest::trial::Bench;
use crate::source::Article;
use crate::span::Span;
use crate::value::Value;
use jiff::civil::Date;
use std::collections::HashSet;

/// For how many places of an article a fact is tried.
const MOST: usize = 200;

/// What could be drafted from an article.
#[derive(Clone, Debug, Default)]
pub struct Suggested {
    /// The rules as TOML; empty where there is no draft.
    pub rules: String,
    /// How many drafts there are.
    pub n_drafts: usize,
    /// How many figures, dates, titles and quotations no draft was found for that holds.
    pub n_without: usize,
    /// How many more there are behind those that were looked at.
    pub n_left_out: usize,
    /// The language of the article, where it is not English.
    pub language: Option<&'static str>,
}

/// A place of an article that may state a fact.
enum Place<'d> {
    Figure(&'d Sentence, &'d Value),
    Office(Titled),
    Speech(Span),
}

impl Place<'_> {
    fn span(&self) -> Span {
        match self {
            Place::Figure(_, value) => value.core,
            Place::Office(titled) => titled.name,
            Place::Speech(words) => *words,
        }
    }
}

/// Drafts facts from `article`, which is called `title` where they name their source.
pub fn run(
    config: &Config,
    crew: &Crew,
    article: &Article,
    (title, default): (&str, Option<Date>),
) -> Suggested {
    let document = Document::of(article, None, default);
    if let Some(language) = language::foreign(&document.text) {
        return Suggested { language: Some(language), ..Suggested::default() };
    }
    let places = places(&document);
    let mut thought = drafts(&document, &places);
    thought.retain(|drafts| !drafts.is_empty());
    let n_left_out = thought.len().saturating_sub(MOST);
    thought.truncate(MOST);
    let bench = Bench { config, article, text: &document.text, default };
    let tried = crew.each(thought, |drafts| bench.first(drafts));
    let Left { drafts, n_again } = together::that_hold(&bench, tried.into_iter().flatten().collect(), title);
    let n_drafts = drafts.len();
    let rules =
        if drafts.is_empty() { String::new() } else { write::file(&drafts, (title, document.date())) };
    let n_without = places.len() - n_left_out - n_drafts - n_again;
    Suggested { rules, n_drafts, n_without, n_left_out, language: None }
}

/// The places of an article, in order, but those for which nobody has to vouch.
fn places<'d>(document: &'d Document<'_>) -> Vec<Place<'d>> {
    let aside = stated::all(document, std::iter::empty()).into_iter().filter(|one| one.why.is_some());
    let aside: HashSet<Span> = aside.map(|one| one.span).collect();
    let figures =
        figure::places(document).into_iter().map(|(sentence, value)| Place::Figure(sentence, value));
    let offices = titled::all(document).into_iter().map(Place::Office);
    let speeches = speech::places(document).into_iter().map(Place::Speech);
    let mut places: Vec<Place<'_>> = figures.chain(offices).chain(speeches).collect();
    places.retain(|place| !aside.contains(&place.span()));
    places.sort_by_key(Place::span);
    places
}

/// The facts that each place may state, the likeliest first.
fn drafts(document: &Document<'_>, places: &[Place<'_>]) -> Vec<Vec<Draft>> {
    let subjects = Subjects::of(document);
    let said = utterance::all(document);
    let of_place = |place: &Place<'_>| match place {
        Place::Figure(sentence, value) => figure::drafts(document, &subjects, (sentence, value)),
        Place::Office(titled) => office::drafts(document, &subjects, *titled),
        Place::Speech(words) => speech::drafts(document, (&subjects, &said), *words),
    };
    places.iter().map(of_place).collect()
}
