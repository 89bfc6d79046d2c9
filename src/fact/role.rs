//! Facts of kind `role`: who holds an office.

use crate::fact::Holder;
use crate::fact::Kind;
use crate::fact::id;
use crate::fact::mistake::Mistake;
use crate::fact::raw::Node;
use crate::fact::scope::Scope;
use crate::fact::table::Table;
use crate::fact::table::text_of;
use crate::fact::truth;

/// Reads what a role has of its own.
pub fn read(table: &mut Table<'_>, scope: &Scope) -> Option<Kind> {
    let title = table.needed_words("title");
    let exclusive = table.flag("exclusive");
    let holder = truth::read(table, r#"value = "mayor""#, |node| who(node, scope))?;
    Some(Kind::Role { holder, title, exclusive })
}

/// A lower-case word is taken for an id, which must exist; anything else for a name.
fn who(node: &Node, scope: &Scope) -> Result<Holder, Mistake> {
    let text = text_of(node, "value")?;
    if let Some(entity) = scope.entities.resolve(&text.text).or_else(|| scope.entities.named(&text.text)) {
        return Ok(Holder::Entity(entity));
    }
    if id::is_id(&text.text) {
        return scope.entities.find(&text).map(Holder::Entity);
    }
    Ok(Holder::Named(text.text))
}
