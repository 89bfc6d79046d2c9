//! Facts of kind `name`: how a name is written.

use crate::fact::Kind;
use crate::fact::mistake::Mistake;
use crate::fact::scope::Scope;
use crate::fact::table::Table;
use crate::fact::table::Text;

/// Reads what a name has of its own.
pub fn read(table: &mut Table<'_>, _scope: &Scope) -> Option<Kind> {
    if table.peek("value").is_none() {
        table.miss_as("value", r#"value = "Jon Smith""#);
    }
    let written = table.text("value");
    let never = table.placed_words("never");
    let typos = table.flag("typos");
    let written = written?;
    check_never(table, &written, &never);
    if never.is_empty() && !typos {
        let idle = Mistake::warning(
            table.place,
            format!("{} has neither `never` nor `typos`: it finds nothing", table.name),
        );
        table.report(idle.help("add typos = true, or the wrong forms: never = [\"Jon Smyth\"]"));
    }
    let never = never.into_iter().map(|word| word.text).collect();
    Some(Kind::Name { written: written.text, never, typos })
}

fn check_never(table: &mut Table<'_>, written: &Text, never: &[Text]) {
    if let Some(word) = never.iter().find(|word| word.text == written.text) {
        let mistake = Mistake::error(word.place, format!("`{}` cannot be both right and wrong", word.text));
        table.report(
            mistake.label(written.place, "right here").help("remove it from `never`, or mend `value`"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::fact::trial::check_fact;

    #[track_caller]
    fn check(keys: &str, expected: &[(&str, &str, &str)]) {
        check_fact(&format!("kind = 'name'\nsubject = 'mayor'\nvalue = 'Ada Quill'\n{keys}"), expected);
    }

    #[test]
    fn the_right_form_is_not_a_wrong_one() {
        let help = "remove it from `never`, or mend `value`";
        check(
            "never = ['Ada Quill']",
            &[("'Ada Quill'", "`Ada Quill` cannot be both right and wrong", help)],
        );
    }

    #[test]
    fn a_name_that_looks_for_nothing_is_idle() {
        let help = "add typos = true, or the wrong forms: never = [\"Jon Smyth\"]";
        check("", &[("[[fact]]", "fact `it` has neither `never` nor `typos`: it finds nothing", help)]);
        check("typos = true", &[]);
    }
}
