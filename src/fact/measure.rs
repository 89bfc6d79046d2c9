//! Facts of kind `measure`: a quantity with a unit, read by the same reader as articles are.

use crate::fact::Change;
use crate::fact::Kind;
use crate::fact::mistake::Mistake;
use crate::fact::raw::Node;
use crate::fact::scope::Scope;
use crate::fact::table::Table;
use crate::fact::table::text_of;
use crate::fact::timeline::Timeline;
use crate::fact::truth;
use crate::value;
use crate::value::Amount;
use crate::value::Value;
use rust_decimal::Decimal;

const CHANGES: &[(&str, Change)] = &[("up", Change::Up), ("down", Change::Down)];

const EXAMPLE: &str = r#"value = "$1.2 billion""#;

/// Reads what a measure has of its own; a quantity without a unit is a count.
pub fn read(table: &mut Table<'_>, scope: &Scope) -> Option<Kind> {
    let change = table.choice("change", CHANGES);
    let per = table.plain("per");
    let value = truth::read(table, EXAMPLE, |node| quantity(node, scope))?;
    check_units(table, &value, per.is_some());
    if let (None, Some(counts)) = (change, counts(&value)) {
        return Some(Kind::Count(counts));
    }
    Some(Kind::Measure { value: at_rate(value, per.as_deref()), change })
}

/// Values with and without a unit cannot follow one another, and a rate needs a unit.
fn check_units(table: &mut Table<'_>, value: &Timeline<Value>, is_rate: bool) {
    let n_plain = value.entries.iter().filter(|entry| plain_number(&entry.value).is_some()).count();
    if n_plain > 0 && n_plain < value.entries.len() {
        let mixed =
            Mistake::error(table.place_of("timeline"), "some of these values have a unit and some have none");
        table.report(with_units(mixed));
    } else if n_plain > 0 && is_rate {
        let bare = Mistake::error(table.place_of("per"), "`per` needs a value with a unit");
        table.report(with_units(bare));
    }
}

fn with_units(mistake: Mistake) -> Mistake {
    mistake.help("write every value with its unit: value = \"8,849 metres\"")
}

fn quantity(node: &Node, scope: &Scope) -> Result<Value, Mistake> {
    // A bare number is read as the text it would be in an article.
    let text = node.number().filter(|_| node.text().is_none());
    let text = text.map_or_else(|| text_of(node, "value").map(|text| text.text), Ok)?;
    (scope.quantity)(&text).ok_or_else(|| unreadable(node, &text))
}

fn unreadable(node: &Node, text: &str) -> Mistake {
    let message = format!("`{text}` is not understood as a quantity");
    let help =
        "write one number with its unit, as an article would: \"295%\", \"8,849 metres\", \"18 months\"";
    Mistake::error(node.place, message).help(help)
}

/// The same truth as plain numbers, if none of its values has a unit.
fn counts(value: &Timeline<Value>) -> Option<Timeline<Decimal>> {
    if value.entries.is_empty() {
        return None;
    }
    value.try_map(plain_number)
}

fn plain_number(value: &Value) -> Option<Decimal> {
    let is_plain = matches!(value.kind, value::Kind::Number | value::Kind::Count) && value.unit.is_none();
    match value.amount {
        Amount::Exact(number) if is_plain => Some(number),
        _ => None,
    }
}

/// Makes a plain amount a rate, as `per = "month"` asks for.
fn at_rate(mut value: Timeline<Value>, per: Option<&str>) -> Timeline<Value> {
    let units = value.entries.iter_mut().filter_map(|entry| entry.value.unit.as_mut());
    for unit in units {
        unit.per = per.map(str::to_owned).or_else(|| unit.per.take());
    }
    value
}

#[cfg(test)]
mod tests {
    use crate::fact::Change;
    use crate::fact::Kind;
    use crate::fact::trial::check_fact;
    use crate::fact::trial::fact;

    const KEYS: &str = "kind = 'measure'\nsubject = 'league'\nattribute = ['revenue']";

    #[track_caller]
    fn check(keys: &str, expected: &[(&str, &str, &str)]) {
        check_fact(&format!("{KEYS}\n{keys}"), expected);
    }

    fn kind(keys: &str) -> Kind {
        fact(&format!("{KEYS}\n{keys}")).kind
    }

    #[test]
    fn a_quantity_is_read_as_in_an_article() {
        let Kind::Measure { value, change } = kind("value = '12%'\nchange = 'down'") else {
            panic!("no measure")
        };
        assert_eq!(value.entries[0].value.unit.as_ref().unwrap().name, "%");
        assert_eq!(change, Some(Change::Down));
    }

    #[test]
    fn a_quantity_without_a_unit_is_a_count() {
        assert!(matches!(kind("value = '1,200'"), Kind::Count(_)));
        assert!(matches!(kind("value = 1200"), Kind::Count(_)));
        assert!(matches!(kind("value = 1200\nchange = 'up'"), Kind::Measure { .. }));
    }

    #[test]
    fn a_rate_is_kept_with_the_unit() {
        let Kind::Measure { value, .. } = kind("value = '12%'\nper = 'month'") else { panic!("no measure") };
        assert_eq!(value.entries[0].value.unit.as_ref().unwrap().per.as_deref(), Some("month"));
    }

    #[test]
    fn what_is_no_quantity_is_refused() {
        let help =
            "write one number with its unit, as an article would: \"295%\", \"8,849 metres\", \"18 months\"";
        check("value = 'many'", &[("'many'", "`many` is not understood as a quantity", help)]);
    }

    #[test]
    fn units_do_not_come_and_go() {
        let timeline = "[{ value = 1, from = 2020-01-01 }, { value = '2%', from = 2021-01-01 }]";
        let help = "write every value with its unit: value = \"8,849 metres\"";
        let message = "some of these values have a unit and some have none";
        check(&format!("timeline = {timeline}"), &[(timeline, message, help)]);
        check("value = 12\nper = 'month'", &[("'month'", "`per` needs a value with a unit", help)]);
    }

    #[test]
    fn a_change_goes_up_or_down() {
        let help = "it is one of `up` or `down`";
        check("value = '12%'\nchange = 'more'", &[("'more'", "`change` cannot be `more`", help)]);
    }
}
