//! Facts of kind `role`: who holds an office.

use crate::fact::Holder;
use crate::fact::Kind;
use crate::fact::id;
use crate::fact::mistake::Mistake;
use crate::fact::raw::Data;
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

/// One holder, or a list of those who hold the office together.
fn who(node: &Node, scope: &Scope) -> Result<Holder, Mistake> {
    let Data::List(nodes) = &node.data else { return one(node, scope) };
    let holders: Vec<Holder> = nodes.iter().map(|node| one(node, scope)).collect::<Result<_, _>>()?;
    if holders.is_empty() {
        let empty = Mistake::error(node.place, "`value` is an empty list");
        return Err(empty.help("name those who hold the office together: value = [\"quill\", \"reed\"]"));
    }
    Ok(Holder::Together(holders))
}

/// A lower-case word is taken for an id, which must exist; anything else for a name.
fn one(node: &Node, scope: &Scope) -> Result<Holder, Mistake> {
    let text = text_of(node, "value")?;
    if let Some(entity) = scope.entities.resolve(&text.text).or_else(|| scope.entities.named(&text.text)) {
        return Ok(Holder::Entity(entity));
    }
    if id::is_id(&text.text) {
        let found = scope.entities.find(&text).map(Holder::Entity);
        return found.map_err(|mistake| or_in_full(mistake, &text.text, scope));
    }
    Ok(Holder::Named(text.text))
}

/// Who meant no id at all may write the name.
fn or_in_full(mistake: Mistake, text: &str, scope: &Scope) -> Mistake {
    match (scope.entities.nearest(text), &mistake.help) {
        (None, Some(help)) => {
            let help = format!("{help}; or write the name in full, with capitals");
            mistake.help(help)
        }
        _ => mistake,
    }
}

#[cfg(test)]
mod tests {
    use crate::fact::EntityId;
    use crate::fact::Holder;
    use crate::fact::Kind;
    use crate::fact::trial::check_fact;
    use crate::fact::trial::fact;

    const KEYS: &str = "kind = 'role'\nsubject = 'league'\ntitle = ['chair']";

    #[track_caller]
    fn check(value: &str, expected: Holder) {
        let Kind::Role { holder, .. } = fact(&format!("{KEYS}\nvalue = '{value}'")).kind else {
            panic!("no role")
        };
        assert_eq!(holder.entries[0].value, expected);
    }

    #[test]
    fn a_holder_is_an_id_or_a_name() {
        check("mayor", Holder::Entity(EntityId(1)));
        check("Ada Quill", Holder::Entity(EntityId(1)));
        check("Bo Reed", Holder::Named("Bo Reed".to_owned()));
    }

    #[test]
    fn several_may_hold_an_office_together() {
        let Kind::Role { holder, .. } = fact(&format!("{KEYS}\nvalue = ['mayor', 'Bo Reed']")).kind else {
            panic!("no role")
        };
        let together = vec![Holder::Entity(EntityId(1)), Holder::Named("Bo Reed".to_owned())];
        assert_eq!(holder.entries[0].value, Holder::Together(together));
        let help = "name those who hold the office together: value = [\"quill\", \"reed\"]";
        check_fact(&format!("{KEYS}\nvalue = []"), &[("[]", "`value` is an empty list", help)]);
    }

    #[test]
    fn a_misspelt_id_is_no_name() {
        let message = "no entity has the id `mayro`";
        check_fact(&format!("{KEYS}\nvalue = 'mayro'"), &[("'mayro'", message, "did you mean `mayor`?")]);
        let help = "declare it: [[entity]] with id = \"bo\" and names = […]; or write the name in full, with capitals";
        check_fact(&format!("{KEYS}\nvalue = 'bo'"), &[("'bo'", "no entity has the id `bo`", help)]);
    }

    #[test]
    fn a_role_needs_an_organisation_and_a_title() {
        check_fact(
            "kind = 'role'\nvalue = 'mayor'",
            &[
                (
                    "[[fact]]",
                    "fact `it` needs `title`",
                    "add a line such as: title = [\"chair\", \"chairwoman\"]",
                ),
                ("[[fact]]", "fact `it` needs `subject`", "add a line such as: subject = \"league\""),
            ],
        );
    }
}
