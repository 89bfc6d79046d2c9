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

#[cfg(test)]
mod tests {
    use crate::fact::Source;
    use crate::fact::trial::check_fact;
    use crate::fact::trial::fact;
    use jiff::civil::date;

    const KEYS: &str = "kind = 'quote'\nvalue = 'so be it'";

    #[test]
    fn a_source_is_read_whole() {
        let source = "source = { url = 'u', title = 't', excerpt = 'e', read-on = 2026-03-04 }";
        let text = |text: &str| Some(text.to_owned());
        let expected =
            Source { url: text("u"), title: text("t"), excerpt: text("e"), read_on: Some(date(2026, 3, 4)) };
        assert_eq!(fact(&format!("{KEYS}\n{source}")).source, Some(expected));
    }

    #[test]
    fn a_source_has_known_keys() {
        check_fact(
            &format!("{KEYS}\nsource = {{ link = 'u', read_on = 2026-03-04 }}"),
            &[
                (
                    "link",
                    "`source` has an unknown key `link`",
                    "known keys are `url`, `title`, `excerpt` and `read-on`",
                ),
                ("read_on", "`source` has an unknown key `read_on`", "did you mean `read-on`?"),
            ],
        );
    }

    #[test]
    fn an_address_alone_is_no_source() {
        let help = "write it as in: source = { url = \"https://example.org\", read-on = 2026-03-04 }";
        let message = "`source` must be a table in braces, and this is text";
        check_fact(&format!("{KEYS}\nsource = 'u'"), &[("'u'", message, help)]);
    }
}
