//! Where a truth was read.

use crate::fact::Source;
use crate::fact::table::Table;
use crate::fact::table::wrong;

/// Reads the `source` of a fact.
pub fn read(table: &mut Table<'_>) -> Option<Source> {
    let node = table.take("source")?;
    let Some(mut inner) = Table::new(node, "`source`") else {
        table.report(wrong(node, "source", "a table in braces"));
        return None;
    };
    let source = Source {
        url: inner.plain("url"),
        title: inner.plain("title"),
        excerpt: inner.plain("excerpt"),
        read_on: inner.day("read-on"),
    };
    let mistakes = inner.close(&["url", "title", "excerpt", "read-on"]);
    mistakes.into_iter().for_each(|mistake| table.report(mistake));
    Some(source)
}
