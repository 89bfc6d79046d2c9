//! The facts of all projects, to be found by their ids and their sentences.

use crate::fact::Fact;
use crate::lsp::article;
use crate::lsp::project::Ground;
use crate::lsp::shop::Shop;
use gen_lsp_types::BaseSymbolInformation;
use gen_lsp_types::SymbolInformation;
use gen_lsp_types::SymbolKind;

/// How many facts are told at most; who asks for everything sees the first of them.
const MOST: usize = 500;

/// The facts that a query may mean.
pub fn like<'s>(shops: impl Iterator<Item = &'s Shop>, query: &str) -> Vec<SymbolInformation> {
    let query = query.to_lowercase();
    let grounds = shops.map(|shop| shop.newest().ground());
    let facts = grounds.flat_map(|ground| ground.rules.facts.iter().map(move |fact| (ground, fact)));
    let meant = facts.filter(|(_, fact)| is_like(&fact.id, &query) || is_like(&fact.says, &query));
    meant.filter_map(|(ground, fact)| symbol(ground, fact)).take(MOST).collect()
}

#[allow(deprecated, reason = "the type has a field that is no longer used")]
fn symbol(ground: &Ground, fact: &Fact) -> Option<SymbolInformation> {
    Some(SymbolInformation {
        deprecated: None,
        location: article::declared(ground, fact)?,
        base_symbol_information: BaseSymbolInformation {
            name: fact.id.clone(),
            kind: SymbolKind::Constant,
            tags: None,
            container_name: Some(fact.says.clone()),
        },
    })
}

/// Whether the letters of `query`, which is in small letters, stand in `text` in their order.
fn is_like(text: &str, query: &str) -> bool {
    let mut letters = text.chars().flat_map(char::to_lowercase);
    query.chars().all(|wanted| letters.any(|letter| letter == wanted))
}

#[cfg(test)]
mod tests {
    use super::is_like;

    #[test]
    fn letters_stand_in_their_order() {
        assert!(is_like("league-clubs", "lclub") && is_like("Éire", "é") && is_like("a", ""));
        assert!(!is_like("league-clubs", "cl-"));
    }
}
