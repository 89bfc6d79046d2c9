//! Who vouches for what articles state: as a table and a list for people, and as one JSON object.
//!
//! [`article`] turns one article into plain data (in any thread); the rest adds up and writes.

pub mod count;
pub mod json;
pub mod list;
pub mod table;

use crate::diagnostic::Checkable;
use crate::diagnostic::Sort;
use crate::diagnostic::Standing;
use crate::document::map::Field;
use crate::report::coverage::count::Count;
use crate::report::coverage::count::Counts;
use crate::report::finding;
use crate::report::place;
use crate::report::place::Places;
use crate::report::view;
use crate::report::view::Range;
use crate::source::Article;
use schemars::JsonSchema;
use serde::Serialize;

/// An article with what it states that could be checked; the order of the fields is that of the output.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Covered {
    /// The file, with forward slashes.
    pub path: String,
    /// The article within the file, for JSON lines.
    pub article: Option<String>,
    /// Why it was not read, where it was not.
    pub skipped: Option<String>,
    /// How much of it is vouched for.
    pub total: Count,
    /// The same for each sort of words.
    pub sorts: Counts,
    /// The words, in order.
    pub stated: Vec<Stated>,
}

/// Words that could be checked.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Stated {
    /// What sort of words: `number`, `percent`, `money`, `date`, `title` or `quotation`.
    pub sort: &'static str,
    /// The part of the article.
    pub field: Field,
    /// Where they stand.
    pub span: Option<Range>,
    /// The words as they stand in the file.
    pub text: String,
    /// Who vouches for them: `covered`, `set-aside` or `unvouched`.
    pub standing: &'static str,
    /// The fact that was held against them, or that knows them.
    pub fact: Option<String>,
    /// What came of it, for words that are covered.
    pub verdict: Option<&'static str>,
    /// Why they are set aside.
    pub why: Option<String>,
    /// The words that decided that.
    pub cue: Option<String>,
}

impl Covered {
    /// The article as people name it: the file, and the id within it.
    pub fn name(&self) -> String {
        finding::located(self.path.clone(), self.article.as_deref(), Field::Text)
    }
}

/// An article with what it states.
pub fn article(article: &Article, checkables: &[Checkable]) -> Covered {
    let places = Places::new(article);
    let sorts = Counts::of_all(checkables);
    let counted = checkables.iter().filter(|one| Sort::ALL.contains(&one.sort));
    Covered {
        path: finding::path(article),
        article: article.id.clone(),
        total: sorts.total(),
        sorts,
        stated: counted.map(|checkable| stated(&places, checkable)).collect(),
        ..Covered::default()
    }
}

fn stated(places: &Places<'_>, checkable: &Checkable) -> Stated {
    let text = places.text(checkable.field);
    let plain = Stated {
        sort: checkable.sort.name(),
        field: checkable.field,
        span: view::range(places, checkable.field, checkable.span),
        text: place::clip(text, checkable.span).of(text).to_owned(),
        standing: count::name(&checkable.standing),
        fact: None,
        verdict: None,
        why: None,
        cue: None,
    };
    match &checkable.standing {
        Standing::Unvouched => plain,
        Standing::Covered { fact, verdict } => {
            Stated { fact: Some(fact.id.clone()), verdict: Some(verdict), ..plain }
        }
        Standing::SetAside { fact, why, cue } => Stated {
            fact: fact.as_ref().map(|fact| fact.id.clone()),
            why: Some(why.clone()),
            cue: cue.map(|cue| place::clip(text, cue).of(text).to_owned()),
            ..plain
        },
    }
}
