//! From the id of an entity to where it is declared.

use crate::lsp::address;
use crate::lsp::document::Document;
use crate::lsp::rules;
use crate::lsp::shop::Shop;
use gen_lsp_types::Location;
use gen_lsp_types::Position;
use gen_lsp_types::Range;

/// Where the entity is declared whose id stands at a position.
pub fn at(document: &Document, shop: &Shop, position: Position) -> Vec<Location> {
    let spot = rules::spot(document, position);
    let place = rules::entity(&spot, document, shop).map(|entity| entity.place);
    let file = place.and_then(|place| Some((shop.rule_files().get(place.file)?, place)));
    let location = file.map(|(file, place)| {
        let (line, _) = file.line_of(place.span.start());
        let line = u32::try_from(line.saturating_sub(1)).unwrap_or_default();
        let start = Position { line, character: 0 };
        Location { uri: address::uri(&file.path), range: Range { start, end: start } }
    });
    location.into_iter().collect()
}
