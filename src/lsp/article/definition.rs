//! From words about a fact to the rule that declares it.

use crate::lsp::article;
use crate::lsp::article::Page;
use gen_lsp_types::Location;
use gen_lsp_types::Position;

/// Where the facts are declared that the words at a position speak of.
pub fn at(page: &Page<'_>, position: Position) -> Vec<Location> {
    let claims = page.claims_at(position);
    let facts = claims.iter().map(|told| page.ground.rules.fact(told.fact));
    let mut places: Vec<Location> = Vec::new();
    for place in facts.filter_map(|fact| article::declared(page.ground, fact)) {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places
}
