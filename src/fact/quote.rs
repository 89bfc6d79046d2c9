//! Facts of kind `quote`: what somebody said, word for word.

use crate::fact::Kind;
use crate::fact::scope::Scope;
use crate::fact::table::Table;

/// Reads what a quotation has of its own.
pub fn read(table: &mut Table<'_>, scope: &Scope) -> Option<Kind> {
    if table.peek("value").is_none() {
        table.miss_as("value", r#"value = "the words as they were said""#);
    }
    let words = table.plain("value");
    let occasion = table.words("occasion");
    let speaker = table.text("speaker").and_then(|text| table.noted(scope.entities.find(&text)));
    Some(Kind::Quote { words: words?, speaker, occasion })
}
