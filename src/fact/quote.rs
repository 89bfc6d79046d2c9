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
    let speaker = table.text("speaker").and_then(|text| table.noted(scope.entities.find(&text)));
    Some(Kind::Quote { words: words?, speaker })
}

#[cfg(test)]
mod tests {
    use crate::fact::trial::check_fact;

    #[test]
    fn a_quote_needs_words_and_a_known_speaker() {
        check_fact(
            "kind = 'quote'\nspeaker = 'Ada Quill'",
            &[
                (
                    "[[fact]]",
                    "fact `it` needs `value`",
                    "add a line such as: value = \"the words as they were said\"",
                ),
                ("'Ada Quill'", "no entity has the id `Ada Quill`", "did you mean `mayor`?"),
            ],
        );
    }

    #[test]
    fn a_quote_has_no_timeline() {
        check_fact(
            "kind = 'quote'\nvalue = 'so be it'\ntimeline = []",
            &[(
                "timeline",
                "`timeline` does not belong in a fact of kind `quote`",
                "it belongs in facts of kind `count`, `measure`, `date`, `term` or `role`: remove it, or change `kind`",
            )],
        );
    }
}
