//! A misquotation in words: what was said, what is printed, and each word that differs.

use crate::claim::quote::Edit;
use crate::claim::quote::Misquotation;

/// A message that names every change; one word for another needs no more than both of them.
pub fn message(words: &Misquotation) -> String {
    let whole = format!("the words were “{}”; this prints “{}”", words.said, words.printed);
    match words.edits.as_slice() {
        [] | [Edit::Changed { .. }] => whole,
        edits => format!("{whole}: {}", edits.iter().map(named).collect::<Vec<_>>().join(", ")),
    }
}

fn named(edit: &Edit) -> String {
    match edit {
        Edit::Changed { said, printed } => format!("“{said}” is now “{printed}”"),
        Edit::LeftOut(said) => format!("“{said}” is left out"),
        Edit::Added(printed) => format!("“{printed}” is added"),
    }
}

#[cfg(test)]
mod tests {
    use super::message;
    use crate::claim::quote::Edit;
    use crate::claim::quote::Misquotation;

    #[track_caller]
    fn check(said: &str, printed: &str, edits: Vec<Edit>, expected: &str) {
        let words =
            Misquotation { said: said.to_owned(), printed: printed.to_owned(), edits, is_grave: false };
        assert_eq!(message(&words), expected);
    }

    #[test]
    fn one_word_for_another_is_told_once() {
        let edit = Edit::Changed { said: "ferry".to_owned(), printed: "bus".to_owned() };
        check("ferry", "bus", vec![edit], "the words were “ferry”; this prints “bus”");
    }

    #[test]
    fn each_of_several_changes_is_named() {
        let changed = Edit::Changed { said: "ferry".to_owned(), printed: "bus".to_owned() };
        let edits = vec![Edit::LeftOut("never".to_owned()), changed, Edit::Added("soon".to_owned())];
        check(
            "never a ferry",
            "a bus soon",
            edits,
            "the words were “never a ferry”; this prints “a bus soon”: “never” is left out, “ferry” is now “bus”, “soon” is added",
        );
    }
}
