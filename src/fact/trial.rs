//! Helpers of the tests of this folder: rule files in, mistakes with their words out.

use crate::fact::Fact;
use crate::fact::RuleFile;
use crate::fact::load::Loaded;
use crate::fact::load::texts_with;
use crate::span::Span;
use crate::value::Amount;
use crate::value::Form;
use crate::value::Grain;
use crate::value::Kind;
use crate::value::Modifier;
use crate::value::Role;
use crate::value::Scope;
use crate::value::Value;
use crate::value::unit::Unit;
use rust_decimal::Decimal;

/// Two entities that every trial may use.
const ENTITIES: &str = r#"
[[entity]]
id = "league"
names = ["Harbour League"]
[[entity]]
id = "mayor"
names = ["Ada Quill", "Quill"]
"#;

/// A reader of quantities that knows digits and one unit, so that no other module is tested here.
pub fn quantity(text: &str) -> Option<Value> {
    let digits = text.trim_end_matches(|character: char| !character.is_ascii_digit());
    let number: Decimal = digits.replace(',', "").parse().ok()?;
    let unit = Unit { name: "%", dimension: "percent", factor: Decimal::ONE, per: None };
    let has_unit = digits.len() < text.len();
    Some(Value {
        core: Span::at(0),
        full: Span::at(0),
        kind: if has_unit { Kind::Percent } else { Kind::Number },
        amount: Amount::Exact(number),
        unit: has_unit.then_some(unit),
        grain: Grain { fine: Decimal::ONE, coarse: Decimal::ONE, form: Form::Digits },
        modifier: Modifier::Exact,
        role: Role::Level,
        noun: None,
        scope: Scope::Whole,
    })
}

/// Loads texts as files named by their numbers.
pub fn load(texts: &[&str]) -> Loaded {
    let named = |(at, text): (usize, &&str)| RuleFile::new(format!("{at}.toml"), (*text).to_owned());
    texts_with(texts.iter().enumerate().map(named).collect(), quantity)
}

/// Each mistake as the words at its place, its message and its help.
pub fn mistakes(loaded: &Loaded) -> Vec<(String, String, String)> {
    let words = |mistake: &crate::fact::mistake::Mistake| {
        let text = loaded.rules.files[mistake.place.file].text.as_str();
        mistake.place.span.of(text).to_owned()
    };
    let mistakes = loaded.mistakes.iter();
    mistakes
        .map(|mistake| (words(mistake), mistake.message.clone(), mistake.help.clone().unwrap_or_default()))
        .collect()
}

/// A fact with the given keys below its id and sentence.
fn with_id(keys: &str) -> String {
    format!("{ENTITIES}\n[[fact]]\nid = \"it\"\nsays = \"So it is\"\n{keys}\n")
}

/// Checks that a fact with these keys has exactly these mistakes: their words, message and help.
#[track_caller]
pub fn check_fact(keys: &str, expected: &[(&str, &str, &str)]) {
    check_texts(&[&with_id(keys)], expected);
}

/// Checks that these files have exactly these mistakes: their words, message and help.
#[track_caller]
pub fn check_texts(texts: &[&str], expected: &[(&str, &str, &str)]) {
    let found = mistakes(&load(texts));
    let found: Vec<(&str, &str, &str)> = found
        .iter()
        .map(|(words, message, help)| (words.as_str(), message.as_str(), help.as_str()))
        .collect();
    assert_eq!(found, expected);
}

/// The fact with these keys, which has no mistake.
#[track_caller]
pub fn fact(keys: &str) -> Fact {
    let mut loaded = load(&[&with_id(keys)]);
    assert_eq!(mistakes(&loaded), []);
    loaded.rules.facts.remove(0)
}
