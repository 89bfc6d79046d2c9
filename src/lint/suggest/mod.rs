//! Draft facts from an article that somebody trusts.
//!
//! For each figure, date, name with a title and quotation facts are thought of, the likeliest first
//! (`figure.rs`, `office.rs`, `speech.rs`), and tried (`trial.rs`): a fact is kept if the engine, given
//! nothing but that fact, sees the article agree with it, flags the same sentence with another value, and
//! finds nothing wrong in the article. What is left is written as rules (`write.rs`) and tried once more
//! together, so that what is printed loads and its examples hold.

mod draft;
mod excerpt;
mod figure;
mod office;
mod speech;
mod subject;
mod together;
mod trial;
mod write;

use crate::config::Config;
use crate::document::Document;
use crate::document::language;
use crate::lint::coverage::stated;
use crate::lint::run::Crew;
use crate::lint::suggest::draft::Draft;
use crate::lint::suggest::subject::Subjects;
use crate::lint::suggest::trial::Bench;
use crate::source::Article;
use crate::span::Span;
use jiff::civil::Date;
use std::collections::HashSet;

/// What could be drafted from an article.
#[derive(Clone, Debug, Default)]
pub struct Suggested {
    /// The rules as TOML; empty where there is no draft.
    pub rules: String,
    /// How many drafts there are.
    pub n_drafts: usize,
    /// How many figures, dates, titles and quotations no draft was found for that holds.
    pub n_without: usize,
    /// The language of the article, where it is not English.
    pub language: Option<&'static str>,
}

/// A place of an article with the facts it may state, the likeliest first.
struct Claimed {
    span: Span,
    drafts: Vec<Draft>,
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
    let subjects = Subjects::of(&document);
    let mut claimed = figure::all(&document, &subjects);
    claimed.extend(office::all(&document, &subjects));
    claimed.extend(speech::all(&document, &subjects));
    let aside: HashSet<Span> =
        stated::all(&document).into_iter().filter(|one| one.why.is_some()).map(|one| one.span).collect();
    claimed.retain(|one| !aside.contains(&one.span));
    claimed.sort_by_key(|one| one.span);
    let n_claimed = claimed.len();
    let bench = Bench { config, article, default };
    let tried = crew.each(claimed, |one| bench.first(one.drafts));
    let apart = together::apart(tried.into_iter().flatten().collect());
    let n_again = apart.n_again;
    let drafts = together::that_hold(&bench, apart.drafts, title);
    let n_drafts = drafts.len();
    let rules =
        if drafts.is_empty() { String::new() } else { write::file(&drafts, (title, document.date())) };
    Suggested { rules, n_drafts, n_without: n_claimed - n_drafts - n_again, language: None }
}
