//! Facts of kind `count`: how many of something there are.

use crate::fact::Kind;
use crate::fact::mistake::Mistake;
use crate::fact::raw::Node;
use crate::fact::scope::Scope;
use crate::fact::table::Table;
use crate::fact::truth;
use rust_decimal::Decimal;

/// Reads what a count has of its own.
pub fn read(table: &mut Table<'_>, _scope: &Scope) -> Option<Kind> {
    truth::read(table, "value = 12", whole).map(Kind::Count)
}

fn whole(node: &Node) -> Result<Decimal, Mistake> {
    let number = node.number().and_then(|digits| digits.parse::<i64>().ok());
    number.map(Decimal::from).ok_or_else(|| not_whole(node))
}

fn not_whole(node: &Node) -> Mistake {
    let mistake =
        Mistake::error(node.place, "the value of a count is a whole number, without quotes and commas");
    match node.text().and_then(digits_of) {
        Some(number) => mistake.help(format!("write: value = {number}")),
        None => mistake.help("write it as in: value = 12. A number with a unit is of kind `measure`"),
    }
}

/// The number an editor meant by a text of digits and commas.
fn digits_of(text: &str) -> Option<i64> {
    text.replace([',', ' '], "").parse().ok()
}

#[cfg(test)]
mod tests {
    use crate::fact::Kind;
    use crate::fact::trial::check_fact;
    use crate::fact::trial::fact;

    const KEYS: &str = "kind = 'count'\nsubject = 'league'\nattribute = ['club']";

    #[track_caller]
    fn check(keys: &str, expected: &[(&str, &str, &str)]) {
        check_fact(&format!("{KEYS}\n{keys}"), expected);
    }

    #[test]
    fn a_count_is_a_whole_number() {
        let Kind::Count(value) = fact(&format!("{KEYS}\nvalue = 12")).kind else { panic!("no count") };
        assert_eq!(value.at(None)[0].value.to_string(), "12");
    }

    #[test]
    fn text_is_no_count() {
        let message = "the value of a count is a whole number, without quotes and commas";
        check("value = '1,200'", &[("'1,200'", message, "write: value = 1200")]);
        let help = "write it as in: value = 12. A number with a unit is of kind `measure`";
        check("value = '12%'", &[("'12%'", message, help)]);
        check("value = 12.5", &[("12.5", message, help)]);
    }

    #[test]
    fn a_count_needs_one_truth() {
        check("", &[("[[fact]]", "fact `it` needs `value`", "add a line such as: value = 12")]);
        check("watch = true", &[]);
        let help =
            "keep `value` for what does not change, `timeline` for what does, `watch` for what nobody knows";
        let message = "fact `it` has `value` and `watch` and may have only one of them";
        check("value = 12\nwatch = true", &[("watch", message, help)]);
        check("value = 12\nwatch = false", &[]);
    }
}
