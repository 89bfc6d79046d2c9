//! Ids of facts and entities: lower-case letters, digits, `-`, `_` and `.`.

use crate::fact::mistake::Mistake;
use crate::fact::table::Table;
use crate::fact::table::Text;

/// The id of a table, a faulty one too: others may refer to it. `sort` is "fact" or "entity" and becomes part of the table's name.
pub fn take(table: &mut Table<'_>, sort: &str) -> Option<Text> {
    let id = table.needed_text("id")?;
    table.name = [sort, " `", &id.text, "`"].concat();
    if !is_id(&id.text) {
        let message = format!("an id is made of a-z, 0-9, `-`, `_` and `.`, and `{}` is not", id.text);
        table.report(
            Mistake::error(id.place, message).help(format!("write: id = \"{}\"", proposed(&id.text))),
        );
    }
    Some(id)
}

/// Whether `text` could be an id.
pub fn is_id(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_id_character)
}

fn is_id_character(character: char) -> bool {
    character.is_ascii_lowercase() || character.is_ascii_digit() || matches!(character, '-' | '_' | '.')
}

/// The id that comes nearest to `text`.
pub fn proposed(text: &str) -> String {
    let mut id = String::with_capacity(text.len());
    for character in text.to_lowercase().chars() {
        if is_id_character(character) {
            id.push(character);
        } else if !id.ends_with('-') && !id.is_empty() {
            id.push('-');
        }
    }
    id.truncate(id.trim_end_matches('-').len());
    if id.is_empty() { "unnamed".to_owned() } else { id }
}

#[cfg(test)]
mod tests {
    use super::is_id;
    use super::proposed;

    #[test]
    fn ids_are_plain() {
        assert!(is_id("league.clubs_2026-a"));
        assert!(!is_id("League"));
        assert!(!is_id("a b"));
        assert!(!is_id(""));
    }

    #[test]
    fn a_name_becomes_an_id() {
        assert_eq!(proposed("Harbour League (North)"), "harbour-league-north");
        assert_eq!(proposed("Łódź"), "d");
        assert_eq!(proposed("«»"), "unnamed");
    }
}
