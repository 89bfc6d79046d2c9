//! The keys of rule files and configurations, as their JSON Schemas have them.
//!
//! Both schemas are made of the tables of keys by which the files are read, so nothing is said twice.

use crate::config;
use crate::fact;
use serde_json::Value;
use std::sync::OnceLock;

/// What is written in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Facts and entities.
    Rules,
    /// Settings.
    Config,
}

/// A key that a table may have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Key {
    /// The key.
    pub name: String,
    /// What it means; empty where its name says it.
    pub meaning: String,
    /// A line to copy; empty where there is none.
    pub example: &'static str,
    /// The words it may hold, where it may hold only some.
    pub words: Vec<String>,
    /// Whether it is a yes or no.
    pub is_flag: bool,
    /// What holds where it is not set.
    pub default: Option<String>,
    /// Whether it is a table with a header of its own, and whether there may be many of it.
    pub header: Option<Header>,
}

/// How the header of a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Header {
    /// `[one]`.
    One,
    /// `[[many]]`.
    Many,
}

impl Header {
    /// The header of the table `name`.
    pub fn of(self, name: &str) -> String {
        match self {
            Header::One => format!("[{name}]"),
            Header::Many => format!("[[{name}]]"),
        }
    }
}

impl Language {
    /// The keys that a table may have, in the order in which they are best written.
    pub fn keys(self, table: &[String]) -> Vec<Key> {
        let mut nodes = vec![self.document()];
        for name in table {
            nodes =
                nodes.iter().flat_map(|node| tables(node)).filter_map(|node| property(node, name)).collect();
        }
        let is_top = table.is_empty();
        let tables = nodes.into_iter().flat_map(tables);
        let properties = tables.filter_map(|table| table.get("properties")?.as_object()).flatten();
        let mut keys: Vec<Key> = properties.map(|(name, node)| key(name, node, is_top)).collect();
        // JSON sorts its keys by name.
        keys.sort_by_key(|key| self.rank(table, &key.name));
        keys
    }

    /// The key `name` of a table.
    pub fn key(self, table: &[String], name: &str) -> Option<Key> {
        self.keys(table).into_iter().find(|key| key.name == name)
    }

    fn document(self) -> &'static Value {
        static RULES: OnceLock<Value> = OnceLock::new();
        static CONFIG: OnceLock<Value> = OnceLock::new();
        match self {
            Language::Rules => RULES.get_or_init(fact::schema::document),
            Language::Config => CONFIG.get_or_init(config::schema::document),
        }
    }

    /// Where a key stands in its table.
    fn rank(self, table: &[String], name: &str) -> usize {
        let rank = match (self, table) {
            (Language::Rules, [table]) if table == "fact" => {
                fact::keys::names().position(|known| known == name)
            }
            (Language::Rules, _) => None,
            (Language::Config, [table]) => config::keys::of(table).position(|key| key.path == name),
            (Language::Config, _) => config::keys::top().iter().position(|known| *known == name),
        };
        rank.unwrap_or(usize::MAX)
    }
}

/// The tables that a part of a schema may stand for.
fn tables(node: &Value) -> Vec<&Value> {
    if node.get("properties").is_some() {
        return vec![node];
    }
    let choices = node.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    choices.chain(node.get("items")).flat_map(tables).collect()
}

fn property<'n>(node: &'n Value, name: &str) -> Option<&'n Value> {
    node.get("properties")?.get(name)
}

fn key(name: &str, node: &Value, is_top: bool) -> Key {
    let text = |field: &str| node.get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
    let words = node.get("enum").and_then(Value::as_array).into_iter().flatten();
    let header = if node.get("items").is_some() { Header::Many } else { Header::One };
    Key {
        name: name.to_owned(),
        meaning: text("description"),
        example: fact::keys::example(name),
        words: words.filter_map(|word| word.as_str().map(str::to_owned)).collect(),
        is_flag: is_flag(node),
        default: node.get("default").map(Value::to_string),
        header: (is_top && !tables(node).is_empty()).then_some(header),
    }
}

/// A yes or no; in a fact with `each` a cell may stand for it.
fn is_flag(node: &Value) -> bool {
    match node.get("type") {
        Some(Value::Array(types)) => types.iter().any(|one| one == "boolean"),
        Some(one) => one == "boolean",
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::Header;
    use super::Language;

    #[track_caller]
    fn check(language: Language, table: &[&str], first: &[&str]) {
        let table: Vec<String> = table.iter().map(|name| (*name).to_owned()).collect();
        let names: Vec<String> = language.keys(&table).into_iter().map(|key| key.name).collect();
        assert_eq!(&names[..first.len()], first);
    }

    #[test]
    fn keys_stand_in_the_order_in_which_they_are_written() {
        check(Language::Rules, &[], &["entity", "fact"]);
        check(Language::Rules, &["fact"], &["each", "id", "says", "kind"]);
        check(Language::Rules, &["fact", "timeline"], &["from", "until", "value"]);
        check(Language::Rules, &["fact", "subject"], &["epithets", "names"]);
        check(Language::Config, &[], &["required-version", "extends", "rules"]);
        check(Language::Config, &["overrides", "checks"], &["arithmetic"]);
    }

    #[test]
    fn a_key_says_what_it_means_and_holds() {
        let kind = Language::Rules.key(&["fact".to_owned()], "kind").unwrap();
        assert!(kind.words.contains(&"count".to_owned()) && !kind.meaning.is_empty());
        let fact = Language::Rules.key(&[], "fact").unwrap();
        assert_eq!(fact.header, Some(Header::Many));
    }
}
