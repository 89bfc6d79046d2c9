//! What the server says of rule files and configurations: one file a question.

pub mod completion;
pub mod cursor;
pub mod definition;
pub mod diagnostics;
pub mod hover;
pub mod schema;
pub mod symbols;
mod walk;

use crate::fact::Entity;
use crate::lsp::document::Document;
use crate::lsp::document::Sort;
use crate::lsp::rules::cursor::Place;
use crate::lsp::rules::cursor::Spot;
use crate::lsp::rules::schema::Language;
use crate::lsp::shop::Shop;
use gen_lsp_types::Position;

/// The keys that name entities; a value does where it is somebody who holds an office.
const NAMING: &[&str] = &["subject", "requires", "speaker"];

/// What is written in a document, if it is TOML that factlint reads.
fn language(document: &Document, shop: Option<&Shop>) -> Option<Language> {
    let is_rule_file = |shop: &Shop| shop.newest().ground().names_rules(&document.path);
    match document.sort {
        Sort::Config => Some(Language::Config),
        Sort::Toml if document.declares_facts() || shop.is_some_and(is_rule_file) => Some(Language::Rules),
        Sort::Toml | Sort::Article(_) | Sort::Other => None,
    }
}

/// Where in a document a position is.
fn spot(document: &Document, position: Position) -> Spot {
    Spot::at(document.text.content(), document.text.byte(position))
}

/// Whether what stands at a spot of a rule file is the id of an entity.
fn names_entity(spot: &Spot) -> bool {
    let Place::Value { key, .. } = &spot.place else { return false };
    let is_fact = matches!(spot.table.as_slice(), [table] if table == "fact");
    let is_entry = matches!(spot.table.as_slice(), [table, entry] if table == "fact" && entry == "timeline");
    let holds_office = spot.kind.as_deref() == Some("role") && key == "value";
    (is_fact && NAMING.contains(&key.as_str())) || (holds_office && (is_fact || is_entry))
}

/// The entity whose id stands at a spot.
fn entity<'s>(spot: &Spot, document: &Document, shop: &'s Shop) -> Option<&'s Entity> {
    let Place::Value { whole, .. } = &spot.place else { return None };
    let id = whole.of(document.text.content());
    let rules = &shop.newest().ground().rules;
    rules.entities.iter().find(|entity| names_entity(spot) && entity.id == id)
}
