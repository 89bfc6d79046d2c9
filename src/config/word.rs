//! Words that stand for one of several things, as the lexicon writes them.
//!
//! What there is to choose from is asked of serde, which reads the lexicon, so there is no second list.

use crate::fact::mistake::Mistake;
use crate::fact::table::Text;
use crate::fact::table::no_choice;
use serde::de;
use serde::de::DeserializeOwned;
use serde::de::value::StrDeserializer;
use std::fmt;

/// What there is to choose from.
#[derive(Debug)]
struct Choices(&'static [&'static str]);

impl fmt::Display for Choices {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join(", "))
    }
}

impl std::error::Error for Choices {}

impl de::Error for Choices {
    fn custom<T: fmt::Display>(_: T) -> Choices {
        Choices(&[])
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Choices {
        Choices(expected)
    }
}

/// What `text` stands for under `key`.
///
/// # Errors
/// Words that stand for nothing there.
pub fn read<T: DeserializeOwned>(text: &Text, key: &str) -> Result<T, Mistake> {
    let read = T::deserialize(StrDeserializer::<Choices>::new(&text.text));
    read.map_err(|choices| no_choice(text, key, choices.0))
}
